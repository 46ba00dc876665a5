/*
 * reader.h
 *	  One page under work: what the stages of article_read share, and the stages themselves.
 *
 * For the rooms of src/article.  What comes out of them is in article.h.
 */
#ifndef ARTICLE_READER_H
#define ARTICLE_READER_H

#include "article/article.h"
#include "article/block/block.h"
#include "article/declared/fact.h"
#include "html/page.h"

/* What a class or an id says, by its hash: a page names its elements by few names. */
#define READER_NAMES 512 /* a power of two; 8 KB */

typedef struct NameCues
{
	uint64_t hash;
	uint32_t cues;
} NameCues;

struct Reader
{
	Arena *arena;
	const ArticleOptions *options; /* a copy in the arena */
	Page page;
	Facts facts;
	Blocks blocks;
	const Ruling *ruling; /* what the site's rules say of the page; NULL if it has none */
	uint32_t misfit;	  /* line of the rule that is passed over as it strips the article; or 0 */
	uint32_t ruled;		  /* RULED_ bits: the fields that come from them */
	Str base_url;		  /* what relative references are resolved against */
	uint32_t *node_cues;  /* a node: what its class and id say, once asked for; NULL: not kept */
	NameCues *name_cues;  /* READER_NAMES of them, likewise */
	uint32_t title_block; /* the block that prints the title, or PAGE_NONE */
	uint32_t body_first;  /* blocks [body_first, body_end) hold the body: a first estimate, before
							 the body is chosen */
	uint32_t body_end;
	uint8_t body_kind; /* body_kind.h */
	Str declared_body; /* the body, a paragraph a line, where the page declares it and prints less;
						   data NULL: the blocks kept are the body */
	Article article;
};

/* ruling.c: "rule in line 3"; a text with a line in place of %u. */
extern const char *ruled_source(const Reader *reader, uint32_t line);
extern const char *ruled_text(const Reader *reader, const char *format, uint32_t line);
/* Do the rules name a RULED_ field, find nothing, and forbid to look elsewhere? */
extern bool ruled_only(const Reader *reader, uint32_t field);

/* Loops over blocks ask this every BLOCKS_PER_POLL of them, and then leave their work undone. */
#define BLOCKS_PER_POLL 256
/* Loops over nodes poll the arena once in this many. */
#define NODES_PER_POLL 4096

static inline bool
reader_interrupted(const Reader *reader)
{
	const PageOptions *page = &reader->options->page;

	return page->interrupted != NULL && page->interrupted(page->interrupt_context);
}

/*
 * The class cues (cue.h), as bits, of an element's class, id, role and data attributes.
 * reader_cues.c
 */
extern uint32_t reader_cues(const Reader *reader, uint32_t node);

/*
 * Bytes of an attribute that are read as names.  A longer one is a style sheet's or a script's, and
 * many blocks may ask for it.
 */
#define READER_LONGEST_NAME 1024

/* The class of an element, up to the length of names. */
static inline Str
reader_class(const Page *page, uint32_t node)
{
	return str_sub(page_attr(page, node, ATTR_class), 0, READER_LONGEST_NAME);
}

/* The stages, in this order; each fills its part of the reader. One file each. */
extern void blocks_read(Reader *reader); /* block.c: page -> blocks */
/* the same, with the choices of <select>, and never with hidden words */
extern void blocks_read_shown(Reader *reader);
/* the same, into other blocks than the reader's: for a tree that has changed */
extern void blocks_read_anew(Reader *reader, Blocks *blocks);
extern void facts_read(Reader *reader);	   /* facts_read.c: page -> facts, base_url */
extern void language_read(Reader *reader); /* language.c: article.language */
extern void
title_read(Reader *reader); /* title.c: article.title, title_source, site_name, title_block */
extern void body_locate(Reader *reader);  /* body.c: scores of the blocks, body_first, body_end */
extern void dates_read(Reader *reader);	  /* date.c: article.published, modified */
extern void authors_read(Reader *reader); /* author.c: article.authors, author_urls */
extern void card_read(Reader *reader);	  /* card.c: url, section, tags, description, image,
											 breadcrumbs, next page, amp */
extern void entries_read(Reader *reader); /* card_entry.c: entries, once the body is known */
extern void rules_missed(Reader *reader); /* ruling.c: rules_missed, native_ad */
extern void body_read(Reader *reader);	  /* body.c: kept, body, subtitle, confidence, paywalled */
extern void media_read(Reader *reader);	  /* media.c: images, embeds */
extern void related_read(Reader *reader); /* related.c: related */

#endif
