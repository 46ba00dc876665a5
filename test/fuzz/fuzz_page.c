/*
 * fuzz_page.c
 *	  Any text becomes a well-formed tree: nodes in document order, each inside its parent, which is
 *	  the nearest open node; all text valid UTF-8. The caller may interrupt it anywhere.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "html/page.h"

static void
check_node(const Page *page, uint32_t i)
{
	const Node *node = &page->nodes[i];
	const Node *parent = &page->nodes[node->parent];

	fuzz_check(node->tag < TAG_COUNT);
	fuzz_check(node->end > i && node->end <= page->nnodes);
	fuzz_check(i == 0 || (node->parent < i && node->end <= parent->end));
	fuzz_check(i == 0 || node->depth == parent->depth + 1);
	fuzz_check(node->tag != TAG_text || (node->end == i + 1 && node_str(node).data != NULL));
	fuzz_check(i == 0 || parent->tag != TAG_text);
	/*
	 * What is hidden hides its descendants, except those that are made visible again, and a
	 * summary.
	 */
	fuzz_check(i == 0 || !(parent->flags & NODE_HIDDEN) || (node->flags & NODE_HIDDEN) ||
			   (parent->flags & NODE_INVISIBLE) || node->tag == TAG_summary);
	fuzz_check(node_attrs_end(node) <= page->nattrs);
	for (uint32_t attr = node->attr; attr < node_attrs_end(node); attr++)
	{
		fuzz_check(page->attrs[attr].name < ATTR_COUNT);
		fuzz_check_text(attr_str(&page->attrs[attr]));
	}
	if (node->tag == TAG_text)
		fuzz_check_text(node_str(node));
}

/* The parent of a node is the innermost node that still contains it. */
static void
check_nesting(const Page *page)
{
	uint32_t open = 0;

	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		while (i >= page->nodes[open].end)
			open = page->nodes[open].parent;
		fuzz_check(page->nodes[i].parent == open);
		open = i;
	}
}

/* Checks the text of a node, and the limited text. */
static void
check_texts(const Page *page, Arena *arena, uint32_t node)
{
	Str text = page_text(page, arena, node);
	Str limited = page_text_limited(page, arena, node, 64);

	fuzz_check_text(text);
	fuzz_check(limited.data == NULL || str_equal(limited, text));
	fuzz_check(text.len == 0 || !ascii_space(text.data[0]));
	fuzz_check(text.len == 0 || !ascii_space(text.data[text.len - 1]));
}

static void
check_head(const Page *page)
{
	fuzz_check_text(page->title);
	fuzz_check_text(page->base);
	fuzz_check_text(page->html_lang);
	for (uint32_t i = 0; i < page->nmetas; i++)
	{
		fuzz_check_text(page->metas[i].key);
		fuzz_check_text(page->metas[i].content);
		fuzz_check(page->metas[i].node <= page->nnodes);
	}
	for (uint32_t i = 0; i < page->nlinks; i++)
		fuzz_check_text(page->links[i].href);
	for (uint32_t i = 0; i < page->nscripts; i++)
		fuzz_check_text(page->scripts[i].text);
}

/* Returns true after it has been called this many times. */
static bool
patience_is_over(void *context)
{
	uint32_t *left = context;

	return (*left)-- == 0;
}

static void
check_interruption(Arena *arena, Str source, uint32_t patience)
{
	const PageOptions options = {.interrupted = patience_is_over, .interrupt_context = &patience};
	PageStatus status;
	Page page;

	memset(&page, 0, sizeof(page));
	status = page_parse(&page, arena, source, &options);
	fuzz_check(status == PAGE_OK || status == PAGE_INTERRUPTED);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const PageOptions options = {.interrupted = NULL};
	Str source;
	Arena arena;
	Page page;

	arena_init(&arena, arena_malloc);
	source = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	memset(&page, 0, sizeof(page));
	fuzz_check(page_parse(&page, &arena, source, &options) == PAGE_OK);
	fuzz_check(page.nnodes > 0 && page.nodes[0].end == page.nnodes);
	for (uint32_t i = 0; i < page.nnodes; i++)
		check_node(&page, i);
	check_nesting(&page);
	check_head(&page);
	check_texts(&page, &arena, 0);
	check_texts(&page, &arena, page.nnodes / 2);
	if (size % 8 == 0)
		check_interruption(&arena, source, (uint32_t) size / 8 % 16);
	arena_free(&arena);
	return 0;
}
