/*
 * view.c
 *	  SQL: other views of a page: its blocks, links, related articles, images and dates as rows;
 *	  its body as HTML and Markdown; all its text; an explanation of how it was read.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/core_reader.h"
#include "pg/compat.h"
#include "pg/field.h"
#include "pg/memo.h"
#include "pg/servertext.h"
#include "pg/view.h"
#include "pg/zone.h"

/* ---------------------------------------------------------------- one text out of a page */

Datum
view_rendered(FunctionCallInfo fcinfo, const ArgumentPlan *plan, Str (*render)(const Reader *),
			  Datum (*datum)(Str))
{
	PageRequest request;
	ParsedPage *page;
	Arena arena;
	Reader reader;
	Datum value = (Datum) 0;
	Str text;

	if (!request_read(&request, plan, fcinfo))
		PG_RETURN_NULL();
	page = memo_open(&request);
	reader = memo_reader(page, &arena);
	text = render(&reader);
	if (text.len > 0)
		value = datum(text);
	arena_free(&arena);
	memo_close(page);
	if (text.len == 0)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}

SQL_FUNCTION(article_html);
Datum
article_html(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &plan_url, article_to_html, servertext_markup_datum);
}

SQL_FUNCTION(article_markdown);
Datum
article_markdown(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &plan_url, article_to_markdown, servertext_markup_datum);
}

SQL_FUNCTION(article_explain);
Datum
article_explain(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &args_article, article_to_explanation, servertext_markup_datum);
}

SQL_FUNCTION(article_explain_in);
Datum
article_explain_in(PG_FUNCTION_ARGS)
{
	bool french = request_french(fcinfo, 1);

	return view_rendered(fcinfo, &args_explain_in,
						 french ? article_to_french_explanation : article_to_explanation,
						 servertext_markup_datum);
}

SQL_FUNCTION(article_html_with_rules);
Datum
article_html_with_rules(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &plan_ruled_url, article_to_html, servertext_markup_datum);
}

SQL_FUNCTION(article_markdown_with_rules);
Datum
article_markdown_with_rules(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &plan_ruled_url, article_to_markdown, servertext_markup_datum);
}

SQL_FUNCTION(article_explain_with_rules);
Datum
article_explain_with_rules(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &args_ruled_article, article_to_explanation,
						 servertext_markup_datum);
}

SQL_FUNCTION(html_text);
Datum
html_text(PG_FUNCTION_ARGS)
{
	return view_rendered(fcinfo, &plan_page, page_to_text, servertext_datum);
}

/* ---------------------------------------------------------------- rows out of a page */

/* Collects the rows of a set-returning function. */
typedef struct RowSink
{
	Tuplestorestate *store;
	RowMap *map;
} RowSink;

/* Runs `list` on the page; the rows that it puts into the sink are the function's result. */
static Datum
rows(FunctionCallInfo fcinfo, const ArgumentPlan *plan, const RowColumn *columns, int ncolumns,
	 void (*list)(const Reader *reader, RowSink *sink))
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	PageRequest request;
	ParsedPage *page;
	Arena arena;
	Reader reader;
	RowSink sink;

	row_result(fcinfo);
	if (!request_read(&request, plan, fcinfo))
		return (Datum) 0;
	sink.store = result->setResult;
	sink.map = row_map(result->setDesc, columns, ncolumns);
	page = memo_open(&request);
	reader = memo_reader(page, &arena);
	list(&reader, &sink);
	arena_free(&arena);
	memo_close(page);
	return (Datum) 0;
}

static void
put_block(RowSink *sink, uint32_t position, const HtmlBlock *block, bool kept, const char *reason)
{
	RowValues row = {0};

	row.value[0] = Int32GetDatum((int32) position);
	field_set_cstring(&row, 1, block_kind_name(block->kind));
	field_set_text(&row, 2, block->text);
	row.value[3] = BoolGetDatum(kept);
	row.value[4] = Float4GetDatum(block->score);
	field_set_cstring(&row, 5, reason);
	row_put(sink->map, sink->store, &row);
}

