/*
 * term_internal.h
 *	  Between the files that make terms.
 */
#ifndef ARTICLE_FRENCH_TERM_INTERNAL_H
#define ARTICLE_FRENCH_TERM_INTERNAL_H

#include "french/term.h"

/* Adds an alternative at this place. */
extern void terms_add(Terms *terms, Str text);

/* Adds what belongs together with the term before. */
extern void terms_add_beside(Terms *terms, Str text);

/* The next term stands one place on; nothing, where none was added yet. */
extern void terms_step(Terms *terms);

/* The terms of one word in lower case, all or only the likeliest; false: a stop word. */
extern bool terms_add_word(Terms *terms, Str word, LexiconAccents accents, bool only_first);

/* How far the accents of one word can be trusted. */
extern LexiconAccents term_accents(Str word, bool plain);

/* A word in the lexicon's spelling: itself where it has it already, else in the buffer. */
#define TERM_WORD_BYTES 256
extern Str term_fold(Str word, char *buffer);

/* Whether a word is in that spelling: small letters of ASCII and Latin-1 and nothing else. */
extern bool term_is_folded(Str word);

/* term_word.c: TERM_WORD and TERM_PLAIN. */
extern void term_make_word(Str token, bool plain, Terms *terms);

/* term_number.c: TERM_NUMBER; false where it is none. */
extern bool term_make_number(Str token, Terms *terms);

#endif
