/*
 * lexicon_internal.h
 *	  The tables of the French lexicon (lexicon_gen.c), for lexicon*.c only.
 *
 * The lexicon is a minimal automaton over letters. Its states overlap in the array lexicon_cell:
 * the edge of a state for a letter is the cell at the state's place plus the letter's label. A cell
 * holds its label (255 if it is free) and the place that the edge leads to. No two states have the
 * same place, so the label identifies the state to which a cell belongs. The edge of LEXICON_END
 * leads to an offset in lexicon_script instead. Words begin at place 0.
 *
 * A script says how a form becomes its terms: their number, and for each term its
 * bits (see lexicon.h), the letters to remove from the form's end (LEXICON_LIKELY is added for
 * TERM_LIKELY) or LEXICON_STOP, the number of bytes to append, and these bytes. A form with one
 * stop word that has no bits is nothing else.
 */
#ifndef ARTICLE_LEXICON_INTERNAL_H
#define ARTICLE_LEXICON_INTERNAL_H

#include <stdint.h>

#include "french/lexicon.h"

#define LEXICON_END 0	 /* label: the word ends here */
#define LEXICON_STOP 255 /* instead of letters to remove: a reading that is a stop word */

#define LEXICON_LIKELY 64 /* no form has as many letters */

extern const uint8_t lexicon_label[256]; /* by code point; 0: not a letter of the lexicon */
extern const uint8_t lexicon_letter[];	 /* by label: the code point */
extern const uint8_t lexicon_base[];	 /* by label: the label of the letter without accent */
extern const uint8_t lexicon_accented[]; /* by label: the first of its accented letters, or 0 */
extern const uint8_t lexicon_script[];
extern const uint32_t lexicon_cell[];

/* Returns where the edge with this label leads. */
static inline uint32_t
lexicon_follow(uint32_t place, uint8_t label)
{
	uint32_t cell = lexicon_cell[place + label];

	return (uint8_t) cell == label ? cell >> 8 : LEXICON_NOWHERE;
}

/* Iterates over a letter and its accented forms, then 0: for (label = letter; …). */
static inline uint8_t
lexicon_next_variant(uint8_t letter, uint8_t label)
{
	uint8_t next = label == letter ? lexicon_accented[letter] : (uint8_t) (label + 1);

	return lexicon_base[next] == letter ? next : 0;
}

/* lexicon_terms.c: moves term i to the place of term `to`, which is at most i. */
extern void word_terms_move(WordTerms *terms, uint32_t i, uint32_t to);

#endif
