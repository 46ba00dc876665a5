/*
 * term_word.c
 *	  The terms of words: a single word, both forms of an inclusive word, an acronym without its
 *	  periods, a compound as a whole and in parts.
 *
 * week-end gives, at two positions, the whole word and one of its parts, so that week-end, week end
 * and weekend match each other in queries and documents. Nobody joins three words into one.
 */
#include "french/term_internal.h"

#include "base/array.h"
#include "french/abbreviation.h"
#include "french/char_class.h"
#include "french/compound.h"
#include "french/inclusive.h"
#include "french/number.h"
#include "french/term_neighbour.h"
#include "french/token.h"
#include "french/token_internal.h"
#include "text/fold.h"

/* Adds the masculine word of an inclusive one, and the feminine word if its term differs. */
static void
add_forms(Terms *terms, const InclusiveForms *forms, LexiconAccents accents)
{
	Str feminine = str_make(forms->feminine, forms->feminine_len);
	uint32_t before = terms->count;
	WordTerms found;

	terms_add_word(terms, str_make(forms->masculine, forms->masculine_len), accents, false);
	if (feminine.len == 0 || !lexicon_has(feminine))
		return;
	lexicon_terms(feminine, accents, &found);
	word_terms_keep(&found, READING_ALL);
	for (uint32_t i = 0; i < found.count; i++)
	{
		Str text = word_term(&found, i);
		bool known = false;

		for (uint32_t k = before; k < terms->count; k++)
			known = known || str_equal(term_text(terms, k), text);
		if (!known)
			terms_add_bits(terms, text, found.bits[i]);
	}
}

#define ROMAN_LETTERS_MAX 6 /* XXVIII */

/*
 * « Louis XIV » is found by « Louis 14 », « tome II » by « tome 2 », but does not ask for them. V
 * and X alone may be letters.
 */
static void
add_roman(Terms *terms, Str word, const TermPlace *place)
{
	uint32_t before = terms->count;
	uint32_t value;
	Neighbour named;

	if (place == NULL || word.len < 2 || word.data[0] > 'X' || word.data[0] < 'I' ||
		word.len > ROMAN_LETTERS_MAX)
		return;
	for (uint32_t i = 0; i < word.len; i++)
		if (word.data[i] != 'I' && word.data[i] != 'V' && word.data[i] != 'X')
			return;
	value = number_roman_value(word.data, word.len);
	named = neighbour_before(place->text, place->start);
	if (value == 0 || named.end == named.start)
		return;
	term_add_value(terms, (int) value);
	if (terms->count > before)
		terms->items[before].bits = 0;
}

/* Adds a word that finds, but is not asked for; no stop word. */
static void
add_aside(Terms *terms, Str text)
{
	char folded[TERM_WORD_BYTES];
	Str word = str_make(folded, fold_plain(text, folded, sizeof(folded)));
	WordTerms found;

	lexicon_terms(word, LEXICON_AS_WRITTEN, &found);
	word_terms_keep(&found, READING_ALL);
	if (!found.stop)
		terms_add_bits(terms, word, 0);
}

/* McCain and LeCun are found by « Mc Cain » and « Le Cun », but do not ask for them. */
static void
add_particle_name(Terms *terms, Str word)
{
	static const Str particles[] = {STR("Al"),	STR("Da"), STR("De"),  STR("Di"),
									STR("Du"),	STR("El"), STR("La"),  STR("Le"),
									STR("Mac"), STR("Mc"), STR("Van"), STR("Von")};
	uint32_t end = 1;

	if (word.len > TERM_WORD_BYTES / 2 || !char_class_is_capital(text_char_at(word, 0).code))
		return;
	while (end < word.len && end < 4 && ascii_lower(word.data[end]) == word.data[end])
		end++;
	if (end + 2 >= word.len || !term_is_capitalised(str_sub(word, end, word.len - end)) ||
		!str_is_one_of(str_sub(word, 0, end), particles, lengthof(particles)))
		return;
	add_aside(terms, str_sub(word, 0, end));
	add_aside(terms, str_sub(word, end, word.len - end));
	if (str_equal(str_sub(word, 0, end), STR("Mc")))
		add_aside(terms, STR("mac"));
}

