/*
 * memo.h
 *	  A parsed page, and the memo of the last one in this transaction, so that many fields cost one
 *	  parse.
 */
#ifndef ARTICLE_PG_MEMO_H
#define ARTICLE_PG_MEMO_H

#include "pg/core.h"
#include "pg/request.h"

typedef struct ParsedPage ParsedPage;

/*
 * Returns the requested page: the last one parsed if it is the same, or a new parse.  Release it
 * with memo_close; an error releases it too.
 */
extern ParsedPage *memo_open(const PageRequest *request);
extern void memo_close(ParsedPage *page);

/* Returns the result of the parse, which no longer changes. */
extern const Article *memo_article(const ParsedPage *page);

/*
 * Returns the page for the views of article.h, which take it as const: they allocate in `arena`,
 * which is in the current memory context and which the caller frees, and leave nothing in the page.
 */
extern Reader memo_reader(const ParsedPage *page, Arena *arena);

/* Counts since the backend started: pages parsed, and requests that the memo answered. */
extern void memo_counts(int64 *parse_count, int64 *reuse_count);

#endif
