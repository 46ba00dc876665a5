/*
 * date.c
 *	  When the article was published and last changed: reads the page's evidence, sets
 *	  article.published and article.modified. Also lists all dates of the page.
 */
#include "article/date/date_evidence.h"

/* The day with the greatest score, or NULL. */
static const DateDay *
best_day(const DateDay *days, uint32_t count)
{
	const DateDay *best = NULL;

	for (uint32_t i = 0; i < count; i++)
		if (best == NULL || days[i].score > best->score)
			best = &days[i];
	return best;
}

/*
 * Is mention "a" of a day better than mention "b"? A trusted one comes first, then one with a time
 * of day, then the one whose source is trusted more.
 */
static bool
tells_more(const DateCandidate *a, const DateCandidate *b)
{
	if ((a->trust == TRUST_NONE) != (b->trust == TRUST_NONE))
		return b->trust == TRUST_NONE;
	if (a->instant.has_time != b->instant.has_time)
		return a->instant.has_time;
	return a->trust > b->trust;
}

/* Do two mentions show the same local time, in different zones? */
static bool
same_clock(const DateCandidate *a, const DateCandidate *b)
{
	if (b->fields.zone == DATE_NO_ZONE || a->fields.zone == b->fields.zone)
		return false;
	return a->instant.seconds + a->fields.zone == b->instant.seconds + b->fields.zone;
}

/*
 * Programs write "Z" after a local time. If another mention has the same local time with a real
 * zone, that one is right.
 */
static const DateCandidate *
with_true_zone(const DateEvidence *evidence, const DateCandidate *candidate)
{
	if (candidate->fields.zone != 0 || !candidate->instant.has_time)
		return candidate;
	for (uint32_t i = 0; i < evidence->count; i++)
		if (same_clock(candidate, &evidence->items[i]))
			return &evidence->items[i];
	return candidate;
}

/* The best mention of a day, except those with the role "other". */
static const DateCandidate *
best_mention(const DateEvidence *evidence, const DateCandidate *of_day, DateRole other)
{
	const DateCandidate *best = NULL;

	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *candidate = &evidence->items[i];

		if (candidate->role == other || !same_day(candidate, of_day))
			continue;
		if (best == NULL || tells_more(candidate, best))
			best = candidate;
	}
	return best ? with_true_zone(evidence, best) : of_day;
}

static void
read_published(Reader *reader, const DateEvidence *evidence)
{
	uint32_t count;
	const DateDay *days = days_read(evidence, &count);
	const DateDay *day = best_day(days, count);

	if (day != NULL)
		reader->article.published =
			best_mention(evidence, &evidence->items[day->first], DATE_MODIFIED)->instant;
}

static bool
not_before_published(const Article *article, const Instant *instant)
{
	return !article->published.known || instant->seconds >= article->published.seconds;
}

/* May this mention be the date on which the article was modified? */
static bool
may_be_modified(const Article *article, const DateCandidate *candidate)
{
	const uint64_t others = DATE_BIT(ASIDE_NEAR) | DATE_BIT(ASIDE_FAR) | DATE_BIT(IN_COMMENT) |
							DATE_BIT(LINK_NEAR) | DATE_BIT(LINK_FAR) | DATE_BIT(PRINTED_FAR) |
							DATE_BIT(PRINTED_ABOVE) | DATE_BIT(TIME_FAR) |
							DATE_BIT(TIME_ELSEWHERE) | DATE_BIT(MONTH_ONLY);

	if (candidate->role != DATE_MODIFIED || (candidate->features & others) != 0)
		return false;
	return not_before_published(article, &candidate->instant);
}

/*
 * Is "a" a better date of modification than "b"? Across days the more trusted source wins, then the
 * later day; within one day the better mention.
 */
static bool
modified_before(const DateCandidate *a, const DateCandidate *b)
{
	if (!same_day(a, b))
		return a->trust != b->trust ? a->trust > b->trust : a->local_day > b->local_day;
	return tells_more(a, b);
}

static void
read_modified(Reader *reader, const DateEvidence *evidence)
{
	const DateCandidate *best = NULL;

	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *candidate = &evidence->items[i];

		if (may_be_modified(&reader->article, candidate) &&
			(best == NULL || modified_before(candidate, best)))
			best = candidate;
	}
	if (best != NULL)
		reader->article.modified = with_true_zone(evidence, best)->instant;
	if (best != NULL && !not_before_published(&reader->article, &reader->article.modified))
		reader->article.modified = best->instant;
}

void
dates_read(Reader *reader)
{
	DateEvidence evidence;

	evidence_read(&evidence, reader, false);
	read_published(reader, &evidence);
	read_modified(reader, &evidence);
}

ArticleDate *
dates_list(Reader *reader, uint32_t *count)
{
	DateEvidence evidence;
	ArticleDate *dates;

	evidence_read(&evidence, reader, true);
	dates = arena_array(reader->arena, ArticleDate, evidence.count + 1);
	for (uint32_t i = 0; i < evidence.count; i++)
		dates[i] = (ArticleDate){evidence.items[i].instant, evidence.items[i].role};
	*count = evidence.count;
	return dates;
}
