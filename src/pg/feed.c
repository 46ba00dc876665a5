/*
 * feed.c
 *	  SQL: article_feed returns the entries of a feed as rows.  What has no column is in "extra":
 *	  the kind of the feed, files, and whatever else an entry says, by the name of its element.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "pg/core.h"

#include "feed/feed.h"
#include "pg/compat.h"
#include "pg/field.h"
#include "pg/jsonbuild.h"
#include "pg/memory.h"
#include "pg/request.h"
#include "pg/servertext.h"
#include "pg/zone.h"

/* Collects the rows.  A feed may have a million entries: what a row takes is freed after it. */
typedef struct FeedSink
{
	Tuplestorestate *store;
	RowMap *map;
	MemoryContext row;
} FeedSink;

static const RowColumn entry_columns[] = {
	{"guid", TEXTOID},
	{"url", TEXTOID},
	{"title", TEXTOID},
	{"author", TEXTOID},
	{"published_at", TIMESTAMPTZOID},
	{"updated_at", TIMESTAMPTZOID},
	{"tags", TEXTARRAYOID},
	{"summary", TEXTOID},
	{"html", TEXTOID},
	{"authors", TEXTARRAYOID},
	{"image_url", TEXTOID},
	{"language", TEXTOID},
	{"site_name", TEXTOID},
	{"extra", JSONBOID},
};

/* ---------------------------------------------------------------- extra */

static void
add_members(JsonBuild *build, const FeedEntry *entry)
{
	JsonMember *members = palloc(sizeof(JsonMember) * (entry->nmembers + 1));

	for (uint32_t i = 0; i < entry->nmembers; i++)
		members[i] = (JsonMember){entry->members[i].name, entry->members[i].text};
	jsonbuild_members(build, members, entry->nmembers);
}

static void
add_enclosures(JsonBuild *build, const FeedEntry *entry)
{
	if (entry->nenclosures == 0)
		return;
	jsonbuild_key(build, STR("enclosures"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < entry->nenclosures; i++)
	{
		const FeedEnclosure *enclosure = &entry->enclosures[i];

		jsonbuild_object(build);
		jsonbuild_member(build, "url", enclosure->url);
		jsonbuild_member(build, "type", enclosure->type);
		jsonbuild_member(build, "length", enclosure->length);
		jsonbuild_member(build, "title", enclosure->title);
		jsonbuild_close(build);
	}
	jsonbuild_close(build);
}

/* Our own keys come last: where the entry has a member of their name, the last one counts. */
static Datum
extra_of(const FeedEntry *entry)
{
	JsonBuild build = {0};

	jsonbuild_object(&build);
	add_members(&build, entry);
	add_enclosures(&build, entry);
	jsonbuild_member(&build, "kind", str_cstr(entry->kind));
	jsonbuild_close(&build);
	return JsonbPGetDatum(JsonbValueToJsonb(build.result));
}

/* ---------------------------------------------------------------- rows */

/* All authors as one text. */
static Datum
joined(const StrList *names)
{
	Arena arena;
	StrBuf buf;
	Datum value;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	strbuf_init(&buf, &arena);
	for (uint32_t i = 0; i < names->count; i++)
	{
		if (i > 0)
			strbuf_add(&buf, STR(", "));
		strbuf_add(&buf, names->items[i]);
	}
	value = servertext_datum(strbuf_str(&buf));
	arena_free(&arena);
	return value;
}

static void
set_html(RowValues *row, int column, Str html)
{
	row->isnull[column] = html.len == 0;
	if (html.len > 0)
		row->value[column] = servertext_markup_datum(html);
}

static void
put_entry(void *context, const FeedEntry *entry)
{
	FeedSink *sink = context;
	MemoryContext caller = MemoryContextSwitchTo(sink->row);
	RowValues row = {0};

	CHECK_FOR_INTERRUPTS();
	field_set_text(&row, 0, entry->guid);
	field_set_text(&row, 1, entry->url);
	field_set_text(&row, 2, entry->title);
	row.isnull[3] = entry->authors.count == 0;
	if (!row.isnull[3])
		row.value[3] = joined(&entry->authors);
	row.isnull[4] = !zone_timestamp(&entry->published, &row.value[4]);
	row.isnull[5] = !zone_timestamp(&entry->updated, &row.value[5]);
	row.isnull[6] = !field_list(&entry->tags, &row.value[6]);
	field_set_text(&row, 7, entry->summary);
	set_html(&row, 8, entry->html);
	row.isnull[9] = !field_list(&entry->authors, &row.value[9]);
	field_set_text(&row, 10, entry->image_url);
	field_set_text(&row, 11, entry->language);
	field_set_text(&row, 12, entry->site_name);
	row.value[13] = extra_of(entry);
	row_put(sink->map, sink->store, &row);
	MemoryContextSwitchTo(caller);
	MemoryContextReset(sink->row);
}

/* Reads the feed of a request; html is detoasted into the current memory context. */
static void
read_feed(const PageRequest *request, FeedSink *sink)
{
	struct varlena *value =
		pg_detoast_datum_packed((struct varlena *) DatumGetPointer(request->html));
	FeedOptions options = {.zone_offset = zone_offset,
						   .zone_context = zone_lookup(request->time_zone)};
	Document document;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	if (request->url.data != NULL)
		options.url = servertext_argument(&arena, request->url);
	document =
		request_open(request, str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)), true, &arena);
	feed_read(&arena, document.text, &options, put_entry, sink);
	arena_free(&arena);
}

SQL_FUNCTION(article_feed);
Datum
article_feed(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context;
	PageRequest request;
	FeedSink sink;

	row_result(fcinfo);
	if (!request_read(&request, &plan_feed, fcinfo))
		return (Datum) 0;
	context = AllocSetContextCreate(caller, "article_feed", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(context);
	sink.store = result->setResult;
	sink.map = row_map(result->setDesc, entry_columns, lengthof(entry_columns));
	sink.row = AllocSetContextCreate(context, "article_feed row", ALLOCSET_DEFAULT_SIZES);
	read_feed(&request, &sink);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
	return (Datum) 0;
}
