/*
 * byline_word.h
 *	  Splits a byline into words, and looks up what is known of each.
 */
#ifndef ARTICLE_BYLINE_WORD_H
#define ARTICLE_BYLINE_WORD_H

#include "base/str.h"

typedef enum BylineWordClass
{
	BYLINE_WORD_CUE = 1 << 0,	   /* a name follows: par, by */
	BYLINE_WORD_WEAK_CUE = 1 << 1, /* the same, but it may be part of a name: von, di, de */
	BYLINE_WORD_LABEL =
		1 << 2, /* a cue if a colon or another cue follows: texte, auteur, written */
	BYLINE_WORD_OTHER = 1 << 3, /* the names that follow are not authors: photos, traduction */
	BYLINE_WORD_JOB = 1 << 4,	/* journaliste, reporter, envoyée */
	BYLINE_WORD_FIELD = 1 << 5, /* used next to a job: political, senior, sport */
	BYLINE_WORD_STOP = 1 << 6,	/* ends a name; what follows is not a name: publié, à, for */
	BYLINE_WORD_AND = 1 << 7,	/* separates two names: et, and, avec */
	BYLINE_WORD_PARTICLE =
		1 << 8, /* small word inside a name: de, van, bin; if also BYLINE_WORD_AND or
								BYLINE_WORD_STOP, a particle in lowercase only */
	BYLINE_WORD_AGENCY = 1 << 9,	/* AFP, Reuters */
	BYLINE_WORD_DESK = 1 << 10,		/* never part of a person's name: rédaction, staff, magazine */
	BYLINE_WORD_NOBODY = 1 << 11,	/* does not say who wrote it: admin, anonymous */
	BYLINE_WORD_TIME = 1 << 12,		/* names of days and months */
	BYLINE_WORD_AGENCIES = 1 << 14, /* agencies in general: agences, Agenturen */
	BYLINE_WORD_THIS = 1 << 15,		/* begins a sentence that may be about the page: cette */
	BYLINE_WORD_SOURCE = 1 << 16,	/* before the colon, and what follows is where it comes from */
	BYLINE_WORD_HONORIFIC = 1 << 13 /* before a name, but not part of it: Mme, Mr */
} BylineWordClass;

typedef struct BylineWord
{
	const char *word; /* as compare_solid_key() makes it */
	uint32_t classes;
} BylineWord;

/* byline_word_list.h, sorted by word. */
extern const BylineWord byline_words[];
extern const uint32_t byline_nwords;

/* byline_index_gen.c: a hash table of the words; its slots are explained in base/fnv.h. */
#define BYLINE_SLOTS 4096
extern const uint16_t byline_slots[BYLINE_SLOTS];

typedef enum BylineTokenKind
{
	BYLINE_TOKEN_WORD,
	BYLINE_TOKEN_COMMA, /* , ; & / • and a dash between spaces */
	BYLINE_TOKEN_BAR,	/* | and line ends: what follows is unrelated to what precedes */
	BYLINE_TOKEN_COLON,
	BYLINE_TOKEN_OPEN, /* ( [ */
	BYLINE_TOKEN_CLOSE,
	BYLINE_TOKEN_PERIOD,  /* the end of a sentence */
	BYLINE_TOKEN_ADDRESS, /* e-mail, URL or handle */
	BYLINE_TOKEN_END
} BylineTokenKind;

typedef struct BylineToken
{
	BylineTokenKind kind;
	uint32_t start;
	uint32_t end;
	uint32_t classes; /* of a word */
	bool capital;	  /* begins with an uppercase letter, or a letter without case */
	bool uncased;	  /* begins with a letter of a script without case */
	bool number;	  /* begins with a digit */
	bool digits;	  /* contains a digit */
	bool letters;	  /* contains a letter */
	bool domain;	  /* looks like a host name: example.org */
} BylineToken;

/* Can the text contain an e-mail address, URL or handle? */
extern bool byline_has_address(Str text);

/*
 * Returns the token at *i and moves *i after it; returns BYLINE_TOKEN_END at the end of the text,
 * however often it is called. addresses is the result of byline_has_address().
 */
extern BylineToken byline_token(Str text, uint32_t *i, bool addresses);

/* Returns the classes of a word, ignoring case and accents; 0 if the table does not have it. */
extern uint32_t byline_classes(Str word);

#endif
