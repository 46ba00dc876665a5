/*
 * markup.h
 *	  Writes the views that are HTML or XML: escaped text, attributes, and which characters may
 *	  occur.
 *
 * Invariant: the elements that a caller opens and closes are the only markup in the result; text of
 * a page can end neither an element nor an attribute.
 */
#ifndef ARTICLE_MARKUP_H
#define ARTICLE_MARKUP_H

#include "base/str.h"

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

typedef struct Markup
{
	StrBuf buf;
	size_t most;   /* bytes of buf beyond which text is left out */
	bool in_value; /* writing an attribute's value */
} Markup;

extern void markup_start(Markup *markup, Arena *arena, size_t most);

/* Has the result reached its limit? Then no more text is written. */
static inline bool
markup_full(const Markup *markup)
{
	return markup->buf.len > markup->most;
}

/* Writes markup unchanged: an element's tag. */
extern void markup_put(Markup *markup, const char *text);

/* Writes text, escaped. */
extern void markup_text(Markup *markup, Str text);

/* Writes ' name="value"'; nothing if there is no value. */
extern void markup_attribute(Markup *markup, const char *name, Str value);

/* Writes "</name>". */
extern void markup_close(Markup *markup, const char *name);

#endif
