/*
 * fuzz_selector.c
 *	  Any selector is compiled or refused with a place in it, and finds elements of any page in the
 *	  page's order; ":not()" finds exactly the others. Input: a selector, a line feed, a page.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "xml/xml_select.h"

static uint32_t
count_found(Arena *arena, const XmlDocument *document, Str text, XmlItem **items)
{
	XmlError error;
	XmlSelector *selector = xml_select_compile(arena, text, &error);
	uint32_t count = 0;

	if (selector == NULL)
		return UINT32_MAX;
	*items = xml_select(selector, document, arena, &count);
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const PageOptions options = {.whole = true};
	XmlDocument *document;
	XmlSelector *selector;
	XmlError error = {0};
	XmlItem *items;
	Arena arena;
	Page page;
	Str input;
	Str text;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	text = fuzz_take_until(&input, '\n');
	selector = xml_select_compile(&arena, text, &error);
	fuzz_check(selector != NULL || (error.message != NULL && error.position >= 0 &&
									error.position <= (int32_t) text.len));
	if (selector != NULL)
	{
		Str negated = str_concat(&arena, str_concat(&arena, STR(":not("), text), STR(")"));
		uint32_t found;
		uint32_t others;
		uint32_t all;

		fuzz_check(page_parse(&page, &arena, input, &options) == PAGE_OK);
		document = xml_document_build(&arena, &page, NULL, 0);
		all = count_found(&arena, document, STR("*"), &items);
		others = count_found(&arena, document, negated, &items);
		found = count_found(&arena, document, text, &items);
		fuzz_check(found <= all);
		fuzz_check(others == UINT32_MAX || found + others == all); /* nested too deeply, too long */
		for (uint32_t i = 0; i < found; i++)
			fuzz_check(items[i].kind == XML_ITEM_ELEMENT);
	}
	arena_free(&arena);
	return 0;
}
