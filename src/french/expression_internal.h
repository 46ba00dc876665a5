/*
 * expression_internal.h
 *	  What the files of French date expressions share: words, the unresolved moment, the functions
 *	  of the grammar.
 *
 * As in date/date_internal.h, a function "…_read(tokens, i, …)" returns the token after its form,
 * or 0 if the form is not there.
 */
#ifndef ARTICLE_FRENCH_EXPRESSION_INTERNAL_H
#define ARTICLE_FRENCH_EXPRESSION_INTERNAL_H

#include "french/expression.h"

typedef enum ExpressionClass
{
	EXPRESSION_NONE,
	EXPRESSION_ABOUT,	/* vers, tôt: no part of the value */
	EXPRESSION_BESIDE,	/* veille, lendemain: value: days from the day after it */
	EXPRESSION_DECADES, /* années */
	EXPRESSION_EDGE,	/* début, fin: value: ExpressionEdge */
	EXPRESSION_FEAST,	/* value: ExpressionFeast */
	EXPRESSION_LAST,	/* dernier */
	EXPRESSION_LINK,	/* value: ExpressionLink */
	EXPRESSION_NEXT,	/* prochain */
	EXPRESSION_PART,	/* matin: value: ExpressionPart */
	EXPRESSION_SAINT,	/* saint; what follows it: value: ExpressionFeast */
	EXPRESSION_SEASON,	/* value: 0 (spring) to 3 */
	EXPRESSION_THIS,	/* ce */
	EXPRESSION_TODAY,	/* value: days from today */
	EXPRESSION_UNIT,	/* value: DatePrecision */
	EXPRESSION_WEEKEND
} ExpressionClass;

typedef enum ExpressionLink
{
	EXPRESSION_LINK_A,
	EXPRESSION_LINK_APRES,
	EXPRESSION_LINK_AU,
	EXPRESSION_LINK_AVANT,
	EXPRESSION_LINK_DANS,
	EXPRESSION_LINK_DE,
	EXPRESSION_LINK_DES,
	EXPRESSION_LINK_DU,
	EXPRESSION_LINK_EN,
	EXPRESSION_LINK_ENTRE,
	EXPRESSION_LINK_ET,
	EXPRESSION_LINK_JUSQUE,
	EXPRESSION_LINK_LE,
	EXPRESSION_LINK_LES
} ExpressionLink;

typedef enum ExpressionEdge
{
	EXPRESSION_EDGE_NONE,
	EXPRESSION_EDGE_START,
	EXPRESSION_EDGE_MIDDLE,
	EXPRESSION_EDGE_END,
	EXPRESSION_EDGE_WHOLE, /* courant juin */
	EXPRESSION_EDGE_FIRST_HALF,
	EXPRESSION_EDGE_SECOND_HALF,
	EXPRESSION_EDGE_UNITS /* Moment.unit_first to unit_last: la première semaine de mars */
} ExpressionEdge;

typedef enum ExpressionPart
{
	EXPRESSION_PART_NONE,
	EXPRESSION_PART_MORNING,
	EXPRESSION_PART_NOON, /* a time, or the end of après-midi */
	EXPRESSION_PART_AFTERNOON,
	EXPRESSION_PART_DAY_END, /* en fin de journée */
	EXPRESSION_PART_EVENING,
	EXPRESSION_PART_NIGHT
} ExpressionPart;

