/*
 * expression_time.c
 *	  The time of day of a French date: tokens in, the hour, the minute or the part of the day of a
 *	  moment out. à 18 heures, vers dix heures et demie, en fin de matinée, 8 heures ce soir.
 */
#include "french/expression_internal.h"

/* "à", "vers", "aux alentours de", "dès" before a time. */
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
			!expression_is(tokens, i, EXPRESSION_ABOUT, NULL) && !token_mark(tokens, i, ','))
			break;
		i++;
	}
	return i;
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
	return next;
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
	if (expression_link(tokens, next + 1, EXPRESSION_LINK_ET) &&
		(expression_text(tokens, next + 2, "demie") || expression_text(tokens, next + 2, "demi")))
	{
		moment->minute = 30;
		moment->precision = PRECISION_MINUTE;
		return next + 3;
	}
	return next + 1;
}

uint32_t
moment_part_read(DateScanner *tokens, uint32_t i, int *part)
{
	if (expression_link(tokens, i, EXPRESSION_LINK_APRES))
	{
		uint32_t at = i + 1 + token_mark(tokens, i + 1, '-');

		if (!expression_text(tokens, at, "midi"))
			return 0;
		*part = EXPRESSION_PART_AFTERNOON;
		return at + 1;
	}
	if (!expression_is(tokens, i, EXPRESSION_PART, part) || *part == EXPRESSION_PART_NOON)
		return 0;
	return i + 1;
}

uint32_t
moment_when_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i;
	uint32_t next;
	int value;

	if (expression_link(tokens, at, EXPRESSION_LINK_AU) ||
		expression_link(tokens, at, EXPRESSION_LINK_DANS) ||
		expression_link(tokens, at, EXPRESSION_LINK_EN))
		at++;
	at = expression_article(tokens, at);
	if (expression_is(tokens, at, EXPRESSION_EDGE, &value))
		at = expression_article(tokens, expression_skip(tokens, at + 1, EXPRESSION_LINK_DE));
	next = moment_part_read(tokens, at, &value);
	if (next == 0)
		return 0;
	moment->part = (uint8_t) value;
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
moment_time_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at;
	uint32_t next = moment_when_read(tokens, i, moment);

	if (next != 0)
		i = next;
	at = time_link(tokens, i);
	next = moment_clock_read(tokens, at, moment);
	if (next == 0)
		next = clock_words_read(tokens, at, moment);
	/* "3 juin 18 personnes" has no time: a number needs a mark of hours, which time_parse asks. */
	return next != 0 ? half_read(tokens, next, moment) : i;
}
