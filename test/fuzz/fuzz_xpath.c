/*
 * fuzz_xpath.c
 *	  Any path is evaluated on any page within its limits, whenever it is interrupted, and the same
 *	  path and document give the same answer afterwards. A path that a walk answers is valid, and the
 *	  walk finds as many items as libxml2. Input: a path, a line feed, a page.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "xml/walk_path.h"

/* Returns true after it has been called this many times. */
static bool
patience_is_over(void *context)
{
	uint32_t *left = context;

	return (*left)-- == 0;
}

static void
check_items(const Page *page, const XmlResult *result)
{
	for (uint32_t i = 0; i < result->count; i++)
	{
		fuzz_check(result->items[i].node == PAGE_NONE || result->items[i].node < page->nnodes);
		fuzz_check(result->items[i].kind != XML_ITEM_ATTRIBUTE ||
				   result->items[i].value.data != NULL);
	}
}

/* Compares what a walk finds with the result of libxml2, unless the path is none for a walk. */
static void
check_walk(Arena *arena, const Page *page, Str text, const XmlResult *expected)
{
	const WalkLimits limits = {1000000, 1000000, 100000, 1 << 20};
	WalkSet *set = walk_set_new(arena);
	XmlResult found;

	if (walk_set_add(set, text, UINT32_MAX, WALK_VALUES) == WALK_NONE)
		return;
	walk_set_close(set);
	fuzz_check(expected != NULL);
	if (!walk_result(walk_run(set, page, &limits, arena), 0, arena, &found))
		return;
	fuzz_check(found.kind == expected->kind && found.count == expected->count);
	check_items(page, &found);
}

static void
check_path(Arena *arena, const Page *page, XmlPath *path, Str text)
{
	XmlDocument *document = xml_document_build(arena, page, &text, 1);
	XmlLimits limits = {.operations = 20000, .memory = 1 << 20};
	uint32_t patience = page->source.len % 4;
	XmlLimits hasty = {
		.interrupted = patience_is_over, .interrupt_context = &patience, .operations = 20000};
	XmlResult result;
	XmlResult again;
	XmlError error;
	XmlStatus status = xml_path_evaluate(path, document, NULL, &limits, arena, &result, &error);
	XmlStatus other;

	fuzz_check(status != XML_STATUS_NO_MEMORY && status != XML_STATUS_INTERRUPTED);
	other = xml_path_evaluate(path, document, NULL, &hasty, arena, &again, &error);
	fuzz_check(other == status || other == XML_STATUS_INTERRUPTED ||
			   status == XML_STATUS_TOO_LARGE);
	if (status != XML_STATUS_OK)
		return;
	check_items(page, &result);
	fuzz_check(xml_path_evaluate(path, document, NULL, &limits, arena, &again, &error) ==
			   XML_STATUS_OK);
	fuzz_check(again.kind == result.kind && again.count == result.count);
	check_walk(arena, page, text, &result);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const PageOptions options = {.whole = true};
	XmlLimits limits = {.memory = 8 << 20};
	XmlStatus status;
	XmlError error;
	XmlPath *path;
	Arena arena;
	Page page;
	Str input;
	Str text;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	text = fuzz_take_until(&input, '\n');
	status = xml_path_compile(&path, text, &limits, &error);
	fuzz_check((status == XML_STATUS_OK) == (path != NULL));
	fuzz_check(status != XML_STATUS_INVALID || error.position <= (int32_t) text.len);
	if (path != NULL)
	{
		fuzz_check(page_parse(&page, &arena, input, &options) == PAGE_OK);
		check_path(&arena, &page, path, text);
	}
	else if (status == XML_STATUS_INVALID)
		check_walk(&arena, NULL, text, NULL);
	xml_path_free(path);
	arena_free(&arena);
	return 0;
}
