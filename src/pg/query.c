/*
 * query.c
 *	  SQL: french_query, french_query_any: what people type into a search box as a tsquery.
 *	  The core takes the text apart (french/query.h), the server's parser puts the operands together
 *	  (parse_tsquery); here each operand goes through the configuration.
 */
#include "postgres.h"

#include "tsearch/ts_utils.h"
#include "utils/builtins.h"

#include "french/lexicon_prefix.h"
#include "french/query.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/searchconfig.h"
#include "pg/servertext.h"
#include "text/fold.h"

/* What parse_tsquery hands through to push_operand. */
typedef struct QueryBuild
{
	Oid config;
	const SearchQuery *query;
} QueryBuild;

/* ---------------------------------------------------------------- one operand */

static bool
push_lexeme(TSQueryParserState state, const char *lexeme, size_t len, bool prefix)
{
	if (len == 0 || len >= MAXSTRLEN)
		return false;
	pushValue(state, unconstify(char *, lexeme), (int) len, 0, prefix);
	return true;
}

/* Words of one position: those of one variant together, or those of another.  False for none. */
static bool
push_position(TSQueryParserState state, const ParsedWord *words, int count)
{
	bool pushed = false;

	for (int i = 0; i < count;)
	{
		int first = i;
		bool variant = false;

		for (; i < count && words[i].nvariant == words[first].nvariant; i++)
		{
			if (!push_lexeme(state, words[i].word, words[i].len, words[i].flags & TSL_PREFIX))
				continue;
			if (variant)
				pushOperator(state, OP_AND, 0);
			variant = true;
		}
		if (variant && pushed)
			pushOperator(state, OP_OR, 0);
		pushed = pushed || variant;
	}
	return pushed;
}

/* The beginnings of lexemes that a star asks for, in the server's encoding. */
#define PREFIX_FORMS (WORD_TERMS_MAX + 2)

typedef struct Prefix
{
	Str forms[PREFIX_FORMS];
	int count;
} Prefix;

static void
add_form(Prefix *prefix, const char *form, size_t len)
{
	Str own = servertext_from_core(str_make(form, len));

	for (int i = 0; i < prefix->count; i++)
	{
		if (str_equal(prefix->forms[i], own))
			return;
	}
	prefix->forms[prefix->count++] = str_make(pnstrdup(own.data, own.len), own.len);
}

/*
 * The letters before a star, as they stand in the index: with the accents that were typed or, where
 * there are none, that words of the lexicon have; and without, for other words.
 */
static void
make_prefix(Prefix *prefix, Str letters)
{
	char form[FOLD_WORD_MAX];
	size_t len = fold_word(letters, form, sizeof(form));
	WordTerms accented;

	prefix->count = 0;
	add_form(prefix, form, len);
	lexicon_prefixes(str_make(form, len), &accented);
	for (int i = 0; i < accented.count; i++)
		add_form(prefix, accented.text + accented.start[i],
				 accented.start[i + 1] - accented.start[i]);
	add_form(prefix, form, fold_plain(letters, form, sizeof(form)));
}

/* Whatever begins so, beside what is "pushed" already; false for none of both. */
static bool
push_forms(TSQueryParserState state, const Prefix *prefix, bool pushed)
{
	for (int i = 0; i < prefix->count; i++)
	{
		if (!push_lexeme(state, prefix->forms[i].data, prefix->forms[i].len, true))
			continue;
		if (pushed)
			pushOperator(state, OP_OR, 0);
		pushed = true;
	}
	return pushed;
}

static bool
begins_so(const Prefix *prefix, const ParsedWord *word)
{
	for (int i = 0; i < prefix->count; i++)
	{
		Str form = prefix->forms[i];

		if (word->len >= form.len && memcmp(word->word, form.data, form.len) == 0)
			return true;
	}
	return false;
}

/*
 * A position with a star: what begins so, and what the word without the star means where that
 * begins otherwise: va* finds vache, and aller.
 */