typedef enum ExpressionFeast
{
	EXPRESSION_FEAST_NONE,
	EXPRESSION_FEAST_NEW_YEAR,
	EXPRESSION_FEAST_EPIPHANY,
	EXPRESSION_FEAST_CANDLEMAS,
	EXPRESSION_FEAST_VALENTINE,
	EXPRESSION_FEAST_SHROVE_TUESDAY,
	EXPRESSION_FEAST_ASH_WEDNESDAY,
	EXPRESSION_FEAST_PALM_SUNDAY,
	EXPRESSION_FEAST_MAUNDY_THURSDAY,
	EXPRESSION_FEAST_GOOD_FRIDAY,
	EXPRESSION_FEAST_EASTER,
	EXPRESSION_FEAST_EASTER_MONDAY,
	EXPRESSION_FEAST_ASCENSION,
	EXPRESSION_FEAST_PENTECOST,
	EXPRESSION_FEAST_PENTECOST_MONDAY,
	EXPRESSION_FEAST_LABOUR,
	EXPRESSION_FEAST_SAINT_JOHN,
	EXPRESSION_FEAST_NATIONAL,
	EXPRESSION_FEAST_BELGIAN,
	EXPRESSION_FEAST_SWISS,
	EXPRESSION_FEAST_ASSUMPTION,
	EXPRESSION_FEAST_THANKSGIVING,
	EXPRESSION_FEAST_HALLOWEEN,
	EXPRESSION_FEAST_ALL_SAINTS,
	EXPRESSION_FEAST_ARMISTICE,
	EXPRESSION_FEAST_BLACK_FRIDAY,
	EXPRESSION_FEAST_SAINT_NICHOLAS,
	EXPRESSION_FEAST_CHRISTMAS_EVE,
	EXPRESSION_FEAST_CHRISTMAS,
	EXPRESSION_FEAST_NEW_YEAR_EVE
} ExpressionFeast;

/* Which of the moments that a name recurs at. */
typedef enum ExpressionPick
{
	EXPRESSION_PICK_NONE,
	EXPRESSION_PICK_THIS,  /* ce lundi */
	EXPRESSION_PICK_LAST,  /* lundi dernier */
	EXPRESSION_PICK_SINCE, /* depuis lundi: the latest that has begun */
	EXPRESSION_PICK_NEXT   /* lundi prochain */
} ExpressionPick;

typedef enum ExpressionTense
{
	EXPRESSION_TENSE_NONE,
	EXPRESSION_TENSE_PAST,
	EXPRESSION_TENSE_FUTURE
} ExpressionTense;

/* One point or period, before it is resolved; what is not given is 0, weekday and hour -1. */
typedef struct Moment
{
	DatePrecision precision;
	int32_t year;	 /* the first one, and ... */
	int32_t year_to; /* ... the last one of 1914-1918 */
	int8_t month;
	int8_t day;
	int8_t weekday;
	int8_t hour;
	int8_t minute;
	int8_t hour_to; /* of "de 10 h à 18 h"; -1: none */
	int8_t minute_to;
	int8_t
		number; /* of a quarter, half, season, fortnight, week; of a weekday in its month, -1: last */
	uint8_t feast;
	uint8_t edge;
	uint8_t part;
	uint8_t pick;
	int8_t beside;		/* days from the day that is named: la veille de Noël */
	uint8_t unit;		/* DatePrecision of the units that the edge counts, and ... */
	int16_t unit_first; /* ... the first and ... */
	int16_t unit_last;	/* ... the last of them; negative ones count from the end */
	bool relative;		/* amount units from now */
	bool half_month;	/* and half a month: il y a un mois et demi */
	bool span;			/* all of these units: les trois derniers mois */
	bool of_week;		/* a weekday of the week that lies amount weeks from now */
	bool of_year;		/* of the year that lies amount years from now */
	bool of_month;		/* a day of the month that lies amount months from now */
	bool bare;			/* a number that only its surroundings make a day */
	int32_t amount;
	int32_t zone; /* seconds east of UTC, or DATE_NO_ZONE */
} Moment;

static inline void
moment_clear(Moment *moment)
{
	*moment = (Moment){.weekday = -1, .hour = -1, .hour_to = -1, .zone = DATE_NO_ZONE};
}

typedef struct ExpressionWord
{
	const char *word; /* folded */
	uint8_t class;
	int8_t value;
} ExpressionWord;

extern const ExpressionWord expression_words[];

/* A hash table of expression_words; its slots are as in base/fnv.h. See expression_index_gen.c. */
#define EXPRESSION_SLOTS 512
extern const uint16_t expression_slots[EXPRESSION_SLOTS];

