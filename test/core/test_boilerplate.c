/*
 * test_boilerplate.c
 *	  boilerplate_reason(), headline_points() and headline_strip(): lines recognized by their words
 *	  alone.
 */
#include "tap.h"

#include "base/array.h"
#include "text/compare.h"
#include "article/cue/headline.h"
#include "article/cue/boilerplate.h"

#define WHOLE(words) words,
#define LINE(words) words,
#define CLAIM(words) words,
#define CALL(words) words,
#define OFFER(words) words,
#define CHANNEL(words) words,
#define LETTER(words) words,
static const char *const listed[] = {
#include "article/cue/boilerplate_list.h"
};

/* An entry that differs from its own key can never match. */
static void
test_list(void)
{
	size_t i = 0;

	while (i < lengthof(listed) &&
		   str_equal(compare_key(&tap_arena, str_cstr(listed[i])), str_cstr(listed[i])))
		i++;
	tap_ok(i == lengthof(listed), i < lengthof(listed) ? listed[i] : "every entry is a key");
}

#define POINTER(phrase) phrase,
static const char *const pointers[] = {
#include "article/cue/see_also_list.h"
};

/* headline.c finds the first one by binary search. */
static void
test_order(void)
{
	size_t i = 1;

	while (i < lengthof(pointers) && strcmp(pointers[i - 1], pointers[i]) < 0)
		i++;
	tap_ok(i == lengthof(pointers),
		   i < lengthof(pointers) ? pointers[i] : "the pointers are sorted");
}

static void
test_notices(void)
{
	static const char *const notices[] = {
		"Publicité",
		"- WERBUNG -",
		"La suite après cette publicité",
		"3 min read",
		"Temps de lecture : 12 minutes",
		"Inscrivez-vous à notre lettre d’information pour recevoir nos articles chaque matin.",
		"Suivez-nous sur Facebook et Instagram",
		"Rejoignez notre groupe de discussion : scannez le code QR avec votre téléphone.",
		"© 2024 La Gazette du lac. Tous droits réservés.",
		"Sign up for our newsletter and get the stories of the lake.",
		"Folgen Sie uns auf Instagram!",
		"Suscríbete a nuestro boletín",
		"Подписывайтесь на наш канал в Telegram",
		"この記事は会員限定です。",
		"扫描二维码关注我们的公众号",
	};

	for (size_t i = 0; i < lengthof(notices); i++)
		tap_ok(boilerplate_reason(&tap_arena, str_cstr(notices[i])) != NULL, notices[i]);
}

static void
test_sentences(void)
{
	static const char *const sentences[] = {
		"",
		"Publicité mensongère : la société du lac condamnée",
		"Inscrivez-vous sur les listes électorales avant le 31 décembre, rappelle la mairie.",
		"Follow the path along the lake until you see the old jetty.",
		"Download the map before you leave: there is no signal behind the hill.",
		"Share prices fell by a third on Monday.",
		"Le groupe a refusé de payer la publicité qu'il avait commandée.",
		"Sur Facebook, la présidente du club d'aviron s'est dite ravie.",
		"広告の売り上げは前年より三割減った。",
	};

	for (size_t i = 0; i < lengthof(sentences); i++)
		tap_ok(boilerplate_reason(&tap_arena, str_cstr(sentences[i])) == NULL, sentences[i]);
}

static void
test_pointers(void)
{
	static const char *const cases[][2] = {
		{"Lire aussi : Les cygnes sont revenus", "Les cygnes sont revenus"},
		{"Lire l’entretien : « Les cygnes reviennent »", "« Les cygnes reviennent »"},
		{"→ Zum Thema: Die Schwäne sind zurück", "Die Schwäne sind zurück"},
		{"Читайте также: Лебеди вернулись", "Лебеди вернулись"},
		{"关于天鹅", "关于天鹅"},
		{"【関連記事】港に白鳥が戻る", "港に白鳥が戻る"},
		{"【写真】港に白鳥が戻る", "港に白鳥が戻る"},
		{"【独自】港に白鳥が戻る", "【独自】港に白鳥が戻る"},
		{"More: swans on the lake", "swans on the lake"},
		{"More swans on the lake", "More swans on the lake"},
		{"12:05 Les cygnes sont revenus", "Les cygnes sont revenus"},
		{"3.500 cygnes sont revenus", "3.500 cygnes sont revenus"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(headline_strip(str_cstr(cases[i][0])), str_cstr(cases[i][1]), cases[i][0]);
	tap_ok(headline_points(STR("Mehr dazu: Die Schwäne")), "points to another article");
	tap_ok(!headline_points(STR("Mehr Schwäne auf dem See")), "does not point to another article");
}

void
test_boilerplate(void)
{
	test_list();
	test_order();
	test_notices();
	test_sentences();
	test_pointers();
}
