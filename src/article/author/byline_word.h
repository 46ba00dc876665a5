/*
 * byline_word.h
 *	  The words of a byline one by one, and what the table knows of each.
 */
#ifndef ARTICLE_BYLINE_WORD_H
#define ARTICLE_BYLINE_WORD_H

#include "base/str.h"

typedef enum BylineWordClass
{
	WORD_CUE = 1 << 0,		 /* a name follows: par, by */
	WORD_WEAK_CUE = 1 << 1,	 /* the same, but it may be part of a name: von, di, de */
	WORD_LABEL = 1 << 2,	 /* a cue where a colon or a cue follows: texte, auteur, written */
	WORD_OTHER = 1 << 3,	 /* what follows is not who wrote it: photos, traduction */
	WORD_JOB = 1 << 4,		 /* journaliste, reporter, envoyée */
	WORD_FIELD = 1 << 5,	 /* stands beside such a word: political, senior, sport */
	WORD_STOP = 1 << 6,		 /* ends a name, and what follows is none: publié, à, for */
	WORD_AND = 1 << 7,		 /* parts two names: et, and, avec */
	WORD_PARTICLE = 1 << 8,	 /* small word inside a name: de, van, bin; what is WORD_AND or
								WORD_STOP besides is so in small letters only */
	WORD_AGENCY = 1 << 9,	 /* AFP, Reuters */
	WORD_DESK = 1 << 10,	 /* no name of a person holds it: rédaction, staff, magazine */
	WORD_NOBODY = 1 << 11,	 /* says nothing of who wrote it: admin, anonymous */
	WORD_TIME = 1 << 12,	 /* names of days and months */
	WORD_HONORIFIC = 1 << 13 /* before a name, not part of it: Mme, Mr */
} BylineWordClass;

typedef struct BylineWord
{
	const char *word; /* as compare_solid_key() makes it */
	uint32_t classes;
} BylineWord;

/* Sorted by word: byline_word_list.h. */
extern const BylineWord byline_words[];
extern const uint32_t byline_nwords;

/* A hash table of them, by slots as in base/fnv.h.  byline_index_gen.c */
#define BYLINE_SLOTS 4096
extern const uint16_t byline_slots[BYLINE_SLOTS];

typedef enum TokenKind
{
	TOKEN_WORD,
	TOKEN_COMMA, /* , ; & / • and a dash between spaces */
	TOKEN_BAR,	 /* | and line ends: what follows has nothing to do with what went before */
	TOKEN_COLON,
	TOKEN_OPEN, /* ( [ */
	TOKEN_CLOSE,
	TOKEN_PERIOD,  /* the end of a sentence */
	TOKEN_ADDRESS, /* e-mail, URL or handle */
	TOKEN_END
} TokenKind;

typedef struct BylineToken
{
	TokenKind kind;
	uint32_t start;
	uint32_t end;
	uint32_t classes; /* of a word */
	bool capital;	  /* begins with a capital, or with a letter of a script that has none */
	bool uncased;	  /* begins with a letter of a script without capitals */
	bool number;	  /* begins with a digit */
	bool digits;	  /* holds a digit */
	bool letters;	  /* holds a letter */
	bool domain;	  /* looks like the name of a host: example.org */
} BylineToken;

/* May the text hold an e-mail, URL or handle? */
extern bool byline_has_address(Str text);

/*
 * The token at position *i of the text; *i moves behind it. TOKEN_END for ever after the last. addresses:
 * byline_has_address().
 */
extern BylineToken byline_token(Str text, uint32_t *i, bool addresses);

/* The classes of a word, in any case and with any accents; 0 where the table has none. */
extern uint32_t byline_classes(Str word);

#endif
