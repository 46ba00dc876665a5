/*
 * test_author.c
 *	  Reads authors from small pages: metadata, printed bylines, and names that are not the
 *	  author's.
 */
#include "tap.h"
#include "view.h"

#include "base/array.h"
#include "article/author/author.h"
#include "article/author/given_name.h"
#include "pg/json.h"

#define TITLE "<html lang=fr><head><title>Le vieux pont fermé aux voitures</title>"
#define H1 "<h1>Le vieux pont fermé aux voitures</h1>"
#define BODY                                                                                       \
	"<p>Le conseil municipal a voté lundi soir, après trois heures de débat, la fermeture du "  \
	"vieux pont aux voitures, qui date de 1902 et que les experts disent fatigué.</p>"            \
	"<p>Les piétons et les cyclistes pourront encore le franchir, a dit le maire devant la "      \
	"presse, qui promet une passerelle neuve avant la fin de l'année prochaine.</p>"              \
	"<p>Les commerçants de la rive gauche, qui craignent de perdre leurs clients, demandent une " \
	"navette gratuite pendant toute la durée des travaux de la passerelle.</p>"
#define LD(author)                                                                                 \
	"<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Le vieux "     \
	"pont "                                                                                        \
	"fermé aux voitures\",\"author\":" author "}</script>"

