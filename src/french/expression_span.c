/*
 * expression_span.c
 *	  Counted units of time: tokens in, an unresolved moment out. Spans that end or begin with the
 *	  moment of writing (les trois derniers mois, dans les dix jours à venir), and parts of a period
 *	  (les six premiers mois de 2023, la première semaine de mars, la semaine 45).
 */
#include "french/expression_internal.h"

/* Most units of a span: "les 400 derniers jours". */
#define SPAN_MAX 400
/* Weeks of a year, by ISO 8601. */
#define WEEKS_MAX 53

/* Is token i "premiers", "premières"? */
static bool
is_firsts(DateScanner *tokens, uint32_t i)
{
	return expression_text(tokens, i, "premiers") || expression_text(tokens, i, "premieres");
}

static bool
is_lasts(DateScanner *tokens, uint32_t i)
{
	return expression_text(tokens, i, "derniers") || expression_text(tokens, i, "dernieres");
}

static bool
is_nexts(DateScanner *tokens, uint32_t i)
{
	return expression_text(tokens, i, "prochains") || expression_text(tokens, i, "prochaines");
}

/*
 * "trois derniers mois", "24 prochaines heures", "prochains dix jours", "six premiers mois": stores
 * the number, negative for the last ones, and the unit. *first: premiers.
 */
static uint32_t
counted_read(DateScanner *tokens, uint32_t i, int32_t *amount, int *unit, bool *first)
{
	uint32_t value;
	bool ordinal;
	uint32_t next = expression_number(tokens, i, &value, &ordinal);
	uint32_t side = next != 0 ? next : i;

	*first = is_firsts(tokens, side);
	if (!*first && !is_lasts(tokens, side) && !is_nexts(tokens, side))
		return 0;
	if (next == 0)
		next = expression_number(tokens, i + 1, &value, &ordinal);
	else
		next++;
	if (next == 0 || ordinal || value < 1 || value > SPAN_MAX ||
		!expression_unit(tokens, next, unit))
		return 0;
	*amount = is_lasts(tokens, side) ? -(int32_t) value : (int32_t) value;
	return next + 1;
}

/* "dix jours à venir", "deux années qui viennent". */
static uint32_t
coming_read(DateScanner *tokens, uint32_t i, int32_t *amount, int *unit)
{
	uint32_t value;
	bool ordinal;
	uint32_t next = expression_number(tokens, i, &value, &ordinal);

	if (next == 0 || ordinal || value < 1 || value > SPAN_MAX ||
		!expression_unit(tokens, next, unit))
		return 0;
	*amount = (int32_t) value;
	if (expression_link(tokens, next + 1, EXPRESSION_LINK_A) &&
		expression_text(tokens, next + 2, "venir"))
		return next + 3;
	return expression_text(tokens, next + 1, "qui") && expression_text(tokens, next + 2, "viennent")
			   ? next + 3
			   : 0;
}

/* "de mars 2023", "de l'année", "de 2024": the period that units are counted in. */
static uint32_t
outer_period(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = expression_of(tokens, i);
	uint32_t next;

	if (at == i)
		return 0;
	next = period_read(tokens, at, false, moment);
	if (next != 0 && (moment->precision == PRECISION_MONTH || moment->precision == PRECISION_YEAR))
		return next;
	next = relative_read(tokens, at, false, moment);
	if (next != 0 && (moment->precision == PRECISION_MONTH || moment->precision == PRECISION_YEAR))
		return next;
	if (!expression_text(tokens, at, "annee") && !expression_text(tokens, at, "mois"))
		return 0;
	moment_clear(moment);
	moment->relative = true;
	moment->precision = expression_text(tokens, at, "mois") ? PRECISION_MONTH : PRECISION_YEAR;
	return at + 1;
}

