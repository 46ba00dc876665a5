/*
 * exclude.h
 *	  Parts of a page that are not read with the rest, whatever stands in them: consent walls, and what is hidden.
 */
#ifndef ARTICLE_EXCLUDE_H
#define ARTICLE_EXCLUDE_H

#include "article/reader.h"

/* Why block i is not read, for people; NULL where it is. One entry a block, in the reader's arena. */
extern const char **blocks_excluded(Reader *reader);

#endif
