/*
 * date_time.c
 *	  Times of day: tokens in, hour, minute, second and zone out. 13h54, 13 h 54, 13:54:00.5, 1.54
 *	  p.m., 13.54 Uhr, midi, 下午1点54分; followed by +0100, GMT+1, CET, (EST).
 */
#include "base/array.h"
#include "date/date_internal.h"

typedef struct Zone
{
	const char *name;
	int16_t minutes;
	char rule; /* 'U': one hour more during summer time in the United States */
} Zone;

static const Zone zones[] = {
#define ZONE(name, minutes, rule) {name, minutes, rule},
#include "date/zone_list.h"
#undef ZONE
};

#define ZONE_COUNT lengthof(zones)

/*
 * Is token i a number of at least min_digits digits and at most `limit`, and if `glued`, without a
 * space before it?
 */
static bool
small_number(DateScanner *scanner, uint32_t i, uint32_t min_digits, uint64_t limit, bool glued)
{
	return token_number(scanner, i, min_digits, 2) && token_at(scanner, i)->value <= limit &&
		   !(glued && token_at(scanner, i)->spaced);
}

static const Zone *
zone_named(DateScanner *scanner, const DateToken *token)
{
	uint32_t len = token->end - token->start;

	for (size_t k = 0; k < ZONE_COUNT; k++)
		if (strlen(zones[k].name) == len &&
			memcmp(zones[k].name, scanner->text.data + token->start, len) == 0)
			return &zones[k];
	return NULL;
}

/* +0100, +01:00, -5 after GMT; exact: the sign can mean nothing else, so +01 is enough. */
static uint32_t
offset_parse(DateScanner *scanner, uint32_t i, bool exact, int32_t *seconds)
{
	int sign = token_mark(scanner, i, '+') ? 1 : token_mark(scanner, i, '-') ? -1 : 0;
	const DateToken *number = token_at(scanner, i + 1);
	uint64_t minutes;
	uint32_t next = i + 2;

	if (sign == 0 || number->kind != DATE_TOKEN_NUMBER || number->spaced)
		return 0;
	if (number->digits == 4)
		minutes = number->value / 100 * 60 + number->value % 100;
	else if (number->digits <= 2 && token_mark(scanner, i + 2, ':') &&
			 small_number(scanner, i + 3, 2, 59, true) && (exact || sign > 0))
	{
		minutes = number->value * 60 + token_at(scanner, i + 3)->value;
		next = i + 4;
	}
	else if (number->digits <= 2 && exact)
		minutes = number->value * 60;
	else
		return 0;
	if (minutes > 14 * 60)
		return 0;
	*seconds = sign * (int32_t) minutes * 60;
	return next;
}

/* Is token i a capital Z at the end of the text: "12 Mar 2024 09:30:00 Z"? */
static bool
is_last_z(DateScanner *scanner, uint32_t i)
{
	const DateToken *token = token_at(scanner, i);

	return scanner->text.data[token->start] == 'Z' &&
		   token_at(scanner, i + 1)->kind == DATE_TOKEN_END;
}

/*
 * Parses a zone after a time: a name, an offset, or both; exact: directly after a time of ISO 8601.
 */
uint32_t
zone_parse(DateScanner *scanner, uint32_t i, bool exact, DateFields *fields)
{
	bool bracket = token_mark(scanner, i, '(');
	const DateToken *token = token_at(scanner, i + bracket);
	const Zone *zone;
	int32_t seconds;
	uint32_t next = offset_parse(scanner, i, exact, &seconds);

	if (next != 0)
	{
		fields->zone = seconds;
		return next;
	}
	zone = token->kind == DATE_TOKEN_WORD ? zone_named(scanner, token) : NULL;
	if (zone == NULL && !exact)
		return zone_place_parse(scanner, i, fields);
	if (zone == NULL || (zone->name[1] == '\0' && token->spaced && !is_last_z(scanner, i)))
		return 0;
	fields->zone = zone->minutes * 60 + (date_summer(zone->rule, fields) ? 3600 : 0);
	next = i + bracket + 1;
	if (zone->minutes == 0 && !bracket)
	{
		uint32_t after = offset_parse(scanner, next, true, &seconds);

		if (after != 0)
		{
			fields->zone = seconds;
			return after;
		}
	}
	return next + (bracket && token_mark(scanner, next, ')'));
}

/* Is the number at i the day of a date rather than minutes: "13 h 28 décembre", "13h 29/12"? */
static bool
begins_date(DateScanner *scanner, uint32_t i)
{
	int month;
	bool english;

	if (month_parse(scanner, i + 1, &month, &english))
		return true;
	return (token_mark(scanner, i + 1, '/') || token_mark(scanner, i + 1, '.') ||
			token_mark(scanner, i + 1, '-')) &&
		   token_number(scanner, i + 2, 1, 4) && !token_at(scanner, i + 2)->spaced;
}

/* After 13:54: seconds and their fraction. */
static uint32_t
seconds_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	if (!token_mark(scanner, i, ':') || !small_number(scanner, i + 1, 2, 60, true))
		return i;
	fields->second = (int8_t) (token_at(scanner, i + 1)->value % 60);
	i += 2;
	if ((token_mark(scanner, i, '.') || token_mark(scanner, i, ',')) &&
		!token_at(scanner, i)->spaced && token_number(scanner, i + 1, 1, 9) &&
		!token_at(scanner, i + 1)->spaced)
		i += 2;
	return i;
}

