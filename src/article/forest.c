/*
 * forest.c
 *	  See forest.h.
 */
#include "article/forest.h"

#include <math.h>

float
forest_predict(const Forest *forest, const float *row)
{
	float sum = 0;

	for (uint32_t i = 0; i < forest->count; i++)
	{
		const ForestNode *node = &forest->nodes[forest->roots[i]];

		if (i == forest->early && sum < forest->margin)
			return forest->hopeless;
		while (node->feature >= 0)
			node += row[node->feature] < node->value ? 1 : node->right;
		sum += node->value;
	}
	return 1.0f / (1.0f + expf(-sum));
}
