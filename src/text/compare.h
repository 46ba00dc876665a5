/*
 * compare.h
 *	  Similarity of two short texts: headlines, names of people, names of sites.
 */
#ifndef ARTICLE_COMPARE_H
#define ARTICLE_COMPARE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Returns the letters and digits of a text, lowercase and without accents; anything between two
 * runs of them becomes one space. Two texts with the same key have the same words.
 */
extern Str compare_key(Arena *arena, Str text);

/* The key without its spaces: "lemondefr" for "Le Monde.fr". */
extern Str compare_solid_key(Arena *arena, Str text);

/*
 * A key may need this many bytes per byte of text: a Hangul syllable is decomposed into three
 * letters.
 */
#define COMPARE_GROWTH 3

/* Writes the solid key to out, which has space for COMPARE_GROWTH bytes per byte of text. */
extern Str compare_solid_key_to(char *out, Str text);

/*
 * Returns the share of letter pairs that two keys have in common (Dice coefficient), 0 to 1. Linear
 * in their length.
 */
extern float compare_likeness(Str key_a, Str key_b);

/*
 * Buckets for pair counts: a power of two, large enough that the pairs of two headlines seldom
 * collide.
 */
#define COMPARE_PAIR_BUCKETS 1024

/*
 * A key to compare many others with. Its pairs are counted once, on the first comparison that needs
 * them.
 */
typedef struct ComparePairs
{
	Str key;
	bool counted;
	uint8_t counts[COMPARE_PAIR_BUCKETS];
	uint8_t seen[COMPARE_PAIR_BUCKETS]; /* of the other key, during a comparison; else 0 */
} ComparePairs;

extern void compare_pairs_init(ComparePairs *pairs, Str key);

/* Returns the likeness if it is at least "least", else some smaller number. */
extern float compare_pairs_likeness(ComparePairs *pairs, Str key, float least);

/* Does a key contain these words in sequence, as whole words? False if there are none. */
extern bool compare_contains(Str key, Str words);

#endif
