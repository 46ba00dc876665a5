/*
 * expression_period.c
 *	  Months and what is longer, with their edges: tokens in, an unresolved moment out. mars 2019,
 *	  fin avril, le premier trimestre, l'été dernier, les années 1990, le XIXe siècle, 1914-1918.
 */
#include "french/expression_internal.h"

#include "base/array.h"
#include "french/number.h"

/* ---------------------------------------------------------------- months and years */

/* "de l'an dernier", "de l'année prochaine" after a month. */
static uint32_t
other_year(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = expression_article(tokens, expression_skip(tokens, i, EXPRESSION_LINK_DE));
	int unit;

	if (at == i || !expression_is(tokens, at, EXPRESSION_UNIT, &unit) || unit != PRECISION_YEAR)
		return 0;
	if (expression_is(tokens, at + 1, EXPRESSION_LAST, NULL))
		moment->amount = -1;
	else if (expression_is(tokens, at + 1, EXPRESSION_NEXT, NULL))
		moment->amount = 1;
	else
		return 0;
	moment->of_year = true;
	return at + 2;
}

/* Reads "2019", "de 2019", "de l'année 2019" or "dernier" after a period. */
static uint32_t
which_year(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = expression_article(tokens, expression_skip(tokens, i, EXPRESSION_LINK_DE));
	uint32_t next;

	if (at > i && expression_text(tokens, at, "annee"))
		at++;
	next = expression_year(tokens, at, &moment->year);
	if (next == 0 && moment->precision == PRECISION_MONTH)
		next = other_year(tokens, i, moment);
	if (next == 0 && moment->precision == PRECISION_MONTH)
		next = expression_short_year(tokens, i, &moment->year);
	return next != 0 ? next : moment_pick_read(tokens, i, moment);
}

/* "mars", "mars 2019", "décembre prochain", "le mois de mars". */
static uint32_t
month_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	int month;
	uint32_t next;

	if (expression_text(tokens, i, "mois") && expression_link(tokens, i + 1, EXPRESSION_LINK_DE))
		i = expression_skip(tokens, i + 1, EXPRESSION_LINK_DE);
	next = expression_month(tokens, i, !whole, &month);
	if (next == 0)
		return 0;
	moment->month = (int8_t) month;
	moment->precision = PRECISION_MONTH;
	return which_year(tokens, next, moment);
}

/* The second year of 1914-1918, 1980/81, 2019-20; token i is the mark. */
static uint32_t
second_year(DateScanner *tokens, uint32_t i, int32_t first, int32_t *second)
{
	const DateToken *mark = token_at(tokens, i);
	const DateToken *year = token_at(tokens, i + 1);

	if (mark->kind != DATE_TOKEN_MARK || (mark->mark != '-' && mark->mark != '/') ||
		year->kind != DATE_TOKEN_NUMBER || year->spaced != mark->spaced ||
		(year->digits != 4 && year->digits != 2))
		return 0;
	/* 2017-12-28, 2017/12/28 */
	if (token_mark(tokens, i + 2, mark->mark) && !token_at(tokens, i + 2)->spaced)
		return 0;
	*second = (int32_t) year->value + (year->digits == 2 ? first / 100 * 100 : 0);
	return *second > first && *second < 2200 ? i + 2 : 0;
}

/* 1914-1918: a year and a later one. */
static uint32_t
year_pair(DateScanner *tokens, uint32_t i, Moment *moment)
{
	const DateToken *first = token_at(tokens, i);
	uint32_t next;
	int32_t second;

	if (!token_number(tokens, i, 4, 4) || first->value < 1000 || first->value > 2199 ||
		chained_before(tokens, i, false))
		return 0;
	next = second_year(tokens, i + 1, (int32_t) first->value, &second);
	/* 2017-12 is a month */
	if (next == 0 || (token_at(tokens, i + 2)->digits == 2 && second != (int32_t) first->value + 1))
		return 0;
	moment->year = (int32_t) first->value;
	moment->year_to = second;
	moment->precision = PRECISION_YEAR;
	return next;
}

