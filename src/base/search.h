/*
 * search.h
 *	  Binary search in sorted arrays. For an exact key whose comparison is a function, bsearch().
 */
#ifndef ARTICLE_SEARCH_H
#define ARTICLE_SEARCH_H

#include <stddef.h>

#include "base/str.h"

/*
 * Narrows [low, high) to the first index at which "before" is false; low is high if there is none.
 * "before" is an expression of "middle", and holds for no index after one at which it is false.
 */
#define SEARCH_FIRST(low, high, before)                                                            \
	while ((low) < (high))                                                                         \
	{                                                                                              \
		__typeof__(low) middle = (low) + ((high) - (low)) / 2;                                     \
                                                                                                   \
		if (before)                                                                                \
			(low) = middle + 1;                                                                    \
		else                                                                                       \
			(high) = middle;                                                                       \
	}

/* Longest word that search_word() finds. */
#define SEARCH_WORD_MAX 24

/*
 * Finds a word in a table whose entries of "size" bytes begin with their own word, filled up with
 * zero bytes to "width", at most SEARCH_WORD_MAX, and are sorted by it. Returns the entry, or NULL.
 * Inline, since sizes are constants where it is called.
 */
static inline const void *
search_word(const void *table, size_t count, size_t size, size_t width, Str word)
{
	char key[SEARCH_WORD_MAX] = "";
	const char *entries = table;
	size_t low = 0;
	size_t high = count;

	if (word.len == 0 || word.len > width)
		return NULL;
	memcpy(key, word.data, word.len);
	SEARCH_FIRST(low, high, memcmp(entries + middle * size, key, width) < 0)
	return low < count && memcmp(entries + low * size, key, width) == 0 ? entries + low * size
																		: NULL;
}

#endif
