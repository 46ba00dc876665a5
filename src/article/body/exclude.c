/*
 * exclude.c
 *	  See exclude.h.
 *
 * A consent wall is an element with such a class (cookie, consent, modal …) in which a block
 * mentions cookies; it may be longer than the article. Hidden text is excluded unless most of the
 * page's text is hidden: then a script shows it.
 */
#include "article/body/exclude.h"

#include "article/body/body.h"
#include "article/cue/cue.h"

/* Most levels between a block that mentions cookies and the wall's own element. */
#define WALL_ANCESTORS 6

/* The outermost wall around a node, or PAGE_NONE. */
static uint32_t
wall_around(const Reader *reader, uint32_t node)
{
	uint32_t wall = PAGE_NONE;

	for (int up = 0; up < WALL_ANCESTORS && node != 0; up++, node = reader->page.nodes[node].parent)
		if (reader_cues(reader, node) & (CLASS_CUE_BIT(COOKIE) | CLASS_CUE_BIT(MODAL)))
			wall = node;
	return wall;
}

/*
 * Finds the blocks around block i that are inside an element: the first, and *end after the last.
 */
static uint32_t
blocks_inside(const Reader *reader, uint32_t i, uint32_t element, uint32_t *end)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t first = i;

	while (first > 0 && blocks->items[first - 1].first > element)
		first--;
	*end = i + 1;
	while (*end < blocks->count && blocks->items[*end].first < reader->page.nodes[element].end)
		(*end)++;
	return first;
}

/*
 * The least weight of words of consent in an element that might as well hold the article: see
 * wall_consent.
 */
#define LEAST_CONSENT 0.14f

/* Do blocks [first, end) hold the title, or most of the running text? */
static bool
may_hold_article(const Reader *reader, uint32_t first, uint32_t end)
{
	uint64_t all = 0;
	uint64_t inside = 0;

	if (reader->title_block >= first && reader->title_block < end)
		return true;
	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		uint32_t text = reader->blocks.items[i].chars - reader->blocks.items[i].link_chars;

		all += text;
		inside += i >= first && i < end ? text : 0;
	}
	return inside * 2 > all;
}

/*
 * A class that names a wall may be that of the whole page, or of its text: "cc". Then the words of
 * the text decide, unless that is nearly all of the page (wall.c judges such a page).
 */
static bool
holds_article(const Reader *reader, uint32_t first, uint32_t end)
{
	if ((end - first) * 5 > reader->blocks.count * 4)
		return true;
	return may_hold_article(reader, first, end) && wall_consent(reader, first, end) < LEAST_CONSENT;
}

static void
exclude_walls(const Reader *reader, const char **why)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t rejected = PAGE_NONE;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];
		uint32_t wall;
		uint32_t first;
		uint32_t end;

		if (why[i] != NULL || !(block->phrases & PHRASE_CUE_BIT(COOKIE)))
			continue;
		wall = wall_around(reader, block->node);
		if (wall == PAGE_NONE || wall == rejected)
			continue;
		first = blocks_inside(reader, i, wall, &end);
		if (holds_article(reader, first, end))
		{
			rejected = wall;
			continue;
		}
		for (uint32_t k = first; k < end; k++)
			why[k] = wall_reason;
	}
}

/* A notice above the title that speaks of consent so much is excluded without a class, too. */
#define LEAST_UNCLASSED 0.2f
#define SHORTEST_NOTICE 80

static void
exclude_notices(const Reader *reader, const char **why)
{
	const Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; reader->title_block != PAGE_NONE && i < reader->title_block; i++)
		if (why[i] == NULL && (blocks->items[i].phrases & PHRASE_CUE_BIT(COOKIE)) &&
			blocks->items[i].chars >= SHORTEST_NOTICE &&
			wall_consent(reader, i, i + 1) >= LEAST_UNCLASSED)
			why[i] = wall_reason;
}

static bool
is_hidden(const Reader *reader, const Block *block)
{
	return (reader->page.nodes[block->first].flags & NODE_HIDDEN) != 0;
}

static void
exclude_hidden(const Reader *reader, const char **why)
{
	const Blocks *blocks = &reader->blocks;
	uint64_t all = 0;
	uint64_t hidden = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t text = blocks->items[i].chars - blocks->items[i].link_chars;

		all += text;
		hidden += is_hidden(reader, &blocks->items[i]) ? text : 0;
	}
	for (uint32_t i = 0; i < blocks->count && hidden * 2 < all; i++)
		if (is_hidden(reader, &blocks->items[i]))
			why[i] = "hidden";
}

const char **
blocks_excluded(const Reader *reader, Arena *arena)
{
	const char **why = arena_zalloc(arena, sizeof(char *) * reader->blocks.count);

	exclude_walls(reader, why);
	exclude_notices(reader, why);
	exclude_hidden(reader, why);
	return why;
}
