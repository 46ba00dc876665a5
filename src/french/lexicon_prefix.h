/*
 * lexicon_prefix.h
 *	  The beginnings of French words that were typed without accents.
 */
#ifndef ARTICLE_FRENCH_LEXICON_PREFIX_H
#define ARTICLE_FRENCH_LEXICON_PREFIX_H

#include "french/lexicon.h"

/*
 * How words of the dictionary begin that begin with these letters once their accents are set:
 * ele -> élé, élè, éle.  In lower case and NFC, each once, the first
 * WORD_TERMS_MAX of them.  None where the letters carry an accent: who writes one writes them all.
 * Takes as many steps as there are ways to set accents that begin a word.
 */
extern void lexicon_prefixes(Str letters, WordTerms *prefixes);

#endif
