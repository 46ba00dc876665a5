/*
 * feed_lines.c
 *	  A sitemap that is a text: an absolute address on each line, and nothing else (sitemaps.org).
 */
#include "feed/draft.h"

/*
 * Reads the next line that is not empty at *at, and moves past it. Returns false if there is none.
 */
static bool
next_line(const Arena *arena, Str text, uint32_t *at, Str *line)
{
	line->len = 0;
	while (*at < text.len && line->len == 0)
	{
		const char *newline = memchr(text.data + *at, '\n', text.len - *at);
		uint32_t end = newline != NULL ? (uint32_t) (newline - text.data) : text.len;

		arena_poll(arena);
		*line = str_trim(str_sub(text, *at, end - *at));
		*at = end + 1;
	}
	return line->len > 0;
}

static bool
is_address(Str line)
{
	return (str_starts_ascii(line, STR("http://")) || str_starts_ascii(line, STR("https://"))) &&
		   memchr(line.data, ' ', line.len) == NULL;
}

bool
feed_read_lines(FeedInfo *info, Arena *arena, Str text)
{
	uint32_t at = 0;
	Str line;

	while (next_line(arena, text, &at, &line))
		if (!is_address(line))
			return false;
	info->kind = "sitemap";
	at = 0;
	while (next_line(arena, text, &at, &line))
	{
		Arena scratch = arena_scratch(arena);
		Draft draft;

		draft_begin(&draft, info, &scratch, STR_NONE);
		draft_link(&draft, STR_NONE, line, 1);
		draft_end(&draft);
		arena_free(&scratch);
	}
	return true;
}
