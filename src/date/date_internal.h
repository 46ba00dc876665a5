/*
 * date_internal.h
 *	  What the files of the date reader share: tokens, the lexicon, and the functions of the
 *	  grammar.
 *
 * The grammar addresses tokens by index. A function "xxx_parse(scanner, i, …)" tries its form at
 * token i and returns the index of the token after it, or 0 if the form is not there (nothing ends
 * before token 1). It looks at most DATE_TOKEN_REACH tokens around i, which the ring always holds.
 */
#ifndef ARTICLE_DATE_INTERNAL_H
#define ARTICLE_DATE_INTERNAL_H

#include "base/fnv.h"
#include "date/date.h"

/* Number of tokens kept: a power of two, and more than twice DATE_TOKEN_REACH. */
#define DATE_TOKEN_RING 128
#define DATE_TOKEN_REACH 48
/* The longest word of the lexicon, folded, is shorter than this. */
#define DATE_WORD_MAX 48

typedef enum DateWordClass
{
	DATE_WORD_MONTH,	   /* value: 1-12 */
	DATE_WORD_WEEKDAY,	   /* value: 0 (Sunday) to 6 */
	DATE_WORD_ORDINAL,	   /* after a day: er, st, th */
	DATE_WORD_OF,		   /* between day, month and year: de, of */
	DATE_WORD_ARTICLE,	   /* before a date: le, on, am */
	DATE_WORD_AT,		   /* before a time: à, at, um */
	DATE_WORD_HOUR_MARK,   /* h, heures, Uhr */
	DATE_WORD_MINUTE_MARK, /* min, mn */
	DATE_WORD_DAY_HALF,	   /* value: 0 before noon, 1 after */
	DATE_WORD_CLOCK,	   /* value: the hour named: midi, minuit */
	DATE_WORD_YEAR_MARK,   /* before or after a year: 年, gada, năm */
	DATE_WORD_MONTH_MARK,  /* 月, tháng */
	DATE_WORD_DAY_MARK,	   /* 日, ngày */
	DATE_WORD_DAYS_AGO,	   /* value: how many: hier 1 */
	DATE_WORD_AGO_BEFORE,  /* il y a, vor */
	DATE_WORD_AGO_AFTER,   /* ago, fa */
	DATE_WORD_ONE,		   /* une, an */
	DATE_WORD_UNIT,		   /* value: DateUnit */
	DATE_WORD_SOLAR_MONTH, /* value: 1-12, of the calendar of Iran */
	DATE_WORD_NO_DATE,	   /* version, ISBN: the number after it is not a date */
	DATE_WORD_CUE		   /* value: DateCue */
} DateWordClass;

typedef enum DateUnit
{
	DATE_UNIT_SECOND,
	DATE_UNIT_MINUTE,
	DATE_UNIT_HOUR,
	DATE_UNIT_DAY,
	DATE_UNIT_WEEK,
	DATE_UNIT_MONTH,
	DATE_UNIT_YEAR
} DateUnit;

/* An entry of the lexicon: one or more folded words separated by a space. */
typedef struct DateWord
{
	const char *text;
	uint8_t class;
	uint8_t value;
	const char *languages; /* codes separated by spaces */
} DateWord;

/* Sorted by text as bytes. */
extern const DateWord date_names[]; /* month_gen.h: months and weekdays, from CLDR */
extern const uint32_t date_names_count;
extern const DateWord date_words[]; /* all others */
extern const uint32_t date_words_count;

/*
 * A word that entries begin with: the index of the first such entry in date_names and in
 * date_words, and the classes of all of them as bits. One more bit says that the word alone is a
 * French month or weekday: la, de, on and ne are days of other languages.
 */
#define DATE_NO_ENTRY UINT16_MAX
#define DATE_WORD_FRENCH_NAME 31

typedef struct DateFirstWord
{
	uint16_t name;
	uint16_t word;
	uint32_t classes;
} DateFirstWord;

/* A hash table of the first words; its slots are as in base/fnv.h. See date_index_gen.c. */
#define DATE_SLOTS 8192
extern const DateFirstWord date_first_words[];
extern const uint16_t date_slots[DATE_SLOTS];

/* date_lexicon.c: the entries that begin with a word; hash must be fnv_hash() of it. NULL: none. */
extern const DateFirstWord *first_word_find(const char *text, uint32_t len, uint32_t hash);

/* Is text the first word of this entry? */
static inline bool
first_word_is(const DateWord *entry, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (entry->text[i] != text[i])
			return false;
	return entry->text[len] == '\0' || entry->text[len] == ' ';
}

typedef enum DateTokenKind
{
	DATE_TOKEN_END,
	DATE_TOKEN_NUMBER,
	DATE_TOKEN_WORD,
	DATE_TOKEN_MARK
} DateTokenKind;

