/*
 * quote_speaker.h
 *	  Who speaks: a noun phrase of a sentence in; the name, what else it says of the person, and
 *	  whether it is a pronoun, out.
 */
#ifndef ARTICLE_FRENCH_QUOTE_SPEAKER_H
#define ARTICLE_FRENCH_QUOTE_SPEAKER_H

#include "french/quote_token.h"

typedef struct Speaker
{
	Str name;		  /* without title; data NULL if there is none */
	Str role;		  /* function or title, or none: "ministre de la Santé", "Mme" */
	uint32_t classes; /* QUOTE_WORD_FEMININE, _MASCULINE and _PLURAL, as far as its words tell */
	bool pronoun;	  /* stands for someone who was named before */
	bool person;	  /* a name of a person rather than any noun */
} Speaker;

/* Reads the noun phrase at item i; returns the item after it, or i if there is none. */
extern uint32_t speaker_read(QuoteSentence sentence, uint32_t i, Speaker *speaker);

/*
 * Finds the subject after a verb that ends before item i, past adverbs and phrases such as "à
 * l'AFP" and "dans un communiqué".
 */
extern bool speaker_after(QuoteSentence sentence, uint32_t i, Speaker *speaker);

/* Finds the subject before the verb group at item i. */
extern bool speaker_before(QuoteSentence sentence, uint32_t i, Speaker *speaker);

/* Finds the subject of the sentence, before item `limit`. Returns the item after it, or 0. */
extern uint32_t speaker_first(QuoteSentence sentence, uint32_t limit, Speaker *speaker);

/*
 * Reads the name at item i: capitalized words with particles. Returns the item after it, or i;
 * *words is the number of its capitalized words.
 */
extern uint32_t speaker_name_end(QuoteSentence sentence, uint32_t i, uint32_t *words);

/* The text from one item up to another. */
extern Str speaker_text(QuoteSentence sentence, uint32_t from, uint32_t to);

#endif
