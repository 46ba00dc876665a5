/*
 * lexicon.h
 *	  French words to the terms that represent them in an index: a word in, one term for each
 *	  dictionary word of which it can be a form out (annonces -> annonce, annoncer).
 *
 * Two words share a term exactly if they are forms of one dictionary word. The table is in
 * read-only memory (tools/generate_lexicon.py); there is nothing to set up and nothing to free.
 */
#ifndef ARTICLE_LEXICON_H
#define ARTICLE_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* How far the accents of a word can be trusted. */
typedef enum LexiconAccents
{
	LEXICON_AS_WRITTEN,	  /* trusted: cote is not côte */
	LEXICON_CAPITAL_BARE, /* the first letter may lack its accent: etat (Etat) */
	LEXICON_RESTORE,	  /* any accent may be missing: eleve (ELEVE) is élève and élevé */
	LEXICON_CAPITAL = 4 /* added to one of these: it has a capital, so it may be an unknown name */
} LexiconAccents;

#define WORD_TERMS_MAX 12	/* terms of one word */
#define WORD_TERM_BYTES 384 /* their text together */

/*
 * Bits of a term. The readings that lead to it: entrée is a noun and a form of the verb entrer; son
 * is a noun and a determiner.
 */
#define READING_NOUN 1
#define READING_ADJECTIVE 2
#define READING_VERB 4
#define READING_NAME 8
#define READING_CLOSED 16 /* a preposition, a determiner, an adverb */
#define READING_ALL 31

/*
 * Of a name, TERM_DEFAULT says that a capital inside a sentence means it, TERM_USUAL that one at
 * its start does.
 *
 * A term is a lemma; one that a word of another kind has, too, ends in / and a letter (pouvoir/n).
 */
#define TERM_YIELDS 32	  /* of a form that with other accents is a commoner word: communique */
#define TERM_USUAL 64	  /* what somebody who types the form alone means */
#define TERM_DEFAULT 128  /* likely enough to be indexed where the text does not tell */
#define TERM_RESTORED 256 /* of another form, which differs from the word in its accents */
#define TERM_STOP 512	  /* of a stop word, for searches for nothing else */
#define TERM_LIKELY 1024  /* not much rarer than the likeliest reading */
#define TERM_CERTAIN (TERM_USUAL | TERM_DEFAULT | TERM_LIKELY) /* of the only reading */

typedef struct WordTerms
{
	uint8_t count;
	uint8_t stop_bits; /* readings that are stop words: été as a form of être; or 0 */
	bool stop;		   /* too common to distinguish texts: no term */
	bool known;		   /* a form of the dictionary, given what the caller says about its accents */
	uint16_t bits[WORD_TERMS_MAX];
	uint16_t start[WORD_TERMS_MAX + 1]; /* term i is text[start[i]] to text[start[i + 1]] */
	char text[WORD_TERM_BYTES + STR_SLACK];
} WordTerms;

static inline Str
word_term(const WordTerms *terms, uint32_t i)
{
	return str_make(terms->text + terms->start[i], (size_t) terms->start[i + 1] - terms->start[i]);
}

/*
 * Adds a text as one more term, without looking it up; if it is a term already, adds the bits to
 * that. Does nothing if there is no space.
 */
extern void word_terms_add(WordTerms *terms, Str text, unsigned int bits);

/* Makes such a text the only term. */
extern void word_terms_set(WordTerms *terms, Str text, unsigned int bits);

/*
 * Keeps the terms of these readings, those likely enough if there are several; of all readings if
 * the word has none of them. 0: keeps all terms, however unlikely. Sets stop if only stop words are
 * left.
 */
extern void word_terms_keep(WordTerms *terms, unsigned int readings);

/*
 * Keeps the terms of the likeliest readings, if there are such among them; of these, the ones of
 * the word as it is written rather than with other accents.
 */
extern void word_terms_keep_likely(WordTerms *terms);

/*
 * Finds the terms of one word in all its readings, the likeliest first, each once. The word must be
 * in lowercase and NFC, with ' as apostrophe and - as hyphen, and without elision (été, not l'été).
 * A word that the dictionary lacks gives one term by rule: without accents and without the plural
 * ending, beside the terms of the word that it seems to be a misspelling of. Terms are in lowercase
 * with their accents, and have oe and ae for œ and æ. An empty word and one that does not fit have
 * no term. Time is linear in the word; bytes that are not UTF-8 do no harm.
 */
extern void lexicon_terms(Str word, LexiconAccents accents, WordTerms *terms);

/*
 * Finds the rarer stop words that a stop word, in lowercase, is with accents: où for ou. For a
 * search for nothing else: in a text without accents it is the stop word.
 */
extern void lexicon_accented_terms(Str word, WordTerms *terms);

/*
 * lexicon_compound.c: does the dictionary have these two words as one, with a hyphen or apostrophe
 * between them: week end, aujourd hui? Ignores case. Takes a step for each letter.
 */
extern bool lexicon_joins(Str first, Str second);

/* The same for words in ASCII that may lack accents: etats unis. */
extern bool lexicon_joins_bare(Str first, Str second);

/*
 * Where the letters of a word lead in the dictionary, in any case; LEXICON_NOWHERE if none of its
 * words begins so. Functions that take such a place need not walk through the letters again.
 */
#define LEXICON_NOWHERE UINT32_MAX
extern uint32_t lexicon_place(Str word);

/* Does it have a word that begins with the one at this place and such a mark? */
extern bool lexicon_opens_compound(uint32_t place);

/* As lexicon_terms; place: that of the word. */
extern void lexicon_terms_at(uint32_t place, Str word, LexiconAccents accents, WordTerms *terms);

/* Is the word, in the same normal form, a form of the dictionary exactly as it is written? */
extern bool lexicon_has(Str word);

#endif
