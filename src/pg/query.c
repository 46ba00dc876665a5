/*
 * query.c
 *	  SQL: french_query and french_query_any turn what people type into a search box into a tsquery.
 *	  The core splits the text (french/query.h), the server's parser combines the operands
 *	  (parse_tsquery), and the code here passes each operand through the configuration.
 */
#include "postgres.h"

#include "tsearch/ts_utils.h"
#include "utils/builtins.h"

#include "french/lexicon.h"
#include "french/lexicon_prefix.h"
#include "french/token.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/query.h"
#include "pg/searchconfig.h"
#include "pg/servertext.h"
#include "pg/tsearch.h"
#include "text/fold.h"

/*
 * Argument that parse_tsquery passes on to push_operand.
 *
 * A ranking adds up the terms of a query, so a word of two readings would weigh twice as much as a
 * word of one.  In a query of both kinds a word of one reading is therefore written twice, which is
 * how a tsquery tells a weight: article_bm25 counts it twice, everything else once.
 */
typedef struct QueryBuild
{
	Oid config;
	const SearchQuery *query;
	bool has_readings; /* some position has several terms */
	bool weigh;		   /* write the term of a position that has no other twice */
} QueryBuild;

/* The query that is being made, and what was pushed last. */
typedef struct Pushed
{
	TSQueryParserState state;
	uint32 count; /* of lexemes */
	const char *lexeme;
	int len;
	bool prefix;
} Pushed;

/* ---------------------------------------------------------------- one operand */

static bool
push_lexeme(Pushed *query, const char *lexeme, size_t len, bool prefix)
{
	if (len == 0 || len >= MAXSTRLEN)
		return false;
	pushValue(query->state, unconstify(char *, lexeme), (int) len, 0, prefix);
	query->count++;
	query->lexeme = lexeme;
	query->len = (int) len;
	query->prefix = prefix;
	return true;
}

/*
 * Weighs a position of a query for a ranking, whose "words" were pushed after "before" lexemes: see
 * QueryBuild.  The part of a compound is not alone, though the compound was pushed before.
 */
static void
weigh_position(Pushed *query, QueryBuild *build, int words, uint32 before)
{
	if (words > 1 || query->count > before + 1)
		build->has_readings = true;
	else if (build->weigh && push_lexeme(query, query->lexeme, query->len, query->prefix))
		pushOperator(query->state, OP_OR, 0);
}

/*
 * Pushes the words of one position: the words of a variant joined by AND, the variants by OR.
 * Returns false if there are none.
 */
static bool
push_position(Pushed *query, const ParsedWord *words, int count)
{
	bool pushed = false;

	for (int i = 0; i < count;)
	{
		int first = i;
		bool variant = false;

		for (; i < count && words[i].nvariant == words[first].nvariant; i++)
		{
			if (!push_lexeme(query, words[i].word, words[i].len, words[i].flags & TSL_PREFIX))
				continue;
			if (variant)
				pushOperator(query->state, OP_AND, 0);
			variant = true;
		}
		if (variant && pushed)
			pushOperator(query->state, OP_OR, 0);
		pushed = pushed || variant;
	}
	return pushed;
}

/* Maximum number of lexeme prefixes that a star expands to. */
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
 * Builds the prefixes for the letters before a star, in the server's encoding and as the index
 * stores them: with the accents that were typed or, if there are none, with those that words of the
 * lexicon have; and without accents, for other words.
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

/*
 * Pushes all prefixes, joined by OR to an operand if one is "pushed" already.  Returns false if
 * there is neither.
 */
