/*
 * media_type.h
 *	  What a Content-Type header says about a document: a page, something else, or nothing.
 */
#ifndef ARTICLE_MEDIA_TYPE_H
#define ARTICLE_MEDIA_TYPE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Returns the name of something that is not a page ("image/png", "json"; doc/article.md has the
 * list), or data NULL if the header names a kind of page (HTML, XHTML, XML, plain text, Markdown,
 * mail), no kind at all ("application/octet-stream", "gzip"), or is not a media type.
 */
extern Str media_type_foreign(Arena *arena, Str content_type);

#endif
