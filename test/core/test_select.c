/*
 * test_select.c
 *	  src/xml: CSS selectors. Each page is small; what is found is listed by ids or names.
 */
#include "tap.h"

#include "base/array.h"
#include "xml/xml_select.h"
#include "xml/xml_write.h"

static const XmlWriting nothing;

static Page *
whole(const char *source)
{
	static const PageOptions options = {.whole = true};
	Page *page = arena_new(&tap_arena, Page);

	page_parse(page, &tap_arena, str_cstr(source), &options);
	return page;
}

/* The id, else the name, of each element found; or the error with its position. */
static Str
selected(const char *source, const char *text)
{
	XmlError error;
	XmlSelector *selector = xml_select_compile(&tap_arena, str_cstr(text), &error);
	Page *page = whole(source);
	XmlDocument *document = xml_document_build(&tap_arena, page, NULL, 0);
	XmlItem *items;
	uint32_t count;
	StrBuf out;

	if (selector == NULL)
		return str_cstr(error.message);
	strbuf_init(&out, &tap_arena);
	items = xml_select(selector, document, &tap_arena, &count);
	for (uint32_t i = 0; i < count; i++)
	{
		Str name = items[i].name;
		uint32_t nattrs;
		XmlAttrValue *attrs = xml_item_attrs(&items[i], page, &tap_arena, &nothing, &nattrs);

		for (uint32_t k = 0; k < nattrs; k++)
			if (str_equal(attrs[k].name, STR("id")))
				name = attrs[k].value;
		if (i > 0)
			strbuf_add_char(&out, ' ');
		strbuf_add(&out, name);
	}
	return strbuf_str(&out);
}

#define LIST                                                                                       \
	"<ul id=u><li id=a class='x y'>1<li id=b class=x>2<li id=c>3<li id=d class='y X'>4<li "        \
	"id=e>5</ul>"
#define MIX                                                                                        \
	"<div id=r><p id=p1>a<span id=s1>b</span><p id=p2><b id=b1>c</b><span id=s2></span><em "       \
	"id=e1>d</em></div><p id=p3>"
#define LINKS                                                                                      \
	"<a id=a href=/un/deux.html hreflang=fr-CA>x</a><a id=b name=n>y</a><a id=c "                  \
	"HREF='http://Site.example/' rel='NoFollow next'>z</a>"

