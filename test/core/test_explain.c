/*
 * test_explain.c
 *	  The explanation of a page as a document. Whatever the page contains, it consists of our own
 *	  elements and attributes, is well-formed and ASCII, and links only to itself.
 */
#include "base/array.h"
#include "article/cue/cue.h"
#include "article/explain/explain.h"

#include <stdio.h>

#include "tap.h"
#include "view.h"

static bool
one_of(Str word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_equal(word, str_cstr(*words)))
			return true;
	return false;
}

/* Removes the text before the first of some characters from the front and returns it. */
static Str
take(Str *rest, const char *ends)
{
	uint32_t i = 0;
	Str taken;

	while (i < rest->len && strchr(ends, rest->data[i]) == NULL)
		i++;
	taken = str_sub(*rest, 0, i);
	*rest = str_sub(*rest, i, rest->len);
	return taken;
}

static bool
skip(Str *rest, Str prefix)
{
	if (!str_starts_ascii(*rest, prefix))
		return false;
	*rest = str_sub(*rest, prefix.len, rest->len);
	return true;
}

/*
 * Is this a class, an id or a fragment that this project writes: lowercase letters, digits, spaces?
 */
static bool
is_name(Str value)
{
	for (uint32_t i = 0; i < value.len; i++)
		if (!(value.data[i] >= 'a' && value.data[i] <= 'z') && !ascii_digit(value.data[i]) &&
			value.data[i] != ' ')
			return false;
	return value.len > 0;
}

/* Reads one attribute, after the space before it. */
static bool
own_attribute(Str *rest)
{
	static const char *const names[] = {"class", "id", "aria-labelledby", NULL};
	static const char *const others[] = {
		"lang", "dir", "scope", "aria-label", "charset", "http-equiv", "content", "name",
		"min",	"max", "low",	"high",		  "optimum", "value",	   NULL};
	Str name = take(rest, "= >");
	Str value;

	if (!skip(rest, STR("=\"")))
		return false;
	value = take(rest, "\"<>");
	if (!skip(rest, STR("\"")))
		return false;
	if (str_equal(name, STR("href")))
		return skip(&value, STR("#")) && is_name(value);
	return one_of(name, names) ? is_name(value) : one_of(name, others);
}

/* Reads one tag after its '<'. open: the names of the open elements. */
static bool
own_tag(Str *rest, StrList *open)
{
	static const char *const elements[] = {
		"html", "head",	  "body",  "title", "style", "header", "main",	  "section", "h1",
		"h2",	"p",	  "dl",	   "dt",	"dd",	 "div",	   "table",	  "thead",	 "tbody",
		"tr",	"th",	  "td",	   "ol",	"ul",	 "li",	   "details", "summary", "a",
		"b",	"strong", "small", "span",	"mark",	 "meter",  NULL};
	bool end = skip(rest, STR("/"));
	Str name = take(rest, " >");
	bool is_meta = str_equal(name, STR("meta"));

	if (!is_meta && !one_of(name, elements))
		return false;
	while (skip(rest, STR(" ")))
		if (end || !own_attribute(rest))
			return false;
	if (!skip(rest, STR(">")))
		return false;
	if (end)
		return open->count > 0 && str_equal(open->items[--open->count], name);
	if (!is_meta)
		strlist_add(open, &tap_arena, name);
	return true;
}

/* Is this printable ASCII? '>' is allowed only in the style sheet. */
static bool
own_text(Str text, const StrList *open)
{
	bool style = open->count > 0 && str_equal(open->items[open->count - 1], STR("style"));

	for (uint32_t i = 0; i < text.len; i++)
	{
		unsigned char c = (unsigned char) text.data[i];

		if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t') || (c == '>' && !style))
			return false;
	}
	return true;
}

static bool
is_own_document(Str html)
{
	StrList open = {NULL, 0, 0};

	if (!skip(&html, STR("<!DOCTYPE html>")))
		return false;
	while (html.len > 0)
	{
		if (!own_text(take(&html, "<"), &open))
			return false;
		if (html.len > 0 && (!skip(&html, STR("<")) || !own_tag(&html, &open)))
			return false;
	}
	return open.count == 0;
}

static void
test_checker(void)
{
	tap_ok(is_own_document(STR("<!DOCTYPE html><p class=\"why\">a <a href=\"#b1\">b</a></p>")),
		   "checker: own");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><p><script>x</script></p>")), "checker: script");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><p onclick=\"x\">a</p>")), "checker: handler");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><a href=\"https://a.example/\">a</a>")),
		   "checker: address");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><p>a > b</p>")), "checker: text");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><p>\xC3\xA9</p>")), "checker: not ASCII");
	tap_ok(!is_own_document(STR("<!DOCTYPE html><p><b>a</p></b>")), "checker: nesting");
}

/*
 * Checks a vector in each place where the document shows text of the page: the head, a byline, kept
 * and dropped blocks.
 */
