/*
 * seen_text.h
 *	  The words of one element as a reader sees them, where no block has them ready.
 */
#ifndef ARTICLE_SEEN_TEXT_H
#define ARTICLE_SEEN_TEXT_H

#include "article/reader.h"

/*
 * The text of an element, white space collapsed, without what nobody sees and without the subtree
 * of the node "without" (PAGE_NONE: with all of it). Cut where it is very long: it holds a whole
 * article then.
 */
extern Str seen_text(Reader *reader, uint32_t node, uint32_t without);

#endif
