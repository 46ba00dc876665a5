/*
 * expression_time.c
 *	  The time of day of a French date: tokens in, the hour, the minute or the part of the day of a
 *	  moment out. à 18 heures, de 10 h à midi, vers dix heures et demie, en fin de matinée, 8 heures
 *	  ce soir.
 */
#include "french/expression_internal.h"

#include "base/array.h"

/* "à", "vers", "aux alentours de", "dès", "à partir de", "entre" before a time. */
static uint32_t
time_link(DateScanner *tokens, uint32_t i)
{
	for (int words = 0; words < 4; words++)
	{
		if (expression_text(tokens, i, "peu") &&
			(expression_link(tokens, i + 1, EXPRESSION_LINK_AVANT) ||
			 expression_link(tokens, i + 1, EXPRESSION_LINK_APRES)))
		{
			i += 2;
			continue;
		}
		if (!expression_link(tokens, i, EXPRESSION_LINK_A) &&
			!expression_link(tokens, i, EXPRESSION_LINK_AU) &&
			!expression_link(tokens, i, EXPRESSION_LINK_DE) &&
			!expression_link(tokens, i, EXPRESSION_LINK_DES) &&
			!expression_link(tokens, i, EXPRESSION_LINK_ENTRE) &&
			!expression_text(tokens, i, "partir") &&
			!(token_mark(tokens, i, '-') && token_at(tokens, i)->spaced) &&
			!expression_is(tokens, i, EXPRESSION_ABOUT, NULL) && !token_mark(tokens, i, ','))
			break;
		i++;
	}
	return i;
}

/* "et demi", "et quart", "moins le quart" after a whole hour, as minutes from it. */
static uint32_t
quarter_read(DateScanner *tokens, uint32_t i, int *minutes)
{
	if (expression_link(tokens, i, EXPRESSION_LINK_ET))
	{
		*minutes = expression_text(tokens, i + 1, "quart") ? 15 : 30;
		return *minutes == 15 || expression_text(tokens, i + 1, "demi") ||
					   expression_text(tokens, i + 1, "demie")
				   ? i + 2
				   : 0;
	}
	*minutes = -15;
	return expression_text(tokens, i, "moins") &&
				   expression_link(tokens, i + 1, EXPRESSION_LINK_LE) &&
				   expression_text(tokens, i + 2, "quart")
			   ? i + 3
			   : 0;
}

/* Reads "et demie" after a whole hour; returns i if there is none. */
static uint32_t
add_quarter(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int minutes;
	uint32_t next = moment->minute == 0 ? quarter_read(tokens, i, &minutes) : 0;

	if (next == 0 || (minutes < 0 && moment->hour == 0))
		return i;
	moment->hour = (int8_t) (moment->hour - (minutes < 0));
	moment->minute = (int8_t) ((minutes + 60) % 60);
	moment->precision = PRECISION_MINUTE;
	return next;
}

uint32_t
moment_clock_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	DateFields fields;
	uint32_t next;

	fields_clear(&fields);
	next = time_parse(tokens, i, false, &fields);
	if (next == 0)
		return 0;
	moment->hour = fields.hour;
	moment->minute = fields.minute;
	moment->zone = fields.zone;
	/* 13h54 and 8:05 name a minute, 18 heures and midi an hour. */
	moment->precision =
		fields.minute > 0 || token_mark(tokens, i + 1, ':') ? PRECISION_MINUTE : PRECISION_HOUR;
	if (token_mark(tokens, next, '.') && expression_text(tokens, next - 1, "h"))
		next++;
	return add_quarter(tokens, next, moment);
}

/* "à quinze heures", "vers dix heures et demie"; a time in words needs the word before it. */
static uint32_t
clock_words_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	if (i == 0 || token_at(tokens, i)->kind != DATE_TOKEN_WORD ||
		!(expression_link(tokens, i - 1, EXPRESSION_LINK_A) ||
		  expression_is(tokens, i - 1, EXPRESSION_ABOUT, NULL)))
		return 0;
	next = expression_number(tokens, i, &value, &ordinal);
	if (next == 0 || ordinal || value < 1 || value > 24 ||
		!(expression_text(tokens, next, "heures") || expression_text(tokens, next, "heure")))
		return 0;
	moment->hour = (int8_t) value;
	moment->minute = 0;
	moment->precision = PRECISION_HOUR;
	return add_quarter(tokens, next + 1, moment);
}

uint32_t
moment_part_read(DateScanner *tokens, uint32_t i, int *part)
{
	if (expression_link(tokens, i, EXPRESSION_LINK_APRES) ||
		expression_link(tokens, i, EXPRESSION_LINK_AVANT)) /* avant-midi: in Québec */
	{
		uint32_t at = i + 1 + token_mark(tokens, i + 1, '-');

		if (!expression_text(tokens, at, "midi"))
			return 0;
		*part = expression_link(tokens, i, EXPRESSION_LINK_APRES) ? EXPRESSION_PART_AFTERNOON
																  : EXPRESSION_PART_MORNING;
		return at + 1;
	}
	i += expression_text(tokens, i, "petit") && expression_text(tokens, i + 1, "matin");
	if (!expression_is(tokens, i, EXPRESSION_PART, part) || *part == EXPRESSION_PART_NOON)
		return 0;
	return i + 1;
}

