/*
 * test_facts.c
 *	  What pages declare, as read by facts.c, json_ld.c, microdata.c and card.c.
 */
#include "tap.h"

#include "base/array.h"
#include "article/known.h"
#include "article/reader.h"
#include "pg/json.h"

#define ADDRESS "https://news.example/politique/budget"

/* Runs the stages up to the card. */
static Reader *
read_page(const char *html, const char *url)
{
	ArticleOptions *options = arena_new(&tap_arena, ArticleOptions);
	Reader *reader = arena_new(&tap_arena, Reader);

	options->url = str_cstr(url);
	options->json = json_parse_events;
	options->known = arena_new(&tap_arena, ArticleKnown);
	reader->arena = &tap_arena;
	reader->options = options;
	reader->title_block = PAGE_NONE;
	page_parse(&reader->page, &tap_arena, str_cstr(html), &options->page);
	blocks_read(reader);
	facts_read(reader);
	title_read(reader);
	card_read(reader);
	return reader;
}

/* Returns all texts of a kind from a source, separated by " | ". */
static Str
facts_text(const Reader *reader, FactKind kind, FactSource source)
{
	StrBuf buf;
	const Fact *fact;
	uint32_t i = 0;

	strbuf_init(&buf, &tap_arena);
	while ((fact = facts_next(&reader->facts, kind, &i)) != NULL)
	{
		if (fact->source != source)
			continue;
		if (buf.len > 0)
			strbuf_add(&buf, STR(" | "));
		strbuf_add(&buf, fact->text);
	}
	return strbuf_str(&buf);
}

static void
check(const Reader *reader, FactKind kind, FactSource source, const char *expected,
	  const char *name)
{
	tap_equal_text(facts_text(reader, kind, source), str_cstr(expected), name);
}

static Str
list_text(const StrList *list)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	for (uint32_t i = 0; i < list->count; i++)
	{
		if (i > 0)
			strbuf_add(&buf, STR(" | "));
		strbuf_add(&buf, list->items[i]);
	}
	return strbuf_str(&buf);
}

static void
test_metas(void)
{
	const Reader *r = read_page(
		"<html lang=fr><title> Budget :\n le vote </title>"
		"<META NAME=\"DC.Date.Issued\" content=2024-03-05><meta name=dcterms:creator content='Anne "
		"Dupont'>"
		"<meta property=og:title content='Budget &amp;amp; vote'><meta property='OG:Site_Name' "
		"content='Le Relais'>"
		"<meta property=article:author content=https://social.example/anne>"
		"<meta name=parsely-author content='Luc Roy'><meta name=author content='null'>"
		"<meta name=keywords content='budget, vote; ,Lyon '><meta property=og:description "
		"content='<p>Le texte</p><p>passe</p>'>"
		"<meta name=twitter:label1 content='Écrit par'><meta name=twitter:data1 content='Zoé "
		"Petit'>"
		"<meta name=twitter:label2 content='Temps de lecture'><meta name=twitter:data2 content='3 "
		"minutes'>"
		"<meta name=title content='{{ page.title }}'><meta name=description "
		"content='[description]'><meta name=vendor:pubdate content=2024-03-06>"
		"<meta property=article:content_tier content=locked><meta http-equiv=Content-Language "
		"content=fr-CA>",
		ADDRESS);

	check(r, FACT_TITLE, FACT_SOURCE_HTML, "Budget : le vote", "<title> collapsed");
	check(r, FACT_PUBLISHED, FACT_SOURCE_DUBLIN_CORE, "2024-03-05", "Dublin Core in any case");
	check(r, FACT_AUTHOR, FACT_SOURCE_DUBLIN_CORE, "Anne Dupont", "… with a colon");
	check(r, FACT_TITLE, FACT_SOURCE_OPEN_GRAPH, "Budget & vote", "encoded twice");
	check(r, FACT_SITE_NAME, FACT_SOURCE_OPEN_GRAPH, "Le Relais", "Open Graph in uppercase");
	check(r, FACT_AUTHOR, FACT_SOURCE_OPEN_GRAPH, "", "an author's address is not a name");
	check(r, FACT_AUTHOR_URL, FACT_SOURCE_OPEN_GRAPH, "https://social.example/anne",
		  "… but an address");
	check(r, FACT_AUTHOR, FACT_SOURCE_PARSELY, "Luc Roy", "analytics");
	check(r, FACT_AUTHOR, FACT_SOURCE_META, "", "null is not an author");
	check(r, FACT_TITLE, FACT_SOURCE_META, "", "a template is not a title");
	check(r, FACT_DESCRIPTION, FACT_SOURCE_META, "", "… nor the name of a value a description");
	check(r, FACT_TAG, FACT_SOURCE_META, "budget | vote | Lyon", "keywords");
	check(r, FACT_DESCRIPTION, FACT_SOURCE_OPEN_GRAPH, "Le texte passe", "markup inside a value");
	check(r, FACT_AUTHOR, FACT_SOURCE_TWITTER, "Zoé Petit", "a labelled field of a Twitter card");
	check(r, FACT_PUBLISHED, FACT_SOURCE_PARSELY, "2024-03-06",
		  "a known key after an unknown vendor");
	check(r, FACT_PAID, FACT_SOURCE_OPEN_GRAPH, "true", "content tier");
	check(r, FACT_LANGUAGE, FACT_SOURCE_META, "fr-CA", "http-equiv");
}

