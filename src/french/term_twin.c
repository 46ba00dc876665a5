/*
 * term_twin.c
 *	  Names that languages spell differently: Zelenskyy and Zelensky, Putin and Poutine, Dupond and
 *	  Dupont; and old spellings: venoit. A word that the lexicon lacks in, the terms of its other
 *	  spellings added.
 *
 * Each spelling keeps its own term, so that prefixes of it are found. An irregular twin is added
 * only if the lexicon has it as a name.
 */
#include "base/array.h"
#include "french/term_internal.h"

/* Shorter words are too similar to each other. */
#define TWIN_BYTES_MIN 5
#define TWIN_BYTES_MAX 40
#define TWIN_ROOM (TWIN_BYTES_MAX * 2 + 2)

/* The ending of Russian, Polish and Ukrainian names, as it is transliterated; the last is ours. */
static const Str slavic_endings[] = {STR("skyy"), STR("skyi"), STR("skiy"),
									 STR("skij"), STR("ski"),  STR("sky")};

/* Adds a term unless it is there. */
static void
add_twin(WordTerms *terms, Str text)
{
	for (uint32_t i = 0; i < terms->count; i++)
		if (str_equal(word_term(terms, i), text))
			return;
	word_terms_add(terms, text, READING_NAME | TERM_CERTAIN);
}

/* Adds the terms that a spelling has as a name of the lexicon. */
static void
add_known(WordTerms *terms, Str spelling)
{
	WordTerms found;

	lexicon_terms(spelling, LEXICON_RESTORE, &found);
	for (uint32_t i = 0; found.known && i < found.count; i++)
		if (found.bits[i] & READING_NAME)
			add_twin(terms, word_term(&found, i));
}

/* Writes a stem and an ending; returns what it wrote. */
static Str
spell(char *out, Str stem, Str ending)
{
	memcpy(out, stem.data, stem.len);
	memcpy(out + stem.len, ending.data, ending.len);
	return str_make(out, stem.len + ending.len);
}

static bool
add_slavic(Str word, WordTerms *terms)
{
	char twin[TWIN_ROOM];

	for (size_t i = 0; i < lengthof(slavic_endings); i++)
	{
		Str ending = slavic_endings[i];
		Str stem;

		if (word.len <= ending.len || !str_ends_ascii(word, ending))
			continue;
		stem = str_sub(word, 0, word.len - ending.len);
		add_twin(terms, spell(twin, stem, STR("sky")));
		add_known(terms, spell(twin, stem, STR("ski")));
		return true;
	}
	return false;
}

/* Dupond, Dupont: the last letter is silent. */
static void
add_silent(Str word, WordTerms *terms)
{
	char twin[TWIN_ROOM];

	if (str_ends_ascii(word, STR("nd")))
		add_known(terms, spell(twin, str_sub(word, 0, word.len - 1), STR("t")));
	else if (str_ends_ascii(word, STR("nt")))
		add_known(terms, spell(twin, str_sub(word, 0, word.len - 1), STR("d")));
}

/* Putin, Pushkin, Bakunin: the French spelling of a Russian name in its English one. */
static void
add_russian(Str word, WordTerms *terms)
{
	char twin[TWIN_ROOM];
	uint32_t len = 0;

	if (!str_ends_ascii(word, STR("in")))
		return;
	for (uint32_t i = 0; i < word.len; i++)
	{
		char c = word.data[i];

		if (c == 'u' && (i == 0 || word.data[i - 1] != 'o'))
			twin[len++] = 'o';
		if (c == 's' && i + 1 < word.len && word.data[i + 1] == 'h')
			c = 'c';
		twin[len++] = c;
	}
	twin[len++] = 'e';
	add_known(terms, str_make(twin, len));
}

/* Adds the terms that the lexicon has for a spelling, except names. */
static void
add_word(WordTerms *terms, Str spelling)
{
	WordTerms found;

	lexicon_terms(spelling, LEXICON_AS_WRITTEN, &found);
	for (uint32_t i = 0; found.known && i < found.count; i++)
		if ((found.bits[i] & TERM_DEFAULT) && !(found.bits[i] & (READING_NAME | TERM_STOP)))
			word_terms_add(terms, word_term(&found, i), found.bits[i]);
}

/*
 * « il venoit », « les Anglois », « paroître », « les enfans », « trois momens »: as was written
 * until 1835, also in what is digitised of it.
 */
static bool
add_old(Str word, WordTerms *terms)
{
	static const Str endings[] = {STR("oit"),	STR("ois"),			 STR("oient"), STR("oise"),
								  STR("oises"), STR("o\xC3\xAEtre"), STR("ans"),   STR("ens")};
	char twin[TWIN_ROOM];

	for (size_t i = 0; i < lengthof(endings); i++)
	{
		uint32_t at;

		if (!str_has_ending(word, endings[i]))
			continue;
		at = word.len - (uint32_t) endings[i].len;
		memcpy(twin, word.data, word.len);
		if (endings[i].data[0] == 'o')
			twin[at] = 'a';
		else
			memcpy(twin + word.len - 1, "ts", 2);
		add_word(terms, str_make(twin, word.len + (endings[i].data[0] != 'o')));
		return true;
	}
	return false;
}

/* Shorter rests are words of other languages: d-are. */
#define ELIDED_BYTES_MIN 4

/* So are rests that the lexicon lacks, unless they are longer: d-artagnan. */
#define ELIDED_NAME_BYTES_MIN 8

void
term_add_elided(Str word, WordTerms *terms)
{
	bool any = word.data[0] == 'd' || word.data[0] == 'l';
	WordTerms found;

	if (terms->known || word.len <= ELIDED_BYTES_MIN || word.len > TWIN_BYTES_MAX ||
		strchr("cdjlmnst", word.data[0]) == NULL ||
		(strchr("aeiouyh", word.data[1]) == NULL && (unsigned char) word.data[1] != 0xC3))
		return;
	lexicon_terms(str_sub(word, 1, word.len), LEXICON_RESTORE | LEXICON_CAPITAL, &found);
	if (!found.known && (!any || word.len < ELIDED_NAME_BYTES_MIN))
		return;
	/* « s'attend », but Marceau is no « m'arceau »: these stand before verbs */
	for (uint32_t i = 0; i < found.count; i++)
		if ((found.bits[i] & TERM_DEFAULT) && (any || (found.bits[i] & READING_VERB)))
			word_terms_add(terms, word_term(&found, i), found.bits[i]);
}

void
term_add_twins(Str word, WordTerms *terms)
{
	if (terms->known || terms->stop || word.len < TWIN_BYTES_MIN || word.len > TWIN_BYTES_MAX)
		return;
	if (add_slavic(word, terms) || add_old(word, terms))
		return;
	add_silent(word, terms);
	add_russian(word, terms);
}
