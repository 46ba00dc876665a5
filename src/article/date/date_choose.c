/*
 * date_choose.c
 *	  The days that a page mentions, each with its evidence and score. Reads the evidence, returns
 *	  the days.
 */
#include "article/date/date_evidence.h"

#define MODIFIED                                                                                   \
	(DATE_BIT(LD_MODIFIED) | DATE_BIT(OG_MODIFIED) | DATE_BIT(META_MODIFIED) |                     \
	 DATE_BIT(ITEMPROP_MODIFIED) | DATE_BIT(LD_OTHER_MODIFIED) | DATE_BIT(PRINTED_MODIFIED) |      \
	 DATE_BIT(TIME_MODIFIED))

/* Features that name a day of the month which may be the article's. */
#define NAMES_THE_DAY                                                                              \
	(CALLED_PUBLISHED | DATE_BIT(URL_DAY) | DATE_BIT(TIME_NEAR) | DATE_BIT(TIME_FIRST) |           \
	 DATE_BIT(PRINTED_FIRST) | DATE_BIT(PRINTED_WHOLE) | DATE_BIT(PRINTED_NEXT))

/* Text near the title calls it the day of publication. */
#define STAMPED DATE_BIT(PRINTED_PUBLISHED)

/* Features that call a day one of publication, although perhaps of something else. */
#define CALLED_PUBLISHED                                                                           \
	(DATE_DECLARED | STAMPED | DATE_BIT(LD_CREATED) | DATE_BIT(LD_OTHER) |                         \
	 DATE_BIT(ITEMPROP_FAR) | DATE_BIT(TIME_PUBLISHED))

/*
 * Features of a day that is mentioned in a sentence, wherever it is, and the address's evidence
 * against it.
 */
#define TOLD                                                                                       \
	(DATE_BIT(PRINTED_LONG) | DATE_BIT(PRINTED_TIMED) | DATE_BIT(PRINTED_NAMED) |                  \
	 DATE_BIT(PRINTED_RELATIVE) | DATE_BIT(PRINTED_NEXT) | DATE_BIT(PRINTED_NEAR) |                \
	 DATE_BIT(PRINTED_LEAD) | DATE_BIT(PRINTED_BODY) | DATE_BIT(PRINTED_END) |                     \
	 DATE_BIT(PRINTED_FAR) | DATE_BIT(MONTH_ONLY) | DATE_BIT(NO_YEAR) | DATE_BIT(REPEATED) |       \
	 DATE_BIT(URL_AGAINST))

/* Features of places around an article, and what an address adds to them. */
#define AROUND                                                                                     \
	(DATE_BIT(TIME_ELSEWHERE) | DATE_BIT(TEASER_FAR) | DATE_BIT(CROWDED) | DATE_BIT(ASIDE_FAR) |   \
	 DATE_BIT(LINK_FAR) | DATE_BIT(IN_COMMENT) | DATE_BIT(IN_FOOTER) | DATE_BIT(MONTH_ONLY) |      \
	 DATE_BIT(NO_YEAR) | DATE_BIT(REPEATED) | DATE_BIT(IMAGE_DAY) | DATE_BIT(IMAGE_MONTH) |        \
	 DATE_BIT(URL_MONTH) | DATE_BIT(URL_AGAINST))

static const double weights[DATE_FEATURE_COUNT][2] = {
#define DATE_FEATURE(name, weight, flat) {weight, flat},
#include "article/date/date_feature_list.h"
#undef DATE_FEATURE
};

/* Do two mentions mean the same day, by the clock of either? */
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
		if (same_day(&evidence->items[days[i].first], candidate) &&
			((days[i].features ^ candidate->features) & DATE_BIT(MONTH_ONLY)) == 0)
			return &days[i];
	return NULL;
}