static void
test_json_ld_article(void)
{
	const Reader *r = read_page(
		"<title>Le budget de la ville est voté - Le Relais</title>"
		"<script type='application/ld+json'><!--\n{\"@context\":\"https://schema.org\",\"@graph\":["
		"{\"@type\":\"WebSite\",\"name\":\"Le Relais\"},"
		"{\"@type\":\"NewsArticle\",\"headline\":\"Un tout autre article du "
		"site\",\"url\":\"/sport/match\","
		"\"author\":\"Marc Tiers\"},"
		"{\"@type\":[\"ReportageNewsArticle\",\"Thing\"],\"headline\":\"Le budget de la ville est "
		"voté\","
		"\"name\":\"budget\",\"author\":[{\"@id\":\"#anne\"},{\"@type\":\"Person\",\"givenName\":"
		"\"Luc\","
		"\"familyName\":\"Roy\"},\"Zoé Petit\",{\"@type\":\"Organization\",\"name\":[\"AFP\"]}],"
		"\"publisher\":{\"name\":\"Le "
		"Relais\"},\"dateCreated\":\"2024-03-01\",\"datePublished\":\"2024-03-05T10:00+01:00\","
		"\"keywords\":\"budget,ville\",\"articleSection\":[\"Politique\",\"Lyon\"],"
		"\"image\":[{\"@type\":\"ImageObject\",\"url\":\"/a.jpg\"},\"/"
		"b.jpg\"],\"isAccessibleForFree\":\"False\","
		"\"articleBody\":\"Le conseil\n a voté.\",\"inLanguage\":\"fr\","
		"\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":\"" ADDRESS "\"},},"
		"{\"@type\":\"Person\",\"@id\":\"#anne\",\"name\":\"Anne Dupont\",\"url\":\"/anne\"},"
		"{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"Accueil\"},{\"item\":{"
		"\"name\":\"Politique\"}}]},"
		"{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":"
		"\"Ailleurs\"}]}"
		"]}\n--></script>",
		ADDRESS);

	check(r, FACT_TITLE, FACT_SOURCE_JSON_LD, "Le budget de la ville est voté",
		  "the article that agrees with the page");
	check(r, FACT_TITLE, FACT_SOURCE_JSON_LD_OTHER, "Un tout autre article du site",
		  "the headline of another article is kept separate");
	check(r, FACT_AUTHOR, FACT_SOURCE_JSON_LD, "Anne Dupont | Luc Roy | Zoé Petit | AFP",
		  "authors: reference, parts of a name, text, organization");
	check(r, FACT_AUTHOR_URL, FACT_SOURCE_JSON_LD, "/anne", "an author's page");
	check(r, FACT_PUBLISHED, FACT_SOURCE_JSON_LD, "2024-03-05T10:00+01:00",
		  "dateCreated yields to datePublished");
	check(r, FACT_PUBLISHER, FACT_SOURCE_JSON_LD, "Le Relais", "publisher");
	check(r, FACT_TAG, FACT_SOURCE_JSON_LD, "budget | ville", "keywords in one string");
	check(r, FACT_SECTION, FACT_SOURCE_JSON_LD, "Politique | Lyon", "sections");
	check(r, FACT_IMAGE, FACT_SOURCE_JSON_LD, "/a.jpg | /b.jpg", "images: object and text");
	check(r, FACT_PAID, FACT_SOURCE_JSON_LD, "true", "not accessible for free");
	check(r, FACT_BODY, FACT_SOURCE_JSON_LD, "Le conseil\na voté.", "articleBody keeps its lines");
	check(r, FACT_TYPE, FACT_SOURCE_JSON_LD, "ReportageNewsArticle | Thing", "types");
	check(r, FACT_SITE_NAME, FACT_SOURCE_JSON_LD_OTHER, "Le Relais", "the site");
	check(r, FACT_BREADCRUMB, FACT_SOURCE_JSON_LD_OTHER, "Accueil | Politique", "breadcrumbs");
}