/* "scolaire" after "année": such a year is given as two. */
static uint32_t
skip_kind_of_year(DateScanner *tokens, uint32_t i)
{
	static const char *const kinds[] = {"scolaire", "academique", "universitaire", "judiciaire",
										"civile",	"fiscale",	  "budgetaire"};

	for (size_t k = 0; k < lengthof(kinds); k++)
		if (expression_text(tokens, i, kinds[k]))
			return i + 1;
	return i;
}

/* "2016", "l'année 2016", "l'an 2000", "2014-2018"; a year alone as `bare`. */
static uint32_t
year_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool named = expression_text(tokens, i, "annee") || expression_text(tokens, i, "an");
	uint32_t at = named ? skip_kind_of_year(tokens, i + 1) : i;
	uint32_t next = year_pair(tokens, at, moment);

	if (next == 0)
		next = expression_year(tokens, at, &moment->year);
	if (next == 0)
		return 0;
	moment->precision = PRECISION_YEAR;
	moment->bare = !named;
	return next;
}

/* ---------------------------------------------------------------- parts of the year */

/* printemps, été 2017, l'hiver 2018-2019, l'été dernier; "été" is a participle too. */
static uint32_t
season_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	int season;
	uint32_t next;

	if (!expression_is(tokens, i, EXPRESSION_SEASON, &season))
		return 0;
	moment->number = (int8_t) season;
	moment->precision = PRECISION_SEASON;
	next = year_pair(tokens, expression_skip(tokens, i + 1, EXPRESSION_LINK_DE), moment);
	if (next == 0)
		next = which_year(tokens, i + 1, moment);
	moment->precision = PRECISION_SEASON;
	moment->bare = next == i + 1 && !whole;
	return next;
}

/* The ordinal before trimestre, semestre, quinzaine. */
static uint32_t
numbered_part(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	int unit;
	int month;
	bool last = expression_is(tokens, i, EXPRESSION_LAST, NULL);
	uint32_t next = last ? i + 1 : expression_number(tokens, i, &value, &ordinal);
	uint32_t at;

	if (next == 0 || (!last && !ordinal) || !expression_is(tokens, next, EXPRESSION_UNIT, &unit))
		return 0;
	if (last)
		value = unit == PRECISION_QUARTER ? 4 : 2;
	if ((unit != PRECISION_QUARTER && unit != PRECISION_HALF && unit != PRECISION_FORTNIGHT) ||
		value > (unit == PRECISION_QUARTER ? 4 : 2))
		return 0;
	moment->number = (int8_t) value;
	moment->precision = (DatePrecision) unit;
	if (unit != PRECISION_FORTNIGHT)
	{
		next = which_year(tokens, next + 1, moment);
		return last && moment->year == 0 ? 0 : next; /* le dernier trimestre may be the last one */
	}
	at = expression_month(tokens, expression_skip(tokens, next + 1, EXPRESSION_LINK_DE), true,
						  &month);
	if (at == 0)
		return 0;
	moment->month = (int8_t) month;
	return which_year(tokens, at, moment);
}

/* T4 2019, S1 2018: the letter and the digit are tokens of their own. */
static uint32_t
short_part(DateScanner *tokens, uint32_t i, Moment *moment)
{
	const DateToken *letter = token_at(tokens, i);
	bool quarter = expression_text(tokens, i, "t");
	uint64_t most = quarter ? 4 : 2;

	if ((!quarter && !expression_text(tokens, i, "s")) || !letter->capital ||
		!token_number(tokens, i + 1, 1, 1) || token_at(tokens, i + 1)->spaced ||
		token_at(tokens, i + 1)->value < 1 || token_at(tokens, i + 1)->value > most)
		return 0;
	moment->number = (int8_t) token_at(tokens, i + 1)->value;
	moment->precision = quarter ? PRECISION_QUARTER : PRECISION_HALF;
	return expression_year(tokens, i + 2, &moment->year);
}

