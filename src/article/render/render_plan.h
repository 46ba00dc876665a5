/*
 * render_plan.h
 *	  The article as a sequence of things to show, kept blocks and pictures, each with the lists
 *	  and quotations it stands in.
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

/* What nests deeper than this is shown less deep. */
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
	bool
		fills; /* a block that is all the text its innermost container has of its own: it needs no <p> */
} RenderItem;

typedef struct RenderCursor
{
	Reader *reader;
	Picture *pictures;
	uint32_t npictures;
	uint32_t picture; /* next ones */
	uint32_t block;
	uint32_t declared_at; /* block_next_declared */
	Block declared;
	uint32_t body_first; /* the nodes of all kept blocks, from the first to behind the last */
	uint32_t body_end;
} RenderCursor;

/*
 * What one thing to show needs: a reader of the same page with an arena of its own, which is emptied between two things once it holds
 * much.  The result goes elsewhere.  End it with arena_free(&desk.arena).
 */
typedef struct RenderDesk
{
	Reader reader;
	Arena arena;
	InlineList tokens; /* of one block */
} RenderDesk;

extern void render_desk_open(RenderDesk *desk, const Reader *reader);
extern void render_desk_clear(RenderDesk *desk);

/* The body must have been read. */
extern void render_start(RenderCursor *cursor, Reader *reader);

/* The next thing to show, in page order; false where there is none left. */
extern bool render_next(RenderCursor *cursor, RenderItem *item);

/* How many containers two paths begin with that are the same. */
extern uint32_t render_common(const ContainerPath *a, const ContainerPath *b);

/*
 * The text of a preformatted block, from its tokens: no empty lines around it, no white space after
 * it. It replaces what text held, and stands there.
 */
extern Str render_preformatted(StrBuf *text, const InlineList *list);

#endif
