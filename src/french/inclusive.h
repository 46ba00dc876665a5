/*
 * inclusive.h
 *	  Inclusive writing: étudiant·e·s, député.e.s, citoyen(ne)s, lecteur-rice-s, sénateurs/trices.
 */
#ifndef ARTICLE_FRENCH_INCLUSIVE_H
#define ARTICLE_FRENCH_INCLUSIVE_H

#include "base/str.h"

#define INCLUSIVE_FORM_BYTES 288

/* The two words that an inclusive word stands for, in lowercase, with accents. */
typedef struct InclusiveForms
{
	uint32_t masculine_len;
	uint32_t feminine_len; /* 0: could not be built */
	char masculine[INCLUSIVE_FORM_BYTES];
	char feminine[INCLUSIVE_FORM_BYTES];
} InclusiveForms;

/*
 * Returns the end of the endings that follow the word at [start, end) of the text, or 0 if there
 * are none. Reads only a few characters.
 */
extern uint32_t inclusive_end(Str text, uint32_t start, uint32_t end);

/* Builds the two forms of an inclusive word; false if it is none. */
extern bool inclusive_forms(Str word, InclusiveForms *forms);

/*
 * inclusive_blend.c: the same for a blend of both forms, written without a mark: toustes,
 * auteurices. The word is in lowercase and not in the lexicon.
 */
extern bool inclusive_blend(Str word, InclusiveForms *forms);

#endif
