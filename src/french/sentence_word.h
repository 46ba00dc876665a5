/*
 * sentence_word.h
 *	  The word before a period: abbreviation, initial, list number, or none of these.
 */
#ifndef ARTICLE_FRENCH_SENTENCE_WORD_H
#define ARTICLE_FRENCH_SENTENCE_WORD_H

#include "base/str.h"

typedef enum SentenceWord
{
	SENTENCE_ORDINARY,
	SENTENCE_OPENS,	  /* M., av.: what it abbreviates goes on */
	SENTENCE_NUMBERS, /* p., art.: likewise before a figure or an initial */
	SENTENCE_CLOSES,  /* etc., Inc.: ends a sentence if a capital follows */
	SENTENCE_INITIAL, /* J., J.-P., U.S.: of a name, or the end of "plan B." */
	SENTENCE_MARKER	  /* 2., IV., a. at the start of a sentence: number of a list item */
} SentenceWord;

/*
 * Classifies the word that ends before the byte `period`, in a sentence that begins at the byte
 * `start`. Reads a bounded number of bytes.
 */
extern SentenceWord sentence_word_before(Str text, uint32_t start, uint32_t period);

/*
 * Is what ends before the byte `period` no abbreviation for sure: a word of the dictionary or a
 * long one, a number, a closing mark?
 */
extern bool sentence_word_is_common(Str text, uint32_t start, uint32_t period);

/* Does a figure or a Roman numeral start at this byte? */
extern bool sentence_word_is_number(Str text, uint32_t byte);

/*
 * Does a function word, capitalized, start at this byte (Il, Le, L')? A name or a title does not
 * start so.
 */
extern bool sentence_word_opens(Str text, uint32_t byte);

#endif
