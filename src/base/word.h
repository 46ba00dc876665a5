/*
 * word.h
 *	  Eight bytes of text at a time, in one register and in portable C.
 *
 * A word's lowest byte is the first in memory, on any machine.  The masks have the high bit of a byte set where it is what was asked
 * for.  Their lowest set bit is exact; above it there may be a false one, since a subtraction borrows.
 */
#ifndef ARTICLE_WORD_H
#define ARTICLE_WORD_H

#include <stdint.h>
#include <string.h>

#define WORD_BYTES 8
#define WORD_OF(c) (UINT64_C(0x0101010101010101) * (uint8_t) (c))
#define WORD_HIGH WORD_OF(0x80)

static inline uint64_t
word_load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

/* Which bytes are below limit, which is at most 0x80? */
static inline uint64_t
word_below(uint64_t word, uint8_t limit)
{
	return (word - WORD_OF(limit)) & ~word & WORD_HIGH;
}

/* Which bytes are c? */
static inline uint64_t
word_equal(uint64_t word, char c)
{
	return word_below(word ^ WORD_OF(c), 1);
}

/* The number of bytes in front of the first one of a mask, which is not 0. */
static inline uint32_t
word_first(uint64_t mask)
{
	return (uint32_t) __builtin_ctzll(mask) / 8;
}

/* The first len bytes, fewer than eight; zeros behind them. */
static inline uint64_t
word_head(uint64_t word, uint32_t len)
{
	return word & ~(~UINT64_C(0) << len * 8);
}

/* A to Z in lower case; the sums set the high bit from 'A' on, and from behind 'Z' on. */
static inline uint64_t
word_lower(uint64_t word)
{
	uint64_t low = word & ~WORD_HIGH;
	uint64_t from_a = low + WORD_OF(0x80 - 'A');
	uint64_t behind_z = low + WORD_OF(0x7F - 'Z');

	return word | ((from_a & ~behind_z & ~word & WORD_HIGH) >> 2);
}

#endif
