/*
 * body_gap.c
 *	  Keeps what lies between kept blocks of one text: the other rows of a table, the questions of
 *	  an interview, lists with their headings.
 *
 * Reads the blocks as the model chose them and keeps more of them, none that has a reason to go.
 */
#include "article/body/body.h"

#include "article/cue/headline.h"

/* ------------------------------------------------------------------ single blocks */

/*
 * The least score of a block between two blocks of the article: with less, it is a teaser as often
 * as not. A heading belongs to the block that follows it, whatever box is before it.
 */
#define ENOUGH_BETWEEN 0.45f
/*
 * The same for kinds that are marked up as such within an article and seldom between its parts:
 * headings, quotations, list items, table rows and code. Of those to which a model that has not
 * seen their publisher gives more than this, 7 in 10 are the article's.
 */
#define ENOUGH_MARKED 0.25f

/* Levels of <div> and <p> between a quotation or list item and its text. */
#define WRAPPERS 3

/* The quotation or list item whose text a paragraph is, whatever is around it there; else itself. */
static uint32_t
marked_node(const Page *page, const Block *block)
{
	uint32_t node = block->node;

	for (int up = 0; up < WRAPPERS && node != 0; up++)
	{
		TagId tag = (TagId) page->nodes[node].tag;

		if (tag == TAG_blockquote || tag == TAG_li)
			return node;
		if (tag != TAG_div && tag != TAG_p)
			break;
		node = page->nodes[node].parent;
	}
	return block->node;
}

static bool
is_marked(const Reader *reader, const Block *block)
{
	if (block->openings != 0 || block_is_link(block, 0.5f))
		return false;
	return block->kind == BLOCK_HEADING || block->kind == BLOCK_QUOTE ||
		   block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_TABLE_ROW ||
		   block->kind == BLOCK_PREFORMATTED || marked_node(&reader->page, block) != block->node;
}

/* Are the three blocks children of one element, whatever box is between them? */
static bool
side_by_side(const Reader *reader, uint32_t before, uint32_t i, uint32_t after)
{
	const Node *nodes = reader->page.nodes;
	const Block *items = reader->blocks.items;
	uint32_t parent = nodes[items[i].node].parent;

	return nodes[items[before].node].parent == parent && nodes[items[after].node].parent == parent;
}

/* Is the block after block i kept? That after the caption of a quotation, its speaker, too. */
static bool
kept_after(const Reader *reader, uint32_t i)
{
	const Blocks *blocks = &reader->blocks;
	bool captioned = is_marked(reader, &blocks->items[i]);

	i++;
	while (captioned && i < blocks->count && blocks->items[i].kind == BLOCK_CAPTION &&
		   !blocks->items[i].kept)
		i++;
	return i < blocks->count && blocks->items[i].kept;
}

static void
fill_gaps(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t last = PAGE_NONE; /* the last kept block */

	for (uint32_t i = 1; i + 1 < blocks->count; i++)
	{
		Block *block = &blocks->items[i];
		bool follows = blocks->items[i - 1].kept;
		bool inside;

		if (follows)
			last = i - 1;
		if (block->kept || block->reason != NULL || !kept_after(reader, i) ||
			!(block->kind == BLOCK_HEADING ? last != PAGE_NONE : follows))
			continue;
		inside = follows || side_by_side(reader, last, i, i + 1);
		if (block->score < (inside && is_marked(reader, block) ? ENOUGH_MARKED : ENOUGH_BETWEEN))
			continue;
		block->kept = true;
		block->reason = "between two paragraphs of the article";
	}
}

/* ------------------------------------------------------------------ rows of tables */

/* All rows of a table are kept if the model gives them at least this on average. */
#define COMPANY 0.4f

/* The table that a row belongs to; PAGE_NONE if the block is not a row. */
static uint32_t
table_of(const Reader *reader, const Block *block)
{
	if (block->kind != BLOCK_TABLE_ROW)
		return PAGE_NONE;
	return page_ancestor(&reader->page, block->node, TAG_table);
}

/* Keeps the rows first .. end-1 of one table if some are kept and the others are not unlikely. */
static void
keep_together(Blocks *blocks, uint32_t first, uint32_t end)
{
	double sum = 0;
	bool any = false;

	for (uint32_t i = first; i < end; i++)
	{
		sum += (double) blocks->items[i].score;
		any |= blocks->items[i].kept;
	}
	if (!any || sum < (double) COMPANY * (end - first))
		return;
	for (uint32_t i = first; i < end; i++)
		if (!blocks->items[i].kept)
		{
			blocks->items[i].kept = true;
			blocks->items[i].reason = "row of a table inside the article";
		}
}

static void
keep_rows(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < blocks->count;)
	{
		uint32_t table = table_of(reader, &blocks->items[i]);
		uint32_t end = i + 1;

		while (table != PAGE_NONE && end < blocks->count &&
			   table_of(reader, &blocks->items[end]) == table)
			end++;
		if (table != PAGE_NONE)
			keep_together(blocks, i, end);
		i = end;
	}
}