/* Units first to last of the period in `moment`; negative ones count from its end. */
static void
set_units(Moment *moment, int unit, int32_t first, int32_t last)
{
	moment->bare = false;
	moment->edge = EXPRESSION_EDGE_UNITS;
	moment->unit = (uint8_t) unit;
	moment->unit_first = (int16_t) first;
	moment->unit_last = (int16_t) last;
}

/* Does a unit divide the period: weeks of a month, months of a year? */
static bool
divides(int unit, const Moment *moment)
{
	return (unit == PRECISION_DAY || unit == PRECISION_WEEK || unit == PRECISION_WEEKEND ||
			unit == PRECISION_MONTH || unit == PRECISION_QUARTER) &&
		   unit < (int) moment->precision;
}

/* "six premiers mois de 2023", "derniers dix jours de mars". */
static uint32_t
first_units(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int32_t amount;
	int unit;
	bool first;
	uint32_t next = counted_read(tokens, i, &amount, &unit, &first);

	if (next == 0)
		return 0;
	next = outer_period(tokens, next, moment);
	if (next == 0 || !divides(unit, moment))
		return 0;
	set_units(moment, unit, first ? 1 : amount, first ? amount : -1);
	return next;
}

/*
 * "première semaine de mars", "dernier week-end d'août", "deuxième mois de l'année"; the last
 * decade by itself is the ten years that end now.
 */
static uint32_t
one_unit(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int32_t number;
	uint32_t next = expression_place(tokens, i, 12, &number);
	int unit;
	uint32_t after;

	if (next == 0)
		return 0;
	after = weekend_word(tokens, next);
	if (after != 0)
		unit = PRECISION_WEEKEND;
	else if (!expression_unit(tokens, next, &unit))
		return 0;
	else
		after = next + 1;
	next = outer_period(tokens, after, moment);
	if (next == 0 && number < 0 && unit == PRECISION_DECADE)
	{
		moment_clear(moment);
		moment->relative = moment->span = true;
		moment->amount = -1;
		moment->precision = PRECISION_DECADE;
		return after;
	}
	if (next == 0 || !divides(unit, moment))
		return 0;
	set_units(moment, unit, number, number);
	return next;
}

/* "semaine 45", "semaine 12 de 2023": the weeks of ISO 8601. "La semaine 2 du procès" is none. */
static uint32_t
numbered_week(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	const DateToken *number = token_at(tokens, i + 1);
	uint32_t at;
	uint32_t next;

	if (!expression_text(tokens, i, "semaine") || !token_number(tokens, i + 1, 1, 2) ||
		number->value < 1 || number->value > WEEKS_MAX || token_mark(tokens, i + 2, '-'))
		return 0;
	at = expression_skip(tokens, i + 2, EXPRESSION_LINK_DE);
	next = expression_year(tokens, at, &moment->year);
	if (next == 0 && !whole &&
		(at != i + 2 || expression_link(tokens, at, EXPRESSION_LINK_DU) || i == 0 ||
		 (!expression_link(tokens, i - 1, EXPRESSION_LINK_LE) &&
		  !expression_link(tokens, i - 1, EXPRESSION_LINK_EN))))
		return 0;
	moment->number = (int8_t) number->value;
	moment->precision = PRECISION_WEEK;
	return next != 0 ? next : i + 2;
}

uint32_t
span_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	int32_t amount;
	int unit;
	bool first;
	uint32_t next;

	moment_clear(moment);
	next = first_units(tokens, i, moment);
	if (next != 0)
		return next;
	moment_clear(moment);
	next = counted_read(tokens, i, &amount, &unit, &first);
	if (next != 0 && first)
		return 0;
	if (next == 0)
		next = coming_read(tokens, i, &amount, &unit);
	moment_clear(moment);
	if (next == 0)
		next = one_unit(tokens, i, moment);
	else
	{
		moment->relative = moment->span = true;
		moment->amount = amount;
		moment->precision = (DatePrecision) unit;
		return next;
	}
	if (next != 0)
		return next;
	moment_clear(moment);
	return numbered_week(tokens, i, whole, moment);
}
