/*
 * body_reserved.c
 *	  Keeps the text that a page holds for its subscribers and hides from other readers, if it
 *	  continues the text that all of them see.
 *
 * Hidden text is the article's if the page says that this element is paid for (cssSelector of
 * JSON-LD's hasPart, or a class), or that the article is, and if its paragraphs look like shown
 * ones before it in the same element. A notice to subscribe looks the same, but speaks of itself.
 */
#include "article/body/body.h"

#include "article/cue/cue.h"

/* Levels between a paragraph and the element that is hidden, or after which text continues. */
#define LEVELS 6
/* Less hidden text than this is a notice, or a line of the layout. */
#define SHORTEST_RESERVED 80
/* A shown paragraph, for comparison. */
#define SHORTEST_PARAGRAPH 60
/* As sure as the model is of a shown paragraph. */
#define LIKELY 0.9f

#define NOTICES (PHRASE_CUE_BIT(PAYWALL) | PHRASE_CUE_BIT(NEWSLETTER) | PHRASE_CUE_BIT(COOKIE))

/* ------------------------------------------------------------------ what the page declares */

/* Does an element match the last name of a selector: ".paid", "main #rest"? */
static bool
selects(const Page *page, Str selector, uint32_t node)
{
	uint32_t start = selector.len;

	while (start > 0 && selector.data[start - 1] != '.' && selector.data[start - 1] != '#')
		start--;
	if (start == 0 || start == selector.len)
		return false;
	if (selector.data[start - 1] == '#')
		return str_equal(page_attr(page, node, ATTR_id), str_sub(selector, start, selector.len));
	return str_has_word(reader_class(page, node), str_sub(selector, start, selector.len),
						STR_SPACES);
}

static bool
is_declared(const Reader *reader, uint32_t node)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_PAID_PART, &i)) != NULL)
		for (uint32_t start = 0; start < fact->text.len;)
		{
			Str rest = str_sub(fact->text, start, fact->text.len);
			const char *comma = memchr(rest.data, ',', rest.len);
			uint32_t end = comma ? (uint32_t) (comma - rest.data) : rest.len;

			if (selects(&reader->page, str_trim(str_sub(rest, 0, end)), node))
				return true;
			start += end + 1;
		}
	return false;
}

static bool
is_paid(const Reader *reader)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_PAID, &i)) != NULL)
		if (str_equal(fact->text, STR("true")))
			return true;
	return false;
}

/* ------------------------------------------------------------------ does it continue the text? */

static bool
is_hidden(const Reader *reader, const Block *block)
{
	return block->reason != NULL && ((reader->page.nodes[block->first].flags & NODE_HIDDEN) != 0 ||
									 str_equal(str_cstr(block->reason), STR(BODY_HIDDEN_BY_CLASS)));
}

/* The outermost hidden element around a hidden block, and whether the page calls it paid. */
static uint32_t
hidden_element(const Reader *reader, uint32_t i, bool *paid)
{
	const Page *page = &reader->page;
	uint32_t hidden = reader->blocks.items[i].node;
	uint32_t node = hidden;

	for (int up = 0; up < LEVELS && node != 0; up++, node = page->nodes[node].parent)
	{
		if (is_declared(reader, node))
			*paid = true;
		if (up > 0 && i > 0 && node < reader->blocks.items[i - 1].first)
			break; /* it holds shown text as well */
		*paid |= (reader_cues(reader, node) & CLASS_CUE_BIT(PAYWALL)) != 0;
		hidden = node;
	}
	return hidden;
}

/* Does a kept paragraph before block i, in the same element, look like it? */
static bool
continues(const Reader *reader, uint32_t i, uint32_t hidden)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;
	uint32_t node = items[i].node;
	uint32_t holder = page->nodes[hidden].parent;

	for (uint32_t k = i; k > 0 && items[k - 1].first > holder; k--)
	{
		const Block *shown = &items[k - 1];

		if (shown->kept && shown->chars >= SHORTEST_PARAGRAPH &&
			page->nodes[shown->node].tag == page->nodes[node].tag &&
			str_equal(reader_class(page, shown->node), reader_class(page, node)))
			return true;
	}
	return false;
}

/* Are the hidden blocks [first, end) running text, not a notice? */
static bool
is_running_text(const Blocks *blocks, uint32_t first, uint32_t end)
{
	uint32_t chars = 0;

	for (uint32_t i = first; i < end; i++)
	{
		const Block *block = &blocks->items[i];

		if ((block->openings & NOTICES) || block_is_link(block, 0.5f))
			return false;
		chars += block->chars;
	}
	return chars >= SHORTEST_RESERVED;
}

void
body_keep_reserved(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	bool paid = is_paid(reader);

	for (uint32_t i = 1; i < blocks->count; i++)
	{
		bool reserved = paid;
		uint32_t end = i + 1;
		uint32_t hidden;

		if (!is_hidden(reader, &blocks->items[i]))
			continue;
		hidden = hidden_element(reader, i, &reserved);
		while (end < blocks->count && blocks->items[end].first < reader->page.nodes[hidden].end &&
			   is_hidden(reader, &blocks->items[end]))
			end++;
		if (reserved && continues(reader, i, hidden) && is_running_text(blocks, i, end))
			for (uint32_t k = i; k < end; k++)
			{
				blocks->items[k].kept = true;
				blocks->items[k].score = LIKELY;
				blocks->items[k].reason = "held for subscribers";
			}
		i = end - 1;
	}
}
