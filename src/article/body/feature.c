/*
 * feature.c
 *	  See feature.h. Reads the text of each block, sums it up for each element of the tree
 *	  (feature_tree.c), then reads the blocks again for place, surroundings and neighbours. All
 *	  linear.
 */
#include "article/body/feature_internal.h"

#include <stdio.h>

#include "article/body/exclude.h"

/* ------------------------------------------------------------------ one block */

/* Sets one feature per bit: most blocks have none. */
static void
fill_bits(uint32_t bits, float *row, int count)
{
	for (int i = 0; i < count; i++)
		row[i] = 0;
	for (; bits != 0; bits &= bits - 1)
		row[__builtin_ctz(bits)] = 1;
}

static void
fill_text(const Features *features, uint32_t i, float *row)
{
	const Block *block = &features->blocks.items[i];
	const TextStats *stats = &features->notes[i].stats;
	float hundred = (float) stats->chars / 100.0f + 0.1f;

	row[FEATURE_chars] = features_log(features, stats->chars);
	row[FEATURE_words] = features_log(features, stats->words);
	row[FEATURE_word_length] = (float) stats->letters / ((float) stats->words + 0.5f);
	row[FEATURE_link_density] = features_share(block->link_chars, block->chars);
	row[FEATURE_sentence_marks] = (float) stats->sentence_marks / hundred;
	row[FEATURE_commas] = (float) stats->commas / hundred;
	row[FEATURE_ends_sentence] = stats->ends_sentence;
	row[FEATURE_ends_colon] = stats->ends_colon;
	row[FEATURE_starts_small] = stats->starts_small;
	row[FEATURE_capitals] = features_share(stats->capitals, stats->letters);
	row[FEATURE_digits] = features_share(stats->digits, stats->chars);
	row[FEATURE_quotes] = features_log(features, stats->quotes);
	row[FEATURE_short_words] = features_share(stats->short_words, stats->words);
	row[FEATURE_wide] = features_share(stats->wide, stats->chars);
	row[FEATURE_pipes] = (float) stats->pipes / hundred;
	row[FEATURE_lines] = features_log(features, stats->lines);
	row[FEATURE_repeated] = features_log(features, features->notes[i].repeats);
	row[FEATURE_like_title] = features->notes[i].like_title;
	row[FEATURE_like_description] = features->notes[i].like_description;
	row[FEATURE_like_declared] = features->notes[i].like_declared;
	row[FEATURE_has_declared] = features_log(features, features->declared.count);
	fill_bits(block->phrases, &row[FEATURE_PHRASE], PHRASE_CUE_COUNT);
	fill_bits(block->openings, &row[FEATURE_OPENING], PHRASE_CUE_COUNT);
}

static bool
wholly_emphasised(const Page *page, const Block *block)
{
	for (uint32_t i = block->first; i > block->node; i = page->nodes[i].parent)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (tag == TAG_b || tag == TAG_strong || tag == TAG_em || tag == TAG_i)
			return page->nodes[i].end >= block->end;
	}
	return false;
}

static void
fill_place(const Features *features, uint32_t i, float *row)
{
	const Block *block = &features->blocks.items[i];
	const Page *page = features->page;

	row[FEATURE_kind] = block->kind;
	row[FEATURE_level] = block->level;
	row[FEATURE_tag] = page->nodes[block->node].tag;
	row[FEATURE_depth] = page->nodes[block->node].depth;
	row[FEATURE_hidden] = (page->nodes[block->first].flags & NODE_HIDDEN) != 0;
	row[FEATURE_main_depth] = page->nodes[features->main].depth;
	row[FEATURE_in_emphasis] = wholly_emphasised(page, block);
}

static void
fill_alike(const Features *features, uint32_t i, float *row)
{
	const Sums *alike = &features->groups[features->notes[i].group];

	row[FEATURE_alike_count] = features_log(features, alike->blocks);
	row[FEATURE_alike_chars] =
		features_log(features, alike->chars / (alike->blocks ? alike->blocks : 1));
	row[FEATURE_alike_links] = features_share(alike->links, alike->chars);
	row[FEATURE_alike_prose] = features_log(features, alike->prose);
	row[FEATURE_alike_share] = features_share(alike->prose, features->total.prose);
}

/*
 * Fills in chars, links, kind, alike and ends of the block at i + offset: the first "features" of
 * them.
 */
static void
fill_neighbour(const Features *features, uint32_t i, int offset, float *row, int count)
{
	const Blocks *blocks = &features->blocks;
	int64_t at = (int64_t) i + offset;
	const Block *block;

	for (int f = 0; f < count; f++)
		row[f] = -1;
	if (at < 0 || at >= blocks->count)
		return;
	block = &blocks->items[at];
	row[0] = features_log(features, block->chars);
	row[1] = features_share(block->link_chars, block->chars);
	if (count > 2)
		row[2] = block->kind;
	if (count > 3)
		row[3] = features->notes[at].group == features->notes[i].group;
	if (count > 4)
		row[4] = features->notes[at].stats.ends_sentence + 2 * features->notes[at].stats.ends_colon;
}

