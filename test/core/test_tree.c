/*
 * test_tree.c
 *	  page_parse: the tree as an S-expression, what the head declares, and the bounds on hostile pages.
 */
#include "tap.h"

#include <stdio.h>

#include "html/page.h"
#include "html/scanner.h"

static const PageOptions no_options;

static Page
parsed(Str source)
{
	Page page;

	page_parse(&page, &tap_arena, source, &no_options);
	return page;
}

static void
write_node(const Page *page, uint32_t i, StrBuf *out)
{
	const Node *node = &page->nodes[i];

	if (out->len > 0 && out->data[out->len - 1] != '(')
		strbuf_add_char(out, ' ');
	if (node->tag == TAG_text)
	{
		strbuf_add_char(out, '"');
		strbuf_add(out, node_str(node));
		strbuf_add_char(out, '"');
		return;
	}
	strbuf_add_char(out, '(');
	strbuf_add(out, str_cstr(tag_info[node->tag].name));
	for (uint32_t child = i + 1; child < node->end; child = page->nodes[child].end)
		write_node(page, child, out);
	strbuf_add_char(out, ')');
}

static Str
tree(const char *source)
{
	Page page = parsed(str_cstr(source));
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t child = 1; child < page.nnodes; child = page.nodes[child].end)
		write_node(&page, child, &out);
	return strbuf_str(&out);
}

