/*
 * feed.c
 *	  See feed.h.
 */
#include "feed/draft.h"

#include "html/url.h"

void
feed_read(Arena *arena, Str text, const FeedOptions *options,
		  void (*take)(void *context, const FeedEntry *entry), void *context)
{
	FeedInfo info = {.options = options, .take = take, .context = context};

	info.base = url_resolve(arena, STR_NONE, options->url);
	text = str_trim(text);
	if (text.len > 0 && text.data[0] != '<' &&
		(feed_read_json(&info, arena, text) || feed_read_lines(&info, arena, text)))
		return;
	feed_read_xml(&info, arena, text);
}
