/*
 * abbreviation.h
 *	  Abbreviations and signs (M., Mme, St, n°, €, km) and the words that they stand for.
 */
#ifndef ARTICLE_FRENCH_ABBREVIATION_H
#define ARTICLE_FRENCH_ABBREVIATION_H

#include "base/str.h"

/* The context in which an abbreviation stands for its words. */
typedef enum AbbreviationPlace
{
	ABBREVIATION_ALWAYS = 1,
	ABBREVIATION_BEFORE_NAME = 2,
	ABBREVIATION_AFTER_NUMBER = 4,
	ABBREVIATION_UNIT = 8, /* after a number; also found as written */
	ABBREVIATION_SIGN = 16,
	ABBREVIATION_MONTH = 32,	 /* with a number before or after it */
	ABBREVIATION_STREET = 64,	 /* with a period, or before a name; also found as written */
	ABBREVIATION_TITLE = 128,	 /* before a name; also found as written */
	ABBREVIATION_NUMBERED = 256, /* with a period and before a number */
	ABBREVIATION_ANYWHERE = 511	 /* all of these */
} AbbreviationPlace;

/* The longest abbreviation in bytes, and the room for it. */
#define ABBREVIATION_BYTES_MAX 6
#define ABBREVIATION_ROOM 8

typedef struct Abbreviation
{
	char written[ABBREVIATION_ROOM]; /* the rest is NUL */
	AbbreviationPlace place;
	Str words; /* words separated by spaces, alternatives by bars */
} Abbreviation;

/*
 * Returns the abbreviation with this spelling, without its period, in one of these places; NULL if
 * there is none. If both are asked for, M is a million rather than a monsieur.
 */
extern const Abbreviation *abbreviation_find(Str written, unsigned int places);

/* Returns a unit; one of several letters may have other capitals than it should: Km, KG. Or NULL. */
extern const Abbreviation *abbreviation_find_unit(Str written);

/* Would one of both find it, at any place? */
extern bool abbreviation_exists(Str written);

#endif