static const struct
{
	const char *what;
	const char *html;
	const char *authors; /* separated by "; " */
} pages[] = {
	{"JSON-LD names people",
	 TITLE LD("[{\"name\":\"Anne Dupont\"},{\"name\":\"Jean Roy\"}]") H1 BODY,
	 "Anne Dupont; Jean Roy"},
	{"JSON-LD names people in a list object",
	 TITLE LD("{\"@list\":[{\"name\":\"Anne Dupont\"},{\"name\":\"Jean Roy\"}]}") H1 BODY,
	 "Anne Dupont; Jean Roy"},
	{"a name beside a day, without a space between the elements",
	 TITLE H1 "<div class=auteur><span>Par</span><span>Anne Dupont</span><span>le "
			  "3/05/2022</span></div>" BODY,
	 "Anne Dupont"},
	{"a byline and a day in two elements without space or class",
	 TITLE H1
	 "<div><span>Auteur : Anne Dupont</span> <span>Article publié le 3/05/2022</span></div>" BODY,
	 "Anne Dupont"},
	{"… but not the first of two in elements of their own",
	 TITLE H1 "<div><b>Par Anne Dupont</b> <b>et Jean Roy</b> <i>le 3/05/2022</i></div>" BODY,
	 "Anne Dupont; Jean Roy"},
	{"a label with an article", TITLE H1 "<p>L'auteur : Anne Dupont</p>" BODY, "Anne Dupont"},
	{"… in capitals", TITLE H1 "<p>L'AUTEUR : Anne Dupont</p>" BODY, "Anne Dupont"},
	{"who publishes the paper",
	 TITLE H1 BODY
	 "<div class=foot><p>Le Courrier du Pont est édité par la SARL Presse du Pont, 12 rue "
	 "des Tilleuls, 29000 Brimont.</p></div>",
	 ""},
	{"JSON-LD contains a whole byline", TITLE LD("\"Par Anne Dupont et Jean Roy\"") H1 BODY,
	 "Anne Dupont; Jean Roy"},
	{"whom the press calls",
	 TITLE H1 BODY "<h3>Contact presse</h3><p>Anne Dupont – "
				   "anne@brimont.example – 02 00 00 00 00</p>",
	 ""},
	{"a meta", TITLE "<meta name=author content=\"Anne Dupont\">" H1 BODY, "Anne Dupont"},
	{"one person, two sources",
	 TITLE "<meta name=author content=\"Anne Dupont\">" H1
		   "<p class=byline>Par Anne Dupont</p>" BODY,
	 "Anne Dupont"},
	{"the site in JSON-LD, a person on the page",
	 TITLE "<meta property=\"og:site_name\" content=\"Courrier du Midi\">" LD(
		 "{\"name\":\"Courrier du Midi\"}") H1
	 "<p class=byline>Par <a href=\"/auteur/anne-dupont\">Anne Dupont</a>, le 12 mars "
	 "2020</p>" BODY,
	 "Anne Dupont"},
	{"nobody but the site", TITLE LD("{\"name\":\"Courrier du Midi\"}") H1 BODY,
	 "Courrier du Midi"},
	{"a newsroom, marked", TITLE H1 "<p class=author>La rédaction</p>" BODY, "La rédaction"},
	{"an agency's name in full", TITLE H1 "<p>Agence France-Presse</p>" BODY,
	 "Agence France-Presse"},
	{"a person with an agency, at the end", TITLE H1 BODY "<p>Anne Dupont (avec AFP)</p>",
	 "Anne Dupont"},
	{"the credit of a picture", TITLE H1 "<p>© Anne Dupont / Courrier du Midi</p>" BODY, ""},
	{"a newsroom after a cue", TITLE H1 "<p>Par le service culturel</p>" BODY,
	 "le service culturel"},
	{"a newsroom that is thanked at the end",
	 TITLE H1 BODY "<p>Une enquête menée avec la rédaction de Valmont</p>", ""},
	{"a person described under a heading",
	 TITLE H1 BODY "<div><h4>À propos de l'autrice</h4><p>Anne Dupont est journaliste au Courrier "
				   "du Midi. Elle suit les communes.</p></div>",
	 "Anne Dupont"},
	{"a reader under a heading of comments",
	 TITLE "<article>" H1 BODY
		   "</article><div><h2>Vos réactions</h2><p>Anne Dupont</p><p>Encore un "
		   "détour.</p></div>",
	 ""},
	{"another article under a short headline",
	 TITLE H1 BODY "<h3>Et aussi</h3><p><a href=/n>La piscine rouvre</a></p><p>Par Anne Dupont</p>",
	 ""},
	{"what is shared is no label", TITLE H1 "<p>Share:</p><p>Link</p>" BODY, ""},
	{"an account name that is not a person", TITLE "<meta name=author content=admin>" H1 BODY, ""},
	{"a marked byline",
	 TITLE H1 "<div class=\"article-author\">Par <b>Anne Dupont</b> avec AFP</div>" BODY,
	 "Anne Dupont"},
	{"a byline in a plain paragraph", TITLE H1 "<p>Par Anne Dupont et Jean Roy</p>" BODY,
	 "Anne Dupont; Jean Roy"},
	{"a link to the author's page, and a section in the same line",
	 TITLE H1 "<div class=byline>Par <a rel=author href=\"/auteur/anne\">Anne</a> "
			  "<a href=/culture>Culture</a></div>" BODY,
	 "Anne"},
	{"a button among the links of a byline",
	 TITLE H1 "<p class=byline><a href=\"/auteur/anne-dupont\">Anne Dupont</a> "
			  "<a href=\"/auteur/anne-dupont?suivre=1\">Alerte</a></p>" BODY,
	 "Anne Dupont"},
	{"a button below the name in a marked element",
	 TITLE H1 "<div class=author-box><div>Par Anne Dupont</div><div>Taille Texte</div></div>" BODY,
	 "Anne Dupont"},
	{"who presents the newsletter",
	 TITLE H1 BODY "<div><p>Le rendez-vous de Claire Vaudrey</p><button>Recevoir</button></div>",
	 ""},
	{"who founded the paper",
	 TITLE "<div><p>Journal fondé le 3 juin 1951 par Serge Ossola</p></div>" H1
		   "<p>vendredi 30 décembre 2022</p>" BODY,
	 ""},
	{"a pseudonym that a link after the cue is",
	 TITLE H1 "<p>Posté le 6 octobre 2016 à 10h54, par <a href=\"\">annedup</a></p>" BODY,
	 "annedup"},
	{"a word that a link after a cue is, in a sentence",
	 TITLE H1 BODY "<p>La fermeture est saluée par <a href=/ecologie>tous</a></p>", ""},
	{"an agency alone", TITLE H1 "<p class=auteur>Par AFP</p>" BODY, "AFP"},
	{"a no-break space", TITLE H1 "<p class=auteur>Par Anne&nbsp;Dupont</p>" BODY, "Anne Dupont"},
	{"text and pictures without colons",
	 TITLE H1 "<p class=credits>Texte <b>Anne Dupont</b> — Photographies <b>Jean Roy</b></p>" BODY,
	 "Anne Dupont"},
	{"a name above the site's",
	 TITLE "<meta property=\"og:site_name\" content=\"Nouvelles du fleuve\">" H1
		   "<p>Anne Dupont<br>Nouvelles du fleuve</p><p>Publié le 12 mars 2020</p>" BODY,
	 "Anne Dupont"},
	{"a library's order of the names",
	 TITLE "<meta name=dc.creator content=\"Dupont, Anne\">" H1 BODY, "Anne Dupont"},
	{"a library's order, of names that no table has",
	 TITLE
	 "<meta name=dc.creator content=\"Xu, Zhilan\"><meta name=dc.creator content=\"Ou, Meng\">"
	 "<meta name=dc.creator content=\"Vaud, Irouz\">" H1 BODY,
	 "Zhilan Xu; Meng Ou; Irouz Vaud"},
	{"two pseudonyms", TITLE "<meta name=author content=\"Momo, Zaza\">" H1 BODY, "Momo; Zaza"},
	{"the house of an author", TITLE H1 "<p class=author>Par Anne Dupont, RTV Rivages</p>" BODY,
	 "Anne Dupont"},
	{"a place that only a style sheet sets apart",
	 TITLE "<meta name=author content=\"Anne Dupont\">" H1
		   "<p class=author>Par <b>ANNE DUPONT</b> LYON</p>" BODY,
	 "Anne Dupont"},
	{"an event before the name",
	 TITLE H1 "<div><p>Concert : Serge Ossola</p></div><p>30 décembre 2022</p>" BODY, ""},
	{"who speaks",
	 TITLE H1 "<div><p>« Nous resterons ici quoi qu'il arrive »</p>"
			  "<p>Claire Vaudrey</p></div>" BODY,
	 ""},
	{"people whom the text links",
	 TITLE H1 "<p class=author><a href=/auteur/anne-dupont>Anne Dupont</a></p>"
			  "<p>Après la victoire sur <a href=/profil/serge-ossola>Serge Ossola</a> en quart de "
			  "finale, la joueuse rencontrera samedi <a href=/profil/claire-vaudrey>Claire "
			  "Vaudrey</a> devant son public, qui attend cela depuis trois ans.</p>" BODY,
	 "Anne Dupont"},
	{"section, headline and byline in one block",
	 TITLE "<font>Agriculture<br><b>Le vieux pont fermé aux voitures</b><br>Article paru le 12 "
		   "mars 2005, par <b>A. DUPONT</b></font><hr>" BODY,
	 "A. DUPONT"},
	{"uppercase in the metadata, mixed case in print",
	 TITLE "<meta name=author content=\"ANNE DUPONT\">" H1
		   "<p class=byline>Par Anne Dupont</p>" BODY,
	 "Anne Dupont"},
	{"uppercase in one source, mixed case in another",
	 TITLE "<meta name=author content=\"Élodie Roy\">" LD("{\"name\":\"ÉLODIE ROY\"}") H1 BODY,
	 "Élodie Roy"},
	{"uppercase everywhere", TITLE H1 "<p class=byline>Par ANNE DUPONT</p>" BODY, "ANNE DUPONT"},
	{"a byline at the end", TITLE H1 BODY "<p>Propos recueillis par Anne Dupont</p>",
	 "Anne Dupont"},
	{"a signature", TITLE H1 BODY "<p style=\"text-align: right\"><em>Anne Dupont</em></p>",
	 "Anne Dupont"},
	{"a label and a name", TITLE H1 "<h4>Auteur</h4><p>Anne Dupont</p>" BODY, "Anne Dupont"},
	{"a name next to a date", TITLE H1 "<p>12 mars 2020 | Anne Dupont</p>" BODY, "Anne Dupont"},
	{"photographers are not authors",
	 TITLE H1 "<p>Texte : Anne Dupont - Photos : Jean Roy</p>" BODY, "Anne Dupont"},
	{"a dateline",
	 TITLE H1
	 "<p>LYON, 3 mars (AFP) - Le vieux pont est fermé depuis lundi soir à toutes les voitures, et "
	 "les riverains s'en plaignent ou s'en félicitent, c'est selon.</p>" BODY,
	 "AFP"},
	{"comments",
	 TITLE H1 BODY "<div class=comments><h3>Commentaires</h3><div class=comment><span "
				   "class=\"comment-author\">Paul "
				   "Petit</span><p>Très bien !</p></div></div>",
	 ""},
	{"teasers of other articles",
	 TITLE H1 BODY "<div class=related><h3>À lire aussi</h3><a href=/a>Une autre nouvelle du jour "
				   "sur le port</a><span class=author>Paul Petit</span></div>",
	 ""},
	{"the byline of a teaser after a short article",
	 TITLE H1 BODY
	 "<aside><a href=/a><h2>Une autre nouvelle du port</h2></a><span class=byline>Par "
	 "Paul Petit</span></aside>",
	 ""},
	{"an agency in the metadata, a teaser's byline",
	 TITLE LD("{\"@type\":\"Organization\",\"name\":\"AFP\"}") H1 BODY
	 "<aside><a href=/a><h2>Une autre nouvelle du port</h2></a><span class=byline>Par Paul "
	 "Petit</span></aside>",
	 "AFP"},
	{"a label with a colon",
	 TITLE "<div><a href=/s>Cours de voile : Lac Bleu Aventure</a></div>" H1 BODY, ""},
	{"two links to one profile",
	 TITLE H1 "<div class=author><a href=/author/anne-dupont>Anne Dupont</a> <a "
			  "href=/author/anne-dupont>Tous Articles</a></div>" BODY,
	 "Anne Dupont"},
	{"a list of menus before the title, in bare lines",
	 "Le vieux pont fermé aux voitures - Le Courrier\nAccueil\nSports\nCulture\nMétéo\nAnnonces\n"
	 "Le vieux pont fermé aux voitures\nPar Anne Dupont\nPublié le 12 mars 2020\nLe conseil "
	 "municipal a voté lundi soir, après trois heures de débat, la fermeture du vieux pont aux "
	 "voitures, qui date de 1902.\nLes piétons et les cyclistes pourront encore le franchir, a dit "
	 "le "
	 "maire devant la presse, qui promet une passerelle neuve.\nLes commerçants de la rive gauche, "
	 "qui "
	 "craignent de perdre leurs clients, demandent une navette gratuite.\nMentions "
	 "légales\nContact\n",
	 "Anne Dupont"},
	{"running text", TITLE H1 "<p>Par ailleurs, Paul Petit a démissionné.</p>" BODY, ""},
	{"plain text",
	 "Le vieux pont fermé aux voitures\n\nPar Anne Dupont\n\nLe conseil municipal a voté lundi "
	 "soir, après trois "
	 "heures de débat, la fermeture du vieux pont aux voitures, qui date de 1902.\n\nLes piétons "
	 "et les cyclistes pourront "
	 "encore le franchir, a dit le maire devant la presse, qui promet une passerelle neuve.\n",
	 "Anne Dupont"},
	{"no article", TITLE "<span class=author>Paul Petit</span>", ""},
};

