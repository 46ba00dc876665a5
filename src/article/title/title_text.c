/*
 * title_text.c
 *	  The running text of a page, roughly, before its body is known; and how many of a headline's
 *	  words are in it or in another key.  Blocks and keys in, a block number, a set of words or a
 *	  fraction out.
 */
#include "article/title/title.h"

#include "article/cue/headline.h"
#include "base/fnv.h"

/* What a short line takes from the weight of a run of paragraphs, in characters. */
#define SHORT_COST 60
/* Bytes of the running text in which words are searched for. */
#define TEXT_BYTES 2000
/* Words of fewer bytes are in every text. */
#define TELLING_BYTES 4

/* A paragraph of a brief: a sentence. Most of those are longer than this many characters. */
#define SHORT_PARAGRAPH_CHARS 60

static bool
is_text(const Block *block, bool brief)
{
	if (!brief)
		return block->chars >= TITLE_PARAGRAPH_CHARS;
	return block->chars >= SHORT_PARAGRAPH_CHARS && block->kind != BLOCK_HEADING &&
		   block->link_chars == 0 && headline_ends_sentence(block->text);
}

/* Returns the first block of the weightiest run of paragraphs; their number if there is none. */
static uint32_t
longest_run(const Blocks *blocks, bool brief)
{
	uint32_t start = blocks->count;
	uint32_t from = 0;
	int64_t most = 0;
	int64_t sum = 0;

	for (uint32_t i = 0; i < blocks->count && i < TITLE_BLOCKS_READ; i++)
	{
		const Block *block = &blocks->items[i];

		if (sum <= 0)
		{
			sum = 0;
			from = i;
		}
		sum += is_text(block, brief) ? (int64_t) block->chars : -SHORT_COST;
		if (sum > most)
		{
			most = sum;
			start = from;
		}
	}
	return start;
}

uint32_t
title_text_start(const Blocks *blocks)
{
	uint32_t start = longest_run(blocks, false);

	return start < blocks->count ? start : longest_run(blocks, true);
}

/* The place of a word in a set. */
static uint32_t
word_bit(Str key, uint32_t start, uint32_t end)
{
	uint32_t hash = fnv_hash(key.data + start, end - start);

	return (hash ^ hash >> 15) % TITLE_WORD_BITS;
}

static void
words_add(TitleWords *set, Str key)
{
	memset(set, 0, sizeof(*set));
	for (uint32_t start = 0, i = 0; i <= key.len; i++)
	{
		uint32_t bit;

		if (i < key.len && key.data[i] != ' ')
			continue;
		bit = word_bit(key, start, i);
		set->bits[bit / 64] |= UINT64_C(1) << bit % 64;
		start = i + 1;
	}
}

float
title_share_in_text(Str key, const TitleWords *set, uint32_t *words)
{
	uint32_t found = 0;

	*words = 0;
	for (uint32_t start = 0, i = 0; i <= key.len; i++)
	{
		uint32_t bit;

		if (i < key.len && key.data[i] != ' ')
			continue;
		if (i - start >= TELLING_BYTES)
		{
			bit = word_bit(key, start, i);
			(*words)++;
			found += set->bits[bit / 64] >> bit % 64 & 1;
		}
		start = i + 1;
	}
	return *words > 0 ? (float) found / (float) *words : 0;
}

float
title_share_of_words(Str key, Str other, uint32_t *words)
{
	uint32_t found = 0;

	*words = 0;
	for (uint32_t start = 0, i = 0; i <= key.len; i++)
	{
		if (i < key.len && key.data[i] != ' ')
			continue;
		if (i - start >= TELLING_BYTES)
		{
			(*words)++;
			found += compare_contains(other, str_sub(key, start, i - start));
		}
		start = i + 1;
	}
	return *words > 0 ? (float) found / (float) *words : 0;
}

void
title_text_words(TitleWords *set, const Reader *reader, uint32_t start)
{
	StrBuf text;

	strbuf_init(&text, reader->arena);
	for (uint32_t i = start; i < reader->blocks.count && text.len < TEXT_BYTES; i++)
	{
		if (reader->blocks.items[i].chars < TITLE_PARAGRAPH_CHARS)
			continue;
		strbuf_add(&text, str_sub(reader->blocks.items[i].text, 0, TEXT_BYTES));
		strbuf_add(&text, STR(" "));
	}
	words_add(set, compare_key(reader->arena, strbuf_str(&text)));
}
