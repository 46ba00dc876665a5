/*
 * term_list.c
 *	  The list of a token's terms. Texts, words and what the lexicon found in; terms out, each with
 *	  its position and variant. What does not fit is left out.
 */
#include "french/term_internal.h"

static void
add(Terms *terms, Str text, bool beside, unsigned int bits)
{
	Term *term = &terms->items[terms->count];

	if (text.len == 0 || terms->count == TERMS_MAX || text.len > TERM_BYTES_MAX - terms->used)
		return;
	if (!beside)
		terms->variant++;
	term->start = (uint16_t) terms->used;
	term->len = (uint16_t) text.len;
	term->variant = terms->variant;
	term->bits = (uint16_t) bits;
	term->step = terms->step;
	memcpy(terms->text + terms->used, text.data, text.len);
	terms->used += text.len;
	terms->count++;
	terms->step = false;
}

void
terms_add(Terms *terms, Str text)
{
	add(terms, text, false, TERM_USUAL);
}

void
terms_add_bits(Terms *terms, Str text, unsigned int bits)
{
	add(terms, text, false, bits);
}

void
terms_add_beside(Terms *terms, Str text)
{
	add(terms, text, true, TERM_USUAL);
}

void
terms_step(Terms *terms)
{
	terms->step = terms->count > 0;
}

bool
terms_add_word(Terms *terms, Str word, LexiconAccents accents, bool only_first)
{
	WordTerms found;

	lexicon_terms(word, accents, &found);
	word_terms_keep(&found, READING_ALL);
	if (only_first && found.count > 0)
		terms_add(terms, word_term(&found, 0));
	else
		terms_add_found(terms, &found);
	return !found.stop;
}

void
terms_add_found(Terms *terms, const WordTerms *found)
{
	for (uint32_t i = 0; i < found->count; i++)
		terms_add_bits(terms, word_term(found, i), found->bits[i]);
}
