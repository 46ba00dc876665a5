/*
 * forest.h
 *	  Gradient-boosted decision trees (Friedman 2001), as trained by XGBoost: a row of features in,
 *	  a probability out.
 */
#ifndef ARTICLE_FOREST_H
#define ARTICLE_FOREST_H

#include <stdint.h>

/*
 * Decisions from a tree's root to a leaf: all trees are as deep as the training allows
 * (tools/train_body.py).
 */
#define FOREST_DEPTH 5
#define FOREST_INNER ((1 << FOREST_DEPTH) - 1)

/*
 * A complete binary tree in level order: the children of node i are 2i + 1 and 2i + 2, so that a
 * walk needs no branches.
 */
typedef struct ForestTree
{
	float values[FOREST_INNER];		/* a smaller feature: go left */
	float leaves[FOREST_INNER + 1]; /* their weights */
	uint8_t features[FOREST_INNER];
} ForestTree;

typedef struct Forest
{
	const ForestTree *trees;
	uint32_t count;
	/*
	 * After the first "early" trees, a sum below this margin counts as decided: the answer is
	 * "hopeless".
	 */
	uint32_t early;
	float margin;
	float hopeless;
} Forest;

/*
 * Computes the forest's probabilities (0-1) for "count" rows of "width" values; count is at most
 * FOREST_ROWS. Each tree is applied to all rows while it is in the processor's cache.
 */
#define FOREST_ROWS 8
extern void forest_predict(const Forest *forest, const float *rows, uint32_t width, uint32_t count,
						   float *answers);

/*
 * The forests of the body model, for each kind of page (body_kind.h). A second one for flat pages
 * would gain nothing on publishers not seen.
 */
extern const Forest body_first_forest; /* body_model_gen.c */
extern const Forest body_second_forest;
extern const Forest unclassed_first_forest; /* unclassed_model_gen.c */
extern const Forest unclassed_second_forest;
extern const Forest flat_forest; /* flat_model_gen.c */

#endif
