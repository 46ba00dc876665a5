/*
 * body_last.c
 *	  Lines below the text of a flat page (body_kind.h) that no article ends with: other articles'
 *	  headlines, tags, credits, calls to the reader. Reads the blocks kept so far, drops some.
 */
#include "article/body/body.h"
#include "article/body/body_kind.h"
#include "article/body/speech.h"
#include "text/feature_text.h"

/* A headline is seldom longer. */
#define LONGEST_HEADLINE 150

/*
 * Is this a line that no article ends with: without a sentence, or telling the reader what to do?
 */
static bool
ends_nothing(const Arena *arena, const Block *block)
{
	TextStats stats;

	if (block->chars > LONGEST_HEADLINE)
		return false;
	text_stats(block->text, &stats);
	return !(stats.ends_sentence || stats.ends_colon) ||
		   speech_read(arena, block->text).imperative > 0;
}

/*
 * A heading has a text below it. Where only words help, lines without a sentence after the last
 * paragraph are other articles' headlines, tags or credits. Calls to the reader there are dropped
 * too: an article tells readers what to do in its middle, if at all.
 */
void
body_drop_last(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t end = blocks->count;

	if (!body_is_bare(reader))
		return;
	while (end > 0 &&
		   !(blocks->items[end - 1].kept && !ends_nothing(reader->arena, &blocks->items[end - 1])))
		end--;
	for (uint32_t i = end; end > 0 && i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];

		if (!block->kept || (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_HEADING))
			continue;
		block_drop(block, "a headline or a call below the text");
	}
}
