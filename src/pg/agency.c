/*
 * agency.c
 *	  SQL: article_agency, whose wire an article is.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"

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

static const RowColumn agency_columns[AGENCY_COUNT] = {{"authors", TEXTARRAYOID}, {"body", TEXTOID}};

static Str
core_text(Arena *arena, Datum value)
{
	return servertext_value(arena, DatumGetTextPP(value));
}

/* The texts of an array in the arena; nulls are left out. */
static Str *
core_texts(Arena *arena, Datum value, uint32_t *count)
{
	ArrayType *array = DatumGetArrayTypeP(value);
	Datum *elements;
	bool *isnull;
	Str *texts;
	int size;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &isnull, &size);
	texts = arena_array(arena, Str, size);
	*count = 0;
	for (int i = 0; i < size; i++)
		if (!isnull[i])
			texts[(*count)++] = core_text(arena, elements[i]);
	return texts;
}

SQL_FUNCTION(article_agency);
Datum
article_agency(PG_FUNCTION_ARGS)
{
	HeapTupleHeader article = PG_GETARG_HEAPTUPLEHEADER(0);
	const Str *authors = NULL;
	uint32_t count = 0;
	Str body = STR_NONE;
	Str agency;
	RowValues row;
	Arena arena;

	row_read(row_map_at_site(fcinfo, article, agency_columns, AGENCY_COUNT), article, AGENCY_COUNT,
			 &row);
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	if (!row.isnull[AGENCY_AUTHORS])
		authors = core_texts(&arena, row.value[AGENCY_AUTHORS], &count);
	if (!row.isnull[AGENCY_BODY])
		body = core_text(&arena, row.value[AGENCY_BODY]);
	agency = agency_of(authors, count, body);
	arena_free(&arena);
	if (agency.data == NULL)
		PG_RETURN_NULL();
	return servertext_datum(agency); /* of agency_list.h, not of the arena */
}
