/*
 * sort.c
 *	  See sort.h. Runs sorted by qsort, then merged in pairs, with a poll in each step.
 */
#include "base/sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Items of a run: some 200 µs. */
#define RUN ((size_t) 2048)

typedef int (*Compare)(const void *, const void *);

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Merges two sorted arrays that follow each other; of equal items that of the first comes first. */
static void
merge(const Arena *arena, char *out, const char *first, const char *second, const char *end,
	  size_t width, Compare compare)
{
	const char *middle = second;

	for (size_t steps = 1; first < middle || second < end; steps++, out += width)
	{
		bool take_first = second == end || (first < middle && compare(first, second) <= 0);

		memcpy(out, take_first ? first : second, width);
		first += take_first ? width : 0;
		second += take_first ? 0 : width;
		if (steps % RUN == 0)
			arena_poll(arena);
	}
}

void
arena_sort(const Arena *arena, void *items, size_t count, size_t width, Compare compare)
{
	Arena scratch = arena_scratch(arena);
	char *from = items;
	char *to;

	for (size_t i = 0; i < count; i += RUN)
	{
		qsort(from + i * width, least(RUN, count - i), width, compare);
		arena_poll(arena);
	}
	if (count <= RUN)
		return;
	to = arena_alloc(&scratch, count * width);
	for (size_t run = RUN; run < count; run *= 2)
	{
		char *merged = to;

		for (size_t i = 0; i < count; i += 2 * run)
			merge(arena, to + i * width, from + i * width, from + least(i + run, count) * width,
				  from + least(i + 2 * run, count) * width, width, compare);
		to = from;
		from = merged;
	}
	if (from != (char *) items)
		memcpy(items, from, count * width);
	arena_free(&scratch);
}