static void
test_structure(void)
{
	static const char *const cases[][2] = {
		{"<p>un<p>deux", "(p \"un\") (p \"deux\")"},
		{"<p>un<b>gras</b>ni", "(p \"un\" (b \"gras\") \"ni\")"},
		{"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
		 "(ul (li \"a\") (li \"b\" (ul (li \"c\"))) (li \"d\"))"},
		{"<p>a<section>b</section>c", "(p \"a\") (section \"b\") \"c\""},
		{"<p><i>a<div>b</div>", "(p (i \"a\")) (div \"b\")"},
		{"<h2><p>a</p></h2>", "(h2 (p \"a\"))"},
		{"<h2>a</h3>b", "(h2 \"a\") \"b\""},
		{"<table><tr><td>a<td>b<tr><th>c</table>",
		 "(table (tr (td \"a\") (td \"b\")) (tr (th \"c\")))"},
		{"<div><table><tr><td>a</div>b</table>c</div>",
		 "(div (table (tr (td \"a\" \"b\"))) \"c\")"},
		{"<table><td>a<tr><td>b<tbody><tr><td>c</table>",
		 "(table (td \"a\") (tr (td \"b\")) (tbody (tr (td \"c\"))))"},
		{"<a href=1><table><tr><td>b</table></a>c", "(a (table (tr (td \"b\")))) \"c\""},
		{"<dl><dt><dl><dd>a</dl></dl>", "(dl (dt (dl (dd \"a\"))))"},
		{"<dl><dt>a<dd>b<dt>c</dl>", "(dl (dt \"a\") (dd \"b\") (dt \"c\"))"},
		{"a<br>b</br>c<wbr>d<hr>e", "\"a\" (br) \"b\" \"c\" (wbr) \"d\" (hr) \"e\""},
		{"<div>a</span></p></b>b</div>", "(div \"a\" \"b\")"},
		{"</div></div><p>a", "(p \"a\")"},
		{"<b>a<div>b</b>c</div>d", "(b \"a\" (div \"b\" \"c\") \"d\")"},
		{"<a href=1>a<a href=2>b</a>", "(a \"a\") (a \"b\")"},
		{"<html><body><p>a</body></html><p>b", "(p \"a\") (p \"b\")"},
		{"<my-card><p>a</p></my-card>b", "(custom (p \"a\")) \"b\""},
		{"<select><option>a<option>b</select>", "(select (option \"a\") (option \"b\"))"},
		{"<template><p>a</template>b", "(template (p \"a\")) \"b\""},
		{"<article><header><h1>a</h1></header><p>b</article>",
		 "(article (header (h1 \"a\")) (p \"b\"))"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		tap_equal_text(tree(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

static void
test_tokens(void)
{
	static const char *const cases[][2] = {
		{"a<!-- <p>no --><b>c</b>", "\"a\" (b \"c\")"},
		{"a<!--[if IE]><p>no<![endif]-->b", "\"a\" \"b\""},
		{"<![if !IE]><p>a</p><![endif]>", "(p \"a\")"},
		{"<!-->a", "\"a\""},
		{"a<!-- never closed > b", "\"a\" \" b\""},
		{"<?xml version='1.0'?><!DOCTYPE html><p>a", "(p \"a\")"},
		{"<p>x<![CDATA[a]]>", "(p \"x\" \"a]]>\")"},
		{"<script>if (a<b) '<p>no</p>'</script>a", "\"a\""},
		{"<style>p > a {}</style>a", "\"a\""},
		{"a < b << c", "\"a < b << c\""},
		{"a<3 et <p>b", "\"a<3 et \" (p \"b\")"},
		{"<p title='a > b'>c", "(p \"c\")"},
		{"<p title=\"never closed>b<i>c</i>", "(p \"b\" (i \"c\"))"},
		{"<svg><title>no</title><path d='1'/></svg>a", "(svg) \"a\""},
		{"<svg>never closed <p>a", "(svg) \"never closed \" (p \"a\")"},
		{"<textarea><p>no</textarea>a", "(textarea) \"a\""},
		{"<iframe><p>no</iframe>a", "(iframe) \"a\""},
		{"&eacute;&#233;&#xE9;&#146;&amp;lt;", "\"\xC3\xA9\xC3\xA9\xC3\xA9\xE2\x80\x99&lt;\""},
		{"<P CLASS=x>A</P>", "(p \"A\")"},
		{"<p", "(p)"},
		{"a<", "\"a<\""},
		{"", ""},
		{" \n ", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		tap_equal_text(tree(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

static void
test_head(void)
{
	Page page = parsed(STR(
		"<html lang=fr-CA itemtype=http://schema.org/NewsArticle><head><title> Un &amp; deux\n"
		"</title><title>trois</title><base href=/x/><meta name=author content='L&#39;auteur'>"
		"<meta property=og:title itemprop=headline content=T><meta charset=utf-8>"
		"<link rel=canonical href=' /a '><script type='application/ld+json' id=k>{\"a\":1}</script>"
		"<script src=x.js></script><script>no</script><body class='post single'>corps"));

	tap_equal(page.title, " Un & deux\n", "the first title, decoded");
	tap_equal(page.base, "/x/", "base");
	tap_equal(page.html_lang, "fr-CA", "language");
	tap_equal(page.html_itemtype, "http://schema.org/NewsArticle", "item type");
	tap_equal(page.body_class, "post single", "class of the body");
	tap_equal_int(page.nmetas, 3, "one entry for each name, property and itemprop");
	tap_equal(page.metas[0].content, "L'auteur", "content is decoded");
	tap_equal(page.links[0].href, "/a", "link, trimmed");
	tap_equal_int(page.nscripts, 2, "scripts, but for empty ones");
	tap_equal(page.scripts[0].text, "{\"a\":1}", "JSON-LD as written");
	tap_ok(page.scripts[0].linked_data, "is linked data");
	tap_ok(!page.scripts[1].linked_data, "a program is not");
}

static void
test_attributes(void)
{
	Page page =
		parsed(STR("<div CLASS=\"a  b\" id=x onclick=no hidden><p style='DISPLAY: none'>a</p>"
				   "<a href='?a=1&copy=2&amp;b=3'>b</a></div><p>c</p>"));

	tap_equal(page_attr(&page, 1, ATTR_class), "a  b", "name of any case");
	tap_ok(page_attr(&page, 1, ATTR_title).data == NULL, "none is none");
	tap_equal(page_attr(&page, 4, ATTR_href), "?a=1&copy=2&b=3", "references in attributes");
	tap_ok(page.nodes[2].flags & NODE_HIDDEN, "hidden by its parent");
	tap_ok(!(page.nodes[page.nnodes - 1].flags & NODE_HIDDEN), "not hidden");
	tap_equal(page_text(&page, &tap_arena, 1), "a b", "text of an element");
	tap_equal(page_text_limited(&page, &tap_arena, 1, 100), "a b", "… where it is short");
	tap_ok(page_text_limited(&page, &tap_arena, 1, 1).data == NULL, "… and where it is not");
	tap_equal_int(page_ancestor(&page, 5, TAG_div), 1, "ancestor");
}

/* A page of n times the same piece. */
static Str
repeated(const char *piece, size_t n)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	while (n-- > 0)
		strbuf_add(&buf, str_cstr(piece));
	return strbuf_str(&buf);
}

static void
test_bounds(void)
{
	Page page = parsed(repeated("<div>", 100000));
	Str many;

	tap_ok(page.truncated && page.nnodes == SCAN_MAX_DEPTH + 1, "depth is bounded");
	page = parsed(str_concat(&tap_arena, repeated("<div>a", 1000), repeated("</div>", 1000)));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 1999, "… and no text is lost");
	page = parsed(repeated("<p>a", 100000));
	tap_ok(page.truncated, "a page of tiny elements is not kept whole");
	tap_ok(page.nnodes <= SCAN_FREE_NODES + 400000 / SCAN_BYTES_A_NODE,
		   "nodes are bounded by the size of the page");
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 2 * 100000 - 1, "and every word is kept");
	page = parsed(repeated("<p>a</p>b", 50000));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 2 * 100000 - 1,
				  "… apart from the next one, also where a block ends between them");
	page = parsed(repeated("<i>a</i>b ", 50000));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 3 * 50000 - 1,
				  "… and in one piece, where inline markup stands in it");
	page = parsed(str_concat(&tap_arena, repeated("<hr>", 10000),
							 STR("<h1>Le phare</h1> de <i>la</i> pointe")));
	tap_equal(page_text(&page, &tap_arena, 0), "Le phare de la pointe",
			  "elements leave room for a text");
	page = parsed(
		str_concat(&tap_arena, repeated("<p>a", 50000),
				   str_concat(&tap_arena,
							  str_concat(&tap_arena, STR("</p><!--"),
										 repeated(" ", 3 * SCAN_BYTES_A_NODE)),
							  STR("--><h2>Fin</h2>"))));
	tap_equal(page_text(&page, &tap_arena, page.nnodes - 2), "Fin",
			  "what follows a flood is read again");
	many = str_concat(&tap_arena, STR("<p "), repeated("class=a ", 100000));
	page = parsed(str_concat(&tap_arena, many, STR(">b")));
	tap_equal_int(page.nattrs, SCAN_MAX_ATTRS, "attributes of a tag are bounded");
	many = str_concat(&tap_arena, STR("<p title='"), repeated("x", SCAN_MAX_VALUE + 1));
	page = parsed(str_concat(&tap_arena, many, STR("'>b")));
	tap_ok(page.nattrs == 0 && page.nnodes == 3, "an attribute's length is bounded");
	page = parsed(repeated("<p><i>a</b></div></p></i>", 2000));
	tap_equal_int(page.nnodes, 6001, "unmatched end tags cost nothing");
	for (int i = 0; i < 3; i++)
	{
		static const char *const floods[] = {"<!--", "<a title=\"", "<svg><title>"};

		page = parsed(repeated(floods[i], 200000));
		tap_ok(page.nnodes > 0, floods[i]);
	}
}

static bool
at_once(void *context)
{
	(void) context;
	return true;
}

static void
test_interrupt(void)
{
	PageOptions options = {at_once, NULL};
	Page page;

	tap_equal_int(page_parse(&page, &tap_arena, repeated("<p>a", 10000), &options),
				  PAGE_INTERRUPTED, "an interrupt ends the parse");
	tap_equal_int(page_parse(&page, &tap_arena, repeated("<!-- -->", 10000), &options),
				  PAGE_INTERRUPTED, "… of a page without a node, too");
}

void
test_tree(void)
{
	test_structure();
	test_tokens();
	test_head();
	test_attributes();
	test_bounds();
	test_interrupt();
}
