/*
 * whole.h
 *	  A page as a browser has it: the tree (page.h) with what the tree leaves out, in document
 *	  order. In goes a page that was parsed with PageOptions.whole, out come calls of a visitor.
 *
 * There is always one <html> with one <head> and one <body>, whose attributes are merged from all
 * tags of that name. Tables have the <tbody>, <tr> and <colgroup> that browsers add. Comments,
 * processing instructions and the document type are left out. Every start is followed by its end.
 */
#ifndef ARTICLE_WHOLE_H
#define ARTICLE_WHOLE_H

#include "html/page.h"
#include "html/scan_tag.h"
#include "html/scanner.h"

typedef enum WholeSpace
{
	WHOLE_HTML,
	WHOLE_SVG,
	WHOLE_MATHML
} WholeSpace;

typedef struct WholeElement
{
	Str name;			  /* in any case, as in the source */
	uint32_t node;		  /* its node; PAGE_NONE if it has none in the tree */
	TagId tag;			  /* TAG_custom if it has none */
	WholeSpace space;	  /* the vocabulary that it is from */
	const char *attrs;	  /* where its attributes begin in the source; NULL: it has none */
	const PageMark *root; /* of <html>, <head>, <body>: the mark of its first tag, or NULL */
} WholeElement;

typedef struct WholeVisitor
{
	void *context;
	void (*start)(void *context, const WholeElement *element);
	/*
	 * node: PAGE_NONE if the text has none. The text lives as long as the page or the walk's arena.
	 */
	void (*text)(void *context, Str text, uint32_t node);
	void (*end)(void *context);
} WholeVisitor;

/* Returns the mark of the first tag of a root element, "html", "head" or "body"; NULL: none. */
extern const PageMark *whole_root(const Page *page, Str name);

/* Visits the whole page. Texts that need a copy get one in arena, which is also polled. */
extern void whole_walk(const Page *page, Arena *arena, const WholeVisitor *visitor);

/* ---------------------------------------------------------------- attributes of an element */

typedef struct WholeAttrs
{
	const Page *page;
	TagCursor cursor;
	const PageMark *root;
	uint32_t count;
	Str seen[SCAN_MAX_ATTRS];
} WholeAttrs;

extern void whole_attrs(WholeAttrs *attrs, const Page *page, const char *start,
						const PageMark *root);

/* Returns the next attribute as in the source. Of several with one name only the first counts. */
extern bool whole_next_attr(WholeAttrs *attrs, RawAttr *attr);

/* Its value as in the tree, with references decoded; never data NULL. */
extern Str whole_value(const Page *page, Arena *arena, const RawAttr *attr);

/*
 * Writes a name as the standard spells it to a buffer of its length: in lowercase, or in the case
 * that SVG and MathML ask for (foreignObject, viewBox).
 */
extern void whole_spell_element(char *buffer, Str name, WholeSpace space);
extern void whole_spell_attr(char *buffer, Str name, WholeSpace space);

#endif
