/*
 * bm25_document.h
 *	  A document as article_bm25 counts it: how often each field has each lexeme, and how many
 *	  positions each field has.  Read from a tsvector, or from the narrow type
 *	  article_bm25_document, which stores nothing else.
 */
#ifndef ARTICLE_PG_BM25_DOCUMENT_H
#define ARTICLE_PG_BM25_DOCUMENT_H

#include "tsearch/ts_type.h"

#include "pg/bm25.h"

#define BM25_FIELDS 4 /* weights D, C, B, A */

/* Numbers of positions, by weight.  A lexeme without positions has one, of weight D. */
typedef struct FieldCounts
{
	uint32 of[BM25_FIELDS];
} FieldCounts;

typedef struct Bm25Document Bm25Document;

/* Returns a document, whose bytes the processor then fetches while other work is done. */
extern const Bm25Document *bm25_document_fetch(Datum value);

#define PG_GETARG_BM25_DOCUMENT(n) bm25_document_fetch(PG_GETARG_DATUM(n))

/* Adds the positions of a term; for a prefix, those of all lexemes that begin with it. */
extern void tsvector_count(TSVector words, const QueryTerm *term, FieldCounts *counts);
extern void bm25_document_count(const Bm25Document *document, const QueryTerm *term,
								FieldCounts *counts);

/* Returns the number of all positions of a document. */
extern FieldCounts tsvector_lengths(TSVector words);
extern FieldCounts bm25_document_lengths(const Bm25Document *document);

#endif
