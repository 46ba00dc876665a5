/*
 * eight.h
 *	  Eight bytes of a text at once, as a number whose lowest byte is the first.  What is asked of each byte is answered by its high
 *	  bit, a mark.
 */
#ifndef ARTICLE_EIGHT_H
#define ARTICLE_EIGHT_H

#include "base/str.h"

#define EIGHT_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define EIGHT_MARKS EIGHT_EACH(0x80)

/* Eight bytes at one place, all of the text. */
static inline uint64_t
eight_load(const char *text)
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
eight_at(Str text, uint32_t at)
{
	uint32_t left = text.len - at;
	char last[8] = {0};

	if (left >= 8)
		return eight_load(text.data + at);
	if (text.len >= 8)
		return eight_load(text.data + text.len - 8) >> (64 - 8 * left);
	memcpy(last, text.data + at, left);
	return eight_load(last);
}

/* Marks the bytes from first to last, both ASCII. */
static inline uint64_t
eight_between(uint64_t eight, unsigned char first, unsigned char last)
{
	uint64_t low = eight & EIGHT_EACH(0x7F);

	return (low + EIGHT_EACH(0x80 - first)) & ~(low + EIGHT_EACH(0x7F - last)) & ~eight &
		   EIGHT_MARKS;
}

/* Marks the letters of ASCII. */
static inline uint64_t
eight_letters(uint64_t eight)
{
	return eight_between(eight | EIGHT_EACH(0x20), 'a', 'z');
}

/* Marks the bytes that are this one. */
static inline uint64_t
eight_equal(uint64_t eight, unsigned char byte)
{
	uint64_t other = eight ^ EIGHT_EACH(byte);

	return ~(((other & EIGHT_EACH(0x7F)) + EIGHT_EACH(0x7F)) | other) & EIGHT_MARKS;
}

/* The same where only the first mark counts, for less: one behind it may be false, since a subtraction borrows. */
static inline uint64_t
eight_first_below(uint64_t eight, unsigned char limit)
{
	return (eight - EIGHT_EACH(limit)) & ~eight & EIGHT_MARKS;
}

static inline uint64_t
eight_first_equal(uint64_t eight, unsigned char byte)
{
	return eight_first_below(eight ^ EIGHT_EACH(byte), 1);
}

static inline uint32_t
eight_count(uint64_t marks)
{
	return (uint32_t) ((marks >> 7) * EIGHT_EACH(1) >> 56);
}

/* The place of the first mark; 8 where there is none. */
static inline uint32_t
eight_first(uint64_t marks)
{
	return marks != 0 ? (uint32_t) __builtin_ctzll(marks) / 8 : 8;
}

/* The first byte from p on that is not ASCII, or end. */
static inline const char *
eight_skip_ascii(const char *p, const char *end)
{
	while (end - p >= 32)
	{
		uint64_t low = eight_load(p) | eight_load(p + 8);
		uint64_t high = eight_load(p + 16) | eight_load(p + 24);

		if ((low | high) & EIGHT_MARKS)
			break;
		p += 32;
	}
	for (; end - p >= 8; p += 8)
	{
		uint64_t marks = eight_load(p) & EIGHT_MARKS;

		if (marks != 0)
			return p + eight_first(marks);
	}
	while (p < end && (*p & 0x80) == 0)
		p++;
	return p;
}

/* All bits of the bytes before the first mark. */
static inline uint64_t
eight_before(uint64_t marks)
{
	return ((marks & -marks) >> 7) - 1;
}

/* The letters of ASCII in lower case. */
static inline uint64_t
eight_lower(uint64_t eight)
{
	return eight | eight_between(eight, 'A', 'Z') >> 2;
}

#endif
