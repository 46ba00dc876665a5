/*
 * quote_label.h
 *	  Quotation marks that quote nobody: titles, nicknames, ironic words. The words before a mark tell
 *	  it, and those in the mark.
 */
#ifndef ARTICLE_FRENCH_QUOTE_LABEL_H
#define ARTICLE_FRENCH_QUOTE_LABEL_H

#include "french/quote_speaker.h"

/* Is the first letter or digit of a text a capital? */
extern bool quote_starts_with_capital(Str text);

/* What the words of a quotation tell. */
typedef struct MarkWords
{
	uint32_t count;
	bool capital;	   /* the first one begins with a capital */
	bool named;		   /* one does */
	bool first_person; /* je, notre */
	bool speaks;	   /* je, nous */
	bool phrase;	   /* the first one is an article or a preposition */
	bool predicate;	   /* the first one is a verb, or stands before one */
	bool infinitive;   /* one is an infinitive */
	bool verb;		   /* one that is not only a noun */
} MarkWords;

extern MarkWords quote_words_read(Str text);

/*
 * Is the mark at item i a nickname: alias "Polo", surnommé "Polo", dit "Polo", ce qu'on appelle la
 * "vague"? Its verb may follow: Jean Petit, dit "Polo", a nié.
 */
extern bool quote_is_nickname(QuoteSentence sentence, uint32_t i, MarkWords words);

/* Is it a title or a name: the album "Deux frères", ("La grande bouffe")? */
extern bool quote_is_title(QuoteSentence sentence, uint32_t i, MarkWords words);

/*
 * Is it an ironic word: des "gilets jaunes"? Not after a verb of speech: il dénonce la "honte".
 */
extern bool quote_is_label(QuoteSentence sentence, uint32_t i, MarkWords words);

#endif