static void
test_json_ld_choice(void)
{
	const Reader *r = read_page(
		"<title>La crue de la rivière surprend la vallée</title>"
		"<script type=application/ld+json>{\"@type\":\"VideoObject\",\"name\":\"Une "
		"vidéo\",\"uploadDate\":\"2020-01-01\"}</script>"
		"<script type=application/ld+json>[{\"@type\":\"Article\",\"headline\":\"La crue de la "
		"rivière surprend la "
		"vallée\",\"dateModified\":\"2024-02-02\",</script>"
		"<script type=application/ld+json>{\"@type\":\"schema:BlogPosting\",\"headline\":\"La crue "
		"de la rivière surprend "
		"la vallée\",\"author\":{\"name\":\"Anne "
		"Dupont\"},\"dateModified\":\"2024-02-03\"}</script>",
		"https://news.example/crue");

	check(r, FACT_AUTHOR, FACT_SOURCE_JSON_LD, "Anne Dupont",
		  "of two descriptions the richer one is read");
	check(r, FACT_MODIFIED, FACT_SOURCE_JSON_LD, "2024-02-03",
		  "… and the other only fills its gaps");
	check(r, FACT_PUBLISHED, FACT_SOURCE_JSON_LD, "", "a video on the page is not the article");

	r = read_page(
		"<title>Recette : la tarte aux pommes</title><script type=application/ld+json>"
		"{\"@type\":\"Recipe\",\"name\":\"la tarte aux pommes\",\"author\":\"Zoé Petit\"}</script>",
		"https://news.example/tarte");
	check(r, FACT_AUTHOR, FACT_SOURCE_JSON_LD, "Zoé Petit", "a work that the page is about");
}

