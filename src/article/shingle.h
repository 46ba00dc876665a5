/*
 * shingle.h
 *	  Sets of word n-grams (shingles; Broder 1997), to see how much of one text stands in another.
 */
#ifndef ARTICLE_SHINGLE_H
#define ARTICLE_SHINGLE_H

#include "base/arena.h"
#include "base/str.h"

typedef struct ShingleSet
{
	uint64_t *slots; /* open addressing; 0 is free; size is a power of two, or 0 */
	uint32_t mask;
	uint32_t count;
	int width; /* words in a shingle */
} ShingleSet;

/* The shingles of a text. Words are runs of letters and digits, without ASCII case; a wide character is a word. */
extern ShingleSet shingles_of(Arena *arena, Str text, int width);

/* The share, 0-1, of a text's shingles that the set holds. 0 for a text shorter than a shingle. */
extern float shingles_shared(const ShingleSet *set, Str text);

#endif