/* 13h54, 13 heures 54 minutes, 13 Uhr, 13時54分; i is the token after the hour. */
static uint32_t
marked_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t next = word_parse(scanner, i, DATE_WORD_HOUR_MARK, NULL);
	uint32_t after;

	if (next == 0)
		return 0;
	if (!small_number(scanner, next, 1, 59, false))
		return next;
	after = word_parse(scanner, next + 1, DATE_WORD_MINUTE_MARK, NULL);
	if (after == 0 && (token_at(scanner, next)->digits != 2 || begins_date(scanner, next)))
		return next;
	fields->minute = (int8_t) token_at(scanner, next)->value;
	return after != 0 ? after : next + 1;
}

/* 13:54, 13:54:00, and 13.54 if `dotted` says that a time is expected. */
static uint32_t
colon_parse(DateScanner *scanner, uint32_t i, bool dotted, DateFields *fields)
{
	uint32_t next;

	if (token_mark(scanner, i, ':') && small_number(scanner, i + 1, 2, 59, false) &&
		token_at(scanner, i)->spaced == token_at(scanner, i + 1)->spaced)
	{
		fields->minute = (int8_t) token_at(scanner, i + 1)->value;
		next = seconds_parse(scanner, i + 2, fields);
	}
	else if (token_mark(scanner, i, '.') && !token_at(scanner, i)->spaced &&
			 small_number(scanner, i + 1, 2, 59, true) &&
			 !(token_mark(scanner, i + 2, '.') && token_number(scanner, i + 3, 1, 4) &&
			   !token_at(scanner, i + 3)->spaced))
	{
		fields->minute = (int8_t) token_at(scanner, i + 1)->value;
		next = i + 2;
		if (!dotted && !word_parse(scanner, next, DATE_WORD_HOUR_MARK, NULL) &&
			!word_parse(scanner, next, DATE_WORD_DAY_HALF, NULL))
			return 0;
	}
	else
		return 0;
	return next;
}

static bool
apply_half(DateFields *fields, int half)
{
	if (fields->hour > 12 || (fields->hour == 0 && half))
		return fields->hour > 12; /* "13:54 pm": the hour already says so */
	fields->hour = (int8_t) (fields->hour % 12 + (half ? 12 : 0));
	return true;
}

static uint32_t
clock_word_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	int hour;
	uint32_t next = word_parse(scanner, i, DATE_WORD_CLOCK, &hour);

	if (next == 0)
		return 0;
	fields->hour = (int8_t) hour;
	fields->minute = fields->second = 0;
	return next;
}

/* After the digits: Uhr, h; half of the day; zone. */
static uint32_t
tail_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t next = zone_place_parse(scanner, i, fields); /* its "heure" does not mark an hour */
	int half;

	if (next != 0)
		return next;
	next = word_parse(scanner, i, DATE_WORD_HOUR_MARK, NULL);
	if (next != 0)
		i = next;
	next = word_parse(scanner, i, DATE_WORD_DAY_HALF, &half);
	if (next != 0 && apply_half(fields, half))
		i = next;
	next = zone_parse(scanner, i, false, fields);
	return next != 0 ? next : i;
}

/* 1354 GMT, as some agencies write it. */
static uint32_t
military_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	const DateToken *token = token_at(scanner, i);

	if (token->digits != 4 || token->value / 100 > 23 || token->value % 100 > 59 ||
		token_at(scanner, i + 1)->kind != DATE_TOKEN_WORD ||
		zone_named(scanner, token_at(scanner, i + 1)) == NULL)
		return 0;
	fields->hour = (int8_t) (token->value / 100);
	fields->minute = (int8_t) (token->value % 100);
	return zone_parse(scanner, i + 1, false, fields);
}

/* Parses a half of the day after the hour; not the German article: "1" and "am 20.09.2020". */
static uint32_t
half_parse(DateScanner *scanner, uint32_t i, int *half)
{
	if (strcmp(scanner->language, "de") == 0 &&
		word_parse(scanner, i, DATE_WORD_ARTICLE, NULL) != 0)
		return 0;
	return word_parse(scanner, i, DATE_WORD_DAY_HALF, half);
}

/*
 * Parses a time of day at token i and sets hour, minute, second and zone. dotted: 13.54 is a time
 * too.
 */
uint32_t
time_parse(DateScanner *scanner, uint32_t i, bool dotted, DateFields *fields)
{
	DateFields found = *fields;
	int before = -1;
	int half;
	uint32_t next = clock_word_parse(scanner, i, fields);

	if (next != 0)
		return next;
	if (token_at(scanner, i)->kind == DATE_TOKEN_WORD &&
		!ascii_alpha(scanner->text.data[token_at(scanner, i)->start])) /* not "am 28." */
		next = word_parse(scanner, i, DATE_WORD_DAY_HALF, &before);	   /* 下午1点 */
	if (next != 0)
		i = next;
	found.minute = found.second = 0;
	if (token_number(scanner, i, 4, 4) && (next = military_parse(scanner, i, &found)) != 0)
	{
		*fields = found;
		return next;
	}
	if (!small_number(scanner, i, 1, 23, false))
		return 0;
	found.hour = (int8_t) token_at(scanner, i)->value;
	next = colon_parse(scanner, i + 1, dotted, &found);
	if (next == 0)
		next = marked_parse(scanner, i + 1, &found);
	if (next == 0 && (before >= 0 || half_parse(scanner, i + 1, &half)))
		next = i + 1;
	if (next == 0)
		return 0;
	next = tail_parse(scanner, next, &found);
	if (before >= 0)
		apply_half(&found, before);
	*fields = found;
	return next;
}
