/*
 * source.h
 *	  The bytes of a request as the text of a page.
 */
#ifndef ARTICLE_PG_SOURCE_H
#define ARTICLE_PG_SOURCE_H

#include "base/arena.h"
#include "html/document.h"
#include "pg/request.h"

/*
 * Decodes a page: bytea by what the bytes declare, text by the server's encoding.  html: the
 * detoasted value of the request, which must outlive the document.
 */
extern Document source_open(const PageRequest *request, Str html, Arena *arena);

#endif
