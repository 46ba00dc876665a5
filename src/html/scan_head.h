/*
 * scan_head.h
 *	  The elements that never reach the tree: what a page declares of itself, and what nobody reads.
 */
#ifndef ARTICLE_SCAN_HEAD_H
#define ARTICLE_SCAN_HEAD_H

#include "html/page.h"
#include "html/scan_tag.h"

/* Reads the start tag at the cursor (behind its name) and its raw content, where it has any, into
 * the page. */
extern void head_read(Page *page, HeadTag tag, TagCursor *cursor);

#endif