static void
check(const char *vector, size_t number)
{
	static const char *const frames[][2] = {
		{"<title>", "</title><h1>T</h1><p>Texte.</p>"},
		{"<title>T</title><meta property=\"og:description\" content=\"", "\"><p>Texte.</p>"},
		{"<html lang='", "'><title>T</title><p>Texte.</p>"},
		{"<title>T</title><h1>T</h1><p class=author>Par ", "</p><p>Texte.</p>"},
		{"<title>T</title><h1>T</h1><p>Texte ",
		 "</p><time datetime='2017-12-28\">'>28 décembre 2017</time>"},
		{"<title>T</title><nav><a href=\"/a.html\">", "</a></nav>"},
		{"<title>T</title><article><h1>T</h1><p>Le conseil a voté la construction d'un ponton de "
		 "bois au pied de la halle.</p><figure><img src=\"https://a.example/a.jpg\" width=800 "
		 "height=600 alt=\"",
		 "\"><figcaption>Le lac</figcaption></figure></article>"},
	};
	bool own = true;
	char name[64];

	for (size_t i = 0; i < lengthof(frames); i++)
	{
		StrBuf page;

		strbuf_init(&page, &tap_arena);
		strbuf_add(&page, str_cstr(frames[i][0]));
		strbuf_add(&page, str_cstr(vector));
		strbuf_add(&page, str_cstr(frames[i][1]));
		own &= is_own_document(article_to_explanation(view_read(strbuf_str(&page))));
		own &= is_own_document(article_to_french_explanation(view_read(strbuf_str(&page))));
	}
	snprintf(name, sizeof(name), "vector %zu explained", number);
	tap_ok(own, name);
}

static bool
has(Str text, const char *words)
{
	return str_find(text, str_cstr(words)) >= 0;
}

static void
test_marks(void)
{
	Str html = article_to_explanation(view_read(
		STR("<title>Le lac - La Gazette</title><h1>Le lac</h1>"
			"<p class=author>Par Anne Dupont, le 28 décembre 2017 à 13h54</p>"
			"<p>Le conseil a voté la construction d'un ponton de bois au pied de la halle, et "
			"les travaux doivent commencer à l'automne.</p>")));

	tap_ok(has(html, "<mark class=\"hue title\">Le lac</mark>"), "the block of the title");
	tap_ok(has(html, "Par <mark class=\"hue author\">Anne Dupont</mark>, le "),
		   "the name in the byline");
	tap_ok(has(html, "<mark class=\"hue published\">28 d&#233;cembre 2017 &#224; 13h54</mark>"),
		   "the text of the date");
	tap_ok(has(html, "2017-12-28 13:54 +00:00"), "the instant of that date");
	tap_ok(has(html, "<b>byline</b>; printed in <a href=\"#b2\">block 2</a>"),
		   "the source of the author");
}

/* Images, embeds and related articles, with their addresses as text. */
static void
test_media(void)
{
	Str html = article_to_explanation(view_read(STR(
		"<title>Le lac</title><article><h1>Le lac</h1><p>Le conseil a voté la construction d'un "
		"ponton de bois au pied de la halle, et les travaux doivent commencer à l'automne.</p>"
		"<figure><img src=\"https://a.example/lac.jpg?a=1&amp;b=2\" width=800 height=600 "
		"alt=\"Un lac\"><figcaption>Le lac en été. Photo Anne Dupont</figcaption></figure>"
		"<iframe src=\"https://www.youtube.com/embed/abc\"></iframe><p>Les habitants ont "
		"demandé deux fois que le ponton soit plus long, et le maire a dit oui.</p></article>"
		"<aside class=related><h2>À lire aussi</h2><ul><li><a "
		"href=\"https://www.gazette.example/2024/03/14/"
		"le-pont-de-pierre-ferme-trois-mois.html\">Le pont de pierre ferme pour trois "
		"mois</a></li></ul></aside>")));

	tap_ok(has(html, "<small class=\"target\">https://a.example/lac.jpg?a=1&#38;b=2</small>"),
		   "the address of an image");
	tap_ok(has(html, "alt: <span") && has(html, "Un lac</span></small>"), "its text");
	tap_ok(has(html, "Le lac en &#233;t&#233;."), "its caption");
	tap_ok(has(html, "extra.embeds") && has(html, "https://www.youtube.com/embed/abc</small>"),
		   "the address of an embed");
	tap_ok(has(html, "Le pont de pierre ferme pour trois mois</span><small "
					 "class=\"target\">https://www.gazette.example/2024/03/14/"
					 "le-pont-de-pierre-ferme-trois-mois.html</small>"),
		   "the address of a related article");
	tap_ok(has(html, "<dt>Read by</dt><dd>article "), "the version");
	tap_ok(!has(html, "Encoding"), "a text was decoded by nobody");
}

/* ---------------------------------------------------------------- in French */

static bool
is_translated(const char *english)
{
	static const char *const phrases[] = {
#define EXPLAIN_PHRASE(english, french) english,
#include "article/explain/explain_phrase_list.h"
#undef EXPLAIN_PHRASE
		NULL};

	return one_of(str_cstr(english), phrases);
}

static void
says(Explanation *explanation, const char *english, const char *wanted, const char *name)
{
	tap_ok(str_equal(explain_phrase(explanation, str_cstr(english)), str_cstr(wanted)), name);
}