static void
fill_neighbours(const Features *features, uint32_t i, float *row)
{
	fill_neighbour(features, i, -2, &row[FEATURE_before2_chars], 2);
	fill_neighbour(features, i, -1, &row[FEATURE_before1_chars], 5);
	fill_neighbour(features, i, 1, &row[FEATURE_after1_chars], 5);
	fill_neighbour(features, i, 2, &row[FEATURE_after2_chars], 3);
	row[FEATURE_before1_phrases] =
		i > 0 ? (float) __builtin_popcount(features->blocks.items[i - 1].openings) : 0;
}

/* ------------------------------------------------------------------ places on the page */

static float
clip(int64_t n, int64_t limit)
{
	return (float) (n > limit ? limit : n < -limit ? -limit : n);
}

static void
fill_position(const Features *features, uint32_t i, float *row)
{
	const Blocks *blocks = &features->blocks;
	const BlockNotes *notes = &features->notes[i];
	uint32_t count = blocks->count;
	uint32_t total = features->total.prose;
	uint32_t before = notes->prose_before;
	uint32_t own = notes->prose ? blocks->items[i].chars : 0;

	row[FEATURE_position] = features_share(i, count);
	row[FEATURE_text_before] = features_share(before, total);
	row[FEATURE_text_after_share] = features_share(total - before - own, total);
	row[FEATURE_from_title] =
		features->title_node == PAGE_NONE ? -200 : clip((int64_t) i - features->title_at, 100);
	row[FEATURE_to_end] = clip((int64_t) count - i, 100);
	row[FEATURE_since_prose] = notes->since_prose;
	row[FEATURE_until_prose] = notes->until_prose;
	row[FEATURE_since_heading] = notes->since_heading;
	row[FEATURE_page_prose] = features_log(features, total);
	row[FEATURE_page_blocks] = features_log(features, count);
	for (int cue = 0; cue < PHRASE_CUE_COUNT; cue++)
		row[FEATURE_SINCE + cue] = notes->since[cue];
}

void
features_row(const Features *features, uint32_t i, float *row)
{
	fill_text(features, i, row);
	fill_place(features, i, row);
	fill_alike(features, i, row);
	places_row(features, features->blocks.items[i].node, row);
	fill_neighbours(features, i, row);
	fill_position(features, i, row);
}

const char *
features_excluded(const Features *features, uint32_t i)
{
	return features->excluded[i];
}

bool
features_prose(const Features *features, uint32_t i)
{
	return features->notes[i].prose;
}

uint32_t
features_group(const Features *features, uint32_t i)
{
	return features->notes[i].group;
}

uint32_t
features_holder(const Features *features, uint32_t node)
{
	return features->base->holder_of[node];
}

uint32_t
features_holder_count(const Features *features)
{
	return features->nholders;
}

uint32_t
features_group_count(const Features *features)
{
	return features->ngroups;
}

/* ------------------------------------------------------------------ notes */

/*
 * A block of at most this many characters that begins with a cue starts a part of the page: "Lire
 * aussi", "12 commentaires".
 */
#define OPENS_A_PART 80

static uint8_t
distance(int64_t from, int64_t to)
{
	return (uint8_t) (to - from < SINCE_LIMIT ? to - from : SINCE_LIMIT);
}

/* Distances to what comes before: running text, headings, openings. */
static void
note_before(Features *features)
{
	uint8_t since[PHRASE_CUE_COUNT];
	int64_t last_prose = -SINCE_LIMIT;
	int64_t last_heading = -SINCE_LIMIT;
	uint32_t prose = 0;

	memset(since, SINCE_LIMIT, sizeof(since));
	for (uint32_t i = 0; i < features->blocks.count; i++)
	{
		const Block *block = &features->blocks.items[i];
		BlockNotes *notes = &features->notes[i];
		uint32_t openings = block->chars < OPENS_A_PART ? block->openings : 0;

		notes->prose_before = prose;
		notes->since_prose = distance(last_prose, i);
		notes->since_heading = distance(last_heading, i);
		memcpy(notes->since, since, sizeof(since));
		for (int cue = 0; cue < PHRASE_CUE_COUNT; cue++)
			since[cue] = (uint8_t) (since[cue] < SINCE_LIMIT ? since[cue] + 1 : SINCE_LIMIT);
		for (; openings != 0; openings &= openings - 1)
			since[__builtin_ctz(openings)] = 1;
		if (notes->prose)
			last_prose = i, prose += block->chars;
		if (block->kind == BLOCK_HEADING)
			last_heading = i;
	}
}

static void
note_after(Features *features)
{
	int64_t next = (int64_t) features->blocks.count + SINCE_LIMIT;

	for (int64_t i = (int64_t) features->blocks.count - 1; i >= 0; i--)
	{
		features->notes[i].until_prose = distance(i, next);
		if (features->notes[i].prose)
			next = i;
	}
}

/* A text this many times longer than another cannot be similar to it. */
#define TOO_LONG 4

