/*
 * markup.h
 *	  Which characters the views that are markup may hold.
 */
#ifndef ARTICLE_MARKUP_H
#define ARTICLE_MARKUP_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Does HTML as well as XML 1.0 (section 2.2) know this character, both as itself and as a numeric
 * reference?  Controls say nothing to a reader; HTML takes a reference to one of U+0080 to U+009F
 * for a character of windows-1252.
 */
static inline bool
markup_knows(uint32_t c)
{
	if (c < 0xA0)
		return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
	return c != 0xFFFE && c != 0xFFFF;
}

#endif
