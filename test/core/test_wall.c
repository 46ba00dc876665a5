/*
 * test_wall.c
 *	  Pages shown before an article or in its place have no body and little confidence; articles
 *	  about such things keep both.
 */
#include "tap.h"

#include "view.h"

#include "base/array.h"
#include "text/compare.h"

#define MENU                                                                                       \
	"<header><nav><ul><li><a href=/>Accueil</a></li><li><a "                                       \
	"href=/s>Sports</a></li></ul></nav></header>"

static const struct
{
	const char *name;
	const char *page;
} walls[] = {
	{"a consent wall",
	 "<title>Le Courrier</title>" MENU
	 "<h1>Vos choix</h1><p>Avec votre accord, nos 143 partenaires et nous déposons des cookies "
	 "sur votre appareil pour mesurer l'audience et vous montrer des publicités.</p>"
	 "<p>Vous pouvez tout refuser ou retirer votre consentement à tout moment.</p>"},
	{"... that declares an article",
	 "<html><meta property='og:type' content=article><meta property='article:published_time' "
	 "content='2023-03-14T10:00:00Z'><meta name=author content='Anne Vidal'><title>Le phare</title>"
	 "<h1>We value your privacy</h1><p>We and our partners store cookies on your device and "
	 "process "
	 "personal data for personalised ads and content. You may accept or refuse to consent, or "
	 "change your "
	 "preferences.</p>"},
	{"a challenge",
	 "<title>Just a moment</title><h1>gazette.example</h1><p>Verify that you are human by "
	 "completing the "
	 "action below.</p><p>gazette.example needs to review the security of your connection before "
	 "proceeding. Enable JavaScript and cookies to continue.</p>"},
	{"an error",
	 "<title>Page introuvable</title>" MENU
	 "<h1>Erreur 404</h1><p>La page que vous cherchez n'existe pas ou a été déplacée. Vérifiez "
	 "l'adresse ou revenez à l'accueil, où vous trouverez les articles du jour.</p>"},
	{"... that a server generated",
	 "<title>403 Forbidden</title><h1>Forbidden</h1><p>You don't have permission to access this "
	 "resource. "
	 "Additionally, a 404 Not Found error was encountered while trying to handle the request.</p>"},
	{"... above other news",
	 "<title>Seite nicht gefunden</title>" MENU "<h1>Seite nicht gefunden</h1><p>Der Leuchtturm im "
												"Hafen öffnet nach drei Jahren wieder, und hundert "
	 "Menschen kamen trotz des Regens zum Fest am Kai.</p><p>Der Markt zieht im Winter auf die "
	 "Nordseite "
	 "um, weil dort die Lichter hängen und der Wind schwächer weht.</p>"},
	{"a login",
	 "<title>Log in</title><h1>Sign in to your account</h1><p>Enter your email address and "
	 "password "
	 "to log in. New here? Create a free account in a minute to keep reading our articles.</p>"
	 "<p>Forgot your password?</p>"},
	{"an empty search",
	 "<title>Recherche</title>" MENU
	 "<h1>Aucun résultat</h1><p>Votre recherche n'a donné aucun résultat. Essayez avec "
	 "d'autres mots-clés ou vérifiez l'orthographe de ceux que vous avez saisis.</p>"},
	{"a parked domain",
	 "<title>phare.example</title><h1>phare.example</h1><p>This domain is for sale by its "
	 "owner. The page is parked free; inquire about the domain or its price here, or find "
	 "related searches on this site.</p>"},
	{"a challenge without tags",
	 "Vérification en cours\n\nNous devons vérifier que vous n'êtes pas un robot avant de "
	 "continuer. Activez JavaScript et les cookies de votre navigateur.\n"},
};

static const struct
{
	const char *name;
	const char *page;
	const char *holds;
} pages[] = {
	{"news about cookies",
	 MENU "<article><h1>Une amende pour le moteur de recherche</h1><time datetime='2023-03-14'>14 "
		  "mars 2023</time>"
		  "<p>La commission a infligé une amende de 60 millions d'euros au géant américain, à qui "
		  "elle reproche de "
		  "ne pas permettre aux internautes de refuser les cookies aussi simplement que de les "
		  "accepter.</p>"
		  "<p>Le groupe a trois mois pour changer ses pratiques. Il a annoncé qu'il ferait appel "
		  "devant le Conseil "
		  "d'État, qui devrait trancher avant l'été.</p></article>",
	 "trois mois"},
	{"news about stolen passwords, without a date",
	 MENU "<article><h1>Hackers steal data of two million</h1><p>A phone company said on Monday "
		  "that hackers had "
		  "stolen the e-mail addresses and passwords of two million subscribers from a server that "
		  "was left open "
		  "to the internet for a month.</p><p>Customers were told to change their password at "
		  "once. Shares of the "
		  "company fell nine percent in London.</p></article>",
	 "nine percent"},
	{"an article after a consent dialog",
	 MENU "<div><p>We use cookies on your device. You may accept or "
		  "refuse.</p></div><article><h1>The lighthouse "
		  "opens again</h1><p>The lighthouse at the harbour opened again on Tuesday after three "
		  "years of work, "
		  "before a hundred people who had come in spite of the rain.</p><p>The mayor cut the "
		  "ribbon with the "
		  "children of the school next door, who had found the name of the new lamp.</p></article>",
	 "the children"},
};

static void
test_walls(void)
{
	for (size_t i = 0; i < lengthof(walls); i++)
	{
		Reader *reader = view_read(str_cstr(walls[i].page));

		tap_ok(reader->article.confidence < 0.3f, walls[i].name);
		tap_equal_text(reader->article.body, STR_NONE, "... has no body");
	}
}

static void
test_pages(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		Reader *reader = view_read(str_cstr(pages[i].page));

		tap_ok(reader->article.confidence > 0.4f, pages[i].name);
		tap_ok(str_find(reader->article.body, str_cstr(pages[i].holds)) > 0, "... keeps its body");
	}
}

/*
 * The list is searched by bytes, so it must be sorted, and compared with keys, so it must consist
 * of keys.
 */
static void
test_list(void)
{
	static const Str words[] = {
#define WALL(kind, weight, words) {words, sizeof(words) - 1},
#include "article/body/wall_word_list.h"
#undef WALL
	};
	bool sorted = true;

	for (size_t i = 0; i < lengthof(words); i++)
	{
		if (!str_equal(compare_key(&tap_arena, words[i]), words[i]) || words[i].len < 2)
			tap_equal_text(compare_key(&tap_arena, words[i]), words[i], "each word is a key");
		sorted &= i == 0 || strcmp(words[i - 1].data, words[i].data) <= 0;
	}
	tap_ok(sorted, "the words are sorted");
}

void
test_wall(void)
{
	test_list();
	test_walls();
	test_pages();
}
