/*
 * body_teaser.c
 *	  Drops teasers of other articles from the blocks that the model chose: a headline that is a
 *	  link, with an excerpt whose links, if any, lead to the same address.
 *
 * Only a series of at least two is dropped, and only if enough of the article remains before it: a
 * digest of other articles consists of such teasers. No word is read, so this holds in every
 * language.
 */
#include "article/body/body.h"

#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "html/url.h"

/* A shorter link is a label, not a headline. */
#define SHORTEST_HEADLINE 15
/* Fewest characters of an excerpt; most characters, and blocks, of a whole teaser. */
#define SHORTEST_EXCERPT 40
#define LONGEST_TEASER 900
#define MOST_BLOCKS 6
/* A kicker or a date may precede the headline. */
#define LONGEST_KICKER 40
/* "Voir aussi :", above the series. */
#define LONGEST_LABEL 60
/* Blocks between two teasers of one series: a rule, a date, a share link. */
#define MOST_BETWEEN 2
/* At least this many characters of the article come before. */
#define TEXT_BEFORE 300

/* What the links of a block lead to. */
typedef struct Leads
{
	Str href; /* of all of them; data NULL if there is no link */
	bool many;
} Leads;

typedef struct Teasers
{
	Reader *reader;
	uint32_t from; /* blocks [from, end) are examined */
	uint32_t end;
	Leads *leads; /* of block from + i */
} Teasers;

/* A teaser: blocks [first, end). */
typedef struct Teaser
{
	uint32_t first;
	uint32_t end;
	Str href;
	bool cut; /* its excerpt breaks off, or ends in a link to the rest */
} Teaser;

/* Teasers are of the same site; lists of products and of tools lead elsewhere. */
static bool
stays_on_site(const Reader *reader, Str href)
{
	Str host = url_host(href);

	return host.len == 0 || reader->base_url.len == 0 ||
		   str_equal_ascii(host, url_host(reader->base_url));
}

static void
add_link(const Reader *reader, uint32_t link, Leads *leads)
{
	Str href = page_attr(&reader->page, link, ATTR_href);

	if (href.len == 0 || href.data[0] == '#')
		return;
	leads->many |=
		(leads->href.data != NULL && !str_equal(leads->href, href)) || !stays_on_site(reader, href);
	leads->href = href;
}

static Leads
leads_of(const Reader *reader, const Block *block)
{
	const Page *page = &reader->page;
	Leads leads = {STR_NONE, false};
	uint32_t around;

	if (block->link_chars == 0)
		return leads;
	around = page_ancestor(page, block->first, TAG_a);
	if (around != PAGE_NONE)
		add_link(reader, around, &leads);
	for (uint32_t i = block->first; i < block->end && !leads.many; i++)
		if (page->nodes[i].tag == TAG_a)
			add_link(reader, i, &leads);
	return leads;
}

static const Leads *
leads_at(const Teasers *teasers, uint32_t block)
{
	return &teasers->leads[block - teasers->from];
}

static bool
is_headline(const Teasers *teasers, uint32_t i)
{
	const Block *block = &teasers->reader->blocks.items[i];
	const Leads *leads = leads_at(teasers, i);

	return leads->href.data != NULL && !leads->many && block->chars >= SHORTEST_HEADLINE &&
		   block_links_fill(block, 9);
}

/* May a block be part of the teaser with this address? */
static bool
leads_nowhere_else(const Teasers *teasers, uint32_t i, Str href)
{
	const Leads *leads = leads_at(teasers, i);

	return !leads->many && (leads->href.data == NULL || str_equal(leads->href, href));
}

