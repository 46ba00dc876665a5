/*
 * test_title.c
 *	  Headlines and site names of small pages, and where titles are cut.
 */
#include "tap.h"

#include "base/array.h"
#include "article/title/title.h"
#include "pg/json.h"

#define HEAD(title) "<html lang=fr><head><title>" title "</title>"
#define OG(property, value) "<meta property=\"og:" property "\" content=\"" value "\">"
#define BODY                                                                                       \
	"<p>Le conseil municipal a voté lundi soir, après trois heures de débat, la fermeture du "  \
	"vieux pont aux voitures, qui date de 1902 et que les experts disent fatigué.</p>"            \
	"<p>Les piétons et les cyclistes pourront encore le franchir, a dit le maire devant la "      \
	"presse, qui promet une passerelle neuve avant la fin de l'année prochaine.</p>"

#define P_SHORT                                                                                    \
	"<p>Le vieux pont de la gare est fermé aux voitures depuis lundi matin.</p>"                  \
	"<p>Les piétons et les cyclistes peuvent encore le franchir, a dit le maire.</p>"

static const struct
{
	const char *what;
	const char *url;
	const char *html;
	const char *title;
	const char *site;
} pages[] = {
	{"the owner of the copyright, on a page of short paragraphs without headings", "",
	 HEAD("Le pont de la gare ferme aux voitures | Région | La Gazette de Brimont") P_SHORT
	 "<footer><p>© La Gazette de Brimont</p></footer>",
	 "Le pont de la gare ferme aux voitures", "La Gazette de Brimont"},
	{"a crosshead between short paragraphs is no title", "",
	 P_SHORT "<h2>Trois ans de travaux</h2>" P_SHORT, "", ""},
	{"who claims the rights in a meta", "",
	 HEAD("Le pont fermé") "<meta name=copyright content='Copyright (c) 2007 Le Courrier du Pont. "
						   "Tous "
						   "droits réservés'><h1>Le pont fermé</h1>" BODY,
	 "Le pont fermé", "Le Courrier du Pont"},
	{"a lone soft hyphen", "",
	 HEAD("Le vieux &shy; pont fermé") "<h1>Le vieux &shy; pont fermé</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"… or at both ends", "",
	 HEAD("&shy; Le vieux pont fermé &shy;") "<h1>&shy; Le vieux pont fermé &shy;</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"the only h1", "", HEAD("Le vieux pont fermé") "<h1>Le vieux pont fermé</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"the site after a bar", "https://www.courrier-midi.example/pont.html",
	 HEAD("Le vieux pont fermé | Courrier-Midi") BODY, "Le vieux pont fermé", ""},
	{"the site before a dash", "https://www.courrier-midi.example/pont.html",
	 HEAD("Courrier Midi - Le vieux pont fermé") BODY, "Le vieux pont fermé", ""},
	{"the site as og:site_name", "https://www.cm.example/",
	 HEAD("Le vieux pont fermé - Courrier du Midi") OG("site_name", "Courrier du Midi") BODY,
	 "Le vieux pont fermé", "Courrier du Midi"},
	{"section and site", "https://www.courrier.example/",
	 HEAD("Le vieux pont fermé - Régions - Le Courrier")
		 OG("site_name", "Le Courrier") "<h1>Le vieux pont fermé</h1>" BODY,
	 "Le vieux pont fermé", "Le Courrier"},
	{"a dash inside the headline stays", "https://www.courrier.example/",
	 HEAD("Rennes - Lens : un nul sans saveur - Le Courrier") OG(
		 "title",
		 "Rennes - Lens : un nul sans saveur") "<h1>Rennes - Lens : un nul sans saveur</h1>" BODY,
	 "Rennes - Lens : un nul sans saveur", ""},
	{"a kicker in the h1 stays", "https://www.courrier.example/",
	 HEAD("DIRECT. Le vieux pont fermé - Le Courrier")
		 OG("title", "DIRECT. Le vieux pont fermé") "<h1>DIRECT. Le vieux pont fermé</h1>" BODY,
	 "DIRECT. Le vieux pont fermé", ""},
	{"the h1 is the logo", "https://www.courrier.example/pont",
	 HEAD("Le vieux pont fermé - Le Courrier")
		 OG("title", "Le vieux pont fermé") "<h1><a href=\"/\">Le Courrier</a></h1><h2 "
											"class=\"title\">Le vieux pont fermé</h2>" BODY,
	 "Le vieux pont fermé", ""},
	{"the h1 is the site, which ends <title>", "https://www.gazette-du-lac.example/pont",
	 HEAD("Le vieux pont fermé - La Gazette du lac") "<h1>La Gazette du lac</h1><h2>Le vieux pont "
													 "fermé</h2>" BODY,
	 "Le vieux pont fermé", "La Gazette du lac"},
	{"boxes whose heads repeat the name of the programme", "",
	 HEAD("À marée haute : Lucie Berger - Radio Port")
		 OG("title", "À marée haute - Lucie Berger") "<h4 class=boite><span>Les émissions de la "
													 "radio</span></h4>"
													 "<h4 class=boite><span>À propos d'À marée "
													 "haute</span></h4>"
													 "<h4 class=boite><span>Écrire à l'équipe d'À "
													 "marée haute</span></h4>" BODY,
	 "À marée haute - Lucie Berger", ""},
	{"a town after which the newspaper is called",
	 "https://www.gazette-rivier.example/rivier-le-vieux-pont-ferme",
	 HEAD("Rivier : le vieux pont fermé | La Gazette de Rivier") BODY,
	 "Rivier : le vieux pont fermé", "La Gazette de Rivier"},
	{"the site between the headline and a section", "https://www.gazette-du-lac.example/pont",
	 HEAD("Le vieux pont fermé • La Gazette du lac • Ponts") BODY, "Le vieux pont fermé", ""},
	{"the site in brackets", "https://www.gazette-du-lac.example/pont",
	 HEAD("[La Gazette du lac] Le vieux pont fermé") BODY, "Le vieux pont fermé", ""},
	{"the h1 is the section that <title> names", "https://www.courrier.example/pont",
	 HEAD("Le vieux pont de la ville fermé - Transports - Nouvelles") "<h1>Transports</h1><h2>Le "
																	  "vieux pont de la ville "
																	  "fermé</h2>" BODY,
	 "Le vieux pont de la ville fermé", ""},
	{"the <title> of a tool", "",
	 HEAD("Imprimer") "<p><b>Le vieux pont de la ville fermé aux voitures</b></p><p>12 mars "
					  "2024</p>" BODY,
	 "Le vieux pont de la ville fermé aux voitures", ""},
	{"a first paragraph with a colon is no headline", "",
	 "<p>Voitures, camions, autocars : tous devront dès lundi faire le tour par la rive droite, a "
	 "voté le conseil municipal dans la soirée.</p>" BODY,
	 "", ""},
	{"the owner of the copyright", "",
	 HEAD("La Gazette du lac : le vieux pont fermé") BODY "<p>© 2024 La Gazette du lac</p>",
	 "le vieux pont fermé", "La Gazette du lac"},
	{"only the owner of the copyright in <title>", "",
	 HEAD("La Gazette du lac") "<p><b>Le vieux pont de la ville fermé aux voitures</b></p>" BODY
							   "<p>© La Gazette du lac</p>",
	 "Le vieux pont de la ville fermé aux voitures", "La Gazette du lac"},
	{"a home page is the site", "https://www.gazette-du-lac.example/",
	 HEAD("La Gazette du lac : toute l'actualité de la rive") "<h1>La Gazette du lac</h1>" BODY,
	 "La Gazette du lac", "La Gazette du lac"},
	{"the site after an underscore", "http://www.courrier-du-delta.example/pont.htm",
	 HEAD("Le vieux pont fermé_Le Courrier du Delta") "<h1>Le vieux pont fermé</h1>" BODY,
	 "Le vieux pont fermé", "Le Courrier du Delta"},
	{"the site first, nothing else declared", "http://www.gazetteduplateau.example/a.php3?id=1",
	 HEAD("La Gazette du Plateau - Le vieux pont fermé") BODY, "Le vieux pont fermé",
	 "La Gazette du Plateau"},
	{"a kicker on its own line, with a colon in the metadata", "https://www.courrier.example/pont",
	 HEAD("Le Courrier") OG(
		 "title",
		 "Rive gauche: Le vieux pont fermé") "<h1><span>Rive gauche"
											 "</span><span> Le vieux pont fermé</span></h1>" BODY,
	 "Rive gauche: Le vieux pont fermé", ""},
	{"the h1 links to the home page: a name of the site", "https://www.courrier.example/pont",
	 HEAD("Le vieux pont fermé | Nouvelles de la vallée") "<h1><a href=\"/\">Nouvelles de la "
														  "vallée</a></h1><h3>Le vieux pont "
														  "fermé</h3>" BODY,
	 "Le vieux pont fermé", ""},
	{"a kicker separated by a space only", "https://www.courrier.example/pont",
	 HEAD("Le Courrier") OG("title", "Rive gauche Le vieux pont fermé") "<h1><span>Rive gauche"
																		"</span> Le vieux pont "
																		"fermé</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"an emphasized first word of a headline is not a kicker", "https://www.courrier.example/pont",
	 HEAD("Lyon ferme le vieux pont - Le Courrier") "<h1><span>Lyon</span> ferme le vieux "
													"pont</h1>" BODY,
	 "Lyon ferme le vieux pont", ""},
	{"the name of a newspaper in italics is not a kicker", "https://www.courrier.example/pont",
	 HEAD("La Gazette Illustrée ferme") "<h1><i>La Gazette</i> Illustrée ferme</h1>" BODY,
	 "La Gazette Illustrée ferme", ""},
	{"the h1 is the last breadcrumb, an h2 the headline", "https://www.courrier.example/pont",
	 HEAD("Ponts: la fermeture du vieux pont expliquée - Le Courrier")
		 OG("title",
			"Le vieux pont de la ville fermé aux "
			"voitures") "<nav><a href=\"/\">Accueil</a><h1>Ponts: la fermeture du vieux pont "
						"expliquée</h1></nav><article><h2><span>Rive gauche</span> <span>Le "
						"vieux pont de la ville fermé aux voitures</span></h2>" BODY "</article>",
	 "Le vieux pont de la ville fermé aux voitures", ""},
	{"a truncated Open Graph title", "https://www.courrier.example/pont",
	 HEAD("Le maire dit que le pont est \"fatigué\"")
		 OG("title", "Le maire dit que le pont est") "<h1>Le maire dit que le pont est "
													 "\"fatigué\"</h1>" BODY,
	 "Le maire dit que le pont est \"fatigué\"", ""},
	{"two h1, the second agrees", "https://www.courrier.example/pont",
	 HEAD("Le vieux pont fermé")
		 OG("title", "Le vieux pont fermé") "<h1>À la une</h1><h1>Le vieux pont fermé</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"JSON-LD alone", "https://www.courrier.example/pont",
	 HEAD(
		 "Le Courrier") "<script "
						"type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Le "
						"vieux pont "
						"fermé\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Le "
						"Courrier\"}}</script></head>" BODY,
	 "Le vieux pont fermé", "Le Courrier"},
	{"no h1, an h2 that agrees", "https://www.courrier.example/pont",
	 HEAD("Le vieux pont fermé - Le Courrier") "<h2>Le vieux pont fermé</h2>" BODY "<h2>Météo</h2>",
	 "Le vieux pont fermé", ""},
	{"references and spaces", "https://www.courrier.example/pont",
	 HEAD("Le pont") "<h1>\n  L&rsquo;Isle&nbsp;: le pont\n  "
					 "&laquo;&nbsp;ferm&eacute;&nbsp;&raquo; </h1>" BODY,
	 "L’Isle : le pont « fermé »", ""},
	{"nothing but a page title", "", HEAD("Le vieux pont fermé") BODY, "Le vieux pont fermé", ""},
	{"plain text", "",
	 "Publié le 12 mars 2020 à 13h54\n\nLe vieux pont fermé aux voitures\n\nLe conseil municipal a "
	 "voté lundi soir, après "
	 "trois heures de débat, la fermeture du vieux pont aux voitures.\n\nLes piétons pourront le "
	 "franchir.\n",
	 "Le vieux pont fermé aux voitures", ""},
	{"plain text without a headline", "",
	 "Dernière mise à jour à 13h54 le 29/12\n\nLe conseil municipal a voté lundi soir, après trois "
	 "heures de débat, la "
	 "fermeture du vieux pont aux voitures.\n\nLes piétons pourront le franchir.\n",
	 "", ""},
	{"paragraphs alone", "https://www.courrier.example/le-vieux-pont-ferme-aux-voitures",
	 "<p>Accueil</p><p>Sports</p><p>Culture</p><p>Le vieux pont fermé aux voitures</p>"
	 "<p>Par Anne Dupont</p>" BODY,
	 "Le vieux pont fermé aux voitures", ""},
	{"a fragment with a section heading", "", BODY "<h2>Une passerelle neuve</h2>" BODY, "", ""},
	{"… and <title>", "",
	 HEAD("Le vieux pont fermé") "<section>" BODY "</section><h2>Une passerelle neuve</h2>" BODY,
	 "Le vieux pont fermé", ""},
	{"the heading of a dialog", "",
	 HEAD("Le vieux pont fermé aux voitures") "<div class=consent-modal><div role=heading "
											  "class=title>Vos choix de traceurs</div><p>Nous "
											  "déposons des traceurs sur votre "
											  "appareil.</p></div>" BODY,
	 "Le vieux pont fermé aux voitures", ""},
	{"a heading in capitals", "",
	 HEAD("Le vieux pont fermé")
		 OG("title", "Le vieux pont fermé") "<h1>LE VIEUX PONT FERMÉ</h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"nothing but a page title with section and site",
	 "https://www.gazette-du-lac.example/region/le-vieux-pont-ferme-aux-voitures",
	 HEAD("Le vieux pont fermé aux voitures | Région | La Gazette du lac") BODY,
	 "Le vieux pont fermé aux voitures", ""},
	{"a headline that only its class tells", "",
	 HEAD(
		 "Presse") "<div id=hd><span class=frHeadline><b>Le vieux pont fermé</b></span></div>" BODY,
	 "Le vieux pont fermé", ""},
	{"a kicker and a headline without a space between the elements", "",
	 HEAD("Le vieux pont fermé") "<h1><span>Travaux</span><span>Le vieux pont "
								 "fermé</span></h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"a label after the headline", "",
	 HEAD("Le vieux pont fermé - Le Courrier") "<h1>Le vieux pont fermé "
											   "<span>Abonnés</span></h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"a date in the heading, which nothing else states", "",
	 HEAD("Le Courrier") "<h1>Le vieux pont fermé <small>Publié le 14 mars 2023</small></h1>" BODY,
	 "Le vieux pont fermé", ""},
	{"the day and the site after the headline", "https://www.courrier-midi.example/pont",
	 HEAD("Le vieux pont fermé - 14/03/2023 - Courrier Midi") BODY, "Le vieux pont fermé", ""},
	{"a fragment that begins with a paragraph has no headline", "",
	 "<p>Le tramway a repris ses courses jeudi matin entre la place et l'hôpital, après onze mois "
	 "d'arrêt et un procès qui avait opposé la ville à son constructeur.</p><h2>Onze mois "
	 "d'arrêt</h2><p>Les douze rames, repeintes en vert, "
	 "transporteront chaque jour près de neuf mille voyageurs, a indiqué l'adjoint aux "
	 "transports.</p>",
	 "", ""},
	{"site and section before the headline", "https://www.gazette-du-lac.example/pont",
	 HEAD("La Gazette du lac | Transports | Le vieux pont de la ville fermé") BODY,
	 "Le vieux pont de la ville fermé", "La Gazette du lac"},
	{"a kicker after the site", "https://www.gazette-du-lac.example/pont",
	 HEAD("La Gazette du lac : Rivier : le vieux pont de la ville fermé") BODY,
	 "Rivier : le vieux pont de la ville fermé", "La Gazette du lac"},
	{"a line in bold that <title> repeats after an unknown site", "",
	 HEAD("Nouvelles du canton - Le vieux pont fermé") "<p>Mardi 6 février 2001</p><p><b>Le vieux "
													   "pont fermé</b></p>" BODY,
	 "Le vieux pont fermé", ""},
	{"the same below the site's name in <title>", "",
	 HEAD("Le vieux pont de la ville fermé - Nouvelles du canton") "<div>Nouvelles du "
																   "canton</div><div>Le vieux pont "
																   "de la ville fermé</div>" BODY,
	 "Le vieux pont de la ville fermé", ""},
	{"an empty page", "", "", "", ""},
};

