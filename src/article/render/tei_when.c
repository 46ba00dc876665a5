/*
 * tei_when.c
 *	  See tei.h: dates as xs:date and xs:dateTime, the only forms written.
 */
#include "article/render/tei.h"

#include <stdio.h>

#include "date/date.h"

#define MINUTE 60
#define HOUR 3600

/* The largest offset from UTC that xs:dateTime allows. */
#define MOST_OFFSET (14 * HOUR)

/* "+01:00", or "Z" at Greenwich. */
static void
put_offset(char *out, size_t size, int32_t offset)
{
	int minutes = (offset < 0 ? -offset : offset) / MINUTE;

	if (offset == 0)
		snprintf(out, size, "Z");
	else
		snprintf(out, size, "%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/* Can XML Schema write this offset? It has no seconds; local mean time has. */
static bool
is_offset(int32_t offset)
{
	return offset % MINUTE == 0 && offset >= -MOST_OFFSET && offset <= MOST_OFFSET;
}

/*
 * The offset at an instant. In the hour that a change of the clock repeats, either of the two
 * offsets may be returned: local time and offset mean the same instant.
 */
static int32_t
offset_at(TeiZone zone, int64_t seconds)
{
	int32_t near = zone.offset(zone.context, seconds);

	return zone.offset(zone.context, seconds + near);
}

bool
tei_when_instant(const Instant *instant, TeiZone zone, char when[TEI_WHEN_BYTES])
{
	int32_t offset;
	int32_t year;
	int32_t month;
	int32_t day;
	int64_t days;
	int seconds;
	int length;

	if (!instant->known)
		return false;
	offset = offset_at(zone, instant->seconds);
	if (!is_offset(offset))
		offset = 0;
	days = date_day_of(instant->seconds + offset);
	seconds = (int) (instant->seconds + offset - days * DATE_DAY_SECONDS);
	date_from_days(days, &year, &month, &day);
	if (year < 1)
		return false;
	length = snprintf(when, TEI_WHEN_BYTES, "%04d-%02d-%02d", year, month, day);
	if (seconds == 0)
		return true;
	length += snprintf(when + length, TEI_WHEN_BYTES - (size_t) length, "T%02d:%02d:%02d",
					   seconds / HOUR, seconds / MINUTE % 60, seconds % 60);
	put_offset(when + length, TEI_WHEN_BYTES - (size_t) length, offset);
	return true;
}

static bool
day_exists(const DateFields *fields)
{
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(date_to_days(fields->year, fields->month, fields->day), &year, &month, &day);
	return fields->year >= 1 && month == fields->month && day == fields->day;
}

bool
tei_when_text(Str text, char when[TEI_WHEN_BYTES])
{
	DateHabits habits = {false, STR_NONE};
	DateFields fields;
	int length;

	if (!date_parse(text, &habits, &fields) || fields.relative != DATE_ABSOLUTE ||
		fields.month == 0 || fields.day == 0 || !day_exists(&fields))
		return false;
	length =
		snprintf(when, TEI_WHEN_BYTES, "%04d-%02d-%02d", fields.year, fields.month, fields.day);
	if (fields.hour < 0)
		return true;
	length += snprintf(when + length, TEI_WHEN_BYTES - (size_t) length, "T%02d:%02d:%02d",
					   fields.hour, fields.minute, fields.second > 59 ? 59 : fields.second);
	if (fields.zone != DATE_NO_ZONE && is_offset(fields.zone))
		put_offset(when + length, TEI_WHEN_BYTES - (size_t) length, fields.zone);
	return true;
}
