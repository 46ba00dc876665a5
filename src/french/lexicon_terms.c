/*
 * lexicon_terms.c
 *	  Chooses among the terms of a word: all that it may be in, those of some readings out.
 */
#include "french/lexicon.h"

#include "french/lexicon_internal.h"

void
word_terms_move(WordTerms *terms, uint32_t i, uint32_t to)
{
	Str text = word_term(terms, i);

	memmove(terms->text + terms->start[to], text.data, text.len);
	terms->bits[to] = terms->bits[i];
	terms->start[to + 1] = (uint16_t) (terms->start[to] + text.len);
}

void
word_terms_keep(WordTerms *terms, unsigned int readings)
{
	unsigned int present = terms->stop_bits;
	bool all = readings == 0;
	bool likely;
	uint32_t kept = 0;

	if (terms->count == 0 || (terms->count == 1 && terms->stop_bits == 0))
	{
		terms->stop = terms->stop || terms->count == 0 ? terms->stop || terms->stop_bits != 0
													   : (terms->bits[0] & TERM_STOP) != 0;
		return;
	}
	for (uint32_t i = 0; i < terms->count; i++)
		present |= terms->bits[i];
	if ((present & readings) == 0)
		readings = READING_ALL;
	likely = (terms->stop_bits & readings) && (terms->stop_bits & TERM_DEFAULT);
	for (uint32_t i = 0; i < terms->count; i++)
		likely = likely || ((terms->bits[i] & readings) && (terms->bits[i] & TERM_DEFAULT));
	for (uint32_t i = 0; i < terms->count; i++)
	{
		if (all || ((terms->bits[i] & readings) && (!likely || (terms->bits[i] & TERM_DEFAULT))))
			word_terms_move(terms, i, kept++);
	}
	terms->count = (uint8_t) kept;
	terms->stop = true;
	for (uint32_t i = 0; i < kept; i++)
		terms->stop = terms->stop && (terms->bits[i] & TERM_STOP);
}

/* Keeps the terms that have a bit, or lack it, if there are any. */
static void
keep_bit(WordTerms *terms, unsigned int bit, bool wanted)
{
	uint32_t kept = 0;
	bool any = false;

	for (uint32_t i = 0; i < terms->count; i++)
		any = any || ((terms->bits[i] & bit) != 0) == wanted;
	for (uint32_t i = 0; any && i < terms->count; i++)
	{
		if (((terms->bits[i] & bit) != 0) == wanted)
			word_terms_move(terms, i, kept++);
	}
	if (any)
		terms->count = (uint8_t) kept;
}

void
word_terms_keep_likely(WordTerms *terms)
{
	keep_bit(terms, TERM_LIKELY, true);
	keep_bit(terms, TERM_YIELDS, false);
	keep_bit(terms, TERM_RESTORED, false);
}
