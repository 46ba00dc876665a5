/*
 * date_relative.c
 *	  Dates relative to the moment of writing: tokens in, how long ago out. hier, avant-hier, il y a
 *	  2 heures, 3 hours ago, vor 2 Stunden, 3時間前.
 */
#include "date/date_internal.h"

/* A larger amount of a unit is not a time stamp of a page: "il y a 4000 ans". */
#define AMOUNT_MAX 400

/* "2 heures", "une heure", "2h"; of "1 an et 2 mois" the first unit only. */
static uint32_t
span_parse(DateScanner *scanner, uint32_t i, int *amount, int *unit)
{
	uint32_t next = word_parse(scanner, i, DATE_WORD_ONE, amount);

	if (next == 0 && token_number(scanner, i, 1, 3) && token_at(scanner, i)->value <= AMOUNT_MAX)
	{
		*amount = (int) token_at(scanner, i)->value;
		next = i + 1;
	}
	return next != 0 ? word_parse(scanner, next, DATE_WORD_UNIT, unit) : 0;
}

/* Adds the smaller unit that follows: "il y a 1 h 20 min", "2 hours, 5 minutes ago". */
static uint32_t
second_span(DateScanner *scanner, uint32_t i, int *amount, int *unit)
{
	int more;
	int smaller;
	uint32_t next;

	if (*unit != DATE_UNIT_HOUR || !token_number(scanner, i + token_mark(scanner, i, ','), 1, 2))
		return i;
	next = span_parse(scanner, i + token_mark(scanner, i, ','), &more, &smaller);
	if (next == 0 || smaller != DATE_UNIT_MINUTE)
		return i;
	*amount = *amount * 60 + more;
	*unit = DATE_UNIT_MINUTE;
	return next;
}

static void
set_ago(DateFields *fields, int amount, int unit)
{
	static const int32_t seconds[] = {1, 60, 3600};
	/* Months and years are taken as 30 and 365 days. */
	static const int32_t days[] = {1, 7, 30, 365};

	if (unit <= DATE_UNIT_HOUR)
	{
		fields->relative = DATE_SECONDS_AGO;
		fields->amount = amount * seconds[unit];
		return;
	}
	fields->relative = DATE_DAYS_AGO;
	fields->amount = amount * days[unit - DATE_UNIT_DAY];
}

static uint32_t
ago_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t before = word_parse(scanner, i, DATE_WORD_AGO_BEFORE, NULL);
	int amount;
	int unit;
	uint32_t next = span_parse(scanner, before ? before : i, &amount, &unit);

	if (next == 0)
		return 0;
	next = second_span(scanner, next, &amount, &unit);
	if (before == 0)
		next = word_parse(scanner, next, DATE_WORD_AGO_AFTER, NULL);
	if (next == 0)
		return 0;
	set_ago(fields, amount, unit);
	return next;
}

/* Parses a relative date at token i, without its time of day. */
uint32_t
relative_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	int days;
	uint32_t next;

	fields_clear(fields);
	next = word_parse(scanner, i, DATE_WORD_DAYS_AGO, &days);
	if (next == 0)
		return ago_parse(scanner, i, fields);
	fields->relative = DATE_DAYS_AGO;
	fields->amount = days;
	return next;
}
