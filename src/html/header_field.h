/*
 * header_field.h
 *	  The header of a mail or of an HTTP response, line by line: "Name: value" (RFC 5322, 2.2; RFC
 *	  9112, 5). Lines end with CRLF or LF alone.
 */
#ifndef ARTICLE_HTML_HEADER_FIELD_H
#define ARTICLE_HTML_HEADER_FIELD_H

#include "base/str.h"

/* Longest header in bytes; real ones are seldom longer, and what is longer is not a header. */
#define LONGEST_HEADER ((uint32_t) 64 * 1024)

/*
 * Cuts the next line off *rest, without its line end; the last one need not have one. Returns false
 * if nothing is left.
 */
extern bool header_take_line(Str *rest, Str *line);

/* Returns the value of a field, trimmed, and sets *name; STR_NONE if the line is not a field. */
extern Str header_field(Str line, Str *name);

#endif
