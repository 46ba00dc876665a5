/*
 * reading_word.h
 *	  The words of reading_word_list.h, for term_reading.c: a word without accents in, what it says
 *	  of its neighbours out.
 */
#ifndef ARTICLE_FRENCH_READING_WORD_H
#define ARTICLE_FRENCH_READING_WORD_H

#include <stdint.h>

#include "base/fnv.h"

enum
{
	NEIGHBOUR_DETERMINER = 1,
	NEIGHBOUR_ARTICLE = 2,
	NEIGHBOUR_SUBJECT = 4,
	NEIGHBOUR_PREPOSITION = 8,
	NEIGHBOUR_AUXILIARY = 16,
	NEIGHBOUR_ADVERB = 32,
	NEIGHBOUR_BEFORE_NOUN = 64,
	NEIGHBOUR_EN = 128 /* a preposition before nouns and gerunds, a pronoun after a subject */
};

#define READING_WORD_BYTES 12

typedef struct ReadingWord
{
	char word[READING_WORD_BYTES];
	uint8_t class;
} ReadingWord;

extern const ReadingWord reading_words[];

/* A hash table of reading_words; its slots are as in base/fnv.h. See reading_index_gen.c. */
#define READING_SLOTS 512
extern const uint16_t reading_slots[READING_SLOTS];

#endif