static bool
push_forms(Pushed *query, const Prefix *prefix, bool pushed)
{
	for (int i = 0; i < prefix->count; i++)
	{
		if (!push_lexeme(query, prefix->forms[i].data, prefix->forms[i].len, true))
			continue;
		if (pushed)
			pushOperator(query->state, OP_OR, 0);
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
 * Pushes a position with a star: the prefixes, and the lexemes of the word without the star if they
 * do not begin with the prefix: va* finds vache, and aller.
 */
static bool
push_prefix(Pushed *query, Str letters, ParsedWord *words, int count)
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
	pushed = push_position(query, words, others);
	return push_forms(query, &prefix, pushed);
}

/* Pushes the operator that joins the words of an operand, "gap" positions apart. */
static void
push_link(Pushed *query, SearchJoin join, int gap)
{
	if (join == JOIN_PHRASE)
		pushOperator(query->state, OP_PHRASE, (int16) gap);
	else
		pushOperator(query->state, join == JOIN_ANY ? OP_OR : OP_AND, 0);
}

/* Returns whether a lexeme occurs at every position of an operand. */
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
 * Returns the compound as one word if the operand is a single compound (week-end), else NULL.  Such
 * a word occurs at every position, but its parts do not.  That excludes a word that is repeated.
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
 * Returns whether a prefix follows the words that the configuration finds.  It may have too few
 * letters to get a position of its own: in week-e* the configuration finds only week.
 */
static bool
prefix_follows(const QueryBuild *build, const SearchOperand *operand, const ParsedText *parsed)
{
	size_t before = operand->text.len - operand->prefix.len;
	ParsedText others;

	if (operand->prefix.data == NULL || before == 0)
		return false;
	analyse(build, str_make(operand->text.data, before), &others);
	return others.curwords > 0 && others.pos >= parsed->pos;
}

/*
 * Pushes the compounds and the words with an apostrophe that begin with the text, as the index may
 * store them: rendez-v* finds rendezvou, week-e* week-end, aujourd'h* aujourd'hui.  Returns true if
 * these or an earlier operand ("pushed") were pushed.
 */
static bool
push_compound(Pushed *query, Str joined, bool pushed)
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
	return push_forms(query, &prefix, pushed);
}

/* Returns the word that both positions have: the compound whose parts the others are; or NULL. */
static const ParsedWord *
shared_word(const ParsedText *parsed, int first, int second, int end)
{
	const ParsedWord *words = parsed->words;

	if (end == second || words[second].pos.pos != words[first].pos.pos + 1)
		return NULL;
	for (int i = first; i < second; i++)
	{
		for (int k = second; k < end; k++)
		{
			if (words[i].len == words[k].len &&
				memcmp(words[i].word, words[k].word, words[i].len) == 0)
				return &words[i];
		}
	}
	return NULL;
}

/* Returns the number of the first word after those at the position of this one. */
static int
position_end(const ParsedText *parsed, int word)
{
	int position = parsed->words[word].pos.pos;

	while (word < parsed->curwords && parsed->words[word].pos.pos == position)
		word++;
	return word;
}

/*
 * Pushes a word that was typed with a hyphen, whose parts begin here: as one, or as its parts side
 * by side, since a page may well have « porte » and « parole » apart.  Returns where it ends, or
 * "first" if this is no such word.
 */
static int
push_hyphenated(Pushed *query, const ParsedText *parsed, int first)
{
	int second = position_end(parsed, first);
	int end = second < parsed->curwords ? position_end(parsed, second) : second;
	const ParsedWord *whole = shared_word(parsed, first, second, end);

	if (whole == NULL || !push_position(query, &parsed->words[first], second - first))
		return first;
	if (push_position(query, &parsed->words[second], end - second))
		push_link(query, JOIN_PHRASE, 1);
	if (push_lexeme(query, whole->word, whole->len, false))
		pushOperator(query->state, OP_OR, 0);
	return end;
}

/*
 * Pushes the positions of an operand and the operators between them; returns false if there are
 * none.  A prefix belongs to the last position, or gets its own if the configuration has no word
 * there: "mise à j*".
 */
static bool
push_positions(Pushed *query, QueryBuild *build, const SearchOperand *operand, ParsedText *parsed)
{
	int end = LIMITPOS(parsed->pos);
	bool has_prefix = operand->prefix.data != NULL;
	bool hyphenated = operand->join == JOIN_ALL && !has_prefix &&
					  memchr(operand->text.data, '-', operand->text.len) != NULL;
	bool pushed = false;
	uint32 before;
	int last = 0;

	for (int i = 0; i < parsed->curwords;)
	{
		int first = i;
		int position = parsed->words[i].pos.pos;
		bool here = true;

		before = query->count;
		if (hyphenated)
			i = push_hyphenated(query, parsed, first);
		if (i == first)
		{
			i = position_end(parsed, first);
			if (has_prefix && position == end)
				here = push_prefix(query, operand->prefix, &parsed->words[first], i - first);
			else
				here = push_position(query, &parsed->words[first], i - first);
		}
		if (here && operand->join == JOIN_ANY)
			weigh_position(query, build, i - first, before);
		if (here && pushed)
			push_link(query, operand->join, position - last);
		if (here)
			last = position;
		pushed = pushed || here;
	}
	if (!has_prefix || (parsed->curwords > 0 && parsed->words[parsed->curwords - 1].pos.pos == end))
		return pushed;
	before = query->count;
	if (push_prefix(query, operand->prefix, NULL, 0))
	{
		if (operand->join == JOIN_ANY)
			weigh_position(query, build, 0, before);
		if (pushed)
			push_link(query, operand->join, end - last);
		pushed = true;
	}
	return pushed;
}

