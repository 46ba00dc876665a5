/*
 * plain_line.h
 *	  The lines of a text without tags, trimmed, one at a time; and whether a program wrapped them.
 *	  Polls the arena from time to time whether to go on.
 */
#ifndef ARTICLE_PLAIN_LINE_H
#define ARTICLE_PLAIN_LINE_H

#include "base/arena.h"
#include "base/str.h"

/* Initialize as {arena, text, 0, 0}. */
typedef struct LineCursor
{
	const Arena *arena;
	Str text;
	uint32_t pos; /* where the next line begins; after the end of the text if there is none */
	size_t polled;
} LineCursor;

/* Gets the next line without white space around it; returns false if there is none. */
extern bool line_next(LineCursor *cursor, Str *line);

/*
 * Are the lines wrapped, and the paragraphs separated by blank lines?  Then every line that is
 * followed by another one is full.
 */
extern bool lines_wrapped(const Arena *arena, Str text);

#endif
