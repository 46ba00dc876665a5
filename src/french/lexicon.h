/*
 * lexicon.h
 *	  French words to the terms that represent them in an index: a word in, one term for each
 *	  dictionary word of which it can be a form out (annonces -> annoncer; cours -> cours, courir).
 *
 * Two words share a term exactly if they are forms of one dictionary word. The table is in
 * read-only memory (tools/generate_lexicon.py); there is nothing to set up and nothing to free.
 */
#ifndef ARTICLE_LEXICON_H
#define ARTICLE_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* How far the accents of a word can be trusted. */
typedef enum LexiconAccents
{
	LEXICON_AS_WRITTEN,	  /* trusted: cote is not côte */
	LEXICON_CAPITAL_BARE, /* the first letter may lack its accent: etat (Etat) */
	LEXICON_RESTORE		  /* any accent may be missing: eleve (ELEVE) is élève and élevé */
} LexiconAccents;

#define WORD_TERMS_MAX 8	/* terms of one word */
#define WORD_TERM_BYTES 256 /* their text together */

typedef struct WordTerms
{
	uint8_t count;
	bool stop;	/* too common to distinguish texts: no term */
	bool known; /* a form of the dictionary, given what the caller says about its accents */
	uint16_t start[WORD_TERMS_MAX + 1]; /* term i is text[start[i]] to text[start[i + 1]] */
	char text[WORD_TERM_BYTES];
} WordTerms;

/*
 * Finds the terms of one word, the likeliest first, each once. The word must be in lowercase and
 * NFC, with ' as apostrophe and - as hyphen, and without elision (été, not l'été). A word that the
 * dictionary lacks gives one term by rule: without accents and without the plural ending. Terms are
 * in lowercase with their accents, and have oe and ae for œ and æ. An empty word and one that does
 * not fit have no term. Time is linear in the word; bytes that are not UTF-8 do no harm.
 */
extern void lexicon_terms(Str word, LexiconAccents accents, WordTerms *terms);

/* Is the word, in the same normal form, a form of the dictionary exactly as it is written? */
extern bool lexicon_has(Str word);

#endif
