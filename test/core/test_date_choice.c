/*
 * test_date_choice.c
 *	  Which of a page's dates is the article's: declared, printed, in a teaser, in a list, today's.
 */
#include "tap.h"

#include <time.h>

#include "article/reader.h"
#include "base/array.h"
#include "pg/json.h"

#define FETCHED INT64_C(1704110400) /* 2024-01-01 12:00 UTC */
#define HEAD(tags)                                                                                 \
	"<html lang=fr><head><title>Le vieux pont ferme aux voitures</title>" tags "</head><body>"
#define ARTICLE "<article itemscope itemtype=\"https://schema.org/NewsArticle\">"
#define H1 "<h1>Le vieux pont ferme aux voitures</h1>"
#define BODY                                                                                       \
	"<p>Le conseil municipal a voté lundi soir, après trois heures de débat, la fermeture du "  \
	"vieux pont aux voitures, que les experts disent fatigué depuis longtemps déjà.</p>"        \
	"<p>Les piétons et les cyclistes pourront encore le franchir, a dit le maire devant la "      \
	"presse, qui promet une passerelle neuve avant la fin de la prochaine année.</p>"
#define PUBLISHED(value) "<meta property=\"article:published_time\" content=\"" value "\">"
#define MODIFIED(value) "<meta property=\"article:modified_time\" content=\"" value "\">"
#define TEASER(address, headline, date)                                                            \
	"<div class=x1><a href=\"" address "\">" headline "</a><span>" date "</span></div>"
#define STRIP                                                                                      \
	"<div>" TEASER("/le-phare-rouvre-ses-portes.html", "Un phare rouvre ses portes aux visiteurs", \
				   "03 juillet 2020")                                                              \
		TEASER("/la-criee-change-de-directeur.html", "La criée change de directeur cet été",       \
			   "02 juillet 2020") "</div>"

