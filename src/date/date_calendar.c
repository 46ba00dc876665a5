/*
 * date_calendar.c
 *	  The Gregorian calendar: the days between two dates, and the days that exist.
 */
#include "date/date_internal.h"

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

static int
days_of_month(int year, int month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));

	return month == 2 && leap ? 29 : days[month - 1];
}

bool
fields_exist(const DateFields *fields)
{
	return fields->month >= 1 && fields->month <= 12 && fields->day >= 0 &&
		   fields->day <= days_of_month(fields->year, fields->month);
}
