/*
 * sheet.h
 *	  What the style sheets that stand in a page hide: the page in, its nodes with NODE_HIDDEN set out.
 *
 * Only display and visibility are read, on a screen SHEET_WIDTH wide.  A selector is a chain of types, classes and ids; where
 * another kind of condition stands in it, a rule that hides is left out, and a rule that shows is taken to match: text is rather
 * shown than lost.
 */
#ifndef ARTICLE_SHEET_H
#define ARTICLE_SHEET_H

#include "html/page.h"
#include "html/style.h"

#define SHEET_WIDTH 1280

typedef struct SheetPart
{
	uint8_t tag; /* TAG_none: any */
	bool root;	 /* <html> or <body>, which the tree has as its root */
	bool child;	 /* of the part before it, not just inside of it */
	uint8_t nclasses;
	Str id;
	Str classes[3];
} SheetPart;

typedef struct SheetRule
{
	const SheetPart *parts; /* outermost first */
	uint32_t nparts;
	bool unsure; /* there are conditions besides */
	uint32_t weight; /* CSS calls it specificity */
	uint32_t number; /* of two of one weight, the later one wins */
	Style style;
	struct SheetRule *next; /* in the same slot */
} SheetRule;

#define SHEET_SLOTS 256

typedef struct Sheet
{
	Arena *arena;
	SheetRule *slots[SHEET_SLOTS]; /* by the id, a class or the tag of the last part */
	uint32_t count;
	uint32_t hiding; /* of these, rules that hide */
} Sheet;

extern uint32_t sheet_slot(Str name);

/* sheet_read.c: adds the rules of one style sheet. */
extern void sheet_read(Sheet *sheet, Str text);

/* sheet_selector.c: adds one rule for one selector. */
extern void sheet_add_rule(Sheet *sheet, Str selector, const Style *style);

/* sheet_media.c: does a media query hold for a screen? */
extern bool sheet_media(Str query);

/*
 * sheet_match.c: Returns a copy of the page's nodes in which what its style sheets hide is marked NODE_HIDDEN; the nodes
 * themselves where they hide nothing.  Takes time in proportion to the page: rules beyond that are not looked at.
 */
extern Node *sheet_hide(const Page *page, Arena *arena);

#endif
