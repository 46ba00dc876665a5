/*
 * bytes.h
 *	  Eight bytes of a text at a time: does any of them have a property?
 *
 * For loops that look for what is rare; where eight bytes hold it, the caller looks at each.
 */
#ifndef ARTICLE_BYTES_H
#define ARTICLE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define BYTES_AT_A_TIME 8

/* The same byte eight times. */
#define BYTES_ALL(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t
bytes_load(const char *at)
{
	uint64_t bytes;

	memcpy(&bytes, at, sizeof(bytes));
	return bytes;
}

static inline bool
bytes_hold_wide(uint64_t bytes)
{
	return (bytes & BYTES_ALL(0x80)) != 0;
}

/* An ASCII digit: less than ten once the bits of '0' are taken off.  No sum carries into the next byte. */
static inline bool
bytes_hold_digit(uint64_t bytes)
{
	uint64_t value = bytes ^ BYTES_ALL('0');
	uint64_t others = ((value & BYTES_ALL(0x7F)) + BYTES_ALL(0x80 - 10)) | value;

	return (others & BYTES_ALL(0x80)) != BYTES_ALL(0x80);
}

#endif
