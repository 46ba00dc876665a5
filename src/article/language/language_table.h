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

#endif
