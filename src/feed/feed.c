/*
 * feed.c
 *	  See feed.h.
 */
#include "feed/draft.h"

#include "html/url.h"

/* A control character that neither XML nor JSON allows in a text: a program has left it there. */
static bool
is_stray(char c)
{
	return (unsigned char) c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

/* Returns the text itself if it has no such character, else a copy without them. */
static Str
without_strays(Arena *arena, Str text)
{
	uint32_t i = 0;
	StrBuf buf;

	while (i < text.len && !is_stray(text.data[i]))
		i++;
	if (i == text.len)
		return text;
	strbuf_init(&buf, arena);
	for (uint32_t from = 0; from < text.len; from = i + 1)
	{
		for (i = from; i < text.len && !is_stray(text.data[i]); i++)
			continue;
		strbuf_add(&buf, str_sub(text, from, i - from));
	}
	return strbuf_str(&buf);
}

void
feed_read(Arena *arena, Str text, const FeedOptions *options,
		  void (*take)(void *context, const FeedEntry *entry), void *context)
{
	FeedInfo info = {.options = options, .take = take, .context = context};

	info.base = url_resolve(arena, STR_NONE, options->url);
	text = without_strays(arena, str_trim(text));
	if (text.len > 0 && text.data[0] != '<' &&
		(feed_read_json(&info, arena, text) || feed_read_lines(&info, arena, text)))
		return;
	feed_read_xml(&info, arena, text);
}
