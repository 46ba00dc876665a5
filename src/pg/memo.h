/*
 * memo.h
 *	  A page that has been parsed, and the last one of this transaction kept: one parse for many
 *	  fields.
 */
#ifndef ARTICLE_PG_MEMO_H
#define ARTICLE_PG_MEMO_H

#include "pg/core.h"
#include "pg/request.h"

typedef struct ParsedPage ParsedPage;

/*
 * The page asked for: the one parsed last, where it was the same, or a new parse. To be given
 * back with memo_close; an error gives it back as well.
 */
extern ParsedPage *memo_open(const PageRequest *request);
extern void memo_close(ParsedPage *page);

/* What the parse found; it does not change any more. */
extern const Article *memo_article(const ParsedPage *page);

/*
 * A reader for the views of article.h that list and render.  What they allocate is theirs and goes
 * into an arena in the current memory context.
 */
extern Reader memo_reader(const ParsedPage *page, Arena *arena);

/* Since the backend started: pages parsed, and pages that were the one parsed last. */
extern void memo_counts(int64 *parse_count, int64 *reuse_count);

#endif