/* expression_word.c */

/* The note of a word that is not in the list; others have the number of their entry. */
#define EXPRESSION_NO_WORD UINT16_MAX

/* Looks the word at token i up, and writes its note. */
extern uint16_t expression_note(DateScanner *tokens, uint32_t i);

/* The entry of the word at token i; NULL if it is none. */
static inline const ExpressionWord *
expression_word(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);
	uint16_t note;

	if (token->kind != DATE_TOKEN_WORD)
		return NULL;
	note = token->note != 0 ? token->note : expression_note(tokens, i);
	return note != EXPRESSION_NO_WORD ? &expression_words[note - 1] : NULL;
}

/* Is the word at token i of this class? Stores its value. */
static inline bool
expression_is(DateScanner *tokens, uint32_t i, ExpressionClass class, int *value)
{
	const ExpressionWord *word = expression_word(tokens, i);

	if (word == NULL || word->class != class)
		return false;
	if (value != NULL)
		*value = word->value;
	return true;
}

static inline bool
expression_link(DateScanner *tokens, uint32_t i, ExpressionLink link)
{
	const ExpressionWord *word = expression_word(tokens, i);

	return word != NULL && word->class == EXPRESSION_LINK && word->value == (int8_t) link;
}

extern bool expression_same(DateScanner *tokens, uint32_t i, const char *word);

/* Does the word at token i fold to this text? The hash of a literal is known to the compiler. */
static inline bool
expression_text(DateScanner *tokens, uint32_t i, const char *word)
{
	const DateToken *token = token_at(tokens, i);

	return token->kind == DATE_TOKEN_WORD &&
		   token->hash == fnv_hash(word, (uint32_t) strlen(word)) &&
		   expression_same(tokens, i, word);
}

/* The month or weekday at token i in French; in full or followed by a period if `full`. */
extern uint32_t expression_month(DateScanner *tokens, uint32_t i, bool full, int *month);
extern uint32_t expression_weekday(DateScanner *tokens, uint32_t i, bool full, int *weekday);

/* An integer in figures or words at token i. */
extern uint32_t expression_number(DateScanner *tokens, uint32_t i, uint32_t *value, bool *ordinal);
/* An ordinal from 1 to "most", or -1 for "dernier". */
extern uint32_t expression_place(DateScanner *tokens, uint32_t i, uint32_t most, int32_t *number);

/* Does the word at token i make the number before it an amount: 2000 euros, 1500 soldats? */
extern bool expression_counted(DateScanner *tokens, uint32_t i);

/* A year of four digits, which counts nothing. */
extern uint32_t expression_year(DateScanner *tokens, uint32_t i, int32_t *year);

/* A year of two digits after a month, of the last century and no day: mai 68. */
extern uint32_t expression_short_year(DateScanner *tokens, uint32_t i, int32_t *year);

/* Skips a link, and the apostrophe after it. */
extern uint32_t expression_skip(DateScanner *tokens, uint32_t i, ExpressionLink link);
/* Skips "le", "la", "l'", "les". */
extern uint32_t expression_article(DateScanner *tokens, uint32_t i);

/* Skips "du", "des", "de la", "de l'"; returns i if there is none of them. */
extern uint32_t expression_of(DateScanner *tokens, uint32_t i);
/* The unit of time at token i, also "ans", "années", which are a class of their own. */
extern bool expression_unit(DateScanner *tokens, uint32_t i, int *unit);

/* dernier, prochain; and the year, after a day or month: these return i if there is none */
extern uint32_t moment_pick_read(DateScanner *tokens, uint32_t i, Moment *moment);
extern uint32_t moment_year_read(DateScanner *tokens, uint32_t i, Moment *moment);

/* expression_point.c: one point or period; whole: the text is nothing else */
extern uint32_t moment_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment);