/* ---------------------------------------------------------------- decades and centuries */

/* The number of a decade: 1990, 90, quatre-vingt-dix, nonante. */
static uint32_t
decade_number(DateScanner *tokens, uint32_t i, int32_t *year)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	if (token_at(tokens, i)->kind == DATE_TOKEN_NUMBER)
	{
		value = (uint32_t) token_at(tokens, i)->value;
		if (!token_number(tokens, i, 2, 2) && !token_number(tokens, i, 4, 4))
			return 0;
		next = i + 1;
		ordinal = false;
	}
	else
		next = expression_number(tokens, i, &value, &ordinal);
	if (next == 0 || ordinal || value % 10 != 0 || value > 2190 || (value >= 100 && value < 1000) ||
		value == 0)
		return 0;
	*year = (int32_t) value + (value < 100 ? 1900 : 0);
	return next;
}

/* les années 1990, années 70/80, années 1940-1950, années trente. */
static uint32_t
decades_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t next;
	uint32_t at;
	int32_t last;

	if (!expression_is(tokens, i, EXPRESSION_DECADES, NULL) &&
		!(expression_text(tokens, i, "decennie") && token_number(tokens, i + 1, 4, 4)))
		return 0;
	next = decade_number(tokens, i + 1, &moment->year);
	if (next == 0)
		return 0;
	moment->precision = PRECISION_DECADE;
	if (!token_mark(tokens, next, '-') && !token_mark(tokens, next, '/') &&
		!expression_link(tokens, next, EXPRESSION_LINK_ET) &&
		!expression_link(tokens, next, EXPRESSION_LINK_A))
		return next;
	at = decade_number(tokens, next + 1, &last);
	if (at == 0 || last <= moment->year)
		return next;
	moment->year_to = last;
	return at;
}

/* Does "avant Jésus-Christ" follow? Such centuries are not read. */
static bool
before_christ(DateScanner *tokens, uint32_t i)
{
	return (expression_text(tokens, i, "avant") || expression_text(tokens, i, "av")) &&
		   (expression_text(tokens, i + 1, "j") || expression_text(tokens, i + 1, "jesus") ||
			expression_text(tokens, i + 2, "j") || expression_text(tokens, i + 1, "notre"));
}

/* The number of a century: XIXe, 19e, dix-neuvième. */
static uint32_t
century_number(DateScanner *tokens, uint32_t i, uint32_t *value)
{
	bool ordinal;
	uint32_t next = expression_number(tokens, i, value, &ordinal);
	uint32_t end;

	if (next != 0)
		return ordinal ? next : 0;
	if (token_at(tokens, i)->kind != DATE_TOKEN_WORD || !token_at(tokens, i)->capital)
		return 0;
	end = number_roman_at(tokens->text, token_at(tokens, i)->start, value);
	if (end == 0)
		return 0;
	while (token_at(tokens, i)->kind != DATE_TOKEN_END && token_at(tokens, i)->start < end)
		i++;
	return i;
}

/* The second number of "XVIIe et XVIIIe siècles", "entre le XIIe et le XVe siècle". */
static uint32_t
second_century(DateScanner *tokens, uint32_t i, uint32_t first, Moment *moment)
{
	uint32_t value;
	uint32_t next;

	if (!expression_link(tokens, i, EXPRESSION_LINK_ET) &&
		!expression_link(tokens, i, EXPRESSION_LINK_AU) && !token_mark(tokens, i, '-'))
		return i;
	next = century_number(tokens, expression_article(tokens, i + 1), &value);
	if (next == 0 || value <= first)
		return i;
	moment->year_to = (int32_t) value;
	return next;
}

