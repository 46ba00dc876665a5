/*
 * entity.h
 *	  Character references (WHATWG HTML 13.2.5.72-80): all 2231 named ones, decimal and hexadecimal.
 */
#ifndef ARTICLE_ENTITY_H
#define ARTICLE_ENTITY_H

#include "base/arena.h"
#include "base/str.h"

/* Most bytes of a text after decoding. Only &nGt; and &nLt; grow, from 5 bytes to 6. */
static inline size_t
entity_room(Str text)
{
	return (size_t) text.len + text.len / 5;
}

/*
 * Writes the decoded text to a buffer of entity_room() bytes and returns its length; mark: its
 * first '&', or NULL.
 */
extern uint32_t entity_decode_to(char *decoded, Str text, const char *mark, bool in_attribute);

/* Like entity_decode; mark is the first '&' of the text. */
extern Str entity_decode_from(Arena *arena, Str text, const char *mark, bool in_attribute);

/*
 * Returns text with its character references decoded; the input itself if it has no '&'. In
 * attributes a named reference without ';' is not decoded before '=', a letter or a digit, as the
 * standard says (href="?a=1&copy=2"). &#128;-&#159; are windows-1252; &#0;, surrogates and numbers
 * out of range become U+FFFD.
 */
static inline Str
entity_decode(Arena *arena, Str text, bool in_attribute)
{
	const char *mark = text.len > 0 ? memchr(text.data, '&', text.len) : NULL;

	return mark == NULL ? text : entity_decode_from(arena, text, mark, in_attribute);
}

#endif
