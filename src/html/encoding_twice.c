/*
 * encoding_twice.c
 *	  Text that was encoded as UTF-8 twice, as crawlers and databases do to it ("d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0"): valid UTF-8 in, the
 *	  text as it was meant out.
 *
 * Its bytes were taken for windows-1252 (or Latin-1, where a byte has no character there) and encoded again.  That is undone only
 * where all of the text goes back to single bytes and these are valid UTF-8: of text that is right, a single é stands against it.
 */
#include "html/encoding_internal.h"

#include "base/utf8.h"

/* Before all of a text is tried, so many tell whether it is worth it. */
#define SEQUENCES_LOOKED_AT 16

/* The characters of windows-1252's bytes 80-9F that are not those of Latin-1, by code point (WHATWG, index windows-1252). */
static const struct
{
	uint16_t character;
	uint8_t byte;
} beyond_latin1[] = {
	{0x0152, 0x8C}, {0x0153, 0x9C}, {0x0160, 0x8A}, {0x0161, 0x9A}, {0x0178, 0x9F}, {0x017D, 0x8E},
	{0x017E, 0x9E}, {0x0192, 0x83}, {0x02C6, 0x88}, {0x02DC, 0x98}, {0x2013, 0x96}, {0x2014, 0x97},
	{0x2018, 0x91}, {0x2019, 0x92}, {0x201A, 0x82}, {0x201C, 0x93}, {0x201D, 0x94}, {0x201E, 0x84},
	{0x2020, 0x86}, {0x2021, 0x87}, {0x2022, 0x95}, {0x2026, 0x85}, {0x2030, 0x89}, {0x2039, 0x8B},
	{0x203A, 0x9B}, {0x20AC, 0x80}, {0x2122, 0x99},
};

/* The byte that a character was taken for, or 0. */
static uint8_t
byte_of(uint32_t character)
{
	int low = 0;
	int high = (int) (sizeof(beyond_latin1) / sizeof(beyond_latin1[0]));

	if (character <= 0xFF)
		return (uint8_t) character;
	while (low < high)
	{
		int middle = (low + high) / 2;

		if (beyond_latin1[middle].character < character)
			low = middle + 1;
		else
			high = middle;
	}
	return low < (int) (sizeof(beyond_latin1) / sizeof(beyond_latin1[0])) &&
				   beyond_latin1[low].character == character
			   ? beyond_latin1[low].byte
			   : 0;
}

/* The byte that the character at *i was taken for, or 0; *i moves behind it. */
static uint8_t
next_byte(Str text, uint32_t *i)
{
	return *i < text.len ? byte_of(utf8_next(text.data, text.len, i)) : 0;
}

/* Do the character at *i and those behind it stand for the bytes of one character?  *i moves behind them. */
static bool
sequence_twice(Str text, uint32_t *i)
{
	EncodingWork work = {0};
	char bytes[4];
	uint32_t more;

	bytes[0] = (char) next_byte(text, i);
	more = utf8_width(bytes[0]);
	for (uint32_t k = 1; k < more; k++)
		bytes[k] = (char) next_byte(text, i);
	return more > 1 && encoding_is_utf8(&work, str_make(bytes, more));
}

/* Do the first characters outside ASCII, and there is one, stand for sequences? */
static bool
begins_twice(Str text)
{
	const char *end = text.data + text.len;
	uint32_t i = 0;
	int sequences = 0;

	while (sequences < SEQUENCES_LOOKED_AT)
	{
		i = (uint32_t) (encoding_skip_ascii(text.data + i, end) - text.data);
		if (i >= text.len)
			break;
		if (!sequence_twice(text, &i))
			return false;
		sequences++;
	}
	return sequences > 0;
}

/* Writes the bytes that the characters were taken for to out, which has room for text, and returns how many; 0 where one of them was
 * taken for none. */
static uint32_t
single_bytes(Arena *arena, Str text, char *out)
{
	const char *end = text.data + text.len;
	uint32_t len = 0;
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t ascii = (uint32_t) (encoding_skip_ascii(text.data + i, end) - (text.data + i));
		uint8_t byte;

		arena_poll_at(arena, i, &polled);
		memcpy(out + len, text.data + i, ascii);
		len += ascii;
		i += ascii;
		if (i >= text.len)
			break;
		byte = byte_of(utf8_next(text.data, text.len, &i));
		if (byte == 0)
			return 0;
		out[len++] = (char) byte;
	}
	return len;
}

Str
encoding_undo_twice(Arena *arena, Str text)
{
	EncodingWork work = {arena, encoding_poll_arena, arena, false, false};
	uint32_t len;
	char *out;

	if (text.data == NULL || !begins_twice(text))
		return text;
	out = arena_alloc(arena, text.len);
	len = single_bytes(arena, text, out);
	if (len == 0 || !encoding_is_utf8(&work, str_make(out, len)))
	{
		(void) arena_shrink(arena, out, text.len, 0);
		return text;
	}
	return str_make(arena_shrink(arena, out, text.len, len), len);
}