static void
check_page(size_t i)
{
	ArticleOptions options = {.json = json_parse_events};
	Article *article;
	Reader reader;

	if (pages[i].url[0] != '\0')
		options.url = str_cstr(pages[i].url);
	article_read(&reader, &tap_arena, str_cstr(pages[i].html), &options);
	article = &reader.article;
	tap_equal_text(article->title.data ? article->title : STR(""), str_cstr(pages[i].title),
				   pages[i].what);
	if (pages[i].site[0] != '\0')
		tap_equal_text(article->site_name, str_cstr(pages[i].site), pages[i].what);
}

/* A headline that all sources state is surer than a line among others. */
static void
check_confidence(void)
{
	ArticleOptions options = {.json = json_parse_events};
	Reader sure;
	Reader unsure;

	article_read(&sure, &tap_arena,
				 STR(HEAD("Le vieux pont fermé")
						 OG("title", "Le vieux pont fermé") "<h1>Le vieux pont fermé</h1>" BODY),
				 &options);
	article_read(&unsure, &tap_arena, STR("<p>Accueil</p><p>Le pont</p><p>Menu</p>" BODY),
				 &options);
	tap_ok(sure.article.confidence_title > 0.9f, "a headline that all sources state is sure");
	tap_ok(unsure.article.confidence_title < 0.7f, "a short line is not");
}

