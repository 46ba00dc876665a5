/*
 * tsearch_parser.c
 *	  The text search parser article_french: the tokenizer of french/ behind PostgreSQL's interface.
 *	  Takes a text; returns typed slices of it that together make up the whole text, so that
 *	  ts_headline can print it.
 *
 * One palloc per text, none per token.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_public.h"

#include "french/token.h"
#include "pg/compat.h"
#include "pg/tsearch.h"

SQL_FUNCTION(article_french_start);
SQL_FUNCTION(article_french_token);
SQL_FUNCTION(article_french_end);
SQL_FUNCTION(article_french_types);

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
				 errhint("Create the database with ENCODING 'UTF8'.")));
}

/* start(text internal, bytes int) → state */
Datum
article_french_start(PG_FUNCTION_ARGS)
{
	TokenScanner *scanner;

	tsearch_check_encoding();
	scanner = palloc(sizeof(TokenScanner));
	token_start(scanner,
				str_make((const char *) PG_GETARG_POINTER(0), (size_t) PG_GETARG_INT32(1)));
	PG_RETURN_POINTER(scanner);
}

/* token(state, out text, out bytes) → type, 0 at the end */
Datum
article_french_token(PG_FUNCTION_ARGS)
{
	TokenScanner *scanner = (TokenScanner *) PG_GETARG_POINTER(0);
	char **text = (char **) PG_GETARG_POINTER(1);
	int *length = (int *) PG_GETARG_POINTER(2);
	Token token;

	CHECK_FOR_INTERRUPTS(); /* parsetext() has no check, and a text may have 1 GB */
	token_next(scanner, &token);
	*text = (char *) token.text.data;
	*length = (int) token.text.len;
	PG_RETURN_INT32(token.type);
}

Datum
article_french_end(PG_FUNCTION_ARGS)
{
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
