/*
 * scan_state.h
 *	  Shared by the files of the scanner: the tree under construction, and the stack of open
 *	  elements.
 */
#ifndef ARTICLE_SCAN_STATE_H
#define ARTICLE_SCAN_STATE_H

#include "html/scan_foster.h"
#include "html/scan_budget.h"
#include "html/scan_overflow.h"
#include "html/scan_tag.h"
#include "html/scanner.h"

typedef struct Scanner
{
	Page *page;
	const PageOptions *options;
	TagCursor cursor;
	Room nodes_budget;
	Room attrs_budget;
	bool space;					/* white space is pending before the next node */
	bool separated;				/* separated: a block has begun or ended since the last text */
	const char *text_start;		/* start of the text that is not yet a node */
	bool in_cdata;				/* in a CDATA section with markup */
	const char *cdata_gt;		/* after the first '>' that follows the last start of one */
	const char *noscript_end;	/* the end tag that was found last */
	bool no_raw_end[TAG_COUNT]; /* no more end tags of this raw element */
	bool describing;			/* in the <title> or <desc> of a drawing */
	uint32_t drawn_links;		/* <a> elements open in a drawing */
	bool no_cdata_end;			/* no "]]>" from here on */
	bool no_xmp_end;			/* … nor of <xmp> */
	bool no_noembed_end;
	uint32_t last_text;			  /* last text node; 0: none yet */
	Overflow overflow;			  /* texts beyond the node budget */
	uint32_t current;			  /* the innermost open element: the parent of the next node */
	uint8_t open[SCAN_MAX_DEPTH]; /* the open elements, outermost first */
	uint32_t depth;
	uint32_t open_count[TAG_COUNT];
	uint32_t dropped[TAG_COUNT]; /* start tags beyond the budget, whose end tags must be ignored */
	const char *tag_start;		 /* the name of the start tag that is being read */
	Room marks_budget;
	uint32_t nstarts; /* capacity of page->starts */
	bool misplaced;	  /* content was found in a table outside its cells */
	bool interrupted;
} Scanner;

/* ------------------------------------------------------------------ scan_node.c */

/* Number of nodes (or attributes) that the bytes read so far entitle the page to. */
static inline uint32_t
scan_budget_for(const Scanner *scanner)
{
	uint32_t read = (uint32_t) (scanner->cursor.pos - scanner->page->source.data);

	return SCAN_FREE_NODES + read / SCAN_BYTES_A_NODE;
}

/* Makes room for one more node; false if the node budget is exhausted. */
extern bool scan_node_budget(Scanner *scanner, TagId tag);

/* Appends a node without children.  Returns NULL if the node budget is exhausted. */
static inline Node *
scan_add_node(Scanner *scanner, TagId tag)
{
	Page *page = scanner->page;
	const Node *parent;
	Node *node;

	if (page->nnodes >= scanner->nodes_budget.most && !scan_node_budget(scanner, tag))
		return NULL;
	node = &page->nodes[page->nnodes++];
	parent = &page->nodes[scanner->current];
	*node = (Node){
		.tag = (uint8_t) tag,
		.flags = (uint8_t) ((parent->flags & (NODE_HIDDEN | NODE_INVISIBLE)) |
							(scanner->space ? NODE_SPACE_BEFORE : 0)),
		.depth = (uint16_t) (parent->depth + 1),
		.parent = scanner->current,
		.end = page->nnodes,
	};
	scanner->space = false;
	scanner->misplaced |= is_misplaced(tag, (TagId) parent->tag);
	return node;
}

/* Appends text as one node or several; blank text outside <pre> only separates its neighbours. */
extern void scan_add_text(Scanner *scanner, Str text);

/* The same for text in which "&" starts no character reference. */
extern void scan_add_literal(Scanner *scanner, Str text);

/* Asks the caller whether to go on. */
extern void scan_poll(Scanner *scanner);

/* ------------------------------------------------------------------ scan_open.c */

/* Opens the element that was added last: it is the parent of the next node. */
static inline void
scan_push(Scanner *scanner, TagId tag)
{
	scanner->current = scanner->page->nnodes - 1;
	scanner->open[scanner->depth++] = (uint8_t) tag;
	scanner->open_count[tag]++;
	scanner->separated |= tag_is_block(tag);
}

/* Closes the innermost element. */
static inline void
scan_pop(Scanner *scanner)
{
	Node *node = &scanner->page->nodes[scanner->current];
	TagId tag = (TagId) scanner->open[--scanner->depth];

	node->end = scanner->page->nnodes;
	scanner->current = node->parent;
	scanner->open_count[tag]--;
	scanner->separated |= tag_is_block(tag);
	scanner->space |= (node->flags & NODE_LINES) != 0;
}

/* Closes the innermost elements until only depth of them are open. */
extern void scan_pop_to(Scanner *scanner, uint32_t depth);

/* The depth at which the element that an end tag names is open and in scope, or SCAN_MAX_DEPTH. */
extern uint32_t scan_find_open(const Scanner *scanner, TagId closing);

/*
 * Closes the element of this name, and what is open in it, if it is in scope; returns whether it
 * was.
 */
extern bool scan_close_if_open(Scanner *scanner, TagId tag);

/* Closes what a start tag with TAG_CLOSES closes by itself, apart from <p>. */
extern void scan_close_implied(Scanner *scanner, TagId tag);

/* ------------------------------------------------------------------ scan_attr.c */

/*
 * Reads the attributes of a start tag into node (NULL: skips them). Returns whether the tag is
 * self-closing.
 */
extern bool scan_read_attrs(Scanner *scanner, Node *node);

/* ------------------------------------------------------------------ scan_mark.c */

/* Prepares a page for what follows. */
extern void scan_mark_begin(Scanner *scanner);

/* Makes page->starts as long as page->nodes. */
extern void scan_mark_fit(Scanner *scanner);

/* Records the start tag of the node that was added last. */
extern void scan_mark_node(Scanner *scanner);

/* Records what the tree leaves out; parent is the node that contains it. */
extern void scan_mark(Scanner *scanner, MarkKind kind, Str where, uint32_t parent);

/* Records an element of which only the raw content is known, data NULL if it cannot have any. */
extern void scan_mark_element(Scanner *scanner, MarkKind text, Str name, Str content);

/* ------------------------------------------------------------------ scan_svg.c */

/*
 * If the innermost open element is a drawing, reads to its end, or to where HTML begins in it or
 * after it. Otherwise does nothing.
 */
extern void scan_drawing(Scanner *scanner);

#endif
