/*
 * scan_state.h
 *	  What the parts of the scanner share: the tree under construction, and the stack of open elements.
 */
#ifndef ARTICLE_SCAN_STATE_H
#define ARTICLE_SCAN_STATE_H

#include "html/scan_room.h"
#include "html/scan_spill.h"
#include "html/scan_tag.h"
#include "html/scanner.h"

typedef struct Scanner
{
	Page *page;
	const PageOptions *options;
	TagCursor cursor;
	Room nodes_room;
	Room attrs_room;
	bool space;					  /* white space is pending in front of the next node */
	bool parted;				  /* a block has begun or ended since the last text */
	const char *text_start;		  /* text not yet made a node starts here */
	const char *no_comment_end;	  /* no "-->" from here on */
	bool no_raw_end[TAG_COUNT];	  /* no end tag of this raw element any more */
	uint32_t last_text;			  /* the last node that is a text; 0: none yet */
	Spill spill;				  /* of texts that found no room */
	uint32_t current;			  /* the innermost open element: the parent of the next node */
	uint8_t open[SCAN_MAX_DEPTH]; /* what elements are open, outermost first */
	uint32_t depth;
	uint32_t open_count[TAG_COUNT];
	uint32_t dropped[TAG_COUNT]; /* start tags that found no room, whose end tags must go too */
	bool interrupted;
} Scanner;

/* ------------------------------------------------------------------ scan_node.c */

/* Number of nodes (or attributes) that the bytes read so far entitle the page to. */
static inline uint32_t
scan_earned(const Scanner *scanner)
{
	uint32_t read = (uint32_t) (scanner->cursor.pos - scanner->page->source.data);

	return SCAN_FREE_NODES + read / SCAN_BYTES_A_NODE;
}

/* Appends a node without children.  Returns NULL if the node budget is exhausted. */
extern Node *scan_add_node(Scanner *scanner, TagId tag);

/* Appends text as one node or several; blank text outside <pre> only separates its neighbours. */
extern void scan_add_text(Scanner *scanner, Str text);

/* Asks the caller whether to go on. */
extern void scan_poll(Scanner *scanner);

/* ------------------------------------------------------------------ scan_open.c */

/* Opens the element that was added last: what comes next stands inside it. */
extern void scan_push(Scanner *scanner, TagId tag);

/* Closes the innermost elements until only depth of them are open. */
extern void scan_pop_to(Scanner *scanner, uint32_t depth);

/* The depth at which the element that an end tag names is open and in scope, or SCAN_MAX_DEPTH. */
extern uint32_t scan_find_open(const Scanner *scanner, TagId closing);

/* Closes what a start tag closes by itself. */
extern void scan_close_implied(Scanner *scanner, TagId tag);

#endif
