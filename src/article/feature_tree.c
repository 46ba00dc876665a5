/*
 * feature_tree.c
 *	  The surroundings of blocks: what each element holds, where most running text is, which blocks and elements look alike.
 */
#include "article/feature_internal.h"

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
	const Block *block = &features->reader->blocks.items[i];

	return (Sums){block->chars, block->link_chars, features->notes[i].prose ? block->chars : 0, 1};
}

/* ------------------------------------------------------------------ sums of elements */

static void
sum_elements(Features *features)
{
	const Page *page = features->page;

	for (uint32_t i = 0; i < features->reader->blocks.count; i++)
	{
		Sums sums = sums_of_block(features, i);

		add_sums(&features->sums[features->reader->blocks.items[i].node], &sums);
	}
	for (uint32_t i = page->nnodes - 1; i > 0; i--)
		if (features->sums[i].blocks > 0)
			add_sums(&features->sums[page->nodes[i].parent], &features->sums[i]);
	features->total = features->sums[0];
}

/*
 * From the root down into the child that holds most of the running text, as long as that is more than this share of it: the
 * smallest element that can be called the article's.
 */
#define MAIN_SHARE 0.62f

static void
find_main(Features *features)
{
	const Page *page = features->page;
	uint32_t at = 0;
	bool deeper = true;

	while (deeper)
	{
		deeper = false;
		for (uint32_t i = at + 1; i < page->nodes[at].end; i = page->nodes[i].end)
			if (features->sums[i].blocks > 1 && features->sums[i].prose > 0 &&
				(float) features->sums[i].prose > MAIN_SHARE * (float) features->sums[at].prose)
			{
				at = i;
				deeper = true;
				break;
			}
	}
	features->main = at;
}

/* ------------------------------------------------------------------ groups of blocks */

/* Counts, for each element that holds blocks, the siblings with the same look: teasers and comments come in rows. */
static void
count_twins(Features *features)
{
	const Page *page = features->page;
	uint32_t holders = 0;
	uint32_t slots = 16;

	for (uint32_t i = 1; i < page->nnodes; i++)
		holders += features->sums[i].blocks > 0;
	while (slots < holders * 2)
		slots *= 2;
	features->twins = arena_zalloc(features->reader->arena, sizeof(Twins) * slots);
	features->twin_mask = slots - 1;
	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		uint64_t key;
		uint32_t at;

		if (features->sums[i].blocks == 0)
			continue;
		features->looks[i] = str_hash(page_attr(page, i, ATTR_class)) * 131 + page->nodes[i].tag;
		key = (features->looks[i] + page->nodes[i].parent) * UINT64_C(0x9E3779B97F4A7C15) | 1;
		at = (uint32_t) (key >> 24) & features->twin_mask;
		while (features->twins[at].key != 0 && features->twins[at].key != key)
			at = (at + 1) & features->twin_mask;
		features->twins[at].key = key;
		features->twins[at].count++;
		features->twin_of[i] = at;
	}
}

static uint32_t
find_group(Features *features, uint64_t key)
{
	uint32_t i = (uint32_t) (key >> 24) & features->group_mask;

	while (features->groups[i].key != 0 && features->groups[i].key != key)
		i = (i + 1) & features->group_mask;
	features->groups[i].key = key;
	return i;
}

static void
group_blocks(Features *features)
{
	const Blocks *blocks = &features->reader->blocks;
	const Page *page = features->page;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t node = blocks->items[i].node;
		uint64_t key = features->looks[node] * 31 + features->looks[page->nodes[node].parent];
		Sums sums = sums_of_block(features, i);

		features->notes[i].group = find_group(features, key | 1);
		add_sums(&features->groups[features->notes[i].group].sums, &sums);
	}
}

/* How often each text stands on the page: the groups' table serves a second time, keyed by text. */
static void
count_repeats(Features *features)
{
	const Blocks *blocks = &features->reader->blocks;
	Features texts = *features;

	texts.groups =
		arena_zalloc(features->reader->arena, sizeof(Group) * (features->group_mask + 1));
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < blocks->count; i++)
		{
			Group *group = &texts.groups[find_group(&texts, str_hash(blocks->items[i].text) | 1)];

			if (pass == 0)
				group->sums.blocks++;
			else
				features->notes[i].repeats =
					(uint16_t) (group->sums.blocks < 1000 ? group->sums.blocks : 1000);
		}
}

bool
read_surroundings(Features *features)
{
	static void (*const passes[])(Features *) = {
		sum_elements, find_main, count_twins, group_blocks, count_repeats,
	};

	for (size_t i = 0; i < sizeof(passes) / sizeof(passes[0]); i++)
	{
		passes[i](features);
		if (reader_interrupted(features->reader))
			return false;
	}
	return true;
}
