/*
 * quote_people.h
 *	  The people that a text names: the fullest form of a name by its family name, and who was last
 *	  spoken of.
 */
#ifndef ARTICLE_FRENCH_QUOTE_PEOPLE_H
#define ARTICLE_FRENCH_QUOTE_PEOPLE_H

#include "french/name_alike.h"
#include "french/quote_speaker.h"

/* Names that are remembered: more than any article has. Of a longer text, the first ones. */
#define PEOPLE_SLOTS 1024

typedef struct QuotePeople
{
	Str full[PEOPLE_SLOTS];		 /* open addressing by the last word */
	uint32_t hash[PEOPLE_SLOTS]; /* of the family name */
	Str role[PEOPLE_SLOTS];		 /* what the text says of each, at most length */
	NameBits given[PEOPLE_SLOTS];
	NameBits family[PEOPLE_SLOTS];
	uint32_t count;
	Speaker speaker; /* of the last quotation ... */
	uint32_t spoken; /* ... and the number of its sentence */
	Speaker named;	 /* the last person or subject that was named ... */
	uint32_t seen;	 /* ... and the number of its sentence */
} QuotePeople;

/* Remembers the names of a sentence, and its subject. `number` counts sentences from 1. */
extern void people_read(QuotePeople *people, QuoteSentence sentence, uint32_t number);

/* Remembers what is said of a person. */
extern void people_add(QuotePeople *people, const Speaker *speaker);

/* Returns the fullest description of a person, given the name, or the role itself. */
extern Str people_role(QuotePeople *people, Str name, Str role);

/* Returns the fullest form of a name that the text has, else the name itself. */
extern Str people_fullest(QuotePeople *people, Str name);

/*
 * Finds whom a pronoun of these classes, or nothing at all (0), stands for in sentence `number`.
 * Returns false if that is not clear.
 */
extern bool people_recall(const QuotePeople *people, uint32_t classes, uint32_t number,
						  Speaker *speaker);

/* Is the speaker a name of a person, a pronoun, or what a person is: l'entraîneur? */
extern bool people_is_someone(const Speaker *speaker);

#endif
