/*
 * tsearch_parser.c
 *	  The text search parser article_french: the tokenizer of src/french through PostgreSQL's parser
 *	  interface. Takes a text; returns typed slices of it that together make up the whole text, so
 *	  that ts_headline can print it.
 *
 * One palloc per text, none per token.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"
#include "utils/memutils.h"
#include "utils/resowner.h"

#include "french/token.h"
#include "pg/compat.h"
#include "pg/tsearch.h"

SQL_FUNCTION(article_french_start);
SQL_FUNCTION(article_french_token);
SQL_FUNCTION(article_french_end);
SQL_FUNCTION(article_french_types);

/*
 * The token that was returned last, and the scanner of its text; or NULL. The server passes it to
 * the dictionaries as it is, and before it asks for the next one, so that they can look at its
 * neighbours (tsearch_place).
 */
static Token last_token;
static const TokenScanner *last_scanner;
static bool places_ignored;
static bool phrase_expected;
static TsearchAccents accents_judged;

/* Of all texts that this backend reads; allocated with the first one. */
static WordMemo *memo;

static const LexDescr token_types[] = {
#define TOKEN(number, name, alias, description) {number, alias, description},
#include "french/token_list.h"
#undef TOKEN
};

void
tsearch_check_encoding(void)
{
	int encoding = GetDatabaseEncoding();

	if (encoding != PG_UTF8)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("French text search of extension \"article\" requires a database with "
						"encoding UTF8"),
				 errdetail("The encoding of this database is %s.", pg_encoding_to_char(encoding)),
				 errhint("Create one with CREATE DATABASE name ENCODING 'UTF8' LOCALE 'C.UTF-8' "
						 "TEMPLATE template0.")));
}

/* Forgets the last token after an error, which the parser does not hear of. */
static void
forget_place(ResourceReleasePhase phase, bool commit, bool top, void *argument)
{
	(void) phase;
	(void) commit;
	(void) top;
	(void) argument;
	last_scanner = NULL;
	places_ignored = false;
	phrase_expected = false;
	accents_judged = ACCENTS_OF_EACH;
}

void
tsearch_judge_accents(TsearchAccents accents)
{
	accents_judged = accents;
}

void
tsearch_ignore_places(bool ignore)
{
	places_ignored = ignore;
}

void
tsearch_expect_phrase(bool phrase)
{
	phrase_expected = phrase;
}

void
tsearch_init(void)
{
	RegisterResourceReleaseCallback(forget_place, NULL);
}

WordMemo *
tsearch_memo(void)
{
	if (memo == NULL)
		memo = MemoryContextAllocZero(TopMemoryContext, sizeof(WordMemo));
	return memo;
}

bool
tsearch_has_accents(Str text)
{
	for (uint32 start = 0; start < text.len;)
	{
		CHECK_FOR_INTERRUPTS();
		if (token_slice_has_accents(text, &start))
			return true;
	}
	return false;
}

bool
tsearch_place(Str token, TermPlace *place)
{
	if (places_ignored || last_scanner == NULL || token.len != last_token.text.len ||
		token.data != last_token.text.data)
		return false;
	place->text = last_scanner->text;
	place->start = (uint32) (token.data - place->text.data);
	place->phrase = phrase_expected;
	place->word = last_token.word;
	return true;
}

bool
tsearch_own_parser(Oid parser)
{
	const TSParserCacheEntry *entry = lookup_ts_parser_cache(parser);

	return entry->prsstart.fn_addr == article_french_start &&
		   entry->prstoken.fn_addr == article_french_token;
}

/* start(text internal, bytes int) → state */
Datum
article_french_start(PG_FUNCTION_ARGS)
{
	Str text = str_make((const char *) PG_GETARG_POINTER(0), (size_t) PG_GETARG_INT32(1));
	TokenScanner *scanner;

	tsearch_check_encoding();
	scanner = palloc(sizeof(TokenScanner));
	token_start_as(scanner, text, tsearch_memo(),
				   accents_judged == ACCENTS_OF_EACH ? !tsearch_has_accents(text)
													 : accents_judged == ACCENTS_ABSENT);
	PG_RETURN_POINTER(scanner);
}

/* token(state, out text, out bytes) → type, 0 at the end */
Datum
article_french_token(PG_FUNCTION_ARGS)
{
	TokenScanner *scanner = (TokenScanner *) PG_GETARG_POINTER(0);
	char **text = (char **) PG_GETARG_POINTER(1);
	int *length = (int *) PG_GETARG_POINTER(2);

	CHECK_FOR_INTERRUPTS(); /* parsetext() has no check, and a text may have 1 GB */
	token_next(scanner, &last_token);
	last_scanner = scanner;
	*text = (char *) last_token.text.data;
	*length = (int) last_token.text.len;
	PG_RETURN_INT32(last_token.type);
}

Datum
article_french_end(PG_FUNCTION_ARGS)
{
	last_scanner = NULL;
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

/* types(internal) → array of LexDescr that ends with number 0; the caller may change it */
Datum
article_french_types(PG_FUNCTION_ARGS)
{
	LexDescr *types = palloc0(sizeof(LexDescr) * (lengthof(token_types) + 1));

	(void) fcinfo;
	for (int i = 0; i < (int) lengthof(token_types); i++)
	{
		types[i].lexid = token_types[i].lexid;
		types[i].alias = pstrdup(token_types[i].alias);
		types[i].descr = pstrdup(token_types[i].descr);
	}
	PG_RETURN_POINTER(types);
}
