/*
 * http_frame.c
 *	  See http_frame.h.
 */
#include "html/http_frame.h"

#include "html/header_field.h"

/*
 * Most hex digits of a chunk size, and the longest line with its extensions; real ones are seldom
 * longer.
 */
#define MOST_DIGITS 8
#define LONGEST_SIZE_LINE 256
/* A truncated download must hold at least this much; less may be lines and numbers by chance. */
#define SHORTEST_UNENDED 256

/* ---------------------------------------------------------------- chunks */

static bool
is_line_end(Str bytes, uint32_t at)
{
	return at + 1 < bytes.len && bytes.data[at] == '\r' && bytes.data[at + 1] == '\n';
}

/* Reads "3e7;name=value" CRLF at *at, and moves *at past it. Returns false if there is none. */
static bool
read_size(Str bytes, uint32_t *at, uint64_t *size)
{
	uint32_t i = *at;

	*size = 0;
	for (; i < bytes.len && i - *at < MOST_DIGITS && ascii_hex_value(bytes.data[i]) >= 0; i++)
		*size = *size * 16 + (uint64_t) ascii_hex_value(bytes.data[i]);
	if (i == *at)
		return false;
	while (i < bytes.len && bytes.data[i] == ' ')
		i++;
	if (i < bytes.len && bytes.data[i] == ';')
		while (i < bytes.len && i - *at < LONGEST_SIZE_LINE && bytes.data[i] != '\r')
			i++;
	if (!is_line_end(bytes, i))
		return false;
	*at = i + 2;
	return true;
}

typedef struct ChunkWalk
{
	size_t joined; /* total content of the chunks */
	uint32_t whole;
	bool ended; /* a chunk of size 0 was found */
} ChunkWalk;

/*
 * Walks the chunks, and copies their content to out unless it is NULL. Returns false if a chunk
 * does not end where its size says. Trailers follow the last chunk.
 */
static bool
walk_chunks(const Arena *arena, Str bytes, char *out, ChunkWalk *walk)
{
	uint32_t at = 0;
	size_t polled = 0;
	uint64_t size;

	*walk = (ChunkWalk){0};
	while (at < bytes.len && !walk->ended)
	{
		uint32_t here;

		arena_poll_at(arena, at, &polled);
		if (!read_size(bytes, &at, &size))
			return false;
		here = (uint32_t) (size < bytes.len - at ? size : bytes.len - at);
		if (out != NULL)
			memcpy(out + walk->joined, bytes.data + at, here);
		walk->joined += here;
		at += here;
		walk->ended = size == 0;
		if (walk->ended || at == bytes.len) /* truncated */
			return true;
		if (!is_line_end(bytes, at))
			return false;
		at += 2;
		walk->whole++;
	}
	return true;
}

bool
http_join_chunks(Arena *arena, Str bytes, Str *joined)
{
	ChunkWalk walk;
	char *out;

	/* A truncated first chunk proves nothing: any text may begin with a number. */
	if (!walk_chunks(arena, bytes, NULL, &walk) || walk.whole == 0 ||
		(!walk.ended && walk.joined < SHORTEST_UNENDED))
		return false;
	out = arena_alloc(arena, walk.joined);
	(void) walk_chunks(arena, bytes, out, &walk);
	*joined = str_make(out, walk.joined);
	return true;
}

/* ---------------------------------------------------------------- headers */

/* "HTTP/1.1 200", "HTTP/2 404", "WARC/1.0" */
static bool
is_first_line(Str line)
{
	Str rest;

	if (str_starts_ascii(line, STR("WARC/")))
		return line.len > 5 && ascii_digit(line.data[5]);
	if (!str_starts_ascii(line, STR("HTTP/")))
		return false;
	rest = str_sub(line, 5, line.len);
	while (rest.len > 0 && (ascii_digit(rest.data[0]) || rest.data[0] == '.'))
		rest = str_sub(rest, 1, rest.len);
	return rest.len >= 4 && rest.data[0] == ' ' && ascii_digit(rest.data[1]) &&
		   ascii_digit(rest.data[2]) && ascii_digit(rest.data[3]) && rest.data != line.data + 5;
}

static bool
drop_one_header(Str bytes, Str *rest, Str *content_type)
{
	Str look = str_sub(bytes, 0, LONGEST_HEADER);
	Str found = STR_NONE;
	Str line;

	if (!header_take_line(&look, &line) || !is_first_line(line))
		return false;
	while (header_take_line(&look, &line) && line.len > 0)
	{
		Str name;
		Str value = header_field(line, &name);

		if (value.data == NULL && !ascii_space(line.data[0])) /* not a continuation line */
			return false;
		if (value.data != NULL && str_equal_ascii(name, STR("content-type")))
			found = value;
	}
	if (line.len > 0)
		return false;
	if (found.data != NULL)
		*content_type = found;
	*rest = str_sub(bytes, (uint32_t) (look.data - bytes.data), bytes.len);
	return true;
}

bool
http_drop_header(Str bytes, Str *rest, Str *content_type)
{
	Str type = *content_type;

	if (!drop_one_header(bytes, rest, &type))
		return false;
	if (drop_one_header(*rest, rest, &type) || !str_starts_ascii(type, STR("application/http")))
		*content_type = type;
	return true;
}
