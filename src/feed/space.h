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
	SPACE_PLAIN, /* no vocabulary, or that of RSS or of sitemaps */
	SPACE_ATOM,
	SPACE_RDF,
	SPACE_DC,
	SPACE_DCTERMS,
	SPACE_CONTENT,
	SPACE_MEDIA,
	SPACE_ITUNES,
	SPACE_FEEDBURNER,
	SPACE_SLASH,
	SPACE_PRISM,
	SPACE_NEWS,
	SPACE_IMAGE,
	SPACE_VIDEO,
	SPACE_XHTML,
	SPACE_WP,
	SPACE_EXCERPT,
	SPACE_PODCAST,
	SPACE_THREAD,
	SPACE_OTHER,
	SPACE_COUNT
} FeedSpace;

/* Most declarations in force at once; the rest are ignored. Real feeds have up to 20. */
#define SPACE_BINDINGS 64

typedef struct SpaceBinding
{
	Str prefix;
	FeedSpace space;
} SpaceBinding;

typedef struct Spaces
{
	SpaceBinding bindings[SPACE_BINDINGS]; /* the innermost last */
	uint32_t count;
} Spaces;

/* Adds the declarations of a tag. To leave its element, set count back. */
extern void spaces_declare(Spaces *spaces, Str attributes);

/* Returns the vocabulary of a tag's name, and sets *local to the name without its prefix. */
extern FeedSpace spaces_find(const Spaces *spaces, Str name, Str *local);

/* The usual prefix of a vocabulary; empty for SPACE_PLAIN and SPACE_OTHER. */
extern const char *space_prefix(FeedSpace space);

#endif
