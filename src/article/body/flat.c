/*
 * flat.c
 *	  See flat.h. All linear in the text of the window.
 */
#include "article/body/flat.h"

#include <math.h>

#include "article/body/speech.h"
#include "article/body/text_score.h"

#define FLAT_WIDTH (FLAT_COUNT - CONTEXT_COUNT)
#define VALUE(id) ((id) -CONTEXT_COUNT)

/* Longer blocks count as this long. */
#define LONGEST_FLOW 2000

/* The share of a value that is left one block further away: near and far. */
static const double fades[] = {0.6, 0.9};
#define FADES 2
#define FAR 0.9

/* What flows: characters of running text, those likely by their wording, and the unlikely ones. */
typedef enum FlowKind
{
	FLOW_PROSE,
	FLOW_LIKELY,
	FLOW_UNLIKELY,
	FLOW_KINDS
} FlowKind;

struct Flat
{
	uint32_t count;
	float (*rows)[FLAT_WIDTH];
	double *amounts[FLOW_KINDS]; /* per block */
};

void
flat_row(const Flat *flat, uint32_t i, float *row)
{
	memcpy(&row[CONTEXT_COUNT], flat->rows[i], sizeof(flat->rows[i]));
}

static void
read_speech(const Arena *arena, Str text, float *row)
{
	Speech speech = speech_read(arena, text);
	float words = (float) speech.words + 1;

	row[VALUE(FLAT_address)] = (float) speech.address / words;
	row[VALUE(FLAT_own)] = (float) speech.own / words;
	row[VALUE(FLAT_imperative)] = (float) speech.imperative;
}

/* What a block says. */
static void
read_block(Flat *flat, const Arena *arena, const Features *features, uint32_t i, const Block *block)
{
	float *row = flat->rows[i];
	float score = text_score(arena, block->text, block->chars);
	double chars = block->chars < LONGEST_FLOW ? block->chars : LONGEST_FLOW;
	double likely = 1 / (1 + exp(-(double) score));

	if (features_excluded(features, i) != NULL)
		chars = 0;
	row[VALUE(FLAT_text)] = score;
	read_speech(arena, block->text, row);
	flat->amounts[FLOW_PROSE][i] = features_prose(features, i) ? chars : 0;
	flat->amounts[FLOW_LIKELY][i] = chars * likely;
	flat->amounts[FLOW_UNLIKELY][i] = chars * (1 - likely);
}

static void
fill_neighbours(Flat *flat)
{
	static const int offsets[] = {-2, -1, 1, 2};

	for (int64_t i = 0; i < flat->count; i++)
	{
		float sum = 0;
		int64_t from = i > 4 ? i - 4 : 0;
		int64_t end = i + 5 < flat->count ? i + 5 : flat->count;

		for (int k = 0; k < 4; k++)
		{
			int64_t at = i + offsets[k];

			flat->rows[i][VALUE(FLAT_text_before2) + k] =
				at >= 0 && at < flat->count ? flat->rows[at][VALUE(FLAT_text)] : 0;
		}
		for (int64_t at = from; at < end; at++)
			sum += flat->rows[at][VALUE(FLAT_text)];
		flat->rows[i][VALUE(FLAT_text_around)] = sum / (float) (end - from);
	}
}

static void
fill_flow(Flat *flat, FlowKind kind, int fade)
{
	int column = VALUE(FLAT_flow) + ((int) kind * FADES + fade) * 2;
	const double *amounts = flat->amounts[kind];
	double before = 0;
	double after = 0;

	for (uint32_t i = 0; i < flat->count; i++)
	{
		uint32_t back = flat->count - 1 - i;

		flat->rows[i][column] = (float) log1p(before);
		flat->rows[back][column + 1] = (float) log1p(after);
		before = before * fades[fade] + amounts[i];
		after = after * fades[fade] + amounts[back];
	}
}

/* Where the page's likely text is densest, and how much of it has come by then. */
static void
fill_density(Flat *flat, double *density)
{
	const double *amounts = flat->amounts[FLOW_LIKELY];
	double before = 0;
	double after = 0;
	double total = 0;
	double most = 1e-6;

	for (uint32_t i = 0; i < flat->count; i++)
	{
		uint32_t back = flat->count - 1 - i;

		density[i] += before + amounts[i];
		density[back] += after;
		before = before * FAR + amounts[i];
		after = after * FAR + amounts[back];
		flat->rows[i][VALUE(FLAT_before)] = (float) total;
		total += amounts[i];
	}
	for (uint32_t i = 0; i < flat->count; i++)
		most = density[i] > most ? density[i] : most;
	for (uint32_t i = 0; i < flat->count; i++)
	{
		flat->rows[i][VALUE(FLAT_density)] = (float) (density[i] / most);
		flat->rows[i][VALUE(FLAT_before)] /= (float) (total > 1e-6 ? total : 1e-6);
	}
}

Flat *
flat_open(const Reader *reader, Arena *arena, const Features *features, uint32_t from)
{
	Flat *flat = arena_new(arena, Flat);

	flat->count = features_count(features);
	flat->rows = arena_zalloc(arena, sizeof(flat->rows[0]) * flat->count);
	for (int kind = 0; kind < FLOW_KINDS; kind++)
		flat->amounts[kind] = arena_array(arena, double, flat->count);
	for (uint32_t i = 0; i < flat->count; i++)
	{
		read_block(flat, arena, features, i, &reader->blocks.items[from + i]);
		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
			return NULL;
	}
	fill_neighbours(flat);
	for (int kind = 0; kind < FLOW_KINDS; kind++)
		for (int fade = 0; fade < FADES; fade++)
			fill_flow(flat, (FlowKind) kind, fade);
	fill_density(flat, arena_zalloc(arena, sizeof(double) * flat->count));
	return flat;
}
