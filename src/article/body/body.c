/*
 * body.c
 *	  Which blocks are the article's. Two forests score them (feature.c, body_context.c, forest.c),
 *	  others on flat pages (flat.c); a threshold and a few rules that hold on every page decide.
 *	  Sets the body and the confidence in it.
 */
#include "article/body/body.h"

#include <math.h>

#include "article/body/body_kind.h"
#include "article/body/flat.h"
#include "article/body/forest.h"

/*
 * The second forest is not asked about a block if the first gives it and its neighbours less than
 * this. It changes no body of the benchmark's 286 English articles.
 */
#define HOPELESS 0.02f

static bool
is_hopeless(const float *scores, uint32_t i, uint32_t count)
{
	return scores[i] < HOPELESS && (i == 0 || scores[i - 1] < HOPELESS) &&
		   (i + 1 >= count || scores[i + 1] < HOPELESS);
}

/* Blocks to ask a forest about, up to FOREST_ROWS at a time. */
typedef struct Asked
{
	const Forest *forest;
	float *scores; /* one per block */
	uint32_t count;
	uint32_t blocks[FOREST_ROWS];
	float rows[FOREST_ROWS][FLAT_COUNT];
} Asked;

static void
take_answers(Asked *asked)
{
	float answers[FOREST_ROWS];

	if (asked->count == 0)
		return;
	forest_predict(asked->forest, asked->rows[0], FLAT_COUNT, asked->count, answers);
	for (uint32_t k = 0; k < asked->count; k++)
		asked->scores[asked->blocks[k]] = answers[k];
	asked->count = 0;
}

/* Adds a block. Returns its row, to be filled by the caller. */
static float *
ask(Asked *asked, uint32_t block)
{
	if (asked->count == FOREST_ROWS)
		take_answers(asked);
	asked->blocks[asked->count] = block;
	return asked->rows[asked->count++];
}

/*
 * How the blocks of a kind of page are scored, and what the expected F1 of its body says: the
 * confidence is interpolated linearly between these points.
 */
typedef struct Calibration
{
	float f1;
	float confidence;
} Calibration;

#define CALIBRATION_POINTS 4

typedef struct BodyModel
{
	const Forest *first;
	const Forest *second; /* or NULL: it would add nothing */
	Calibration calibration[CALIBRATION_POINTS];
} BodyModel;

/*
 * On pages of unseen publishers, those with 0.8 and more had a mean F1 of 0.984, and confidence
 * separated pages below F1 0.8 from the others with an AUC of 0.86. Flat pages with 0.8 and more
 * had
 * 0.982 as text and 0.971 with the markup of the text; the AUC is 0.85 there.
 */
static const BodyModel models[BODY_KINDS] = {
	[BODY_ORDINARY] = {&body_first_forest,
					   &body_second_forest,
					   {{0, 0}, {0.85f, 0.5f}, {0.97f, 0.8f}, {1, 1}}},
	[BODY_UNCLASSED] = {&unclassed_first_forest,
						&unclassed_second_forest,
						{{0, 0}, {0.85f, 0.5f}, {0.97f, 0.8f}, {1, 1}}},
	[BODY_FLAT] = {&flat_forest, NULL, {{0, 0}, {0.87f, 0.5f}, {0.98f, 0.8f}, {1, 1}}},
};

/* Blocks are read one window at a time: see feature.h. */
struct BodyWindow
{
	FeatureBase *base;
	uint32_t from;
	Features *features;
	Flat *flat;		  /* NULL on an ordinary page */
	Context *context; /* NULL if not open */
	float *scores;	  /* of the first forest */
};

/* A block's row for the first forest. */
static void
fill_first(const BodyWindow *window, uint32_t i, float *row)
{
	features_row(window->features, i, row);
	if (window->flat != NULL)
		flat_row(window->flat, i, row);
}

/* The first forest's score of each block of a window; NULL if the caller interrupted. */
static float *
first_scores(const Reader *reader, Arena *arena, const BodyWindow *window)
{
	const Features *features = window->features;
	uint32_t count = features_count(features);
	Asked asked = {.forest = models[reader->body_kind].first,
				   .scores = arena_array(arena, float, count),
				   .count = 0};

	for (uint32_t i = 0; i < count; i++)
	{
		asked.scores[i] = 0;
		if (features_excluded(features, i) == NULL)
			fill_first(window, i, ask(&asked, i));
		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
			return NULL;
	}
	take_answers(&asked);
	return asked.scores;
}

/*
 * Computes the inputs of both forests for a window, in the arena. Returns false if the caller
 * interrupted.
 */
