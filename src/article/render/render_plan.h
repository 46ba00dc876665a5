/*
 * render_plan.h
 *	  The article as a sequence of items to show, which are kept blocks and images, each with the
 *	  lists and quotations around it.
 */
#ifndef ARTICLE_RENDER_PLAN_H
#define ARTICLE_RENDER_PLAN_H

#include "article/reader.h"
#include "article/media/media.h"
#include "article/render/render_inline.h"

typedef enum ContainerKind
{
	CONTAINER_QUOTE,
	CONTAINER_BULLETS,
	CONTAINER_NUMBERS,
	CONTAINER_ITEM,		  /* always inside one of the two above */
	CONTAINER_TERMS,	  /* <dl> */
	CONTAINER_TERM,		  /* always inside the one above */
	CONTAINER_DEFINITION, /* likewise */
	CONTAINER_TABLE
} ContainerKind;

typedef struct Container
{
	ContainerKind kind;
	uint32_t node;
} Container;

/* Deeper nesting is flattened. */
#define MOST_CONTAINERS 10

typedef struct ContainerPath
{
	Container items[MOST_CONTAINERS]; /* outermost first */
	uint32_t count;
} ContainerPath;

typedef struct RenderItem
{
	const Block *block;		/* or NULL */
	const Picture *picture; /* or NULL */
	ContainerPath path;
	bool fills; /* a block that is all of its innermost container's own text: it needs no <p> */
} RenderItem;

typedef struct RenderCursor
{
	const Reader *reader;
	Picture *pictures;
	uint32_t npictures;
	uint32_t picture; /* index of the next one */
	uint32_t block;
	uint32_t declared_at; /* block_next_declared */
	Block declared;
	uint32_t body_first; /* the nodes of all kept blocks: the first, and the end of the last */
	uint32_t body_end;
} RenderCursor;

/*
 * What is needed to show one item: tokens in an arena of their own, which is emptied between two
 * items if it is large. The result is stored elsewhere. End it with arena_free(&desk.arena).
 */
typedef struct RenderDesk
{
	Arena arena;
	InlineList tokens; /* of one block */
} RenderDesk;

/*
 * The most bytes that a view of a page may have, for a number of tenths of the page. Escapes make
 * five bytes of one, and nested quotations twenty of a line feed; no view of the benchmark's pages
 * is as long as its page. The rest is left out, so that a view takes a bounded multiple of its
 * page's memory.
 */
static inline size_t
render_most(const Reader *reader, uint32_t tenths)
{
	return (size_t) reader->page.source.len * tenths / 10 + (size_t) 256 * 1024;
}

extern void render_desk_open(RenderDesk *desk, const Reader *reader);
extern void render_desk_clear(RenderDesk *desk);

/* Starts the sequence. The body must have been read. */
extern void render_start(RenderCursor *cursor, const Reader *reader);

/* Finds the next item in page order. Returns false if there is none left. */
extern bool render_next(RenderCursor *cursor, RenderItem *item);

/* The number of containers that two paths have in common, from the outermost on. */
extern uint32_t render_common(const ContainerPath *a, const ContainerPath *b);

/*
 * The text of a preformatted block, from its tokens: without empty lines around it or white space
 * after it. It replaces the content of "text" and is stored there.
 */
extern Str render_preformatted(StrBuf *text, const InlineList *list);

#endif
