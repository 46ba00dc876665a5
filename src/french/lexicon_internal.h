/*
 * lexicon_internal.h
 *	  The tables of the French lexicon (lexicon_table.c), for lexicon*.c only.
 *
 * The lexicon is a minimal automaton over letters.  A state is where its edges begin in
 * lexicon_edge; the first state is 0.  An edge holds the letter's label, a mark on the last edge of a
 * state, and the state it leads to; the edge of LEXICON_END, always the first, leads to a place in
 * lexicon_script instead.
 *
 * A script says how a form becomes its terms: their number, and for each the letters to take off the
 * form's end, the bytes to put on, and these bytes; or LEXICON_STOP alone.
 */
#ifndef ARTICLE_LEXICON_INTERNAL_H
#define ARTICLE_LEXICON_INTERNAL_H

#include <stdint.h>

#define LEXICON_END 0	 /* label: the word ends here */
#define LEXICON_STOP 255 /* script of a stop word */

#define EDGE_LABEL(edge) ((uint8_t) ((edge) &0x7F))
#define EDGE_LAST(edge) (((edge) &0x80) != 0)
#define EDGE_TARGET(edge) ((edge) >> 8)

extern const uint8_t lexicon_label[256]; /* by code point; 0: not a letter of the lexicon */
extern const uint8_t lexicon_letter[];	 /* by label: the code point */
extern const uint8_t lexicon_base[];	 /* by label: the label of the letter without accent */
extern const uint8_t lexicon_script[];
extern const uint32_t lexicon_edge[];

#endif
