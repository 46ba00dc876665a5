/*
 * markup.h
 *	  Which characters may be written in the views that are markup.
 */
#ifndef ARTICLE_MARKUP_H
#define ARTICLE_MARKUP_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Do both HTML and XML 1.0 (section 2.2) allow this character, as itself and as a numeric
 * reference? Control characters say nothing to a reader; HTML reads a reference to one of U+0080 to
 * U+009F as a character of windows-1252.
 */
static inline bool
markup_knows(uint32_t c)
{
	if (c < 0xA0)
		return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
	return c != 0xFFFE && c != 0xFFFF;
}

#endif