static const struct
{
	const char *what;
	const char *html;
	const char *published; /* in UTC, to the minute */
	const char *modified;
} pages[] = {
	{"dated teasers above the title do not beat what the page declares",
	 HEAD(PUBLISHED("2019-05-26T11:12:00Z")) STRIP H1 BODY, "2019-05-26 11:12", ""},
	{"… nor what it prints",
	 HEAD("") STRIP "<article>" H1 "<p>Publié le 26 mai 2019 à 11h12</p>" BODY "</article>",
	 "2019-05-26 11:12", ""},
	{"a day above a short menu is the masthead's, whatever its class",
	 HEAD("") "<div class=date>Samedi 13 mai 2023</div><p><a href=/>La Gazette</a></p><ul><li><a "
			  "href=/a>Sports</a></li><li><a href=/b>Région</a></li></ul><main>" H1
			  "<p>17 juillet 2022</p>" BODY "</main>",
	 "2022-07-17 00:00", ""},
	{"today in a bar with links above the name of the site",
	 HEAD("") "<div>Samedi 13 mai 2023 | <a href=/login>Connexion</a></div><div><a href=/><b>La "
			  "Gazette</b></a></div><article><p>17 juillet 2022</p>" H1 BODY "</article>",
	 "2022-07-17 00:00", ""},
	{"two elements with a date for programs, of which words call the second one modified",
	 HEAD("") "<article>" H1 "<p><time datetime=2022-03-14T10:00:00Z>14 mars</time> <time "
			  "datetime=2022-03-16T12:00:00Z>mis à jour le 16 mars 2022 à 12h</time></p>" BODY
			  "</article>",
	 "2022-03-14 10:00", "2022-03-16 12:00"},
	{"a day without its year in another article's headline",
	 HEAD("") "<article>" H1 BODY
			  "</article><section><h2>Les plus lus</h2><ul><li><a href=\"/a/2\"><span>Le "
			  "marché de Noël ouvrira le 28 novembre</span></a></li></ul></section>",
	 "", ""},
	{"a teaser just below the title",
	 HEAD(PUBLISHED("2020-10-26T18:10:00Z")) "<article>" H1 TEASER(
		 "/la-grande-maree-vue-du-ciel.html", "La grande marée vue du ciel de la côte",
		 "09.08.2020") BODY "</article>",
	 "2020-10-26 18:10", ""},
	{"a column of teasers with <time> beside a printed day",
	 HEAD("") "<main><article><p>14 mars 2023</p>" H1 BODY
			  "</article><aside><a href=\"/un-autre-sujet-voisin.html\"><time "
			  "datetime=\"2023-04-05T08:00\">5 avr. 2023</time> <span>Un autre sujet voisin à lire "
			  "ce soir</span></a></aside></main>",
	 "2023-03-14 00:00", ""},
	{"today's date in the masthead",
	 HEAD("") "<header><p>lundi 1 janvier 2024</p><p>La Gazette</p><p>Région</p><p>Sports</p>"
			  "<p>Culture</p><p>Météo</p></header><article>" H1
			  "<p class=date>Publié le 14 mars 2023</p>" BODY "</article>",
	 "2023-03-14 00:00", ""},
	{"today's date in the masthead, and another above the headline",
	 HEAD("") "<header><p>lundi 1 janvier 2024</p><p>La Gazette</p><p>Région</p><p>Sports</p>"
			  "<p>Culture</p><p>Météo</p></header><article><p>14 mars 2023</p>" H1 BODY
			  "</article>",
	 "2023-03-14 00:00", ""},
	{"the day on which somebody printed the page",
	 HEAD("") "<div>Imprimé le 20/03/2023 11:58</div>" H1 "<p>14 mars 2023</p>" BODY,
	 "2023-03-14 00:00", ""},
	{"a day of the last change that is also called published",
	 HEAD(PUBLISHED("2017-04-12T18:33:00Z") MODIFIED("2020-02-19T15:24:00Z")) ARTICLE H1
	 "<meta itemprop=dateModified content=2020-02-19>"
	 "<meta itemprop=datePublished content=2020-02-19>" BODY "</article>",
	 "2017-04-12 18:33", "2020-02-19 15:24"},
	{"of two declared times of publication, not that of the change",
	 HEAD(PUBLISHED("2016-12-20T13:00:00Z") MODIFIED("2016-12-20T13:00:00Z")) ARTICLE H1
	 "<meta itemprop=datePublished content=2016-12-20T12:44:00Z>" BODY "</article>",
	 "2016-12-20 12:44", "2016-12-20 13:00"},
	{"of two declared changes, not the one that is the publication",
	 HEAD(PUBLISHED("2018-05-03T11:00:00Z") MODIFIED(
		 "2018-05-03T11:00:00Z") "<meta property=dateModified content=2019-01-11T20:25:00Z>")
		 H1 BODY,
	 "2018-05-03 11:00", "2019-01-11 20:25"},
	{"hAtom's <abbr> outside of an entry",
	 HEAD("") "<article>" H1 "<span>Publié à <abbr class=published "
			  "title=\"2011-04-25T00:23:00-04:00\">00:23</abbr></span>" BODY "</article>",
	 "2011-04-25 04:23", ""},
	{"<time> that prints how long ago that was",
	 HEAD("") "<article>" H1
			  "<p><time datetime=\"2020-07-07T12:10:00Z\">il y a 3 heures</time></p>" BODY
			  "</article>",
	 "2020-07-07 12:10", ""},
	{"the title of an element classed as a date",
	 HEAD("") "<article>" H1 "<small>Le <acronym class=published "
			  "title=\"2020-07-07T12:10:00Z\">mardi</acronym></small>" BODY "</article>",
	 "2020-07-07 12:10", ""},
	{"an element of its own with datetime",
	 HEAD("") "<article>" H1 "<relative-time datetime=\"2020-07-07T12:10:00Z\">7 juil. "
			  "2020</relative-time>" BODY "</article>",
	 "2020-07-07 12:10", ""},
	{"a time of Nouméa",
	 HEAD("") "<article>" H1 "<p class=date>Publié le 14 mars 2023 à 7h05, heure de Nouméa</p>" BODY
			  "</article>",
	 "2023-03-13 20:05", ""},
	{"a printed day of publication, and the time of a change on that day",
	 HEAD("") "<article>" H1
			  "<p>Publié le 26 mai 2019</p><p>Mis à jour le 26 mai 2019 à 13h05</p>" BODY
			  "</article>",
	 "2019-05-26 00:00", "2019-05-26 13:05"},
	{"the time of another article of that day",
	 HEAD("") "<article>" H1 "<p>Publié le 26 mai 2019</p>" BODY
			  "</article><aside><a href=\"/un-autre-sujet-voisin.html\"><time "
			  "datetime=\"2019-05-26T17:40\">17h40</time> <span>Un autre sujet voisin à lire "
			  "ce soir</span></a></aside>",
	 "2019-05-26 00:00", ""},
	{"an entry's date that a theme calls updated",
	 HEAD("") "<article>" H1 "<time class=\"entry-date updated module-date\" "
			  "datetime=\"2020-11-04T16:14:08+00:00\">4 novembre 2020</time>" BODY
			  "</article><div class=x1><a href=\"/un-autre-sujet-voisin.html\">Un autre sujet "
			  "voisin "
			  "à lire ce soir</a> <time class=\"entry-date updated module-date\" "
			  "datetime=\"2020-11-04T18:20:00+00:00\">4 novembre 2020</time></div>",
	 "2020-11-04 16:14", ""},
	{"a comment on an article so short that it is near the title",
	 HEAD("") "<h2 class=date-header>9 mars 2008</h2>" H1 BODY
			  "<div class=comments><p>Enfin une passerelle !</p><p>Publié par : Luc | 10 mars 2008 "
			  "à 14h11</p></div>",
	 "2008-03-09 00:00", ""},
	{"today's date just above the headline",
	 HEAD("") "<div>lundi 1 janvier 2024</div>" H1 "<p>Mis en ligne le 14/03/2023</p>" BODY,
	 "2023-03-14 00:00", ""},
	{"the day in the address that the page declares",
	 HEAD("<link rel=canonical href=https://courrier.example/2023/03/14/le-vieux-pont.html>")
		 H1 BODY,
	 "2023-03-14 00:00", ""},
	{"labels in elements of their own",
	 HEAD("") H1 "<div class=info><div>Mis à jour le</div><div>3 juin 2023</div><div>Publié "
				 "le</div><div>27 mai 2023</div></div>" BODY,
	 "2023-05-27 00:00", "2023-06-03 00:00"},
	{"a day in a box beside the title",
	 HEAD(PUBLISHED("2020-10-26T18:10:00Z")) H1
	 "<div class=sidebar><p>12 octobre 2020</p></div>" BODY,
	 "2020-10-26 18:10", ""},
};

