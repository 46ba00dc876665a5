/*
 * render_inline.h
 *	  The content of one block, for every renderer: its words and its allowed markup, balanced, with
 *	  white space moved out of the markup.
 *
 * Invariant: the text of the tokens, with a space for SPACE and a line feed for BREAK, is the
 * block's text.
 */
#ifndef ARTICLE_RENDER_INLINE_H
#define ARTICLE_RENDER_INLINE_H

#include "article/reader.h"

/* Each allowed element can be open once: nested in itself it adds nothing. */
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
	uint8_t tag;  /* OPEN, CLOSE, CELL: TagId; for OPEN and CLOSE, inline_allowed */
	uint32_t node;
	Str text; /* TEXT: the words; OPEN of a link: its absolute http or https URL */
} InlineToken;

/*
 * A block may be a whole page. If it has very many tokens, they come in pieces: "full" writes the
 * present ones, and the list is emptied. No element is open between two pieces, and the next one
 * begins with white space. If full is NULL, all tokens come at once.
 */
typedef struct InlineList
{
	Arena *arena; /* of the items and their texts */
	InlineToken *items;
	uint32_t count;
	uint32_t size;
	void (*full)(void *context);
	void *context;
	Charset charset;  /* in which the block will be written */
	size_t url_bytes; /* of the addresses of all blocks read so far */
} InlineList;

/* Is markup of this element kept? All other inline elements leave only their text. */
extern bool inline_allowed(TagId tag);

extern void inline_add(InlineList *list, InlineKind kind, TagId tag, Str text);

/* Reads a block into the list, which is emptied first. */
extern void inline_read(const Reader *reader, const Block *block, InlineList *list);

/* Frees the memory of a large list after it was written. The list is empty again. */
extern void inline_drop(InlineList *list);

#endif
