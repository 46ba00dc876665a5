/*
 * tei.c
 *	  SQL: article_tei, a page or an article as a document of TEI P5.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/field.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "pg/view.h"
#include "pg/xmltype.h"
#include "pg/zone.h"

#define WITHOUT_XML "article_html() returns the body of a page as well-formed markup of type text."

SQL_FUNCTION(article_tei);
Datum
article_tei(PG_FUNCTION_ARGS)
{
	xmltype_require(WITHOUT_XML);
	return view_rendered(fcinfo, &args_article, article_to_tei, servertext_markup_datum);
}

/* ---------------------------------------------------------------- an article without its page */

static Str
text_field(Arena *arena, const RowValues *row, FieldId field)
{
	if (row->isnull[field])
		return STR_NONE;
	return servertext_value(arena, DatumGetTextPP(row->value[field]));
}

static StrList
list_field(Arena *arena, const RowValues *row, FieldId field)
{
	if (row->isnull[field])
		return (StrList){NULL, 0, 0};
	return servertext_list(arena, row->value[field]);
}

static Instant
instant_field(const RowValues *row, FieldId field)
{
	Instant instant = {.known = false};

	instant.known = !row->isnull[field] && zone_seconds(row->value[field], &instant.seconds);
	return instant;
}

/* The fields that article_fields_to_tei reads. */
static Article
read_fields(Arena *arena, const RowValues *row)
{
	Article article = {
		.title = text_field(arena, row, FIELD_title),
		.subtitle = text_field(arena, row, FIELD_subtitle),
		.authors = list_field(arena, row, FIELD_authors),
		.published = instant_field(row, FIELD_published_at),
		.modified = instant_field(row, FIELD_modified_at),
		.site_name = text_field(arena, row, FIELD_site_name),
		.url = text_field(arena, row, FIELD_url),
		.language = text_field(arena, row, FIELD_language),
		.section = text_field(arena, row, FIELD_section),
		.tags = list_field(arena, row, FIELD_tags),
		.description = text_field(arena, row, FIELD_description),
		.body = text_field(arena, row, FIELD_body),
		.paywalled = !row->isnull[FIELD_paywalled] && DatumGetBool(row->value[FIELD_paywalled]),
	};

	return article;
}

SQL_FUNCTION(article_tei_fields);
Datum
article_tei_fields(PG_FUNCTION_ARGS)
{
	HeapTupleHeader row;
	RowValues values;
	Article article;
	Arena arena;
	pg_tz *zone;
	Datum document;

	xmltype_require(WITHOUT_XML);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	row = PG_GETARG_HEAPTUPLEHEADER(0);
	zone = zone_argument(fcinfo, 1);
	row_read(row_map_at_site(fcinfo, row, article_columns, FIELD_COUNT), row, FIELD_COUNT, &values);
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	article = read_fields(&arena, &values);
	document = servertext_markup_datum(article_fields_to_tei(&arena, &article, zone_offset, zone));
	arena_free(&arena);
	return document;
}
