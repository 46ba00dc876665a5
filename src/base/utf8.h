/*
 * utf8.h
 *	  UTF-8 (RFC 3629), one code point at a time. The text must be valid.
 */
#ifndef ARTICLE_UTF8_H
#define ARTICLE_UTF8_H

#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFD

/* Length in bytes (1 to 4) of the sequence with this first byte. */
static inline uint32_t
utf8_width(char first)
{
	unsigned char c = (unsigned char) first;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/*
 * Returns the code point at s[*i], where *i < len, and advances *i past it. A truncated sequence
 * returns U+FFFD and sets *i to len.
 */
static inline uint32_t
utf8_next(const char *s, uint32_t len, uint32_t *i)
{
	uint32_t width = utf8_width(s[*i]);
	const unsigned char *p = (const unsigned char *) s + *i;

	if (width > len - *i)
	{
		*i = len;
		return UTF8_REPLACEMENT;
	}
	*i += width;
	switch (width)
	{
		case 1:
			return p[0];
		case 2:
			return (uint32_t) (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
		case 3:
			return (uint32_t) (p[0] & 0x0F) << 12 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
		default:
			return (uint32_t) (p[0] & 0x07) << 18 | (uint32_t) (p[1] & 0x3F) << 12 |
				   (uint32_t) (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
	}
}

/*
 * Writes 1 to 4 bytes to out and returns how many. Anything but a Unicode scalar value is written
 * as U+FFFD.
 */
static inline uint32_t
utf8_encode(uint32_t c, char *out)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = UTF8_REPLACEMENT;
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000)
	{
		out[0] = (char) (0xE0 | c >> 12);
		out[1] = (char) (0x80 | (c >> 6 & 0x3F));
		out[2] = (char) (0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | c >> 18);
	out[1] = (char) (0x80 | (c >> 12 & 0x3F));
	out[2] = (char) (0x80 | (c >> 6 & 0x3F));
	out[3] = (char) (0x80 | (c & 0x3F));
	return 4;
}

#endif