/* Checks that each of the names is in the table of phrases. */
#define ALL_TRANSLATED(names, count, name_of)                                                      \
	do                                                                                             \
	{                                                                                              \
		for (int item = 0; item < (int) (count); item++)                                           \
			if (!is_translated(name_of))                                                           \
				tap_ok(false, name_of);                                                            \
		tap_ok(true, names);                                                                       \
	} while (0)

static void
test_phrases(void)
{
	Explanation french = {.reader = view_read(STR("<p>a")), .french = true};
	Explanation english = {.reader = french.reader};

	ALL_TRANSLATED("classes in French", CLASS_CUE_COUNT, class_cue_name((ClassCue) item));
	ALL_TRANSLATED("phrases in French", PHRASE_CUE_COUNT, phrase_cue_name((PhraseCue) item));
	ALL_TRANSLATED("kinds of facts in French", FACT_COUNT, fact_kind_name((FactKind) item));
	ALL_TRANSLATED("kinds of blocks in French", BLOCK_TERM + 1, block_kind_name((BlockKind) item));
	ALL_TRANSLATED("roles of dates in French", DATE_OTHER + 1, date_role_name((DateRole) item));
	says(&french, "inside an element classed as share bar",
		 "dans un élément dont la classe dit\u00A0: barre de partage", "a phrase in a phrase");
	says(&french, "link density 0.92", "densité de liens\u00A00,92", "a number");
	says(&french, "outside of what the rule in line 3 takes",
		 "hors de ce que prend la règle de la ligne 3", "a number in the middle");
	says(&french, "og:title", "og:title", "a name");
	says(&english, "inside <nav>", "inside <nav>", "English stays");
}

static void
test_french(void)
{
	StrBuf page;
	Str html;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, STR("<title>Le lac</title><nav><a href=/a>Un</a></nav><h1>Le lac</h1>"
						  "<p class=author>Par Anne Dupont, le 28 décembre 2017</p>"));
	for (int i = 0; i < 40; i++)
	{
		char paragraph[256];

		snprintf(
			paragraph, sizeof(paragraph),
			"<p>Le conseil a voté la construction de %d pontons de bois au pied de la halle, et "
			"les travaux du quai numéro %d doivent commencer à l'automne.</p>",
			i + 2, i * 7);
		strbuf_add(&page, str_cstr(paragraph));
	}
	html = article_to_french_explanation(view_read(strbuf_str(&page)));
	tap_ok(has(html, "<html lang=\"fr\" "), "the language of the document");
	tap_ok(has(html, "Comment cette page a &#233;t&#233; lue"), "our words are in French");
	tap_ok(has(html, "<strong>0,"), "a score has a decimal comma");
	tap_ok(has(html, " value=\"0."), "that of the meter is a number of HTML");
	tap_ok(has(html, "&#8239;"), "a space between thousands");
	tap_ok(has(html, "texte courant de l&#39;article"), "a reason");
	tap_ok(has(html, "<b>signature</b>&#160;; affich&#233; dans le <a href=\"#b3\">bloc 3</a>"),
		   "a source, and the block that prints it");
	tap_ok(has(html, "(jour seul)"), "a day without a time");
	tap_ok(!has(html, "kept</b>") && !has(html, "printed in"), "no English");
}

/* On a page with very many blocks or a very long one, what is not shown is counted. */
static void
test_bounds(void)
{
	StrBuf many;
	StrBuf one;
	Str document;

	strbuf_init(&many, &tap_arena);
	strbuf_init(&one, &tap_arena);
	for (int i = 0; i < 3100; i++)
		strbuf_add(
			&many,
			STR("<p>La mer monte sur la digue du port, et le gardien du phare note l'heure dans "
				"le cahier; il y met le vent, la houle, et le nom des bateaux qui rentrent, "
				"puis il ferme le cahier et regarde au large.</p>"));
	document = article_to_explanation(view_read(strbuf_str(&many)));
	tap_ok(str_find(document, STR("(100 more blocks are not shown)")) >= 0,
		   "blocks that are left out are counted");
	strbuf_add(&one, STR("<p>"));
	for (int i = 0; i < 10000; i++)
		strbuf_add(&one, STR("mer "));
	document = article_to_explanation(view_read(strbuf_str(&one)));
	tap_ok(str_find(document, STR("(19,999 more bytes)")) >= 0,
		   "the rest of a long block is counted");
}

void
test_explain(void)
{
	static const char *const vectors[] = {
#define VECTOR(html) html,
#include "xss_list.h"
#undef VECTOR
	};

	test_checker();
	test_marks();
	test_media();
	test_phrases();
	test_french();
	test_bounds();
	for (size_t i = 0; i < lengthof(vectors); i++)
		check(vectors[i], i + 1);
	tap_ok(article_to_explanation(view_read(STR(""))).data == NULL, "nothing to explain");
	tap_ok(is_own_document(article_to_explanation(view_read(STR("\xC2\x80 \xE2\x80\xAE <p")))),
		   "control characters, and a page without text");
}
