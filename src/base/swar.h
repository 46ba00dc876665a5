/*
 * swar.h
 *	  Swar bytes of a text at once, as a number whose lowest byte is the first.  What is asked of each byte is answered by its high
 *	  bit, a mark.
 */
#ifndef ARTICLE_SWAR_H
#define ARTICLE_SWAR_H

#include "base/str.h"

#define SWAR_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define SWAR_MARKS SWAR_EACH(0x80)

/* Swar bytes at one place, all of the text. */
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

/* The bytes of a text from a place inside it; zeros behind its end. */
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

/* Marks the bytes from first to last, both ASCII. */
static inline uint64_t
swar_between(uint64_t eight, unsigned char first, unsigned char last)
{
	uint64_t low = eight & SWAR_EACH(0x7F);

	return (low + SWAR_EACH(0x80 - first)) & ~(low + SWAR_EACH(0x7F - last)) & ~eight &
		   SWAR_MARKS;
}

/* Marks the letters of ASCII. */
static inline uint64_t
swar_letters(uint64_t eight)
{
	return swar_between(eight | SWAR_EACH(0x20), 'a', 'z');
}

/* Marks the bytes that are this one. */
static inline uint64_t
swar_equal(uint64_t eight, unsigned char byte)
{
	uint64_t other = eight ^ SWAR_EACH(byte);

	return ~(((other & SWAR_EACH(0x7F)) + SWAR_EACH(0x7F)) | other) & SWAR_MARKS;
}

/* The same where only the first mark counts, for less: one behind it may be false, since a subtraction borrows. */
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

/* The place of the first mark; 8 where there is none. */
static inline uint32_t
swar_first(uint64_t marks)
{
	return marks != 0 ? (uint32_t) __builtin_ctzll(marks) / 8 : 8;
}

/* The first byte from p on that is not ASCII, or end. */
static inline const char *
eight_skip_ascii(const char *p, const char *end)
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

/* All bits of the bytes before the first mark. */
static inline uint64_t
swar_before(uint64_t marks)
{
	return ((marks & -marks) >> 7) - 1;
}

/* The letters of ASCII in lower case. */
static inline uint64_t
swar_lower(uint64_t eight)
{
	return eight | swar_between(eight, 'A', 'Z') >> 2;
}

#endif
