/*
 * term_word.c
 *	  The terms of words: a single word, both forms of an inclusive word, an acronym without its
 *	  periods, a compound as a whole and in parts.
 *
 * week-end gives, at two positions, the whole word and one of its parts, so that week-end, week end
 * and weekend match each other in queries and documents. Nobody joins three words into one.
 */
#include "french/term_internal.h"

#include "french/abbreviation.h"
#include "french/char_class.h"
#include "french/inclusive.h"
#include "french/compound.h"
#include "french/token.h"
#include "french/token_internal.h"
#include "text/fold.h"

static bool
add_simple(Terms *terms, Str word, bool plain)
{
	char folded[TERM_WORD_BYTES];

	return terms_add_word(terms, term_fold(word, folded), term_accents(word, plain), false);
}

/* Adds both words of étudiant·e·s; the second one only if its term differs. */
static bool
add_inclusive(Terms *terms, Str word, bool plain)
{
	InclusiveForms forms;
	uint32_t before = terms->count;
	LexiconAccents accents;
	Str feminine;

	if (!inclusive_forms(word, &forms))
		return false;
	accents = term_accents(word, plain);
	feminine = str_make(forms.feminine, forms.feminine_len);
	terms_add_word(terms, str_make(forms.masculine, forms.masculine_len), accents, false);
	if (feminine.len > 0 && lexicon_has(feminine))
	{
		WordTerms found;

		lexicon_terms(feminine, accents, &found);
		for (uint32_t i = 0; i < found.count; i++)
		{
			Str text =
				str_make(found.text + found.start[i], (size_t) found.start[i + 1] - found.start[i]);
			bool known = false;

			for (uint32_t k = before; k < terms->count; k++)
				known = known || str_equal(term_text(terms, k), text);
			if (!known)
				terms_add(terms, text);
		}
	}
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
	return add_simple(terms, str_make(letters, len), plain);
}

/* Adds a part of a compound: a word, St, 19, XXe, the inclusive last part of vice-président·e. */
static void
add_part(Terms *terms, Str part, bool plain)
{
	const Abbreviation *written = abbreviation_find(part, ABBREVIATION_ALWAYS);

	if (written != NULL)
		terms_add_word(terms, written->words, LEXICON_AS_WRITTEN, false);
	else if (token_roman_ordinal(part) > 0 || ascii_digit(part.data[0]))
	{
		if (!term_make_number(part, terms))
			add_simple(terms, part, plain);
	}
	else if (!add_inclusive(terms, part, plain))
		add_simple(terms, part, plain);
}

/* Is a part the d of Côte-d'Or? */
static bool
is_elided(Str word, const Compound *joined, uint32_t i)
{
	return i + 1 < joined->count && joined->mark[i + 1] == COMPOUND_APOSTROPHE &&
		   compound_elision(compound_part(word, joined, i)) == ELISION_ALWAYS;
}

/* Finds the whole word as it would be written in one piece: weekend, portefenêtre. */
static void
find_whole(Str word, const Compound *joined, bool plain, WordTerms *whole)
{
	char fused[TOKEN_WORD_BYTES_MAX * 2 + 1];
	uint32_t len = 0;

	for (uint32_t i = 0; i < joined->count; i++)
	{
		Str part = compound_part(word, joined, i);
		const Abbreviation *written = abbreviation_find(part, ABBREVIATION_ALWAYS);

		if (len > TOKEN_WORD_BYTES_MAX)
			break;
		len += fold_word(written ? written->words : part, fused + len, sizeof(fused) - len);
	}
	lexicon_terms(char_class_cut(str_make(fused, len), TOKEN_WORD_BYTES_MAX), term_accents(word, plain),
				  whole);
}

/* peut-être: a stop word whose parts must not be indexed either. */
static bool
is_stop_word(Str word, bool plain)
{
	char folded[TERM_WORD_BYTES];
	WordTerms found;

	lexicon_terms(term_fold(word, folded), plain ? LEXICON_RESTORE : LEXICON_AS_WRITTEN, &found);
	return found.stop;
}

static void
add_compound(Terms *terms, Str word, const Compound *joined, bool plain)
{
	WordTerms whole;

	if (is_stop_word(word, plain))
		return;
	find_whole(word, joined, plain, &whole);
	for (uint32_t i = 0; i < joined->count; i++)
	{
		uint32_t before = terms->count;
		Str part = compound_part(word, joined, i);

		if (is_elided(word, joined, i))
			continue;
		if (i + 1 == joined->count)
			part = str_sub(word, joined->start[i], word.len); /* with its inclusive ending */
		terms_step(terms);
		add_part(terms, part, plain);
		/* a stop word takes no position: pomme-de-terre has two */
		if (joined->count == 2 && terms->count > before && whole.count > 0)
			terms_add(terms, str_make(whole.text, whole.start[1]));
	}
	if (terms->count == 0 && whole.count > 0)
		terms_add(terms, str_make(whole.text, whole.start[1]));
}

static bool
is_known(Str word)
{
	char folded[TERM_WORD_BYTES];

	return lexicon_has(term_fold(word, folded));
}

void
term_make_word(Str token, bool plain, Terms *terms)
{
	bool digits;
	Compound joined;

	if (term_is_folded(token) || char_class_word_end(token, 0, &digits) == token.len)
		add_simple(terms, token, plain);
	else if (add_inclusive(terms, token, plain))
		return;
	else if (compound_read(token, 0, &joined) &&
			 !(joined.count == 2 && joined.mark[1] == COMPOUND_APOSTROPHE && is_known(token)))
		add_compound(terms, token, &joined, plain);
	else if (!add_acronym(terms, token, plain))
		add_simple(terms, token, plain);
}
