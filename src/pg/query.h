/*
 * query.h
 *	  The text of a search box as a tsquery, for the SQL functions that take one.
 */
#ifndef ARTICLE_PG_QUERY_H
#define ARTICLE_PG_QUERY_H

#include "tsearch/ts_type.h"
#include "tsearch/ts_utils.h"

#include "french/query.h"

/* Returns what french_query (JOIN_ALL) or french_query_any (JOIN_ANY) gives for a configuration. */
extern TSQuery query_from_box(Oid config, text *typed, SearchJoin join);

/* query_asked.c: keeps the words of an operand that the search asks for, in place. */
extern void query_keep_asked(ParsedText *parsed, SearchJoin join);

#endif