static void
check_instant(const Instant *instant, const char *expected, const char *what)
{
	char text[32] = "";
	time_t seconds = (time_t) instant->seconds;
	struct tm fields;

	if (instant->known)
	{
		gmtime_r(&seconds, &fields);
		strftime(text, sizeof(text), "%Y-%m-%d %H:%M", &fields);
	}
	tap_equal_text(str_cstr(text), str_cstr(expected), what);
}

static const Article *
read_page(const char *html, ZoneOffset offset)
{
	ArticleOptions options = {.json = json_parse_events,
							  .has_fetched_at = true,
							  .fetched_at = FETCHED,
							  .zone_offset = offset};
	Reader *reader = arena_new(&tap_arena, Reader);

	article_read(reader, &tap_arena, str_cstr(html), &options);
	return &reader->article;
}

static int32_t
two_hours(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 7200;
}

/* One program writes local time, another UTC, and neither says so. */
static void
check_two_clocks(void)
{
	static const char html[] = HEAD(PUBLISHED(
		"2023-10-25 07:29:00") "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
							   "\"datePublished\":\"2023-10-25 05:29:00\"}</script>") H1 BODY;

	check_instant(&read_page(html, two_hours)->published, "2023-10-25 05:29",
				  "of two times without a zone, two hours apart, the earlier is in UTC");
}

/* What is declared and printed is surer than the date of a teaser. */
static void
check_confidence(void)
{
	float sure =
		read_page(HEAD(PUBLISHED("2019-05-26T11:12:00Z")) H1 "<p>Publié le 26 mai 2019</p>" BODY,
				  NULL)
			->confidence_published;
	float unsure = read_page(HEAD("") H1 BODY STRIP, NULL)->confidence_published;

	tap_ok(sure > 0.9f && sure <= 1.0f, "a declared and printed day is sure");
	tap_ok(unsure < 0.7f, "a teaser's day is not");
	tap_ok(read_page(HEAD("") H1 BODY, NULL)->confidence_published == 0, "no day, no confidence");
}

void
test_date_choice(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		const Article *article = read_page(pages[i].html, NULL);

		check_instant(&article->published, pages[i].published, pages[i].what);
		if (pages[i].modified[0] != '\0')
			check_instant(&article->modified, pages[i].modified, pages[i].what);
	}
	check_two_clocks();
	check_confidence();
}