/* Does an address name this day, or its month if it names no day? */
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
	if (names_day(url, year, month, number))
		day->features |= DATE_BIT(URL_MONTH);
	else if (url->day == 0 || apart < -1 || apart > 1)
		day->features |= DATE_BIT(URL_AGAINST); /* the day before or after: another zone's */
}

static double
score(uint64_t features, bool flat)
{
	double sum = 0;

	for (int i = 0; i < DATE_FEATURE_COUNT; i++)
		if (features >> i & 1)
			sum += weights[i][flat];
	return sum;
}

/* Is a day named only by image addresses, which contain other numbers too? */
static bool
only_pictured(const DateDay *day)
{
	return (day->features & ~(DATE_BIT(IMAGE_DAY) | DATE_BIT(IMAGE_MONTH) | DATE_BIT(URL_MONTH) |
							  DATE_BIT(URL_AGAINST))) == 0;
}

/* The latest day, or the earliest if sign is -1; NULL if there is none. */
static DateDay *
extreme_day(DateDay *days, uint32_t count, int sign)
{
	DateDay *extreme = NULL;

	for (uint32_t i = 0; i < count; i++)
		if (!only_pictured(&days[i]) &&
			(extreme == NULL || sign * days[i].day > sign * extreme->day))
			extreme = &days[i];
	return extreme;
}

static void
add_order_features(DateDay *days, uint32_t count)
{
	DateDay *latest = extreme_day(days, count, 1);
	DateDay *earliest = extreme_day(days, count, -1);

	if (latest != NULL)
		latest->features |= DATE_BIT(LATEST);
	if (earliest != NULL)
		earliest->features |= DATE_BIT(EARLIEST);
}

/*
 * Some programs write the day of the last change in every field. Where another field declares an
 * earlier day of publication, the later one is the change.
 */
static void
add_revised_feature(DateDay *days, uint32_t count)
{
	const DateDay *declared = NULL;

	for (uint32_t i = 0; i < count; i++)
		if ((days[i].features & DATE_DECLARED) != 0 && (days[i].features & MODIFIED) == 0 &&
			(declared == NULL || days[i].day < declared->day))
			declared = &days[i];
	for (uint32_t i = 0; i < count && declared != NULL; i++)
		if ((days[i].features & MODIFIED) != 0 && days[i].day > declared->day)
			days[i].features |= DATE_BIT(REVISED);
}

/*
 * Where a page declares its day, another above the title or in a box beside it that nothing calls
 * published is a teaser's, or today's.
 */
static void
add_unclaimed_feature(DateDay *days, uint32_t count)
{
	bool declared = false;

	for (uint32_t i = 0; i < count; i++)
		declared |= (days[i].features & DATE_DECLARED) != 0;
	for (uint32_t i = 0; i < count && declared; i++)
		if ((days[i].ahead || (days[i].features & DATE_BIT(ASIDE_NEAR)) != 0) &&
			(days[i].features & CALLED_PUBLISHED) == 0)
			days[i].features |= DATE_BIT(UNCLAIMED);
}

/* Is a mention on the page above the title? */
static bool
stands_ahead(const DateEvidence *evidence, const DateCandidate *candidate)
{
	const Blocks *blocks = &evidence->reader->blocks;

	return candidate->node != PAGE_NONE && evidence->title < blocks->count &&
		   candidate->node < blocks->items[evidence->title].first;
}

/*
 * A declared day of publication stands whatever else happened on it: the page was changed, another
 * article appeared. Neither is evidence against a day that the page itself prints or declares.
 */
static void
drop_coincidences(DateDay *day)
{
	const uint64_t teasers = DATE_BIT(TEASER_NEAR) | DATE_BIT(TEASER_FAR);

	if ((day->features & DATE_DECLARED) != 0 && (day->features & DATE_BIT(REVISED)) == 0)
		day->features &= ~(MODIFIED | DATE_BIT(CROWDED));
	if ((day->features & ~(AROUND | teasers | DATE_BIT(LINK_NEAR) | DATE_BIT(ASIDE_NEAR) |
						   DATE_BIT(LATEST) | DATE_BIT(EARLIEST))) != 0)
		day->features &= ~teasers;
}

