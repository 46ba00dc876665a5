/*
 * tsvector.c
 *	  SQL: article_tsvector converts an article to a tsvector: title A, subtitle and description B,
 *	  section, tags and authors C, body D; french_tsvector converts a text, as to_tsvector does.
 *	  Neither fails for lack of room: text that does not fit into a tsvector (1 MB of lexemes and
 *	  positions) is dropped, from the end of the body.
 *
 * Where a configuration has only this extension's parser and dictionaries, its lexemes are made
 * here; the server's parser calls some ten functions for each token.  Any other configuration goes
 * through the server, and the lexemes are those of the configuration either way.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

#include "french/token.h"
#include "pg/compat.h"
#include "pg/row.h"
#include "pg/searchconfig.h"
#include "pg/tsearch.h"
#include "pg/vector.h"

/*
 * The server parses a text in pieces, so that a long one needs no more memory than a short one: it
 * takes 40 bytes per word: half a megabyte for 64 KB of text.
 */
#define PIECE 65536

/* Number of positions between two texts, so that no phrase matches across them. */
#define TEXT_GAP 1

typedef enum IndexedField
{
	INDEXED_TITLE,
	INDEXED_SUBTITLE,
	INDEXED_DESCRIPTION,
	INDEXED_SECTION,
	INDEXED_TAGS,
	INDEXED_AUTHORS,
	INDEXED_BODY,
	INDEXED_COUNT
} IndexedField;

static const RowColumn indexed_columns[INDEXED_COUNT] = {
	{"title", TEXTOID},	  {"subtitle", TEXTOID},  {"description", TEXTOID},
	{"section", TEXTOID}, {"tags", TEXTARRAYOID}, {"authors", TEXTARRAYOID},
	{"body", TEXTOID}};

static const char indexed_weights[INDEXED_COUNT] = {'A', 'B', 'B', 'C', 'C', 'C', 'D'};

/* A tsvector under construction: in "own", or in "vector" if the server makes the lexemes. */
typedef struct VectorBuild
{
	Oid config;
	bool plain; /* the texts have no accents: they may have been omitted */
	bool is_own;
	TsearchKinds kinds;
	Vector own;
	TSVector vector;
	bool full;
	MemoryContext piece; /* memory for one piece, reset after each */
} VectorBuild;

/* ---------------------------------------------------------------- a text without the server */

/* Adds the terms of a token; returns the position after which the next one stands. */
static int
add_terms(Vector *vector, TermKind kind, const TermPlace *place, Str token, int position,
		  int weight)
{
	WordTerms word;
	Terms terms;

	position++; /* as the server counts: a stop word has a position, too */
	if (term_make_simple(kind, token, place, &word))
	{
		for (uint32_t i = 0; i < word.count; i++)
			vector_add(vector, word_term(&word, i), position, weight);
		return position;
	}
	term_make(kind, token, place, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		position += terms.items[i].step;
		vector_add(vector, term_text(&terms, i), position, weight);
	}
	return position;
}

static void
add_own_text(VectorBuild *build, Str text, int weight)
{
	Vector *vector = &build->own;
	int position = vector->count > 0 ? vector->last + TEXT_GAP : 0;
	TermPlace place = {.text = text};
	TokenScanner scanner;
	Token token;

	token_start_as(&scanner, text, tsearch_memo(), build->plain);
	scanner.skips_spaces = build->kinds.of[TOKEN_BLANK] < 0;
	while (token_next(&scanner, &token) && !vector->full)
	{
		int kind = build->kinds.of[token.type];

		CHECK_FOR_INTERRUPTS();
		if (kind < 0)
			continue;
		place.start = (uint32_t) (token.text.data - text.data);
		place.word = token.word;
		position = add_terms(vector, (TermKind) kind, &place, token.text, position, weight);
	}
}

/* ---------------------------------------------------------------- one piece of text */

/*
 * Returns the most room that a word takes in a tsvector: bytes, padding, positions and their count.
 */
