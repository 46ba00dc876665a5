/*
 * sort.h
 *	  Sorting of arrays that a hostile text may make long. qsort cannot be cancelled: 16 MB of names
 *	  kept it busy for 70 ms.
 */
#ifndef ARTICLE_SORT_H
#define ARTICLE_SORT_H

#include "base/arena.h"

/*
 * Sorts `count` items of `width` bytes, as qsort does. Polls the arena, and takes as much memory as
 * the items until it returns, if there are many.
 */
extern void arena_sort(const Arena *arena, void *items, size_t count, size_t width,
					   int (*compare)(const void *, const void *));

#endif