typedef struct DateToken
{
	uint32_t start;
	uint32_t end;
	uint8_t kind;
	bool spaced;	/* preceded by white space or the start of the text */
	bool capital;	/* of a word: its first letter is uppercase */
	char mark;		/* of a mark: ASCII, dashes as '-', quotes as '\'', any other as '?' */
	uint8_t digits; /* of a number */
	uint64_t value; /* of a number of at most 18 digits */
	const DateFirstWord *found; /* of a word: its entries; NULL: none */
	uint32_t hash;				/* of a word: fnv_hash() of it, folded; 0 if it is too long */
	uint16_t note;				/* 0; for what a caller has found out about the token */
} DateToken;

typedef struct DateScanner
{
	Str text;
	const DateHabits *habits;
	char language[4]; /* primary language code, or empty */
	uint32_t byte;	  /* where the next token starts */
	uint32_t count;	  /* tokens read so far */
	bool ended;
	DateToken end_token;
	DateToken ring[DATE_TOKEN_RING];
} DateScanner;

/* date_fold.c: one code point as the lexicon writes it: lowercase, without accent; 0: omit it. */
extern uint32_t date_fold(uint32_t c);

/* date_token.c */
extern void scanner_init(DateScanner *scanner, Str text, const DateHabits *habits);
extern const DateToken *token_read(DateScanner *scanner, uint32_t i);
static inline const DateToken *
token_at(DateScanner *scanner, uint32_t i)
{
	return i < scanner->count ? &scanner->ring[i % DATE_TOKEN_RING] : token_read(scanner, i);
}

static inline bool
token_mark(DateScanner *scanner, uint32_t i, char mark)
{
	const DateToken *token = token_at(scanner, i);

	return token->kind == DATE_TOKEN_MARK && token->mark == mark;
}

static inline bool
token_number(DateScanner *scanner, uint32_t i, uint32_t min_digits, uint32_t max_digits)
{
	const DateToken *token = token_at(scanner, i);

	return token->kind == DATE_TOKEN_NUMBER && token->digits >= min_digits &&
		   token->digits <= max_digits;
}

/*
 * Writes the token as the lexicon writes it to folded[DATE_WORD_MAX], with a NUL. Returns its
 * length, or 0 if it is too long.
 */
extern uint32_t token_fold(DateScanner *scanner, const DateToken *token, char *folded);
extern void token_split(DateScanner *scanner, uint32_t i, uint32_t digits);
/* Is token i preceded by a number of the same chain (1.2.3.4), or by a letter glued to it (v2)? */
extern bool chained_before(DateScanner *scanner, uint32_t i, bool short_year);

/* date_word.c */
static inline uint32_t
token_classes(const DateToken *token)
{
	return token->found != NULL ? token->found->classes : 0;
}
extern uint32_t word_find(DateScanner *scanner, uint32_t i, DateWordClass class, int *value);

/* Matches a word or phrase of this class at token i. Stores its value if `value` is not NULL. */
static inline uint32_t
word_parse(DateScanner *scanner, uint32_t i, DateWordClass class, int *value)
{
	/* Most forms look for words at tokens that are numbers or marks. */
	return token_at(scanner, i)->kind == DATE_TOKEN_WORD ? word_find(scanner, i, class, value) : 0;
}

extern uint32_t month_parse(DateScanner *scanner, uint32_t i, int *month, bool *english);

/*
 * Parses a month in Roman numerals between two marks that are the same, before a year of four
 * digits: 12-XI-2023.
 */
extern uint32_t roman_month_parse(DateScanner *scanner, uint32_t i, int *month);

/* date_time.c */
extern uint32_t time_parse(DateScanner *scanner, uint32_t i, bool dotted, DateFields *fields);
extern uint32_t zone_parse(DateScanner *scanner, uint32_t i, bool exact, DateFields *fields);

/* date_zone_place.c: a zone by its place, "heure de Paris", after a time. */
extern uint32_t zone_place_parse(DateScanner *scanner, uint32_t i, DateFields *fields);

/*
 * Is it summer on the day of the fields by a rule: 'U', in the United States since 2007, from the
 * second Sunday of March to the first of November; 'E', in the European Union since 1996, between
 * the last Sundays of March and October; 0: never?
 */
extern bool date_summer(char rule, const DateFields *fields);

/* date_grammar.c */
typedef struct DateForm
{
	bool weak;		/* day and month in digits without a year: needs a reason to be a date */
	bool ambiguous; /* weak, and also a figure of speech or a fraction: 24/7, 1/2 */
} DateForm;
extern uint32_t day_parse(DateScanner *scanner, uint32_t i, DateFields *fields, DateForm *form);
extern void fields_clear(DateFields *fields);

/* date_calendar.c: does the day exist, in some year if the year is not given? */
extern bool fields_exist(const DateFields *fields);

/* date_solar.c: a day of the calendar of Iran, with its year; sets the Gregorian day. */
extern uint32_t solar_day_parse(DateScanner *scanner, uint32_t i, DateFields *fields);

/* date_relative.c */
extern uint32_t relative_parse(DateScanner *scanner, uint32_t i, DateFields *fields);

#endif
