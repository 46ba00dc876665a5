/*
 * test_quote.c
 *	  Who said what.
 */
#include "tap.h"

#include "base/array.h"
#include "french/quote.h"
#include "french/sentence.h"

/* The quotations of a text, as "kind: quote - speaker (role)", separated by bars. */
static Str
quotes_of(Str text)
{
	Quotes quotes;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	quotes_find(&quotes, &tap_arena, text);
	for (uint32_t i = 0; i < quotes.count; i++)
	{
		const Quote *quote = &quotes.items[i];

		if (i > 0)
			strbuf_add_char(&out, '|');
		strbuf_add(&out, str_cstr(quote_kind_name(quote->kind)));
		strbuf_add(&out, STR(": "));
		strbuf_add(&out, quote->text);
		if (quote->speaker.len > 0)
			strbuf_add(&out, STR(" - "));
		strbuf_add(&out, quote->speaker);
		if (quote->role.len > 0)
		{
			strbuf_add(&out, STR(" ("));
			strbuf_add(&out, quote->role);
			strbuf_add_char(&out, ')');
		}
	}
	return strbuf_str(&out);
}

static void
check_examples(void)
{
	static const char *const examples[][2] = {
		{"« Oui », dit Anne Petit.", "direct: Oui - Anne Petit"},
		{"\"Non\", a répondu mardi à la presse le maire de Lens Jean Roy.",
		 "direct: Non - Jean Roy (maire de Lens)"},
		{"Anne Petit arrive. \"J'ai gagné\", sourit-elle.", "direct: J'ai gagné - Anne Petit"},
		{"Anne Petit, élue de Lens, dénonce \"un scandale d'État\".",
		 "mixed: un scandale d'État - Anne Petit (élue de Lens)"},
		{"La chaîne, selon M. Roy, \"ne sert à rien\".", "mixed: ne sert à rien - Roy (M.)"},
		{"Le film \"Un dimanche\" a été vu.", "mention: Un dimanche"},
		{"Les \"sages\" ont tranché.", "mention: sages"},
		{"Le maire assure que le pont tiendra.", "indirect: le pont tiendra - Le maire"},
		{"\"Il pleut.\nIl vente\", écrit Anne Petit.", "direct: Il pleut.\nIl vente - Anne Petit"},
		{"« Le plus dur, explique Anne Petit, c'est la nuit. » Elle soupire.",
		 "direct: Le plus dur, explique Anne Petit, c'est la nuit. - Anne Petit"},
		{"« Je l'ai vu, raconte Jean, 30 ans. Il riait. »",
		 "direct: Je l'ai vu, raconte Jean, 30 ans. Il riait. - Jean"},
		{"L'exercice \"Deux rives\" est maintenu au niveau le plus haut.", "mention: Deux rives"},
		{"Comme le résume le juge Jean Roy, « la loi est la loi ».",
		 "mixed: la loi est la loi - Jean Roy (juge)"},
		{"« Adieu », a réagi de son côté le maire Jean Roy.", "direct: Adieu - Jean Roy (maire)"},
		{"Et la maire de conclure : « C'est fini. »", "direct: C'est fini. - la maire"},
		{"« Peut-être », finit par lâcher le trésorier du club.",
		 "direct: Peut-être - le trésorier du club"},
		{"« On tiendra », laisse entendre Anne Petit.", "direct: On tiendra - Anne Petit"},
		{"Jean Roy a qualifié le texte de « farce » et ses auteurs de « pantins ».",
		 "mixed: farce - Jean Roy|mixed: pantins - Jean Roy"},
		{"Anne Petit appelle à « l'unité ».", "mixed: l'unité - Anne Petit"},
		{"Il ne voit que des « pantins ».", "mention: pantins"},
		{"Jean Roy a dit sa « honte » et sa « peine ».",
		 "mixed: honte - Jean Roy|mixed: peine - Jean Roy"},
		{"Jean Roy réclame « un vote » et Anne Petit « du temps ».",
		 "mixed: un vote - Jean Roy|mixed: du temps - Anne Petit"},
		{"« Très émue », Anne Petit quitte la salle.", "direct: Très émue - Anne Petit"},
		{"« Deux rives », Anne Petit l'a relu.", "mention: Deux rives"},
		{"L'entraîneur hausse les épaules : « Tant pis. »", "direct: Tant pis. - L'entraîneur"},
		{"Son avocat, Me Roy, hausse les épaules : « Tant pis. »",
		 "direct: Tant pis. - Roy (avocat)"},
		{"À en croire la maire de Lens, « le pont tiendra ».",
		 "mixed: le pont tiendra - la maire de Lens"},
		{"De l'aveu de Jean Roy, « le pont cédera ».", "mixed: le pont cédera - Jean Roy"},
		{"« Rien n'est joué », comme le note Anne Petit.", "direct: Rien n'est joué - Anne Petit"},
		{"Jean Roy, dit « le Grand », a nié.", "mention: le Grand"},
		{"Jean Roy, alias « Polo », a nié les faits.", "mention: Polo"},
		{"C'est ce que l'on appelle la « fuite en avant ».", "mention: fuite en avant"},
		{"« Il pleut.\n\n« Il vente », écrit Anne Petit.",
		 "direct: Il pleut.\n\n« Il vente - Anne Petit"},
		{"« Il pleut.\n\n» Il vente », écrit Anne Petit.",
		 "direct: Il pleut.\n\n» Il vente - Anne Petit"},
		{"« Sans fin.\n\nAnne Petit : « Il vente. »", "direct: Il vente. - Anne Petit"},
		{"« Il faut choisir, a dit Anne Petit lors du débat. Et vite. »",
		 "direct: Il faut choisir, a dit Anne Petit lors du débat. Et vite. - Anne Petit"},
		{"Une « trêve sans délai » : c'est ce que demande Anne Petit.",
		 "mixed: trêve sans délai - Anne Petit"},
		{"Jean Roy promet « du pain », Anne Petit une « trêve ».",
		 "mixed: du pain - Jean Roy|mixed: trêve - Anne Petit"},
		{"« Il faut payer » : le message de Jean Roy est clair.",
		 "direct: Il faut payer - Jean Roy"},
		{"Le dispositif dit « tampon » sera levé.", "mention: tampon"},
		{"Pour le climatologue, « le temps presse ».", "mixed: le temps presse - le climatologue"},
		{"Anne Petit y voit « un mauvais signe ». « On verra bien cet hiver. »",
		 "mixed: un mauvais signe - Anne Petit|direct: On verra bien cet hiver. - Anne Petit"},
		{"Anne Petit annonce une pause pour « souffler ».", "mixed: souffler - Anne Petit"},
		{"« Bon », dit Jean Roy. La crise « a été une leçon ».",
		 "direct: Bon - Jean Roy|mixed: a été une leçon - Jean Roy"},
		{"La crise « a été une leçon ».", "mixed: a été une leçon"},
		{"La crise \"reste\" là.", "mention: reste"},
		{"Le traité prévoit « un an de trêve ».", "mixed: un an de trêve"},
		{"Anne Petit fait état de « retards ».", "mixed: retards - Anne Petit"},
		{"Israël affirme avoir vu « un avion ».", "mixed: un avion - Israël"},
		{"Le prévenu se tait. « Je ne sais plus. »", "direct: Je ne sais plus. - Le prévenu"},
		{"Jean Roy est là. Ce routier gagne peu. « On verra », dit-il.",
		 "direct: On verra - Jean Roy"},
		{"« Bon », dit Jean Roy. Sa femme a souri. « On verra », dit-elle.",
		 "direct: Bon - Jean Roy|direct: On verra - Sa femme"},
		{"L'ONG Marins sans port (MSP) dénonce « une honte ».",
		 "mixed: une honte - L'ONG Marins sans port"},
		{"« « « \"\" ”", ""},
		{"", ""},
	};

	for (uint32_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(quotes_of(str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

static uint32_t looks;

static void
count_look(void *context)
{
	(void) context;
	looks++;
}

/* The caller can end the search within a sentence's time, also while speakers are given names. */
static void
check_polls(void)
{
	ArenaAllocator allocator = arena_malloc;
	SentenceScanner scanner;
	Arena arena;
	StrBuf text;
	Str sentence;
	Quotes quotes;
	uint32_t parts = 0;

	strbuf_init(&text, &tap_arena);
	for (int i = 0; i < 500; i++)
		strbuf_add(&text, STR("« La mer monte », dit Anne Petit. "));
	sentence_start(&scanner, &tap_arena, strbuf_str(&text));
	while (sentence_next(&scanner, &sentence))
		parts++;
	allocator.poll = count_look;
	arena_init(&arena, allocator);
	quotes_find(&quotes, &arena, strbuf_str(&text));
	tap_equal_int(quotes.count, 500, "every quotation of a long text");
	tap_ok(looks >= parts + quotes.count, "a poll for every sentence and for every speaker");
	text.len = 0;
	for (int i = 0; i < 1000000; i++)
		strbuf_add(&text, STR("é"));
	looks = 0;
	quotes_find(&quotes, &arena, strbuf_str(&text));
	tap_ok(looks > 20, "polls within an endless word");
	arena_free(&arena);
}

void
test_quote(void)
{
	check_polls();
	check_examples();
	tap_equal(quotes_of(STR("\"\xFF\xC2\", dit \xE2.")), "", "bytes that are not UTF-8 do no harm");
}
