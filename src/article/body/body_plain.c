/*
 * body_plain.c
 *	  The body of a plain-text page: it has no tags, so lines are classified by their wording.
 *
 * Paragraphs of sentences are the body; so is a single line of another kind between two of them (a
 * heading, a list item). The title, stamps, bylines, calls to follow or subscribe, and series of
 * headlines are not.
 */
#include "article/body/body.h"

#include "article/cue/cue.h"
#include "text/feature_text.h"

/*
 * As sure as the model is of a good page (confidence 0.75), because such a page contains nothing
 * but text.
 */
#define LIKELY 0.97f
#define UNLIKELY 0.03f
/*
 * A sentence that is a paragraph of its own is seldom shorter; a stamp or a byline is seldom
 * longer.
 */
#define SHORTEST_SENTENCE 40
#define LONGEST_STAMP 100
#define LONGEST_CALL 300

typedef enum LineKind
{
	LINE_OTHER,
	LINE_SENTENCES,
	LINE_BOILERPLATE /* stamp, byline, call */
} LineKind;

bool
block_is_stamp(const Block *block)
{
	DateHabits habits = {false, {NULL, 0}};
	DateFound found;

	return block->chars <= LONGEST_STAMP && date_scan(block->text, &habits, &found, 1) > 0 &&
		   (found.cue != CUE_NONE || (found.end - found.start) * 2 > block->text.len);
}

static LineKind
line_kind(const Arena *arena, const Block *block)
{
	TextStats stats;
	uint32_t opening = block->openings;

	text_stats_polled(arena, block->text, &stats);
	if ((opening & (PHRASE_CUE_BIT(FOLLOW) | PHRASE_CUE_BIT(NEWSLETTER) | PHRASE_CUE_BIT(COOKIE) |
					PHRASE_CUE_BIT(COPYRIGHT))) &&
		block->chars <= LONGEST_CALL)
		return LINE_BOILERPLATE;
	if (block_is_stamp(block) || ((opening & PHRASE_CUE_BIT(BYLINE)) &&
								  block->chars <= LONGEST_STAMP && !stats.ends_sentence))
		return LINE_BOILERPLATE;
	if (is_prose(&stats, 0) ||
		(stats.ends_sentence && stats.chars + stats.wide >= SHORTEST_SENTENCE))
		return LINE_SENTENCES;
	return LINE_OTHER;
}

static void
decide(Block *block, bool kept, const char *reason)
{
	block->kept = kept;
	block->score = kept ? LIKELY : UNLIKELY;
	block->reason = reason;
}

void
body_score_plain(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	LineKind *kinds = arena_array(reader->arena, LineKind, blocks->count);

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(reader->arena);
		kinds[i] =
			i == reader->title_block ? LINE_BOILERPLATE : line_kind(reader->arena, &blocks->items[i]);
	}
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];
		bool between = i > 0 && i + 1 < blocks->count && kinds[i - 1] == LINE_SENTENCES &&
					   kinds[i + 1] == LINE_SENTENCES;

		if (i == reader->title_block)
			decide(block, false, "repeats the title");
		else if (kinds[i] == LINE_SENTENCES)
			decide(block, true, "a paragraph of sentences");
		else if (kinds[i] == LINE_BOILERPLATE)
			decide(block, false, "a stamp, a byline or a call to the reader");
		else
			decide(block, between,
				   between ? "a line between two paragraphs" : "a line that is not a sentence");
	}
}
