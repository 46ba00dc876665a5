/*
 * ruling.h
 *	  What a site's own rules say of a page: texts and nodes in the order of the rules. src/rules
 *	  fills it in before the page is cut into blocks; the stages obey it where it says something.
 */
#ifndef ARTICLE_RULING_H
#define ARTICLE_RULING_H

#include "base/str.h"
#include "html/page.h"

/* A text that the rule in a line finds: of an element, an attribute, or computed. */
typedef struct RuledText
{
	Str text;
	uint32_t line;
	bool computed; /* by the path, as concat() does: taken as it is */
	Str link;	   /* a title's: the address that the whole of it links to, as written, or none */
	uint32_t node; /* a date's: its element, or that of its attribute; else PAGE_NONE */
} RuledText;

typedef struct RuledTexts
{
	RuledText *items;
	uint32_t count;
	uint32_t size;
} RuledTexts;

typedef struct RuledNode
{
	uint32_t node;
	uint32_t line;
} RuledNode;

typedef struct RuledNodes
{
	RuledNode *items;
	uint32_t count;
	uint32_t size;
} RuledNodes;

typedef struct RuledLines
{
	uint32_t *items;
	uint32_t count;
	uint32_t size;
} RuledLines;

/* Fields that the rules name, as bits. */
enum RuledField
{
	RULED_TITLE = 1 << 0,
	RULED_AUTHORS = 1 << 1,
	RULED_DATE = 1 << 2,
	RULED_BODY = 1 << 3
};

typedef struct Ruling
{
	RuledTexts titles;
	RuledTexts authors; /* all that one rule finds are neighbors */
	RuledTexts dates;
	RuledNodes bodies;	 /* likewise; of one rule in page order, none inside another */
	RuledNodes stripped; /* in page order, none inside another */
	uint32_t named;		 /* RULED_ bits */
	RuledLines over;	 /* rules with a path that exceeds a limit, in their order */
	bool only_rules;	 /* what the rules name and do not find stays unknown */
	bool keep_all;		 /* the body is all that its rule takes, without pruning */
	bool skip_json_ld;
	bool native_ad; /* the page is an advertisement */
	Str next_page;	/* as the page has them */
	Str single_page;
} Ruling;

/* A site's rules, compiled by src/rules. */
typedef struct ArticleRules
{
	/* Returns the source with its strings replaced; the source itself if none are. */
	Str (*rewrite)(const void *context, Arena *arena, Str source);
	/*
	 * Fills in *ruling, whose strings may be in the arena; may change the elements of the page.
	 * Returns false if the caller interrupted.
	 */
	bool (*apply)(const void *context, Arena *arena, Page *page, const PageOptions *options,
				  Ruling *ruling);
	const void *context;
} ArticleRules;

#endif
