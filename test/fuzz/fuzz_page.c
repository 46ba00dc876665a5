/*
 * fuzz_page.c
 *	  Any text becomes a well-formed tree: nodes in document order, each within its parent, all text
 *	  valid UTF-8.
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
	fuzz_check(node->tag != TAG_text || node->end == i + 1);
	fuzz_check(node_attrs_end(node) <= page->nattrs);
	for (uint32_t attr = node->attr; attr < node_attrs_end(node); attr++)
	{
		fuzz_check(page->attrs[attr].name < ATTR_COUNT);
		fuzz_check_text(attr_str(&page->attrs[attr]));
	}
	if (node->tag == TAG_text)
		fuzz_check_text(node_str(node));
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const PageOptions options = {NULL, NULL};
	Arena arena;
	Page page;

	arena_init(&arena, arena_malloc);
	memset(&page, 0, sizeof(page));
	fuzz_check(page_parse(&page, &arena, encoding_clean_utf8(&arena, fuzz_input(data, size)),
						  &options) == PAGE_OK);
	fuzz_check(page.nnodes > 0 && page.nodes[0].end == page.nnodes);
	for (uint32_t i = 0; i < page.nnodes; i++)
		check_node(&page, i);
	check_head(&page);
	fuzz_check_text(page_text(&page, &arena, 0));
	arena_free(&arena);
	return 0;
}
