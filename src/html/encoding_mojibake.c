/*
 * encoding_mojibake.c
 *	  Repairs text that was encoded as UTF-8 twice by crawlers or databases
 *	  ("d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0"). Its bytes were read as windows-1252 (or Latin-1, where
 *	  windows-1252 has no character) and encoded again.
 *
 * The repair is done if nearly all non-ASCII characters are such bytes and these are valid UTF-8.
 * In correct text, the first é already decides against it. Characters that are not such bytes stay.
 */
#include "base/array.h"
#include "html/encoding_internal.h"

#include "base/search.h"
#include "base/swar.h"
#include "base/utf8.h"
#include "text/fold_internal.h"

/* Number of sequences that decide whether the whole text is tried. */
#define SEQUENCES_LOOKED_AT 16
/*
 * Doubly encoded sequences per character that is not, such as one that a template adds. Correct
 * text has few.
 */
#define TWICE_FOR_ONCE 16

/*
 * The characters of windows-1252's bytes 80-9F that differ from Latin-1, by code point (WHATWG,
 * index windows-1252).
 */
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

/* The byte that was read as this character, or 0. */
static uint8_t
byte_of(uint32_t character)
{
	int low = 0;
	int high = (int) lengthof(beyond_latin1);

	if (character <= 0xFF)
		return (uint8_t) character;
	SEARCH_FIRST(low, high, beyond_latin1[middle].character < character)
	return low < (int) lengthof(beyond_latin1) && beyond_latin1[low].character == character
			   ? beyond_latin1[low].byte
			   : 0;
}

/* Does a combining mark of U+0300-U+036F start with this byte? */
static inline bool
starts_mark(char c)
{
	return c == '\xCC' || c == '\xCD';
}

/* Returns the character at *i, composed with the mark after it; *i moves past both. */
static uint32_t
next_character(Str text, uint32_t *i)
{
	uint32_t character = utf8_next(text.data, text.len, i);
	uint32_t next = *i;
	uint32_t composite = 0;

	if (next < text.len && starts_mark(text.data[next]))
		composite = fold_compose(character, utf8_next(text.data, text.len, &next));
	if (composite == 0)
		return character;
	*i = next;
	return composite;
}

/*
 * Returns where the next non-ASCII character starts, from i on, including the letter before a
 * combining mark; text.len if there is none.
 */
static uint32_t
find_beyond_ascii(Str text, uint32_t i)
{
	uint32_t at = (uint32_t) (swar_skip_ascii(text.data + i, text.data + text.len) - text.data);

	return at > i && at < text.len && starts_mark(text.data[at]) ? at - 1 : at;
}

/* Counts of the non-ASCII characters of a text. */
typedef struct Evidence
{
	uint32_t twice; /* doubly encoded sequences */
	uint32_t once;	/* others; U+FFFD and a truncated end may be either */
} Evidence;

/*
 * If the character at *i and those after it represent the bytes of one UTF-8 sequence, moves *i
 * past them and returns the number of bytes; else moves past the first one and returns 0.
 */
static uint32_t
take_sequence(Str text, uint32_t *i, char bytes[4], Evidence *evidence)
{
	EncodingWork work = {0};
	uint32_t at;
	uint32_t first = next_character(text, i);
	uint32_t count = 1;
	uint32_t width;

	bytes[0] = (char) byte_of(first);
	width = utf8_width(bytes[0]);
	at = *i;
	for (; count < width && at < text.len; count++)
		bytes[count] = (char) byte_of(next_character(text, &at));
	if (width < 2 || count < width || !encoding_is_utf8(&work, str_make(bytes, width)))
	{
		bool cut = width > 1 && count < width;

		evidence->once += first != UTF8_REPLACEMENT && !cut;
		return 0;
	}
	evidence->twice++;
	*i = at;
	return width;
}

/* Is there a non-ASCII character, and are nearly all of the first ones doubly encoded? */
static bool
begins_twice(Str text)
{
	Evidence evidence = {0, 0};
	char bytes[4];
	uint32_t i = 0;

	for (int looks = 0; looks < SEQUENCES_LOOKED_AT && evidence.once <= 1; looks++)
	{
		i = find_beyond_ascii(text, i);
		if (i >= text.len)
			break;
		(void) take_sequence(text, &i, bytes, &evidence);
	}
	return evidence.twice > evidence.once && evidence.once <= 1;
}

/* Writes the repaired text to out, which is as large as text. Returns its length. */
static uint32_t
undo(Arena *arena, Str text, char *out, Evidence *evidence)
{
	uint32_t len = 0;
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t start = find_beyond_ascii(text, i);
		char bytes[4];
		uint32_t width;

		arena_poll_at(arena, i, &polled);
		memcpy(out + len, text.data + i, start - i);
		len += start - i;
		i = start;
		if (i >= text.len)
			break;
		width = take_sequence(text, &i, bytes, evidence);
		memcpy(out + len, width > 0 ? bytes : text.data + start, width > 0 ? width : i - start);
		len += width > 0 ? width : i - start;
	}
	return len;
}

Str
encoding_undo_mojibake(Arena *arena, Str text)
{
	Evidence evidence = {0, 0};
	uint32_t len;
	char *out;

	if (text.data == NULL || !begins_twice(text))
		return text;
	out = arena_alloc(arena, text.len);
	len = undo(arena, text, out, &evidence);
	if (evidence.twice / TWICE_FOR_ONCE < evidence.once)
	{
		(void) arena_shrink(arena, out, text.len, 0);
		return text;
	}
	return str_make(arena_shrink(arena, out, text.len, len), len);
}
