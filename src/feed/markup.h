/*
 * markup.h
 *	  HTML inside a feed: markup in, its text or the same markup with absolute addresses out.
 */
#ifndef ARTICLE_FEED_MARKUP_H
#define ARTICLE_FEED_MARKUP_H

#include "base/arena.h"
#include "base/str.h"

/* Of a longer summary, the beginning is read. */
#define MARKUP_TEXT_BYTES (1024 * 1024)

/* Returns the text of markup in one line, as a reader sees it; data NULL if it has none. */
extern Str markup_as_text(Arena *arena, Str markup);

/* Appends text, with '<', '>' and '&' escaped. */
extern void markup_escape(StrBuf *buf, Str text);

/* Returns text as markup: blank lines end paragraphs, other line ends are <br>. */
extern Str markup_of_text(Arena *arena, Str text);

/* Counts the tags of HTML that are escaped, as "&lt;p&gt;". */
extern uint32_t markup_escaped_tags(const Arena *arena, Str markup);

/* Returns markup without one layer of escapes if all of its tags are escaped: "&lt;p&gt;". */
extern Str markup_unescaped(Arena *arena, Str markup);

/* Returns markup with its addresses resolved against base; unchanged if base is unknown. */
extern Str markup_absolute(Arena *arena, Str base, Str markup);

/* Decodes the character references of a text of any length and appends it. Polls. */
extern void markup_decode(StrBuf *buf, Str text);

#endif
