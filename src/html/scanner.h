/*
 * scanner.h
 *	  The linear pass: source in; the tree and the declarations of the head out.
 *
 * The scanner is tokenizer and tree construction in one. It drops what nobody reads (script, style,
 * comments, most attributes), decides from a stack of open elements what a tag closes, and limits
 * everything that a hostile page could inflate.
 *
 * Why not libxml2: its HTML parser, given only the bare tags on which this stack had decided, still
 * took 19 % of all instructions of a parse and contributed nothing to the nesting (it knows only
 * HTML 4). It also had cases of quadratic time, process-wide state, and an allocator with failure
 * modes of its own. test/core/test_nesting.c keeps it as a reference to compare with.
 */
#ifndef ARTICLE_SCANNER_H
#define ARTICLE_SCANNER_H

#include "html/page.h"

/*
 * Limits on what reaches the tree. Real pages stay far below them; a hostile page must not be able
 * to exhaust memory or stack.
 */
#define SCAN_MAX_DEPTH 512
#define SCAN_MAX_ATTRS 256		   /* read of one tag */
#define SCAN_MAX_VALUE (64 * 1024) /* bytes of a kept attribute */
/*
 * Node (or kept attribute) budget: SCAN_FREE_NODES, plus one per SCAN_BYTES_A_NODE bytes scanned so
 * far. Of 1533 news pages none has more than 16 631 nodes (in 367 KB, with a budget of 16 950), and
 * apart from that one none has more than one per 380 bytes beyond the first 8192. An element beyond
 * the budget is dropped; a text is appended to the text before it.
 */
#define SCAN_FREE_NODES 10240
#define SCAN_BYTES_A_NODE 56

/* Scans page->source into page. Returns false if it was interrupted and the page is incomplete. */
extern bool scan_page(Page *page, const PageOptions *options);

#endif
