/*
 * test_xml.c
 *	  src/xml: pages as documents, and paths on them.
 */
#include "tap.h"

#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

#include "base/array.h"
#include "xml/xml_document.h"

static const XmlLimits no_limits;

static Page *
whole(const char *source)
{
	static const PageOptions options = {.whole = true};
	Page *page = arena_new(&tap_arena, Page);

	page_parse(page, &tap_arena, str_cstr(source), &options);
	return page;
}

static const char *const status_names[] = {"",			"invalid",	 "too long",   "too complex",
										   "too large", "no memory", "interrupted"};

static void
describe(const XmlItem *item, StrBuf *out)
{
	if (out->len > 0)
		strbuf_add(out, STR(" | "));
	if (item->kind == XML_ITEM_DOCUMENT)
		strbuf_add(out, STR("document"));
	if (item->kind == XML_ITEM_ATTRIBUTE)
		strbuf_add_char(out, '@');
	if (item->name.data != NULL)
		strbuf_add(out, item->name);
	if (item->value.data != NULL)
	{
		strbuf_add_char(out, '=');
		strbuf_add(out, item->value);
	}
	if (item->node == PAGE_NONE)
		strbuf_add_char(out, '*');
}

/* The result of a path on a page as text. */
static Str
found(const char *source, const char *path_text)
{
	Str text = str_cstr(path_text);
	XmlPath *path;
	XmlResult result;
	XmlError error;
	StrBuf out;
	char number[32];
	XmlStatus status = xml_path_compile(&path, text, &no_limits, &error);

	strbuf_init(&out, &tap_arena);
	if (status == XML_STATUS_OK)
		status = xml_path_evaluate(path, xml_document_build(&tap_arena, whole(source), &text, 1),
								   NULL, &no_limits, &tap_arena, &result, &error);
	xml_path_free(path);
	if (status != XML_STATUS_OK)
		return str_cstr(status_names[status]);
	switch (result.kind)
	{
		case XML_RESULT_ITEMS:
			for (uint32_t i = 0; i < result.count; i++)
				describe(&result.items[i], &out);
			break;
		case XML_RESULT_STRING:
			return result.string;
		case XML_RESULT_NUMBER:
			snprintf(number, sizeof(number), "%g", result.number);
			return str_copy(&tap_arena, str_cstr(number));
		case XML_RESULT_BOOLEAN:
			return result.boolean ? STR("true") : STR("false");
	}
	return strbuf_str(&out);
}

