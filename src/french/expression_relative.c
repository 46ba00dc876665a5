/*
 * expression_relative.c
 *	  Dates counted from the moment of writing: il y a un an et demi, dans dix jours, la semaine
 *	  prochaine, ce mois-ci, l'an dernier, ce week-end. Counted spans are expression_span.c's.
 */
#include "french/expression_internal.h"

#include "base/array.h"

/* A larger amount of a unit, or more years, are not a date: "il y a 4000 ans". */
#define AMOUNT_MAX 400
#define YEARS_MAX 1000

/* Sets an amount of units, given as halves: a unit with a half becomes smaller ones. */
static bool
set_amount(Moment *moment, DatePrecision unit, int32_t halves)
{
	/* what a unit is made of, how many of them, and how many its half has */
	static const struct
	{
		int8_t unit;
		int8_t whole;
		int8_t half;
	} parts[] = {[PRECISION_HOUR] = {PRECISION_MINUTE, 60, 30},
				 [PRECISION_DAY] = {PRECISION_HOUR, 24, 12},
				 [PRECISION_WEEK] = {PRECISION_DAY, 7, 3},
				 [PRECISION_YEAR] = {PRECISION_MONTH, 12, 6},
				 [PRECISION_DECADE] = {PRECISION_YEAR, 10, 5},
				 [PRECISION_CENTURY] = {PRECISION_YEAR, 100, 50}};

	moment->relative = true;
	moment->precision = unit;
	moment->amount = halves / 2;
	if (unit == PRECISION_MONTH && halves % 2 != 0)
	{
		moment->precision = PRECISION_DAY;
		moment->half_month = true;
		return true;
	}
	if (halves % 2 == 0 && unit < PRECISION_DECADE)
		return true;
	if (unit >= lengthof(parts) || parts[unit].whole == 0)
		return false;
	moment->precision = (DatePrecision) parts[unit].unit;
	moment->amount = halves / 2 * parts[unit].whole + halves % 2 * parts[unit].half;
	return moment->precision != PRECISION_YEAR || moment->amount <= YEARS_MAX;
}

/* The unit of a distance. */
static bool
distance_unit(DateScanner *tokens, uint32_t i, int *unit)
{
	return expression_unit(tokens, i, unit) && *unit != PRECISION_QUARTER &&
		   *unit != PRECISION_HALF;
}

/* "demi-heure", "demi-siècle" after their article. */
static uint32_t
half_unit(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i + 1 + token_mark(tokens, i + 1, '-');
	int unit;

	if (!expression_text(tokens, i, "demi") || !distance_unit(tokens, at, &unit) ||
		unit == PRECISION_MONTH || !set_amount(moment, (DatePrecision) unit, 1))
		return 0;
	return at + 1;
}

/* "quart d'heure", "quarts d'heure" after their number. */
static uint32_t
quarter_hours(DateScanner *tokens, uint32_t i, uint32_t quarters, Moment *moment)
{
	uint32_t at = expression_skip(tokens, i + 1, EXPRESSION_LINK_DE);

	if (!(expression_text(tokens, i, "quart") || expression_text(tokens, i, "quarts")) ||
		at == i + 1 || !expression_text(tokens, at, "heure") || quarters < 1 || quarters > 3)
		return 0;
	moment->relative = true;
	moment->precision = PRECISION_MINUTE;
	moment->amount = 15 * (int32_t) quarters;
	return at + 1;
}

/* Does "et demi" follow? "deux ans et demi" */
static bool
and_half(DateScanner *tokens, uint32_t i)
{
	return expression_link(tokens, i, EXPRESSION_LINK_ET) &&
		   (expression_text(tokens, i + 1, "demi") || expression_text(tokens, i + 1, "demie"));
}

/* "près de", "un peu plus de", "environ", "à peine", "tout juste" before an amount: the reader takes it as it is. */
static uint32_t
skip_about(DateScanner *tokens, uint32_t i)
{
	static const char *const words[] = {"environ", "quelque", "presque", "exactement"};

	for (size_t k = 0; k < lengthof(words); k++)
		if (expression_text(tokens, i, words[k]))
			return i + 1;
	if (expression_text(tokens, i, "un") && expression_text(tokens, i + 1, "peu"))
		i += 2;
	if ((expression_text(tokens, i, "pres") || expression_text(tokens, i, "plus") ||
		 expression_text(tokens, i, "moins")) &&
		expression_link(tokens, i + 1, EXPRESSION_LINK_DE))
		return expression_skip(tokens, i + 1, EXPRESSION_LINK_DE);
	if (expression_link(tokens, i, EXPRESSION_LINK_A) && expression_text(tokens, i + 1, "peine"))
		return i + 2;
	return expression_text(tokens, i, "tout") && expression_text(tokens, i + 1, "juste") ? i + 2
																						 : i;
}