static bool
push_prefix(TSQueryParserState state, Str letters, ParsedWord *words, int count)
{
	Prefix prefix;
	bool pushed;
	int others = 0;

	make_prefix(&prefix, letters);
	for (int i = 0; i < count; i++)
	{
		if (!begins_so(&prefix, &words[i]))
			words[others++] = words[i];
	}
	pushed = push_position(state, words, others);
	return push_forms(state, &prefix, pushed);
}

/* How the words of an operand hang together, "gap" positions apart. */
static void
push_link(TSQueryParserState state, SearchJoin join, int gap)
{
	if (join == JOIN_PHRASE)
		pushOperator(state, OP_PHRASE, (int16) gap);
	else
		pushOperator(state, join == JOIN_ANY ? OP_OR : OP_AND, 0);
}

/* Does a lexeme stand at every position of an operand? */
static bool
is_everywhere(const ParsedText *parsed, const ParsedWord *lexeme)
{
	const ParsedWord *words = parsed->words;
	int position = words[0].pos.pos;

	for (int i = 0; i < parsed->curwords && words[i].pos.pos <= position + 1; i++)
	{
		if (words[i].len == lexeme->len && memcmp(words[i].word, lexeme->word, lexeme->len) == 0)
			position = words[i].pos.pos;
	}
	return position == words[parsed->curwords - 1].pos.pos;
}

/*
 * The compound in one word, where the operand is one compound (week-end): it stands at every
 * position, its parts do not.  Not a word that is said twice.
 */
static const ParsedWord *
fused_word(const ParsedText *parsed)
{
	const ParsedWord *words = parsed->words;
	const ParsedWord *fused = NULL;
	bool has_part = false;

	if (parsed->curwords == 0 || words[0].pos.pos == words[parsed->curwords - 1].pos.pos)
		return NULL;
	for (int i = 0; i < parsed->curwords && words[i].pos.pos == words[0].pos.pos; i++)
	{
		if (is_everywhere(parsed, &words[i]))
			fused = &words[i];
		else
			has_part = true;
	}
	return has_part ? fused : NULL;
}

static void
analyse(const QueryBuild *build, Str text, ParsedText *parsed)
{
	Str own = servertext_from_core(text);

	memset(parsed, 0, sizeof(ParsedText));
	parsed->lenwords = 32;
	parsed->words = palloc(sizeof(ParsedWord) * parsed->lenwords);
	parsetext(build->config, parsed, unconstify(char *, own.data), (int) own.len);
}

/*
 * The letters of a prefix may be too few for the configuration to give them a position: in week-e*
 * it sees week alone.  Then the prefix stands behind what it sees.
 */
static bool
prefix_stands_behind(const QueryBuild *build, const SearchOperand *operand,
					 const ParsedText *parsed)
{
	size_t before = operand->text.len - operand->prefix.len;
	ParsedText others;

	if (operand->prefix.data == NULL || before == 0)
		return false;
	analyse(build, str_make(operand->text.data, before), &others);
	return others.curwords > 0 && others.pos >= parsed->pos;
}

/*
 * Compounds and words with an apostrophe that begin so, as the index may have them: rendez-v* finds
 * rendezvou, week-e* week-end, aujourd'h* aujourd'hui.  Returns pushed, or true.
 */
static bool
push_compound(TSQueryParserState state, Str joined, bool pushed)
{
	char form[FOLD_WORD_MAX];
	size_t len = fold_plain(joined, form, sizeof(form));
	size_t fused = 0;
	WordTerms found;
	Prefix prefix = {.count = 0};

	lexicon_prefixes(str_make(form, len), &found);
	for (int i = 0; i < found.count; i++)
		add_form(&prefix, found.text + found.start[i], found.start[i + 1] - found.start[i]);
	for (size_t i = 0; i < len; i++)
	{
		if (form[i] != '-')
			form[fused++] = form[i];
	}
	add_form(&prefix, form, fused);
	return push_forms(state, &prefix, pushed);
}

