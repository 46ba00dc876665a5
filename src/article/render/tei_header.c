/*
 * tei_header.c
 *	  The TEI header of an article, from its fields: the file and its source (title, authors, dates,
 *	  publisher, address), the program, the summary, the language, section and tags.
 */
#include "article/render/tei.h"

#include "article/author/byline.h"
#include "base/version.h"

#define TEI_NAMESPACE "http://www.tei-c.org/ns/1.0"

/* ------------------------------------------------------------------ the file and its source */

/* A newsroom, an agency or an organization is not a person. */
static bool
is_organization(Str author)
{
	Byline byline;

	byline_read(&byline, author, BYLINE_DECLARED);
	return byline.count == 1 && byline.names[0].kind != BYLINE_IS_PERSON;
}

static void
put_authors(Markup *out, const StrList *authors)
{
	for (uint32_t i = 0; i < authors->count; i++)
	{
		const char *name = is_organization(authors->items[i]) ? "orgName" : "persName";

		arena_poll(out->buf.arena);
		markup_put(out, "<author><");
		markup_put(out, name);
		markup_put(out, ">");
		markup_text(out, authors->items[i]);
		markup_close(out, name);
		markup_put(out, "</author>\n");
	}
}

static void
put_date(Markup *out, const char *type, const Instant *instant, TeiZone zone)
{
	char when[TEI_WHEN_BYTES];
	uint32_t day;

	if (!tei_when_instant(instant, zone, when))
		return;
	day = (uint32_t) strcspn(when, "T");
	markup_put(out, "<date type=\"");
	markup_put(out, type);
	markup_put(out, "\"");
	markup_attribute(out, "when", str_cstr(when));
	markup_put(out, ">");
	markup_text(out, str_make(when, day));
	markup_put(out, "</date>\n");
}

/* Is this an http or https address? A column may hold anything. */
static bool
is_address(Str url)
{
	return str_starts_ascii(url, STR("http://")) || str_starts_ascii(url, STR("https://"));
}

/* The site's name, or else its address: the schema requires a publisher. */
static Str
publisher(const Article *article)
{
	if (article->site_name.len > 0)
		return article->site_name;
	return article->url.len > 0 ? article->url : STR("unknown");
}

static void
put_publication(Markup *out, const Article *article, TeiZone zone)
{
	markup_put(out, "<publicationStmt>\n");
	tei_element(out, "publisher", "", publisher(article));
	put_date(out, "published", &article->published, zone);
	tei_element(out, "idno", " type=\"URL\"", article->url);
	if (article->paywalled)
		markup_put(out,
				   "<availability status=\"restricted\"><p xml:lang=\"en\">The page shows only "
				   "part of the text to readers without a subscription.</p></availability>\n");
	markup_put(out, "</publicationStmt>\n");
}

static void
put_source(Markup *out, const Article *article, TeiZone zone)
{
	markup_put(out, "<sourceDesc>\n<bibl>\n");
	tei_element(out, "title", " level=\"a\"", article->title);
	put_authors(out, &article->authors);
	tei_element(out, "title", " level=\"j\"", article->site_name);
	put_date(out, "published", &article->published, zone);
	put_date(out, "modified", &article->modified, zone);
	if (is_address(article->url))
	{
		markup_put(out, "<ref");
		tei_address(out, "target", article->url);
		markup_put(out, ">");
		markup_text(out, article->url);
		markup_put(out, "</ref>\n");
	}
	markup_put(out, "</bibl>\n</sourceDesc>\n");
}

static void
put_file(Markup *out, const Article *article, TeiZone zone)
{
	markup_put(out, "<fileDesc>\n<titleStmt>\n");
	markup_put(out, "<title type=\"main\">");
	markup_text(out, article->title);
	markup_put(out, "</title>\n");
	tei_element(out, "title", " type=\"sub\"", article->subtitle);
	put_authors(out, &article->authors);
	markup_put(out, "</titleStmt>\n");
	put_publication(out, article, zone);
	put_source(out, article, zone);
	markup_put(out, "</fileDesc>\n");
}

/* ------------------------------------------------------------------ what the text is about */

static void
put_keywords(Markup *out, const Article *article)
{
	if (article->section.len == 0 && article->tags.count == 0)
		return;
	markup_put(out, "<textClass><keywords>\n");
	tei_element(out, "term", " type=\"section\"", article->section);
	for (uint32_t i = 0; i < article->tags.count; i++)
		tei_element(out, "term", "", article->tags.items[i]);
	markup_put(out, "</keywords></textClass>\n");
}

static void
put_profile(Markup *out, const Article *article)
{
	bool language = tei_is_language(article->language);

	if (article->description.len == 0 && !language && article->section.len == 0 &&
		article->tags.count == 0)
		return;
	markup_put(out, "<profileDesc>\n");
	if (article->description.len > 0)
	{
		markup_put(out, "<abstract>\n");
		tei_element(out, "p", "", article->description);
		markup_put(out, "</abstract>\n");
	}
	if (language)
	{
		markup_put(out, "<langUsage><language");
		markup_attribute(out, "ident", article->language);
		markup_put(out, "/></langUsage>\n");
	}
	put_keywords(out, article);
	markup_put(out, "</profileDesc>\n");
}

/* ------------------------------------------------------------------ the document */

/* Does the body begin with the subtitle, as a block? Then it is not written twice. */
static bool
prints_subtitle(const Article *article)
{
	uint32_t len = article->subtitle.len;

	return str_equal(str_sub(article->body, 0, len), article->subtitle) &&
		   (article->body.len == len || article->body.data[len] == '\n');
}

void
tei_begin(Markup *out, const Article *article, TeiZone zone)
{
	markup_put(out, "<TEI xmlns=\"" TEI_NAMESPACE "\">\n<teiHeader>\n");
	put_file(out, article, zone);
	markup_put(out,
			   "<encodingDesc><appInfo><application ident=\"article\" version=\"" ARTICLE_VERSION
			   "\"><label>article</label></application></appInfo></encodingDesc>\n");
	put_profile(out, article);
	markup_put(out, "</teiHeader>\n<text");
	tei_lang(out, article->language);
	markup_put(out, ">\n<body>\n<div type=\"article\">\n");
	tei_element(out, "head", " type=\"main\"", article->title);
	if (!prints_subtitle(article))
		tei_element(out, "head", " type=\"sub\"", article->subtitle);
}

void
tei_end(Markup *out)
{
	markup_put(out, "</div>\n</body>\n</text>\n</TEI>");
}
