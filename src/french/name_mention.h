/*
 * name_mention.h
 *	  A name in its sentence, and what the words around it tell of its kind.
 */
#ifndef ARTICLE_FRENCH_NAME_MENTION_H
#define ARTICLE_FRENCH_NAME_MENTION_H

#include "french/name.h"
#include "french/quote_speaker.h"

typedef struct FoundName
{
	Str text;		 /* without title */
	Str role;		 /* function or title, or none */
	uint32_t words;	 /* capitalized words */
	bool given;		 /* starts with a given name */
	int evidence[4]; /* for each NameKind */
	uint32_t start;	 /* its items */
	uint32_t end;
} FoundName;

/*
 * Takes the first word of a sentence for a name if it is that of a place, or a given name before a
 * verb, although it is a common word too.
 */
extern void name_mention_first(QuoteItems *items, Str text);

/*
 * Reads the name at item i, if there is one; returns the item to go on from. found->words is 0 if
 * there is none, or if it is part of the name of a street, school or prize.
 */
extern uint32_t name_mention_read(QuoteSentence sentence, uint32_t i, FoundName *found);

/*
 * Reads "la porte-parole" at item i, where no name follows: returns its text, and its noun in
 * *head; an empty text if there is none.
 */
extern Str name_mention_role(QuoteSentence sentence, uint32_t i, Str *head);

/* The first noun of function in a role: "porte-parole" of "ancienne porte-parole". */
extern Str name_role_head(Str role);

#endif
