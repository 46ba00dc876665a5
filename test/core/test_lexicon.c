/*
 * test_lexicon.c
 *	  Words and their terms: which words match each other, and which must not.
 */
#include "tap.h"

#include "base/array.h"
#include "french/lexicon.h"

/* Terms are separated by '|'; "" if a word has none. */
static const struct
{
	LexiconAccents accents;
	const char *word;
	const char *terms;
} words[] = {
	/* one word of the dictionary: number, gender and tense are ignored */
	{LEXICON_AS_WRITTEN, "élections", "élection"},
	{LEXICON_AS_WRITTEN, "chevaux", "cheval"},
	{LEXICON_AS_WRITTEN, "yeux", "oeil"},
	{LEXICON_AS_WRITTEN, "œil", "oeil"},
	{LEXICON_AS_WRITTEN, "oeil", "oeil"},
	{LEXICON_AS_WRITTEN, "vitæ", "vitae"},
	{LEXICON_AS_WRITTEN, "actrices", "acteur"},
	{LEXICON_AS_WRITTEN, "vieille", "vieux"},
	{LEXICON_AS_WRITTEN, "iront", "aller"},
	{LEXICON_AS_WRITTEN, "pourraient", "pouvoir"},
	{LEXICON_AS_WRITTEN, "cèderai", "céder"},
	{LEXICON_AS_WRITTEN, "céderai", "céder"},
	/* a noun and the verb whose form it is are two words, a participle and its adjective one */
	{LEXICON_AS_WRITTEN, "aides", "aide"},
	{LEXICON_AS_WRITTEN, "annonce", "annonce|annoncer"},
	{LEXICON_AS_WRITTEN, "mise", "mise|mettre"},
	{LEXICON_AS_WRITTEN, "bronzées", "bronzer"},
	/* a feminine noun that is no feminine of a word: a pension, a withdrawal */
	{LEXICON_AS_WRITTEN, "retraites", "retraite"},
	{LEXICON_AS_WRITTEN, "plantes", "plante"},
	{LEXICON_AS_WRITTEN, "capitales", "capital|capitale"},
	{LEXICON_AS_WRITTEN, "sénatrices", "sénateur"},
	/* forms of several words: both where both are common */
	{LEXICON_AS_WRITTEN, "fils", "fils"},
	{LEXICON_AS_WRITTEN, "vit", "vivre"},
	{LEXICON_AS_WRITTEN, "tue", "tuer|taire"},
	/* readings that nobody intends: nous camions, tu présentes; Pierre */
	{LEXICON_AS_WRITTEN, "camions", "camion"},
	{LEXICON_AS_WRITTEN, "pensions", "pension"},
	{LEXICON_AS_WRITTEN, "contrat", "contrat"},
	{LEXICON_AS_WRITTEN, "discours", "discours"},
	{LEXICON_AS_WRITTEN, "marseille", "marseille"},
	/* spellings before and after 1990 */
	{LEXICON_AS_WRITTEN, "maitre", "maître"},
	{LEXICON_AS_WRITTEN, "évènements", "événement"},
	{LEXICON_AS_WRITTEN, "événements", "événement"},
	{LEXICON_AS_WRITTEN, "clefs", "clé"},
	{LEXICON_AS_WRITTEN, "ognon", "oignon"},
	{LEXICON_AS_WRITTEN, "nénuphars", "nénufar"},
	{LEXICON_AS_WRITTEN, "interpelleront", "interpeler"},
	{LEXICON_AS_WRITTEN, "referendum", "référendum"},
	{LEXICON_AS_WRITTEN, "assoir", "asseoir"},
	{LEXICON_AS_WRITTEN, "joaillers", "joaillier"},
	{LEXICON_AS_WRITTEN, "levreaux", "levraut"},
	{LEXICON_AS_WRITTEN, "douçâtre", "douceâtre"},
	/* plurals of borrowed words, doublets, feminines of Québec, units */
	{LEXICON_AS_WRITTEN, "maxima", "maximum"},
	{LEXICON_AS_WRITTEN, "lieder", "lied"},
	{LEXICON_AS_WRITTEN, "yogourts", "yaourt"},
	{LEXICON_AS_WRITTEN, "payement", "paiement"},
	{LEXICON_AS_WRITTEN, "entraineures", "entraîneur"},
	{LEXICON_AS_WRITTEN, "rongeure", "rongeure"},
	{LEXICON_AS_WRITTEN, "centimètres", "centimètre"},
	/* not by these rules: a loanword that resembles another word */
	{LEXICON_AS_WRITTEN, "lychee", "lychee"},
	/* accents distinguish words if they are trusted */
	{LEXICON_AS_WRITTEN, "pêche", "pêche"},
	{LEXICON_AS_WRITTEN, "péché", "pécher|péché"},
	{LEXICON_AS_WRITTEN, "côte", "côte"},
	{LEXICON_AS_WRITTEN, "côté", "côté"},
	{LEXICON_AS_WRITTEN, "cote", "cote"},
	/* a word that exists only with accents has lost them */
	{LEXICON_AS_WRITTEN, "elephants", "éléphant"},
	{LEXICON_CAPITAL_BARE, "etat", "état"},
	{LEXICON_CAPITAL_BARE, "elysee", "élysée"},
	{LEXICON_CAPITAL_BARE, "eleve", "élever|élève"},
	{LEXICON_CAPITAL_BARE, "cote", "cote"},
	{LEXICON_RESTORE, "etat", "état"},
	{LEXICON_RESTORE, "eleve", "élever|élève"},
	{LEXICON_RESTORE, "cote", "cote|coter|côte|côté"},
	{LEXICON_RESTORE, "peche", "pécher|péché|pêche|pêcher"},
	{LEXICON_RESTORE, "côte", "côte"},
	{LEXICON_RESTORE, "noel", "noël/p|noël"},
	/* stop words, and words that are stop words and something else */
	{LEXICON_AS_WRITTEN, "les", ""},
	{LEXICON_AS_WRITTEN, "où", "où/c"},
	{LEXICON_RESTORE, "la", ""},
	{LEXICON_AS_WRITTEN, "là", "là"},
	{LEXICON_AS_WRITTEN, "été", "été"},
	{LEXICON_AS_WRITTEN, "car", "car"},
	{LEXICON_AS_WRITTEN, "avions", "avion"},
	{LEXICON_AS_WRITTEN, "sommes", "somme"},
	{LEXICON_AS_WRITTEN, "suis", "être/c"},
	{LEXICON_AS_WRITTEN, "son", ""},
	/* misspellings: accents and doubled letters */
	{LEXICON_AS_WRITTEN, "profesionel", "professionnel|profesionel"},
	{LEXICON_AS_WRITTEN, "énérgie", "énergie|energie"},
	{LEXICON_AS_WRITTEN, "suggèrait", "suggérer|suggerait"},
	{LEXICON_AS_WRITTEN, "batt", "batt"},
	/* words that the dictionary lacks */
	{LEXICON_AS_WRITTEN, "zorglubs", "zorglub"},
	{LEXICON_AS_WRITTEN, "zorglub", "zorglub"},
	{LEXICON_AS_WRITTEN, "zörglüb", "zorglub"},
	{LEXICON_AS_WRITTEN, "gnis", "gnis"},
	{LEXICON_AS_WRITTEN, "łódź", "lodz"},
	{LEXICON_AS_WRITTEN, "covid19", "covid19"},
	{LEXICON_AS_WRITTEN, "москва", "москва"},
	{LEXICON_AS_WRITTEN, "北京", "北京"},
	{LEXICON_AS_WRITTEN, "", ""},
	/* compounds */
	{LEXICON_AS_WRITTEN, "rendez-vous", "rendez-vous"},
	{LEXICON_AS_WRITTEN, "aujourd'hui", "aujourd'hui"},
};