/* Is a day called one of modification, and nowhere one of publication? */
static bool
only_modified(const DateDay *day)
{
	return (day->features & MODIFIED) != 0 && (day->features & CALLED_PUBLISHED) == 0;
}

/* Is this day only a month ("January 2022") of which another candidate names a day? */
static bool
only_month(const DateDay *days, uint32_t count, const DateDay *day)
{
	int32_t year;
	int32_t month;
	int32_t number;

	if ((day->features & DATE_BIT(MONTH_ONLY)) == 0)
		return false;
	date_from_days(day->day, &year, &month, &number);
	for (uint32_t i = 0; i < count; i++)
	{
		int64_t offset = days[i].day - day->day;

		if (offset >= 0 && offset < 31 && (days[i].features & NAMES_THE_DAY) != 0 &&
			days[i].day < date_to_days(year + month / 12, month % 12 + 1, 1))
			return true;
	}
	return false;
}

/* Is a day only mentioned in sentences? */
static bool
only_told(const DateDay *day)
{
	return (day->features & DATE_BIT(PRINTED_LONG)) != 0 && (day->features & ~TOLD) == 0;
}

/* Is a day mentioned only in comments? */
static bool
only_commented(const DateDay *day)
{
	return (day->features & DATE_BIT(IN_COMMENT)) != 0 && (day->features & ~AROUND) == 0;
}

/* Does a <time> near the title have an earlier day than this one, which nothing calls modified? */
static bool
has_earlier_time(const DateDay *days, uint32_t count, const DateDay *day)
{
	for (uint32_t i = 0; i < count; i++)
		if ((days[i].features & DATE_BIT(TIME_NEAR)) != 0 && (days[i].features & MODIFIED) == 0 &&
			days[i].day < day->day)
			return true;
	return false;
}

/*
 * Leaves out days that cannot be the day of publication: days that only sentences mention; days
 * called modified, if another is called published or an earlier one is that of a <time>; days of comments, if the article has one of its
 * own; months of which a day is named. Returns the number of days left.
 */
static uint32_t
drop_others(DateDay *days, uint32_t count)
{
	uint64_t all = 0;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < count; i++)
		if (!only_told(&days[i]))
			all |= days[i].features;
	for (uint32_t i = 0; i < count; i++)
	{
		bool modified = only_modified(&days[i]) &&
						((all & (DATE_DECLARED | STAMPED | DATE_BIT(LD_OTHER))) != 0 ||
						 has_earlier_time(days, kept, &days[i]) ||
						 has_earlier_time(days + i + 1, count - i - 1, &days[i]));
		bool comment = (all & ~AROUND) != 0 && only_commented(&days[i]);

		if (!modified && !comment && !only_told(&days[i]) && !only_month(days, kept, &days[i]) &&
			!only_month(days + i + 1, count - i - 1, &days[i]))
			days[kept++] = days[i];
	}
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

		bool ahead = stands_ahead(evidence, candidate);

		if (day != NULL)
		{
			day->features |= candidate->features | DATE_BIT(REPEATED);
			day->ahead &= ahead;
			continue;
		}
		days[(*count)++] = (DateDay){candidate->written_day, candidate->features, 0, i, ahead};
	}
	for (uint32_t i = 0; i < *count; i++)
		add_address_features(evidence, &days[i]);
	*count = drop_others(days, *count);
	add_order_features(days, *count);
	add_revised_feature(days, *count);
	add_unclaimed_feature(days, *count);
	for (uint32_t i = 0; i < *count; i++)
		drop_coincidences(&days[i]);
	for (uint32_t i = 0; i < *count; i++)
		days[i].score = score(days[i].features, evidence_flat(evidence));
	return days;
}