/*
 * The positions of an operand and what links them; false for none.  A prefix belongs to the last one,
 * or stands alone where the configuration has no word there: "mise à j*".
 */
static bool
push_positions(TSQueryParserState state, const SearchOperand *operand, ParsedText *parsed)
{
	int end = LIMITPOS(parsed->pos);
	bool has_prefix = operand->prefix.data != NULL;
	bool pushed = false;
	int last = 0;

	for (int i = 0; i < parsed->curwords;)
	{
		int first = i;
		int position = parsed->words[i].pos.pos;
		bool here;

		while (i < parsed->curwords && parsed->words[i].pos.pos == position)
			i++;
		if (has_prefix && position == end)
			here = push_prefix(state, operand->prefix, &parsed->words[first], i - first);
		else
			here = push_position(state, &parsed->words[first], i - first);
		if (here && pushed)
			push_link(state, operand->join, position - last);
		if (here)
			last = position;
		pushed = pushed || here;
	}
	if (!has_prefix || (parsed->curwords > 0 && parsed->words[parsed->curwords - 1].pos.pos == end))
		return pushed;
	if (push_prefix(state, operand->prefix, NULL, 0))
	{
		if (pushed)
			push_link(state, operand->join, end - last);
		pushed = true;
	}
	return pushed;
}

/* A compound as a phrase is found in one word too. */
static void
push_words(TSQueryParserState state, const SearchOperand *operand, ParsedText *parsed)
{
	const ParsedWord *fused;
	bool pushed = push_positions(state, operand, parsed);

	if (operand->joined.data != NULL)
		pushed = push_compound(state, operand->joined, pushed);
	if (!pushed)
		pushStop(state);
	else if (operand->join == JOIN_PHRASE && (fused = fused_word(parsed)) != NULL &&
			 push_lexeme(state, fused->word, fused->len, false))
		pushOperator(state, OP_OR, 0);
}

/* parse_tsquery has found an operand: the token is its number. */
static void
push_operand(Datum opaque, TSQueryParserState state, char *token, int tokenlen, int16 tokenweights,
			 bool prefix)
{
	const QueryBuild *build = (const QueryBuild *) DatumGetPointer(opaque);
	const SearchOperand *operand;
	ParsedText parsed;
	int number = 0;

	(void) tokenweights;
	(void) prefix;
	for (int i = 0; i < tokenlen; i++)
		number = number * 10 + (token[i] - '0');
	operand = &build->query->operands[number];
	analyse(build, operand->text, &parsed);
	if (prefix_stands_behind(build, operand, &parsed))
		parsed.pos++;
	push_words(state, operand, &parsed);
}

/* ---------------------------------------------------------------- the whole query */

static Datum
search_box(FunctionCallInfo fcinfo, SearchJoin join)
{
	QueryBuild build = {.config = searchconfig(fcinfo, 2)};
	text *typed = PG_GETARG_TEXT_PP(PG_NARGS() - 1);
	SearchQuery query;
	TSQuery result;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	query = search_read(
		&arena, servertext_argument(&arena, str_make(VARDATA_ANY(typed), VARSIZE_ANY_EXHDR(typed))),
		join);
	build.query = &query;
	result = compat_parse_tsquery(pnstrdup(query.expression.data, query.expression.len),
								  push_operand, PointerGetDatum(&build));
	arena_free(&arena);
	PG_RETURN_TSQUERY(result);
}

SQL_FUNCTION(french_query);
Datum
french_query(PG_FUNCTION_ARGS)
{
	return search_box(fcinfo, JOIN_ALL);
}

SQL_FUNCTION(french_query_any);
Datum
french_query_any(PG_FUNCTION_ARGS)
{
	return search_box(fcinfo, JOIN_ANY);
}
