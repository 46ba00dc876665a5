/*
 * entity.h
 *	  Character references (WHATWG HTML 13.2.5.72-80): all 2231 named ones, decimal and hexadecimal.
 */
#ifndef ARTICLE_ENTITY_H
#define ARTICLE_ENTITY_H

#include "base/arena.h"
#include "base/str.h"

/* Bytes that a text may have once its references are decoded.  Only &nGt; and &nLt; grow: five bytes become six. */
static inline size_t
entity_room(Str text)
{
	return (size_t) text.len + text.len / 5;
}

/* Writes the decoded text to where there is such room, and returns its length; mark: its first '&', or NULL. */
extern uint32_t entity_decode_to(char *decoded, Str text, const char *mark, bool in_attribute);

/* entity_decode from the first '&' on, which is at mark. */
extern Str entity_decode_from(Arena *arena, Str text, const char *mark, bool in_attribute);

/*
 * Text with its character references decoded; the input itself where it holds no '&'.  In
 * attributes a named reference without ';' is left alone before '=' or a letter or digit, as the
 * standard says (href="?a=1&copy=2").
 * &#128;-&#159; are windows-1252; &#0;, surrogates and out of range are U+FFFD.
 */
static inline Str
entity_decode(Arena *arena, Str text, bool in_attribute)
{
	const char *mark = text.len > 0 ? memchr(text.data, '&', text.len) : NULL;

	return mark == NULL ? text : entity_decode_from(arena, text, mark, in_attribute);
}

#endif
