/*
 * compare.h
 *	  How alike two short texts are: headlines, names of people, names of sites.
 */
#ifndef ARTICLE_COMPARE_H
#define ARTICLE_COMPARE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The letters and digits of a text in lower case and without accents; all between two runs of them
 * is one space.  Two texts with the same key differ in nothing a reader would call a word.
 */
extern Str compare_key(Arena *arena, Str text);

/* The key without its spaces: "lemondefr" for "Le Monde.fr". */
extern Str compare_solid_key(Arena *arena, Str text);

/* Bytes that a key may need for each byte of its text: a Hangul syllable falls into three letters. */
#define COMPARE_GROWTH 3

/* The solid key, written to out, which has room for COMPARE_GROWTH bytes a byte of text. */
extern Str compare_solid_key_to(char *out, Str text);

/* Share of letter pairs that two keys have in common (Dice), 0 to 1. Linear in their length. */
extern float compare_likeness(Str key_a, Str key_b);

/* Buckets of the pair counts: a power of two, wide enough that two headlines seldom collide. */
#define COMPARE_PAIR_BUCKETS 1024

/* One key that many are compared with: its pairs are counted once, when the first may be like it. */
typedef struct ComparePairs
{
	Str key;
	bool counted;
	uint8_t counts[COMPARE_PAIR_BUCKETS];
	uint8_t seen[COMPARE_PAIR_BUCKETS]; /* of the other key, while it is read; else 0 */
} ComparePairs;

extern void compare_pairs_init(ComparePairs *pairs, Str key);

/* The likeness of a key to it where that is "least" or more, else a smaller number. */
extern float compare_pairs_likeness(ComparePairs *pairs, Str key, float least);

/* True where the words of one key stand in the other, in a row. */
extern bool compare_contains(Str key, Str words);

#endif
