/*
 * expression_range.c
 *	  From one point to another: tokens in, two unresolved moments out. du 30 mars au 5 avril, entre
 *	  le 9 et le 15, les 11 et 12 avril, de 2014 à 2018, la nuit du 5 au 6.
 *
 * The first point may leave out what the last one says: month and year.
 */
#include "french/expression_internal.h"

/* Most tokens of a list of days: les 4, 5, 6 et 7 juillet. */
#define MOST_DAYS 16

/* What separates the points, by what opens the range. */
typedef enum Opener
{
	OPENER_NONE,
	OPENER_FROM,	/* du, de: … au, à */
	OPENER_BETWEEN, /* entre: … et */
	OPENER_BOTH		/* les: … et */
} Opener;

/* A point of any size; `bare` if it is only a number. */
static uint32_t
point_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	uint32_t next = edge_read(tokens, i, whole, moment);

	if (next == 0)
		next = moment_read(tokens, i, whole, moment);
	return next != 0 ? next : period_read(tokens, i, whole, moment);
}

/* Is this a number that only a month could make a day? */
static bool
is_bare_day(const Moment *moment)
{
	return moment->bare && moment->precision <= PRECISION_DAY;
}

static uint32_t
opener_read(DateScanner *tokens, uint32_t i, Opener *opener)
{
	uint32_t next = i + 1;

	*opener = OPENER_FROM;
	if (expression_link(tokens, i, EXPRESSION_LINK_DU))
		return next;
	if (expression_link(tokens, i, EXPRESSION_LINK_DE))
		return expression_skip(tokens, i, EXPRESSION_LINK_DE);
	*opener = OPENER_BETWEEN;
	if (expression_link(tokens, i, EXPRESSION_LINK_ENTRE))
		return expression_article(tokens, next);
	*opener = OPENER_BOTH;
	if (expression_link(tokens, i, EXPRESSION_LINK_LES))
		return next;
	*opener = OPENER_NONE;
	return i;
}

/* "à", which has its accent unless it is a capital: "a" is a verb. */
static bool
is_preposition_a(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);

	return expression_link(tokens, i, EXPRESSION_LINK_A) &&
		   (token->end - token->start > 1 || token->capital);
}

/* "au", "à", "jusqu'au", "et le", "-", between the points. */
static uint32_t
between_read(DateScanner *tokens, uint32_t i, Opener opener, bool whole, const Moment *first)
{
	int weekday;

	if (opener == OPENER_BETWEEN || opener == OPENER_BOTH)
		return expression_link(tokens, i, EXPRESSION_LINK_ET) ? expression_article(tokens, i + 1)
															  : 0;
	/* vendredi 10 et samedi 11 octobre */
	if (opener == OPENER_NONE && expression_link(tokens, i, EXPRESSION_LINK_ET) &&
		first->weekday >= 0 && first->day != 0 && first->month == 0)
		return whole && expression_weekday(tokens, i + 1, true, &weekday) != 0 ? i + 1 : 0;
	/* samedi et dimanche; in a text they are two dates */
	if (opener == OPENER_NONE && expression_link(tokens, i, EXPRESSION_LINK_ET) &&
		(first->weekday >= 0 || (first->precision == PRECISION_MONTH && first->year == 0)))
		return whole && first->day == 0 &&
					   (first->precision == PRECISION_DAY || first->precision == PRECISION_MONTH) &&
					   first->pick == EXPRESSION_PICK_NONE && !first->of_week
				   ? i + 1
				   : 0;
	/* 5 et 6 mars; but 2014 et 2018 are two years */
	if (opener == OPENER_NONE && expression_link(tokens, i, EXPRESSION_LINK_ET) &&
		token_at(tokens, expression_skip(tokens, i + 1, EXPRESSION_LINK_LE))->kind ==
			DATE_TOKEN_NUMBER)
		return is_bare_day(first) ? expression_skip(tokens, i + 1, EXPRESSION_LINK_LE) : 0;
	if (expression_link(tokens, i, EXPRESSION_LINK_JUSQUE))
		i = expression_skip(tokens, i, EXPRESSION_LINK_JUSQUE);
	if (expression_link(tokens, i, EXPRESSION_LINK_AU) || is_preposition_a(tokens, i))
		return expression_article(tokens, i + 1);
	return opener == OPENER_NONE && token_mark(tokens, i, '-') ? i + 1 : 0;
}

static bool
is_day(const Moment *moment)
{
	return moment->precision <= PRECISION_DAY;
}

/* Gives the first point the month and the year of the last one. */
static bool
share(Moment *first, Moment *last)
{
	/* "entre 2015 et aujourd'hui" */
	if (!first->relative && last->relative && last->precision == PRECISION_DAY && !last->span)
		return true;
	if (first->relative || last->relative || first->of_month || last->of_month)
		return false;
	if (first->feast != EXPRESSION_FEAST_NONE || last->feast != EXPRESSION_FEAST_NONE)
		return is_day(first) && is_day(last); /* de Pâques au 15 mai */
	if (is_day(first) && is_day(last))
	{
		if (first->day == 0 && last->day == 0) /* de samedi à dimanche */
			return first->weekday >= 0 && last->weekday >= 0;
		if (first->month == 0 && first->day > 0 && last->month != 0)
		{
			first->month = last->month;
			first->year = last->year;
			first->bare = false;
		}
	}
	else if (first->precision != last->precision)
		return false;
	if (first->year == 0 && last->year != 0 && first->month != 0)
		first->year = last->year - (first->month > last->month);
	return true;
}

