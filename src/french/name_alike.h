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
 * A hash of the consonants of the last word, each counted once, by which names are indexed: most
 * spellings of a name share them.
 */
extern uint32_t name_family_hash(Str name);

#endif
