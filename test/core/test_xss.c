/*
 * test_xss.c
 *	  Nothing that a page holds runs in what article_html and article_markdown make of it.
 *
 * The HTML is read by a strict parser of its own: only elements and attributes of the allow-list,
 * all values quoted, all addresses http or https, and well-formed as XML 1.0 wants content to be:
 * every element closed, no attribute twice, no character or reference that XML does not know.
 */
#include "tap.h"
#include "view.h"

#include <stdio.h>

#include "base/array.h"
#include "base/utf8.h"

static bool
one_of(Str name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (str_equal(name, str_cstr(*names)))
			return true;
	return false;
}

/* Removes the text before the first of the stops from the front of rest and returns it. */
static Str
take(Str *rest, const char *stops)
{
	uint32_t len = 0;
	Str taken;

	while (len < rest->len && strchr(stops, rest->data[len]) == NULL)
		len++;
	taken = str_sub(*rest, 0, len);
	*rest = str_sub(*rest, len, rest->len);
	return taken;
}

/* Removes a character from the front of rest if it is there. */
static bool
skip(Str *rest, char c)
{
	if (rest->len == 0 || rest->data[0] != c)
		return false;
	*rest = str_sub(*rest, 1, rest->len);
	return true;
}

/* Is this a character of XML 1.0 (section 2.2), except discouraged control characters? */
static bool
xml_char(uint32_t c)
{
	return c == '\t' || c == '\n' || (c >= ' ' && c < 0x7F) ||
		   (c >= 0xA0 && c != 0xFFFE && c != 0xFFFF);
}

/* Does a text or a value contain only characters of XML and references to XML's own entities? */
static bool
well_formed_text(Str text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		Str rest = str_sub(text, i, text.len);
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (!xml_char(c))
			return false;
		if (c == '&' && !str_starts_ascii(rest, STR("&amp;")) &&
			!str_starts_ascii(rest, STR("&lt;")) && !str_starts_ascii(rest, STR("&gt;")) &&
			!str_starts_ascii(rest, STR("&quot;")))
			return false;
	}
	return true;
}

/*
 * Reads one attribute, name="value". Returns false if it is malformed, not allowed or a duplicate.
 */
static bool
safe_attribute(Str *rest, StrList *seen)
{
	static const char *const attributes[] = {"href",  "src",	  "alt",	 "title", "lang",
											 "start", "datetime", "colspan", NULL};
	Str name = take(rest, "= >");
	Str value;

	if (!str_starts_ascii(*rest, STR("=\"")) || !one_of(name, attributes) ||
		strlist_has(seen, name))
		return false;
	strlist_add(seen, &tap_arena, name);
	*rest = str_sub(*rest, 2, rest->len);
	value = take(rest, "\"<>");
	if (rest->len == 0 || rest->data[0] != '"' || !well_formed_text(value))
		return false;
	*rest = str_sub(*rest, 1, rest->len);
	if (!str_equal(name, STR("href")) && !str_equal(name, STR("src")))
		return true;
	return str_starts_ascii(value, STR("http://")) || str_starts_ascii(value, STR("https://"));
}

static Str
innermost(const StrList *open)
{
	return open->count > 0 ? open->items[open->count - 1] : STR("");
}

/* An HTML parser moves other content out of a table, and ignores a row without one. */
static bool
may_stand_in(Str name, Str parent)
{
	bool cell = str_equal(name, STR("td")) || str_equal(name, STR("th"));

	return str_equal(name, STR("tr")) == str_equal(parent, STR("table")) &&
		   cell == str_equal(parent, STR("tr"));
}

/* Reads one tag after its '<'. open: the names of the open elements. */
static bool
safe_tag(Str *rest, StrList *open)
{
	static const char *const elements[] = {
		"p",	 "h2",	   "h3",   "h4",	"h5",	  "h6",			"ul",		  "ol",	  "li",
		"dl",	 "dt",	   "dd",   "pre",	"tr",	  "td",			"th",		  "a",	  "b",
		"br",	 "em",	   "i",	   "s",		"q",	  "u",			"img",		  "sub",  "sup",
		"var",	 "del",	   "ins",  "kbd",	"abbr",	  "cite",		"code",		  "mark", "samp",
		"small", "strong", "time", "table", "figure", "figcaption", "blockquote", NULL};
	bool end = skip(rest, '/');
	Str name = take(rest, " />");
	StrList seen = {NULL, 0, 0};
	bool empty;

	if (!one_of(name, elements) || !(end || may_stand_in(name, innermost(open))))
		return false;
	while (skip(rest, ' '))
		if (end || !safe_attribute(rest, &seen))
			return false;
	empty = skip(rest, '/');
	if (!skip(rest, '>') || (empty && end))
		return false;
	if (end)
		return open->count > 0 && str_equal(open->items[--open->count], name);
	if (empty != (str_equal(name, STR("br")) || str_equal(name, STR("img"))))
		return false;
	if (!empty)
		strlist_add(open, &tap_arena, name);
	return true;
}

static bool
safe_html(Str html)
{
	StrList open = {NULL, 0, 0};

	while (html.len > 0)
	{
		Str text = take(&html, "<");

		if (!well_formed_text(text) ||
			(str_trim(text).len > 0 && !may_stand_in(STR("#text"), innermost(&open))))
			return false;
		if (skip(&html, '<') && !safe_tag(&html, &open))
			return false;
	}
	return open.count == 0;
}

