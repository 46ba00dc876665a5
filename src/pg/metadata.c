/*
 * metadata.c
 *	  SQL: article_metadata returns everything that a page declares about itself, as jsonb.  Keys:
 *	  title, language, base; meta (key to value, or to an array of values if a key repeats); links;
 *	  json_ld (the documents, repaired if they were broken); facts (what all of these imply).
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "article/declared/json_ld_clean.h"
#include "pg/core_reader.h"
#include "pg/compat.h"
#include "pg/json.h"
#include "pg/jsonbuild.h"
#include "pg/memo.h"

/* ---------------------------------------------------------------- JSON-LD documents */

/* Adds a number, true, false or null.  json_ld_next passes no number that numeric cannot hold. */
static void
add_literal(JsonBuild *build, Str text)
{
	JsonbValue value = {.type = jbvNull};

	if (str_equal(text, STR("true")) || str_equal(text, STR("false")))
	{
		value.type = jbvBool;
		value.val.boolean = text.data[0] == 't';
	}
	else if (!str_equal(text, STR("null")))
	{
		value.type = jbvNumeric;
		value.val.numeric = DatumGetNumeric(
			DirectFunctionCall3(numeric_in, CStringGetDatum(pnstrdup(text.data, text.len)),
								ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
	}
	jsonbuild_value(build, &value);
}

static Str
copied(Str text)
{
	return str_make(pnstrdup(text.data, text.len), text.len);
}

static void
document_event(void *context, const JsonEvent *event)
{
	JsonBuild *build = context;

	CHECK_FOR_INTERRUPTS();
	switch (event->kind)
	{
		case JSON_EVENT_OBJECT_START:
			jsonbuild_object(build);
			break;
		case JSON_EVENT_ARRAY_START:
			jsonbuild_array(build);
			break;
		case JSON_EVENT_OBJECT_END:
		case JSON_EVENT_ARRAY_END:
			jsonbuild_close(build);
			break;
		case JSON_EVENT_KEY:
			jsonbuild_key(build, copied(event->text));
			break;
		case JSON_EVENT_STRING:
			jsonbuild_string(build, copied(event->text));
			break;
		case JSON_EVENT_OTHER:
			add_literal(build, event->text);
			break;
	}
}

/* Adds a block of JSON-LD, which may contain several documents; an unreadable one is skipped. */
static void
add_block(JsonBuild *build, Arena *arena, Str block)
{
	Str text = json_ld_unwrap(arena, block);
	uint32_t position = 0;

	for (int documents = 0; documents < JSON_LD_MAX_DOCUMENTS; documents++)
	{
		Str json = json_ld_next(arena, text, &position);
		JsonBuild document = {0};
		JsonbValue value;

		if (json.data == NULL)
			break;
		if (!json_parse_events(json, document_event, &document))
			continue;
		JsonbToJsonbValue(JsonbValueToJsonb(document.result), &value);
		jsonbuild_value(build, &value);
	}
}

static void
add_json_ld(JsonBuild *build, const Reader *reader)
{
	jsonbuild_key(build, STR("json_ld"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < reader->page.nscripts; i++)
	{
		if (reader->page.scripts[i].linked_data)
			add_block(build, reader->arena, reader->page.scripts[i].text);
	}
	jsonbuild_close(build);
}

/* ---------------------------------------------------------------- <meta>, <link>, facts */

static void
add_metas(JsonBuild *build, const HtmlPage *page)
{
	JsonMember *members = palloc(sizeof(JsonMember) * (page->nmetas + 1));
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->nmetas; i++)
	{
		if (page->metas[i].key.len > 0 && page->metas[i].content.data != NULL)
			members[count++] = (JsonMember){page->metas[i].key, page->metas[i].content};
	}
	jsonbuild_key(build, STR("meta"));
	jsonbuild_object(build);
	jsonbuild_members(build, members, count);
	jsonbuild_close(build);
}

static void
add_links(JsonBuild *build, const HtmlPage *page)
{
	jsonbuild_key(build, STR("links"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < page->nlinks; i++)
	{
		const PageLink *link = &page->links[i];

		jsonbuild_object(build);
		jsonbuild_member(build, "rel", link->rel);
		jsonbuild_member(build, "href", link->href);
		jsonbuild_member(build, "type", link->type);
		jsonbuild_member(build, "hreflang", link->hreflang);
		jsonbuild_close(build);
	}
	jsonbuild_close(build);
}

static void
add_facts(JsonBuild *build, const Facts *facts)
{
	jsonbuild_key(build, STR("facts"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < facts->count; i++)
	{
		const Fact *fact = &facts->items[i];

		jsonbuild_object(build);
		jsonbuild_member(build, "kind", str_cstr(fact_kind_name(fact->kind)));
		jsonbuild_member(build, "source", str_cstr(fact_source_name(fact->source)));
		if (fact->key != NULL)
			jsonbuild_member(build, "key", str_cstr(fact->key));
		jsonbuild_member(build, "text", fact->text);
		jsonbuild_close(build);
	}
	jsonbuild_close(build);
}

static Jsonb *
metadata_of(const Reader *reader)
{
	JsonBuild build = {0};

	jsonbuild_object(&build);
	jsonbuild_member(&build, "title", reader->page.title);
	jsonbuild_member(&build, "language", reader->page.html_lang);
	jsonbuild_member(&build, "base", reader->page.base);
	add_metas(&build, &reader->page);
	add_links(&build, &reader->page);
	add_json_ld(&build, reader);
	add_facts(&build, &reader->facts);
	jsonbuild_close(&build);
	return JsonbValueToJsonb(build.result);
}

SQL_FUNCTION(article_metadata);
Datum
article_metadata(PG_FUNCTION_ARGS)
{
	PageRequest request;
	ParsedPage *page;
	Arena arena;
	Reader reader;
	Jsonb *metadata;

	if (!request_read(&request, &plan_page, fcinfo))
		PG_RETURN_NULL();
	page = memo_open(&request);
	reader = memo_reader(page, &arena);
	metadata = metadata_of(&reader);
	arena_free(&arena);
	memo_close(page);
	PG_RETURN_JSONB_P(metadata);
}
