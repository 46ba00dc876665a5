/*
 * number_internal.h
 *	  What the files of the number reader share: words, values, and the functions of the grammar.
 *
 * A function of the grammar returns the byte after what it read, or 0 if its form is not there.
 */
#ifndef ARTICLE_FRENCH_NUMBER_INTERNAL_H
#define ARTICLE_FRENCH_NUMBER_INTERNAL_H

#include "base/fnv.h"
#include "french/char_class.h"
#include "french/number.h"

typedef enum NumberWordClass
{
	NUMBER_WORD_NONE,
	NUMBER_WORD_ZERO,
	NUMBER_WORD_UNIT,	  /* 1 to 9 */
	NUMBER_WORD_TEN,	  /* 10, which 7, 8 and 9 may follow */
	NUMBER_WORD_TEEN,	  /* 11 to 16 */
	NUMBER_WORD_TENS,	  /* 20 to 90 */
	NUMBER_WORD_HUNDRED,  /* 100 */
	NUMBER_WORD_THOUSAND, /* 1000 */
	NUMBER_WORD_SCALE,	  /* value: power of ten */
	NUMBER_WORD_FIRST,	  /* premier, second: ordinals that end no longer number */
	NUMBER_WORD_GROUP,	  /* dizaine, millier */
	NUMBER_WORD_PART,	  /* demi, tiers: value: how many parts make the whole */
	NUMBER_WORD_POINT,	  /* virgule */
	NUMBER_WORD_MINUS,
	NUMBER_WORD_PERCENT,
	NUMBER_WORD_ROUGH, /* between number and group: une bonne centaine */
	NUMBER_WORD_LINK   /* value: NumberLink */
} NumberWordClass;

typedef enum NumberLink
{
	NUMBER_LINK_ET,
	NUMBER_LINK_DE,
	NUMBER_LINK_DES,
	NUMBER_LINK_LE,
	NUMBER_LINK_POUR
} NumberLink;

#define NUMBER_IS_ORDINAL 1u
#define NUMBER_IS_PLURAL 2u
#define NUMBER_IS_ONE 4u	   /* un, une */
#define NUMBER_IS_FEMININE 8u  /* une */
#define NUMBER_IS_DOUBTFUL 16u /* also another word, or none alone: neuf, quarantaine, demi */

typedef struct NumberWord
{
	const char *word; /* folded */
	uint8_t class;
	uint8_t flags;
	uint16_t value;
} NumberWord;

extern const NumberWord number_words[];

/* A hash table of number_words; its slots are as in base/fnv.h. See number_index_gen.c. */
#define NUMBER_SLOTS 512
extern const uint16_t number_slots[NUMBER_SLOTS];

/* The longest word of the list is shorter than this. */
#define NUMBER_WORD_BYTES 16

typedef struct NumberToken
{
	uint32_t start;
	uint32_t end;
	uint8_t class; /* NUMBER_WORD_NONE: no number word */
	uint8_t flags;
	uint16_t value;
} NumberToken;

/* number_token.c */

/* Reads the letters at a byte. Returns false if there are none. */
extern bool number_token_read(Str text, uint32_t at, NumberToken *token);

/*
 * Writes the words of a short text, folded and separated by single spaces, to
 * folded[NUMBER_FOLD_BYTES]; returns their length.
 */
#define NUMBER_FOLD_BYTES 48
extern uint32_t number_fold(Str part, char *folded);

/* Skips what may separate two parts of one number: spaces, or a hyphen. */
extern uint32_t number_gap(Str text, uint32_t at);

/* Skips spaces of one line. */
extern uint32_t number_spaces(Str text, uint32_t at);

/* Reads the number word after a gap. Returns false if there is no gap or no such word. */
extern bool number_token_next(Str text, uint32_t end, NumberToken *token);

static inline bool
number_is_link(const NumberToken *token, NumberLink link)
{
	return token->class == NUMBER_WORD_LINK && token->value == link;
}

/* number_value.c; false if the result has too many digits */
extern NumberValue number_of(unsigned __int128 digits, int32_t power);
extern bool number_add(NumberValue *value, NumberValue more);
extern bool number_multiply(NumberValue *value, uint32_t factor);
extern NumberValue number_ratio(uint32_t part, uint32_t whole);
/* Reads digits with at most one period among them. */
extern bool number_digits(const char *text, NumberValue *value);

/* number_words.c */
typedef struct NumberInteger
{
	unsigned __int128 value;
	uint32_t end;
	uint8_t flags; /* of its last word */
	uint8_t scale; /* it is some number of millions, milliards …: their power of ten, else 0 */
	bool lone;	   /* one word */
} NumberInteger;

extern bool number_integer_read(Str text, const NumberToken *first, NumberInteger *integer);

/* The same for a number below a million, which leaves what multiplies it. */
extern bool number_below_million_read(Str text, const NumberToken *first, NumberInteger *integer);

/*
 * Reads a number in words, first its first word. number->kind is set; *doubtful: it may well be
 * none: the article un, the adjective neuf.
 */
extern bool number_words_read(Str text, const NumberToken *first, NumberFound *number,
							  bool *doubtful);

/*
 * Reads a unit and a half after a number: the "heures et demie" of "deux heures et demie"; returns
 * its end or 0.
 */
extern uint32_t number_half_read(Str text, uint32_t end);

/* "et" and "demi", "quart", "trois quarts", "un cinquième" after a number: the end, or 0. */
extern uint32_t number_fraction_read(Str text, uint32_t end, NumberValue *fraction);

/* number_figures.c */

/*
 * Reads a number in figures. Returns false if the digits are something else, and sets number->end
 * to the byte after that. whole: nothing but a unit is expected after it.
 */
extern bool number_figures_read(Str text, uint32_t at, bool whole, NumberFound *number);

/* Reads ½; returns its end or 0. */
extern uint32_t number_vulgar_read(Str text, uint32_t at, NumberValue *value);

/* number_roman.c: XXI, XXIe; returns its end or 0. */
extern uint32_t number_roman_read(Str text, uint32_t at, bool *ordinal, uint32_t *value);

/* number_unit.c */

/* Reads "%", "pour cent", "p. 100" after a number; returns its end or 0. */
extern uint32_t number_percent_read(Str text, uint32_t end);
/* Reads "environ", "au moins", "près de"; returns the start of what follows, or 0. */
extern uint32_t number_about_read(Str text, uint32_t at);
extern bool number_about_before(Str text, uint32_t start);
/* Reads a sign or a code of a currency: €, EUR. */
extern uint32_t number_currency_read(Str text, uint32_t at);
/* Reads a unit that may follow a number in words: euros. */
extern uint32_t number_measure_read(Str text, uint32_t at);

#endif
