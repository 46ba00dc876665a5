/*
 * lexicon_prefix.h
 *	  Prefixes of French words that were typed without accents.
 */
#ifndef ARTICLE_FRENCH_LEXICON_PREFIX_H
#define ARTICLE_FRENCH_LEXICON_PREFIX_H

#include "french/lexicon.h"

/*
 * Finds the prefixes of dictionary words that equal these letters once their accents are restored:
 * ele -> élé, élè, éle. In lowercase and NFC, each once, at most WORD_TERMS_MAX of them. None if
 * the letters carry an accent, because who types one accent types them all. Takes as many steps as
 * there are ways to place accents that begin a word.
 */
extern void lexicon_prefixes(Str letters, WordTerms *prefixes);

#endif
