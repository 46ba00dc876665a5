/*
 * expression_resolve.c
 *	  Moments to ranges of local time: what is missing comes from the moment of publication.
 *
 * A day or month without a year is the nearest one, unless the verb's tense says that it lies on
 * the other side; a weekday without a verb is in the past in a text, and to come by itself.
 */
#include "french/expression_internal.h"

/* The tense of a verb moves a date without a year only if it is farther than this many days. */
#define NEAR_DAYS 100
#define NEAR_MONTHS 3
/* Years in which a weekday and a day of a month meet again, and in which 29 February recurs. */
#define MOST_YEARS 8

/* ---------------------------------------------------------------- the calendar */

static int64_t
distance(int64_t day, int64_t other)
{
	return day < other ? other - day : day - other;
}

/* The first, second or last (-1) weekday of a month; may lie after the month's end. */
static int64_t
weekday_in_month(const Moment *moment, int64_t start, int64_t next)
{
	if (moment->number < 0)
		return next - 1 - (date_weekday(next - 1) - moment->weekday + 7) % 7;
	return start + (moment->weekday - date_weekday(start) + 7) % 7 + 7 * (moment->number - 1);
}

/* The day of a moment in a year; false if the year has no such day. */
static bool
day_in_year(const Moment *moment, int32_t year, int64_t *day)
{
	int64_t next = expression_month_start(year, moment->month + 1);

	if (moment->feast != EXPRESSION_FEAST_NONE)
	{
		*day = feast_day((ExpressionFeast) moment->feast, year);
		return true;
	}
	if (moment->number != 0)
	{
		*day = weekday_in_month(moment, expression_month_start(year, moment->month), next);
		return *day < next;
	}
	*day = moment->day < 0 ? next - 1 : date_to_days(year, moment->month, moment->day);
	return *day < next;
}

/* ---------------------------------------------------------------- which year */

/* Is day a better choice than best? */
static bool
is_better(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
		  int64_t day, int64_t best)
{
	int64_t from = day - expressions->today;
	int64_t than = best - expressions->today;
	int64_t near = distance(from, 0);
	int64_t far = distance(than, 0);

	if (moment->pick == EXPRESSION_PICK_LAST || moment->pick == EXPRESSION_PICK_NEXT)
	{
		bool right = moment->pick == EXPRESSION_PICK_LAST ? from < 0 : from > 0;
		bool was_right = moment->pick == EXPRESSION_PICK_LAST ? than < 0 : than > 0;

		return right != was_right ? right : near < far;
	}
	if (moment->pick == EXPRESSION_PICK_SINCE && (from <= 0) != (than <= 0))
		return from <= 0;
	if (expressions->alone && moment->feast != EXPRESSION_FEAST_NONE && (from >= 0) != (than >= 0))
		return from >= 0; /* Noël by itself is the next one */
	if (tense != EXPRESSION_TENSE_NONE && moment->pick != EXPRESSION_PICK_THIS)
	{
		bool right = near <= NEAR_DAYS || (tense == EXPRESSION_TENSE_PAST ? from <= 0 : from >= 0);
		bool was_right =
			far <= NEAR_DAYS || (tense == EXPRESSION_TENSE_PAST ? than <= 0 : than >= 0);

		if (right != was_right)
			return right;
	}
	return near < far;
}

static bool
choose_year(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
			int64_t *chosen)
{
	int32_t year;
	int32_t month;
	int32_t day;
	bool found = false;
	bool matches = false;

	date_from_days(expressions->today, &year, &month, &day);
	for (int32_t y = year - MOST_YEARS; y <= year + MOST_YEARS; y++)
	{
		int64_t candidate;
		bool match;

		if (y < 1 || !day_in_year(moment, y, &candidate))
			continue;
		match = moment->weekday >= 0 && date_weekday(candidate) == moment->weekday;
		if (!found || (match && !matches) ||
			(match == matches && is_better(expressions, moment, tense, candidate, *chosen)))
		{
			*chosen = candidate;
			matches = match;
		}
		found = true;
	}
	return found;
}