static bool
open_window(BodyWindow *window, const Reader *reader, Arena *arena, uint32_t from)
{
	window->context = NULL;
	window->from = from;
	window->features = features_open(reader, arena, window->base, from);
	if (window->features == NULL)
		return false;
	window->flat = NULL;
	if (reader->body_kind != BODY_ORDINARY &&
		(window->flat = flat_open(reader, arena, window->features, from)) == NULL)
		return false;
	window->scores = first_scores(reader, arena, window);
	if (window->scores == NULL)
		return false;
	window->context = context_open(reader, arena, window->features, from, window->scores);
	return true;
}

/*
 * The score from which blocks are kept is chosen for each page, in this many steps. Scores are a
 * little too high: SURPLUS, in log-odds, is subtracted (0.5 to 0.8 are equally good on unseen
 * publishers). Below LOWEST nothing is kept: a page without an article has no body.
 */
#define STEPS 100
#define SURPLUS 0.65f
#define LOWEST 45

/* The probability that a block with this score is the article's. */
static float
likelihood(float score)
{
	float odds = score / (1 - score + 1e-6f) * expf(-SURPLUS);

	return odds / (1 + odds);
}

/*
 * The score with the highest expected F1 by characters, 2 right / (kept + wanted). On a page of
 * which the model is sure, blocks from 0.65 are kept; on a page that is strange as a whole, less
 * likely ones too: the best threshold is half of the F1 that can be reached (Lipton, Elkan &
 * Naryanaswamy 2014). On unseen publishers it gains 0.002 over any fixed threshold.
 */
static float
page_threshold(const Blocks *blocks)
{
	double chars[STEPS + 1] = {0};
	double likely[STEPS + 1] = {0};
	double wanted = 0;
	double kept = 0;
	double right = 0;
	double best = 0;
	int threshold = STEPS + 1;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];
		int step = (int) (block->score * STEPS);
		double expected = block->reason ? 0 : (double) likelihood(block->score) * block->chars;

		chars[step] += block->reason ? 0 : block->chars;
		likely[step] += expected;
		wanted += expected;
	}
	for (int step = STEPS; step >= LOWEST; step--)
	{
		kept += chars[step];
		right += likely[step];
		if (kept > 0 && 2 * right / (kept + wanted) > best)
		{
			best = 2 * right / (kept + wanted);
			threshold = step;
		}
	}
	return (float) threshold / STEPS;
}

static void
keep_likely(Blocks *blocks)
{
	float threshold = page_threshold(blocks);

	for (uint32_t i = 0; i < blocks->count; i++)
		blocks->items[i].kept =
			blocks->items[i].reason == NULL && blocks->items[i].score >= threshold;
}

static void
fill_row(const BodyWindow *window, uint32_t i, float *row)
{
	fill_first(window, i, row);
	context_row(window->context, i, row);
}

/* Sets the second forest's score for each block that it is asked about, else the first forest's. */
static void
score_window(Reader *reader, Arena *arena, const BodyWindow *window)
{
	uint32_t count = features_count(window->features);
	Asked asked = {.forest = models[reader->body_kind].second,
				   .scores = arena_array(arena, float, count),
				   .count = 0};

	for (uint32_t i = 0; i < count; i++)
	{
		Block *block = &reader->blocks.items[window->from + i];

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
			return;
		asked.scores[i] = window->scores[i];
		block->reason = features_excluded(window->features, i);
		block->like_next = i + 1 < count && features_group(window->features, i) ==
												features_group(window->features, i + 1);
		if (asked.forest != NULL && block->reason == NULL && !is_hopeless(window->scores, i, count))
			fill_row(window, i, ask(&asked, i));
	}
	take_answers(&asked);
	for (uint32_t i = 0; i < count; i++)
		reader->blocks.items[window->from + i].score = asked.scores[i];
}

/*
 * Scoring needs more memory than the blocks, and only block_explain asks for it again: what the
 * windows share is in a scratch arena, and each window in one of its own.
 */
static void
score_blocks(Reader *reader)
{
	Arena shared = arena_scratch(reader->arena);
	BodyWindow window = {.base = features_base(reader, &shared)};
	bool open = true;

	for (uint32_t from = 0; open && from < reader->blocks.count; from += FEATURES_WINDOW)
	{
		Arena scratch = arena_scratch(&shared);

		open = open_window(&window, reader, &scratch, from);
		if (open)
		{
			score_window(reader, &scratch, &window);
			features_close(window.features);
		}
		arena_free(&scratch);
	}
	arena_free(&shared);
	keep_likely(&reader->blocks);
}

/* Makes *window the one that contains block i. Returns false if the caller interrupted. */
static bool
move_window(const Reader *reader, BodyWindow **window, uint32_t i)
{
	uint32_t from = i - i % FEATURES_WINDOW;

	if (*window == NULL)
	{
		*window = arena_new(reader->arena, BodyWindow);
		(*window)->base = features_base(reader, reader->arena);
	}
	else if ((*window)->context != NULL)
	{
		if ((*window)->from == from)
			return true;
		features_close((*window)->features);
	}
	return open_window(*window, reader, reader->arena, from);
}