static Str
show(const StrList *list)
{
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < list->count; i++)
	{
		if (i > 0)
			strbuf_add(&out, STR("; "));
		strbuf_add(&out, list->items[i]);
	}
	return strbuf_str(&out);
}

static void
check_urls(void)
{
	ArticleOptions options = {.url = STR("https://www.courrier.example/pont"),
							  .json = json_parse_events};
	Reader reader;

	article_read(
		&reader, &tap_arena,
		STR(TITLE H1
			"<p class=byline>Par <a href=\"/auteur/anne-dupont\">Anne Dupont</a></p>" BODY),
		&options);
	tap_equal(show(&reader.article.author_urls), "https://www.courrier.example/auteur/anne-dupont",
			  "the address of a profile");
}

/* Every word for author marks an element if it is its class, alone or as a part. */
static void
check_cues(void)
{
	AuthorStarts starts;
	bool marked = true;

	author_starts_init(&starts);
	for (uint32_t i = 0; i < author_ncues; i++)
	{
		bool names = author_cues[i].kind == AUTHOR_CUE;
		StrBuf html;
		Reader *reader;

		strbuf_init(&html, &tap_arena);
		strbuf_add(&html, STR("<p class='page_"));
		strbuf_add(&html, str_cstr(author_cues[i].word));
		strbuf_add(&html, STR("-line'>Anne Dupont</p>"));
		reader = view_read(strbuf_str(&html));
		for (uint32_t node = 1; node < reader->page.nnodes; node++)
			if (reader->page.nodes[node].tag == TAG_p)
				marked &= author_is_marked(&reader->page, &starts, node) == names;
	}
	tap_ok(marked, "words for author mark an element, others do not");
}

/* Names of people of many countries, and what pages print in the same form. */
static void
check_given_names(void)
{
	static const char *const names[] = {"Anne Dupont",	  "Jean-Luc Roy", "HÉLÈNE VASSEUR",
										"José Fernández", "Иван Петров",  "Mehmet Yılmaz"};
	static const char *const others[] = {"Key Highlights", "Text Size", "Anne", "",
										 "Consol Energy"};

	for (size_t i = 0; i < lengthof(names); i++)
		tap_ok(given_name_begins(str_cstr(names[i])), names[i]);
	for (size_t i = 0; i < lengthof(others); i++)
		tap_ok(!given_name_begins(str_cstr(others[i])), others[i]);
	tap_ok(given_name_is_initial(STR("É. Boulet")), "an initial with an accent");
	tap_ok(!given_name_is_initial(STR("Éd. Boulet")), "an abbreviation");
}

void
test_author(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		ArticleOptions options = {.json = json_parse_events};
		Reader reader;

		article_read(&reader, &tap_arena, str_cstr(pages[i].html), &options);
		tap_equal_text(show(&reader.article.authors), str_cstr(pages[i].authors), pages[i].what);
	}
	check_urls();
	check_cues();
	check_given_names();
}