/* expression_time.c: the time of day after a day; returns i if there is none */
extern uint32_t moment_time_read(DateScanner *tokens, uint32_t i, Moment *moment);
/* a time alone: 18 heures, 13h54, midi */
extern uint32_t moment_clock_read(DateScanner *tokens, uint32_t i, Moment *moment);
/*
 * "à midi", "jusqu'à 18 h", "et 18 h", "-18 h" after the time that starts at token `clock`, opened
 * by "de", "entre" or nothing: its end; returns i if there is none
 */
extern uint32_t moment_end_read(DateScanner *tokens, uint32_t clock, uint32_t i, Moment *moment);
/* soir, au soir, dans l'après-midi, en fin de matinée, dans la nuit */
extern uint32_t moment_when_read(DateScanner *tokens, uint32_t i, Moment *moment);
/* the word alone: après-midi, matin, soirée; stores the ExpressionPart */
extern uint32_t moment_part_read(DateScanner *tokens, uint32_t i, int *part);

/* expression_period.c: periods from the quarter upwards, and seasons */
extern uint32_t period_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment);
extern uint32_t edge_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment);

/* expression_relative.c: il y a deux ans, la semaine prochaine */
extern uint32_t relative_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment);
/* week-end, weekend */
extern uint32_t weekend_word(DateScanner *tokens, uint32_t i);

/* expression_span.c: les trois derniers mois, la première semaine de mars */
extern uint32_t span_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment);

/*
 * expression_range.c: from `first` to `last`; *night: the night between two days. If there is no
 * range, *single is the token after the point that starts at token i, in `first`, or 0.
 */
extern uint32_t range_read(DateScanner *tokens, uint32_t i, bool whole, Moment *first, Moment *last,
						   bool *night, uint32_t *single);

/* One expression, not yet resolved. */
typedef struct Expression
{
	Moment first;
	Moment last;
	bool range;
	bool night;
	uint32_t start; /* token */
	uint32_t end;
} Expression;

/* expression_stand.c: is the expression a date in its place in the text? */
extern bool expression_stands(const DateExpressions *expressions, DateScanner *tokens,
							  const Expression *expression);

/* expression_tense.c: what the verbs around tokens i to end say */
extern ExpressionTense tense_around(DateExpressions *expressions, uint32_t i, uint32_t end);

/* expression_resolve.c */
extern bool moment_resolve(const DateExpressions *expressions, const Moment *moment,
						   ExpressionTense tense, int64_t *from, int64_t *to);
extern bool range_resolve(const DateExpressions *expressions, Moment *first, Moment *last,
						  bool night, ExpressionTense tense, int64_t *from, int64_t *to);
/* Converts local seconds to an instant. */
extern int64_t expression_instant(const DateExpressions *expressions, int64_t local, int32_t zone);

/* expression_distance.c: moments that are `relative`, and spans */
extern bool distance_resolve(const DateExpressions *expressions, const Moment *moment,
							 ExpressionTense tense, int64_t *from, int64_t *to);
extern bool span_resolve(const DateExpressions *expressions, const Moment *moment, int64_t *from,
						 int64_t *to);
/* The period of months that starts with a month. */
extern void expression_months(int32_t year, int32_t month, int32_t months, int64_t *from,
							  int64_t *to);
/* The day that lies some months from another one. */
extern int64_t expression_months_from(int64_t today, int32_t months);

#define EXPRESSION_HOUR 3600

/* The Monday of the week of a day. */
static inline int64_t
monday_of(int64_t day)
{
	return day - (date_weekday(day) + 6) % 7;
}

/* expression_edge.c: narrows the range of a period to the edge or half that the moment names */
extern void moment_cut(const Moment *moment, int64_t *from, int64_t *to);
/* The first day of a month, as days since 1970; months 0 and 13 are those of the years beside. */
extern int64_t expression_month_start(int32_t year, int32_t month);

/* expression_feast.c: Noël 2018; and the day of a feast in a year, as days since 1970 */
extern uint32_t feast_read(DateScanner *tokens, uint32_t i, Moment *moment);
extern int64_t feast_day(ExpressionFeast feast, int32_t year);

#endif
