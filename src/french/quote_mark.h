/*
 * quote_mark.h
 *	  Pairs of quotation marks in a text: « », “ ”, " ". A text in, the pairs in order out.
 *
 * Linear; a pair crosses at most one line break, and marks within a pair are part of its text.
 */
#ifndef ARTICLE_FRENCH_QUOTE_MARK_H
#define ARTICLE_FRENCH_QUOTE_MARK_H

#include "base/str.h"

typedef struct QuoteMark
{
	uint32_t start; /* byte of the opening mark */
	uint32_t end;	/* byte after the closing mark */
	Str text;		/* between them, without spaces at its ends */
} QuoteMark;

typedef struct QuoteMarks
{
	QuoteMark *items;
	uint32_t count;
	uint32_t size;
} QuoteMarks;

extern void quote_marks_find(QuoteMarks *marks, Arena *arena, Str text);

#endif
