/*
 * exact.c
 *	  SQL: french_exact, the recheck beside @@ for words exactly as they were typed, and
 *	  french_query_exact, which takes the phrases for it out of the text of a search box.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "french/exact.h"
#include "french/query.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"

SQL_FUNCTION(french_exact);
Datum
french_exact(PG_FUNCTION_ARGS)
{
	Arena arena;
	bool found;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	found = exact_has(&arena, servertext_value(&arena, PG_GETARG_TEXT_PP(0)),
					  servertext_value(&arena, PG_GETARG_TEXT_PP(1)));
	arena_free(&arena);
	PG_RETURN_BOOL(found);
}

SQL_FUNCTION(french_query_exact);
Datum
french_query_exact(PG_FUNCTION_ARGS)
{
	Arena arena;
	SearchQuery query;
	Datum *phrases;
	int count = 0;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	query = search_read(&arena, servertext_value(&arena, PG_GETARG_TEXT_PP(0)), JOIN_ALL);
	phrases = palloc(sizeof(Datum) * Max(query.count, 1));
	for (uint32_t i = 0; i < query.count; i++)
	{
		if (query.operands[i].exact)
			phrases[count++] = servertext_datum(query.operands[i].text);
	}
	arena_free(&arena);
	PG_RETURN_ARRAYTYPE_P(construct_array(phrases, count, TEXTOID, -1, false, TYPALIGN_INT));
}
