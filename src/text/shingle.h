/*
 * shingle.h
 *	  Sets of word n-grams (shingles; Broder 1997), to measure how much of one text occurs in
 *	  another. Words are those of text_read.
 */
#ifndef ARTICLE_SHINGLE_H
#define ARTICLE_SHINGLE_H

#include "text/feature_text.h"
#include "base/arena.h"
#include "base/str.h"

#define SHINGLE_WIDEST 4

typedef struct ShingleSet
{
	uint64_t *slots; /* open addressing; 0 is free; size is a power of two, or 0 */
	uint32_t mask;
	uint32_t count;
	int width;			/* words in a shingle */
	uint64_t *words;	/* bitmap by word hash: rejects most words that are not in the set */
	uint32_t word_mask; /* size of the bitmap in bits, a power of two, minus 1 */
} ShingleSet;

/* Shingles of a text found in a set, counted as its words arrive. */
typedef struct ShingleCount
{
	const ShingleSet *set;
	uint64_t last[SHINGLE_WIDEST]; /* the last words, newest last */
	uint32_t known;				   /* words since the last one that is not in the set */
	uint32_t words;
	uint32_t shared;
} ShingleCount;

/* The shingles of a text. */
extern ShingleSet shingles_of(Arena *arena, Str text, int width);

extern ShingleCount shingles_count(const ShingleSet *set);
extern void shingles_add(ShingleCount *count, const TextReader *words);

/*
 * Returns the share, 0 to 1, of the text's shingles that the set contains; 0 for a text shorter
 * than a shingle.
 */
extern float shingles_share(const ShingleCount *count);

#endif
