/*
 * plain_line.h
 *	  The lines of a text without tags, trimmed, one at a time; and which of them belong together
 *	  because a program broke them. Polls the arena.
 */
#ifndef ARTICLE_PLAIN_LINE_H
#define ARTICLE_PLAIN_LINE_H

#include "article/article.h"
#include "html/page.h"

/*
 * Is the page a text without markup?  The tags that it may hold are few, and not those of
 * paragraphs: an address in angle brackets, the code of a picture, a bold word.
 */
extern bool page_is_lines(const Page *page);

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

/* How the lines of a text were broken. */
typedef struct LineLayout
{
	uint32_t width;		  /* characters of a full line; 0: lines were not broken by a program */
	KnownWord known_word; /* or NULL */
} LineLayout;

extern LineLayout lines_layout(const Arena *arena, Str text, KnownWord known_word);

typedef enum LineJoin
{
	LINE_APART,		/* another paragraph */
	LINE_SPACED,	/* the same one: a space is between them */
	LINE_GLUED,		/* the same word, with its hyphen */
	LINE_HYPHENATED /* the same word, without the hyphen that ends the line before */
} LineJoin;

/* How a line continues the line before it.  Either may be empty. */
extern LineJoin line_join(const LineLayout *layout, Str before, Str line);

/* Bytes of the hyphen that ends a line; 0 if none does. */
extern uint32_t line_hyphen(Str line);

#endif
