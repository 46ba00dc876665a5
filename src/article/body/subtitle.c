/*
 * subtitle.c
 *	  The deck: text printed between headline and article that says more than the headline.
 *
 * A declared one (alternativeHeadline) is taken if the page prints it, or prints none. A printed
 * one is a block soon after the title with such a class, an <h2> before the first paragraph, or the
 * page's declared description.
 */
#include "article/body/body.h"

#include "text/compare.h"
#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "article/cue/boilerplate.h"

#define BLOCKS_AFTER_TITLE 8
#define SHORTEST 20
#define LONGEST 700

static bool
is_lead_class(const Page *page, uint32_t node)
{
	for (int up = 0; node != 0 && up < 2; up++, node = page->nodes[node].parent)
	{
		uint32_t cues = class_cues(page_attr(page, node, ATTR_class)) |
						class_cues(page_attr(page, node, ATTR_itemprop));

		if (cues & CLASS_CUE_BIT(LEAD))
			return (cues & CLASS_CUE_BIT(RELATED)) == 0;
	}
	return false;
}

/* A text with fewer words is a kicker. */
#define FEWEST_WORDS 4
/* Most bytes of a kicker before a title that a deck repeats: "Chile: The president resigns". */
#define LONGEST_KICKER 60
/*
 * Two headlines of one article, one for readers and one for search engines, share at least this
 * part of their letter pairs.
 */
#define SAME_HEADLINE 0.75f

bool
body_holds_title(const Reader *reader, Arena *scratch, Str text)
{
	Str title = compare_key(scratch, reader->article.title);
	Str key = compare_key(scratch, text);

	return key.len <= title.len + LONGEST_KICKER && compare_contains(key, title);
}

/* Is a text the title, part of it, or nearly the same in other words? */
static bool
repeats_title(Reader *reader, Str text)
{
	Str title = compare_key(reader->arena, reader->article.title);
	Str key = compare_key(reader->arena, text);

	return compare_likeness(key, title) >= SAME_HEADLINE || compare_contains(title, key) ||
		   body_holds_title(reader, reader->arena, text);
}

/* Does a text say more than the title, and is it not a byline, a date or a pointer to more? */
static bool
says_more(Reader *reader, Str text)
{
	return headline_words(text) >= FEWEST_WORDS &&
		   boilerplate_reason(reader->arena, text) == NULL && !repeats_title(reader, text);
}

static bool
has_length(const Block *block)
{
	return block->chars >= SHORTEST && block->chars <= LONGEST && !block_links_fill(block, 5);
}

static bool
is_deck(const Reader *reader, uint32_t i)
{
	const Block *block = &reader->blocks.items[i];
	uint32_t opening = block->openings;

	if (!has_length(block) || block->kind == BLOCK_CAPTION || block->kind == BLOCK_LIST_ITEM)
		return false;
	if (opening & ~(UINT32_C(1) << PHRASE_CUE_AD | UINT32_C(1) << PHRASE_CUE_NAVIGATION))
		return false;
	if (is_lead_class(&reader->page, block->node))
		return true;
	return block->kind == BLOCK_HEADING && block->level == 2 && i <= reader->body_first;
}

/* Is block i what the page declares as its summary, and set apart from the paragraphs after it? */
static bool
is_description(const Reader *reader, uint32_t i)
{
	const Block *block = &reader->blocks.items[i];
	uint32_t at = 0;
	const Fact *fact;

	if (!has_length(block) || block->kind != BLOCK_PARAGRAPH || reader->blocks.lines ||
		i + 1 >= reader->blocks.count || block->like_next)
		return false;
	while ((fact = facts_next(&reader->facts, FACT_DESCRIPTION, &at)) != NULL)
		if (str_equal(fact->text, block->text))
			return true;
	return false;
}

static Str
printed_deck(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t from = reader->title_block;

	if (from == PAGE_NONE)
		return STR_NONE;
	for (uint32_t i = from + 1; i < blocks->count && i <= from + BLOCKS_AFTER_TITLE; i++)
	{
		if ((is_deck(reader, i) || is_description(reader, i)) &&
			!block_is_stamp(&blocks->items[i]) && says_more(reader, blocks->items[i].text))
			return blocks->items[i].text;
		if (blocks->items[i].kept && blocks->items[i].kind == BLOCK_PARAGRAPH &&
			i > reader->body_first)
			break;
	}
	return STR_NONE;
}

static Str
declared_deck(Reader *reader)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_SUBTITLE, &i)) != NULL)
		if (fact->source != FACT_SOURCE_JSON_LD_OTHER && fact->text.len >= SHORTEST &&
			says_more(reader, fact->text))
			return fact->text;
	return STR_NONE;
}

Str
subtitle_find(Reader *reader)
{
	Str printed = printed_deck(reader);

	if (printed.data == NULL)
		printed = declared_deck(reader);
	return printed.data ? str_collapse(reader->arena, printed) : printed;
}
