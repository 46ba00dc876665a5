/*
 * test_nesting.c
 *	  Compares with libxml2: the scanner nests elements as an independent parser does, whether end
 *	  tags are written or not. Only what HTML 4 knows and gets right can be compared: libxml2 closes
 *	  no <p> before a <section>, no <dd> before a <dd>, and it closes an <a> before a <table>.
 */
#include "tap.h"

#include <libxml/HTMLparser.h>

#include "base/array.h"
#include "html/page.h"

static bool
is_blank(Str text)
{
	return str_trim(text).len == 0;
}

static void
open_element(StrBuf *out, const char *name)
{
	strbuf_add_char(out, '(');
	strbuf_add(out, str_cstr(name));
}

static void
write_text(StrBuf *out, Str text)
{
	strbuf_add_char(out, ' ');
	strbuf_add(out, str_collapse(&tap_arena, text));
}

static void
write_ours(StrBuf *out, const Page *page, uint32_t i)
{
	const Node *node = &page->nodes[i];

	if (node->tag == TAG_text)
	{
		write_text(out, node_str(node));
		return;
	}
	open_element(out, tag_info[node->tag].name);
	for (uint32_t child = i + 1; child < node->end; child = page->nodes[child].end)
		write_ours(out, page, child);
	strbuf_add_char(out, ')');
}

static void
write_theirs(StrBuf *out, const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE && !is_blank(str_cstr((const char *) node->content)))
		write_text(out, str_cstr((const char *) node->content));
	if (node->type != XML_ELEMENT_NODE)
		return;
	open_element(out, (const char *) node->name);
	for (const xmlNode *child = node->children; child != NULL; child = child->next)
		write_theirs(out, child);
	strbuf_add_char(out, ')');
}

static Str
ours(Str source)
{
	const PageOptions options = {0};
	Page page;
	StrBuf out;

	page_parse(&page, &tap_arena, source, &options);
	strbuf_init(&out, &tap_arena);
	write_ours(&out, &page, 1);
	return strbuf_str(&out);
}

/* The first child of <body>: the element that contains the whole page. */
static Str
theirs(Str source)
{
	const int options =
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
	htmlDocPtr document = htmlReadMemory(source.data, (int) source.len, NULL, "UTF-8", options);
	const xmlNode *body = xmlDocGetRootElement(document)->children;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	write_theirs(&out, body->children);
	xmlFreeDoc(document);
	return strbuf_str(&out);
}

/* The source without the end tags that HTML allows authors to omit. */
static Str
without_optional_ends(Str source)
{
	static const char *const optional[] = {"</p>",	"</li>", "</dt>",	 "</dd>",	 "</td>",
										   "</th>", "</tr>", "</thead>", "</tbody>", "</option>"};
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < source.len; i++)
	{
		Str rest = str_sub(source, i, source.len);
		uint32_t skipped = 0;

		for (size_t tag = 0; tag < lengthof(optional); tag++)
			if (str_starts_ascii(rest, str_cstr(optional[tag])))
				skipped = (uint32_t) strlen(optional[tag]);
		if (skipped == 0)
			strbuf_add_char(&out, source.data[i]);
		else
			i += skipped - 1;
	}
	return strbuf_str(&out);
}

static const char *const pages[] = {
	"<div><p>Un</p><p>Deux <b>gras <i>et "
	"penché</i></b></p><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul></div>",
	"<div><h1>Titre</h1><div><p>Par <a "
	"href=x>elle</a></p><blockquote><p>Cité</p></blockquote></div><hr><p>Fin</p></div>",
	"<div><table><thead><tr><th>Ville</th><th>Voix</th></tr></thead><tbody><tr><td>Lyon</"
	"td><td><p>12</p></td></tr>"
	"<tr><td>Metz</td><td>7</td></tr></tbody></table><p>Après</p></div>",
	"<div><table><tr><td><table><tr><td>dedans</td><td>encore</td></tr></table></td><td>dehors</"
	"td></tr></table></div>",
	"<div><dl><dt>Mot</dt><dd><p>Sens</p></dd><dt>Mot<br>suivant</dt><dd>Sens</dd></dl></div>",
	"<div><p><select><option>un</option><option>deux</option></select></p><p>ensuite</p></div>",
	"<div><ul><li><a "
	"href=1>un</a></li><li><p>deux</p><ul><li>trois</li></ul></li></ul><p>quatre<img "
	"src=x></p></div>",
	"<div><center><font>vieux</font><p>style</p></center><pre>code</pre><address>ici</address></"
	"div>",
};

/* Typical errors: end tags in the wrong order, too many of them, none at all. */
static const char *const broken[] = {
	"<div><p>a</div></div></p>",
	"<div><ul><li>a<li>b</div>",
	"<div><a href=1>a<a href=2>b</a></div>",
	"<div><table><tr><td>a<tr><td>b</table>c</div>",
	"<div><table><caption>a<tr><td>b</table></div>",
	"<div><table><colgroup><col><tr><td>b</table></div>",
	"<div><table><tfoot><tr><td>a<tbody><tr><td>b</table></div>",
	"<div><p>a<table><tr><td>b</table>c</div>",
	"<div><p>a<ul><li>b</ul>c</div>",
	"<div><p>a<h2>b</h2>c</div>",
	"<div>a</span><b>b</b></div>",
	"<div><span>a<div>b</div></div>",
};

void
test_nesting(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		Str full = str_cstr(pages[i]);
		Str bare = without_optional_ends(full);
		Str tree = ours(full);

		tap_equal_text(tree, theirs(full), "nested as libxml2 nests it");
		tap_equal_text(ours(bare), tree, "… also without the end tags that may be omitted");
		tap_equal_text(ours(bare), theirs(bare), "… as libxml2 does");
	}
	for (size_t i = 0; i < lengthof(broken); i++)
		tap_equal_text(ours(str_cstr(broken[i])), theirs(str_cstr(broken[i])), broken[i]);
	xmlCleanupParser();
}
