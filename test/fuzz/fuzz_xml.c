/*
 * fuzz_xml.c
 *	  Any text becomes a well-formed XML document, which libxml2's parser of XML accepts; the tree
 *	  is the same as if the page were not read whole; the content of its elements is well-formed
 *	  too.
 */
#include <libxml/parser.h>

#include "fuzz.h"

#include "html/encoding.h"
#include "xml/xml_select.h"
#include "xml/xml_write.h"

static void
ignore(void *context, const char *format, ...)
{
	(void) context;
	(void) format;
}

static void
check_well_formed(Str xml)
{
	xmlDocPtr doc;

	fuzz_check_text(xml);
	xmlSetGenericErrorFunc(NULL, ignore);
	doc = xmlReadMemory(xml.data, (int) xml.len, NULL, "UTF-8",
						XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	fuzz_check(doc != NULL);
	xmlFreeDoc(doc);
}

static void
check_same_tree(Arena *arena, Str source, const Page *whole)
{
	const PageOptions options = {.interrupted = NULL};
	Page page;

	fuzz_check(page_parse(&page, arena, source, &options) == PAGE_OK);
	fuzz_check(page.nnodes == whole->nnodes && page.nattrs == whole->nattrs);
	for (uint32_t i = 0; i < page.nnodes; i++)
	{
		fuzz_check(page.nodes[i].tag == whole->nodes[i].tag);
		fuzz_check(page.nodes[i].end == whole->nodes[i].end);
		fuzz_check(page.nodes[i].flags == whole->nodes[i].flags);
		fuzz_check(str_equal(node_str(&page.nodes[i]), node_str(&whole->nodes[i])));
	}
}

/* The content of an element, in an element. */
static void
check_inner(Arena *arena, const Page *page, const XmlItem *item)
{
	XmlWriting writing = {.url = STR("https://a.example/b")};
	Str inner = xml_write_inner(item, page, arena, &writing);
	uint32_t count;

	check_well_formed(str_concat(arena, str_concat(arena, STR("<x>"), inner), STR("</x>")));
	fuzz_check(str_find_ascii(inner, STR("<script")) < 0);
	xml_item_attrs(item, page, arena, &writing, &count);
	fuzz_check(count <= 256);
	fuzz_check_text(xml_item_text(item, page, arena));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const PageOptions options = {.whole = true};
	XmlWriting writing = {.url = size % 2 ? STR("https://a.example/b") : STR_NONE};
	XmlSelector *all;
	XmlItem *items;
	XmlError error;
	uint32_t count;
	Str source;
	Arena arena;
	Page page;

	arena_init(&arena, arena_malloc);
	source = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	fuzz_check(page_parse(&page, &arena, source, &options) == PAGE_OK);
	check_same_tree(&arena, source, &page);
	check_well_formed(xml_write_page(&page, &arena, &writing));
	all = xml_select_compile(&arena, STR("*"), &error);
	items = xml_select(all, xml_document_build(&arena, &page, NULL, 0), &arena, &count);
	fuzz_check(count >= 3); /* <html>, <head>, <body> */
	for (uint32_t i = 0; i < count; i += 1 + count / 8)
		check_inner(&arena, &page, &items[i]);
	arena_free(&arena);
	return 0;
}