/* Sets the blocks [first, end) inside an element. Returns false if there are too many. */
static bool
blocks_in(const Teasers *teasers, uint32_t element, Teaser *range)
{
	const Block *items = teasers->reader->blocks.items;
	uint32_t end = teasers->reader->page.nodes[element].end;

	while (range->first > teasers->from && items[range->first - 1].first > element)
		if (range->end - --range->first > MOST_BLOCKS)
			return false;
	if (range->first == teasers->from && range->first > 0 &&
		items[range->first - 1].first > element)
		return false;
	while (range->end < teasers->end && items[range->end].first < end)
		if (++range->end - range->first > MOST_BLOCKS)
			return false;
	return true;
}

/* Widens a teaser to the largest element around it whose links all lead to the same address. */
static void
widen(const Teasers *teasers, Teaser *teaser)
{
	const Reader *reader = teasers->reader;
	uint32_t element = reader->blocks.items[teaser->first].node;

	for (; element != 0; element = reader->page.nodes[element].parent)
	{
		Teaser wider = *teaser;

		if (!blocks_in(teasers, element, &wider))
			return;
		for (uint32_t i = wider.first; i < wider.end; i++)
			if (!leads_nowhere_else(teasers, i, teaser->href))
				return;
		*teaser = wider;
	}
}

static bool
is_excerpt(const Teasers *teasers, uint32_t i)
{
	const Block *block = &teasers->reader->blocks.items[i];

	return block->chars - block->link_chars >= SHORTEST_EXCERPT;
}

/* Does the last text of a block belong to a link? */
static bool
ends_in_link(const Page *page, const Block *block)
{
	uint32_t last = block->end;

	while (last > block->first && page->nodes[last - 1].tag != TAG_text)
		last--;
	return last > block->first && page_ancestor(page, last - 1, TAG_a) != PAGE_NONE;
}

static bool
breaks_off(const Page *page, const Block *block)
{
	return str_ends_ascii(block->text, STR("...")) || str_ends_ascii(block->text, STR("…")) ||
		   str_ends_ascii(block->text, STR("…]")) || str_ends_ascii(block->text, STR("...]")) ||
		   (block->link_chars > 0 && ends_in_link(page, block));
}

/* Does the teaser begin with its headline, and have at most two texts? */
static bool
is_teaser(const Teasers *teasers, Teaser *teaser, uint32_t headline)
{
	const Block *items = teasers->reader->blocks.items;
	uint32_t chars = 0;
	uint32_t excerpts = 0;

	for (uint32_t i = teaser->first; i < teaser->end; i++)
	{
		if (i < headline && items[i].chars > LONGEST_KICKER)
			return false;
		if (is_excerpt(teasers, i))
		{
			excerpts++;
			teaser->cut |= breaks_off(&teasers->reader->page, &items[i]);
		}
		chars += items[i].chars;
	}
	return excerpts >= 1 && excerpts <= 2 && chars <= LONGEST_TEASER;
}

/* Is block i a whole teaser: a headline that is a link, and after a line break its excerpt? */
static bool
is_whole(const Teasers *teasers, uint32_t i)
{
	const Page *page = &teasers->reader->page;
	const Block *block = &teasers->reader->blocks.items[i];
	const Leads *leads = leads_at(teasers, i);

	return leads->href.data != NULL && !leads->many && block->link_chars >= SHORTEST_HEADLINE &&
		   block->chars - block->link_chars >= SHORTEST_EXCERPT && block->chars <= LONGEST_TEASER &&
		   page_ancestor(page, block->first, TAG_a) != PAGE_NONE &&
		   memchr(block->text.data, '\n', block->text.len) != NULL && breaks_off(page, block);
}

/* Is block i the headline of a teaser? */
static bool
teaser_at(const Teasers *teasers, uint32_t i, Teaser *teaser)
{
	if (is_whole(teasers, i))
	{
		*teaser = (Teaser){i, i + 1, leads_at(teasers, i)->href, true};
		return true;
	}
	if (!is_headline(teasers, i))
		return false;
	*teaser = (Teaser){i, i + 1, leads_at(teasers, i)->href, false};
	widen(teasers, teaser);
	if (teaser->end > i + 1)
		return is_teaser(teasers, teaser, i);
	teaser->end = i + 2;
	return i + 1 < teasers->end && leads_at(teasers, i + 1)->href.data != NULL &&
		   leads_nowhere_else(teasers, i + 1, teaser->href) && is_teaser(teasers, teaser, i);
}