/* "journée": the whole day, or its part by the edge before it; "mi-journée", "fin de journée". */
static bool
day_part(DateScanner *tokens, uint32_t i, int edge, int *part)
{
	if (!expression_text(tokens, i, "journee"))
		return false;
	*part = edge == EXPRESSION_EDGE_START	 ? EXPRESSION_PART_MORNING
			: edge == EXPRESSION_EDGE_MIDDLE ? EXPRESSION_PART_NOON
			: edge == EXPRESSION_EDGE_END	 ? EXPRESSION_PART_DAY_END
											 : EXPRESSION_PART_NONE;
	return true;
}

uint32_t
moment_when_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i + token_mark(tokens, i, ',');
	bool linked = expression_link(tokens, at, EXPRESSION_LINK_AU) ||
				  expression_link(tokens, at, EXPRESSION_LINK_DANS) ||
				  expression_link(tokens, at, EXPRESSION_LINK_EN) ||
				  expression_link(tokens, at, EXPRESSION_LINK_A);
	uint32_t next;
	int edge = EXPRESSION_EDGE_NONE;
	int part;

	if (!linked && at > i)
		return 0;
	at += linked;
	at = expression_article(tokens, at);
	at += expression_text(tokens, at, "toute"); /* en toute fin de soirée */
	if (expression_is(tokens, at, EXPRESSION_EDGE, &edge))
	{
		at += 1 + token_mark(tokens, at + 1, '-');
		at = expression_article(tokens, expression_skip(tokens, at, EXPRESSION_LINK_DE));
	}
	next = (linked || edge != EXPRESSION_EDGE_NONE) && day_part(tokens, at, edge, &part)
			   ? at + 1
			   : moment_part_read(tokens, at, &part);
	if (next == 0)
		return 0;
	moment->part = (uint8_t) part;
	if (part != EXPRESSION_PART_NONE)
		moment->precision = PRECISION_PART;
	return next;
}

/* "8 heures ce soir": the half of the day after the time. */
static uint32_t
half_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i + (expression_is(tokens, i, EXPRESSION_THIS, NULL) ||
					   expression_link(tokens, i, EXPRESSION_LINK_DU));
	int part;
	uint32_t next = at > i ? moment_part_read(tokens, at, &part) : 0;

	if (next == 0)
		return i;
	if (part >= EXPRESSION_PART_AFTERNOON && moment->hour < 12)
		moment->hour = (int8_t) (moment->hour + 12);
	return next;
}

uint32_t
moment_end_read(DateScanner *tokens, uint32_t clock, uint32_t i, Moment *moment)
{
	bool from = clock > 0 && expression_link(tokens, clock - 1, EXPRESSION_LINK_DE);
	bool between = clock > 0 && expression_link(tokens, clock - 1, EXPRESSION_LINK_ENTRE);
	uint32_t start = i;
	Moment end;
	uint32_t next;

	if (from)
		i = expression_skip(tokens, i, EXPRESSION_LINK_JUSQUE);

	if (!(from && expression_link(tokens, i, EXPRESSION_LINK_A)) &&
		!(between && expression_link(tokens, i, EXPRESSION_LINK_ET)) && !token_mark(tokens, i, '-'))
		return start;
	moment_clear(&end);
	next = moment_clock_read(tokens, i + 1, &end);
	if (next == 0)
		return start;
	moment->hour_to = end.hour;
	moment->minute_to = end.minute;
	if (end.precision == PRECISION_MINUTE)
		moment->precision = PRECISION_MINUTE;
	return next;
}

/* "de 14 à 18 heures", "entre 9 et 11 h": the first hour is only a number; token i is its link. */
static uint32_t
hours_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool between = expression_link(tokens, i, EXPRESSION_LINK_ENTRE);
	const DateToken *first = token_at(tokens, i + 1);
	uint32_t next;

	if ((!between && !expression_link(tokens, i, EXPRESSION_LINK_DE)) ||
		!token_number(tokens, i + 1, 1, 2) || first->value > 23 ||
		!expression_link(tokens, i + 2, between ? EXPRESSION_LINK_ET : EXPRESSION_LINK_A))
		return 0;
	next = moment_clock_read(tokens, i + 3, moment);
	if (next == 0 || moment->hour < (int8_t) first->value)
		return 0;
	moment->hour_to = moment->hour;
	moment->minute_to = moment->minute;
	moment->hour = (int8_t) first->value;
	moment->minute = 0;
	return next;
}

/* "précises", "locales" after the hour; returns i if there is none. */
static uint32_t
skip_exact(DateScanner *tokens, uint32_t i)
{
	static const char *const words[] = {"precises", "precise", "pile", "environ", "locales"};

	for (size_t k = 0; k < lengthof(words); k++)
		if (expression_text(tokens, i, words[k]))
			return i + 1;
	return expression_text(tokens, i, "heure") && expression_text(tokens, i + 1, "locale") ? i + 2
																						   : i;
}

uint32_t
moment_time_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at;
	uint32_t next = moment_when_read(tokens, i, moment);

	if (next != 0)
		i = next;
	at = time_link(tokens, i);
	next = at > i ? hours_read(tokens, at - 1, moment) : 0;
	if (next != 0)
		return skip_exact(tokens, next);
	next = moment_clock_read(tokens, at, moment);
	if (next == 0)
		next = clock_words_read(tokens, at, moment);
	/* "3 juin 18 personnes" has no time: a number needs a mark of hours, which time_parse asks. */
	if (next == 0)
		return i;
	next = half_read(tokens, next, moment);
	return skip_exact(tokens, moment_end_read(tokens, at, next, moment));
}