static void
test_microdata(void)
{
	const Reader *r =
		read_page("<title>Les ponts de la ville rouvrent</title>"
				  "<div itemscope itemtype='https://schema.org/NewsArticle'><h2 "
				  "itemprop=headline>Un article voisin</h2>"
				  "<span itemprop=author>Marc Tiers</span></div>"
				  "<article itemscope itemtype='http://schema.org/NewsArticle'>"
				  "<h1 itemprop='name headline'>Les ponts de la ville rouvrent</h1>"
				  "<div itemprop=author itemscope itemtype='http://schema.org/Person'><a "
				  "itemprop=url href=/anne>"
				  "<span itemprop=name>Anne Dupont</span></a></div>"
				  "<span itemprop=author itemscope>Luc Roy</span>"
				  "<div itemprop=publisher itemscope itemtype='http://schema.org/Organization'>"
				  "<div itemprop=logo itemscope itemtype='http://schema.org/ImageObject'><meta "
				  "itemprop=url content=/logo.png></div>"
				  "<meta itemprop=name content='Le Relais'></div><meta itemprop=datePublished "
				  "content=2024-03-05>"
				  "<time itemprop=dateModified datetime=2024-03-06>hier</time>"
				  "<figure itemprop=image itemscope itemtype='http://schema.org/ImageObject'><img "
				  "itemprop=url src=/pont.jpg></figure>"
				  "<div itemprop=articleBody><p>Le texte.</p></div><a rel=tag href=/ponts>Ponts</a>"
				  "<div itemprop=comment itemscope itemtype='http://schema.org/Comment'><span "
				  "itemprop=author>Quidam</span></div>"
				  "</article>",
				  "https://news.example/ponts");

	check(r, FACT_TITLE, FACT_SOURCE_MICRODATA, "Les ponts de la ville rouvrent",
		  "the article that agrees with the page");
	check(r, FACT_AUTHOR, FACT_SOURCE_MICRODATA, "Anne Dupont | Luc Roy",
		  "authors: nested name, own text; none of a comment");
	check(r, FACT_AUTHOR_URL, FACT_SOURCE_MICRODATA, "/anne", "an author's page");
	check(r, FACT_PUBLISHER, FACT_SOURCE_MICRODATA, "Le Relais", "a <meta> inside an item");
	check(r, FACT_PUBLISHED, FACT_SOURCE_MICRODATA, "2024-03-05", "a <meta> after an item");
	check(r, FACT_MODIFIED, FACT_SOURCE_MICRODATA, "2024-03-06", "datetime before text");
	check(r, FACT_IMAGE, FACT_SOURCE_MICRODATA, "/pont.jpg", "the image, not the logo");
	check(r, FACT_TAG, FACT_SOURCE_LINK, "Ponts", "rel=tag");
	tap_ok(facts_from(&r->facts, FACT_BODY, FACT_SOURCE_MICRODATA) != NULL,
		   "articleBody as a node");
}

static void
test_rdfa_and_hatom(void)
{
	const Reader *r = read_page(
		"<div typeof='schema:Article'><span property='schema:name'>Titre</span>"
		"<span rel='schema:author'><span typeof='schema:Person' property='schema:name'>Anne "
		"Dupont</span></span><span property='schema:datePublished' "
		"content=2024-03-05></span></div>",
		ADDRESS);

	check(r, FACT_TITLE, FACT_SOURCE_MICRODATA, "Titre", "RDFa: name");
	check(r, FACT_AUTHOR, FACT_SOURCE_MICRODATA, "Anne Dupont",
		  "RDFa: rel and typeof with property");
	check(r, FACT_PUBLISHED, FACT_SOURCE_MICRODATA, "2024-03-05", "RDFa: content");

	r = read_page(
		"<article class='post hentry'><h1 class=entry-title>Titre</h1><span class='author vcard'>"
		"<a class=fn rel=author href=/anne>Anne Dupont</a></span>"
		"<abbr class=published title=2024-03-05>mardi</abbr></article>"
		"<div class='comment-author vcard'><cite class=fn>Quidam</cite></div>",
		ADDRESS);
	check(r, FACT_TITLE, FACT_SOURCE_MICRODATA, "Titre", "hAtom: entry-title");
	check(r, FACT_AUTHOR, FACT_SOURCE_MICRODATA, "Anne Dupont", "hAtom: author");
	check(r, FACT_PUBLISHED, FACT_SOURCE_MICRODATA, "2024-03-05", "hAtom: published");
	check(r, FACT_AUTHOR, FACT_SOURCE_LINK, "Anne Dupont", "rel=author");
}

