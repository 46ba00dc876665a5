/*
 * text_score.h
 *	  How much a text reads like part of an article, by its wording alone.
 *
 * A logistic regression over the sequences of four characters that the text holds. The weights
 * (text_weight_gen.c) are statistics learnt from blocks of benchmark pages in fourteen languages.
 */
#ifndef ARTICLE_TEXT_SCORE_H
#define ARTICLE_TEXT_SCORE_H

#include "base/arena.h"
#include "base/str.h"

/* Each sequence has one of this many weights, by its hash. */
#define TEXT_WEIGHT_BITS 14

typedef struct TextWeights
{
	float scale; /* of the weights */
	float bias;
	int8_t weights[1 << TEXT_WEIGHT_BITS];
} TextWeights;

extern const TextWeights text_weights;

/*
 * Returns log-odds: 0 is undecided, and more is likelier. Polls the arena while it reads a long
 * text. The text is UTF-8, of "chars" code points.
 */
extern float text_score(const Arena *arena, Str text, uint32_t chars);

#endif
