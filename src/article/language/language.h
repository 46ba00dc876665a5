/*
 * language.h
 *	  Language tags, and the language of a text by its letters and function words.
 */
#ifndef ARTICLE_LANGUAGE_H
#define ARTICLE_LANGUAGE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Returns a language tag in BCP 47's canonical case: "FR_ca" becomes fr-CA, "zh-hans-cn" becomes
 * zh-Hans-CN.  Retired codes, and country codes used as languages, are replaced ("iw" by he, "jp"
 * by ja).  Returns data NULL if the text is not a tag.
 */
extern Str language_tag(Arena *arena, Str text);

/*
 * language_gram.c: returns the language of a short text by its letters and by its function words,
 * whose number the caller has counted for each language of language_table.h. NULL if the text is
 * too short, or two languages are about as likely.
 */
extern const char *language_by_grams(Str text, const uint32_t *function_words);

typedef struct LanguageGuess
{
	const char *code; /* ISO 639; NULL if there is too little evidence */
	bool sure;		  /* the evidence overrules what a page declares */
} LanguageGuess;

/*
 * Detects the language of a sample.  declared (a tag, or empty) wins unless the text contradicts
 * it.
 */
extern LanguageGuess language_detect(Str sample, Str declared);

#endif