static void
check_cuts(const char *title, const char *expected)
{
	TitleCut cuts[TITLE_MAX_CUTS];
	Str text = str_cstr(title);
	uint32_t count = title_cuts(text, cuts);
	uint32_t from = 0;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i <= count; i++)
	{
		uint32_t to = i < count ? cuts[i].start : text.len;

		if (i > 0)
			strbuf_add(&out, STR("#"));
		strbuf_add(&out, str_sub(text, from, to - from));
		from = i < count ? cuts[i].end : text.len;
	}
	tap_equal_text(strbuf_str(&out), str_cstr(expected), title);
}

/* Nested headings, each of which contains the whole text of the page. */
static void
check_nested(void)
{
	ArticleOptions options = {.json = json_parse_events};
	size_t before;
	StrBuf page;
	Reader reader;

	strbuf_init(&page, &tap_arena);
	for (int i = 0; i < 150; i++)
		strbuf_add(&page, STR("<div><h1><span rel=author>"));
	for (int i = 0; i < 20000; i++)
		strbuf_add(&page, STR("mot "));
	before = tap_arena.total;
	article_read(&reader, &tap_arena, strbuf_str(&page), &options);
	tap_ok(tap_arena.total - before < 50 * page.len, "the memory for nested headings is bounded");
}

