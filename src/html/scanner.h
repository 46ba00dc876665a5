/*
 * scanner.h
 *	  The linear pass in front of libxml2: source in; nodes without their places, and a skeleton of tags, out.
 *
 * The scanner keeps text and attributes to itself, drops what nobody reads (script, style, comments, most attributes), and
 * bounds all that is quadratic in libxml2.  The skeleton holds nothing but bare tags under the names of tag_list.h, and one
 * letter for a text.  Each start tag and each letter is one node, in order.
 */
#ifndef ARTICLE_SCANNER_H
#define ARTICLE_SCANNER_H

#include "html/page.h"

/* What stands in the skeleton for a text; and the element that opens it, so that no text needs one implied. */
#define SCAN_TEXT 'x'
#define SCAN_ROOT "<div>"

/* Bounds on what reaches the tree; limits.md has the measurements behind them. */
#define SCAN_MAX_DEPTH 512
#define SCAN_MAX_ATTRS 256		   /* looked at in one tag */
#define SCAN_MAX_VALUE (64 * 1024) /* bytes of a kept attribute */
#define SCAN_MAX_NODES (1000 * 1000)

/* Scans page->source into page (nodes without parent, end and depth) and returns the skeleton. */
extern Str scan_page(Page *page, const PageOptions *options);

#endif
