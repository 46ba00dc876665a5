/*
 * body_context.h
 *	  The inputs of the body model's second forest: a block's features, followed by the first
 *	  forest's scores around it.
 */
#ifndef ARTICLE_BODY_CONTEXT_H
#define ARTICLE_BODY_CONTEXT_H

#include "article/body/feature.h"

enum ContextId
{
	CONTEXT_score = FEATURE_COUNT,
	CONTEXT_neighbours, /* before 3, 2, 1; after 1, 2, 3 */
	CONTEXT_around = CONTEXT_neighbours + 6,
	CONTEXT_alike,
	CONTEXT_parent,
	CONTEXT_grand,
	CONTEXT_best,
	CONTEXT_share,
	CONTEXT_kept_before,
	CONTEXT_kept_after,
	CONTEXT_since_kept,
	CONTEXT_until_kept,
	CONTEXT_COUNT
};

typedef struct Context Context;

/*
 * Computes from the first forest's scores what the rows of a window need; "from" is the window's
 * first block. tools/train_body.py computes the same.
 */
extern Context *context_open(const Reader *reader, Arena *arena, const Features *features,
							 uint32_t from, const float *scores);

/* Fills the values after the block's own features in its row of CONTEXT_COUNT values. */
extern void context_row(const Context *context, uint32_t i, float *row);

#endif
