/*
 * term_simple.c
 *	  A word as the lexicon spells it, in lowercase, and how far its accents can be trusted; and the
 *	  fast way to the terms of a word that is spelt so, at most with a capital.
 */
#include "french/term_internal.h"

#include "french/char_class.h"
#include "french/inclusive.h"
#include "french/token.h"
#include "text/fold.h"

/* Is this an initial whose accented capital is missing on most keyboards? */
static bool
may_lack_accent(char initial)
{
	return initial != '\0' && strchr("ACEIOU", initial) != NULL;
}

LexiconAccents
term_accents(Str word, bool plain)
{
	bool first = true;
	uint32_t capitals = 0;

	if (plain)
		return char_class_is_capital(text_char_at(word, 0).code) ? LEXICON_RESTORE | LEXICON_CAPITAL
																 : LEXICON_RESTORE;
	for (uint32_t i = 0; i < word.len;)
	{
		TextChar ch = text_char_at(word, i);

		i = ch.end;
		if (ch.class != CLASS_LETTER)
			continue;
		if (!char_class_is_capital(ch.code))
			break;
		capitals++;
		if (i == word.len && capitals > 1)
			return LEXICON_CAPITAL | (!token_text_has_accents(word)	  ? LEXICON_RESTORE
									  : may_lack_accent(word.data[0]) ? LEXICON_CAPITAL_BARE
																	  : LEXICON_AS_WRITTEN);
		first = false;
	}
	if (!first && capitals == 1 && may_lack_accent(word.data[0]))
		return LEXICON_CAPITAL_BARE | LEXICON_CAPITAL;
	return first ? LEXICON_AS_WRITTEN : LEXICON_AS_WRITTEN | LEXICON_CAPITAL;
}

/*
 * Finds the terms of a lowercase word, perhaps with a capital initial, in all its readings. known:
 * NULL, or its entry in the memo. Returns false for any other word.
 */
static bool
find_terms(Str word, bool plain, const MemoWord *known, WordTerms *terms)
{
	char small[TERM_WORD_BYTES];
	LexiconAccents accents = LEXICON_AS_WRITTEN;
	LexiconAccents capital = 0;
	InclusiveForms blend;

	if (!term_is_folded(word))
	{
		if (!term_is_capitalised(word))
			return false;
		capital = LEXICON_CAPITAL;
		if (may_lack_accent(word.data[0]))
			accents = LEXICON_CAPITAL_BARE;
		word = term_fold(word, small);
	}
	accents = capital | (plain ? LEXICON_RESTORE : accents);
	if (known != NULL && !(known->flags & MEMO_TERMS))
		lexicon_terms_at(known->place, word, accents, terms);
	else
		lexicon_terms(word, accents, terms);
	if (terms->known)
		return true;
	if (inclusive_blend(word, &blend))
		return false;
	term_add_twins(word, terms);
	if (!capital)
		term_add_elided(word, terms);
	return true;
}

/* Makes the term of a token that is a name where it stands: plan A, von der Leyen. */
static bool
make_placed(Str token, const TermPlace *place, WordTerms *terms)
{
	if (token.len == 1)
		return term_make_letter(token, place, terms);
	if (token.len != 3 || ascii_lower(token.data[0]) != 'v' || !term_is_particle(token, place))
		return false;
	word_terms_set(terms, STR("von"), READING_NAME | TERM_CERTAIN);
	return true;
}

/* Can the place of a word make a number or such a name of it? */
static bool
depends_on_place(Str word, const MemoWord *known)
{
	return (known->flags & MEMO_COUNTS) ||
		   (word.len == 1 && word.data[0] >= 'A' && word.data[0] <= 'Z') ||
		   (word.len == 3 && ascii_lower(word.data[0]) == 'v');
}

/*
 * Finds the terms of a word, and keeps them in the memo. Sets *certain if no neighbour changes them.
 * Returns false if it is not one word, lowercase or with a capital initial.
 */
static bool
find_new_terms(Str word, bool plain, const TermPlace *place, WordTerms *terms, bool *certain)
{
	MemoWord *known = place != NULL ? place->word : NULL;

	bool counts = known == NULL || (known->flags & MEMO_COUNTS);

	if ((counts && term_is_count(word, place)) || !find_terms(word, plain, known, terms))
		return false;
	*certain = term_is_certain(terms);
	if (known != NULL && !depends_on_place(word, known))
		memo_word_keep(known, plain, *certain, terms);
	return true;
}

/* Can an article precede a place: does the word there end as le, des, De, Ben or Mac? */
static bool
may_follow_article(const TermPlace *place)
{
	uint32_t start;

	if (place == NULL || place->start < 2)
		return false;
	start = place->start;
	return place->text.data[start - 1] != ' ' ||
		   strchr("aeuslxnic", ascii_lower(place->text.data[start - 2])) != NULL;
}

bool
term_make_simple(TermKind kind, Str token, const TermPlace *place, WordTerms *terms)
{
	bool certain;
	bool plain;

	if ((kind != TERM_WORD && kind != TERM_PLAIN) || token.len > TOKEN_WORD_BYTES_MAX)
		return false;
	plain = kind == TERM_PLAIN || term_in_path(token, place);
	if (place != NULL && place->word != NULL && memo_word_recall(place->word, plain, terms))
		certain = place->word->flags & MEMO_CERTAIN;
	else if (make_placed(token, place, terms))
		return true;
	else if (!find_new_terms(token, plain, place, terms, &certain))
		return false;
	if (!certain)
		term_choose_reading(token, place, terms);
	if (token.data[0] >= 'A' && token.data[0] <= 'Z' && may_follow_article(place))
	{
		term_add_own(token, place, terms);
		term_add_fused(token, place, terms);
	}
	return true;
}
