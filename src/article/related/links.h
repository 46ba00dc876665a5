/*
 * links.h
 *	  The links of a page as they stand in it, before anything is said of their worth.
 */
#ifndef ARTICLE_LINKS_H
#define ARTICLE_LINKS_H

#include "article/reader.h"

typedef struct LinkSpot
{
	uint32_t node;		  /* the <a href> */
	uint32_t first_block; /* blocks [first_block, end_block) hold its text, or stand in it */
	uint32_t end_block;
} LinkSpot;

/* Where the reading of a page's links has come to. Begin with links_start. */
typedef struct LinkCursor
{
	const Reader *reader;
	uint32_t node;
	uint32_t block;
} LinkCursor;

extern void links_start(LinkCursor *cursor, const Reader *reader);

/* The next <a> with an href, in page order; false where there is none left. */
extern bool links_next(LinkCursor *cursor, LinkSpot *spot);

/*
 * The words of a link, white space collapsed; of a picture, what stands for it. Cut where they
 * are very long.
 */
extern Str link_text(Reader *reader, uint32_t node);

/* Its address as an absolute URL; data NULL where it has none. */
extern Str link_url(Reader *reader, uint32_t node);

#endif
