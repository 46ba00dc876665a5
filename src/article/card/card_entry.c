/*
 * card_entry.c
 *	  The entries of a live blog: when each was published, and its headline. They are those that the
 *	  linked data lists, or else those that the body prints: twin elements that each have a <time>.
 */
#include "article/card/card.h"

/* Fewer dated parts are an article with dates in it. */
#define LEAST_ENTRIES 3
/* Levels from a <time> up to the element of its entry. */
#define LEVELS 8
/* A page has no entries if none of its first 64 <time>s is in one. */
#define MOST_TIMES 64
/* Most nodes between two entries, and in one, that are examined. */
#define MOST_NODES 4000

/* ------------------------------------------------------------------ instants */

static Instant
instant_of(const Reader *reader, Str text)
{
	const ArticleOptions *options = reader->options;
	DateHabits habits = {false, reader->article.language};
	Instant instant = {.known = false};
	DateFields fields;

	if (!date_parse(text, &habits, &fields))
		return instant;
	instant.known =
		date_resolve(&fields, options->zone_offset, options->zone_context, NULL, &instant.seconds);
	instant.has_time = fields.hour >= 0;
	instant.raw = text;
	return instant;
}

static void
add_entry(Reader *reader, Instant instant, Str title)
{
	Article *article = &reader->article;

	if (article->nentries == FACT_MAX_ENTRIES || (!instant.known && title.data == NULL))
		return;
	if (article->entries == NULL)
		article->entries = arena_array(reader->arena, ArticleEntry, FACT_MAX_ENTRIES);
	article->entries[article->nentries++] = (ArticleEntry){instant, title};
}

/* ------------------------------------------------------------------ printed entries */

static bool
are_twins(const Page *page, uint32_t a, uint32_t b)
{
	return page->nodes[a].tag == page->nodes[b].tag &&
		   str_equal(reader_class(page, a), reader_class(page, b));
}

/* The first <time> with a machine-readable value inside an element, or PAGE_NONE. */
static uint32_t
time_in(const Page *page, uint32_t element)
{
	uint32_t end = page->nodes[element].end;

	for (uint32_t i = element; i < end && i - element < MOST_NODES; i++)
		if (page->nodes[i].tag == TAG_time && page_attr(page, i, ATTR_datetime).len > 0)
			return i;
	return PAGE_NONE;
}

/* The next sibling that is a twin of an element and has a <time>, or PAGE_NONE. */
static uint32_t
next_entry(const Page *page, uint32_t element)
{
	uint32_t end = page->nodes[page->nodes[element].parent].end;

	for (uint32_t i = page->nodes[element].end; i < end && i - element < MOST_NODES;
		 i = page->nodes[i].end)
		if (are_twins(page, element, i) && time_in(page, i) != PAGE_NONE)
			return i;
	return PAGE_NONE;
}

/*
 * The heading of an entry that has kept text; *kept tells whether it has. *at: a block before the
 * entry, then the one after it.
 */
static Str
entry_title(const Reader *reader, uint32_t element, uint32_t *at, bool *kept)
{
	const Blocks *blocks = &reader->blocks;
	Str title = STR_NONE;

	*kept = false;
	for (; *at < blocks->count; ++*at)
	{
		const Block *block = &blocks->items[*at];

		if (block->first >= reader->page.nodes[element].end)
			break;
		if (block->first < element)
			continue;
		*kept |= block->kept;
		if (block->kind == BLOCK_HEADING && title.data == NULL)
			title = str_collapse(reader->arena, block->text);
	}
	return title;
}

static void
read_series(Reader *reader, uint32_t element)
{
	const Page *page = &reader->page;
	uint32_t at = reader->title_block != PAGE_NONE && reader->title_block < reader->body_first
					  ? reader->title_block
					  : reader->body_first;
	uint32_t count = 0;

	for (uint32_t i = element; i != PAGE_NONE && count < LEAST_ENTRIES; i = next_entry(page, i))
		count++;
	if (count < LEAST_ENTRIES)
		return;
	for (uint32_t i = element; i != PAGE_NONE && reader->article.nentries < FACT_MAX_ENTRIES;
		 i = next_entry(page, i))
	{
		Str date = page_attr(page, time_in(page, i), ATTR_datetime);
		bool kept;
		Str title = entry_title(reader, i, &at, &kept);

		if (kept)
			add_entry(reader, instant_of(reader, date), title);
	}
	if (reader->article.nentries < LEAST_ENTRIES)
		reader->article.nentries = 0;
}

/* The body is [first, end) of the page's nodes. */
static void
read_printed(Reader *reader, uint32_t first, uint32_t end)
{
	const Page *page = &reader->page;
	uint32_t times = 0;

	for (uint32_t i = first; i < end && times < MOST_TIMES; i++)
	{
		uint32_t node = i;

		if (page->nodes[i].tag != TAG_time || page_attr(page, i, ATTR_datetime).len == 0)
			continue;
		times++;
		for (int up = 0; up < LEVELS && node != 0; up++, node = page->nodes[node].parent)
			if (next_entry(page, node) != PAGE_NONE)
			{
				read_series(reader, node);
				return;
			}
	}
}

void
entries_read(Reader *reader)
{
	const Facts *facts = &reader->facts;
	const Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < facts->nentries; i++)
		add_entry(reader, instant_of(reader, facts->entries[i].date), facts->entries[i].title);
	if (facts->nentries > 0 || reader->body_end == 0)
		return;
	/* an entry's <time> comes before its text */
	read_printed(reader,
				 reader->title_block != PAGE_NONE && reader->title_block < reader->body_first
					 ? blocks->items[reader->title_block].end
					 : blocks->items[reader->body_first].first,
				 blocks->items[reader->body_end - 1].end);
}
