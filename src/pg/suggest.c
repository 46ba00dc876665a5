/*
 * suggest.c
 *	  SQL: french_suggest, "did you mean".  The text of a search box and a table of forms in; the
 *	  text with the likeliest spelling of each word that the table does not know out, or NULL.
 *
 * A form is likelier the more often it occurs and the closer it is: log(occurrences) minus
 * EDIT_COST for each edit, a noisy channel (Kernighan, Church & Gale 1990, "A spelling correction
 * program based on a noisy channel model") whose errors are all alike.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "base/array.h"
#include "french/lexicon.h"
#include "french/query.h"
#include "french/spelling.h"
#include "french/word_scan.h"
#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "pg/sql.h"
#include "pg/tsearch.h"
#include "text/fold.h"

/*
 * A word with one error is one in e^5 = 150 of those that are right: people mistype 1 to 2 % of
 * words when they search, and what they may mistype a word to is not one word.
 */
#define EDIT_COST 5.0

/* A word of the lexicon that the table lacks counts as if it occurred this often. */
#define KNOWN_OCCURRENCES 10

/* Most words of a text that are looked up; a longer text is not a search. */
#define MAX_WORDS 16

/* Difference in length, in characters, between a form and what was typed; more only if they sound
 * the same. */
#define MAX_LONGER 3

/*
 * $1: keys of the word, $2: those that all its other spellings share, $3: those of forms that a
 * search for it finds, $4 and $5: lengths.
 */
#define CANDIDATES                                                                                 \
	"SELECT f.form, max(f.occurrences), bool_or(f.keys && $3) FROM %s f "                          \
	"WHERE f.keys && $1 AND (f.keys && $2 OR length(f.form) BETWEEN $4 AND $5) GROUP BY f.form"

/* Operators of the search box, which are not words. */
static const Str operators[] = {STR("AND"),	 STR("NEAR"),		 STR("NOT"), STR("OR"),
								STR("PRES"), STR("PR\xC3\x88S"), STR("SAUF")};

typedef struct Suggestion
{
	Arena *arena;
	const char *sql;
	int words; /* looked up so far */
} Suggestion;

/* The best form so far for a word. */
typedef struct Best
{
	Str form;
	double score;
	double known;	 /* the score of the word as it was typed; negative if nobody knows it */
	bool in_lexicon; /* the word as it was typed */
} Best;

static Datum
text_array(const StrList *keys, uint32 from, uint32 to)
{
	Datum *elements = palloc(sizeof(Datum) * Max(to - from, 1));

	for (uint32 i = from; i < to; i++)
		elements[i - from] = servertext_datum(keys->items[i]);
	return PointerGetDatum(
		construct_array(elements, (int) (to - from), TEXTOID, -1, false, TYPALIGN_INT));
}

/* Returns the keys of forms that a search for the word finds: itself, and forms of its lexemes. */
static Datum
own_keys(Arena *arena, const WordScan *scan, Str same)
{
	StrList keys = {0};

	strlist_add(&keys, arena, same);
	for (uint32_t i = 0; i < scan->count; i++)
	{
		uint32_t position;

		strlist_add(&keys, arena, str_concat(arena, STR(":"), word_scan_term(scan, i, &position)));
	}
	return text_array(&keys, 0, keys.count);
}

/* Returns how many of the keys are not trigrams; they come first. */
static uint32
count_sure_keys(const StrList *keys)
{
	uint32 count = 0;

	while (count < keys->count && strchr("=:~^", keys->items[count].data[0]) != NULL &&
		   keys->items[count].len > 0)
		count++;
	return count;
}

/*
 * Selects the forms that share a key with the word: a sound, name or lexeme, or with "trigrams"
 * also three letters.
 */
static void
find_candidates(const Suggestion *suggestion, const WordScan *scan, const Spelling *typed,
				bool trigrams)
{
	Oid types[] = {TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, INT4OID, INT4OID};
	StrList keys = {0};
	int length = 0;
	Datum values[lengthof(types)];
	uint32 sure;

	spelling_keys(suggestion->arena, STR(""), typed->form, &keys);
	sure = count_sure_keys(&keys);
	for (uint32 i = 0; i < typed->form.len; i++)
		length += ((unsigned char) typed->form.data[i] & 0xC0) != 0x80;
	values[1] = text_array(&keys, 0, sure);
	values[0] = trigrams ? text_array(&keys, 0, keys.count) : values[1];
	values[2] = own_keys(suggestion->arena, scan, keys.items[0]);
	values[3] = Int32GetDatum(length - MAX_LONGER);
	values[4] = Int32GetDatum(length + MAX_LONGER);
	sql_query(suggestion->sql, lengthof(types), types, values);
}

static bool
in_lexicon(Str word)
{
	char folded[FOLD_WORD_ROOM];

	return lexicon_has(str_make(folded, fold_word(word, folded, sizeof(folded))));
}

/*
 * Is the word that was typed a misspelling of a form that a search for it finds (ambasadeur), not
 * another form of it (Fillons) or the same without accents?
 */
