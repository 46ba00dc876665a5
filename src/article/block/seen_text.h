/*
 * seen_text.h
 *	  The text of one element as a reader sees it, for elements that are not a block.
 */
#ifndef ARTICLE_SEEN_TEXT_H
#define ARTICLE_SEEN_TEXT_H

#include "article/reader.h"

/*
 * Returns the text of an element with collapsed white space, without invisible text and without the
 * subtree of the node "without" (PAGE_NONE: nothing is left out).  A very long text is cut: the
 * element then contains a whole article.
 */
extern Str seen_text(const Reader *reader, Arena *arena, uint32_t node, uint32_t without);

#endif
