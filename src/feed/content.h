/*
 * content.h
 *	  The content of an element of a feed: the source between its tags in, text or HTML out.
 */
#ifndef ARTICLE_FEED_CONTENT_H
#define ARTICLE_FEED_CONTENT_H

#include "base/arena.h"
#include "base/str.h"

/* What an element holds: Atom says it with "type", the elements of RSS hold HTML. */
typedef enum ContentType
{
	CONTENT_TEXT,
	CONTENT_HTML,  /* escaped or in CDATA; also as elements, where a writer forgot to escape it */
	CONTENT_XHTML, /* as elements */
	CONTENT_OTHER  /* a picture, another document */
} ContentType;

/* The content type of an Atom element by its attributes; "otherwise" if it states none. */
extern ContentType content_type(Arena *arena, Str attributes, ContentType otherwise);

/* Returns its text: references decoded, CDATA as it is, without the tags. Reads at most 64 KB. */
extern Str content_value(Arena *arena, Str source);

/* Returns it as HTML; empty for CONTENT_OTHER. base64: it is encoded so, as in Atom 0.3. */
extern Str content_markup(Arena *arena, Str source, ContentType type, bool base64);

#endif
