/*
 * feed_entry.h
 *	  Turns one entry of a feed (RSS <item>, Atom <entry>) into the page that it represents:
 *	  archives store single entries as they came.
 */
#ifndef ARTICLE_FEED_ENTRY_H
#define ARTICLE_FEED_ENTRY_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Returns a page with the entry's title, address, authors, dates and categories in its head, and
 * its content, or else its summary, as the article. entry: the text from its start tag on. An entry
 * with neither title nor content is returned as it is.
 */
extern Str feed_entry_page(Arena *arena, Str entry);

#endif
