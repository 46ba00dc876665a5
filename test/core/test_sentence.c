/*
 * test_sentence.c
 *	  Where sentences end, and where they do not.
 */
#include "tap.h"

#include "base/array.h"
#include "french/sentence.h"

/* The sentences of a text, separated by bars. */
static Str
sentences_of(Str text)
{
	SentenceScanner scanner;
	Str sentence;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	sentence_start(&scanner, &tap_arena, text);
	while (sentence_next(&scanner, &sentence))
	{
		if (out.len > 0)
			strbuf_add_char(&out, '|');
		strbuf_add(&out, sentence);
	}
	return strbuf_str(&out);
}

static void
check_examples(void)
{
	static const char *const examples[][2] = {
		{"Il pleut. Il vente.", "Il pleut.|Il vente."},
		{"M. J. Le Goff est là. Mme A. Roy aussi.", "M. J. Le Goff est là.|Mme A. Roy aussi."},
		{"Il reste 20 pers. à Pau. Env. 3 km plus loin.",
		 "Il reste 20 pers. à Pau.|Env. 3 km plus loin."},
		{"Le plan B. Il échoue.", "Le plan B.|Il échoue."},
		{"Louis XIV. Le roi meurt.", "Louis XIV.|Le roi meurt."},
		{"Le 3 janv. 2019 à Pau. En janv. Il neige.", "Le 3 janv. 2019 à Pau.|En janv.|Il neige."},
		{"Voir t. IV, p. 3 et art. L. 12. Fin.", "Voir t. IV, p. 3 et art. L. 12.|Fin."},
		{"1. Ouvrir. 2. Lire.", "1. Ouvrir.|2. Lire."},
		{"En 2019. Le maire part.", "En 2019.|Le maire part."},
		{"Il pèse 3.5 kg. Voir a.fr.", "Il pèse 3.5 kg.|Voir a.fr."},
		{"« Non ! », dit-il. « Si. » Elle part.", "« Non ! », dit-il.|« Si. »|Elle part."},
		{"\"On part. On dort.\" Le soir vient.", "\"On part. On dort.\"|Le soir vient."},
		{"Vraiment ? oui. Bon…", "Vraiment ? oui.|Bon…"},
		{"Titre\n\n- un\n- deux", "Titre|- un|- deux"},
		{"C'est fini.Le maire part.", "C'est fini.|Le maire part."},
		{"(Lire page 2.) Suite.", "(Lire page 2.)|Suite."},
		{"Il cite (...) Rien (cf. art. 3.) ici.", "Il cite (...) Rien (cf. art. 3.) ici."},
		{"a ; Il part ; et revient", "a ;|Il part ; et revient"},
		{"", ""},
		{" \xC2\xA0\n", ""},
	};

	for (uint32_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(sentences_of(str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

void
test_sentence(void)
{
	check_examples();
	tap_equal(sentences_of(STR("\xFF. \xC2. \xE2\x80")), "\xFF.|\xC2. \xE2\x80",
			  "bytes that are not UTF-8 do no harm");
	tap_equal(sentences_of(STR("l\xC2\x05")), "l|\xC2|\x05", "and end");
}