/* "mardi 5": the nearest month in which they meet. */
static bool
choose_month(const DateExpressions *expressions, const Moment *moment, int64_t *chosen)
{
	int32_t year;
	int32_t month;
	int32_t day;
	bool found = false;

	date_from_days(expressions->today, &year, &month, &day);
	for (int32_t k = -12; k <= 12; k++)
	{
		int64_t start = expression_month_start(year, month + k);
		int64_t candidate = start + moment->day - 1;
		Moment none = {.pick = EXPRESSION_PICK_NONE};

		if (year < 3 || moment->day < 1 ||
			candidate >= expression_month_start(year, month + k + 1) ||
			(moment->weekday >= 0 && date_weekday(candidate) != moment->weekday))
			continue;
		if (!found || is_better(expressions, &none, EXPRESSION_TENSE_NONE, candidate, *chosen))
			*chosen = candidate;
		found = true;
	}
	return found;
}

/* "le 7 du mois prochain"; false if that month has no such day. */
static bool
day_of_near_month(const DateExpressions *expressions, const Moment *moment, int64_t *chosen)
{
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(expressions->today, &year, &month, &day);
	if (year < 3)
		return false;
	*chosen = expression_month_start(year, month + moment->amount) + moment->day - 1;
	return *chosen < expression_month_start(year, month + moment->amount + 1);
}

/* A weekday by itself. */
static int64_t
choose_weekday(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense)
{
	int64_t today = expressions->today;
	int64_t ahead = (moment->weekday - date_weekday(today) + 7) % 7;
	int64_t back = (7 - ahead) % 7;

	if (moment->of_week)
		return monday_of(today) + 7 * moment->amount + (moment->weekday + 6) % 7;
	if (moment->pick == EXPRESSION_PICK_NEXT)
		return today + (ahead > 0 ? ahead : 7);
	if (moment->pick == EXPRESSION_PICK_LAST)
		return today - (back > 0 ? back : 7);
	if (moment->pick == EXPRESSION_PICK_SINCE ||
		(moment->amount == 0 && tense == EXPRESSION_TENSE_PAST))
		return today - back;
	return today + ahead + moment->amount;
}

/* ---------------------------------------------------------------- days */

/* The day that the moment names, without the days beside it. */
static bool
named_day(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
		  int64_t *day)
{
	if (moment->year != 0)
		return day_in_year(moment, moment->year, day);
	if (expressions->context.reference == NULL)
		return false;
	if (moment->of_month)
		return day_of_near_month(expressions, moment, day);
	if (moment->relative)
	{
		*day = moment->half_month ? expression_months_from(expressions->today, moment->amount) +
										(moment->amount < 0 ? -15 : 15)
								  : expressions->today + moment->amount;
		if (moment->part == EXPRESSION_PART_NIGHT && moment->pick == EXPRESSION_PICK_THIS &&
			tense == EXPRESSION_TENSE_PAST)
			(*day)--; /* cette nuit, un séisme a frappé */
	}
	else if (moment->month != 0 || moment->feast != EXPRESSION_FEAST_NONE)
		return choose_year(expressions, moment, tense, day);
	else if (moment->day != 0)
		return choose_month(expressions, moment, day);
	else if (moment->weekday >= 0)
		*day = choose_weekday(expressions, moment, tense);
	else
		return false;
	return true;
}

static bool
find_day(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
		 int64_t *day)
{
	if (!named_day(expressions, moment, tense, day))
		return false;
	*day += moment->beside;
	return true;
}

/* The hours of a part of the day; the night ends on the next day. */
static void
part_range(ExpressionPart part, int64_t day, int64_t *from, int64_t *to)
{
	static const int8_t hours[][2] = {
		[EXPRESSION_PART_NONE] = {0, 24},	  [EXPRESSION_PART_MORNING] = {0, 12},
		[EXPRESSION_PART_NOON] = {12, 14},	  [EXPRESSION_PART_AFTERNOON] = {12, 18},
		[EXPRESSION_PART_DAY_END] = {16, 20}, [EXPRESSION_PART_EVENING] = {18, 24},
		[EXPRESSION_PART_NIGHT] = {20, 30}};

	*from = day * DATE_DAY_SECONDS + hours[part][0] * EXPRESSION_HOUR;
	*to = day * DATE_DAY_SECONDS + hours[part][1] * EXPRESSION_HOUR;
}

