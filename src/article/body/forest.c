/*
 * forest.c
 *	  See forest.h.
 */
#include "article/body/forest.h"

#include <math.h>
#include <stddef.h>

static inline float
leaf_of(const ForestTree *tree, const float *row)
{
	size_t at = 1; /* counted from 1: its children are 2 * at and 2 * at + 1 */

	for (int level = 0; level < FOREST_DEPTH; level++)
		at = 2 * at + !(row[tree->features[at - 1]] < tree->values[at - 1]);
	return tree->leaves[at - 1 - FOREST_INNER];
}

/* Rows that are not decided yet, and the sums of their leaves so far. */
typedef struct Open
{
	const float *rows[FOREST_ROWS];
	float *answers[FOREST_ROWS];
	float sums[FOREST_ROWS];
	uint32_t count;
} Open;

static void
add_trees(Open *open, const Forest *forest, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		for (uint32_t k = 0; k < open->count; k++)
			open->sums[k] += leaf_of(&forest->trees[i], open->rows[k]);
}

static void
close_hopeless(Open *open, const Forest *forest)
{
	uint32_t kept = 0;

	for (uint32_t k = 0; k < open->count; k++)
	{
		if (open->sums[k] < forest->margin)
		{
			*open->answers[k] = forest->hopeless;
			continue;
		}
		open->rows[kept] = open->rows[k];
		open->answers[kept] = open->answers[k];
		open->sums[kept++] = open->sums[k];
	}
	open->count = kept;
}

void
forest_predict(const Forest *forest, const float *rows, uint32_t width, uint32_t count,
			   float *answers)
{
	Open open;

	for (uint32_t k = 0; k < count; k++)
	{
		open.rows[k] = rows + k * width;
		open.answers[k] = &answers[k];
		open.sums[k] = 0;
	}
	open.count = count;
	add_trees(&open, forest, 0, forest->early);
	close_hopeless(&open, forest);
	add_trees(&open, forest, forest->early, forest->count);
	for (uint32_t k = 0; k < open.count; k++)
		*open.answers[k] = 1.0f / (1.0f + expf(-open.sums[k]));
}
