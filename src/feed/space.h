/*
 * space.h
 *	  Vocabularies (XML namespaces): the name of an element in, its vocabulary and local name out.
 *
 * A prefix means what the nearest declaration says. If it is not declared, or declared with an
 * unknown URI, it means what it usually does.
 */
#ifndef ARTICLE_FEED_SPACE_H
#define ARTICLE_FEED_SPACE_H

#include "base/str.h"

typedef enum FeedSpace
{
	FEED_SPACE_PLAIN, /* no vocabulary, or that of RSS or of sitemaps */
	FEED_SPACE_ATOM,
	FEED_SPACE_RDF,
	FEED_SPACE_DC,
	FEED_SPACE_DCTERMS,
	FEED_SPACE_CONTENT,
	FEED_SPACE_MEDIA,
	FEED_SPACE_ITUNES,
	FEED_SPACE_FEEDBURNER,
	FEED_SPACE_SLASH,
	FEED_SPACE_PRISM,
	FEED_SPACE_NEWS,
	FEED_SPACE_IMAGE,
	FEED_SPACE_VIDEO,
	FEED_SPACE_XHTML,
	FEED_SPACE_WP,
	FEED_SPACE_EXCERPT,
	FEED_SPACE_PODCAST,
	FEED_SPACE_THREAD,
	FEED_SPACE_OTHER,
	FEED_SPACE_COUNT
} FeedSpace;

/* Most declarations in force at once; the rest are ignored. Real feeds have up to 20. */
#define FEED_SPACE_BINDINGS 64

typedef struct SpaceBinding
{
	Str prefix;
	FeedSpace space;
} SpaceBinding;

typedef struct Spaces
{
	SpaceBinding bindings[FEED_SPACE_BINDINGS]; /* the innermost last */
	uint32_t count;
} Spaces;

/* Adds the declarations of a tag. To leave its element, set count back. */
extern void spaces_declare(Spaces *spaces, Str attributes);

/* Returns the vocabulary of a tag's name, and sets *local to the name without its prefix. */
extern FeedSpace spaces_find(const Spaces *spaces, Str name, Str *local);

/* The usual prefix of a vocabulary; empty for FEED_SPACE_PLAIN and FEED_SPACE_OTHER. */
extern const char *space_prefix(FeedSpace space);

#endif
