/*
 * name_alike.h
 *	  Are two names, or their last words, spellings of one?
 */
#ifndef ARTICLE_FRENCH_NAME_ALIKE_H
#define ARTICLE_FRENCH_NAME_ALIKE_H

#include "base/str.h"

/* The last word of a name: the family name. */
extern Str name_last_word(Str name);

/* Are the names equal without case and accents? */
extern bool name_same_folded(Str a, Str b);

/* Do the names have a key in common (name_key.h)? */
extern bool name_spelled_alike(Str a, Str b);

/*
 * A bit for each key of a word, by two hashes; both 0: not made yet. Words without a common bit
 * have no common key. A text may invent people of one family, so most are told apart by these.
 */
typedef struct NameBits
{
	uint64_t first;
	uint64_t second;
} NameBits;

/*
 * The same as name_spelled_alike(), for words that are compared more than once. Makes their bits.
 */
extern bool name_words_alike(Str a, NameBits *a_bits, Str b, NameBits *b_bits);

/*
 * A hash of the consonants of the last word, each counted once, by which names are indexed: most
 * spellings of a name share them.
 */
extern uint32_t name_family_hash(Str name);

#endif
