/*
 * numeral.h
 *	  Things that start with a digit: numbers, ordinals, hours, dates. A text in; the kind, value
 *	  and end of what it starts with out.
 *
 * Reads at most NUMERAL_WINDOW characters, so its time is constant. Reading the result again by
 * itself gives the same value.
 */
#ifndef ARTICLE_FRENCH_NUMERAL_H
#define ARTICLE_FRENCH_NUMERAL_H

#include "base/str.h"

/*
 * Room for a number of 24 digits in groups of three, a sign and 12 decimals, and some characters
 * after it.
 */
#define NUMERAL_WINDOW 56

typedef enum NumeralKind
{
	NUMERAL_NONE, /* a digit that starts something else: A380, an endless run of digits */
	NUMERAL_NUMBER,
	NUMERAL_ORDINAL,
	NUMERAL_HOUR,
	NUMERAL_DATE,
	NUMERAL_VERSION
} NumeralKind;

typedef struct Numeral
{
	NumeralKind kind;
	uint32_t end; /* byte after it */
	bool negative;
	char number[NUMERAL_WINDOW + 1];  /* 1234.56; of an ordinal: 21; of a version: 1.2.3 */
	char grouped[NUMERAL_WINDOW + 1]; /* the other reading of 2.067, 2067; otherwise empty */
	int day;						  /* of a date; 0 if it has none */
	int month;
	int year; /* 0 if it has none; a two-digit year is kept as written */
	int hour;
	int minute; /* -1: a whole hour */
} Numeral;

/*
 * Reads the numeral at the start of the text, which begins with a digit or, for a number, with a
 * sign. continued: the text follows a digit and a mark (the 3 of 1,2,3), so only its digits count.
 */
extern void numeral_read(Str text, bool continued, Numeral *numeral);

#endif