void
test_title(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
		check_page(i);
	check_cuts("Le pont - Le Courrier", "Le pont#Le Courrier");
	check_cuts("Le pont | Régions | Le Courrier", "Le pont#Régions#Le Courrier");
	check_cuts("Le pont :: Le Courrier", "Le pont#Le Courrier");
	check_cuts("Le pont // Régions >> Le Courrier", "Le pont#Régions#Le Courrier");
	check_cuts("Peut-être", "Peut-être");
	check_cuts("다리 폐쇄··· 시장 \"내년에 새 다리\" · 지역신문",
			   "다리 폐쇄··· 시장 \"내년에 새 다리\"#지역신문");
	check_cuts("Le « vieux » pont", "Le « vieux » pont");
	check_cuts("Pont : la fermeture", "Pont#la fermeture");
	check_cuts("18:30, le pont", "18:30, le pont");
	check_cuts("標題_首頁", "標題#首頁");
	check_cuts("Le pont_Le Courrier", "Le pont#Le Courrier");
	check_cuts("Le type my_type", "Le type my_type");
	check_cuts(" - ", " - ");
	check_cuts("a | b | c | d | e | f | g | h | i | j | k | l | m | n",
			   "a#b | c#d#e#f#g#h#i#j#k#l#m#n");
	check_confidence();
	check_nested();
}
