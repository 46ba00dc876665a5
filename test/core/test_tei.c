/*
 * test_tei.c
 *	  The article as TEI P5. test/tei/article.rng, the schema, checks whole documents; these tests
 *	  check what it cannot see: which element becomes which, and what of a page is written.
 */
#include "tap.h"
#include "view.h"

#include "base/array.h"

/* The content of <div type="article"> without its heads, between the ends of the document. */
static Str
content(Str document)
{
	int32_t start = str_find(document, STR("<div type=\"article\">\n"));
	int32_t end = str_find(document, STR("</div>\n</body>\n</text>\n</TEI>"));

	if (start < 0 || end < start)
		return STR_NONE;
	start += (int32_t) sizeof("<div type=\"article\">\n") - 1;
	return str_sub(document, (uint32_t) start, (uint32_t) (end - start));
}

/* The text alone: a small page's title may be any of its words. */
static void
tei(Str page, Str expected, const char *name)
{
	Reader *reader = view_read_all(page);

	reader->article.title = reader->article.subtitle = STR_NONE;
	tap_equal_text(content(article_to_tei(reader)), expected, name);
}

#define TEI(page, expected, name) tei(STR(page), STR(expected), name)

static void
test_inline(void)
{
	TEI("<p>a <b>b</b> <em>c</em><br>d</p>",
		"<p>a <hi rend=\"bold\">b</hi> <hi rend=\"italic\">c</hi><lb/>d</p>\n", "markup");
	TEI("<p>H<sub>2</sub>O <code>d</code> <del>e</del> <ins>f</ins> <abbr title=g>h</abbr></p>",
		"<p>H<hi rend=\"sub\">2</hi>O <hi rend=\"code\">d</hi> <del>e</del> <add>f</add> "
		"<abbr>h</abbr></p>\n",
		"more of it");
	TEI("<p>&lt;b&gt; &amp; \"c\"&#1;\xEF\xBF\xBE</p>", "<p>&lt;b&gt; &amp; \"c\"</p>\n",
		"text is escaped, without what XML lacks");
	TEI("<p lang=en>a <i lang='la\"'>b</i> <u lang=toolongtag>c</u></p>",
		"<p xml:lang=\"en\">a <hi rend=\"italic\">b</hi> <hi rend=\"underline\">c</hi></p>\n",
		"only language tags");
}

static void
test_addresses(void)
{
	TEI("<p><a href='b.html?c=1&amp;d=[2]#e#f%zz'>x</a></p>",
		"<p><ref target=\"https://www.gazette.example/vie/b.html?c=1&amp;d=%5B2%5D#e%23f%25zz\">"
		"x</ref></p>\n",
		"an address is absolute, and a URI of RFC 3986");
	TEI("<p><a href='javascript:b'>x</a> <a href='//[::1]/a[b]'>y</a></p>",
		"<p>x <ref target=\"https://[::1]/a%5Bb%5D\">y</ref></p>\n", "brackets stay in the host");
}

static void
test_dates(void)
{
	TEI("<p><time datetime=2020-01-02>a</time> <time "
		"datetime='2020-01-02T10:30+01:00'>b</time></p>",
		"<p><date when=\"2020-01-02\">a</date> <date when=\"2020-01-02T10:30:00+01:00\">b</date>"
		"</p>\n",
		"dates as XML Schema writes them");
	TEI("<p><time datetime=2021-02-30>a</time> <time datetime=PT2H>b</time> <time>c</time></p>",
		"<p><date>a</date> <date>b</date> <date>c</date></p>\n", "dates that are none");
}

static void
test_sections(void)
{
	TEI("<p>a</p><h2>b</h2><p>c</p><h3>d</h3><p>e</p><h2>f</h2><p>g</p>",
		"<p>a</p>\n<div type=\"section\">\n<head>b</head>\n<p>c</p>\n<div type=\"section\">\n"
		"<head>d</head>\n<p>e</p>\n</div>\n</div>\n<div type=\"section\">\n<head>f</head>\n"
		"<p>g</p>\n</div>\n",
		"a heading opens a section, and ends those of its level and below");
	TEI("<p>a</p><h4>b</h4><p>c</p><h2>d</h2>",
		"<p>a</p>\n<div type=\"section\">\n<head>b</head>\n<p>c</p>\n</div>\n"
		"<div type=\"section\">\n<head>d</head>\n</div>\n",
		"a level that is left out; a section of a heading alone");
	TEI("<p>a</p><ul><li><h3>b</h3><p>c</p></ul>",
		"<p>a</p>\n<list rend=\"bulleted\">\n<item>\n<label type=\"heading\">b</label>\n<p>c</p>\n"
		"</item>\n</list>\n",
		"in a list it is a label");
}

