/*
 * sentence.h
 *	  Splits a text into sentences: slices of it out, one per call, in order.
 *
 * Headings and list items are sentences; abbreviations, initials, figures, and what is in quotation
 * marks or parentheses do not end one. Only white space lies between sentences, none is empty, none
 * splits a character. Linear in the text; needs no memory; invalid UTF-8 does no harm.
 */
#ifndef ARTICLE_FRENCH_SENTENCE_H
#define ARTICLE_FRENCH_SENTENCE_H

#include "base/str.h"

typedef struct SentenceScanner
{
	const Arena *arena; /* polled */
	Str text;
	uint32_t next; /* byte offset from which the next sentence is sought */
} SentenceScanner;

extern void sentence_start(SentenceScanner *scanner, const Arena *arena, Str text);

/* Finds the next sentence, trimmed. Returns false after the last one. */
extern bool sentence_next(SentenceScanner *scanner, Str *sentence);

#endif