static Str
term(const WordTerms *terms, uint32_t i)
{
	return str_make(terms->text + terms->start[i], terms->start[i + 1] - terms->start[i]);
}

static Str
joined(Str word, LexiconAccents accents)
{
	StrBuf buf;
	WordTerms terms;

	strbuf_init(&buf, &tap_arena);
	lexicon_terms(word, accents, &terms);
	word_terms_keep(&terms, READING_ALL);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		if (i > 0)
			strbuf_add_char(&buf, '|');
		strbuf_add(&buf, term(&terms, i));
	}
	return strbuf_str(&buf);
}

static void
test_words(void)
{
	for (size_t i = 0; i < lengthof(words); i++)
		tap_equal_text(joined(str_cstr(words[i].word), words[i].accents), str_cstr(words[i].terms),
					   words[i].word);
}

static void
test_flags(void)
{
	WordTerms terms;

	lexicon_terms(STR("les"), LEXICON_AS_WRITTEN, &terms);
	word_terms_keep(&terms, READING_ALL);
	tap_ok(terms.stop && terms.known, "a stop word is known and marked as one");
	lexicon_terms(STR("maisons"), LEXICON_AS_WRITTEN, &terms);
	tap_ok(!terms.stop && terms.known, "a word of the dictionary is known");
	lexicon_terms(STR("zorglub"), LEXICON_AS_WRITTEN, &terms);
	tap_ok(!terms.stop && !terms.known, "a word that the dictionary lacks is unknown");
	tap_ok(lexicon_has(STR("rendez-vous")) && lexicon_has(STR("prud'homme")) &&
			   lexicon_has(STR("les")),
		   "words are found as they are written");
	tap_ok(!lexicon_has(STR("elephant")) && !lexicon_has(STR("maiso")) && !lexicon_has(STR("")) &&
			   !lexicon_has(STR("maisonsss")),
		   "words that lack accents, are cut or too long are not found");
}

/* Every prefix of long and invalid words, in every mode, never exceeds the limits. */
static void
test_hostile(void)
{
	static const char *const hostile[] = {
		"anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement",
		"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
		"\xE9t\xE9",
		"\xC3",
		"\xF0\x9F\x98",
		"\x80\x80\x80\x80\x80\x80\x80",
		"-------",
		"'''''''",
	};
	WordTerms terms;
	bool fits = true;

	for (size_t i = 0; i < lengthof(hostile); i++)
	{
		for (uint32_t len = 0; len <= strlen(hostile[i]); len++)
		{
			for (LexiconAccents how = LEXICON_AS_WRITTEN; how <= LEXICON_RESTORE; how++)
			{
				lexicon_terms(str_make(hostile[i], len), how, &terms);
				fits = fits && terms.count <= WORD_TERMS_MAX &&
					   terms.start[terms.count] <= WORD_TERM_BYTES;
			}
		}
	}
	tap_ok(fits, "long and invalid words never exceed the limits");
}

static void
test_overlong(void)
{
	char word[400];
	WordTerms terms;

	memset(word, 'z', sizeof(word));
	lexicon_terms(str_make(word, 200), LEXICON_RESTORE, &terms);
	tap_equal_int(terms.start[terms.count], 200, "a long word is its own term");
	lexicon_terms(str_make(word, sizeof(word)), LEXICON_RESTORE, &terms);
	tap_equal_int(terms.count, 0, "a word that does not fit has no term");
}

void
test_lexicon(void)
{
	test_words();
	test_flags();
	test_hostile();
	test_overlong();
}
