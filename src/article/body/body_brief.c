/*
 * body_brief.c
 *	  Keeps the few sentences of a brief, which the model cannot tell from the lines of a page
 *	  without an article.
 *
 * Only a page of which nothing is kept is read, and only if it says that it is an article: by its
 * date or its declared type. Its sentences are those in the innermost element that holds the title
 * and text after it. A page shown in place of an article is dropped later: wall.c.
 *
 * A fragment, which has neither a <title> nor a link, is no page at all but a text that somebody
 * stored: an entry of a feed or of a CMS. Its sentences are kept if they are most of it. So are
 * those of a page that is an <article> with its heading and nothing else.
 */
#include "article/body/body.h"

#include "article/cue/boilerplate.h"
#include "article/cue/cue.h"
#include "text/feature_text.h"

/* A shorter sentence is a label. */
#define SHORTEST_SENTENCE 30
/* More than this is not a brief: the model has reasons to reject it. */
#define LONGEST_BRIEF 1000
/* The model is surer of what is navigation or a notice. */
#define LEAST 0.03f
/* As sure as of a line inside an article. */
#define LIKELY 0.7f
/* Blocks around the title among which the date is. */
#define NEAR 3
/* Blocks after the title, with the buttons among them, which do not count for that. */
#define MOST_BUTTONS 16

#define NOTICES                                                                                    \
	(PHRASE_CUE_BIT(AD) | PHRASE_CUE_BIT(COOKIE) | PHRASE_CUE_BIT(COPYRIGHT) |                     \
	 PHRASE_CUE_BIT(FOLLOW) | PHRASE_CUE_BIT(NEWSLETTER) | PHRASE_CUE_BIT(PAYWALL) |               \
	 PHRASE_CUE_BIT(SHARE))

static bool
is_dated(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t title = reader->title_block;
	uint32_t from = title > NEAR ? title - NEAR : 0;
	uint32_t after = 0;

	if (reader->facts.of_kind[FACT_PUBLISHED] > 0)
		return true;
	for (uint32_t i = from; i < blocks->count && i <= title + MOST_BUTTONS && after <= NEAR; i++)
	{
		const Block *block = &blocks->items[i];

		if (i != title && block_is_stamp(block))
			return true;
		if (i >= title && !block_is_link(block, 0.9f)) /* buttons do not count */
			after++;
	}
	return false;
}

static bool
is_sentence(Arena *scratch, const Block *block, uint32_t shortest)
{
	TextStats stats;

	if (block->kind != BLOCK_PARAGRAPH || block->reason != NULL || block->score < LEAST ||
		block->chars < shortest || block->link_chars * 4 > block->chars ||
		((block->openings | block->phrases) & NOTICES) || block_is_stamp(block))
		return false;
	text_stats(block->text, &stats);
	return stats.ends_sentence && boilerplate_reason(scratch, block->text) == NULL;
}

/*
 * The characters of the sentences of `shortest` or more characters among blocks [first, end).
 * Keeps them if told to.
 */
static uint32_t
sentences(Reader *reader, uint32_t first, uint32_t end, uint32_t shortest, bool keep)
{
	Arena scratch = arena_scratch(reader->arena);
	uint32_t chars = 0;

	for (uint32_t i = first; i < end; i++)
	{
		Block *block = &reader->blocks.items[i];

		if (!is_sentence(&scratch, block, shortest))
			continue;
		chars += block->chars;
		if (keep)
		{
			block->kept = true;
			block->score = LIKELY;
			block->reason = "a sentence of a brief";
		}
	}
	arena_free(&scratch);
	return chars;
}

static bool
is_headed_article(const Reader *reader)
{
	uint32_t title = reader->title_block;

	return title != PAGE_NONE && reader->blocks.items[title].kind == BLOCK_HEADING &&
		   page_ancestor(&reader->page, reader->blocks.items[title].node, TAG_article) != PAGE_NONE;
}

/*
 * Keeps the sentences of a short fragment, unless the model keeps half of them or more. Returns
 * false if the page is none.
 */
static bool
keep_fragment(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t chars = 0;
	uint32_t kept = 0;
	uint32_t held;

	if (reader->page.title.len > 0 && !is_headed_article(reader))
		return false;
	for (uint32_t i = 0; i < blocks->count && chars <= LONGEST_BRIEF; i++)
	{
		if (blocks->items[i].link_chars > 0)
			return false;
		if (i != reader->title_block)
			chars += blocks->items[i].chars;
		if (blocks->items[i].kept)
			kept += blocks->items[i].chars;
	}
	if (chars > LONGEST_BRIEF)
		return false;
	held = sentences(reader, 0, blocks->count, 0, false);
	if (held < chars / 2 || kept * 2 >= held)
		return false;
	(void) sentences(reader, 0, blocks->count, 0, true);
	return true;
}

void
body_keep_brief(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t first = reader->title_block + 1;
	uint32_t end = first;
	uint32_t node;

	if (keep_fragment(reader))
		return;
	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
			return;
	if (reader->title_block == PAGE_NONE || reader->blocks.lines ||
		blocks->items[reader->title_block].kind != BLOCK_HEADING ||
		!(is_dated(reader) || article_declared(reader)))
		return;
	for (node = blocks->items[reader->title_block].node; node != 0;
		 node = reader->page.nodes[node].parent)
	{
		uint32_t chars;

		while (end < blocks->count && blocks->items[end].first < reader->page.nodes[node].end)
			end++;
		chars = sentences(reader, first, end, SHORTEST_SENTENCE, false);
		if (chars > 0 && chars <= LONGEST_BRIEF)
			(void) sentences(reader, first, end, SHORTEST_SENTENCE, true);
		if (chars > 0)
			return;
	}
}
