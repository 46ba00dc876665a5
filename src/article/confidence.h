/*
 * confidence.h
 *	  How probable it is that a value chosen by its score is right: the scores of all choices in, 0
 *	  to 1 out.
 *
 * A choice is as sure as its score stands out among the others and among that of choosing nothing.
 * How often such a choice is right was counted on publishers that the weights were not learned
 * from; the trainers (tools/train_dates.py, tools/train_title.py) write the tables.
 */
#ifndef ARTICLE_CONFIDENCE_H
#define ARTICLE_CONFIDENCE_H

#include <math.h>

/* Log odds at which a table knows the share of right choices: -4, -3 … 8. */
#define CONFIDENCE_KNOTS 13
#define CONFIDENCE_FIRST (-4)

typedef struct Confidence
{
	float nothing; /* the score of choosing nothing */
	float shares[CONFIDENCE_KNOTS];
} Confidence;

/* The share of right choices at these log odds, interpolated. */
static inline float
confidence_at(const Confidence *table, float odds)
{
	float place = odds - CONFIDENCE_FIRST;
	int knot;

	if (!(place > 0))
		return table->shares[0];
	if (place >= CONFIDENCE_KNOTS - 1)
		return table->shares[CONFIDENCE_KNOTS - 1];
	knot = (int) place;
	return table->shares[knot] +
		   (place - (float) knot) * (table->shares[knot + 1] - table->shares[knot]);
}

/* The same for the best score, and the sum of exp(score) over all other choices. */
static inline float
confidence_of(const Confidence *table, float best, float others)
{
	return confidence_at(table, best - logf(others + expf(table->nothing)));
}

#endif
