/*
 * number.h
 *	  French numbers as values: a text in; the value of the number that it is, or every number that
 *	  it holds, out.
 *
 * Figures as papers print them (1 500, 5,2 M€, XXIe) and words of France, Belgium, Switzerland and
 * Québec, with the hyphens of any orthography. Linear in the text, no memory except the scanner;
 * bytes that are not UTF-8 do no harm.
 */
#ifndef ARTICLE_FRENCH_NUMBER_H
#define ARTICLE_FRENCH_NUMBER_H

#include "base/str.h"

typedef enum NumberKind
{
	NUMBER_CARDINAL,
	NUMBER_ORDINAL,
	NUMBER_FRACTION,
	NUMBER_PERCENT,
	NUMBER_APPROXIMATE /* une dizaine, quelque 300 */
} NumberKind;

/* A decimal number: digits * 10^power, below 10^38 in digits. */
typedef struct NumberValue
{
	unsigned __int128 digits;
	int32_t power;
	bool negative;
} NumberValue;

typedef struct NumberFound
{
	uint32_t start; /* byte offsets in the text */
	uint32_t end;
	NumberKind kind;
	NumberValue value;
} NumberFound;

/* A longer text is not a number: the longest in words has some 300 bytes. */
#define NUMBER_PARSED_BYTES 4096

/*
 * Reads a text that is one number, with its unit if it has one: "863 millions de dollars", "-2 °C".
 * Returns false if it is none or more than one.
 */
extern bool number_parse(Str text, NumberFound *number);

typedef struct NumberScanner
{
	Str text;
	uint32_t next;	  /* where the next number is sought */
	uint32_t article; /* offset of the article le, la or les if it is the last word, plus 1 */
	uint32_t last;	  /* end of the last number; 0: none yet */
} NumberScanner;

typedef enum NumberStep
{
	NUMBER_END, /* no further number */
	NUMBER_FOUND,
	NUMBER_PAUSED /* none so far; the caller may check for cancellation and go on */
} NumberStep;

extern void number_start(NumberScanner *scanner, Str text);

/*
 * Finds the next number. Years and days count as numbers; hours, dates in figures, telephone
 * numbers, scores and versions do not, nor does the article un.
 */
extern NumberStep number_next(NumberScanner *scanner, NumberFound *number);

/*
 * Reads the number that starts with the word or figure at a byte: an integer in words or at most 9
 * digits, cardinal or ordinal. Returns the byte after it, or 0 if there is none.
 */
extern uint32_t number_integer_at(Str text, uint32_t at, uint32_t *value, bool *ordinal);

/* An integer below a million in words: trois, vingt et unième, deux mille cent. */
typedef struct NumberWords
{
	uint32_t value;
	uint32_t end; /* byte after it */
	bool ordinal;
	bool several;  /* more than one word */
	bool article;  /* un or une alone */
	bool doubtful; /* one word that is another word, too: neuf */
} NumberWords;

/*
 * Reads such a number at the start of a word. Returns false if there is none, if it is the first
 * part of a compound (deux-roues), or if its one word is no number where it stands: mil, 50 cents,
 * un téléphone neuf.
 */
extern bool number_words_at(Str text, uint32_t at, NumberWords *words);

/*
 * Reads the cardinal number in words at the start of a word with all that multiplies it or is added
 * to it: "deux millions et demi". Returns false if there is none.
 */
extern bool number_cardinal_at(Str text, uint32_t at, NumberValue *value);

/* Are the first letters of a word those of a number in words? A quick look before the two above. */
extern bool number_may_start(Str text, uint32_t at);

/* Is a word one of those that French numbers are made of? No number starts with any other. */
extern bool number_is_word(Str word);

/* Does such a word follow a byte, after spaces or a hyphen? */
extern bool number_word_follows(Str text, uint32_t end);

/*
 * Does a word with this hash (fnv_hash of it, folded) probably start a number? article: un and une
 * count.
 */
extern bool number_may_be_word(uint32_t hash, bool article);

/* Returns the value of a Roman numeral up to 3999 in capitals, or 0 if it is none. */
extern uint32_t number_roman_value(const char *letters, uint32_t len);

/*
 * Is a word a Roman numeral as in centuries, kings and numbered items: up to 399, since MD and DC
 * are words?
 */
extern bool number_is_roman(Str word);

/* Reads a Roman ordinal at a byte: XIXe. Returns the byte after it, or 0 if there is none. */
extern uint32_t number_roman_at(Str text, uint32_t at, uint32_t *value);

#define NUMBER_TEXT_MAX 128

/*
 * Writes a value in decimal notation, for example -1.6, to out[NUMBER_TEXT_MAX] with a NUL; returns
 * its length.
 */
extern uint32_t number_write(const NumberValue *value, char *out);

extern const char *number_kind_name(NumberKind kind);

#endif