/* The Monday of a week's number by ISO 8601; false if the year has no such week. */
static bool
week_in_year(int32_t year, int32_t number, int64_t *monday)
{
	/* 4 January is in the first week */
	*monday = monday_of(date_to_days(year, 1, 4)) + 7 * (number - 1);
	return *monday < monday_of(date_to_days(year + 1, 1, 4));
}

/* A week by its number, of the nearest year if none is given. */
static bool
resolve_week(const DateExpressions *expressions, const Moment *moment, int64_t *from, int64_t *to)
{
	int64_t monday;
	int64_t best = 0;
	bool found = false;
	int32_t year = moment->year;
	int32_t month;
	int32_t day;

	if (year == 0 && expressions->context.reference == NULL)
		return false;
	if (year != 0)
		found = week_in_year(year, moment->number, &best);
	else
		date_from_days(expressions->today, &year, &month, &day);
	for (int32_t y = year - 1; moment->year == 0 && y <= year + 1; y++)
	{
		if (y < 1 || !week_in_year(y, moment->number, &monday))
			continue;
		if (!found || distance(monday, expressions->today) < distance(best, expressions->today))
			best = monday;
		found = true;
	}
	*from = best * DATE_DAY_SECONDS;
	*to = *from + 7 * DATE_DAY_SECONDS;
	return found;
}

/* Widens the weekend of a feast to the feast, which may be a Thursday or a Monday. */
static void
long_weekend(int64_t day, int64_t *from, int64_t *to)
{
	int weekday = date_weekday(day);
	int64_t back = weekday == 1 || weekday == 2 ? 7 * DATE_DAY_SECONDS : 0;

	*from -= back;
	*to -= back;
	if (weekday >= 4 && day * DATE_DAY_SECONDS < *from)
		*from = day * DATE_DAY_SECONDS;
	if (back > 0)
		*to = (day + 1) * DATE_DAY_SECONDS;
}

/* The end of "de 10 h à 18 h", "de 22 h à 2 h", on the day that starts with its hour. */
static void
set_end(const Moment *moment, int64_t day, int64_t from, int64_t *to)
{
	int64_t end = day * DATE_DAY_SECONDS + moment->hour_to * EXPRESSION_HOUR +
				  (int64_t) moment->minute_to * 60;

	*to = end > from ? end : end + DATE_DAY_SECONDS;
}

static bool
resolve_day(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
			int64_t *from, int64_t *to)
{
	int64_t day;

	if (moment->precision == PRECISION_WEEK && moment->number != 0)
		return resolve_week(expressions, moment, from, to);
	if (!find_day(expressions, moment, tense, &day))
		return false;
	if (moment->precision > PRECISION_DAY) /* la semaine, le week-end du 25 */
	{
		*to = (monday_of(day) + 7) * DATE_DAY_SECONDS;
		*from = *to - (moment->precision == PRECISION_WEEKEND ? 2 : 7) * DATE_DAY_SECONDS;
		if (moment->feast != EXPRESSION_FEAST_NONE && moment->precision == PRECISION_WEEKEND)
			long_weekend(day, from, to);
		return true;
	}
	part_range(moment->part, day, from, to);
	if (moment->hour >= 0)
	{
		/* 8 heures in the evening, midnight after it */
		int hour = moment->hour >= 12 || moment->part < EXPRESSION_PART_AFTERNOON ? moment->hour
				   : moment->hour < 6 && moment->part >= EXPRESSION_PART_EVENING
					   ? moment->hour + 24
					   : moment->hour + 12;

		*from = day * DATE_DAY_SECONDS + hour * EXPRESSION_HOUR + moment->minute * 60;
		*to = *from + (moment->precision == PRECISION_MINUTE ? 60 : EXPRESSION_HOUR);
		if (moment->hour_to >= 0)
			set_end(moment, day, *from, to);
	}
	return true;
}

/* ---------------------------------------------------------------- periods */

