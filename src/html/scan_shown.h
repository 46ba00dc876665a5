/*
 * scan_shown.h
 *	  Whether an element is displayed, judged by its own tag. The node has inherited its parent's
 *	  flags; these functions add its own.
 */
#ifndef ARTICLE_SCAN_SHOWN_H
#define ARTICLE_SCAN_SHOWN_H

#include "html/page.h"

/* Applies the attribute "hidden"; with "until-found" the browser's search shows the element. */
extern void node_hide(Node *node, Str value);

/* Applies the attribute "style", which overrides on display and visibility. */
extern void node_style(Node *node, Str value);

/* Elements that are displayed wholly, partly or not at all by default. */
static inline bool
tag_folds(TagId tag)
{
	return tag == TAG_details || tag == TAG_dialog || tag == TAG_summary;
}

/* Hides a closed <dialog>, and everything in a closed <details> except its <summary>. */
extern void node_fold(const Page *page, Node *node);

#endif