static void
test_paths(void)
{
	static const struct
	{
		const char *page;
		const char *path;
		const char *expected;
	} cases[] = {
		{"<h1>Un <b>titre</b></h1><p class=x>deux", "//h1", "h1"},
		{"<h1>Un <b>titre</b></h1><p class=x>deux", "string(//h1)", "Un titre"},
		{"<h1>Un <b>titre</b></h1><p class=x>deux", "//*[@class='x']/text()", "=deux"},
		{"<p>a</p><p>b", "count(//p)", "2"},
		{"<p>a</p><p>b", "//p[2] or //p[3]", "true"},
		{"<title>T &amp; t</title><p>a", "//title/text()", "=T & t*"},
		{"<title>T</title><p>a", "//p/preceding::*", "head* | title*"},
		{"<p>a", "/html/body/p", "p"},
		{"<p>a", "/*", "html*"},
		{"<p>a", "/", "document*"},
		{"<META NAME=author CONTENT='Anne'>", "//meta[@name='author']/@content", "@content=Anne*"},
		{"<p data-x='1' data-y=2 DATA-X=3>a", "//p/@*", "@data-x=1 | @data-y=2"},
		{"<x-y a=1>b</x-y>", "//x-y/@a", "@a=1"},
		{"<table><tr><td>a<td>b</table>", "//table/tbody/tr/td[2]/text()", "=b"},
		{"<svg viewbox='0 0 1 1'><g><path d=x /></g></svg>", "//svg[@viewBox]/g/path/@d", "@d=x*"},
		{"<svg><linearGradient/></svg>", "//linearGradient", "linearGradient*"},
		{"<html lang=fr><html class=a><body class=b>", "/html/@*", "@lang=fr* | @class=a*"},
		{"<html lang=fr><p xml:lang=en>a", "//@xml:lang", "@lang=en"},
		{"<script type=x>a<b>c</b></script>", "//script[@type='x']/text()", "=a<b>c</b>*"},
		{"<p id=a>x<p id=b>y", "id('b')/text()", "=y"},
		{"<p id=a>x<p id='id(x)'>y", "//p[@id = 'id(x)' or . = id ('a')]/text()", "=x | =y"},
		{"<p>a<!-- c -->b", "//comment()", ""},
		{"<p>a<!-- c -->b", "//p/text()", "=ab"},
		{"<p>a <i>b</i> <i>c</i>", "string(//p)", "a b c"},
		{"<p><a class=x>u</a> <b class=x>v</b> w", "//b[@class = 'x']", "b"},
		{"<p class='' id=''>a", "//p[@id = 'x' or @id = '']", "p"},
		{"<p class=x id=x title=x>a", "//p[@title = 'y' or @title = @id]/@title", "@title=x"},
		{"<p>", "//p[", "invalid"},
		{"<p>", "//p[@a='x]", "invalid"},
		{"<p>", "//p[nofunc()]", "invalid"},
		{"<p>", "//q[nofunc()]", "invalid"},
		{"<p>", "//q[contains(., 'x', 1)]", "invalid"},
		{"<p>a", "string(//p[not (concat(., \"(\", 'b,') = '')]) or a or (b)", "true"},
		{"<p>", "//a:p", "invalid"},
		{"<p>", "$x", "invalid"},
		{"<p>", "document('/etc/passwd')", "invalid"},
		{"<p>", "", "invalid"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(found(cases[i].page, cases[i].path), str_cstr(cases[i].expected),
					   cases[i].path);
}

static void
test_limits(void)
{
	XmlLimits limits = {.operations = 1000};
	XmlPath *path;
	XmlResult result;
	XmlError error;
	StrBuf page;
	XmlDocument *document;

	strbuf_init(&page, &tap_arena);
	for (int i = 0; i < 1000; i++)
		strbuf_add(&page, STR("<p>un<p>deux"));
	strbuf_add_char(&page, '\0');
	document = xml_document_build(&tap_arena, whole(page.data), NULL, 0);
	tap_ok(xml_path_compile(&path, STR("a|"), &no_limits, &error) == XML_STATUS_INVALID &&
			   error.position == 2,
		   "the place of an error is in the path, or at its end");
	tap_ok(xml_path_compile(&path, STR("//*[//*[//*]]"), &no_limits, &error) == XML_STATUS_OK,
		   "a hostile path compiles");
	tap_ok(xml_path_evaluate(path, document, NULL, &limits, &tap_arena, &result, &error) ==
			   XML_STATUS_TOO_COMPLEX,
		   "and ends at the limit of operations");
	xml_path_free(path);
	xml_path_compile(&path, STR("//p/text()"), &no_limits, &error);
	limits = (XmlLimits){.memory = 4096};
	tap_ok(xml_path_evaluate(path, document, NULL, &limits, &tap_arena, &result, &error) ==
			   XML_STATUS_TOO_LARGE,
		   "memory is limited");
	tap_ok(xml_path_evaluate(path, document, NULL, &no_limits, &tap_arena, &result, &error) ==
				   XML_STATUS_OK &&
			   result.count == 2000,
		   "the same path and document work afterwards");
	xml_path_free(path);
}

static void
on_alarm(int number)
{
	(void) number;
	xml_path_interrupt();
}

/* libxml2 compares for a minute here, without an allocation in which it could be asked to end. */
static void
test_interrupt(void)
{
	const struct itimerval soon = {.it_value = {.tv_usec = 50000}};
	XmlPath *path;
	XmlResult result;
	XmlError error;
	StrBuf page;
	XmlDocument *document;
	struct sigaction before;
	struct sigaction ours = {.sa_handler = on_alarm};

	strbuf_init(&page, &tap_arena);
	for (int i = 0; i < 200000; i++)
		strbuf_add(&page, STR("<p>un texte de quelques mots qui passe ici<p>deux"));
	strbuf_add_char(&page, '\0');
	document = xml_document_build(&tap_arena, whole(page.data), NULL, 0);
	xml_path_compile(&path, STR("//*|//text()|//*|//text()|//*"), &no_limits, &error);
	sigaction(SIGALRM, &ours, &before);
	setitimer(ITIMER_REAL, &soon, NULL);
	tap_ok(xml_path_evaluate(path, document, NULL, &no_limits, &tap_arena, &result, &error) ==
			   XML_STATUS_INTERRUPTED,
		   "a signal ends an evaluation anywhere");
	sigaction(SIGALRM, &before, NULL);
	xml_path_free(path);
	xml_path_compile(&path, STR("count(//p)"), &no_limits, &error);
	tap_ok(xml_path_evaluate(path, document, NULL, &no_limits, &tap_arena, &result, &error) ==
				   XML_STATUS_OK &&
			   result.number > 1000,
		   "and the next one works");
	xml_path_free(path);
}

void
test_xml(void)
{
	test_paths();
	test_limits();
	test_interrupt();
}
