/*
 * numeral.h
 *	  What starts with a digit: number, ordinal, hour, date.  A text in; what stands at its start, its
 *	  value and its end out.
 *
 * Reads at most NUMERAL_WINDOW characters, so its time is constant.  Read again alone, what was found
 * gives the same value.
 */
#ifndef ARTICLE_FRENCH_NUMERAL_H
#define ARTICLE_FRENCH_NUMERAL_H

#include "base/str.h"

/* A number of 24 digits in groups of three with a sign and 12 decimals, and room to look behind it. */
#define NUMERAL_WINDOW 56

typedef enum NumeralKind
{
	NUMERAL_NONE, /* a digit that opens something else: A380, an endless row of digits */
	NUMERAL_NUMBER,
	NUMERAL_ORDINAL,
	NUMERAL_HOUR,
	NUMERAL_DATE,
	NUMERAL_VERSION
} NumeralKind;

typedef struct Numeral
{
	NumeralKind kind;
	uint32_t end; /* byte behind it */
	bool negative;
	char number[NUMERAL_WINDOW + 1];  /* 1234.56; of an ordinal 21; of a version 1.2.3 */
	char grouped[NUMERAL_WINDOW + 1]; /* the other reading of 2.067, which is 2067; else empty */
	int day;						  /* of a date; 0 where it has none */
	int month;
	int year; /* 0 where it has none; of two digits as they stand */
	int hour;
	int minute; /* -1: a whole hour */
} Numeral;

/*
 * What stands at the start of the text, which begins with a digit or, for a number, with a sign.
 * Continued: it follows a digit and a mark (the 3 of 1,2,3), so that only its digits count.
 */
extern void numeral_read(Str text, bool continued, Numeral *numeral);

/* The value of a Roman number in capital letters up to 399 (those of centuries and kings); 0: none. */
extern int numeral_roman(const char *letters, size_t len);

#endif
