/*
 * body_form.c
 *	  Drops the words of a form to subscribe that stands among the paragraphs: "Every morning, our
 *	  newsletter in five minutes" above a field and a button.
 *
 * Starts from the buttons below a line that is kept. The form is the largest element around one that holds a field, but not
 * the title, and no more text than such a box has. Its text names what one subscribes to: a
 * calculator is a form, too, and its results are the article's.
 */
#include "article/body/body.h"

#include "article/cue/boilerplate.h"
#include "article/cue/cue.h"

/* Levels from a button to its form. */
#define LEVELS 4
/* The text of a form: of one of its lines, and of all. */
#define LONGEST_LINE 200
#define MOST_TEXT 300
/* Nodes of a form that are examined. */
#define MOST_NODES 256

static bool
holds_field(const Page *page, uint32_t box)
{
	for (uint32_t i = box + 1; i < page->nodes[box].end && i - box < MOST_NODES; i++)
		if (page->nodes[i].tag == TAG_input || page->nodes[i].tag == TAG_textarea)
			return true;
	return false;
}

/*
 * Sets the range of blocks inside an element around block i. Returns whether their text is short
 * enough for a form.
 */
static bool
is_small(const Reader *reader, uint32_t i, uint32_t box, uint32_t *first, uint32_t *end)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t box_end = reader->page.nodes[box].end;
	uint32_t chars = 0;

	for (*first = i; *first > 0 && blocks->items[*first - 1].first > box && chars <= MOST_TEXT;)
	{
		const Block *block = &blocks->items[--*first];

		if (block->chars > LONGEST_LINE || *first == reader->title_block)
			return false;
		chars += block->chars;
	}
	for (*end = i + 1; *end < blocks->count && blocks->items[*end].first < box_end; ++*end)
	{
		if (blocks->items[*end].chars > LONGEST_LINE || chars > MOST_TEXT)
			return false;
		chars += blocks->items[*end].chars;
	}
	return chars <= MOST_TEXT;
}

/* Does one of the blocks [first, end), kept or not, speak of a newsletter or another channel? */
static bool
names_channel(const Reader *reader, uint32_t first, uint32_t end)
{
	for (; first < end; first++)
	{
		const Block *block = &reader->blocks.items[first];

		if ((block->phrases & PHRASE_CUE_BIT(NEWSLETTER)) != 0 ||
			boilerplate_channel(reader->arena, block->text))
			return true;
	}
	return false;
}

/* Drops what is kept of the form around the button that is block i. */
static void
drop_form(Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	uint32_t box = page->nodes[reader->blocks.items[i].node].parent;
	uint32_t first = i;
	uint32_t end = i;

	for (int up = 0; up < LEVELS && box != 0; up++, box = page->nodes[box].parent)
	{
		uint32_t from;
		uint32_t to;

		if (!is_small(reader, i, box, &from, &to))
			break;
		if (holds_field(page, box))
		{
			first = from;
			end = to;
		}
	}
	for (bool drops = names_channel(reader, first, end); drops && first < end; first++)
		if (reader->blocks.items[first].kept)
			block_drop_surely(&reader->blocks.items[first], "inside <form>");
}

void
body_drop_forms(Reader *reader)
{
	const Blocks *blocks = &reader->blocks;

	if (blocks->lines)
		return;
	for (uint32_t i = 1; i < blocks->count; i++)
		if (blocks->items[i - 1].kept && !blocks->items[i].kept &&
			reader->page.nodes[blocks->items[i].node].tag == TAG_button)
			drop_form(reader, i);
}