static void
test_card(void)
{
	const Reader *r = read_page(
		"<base href=/fr/><title>Le budget de la ville est voté</title><link rel=canonical "
		"href='https://news.example/'>"
		"<meta property=og:url content='" ADDRESS "?a=1'><link rel=next href='" ADDRESS
		"?a=1&page=2'>"
		"<link rel=amphtml href=amp/budget><meta property=og:image content=/logo-site.png>"
		"<meta name=twitter:image content=img/vote.jpg><meta name=news_keywords "
		"content='Budget,budget,#Ville'>"
		"<meta name=keywords content='actualité,info'><meta property=article:section "
		"content=Accueil>"
		"<meta property=og:description content='Le conseil municipal a adopté le budget mardi "
		"soir, après…'>"
		"<meta name=description content='Le conseil municipal a adopté le budget mardi soir, après "
		"six heures.'>"
		"<nav aria-label=\"Fil d'Ariane\"><ol><li><a href=/>Accueil</a><li><a "
		"href=/politique>Politique</a>"
		"<li>Le budget de la ville est voté</ol></nav><h1>Le budget de la ville est voté</h1>",
		ADDRESS "?a=1");
	const Article *a = &r->article;

	tap_equal(r->base_url, "https://news.example/fr/", "<base> is resolved against the address");
	tap_equal(a->url, ADDRESS "?a=1", "a canonical address that is the home page is ignored");
	tap_equal(a->next_page, ADDRESS "?a=1&page=2", "next page");
	tap_equal(a->amp_url, "https://news.example/fr/amp/budget", "AMP page");
	tap_equal(a->image_url, "https://news.example/fr/img/vote.jpg", "an image that is not a logo");
	tap_equal_text(list_text(&a->tags), STR("Budget | Ville"), "tags without repetition");
	tap_equal(a->description,
			  "Le conseil municipal a adopté le budget mardi soir, après six heures.",
			  "a truncated summary is completed");
	tap_equal_text(list_text(&a->breadcrumbs), STR("Accueil | Politique"),
				   "printed breadcrumbs, without the title");
	tap_equal(a->section, "Politique", "the last of them is the section");

	r = read_page(
		"<link rel=canonical href=/sans-base><link rel=next href=/article-suivant><p>Texte.</p>",
		"");
	tap_ok(r->base_url.data == NULL && r->article.url.data == NULL,
		   "no address anywhere: none is invented");
	r = read_page("<link rel=canonical href=http://h.example/a/b><img src=c.png>", "");
	tap_equal(r->base_url, "http://h.example/a/b", "a declared address is the base");
}

static Str
repeat(const char *unit, uint32_t times)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	for (uint32_t i = 0; i < times; i++)
		strbuf_add(&buf, str_cstr(unit));
	strbuf_add_char(&buf, '\0');
	return strbuf_str(&buf);
}

/* Only asserts that each page is read, quickly, into a bounded number of facts. */
static void
test_hostile(void)
{
	static const char *const units[] = {
		"<div itemprop=author itemscope>",
		"<div itemprop=headline>texte ",
		"<article class=hentry><h1 class=entry-title>x</h1>",
		"<article itemscope itemtype=NewsArticle><h2>x</h2></article>",
		"<meta name=keywords content='a,b,c,d,e,f,g,h'>",
		"<meta itemprop=name content=x><i itemscope>",
		"<meta name=twitter:label1 content=by>",
		"<link rel='canonical next author' href=/x>",
		"<script "
		"type=application/"
		"ld+json>{\"@id\":\"#a\",\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}}</script>",
		"<script type=application/ld+json>[[[[[[[[{\"@graph\":[{\"@type\":\"WebPage\"</script>",
	};

	for (size_t i = 0; i < lengthof(units); i++)
	{
		const Reader *r = read_page(repeat(units[i], 20 * 1000).data, ADDRESS);

		tap_ok(r->facts.count <= FACT_COUNT * 128, units[i]);
	}
}

/* A <meta> counts the nodes before it, which may be all nodes of the page. */
static void
test_meta_at_end(void)
{
	const Reader *r = read_page("<p>x</p><meta itemprop=datePublished content=2020-01-01>", "");
	const Fact *fact = facts_from(&r->facts, FACT_PUBLISHED, FACT_SOURCE_MICRODATA);

	tap_ok(fact != NULL && fact->node == r->page.nnodes - 1,
		   "a <meta> after the last node is assigned to that node");
}

void
test_facts(void)
{
	test_metas();
	test_meta_at_end();
	test_json_ld_article();
	test_json_ld_choice();
	test_microdata();
	test_rdfa_and_hatom();
	test_card();
	test_hostile();
}
