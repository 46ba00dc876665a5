/*
 * abbreviation.h
 *	  What is written short (M., Mme, St, n°, €, km) and the words that it stands for.
 */
#ifndef ARTICLE_FRENCH_ABBREVIATION_H
#define ARTICLE_FRENCH_ABBREVIATION_H

#include "base/str.h"

/* Where it stands for these words. */
typedef enum AbbreviationPlace
{
	ABBREVIATION_ALWAYS = 1,
	ABBREVIATION_BEFORE_NAME = 2,
	ABBREVIATION_AFTER_NUMBER = 4,
	ABBREVIATION_UNIT = 8, /* after a number; also found as written */
	ABBREVIATION_SIGN = 16
} AbbreviationPlace;

/* No abbreviation is longer, in bytes; room for eight, which compare as one number. */
#define ABBREVIATION_BYTES_MAX 5
#define ABBREVIATION_ROOM 8

typedef struct Abbreviation
{
	char written[ABBREVIATION_ROOM]; /* the rest is NUL */
	AbbreviationPlace place;
	Str words; /* a space between two places, a bar between alternatives */
} Abbreviation;

/*
 * The abbreviation written so, without its point, in one of these places; NULL: there is none.  M is
 * rather a million than a monsieur where both are asked for.
 */
extern const Abbreviation *abbreviation_find(Str written, unsigned int places);

#endif
