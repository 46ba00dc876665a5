/*
 * base64.c
 *	  See base64.h.
 */
#include "html/base64.h"

static int
base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (ascii_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

Str
base64_decode(Arena *arena, Str text)
{
	char *out = arena_alloc(arena, (size_t) text.len / 4 * 3 + 3);
	uint32_t bits = 0;
	uint32_t count = 0;
	size_t len = 0;
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len && text.data[i] != '='; i++)
	{
		int value = base64_value(text.data[i]);

		arena_poll_at(arena, i, &polled);
		if (value < 0)
			continue;
		bits = bits << 6 | (uint32_t) value;
		if (++count % 4 != 1)
			out[len++] = (char) (bits >> (2 * (3 - (count + 3) % 4)));
	}
	return str_make(out, len);
}
