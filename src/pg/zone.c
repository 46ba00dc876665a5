/*
 * zone.c
 *	  The server's time zones as the core's ZoneOffset, and conversion of instants between the
 *	  server and the core.  A local time that a clock change skips or repeats is interpreted as the
 *	  server interprets '2017-03-26 02:30' as a timestamptz.
 */
#include "postgres.h"

#include "common/int.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

#include "pg/compat.h"
#include "pg/zone.h"

#define EPOCH_DAYS (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" /* in any locale */

/* Returns the position after a name in a POSIX time zone specification, such as CET or <+01>. */
static const char *
skip_posix_name(const char *p)
{
	if (*p == '<')
		return p + strcspn(p, ">") + (strchr(p, '>') != NULL);
	return p + strspn(p, LETTERS);
}

/*
 * Returns whether a specification, such as CET-1CEST, names summer time without saying when it
 * applies: the server then takes the rule from its file posixrules.  EST5EDT and the like are zones
 * of the time zone database.
 */
static bool
lacks_rule(const char *name)
{
	static const char *const zones[] = {"EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"};
	const char *offset = skip_posix_name(name);
	const char *summer = offset + strspn(offset, "+-:0123456789");

	for (int i = 0; i < (int) lengthof(zones); i++)
	{
		if (pg_strcasecmp(name, zones[i]) == 0)
			return false;
	}
	return offset > name && summer > offset && strspn(summer, LETTERS "<") > 0 &&
		   strchr(summer, ',') == NULL;
}

/*
 * Raises an error for a zone that depends on the machine: what is stored must not depend on the
 * machine that happened to parse the page.
 */
static void
check_portable(const char *name)
{
	if (pg_strcasecmp(name, "localtime") == 0 || pg_strcasecmp(name, "posixrules") == 0 ||
		lacks_rule(name))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("time zone \"%s\" depends on the machine", name),
						errhint("Name a place, for example \"%s\".", ZONE_DEFAULT)));
}

pg_tz *
zone_lookup(Str name)
{
	bool too_long = name.len > TZ_STRLEN_MAX; /* a page, which must not fill the log */
	char *text = pnstrdup(name.data, Min(name.len, TZ_STRLEN_MAX));
	pg_tz *zone = NULL;

	if (!too_long)
	{
		check_portable(text);
		zone = pg_tzset(text);
	}
	if (zone == NULL || !pg_tz_acceptable(zone))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 too_long ? errmsg("the name of a time zone must not be longer than %d bytes",
								   TZ_STRLEN_MAX)
						  : errmsg("time zone \"%s\" not recognized", text),
				 errhint("The view pg_timezone_names lists the time zones, for example \"%s\".",
						 ZONE_DEFAULT)));
	pfree(text);
	return zone;
}

pg_tz *
zone_argument(FunctionCallInfo fcinfo, int argument)
{
	text *name;

	if (PG_NARGS() <= argument || PG_ARGISNULL(argument))
		return zone_lookup(STR(ZONE_DEFAULT));
	name = PG_GETARG_TEXT_PP(argument);
	return zone_lookup(str_make(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)));
}

int32_t
zone_offset(void *context, int64_t local_seconds)
{
	int64_t days = local_seconds / SECS_PER_DAY;
	int seconds = (int) (local_seconds % SECS_PER_DAY);
	struct pg_tm fields = {0};

	if (seconds < 0)
	{
		days--;
		seconds += SECS_PER_DAY;
	}
	date_from_days(days, &fields.tm_year, &fields.tm_mon, &fields.tm_mday);
	fields.tm_hour = seconds / SECS_PER_HOUR;
	fields.tm_min = seconds / SECS_PER_MINUTE % MINS_PER_HOUR;
	fields.tm_sec = seconds % SECS_PER_MINUTE;
	return -DetermineTimeZoneOffset(&fields, (pg_tz *) context);
}

bool
zone_timestamp(const Instant *instant, Datum *timestamp)
{
	int64 seconds = instant->seconds - (int64) EPOCH_DAYS * SECS_PER_DAY;
	TimestampTz value;

	if (!instant->known || pg_mul_s64_overflow(seconds, USECS_PER_SEC, &value) ||
		!IS_VALID_TIMESTAMP(value))
		return false;
	*timestamp = TimestampTzGetDatum(value);
	return true;
}

bool
zone_seconds(Datum timestamp, int64_t *seconds)
{
	TimestampTz value = DatumGetTimestampTz(timestamp);

	if (TIMESTAMP_NOT_FINITE(value))
		return false;
	*seconds =
		value / USECS_PER_SEC - (value % USECS_PER_SEC < 0) + (int64) EPOCH_DAYS * SECS_PER_DAY;
	return true;
}
