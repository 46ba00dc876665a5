/*
 * date_solar.c
 *	  Days of the solar calendar of Iran: tokens in, the same day in the Gregorian calendar out.
 *	  1402/08/22, 1402-08-22, and 22 Aban 1402 in Persian letters.
 *
 * Only years of the last century and of the next decades, so that other numbers of four digits are
 * not taken for years.  Digits alone are such a day only in a Persian text.
 */
#include "date/date_internal.h"

#define SOLAR_YEAR_FIRST 1300 /* 1921 */
#define SOLAR_YEAR_LAST 1449
#define SOLAR_MONTHS 12
/* The first six months have 31 days, the next five 30, the last 29 or 30. */
#define LONG_MONTHS 6

/*
 * The days between two years' first days follow a cycle of 33 years with 8 leap years; year 979
 * began 79 days after the beginning of 1600.  Good for 1178 to 1634 (K. M. Borkowski, "The Persian
 * calendar for 3000 years", Earth, Moon and Planets 74, 1996).
 */
#define CYCLE 33
#define LEAP_YEARS 8
#define EPOCH_YEAR 979
#define EPOCH_DAYS 79

static bool
set_solar_day(DateFields *fields, uint64_t year, uint64_t month, uint64_t day)
{
	uint64_t years = year - EPOCH_YEAR;
	uint64_t days;
	int32_t y;
	int32_t m;
	int32_t d;

	if (year < SOLAR_YEAR_FIRST || year > SOLAR_YEAR_LAST || month < 1 || month > SOLAR_MONTHS ||
		day < 1 || day > (month <= LONG_MONTHS ? 31 : 30))
		return false;
	days = years * 365 + years / CYCLE * LEAP_YEARS + (years % CYCLE + 3) / 4 + EPOCH_DAYS;
	days += (month - 1) * 30 + (month - 1 < LONG_MONTHS ? month - 1 : LONG_MONTHS) + day - 1;
	date_from_days(date_to_days(1600, 1, 1) + (int64_t) days, &y, &m, &d);
	fields->year = (int16_t) y;
	fields->month = (int8_t) m;
	fields->day = (int8_t) d;
	return true;
}

/* 1402/08/22 */
static uint32_t
solar_figures_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	const DateToken *mark = token_at(scanner, i + 1);

	if (strcmp(scanner->language, "fa") != 0 || !token_number(scanner, i, 4, 4) ||
		mark->kind != DATE_TOKEN_MARK || (mark->mark != '/' && mark->mark != '-') ||
		!token_mark(scanner, i + 3, mark->mark) || !token_number(scanner, i + 2, 1, 2) ||
		!token_number(scanner, i + 4, 1, 2) || chained_before(scanner, i, false))
		return 0;
	return set_solar_day(fields, token_at(scanner, i)->value, token_at(scanner, i + 2)->value,
						 token_at(scanner, i + 4)->value)
			   ? i + 5
			   : 0;
}

uint32_t
solar_day_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t next;
	int month;

	if (!token_number(scanner, i, 1, 2))
		return solar_figures_parse(scanner, i, fields);
	next = word_parse(scanner, i + 1, DATE_WORD_SOLAR_MONTH, &month);
	if (next == 0)
		return 0;
	next += token_mark(scanner, next, ',');
	if (!token_number(scanner, next, 4, 4) ||
		!set_solar_day(fields, token_at(scanner, next)->value, (uint64_t) month,
					   token_at(scanner, i)->value))
		return 0;
	return next + 1;
}
