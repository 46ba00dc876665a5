/*
 * scan_shown.h
 *	  Whether an element is shown, from its own tag: a node whose parent's flags it has inherited in, the node with its own out.
 */
#ifndef ARTICLE_SCAN_SHOWN_H
#define ARTICLE_SCAN_SHOWN_H

#include "html/page.h"

/* The attribute "hidden"; with "until-found" the browser's search shows the element. */
extern void node_hide(Node *node, Str value);

/* The attribute "style", which has the last word on display and visibility. */
extern void node_style(Node *node, Str value);

/* Elements of which a page shows all, a part or nothing by themselves. */
static inline bool
tag_folds(TagId tag)
{
	return tag == TAG_details || tag == TAG_dialog || tag == TAG_summary;
}

/* Hides a closed <dialog>, and of a closed <details> all but its <summary>. */
extern void node_fold(const Page *page, Node *node);

#endif
