/*
 * date_choose.c
 *	  The days that the mentions of a page amount to, each with what speaks for it and how much that
 *	  weighs: evidence in, days out.
 */
#include "article/date_evidence.h"

#define MODIFIED                                                                                   \
	(DATE_BIT(LD_MODIFIED) | DATE_BIT(OG_MODIFIED) | DATE_BIT(META_MODIFIED) |                     \
	 DATE_BIT(ITEMPROP_MODIFIED) | DATE_BIT(LD_OTHER_MODIFIED) | DATE_BIT(PRINTED_MODIFIED) |      \
	 DATE_BIT(TIME_MODIFIED))

static const double weights[DATE_FEATURE_COUNT] = {
#define DATE_FEATURE(name, weight) weight,
#include "article/date_feature_list.h"
#undef DATE_FEATURE
};

/* Do two mentions mean one day, by the clock of either? */
bool
same_day(const DateCandidate *a, const DateCandidate *b)
{
	return a->local_day == b->local_day || a->written_day == b->written_day ||
		   a->local_day == b->written_day || a->written_day == b->local_day;
}

static DateDay *
find_day(const DateEvidence *evidence, DateDay *days, uint32_t count,
		 const DateCandidate *candidate)
{
	for (uint32_t i = 0; i < count; i++)
		if (same_day(&evidence->items[days[i].first], candidate))
			return &days[i];
	return NULL;
}

/* Does an address name this day, or its month where it names no day? */
static bool
names_day(const AddressDate *date, int32_t year, int32_t month, int32_t day)
{
	return date->year == year && date->month == month && (date->day == 0 || date->day == day);
}

static void
add_address_features(const DateEvidence *evidence, DateDay *day)
{
	const AddressDate *url = &evidence->url;
	const AddressDate *image = &evidence->image;
	int32_t year;
	int32_t month;
	int32_t number;
	int64_t apart;

	date_from_days(day->day, &year, &month, &number);
	if (image->year == year && image->month == month)
		day->features |= image->day == number ? DATE_BIT(IMAGE_DAY) : DATE_BIT(IMAGE_MONTH);
	if (url->year == 0)
		return;
	apart = day->day - date_to_days(url->year, url->month, url->day > 0 ? url->day : number);
	if (names_day(url, year, month, number) || (url->day > 0 && apart >= -1 && apart <= 1))
		day->features |= DATE_BIT(URL_MONTH);
	else
		day->features |= DATE_BIT(URL_AGAINST);
}

static double
score(uint64_t features)
{
	double sum = 0;

	for (int i = 0; i < DATE_FEATURE_COUNT; i++)
		if (features >> i & 1)
			sum += weights[i];
	return sum;
}

static void
add_order_features(DateDay *days, uint32_t count)
{
	uint32_t latest = 0;
	uint32_t earliest = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		if (days[i].day > days[latest].day)
			latest = i;
		if (days[i].day < days[earliest].day)
			earliest = i;
	}
	days[latest].features |= DATE_BIT(LATEST);
	days[earliest].features |= DATE_BIT(EARLIEST);
}

/* Where another day is declared the day of publication, one that is called modified is just that. */
static uint32_t
drop_modified(DateDay *days, uint32_t count)
{
	uint64_t all = 0;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < count; i++)
		all |= days[i].features;
	for (uint32_t i = 0; i < count; i++)
		if ((all & DATE_DECLARED) == 0 || (days[i].features & DATE_DECLARED) != 0 ||
			(days[i].features & MODIFIED) == 0)
			days[kept++] = days[i];
	return kept;
}

DateDay *
days_read(const DateEvidence *evidence, uint32_t *count)
{
	DateDay *days = arena_array(evidence->reader->arena, DateDay, evidence->count + 1);

	*count = 0;
	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *candidate = &evidence->items[i];
		DateDay *day = find_day(evidence, days, *count, candidate);

		if (day != NULL)
		{
			day->features |= candidate->features | DATE_BIT(REPEATED);
			continue;
		}
		days[(*count)++] = (DateDay){candidate->written_day, candidate->features, 0, i};
	}
	if (*count == 0)
		return days;
	*count = drop_modified(days, *count);
	add_order_features(days, *count);
	for (uint32_t i = 0; i < *count; i++)
	{
		add_address_features(evidence, &days[i]);
		days[i].score = score(days[i].features);
	}
	return days;
}
