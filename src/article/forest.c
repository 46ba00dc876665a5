/*
 * forest.c
 *	  See forest.h.
 */
#include "article/forest.h"

#include <math.h>

static inline float
leaf_of(const ForestTree *tree, const float *row)
{
	uint32_t at = 0;

	for (int level = 0; level < FOREST_DEPTH; level++)
		at = 2 * at + 1 + !(row[tree->features[at]] < tree->values[at]);
	return tree->leaves[at - FOREST_INNER];
}

float
forest_predict(const Forest *forest, const float *row)
{
	float sum = 0;

	for (uint32_t i = 0; i < forest->count; i++)
	{
		if (i == forest->early && sum < forest->margin)
			return forest->hopeless;
		sum += leaf_of(&forest->trees[i], row);
	}
	return 1.0f / (1.0f + expf(-sum));
}