static bool
is_misspelling(const Spelling *typed, const Spelling *form, bool typed_in_lexicon)
{
	return !typed_in_lexicon && in_lexicon(form->form) &&
		   !str_equal(spelling_folded(typed), spelling_folded(form));
}

/* Compares what was typed with the form of a row. */
static void
weigh_row(HeapTuple row, TupleDesc desc, const Spelling *typed, Best *best)
{
	bool isnull;
	text *form = DatumGetTextPP(SPI_getbinval(row, desc, 1, &isnull));
	double score = log(1 + (double) DatumGetInt64(SPI_getbinval(row, desc, 2, &isnull)));
	bool found = DatumGetBool(SPI_getbinval(row, desc, 3, &isnull));
	Spelling spelling;
	bool comparable =
		spelling_read(&spelling, str_make(VARDATA_ANY(form), VARSIZE_ANY_EXHDR(form)));
	double distance;

	if (found && !(comparable && is_misspelling(typed, &spelling, best->in_lexicon)))
	{
		best->known = Max(best->known, score);
		return;
	}
	if (!comparable)
		return;
	distance = spelling_distance(typed, &spelling);
	if (distance < 0)
		return;
	score -= EDIT_COST * distance;
	if (best->form.data == NULL || score > best->score)
	{
		best->form = spelling.form;
		best->score = score;
	}
}

/* Compares what was typed with the forms that share a key with it. */
static void
weigh_candidates(Suggestion *suggestion, const WordScan *scan, const Spelling *typed, bool trigrams,
				 Best *best)
{
	find_candidates(suggestion, scan, typed, trigrams);
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		CHECK_FOR_INTERRUPTS();
		weigh_row(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, typed, best);
	}
	if (best->form.data != NULL)
		best->form = str_copy(suggestion->arena, best->form);
	SPI_freetuptable(SPI_tuptable);
}

static bool
is_better(const Best *best)
{
	return best->form.data != NULL && (best->known < 0 || best->score > best->known);
}

/*
 * Returns the likelier spelling of a word, allocated in the arena, or STR_NONE. Many forms share
 * three letters with it, few its sound: so the former are only looked up if the word is rare, and
 * no form that sounds the same is frequent enough to outweigh its edits.
 */
static Str
better_spelling(Suggestion *suggestion, const WordScan *scan)
{
	Best best = {.form = STR_NONE, .known = -1};
	Str word = scan->token.text;
	Spelling typed;

	if (suggestion->words == MAX_WORDS || !word_scan_is_word(scan) || scan->count == 0 ||
		!spelling_read(&typed, word) || str_is_one_of(word, operators, lengthof(operators)))
		return STR_NONE;
	suggestion->words++;
	best.in_lexicon = in_lexicon(word);
	weigh_candidates(suggestion, scan, &typed, false, &best);
	if (best.in_lexicon)
		best.known = Max(best.known, log(1 + KNOWN_OCCURRENCES));
	if ((!is_better(&best) || best.score < 0) && best.known <= log(1 + KNOWN_OCCURRENCES))
		weigh_candidates(suggestion, scan, &typed, true, &best);
	return is_better(&best) ? best.form : STR_NONE;
}

/* Returns the text with all better spellings, or STR_NONE if there are none. */
static Str
respell(Suggestion *suggestion, Str text)
{
	WordScan *scan = palloc(sizeof(WordScan));
	uint32 copied = 0;
	StrBuf out;

	strbuf_init(&out, suggestion->arena);
	word_scan_start(scan, suggestion->arena, text);
	while (word_scan_next(scan) && scan->tokens.next <= SEARCH_MAX_BYTES)
	{
		Str better = better_spelling(suggestion, scan);
		uint32 start = (uint32) (scan->token.text.data - text.data);

		if (better.data == NULL)
			continue;
		strbuf_add(&out, str_sub(text, copied, start - copied));
		strbuf_add(&out, better);
		copied = start + scan->token.text.len;
	}
	if (copied == 0)
		return STR_NONE;
	strbuf_add(&out, str_sub(text, copied, text.len));
	return strbuf_str(&out);
}

SQL_FUNCTION(french_suggest);
Datum
french_suggest(PG_FUNCTION_ARGS)
{
	Suggestion suggestion = {0};
	Arena arena;
	Str better;
	Datum result;
	int level;

	tsearch_check_encoding();
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	suggestion.arena = &arena;
	suggestion.sql = psprintf(CANDIDATES, corpus_forms_name(PG_GETARG_OID(1)));
	SPI_connect();
	level = sql_path_restrict();
	better = respell(&suggestion, servertext_value(&arena, PG_GETARG_TEXT_PP(0)));
	sql_path_restore(level);
	SPI_finish();
	if (better.data == NULL)
	{
		arena_free(&arena);
		PG_RETURN_NULL();
	}
	result = servertext_datum(better);
	arena_free(&arena);
	return result;
}
