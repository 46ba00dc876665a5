/*
 * given_name.h
 *	  Given names of people: is the first word of a name one of them?
 *
 * A Bloom filter of some 22,000 names: it knows each of them, and takes one other word in a hundred
 * for a name.  "Key Highlights" and "Text Size" are none.
 *
 * french/name_word_list.h is a table of its own: there a word that is mistaken for a name becomes a
 * person, so that table is exact, French and small.
 */
#ifndef ARTICLE_GIVEN_NAME_H
#define ARTICLE_GIVEN_NAME_H

#include "base/fnv.h"
#include "base/str.h"

/* 2^18 bits and 4 of them for a name: 32 KB, with 0.7 % of wrong answers for 22,000 names. */
#define GIVEN_NAME_BITS 18
#define GIVEN_NAME_WORDS (1 << GIVEN_NAME_BITS) / 64
#define GIVEN_NAME_PROBES 4

/* given_name_gen.c */
extern const uint64_t given_name_filter[GIVEN_NAME_WORDS];

/* Returns the bit of a probe for a name in the form of compare_solid_key(). */
static inline uint32_t
given_name_bit(Str key, uint32_t probe)
{
	uint32_t hash = fnv_hash(key.data, key.len);
	uint32_t step = (hash >> 16 ^ hash) * 0x85EBCA6Bu | 1; /* odd: MurmurHash3's finalizer */

	return (hash + probe * step) >> (32 - GIVEN_NAME_BITS);
}

/* Is the first word of the name, or its part before a hyphen, a given name? */
extern bool given_name_begins(Str name);

/* Is the first word an initial: "J. Boulet", "A.B. Martin"? */
extern bool given_name_is_initial(Str name);

#endif