/* Computes the notes on a block's text in one pass. */
static void
note_text(const Features *features, Str text, BlockNotes *notes)
{
	ShingleCount title = shingles_count(&features->title);
	ShingleCount description = shingles_count(&features->description);
	ShingleCount declared = shingles_count(&features->declared);
	TextReader words;
	size_t polled = 0;
	bool more = true;

	text_open(&words, text);
	while (more)
	{
		more = text_read(&words);
		arena_poll_at(features->arena, words.pos, &polled);
		if (text.len < features->title_length * TOO_LONG)
			shingles_add(&title, &words);
		if (text.len < features->description_length * TOO_LONG)
			shingles_add(&description, &words);
		shingles_add(&declared, &words);
	}
	notes->stats = words.stats;
	notes->like_title = shingles_share(&title);
	notes->like_description = shingles_share(&description);
	notes->like_declared = shingles_share(&declared);
}

static bool
note_texts(Features *features)
{
	for (uint32_t i = 0; i < features->blocks.count; i++)
	{
		const Block *block = &features->blocks.items[i];
		BlockNotes *notes = &features->notes[i];

		note_text(features, block->text, notes);
		notes->prose = features->excluded[i] == NULL && is_prose(&notes->stats, block->link_chars);
		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(features->reader))
			return false;
	}
	return true;
}

/*
 * Most bytes of a declared text that blocks are compared with: all of it on every real page, and a
 * limit on the memory for it.
 */
#define LONGEST_DECLARED 100000

static Str
longest_fact(const Facts *facts, FactKind kind)
{
	Str longest = STR_NONE;
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(facts, kind, &i)) != NULL)
		if (fact->text.len > longest.len)
			longest = fact->text;
	return longest;
}

FeatureBase *
features_base(const Reader *reader, Arena *arena)
{
	FeatureBase *base = arena_new(arena, FeatureBase);

	base->excluded = blocks_excluded(reader, arena);
	base->holder_of = arena_zalloc(arena, sizeof(uint32_t) * reader->page.nnodes);
	base->marks_body = places_mark_body(&reader->page);
	return base;
}

static Features *
allocate(const Reader *reader, Arena *arena, const FeatureBase *base, uint32_t from)
{
	Features *features = arena_new(arena, Features);
	Blocks *blocks = &features->blocks;

	features->reader = reader;
	features->arena = arena;
	features->page = &reader->page;
	features->base = base;
	features->excluded = base->excluded + from;
	*blocks = reader->blocks;
	blocks->items += from;
	blocks->count = blocks->count - from < FEATURES_WINDOW ? blocks->count - from : FEATURES_WINDOW;
	features->notes = arena_zalloc(arena, sizeof(BlockNotes) * blocks->count);
	features->title_at = (int64_t) reader->title_block - from;
	features->title_node = reader->title_block == PAGE_NONE
							   ? PAGE_NONE
							   : reader->blocks.items[reader->title_block].first;
	for (uint32_t n = 0; n < FEATURE_LOGS; n++)
		features->logs[n] = logf(1.0f + (float) n);
	return features;
}

static void
read_declared(Features *features)
{
	const Reader *reader = features->reader;
	Str description = longest_fact(&reader->facts, FACT_DESCRIPTION);
	Str declared = longest_fact(&reader->facts, FACT_BODY);

	features->title = shingles_of(features->arena, reader->article.title, 2);
	features->title_length = reader->article.title.len;
	features->description = shingles_of(features->arena, description, 3);
	features->description_length = description.len;
	features->declared = shingles_of(features->arena, str_sub(declared, 0, LONGEST_DECLARED), 4);
}

Features *
features_open(const Reader *reader, Arena *arena, const FeatureBase *base, uint32_t from)
{
	Features *features = allocate(reader, arena, base, from);

	read_declared(features);
	places_open(features);
	if (!note_texts(features))
		return NULL;
	note_before(features);
	note_after(features);
	return read_surroundings(features) ? features : NULL;
}

void
features_close(Features *features)
{
	for (uint32_t i = 1; i < features->nholders; i++)
		features->base->holder_of[features->holder_nodes[i]] = 0;
}

uint32_t
features_count(const Features *features)
{
	return features->blocks.count;
}

static const char *const plain_names[] = {
#define FEATURE(name) #name,
#include "article/body/feature_list.h"
#undef FEATURE
};

static const char *const class_cue_keys[] = {
#define X(name) #name,
	CLASS_CUES(X)
#undef X
};

static const char *const phrase_cue_keys[] = {
#define X(name) #name,
	PHRASE_CUES(X)
#undef X
};

void
feature_name(int feature, char *name, size_t size)
{
	if (feature < FEATURE_CLASS)
		snprintf(name, size, "%s", plain_names[feature]);
	else if (feature < FEATURE_PHRASE)
		snprintf(name, size, "class_%s", class_cue_keys[feature - FEATURE_CLASS]);
	else if (feature < FEATURE_OPENING)
		snprintf(name, size, "has_%s", phrase_cue_keys[feature - FEATURE_PHRASE]);
	else if (feature < FEATURE_SINCE)
		snprintf(name, size, "opens_%s", phrase_cue_keys[feature - FEATURE_OPENING]);
	else
		snprintf(name, size, "since_%s", phrase_cue_keys[feature - FEATURE_SINCE]);
}