/* deux ans, une heure, 20 minutes, un an et demi, une demi-heure. */
static uint32_t
amount_read(DateScanner *tokens, uint32_t i, int sign, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	int unit;
	uint32_t next;
	bool half;

	i = skip_about(tokens, i);
	next = expression_text(tokens, i, "un") || expression_text(tokens, i, "une")
			   ? half_unit(tokens, i + 1, moment)
			   : 0;
	if (next == 0 && (next = expression_number(tokens, i, &value, &ordinal)) != 0)
		next = quarter_hours(tokens, next, value, moment);
	if (next == 0)
	{
		next = expression_number(tokens, i, &value, &ordinal);
		if (next == 0 || ordinal || value > AMOUNT_MAX || !distance_unit(tokens, next, &unit))
			return 0;
		half = and_half(tokens, next + 1);
		if (!set_amount(moment, (DatePrecision) unit, 2 * (int32_t) value + half))
			return 0;
		next += half ? 3 : 1;
	}
	moment->amount *= sign;
	return next;
}

/* il y a, voilà, voici; dans, d'ici. */
static uint32_t
ago_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t next;

	if (expression_text(tokens, i, "il") && expression_text(tokens, i + 1, "y") &&
		expression_link(tokens, i + 2, EXPRESSION_LINK_A))
		return amount_read(tokens, i + 3, -1, moment);
	if (expression_text(tokens, i, "voila") || expression_text(tokens, i, "voici"))
	{
		next = amount_read(tokens, i + 1, -1, moment);
		/* "voici deux jours de fête" shows them */
		return next != 0 && !expression_link(tokens, next, EXPRESSION_LINK_DE) ? next : 0;
	}
	if (expression_link(tokens, i, EXPRESSION_LINK_DANS))
		return amount_read(tokens, i + 1, 1, moment);
	i = expression_skip(tokens, i, EXPRESSION_LINK_DE);
	if (!expression_text(tokens, i, "ici"))
		return 0;
	next = amount_read(tokens, expression_skip(tokens, i + 1, EXPRESSION_LINK_A), 1, moment);
	moment->span = !moment->half_month; /* until then */
	return next;
}

/* week-end, weekend. */
uint32_t
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

/* "week-end de Pâques", "semaine de Noël", "week-end pascal". */
static uint32_t
week_of_feast(DateScanner *tokens, uint32_t i, Moment *moment)
{
	Moment of;
	uint32_t at = expression_of(tokens, i);
	uint32_t next;

	moment_clear(&of);
	next = at > i ? feast_read(tokens, at, &of) : 0;
	if (at == i && expression_text(tokens, i, "pascal"))
	{
		of.feast = EXPRESSION_FEAST_EASTER;
		of.precision = PRECISION_DAY;
		next = moment_year_read(tokens, i + 1, &of);
	}
	if (next == 0 || of.precision != PRECISION_DAY)
		return 0;
	of.precision = moment->precision;
	*moment = of;
	return next;
}

/* "-ci" after "ce mois". */
static uint32_t
skip_here(DateScanner *tokens, uint32_t i)
{
	return token_mark(tokens, i, '-') && expression_text(tokens, i + 1, "ci") ? i + 2 : i;
}

/* Does "tout le" stand before token i: "tout le week-end"? */
static bool
is_whole(DateScanner *tokens, uint32_t i)
{
	return i > 1 && expression_link(tokens, i - 1, EXPRESSION_LINK_LE) &&
		   expression_text(tokens, i - 2, "tout") &&
		   !expression_is(tokens, i + 3, EXPRESSION_LAST, NULL) &&
		   !expression_is(tokens, i + 3, EXPRESSION_NEXT, NULL);
}

/*
 * la semaine prochaine, le mois dernier, cette année, ce week-end; and "la prochaine semaine". The
 * article before it is the caller's.
 */
static uint32_t
neighbour_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool this = expression_is(tokens, i, EXPRESSION_THIS, NULL);
	bool coming = expression_text(tokens, i, "prochaine") || expression_text(tokens, i, "prochain");
	uint32_t next = unit_word(tokens, i + (this || coming), moment);
	uint32_t feast;
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
	if (!this && !coming && moment->precision <= PRECISION_WEEK &&
		expression_link(tokens, next, EXPRESSION_LINK_DU))
		return week_of_day(tokens, next + 1, moment);
	feast = !this && !coming && moment->precision <= PRECISION_WEEK
				? week_of_feast(tokens, next, moment)
				: 0;
	if (feast != 0)
		return feast;
	moment->relative = true;
	if (this || (moment->precision == PRECISION_WEEKEND && is_whole(tokens, i)))
	{
		moment->pick = EXPRESSION_PICK_THIS;
		return skip_here(tokens, next);
	}
	if (coming)
	{
		moment->amount = 1;
		return next;
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