/*
 * Does Markdown contain no unescaped '<' except <sub> and <sup>, and no address except http and
 * https?
 */
static bool
safe_markdown(Str markdown)
{
	for (uint32_t i = 0; i < markdown.len; i++)
	{
		Str rest = str_sub(markdown, i, markdown.len);
		uint32_t slashes = 0;

		while (slashes < i && markdown.data[i - 1 - slashes] == '\\')
			slashes++;
		if (slashes % 2 == 1)
			continue;
		if (rest.data[0] == '<' && !str_starts_ascii(rest, STR("<su")) &&
			!str_starts_ascii(rest, STR("</su")))
			return false;
		if (str_starts_ascii(rest, STR("](")) && !str_starts_ascii(rest, STR("](http://")) &&
			!str_starts_ascii(rest, STR("](https://")))
			return false;
	}
	return true;
}

/* Does this vector make preformatted text, which is not markup whatever it contains? */
static bool
is_code(const char *vector)
{
	static const char *const starts[] = {"<pre>", "<xmp>", "<listing>", "<plaintext>"};

	for (size_t i = 0; i < lengthof(starts); i++)
		if (strstr(vector, starts[i]) != NULL)
			return true;
	return false;
}

/*
 * Checks a vector in each place for markup: alone, in a paragraph, in a list, in a link, after the
 * text.
 */
static void
check(const char *vector, size_t number)
{
	static const char *const frames[][2] = {
		{"", ""},
		{"<p>Avant ", " et après.</p><p>Fin.</p>"},
		{"<ul><li>", "</li></ul>"},
		{"<blockquote><p><strong>", "</strong></p></blockquote>"},
		{"<a href=\"/vie/autre.html\">", "</a>"},
		{"<table><tr><td>", "</td><td>x</td></tr></table>"},
		{"<figure><img src=\"/a.jpg\"><figcaption>", "</figcaption></figure>"},
		{"<pre><code>", "</code></pre>"},
	};
	bool html_safe = true;
	bool markdown_safe = true;
	bool code = is_code(vector);
	char name[64];

	for (size_t i = 0; i < lengthof(frames); i++)
	{
		Reader *reader;
		StrBuf page;

		strbuf_init(&page, &tap_arena);
		strbuf_add(&page, STR("<title>T</title><h1>T</h1><p>Texte.</p>"));
		strbuf_add(&page, str_cstr(frames[i][0]));
		strbuf_add(&page, str_cstr(vector));
		strbuf_add(&page, str_cstr(frames[i][1]));
		reader = view_read_all(strbuf_str(&page));
		html_safe &= safe_html(article_to_html(reader));
		if (!code && strcmp(frames[i][0], "<pre><code>") != 0)
			markdown_safe &= safe_markdown(article_to_markdown(reader));
	}
	snprintf(name, sizeof(name), "vector %zu as HTML", number);
	tap_ok(html_safe, name);
	snprintf(name, sizeof(name), "vector %zu as Markdown", number);
	tap_ok(markdown_safe, name);
}

/* Does the parser above reject what it should? */
static void
test_checker(void)
{
	tap_ok(safe_html(STR("<p>a <a href=\"https://x/\">b</a><br/></p>")), "checker: safe");
	tap_ok(!safe_html(STR("<p onclick=\"x\">a</p>")), "checker: handler");
	tap_ok(!safe_html(STR("<p><script>x</script></p>")), "checker: script");
	tap_ok(!safe_html(STR("<a href=\"javascript:x\">a</a>")), "checker: address");
	tap_ok(!safe_html(STR("<p><b>a</p></b>")), "checker: nesting");
	tap_ok(!safe_html(STR("<p>a")), "checker: unclosed");
	tap_ok(!safe_html(STR("<p>a < b</p>")), "checker: text");
	tap_ok(!safe_html(STR("<p>a<br>b</p>")), "checker: an unclosed void element");
	tap_ok(!safe_html(STR("<a href=\"https://x/\" href=\"https://y/\">a</a>")),
		   "checker: a duplicate attribute");
	tap_ok(safe_html(STR("<table>\n<tr><td>a</td></tr></table>")), "checker: a table");
	tap_ok(!safe_html(STR("<table>a<tr><td>a</td></tr></table>")), "checker: text in a table");
	tap_ok(!safe_html(STR("<tr><td>a</td></tr>")), "checker: a row without a table");
	tap_ok(!safe_html(STR("<p>a &nbsp; b</p>")), "checker: an HTML entity");
	tap_ok(!safe_html(STR("<p>a \xEF\xBF\xBE</p>")), "checker: a character that XML lacks");
	tap_ok(!safe_markdown(STR("a <img>")), "checker: markup in Markdown");
	tap_ok(!safe_markdown(STR("[a](javascript:x)")), "checker: address in Markdown");
	tap_ok(safe_markdown(STR("a \\<img> [b](https://x)")), "checker: safe Markdown");
}

void
test_xss(void)
{
	static const char *const vectors[] = {
#define VECTOR(html) html,
#include "xss_list.h"
#undef VECTOR
	};

	test_checker();
	for (size_t i = 0; i < lengthof(vectors); i++)
		check(vectors[i], i + 1);
}