/*
 * The year of a period that recurs every year and starts in this month: the nearest, or the side
 * that pick or tense say.
 */
static int32_t
period_year(const DateExpressions *expressions, const Moment *moment, int32_t month, int32_t months,
			ExpressionTense tense)
{
	int32_t year;
	int32_t now;
	int32_t day;
	int32_t ahead; /* months from now to its start this year */

	date_from_days(expressions->today, &year, &now, &day);
	ahead = month - now;
	if (moment->pick == EXPRESSION_PICK_LAST)
		return ahead + months <= 0 ? year : year - 1;
	if (moment->pick == EXPRESSION_PICK_NEXT)
		return ahead > 0 ? year : year + 1;
	if (moment->pick == EXPRESSION_PICK_SINCE)
		return ahead <= 0 ? year : year - 1;
	if (ahead >= 6 || (tense == EXPRESSION_TENSE_PAST && ahead > NEAR_MONTHS))
		return tense == EXPRESSION_TENSE_FUTURE && ahead + months - 12 <= -NEAR_MONTHS ? year
																					   : year - 1;
	if (ahead < -6 || (tense == EXPRESSION_TENSE_FUTURE && ahead + months <= -NEAR_MONTHS))
		return tense == EXPRESSION_TENSE_PAST && ahead + 12 > NEAR_MONTHS ? year : year + 1;
	return year;
}

/* The first month of a season is that of its solstice or equinox. */
static void
season_range(const Moment *moment, int32_t year, int64_t *from, int64_t *to)
{
	/* 20 March, 21 June, 22 September, 21 December: Paris, this century; a day earlier or later */
	static const int8_t days[] = {20, 21, 22, 21};
	int32_t season = moment->number;
	int32_t next = (season + 1) % 4;

	*from = date_to_days(year, 3 + 3 * season, days[season]) * DATE_DAY_SECONDS;
	*to = date_to_days(year + (next == 0), 3 + 3 * next, days[next]) * DATE_DAY_SECONDS;
}

static bool
resolve_season(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
			   int64_t *from, int64_t *to)
{
	int32_t year = moment->year;

	if (year == 0)
	{
		if (expressions->context.reference == NULL)
			return false;
		year = period_year(expressions, moment, 3 + 3 * moment->number, 3, tense);
	}
	else if (moment->number == 3 && moment->year_to == 0)
		year--; /* the winter of 2019 is that of its first months */
	season_range(moment, year, from, to);
	/* last summer is over; its months tell that only roughly */
	if (moment->year == 0 && moment->pick == EXPRESSION_PICK_LAST && *to > expressions->now)
		season_range(moment, year - 1, from, to);
	else if (moment->year == 0 && moment->pick == EXPRESSION_PICK_SINCE && *from > expressions->now)
		season_range(moment, year - 1, from, to);
	/* what will be done "avant l'été" is not done before the last one */
	else if (moment->year == 0 && tense == EXPRESSION_TENSE_FUTURE && *to <= expressions->now)
		season_range(moment, year + 1, from, to);
	return true;
}

/* Months, quarters, halves of a year, fortnights. */
static bool
resolve_months(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
			   int64_t *from, int64_t *to)
{
	int32_t months = moment->precision == PRECISION_QUARTER ? 3
					 : moment->precision == PRECISION_HALF	? 6
															: 1;
	int32_t month = moment->month != 0 ? moment->month : (moment->number - 1) * months + 1;
	int32_t year = moment->year;

	if (year == 0)
	{
		if (expressions->context.reference == NULL)
			return false;
		year = period_year(expressions, moment, month, months, tense);
	}
	expression_months(year, month, months, from, to);
	if (moment->precision == PRECISION_FORTNIGHT)
	{
		int64_t half = *from + 15 * DATE_DAY_SECONDS;

		if (moment->number == 1)
			*to = half;
		else
			*from = half;
	}
	return true;
}

