/*
 * block_shown.c
 *	  Which nodes go into no block: elements that browsers never show, and hidden nodes among shown
 *	  ones.
 */
#include "article/reader.h"

#include "base/utf8.h"

bool
block_leaves_out(const Reader *reader, uint32_t node, bool hidden)
{
	const Node *n = &reader->page.nodes[node];

	/* an invisible element may contain visible ones */
	if ((n->flags & NODE_HIDDEN) && !hidden && !reader->blocks.mostly_hidden &&
		(n->tag == TAG_text || !(n->flags & NODE_INVISIBLE)))
		return true;
	return block_skipped(&reader->page, node);
}

bool
blocks_mostly_hidden(const Reader *reader)
{
	const Page *page = &reader->page;
	uint64_t texts[2] = {0, 0}; /* bytes of text: shown, hidden */

	for (uint32_t i = 1; i < page->nnodes;)
	{
		const Node *node = &page->nodes[i];
		bool skipped = node->tag == TAG_a || block_never_shown((TagId) node->tag);

		if (i % NODES_PER_POLL == 0)
			arena_poll(reader->arena);
		texts[(node->flags & NODE_HIDDEN) != 0] += node_str(node).len;
		i = skipped ? node->end : i + 1;
	}
	return texts[1] >= texts[0];
}

Str
block_trim_lines(Str text)
{
	uint32_t start = 0;

	for (uint32_t i = 0; i < text.len && ascii_space(text.data[i]); i++)
		if (text.data[i] == '\n')
			start = i + 1;
	while (text.len > start && ascii_space(text.data[text.len - 1]))
		text.len--;
	return str_sub(text, start, text.len);
}

bool
block_text_unseen(Str text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (c != 0xAD && c != 0xFEFF && c != 0x2060 && (c < 0x200B || c > 0x200F) && c > ' ')
			return false;
	}
	return true;
}
