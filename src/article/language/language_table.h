/*
 * language_table.h
 *	  The data of the language detector: function words and the languages they belong to.
 */
#ifndef ARTICLE_LANGUAGE_TABLE_H
#define ARTICLE_LANGUAGE_TABLE_H

#include <stdint.h>

/* LanguageWord.languages has a bit for each language. */
#define LANGUAGE_MAX 64

typedef struct LanguageWord
{
	const char *word;	/* lowercase, with accents */
	uint64_t languages; /* bit i: language_codes[i] */
} LanguageWord;

extern const char *const language_codes[]; /* ISO 639 */
extern const uint32_t language_count;
extern const LanguageWord language_words[]; /* sorted by word */
extern const uint32_t language_nwords;

/*
 * How typical the trigrams and words of each bucket are of each language, 0 to 15, in the order of
 * language_codes, two languages to a byte, the first one in the low bits.
 */
#define LANGUAGE_GRAM_BUCKETS 16384
#define LANGUAGE_GRAM_BYTES 23

extern const uint8_t language_grams[LANGUAGE_GRAM_BUCKETS][LANGUAGE_GRAM_BYTES];

#endif
