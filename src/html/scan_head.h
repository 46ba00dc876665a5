/*
 * scan_head.h
 *	  The elements that never reach the tree: the declarations of a page, and what is not read.
 */
#ifndef ARTICLE_SCAN_HEAD_H
#define ARTICLE_SCAN_HEAD_H

#include "html/page.h"
#include "html/scan_tag.h"

/* Reads the start tag at the cursor (after its name) and its raw content, if any, into the page. */
extern void head_read(Page *page, HeadTag tag, TagCursor *cursor);

#endif
