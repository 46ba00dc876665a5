/*
 * media_type.h
 *	  What a Content-Type header says of a document: a page, something else, or nothing.
 */
#ifndef ARTICLE_MEDIA_TYPE_H
#define ARTICLE_MEDIA_TYPE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The name of what is no page ("image/png", "json"; the list is in doc/article.md), or data NULL
 * where the header names a kind of page (HTML, XHTML, XML, plain text, Markdown, mail), names no
 * kind ("application/octet-stream", "gzip"), or is no media type.
 */
extern Str media_type_foreign(Arena *arena, Str content_type);

#endif
