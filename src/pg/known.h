/*
 * known.h
 *	  The argument "known" of parse_article_known: jsonb in, what the core takes as given out.
 */
#ifndef ARTICLE_PG_KNOWN_H
#define ARTICLE_PG_KNOWN_H

#include "pg/core.h"

/*
 * Reads the contents of a jsonb (without its length word, aligned to 4 bytes); data NULL: nothing
 * is known. Relative addresses are resolved against the options' url, dates are read in their time
 * zone. Raises an error for a key or a value that parse_article_known does not take.
 */
extern const ArticleKnown *known_read(Arena *arena, Str json, const ArticleOptions *options);

#endif
