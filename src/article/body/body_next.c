/*
 * body_next.c
 *	  Drops other articles that a page prints in full after its own: the next ones of an endless
 *	  scroll, and sections that list more of them.
 *
 * Reads the blocks as the model chose them, and the elements around them. An article is another one
 * if its element is a twin of the one around the title and has a headline of its own; a section
 * lists other articles if it says so, or if its heading has the rank of theirs, and it consists of
 * twins that each begin with a headline. Text of the article remains before them.
 */
#include "article/body/body.h"

#include "base/search.h"
#include "article/cue/cue.h"
#include "article/cue/headline.h"

/* At least this many characters of the article come before. */
#define TEXT_BEFORE 300
/* "More stories", "À lire aussi". */
#define LONGEST_LABEL 60
/* Children of a section that are examined. */
#define MOST_CHILDREN 64
/* Nodes before a child's text. */
#define MOST_NODES 256

/* Drops the kept blocks of [first, end). Returns their characters. */
static uint32_t
drop_inside(Blocks *blocks, uint32_t first, uint32_t end)
{
	uint32_t chars = 0;

	for (uint32_t i = first; i < end; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		chars += blocks->items[i].chars;
		block_drop_surely(&blocks->items[i], "inside another article");
	}
	return chars;
}

/* The first block at or after "from" that begins at a node or after it. */
static uint32_t
block_after(const Blocks *blocks, uint32_t from, uint32_t node)
{
	uint32_t end = blocks->count;

	SEARCH_FIRST(from, end, blocks->items[middle].first < node)
	return from;
}

static uint32_t
kept_before(const Blocks *blocks, uint32_t end)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < end; i++)
		chars += blocks->items[i].kept ? blocks->items[i].chars : 0;
	return chars;
}

/* Are two elements of the same kind, so that a style sheet shows them alike? */
static bool
are_twins(const Page *page, uint32_t a, uint32_t b)
{
	Str class = reader_class(page, a);

	return page->nodes[a].tag == page->nodes[b].tag &&
		   (class.len > 0 || page->nodes[a].tag == TAG_article) &&
		   str_equal(class, reader_class(page, b));
}

/* ------------------------------------------------------------------ the next articles in full */

/* Does one of the blocks [first, end) have the rank of the title? */
static bool
has_headline(const Blocks *blocks, uint32_t first, uint32_t end, uint8_t level)
{
	for (uint32_t i = first; i < end; i++)
		if (blocks->items[i].kind == BLOCK_HEADING && blocks->items[i].level == level)
			return true;
	return false;
}

/* Does an article begin with a headline of any rank that is a link? */
static bool
heads_itself(const Blocks *blocks, uint32_t first, uint32_t end)
{
	const Block *block = &blocks->items[first];

	return end > first + 1 && block->kind == BLOCK_HEADING && block_links_fill(block, 9);
}

/* Drops the later siblings of an element around the title that are articles of their own. */
static void
drop_twins(Reader *reader, uint32_t element)
{
	const Node *nodes = reader->page.nodes;
	Blocks *blocks = &reader->blocks;
	uint8_t level = blocks->items[reader->title_block].level;
	uint32_t parent_end = nodes[nodes[element].parent].end;

	for (uint32_t twin = nodes[element].end; twin < parent_end; twin = nodes[twin].end)
	{
		uint32_t first;
		uint32_t end;

		if (!are_twins(&reader->page, element, twin))
			continue;
		first = block_after(blocks, reader->title_block, twin);
		end = block_after(blocks, first, nodes[twin].end);
		if (has_headline(blocks, first, end, level) ||
			(reader->page.nodes[twin].tag == TAG_article && heads_itself(blocks, first, end)))
			(void) drop_inside(blocks, first, end);
	}
}

/* Drops the elements <article> after the one around the title that begin with a linked headline. */
static void
drop_later(Reader *reader, uint32_t article)
{
	const Page *page = &reader->page;
	Blocks *blocks = &reader->blocks;
	uint32_t after = page->nodes[article].end;

	for (uint32_t i = block_after(blocks, reader->title_block, after); i < blocks->count; i++)
	{
		uint32_t later;

		if (!heads_itself(blocks, i, i + 2))
			continue;
		later = page_ancestor(page, blocks->items[i].node, TAG_article);
		if (later != PAGE_NONE && later >= after && blocks->items[i - 1].first < later)
			(void) drop_inside(blocks, i, block_after(blocks, i, page->nodes[later].end));
	}
}

static void
drop_next_articles(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	const Page *page = &reader->page;
	const Block *title = &blocks->items[reader->title_block];
	uint32_t last = reader->title_block;

	if (title->kind != BLOCK_HEADING)
		return;
	for (uint32_t node = title->node; node != 0; node = page->nodes[node].parent)
	{
		uint32_t end = block_after(blocks, last, page->nodes[node].end);

		if (end > last && kept_before(blocks, end) >= TEXT_BEFORE)
		{
			drop_twins(reader, node);
			if (page->nodes[node].tag == TAG_article)
				drop_later(reader, node);
		}
		last = end > last ? end : last;
	}
}

