/*
 * feed_json.c
 *	  JSON Feed 1 and 1.1 (jsonfeed.org): first what the feed says of itself, wherever that stands,
 *	  then its items.
 */
#include "feed/draft.h"
#include "feed/json_scan.h"
#include "feed/markup.h"
#include "html/url.h"

/* Where the items are, and whether the document says that it is a feed. */
typedef struct JsonFeed
{
	FeedInfo *info;
	Arena *arena;
	Str text;
	uint32_t items; /* offset of their array; 0: none */
	bool declared;
} JsonFeed;

static bool
is(Str key, const char *name)
{
	return str_equal(key, str_cstr(name));
}

/* ---------------------------------------------------------------- authors and files */

/* Reads an author, or an array of them. */
static void
read_people(JsonScan *scan, StrList *people)
{
	bool list = json_open(scan, '[');
	Str key;

	do
	{
		if (list && !json_next_item(scan))
			return;
		if (!json_open(scan, '{'))
		{
			Str name = json_text(scan);

			if (name.len > 0)
				strlist_add(people, scan->arena, name);
			continue;
		}
		while (json_next_key(scan, &key))
		{
			Str value = json_text(scan);

			if (is(key, "name") && value.len > 0)
				strlist_add(people, scan->arena, value);
		}
	} while (list);
}

static void
read_attachment(JsonScan *scan, Draft *draft)
{
	FeedEnclosure file = {.url = STR_NONE};
	Str key;

	while (json_next_key(scan, &key))
	{
		Str value = json_text(scan);

		if (is(key, "url") && value.len > 0)
			file.url = url_resolve(draft->arena, draft->base, value);
		else if (is(key, "mime_type"))
			file.type = value;
		else if (is(key, "size_in_bytes"))
			file.length = value;
		else if (is(key, "title"))
			file.title = value;
	}
	draft_enclosure(draft, &file);
}

/* ---------------------------------------------------------------- items */

/* Reads the members that are not texts. Returns false if the key is of another kind. */
static bool
read_list(JsonScan *scan, Draft *draft, Str key)
{
	StrList people = {0};

	if (is(key, "author") || is(key, "authors"))
	{
		read_people(scan, &people);
		for (uint32_t i = 0; i < people.count; i++)
			draft_author(draft, people.items[i], is(key, "authors") ? 9 : 8);
		return true;
	}
	if ((!is(key, "tags") && !is(key, "attachments")) || !json_open(scan, '['))
		return false;
	while (json_next_item(scan))
		if (is(key, "tags"))
			draft_tag(draft, json_text(scan));
		else if (json_open(scan, '{'))
			read_attachment(scan, draft);
		else
			json_skip(scan);
	return true;
}

static void
use_html(Draft *draft, Str markup, uint8_t rank)
{
	draft_html(draft, markup_absolute(draft->arena, draft->base, markup), rank);
}

static void
read_text(Draft *draft, Str key, Str text)
{
	if (is(key, "id"))
		draft_guid(draft, text, true, 9);
	else if (is(key, "url"))
		draft_link(draft, draft->base, text, 9);
	else if (is(key, "title"))
		draft_title(draft, text, FEED_FORM_PLAIN, 9);
	else if (is(key, "content_html"))
		use_html(draft, text, 9);
	else if (is(key, "content_text"))
		draft_html(draft, markup_of_text(draft->arena, text), 8);
	else if (is(key, "summary"))
		draft_summary(draft, markup_of_text(draft->arena, text), 9);
	else if (is(key, "image"))
		draft_image(draft, draft->base, text, 9);
	else if (is(key, "banner_image"))
		draft_image(draft, draft->base, text, 8);
	else if (is(key, "date_published"))
		draft_published(draft, key, text, false, 9);
	else if (is(key, "date_modified"))
		draft_updated(draft, key, text, false, 9);
	else if (is(key, "language"))
		draft_language(draft, text, 9);
	else
	{
		if (is(key, "external_url"))
			draft_link(draft, draft->base, text, 1);
		draft_member(draft, str_cut(key, 64), text);
	}
}

static void
read_item(const JsonFeed *feed, JsonScan *scan)
{
	Arena scratch = arena_scratch(feed->arena);
	Draft draft;
	Str key;

	draft_begin(&draft, feed->info, &scratch, feed->info->base);
	scan->arena = &scratch;
	while (json_next_key(scan, &key))
		if (!read_list(scan, &draft, key))
		{
			Str text = json_text(scan);

			if (text.data != NULL)
				read_text(&draft, key, text);
		}
	draft_end(&draft);
	scan->arena = feed->arena;
	arena_free(&scratch);
}

/* ---------------------------------------------------------------- the feed */

static void
read_own_text(JsonFeed *feed, Str key, Str text)
{
	FeedInfo *info = feed->info;
	bool address = is(key, "feed_url") || is(key, "home_page_url");

	if (is(key, "version"))
		feed->declared |= str_find(text, STR("jsonfeed.org")) >= 0;
	else if (is(key, "title"))
		info->title = text;
	else if (is(key, "language"))
		info->language = text;
	feed->declared |= address;
	if (address && text.len > 0 && info->base.data == NULL)
		info->base = url_resolve(feed->arena, STR_NONE, text);
}

static void
read_own(JsonFeed *feed, JsonScan *scan)
{
	Str key;

	while (json_next_key(scan, &key))
		if (is(key, "items") && json_peek(scan) == '[')
		{
			feed->items = scan->at;
			json_skip(scan);
		}
		else if (is(key, "author") || is(key, "authors"))
			read_people(scan, &feed->info->people);
		else
			read_own_text(feed, key, json_text(scan));
}

bool
feed_read_json(FeedInfo *info, Arena *arena, Str text)
{
	JsonFeed feed = {.info = info, .arena = arena, .text = text};
	JsonScan scan;

	json_scan_init(&scan, arena, text, 0);
	if (!json_open(&scan, '{'))
		return false;
	read_own(&feed, &scan);
	if (feed.items == 0 || !feed.declared)
		return false;
	info->kind = "json";
	feed_info_finish(info, arena);
	json_scan_init(&scan, arena, text, feed.items);
	(void) json_open(&scan, '[');
	while (json_next_item(&scan))
		if (json_open(&scan, '{'))
			read_item(&feed, &scan);
		else
			json_skip(&scan);
	return true;
}
