/*
 * date_resolve.c
 *	  Converts the fields of a date to an instant: the calendar, missing years, relative forms.
 */
#include "date/date_internal.h"

/*
 * The Gregorian calendar repeats its weekdays after this many years (7 x 4), except across some
 * centuries.
 */
#define WEEKDAY_CYCLE 28
/* 29 February recurs after at most this many years. */
#define LEAP_CYCLE 8

/* Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March. */
int64_t
date_to_days(int32_t year, int32_t month, int32_t day)
{
	int64_t y = month <= 2 ? (int64_t) year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

void
date_from_days(int64_t days, int32_t *year, int32_t *month, int32_t *day)
{
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t day_of_era = shifted - era * 146097;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t march_month = (5 * day_of_year + 2) / 153;

	*day = (int32_t) (day_of_year - (153 * march_month + 2) / 5 + 1);
	*month = (int32_t) (march_month < 10 ? march_month + 3 : march_month - 9);
	*year = (int32_t) (year_of_era + era * 400 + (*month <= 2));
}

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
