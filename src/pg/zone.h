/*
 * zone.h
 *	  The server's time zones as the core's ZoneOffset, and instants both ways.
 */
#ifndef ARTICLE_PG_ZONE_H
#define ARTICLE_PG_ZONE_H

#include "pgtime.h"

#include "pg/core.h"

#define ZONE_DEFAULT "Europe/Paris"

/* The zone of that name (server's encoding); an error with a hint where there is none. */
extern pg_tz *zone_lookup(Str name);

/* ZoneOffset of date/date.h; context is a pg_tz. */
extern int32_t zone_offset(void *context, int64_t local_seconds);

/* An instant of the core as timestamptz; false where it is unknown or out of range. */
extern bool zone_timestamp(const Instant *instant, Datum *timestamp);

/* A timestamptz in seconds since 1970; false where it is infinite. */
extern bool zone_seconds(Datum timestamp, int64_t *seconds);

#endif