static void
add_simple(Terms *terms, Str word, bool plain, const TermPlace *place)
{
	char folded[TERM_WORD_BYTES];
	Str lower = term_fold(word, folded);
	InclusiveForms forms;
	WordTerms found;

	lexicon_terms(lower, term_accents(word, plain), &found);
	if (!found.known && inclusive_blend(lower, &forms))
	{
		add_forms(terms, &forms, LEXICON_RESTORE);
		return;
	}
	term_add_twins(lower, &found);
	if (!term_is_capitalised(word))
		term_add_elided(lower, &found);
	term_choose_reading(word, place, &found);
	if (place != NULL && (unsigned char) word.data[0] == 0xC3 &&
		char_class_is_capital(text_char_at(word, 0).code)) /* Les Échos */
	{
		term_add_own(word, place, &found);
		term_add_fused(word, place, &found);
	}
	terms_add_found(terms, &found);
	add_roman(terms, word, place);
	add_particle_name(terms, word);
}

static bool
add_inclusive(Terms *terms, Str word, bool plain)
{
	InclusiveForms forms;

	if (!inclusive_forms(word, &forms))
		return false;
	add_forms(terms, &forms, term_accents(word, plain));
	return true;
}

/* Adds U.R.S.S. without its periods. */
static bool
add_acronym(Terms *terms, Str word, bool plain)
{
	char letters[TOKEN_WORD_BYTES_MAX + 1];
	uint32_t len = 0;

	if (memchr(word.data, '.', word.len) == NULL || word.len > TOKEN_WORD_BYTES_MAX)
		return false;
	for (uint32_t i = 0; i < word.len; i++)
		if (word.data[i] != '.')
			letters[len++] = word.data[i];
	add_simple(terms, str_make(letters, len), plain, NULL);
	return true;
}

/*
 * Adds a part of Blanche-Neige, a name among names: no verb, and not what the feminine of a common
 * word would be.
 */
static void
add_named(Terms *terms, Str part, bool plain)
{
	char folded[TERM_WORD_BYTES];
	unsigned int readings = READING_NAME | READING_NOUN | READING_ADJECTIVE;
	WordTerms found;

	lexicon_terms(term_fold(part, folded), term_accents(part, plain), &found);
	for (uint32_t i = 0; i < found.count; i++)
		if ((found.bits[i] & READING_NAME) && (found.bits[i] & TERM_DEFAULT))
			readings = READING_NAME;
	word_terms_keep(&found, readings);
	terms_add_found(terms, &found);
}

/* Is each part a capitalised word? Not of Saint-Étienne, which is also typed « st etienne ». */
static bool
joins_names(Str word, const Compound *joined)
{
	for (uint32_t i = 0; i < joined->count; i++)
	{
		Str part = compound_part(word, joined, i);

		if (part.len < 2 || !char_class_is_capital(text_char_at(part, 0).code) ||
			str_starts_ascii(part, STR("saint")) ||
			abbreviation_find(part, ABBREVIATION_ANYWHERE) != NULL)
			return false;
	}
	return true;
}

/* Is the part after this one a name? */
static bool
names_next(Str word, const Compound *joined, uint32_t i)
{
	return i + 1 < joined->count &&
		   char_class_is_capital(text_char_at(word, joined->start[i + 1]).code);
}

/*
 * Adds a part of a compound: a word, St, 19, XXe, the inclusive last part of vice-président·e, the
 * Dr of Dr-Roux, which a name follows.
 */
static void
add_part(Terms *terms, Str part, bool names, bool plain)
{
	const Abbreviation *written = abbreviation_find(
		part, names ? ABBREVIATION_ALWAYS | ABBREVIATION_BEFORE_NAME : ABBREVIATION_ALWAYS);

	if (written != NULL)
		terms_add_word(terms, written->words, LEXICON_AS_WRITTEN, false);
	else if (token_roman_ordinal(part) > 0 || ascii_digit(part.data[0]))
	{
		if (!term_make_number(part, terms))
			add_simple(terms, part, plain, NULL);
	}
	else if (term_add_count(part, NULL, terms) || term_make_code(part, terms))
		return;
	else if (!add_inclusive(terms, part, plain))
		add_simple(terms, part, plain, NULL);
}

/* Is a part the d of Côte-d'Or? */
static bool
is_elided(Str word, const Compound *joined, uint32_t i)
{
	return i + 1 < joined->count && joined->mark[i + 1] == COMPOUND_APOSTROPHE &&
		   compound_elision(compound_part(word, joined, i)) == ELISION_ALWAYS;
}

