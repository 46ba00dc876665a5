/*
 * term_neighbour.h
 *	  The words before and after a place in a text: an offset in, the neighbour and its class in
 *	  reading_word_list.h out.
 */
#ifndef ARTICLE_FRENCH_TERM_NEIGHBOUR_H
#define ARTICLE_FRENCH_TERM_NEIGHBOUR_H

#include "base/str.h"
#include "french/reading_word.h"

/* A word beside another one, as a slice of their text. */
typedef struct Neighbour
{
	uint32_t start;
	uint32_t end; /* start, if there is none: at an end of the text, or after punctuation */
	unsigned int class;
} Neighbour;

/* Returns the word before a byte: after one space, or joined to it by an apostrophe. */
extern Neighbour neighbour_before(Str text, uint32_t byte);

/* Returns the word after a byte, which a space precedes. */
extern Neighbour neighbour_after(Str text, uint32_t byte);

/* Returns the offset of the character before a byte; 0 at the start of the text. */
extern uint32_t neighbour_step_back(Str text, uint32_t byte);

#endif
