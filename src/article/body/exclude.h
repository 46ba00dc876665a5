/*
 * exclude.h
 *	  Parts of a page that are excluded whatever they contain: consent walls and hidden text.
 */
#ifndef ARTICLE_EXCLUDE_H
#define ARTICLE_EXCLUDE_H

#include "article/reader.h"

/*
 * For each block the reason why it is excluded, for people; NULL if it is not. In the arena.
 */
extern const char **blocks_excluded(const Reader *reader, Arena *arena);

/* Is a block excluded as part of a consent wall? Call after the body has been located. */
extern bool wall_excluded(const Block *block);

#endif
