/*
 * inclusive.h
 *	  Inclusive writing: étudiant·e·s, député.e.s, citoyen(ne)s, lecteur-rice-s, sénateurs/trices.
 */
#ifndef ARTICLE_FRENCH_INCLUSIVE_H
#define ARTICLE_FRENCH_INCLUSIVE_H

#include "base/str.h"

#define INCLUSIVE_FORM_BYTES 288

/* The two words that one stands for, in lower case, accents kept. */
typedef struct InclusiveForms
{
	uint32_t masculine_len;
	uint32_t feminine_len; /* 0: it could not be built */
	char masculine[INCLUSIVE_FORM_BYTES];
	char feminine[INCLUSIVE_FORM_BYTES];
} InclusiveForms;

/*
 * Behind the endings that follow the word at [start, end) of the text; 0 where there are none.  Reads
 * no more than a few characters.
 */
extern uint32_t inclusive_end(Str text, uint32_t start, uint32_t end);

/* The forms of an inclusive word; false where it is none. */
extern bool inclusive_forms(Str word, InclusiveForms *forms);

#endif
