/*
 * date_resolve.c
 *	  Converts the fields of a date to an instant: missing years, relative forms.
 */
#include "date/date_internal.h"

/*
 * The Gregorian calendar repeats its weekdays after this many years (7 x 4), except across some
 * centuries.
 */
#define WEEKDAY_CYCLE 28
/* 29 February recurs after at most this many years. */
#define LEAP_CYCLE 8

/* Converts a wall-clock time in the fields' zone, or else the caller's, to an instant. */
static int64_t
to_instant(int64_t local, const DateFields *fields, ZoneOffset offset, void *context)
{
	if (fields->zone != DATE_NO_ZONE)
		return local - fields->zone;
	return offset ? local - offset(context, local) : local;
}

/* Converts an instant to a wall-clock time in the fields' zone, or else the caller's. */
static int64_t
to_local(int64_t instant, const DateFields *fields, ZoneOffset offset, void *context)
{
	int64_t guess;

	if (fields->zone != DATE_NO_ZONE)
		return instant + fields->zone;
	if (offset == NULL)
		return instant;
	guess = instant + offset(context, instant);
	return instant + offset(context, guess);
}

static int64_t
clock_seconds(const DateFields *fields)
{
	return fields->hour < 0 ? 0 : fields->hour * 3600 + fields->minute * 60 + fields->second;
}

static bool
instant_in_year(const DateFields *fields, int32_t year, ZoneOffset offset, void *context,
				int64_t *seconds)
{
	DateFields full = *fields;
	int32_t day = fields->day > 0 ? fields->day : 1;

	full.year = (int16_t) year;
	if (year < 1 || year > INT16_MAX || !fields_exist(&full))
		return false;
	*seconds = to_instant(date_to_days(year, fields->month, day) * DATE_DAY_SECONDS +
							  clock_seconds(fields),
						  fields, offset, context);
	return true;
}

/*
 * Finds the latest of the last `span` years in which the date is not after the reference and, if
 * `weekday` is set, falls on the weekday given.
 */
static bool
latest_year(const DateFields *fields, bool weekday, int32_t span, ZoneOffset offset, void *context,
			int64_t reference, int64_t *seconds)
{
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(date_day_of(to_local(reference, fields, offset, context)), &year, &month, &day);
	for (int32_t y = year; y > year - span; y--)
	{
		if (!instant_in_year(fields, y, offset, context, seconds) || *seconds > reference)
			continue;
		if (!weekday ||
			date_weekday(date_to_days(y, fields->month, fields->day)) == fields->weekday)
			return true;
	}
	return false;
}

static bool
resolve_relative(const DateFields *fields, ZoneOffset offset, void *context, int64_t reference,
				 int64_t *seconds)
{
	int64_t today = date_day_of(to_local(reference, fields, offset, context));
	int64_t back = fields->amount;

	if (fields->relative == DATE_SECONDS_AGO)
	{
		*seconds = reference - fields->amount;
		return true;
	}
	if (fields->relative == DATE_WEEKDAY)
		back = (date_weekday(today) - fields->amount + 7) % 7;
	*seconds = to_instant((today - back) * DATE_DAY_SECONDS + clock_seconds(fields), fields, offset,
						  context);
	if (fields->relative == DATE_WEEKDAY && *seconds > reference)
		*seconds = to_instant((today - back - 7) * DATE_DAY_SECONDS + clock_seconds(fields), fields,
							  offset, context);
	return true;
}

bool
date_resolve(const DateFields *fields, ZoneOffset offset, void *context, const int64_t *reference,
			 int64_t *seconds)
{
	if (fields->relative != DATE_ABSOLUTE)
		return reference != NULL && resolve_relative(fields, offset, context, *reference, seconds);
	if (fields->month < 1 || !fields_exist(fields))
		return false;
	if (fields->year != 0)
		return instant_in_year(fields, fields->year, offset, context, seconds);
	if (reference == NULL)
		return false;
	if (fields->weekday >= 0 && fields->day > 0 &&
		latest_year(fields, true, WEEKDAY_CYCLE, offset, context, *reference, seconds))
		return true;
	return latest_year(fields, false, LEAP_CYCLE + 1, offset, context, *reference, seconds);
}
