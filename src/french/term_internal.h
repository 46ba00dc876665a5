/*
 * term_internal.h
 *	  Shared by the files that make terms.
 */
#ifndef ARTICLE_FRENCH_TERM_INTERNAL_H
#define ARTICLE_FRENCH_TERM_INTERNAL_H

#include "french/term.h"

/* Adds an alternative at the current position. */
extern void terms_add(Terms *terms, Str text);

/* Adds a term that belongs together with the previous one. */
extern void terms_add_beside(Terms *terms, Str text);

/* Moves the next term to the next position; does nothing if no term was added yet. */
extern void terms_step(Terms *terms);

/*
 * Adds the terms of one lowercase word, all or only the likeliest. Returns false for a stop word.
 */
extern bool terms_add_word(Terms *terms, Str word, LexiconAccents accents, bool only_first);

/* Returns how far the accents of a word can be trusted. */
extern LexiconAccents term_accents(Str word, bool plain);

/*
 * Returns a word in the lexicon's spelling: the word itself if it already has it, else a copy in
 * the buffer.
 */
#define TERM_WORD_BYTES 256
extern Str term_fold(Str word, char *buffer);

/* Is a word in that spelling: only lowercase letters of ASCII and Latin-1? */
extern bool term_is_folded(Str word);

/* term_word.c: TERM_WORD and TERM_PLAIN. */
extern void term_make_word(Str token, bool plain, Terms *terms);

/* term_number.c: TERM_NUMBER; false if it is no number. */
extern bool term_make_number(Str token, Terms *terms);

#endif
