/*
 * surroundings.h
 *	  What the elements around a node say of it: their tags, class names, ids and roles.
 *
 * The element nearest to the node has the last word.  Elements that hold the whole body, or most
 * of the page where there is no body, say nothing.  Each element is read once, when it is first
 * asked for.
 */
#ifndef ARTICLE_SURROUNDINGS_H
#define ARTICLE_SURROUNDINGS_H

#include "article/reader.h"
#include "article/cue/cue.h"

typedef enum Place
{
	PLACE_UNREAD, /* for surroundings.c alone */
	PLACE_PLAIN,
	PLACE_RELATED,	  /* a list of other articles, a teaser, a "next article" */
	PLACE_NAVIGATION, /* menus, breadcrumbs, the page's header and footer */
	PLACE_SERVICE	  /* share bars, comments, authors, tags, forms, notices, advertising */
} Place;

typedef struct Surroundings
{
	Reader *reader;
	uint8_t *places;	 /* a node: Place */
	uint32_t body_first; /* the nodes of the kept blocks, from the first to behind the last */
	uint32_t body_end;
} Surroundings;

/*
 * The nodes of the kept blocks, from the first to behind the last; both 0 where there is no
 * body.
 */
extern void surroundings_body(const Reader *reader, uint32_t *first, uint32_t *end);

/* The body must have been read. */
extern void surroundings_init(Surroundings *surroundings, Reader *reader);

/* The place where a node stands. */
extern Place surroundings_place(Surroundings *surroundings, uint32_t node);

/*
 * The first words of an attribute; what comes behind them says nothing more. For elements that
 * are asked more than once.
 */
static inline Str
surroundings_words(const Page *page, uint32_t node, AttrId attr)
{
	return str_sub(page_attr(page, node, attr), 0, 256);
}

#endif
