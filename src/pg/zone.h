/*
 * zone.h
 *	  The server's time zones as the core's ZoneOffset, and conversion of instants in both
 *	  directions.
 */
#ifndef ARTICLE_PG_ZONE_H
#define ARTICLE_PG_ZONE_H

#include "fmgr.h"
#include "pgtime.h"

#include "pg/core.h"

#define ZONE_DEFAULT "Europe/Paris"

/*
 * Returns the zone of that name (in the server's encoding).  Raises an error with a hint if there
 * is none.
 */
extern pg_tz *zone_lookup(Str name);

/* Returns the zone that an argument of a SQL function names; NULL means the default. */
extern pg_tz *zone_argument(FunctionCallInfo fcinfo, int argument);

/* A ZoneOffset (date/date.h); context is a pg_tz. */
extern int32_t zone_offset(void *context, int64_t local_seconds);

/*
 * Stores an instant of the core as a timestamptz; returns false if it is unknown or out of range.
 */
extern bool zone_timestamp(const Instant *instant, Datum *timestamp);

/* Stores a timestamptz as seconds since 1970; returns false if it is infinite. */
extern bool zone_seconds(Datum timestamp, int64_t *seconds);

#endif