/* Returns plateformes for platesformes, if the lexicon has it, else the word. */
static Str
without_plural(char *fused, uint32_t first, Str word)
{
	Str bare;

	memmove(fused + first - 1, fused + first, word.len - first);
	bare = str_make(fused, word.len - 1);
	if (lexicon_has(bare))
		return bare;
	memmove(fused + first, fused + first - 1, word.len - first);
	fused[first - 1] = 's';
	return word;
}

/* Finds the whole word as it would be written in one piece: weekend, portefenêtre. */
static void
find_whole(Str word, const Compound *joined, bool plain, WordTerms *whole)
{
	char fused[TOKEN_WORD_BYTES_MAX * 2 + 1];
	uint32_t len = 0;
	uint32_t first = 0;
	Str written;

	for (uint32_t i = 0; i < joined->count; i++)
	{
		Str part = compound_part(word, joined, i);
		const Abbreviation *abbreviation = abbreviation_find(part, ABBREVIATION_ALWAYS);

		if (len > TOKEN_WORD_BYTES_MAX)
			break;
		len +=
			fold_word(abbreviation ? abbreviation->words : part, fused + len, sizeof(fused) - len);
		if (i == 0)
			first = len;
	}
	written = char_class_cut(str_make(fused, len), TOKEN_WORD_BYTES_MAX);
	if (joined->count == 2 && first > 1 && first < written.len && fused[first - 1] == 's' &&
		!lexicon_has(written))
		written = without_plural(fused, first, written);
	/* a hyphen says enough of e-mail, which is no émail */
	lexicon_terms(written, lexicon_has(written) ? LEXICON_AS_WRITTEN : term_accents(word, plain),
				  whole);
	word_terms_keep(whole, READING_ALL);
}

/* peut-être: a stop word whose parts must not be indexed either. */
static bool
is_stop_word(Str word, bool plain)
{
	char folded[TERM_WORD_BYTES];
	WordTerms found;

	lexicon_terms(term_fold(word, folded), plain ? LEXICON_RESTORE : LEXICON_AS_WRITTEN, &found);
	word_terms_keep(&found, READING_ALL);
	return found.stop;
}

/*
 * États-Unis: a name of the lexicon, whose parts name something else; asked: in a question, where
 * it may lack its capitals.
 */
static bool
is_name(Str word, bool plain, bool asked)
{
	char folded[TERM_WORD_BYTES];
	WordTerms found;
	unsigned int readings = 0;

	/* Saint-Étienne is also typed « st etienne » */
	if (!(asked || char_class_is_capital(text_char_at(word, 0).code)) ||
		str_starts_ascii(word, STR("saint")))
		return false;
	lexicon_terms(term_fold(word, folded), term_accents(word, plain), &found);
	for (uint32_t i = 0; found.known && i < found.count; i++)
		readings |= found.bits[i] & READING_ALL;
	return readings == READING_NAME;
}

/*
 * Adds the parts of a name that mean nothing else, such as the Garros of Roland-Garros. A search
 * for the name does not ask for them.
 */
static void
add_name_parts(Terms *terms, Str word, const Compound *joined, bool plain)
{
	for (uint32_t i = 0; i < joined->count; i++)
	{
		char folded[TERM_WORD_BYTES];
		Str part = compound_part(word, joined, i);
		WordTerms found;

		lexicon_terms(term_fold(part, folded), term_accents(part, plain), &found);
		for (uint32_t k = 0; !found.known && k < found.count; k++)
			terms_add_bits(terms, word_term(&found, k), found.bits[k] & ~TERM_USUAL);
	}
}

static bool
is_known(Str word)
{
	char folded[TERM_WORD_BYTES];

	return lexicon_has(term_fold(word, folded));
}

static void
add_compound(Terms *terms, Str word, const Compound *joined, bool plain, const TermPlace *place)
{
	bool asked = place != NULL && term_in_question(word, place);
	WordTerms whole;
	bool names;

	if (is_stop_word(word, plain))
		return;
	find_whole(word, joined, plain, &whole);
	if (joined->count == 2 && is_name(word, plain, asked))
	{
		terms_add_found(terms, &whole);
		add_name_parts(terms, word, joined, plain);
		return;
	}
	names = joins_names(word, joined);
	for (uint32_t i = 0; i < joined->count; i++)
	{
		uint32_t before = terms->count;
		Str part = compound_part(word, joined, i);

		if (is_elided(word, joined, i))
			continue;
		if (i + 1 == joined->count)
			part = str_sub(word, joined->start[i], word.len); /* with its inclusive ending */
		terms_step(terms);
		if (names && is_known(part))
			add_named(terms, part, plain);
		else
			add_part(terms, part, names_next(word, joined, i), plain);
		/* a stop word takes no position: pomme-de-terre has two */
		if (joined->count == 2 && terms->count > before)
			terms_add_found(terms, &whole);
	}
	if (terms->count == 0)
		terms_add_found(terms, &whole);
}

