/*
 * swar.h
 *	  SIMD within a register: 8 bytes of text at once, as a number whose lowest byte comes first. A
 *	  "mark" is the high bit of a byte, set if the condition holds for that byte.
 */
#ifndef ARTICLE_SWAR_H
#define ARTICLE_SWAR_H

#include "base/str.h"

#define SWAR_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define SWAR_MARKS SWAR_EACH(0x80)

/* Loads 8 bytes, all inside the text. */
static inline uint64_t
swar_load(const char *text)
{
	uint64_t eight;

	memcpy(&eight, text, sizeof(eight));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}

/* Loads up to 8 bytes at an offset inside the text; zeros after its end. */
static inline uint64_t
swar_at(Str text, uint32_t at)
{
	uint32_t left = text.len - at;
	char last[8] = {0};

	if (left >= 8)
		return swar_load(text.data + at);
	if (text.len >= 8)
		return swar_load(text.data + text.len - 8) >> (64 - 8 * left);
	memcpy(last, text.data + at, left);
	return swar_load(last);
}

/* Marks the bytes in [first, last]; both must be ASCII. */
static inline uint64_t
swar_between(uint64_t eight, unsigned char first, unsigned char last)
{
	uint64_t low = eight & SWAR_EACH(0x7F);

	return (low + SWAR_EACH(0x80 - first)) & ~(low + SWAR_EACH(0x7F - last)) & ~eight & SWAR_MARKS;
}

/* Marks the ASCII letters. */
static inline uint64_t
swar_letters(uint64_t eight)
{
	return swar_between(eight | SWAR_EACH(0x20), 'a', 'z');
}

/* Marks the bytes equal to this one. */
static inline uint64_t
swar_equal(uint64_t eight, unsigned char byte)
{
	uint64_t other = eight ^ SWAR_EACH(byte);

	return ~(((other & SWAR_EACH(0x7F)) + SWAR_EACH(0x7F)) | other) & SWAR_MARKS;
}

/*
 * Marks the bytes below limit, cheaply: only the first mark is reliable, since the subtraction
 * borrows.
 */
static inline uint64_t
swar_first_below(uint64_t eight, unsigned char limit)
{
	return (eight - SWAR_EACH(limit)) & ~eight & SWAR_MARKS;
}

static inline uint64_t
swar_first_equal(uint64_t eight, unsigned char byte)
{
	return swar_first_below(eight ^ SWAR_EACH(byte), 1);
}

static inline uint32_t
swar_count(uint64_t marks)
{
	return (uint32_t) ((marks >> 7) * SWAR_EACH(1) >> 56);
}

/* Index of the first marked byte, or 8. */
static inline uint32_t
swar_first(uint64_t marks)
{
	return marks != 0 ? (uint32_t) __builtin_ctzll(marks) / 8 : 8;
}

/* Returns the first byte in [p, end) that is not ASCII, or end. */
static inline const char *
swar_skip_ascii(const char *p, const char *end)
{
	while (end - p >= 32)
	{
		uint64_t low = swar_load(p) | swar_load(p + 8);
		uint64_t high = swar_load(p + 16) | swar_load(p + 24);

		if ((low | high) & SWAR_MARKS)
			break;
		p += 32;
	}
	for (; end - p >= 8; p += 8)
	{
		uint64_t marks = swar_load(p) & SWAR_MARKS;

		if (marks != 0)
			return p + swar_first(marks);
	}
	while (p < end && (*p & 0x80) == 0)
		p++;
	return p;
}

/*
 * memchr where the byte is often near: hostile pages are full of it. Returns the first one in
 * [p, end), or NULL.
 */
static inline const char *
swar_find(const char *p, const char *end, char byte)
{
	if (end - p >= 8)
	{
		uint64_t marks = swar_first_equal(swar_load(p), (unsigned char) byte);

		if (marks != 0)
			return p + swar_first(marks);
		p += 8;
	}
	return p < end ? memchr(p, byte, (size_t) (end - p)) : NULL;
}

/* All bits of the bytes before the first mark; all 64 if there is none. */
static inline uint64_t
swar_before(uint64_t marks)
{
	return ((marks & -marks) >> 7) - 1;
}

/* Lowercases the ASCII letters. */
static inline uint64_t
swar_lower(uint64_t eight)
{
	return eight | swar_between(eight, 'A', 'Z') >> 2;
}

#endif
