/*
 * word_family.h
 *	  What a word has in common with those derived from it. A stem in, its root out.
 *
 * For ranking, which counts related words a little, not for finding: roots also join words that only
 * begin alike. Linear in the length of the stem; uses no memory.
 */
#ifndef ARTICLE_FRENCH_WORD_FAMILY_H
#define ARTICLE_FRENCH_WORD_FAMILY_H

#include "base/str.h"

/* Letters of the shortest root. */
#define WORD_FAMILY_LEAST 4

/* May a lexeme have a family?  Readings of a word, numbers, addresses and tags have none. */
extern bool word_family_has(Str lexeme);

/*
 * Writes the root of a word to out, which has FOLD_WORD_ROOM bytes: its stem, as Snowball's French
 * stemmer leaves it, without accents and without up to two endings of derived words. Returns its
 * length, or 0 if it has fewer than WORD_FAMILY_LEAST letters.
 */
extern uint32_t word_family_root(Str stem, char *out);

#endif
