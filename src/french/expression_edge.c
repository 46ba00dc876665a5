/*
 * expression_edge.c
 *	  The beginning, middle, end or half of a period: its range of local time in, the range that is
 *	  meant out. début juin, la fin de la semaine, la première moitié du siècle.
 */
#include "french/expression_internal.h"

int64_t
expression_month_start(int32_t year, int32_t month)
{
	int32_t index = year * 12 + month - 1;
	int32_t rest = (index % 12 + 12) % 12; /* years before Christ have negative numbers */

	return date_to_days((index - rest) / 12, rest + 1, 1);
}

/* A third of a month is ten days; of a year, its edges are quarters; of others, thirds. */
static void
cut_edge(const Moment *moment, int64_t *from, int64_t *to)
{
	int64_t length = *to - *from;
	int64_t first = length / 3 / DATE_DAY_SECONDS * DATE_DAY_SECONDS;
	int64_t second = length * 2 / 3 / DATE_DAY_SECONDS * DATE_DAY_SECONDS;

	if (moment->precision == PRECISION_WEEK)
	{
		first = 2 * DATE_DAY_SECONDS;
		second = 4 * DATE_DAY_SECONDS;
	}
	else if (moment->precision == PRECISION_MONTH)
	{
		first = 10 * DATE_DAY_SECONDS;
		second = 20 * DATE_DAY_SECONDS;
	}
	else if (moment->precision == PRECISION_YEAR)
	{
		int32_t year = moment->year;
		int32_t month;
		int32_t day;

		if (year == 0)
			date_from_days(*from / DATE_DAY_SECONDS, &year, &month, &day);
		first = (expression_month_start(year, moment->edge == EXPRESSION_EDGE_START ? 4 : 5) *
				 DATE_DAY_SECONDS) -
				*from;
		second = (expression_month_start(year, moment->edge == EXPRESSION_EDGE_END ? 10 : 9) *
				  DATE_DAY_SECONDS) -
				 *from;
	}
	else if (moment->precision == PRECISION_DECADE || moment->precision == PRECISION_CENTURY)
	{
		/* whole years: the last third of the forties begins in 1946 */
		int32_t years = moment->precision == PRECISION_DECADE ? 10 : 100;
		int32_t year;
		int32_t month;
		int32_t day;

		date_from_days(date_day_of(*from), &year, &month, &day);
		first = date_to_days(year + years / 3, 1, 1) * DATE_DAY_SECONDS - *from;
		second = date_to_days(year + years * 2 / 3, 1, 1) * DATE_DAY_SECONDS - *from;
	}
	if (moment->edge == EXPRESSION_EDGE_START)
		*to = *from + first;
	else if (moment->edge == EXPRESSION_EDGE_MIDDLE)
	{
		*to = *from + second;
		*from += first;
	}
	else if (moment->edge == EXPRESSION_EDGE_END)
		*from += second;
}

/*
 * The first or second half: of a month the days until the 15th, of longer periods half the years.
 */
static void
cut_half(const Moment *moment, int64_t *from, int64_t *to)
{
	int32_t months = moment->precision == PRECISION_YEAR	 ? 12
					 : moment->precision == PRECISION_DECADE ? 120
															 : 1200;
	int64_t half = *from + (*to - *from) / 2 / DATE_DAY_SECONDS * DATE_DAY_SECONDS;
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(date_day_of(*from), &year, &month, &day);
	if (moment->precision == PRECISION_MONTH)
		half = *from + 15 * DATE_DAY_SECONDS;
	else if (moment->precision >= PRECISION_YEAR)
		half = expression_month_start(year, 1 + months / 2) * DATE_DAY_SECONDS;
	*(moment->edge == EXPRESSION_EDGE_FIRST_HALF ? to : from) = half;
}

/* Where unit `number` of the period begins; counted from its end if it is negative. */
static int64_t
unit_start(const Moment *moment, int32_t number, int64_t from, int64_t to)
{
	int64_t first = date_day_of(from);
	int64_t end = date_day_of(to);
	int32_t year;
	int32_t month;
	int32_t day;

	if (moment->unit == PRECISION_MONTH || moment->unit == PRECISION_QUARTER)
	{
		date_from_days(number > 0 ? first : end, &year, &month, &day);
		month += (number - (number > 0)) * (moment->unit == PRECISION_QUARTER ? 3 : 1);
		return expression_month_start(year, month) * DATE_DAY_SECONDS;
	}
	if (moment->unit == PRECISION_WEEKEND)
	{
		/* the Saturdays of the period */
		first += (6 - date_weekday(first) + 7) % 7;
		end += (6 - date_weekday(end) + 7) % 7;
	}
	return (number > 0 ? first : end) * DATE_DAY_SECONDS +
		   (number - (number > 0)) * (moment->unit == PRECISION_DAY ? 1 : 7) * DATE_DAY_SECONDS;
}

/* The units first to last of the period; an empty range if it does not have them. */
static void
cut_units(const Moment *moment, int64_t *from, int64_t *to)
{
	int32_t after = moment->unit_last + 1;
	int64_t start = unit_start(moment, moment->unit_first, *from, *to);
	int64_t end = after == 0 ? *to : unit_start(moment, after, *from, *to);

	if (moment->unit == PRECISION_WEEKEND)
		end = start + 2 * DATE_DAY_SECONDS;
	if (start < *from || start >= *to)
		end = start;
	*from = start;
	*to = end;
}

void
moment_cut(const Moment *moment, int64_t *from, int64_t *to)
{
	if (moment->edge == EXPRESSION_EDGE_UNITS)
		cut_units(moment, from, to);
	else if (moment->edge >= EXPRESSION_EDGE_FIRST_HALF)
		cut_half(moment, from, to);
	else if (moment->edge != EXPRESSION_EDGE_NONE && moment->edge != EXPRESSION_EDGE_WHOLE)
		cut_edge(moment, from, to);
}