static void
test_lists(void)
{
	TEI("<p>x</p><ol><li>a<ul><li>b</ul><li>c</ol>",
		"<p>x</p>\n<list rend=\"numbered\">\n<item>a<list rend=\"bulleted\">\n<item>b</item>\n"
		"</list>\n</item>\n<item>c</item>\n</list>\n",
		"a list in a list");
	TEI("<p>x</p><blockquote>a<p>b</p></blockquote><blockquote>c</blockquote>",
		"<p>x</p>\n<quote>a<p>b</p>\n</quote>\n<quote>c</quote>\n", "quotes");
	TEI("<p>x</p><dl><dt>a<dd>b</dl>",
		"<p>x</p>\n<list type=\"gloss\">\n<label>a</label>\n<item>b</item>\n</list>\n", "terms");
	TEI("<p>x</p><dl><dd>a<dt>b<dt>c<dd>d<dd>e<dt>f</dl>",
		"<p>x</p>\n<list type=\"gloss\">\n<label/>\n<item>a</item>\n<label>b</label>\n<item/>\n"
		"<label>c</label>\n<item>d</item>\n<label/>\n<item>e</item>\n<label>f</label>\n<item/>\n"
		"</list>\n",
		"terms and definitions alternate");
	TEI("<p>x</p><dl><dt><ul><li>a<li>b</ul><dd>c</dl>",
		"<p>x</p>\n<list type=\"gloss\">\n<label>a</label>\n<item/>\n<label>b</label>\n"
		"<item>c</item>\n</list>\n",
		"a term that holds blocks");
}

static void
test_tables(void)
{
	TEI("<p>x<table><tr><th colspan=2>a<th>b<tr><td><b>c</b><td><td>d</table>",
		"<p>x</p>\n<table>\n<row><cell role=\"label\" cols=\"2\">a</cell>"
		"<cell role=\"label\">b</cell></row>\n<row><cell><hi rend=\"bold\">c</hi></cell>"
		"<cell></cell><cell>d</cell></row>\n</table>\n",
		"a table");
	TEI("<p>x</p><pre>\n  a &lt;\n\n b</pre>",
		"<p>x</p>\n<ab type=\"preformatted\" xml:space=\"preserve\">  a &lt;\n\n b</ab>\n",
		"preformatted");
}

static void
test_pictures(void)
{
	Reader *reader = view_read(STR(
		"<title>Le phare</title><h1>Le phare</h1><article><p>La mer monte sur la digue du port, et "
		"le gardien note l'heure dans son cahier, comme chaque soir.</p><figure><img src=/a[1].jpg "
		"alt=Phare width=800 height=600><figcaption>Le phare au soir. Photo Anne Dupont"
		"</figcaption></figure><p>Le vent tombe vers minuit, et la houle le suit, dit le "
		"gardien, qui en a vu d'autres.</p></article>"));
	Str document = article_to_tei(reader);

	tap_ok(str_find(document, STR("<figure>\n<graphic "
								  "url=\"https://www.gazette.example/a%5B1%5D.jpg\"/>\n"
								  "<head>Le phare au soir.</head>\n<figDesc>Phare</figDesc>\n"
								  "<note type=\"credit\">Anne Dupont</note>\n</figure>")) >= 0,
		   "a picture with its caption, description and credit");
}

/* ------------------------------------------------------------------ the header */

static bool
has(Str document, const char *part)
{
	return str_find(document, str_cstr(part)) >= 0;
}

static int32_t
one_hour(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 3600;
}

static Str
fields(const Article *article)
{
	return article_fields_to_tei(&tap_arena, article, one_hour, NULL);
}

static void
test_header(void)
{
	Str names[] = {STR("Anne Dupont"), STR("AFP"),
				   STR("La r\xC3\xA9"
					   "daction")};
	Article article = {
		.title = STR("Le phare & la mer"),
		.authors = {names, 3, 3},
		.published = {.known = true, .seconds = 1514415600}, /* 2017-12-28 00:00 at UTC+1 */
		.modified = {.known = true, .seconds = 1514415661},
		.site_name = STR("La Gazette"),
		.language = STR("fr"),
		.paywalled = true,
		.body = STR("Un.\n\nDeux,\ntrois < quatre."),
	};
	Str document = fields(&article);

	tap_ok(has(document, "<title type=\"main\">Le phare &amp; la mer</title>"), "the title");
	tap_ok(has(document, "<author><persName>Anne Dupont</persName></author>\n"
						 "<author><orgName>AFP</orgName></author>\n"
						 "<author><orgName>La r\xC3\xA9"
						 "daction</orgName></author>"),
		   "people, agencies and newsrooms");
	tap_ok(has(document, "<date type=\"published\" when=\"2017-12-28\">2017-12-28</date>"),
		   "midnight is a day");
	tap_ok(has(document, "when=\"2017-12-28T00:01:01+01:00\">2017-12-28</date>"), "an instant");
	tap_ok(has(document, "<publisher>La Gazette</publisher>"), "the publisher");
	tap_ok(has(document, "<availability status=\"restricted\">"), "a page for subscribers");
	tap_ok(has(document, "<text xml:lang=\"fr\">"), "the language of the text");
	tap_equal_text(content(document),
				   STR("<head type=\"main\">Le phare &amp; la mer</head>\n<p>Un.</p>\n"
					   "<p>Deux,<lb/>trois &lt; quatre.</p>\n"),
				   "the body of an article");
}

