/*
 * sheet.h
 *	  What the style sheets in a page hide: the page in, its nodes with NODE_HIDDEN set out.
 *
 * Only display and visibility are read, for a screen SHEET_WIDTH wide. A selector is a chain of
 * types, classes and ids. If it has any other kind of condition, a rule that hides is ignored, and
 * a rule that shows is assumed to match: rather too much text than too little.
 */
#ifndef ARTICLE_SHEET_H
#define ARTICLE_SHEET_H

#include "html/page.h"
#include "html/style.h"

#define SHEET_WIDTH 1280

typedef struct SheetPart
{
	uint8_t tag; /* TAG_none: any */
	bool root;	 /* <html> or <body>: the root of the tree */
	bool child;	 /* must be a child of the part before it, not just a descendant */
	uint8_t nclasses;
	Str id;
	Str classes[3];
} SheetPart;

typedef struct SheetRule
{
	const SheetPart *parts; /* outermost first */
	uint32_t nparts;
	bool unsure;	 /* has conditions that are not evaluated */
	uint32_t weight; /* specificity */
	uint32_t number; /* order: of two rules with equal weight, the later wins */
	Style style;
	struct SheetRule *next; /* in the same slot */
} SheetRule;

#define SHEET_SLOTS 256

typedef struct Sheet
{
	Arena *arena;
	SheetRule *slots[SHEET_SLOTS]; /* by the id, a class or the tag of the last part */
	uint32_t count;
	uint32_t hiding; /* how many of the rules hide */
} Sheet;

extern uint32_t sheet_slot(Str name);

/* sheet_read.c: adds the rules of one style sheet. */
extern void sheet_read(Sheet *sheet, Str text);

/* sheet_selector.c: adds one rule for one selector. */
extern void sheet_add_rule(Sheet *sheet, Str selector, const Style *style);

/* sheet_media.c: does a media query hold for a screen? */
extern bool sheet_media(Str query);

/*
 * sheet_match.c: returns a copy of the page's nodes with those that its style sheets hide marked
 * NODE_HIDDEN; the nodes themselves if nothing is hidden. Takes time proportional to the page:
 * rules beyond that budget are ignored.
 */
extern Node *sheet_hide(const Page *page, Arena *arena);

#endif
