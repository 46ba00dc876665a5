/*
 * scanner.h
 *	  The linear pass: source in; the tree, and what the head declares, out.
 *
 * The scanner is tokenizer and tree construction in one.  It drops what nobody reads (script, style, comments, most attributes),
 * decides from a stack of open elements what a tag ends, and bounds all that hostile pages blow up.
 *
 * Why not libxml2: its HTML parser, told nothing but the bare tags that this stack had decided on, still was 19 % of all the
 * instructions of a parse, added nothing to the nesting (it knows HTML 4 only), and brought cases of quadratic time, state that the
 * whole process shares, and an allocator that can fail in its own way.  test/core/test_nesting.c keeps it as a witness.
 */
#ifndef ARTICLE_SCANNER_H
#define ARTICLE_SCANNER_H

#include "html/page.h"

/* Bounds on what reaches the tree; limits.md has the measurements behind them. */
#define SCAN_MAX_DEPTH 512
#define SCAN_MAX_ATTRS 256		   /* looked at in one tag */
#define SCAN_MAX_VALUE (64 * 1024) /* bytes of a kept attribute */
/*
 * Nodes, and kept attributes, that a page may have wherever it reads: so many, and one more in so many bytes.  Of 1533 news pages
 * none has more than 16 631 nodes (in 367 KB: 16 950 would have room), and no other one more than one in 380 bytes beyond the first
 * 8192.  An element that finds no room is left out; a text runs on into the text before it.
 */
#define SCAN_FREE_NODES 10240
#define SCAN_BYTES_A_NODE 56

/* Scans page->source into page; false where it was interrupted, and the page is not complete. */
extern bool scan_page(Page *page, const PageOptions *options);

#endif
