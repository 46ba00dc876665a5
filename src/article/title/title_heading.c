/*
 * title_heading.c
 *	  The text of a heading as readers see it. A node of the page in, one line out.
 */
#include "article/title/title.h"

/* Does a text only have more spaces than another one? */
static bool
has_more_spaces(Str text, Str other)
{
	uint32_t k = 0;

	if (text.len <= other.len)
		return false;
	for (uint32_t i = 0; i < text.len; i++)
		if (k < other.len && text.data[i] == other.data[k])
			k++;
		else if (text.data[i] != ' ')
			return false;
	return k == other.len;
}

Str
title_node_text(const Reader *reader, uint32_t node)
{
	return page_text_limited(&reader->page, reader->arena, node, TITLE_MAX_SOURCE_BYTES);
}

Str
title_heading_text(const Reader *reader, uint32_t node)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t end = reader->page.nodes[node].end;
	Str text = title_node_text(reader, node);

	for (uint32_t i = 0; i < blocks->count && blocks->items[i].first < end; i++)
		if (blocks->items[i].node == node && has_more_spaces(blocks->items[i].text, text))
			return blocks->items[i].text;
	return text;
}
