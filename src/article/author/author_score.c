/*
 * author_score.c
 *	  How probable each list of authors is, and which one is chosen.  A conditional logit: the odds
 *	  of a list are the exponential of the sum of its features' weights, and "nobody" is one of the
 *	  answers.
 */
#include "article/author/author_evidence.h"

#include <math.h>

/* Options of less than this share of the best one's odds change nothing. */
#define NEGLIGIBLE 0.02f

/*
 * How often a list of a probability is right on publishers that the weights were not learned from:
 * a logistic curve over the log odds; see tools/train_authors.py.
 */
#define CALIBRATION_START 0.16f
#define CALIBRATION_SLOPE 0.52f
#define FLAT_CALIBRATION_START -0.37f
#define FLAT_CALIBRATION_SLOPE 0.77f

#define AUTHOR_OPTIONS_MAX (AUTHOR_DECLARED_MAX + AUTHOR_PLACES_MAX)

static const float weights[AUTHOR_FEATURE_COUNT] = {
#define AUTHOR_FEATURE(name, weight, flat) weight,
#include "article/author/author_feature_list.h"
#undef AUTHOR_FEATURE
};

static const float flat_weights[AUTHOR_FEATURE_COUNT] = {
#define AUTHOR_FEATURE(name, weight, flat) flat,
#include "article/author/author_feature_list.h"
#undef AUTHOR_FEATURE
};

/* Gets the sum of the weights of the features. */
static float
score(const AuthorFeatures *features, const float *table)
{
	float sum = 0;

	for (int i = 0; i < AUTHOR_FEATURE_COUNT; i++)
		if (features->bits[i / 64] >> i % 64 & 1)
			sum += table[i];
	return sum;
}

void
author_score_all(AuthorEvidence *evidence)
{
	const float *table = evidence->flat ? flat_weights : weights;

	evidence->nobody_score = score(&evidence->nobody, table);
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		evidence->declared[i].score = score(&evidence->declared[i].features, table);
	for (uint32_t i = 0; i < evidence->nplaces; i++)
		evidence->places[i].score = score(&evidence->places[i].features, table);
}

/* The options of a page: the lists of the metadata, then the places. */
static uint32_t
count_options(const AuthorEvidence *evidence)
{
	return evidence->ndeclared + evidence->nplaces;
}

static float
score_of(const AuthorEvidence *evidence, uint32_t i)
{
	return i < evidence->ndeclared ? evidence->declared[i].score
								   : evidence->places[i - evidence->ndeclared].score;
}

static AuthorName
first_name(const AuthorEvidence *evidence, uint32_t i)
{
	const AuthorPlace *place;

	if (i < evidence->ndeclared)
		return evidence->declared[i].list.items[0];
	place = &evidence->places[i - evidence->ndeclared];
	return (AuthorName){.name = place->byline.names[0].name,
						.key = place->key,
						.kind = place->byline.names[0].kind};
}

/* Does option i name an author of the list? */
static bool
supports(const AuthorEvidence *evidence, uint32_t i, const AuthorList *list)
{
	AuthorName first = first_name(evidence, i);

	return author_list_has(list, &first);
}

/* Do two options name the same author first? */
static bool
agree(const AuthorEvidence *evidence, uint32_t i, uint32_t k)
{
	AuthorName a = first_name(evidence, i);
	AuthorName b = first_name(evidence, k);

	return author_same_name(&a, &b);
}

/* Gets the odds of each option.  Returns the sum of all, with that of nobody. */
static float
read_odds(const AuthorEvidence *evidence, float *odds)
{
	float sum = expf(evidence->nobody_score);

	for (uint32_t i = 0; i < count_options(evidence); i++)
		sum += odds[i] = expf(score_of(evidence, i));
	return sum;
}

float
author_probability(const AuthorEvidence *evidence, const AuthorList *list)
{
	float odds[AUTHOR_OPTIONS_MAX];
	float sum = read_odds(evidence, odds);
	float own = 0;

	for (uint32_t i = 0; i < count_options(evidence); i++)
		if (supports(evidence, i, list))
			own += odds[i];
	return own / sum;
}

float
author_calibrated(const AuthorEvidence *evidence, float probability)
{
	float odds = (probability + 1e-4f) / (1 + 1e-4f - probability);
	float start = evidence->flat ? FLAT_CALIBRATION_START : CALIBRATION_START;
	float slope = evidence->flat ? FLAT_CALIBRATION_SLOPE : CALIBRATION_SLOPE;

	return 1 / (1 + expf(-(start + slope * logf(odds))));
}

uint32_t
author_best(const AuthorEvidence *evidence)
{
	float odds[AUTHOR_OPTIONS_MAX];
	float support[AUTHOR_OPTIONS_MAX] = {0};
	uint32_t count = count_options(evidence);
	uint32_t best = 0;
	uint32_t spokesman = 0;
	float most = 0;

	read_odds(evidence, odds);
	for (uint32_t i = 0; i < count; i++)
		most = odds[i] > most ? odds[i] : most;
	for (uint32_t i = 0; i < count; i++)
	{
		for (uint32_t k = 0; k < count && odds[i] > most * NEGLIGIBLE; k++)
			if (odds[k] > most * NEGLIGIBLE && agree(evidence, i, k))
				support[i] += odds[k];
		if (support[i] > support[best])
			best = i;
	}
	spokesman = best;
	for (uint32_t i = 0; i < count; i++)
		if (odds[i] > odds[spokesman] && agree(evidence, i, best))
			spokesman = i;
	return spokesman;
}
