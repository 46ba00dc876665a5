/*
 * plain_line.c
 *	  See plain_line.h.
 */
#include "article/block/plain_line.h"

/*
 * Programs wrap lines at a width between these two, in bytes, and fill most lines to this share of
 * the longest.
 */
#define NARROWEST 40
#define WIDEST 90
#define FILLED(len, longest) ((len) *10 >= (longest) *6)

bool
line_next(LineCursor *cursor, Str *line)
{
	Str rest = str_sub(cursor->text, cursor->pos, cursor->text.len);
	const char *end;

	if (rest.len == 0)
		return false;
	end = memchr(rest.data, '\n', rest.len);
	*line = str_sub(rest, 0, end ? (uint32_t) (end - rest.data) : rest.len);
	cursor->pos += line->len + 1;
	*line = str_trim(*line);
	arena_poll_at(cursor->arena, cursor->pos, &cursor->polled);
	return true;
}

static uint32_t
longest_line(const Arena *arena, Str text)
{
	LineCursor cursor = {arena, text, 0, 0};
	uint32_t longest = 0;
	Str line;

	while (line_next(&cursor, &line))
		if (line.len > longest)
			longest = line.len;
	return longest;
}

bool
lines_wrapped(const Arena *arena, Str text)
{
	LineCursor cursor = {arena, text, 0, 0};
	uint32_t longest = longest_line(arena, text);
	uint32_t followed = 0;
	uint32_t full = 0;
	uint32_t before = 0;
	Str line;

	if (longest < NARROWEST || longest > WIDEST)
		return false;
	while (line_next(&cursor, &line))
	{
		if (line.len > 0 && before > 0)
		{
			followed++;
			full += FILLED(before, longest);
		}
		before = line.len;
	}
	return followed > 0 && full * 10 >= followed * 8;
}