static Size
word_room(const ParsedWord *word)
{
	return (Size) word->len + 1 + sizeof(uint16) + sizeof(WordEntryPos);
}

/* Drops the words that no tsvector could hold; returns whether there were any. */
static bool
drop_excess(ParsedText *parsed)
{
	Size room = 0;

	for (int i = 0; i < parsed->curwords; i++)
	{
		room += word_room(&parsed->words[i]);
		if (room > MAXSTRPOS)
		{
			parsed->curwords = i;
			return true;
		}
	}
	return false;
}

static TSVector
parse_piece(VectorBuild *build, const char *data, int len, int gap, char weight)
{
	ParsedText parsed = {.lenwords = len / 6 + 16, .pos = gap}; /* average French word and space */
	TSVector vector;

	parsed.words = palloc(sizeof(ParsedWord) * parsed.lenwords);
	parsetext(build->config, &parsed, unconstify(char *, data), len);
	build->full = drop_excess(&parsed);
	vector = make_tsvector(&parsed);
	if (weight == 'D')
		return vector;
	return DatumGetTSVector(
		DirectFunctionCall2(tsvector_setweight, TSVectorGetDatum(vector), CharGetDatum(weight)));
}

/*
 * Returns whether tsvector_concat accepts both: it adds up their bytes without headers and entries,
 * with padding for each entry.
 */
static bool
fits(TSVector a, TSVector b)
{
	Size room = VARSIZE(a) + VARSIZE(b) - (Size) (a->size + b->size) * sizeof(WordEntry);

	return room + a->size + b->size <= MAXSTRPOS;
}

static void
add_piece(VectorBuild *build, const char *data, int len, int gap, char weight)
{
	MemoryContext caller = MemoryContextSwitchTo(build->piece);
	TSVector piece = parse_piece(build, data, len, gap, weight);

	MemoryContextSwitchTo(caller);
	if (piece->size > 0 && fits(build->vector, piece))
	{
		TSVector old = build->vector;

		build->vector = DatumGetTSVector(
			DirectFunctionCall2(tsvector_concat, TSVectorGetDatum(old), TSVectorGetDatum(piece)));
		pfree(old);
	}
	else if (piece->size > 0)
		build->full = true;
	MemoryContextReset(build->piece);
}

/* ---------------------------------------------------------------- one text */

/*
 * Returns the length of the next piece of a text: it ends after a line or a word if possible, else
 * after a character.
 */
static int
piece_length(const char *data, int len)
{
	const char marks[] = "\n ";

	if (len <= PIECE)
		return len;
	for (int i = 0; marks[i] != '\0'; i++)
	{
		for (int end = PIECE; end > PIECE / 2; end--)
		{
			if (data[end - 1] == marks[i])
				return end;
		}
	}
	return pg_mbcliplen(data, len, PIECE);
}

static void
add_text(VectorBuild *build, Datum value, char weight)
{
	text *whole = DatumGetTextPP(value);
	const char *data = VARDATA_ANY(whole);
	int len = VARSIZE_ANY_EXHDR(whole);
	int gap;

	if (build->is_own)
	{
		add_own_text(build, str_make(data, len), 'D' - weight);
		return;
	}
	gap = build->vector->size > 0 ? TEXT_GAP : 0;
	while (len > 0 && !build->full)
	{
		int piece = piece_length(data, len);

		CHECK_FOR_INTERRUPTS();
		add_piece(build, data, piece, gap, weight);
		data += piece;
		len -= piece;
		gap = 0;
	}
}

static void
add_texts(VectorBuild *build, Datum value, char weight)
{
	ArrayType *array = DatumGetArrayTypeP(value);
	Datum *elements;
	bool *isnull;
	int count;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &isnull, &count);
	for (int i = 0; i < count; i++)
	{
		if (!isnull[i])
			add_text(build, elements[i], weight);
	}
}

/* ---------------------------------------------------------------- an article */