/* ------------------------------------------------------------------ a series of them */

typedef struct Series
{
	uint32_t first; /* blocks [first, end) */
	uint32_t end;
	uint32_t count; /* of teasers */
	uint32_t cut;	/* of these, with an excerpt that breaks off */
} Series;

/* Finds the series that begins at block i. Returns false if there is no teaser. */
static bool
series_at(const Teasers *teasers, uint32_t i, Series *series)
{
	Teaser teaser;
	Teaser next;

	if (!teaser_at(teasers, i, &teaser))
		return false;
	*series = (Series){teaser.first, teaser.end, 1, teaser.cut};
	for (i = teaser.end; i < teasers->end && i <= series->end + MOST_BETWEEN; i++)
		if (teaser_at(teasers, i, &next) && next.first >= series->end &&
			!str_equal(next.href, teaser.href))
		{
			series->count++;
			series->cut += next.cut;
			series->end = next.end;
			teaser = next;
			i = next.end - 1;
		}
	return true;
}

/* "Voir aussi :" */
static bool
is_label(const Block *block)
{
	return block->chars <= LONGEST_LABEL &&
		   ((block->openings & PHRASE_CUE_BIT(RELATED)) || headline_points(block->text));
}

static uint32_t
kept_between(const Blocks *blocks, uint32_t first, uint32_t end)
{
	uint32_t chars = 0;

	for (uint32_t i = first; i < end; i++)
		chars += blocks->items[i].kept ? blocks->items[i].chars : 0;
	return chars;
}

/* Are these other articles, with enough of this one before them? */
static bool
is_foreign(const Blocks *blocks, const Series *series)
{
	uint32_t before = kept_between(blocks, 0, series->first);
	bool labelled = series->first > 0 && is_label(&blocks->items[series->first - 1]);

	return series->count >= 2 && (labelled || series->cut * 2 > series->count) &&
		   before >= TEXT_BEFORE && before > kept_between(blocks, series->first, series->end);
}

/* Drops the series, and a heading over it. */
static void
drop_series(Blocks *blocks, const Series *series)
{
	uint32_t first = series->first;

	if (first > 0 &&
		(blocks->items[first - 1].kind == BLOCK_HEADING || is_label(&blocks->items[first - 1])))
		first--;
	for (uint32_t i = first; i < series->end; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		block_drop_surely(&blocks->items[i], "a teaser of another article");
	}
}

static void
drop_teasers(Reader *reader, Arena *scratch)
{
	Blocks *blocks = &reader->blocks;
	Teasers teasers = {.reader = reader};

	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
			teasers.end = i + MOST_BLOCKS < blocks->count ? i + MOST_BLOCKS : blocks->count;
	if (teasers.end == 0 || reader->blocks.lines)
		return;
	teasers.from = reader->title_block < teasers.end ? reader->title_block + 1 : 0;
	teasers.leads = arena_array(scratch, Leads, teasers.end - teasers.from + 1);
	for (uint32_t i = teasers.from; i < teasers.end; i++)
		teasers.leads[i - teasers.from] = leads_of(reader, &blocks->items[i]);
	for (uint32_t i = teasers.from; i < teasers.end; i++)
	{
		Series series;

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
			return;
		if (!series_at(&teasers, i, &series))
			continue;
		if (is_foreign(blocks, &series))
			drop_series(blocks, &series);
		i = series.end - 1;
	}
}

void
body_drop_teasers(Reader *reader)
{
	Arena scratch = arena_scratch(reader->arena);

	drop_teasers(reader, &scratch);
	arena_free(&scratch);
}
