/*
 * xml_feed.h
 *	  A feed in XML under work: shared by what reads the feed and what reads its entries.
 */
#ifndef ARTICLE_FEED_XML_FEED_H
#define ARTICLE_FEED_XML_FEED_H

#include "feed/draft.h"
#include "feed/space.h"
#include "feed/xml_scan.h"

typedef struct XmlFeed
{
	FeedInfo *info;
	Arena *arena; /* of the feed */
	Spaces spaces;
	bool atom; /* elements without a vocabulary are Atom's */
} XmlFeed;

/* entry_xml.c: returns base as an element's xml:base changes it; data NULL if neither is known. */
extern Str xml_base(Arena *arena, Str base, Str attributes);

/* entry_xml.c: reads an entry, given the attributes of its tag and its source between the tags. */
extern void entry_read_xml(XmlFeed *feed, Str attributes, Str source);

#endif