/* ------------------------------------------------------------------ terms */

/*
 * A term belongs to the description that follows it in the same list, above which nothing is kept.
 */
static void
keep_terms(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i + 1 < blocks->count; i++)
	{
		Block *block = &blocks->items[i];
		const Block *next = block + 1;

		if (block->kind != BLOCK_TERM || block->kept || block->reason != NULL || !next->kept ||
			page_ancestor(&reader->page, block->node, TAG_dl) !=
				page_ancestor(&reader->page, next->node, TAG_dl))
			continue;
		block->kept = true;
		block->reason = "the term of a kept description";
	}
}

/* ------------------------------------------------------------------ lists */

/* Levels between an item and the element that holds its list. */
#define LEVELS 6

static bool
makes_list(TagId tag)
{
	return tag == TAG_li || tag == TAG_ul || tag == TAG_ol || tag == TAG_dl || tag == TAG_dd ||
		   tag == TAG_table || tag == TAG_tbody || tag == TAG_thead;
}

/* Is a block of a kind that is_marked, or a term or its description? */
static bool
is_listed(const Reader *reader, const Block *block)
{
	if (block->openings != 0 || block_is_link(block, 0.5f))
		return false;
	return block->kind == BLOCK_TERM || is_marked(reader, block) ||
		   reader->page.nodes[block->node].tag == TAG_dd;
}

/* Is a block a heading in this element, or part of a list or table in it? */
static bool
is_listed_in(const Reader *reader, const Block *block, uint32_t holder)
{
	const Page *page = &reader->page;
	uint32_t node = marked_node(page, block);

	if (page->nodes[node].tag != TAG_li)
		node = block->node; /* a post of somebody else's is in a <blockquote>, too */
	if (block->reason != NULL || !is_listed(reader, block))
		return false;
	for (int up = 0; up < LEVELS && node != 0; up++)
	{
		node = page->nodes[node].parent;
		if (node == holder)
			return true;
		if (!makes_list((TagId) page->nodes[node].tag))
			return false;
	}
	return false;
}

/* Is a line known to be another one's: a pointer to another article, a call to the reader? */
static bool
is_inserted(const Block *block)
{
	return !block->kept && block->kind == BLOCK_PARAGRAPH &&
		   (block->openings != 0 || block->reason != NULL);
}

/* Facts in a list of terms are shorter than items, and the model thinks less of them. */
#define ENOUGH_LISTED 0.15f

/*
 * Keeps the lists, tables and headings first .. end-1 between two kept blocks in one element, if
 * the model does not think what is missing of them unlikely on average. The caption of a table
 * stays a caption.
 */
static void
keep_lists(Reader *reader, uint32_t first, uint32_t end)
{
	Block *items = reader->blocks.items;
	uint32_t holder = reader->page.nodes[items[end].node].parent;
	double missing = 0;
	uint32_t count = 0;
	bool terms = false;

	if (reader->page.nodes[items[first - 1].node].parent != holder)
		return;
	for (uint32_t i = first; i < end; i++)
	{
		if (items[i].kind == BLOCK_CAPTION || is_inserted(&items[i]))
			continue;
		if (!items[i].kept && !is_listed_in(reader, &items[i], holder))
			return;
		terms |= items[i].kind == BLOCK_TERM;
		count += !items[i].kept;
		missing += items[i].kept ? 0 : (double) (ENOUGH_MARKED - items[i].score);
	}
	if (missing > (terms ? (double) ((ENOUGH_MARKED - ENOUGH_LISTED) * (float) count) : 0))
		return;
	for (uint32_t i = first; i < end; i++)
	{
		if (items[i].kind == BLOCK_CAPTION || items[i].kept || is_inserted(&items[i]))
			continue;
		items[i].kept = true;
		items[i].reason = "a list between two paragraphs of the article";
	}
}

/* Is a block part of a list or table? */
static bool
is_in_list(const Reader *reader, const Block *block)
{
	uint32_t parent = reader->page.nodes[block->node].parent;

	return block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_TABLE_ROW ||
		   block->kind == BLOCK_TERM || makes_list((TagId) reader->page.nodes[parent].tag);
}

/* Between any two kept blocks, or between those that are not in lists: items of them may be kept. */
static void
fill_lists(Reader *reader, bool across)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t last = PAGE_NONE; /* the last kept block */

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept || (across && is_in_list(reader, &blocks->items[i])))
			continue;
		if (last != PAGE_NONE && last + 1 < i)
			keep_lists(reader, last + 1, i);
		last = i;
	}
}

/* ------------------------------------------------------------------ the last question */

/* The least score of a question and its answer at the end of an interview. */
#define ENOUGH_ASKED 0.2f

