/*
 * tree.c
 *	  page_parse, and the look-ups of page.h.
 */
#include "base/array.h"
#include "html/page.h"

#include "html/scanner.h"

/*
 * Memory for a small page, including everything that is extracted from it: a constant, and 8 times
 * its size. Larger pages grow step by step: memory that a page may not need is not reserved, and
 * long arrays are blocks of their own.
 */
static size_t
memory_of(uint32_t len)
{
	const size_t small_page = 24 * 1024;

	return 64 * 1024 + 8 * (len < small_page ? len : small_page);
}

PageStatus
page_parse(Page *page, Arena *arena, Str source, const PageOptions *options)
{
	memset(page, 0, sizeof(*page));
	page->arena = arena;
	page->source = source;
	page->clean = options->clean;
	arena_reserve(arena, memory_of(source.len));
	return scan_page(page, options) ? PAGE_OK : PAGE_INTERRUPTED;
}

Str
page_attr(const Page *page, uint32_t node, AttrId attr)
{
	const Node *n = &page->nodes[node];

	for (uint32_t i = n->attr; i < node_attrs_end(n); i++)
		if (page->attrs[i].name == (uint32_t) attr)
			return attr_str(&page->attrs[i]);
	return STR_NONE;
}

bool
page_link_is_mark(const Page *page, uint32_t link)
{
	static const char *const marks[] = {"#", "\xC2\xB6" /* pilcrow */, "\xC2\xA7" /* section */,
										"\xF0\x9F\x94\x97" /* link symbol */};
	Str text = str_trim(node_str(&page->nodes[link + 1]));
	Str href;

	if (text.len == 0 || text.len > 4)
		return false;
	href = str_trim(page_attr(page, link, ATTR_href));
	if (href.len < 2 || href.data[0] != '#')
		return false;
	for (size_t i = 0; i < lengthof(marks); i++)
		if (str_equal(text, str_cstr(marks[i])))
			return true;
	return false;
}

/* Returns the nearest ancestor-or-self of node whose subtree extends past i. */
static uint32_t
leave_to(const Page *page, uint32_t node, uint32_t i)
{
	while (node != 0 && page->nodes[node].end <= i)
		node = page->nodes[node].parent;
	return node;
}

/*
 * Appends the text of a node to buf. Returns false, and stops reading, if the text has more than
 * limit bytes.
 */
static bool
gather_text(StrBuf *buf, const Page *page, uint32_t node, size_t limit)
{
	uint32_t inside = node;

	for (uint32_t i = node; i < page->nodes[node].end; i++)
	{
		const Node *n = &page->nodes[i];
		uint32_t now = leave_to(page, inside, i);
		bool separated = (n->flags & NODE_SPACE_BEFORE) || n->tag == TAG_br;

		/* Leaving a block separates words, as entering one does. */
		for (; inside != now && !separated; inside = page->nodes[inside].parent)
			separated = tag_is_block((TagId) page->nodes[inside].tag);
		if (buf->len + node_str(n).len > limit)
			return false;
		if (separated || tag_is_block((TagId) n->tag))
			strbuf_add_char(buf, ' ');
		if (n->tag == TAG_text)
			strbuf_add(buf, node_str(n));
		if (n->tag == TAG_rt || n->tag == TAG_rp || n->tag == TAG_rtc || page_permalink(page, i))
			i = n->end - 1; /* skips ruby annotations and link marks */
		inside = i;
	}
	return true;
}

Str
page_text(const Page *page, Arena *arena, uint32_t node)
{
	StrBuf buf;

	strbuf_init(&buf, arena);
	gather_text(&buf, page, node, SIZE_MAX);
	return strbuf_collapse(&buf);
}

Str
page_text_limited(const Page *page, Arena *arena, uint32_t node, uint32_t limit)
{
	StrBuf buf;

	strbuf_init(&buf, arena);
	if (!gather_text(&buf, page, node, limit))
		return STR_NONE;
	return strbuf_collapse(&buf);
}

uint32_t
page_ancestor(const Page *page, uint32_t node, TagId tag)
{
	while (node != 0)
	{
		node = page->nodes[node].parent;
		if (page->nodes[node].tag == tag)
			return node;
	}
	return PAGE_NONE;
}
