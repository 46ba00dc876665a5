/*
 * urlkey.c
 *	  SQL: article_url_key, one key for all addresses of a page.
 */
#include "postgres.h"

#include "fmgr.h"

#include "html/url.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"

SQL_FUNCTION(article_url_key);
Datum
article_url_key(PG_FUNCTION_ARGS)
{
	text *url = PG_GETARG_TEXT_PP(0);
	Arena arena;
	Str key;
	Datum result = (Datum) 0;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	key = url_key(&arena, servertext_value(&arena, url));
	if (key.data != NULL)
		result = servertext_datum(key);
	arena_free(&arena);
	PG_FREE_IF_COPY(url, 0);
	if (key.data == NULL)
		PG_RETURN_NULL();
	return result;
}
