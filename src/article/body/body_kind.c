/*
 * body_kind.c
 *	  See body_kind.h. On an ordinary page, a few blocks are looked at.
 */
#include "article/body/body_kind.h"

/* How many blocks, in percent, may be in elements that say what they hold, in spite of the kind. */
#define MOST_TOLD 5
/*
 * A page is flat if at least this share of its blocks, in percent, are in one element. No page of
 * the benchmark that has classes comes near; pages without markup have 100.
 */
#define MOST_TOGETHER 80
/*
 * A page with fewer blocks has hardly anything around its article: the ordinary forests, which saw
 * both, are right on it.
 */
#define FEWEST_UNCLASSED 30
#define FEWEST_FLAT 12 /* the same for a page with tags */
/* Elements above a block that are looked at; a deeper page is an ordinary one. */
#define MOST_ABOVE 64

static bool
is_sectioning(TagId tag)
{
	switch (tag)
	{
		case TAG_article:
		case TAG_aside:
		case TAG_button:
		case TAG_figure:
		case TAG_footer:
		case TAG_form:
		case TAG_header:
		case TAG_main:
		case TAG_nav:
		case TAG_section:
			return true;
		default:
			return false;
	}
}

/* What the elements around a block say of what it holds. */
typedef enum Telling
{
	TELLS_NOTHING,
	TELLS_BY_TAG,
	TELLS_BY_CLASS
} Telling;

static Telling
telling(const Reader *reader, const Block *block)
{
	Telling telling = TELLS_NOTHING;
	int above = 0;

	for (uint32_t node = block->node; node != 0; node = reader->page.nodes[node].parent)
	{
		if (++above > MOST_ABOVE || reader_cues(reader, node) != 0)
			return TELLS_BY_CLASS;
		if (is_sectioning((TagId) reader->page.nodes[node].tag))
			telling = TELLS_BY_TAG;
	}
	return telling;
}

/* Is this an element of running text, as a clean-up program leaves it? A cell may hold a page. */
static bool
is_text_element(TagId tag)
{
	switch (tag)
	{
		case TAG_blockquote:
		case TAG_dd:
		case TAG_dl:
		case TAG_dt:
		case TAG_li:
		case TAG_ol:
		case TAG_p:
		case TAG_pre:
		case TAG_table:
		case TAG_tbody:
		case TAG_thead:
		case TAG_tr:
		case TAG_ul:
			return true;
		default:
			return tag_is_heading(tag);
	}
}

/* The element that holds a block and the others of its text. */
static uint32_t
container_of(const Reader *reader, const Block *block)
{
	uint32_t node = block->node;

	while (node != 0 && is_text_element((TagId) reader->page.nodes[node].tag))
		node = reader->page.nodes[node].parent;
	return node;
}

/* The element that holds most blocks, if one holds more than half of them (Boyer & Moore 1981). */
static uint32_t
main_container(const Reader *reader)
{
	uint32_t candidate = 0;
	uint32_t votes = 0;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		uint32_t container = container_of(reader, &reader->blocks.items[i]);

		if (votes == 0)
			candidate = container;
		if (container == candidate)
			votes++;
		else
			votes--;
	}
	return candidate;
}

/* Are most blocks in one element? */
static bool
is_together(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t container = main_container(reader);
	uint64_t together = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
		together += container_of(reader, &blocks->items[i]) == container;
	return together * 100 >= (uint64_t) blocks->count * MOST_TOGETHER;
}

bool
body_is_bare(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;

	if (reader->body_kind == BODY_FLAT)
		return true;
	if (blocks->count >= FEWEST_FLAT)
		return false;
	for (uint32_t i = 0; i < blocks->count; i++)
		if (telling(reader, &blocks->items[i]) != TELLS_NOTHING)
			return false;
	return is_together(reader);
}

BodyKind
body_kind(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint64_t most = (uint64_t) blocks->count * MOST_TOLD / 100;
	uint64_t by_class = 0;
	uint64_t told = 0;

	if (blocks->lines)
		return BODY_FLAT;
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Telling says = telling(reader, &blocks->items[i]);

		told += says != TELLS_NOTHING;
		by_class += says == TELLS_BY_CLASS;
		if (by_class > most)
			return BODY_ORDINARY;
	}
	if (told <= most && blocks->count >= FEWEST_FLAT && is_together(reader))
		return BODY_FLAT;
	return blocks->count < FEWEST_UNCLASSED ? BODY_ORDINARY : BODY_UNCLASSED;
}
