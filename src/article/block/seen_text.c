/*
 * seen_text.c
 *	  See seen_text.h.
 */
#include "article/block/seen_text.h"

/* Limit in bytes; bounds the cost of nested elements. */
#define LONGEST 2000

Str
seen_text(const Reader *reader, Arena *arena, uint32_t node, uint32_t without)
{
	const Page *page = &reader->page;
	bool hidden = (page->nodes[node].flags & NODE_HIDDEN) != 0;
	uint32_t last = PAGE_NONE;
	StrBuf buf;

	strbuf_init(&buf, arena);
	for (uint32_t i = node; i < page->nodes[node].end && buf.len < LONGEST;)
	{
		const Node *n = &page->nodes[i];

		if ((n->flags & NODE_SPACE_BEFORE) || n->tag == TAG_br || tag_is_block((TagId) n->tag))
			strbuf_add_char(&buf, ' ');
		if (i == without || block_leaves_out(reader, i, hidden))
		{
			strbuf_add_char(&buf, ' ');
			i = n->end;
			continue;
		}
		if (n->tag == TAG_text)
		{
			if (last != PAGE_NONE && block_parts_texts(page, last, i))
				strbuf_add_char(&buf, ' ');
			strbuf_add(&buf, node_str(n));
			last = i;
		}
		i++;
	}
	return str_cut(strbuf_collapse(&buf), LONGEST);
}