/* ------------------------------------------------------------------ sections of other articles */

/* The outermost element that begins with block i and does not hold the block before it. */
static uint32_t
section_of(const Reader *reader, uint32_t i)
{
	const Node *nodes = reader->page.nodes;
	const Block *items = reader->blocks.items;
	uint32_t node = items[i].node;

	while (nodes[node].parent != 0 && nodes[node].parent > items[i - 1].first)
		node = nodes[node].parent;
	return node;
}

/* What the children of a section that begin with a headline are. */
typedef struct Children
{
	uint32_t count;	 /* of twins */
	uint32_t linked; /* of these, headlines that are links */
	uint32_t alike;	 /* of these, with a text in an element like the one around the article's */
	uint8_t level;	 /* of their headings */
} Children;

/* Does an element hold a twin of the element around the article's text? */
static bool
holds_text_like(const Page *page, uint32_t element, uint32_t text)
{
	for (uint32_t i = element + 1; i < page->nodes[element].end && i - element < MOST_NODES; i++)
		if (page->nodes[i].tag != TAG_text && are_twins(page, text, i))
			return true;
	return false;
}

/*
 * Counts the children of a list that are twins and begin with a headline; text: the element around
 * the article's first paragraph.
 */
static Children
count_children(const Reader *reader, uint32_t list, uint32_t first, uint32_t text)
{
	const Blocks *blocks = &reader->blocks;
	const Page *page = &reader->page;
	Children children = {0, 0, 0, 0};
	uint32_t twin = PAGE_NONE;
	uint32_t seen = 0;

	for (uint32_t i = list + 1; i < page->nodes[list].end && seen < MOST_CHILDREN;
		 i = page->nodes[i].end)
	{
		uint32_t at = block_after(blocks, first + 1, i);
		const Block *block = &blocks->items[at];
		uint32_t end = page->nodes[i].end;

		seen++;
		if (page->nodes[i].tag == TAG_text || at >= blocks->count || block->first >= end ||
			block->kind != BLOCK_HEADING || block_after(blocks, at, end) == at + 1 ||
			(twin != PAGE_NONE && !are_twins(page, twin, i)))
			continue;
		twin = i;
		children.count++;
		children.level = block->level;
		children.linked += block_links_fill(block, 9);
		children.alike += holds_text_like(page, i, text);
	}
	return children;
}

/* The only child of a section after its heading; the section itself if there are several. */
static uint32_t
list_in(const Reader *reader, uint32_t section, uint32_t heading)
{
	const Node *nodes = reader->page.nodes;
	uint32_t last = section;
	uint32_t elements = 0;

	for (uint32_t i = section + 1; i < nodes[section].end; i = nodes[i].end)
		if (nodes[i].tag != TAG_text && i > reader->blocks.items[heading].first)
		{
			elements++;
			last = i;
		}
	return elements == 1 ? last : section;
}

/* Does block i head a section of other articles? Sets *section. */
static bool
heads_others(const Reader *reader, uint32_t i, uint32_t text, uint32_t *section)
{
	const Block *block = &reader->blocks.items[i];
	Children children;
	bool says_so;

	if (block->kind != BLOCK_HEADING || block->chars > LONGEST_LABEL)
		return false;
	*section = section_of(reader, i);
	if (*section == block->node)
		return false;
	says_so = (block->openings & PHRASE_CUE_BIT(RELATED)) || headline_points(block->text) ||
			  (reader_cues(reader, *section) & CLASS_CUE_BIT(RELATED));
	children = count_children(reader, list_in(reader, *section, i), i, text);
	if (children.count < 2)
		return false;
	if (says_so && children.linked == children.count)
		return true;
	return children.alike == children.count && (says_so || children.level == block->level);
}

/* The element around the first paragraph of the body. */
static uint32_t
text_element(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;

	for (uint32_t i = reader->title_block + 1; i < blocks->count; i++)
		if (blocks->items[i].kept && blocks->items[i].kind == BLOCK_PARAGRAPH)
			return reader->page.nodes[blocks->items[i].node].parent;
	return 0;
}

static void
drop_sections(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t text = text_element(reader);
	uint32_t all = kept_before(blocks, blocks->count);
	uint32_t chars = 0;

	for (uint32_t i = reader->title_block + 1; i < blocks->count && chars < all; i++)
	{
		uint32_t section;

		if (chars >= TEXT_BEFORE && heads_others(reader, i, text, &section))
		{
			uint32_t end = block_after(blocks, i, reader->page.nodes[section].end);

			all -= drop_inside(blocks, i, end);
			i = end - 1;
			continue;
		}
		chars += blocks->items[i].kept ? blocks->items[i].chars : 0;
	}
}

void
body_drop_next(Reader *reader)
{
	if (reader->title_block == PAGE_NONE || reader->blocks.lines)
		return;
	drop_next_articles(reader);
	if (!reader_interrupted(reader))
		drop_sections(reader);
}
