/*
 * test_flat.c
 *	  Pages without markup, read as articles: a text whose lines are the article, the headlines
 *	  of others, and calls to the reader between them.
 */
#include "tap.h"

#include "base/array.h"
#include "article/body/body_kind.h"
#include "french/lexicon.h"

/* Written for this project, in the shape of a page copied from a newspaper's site. */
static const char *const before[] = {
	"Le pont tournant de Granville rouvrira avant l'été",
	"Dernière mise à jour à 18h20 le 14/02",
	"Le conseil départemental a confirmé mardi que le pont tournant de Granville, fermé depuis "
	"l'accident de novembre, rouvrirait \"avant le début de l'été\", a indiqué sa vice-présidente "
	"aux mobilités, Hélène Vasseur.",
	"Elle a précisé que les deux vérins neufs, fabriqués à Saint-Nazaire, avaient été livrés la "
	"semaine dernière et que leur montage demanderait encore six semaines, \"si la météo le veut "
	"bien\".",
	"Le chantier, dont le coût est passé de 2,1 à 2,6 millions d'euros, est payé pour moitié par "
	"la région. \"Personne n'aurait compris que l'on économise sur la sécurité\", a-t-elle noté.",
	"Les pêcheurs, qui contournent le bassin depuis trois mois, ont salué une annonce "
	"\"attendue\", "
	"tout en rappelant que la criée a perdu un dixième de ses ventes.",
};
static const char *const after[] = {
	"Le budget du port de plaisance voté sans débat",
	"Une écluse vieille de cent ans classée monument historique",
	"La criée de Cherbourg cherche un repreneur",
	"Trois candidats pour la ligne de Jersey",
	"Le musée de la Pêche fermé jusqu'en avril",
	"Huîtres : une récolte meilleure que prévu",
};

static const char *const calls[] = {
	"Rejoignez notre groupe de discussion : scannez le code QR ci-contre avec votre téléphone.",
	("Les lecteurs qui veulent nous suivre sur la messagerie WeChat, scannez le code imprimé en "
	 "bas "
	 "de page."),
	"Pour recevoir nos alertes chaque soir, laissez-nous votre adresse électronique.",
	"Abonnez-vous à partir d'un euro par mois et lisez-nous sans publicité.",
	"Vous avez repéré une coquille ? Signalez-la à la rédaction.",
	"Une question, une remarque ? Écrivez-nous, nous lisons tout.",
	"Téléchargez notre application pour ne rien manquer de l'actualité de la mer.",
	"Partagez cet article avec vos proches sur les réseaux sociaux.",
	"Envie d'aller plus loin ? Écoutez notre podcast tous les lundis.",
	"Inscrivez-vous gratuitement à notre lettre du matin.",
	"Suivez-nous sur Mastodon, Bluesky et LinkedIn.",
	"Donnez votre avis : participez à notre sondage en ligne.",
	"Soutenez une presse libre : faites un don, même modeste.",
	"Cliquez ici pour découvrir nos offres réservées aux nouveaux lecteurs.",
	"Imprimez cette page ou envoyez-la par courriel à un ami.",
	"Ce contenu vous a plu ? Dites-le-nous en commentaire.",
	"Notre site utilise des cookies pour mesurer son audience ; vous pouvez les refuser.",
	"Toute reproduction de cette page, même partielle, est soumise à notre autorisation.",
	"Activez les notifications pour être prévenu dès qu'une information tombe.",
	"Retrouvez toute l'équipe sur notre chaîne vidéo et posez vos questions en direct.",
};

static void
add_lines(StrBuf *page, const char *const *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
	{
		strbuf_add(page, str_cstr(lines[i]));
		strbuf_add_char(page, '\n');
	}
}

/*
 * The body of the page with a call in front of a line: right after the text, or between headlines.
 */
static Str
body_with(const char *call, size_t at)
{
	ArticleOptions options = {.known_word = lexicon_has};
	Reader reader;
	StrBuf page;

	strbuf_init(&page, &tap_arena);
	add_lines(&page, before, lengthof(before));
	add_lines(&page, after, at);
	add_lines(&page, &call, 1);
	add_lines(&page, after + at, lengthof(after) - at);
	article_read(&reader, &tap_arena, strbuf_str(&page), &options);
	return reader.article.body;
}

/* The four paragraphs, with a blank line between two. */
static Str
whole_body(void)
{
	StrBuf body;

	strbuf_init(&body, &tap_arena);
	for (size_t i = 2; i < lengthof(before); i++)
	{
		if (i > 2)
			strbuf_add(&body, STR("\n\n"));
		strbuf_add(&body, str_cstr(before[i]));
	}
	return strbuf_str(&body);
}

static void
test_calls(void)
{
	for (size_t i = 0; i < lengthof(calls); i++)
	{
		tap_equal_text(body_with(calls[i], 0), whole_body(), calls[i]);
		tap_equal_text(body_with(calls[i], 3), whole_body(), "… between headlines");
	}
}

static int
kind_of(const char *source)
{
	ArticleOptions options = {.known_word = lexicon_has};
	Reader reader;

	article_read(&reader, &tap_arena, str_cstr(source), &options);
	return reader.body_kind;
}

static void
test_kinds(void)
{
	static const struct
	{
		const char *source;
		BodyKind kind;
		const char *why;
	} cases[] = {
		{"Une ligne\nUne autre", BODY_FLAT, "text without a tag"},
		{"Une ligne de <jean@exemple.fr>\n2\n3\n4\n5\n6\n7\n8", BODY_FLAT, "… and with an address"},
		{"<html lang=fr><body><p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>10<p>11<p>12</body></html>",
		 BODY_FLAT, "bare paragraphs"},
		{"<html lang=fr><body><p>1<p>2<p>3</body></html>", BODY_ORDINARY, "a few of them"},
		{"<h1>a</h1><p>b</p><ul><li>1<li>2<li>3<li>4<li>5<li>6<li>7</ul><table><tr><td>e<td>f</"
		 "table>"
		 "<p>1<p>2<p>3",
		 BODY_FLAT, "the markup of the text alone"},
		{"<article><h1>a</h1><p>b</p><p>c</p></article>", BODY_ORDINARY,
		 "<article> says what it holds"},
		{"<div><p>a<p>b</div><div><p>c<p>d</div><div><p>e</div>", BODY_ORDINARY,
		 "a few boxes without names"},
		{"<div><p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>10</div><div><p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8"
		 "<p>9<p>10</div><div><p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>10</div>",
		 BODY_UNCLASSED, "many"},
		{"<p>a</p><p>b</p><div class=comments>c</div>", BODY_ORDINARY, "a class says it"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_int(kind_of(cases[i].source), cases[i].kind, cases[i].why);
}

void
test_flat(void)
{
	test_kinds();
	test_calls();
}