static void
test_found(void)
{
	static const struct
	{
		const char *page;
		const char *selector;
		const char *expected;
	} cases[] = {
		{LIST, "li", "a b c d e"},
		{LIST, "LI", "a b c d e"},
		{LIST, ".x", "a b"},
		{LIST, "li.x.y", "a"},
		{LIST, "#c", "c"},
		{LIST, "*", "html head body u a b c d e"},
		{LIST, "ul > li", "a b c d e"},
		{LIST, "body > li", ""},
		{LIST, "#b + li", "c"},
		{LIST, "#b ~ li", "c d e"},
		{LIST, "li:first-child, li:last-child", "a e"},
		{LIST, "li:nth-child(2)", "b"},
		{LIST, "li:nth-child(odd)", "a c e"},
		{LIST, "li:nth-child(EVEN)", "b d"},
		{LIST, "li:nth-child( 3n - 1 )", "b e"},
		{LIST, "li:nth-child(-n+2)", "a b"},
		{LIST, "li:nth-child(n+4)", "d e"},
		{LIST, "li:nth-last-child(2)", "d"},
		{LIST, "li:nth-child(2 of .x)", "b"},
		{LIST, "li:nth-last-child(1 of .x, .y)", "d"},
		{LIST, "li:not(.x)", "c d e"},
		{LIST, "li:not(.x, #e)", "c d"},
		{LIST, "ul:has(> .y)", "u"},
		{LIST, "li:has(+ #d)", "c"},
		{LIST, "li:has(~ #d)", "a b c"},
		{LIST, ":is(#a, .none, #d)", "a d"},
		{LIST, ":where(ul, ol) > :is(.x)", "a b"},
		{LIST, ":is()", ""},
		{LIST, ":root", "html"},
		{MIX, "#r span", "s1 s2"},
		{MIX, "p > span", "s1 s2"},
		{MIX, "p span ~ em", "e1"},
		{MIX, "p:has(b + span)", "p2"},
		{MIX, "div:has(p b)", "r"},
		{MIX, "p:not(:has(b))", "p1 p3"},
		{MIX, "span:empty", "s2"},
		{MIX, ":empty", "head s2 p3"},
		{MIX, "p:only-child", ""},
		{MIX, "p > :only-child", "s1"},
		{MIX, "p > :only-of-type", "s1 b1 s2 e1"},
		{MIX, "p:first-of-type", "p1 p3"},
		{MIX, "p:last-of-type", "p2 p3"},
		{MIX, "#p2 > :nth-of-type(1)", "b1 s2 e1"},
		{MIX, "div/* c */p", "a combinator or the end of the selector is expected"},
		{MIX, "div /* c */ p", "p1 p2"},
		{LINKS, "[href]", "a c"},
		{LINKS, "[href$='.html']", "a"},
		{LINKS, "[HREF^=http]", "c"},
		{LINKS, "[href*='site']", ""},
		{LINKS, "[href*='site' i]", "c"},
		{LINKS, "[hreflang|=fr]", "a"},
		{LINKS, "[hreflang|=FR]", "a"},
		{LINKS, "[rel~=nofollow]", "c"},
		{LINKS, "[rel~=nofollow s]", ""},
		{LINKS, "a:any-link", "a c"},
		{LINKS, "a:not([href])", "b"},
		{LINKS, "[name=\"n\"]", "b"},
		{LINKS, "[href='']", ""},
		{"<p id=a class='1a'>x", ".\\31 a", "a"},
		{"<p id=a class='a:b'>x", ".a\\:b", "a"},
		{"<p id=a data-x='\"'>x", "[data-x='\"']", "a"},
		{"<svg id=s><linearGradient id=g /></svg>", "linearGradient", "g"},
		{"<table><tr><td id=a><td id=b></table>", "table > tbody > tr > td:nth-child(2)", "b"},
		{"<title id=t>x</title><meta id=m property=og:title content=a>",
		 "head > meta[property='og:title']", "m"},
		{LIST, "", "a selector is expected"},
		{LIST, "li >", "a selector is expected"},
		{LIST, "li,", "a selector is expected"},
		{LIST, "li[", "the name of an attribute is expected"},
		{LIST, "li[a=1]", "a value is expected, in quotes or a name"},
		{LIST, "li[a='1]", "a string has no closing quote"},
		{LIST, "li:hover", "there is no such pseudo-class for stored pages"},
		{LIST, "li::before", "pseudo-elements are not part of a page"},
		{LIST, "li:nth-child(x)", "a position such as 2, 2n+1, odd or even is expected"},
		{LIST, "li:not(", "a selector is expected"},
		{LIST, "li:not(.x", "\")\" is expected"},
		{LIST, "svg|a", "namespaces are not supported"},
		{LIST, "li)", "a combinator or the end of the selector is expected"},
		{LIST, "12", "a selector is expected"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(selected(cases[i].page, cases[i].selector), str_cstr(cases[i].expected),
					   cases[i].selector);
}

/* Selectors that take exponential time in a matcher that goes back: here time is linear. */
static void
test_hostile(void)
{
	StrBuf page;
	StrBuf selector;
	XmlError error;

	strbuf_init(&page, &tap_arena);
	for (int i = 0; i < 2000; i++)
		strbuf_add(&page, i % 4 < 3 ? STR("<div><b>x") : STR("</div><p>"));
	strbuf_add_char(&page, '\0');
	strbuf_init(&selector, &tap_arena);
	for (int i = 0; i < 20; i++)
		strbuf_add(&selector, STR("div:has(b) "));
	strbuf_add(&selector, STR("q"));
	strbuf_add_char(&selector, '\0');
	tap_equal(selected(page.data, selector.data), "", "many descendants, and nothing at their end");
	strbuf_init(&selector, &tap_arena);
	for (int i = 0; i < 200; i++)
		strbuf_add(&selector, STR("a,"));
	strbuf_add(&selector, STR("a"));
	tap_ok(xml_select_compile(&tap_arena, strbuf_str(&selector), &error) == NULL,
		   "a selector has a greatest length");
	strbuf_init(&selector, &tap_arena);
	for (int i = 0; i < 50; i++)
		strbuf_add(&selector, STR(":is("));
	tap_ok(xml_select_compile(&tap_arena, strbuf_str(&selector), &error) == NULL,
		   "and a greatest depth");
}

void
test_select(void)
{
	test_found();
	test_hostile();
}
