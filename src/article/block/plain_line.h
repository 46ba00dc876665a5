/*
 * plain_line.h
 *	  The lines of a text without a tag: text in, trimmed lines out, one by one; and whether a program wrapped them.
 *	  The arena is asked now and then whether to go on.
 */
#ifndef ARTICLE_PLAIN_LINE_H
#define ARTICLE_PLAIN_LINE_H

#include "base/arena.h"
#include "base/str.h"

/* Begins as {arena, text, 0, 0}. */
typedef struct LineCursor
{
	const Arena *arena;
	Str text;
	uint32_t pos; /* where the next line begins: behind the text, in the end */
	size_t polled;
} LineCursor;

/* The next line, without white space around it; false where there is none. */
extern bool line_next(LineCursor *cursor, Str *line);

/* Are its lines wrapped, and its paragraphs parted by blank lines?  Then lines that are followed by another are full. */
extern bool lines_wrapped(const Arena *arena, Str text);

#endif
