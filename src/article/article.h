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
#include "base/arena.h"
#include "base/charset.h"
#include "base/str.h"
#include "date/date.h"
#include "html/page.h"

typedef struct ArticleOptions
{
	Str url; /* address of the page, or none */
	bool has_fetched_at;
	int64_t fetched_at;		/* seconds since 1970-01-01 00:00 UTC */
	ZoneOffset zone_offset; /* time_zone, as a function; see date/date.h */
	void *zone_context;
	Str not_a_page; /* what the document is that holds no page (html/document.h), or none */
	JsonParser json;
	PageOptions page;
	Charset charset; /* that the views will be written in */
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
	/* what goes into extra */
	const char *encoding; /* what the page's bytes were read as; NULL for a page of type text */
	ArticleImage *images;
	uint32_t nimages;
	StrList embeds; /* absolute URLs of videos, tweets, frames in the body */
	StrList author_urls;
	StrList breadcrumbs;
	Str next_page;
	Str amp_url;
	const char *title_source;
	const char *authors_source;
	Str not_a_page; /* as in the options; nothing else is known then but what the caller said */
} Article;

extern const char *date_role_name(DateRole role); /* kind_name.c */

/* ---------------------------------------------------------------- facts: what the page declares */

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
	FACT_COUNT
} FactKind;

typedef enum FactSource
{
	SOURCE_JSON_LD,		  /* of the main entity: the article itself */
	SOURCE_JSON_LD_OTHER, /* of some other entity of the page (WebPage, WebSite, another article) */
	SOURCE_OPEN_GRAPH,	  /* og:*, article:* */
	SOURCE_TWITTER,
	SOURCE_DUBLIN_CORE,
	SOURCE_PARSELY,	  /* parsely-*, sailthru.*, cXenseParse:* and other analytics metas */
	SOURCE_META,	  /* plain <meta name> */
	SOURCE_MICRODATA, /* itemprop, property, in the body or the head */
	SOURCE_LINK,	  /* <link rel>, <a rel=author|tag> */
	SOURCE_HTML,	  /* <title>, <html lang> */
	SOURCE_COUNT
} FactSource;

typedef struct Fact
{
	FactKind kind;
	FactSource source;
	Str text;		 /* decoded, trimmed, collapsed; not judged */
	const char *key; /* where it stood, for people: "og:title", "JSON-LD headline" */
	uint32_t node;	 /* the node it stood at, or PAGE_NONE */
} Fact;

typedef struct Facts
{
	Fact *items; /* in order of appearance */
	uint32_t count;
	uint32_t size;
	uint32_t of_kind[FACT_COUNT]; /* how many of each kind */
} Facts;

/* What people read for these kinds: kind_name.c */
extern const char *fact_kind_name(FactKind kind);

extern const char *fact_source_name(FactSource source); /* "JSON-LD", "Open Graph", … */

/* The next fact of a kind after position *i (start at 0), or NULL. */
extern const Fact *facts_next(const Facts *facts, FactKind kind, uint32_t *i);
/* The first fact of a kind from a source, or NULL. */
extern const Fact *facts_from(const Facts *facts, FactKind kind, FactSource source);

/* ---------------------------------------------------------------- blocks: the page as a reader
 * sees it */

typedef enum BlockKind
{
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_LIST_ITEM,
	BLOCK_QUOTE,
	BLOCK_TABLE_ROW,
	BLOCK_PREFORMATTED,
	BLOCK_CAPTION,
	BLOCK_TERM /* dt */
} BlockKind;

struct Reader;

typedef struct Block
{
	uint32_t node;		 /* the block element that holds it */
	uint32_t first;		 /* its first node of text */
	uint32_t end;		 /* the node behind its last one */
	uint8_t kind;		 /* BlockKind */
	uint8_t level;		 /* of a heading: 1-6 */
	bool kept;			 /* part of the body */
	bool like_next;		 /* it looks like the block behind it */
	float score;		 /* 0-1: how much it looks like body */
	const char *reason;	 /* why it was kept or dropped, for people */
	Str text;			 /* as a browser shows it */
	uint32_t chars;		 /* code points of text */
	uint32_t link_chars; /* of these, inside links */
	uint32_t phrases;	 /* categories of the phrases it holds, as bits; cue.h */
	uint32_t openings;	 /* … of those it begins with */
} Block;

typedef struct Blocks
{
	Block *items; /* in page order */
	uint32_t count;
	bool mostly_hidden; /* most of the page's text is hidden: a script shows it */
} Blocks;

/*
 * The paragraphs of a declared body, as the views show them: the next one from *at on, which starts at 0; false after the last one,
 * or where the page prints its body.  Such a block stands in no element.  (body.c)
 */
extern bool block_next_declared(const struct Reader *reader, uint32_t *at, Block *block);

/* Does one of the page's blocks stand in the body?  (body.c) */
extern bool block_in_body(const struct Reader *reader, const Block *block);

/* Does it come from block_next_declared? */
static inline bool
block_is_declared(const Block *block)
{
	return block->end == 0;
}

extern const char *block_kind_name(BlockKind kind); /* kind_name.c */

/* Preformatted text without blank lines around it; the indent of its first line stays.  (block_shown.c) */
extern Str block_trim_lines(Str text);

/*
 * Does white space part two nodes of text although the source has none?  Where one inline element ends and another begins between
 * a small letter and a capital, or what ends is a <span> that its parent begins with, a style sheet sets them apart:
 * "<span>Culture</span><span>The jetty</span>".  (block_gap.c)
 */
extern bool block_parts_texts(const Page *page, uint32_t before, uint32_t after);

