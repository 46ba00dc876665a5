/*
 * view.c
 *	  See view.h.
 */
#include "view.h"

#include "tap.h"

#include "pg/json.h"

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

static Reader *
read_page(Str html, Str url)
{
	ArticleOptions *options = arena_new(&tap_arena, ArticleOptions);
	Reader *reader = arena_new(&tap_arena, Reader);

	options->url = url;
	options->zone_offset = no_offset;
	options->json = json_parse_events;
	(void) article_read(reader, &tap_arena, html, options);
	return reader;
}

Reader *
view_read(Str html)
{
	return read_page(html, STR("https://www.gazette.example/vie/page.html"));
}

Reader *
view_read_nowhere(Str html)
{
	return read_page(html, STR_NONE);
}

Reader *
view_read_all(Str html)
{
	Reader *reader = view_read(html);

	for (uint32_t i = 0; i < reader->blocks.count; i++)
		reader->blocks.items[i].kept = true;
	return reader;
}