static void
test_missing(void)
{
	Article article = {.url = STR("ftp://a b"),
					   .language = STR("fran\xC3\xA7"
									   "ais")};
	Str document = fields(&article);

	tap_ok(has(document, "<publisher>ftp://a b</publisher>"), "an address is the publisher");
	tap_ok(!has(document, "<ref "), "one that is no web address is no link");
	tap_ok(!has(document, "xml:lang"), "a language that is no tag is not written");
	tap_equal_text(content(document), STR(""), "no body");
	tap_ok(has(fields(&(Article){.confidence = 0}), "<publisher>unknown</publisher>"),
		   "nothing is known");
	tap_ok(has(article_to_tei(view_read_all(STR(""))), "</TEI>"), "an empty page is a document");
}

static void
test_subtitle(void)
{
	Article article = {.subtitle = STR("Un."), .body = STR("Un.\n\nDeux.")};

	tap_equal_text(content(fields(&article)), STR("<p>Un.</p>\n<p>Deux.</p>\n"),
				   "a subtitle that begins the body is not repeated");
	article.body = STR("Un. Et un autre.");
	tap_equal_text(content(fields(&article)),
				   STR("<head type=\"sub\">Un.</head>\n<p>Un. Et un autre.</p>\n"),
				   "the beginning of a paragraph is none");
}

/* Is every element closed by its own name? Values have no '<' or '>' in them. */
static bool
is_balanced(Str xml)
{
	Str open[64];
	uint32_t depth = 0;

	for (uint32_t i = 0; i < xml.len; i++)
	{
		bool closes = xml.data[i] == '<' && xml.data[i + 1] == '/';
		uint32_t start = i + 1 + closes;
		uint32_t end = start;

		if (xml.data[i] != '<')
			continue;
		while (end < xml.len && ascii_alpha(xml.data[end]))
			end++;
		while (i < xml.len && xml.data[i] != '>')
			i++;
		if (closes && (depth == 0 || !str_equal(open[--depth], str_sub(xml, start, end - start))))
			return false;
		if (!closes && xml.data[i - 1] != '/')
			open[depth++] = str_sub(xml, start, end - start);
	}
	return depth == 0;
}

/* A page of one unit repeated, as its TEI. */
static Str
repeated(const char *unit)
{
	StrBuf page;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, STR("<p>La mer monte.</p>"));
	while (page.len < 600000)
		strbuf_add(&page, str_cstr(unit));
	return article_to_tei(view_read_all(strbuf_str(&page)));
}

/* What is longer than a document may be is left out, and the document is whole. */
static void
test_length(void)
{
	static const char *const units[] = {
		"<b>a</b><i>b</i> ",
		"<a href=/a>b</a> ",
		"&amp;",
		"<h2>a<b>b</b></h2>",
		"<dl><dt>a<dd><ul><li>b</dl>",
		"<table><tr><td>a<td>b<tr><td>c<td>d</table>",
		"<p lang=fr>a<time datetime=2020-01-01>b</time>",
		"<blockquote><img src=/a.jpg width=640 height=480>a</blockquote>"};

	tap_ok(is_balanced(STR("<a b=\"c\"><d/></a>")) && !is_balanced(STR("<a><b></a></b>")) &&
			   !is_balanced(STR("<a>")),
		   "checker");
	for (size_t i = 0; i < lengthof(units); i++)
	{
		Str document = repeated(units[i]);

		tap_ok(is_balanced(document), units[i]);
		tap_ok(document.len < 2000000 && has(document, "</TEI>"), "its length");
	}
}

void
test_tei(void)
{
	test_length();
	test_inline();
	test_addresses();
	test_dates();
	test_sections();
	test_lists();
	test_tables();
	test_pictures();
	test_header();
	test_missing();
	test_subtitle();
}
