/*
 * date_parse.c
 *	  Parses a text that is a date and nothing else, as in attributes and metadata: ISO 8601, RFC
 *	  2822, RFC 850, asctime, Unix times; otherwise, as people write it.
 */
#include "date/date_internal.h"

/* Unix times are accepted from 1990 on: below that, ten digits are another kind of number. */
#define UNIX_FIRST INT64_C(631152000)
#define UNIX_LAST INT64_C(7258118400) /* the year 2200 */
/* Values longer than this are prose. */
#define VALUE_MAX 120

static bool
from_unix(int64_t seconds, DateFields *fields)
{
	int32_t year;
	int32_t month;
	int32_t day;
	int32_t clock = (int32_t) (seconds % DATE_DAY_SECONDS);

	if (seconds < UNIX_FIRST || seconds >= UNIX_LAST)
		return false;
	date_from_days(seconds / DATE_DAY_SECONDS, &year, &month, &day);
	fields_clear(fields);
	fields->year = (int16_t) year;
	fields->month = (int8_t) month;
	fields->day = (int8_t) day;
	fields->hour = (int8_t) (clock / 3600);
	fields->minute = (int8_t) (clock / 60 % 60);
	fields->second = (int8_t) (clock % 60);
	fields->zone = 0;
	return true;
}

/* Returns the digits [from, from + count) as a number, or -1. */
static int
digits(Str text, uint32_t from, uint32_t count)
{
	int value = 0;

	if (from + count > text.len)
		return -1;
	for (uint32_t i = from; i < from + count; i++)
	{
		if (!ascii_digit(text.data[i]))
			return -1;
		value = value * 10 + (text.data[i] - '0');
	}
	return value;
}

static bool
all_digits(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (!ascii_digit(text.data[i]))
			return false;
	return text.len > 0;
}

/* 1514465640, 1514465640000, 20171228 */
static bool
figures_only(Str text, DateFields *fields)
{
	int64_t value = 0;

	if (!all_digits(text) || text.len > 16)
		return false;
	for (uint32_t i = 0; i < text.len; i++)
		value = value * 10 + (text.data[i] - '0');
	if (text.len == 8)
	{
		fields_clear(fields);
		fields->year = (int16_t) digits(text, 0, 4);
		fields->month = (int8_t) digits(text, 4, 2);
		fields->day = (int8_t) digits(text, 6, 2);
		return fields->year >= 1900 && fields->year < 2200 && fields->day > 0 &&
			   fields_exist(fields);
	}
	if (text.len == 13)
		return from_unix(value / 1000, fields);
	return (text.len == 9 || text.len == 10) && from_unix(value, fields);
}

/* Z, +01:00, +0100, +01 from byte i to the end of the text. */
static bool
compact_zone(Str text, uint32_t i, DateFields *fields)
{
	int hours;
	int minutes = 0;

	if (i == text.len)
		return true;
	if (i + 1 == text.len && ascii_lower(text.data[i]) == 'z')
	{
		fields->zone = 0;
		return true;
	}
	if (text.data[i] != '+' && text.data[i] != '-')
		return false;
	hours = digits(text, i + 1, 2);
	if (text.len > i + 3)
		minutes = digits(text, text.len - 2, 2);
	if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || text.len > i + 6)
		return false;
	fields->zone = (hours * 60 + minutes) * (text.data[i] == '-' ? -60 : 60);
	return true;
}

/* 20171228T135400Z, 20171228T1354+0100, 20171228135400: the basic format of ISO 8601. */
static bool
compact(Str text, DateFields *fields)
{
	bool mark = text.len > 8 && (ascii_lower(text.data[8]) == 't' || text.data[8] == ' ');
	uint32_t at = mark ? 9 : 8;
	int second;

	if (!figures_only(str_sub(text, 0, 8), fields))
		return false;
	fields->hour = (int8_t) digits(text, at, 2);
	fields->minute = (int8_t) digits(text, at + 2, 2);
	second = digits(text, at + 4, 2);
	if (fields->hour < 0 || fields->hour > 23 || fields->minute < 0 || fields->minute > 59 ||
		second > 60)
		return false;
	fields->second = (int8_t) (second > 0 ? second % 60 : 0);
	return compact_zone(text, at + (second >= 0 ? 6 : 4), fields);
}

/* 2017-12: a month, as in some metadata. */
static bool
month_only(Str text, DateFields *fields)
{
	if (text.len != 7 || (text.data[4] != '-' && text.data[4] != '/'))
		return false;
	fields_clear(fields);
	fields->year = (int16_t) digits(text, 0, 4);
	fields->month = (int8_t) digits(text, 5, 2);
	return fields->year >= 1900 && fields->year < 2200 && fields_exist(fields);
}

/* Does the date cover the text, except for marks, spaces and words that are usual around dates? */
static bool
covers(Str text, const DateFound *found)
{
	/* A cue, a weekday or a city before the date; "Uhr" or the full name of a zone after it. */
	const uint32_t before = 40;
	const uint32_t behind = 40;

	return found->start <= before && text.len - found->end <= behind;
}

bool
date_parse(Str text, const DateHabits *habits, DateFields *fields)
{
	DateFound found[2];
	uint32_t count;

	text = str_trim(text);
	if (text.len < 6 || text.len > VALUE_MAX)
		return false;
	if (figures_only(text, fields) || compact(text, fields) || month_only(text, fields))
		return true;
	if (str_starts_ascii(text, STR("/Date(")))
		return figures_only(str_sub(text, 6, 13), fields);
	count = date_scan(text, habits, found, 2);
	if (count == 0 || !covers(text, &found[0]))
		return false;
	*fields = found[0].fields;
	return true;
}