const char *
block_explain(const Reader *reader, BodyWindow **window, uint32_t i)
{
	float row[FLAT_COUNT];

	if (reader->blocks.items[i].reason != NULL)
		return reader->blocks.items[i].reason;
	if (reader->blocks.items[i].kept && reader->declared_body.data != NULL)
		return "the page declares more than it prints";
	if (!move_window(reader, window, i))
		return NULL;
	fill_row(*window, i - (*window)->from, row);
	return block_reason(reader, i, row);
}

void
body_locate(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	bool any = false;

	if (blocks->count == 0)
		return;
	reader->body_kind = body_kind(reader);
	score_blocks(reader);
	body_mend(reader);
	if (reader->ruling != NULL)
		body_obey(reader);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		if (!any)
			reader->body_first = i;
		reader->body_end = i + 1;
		any = true;
	}
}

static float
expected_f1(const Blocks *blocks)
{
	double kept = 0;
	double right = 0;
	double wanted = 0;
	uint64_t bytes = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];

		wanted += (double) block->score * block->chars;
		if (!block->kept)
			continue;
		bytes += block->text.len;
		kept += block->chars;
		right += (double) block->score * block->chars;
	}
	if (kept + wanted <= 0)
		return 0;
	/*
	 * A body of a few words can be right, but a page without an article looks the same. Bytes,
	 * since a Chinese character says what three letters say.
	 */
	return (float) (2 * right / (kept + wanted)) * (bytes < 200 ? 0.6f : 1);
}

static float
calibrated(const Calibration *points, float f1)
{
	int i = 1;
	float part;

	while (f1 > points[i].f1 && i < CALIBRATION_POINTS - 1)
		i++;
	part = (f1 - points[i - 1].f1) / (points[i].f1 - points[i - 1].f1);
	return points[i - 1].confidence + part * (points[i].confidence - points[i - 1].confidence);
}

#define BETWEEN_BLOCKS STR("\n\n")

/* Total bytes of the kept blocks, each with a separator. Sets *last to the last of them. */
static size_t
kept_length(const Blocks *blocks, const Block **last)
{
	size_t length = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
		{
			*last = &blocks->items[i];
			length += blocks->items[i].text.len + BETWEEN_BLOCKS.len;
		}
	return length;
}

static Str
kept_text(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	const Block *last = NULL;
	size_t length = kept_length(blocks, &last);
	StrBuf body;

	if (last != NULL && length == last->text.len + BETWEEN_BLOCKS.len)
		return last->text; /* the only block */
	strbuf_init(&body, reader->arena);
	strbuf_reserve(&body, length);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		if (body.len > 0)
			strbuf_add(&body, BETWEEN_BLOCKS);
		strbuf_add(&body, blocks->items[i].text);
	}
	return strbuf_str(&body);
}

#define CONFIDENCE_RULED 0.9f	 /* a rule of the site takes it */
#define CONFIDENCE_DOUBTED 0.25f /* may be a page in place of an article */

bool
block_in_body(const Reader *reader, const Block *block)
{
	return block->kept && (block_is_declared(block) || reader->declared_body.data == NULL);
}

/* Sets body and confidence where the site's rules take the body. */
static void
read_ruled(Reader *reader)
{
	reader->article.body = kept_text(reader);
	reader->article.confidence = reader->article.body.len > 0 ? CONFIDENCE_RULED : 0;
}

static void
read_chosen(Reader *reader)
{
	bool doubted = wall_found(reader);
	Str printed = kept_text(reader);

	reader->declared_body = body_unprinted(reader, printed.len);
	if (reader->declared_body.data == NULL)
		reader->declared_body = body_for_subscribers(reader, printed);
	if (printed.len > 0)
		reader->article.body = printed;
	reader->article.confidence =
		calibrated(models[reader->body_kind].calibration, expected_f1(&reader->blocks));
	if (doubted && reader->article.confidence > CONFIDENCE_DOUBTED)
		reader->article.confidence = CONFIDENCE_DOUBTED;
	if (reader->declared_body.data != NULL)
	{
		reader->article.body = body_declared_text(reader);
		reader->article.confidence = BODY_CONFIDENCE_DECLARED;
	}
}

void
body_read(Reader *reader)
{
	if (reader->ruling != NULL)
		body_strip(reader);
	body_drop_signature(reader);
	if (reader->ruled & RULED_BODY || ruled_only(reader, RULED_BODY))
		read_ruled(reader);
	else
		read_chosen(reader);
	reader->article.subtitle = subtitle_find(reader);
	reader->article.paywalled = paywall_found(reader);
}
