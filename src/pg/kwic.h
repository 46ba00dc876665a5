/*
 * kwic.h
 *	  Where in a text a tsquery matches: occurrences of its lexemes in, spans of the text out.
 *
 * A span is an occurrence of a lexeme or of a whole phrase. Each side of an AND is a match by
 * itself; what is under a NOT is none.
 */
#ifndef ARTICLE_PG_KWIC_H
#define ARTICLE_PG_KWIC_H

#include "tsearch/ts_type.h"

#include "base/str.h"

typedef struct Span
{
	int32 first; /* positions of its first and last word */
	int32 last;
	uint32 start; /* bytes of the text */
	uint32 end;
} Span;

typedef struct SpanList
{
	Span *spans;
	int count;
	int size;
} SpanList;

typedef struct SpanSearch SpanSearch;

/* Prepares the search for the lexemes of a query. */
extern SpanSearch *span_search(TSQuery query);

/* Adds an occurrence of a term, in the order of the text. */
extern void span_search_add(SpanSearch *search, Str term, const Span *span);

/* Could a term be an occurrence: is it a lexeme of the query, or does it begin with a prefix? */
extern bool span_search_wants(const SpanSearch *search, Str term);

/* Returns the matches of the query in the order of the text, none inside another. */
extern SpanList span_search_matches(SpanSearch *search);

#endif