/*
 * Are the points a weekday or month and the next one: samedi et dimanche, mai et juin 2021? The
 * pick is both's.
 */
static bool
are_neighbours(Moment *first, const Moment *last)
{
	if (first->day != 0)
		return last->day != 0 && last->month != 0;
	if (first->precision == PRECISION_MONTH)
		return last->precision == PRECISION_MONTH && last->month == first->month % 12 + 1;
	if (first->weekday < 0 || last->weekday != (first->weekday + 1) % 7 || last->day != 0 ||
		last->precision != PRECISION_DAY)
		return false;
	first->pick = last->pick;
	return true;
}

/* Joins the points; leaves the first one as it is if they make no range. */
static bool
join(Moment *first, Moment *last)
{
	Moment shared = *first;

	if (!share(&shared, last) || is_bare_day(&shared))
		return false;
	*first = shared;
	return true;
}

/* "entre mi et fin octobre": two edges of one period. */
static uint32_t
edges_read(DateScanner *tokens, uint32_t i, bool whole, Moment *first, Moment *last)
{
	int edge;
	uint32_t next;

	if (!expression_link(tokens, i, EXPRESSION_LINK_ENTRE) ||
		!expression_is(tokens, i + 1, EXPRESSION_EDGE, &edge) ||
		!expression_link(tokens, i + 2, EXPRESSION_LINK_ET))
		return 0;
	next = edge_read(tokens, i + 3, whole, last);
	*first = *last;
	first->edge = (uint8_t) edge;
	return next;
}

/* "nuit du", "nuit de" before the days of a night. */
static uint32_t
night_opener(DateScanner *tokens, uint32_t i)
{
	int part;

	if (!expression_is(tokens, i, EXPRESSION_PART, &part) || part != EXPRESSION_PART_NIGHT)
		return 0;
	if (expression_link(tokens, i + 1, EXPRESSION_LINK_DU))
		return i + 2;
	return expression_link(tokens, i + 1, EXPRESSION_LINK_DE) ? expression_article(tokens, i + 2)
															  : 0;
}

/* la nuit de samedi à dimanche, la nuit du 5 au 6 mars, la nuit de samedi. */
static uint32_t
night_read(DateScanner *tokens, uint32_t i, Moment *first, Moment *last)
{
	uint32_t at = night_opener(tokens, i);
	uint32_t next = at != 0 ? moment_read(tokens, at, false, first) : 0;
	uint32_t end;

	if (next == 0 || !is_day(first))
		return 0;
	at = between_read(tokens, next, OPENER_FROM, false, first);
	end = at != 0 ? moment_read(tokens, at, false, last) : 0;
	if (end == 0 || !is_day(last))
	{
		/* these nights are those before the feast */
		if (first->feast == EXPRESSION_FEAST_CHRISTMAS)
			first->feast = EXPRESSION_FEAST_CHRISTMAS_EVE;
		else if (first->feast == EXPRESSION_FEAST_NEW_YEAR)
			first->feast = EXPRESSION_FEAST_NEW_YEAR_EVE;
		*last = *first;
		return first->bare ? 0 : next;
	}
	if (last->day == 0 && last->weekday < 0)
		return 0;
	return end;
}

uint32_t
range_read(DateScanner *tokens, uint32_t i, bool whole, Moment *first, Moment *last, bool *night,
		   uint32_t *single)
{
	Opener opener;
	uint32_t next = night_read(tokens, i, first, last);
	uint32_t at;
	bool days; /* samedi et dimanche */

	*night = next != 0;
	*single = 0;
	if (next == 0)
		next = edges_read(tokens, i, whole, first, last);
	if (next != 0)
		return next;
	at = opener_read(tokens, i, &opener);
	next = point_read(tokens, at, whole, first);
	if (opener == OPENER_NONE)
		*single = next;
	if (next == 0)
		return 0;
	/* after "les" only days, each with its number, make a range */
	if (opener == OPENER_BOTH && first->day == 0)
		return 0;
	while (opener == OPENER_BOTH && token_mark(tokens, next, ',') &&
		   token_number(tokens, next + 1, 1, 2) && next < i + MOST_DAYS)
		next += 2;
	at = between_read(tokens, next, opener, whole, first);
	days = opener == OPENER_NONE && expression_link(tokens, next, EXPRESSION_LINK_ET) &&
		   (first->weekday >= 0 || first->precision == PRECISION_MONTH);
	next = at != 0 ? point_read(tokens, at, whole, last) : 0;
	if (next == 0 || is_bare_day(last) || (days && !are_neighbours(first, last)))
		return 0;
	return join(first, last) ? next : 0;
}
