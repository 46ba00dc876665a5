/*
 * render_inline.h
 *	  What stands in one block, for every renderer: its words, its markup of the allow-list,
 *	  balanced and without white space at the wrong side of a tag.
 *
 * Invariant: the text of the tokens, a space for a SPACE and a line feed for a BREAK, is the
 * block's text.
 */
#ifndef ARTICLE_RENDER_INLINE_H
#define ARTICLE_RENDER_INLINE_H

#include "article/reader.h"

/* Each element of the allow-list can be open once: what nests in itself says nothing twice. */
#define INLINE_MOST_OPEN 24

typedef enum InlineKind
{
	INLINE_TEXT,
	INLINE_SPACE,
	INLINE_BREAK,
	INLINE_OPEN, /* always closed again, in the right order, and never empty */
	INLINE_CLOSE,
	INLINE_CELL /* a cell of a table row begins */
} InlineKind;

typedef struct InlineToken
{
	uint8_t kind; /* InlineKind */
	uint8_t tag;  /* OPEN, CLOSE, CELL: TagId; of OPEN and CLOSE one that inline_allowed */
	uint32_t node;
	Str text; /* TEXT: the words; OPEN of a link: its absolute http or https URL */
} InlineToken;

/*
 * A block may be all of a page.  Where it has very many tokens, they come in pieces: "full" writes those that are there, and the list is
 * emptied.  No element is open between two pieces, and the next begins with white space.  NULL: all in one piece.
 */
typedef struct InlineList
{
	InlineToken *items;
	uint32_t count;
	uint32_t size;
	void (*full)(void *context);
	void *context;
	Charset charset; /* that the block will be written in */
} InlineList;

/* Does markup of this element survive? All other inline elements leave their text only. */
extern bool inline_allowed(TagId tag);

extern void inline_add(Arena *arena, InlineList *list, InlineKind kind, TagId tag, Str text);

/*
 * Reads a block into list, which is emptied first; list and texts take memory of the reader's
 * arena.
 */
extern void inline_read(Reader *reader, const Block *block, InlineList *list);

/* Gives the memory of a large list back, once it has been written; the list is empty again. */
extern void inline_drop(Reader *reader, InlineList *list);

#endif