/* Adds a word of two parts as one word: entr'acte, which is entracte now, and prud'homme. */
static bool
add_with_apostrophe(Terms *terms, Str word, const Compound *joined, bool plain)
{
	WordTerms whole;

	if (joined->count != 2 || joined->mark[1] != COMPOUND_APOSTROPHE)
		return false;
	if (compound_divided_is_word(compound_part(word, joined, 0), compound_part(word, joined, 1)))
	{
		find_whole(word, joined, plain, &whole);
		terms_add_found(terms, &whole);
		return true;
	}
	if (!is_known(word))
		return false;
	add_simple(terms, word, plain, NULL);
	return true;
}

/* Adds « week end » as week-end. */
static bool
add_apart(Terms *terms, Str token, bool plain, const TermPlace *place)
{
	char hyphenated[TOKEN_WORD_BYTES_MAX + 1];
	Compound joined;

	if (memchr(token.data, ' ', token.len) == NULL || token.len > TOKEN_WORD_BYTES_MAX)
		return false;
	for (uint32_t i = 0; i < token.len; i++)
		hyphenated[i] = (char) (token.data[i] == ' ' ? '\'' : token.data[i]);
	token = str_make(hyphenated, token.len);
	if (is_known(token))
	{
		add_simple(terms, token, plain, NULL);
		return true;
	}
	for (uint32_t i = 0; i < token.len; i++)
		if (hyphenated[i] == '\'')
			hyphenated[i] = '-';
	if (!compound_read(token, 0, &joined))
		return false;
	add_compound(terms, token, &joined, plain, place);
	return true;
}

/* Adds Canal+, which only this finds, and Canal Plus. */
static void
add_signed(Terms *terms, Str token, bool plain)
{
	char folded[TERM_WORD_BYTES];
	Str whole = str_make(folded, fold_plain(token, folded, sizeof(folded)));
	uint32_t first;

	terms_add(terms, whole);
	first = terms->count;
	add_simple(terms, str_sub(token, 0, token.len - 1), plain, NULL);
	terms_step(terms);
	terms_add_word(terms, STR("plus"), LEXICON_AS_WRITTEN, true);
	for (uint32_t i = first; i < terms->count; i++)
		terms->items[i].bits &= (uint16_t) ~TERM_USUAL;
	terms_add(terms, whole);
}

/* Adds a word that was divided at the end of a line. */
static bool
add_divided(Terms *terms, Str token, bool plain)
{
	char whole[TOKEN_WORD_BYTES_MAX + 1];
	uint32_t len = 0;
	bool digits;
	uint32_t end = char_class_word_end(token, 0, &digits);
	uint32_t rest = token.len;

	if (memchr(token.data, '\n', token.len) == NULL)
		return false;
	while (rest > end && token.data[rest - 1] != '\n' && token.data[rest - 1] != ' ' &&
		   token.data[rest - 1] != '\t')
		rest--;
	memcpy(whole, token.data, end);
	len = end;
	memcpy(whole + len, token.data + rest, token.len - rest);
	add_simple(terms, str_make(whole, len + token.len - rest), plain, NULL);
	return true;
}

void
term_make_word(Str token, bool plain, const TermPlace *place, Terms *terms)
{
	bool digits;
	Compound joined;

	if (token.len > 1 && token.data[token.len - 1] == '+')
		add_signed(terms, token, plain);
	else if (term_add_count(token, place, terms) || add_divided(terms, token, plain) ||
			 add_apart(terms, token, plain, place))
		return;
	else if (term_is_folded(token) || char_class_word_end(token, 0, &digits) == token.len)
		add_simple(terms, token, plain, place);
	else if (add_inclusive(terms, token, plain))
		return;
	else if (compound_read(token, 0, &joined))
	{
		if (!add_with_apostrophe(terms, token, &joined, plain))
			add_compound(terms, token, &joined, plain, place);
	}
	else if (!add_acronym(terms, token, plain))
		add_simple(terms, token, plain, place);
}
