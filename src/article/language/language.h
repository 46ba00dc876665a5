/*
 * language.h
 *	  Language tags, and the language of a text by its letters and small words.
 */
#ifndef ARTICLE_LANGUAGE_H
#define ARTICLE_LANGUAGE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * A language tag in BCP 47's canonical case: "FR_ca" is fr-CA, "zh-hans-cn" zh-Hans-CN.  Retired codes
 * and country codes used for languages are put right ("iw" is he, "jp" ja).  data NULL where the text is no tag.
 */
extern Str language_tag(Arena *arena, Str text);

typedef struct LanguageGuess
{
	const char *code; /* ISO 639, or NULL: too little to go by */
	bool sure;		  /* the evidence outweighs what a page declares */
} LanguageGuess;

/* The language of a sample of text; declared (a tag, or none) wins where the text does not speak against it. */
extern LanguageGuess language_detect(Str sample, Str declared);

#endif
