/*
 * feed.h
 *	  The entries of a feed: RSS 0.90 to 2.0, Atom, RDF, JSON Feed, sitemaps, WordPress's export.
 *	  The text of a feed in, struct FeedEntry out, one for each entry, in the order of the feed.
 *
 * Read by a scanner of our own and not by libxml2, because most broken feeds are still legible: a
 * bare '&', an HTML entity, an element without its end, a feed that is cut off. Only the character
 * references of HTML are expanded; no document type is read, nothing is fetched. Any text has
 * entries or none; none is an error. Linear in the length of the text.
 */
#ifndef ARTICLE_FEED_H
#define ARTICLE_FEED_H

#include "article/article.h"

typedef struct FeedOptions
{
	Str url;				/* address of the feed, or none */
	ZoneOffset zone_offset; /* for dates that name no zone, as in ArticleOptions */
	void *zone_context;
} FeedOptions;

/* A file that an entry brings along. */
typedef struct FeedEnclosure
{
	Str url; /* absolute */
	Str type;
	Str length;
	Str title;
} FeedEnclosure;

/*
 * What an entry says beyond the columns: "dc:rights", "wp:status". A name may occur several times.
 */
typedef struct FeedMember
{
	Str name;
	Str text;
} FeedMember;

/* data NULL: not stated. Text as in struct Article; what the feed says of all entries included. */
typedef struct FeedEntry
{
	const char *kind; /* "rss", "atom", "rdf", "json", "sitemap", "sitemap index", "wordpress" */
	Str guid;
	Str url; /* absolute */
	Str title;
	StrList authors;
	Instant published;
	Instant updated;
	StrList tags;
	Str summary; /* plain text */
	Str html;	 /* as in the feed, not made safe; its addresses are absolute */
	Str image_url;
	Str language;
	Str site_name;
	FeedEnclosure *enclosures;
	uint32_t nenclosures;
	FeedMember *members;
	uint32_t nmembers;
} FeedEntry;

/*
 * Reads a feed: valid UTF-8 without NUL. Calls take with each entry; take copies what it wants to
 * keep. Empty entries are left out.
 */
extern void feed_read(Arena *arena, Str text, const FeedOptions *options,
					  void (*take)(void *context, const FeedEntry *entry), void *context);

#endif
