/*
 * test_tree.c
 *	  page_parse: the tree as an S-expression, the declarations of the head, and the limits for
 *	  hostile pages.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
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
		{"a<br>b</br>c<wbr>d<hr>e", "\"a\" (br) \"b\" (br) \"c\" (wbr) \"d\" (hr) \"e\""},
		{"<div>a</span></b>b</div>", "(div \"a\" \"b\")"},
		{"<div>a</p>b</div></p><p>c", "(div \"a\" (p) \"b\") (p \"c\")"},
		{"<p>a<table><td>b</p>c", "(p \"a\") (table (td \"b\" (p) \"c\"))"},
		{"<p>a<button><p>b</button>c", "(p \"a\" (button (p \"b\")) \"c\")"},
		{"</div></div><p>a", "(p \"a\")"},
		{"<b>a<div>b</b>c</div>d", "(b \"a\" (div \"b\" \"c\") \"d\")"},
		{"<a href=1>a<a href=2>b</a>", "(a \"a\") (a \"b\")"},
		{"<html><body><p>a</body></html><p>b", "(p \"a\") (p \"b\")"},
		{"<my-card><p>a</p></my-card>b", "(custom (p \"a\")) \"b\""},
		{"<select><option>a<option>b</select>", "(select (option \"a\") (option \"b\"))"},
		{"<template><p>a</template>b", "(template (p \"a\")) \"b\""},
		{"<template><table><tr><td>a</template>b", "(template (table (tr (td \"a\")))) \"b\""},
		{"<table><td>a<template></td></table>b</template>c",
		 "(table (td \"a\" (template \"b\") \"c\"))"},
		{"<p>a<noscript><div></p><table><td>b</noscript>c",
		 "(p \"a\" (noscript (div (table (td \"b\")))) \"c\")"},
		{"<div>a<noscript></div><p>b</noscript>c</div>d",
		 "(div \"a\" (noscript (p \"b\")) \"c\") \"d\""},
		{"<noscript>a</noscript>b<noscript>c<p>d", "(noscript \"a\") \"b\" \"c\" (p \"d\")"},
		{"<select><option>a<optgroup><option>b<optgroup><option>c</select>d",
		 "(select (option \"a\") (optgroup (option \"b\")) (optgroup (option \"c\"))) \"d\""},
		{"<select><option>a<select>b<p>c", "(select (option \"a\")) \"b\" (p \"c\")"},
		{"<select><option>a<input>b", "(select (option \"a\")) (input) \"b\""},
		{"<table><tr><td><select><option>a<tr><td>b</table>",
		 "(table (tr (td (select (option \"a\")))) (tr (td \"b\")))"},
		{"<table><tr><div>a<td>b<tr><td>c</table>",
		 "(div \"a\") (table (tr (td \"b\")) (tr (td \"c\")))"},
		{"<p>a<table>b<tr>c<td>d<table><i>e</i><td>f</table></tr>g</table>h",
		 "(p \"a\") \"b\" \"c\" \"g\" (table (tr (td \"d\" (i \"e\") (table (td \"f\"))))) \"h\""},
		{"<table><tr><table><td>a</table>b</table>c",
		 "(table (td \"a\")) \"b\" (table (tr)) \"c\""},
		{"<tr>a<td>b", "(tr \"a\" (td \"b\"))"},
		{"<table> <caption>a</caption> <input> <tr> <td>b</table>",
		 "(table (caption \"a\") (input) (tr (td \"b\")))"},
		{"<ruby>a<rt>b<rb>c<rt>d</ruby>e", "(ruby \"a\" (rt \"b\") (rb \"c\") (rt \"d\")) \"e\""},
		{"<ruby>a<rp>(<rt>b<rp>)<rtc>c<rt>d<rtc>e</ruby>",
		 "(ruby \"a\" (rp \"(\") (rt \"b\") (rp \")\") (rtc \"c\" (rt \"d\")) (rtc \"e\"))"},
		{"<image src=a>b", "(img) \"b\""},
		{"<article><header><h1>a</h1></header><p>b</article>",
		 "(article (header (h1 \"a\")) (p \"b\"))"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
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
		{"a<!--->b<!-- > --!>c<!--!>d-->e", "\"a\" \"b\" \"c\" \"e\""},
		{"<?xml version='1.0'?><!DOCTYPE html><p>a", "(p \"a\")"},
		{"<p>a<![CDATA[b]]>c", "(p \"a\" \"c\")"},
		{"<![CDATA[<p>a</p>\n<p>b > c]]></p>d", "(p \"a\") (p \"b > c\") \"d\""},
		{"<dc:creator><![CDATA[a]]></dc:creator>b", "(custom \"a\") \"b\""},
		{"<math><![CDATA[a]]></math><![CDATA[never closed", "(math \"a\") \"never closed\""},
		{"<xmp>a <b> &amp; </xmp>b", "(pre \"a <b> &amp; \") \"b\""},
		{"<xmp>never closed <b>a", "(pre \"never closed \" (b \"a\"))"},
		{"<listing>a <b>b</b></listing>c", "(pre \"a \" (b \"b\")) \"c\""},
		{"<p>a<plaintext>b</plaintext><p>&amp;", "(p \"a\") (pre \"b</plaintext><p>&amp;\")"},
		{"<noembed>no<b></noembed>a<noembed>b", "\"a\" \"b\""},
		{"<script>if (a<b) '<p>no</p>'</script>a", "\"a\""},
		{"<style>p > a {}</style>a", "\"a\""},
		{"<style>a</styles>b</style>c", "\"c\""},
		{"<script><!-- w(\"<script src=a></script>\"); v = '<p>no'; --></script>a", "\"a\""},
		{"<script><!-- w(\"<SCRIPT/>\"); </script\n> <b>no</b> </script>a", "\"a\""},
		{"<script><!-- never closed </script>a", "\"a\""},
		{"<script><!--><script></script>a", "\"a\""},
		{"<script><!-- w('<scripts>') </script>a", "\"a\""},
		{"a < b << c", "\"a < b << c\""},
		{"a<3 et <p>b", "\"a<3 et \" (p \"b\")"},
		{"<p title='a > b'>c", "(p \"c\")"},
		{"<p title=\"never closed>b<i>c</i>", "(p \"b\" (i \"c\"))"},
		{"<svg><title>no</title><path d='1'/></svg>a", "(svg) \"a\""},
		{"<svg>never shown <p>a", "(svg) (p \"a\")"},
		{"<svg/>a<svg><svg><g>no</g></svg>no</svg>b", "(svg) \"a\" (svg (svg)) \"b\""},
		{"<svg><!-- <a><svg></svg></a> --></svg>a", "(svg) \"a\""},
		{"<svg><path><p>a</p><svg>no</svg>b", "(svg) (p \"a\") (svg) \"b\""},
		{"<div><svg><path></div>a", "(div (svg)) \"a\""},
		{"<a><svg><a><path></a></svg>a</a>b<a><svg></a>c", "(a (svg) \"a\") \"b\" (a (svg)) \"c\""},
		{"<svg><desc>no <b>no</b></desc><p>a", "(svg) (p \"a\")"},
		{"<svg><text>a <tspan>b</tspan> &lt; c</text><text>d</text>no</svg>",
		 "(svg (custom \"a \" \"b\" \" < c\") (custom \"d\"))"},
		{"<svg><![CDATA[</svg>no]]></svg>a<svg><text><![CDATA[<b>]]></text>",
		 "(svg) \"a\" (svg (custom \"<b>\"))"},
		{"<svg><![CDATA[never closed</svg>a", "(svg) \"a\""},
		{"<svg><foreignObject><p>a<table><td>b</foreignObject><g>no</g></svg>c",
		 "(svg (foreignobject (p \"a\") (table (td \"b\")))) \"c\""},
		{"<svg><foreignObject></div>a</svg>b", "(svg (foreignobject \"a\")) \"b\""},
		{"<textarea><p>no</textarea>a", "(textarea) \"a\""},
		{"<iframe><p>no</iframe>a", "(iframe) \"a\""},
		{"&eacute;&#233;&#xE9;&#146;&amp;lt;", "\"\xC3\xA9\xC3\xA9\xC3\xA9\xE2\x80\x99&lt;\""},
		{"<P CLASS=x>A</P>", "(p \"A\")"},
		{"<p", "(p)"},
		{"a<", "\"a<\""},
		{"a</", "\"a</\""},
		{"a</>b</ c>d</1>e", "\"a\" \"b\" \"d\" \"e\""},
		{"", ""},
		{" \n ", ""},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
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
	tap_equal_int(page.nscripts, 2, "scripts, except empty ones");
	tap_equal(page.scripts[0].text, "{\"a\":1}", "JSON-LD as written");
	tap_ok(page.scripts[0].linked_data, "is linked data");
	tap_ok(!page.scripts[1].linked_data, "JavaScript is not");
}

static void
test_misplaced(void)
{
	Page page = parsed(STR("<p>a<table hidden><meta name=x content=1><tr><td>b</td></tr><p>c"
						   "<meta name=y content=2><b>d</b></p></table><meta name=z content=3>"));

	tap_equal(page_text(&page, &tap_arena, 0), "a cd b",
			  "text between cells moves before the table");
	tap_equal_int(page.metas[0].node, 8, "entries of the head move with it");
	tap_equal_int(page.metas[1].node, 8, "… and stays in order");
	tap_equal_int(page.metas[2].node, page.nnodes, "… to the end");
	tap_ok(page.nodes[3].tag == TAG_p && page.nodes[3].depth == 1 && page.nodes[5].depth == 2,
		   "its depth is that of its new position");
}

static void
test_attributes(void)
{
	Page page =
		parsed(STR("<div CLASS=\"a  b\" id=x onclick=no hidden><p style='DISPLAY: none'>a</p>"
				   "<a href='?a=1&copy=2&amp;b=3'>b</a></div><p>c</p>"));

	tap_equal(page_attr(&page, 1, ATTR_class), "a  b", "an attribute by its name in any case");
	tap_ok(page_attr(&page, 1, ATTR_title).data == NULL, "a missing attribute has no value");
	tap_equal(page_attr(&page, 4, ATTR_href), "?a=1&copy=2&b=3", "references in attributes");
	tap_ok(page.nodes[2].flags & NODE_HIDDEN, "hidden by its parent");
	tap_ok(!(page.nodes[page.nnodes - 1].flags & NODE_HIDDEN), "not hidden");
	tap_equal(page_text(&page, &tap_arena, 1), "a b", "text of an element");
	tap_equal(page_text_limited(&page, &tap_arena, 1, 100), "a b", "… if it is short");
	tap_ok(page_text_limited(&page, &tap_arena, 1, 1).data == NULL, "… and if it is not");
	tap_equal_int(page_ancestor(&page, 5, TAG_div), 1, "ancestor");
}

/* A page of n copies of the same piece. */
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
	/* Pages that would take hours if time were not linear. */
	static const char *const floods[][2] = {
		{"<!--", ""},
		{"<a title=\"", ""},
		{"<svg><title>", ""},
		{"<svg><title>", "</svg>"},
		{"<svg><![CDATA[", "]]>"},
		{"<svg><text>", ""},
		{"<svg><foreignObject>", "</svg>"},
		{"<![CDATA[", ""},
		{"<![CDATA[", ">"},
		{"<noscript>", ""},
		{"<noscript>", "</noscript>"},
		{"<script><!--</script>", "--><script>"},
		{"<script><!--<script></script>", ""},
		{"<xmp>", ""},
		{"<xmp></xmp>", "</xmp>"},
		{"<noembed>", ""},
		{"<table>a", ""},
		{"<table><td>", "</table>"},
		{"<table><tr>a<td>", "</table>"},
		{"<select>", "</select>"},
		{"<ruby><rt>", ""},
		{"a</p>", ""},
	};
	Page page = parsed(repeated("<div>", 100000));
	Str many;

	tap_ok(page.truncated && page.nnodes == SCAN_MAX_DEPTH + 1, "depth is bounded");
	page = parsed(str_concat(&tap_arena, repeated("<div>a", 1000), repeated("</div>", 1000)));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 1999, "… and no text is lost");
	page = parsed(repeated("<p>a", 100000));
	tap_ok(page.truncated, "a page of tiny elements is not kept whole");
	tap_ok(page.nnodes <= SCAN_FREE_NODES + 400000 / SCAN_BYTES_A_NODE,
		   "the number of nodes is bounded by the size of the page");
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 2 * 100000 - 1, "and every word is kept");
	page = parsed(repeated("<p>a</p>b", 50000));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 2 * 100000 - 1,
				  "… separate from the next one, also if a block ends between them");
	page = parsed(repeated("<i>a</i>b ", 50000));
	tap_equal_int(page_text(&page, &tap_arena, 0).len, 3 * 50000 - 1,
				  "… and in one piece, if it contains inline markup");
	page = parsed(str_concat(&tap_arena, repeated("<hr>", 10000),
							 STR("<h1>Le phare</h1> de <i>la</i> pointe")));
	tap_equal(page_text(&page, &tap_arena, 0), "Le phare de la pointe",
			  "elements leave budget for a text");
	page = parsed(str_concat(
		&tap_arena, repeated("<p>a", 50000),
		str_concat(&tap_arena,
				   str_concat(&tap_arena, STR("</p><!--"), repeated(" ", 3 * SCAN_BYTES_A_NODE)),
				   STR("--><h2>Fin</h2>"))));
	tap_equal(page_text(&page, &tap_arena, page.nnodes - 2), "Fin",
			  "what follows a flood is read again");
	many = str_concat(&tap_arena, STR("<p "), repeated("class=a ", 100000));
	page = parsed(str_concat(&tap_arena, many, STR(">b")));
	tap_equal_int(page.nattrs, SCAN_MAX_ATTRS, "the number of attributes is bounded");
	many = str_concat(&tap_arena, STR("<p title='"), repeated("x", SCAN_MAX_VALUE + 1));
	page = parsed(str_concat(&tap_arena, many, STR("'>b")));
	tap_ok(page.nattrs == 0 && page.nnodes == 3, "an attribute's length is bounded");
	page = parsed(repeated("<p><i>a</b></div></p></i>", 2000));
	tap_equal_int(page.nnodes, 6001, "unmatched end tags cost nothing");
	for (size_t i = 0; i < lengthof(floods); i++)
	{
		page =
			parsed(str_concat(&tap_arena, repeated(floods[i][0], 200000), str_cstr(floods[i][1])));
		tap_ok(page.nnodes > 0, floods[i][0]);
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
	PageOptions options = {.interrupted = at_once};
	Page page;

	tap_equal_int(page_parse(&page, &tap_arena, repeated("<p>a", 10000), &options),
				  PAGE_INTERRUPTED, "an interrupt ends the parse");
	tap_equal_int(page_parse(&page, &tap_arena, repeated("<!-- -->", 10000), &options),
				  PAGE_INTERRUPTED, "… also of a page without nodes");
}

void
test_tree(void)
{
	test_structure();
	test_tokens();
	test_head();
	test_misplaced();
	test_attributes();
	test_bounds();
	test_interrupt();
}
