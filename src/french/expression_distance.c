/*
 * expression_distance.c
 *	  Moments counted from that of publication to ranges of local time: il y a deux ans, la semaine
 *	  prochaine, ce week-end, les trois derniers mois.
 */
#include "french/expression_internal.h"

/* The day that lies some months from another one; of 31 January, the last one of February. */
int64_t
expression_months_from(int64_t today, int32_t months)
{
	int32_t year;
	int32_t month;
	int32_t day;
	int64_t start;
	int64_t next;

	date_from_days(today, &year, &month, &day);
	start = expression_month_start(year, month + months);
	next = expression_month_start(year, month + months + 1);
	return start + day - 1 < next ? start + day - 1 : next - 1;
}

/* The period of months that starts with a month. */
void
expression_months(int32_t year, int32_t month, int32_t months, int64_t *from, int64_t *to)
{
	*from = expression_month_start(year, month) * DATE_DAY_SECONDS;
	*to = expression_month_start(year, month + months) * DATE_DAY_SECONDS;
}

/* Minutes and hours from now: the minute, or the hour, at that distance. */
static void
resolve_clock(const DateExpressions *expressions, const Moment *moment, int64_t *from, int64_t *to)
{
	int64_t unit = moment->precision == PRECISION_MINUTE ? 60 : EXPRESSION_HOUR;

	*from = expressions->now + moment->amount * unit;
	*from -= (*from % 60 + 60) % 60;
	*to = *from + unit;
}

/* From a day's distance, which is counted in calendar months, to today; or from today to it. */
bool
span_resolve(const DateExpressions *expressions, const Moment *moment, int64_t *from, int64_t *to)
{
	static const int16_t months[] = {
		[PRECISION_MONTH] = 1, [PRECISION_QUARTER] = 3,	 [PRECISION_HALF] = 6,
		[PRECISION_YEAR] = 12, [PRECISION_DECADE] = 120, [PRECISION_CENTURY] = 1200};
	int64_t today = expressions->today;
	int64_t day;

	if (expressions->context.reference == NULL)
		return false;
	if (moment->precision <= PRECISION_HOUR)
	{
		int64_t length =
			moment->amount * (moment->precision == PRECISION_MINUTE ? 60 : EXPRESSION_HOUR);
		int64_t now = expressions->now - (expressions->now % 60 + 60) % 60;

		*from = length < 0 ? now + length : now;
		*to = length < 0 ? now : now + length;
		return true;
	}
	if (moment->precision == PRECISION_DAY || moment->precision == PRECISION_WEEK)
		day = today + moment->amount * (moment->precision == PRECISION_WEEK ? 7 : 1);
	else
		day = expression_months_from(today, moment->amount * months[moment->precision]);
	if (day < date_to_days(1, 1, 1)) /* the last hundred centuries */
		return false;
	*from = (moment->amount < 0 ? day : today) * DATE_DAY_SECONDS;
	*to = ((moment->amount < 0 ? today : day) + 1) * DATE_DAY_SECONDS;
	return true;
}

/* Weekends begin on Saturday; one that is going on is "this" one. */
static void
resolve_weekend(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
				int64_t *from, int64_t *to)
{
	int64_t saturday = monday_of(expressions->today) + 5;
	int64_t weekday = expressions->today - monday_of(expressions->today);
	bool sunday_over = weekday < 5;

	/* on Monday and Tuesday papers tell of the last one, on Thursday and Friday of the next */
	if (moment->pick == EXPRESSION_PICK_THIS && !expressions->alone && sunday_over &&
		tense != EXPRESSION_TENSE_FUTURE && weekday < 3)
		saturday -= weekday < 2 || tense == EXPRESSION_TENSE_PAST ? 7 : 0;
	else if (moment->pick == EXPRESSION_PICK_THIS)
		;
	else if (moment->amount < 0)
		saturday -= 7;
	else
		saturday += sunday_over ? 0 : 7;
	*from = saturday * DATE_DAY_SECONDS;
	*to = *from + 2 * DATE_DAY_SECONDS;
}

bool
distance_resolve(const DateExpressions *expressions, const Moment *moment, ExpressionTense tense,
				 int64_t *from, int64_t *to)
{
	int32_t year;
	int32_t month;
	int32_t day;

	if (expressions->context.reference == NULL)
		return false;
	date_from_days(expressions->today, &year, &month, &day);
	switch (moment->precision)
	{
		case PRECISION_MINUTE:
		case PRECISION_HOUR:
			resolve_clock(expressions, moment, from, to);
			return true;
		case PRECISION_WEEKEND:
			resolve_weekend(expressions, moment, tense, from, to);
			return true;
		case PRECISION_WEEK:
			*from = (monday_of(expressions->today) + 7 * moment->amount) * DATE_DAY_SECONDS;
			*to = *from + 7 * DATE_DAY_SECONDS;
			return true;
		case PRECISION_MONTH:
			expression_months(year, month + moment->amount, 1, from, to);
			return true;
		case PRECISION_QUARTER:
			expression_months(year, (month - 1) / 3 * 3 + 1 + 3 * moment->amount, 3, from, to);
			return true;
		case PRECISION_HALF:
			expression_months(year, (month - 1) / 6 * 6 + 1 + 6 * moment->amount, 6, from, to);
			return true;
		case PRECISION_YEAR:
			expression_months(year + moment->amount, 1, 12, from, to);
			return true;
		case PRECISION_DECADE:
			expression_months(year / 10 * 10 + 10 * moment->amount, 1, 120, from, to);
			return true;
		case PRECISION_CENTURY:
			expression_months((year - 1) / 100 * 100 + 1 + 100 * moment->amount, 1, 1200, from, to);
			return true;
		default:
			return false;
	}
}