/* ---------------------------------------------------------------- one page under work */

/* What a class or an id says, by its hash: a page names its elements by few names. */
#define READER_NAMES 512 /* a power of two; 8 KB */

typedef struct NameCues
{
	uint64_t hash;
	uint32_t cues;
} NameCues;

typedef struct BodyWindow BodyWindow;

typedef struct Reader
{
	Arena *arena;
	const ArticleOptions *options; /* a copy in the arena */
	Page page;
	Facts facts;
	Blocks blocks;
	Str base_url;		  /* what relative references are resolved against */
	uint32_t *node_cues;  /* a node: what its class and id say, once asked for; NULL: not kept */
	NameCues *name_cues;  /* READER_NAMES of them, likewise */
	uint32_t title_block; /* the block that prints the title, or PAGE_NONE */
	uint32_t body_first;  /* blocks [body_first, body_end) hold the body: a first estimate, before
							 the body is chosen */
	uint32_t body_end;
	BodyWindow *window; /* the blocks that block_explain speaks of; body.c */
	size_t url_bytes;	/* of the addresses that a view has written; render_inline.c */
	Str declared_body;	/* the body, a paragraph a line, where the page declares it and prints less;
						   data NULL: the blocks kept are the body */
	Article article;
} Reader;

/* Loops over blocks ask this every BLOCKS_PER_POLL of them, and then leave their work undone. */
#define BLOCKS_PER_POLL 256
/* Loops over nodes poll the arena every so many. */
#define NODES_PER_POLL 4096

static inline bool
reader_interrupted(const Reader *reader)
{
	const PageOptions *page = &reader->options->page;

	return page->interrupted != NULL && page->interrupted(page->interrupt_context);
}

/* block_shown.c */

/* Elements whose text no browser shows on a page that has loaded: <noscript>, <select> … */
static inline bool
block_never_shown(TagId tag)
{
	switch (tag)
	{
		case TAG_audio:
		case TAG_canvas:
		case TAG_datalist:
		case TAG_noscript:
		case TAG_rp:
		case TAG_rt:
		case TAG_rtc:
		case TAG_select:
		case TAG_template:
		case TAG_video:
			return true;
		default:
			return false;
	}
}

/* Is this such an element, or the mark of a permalink? */
static inline bool
block_skipped(const Page *page, uint32_t node)
{
	return block_never_shown((TagId) page->nodes[node].tag) || page_permalink(page, node);
}

/* The same, and for what is hidden inside of something that is hidden, or is not. */
extern bool block_leaves_out(const Reader *reader, uint32_t node, bool hidden);
/* Does a text hold nothing but what browsers show as nothing: white space, zero-width characters, soft hyphens? */
extern bool block_text_unseen(Str text);
/* Is most of the page's text hidden, not counting links? */
extern bool blocks_mostly_hidden(const Reader *reader);

/* The class cues (cue.h), as bits, of an element's class, id, role and data attributes. reader_cues.c */
extern uint32_t reader_cues(const Reader *reader, uint32_t node);

/* Bytes of an attribute that are read as names.  A longer one is a style sheet's or a script's, and many blocks may ask for it. */
#define READER_LONGEST_NAME 1024

/* The class of an element, as far as it is names. */
static inline Str
reader_class(const Page *page, uint32_t node)
{
	return str_sub(page_attr(page, node, ATTR_class), 0, READER_LONGEST_NAME);
}

/* The stages, in this order; each fills its part of the reader. One file each. */
extern void blocks_read(Reader *reader);   /* block.c: page -> blocks */
extern void blocks_read_shown(Reader *reader); /* the same, with the choices of <select>, and never with hidden words */
extern void facts_read(Reader *reader);	   /* facts.c: page -> facts, base_url */
extern void language_read(Reader *reader); /* language.c: article.language */
extern void
title_read(Reader *reader); /* title.c: article.title, title_source, site_name, title_block */
extern void body_locate(Reader *reader);  /* body.c: scores of the blocks, body_first, body_end */
extern void dates_read(Reader *reader);	  /* date.c: article.published, modified */
extern void authors_read(Reader *reader); /* author.c: article.authors, author_urls */
extern void card_read(Reader *reader); /* card.c: url, section, tags, description, image,
											 breadcrumbs, next page, amp */
extern void body_read(Reader *reader);	  /* body.c: kept, body, subtitle, confidence, paywalled */
extern void media_read(Reader *reader);	  /* media.c: images, embeds */
extern void related_read(Reader *reader); /* related.c: related */

/* All stages. source: valid UTF-8 without NUL. Returns the status of page_parse. */
extern PageStatus article_read(Reader *reader, Arena *arena, Str source,
							   const ArticleOptions *options);

/* Further views of a page that article_read has been through. */
extern const char *block_explain(Reader *reader, uint32_t i); /* body.c: why it was kept or not */
extern ArticleDate *dates_list(Reader *reader,
							   uint32_t *count); /* date.c: every date of the page */
/* links.c: gives every link, in page order, to take, which copies what it wants to keep. */
extern void links_each(Reader *reader, void (*take)(void *context, const ArticleLink *link),
					   void *context);
extern Str article_to_html(Reader *reader);		/* render_html.c: the kept blocks as safe HTML */
extern Str article_to_markdown(Reader *reader); /* render_markdown.c: as CommonMark */
extern Str page_to_text(Reader *reader);		/* all blocks as lines */

/* explain.c: all of the above as one HTML document, in ASCII; data NULL where the source is empty. */
extern Str article_to_explanation(Reader *reader);

#endif
