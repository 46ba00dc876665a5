/*
 * feed_entry.h
 *	  One entry of a feed (RSS <item>, Atom <entry>) as the page it stands for: archives store entries
 *	  one by one, as they came.
 */
#ifndef ARTICLE_FEED_ENTRY_H
#define ARTICLE_FEED_ENTRY_H

#include "base/arena.h"
#include "base/str.h"

/*
 * A page with the entry's title, address, authors, dates and categories in its head, and its content,
 * else its summary, as the article.  entry: the text from its start tag on.  What has neither title
 * nor content comes back as it is.
 */
extern Str feed_entry_page(Arena *arena, Str entry);

#endif