static bool
asks(const Block *block)
{
	return block->text.len > 0 && block->text.data[block->text.len - 1] == '?';
}

/* Is a block as likely as an answer of one word, and no part of the page's furniture? */
static bool
may_be_said(const Block *block)
{
	return block->reason == NULL && block->openings == 0 && block->score >= ENOUGH_ASKED &&
		   !block_is_link(block, 0.5f);
}

/* Is an earlier kept block of the same element a question in an element of the same class? */
static bool
was_asked(const Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;
	uint32_t node = items[i].node;

	for (uint32_t k = i; k-- > 0 && items[k].first > page->nodes[node].parent;)
		if (items[k].kept && asks(&items[k]) &&
			page->nodes[items[k].node].tag == page->nodes[node].tag &&
			page->nodes[items[k].node].parent == page->nodes[node].parent &&
			str_equal(reader_class(page, items[k].node), reader_class(page, node)))
			return true;
	return false;
}

/* An interview may end with a short question and an answer of one word. */
static void
keep_last_answers(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t last = blocks->count;

	while (last > 0 && !blocks->items[last - 1].kept)
		last--;
	for (uint32_t i = last; last > 0 && i + 1 < blocks->count; i += 2)
	{
		Block *question = &blocks->items[i];

		if (!asks(question) || !may_be_said(question) || !may_be_said(question + 1) ||
			reader->page.nodes[question->node].parent !=
				reader->page.nodes[question[1].node].parent ||
			!was_asked(reader, i))
			return;
		question->kept = question[1].kept = true;
		question->reason = question[1].reason = "the last question of an interview";
	}
}

/* ------------------------------------------------------------------ the last paragraphs */

/* Blocks and nodes of a form; the least characters of a last paragraph, and its least score. */
#define MOST_OF_FORM 6
#define MOST_NODES 256
#define SHORTEST_LAST 80
#define ENOUGH_LAST 0.2f

/* Is block i a paragraph like another one, a sibling of the same class? */
static bool
is_like(const Reader *reader, uint32_t i, uint32_t other)
{
	const Page *page = &reader->page;
	const Block *block = &reader->blocks.items[i];
	uint32_t node = block->node;
	uint32_t like = reader->blocks.items[other].node;

	return block->reason == NULL && block->kind == BLOCK_PARAGRAPH && block->openings == 0 &&
		   block->chars >= SHORTEST_LAST && block->link_chars == 0 && block->score >= ENOUGH_LAST &&
		   page->nodes[node].tag == TAG_p && page->nodes[like].tag == TAG_p &&
		   page->nodes[like].parent == page->nodes[node].parent &&
		   str_equal(reader_class(page, node), reader_class(page, like)) &&
		   headline_ends_sentence(block->text);
}

/* Is a field to fill in between two blocks? */
static bool
field_between(const Reader *reader, uint32_t before, uint32_t after)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;

	for (uint32_t i = items[before].end;
		 i < items[after].first && i - items[before].end < MOST_NODES; i++)
		if (page->nodes[i].tag == TAG_input)
			return true;
	return false;
}

/* Are only pointers to other articles and calls to the reader between two blocks? */
static bool
inserted_between(const Blocks *blocks, uint32_t before, uint32_t after)
{
	for (uint32_t i = before + 1; i < after; i++)
		if (!is_inserted(&blocks->items[i]))
			return false;
	return blocks->items[after].score >= ENOUGH_BETWEEN;
}

/*
 * Keeps the paragraphs that follow the last kept one, like it, at once or after a form or what is
 * inserted in the text: the model takes a short one, or these, for the end of it.
 */
static void
keep_last_paragraphs(Reader *reader)
{
	const Page *page = &reader->page;
	Blocks *blocks = &reader->blocks;
	uint32_t last = blocks->count;
	uint32_t parent;

	while (last > 0 && !blocks->items[last - 1].kept)
		last--;
	if (last == 0 || blocks->lines)
		return;
	parent = page->nodes[blocks->items[last - 1].node].parent;
	for (uint32_t i = last; i < blocks->count && i - last <= MOST_OF_FORM; i++)
	{
		Block *block = &blocks->items[i];

		if (block->first >= page->nodes[parent].end || block->kind == BLOCK_HEADING)
			return;
		if (!is_like(reader, i, last - 1) ||
			!(blocks->items[i - 1].kept || field_between(reader, last - 1, i) ||
			  inserted_between(blocks, last - 1, i)))
			continue;
		block->kept = true;
		block->reason = "continues the text before it";
		last = i + 1;
	}
}

void
body_fill_gaps(Reader *reader)
{
	keep_rows(reader);
	fill_gaps(reader);
	keep_terms(reader);
	fill_lists(reader, false);
	fill_lists(reader, true);
	keep_last_answers(reader);
	keep_last_paragraphs(reader);
}
