/*
 * test_related.c
 *	  Which links of a page lead to other articles, and the place of each link.
 */
#include "tap.h"
#include "view.h"

#define SITE "https://www.gazette.example"

/* A page with a body of some length, markup within it, and markup after it. */
static Str
page(const char *within, const char *after)
{
	StrBuf html;

	strbuf_init(&html, &tap_arena);
	strbuf_add(
		&html,
		STR("<html lang=fr><title>Un ponton pour le lac - La Gazette</title><body><header>"
			"<a href='/'>La Gazette</a><nav><ul><li><a href='/actualites-du-lac-et-des-"
			"rives/'>Toutes les actualités du lac et des rives</a></li></ul></nav></header>"
			"<main><article><h1>Un ponton pour le lac</h1><p>Le conseil municipal a voté hier "
			"soir, à main levée, la construction d'un <a href='/tag/ponton/'>ponton</a> de "
			"quarante mètres au pied de la halle, là où accostaient les barques.</p>"));
	strbuf_add(&html, str_cstr(within));
	strbuf_add(
		&html,
		STR("<p>Les travaux doivent commencer à l'automne, une fois les cygnes partis, et "
			"durer trois mois si le niveau du lac le permet, selon le service technique.</p>"
			"<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club "
			"d'aviron, présente dans le public avec une vingtaine de rameurs.</p></article>"));
	strbuf_add(&html, str_cstr(after));
	strbuf_add(&html,
			   STR("</main><footer><ul><li><a href='/mentions-legales-du-site-2020.html'>Mentions "
				   "légales et conditions de vente du site</a></li></ul></footer>"));
	return strbuf_str(&html);
}

/* The related links as "text|url" lines. */
static Str
related(const Reader *reader)
{
	StrBuf lines;

	strbuf_init(&lines, &tap_arena);
	for (uint32_t i = 0; i < reader->article.nrelated; i++)
	{
		const ArticleLink *link = &reader->article.related[i];

		strbuf_add(&lines, link->text);
		strbuf_add_char(&lines, '|');
		strbuf_add(&lines, link->url);
		strbuf_add_char(&lines, '\n');
	}
	return strbuf_str(&lines);
}

static void
check(const char *within, const char *after, const char *expected, const char *name)
{
	tap_equal_text(related(view_read(page(within, after))), str_cstr(expected), name);
}

static void
test_lists(void)
{
	check("", "", "", "no other article on the page");
	check("",
		  "<section><h2>Sur le même sujet</h2><ul><li><a href='les-cygnes-sont-revenus.html'>Les "
		  "cygnes "
		  "sont revenus au port</a></li><li><a "
		  "href='//photos.gazette.example/2020/aviron-en-images.html'>"
		  "Aviron : les images de la régate</a></li></ul></section>",
		  "Les cygnes sont revenus au port|" SITE "/vie/les-cygnes-sont-revenus.html\n"
		  "Aviron : les images de la "
		  "régate|https://photos.gazette.example/2020/aviron-en-images.html\n",
		  "a list");
	check(
		"",
		"<div class=cartes><div><a href='/vie/cygnes-234567'><img src='c.jpg' alt=''></a><a "
		"href='/vie/'>Vie du lac et des rives</a><h3><a href='/vie/cygnes-234567'>Les cygnes sont "
		"revenus au port</a></h3><p><a href='/vie/cygnes-234567'>Trois couples ont été observés "
		"dimanche matin devant la capitainerie par un promeneur.</a></p></div></div>",
		"Les cygnes sont revenus au port|" SITE "/vie/cygnes-234567\n",
		"a teaser in several links");
	check("",
		  "<a href='/vie/cygnes-234567'><span>12:05</span><div>OISEAUX DU LAC</div><h3>Les cygnes "
		  "sont "
		  "revenus au port</h3><p>Trois couples ont été observés dimanche matin.</p></a>",
		  "Les cygnes sont revenus au port|" SITE "/vie/cygnes-234567\n", "a teaser in one link");
	check("<p><strong>Lire aussi :</strong> <a href='/vie/cygnes-234567'>Les cygnes sont revenus "
		  "au port"
		  "</a></p>",
		  "<p><a href='/vie/halle-234568'>→ À lire aussi : La halle fermée pour travaux</a></p>",
		  "Les cygnes sont revenus au port|" SITE "/vie/cygnes-234567\n"
		  "La halle fermée pour travaux|" SITE "/vie/halle-234568\n",
		  "lines that point to an article");
}

