/*
 * corpus_count.h
 *	  Counts in how many documents each lexeme is, and the positions of each weight: tsvectors in,
 *	  one entry per lexeme out.  The state of an aggregate; it lives in a memory context of the
 *	  caller.
 */
#ifndef ARTICLE_PG_CORPUS_COUNT_H
#define ARTICLE_PG_CORPUS_COUNT_H

#include "tsearch/ts_type.h"

#include "base/str.h"

#define FIELDS 4 /* D, C, B, A */

/* One table of all lexemes would be deaf while it grows: 150 ms for a million and a half. */
#define LEXEME_TABLES 64

typedef struct LexemeCount
{
	Str lexeme;
	uint32 hash;
	char status; /* used by simplehash */
	int64 documents;
} LexemeCount;

typedef struct CorpusCount
{
	Arena arena;								 /* the bytes of the lexemes */
	struct lexemes_hash *lexemes[LEXEME_TABLES]; /* by the highest bits of the hash */
	int64 documents;
	int64 lengths[FIELDS];
} CorpusCount;

extern CorpusCount *corpus_count_new(MemoryContext context);

/* Counts a document this many times; -1 removes it. One lookup per lexeme. */
extern void corpus_count_add(CorpusCount *count, TSVector words, int32 times);

/*
 * Returns the lexemes whose count is not 0, sorted by their bytes, and stores their number in
 * *kept.
 */
extern LexemeCount **corpus_count_sorted(const CorpusCount *count, int *kept);

#endif