static void
list_blocks(const Reader *reader, RowSink *sink)
{
	BodyWindow *window = NULL;
	uint32_t count = reader->blocks.count;
	uint32_t at = 0;
	HtmlBlock declared;

	for (uint32_t i = 0; i < count; i++)
	{
		const HtmlBlock *block = &reader->blocks.items[i];

		put_block(sink, i + 1, block, block_in_body(reader, block),
				  block_explain(reader, &window, i));
	}
	while (block_next_declared(reader, &at, &declared))
		put_block(sink, ++count, &declared, true, declared.reason);
}

static const RowColumn block_columns[] = {{"position", INT4OID}, {"kind", TEXTOID},
										  {"text", TEXTOID},	 {"kept", BOOLOID},
										  {"score", FLOAT4OID},	 {"reason", TEXTOID}};

SQL_FUNCTION(article_blocks);
Datum
article_blocks(PG_FUNCTION_ARGS)
{
	return rows(fcinfo, &plan_page, block_columns, lengthof(block_columns), list_blocks);
}

SQL_FUNCTION(article_blocks_with_rules);
Datum
article_blocks_with_rules(PG_FUNCTION_ARGS)
{
	return rows(fcinfo, &plan_ruled_url, block_columns, lengthof(block_columns), list_blocks);
}

static void
put_link(void *context, const ArticleLink *link)
{
	const RowSink *sink = context;
	RowValues row;

	field_link_values(link, &row);
	row_put(sink->map, sink->store, &row);
}

static void
list_links(const Reader *reader, RowSink *sink)
{
	links_each(reader, put_link, sink);
}

SQL_FUNCTION(article_links);
Datum
article_links(PG_FUNCTION_ARGS)
{
	return rows(fcinfo, &plan_url, link_columns, LINK_COLUMNS, list_links);
}

static void
list_related(const Reader *reader, RowSink *sink)
{
	for (uint32_t i = 0; i < reader->article.nrelated; i++)
		put_link(sink, &reader->article.related[i]);
}

SQL_FUNCTION(article_related);
Datum
article_related(PG_FUNCTION_ARGS)
{
	return rows(fcinfo, &args_article, link_columns, LINK_COLUMNS, list_related);
}

static void
list_images(const Reader *reader, RowSink *sink)
{
	for (uint32_t i = 0; i < reader->article.nimages; i++)
	{
		const ArticleImage *image = &reader->article.images[i];
		RowValues row;

		field_set_text(&row, 0, image->url);
		field_set_text(&row, 1, image->caption);
		field_set_text(&row, 2, image->credit);
		field_set_text(&row, 3, image->alt);
		row_put(sink->map, sink->store, &row);
	}
}

SQL_FUNCTION(article_images);
Datum
article_images(PG_FUNCTION_ARGS)
{
	static const RowColumn columns[] = {
		{"url", TEXTOID}, {"caption", TEXTOID}, {"credit", TEXTOID}, {"alt", TEXTOID}};

	return rows(fcinfo, &plan_url, columns, lengthof(columns), list_images);
}

static void
list_dates(const Reader *reader, RowSink *sink)
{
	uint32_t count;
	ArticleDate *dates = dates_list(reader, &count);

	for (uint32_t i = 0; i < count; i++)
	{
		const Instant *instant = &dates[i].instant;
		RowValues row;

		row.isnull[0] = !zone_timestamp(instant, &row.value[0]);
		field_set_cstring(&row, 1, instant->has_time ? "minute" : "day");
		field_set_cstring(&row, 2, date_role_name(dates[i].role));
		field_set_cstring(&row, 3, instant->source);
		field_set_text(&row, 4, instant->raw);
		row_put(sink->map, sink->store, &row);
	}
}

SQL_FUNCTION(article_dates);
Datum
article_dates(PG_FUNCTION_ARGS)
{
	static const RowColumn columns[] = {{"instant", TIMESTAMPTZOID},
										{"precision", TEXTOID},
										{"role", TEXTOID},
										{"source", TEXTOID},
										{"raw", TEXTOID}};

	return rows(fcinfo, &plan_dates, columns, lengthof(columns), list_dates);
}