static uint32_t
century_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t value;
	int unit;
	uint32_t next = century_number(tokens, i, &value);

	if (next != 0)
		next = second_century(tokens, next, value, moment);
	if (next == 0 || value < 1 || value > 30 ||
		!expression_is(tokens, next, EXPRESSION_UNIT, &unit) || unit != PRECISION_CENTURY ||
		before_christ(tokens, next + 1))
		return 0;
	moment->year = (int32_t) value;
	moment->precision = PRECISION_CENTURY;
	return next + 1;
}

/* ---------------------------------------------------------------- any of them */

uint32_t
period_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	static uint32_t (*const forms[])(DateScanner *, uint32_t, Moment *) = {
		numbered_part, short_part, decades_read, century_read, year_read};
	uint32_t next;

	moment_clear(moment);
	next = month_read(tokens, i, whole, moment);
	if (next != 0)
		return next;
	next = season_read(tokens, i, whole, moment);
	for (size_t k = 0; next == 0 && k < lengthof(forms); k++)
	{
		moment_clear(moment);
		next = forms[k](tokens, i, moment);
	}
	return next;
}

/* "du", "de", "de la", "du mois de" between an edge and its period. */
static uint32_t
edge_link(DateScanner *tokens, uint32_t i)
{
	uint32_t at = i;

	if (token_mark(tokens, at, '-'))
		return at + 1;
	if (expression_link(tokens, at, EXPRESSION_LINK_DU) ||
		expression_link(tokens, at, EXPRESSION_LINK_DES))
		return at + 1;
	at = expression_skip(tokens, at, EXPRESSION_LINK_DE);
	return expression_article(tokens, at);
}

/* "fin d'année", "début de semaine": the present one. */
static uint32_t
current_unit(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = edge_link(tokens, i);
	int unit;

	if (at == i || !expression_is(tokens, at, EXPRESSION_UNIT, &unit) ||
		(unit != PRECISION_WEEK && unit != PRECISION_MONTH && unit < PRECISION_YEAR))
		return 0;
	moment_clear(moment);
	moment->relative = true;
	moment->precision = (DatePrecision) unit;
	return at + 1;
}

/* Does a word say that "fin de mois" is a certain one: en fin d'année, à la fin du mois? */
static bool
is_certain(DateScanner *tokens, uint32_t i, bool whole)
{
	return whole || (i > 0 && (expression_link(tokens, i - 1, EXPRESSION_LINK_EN) ||
							   expression_link(tokens, i - 1, EXPRESSION_LINK_LE) ||
							   expression_text(tokens, i - 1, "ici")));
}

/* "fin", "début", "seconde moitié": the token after them. */
static uint32_t
edge_word(DateScanner *tokens, uint32_t i, int *edge)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	if (expression_is(tokens, i, EXPRESSION_EDGE, edge))
		return i + 1;
	if (!expression_text(tokens, i + 1, "moitie"))
		return 0;
	next = expression_number(tokens, i, &value, &ordinal);
	if (next != i + 1 || !ordinal || value < 1 || value > 2)
		return 0;
	*edge = value == 1 ? EXPRESSION_EDGE_FIRST_HALF : EXPRESSION_EDGE_SECOND_HALF;
	return i + 2;
}

/* fin avril, début du mois de mars, mi-juin, la fin du XIXe siècle, mitan des années 2000. */
uint32_t
edge_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	int edge;
	uint32_t edge_end = edge_word(tokens, i, &edge);
	uint32_t next;
	uint32_t at;

	if (edge_end == 0)
		return 0;
	at = edge_link(tokens, edge_end);
	next = period_read(tokens, at, whole, moment);
	/* "à la fin de cette semaine", but "a pris fin ce week-end" */
	if (next == 0 && at != edge_end)
		next = relative_read(tokens, at, whole, moment);
	/* "dans le courant de la semaine", but no "courant année" */
	if (next == 0 && is_certain(tokens, i, whole))
		next = current_unit(tokens, edge_word(tokens, i, &edge), moment);
	if (next == 0)
		return 0;
	moment->bare = false;
	moment->edge = (uint8_t) edge;
	return next;
}
