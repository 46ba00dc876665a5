/*
 * surroundings.h
 *	  What the elements around a node say about it: their tags, class names, ids and roles.
 *
 * The nearest element takes precedence.  Elements that contain the whole body, or most of the page
 * if there is no body, say nothing.  Each element is read once, when it is first needed.
 */
#ifndef ARTICLE_SURROUNDINGS_H
#define ARTICLE_SURROUNDINGS_H

#include "article/reader.h"
#include "article/cue/cue.h"

typedef enum SurroundingsPlace
{
	SURROUNDINGS_UNREAD, /* internal to surroundings.c */
	SURROUNDINGS_PLAIN,
	SURROUNDINGS_RELATED,	 /* a list of other articles, a teaser, a "next article" */
	SURROUNDINGS_NAVIGATION, /* menus, breadcrumbs, the page's header and footer */
	SURROUNDINGS_SERVICE	 /* share bars, comments, authors, tags, forms, notices, advertising */
} SurroundingsPlace;

typedef struct Surroundings
{
	const Reader *reader;
	uint8_t *places;	 /* the SurroundingsPlace of each node */
	uint32_t body_first; /* the nodes of the kept blocks: [body_first, body_end) */
	uint32_t body_end;
} Surroundings;

/* Gets the range of nodes [first, end) of the kept blocks; both are 0 if there is no body. */
extern void surroundings_body(const Reader *reader, uint32_t *first, uint32_t *end);

/* Call after the body has been read. */
extern void surroundings_init(Surroundings *surroundings, const Reader *reader);

/* Returns the place that a node is in. */
extern SurroundingsPlace surroundings_place(Surroundings *surroundings, uint32_t node);

/*
 * Returns the beginning of an attribute's value; words further back add nothing.  For elements that
 * are looked at more than once.
 */
static inline Str
surroundings_words(const Page *page, uint32_t node, AttrId attr)
{
	return str_sub(page_attr(page, node, attr), 0, 256);
}

#endif
