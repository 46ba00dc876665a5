/*
 * expression.h
 *	  Dates as French readers understand them: a text and the moment when it was published in; the
 *	  range of time that each expression means out.
 *
 * Words, months, hours and figures are read by src/date, the scanner of pages. These files are the
 * grammar around them: fin avril, la nuit du 5 au 6, il y a deux ans, au XIXe siècle, mardi by the
 * tense of its verb. Linear in the text, no memory except the scanner; any bytes do no harm.
 */
#ifndef ARTICLE_FRENCH_EXPRESSION_H
#define ARTICLE_FRENCH_EXPRESSION_H

#include "date/date_internal.h"

typedef enum DatePrecision
{
	PRECISION_MINUTE,
	PRECISION_HOUR,
	PRECISION_PART, /* of a day: morning, night */
	PRECISION_DAY,
	PRECISION_WEEKEND,
	PRECISION_WEEK,
	PRECISION_FORTNIGHT,
	PRECISION_MONTH,
	PRECISION_QUARTER,
	PRECISION_SEASON,
	PRECISION_HALF,
	PRECISION_YEAR,
	PRECISION_DECADE,
	PRECISION_CENTURY
} DatePrecision;

/* What expressions are resolved against. */
typedef struct DateContext
{
	ZoneOffset offset;
	void *zone; /* passed to offset */
	const int64_t
		*reference; /* when the text was published, in seconds since 1970; NULL: unknown */
} DateContext;

typedef struct DateMeant
{
	uint32_t start; /* byte offsets in the text */
	uint32_t end;
	int64_t from; /* seconds since 1970; `to` is excluded */
	int64_t to;
	DatePrecision precision; /* of a range, that of its ends */
} DateMeant;

/* A longer text is not a date. */
#define EXPRESSION_PARSED_BYTES 4096

/*
 * Reads a text that is one date or one range of dates. Returns false if it is none, if there is no
 * such day, and if it needs a reference and there is none.
 */
extern bool expression_parse(Str text, const DateContext *context, DateMeant *meant);

typedef struct DateExpressions
{
	DateScanner tokens;
	DateContext context;
	bool alone;		   /* the text is one expression: no verb says when it is */
	int64_t today;	   /* local day of the reference, and ... */
	int64_t now;	   /* ... its local seconds */
	uint32_t next;	   /* token */
	uint32_t sentence; /* first token of the sentence */
} DateExpressions;

typedef enum ExpressionStep
{
	EXPRESSION_END, /* no further date */
	EXPRESSION_FOUND,
	EXPRESSION_PAUSED /* none so far; the caller may check for cancellation and go on */
} ExpressionStep;

extern void expression_start(DateExpressions *expressions, Str text, const DateContext *context);

/* Finds the next date that can be resolved. */
extern ExpressionStep expression_next(DateExpressions *expressions, DateMeant *meant);

extern const char *expression_precision_name(DatePrecision precision);

#endif