static TSVector
empty_vector(void)
{
	TSVector vector = palloc0(CALCDATASIZE(0, 0));

	SET_VARSIZE(vector, CALCDATASIZE(0, 0));
	return vector;
}

/*
 * Returns whether the description repeats the subtitle: many pages print it under the headline, and
 * once is enough.
 */
static bool
repeats_subtitle(const RowValues *row)
{
	return !row->isnull[INDEXED_SUBTITLE] && !row->isnull[INDEXED_DESCRIPTION] &&
		   DatumGetBool(DirectFunctionCall2Coll(texteq, C_COLLATION_OID,
												row->value[INDEXED_SUBTITLE],
												row->value[INDEXED_DESCRIPTION]));
}

static bool
text_has_accents(Datum value)
{
	text *whole = DatumGetTextPP(value);

	return tsearch_has_accents(str_make(VARDATA_ANY(whole), VARSIZE_ANY_EXHDR(whole)));
}

/* Returns whether any text of the article has accents: one without them may be a short title. */
static bool
has_accents(const RowValues *row)
{
	for (int field = 0; field < INDEXED_COUNT; field++)
	{
		if (!row->isnull[field] && indexed_columns[field].type == TEXTOID &&
			text_has_accents(row->value[field]))
			return true;
	}
	return false;
}

/* accents: whether the texts have any, which decides for all of them. */
static void
start_build(VectorBuild *build, Oid config, bool accents)
{
	memset(build, 0, sizeof(*build));
	build->config = config;
	build->plain = !accents;
	build->is_own = tsearch_kinds(config, &build->kinds);
	if (build->is_own)
	{
		tsearch_check_encoding();
		vector_init(&build->own);
		return;
	}
	build->vector = empty_vector();
	build->piece = AllocSetContextCreate(CurrentMemoryContext, "article_tsvector piece",
										 ALLOCSET_DEFAULT_SIZES);
	tsearch_judge_accents(accents ? ACCENTS_PRESENT : ACCENTS_ABSENT);
}

static TSVector
finish_build(VectorBuild *build)
{
	TSVector words;

	if (build->is_own)
	{
		words = vector_finish(&build->own);
		vector_free(&build->own);
		return words;
	}
	tsearch_judge_accents(ACCENTS_OF_EACH);
	MemoryContextDelete(build->piece);
	return build->vector;
}

static TSVector
build_article(Oid config, RowValues *row)
{
	VectorBuild build;

	start_build(&build, config, has_accents(row));
	if (repeats_subtitle(row))
		row->isnull[INDEXED_DESCRIPTION] = true;
	for (int field = 0; field < INDEXED_COUNT; field++)
	{
		if (row->isnull[field])
			continue;
		if (indexed_columns[field].type == TEXTARRAYOID)
			add_texts(&build, row->value[field], indexed_weights[field]);
		else
			add_text(&build, row->value[field], indexed_weights[field]);
	}
	return finish_build(&build);
}

SQL_FUNCTION(article_tsvector);
Datum
article_tsvector(PG_FUNCTION_ARGS)
{
	Oid config = searchconfig(fcinfo, 2);
	HeapTupleHeader article = PG_GETARG_HEAPTUPLEHEADER(PG_NARGS() - 1);
	RowValues row;

	row_read(row_map_at_site(fcinfo, article, indexed_columns, INDEXED_COUNT), article,
			 INDEXED_COUNT, &row);
	PG_RETURN_TSVECTOR(build_article(config, &row));
}

SQL_FUNCTION(french_tsvector);
Datum
french_tsvector(PG_FUNCTION_ARGS)
{
	Oid config = searchconfig(fcinfo, 2);
	Datum value = PG_GETARG_DATUM(PG_NARGS() - 1);
	VectorBuild build;

	start_build(&build, config, text_has_accents(value));
	add_text(&build, value, 'D');
	PG_RETURN_TSVECTOR(finish_build(&build));
}
