/*
 * element.h
 *	  What the elements of an entry are for: element_list.h, looked up.
 */
#ifndef ARTICLE_FEED_ELEMENT_H
#define ARTICLE_FEED_ELEMENT_H

#include "feed/space.h"

typedef enum ElementUse
{
	ELEMENT_TITLE,
	ELEMENT_LINK,
	ELEMENT_GUID,
	ELEMENT_AUTHOR,
	ELEMENT_PUBLISHED,
	ELEMENT_PUBLISHED_UTC, /* of a vocabulary whose dates are in UTC, although they do not say so */
	ELEMENT_UPDATED,
	ELEMENT_UPDATED_UTC,
	ELEMENT_TAG,
	ELEMENT_TAG_LIST,
	ELEMENT_HTML,
	ELEMENT_SUMMARY,
	ELEMENT_ENCLOSURE,
	ELEMENT_MEDIA, /* a file, perhaps the picture of the entry */
	ELEMENT_IMAGE,
	ELEMENT_PLAYER,
	ELEMENT_LANGUAGE,
	ELEMENT_SITE,
	ELEMENT_SOURCE, /* the feed that the entry comes from */
	ELEMENT_GROUP,	/* its children are as those of the entry */
	ELEMENT_SKIP
} ElementUse;

typedef struct Element
{
	FeedSpace space;
	Str name;
	ElementUse use;
	uint8_t rank;
} Element;

/*
 * Returns the row of an element, or NULL. RSS and Atom borrow from each other without saying so, so
 * that each is also looked up as the other.
 */
extern const Element *element_find(FeedSpace space, Str name);

#endif
