/*
 * body_context.c
 *	  See body_context.h. Means are weighted by the blocks' length.
 */
#include "article/body/body_context.h"

#define AROUND 5 /* blocks on either side */
#define KEPT 0.5f
#define FARTHEST 30 /* blocks; longer distances count as this */

typedef struct Mean
{
	float sum;
	float weight;
} Mean;

struct Context
{
	const Reader *reader;
	const Block *blocks; /* of the window */
	const Features *features;
	const float *scores;
	uint32_t count;
	double *sums;	 /* count + 1 running sums of score * weight */
	double *weights; /* … and count + 1 of weight */
	Mean *alike;	 /* one per group */
	Mean *inside;	 /* one per holder (feature.h): of the blocks whose parent it is */
	Mean *below;	 /* … and of those whose grandparent it is */
	uint8_t *since;	 /* blocks since the last likely one, and until the next */
	uint8_t *until;
	float best;
	float share;
};

static uint32_t
parent_of(const Context *context, uint32_t i)
{
	return context->reader->page.nodes[context->blocks[i].node].parent;
}

static Mean *
parent_mean(const Context *context, uint32_t i)
{
	return &context->inside[features_holder(context->features, parent_of(context, i))];
}

static Mean *
grandparent_mean(const Context *context, uint32_t i)
{
	uint32_t grandparent = context->reader->page.nodes[parent_of(context, i)].parent;

	return &context->below[features_holder(context->features, grandparent)];
}

static void
add_mean(Mean *mean, float score, float weight)
{
	mean->sum += score * weight;
	mean->weight += weight;
}

static float
mean_value(const Mean *mean)
{
	return mean->sum / mean->weight;
}

static void
sum_scores(Context *context)
{
	for (uint32_t i = 0; i < context->count; i++)
	{
		double weight = (double) context->blocks[i].chars + 1;
		double score = context->scores[i];

		context->sums[i + 1] = context->sums[i] + score * weight;
		context->weights[i + 1] = context->weights[i] + weight;
		add_mean(&context->alike[features_group(context->features, i)], context->scores[i],
				 (float) weight);
		add_mean(parent_mean(context, i), context->scores[i], (float) weight);
		add_mean(grandparent_mean(context, i), context->scores[i], (float) weight);
	}
}

static uint8_t
distance(int64_t from, int64_t to)
{
	return (uint8_t) (to - from < FARTHEST ? to - from : FARTHEST);
}

static void
measure_distances(Context *context)
{
	int64_t last = -FARTHEST;
	int64_t next = (int64_t) context->count + FARTHEST;
	uint32_t likely = 0;

	for (uint32_t i = 0; i < context->count; i++)
	{
		context->since[i] = distance(last, i);
		if (context->scores[i] > context->best)
			context->best = context->scores[i];
		if (context->scores[i] > KEPT)
			last = i, likely++;
	}
	for (int64_t i = (int64_t) context->count - 1; i >= 0; i--)
	{
		context->until[i] = distance(i, next);
		if (context->scores[i] > KEPT)
			next = i;
	}
	context->share = (float) likely / (float) context->count;
}

Context *
context_open(const Reader *reader, Arena *arena, const Features *features, uint32_t from,
			 const float *scores)
{
	uint32_t count = features_count(features);
	Context *context = arena_new(arena, Context);

	context->reader = reader;
	context->blocks = reader->blocks.items + from;
	context->features = features;
	context->scores = scores;
	context->count = count;
	context->sums = arena_zalloc(arena, sizeof(double) * (count + 1));
	context->weights = arena_zalloc(arena, sizeof(double) * (count + 1));
	context->alike = arena_zalloc(arena, sizeof(Mean) * features_group_count(features));
	context->inside = arena_zalloc(arena, sizeof(Mean) * features_holder_count(features));
	context->below = arena_zalloc(arena, sizeof(Mean) * features_holder_count(features));
	context->since = arena_array(arena, uint8_t, count);
	context->until = arena_array(arena, uint8_t, count);
	sum_scores(context);
	measure_distances(context);
	return context;
}

static void
fill_neighbours(const Context *context, uint32_t i, float *row)
{
	static const int offsets[] = {-3, -2, -1, 1, 2, 3};
	uint32_t from = i > AROUND ? i - AROUND : 0;
	uint32_t to = i + AROUND + 1 < context->count ? i + AROUND + 1 : context->count;

	row[CONTEXT_score] = context->scores[i];
	for (int k = 0; k < 6; k++)
	{
		int64_t at = (int64_t) i + offsets[k];

		row[CONTEXT_neighbours + k] = at >= 0 && at < context->count ? context->scores[at] : -1;
	}
	row[CONTEXT_around] = (float) ((context->sums[to] - context->sums[from]) /
								   (context->weights[to] - context->weights[from]));
}

void
context_row(const Context *context, uint32_t i, float *row)
{
	double total = context->sums[context->count];

	if (total < 1e-6)
		total = 1e-6;
	fill_neighbours(context, i, row);
	row[CONTEXT_alike] = mean_value(&context->alike[features_group(context->features, i)]);
	row[CONTEXT_parent] = mean_value(parent_mean(context, i));
	row[CONTEXT_grand] = mean_value(grandparent_mean(context, i));
	row[CONTEXT_best] = context->best;
	row[CONTEXT_share] = context->share;
	row[CONTEXT_kept_before] = (float) (context->sums[i] / total);
	row[CONTEXT_kept_after] = (float) (1 - context->sums[i + 1] / total);
	row[CONTEXT_since_kept] = context->since[i];
	row[CONTEXT_until_kept] = context->until[i];
}
