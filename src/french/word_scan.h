/*
 * word_scan.h
 *	  The words of a text with the terms that article_french indexes them by, their positions, and
 *	  their places in the text. A text in, one token with its terms out per call.
 *
 * Terms and positions are those of a tsvector of the same text, without its limits. Uses no memory
 * except the scanner; linear in the text.
 */
#ifndef ARTICLE_FRENCH_WORD_SCAN_H
#define ARTICLE_FRENCH_WORD_SCAN_H

#include "french/term.h"
#include "french/token.h"

typedef struct WordScan
{
	const Arena *arena; /* polled */
	size_t polled;
	TokenScanner tokens;
	Token token;
	uint32_t position; /* of the last term so far; the first word has 1 */
	uint32_t count;	   /* terms of the token: 0 for a stop word */
	bool simple;	   /* all are in word, else in terms */
	WordTerms word;
	Terms terms;
	uint32_t first; /* position of the first term */
} WordScan;

/* Polls on its way to the next word: a text may be all blanks. */
extern void word_scan_start(WordScan *scan, const Arena *arena, Str text);

/* Moves to the next token that has a position. Returns false at the end. */
extern bool word_scan_next(WordScan *scan);

/* Returns a term of the token, and its position. */
extern Str word_scan_term(const WordScan *scan, uint32_t i, uint32_t *position);

/*
 * Returns the part of the text that a term of the token represents: a part of a compound (avions of
 * porte-avions), else the whole token.
 */
extern Str word_scan_place(const WordScan *scan, uint32_t i);

/* Is the token a word of letters, not a number, sign, abbreviation, address or tag? */
extern bool word_scan_is_word(const WordScan *scan);

#endif
