/*
 * fact.h
 *	  What a page declares of itself, as a flat list: each fact with its kind, its source and its
 *	  words.
 */
#ifndef ARTICLE_FACT_H
#define ARTICLE_FACT_H

#include "base/str.h"

typedef enum FactKind
{
	FACT_TITLE,
	FACT_SUBTITLE, /* alternativeHeadline and the like */
	FACT_AUTHOR,   /* one name, or a whole byline */
	FACT_AUTHOR_URL,
	FACT_PUBLISHED,
	FACT_MODIFIED,
	FACT_SITE_NAME,
	FACT_PUBLISHER,
	FACT_URL,
	FACT_LANGUAGE,
	FACT_SECTION,
	FACT_TAG, /* one keyword */
	FACT_DESCRIPTION,
	FACT_IMAGE,
	FACT_BODY, /* articleBody, lines kept; of microdata the node alone, without text */
	FACT_TYPE, /* NewsArticle, article, website … */
	FACT_PAID, /* isAccessibleForFree false, content tier … : text "true" or "false": is it paid for
				*/
	FACT_BREADCRUMB,
	FACT_AMP_URL,
	FACT_NEXT_PAGE,
	FACT_PAID_PART, /* CSS selector of what is paid for */
	FACT_COUNT
} FactKind;

typedef enum FactSource
{
	FACT_SOURCE_JSON_LD,	   /* of the main entity: the article itself */
	FACT_SOURCE_JSON_LD_OTHER, /* of another entity: WebPage, WebSite, another article */
	FACT_SOURCE_OPEN_GRAPH,	   /* og:*, article:* */
	FACT_SOURCE_TWITTER,
	FACT_SOURCE_DUBLIN_CORE,
	FACT_SOURCE_PARSELY,   /* parsely-*, sailthru.*, cXenseParse:* and other analytics metas */
	FACT_SOURCE_META,	   /* plain <meta name> */
	FACT_SOURCE_MICRODATA, /* itemprop, property, in the body or the head */
	FACT_SOURCE_LINK,	   /* <link rel>, <a rel=author|tag> */
	FACT_SOURCE_HTML,	   /* <title>, <html lang> */
	FACT_SOURCE_COUNT
} FactSource;

typedef struct Fact
{
	FactKind kind;
	FactSource source;
	Str text;		 /* decoded, trimmed, collapsed; not judged */
	const char *key; /* where it was found, for people: "og:title", "JSON-LD headline" */
	uint32_t node;	 /* its node, or PAGE_NONE */
} Fact;

/* An entry of a live blog, as declared. */
typedef struct FactEntry
{
	Str title; /* data NULL if it has none */
	Str date;  /* as written; may be empty */
} FactEntry;

#define FACT_MAX_ENTRIES 256

typedef struct Facts
{
	Fact *items; /* in order of appearance */
	uint32_t count;
	uint32_t size;
	uint32_t of_kind[FACT_COUNT]; /* how many of each kind */
	FactEntry *entries;			  /* in the order of the page */
	uint32_t nentries;
	Str entries_text; /* their headlines and texts, a paragraph a line; data NULL if none */
} Facts;

/* What people read for these kinds: kind_name.c */
extern const char *fact_kind_name(FactKind kind);

extern const char *fact_source_name(FactSource source); /* "JSON-LD", "Open Graph", … */

/* The next fact of a kind after position *i (start at 0), or NULL. */
extern const Fact *facts_next(const Facts *facts, FactKind kind, uint32_t *i);
/* The first fact of a kind from a source, or NULL. */
extern const Fact *facts_from(const Facts *facts, FactKind kind, FactSource source);

#endif