static bool
resolve_years(const Moment *moment, int64_t *from, int64_t *to)
{
	int32_t first = moment->year;
	int32_t last = moment->year_to != 0 ? moment->year_to : first;

	if (moment->precision == PRECISION_CENTURY)
	{
		last = last * 100;
		first = (first - 1) * 100 + 1;
	}
	else if (moment->precision == PRECISION_DECADE)
		last += 9;
	*from = date_to_days(first, 1, 1) * DATE_DAY_SECONDS;
	*to = date_to_days(last + 1, 1, 1) * DATE_DAY_SECONDS;
	return true;
}

/* ---------------------------------------------------------------- ranges */

bool
moment_resolve(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
			   int64_t *from, int64_t *to)
{
	Moment dated = *moment;
	bool done;

	if (moment->of_year)
	{
		int32_t month;
		int32_t day;

		if (expressions->context.reference == NULL)
			return false;
		date_from_days(expressions->today, &dated.year, &month, &day);
		dated.year += moment->amount;
		moment = &dated;
	}
	if (moment->span)
		done = span_resolve(expressions, moment, from, to);
	else if (moment->relative && moment->precision > PRECISION_DAY)
		done = distance_resolve(expressions, moment, tense, from, to);
	else if (moment->relative && moment->hour < 0 && moment->precision < PRECISION_PART)
		done = distance_resolve(expressions, moment, tense, from, to);
	else if (moment->precision <= PRECISION_WEEK)
		done = resolve_day(expressions, moment, tense, from, to);
	else if (moment->precision == PRECISION_SEASON)
		done = resolve_season(expressions, moment, tense, from, to);
	else if (moment->precision < PRECISION_YEAR)
		done = resolve_months(expressions, moment, tense, from, to);
	else
		done = resolve_years(moment, from, to);
	if (done)
		moment_cut(moment, from, to);
	return done && *from < *to;
}

/* The first day of a night whose last day is known, and the other way round. */
static bool
resolve_night(const DateExpressions *expressions, const Moment *first, const Moment *last,
			  ExpressionTense tense, int64_t *from, int64_t *to)
{
	int64_t day;
	int64_t end;

	if (last->month != 0 || last->year != 0)
	{
		if (!find_day(expressions, last, tense, &end))
			return false;
		day = end - 1;
	}
	else if (!find_day(expressions, first, tense, &day))
		return false;
	part_range(EXPRESSION_PART_NIGHT, day, from, to);
	return true;
}

/* Does the night have only its first day: "la nuit de samedi"? */
static bool
is_same(const Moment *first, const Moment *last)
{
	return first->day == last->day && first->weekday == last->weekday &&
		   first->month == last->month && first->relative == last->relative;
}

bool
range_resolve(const DateExpressions *expressions, Moment *first, Moment *last, bool night,
			  ExpressionTense tense, int64_t *from, int64_t *to)
{
	int64_t end;
	int64_t start;

	if (night)
	{
		if (!is_same(first, last))
			return resolve_night(expressions, first, last, tense, from, to);
		first->part = EXPRESSION_PART_NIGHT;
		return moment_resolve(expressions, first, tense, from, to);
	}
	if (!moment_resolve(expressions, last, tense, &start, to))
		return false;
	/* the first point belongs to the year of the last one */
	if (last->year == 0 && first->month != 0 && last->month != 0)
	{
		int32_t month;
		int32_t day;

		date_from_days(date_day_of(start), &first->year, &month, &day);
		first->year -= first->month > last->month;
	}
	if (!moment_resolve(expressions, first, tense, from, &end))
		return false;
	if (*from >= *to && last->feast != EXPRESSION_FEAST_NONE && last->year == 0)
	{
		int32_t month;
		int32_t day;

		/* entre Noël et Nouvel An */
		date_from_days(date_day_of(*from), &last->year, &month, &day);
		last->year++;
		return moment_resolve(expressions, last, tense, &start, to) && *from < *to;
	}
	if (*from >= *to && first->weekday >= 0 && first->day == 0)
		*to += 7 * DATE_DAY_SECONDS; /* de samedi à mardi */
	return *from < *to;
}

int64_t
expression_instant(const DateExpressions *expressions, int64_t local, int32_t zone)
{
	if (zone != DATE_NO_ZONE)
		return local - zone;
	return expressions->context.offset != NULL
			   ? local - expressions->context.offset(expressions->context.zone, local)
			   : local;
}
