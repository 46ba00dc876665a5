/*
 * feature_tree.c
 *	  The surroundings of blocks: the text in each element, where most running text is, which blocks
 *	  and elements look alike.
 */
#include "base/array.h"
#include "article/body/feature_internal.h"
#include "text/key_table.h"

static void
add_sums(Sums *to, const Sums *more)
{
	to->chars += more->chars;
	to->links += more->links;
	to->prose += more->prose;
	to->blocks += more->blocks;
}

static Sums
sums_of_block(const Features *features, uint32_t i)
{
	const Block *block = &features->blocks.items[i];

	return (Sums){block->chars, block->link_chars, features->notes[i].prose ? block->chars : 0, 1};
}

/* ------------------------------------------------------------------ sums of elements */

/* Polls in loops over elements: one block may be inside hundreds of them. */
static inline void
poll_at(const Features *features, uint32_t i)
{
	if (i % NODES_PER_POLL == 0)
		arena_poll(features->arena);
}

static void
add_holder(Features *features, uint32_t node, uint32_t number)
{
	features->base->holder_of[node] = number;
	features->holder_nodes[number] = node;
}

/* The number of holders among the ancestors of a node, the root included. */
static uint32_t
count_above(const Features *features, uint32_t node)
{
	uint32_t count = 0;

	do
	{
		node = features->page->nodes[node].parent;
		count += features->base->holder_of[node] != 0;
	} while (node != 0);
	return count;
}

/* Numbers the ancestors of blocks as holders, in node order. */
static void
find_holders(Features *features)
{
	const Page *page = features->page;
	const Blocks *blocks = &features->blocks;
	uint32_t *holder_of = features->base->holder_of;
	uint32_t first = blocks->items[0].first;
	uint32_t end = blocks->items[blocks->count - 1].end;
	uint32_t count = 1;
	uint32_t above;

	for (uint32_t i = 0; i < blocks->count; i++)
		for (uint32_t node = blocks->items[i].node; holder_of[node] == 0;
			 node = page->nodes[node].parent)
		{
			poll_at(features, count);
			holder_of[node] = 1;
			count++;
			if (node == 0)
				break;
		}
	features->holders = arena_zalloc(features->arena, sizeof(Holder) * (count + 1));
	features->holder_nodes = arena_array(features->arena, uint32_t, count + 1);
	/* Those that begin before the first block all contain it, one inside the other. */
	above = count_above(features, first);
	count = above + 1;
	for (uint32_t node = first; above > 0; node = page->nodes[node].parent)
		if (node != first && holder_of[node] != 0)
			add_holder(features, node, above--);
	for (uint32_t i = first; i < end; i++)
	{
		poll_at(features, i);
		if (holder_of[i] != 0)
			add_holder(features, i, count++);
	}
	features->nholders = count;
}

static void
sum_elements(Features *features)
{
	const Page *page = features->page;

	for (uint32_t i = 0; i < features->blocks.count; i++)
	{
		Sums sums = sums_of_block(features, i);

		add_sums(&holder_at(features, features->blocks.items[i].node)->sums, &sums);
	}
	for (uint32_t i = features->nholders - 1; i > 1; i--)
	{
		poll_at(features, i);
		add_sums(&holder_at(features, page->nodes[features->holder_nodes[i]].parent)->sums,
				 &features->holders[i].sums);
	}
	features->total = holder_at(features, 0)->sums;
}

/*
 * The main element is found from the root down, by the child with more than this share of the
 * running text: it is the smallest element that can be called the article's.
 */
#define MAIN_SHARE 0.62f

static void
find_main(Features *features)
{
	const Node *nodes = features->page->nodes;
	uint32_t at = 1;
	uint32_t passed = 0; /* nodes before this one are in children already examined */

	for (uint32_t i = 2; i < features->nholders &&
						 features->holder_nodes[i] < nodes[features->holder_nodes[at]].end;
		 i++)
	{
		const Sums *sums = &features->holders[i].sums;

		if (features->holder_nodes[i] < passed)
			continue;
		if (sums->blocks > 1 && sums->prose > 0 &&
			(float) sums->prose > MAIN_SHARE * (float) features->holders[at].sums.prose)
			at = i;
		else
			passed = nodes[features->holder_nodes[i]].end;
	}
	features->main = features->holder_nodes[at];
}

/* ------------------------------------------------------------------ groups of blocks */

/*
 * Counts, for each element that holds blocks, the siblings that look like it: teasers and comments
 * come in series.
 */
static void
count_twins(Features *features)
{
	const Page *page = features->page;
	Arena scratch = arena_scratch(features->arena);
	KeyTable kinds = key_table_make(&scratch, features->nholders);
	uint32_t *counts = arena_zalloc(&scratch, sizeof(uint32_t) * features->nholders);
	uint32_t *kind = arena_array(&scratch, uint32_t, features->nholders);

	for (uint32_t i = 2; i < features->nholders; i++)
	{
		uint32_t node = features->holder_nodes[i];
		Holder *holder = &features->holders[i];

		poll_at(features, i);
		holder->look = str_hash(page_attr(page, node, ATTR_class)) * 131 + page->nodes[node].tag;
		kind[i] = key_table_number(&kinds, (holder->look + page->nodes[node].parent) *
											   UINT64_C(0x9E3779B97F4A7C15));
		counts[kind[i]]++;
	}
	for (uint32_t i = 2; i < features->nholders; i++)
	{
		poll_at(features, i);
		features->holders[i].twins = counts[kind[i]];
	}
	arena_free(&scratch);
}

static void
group_blocks(Features *features)
{
	const Blocks *blocks = &features->blocks;
	const Page *page = features->page;
	Arena scratch = arena_scratch(features->arena);
	KeyTable looks = key_table_make(&scratch, blocks->count);

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t node = blocks->items[i].node;
		uint64_t look = holder_at(features, node)->look;
		uint64_t above = holder_at(features, page->nodes[node].parent)->look;

		features->notes[i].group = key_table_number(&looks, look * 31 + above);
	}
	features->ngroups = looks.count;
	arena_free(&scratch);
	features->groups = arena_zalloc(features->arena, sizeof(Sums) * features->ngroups);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Sums sums = sums_of_block(features, i);

		add_sums(&features->groups[features->notes[i].group], &sums);
	}
}

/* How often each text occurs on the page; counted up to this. */
#define MOST_REPEATS 1000

static void
count_repeats(Features *features)
{
	const Blocks *blocks = &features->blocks;
	Arena scratch = arena_scratch(features->arena);
	KeyTable texts = key_table_make(&scratch, blocks->count);
	uint32_t *counts = arena_zalloc(&scratch, sizeof(uint32_t) * blocks->count);
	uint32_t *number = arena_array(&scratch, uint32_t, blocks->count);

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		number[i] = key_table_number(&texts, str_hash(blocks->items[i].text));
		counts[number[i]]++;
	}
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t count = counts[number[i]];

		features->notes[i].repeats = (uint16_t) (count < MOST_REPEATS ? count : MOST_REPEATS);
	}
	arena_free(&scratch);
}

bool
read_surroundings(Features *features)
{
	static void (*const passes[])(Features *) = {
		find_holders, sum_elements, find_main, count_twins, group_blocks, count_repeats,
	};

	for (size_t i = 0; i < lengthof(passes); i++)
	{
		passes[i](features);
		if (reader_interrupted(features->reader))
			return false;
	}
	return true;
}
