/*
 * links.h
 *	  The links of a page in page order, before their worth is judged.
 */
#ifndef ARTICLE_LINKS_H
#define ARTICLE_LINKS_H

#include "article/reader.h"

typedef struct LinkSpot
{
	uint32_t node;		  /* the <a href> */
	uint32_t first_block; /* blocks [first_block, end_block) contain its text or surround it */
	uint32_t end_block;
} LinkSpot;

/* Position in the iteration over a page's links. Initialize with links_start. */
typedef struct LinkCursor
{
	const Reader *reader;
	uint32_t node;
	uint32_t block;
} LinkCursor;

extern void links_start(LinkCursor *cursor, const Reader *reader);

/* Finds the next <a> with an href, in page order. Returns false if there is none left. */
extern bool links_next(LinkCursor *cursor, LinkSpot *spot);

/*
 * The text of a link, white space collapsed; of an image, its alternative text. A very long one is
 * cut.
 */
extern Str link_text(const Reader *reader, Arena *arena, uint32_t node);

/* The link's address as an absolute URL; data is NULL if it has none. */
extern Str link_url(const Reader *reader, Arena *arena, uint32_t node);

#endif
