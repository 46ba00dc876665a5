/*
 * forest.h
 *	  Gradient-boosted decision trees (Friedman 2001), as XGBoost trains them: a row of features in, a probability out.
 */
#ifndef ARTICLE_FOREST_H
#define ARTICLE_FOREST_H

#include <stdint.h>

typedef struct ForestNode
{
	int16_t feature; /* -1: a leaf */
	uint16_t right;	 /* distance to the right child; the left one is the next node */
	float value;	 /* below it: left; of a leaf: its weight */
} ForestNode;

typedef struct Forest
{
	const ForestNode *nodes;
	const uint32_t *roots;
	uint32_t count; /* trees */
	/* After the first so many trees a sum below this margin is as good as decided: the answer is "hopeless". */
	uint32_t early;
	float margin;
	float hopeless;
} Forest;

/* The probability, 0-1, that the forest gives a row. */
extern float forest_predict(const Forest *forest, const float *row);

/* The two forests of the body model (body_model_table.c). */
extern const Forest body_first_forest;
extern const Forest body_second_forest;

#endif
