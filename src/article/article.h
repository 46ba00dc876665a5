/*
 * article.h
 *	  The core's contract: a page and what the caller knows of it in, struct Article out.
 *
 * Strings are valid UTF-8, trimmed, white space collapsed; data NULL means that the page does not
 * say. Everything lives in the arena.
 */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include "article/json_events.h"
#include "article/ruling.h"
#include "base/arena.h"
#include "base/charset.h"
#include "base/str.h"
#include "date/date.h"
#include "html/page.h"

/* Is this a word of a language that the caller knows, in lowercase? */
typedef bool (*KnownWord)(Str word);

typedef struct ArticleKnown ArticleKnown; /* known.h */

typedef struct ArticleOptions
{
	Str url; /* address of the page, or none */
	bool has_fetched_at;
	int64_t fetched_at;		/* seconds since 1970-01-01 00:00 UTC */
	ZoneOffset zone_offset; /* time_zone, as a function; see date/date.h */
	void *zone_context;
	Str not_a_page; /* what the document is that holds no page (html/document.h), or none */
	JsonParser json;
	KnownWord known_word;	   /* or NULL: then hyphens at the ends of lines are kept */
	const ArticleRules *rules; /* of the site, or NULL */
	PageOptions page;
	Charset charset;		   /* that the views will be written in */
	const ArticleKnown *known; /* what the caller knows of the page, or NULL */
} ArticleOptions;

typedef struct Instant
{
	bool known;
	bool has_time;	 /* false: a day alone, taken at midnight */
	int64_t seconds; /* since 1970-01-01 00:00 UTC */
	const char
		*source; /* where it was found: "JSON-LD datePublished", "<time>", "printed", "URL" … */
	Str raw;	 /* the words of the page */
} Instant;

typedef struct ArticleLink
{
	Str url; /* absolute; data NULL where the page gives a relative one and nothing to resolve it */
	Str text;
	const char *place; /* "body", "related", "navigation", "other" */
} ArticleLink;

typedef struct ArticleImage
{
	Str url; /* absolute */
	Str caption;
	Str credit;
	Str alt;
} ArticleImage;

/* An entry of a live blog. */
typedef struct ArticleEntry
{
	Instant instant;
	Str title; /* data NULL if it has none */
} ArticleEntry;

typedef enum DateRole
{
	DATE_PUBLISHED,
	DATE_MODIFIED,
	DATE_OTHER
} DateRole;

typedef struct ArticleDate
{
	Instant instant;
	DateRole role;
} ArticleDate;

typedef struct Article
{
	Str title;
	Str subtitle;
	StrList authors;
	Instant published;
	Instant modified;
	Str site_name;
	Str url;
	Str language;
	Str section;
	StrList tags;
	Str description;
	Str image_url;
	Str body;
	ArticleLink *related;
	uint32_t nrelated;
	bool paywalled;
	float confidence;
	float confidence_title;		/* 0 to 1: how probable it is that it is right; 0: there is none */
	float confidence_published; /* likewise */
	/* what goes into extra */
	const char *encoding; /* what the page's bytes were read as; NULL for a page of type text */
	ArticleImage *images;
	uint32_t nimages;
	ArticleEntry *entries; /* of a live blog, in the order of the page */
	uint32_t nentries;
	StrList embeds; /* absolute URLs of videos, tweets, frames in the body */
	StrList author_urls;
	StrList breadcrumbs;
	Str next_page;
	Str single_page; /* a page with all of the article, as a rule finds it */
	Str amp_url;
	const char *title_source;
	const char *authors_source;
	const char *body_source;  /* the rule that takes it, or NULL */
	StrList rules_missed;	  /* fields that the site's rules name and do not find; "strip" */
	StrList rules_over_limit; /* the lines of rules that a limit stopped, as "line 3" */
	bool native_ad;			  /* a rule tells that the page is an advertisement */
	float confidence_authors; /* 0-1: how probable it is that they are right */
	Str not_a_page; /* as in the options; nothing else is known then but what the caller said */
	const ArticleKnown *known; /* as in the options; never NULL */
} Article;

extern const char *date_role_name(DateRole role); /* kind_name.c */

/* ---------------------------------------------------------------- reading a page */

/* A page under work: reader.h. */
typedef struct Reader Reader;

/* All stages. source: valid UTF-8 without NUL. Returns the status of page_parse. */
extern PageStatus article_read(Reader *reader, Arena *arena, Str source,
							   const ArticleOptions *options);

/* Further views of a page that article_read has been through; they allocate in reader->arena. */

/*
 * body.c: why a block was kept or not. *window: NULL at first; keeps what the next block of the
 * same page can use, in the reader's arena.
 */
typedef struct BodyWindow BodyWindow;
extern const char *block_explain(const Reader *reader, BodyWindow **window, uint32_t i);
/* date.c: every date of the page */
extern ArticleDate *dates_list(const Reader *reader, uint32_t *count);
/* links.c: calls take with every link, in page order; take copies what it wants to keep. */
extern void links_each(const Reader *reader, void (*take)(void *context, const ArticleLink *link),
					   void *context);
/* render_html.c, render_markdown.c, render_tei.c: the kept blocks as safe HTML, CommonMark, TEI P5 */
extern Str article_to_html(const Reader *reader);
extern Str article_to_markdown(const Reader *reader);
extern Str article_to_tei(const Reader *reader);
/* render_text.c: all blocks as lines */
extern Str page_to_text(const Reader *reader);

/* tei_fields.c: the fields of an article as a document of TEI P5; the zone is for its dates. */
extern Str article_fields_to_tei(Arena *arena, const Article *article, ZoneOffset offset,
								 void *context);

/*
 * explain.c: all of the above as one HTML document, in ASCII, in English or French; data NULL where
 * the source is empty.
 */
extern Str article_to_explanation(const Reader *reader);
extern Str article_to_french_explanation(const Reader *reader);

#endif
