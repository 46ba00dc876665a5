/*
 * expression_relative.c
 *	  Dates counted from the moment of writing: il y a deux ans, dans dix jours, la semaine
 *	  prochaine, ce mois-ci, l'an dernier, ce week-end.
 */
#include "french/expression_internal.h"

/* A larger amount of a unit is not a date: "il y a 4000 ans". */
#define AMOUNT_MAX 400

/* deux ans, une heure, 20 minutes; "deux ans et demi" is vague, and none. */
static uint32_t
amount_read(DateScanner *tokens, uint32_t i, int sign, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	int unit;
	uint32_t next = expression_number(tokens, i, &value, &ordinal);

	if (next == 0 || ordinal || value > AMOUNT_MAX ||
		!expression_is(tokens, next, EXPRESSION_UNIT, &unit) || unit == PRECISION_QUARTER ||
		unit == PRECISION_HALF || unit == PRECISION_FORTNIGHT || unit >= PRECISION_DECADE)
	{
		/* ans, années: a class of their own */
		if (next == 0 || ordinal || value > AMOUNT_MAX ||
			!expression_is(tokens, next, EXPRESSION_DECADES, NULL))
			return 0;
		unit = PRECISION_YEAR;
	}
	moment->relative = true;
	moment->amount = sign * (int32_t) value;
	moment->precision = (DatePrecision) unit;
	return next + 1;
}

/* il y a, voilà, voici; dans. */
static uint32_t
ago_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t next;

	if (expression_text(tokens, i, "il") && expression_text(tokens, i + 1, "y") &&
		expression_link(tokens, i + 2, EXPRESSION_LINK_A))
		next = amount_read(tokens, i + 3, -1, moment);
	else if (expression_text(tokens, i, "voila") || expression_text(tokens, i, "voici"))
	{
		next = amount_read(tokens, i + 1, -1, moment);
		/* "voici deux jours de fête" shows them */
		if (next != 0 && expression_link(tokens, next, EXPRESSION_LINK_DE))
			return 0;
	}
	else if (expression_link(tokens, i, EXPRESSION_LINK_DANS))
		next = amount_read(tokens, i + 1, 1, moment);
	else
		return 0;
	/* "il y a deux ans et demi", "dans dix jours ou plus" */
	if (next != 0 && expression_link(tokens, next, EXPRESSION_LINK_ET) &&
		(expression_text(tokens, next + 1, "demi") || expression_text(tokens, next + 1, "demie")))
		return 0;
	return next;
}

/* week-end, weekend. */
static uint32_t
weekend_word(DateScanner *tokens, uint32_t i)
{
	uint32_t at = i + 1 + token_mark(tokens, i + 1, '-');

	if (!expression_is(tokens, i, EXPRESSION_WEEKEND, NULL))
		return 0;
	if (expression_text(tokens, i, "weekend"))
		return i + 1;
	return expression_text(tokens, at, "end") ? at + 1 : 0;
}

static uint32_t
unit_word(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t next = weekend_word(tokens, i);
	int unit;

	if (next != 0)
	{
		moment->precision = PRECISION_WEEKEND;
		return next;
	}
	if (!expression_is(tokens, i, EXPRESSION_UNIT, &unit) || unit < PRECISION_WEEK ||
		unit == PRECISION_FORTNIGHT)
		return 0;
	moment->precision = (DatePrecision) unit;
	return i + 1;
}

/* "semaine du 20 mars", "week-end du 25": the week or weekend that has a day of the calendar. */
static uint32_t
week_of_day(DateScanner *tokens, uint32_t i, Moment *moment)
{
	DatePrecision precision = moment->precision;
	uint32_t next = moment_read(tokens, i, false, moment);

	if (next == 0 || moment->bare || moment->relative || moment->precision != PRECISION_DAY ||
		moment->day == 0)
		return 0;
	moment->precision = precision;
	return next;
}

/* "-ci" after "ce mois". */
static uint32_t
skip_here(DateScanner *tokens, uint32_t i)
{
	return token_mark(tokens, i, '-') && expression_text(tokens, i + 1, "ci") ? i + 2 : i;
}

/*
 * la semaine prochaine, le mois dernier, cette année, ce week-end; and "la prochaine semaine". The
 * article before it is the caller's.
 */
static uint32_t
neighbour_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool this = expression_is(tokens, i, EXPRESSION_THIS, NULL);
	uint32_t next = unit_word(tokens, i + this, moment);
	int season;

	if (next == 0 && this && expression_is(tokens, i + 1, EXPRESSION_SEASON, &season))
	{
		moment->precision = PRECISION_SEASON;
		moment->number = (int8_t) season;
		moment->pick = EXPRESSION_PICK_THIS;
		return i + 2;
	}
	if (next == 0)
		return 0;
	if (!this && moment->precision <= PRECISION_WEEK &&
		expression_link(tokens, next, EXPRESSION_LINK_DU))
		return week_of_day(tokens, next + 1, moment);
	moment->relative = true;
	if (this)
	{
		moment->pick = EXPRESSION_PICK_THIS;
		return skip_here(tokens, next);
	}
	if (expression_is(tokens, next, EXPRESSION_NEXT, NULL))
		moment->amount = 1;
	else if (expression_is(tokens, next, EXPRESSION_LAST, NULL))
		moment->amount = -1;
	else
		return 0;
	return next + 1;
}

uint32_t
relative_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	uint32_t next;

	(void) whole;
	moment_clear(moment);
	next = ago_read(tokens, i, moment);
	if (next != 0)
		return next;
	moment_clear(moment);
	return neighbour_read(tokens, i, moment);
}
