/*
 * date.h
 *	  Dates and times as people and machines write them: text in, fields out; and from fields to
 *	  instants.
 *
 * The scanner knows ISO 8601, RFC 2822, RFC 850, the many forms of French newspapers, and the month
 * and day names of other languages (month_gen.h, generated from CLDR). It does not know what a date
 * is for; article/date/date.c does.
 */
#ifndef ARTICLE_DATE_H
#define ARTICLE_DATE_H

#include "base/str.h"

/*
 * Returns how many seconds local time is ahead of UTC at a local wall-clock time, which is given in
 * seconds since 1970-01-01 00:00 of that clock.
 */
typedef int32_t (*ZoneOffset)(void *context, int64_t local_seconds);

#define DATE_NO_ZONE INT32_MIN
#define DATE_DAY_SECONDS INT64_C(86400)

typedef enum DateRelative
{
	DATE_ABSOLUTE,
	DATE_DAYS_AGO,	  /* "hier", "aujourd'hui": amount 1, 0; hour and minute may be set */
	DATE_SECONDS_AGO, /* "il y a 2 heures": amount 7200 */
	DATE_WEEKDAY	  /* "jeudi à 18h": amount 0 (Sunday) to 6; the latest such day */
} DateRelative;

typedef struct DateFields
{
	int16_t year;	/* 0: not given */
	int8_t month;	/* 1-12; 0: not given (a time alone) */
	int8_t day;		/* 1-31; 0: not given ("décembre 2017") */
	int8_t weekday; /* 0 (Sunday) to 6 if a day name is next to the date, else -1 */
	int8_t hour;	/* 0-23, or -1 */
	int8_t minute;	/* 0-59 */
	int8_t second;	/* 0-59 */
	int32_t zone;	/* seconds east of UTC, or DATE_NO_ZONE */
	DateRelative relative;
	int32_t amount;
} DateFields;

typedef enum DateCue
{
	DATE_CUE_NONE,
	DATE_CUE_PUBLISHED, /* Publié le, Mis en ligne, Posted on, Veröffentlicht … */
	DATE_CUE_MODIFIED	/* Mis à jour, Modifié, Actualisé, Updated, Aktualisiert … */
} DateCue;

typedef struct DateFound
{
	DateFields fields;
	DateCue cue;	/* what the words before it (or after it) say it is */
	uint32_t start; /* byte offset in the text; the cue is not included */
	uint32_t end;
} DateFound;

typedef struct DateHabits
{
	bool month_first; /* 12/29/2017: American English */
	Str language;	  /* BCP 47 tag of the text or empty; its month names win over others */
} DateHabits;

/*
 * Finds the dates of a text, in order. Writes at most max of them to found and returns how many.
 * Linear in the length of the text. Dates without digits ("hier à midi") are found only in short
 * texts and near digits.
 */
extern uint32_t date_scan(Str text, const DateHabits *habits, DateFound *found, uint32_t max);

/*
 * Parses a text that is a date and nothing else, as machines write it: ISO 8601, RFC 2822, a Unix
 * time. Returns false if it is none.
 */
extern bool date_parse(Str text, const DateHabits *habits, DateFields *fields);

/*
 * Converts the fields to an instant in seconds since 1970 UTC. A missing year becomes the latest
 * one that is not after *reference; relative forms count back from it. Without a reference (NULL)
 * both fail. A day alone means midnight. Returns false if the date does not exist.
 */
extern bool date_resolve(const DateFields *fields, ZoneOffset offset, void *context,
						 const int64_t *reference, int64_t *seconds);

/* Converts a day of the proleptic Gregorian calendar to days since 1970-01-01, and back. */
extern int64_t date_to_days(int32_t year, int32_t month, int32_t day);
extern void date_from_days(int64_t days, int32_t *year, int32_t *month, int32_t *day);

/* Returns the day, since 1970-01-01, that a second since then falls on. */
static inline int64_t
date_day_of(int64_t seconds)
{
	return (seconds >= 0 ? seconds : seconds - (DATE_DAY_SECONDS - 1)) / DATE_DAY_SECONDS;
}

/* Returns the weekday of a day since 1970-01-01, which was a Thursday: 0 is Sunday. */
static inline int
date_weekday(int64_t days)
{
	return (int) (((days + 4) % 7 + 7) % 7);
}

#endif
