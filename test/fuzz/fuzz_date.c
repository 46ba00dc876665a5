/*
 * fuzz_date.c
 *	  Dates found in any text are within it, in order, and have valid fields. Input: a byte of
 *	  conventions, the text.
 */
#include "fuzz.h"

#include "date/date.h"
#include "html/encoding.h"

#define MOST_DATES 64
#define REFERENCE INT64_C(1514505240) /* 2017-12-28 23:54 UTC */

static int32_t
one_hour(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 3600;
}

static void
check_fields(const DateFields *fields)
{
	const int64_t reference = REFERENCE;
	int64_t seconds;

	fuzz_check(fields->month >= 0 && fields->month <= 12);
	fuzz_check(fields->day >= 0 && fields->day <= 31);
	fuzz_check(fields->weekday >= -1 && fields->weekday <= 6);
	fuzz_check(fields->hour >= -1 && fields->hour <= 24);
	fuzz_check(fields->minute >= 0 && fields->minute <= 59);
	fuzz_check(fields->second >= 0 && fields->second <= 60);
	if (date_resolve(fields, one_hour, NULL, NULL, &seconds))
		fuzz_check(fields->relative == DATE_ABSOLUTE && fields->month > 0);
	(void) date_resolve(fields, one_hour, NULL, &reference, &seconds);
}

static void
check_dates(Str text, const DateHabits *habits)
{
	DateFound found[MOST_DATES];
	uint32_t count = date_scan(text, habits, found, MOST_DATES);
	uint32_t end = 0;

	fuzz_check(count <= MOST_DATES);
	for (uint32_t i = 0; i < count; i++)
	{
		fuzz_check(found[i].start >= end && found[i].start < found[i].end);
		fuzz_check(found[i].end <= text.len);
		end = found[i].end;
		check_fields(&found[i].fields);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const Str languages[] = {{NULL, 0}, {"fr", 2}, {"en-US", 5}, {"de", 2}};
	Str input = fuzz_input(data, size);
	uint8_t choice = fuzz_take_byte(&input);
	DateHabits habits = {(choice & 4) != 0, languages[choice & 3]};
	DateFields fields;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, input));
	check_dates(input, &habits);
	if (date_parse(input, &habits, &fields))
		check_fields(&fields);
	arena_free(&arena);
	return 0;
}
