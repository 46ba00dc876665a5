/*
 * bm25.h
 *	  The statistics of a corpus for the terms of a query, and the terms of a query.
 *
 * Statistics are jsonb, so that they can be displayed, stored and sent to another server:
 *	  {"documents": 1518, "lengths": [d, c, b, a], "lexemes": {"chat": 12}, "prefixes": {"élect":
 *	  40}, "families": {"chat": ["chaton"]}}
 * lengths: number of positions in all documents, by weight; lexemes, prefixes: number of documents;
 * families: other lexemes of the corpus with the same root (french_word_family).
 */
#ifndef ARTICLE_PG_BM25_H
#define ARTICLE_PG_BM25_H

#include "tsearch/ts_type.h"
#include "utils/jsonb.h"

/* A term that contributes to the score; lexeme points into the query. */
typedef struct QueryTerm
{
	const char *lexeme;
	int length;
	bool prefix;
	uint8 weights; /* bit mask of the weights that count, as in QueryOperand; 0 for all */
} QueryTerm;

/*
 * bm25_query.c: stores in *terms the operands of a query that are not under a NOT, in order;
 * returns their number.
 */
extern int query_terms(TSQuery query, QueryTerm **terms);

/*
 * corpus_read.c: reads the statistics of a query's terms from the table of a corpus, as the current
 * user; their families only if given a function of the extension, else InvalidOid.
 */
extern Jsonb *corpus_statistics(Oid corpus, TSQuery query, Oid function);

#endif
