/*
 * agency.c
 *	  SQL: article_agency, whose wire an article is.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/builtins.h"

#include "article/author/agency.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/row.h"
#include "pg/servertext.h"

typedef enum AgencyField
{
	AGENCY_AUTHORS,
	AGENCY_BODY,
	AGENCY_COUNT
} AgencyField;

static const RowColumn agency_columns[AGENCY_COUNT] = {{"authors", TEXTARRAYOID},
													   {"body", TEXTOID}};

SQL_FUNCTION(article_agency);
Datum
article_agency(PG_FUNCTION_ARGS)
{
	HeapTupleHeader article = PG_GETARG_HEAPTUPLEHEADER(0);
	StrList authors = {NULL, 0, 0};
	Str body = STR_NONE;
	Str agency;
	RowValues row;
	Arena arena;

	row_read(row_map_at_site(fcinfo, article, agency_columns, AGENCY_COUNT), article, AGENCY_COUNT,
			 &row);
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	if (!row.isnull[AGENCY_AUTHORS])
		authors = servertext_list(&arena, row.value[AGENCY_AUTHORS]);
	if (!row.isnull[AGENCY_BODY])
		body = servertext_value(&arena, DatumGetTextPP(row.value[AGENCY_BODY]));
	agency = agency_of(authors.items, authors.count, body);
	arena_free(&arena);
	if (agency.data == NULL)
		PG_RETURN_NULL();
	return servertext_datum(agency); /* of agency_list.h, not of the arena */
}