/* Pushes the words of an operand.  A compound, which is a phrase, also matches as one word. */
static void
push_words(Pushed *query, QueryBuild *build, const SearchOperand *operand, ParsedText *parsed)
{
	const ParsedWord *fused;
	bool pushed = push_positions(query, build, operand, parsed);

	if (operand->joined.data != NULL)
		pushed = push_compound(query, operand->joined, pushed);
	if (!pushed)
		pushStop(query->state);
	else if (operand->join == JOIN_PHRASE && (fused = fused_word(parsed)) != NULL &&
			 push_lexeme(query, fused->word, fused->len, false))
		pushOperator(query->state, OP_OR, 0);
}

/* If the only word of a search is a stop word, adds what it is with accents: ou finds où. */
static void
add_accented(Str word, ParsedText *parsed)
{
	char folded[FOLD_WORD_MAX];
	WordTerms terms;

	if (word.len > FOLD_WORD_MAX)
		return;
	lexicon_accented_terms(str_make(folded, fold_word(word, folded, sizeof(folded))), &terms);
	for (uint32_t i = 0; i < terms.count && parsed->curwords < parsed->lenwords; i++)
	{
		Str term = servertext_from_core(word_term(&terms, i));

		parsed->words[parsed->curwords++] = (ParsedWord){.word = pnstrdup(term.data, term.len),
														 .len = term.len,
														 .nvariant = i + 1,
														 .pos = {.pos = LIMITPOS(parsed->pos)}};
	}
}

/* Callback of parse_tsquery for an operand; the token is the operand's number. */
static void
push_operand(Datum opaque, TSQueryParserState state, char *token, int tokenlen, int16 tokenweights,
			 bool prefix)
{
	QueryBuild *build = (QueryBuild *) DatumGetPointer(opaque);
	Pushed pushed = {.state = state};
	const SearchOperand *operand;
	ParsedText parsed;
	int number = 0;

	(void) tokenweights;
	(void) prefix;
	for (int i = 0; i < tokenlen; i++)
		number = number * 10 + (token[i] - '0');
	operand = &build->query->operands[number];
	tsearch_expect_phrase(operand->join == JOIN_PHRASE);
	analyse(build, operand->text, &parsed);
	if (parsed.curwords == 0) /* « depuis quand ? »: as a question it has no other words */
	{
		tsearch_ignore_places(true);
		analyse(build, operand->text, &parsed);
	}
	if (parsed.curwords == 0 && build->query->count == 1)
		add_accented(operand->text, &parsed);
	tsearch_ignore_places(false);
	tsearch_expect_phrase(false);
	query_keep_asked(&parsed, operand->join);
	if (prefix_follows(build, operand, &parsed))
		parsed.pos++;
	push_words(&pushed, build, operand, &parsed);
}

/* ---------------------------------------------------------------- the whole query */

static bool
query_has_accents(const SearchQuery *query)
{
	for (uint32_t i = 0; i < query->count; i++)
	{
		if (token_text_has_accents(query->operands[i].text))
			return true;
	}
	return false;
}

static TSQuery
parse_operands(QueryBuild *build)
{
	Str expression = build->query->expression;

	return compat_parse_tsquery(pnstrdup(expression.data, expression.len), push_operand,
								PointerGetDatum(build));
}

TSQuery
query_from_box(Oid config, text *typed, SearchJoin join)
{
	QueryBuild build = {.config = config};
	SearchQuery query;
	TSQuery result;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	query = search_read(&arena, servertext_value(&arena, typed), join);
	build.query = &query;
	tsearch_judge_accents(query_has_accents(&query) ? ACCENTS_PRESENT : ACCENTS_ABSENT);
	result = parse_operands(&build);
	if (build.has_readings)
	{
		build.weigh = true;
		result = parse_operands(&build);
	}
	tsearch_judge_accents(ACCENTS_OF_EACH);
	arena_free(&arena);
	return result;
}

static Datum
search_box(FunctionCallInfo fcinfo, SearchJoin join)
{
	PG_RETURN_TSQUERY(
		query_from_box(searchconfig(fcinfo, 2), PG_GETARG_TEXT_PP(PG_NARGS() - 1), join));
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
