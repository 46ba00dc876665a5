/*
 * page_xml.c
 *	  Pages as XML documents, as a program. In: what to do, and paths of HTML files on standard
 *	  input, one per line. Out: one JSON object per line.
 *
 *	  page-xml xml				each page as XML: {"page": PATH, "xml": TEXT}
 *	  page-xml path PATH		what an XPath finds on each page: {"page": PATH, "found": [TEXT]}
 *	  page-xml select FILE		what each selector of a file, one per line, finds on each page:
 *								{"page": PATH, "found": [[[NAME, ID, CLASS, HREF], …], …]}
 *	  page-xml time				time a page takes as XML, and libxml2's own parse and dump
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/HTMLparser.h>

#include "html/document.h"
#include "xml/xml_select.h"
#include "xml/xml_write.h"

static const XmlLimits no_limits;

#define ROUNDS 20

static Str
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *data = NULL;
	size_t len = 0;
	size_t got;

	if (file == NULL)
	{
		perror(path);
		exit(2);
	}
	do
	{
		data = realloc(data, len + 65536);
		got = fread(data + len, 1, 65536, file);
		len += got;
	} while (got > 0);
	fclose(file);
	return str_make(data, len);
}

static void
put_string(Str s)
{
	putchar('"');
	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.data[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static Str
open_page(Page *page, Arena *arena, Str bytes)
{
	DocumentOptions opening = {.size_limit = UINT32_MAX};
	PageOptions options = {.whole = true};
	Document document;

	(void) document_open(&document, arena, bytes, &opening);
	options.clean = document.clean;
	page_parse(page, arena, document.text, &options);
	return document.text;
}

static void
put_xml(const Page *page, Arena *arena)
{
	XmlWriting writing = {.url = STR("https://www.site.example/a/b")};

	fputs(", \"xml\": ", stdout);
	put_string(xml_write_page(page, arena, &writing));
}

static void
put_found(const Page *page, Arena *arena, Str text)
{
	XmlPath *path;
	XmlResult result;
	XmlError error;
	XmlStatus status = xml_path_compile(&path, text, &no_limits, &error);

	if (status == XML_STATUS_OK)
		status = xml_path_evaluate(path, xml_document_build(arena, page, &text, 1), NULL,
								   &no_limits, arena, &result, &error);
	xml_path_free(path);
	if (status != XML_STATUS_OK)
	{
		fprintf(stderr, "page-xml: %s\n", error.message);
		exit(2);
	}
	fputs(", \"found\": [", stdout);
	for (uint32_t i = 0; i < result.count; i++)
	{
		if (i > 0)
			fputs(", ", stdout);
		put_string(xml_item_string(&result.items[i], arena));
	}
	putchar(']');
}

/* ---------------------------------------------------------------- selectors */

static void
put_signature(const XmlItem *item, const Page *page, Arena *arena)
{
	static const Str names[] = {{"id", 2}, {"class", 5}, {"href", 4}};
	XmlWriting writing = {.url = STR_NONE};
	uint32_t count;
	XmlAttrValue *attrs = xml_item_attrs(item, page, arena, &writing, &count);

	putchar('[');
	put_string(item->name);
	for (int i = 0; i < 3; i++)
	{
		Str value = STR("");

		for (uint32_t k = 0; k < count; k++)
			if (str_equal(attrs[k].name, names[i]))
				value = attrs[k].value;
		fputs(", ", stdout);
		put_string(value);
	}
	putchar(']');
}

static void
put_selected(const Page *page, const XmlDocument *document, Arena *arena, const char *text)
{
	XmlError error;
	XmlSelector *selector = xml_select_compile(arena, str_cstr(text), &error);
	uint32_t count;
	XmlItem *items;

	if (selector == NULL)
	{
		fprintf(stderr, "page-xml: %s: %s\n", text, error.message);
		exit(2);
	}
	items = xml_select(selector, document, arena, &count);
	putchar('[');
	for (uint32_t i = 0; i < count; i++)
	{
		fputs(i > 0 ? ", " : "", stdout);
		put_signature(&items[i], page, arena);
	}
	putchar(']');
}

static void
put_selectors(const Page *page, Arena *arena, Str selectors)
{
	const XmlDocument *document = xml_document_build(arena, page, NULL, 0);
	char *text = strndup(selectors.data, selectors.len);
	char *rest = text;
	bool first = true;

	fputs(", \"found\": [", stdout);
	for (char *line; (line = strsep(&rest, "\n")) != NULL;)
	{
		if (*line == '\0')
			continue;
		fputs(first ? "" : ", ", stdout);
		first = false;
		put_selected(page, document, arena, line);
	}
	putchar(']');
	free(text);
}

/* ---------------------------------------------------------------- time */

static double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
time_own(Str bytes)
{
	double start = cpu_seconds();
	XmlWriting writing = {.url = STR("https://www.site.example/a/b")};
	Arena arena;
	Page page;

	arena_init(&arena, arena_malloc);
	open_page(&page, &arena, bytes);
	xml_write_page(&page, &arena, &writing);
	arena_free(&arena);
	return cpu_seconds() - start;
}

static double
time_libxml2(Str bytes)
{
	double start = cpu_seconds();
	htmlDocPtr doc = htmlReadMemory(bytes.data, (int) bytes.len, NULL, "UTF-8",
									HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
										HTML_PARSE_NONET);
	xmlChar *dump = NULL;
	int size;

	if (doc == NULL)
		return 0;
	xmlDocDumpMemoryEnc(doc, &dump, &size, "UTF-8");
	xmlFree(dump);
	xmlFreeDoc(doc);
	return cpu_seconds() - start;
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	bool timed = strcmp(what, "time") == 0;
	char line[4096];
	double own = 0;
	double other = 0;
	int count = 0;
	Str selectors = strcmp(what, "select") == 0 ? read_file(argv[2]) : STR_NONE;

	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		Str bytes;

		line[strcspn(line, "\n")] = '\0';
		bytes = read_file(line);
		count++;
		for (int round = 0; timed && round < ROUNDS; round++)
			own += time_own(bytes) * 1000 / ROUNDS;
		for (int round = 0; timed && round < ROUNDS; round++)
			other += time_libxml2(bytes) * 1000 / ROUNDS;
		if (!timed)
		{
			Arena arena;
			Page page;

			arena_init(&arena, arena_malloc);
			open_page(&page, &arena, bytes);
			fputs("{\"page\": ", stdout);
			put_string(str_cstr(line));
			if (strcmp(what, "path") == 0)
				put_found(&page, &arena, str_cstr(argv[2]));
			else if (strcmp(what, "select") == 0)
				put_selectors(&page, &arena, selectors);
			else
				put_xml(&page, &arena);
			puts("}");
			arena_free(&arena);
		}
		free((char *) bytes.data);
	}
	if (timed)
		printf("%d pages: %.3f ms a page as XML, %.3f ms libxml2's parse and dump, ratio %.3f\n",
			   count, own / count, other / count, own / other);
	return 0;
}
