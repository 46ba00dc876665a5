/*
 * element.h
 *	  What the elements of an entry are for: element_list.h, looked up.
 */
#ifndef ARTICLE_FEED_ELEMENT_H
#define ARTICLE_FEED_ELEMENT_H

#include "feed/space.h"

typedef enum ElementUse
{
	USE_TITLE,
	USE_LINK,
	USE_GUID,
	USE_AUTHOR,
	USE_PUBLISHED,
	USE_PUBLISHED_UTC, /* of a vocabulary whose dates are in UTC, although they do not say so */
	USE_UPDATED,
	USE_UPDATED_UTC,
	USE_TAG,
	USE_TAG_LIST,
	USE_HTML,
	USE_SUMMARY,
	USE_ENCLOSURE,
	USE_MEDIA, /* a file, perhaps the picture of the entry */
	USE_IMAGE,
	USE_PLAYER,
	USE_LANGUAGE,
	USE_SITE,
	USE_SOURCE, /* the feed that the entry comes from */
	USE_GROUP,	/* its children are as those of the entry */
	USE_SKIP
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