static void
test_others(void)
{
	check("",
		  "<ul class=tags><li><a href='/tag/lac-123456'>Le lac et ses rives en hiver</a></li></ul>",
		  "", "tags");
	check("",
		  "<ul><li><a href='/auteur/anne-dupont-123456'>Tous les articles d'Anne "
		  "Dupont</a></li></ul>",
		  "", "author pages are left out, by their address");
	check("",
		  "<p><a href='/vie/cygnes-234567'>Lire la suite</a> <a "
		  "href='/vie/cygnes-234567'>OISEAUX</a></p>",
		  "", "generic link texts are left out");
	check("",
		  "<ul><li><a "
		  "href='https://annonces.example/2020/une-offre-qui-change-tout-123456.html'>Une offre "
		  "qui change tout pour les retraités</a></li></ul>",
		  "", "other sites are left out");
	check(
		"",
		"<ul class=related><li><a href='/emploi/redacteur-web-123456.html'>Rédacteur ou rédactrice "
		"web</a></li><li><a href='/vie/redacteur-234570'>Rédacteur du journal des rives (H/F)"
		"</a></li><li><a href='/theme/248'>Les relations entre les deux rives</a></li><li>"
		"<a href='/partage-234571?url=https%3A%2F%2Fwww.gazette.example%2F'>Partager cette page "
		"avec "
		"un ami</a></li><li><a href='/vie/charte-234572#comment-nous-testons'>Comment nous testons "
		"les barques</a></li></ul>",
		"", "jobs, lists, share links and rules are left out");
	check("",
		  "<ul class=related><li><a href='page.html#suite'>Un ponton enfin construit pour le "
		  "lac</a></li>"
		  "<li><a href='/vie/ponton-234569'>Un ponton pour le lac</a></li>"
		  "<li><a href='/vie/cygnes-234567'>Les cygnes sont revenus au port</a></li>"
		  "<li><a href='/vie/cygnes-234567/?utm_source=bas'>Les cygnes sont revenus</a></li>"
		  "<li><a href='javascript:plus(234570)'>Voir tous les articles sur le sujet</a></li></ul>",
		  "Les cygnes sont revenus au port|" SITE "/vie/cygnes-234567\n",
		  "the page itself and repeated links are left out");
	check("",
		  "<ul class=related><li><a href='/series/les-oiseaux-du-lac'>Notre série sur les oiseaux "
		  "du lac</a>"
		  "</li><li><a href='/series/les-oiseaux-du-lac/cygnes-234567'>Les cygnes sont revenus au "
		  "port</a>"
		  "</li></ul>",
		  "Les cygnes sont revenus au port|" SITE "/series/les-oiseaux-du-lac/cygnes-234567\n",
		  "the list that contains other links is left out");
}

static void
test_without_address(void)
{
	Reader *reader = view_read_nowhere(page(
		"", "<ul class=related><li><a href='/vie/cygnes-234567'>Les cygnes sont revenus au "
			"port</a></li>"
			"<li><a href='" SITE "/vie/halle-234568'>La halle fermée pour travaux</a></li></ul>"));

	tap_equal(related(reader),
			  "Les cygnes sont revenus au port|\nLa halle fermée pour travaux|" SITE
			  "/vie/halle-234568\n",
			  "without a base, relative links keep their text");
	tap_ok(reader->article.nrelated == 2 && reader->article.related[0].url.data == NULL,
		   "and have no address");
}

/*
 * The related headlines of a page without links: its first block is the title, the second the body.
 */
static Str
lines_of(Str html)
{
	Reader *reader = view_read_nowhere(html);

	for (uint32_t i = 0; i < reader->blocks.count; i++)
		reader->blocks.items[i].kept = i == 1;
	reader->title_block = 0;
	reader->article.title = reader->blocks.items[0].text;
	reader->article.nrelated = 0;
	related_read(reader);
	return related(reader);
}

static void
test_plain_text(void)
{
	Str text = lines_of(STR(
		"Un ponton pour le lac\nLe conseil municipal a voté hier soir la construction d'un "
		"ponton.\n"
		"Les cygnes sont revenus au port\nRejoignez notre groupe : scannez le code QR ci-dessous\n"
		"La halle est fermée pour travaux\nContact\nPublié le 28 décembre 2017\n"
		"Tous droits réservés, reproduction interdite\n"));

	tap_equal(text, "Les cygnes sont revenus au port|\nLa halle est fermée pour travaux|\n",
			  "headlines of a plain-text page");
	tap_equal(
		lines_of(STR("<p>Un ponton pour le lac</p><p>Le conseil municipal a voté hier soir la "
					 "construction.</p><p>Les cygnes sont<br>revenus au port</p>")),
		"Les cygnes sont revenus au port|\n", "a headline of two lines is one line");
	tap_equal(
		lines_of(STR("<p>Un ponton pour le lac</p><p>Le conseil municipal a voté hier soir la "
					 "construction.</p><pre>Les cygnes  sont revenus au port</pre>")),
		"Les cygnes sont revenus au port|\n", "spaces in a headline are single");
	tap_equal(
		lines_of(STR("<p>Un ponton pour le lac</p><p>Le conseil municipal a voté hier soir la "
					 "construction.</p><pre>Les cygnes sont\frevenus au port</pre>")),
		"Les cygnes sont revenus au port|\n", "a headline has no control characters");
}

/* Appends a link as a "place text" line. */
static void
add_place(void *context, const ArticleLink *link)
{
	StrBuf *lines = context;

	strbuf_add(lines, str_cstr(link->place));
	strbuf_add_char(lines, ' ');
	strbuf_add(lines, link->text);
	strbuf_add_char(lines, '\n');
}

static void
test_places(void)
{
	Reader *reader = view_read(page(
		"", "<ul class=related><li><a href='/vie/cygnes-234567'>Les cygnes sont revenus au "
			"port</a></li>"
			"</ul><p><a href='/abonnement'>S'abonner</a> <a href='mailto:a@b.example'>Écrire</a> "
			"<a href='/f'><img src='f.png' alt='Une carte'></a></p>"));
	StrBuf lines;

	strbuf_init(&lines, &tap_arena);
	links_each(reader, add_place, &lines);
	tap_equal(
		strbuf_str(&lines),
		"navigation La Gazette\nnavigation Toutes les actualités du lac et des rives\nbody ponton\n"
		"related Les cygnes sont revenus au port\nother S'abonner\nother Une carte\n"
		"navigation Mentions légales et conditions de vente du site\n",
		"places of links");
}

void
test_related(void)
{
	test_lists();
	test_others();
	test_without_address();
	test_plain_text();
	test_places();
}
