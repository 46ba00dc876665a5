/*
 * date.c
 *	  When the article was published and last changed: reads the page's evidence, sets
 *	  article.published and article.modified. Also lists all dates of the page.
 */
#include "article/date/date_evidence.h"

#include "article/known.h"

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

/* How probable it is that the best day is right. */
static float
day_confidence(const DateEvidence *evidence, const DateDay *days, uint32_t count,
			   const DateDay *best)
{
	float others = 0;

	for (uint32_t i = 0; i < count; i++)
		if (&days[i] != best)
			others += expf((float) days[i].score);
	return confidence_of(evidence_flat(evidence) ? &date_flat_confidence : &date_confidence,
						 (float) best->score, others);
}

/*
 * Is mention "a" of a day better than mention "b"? A trusted one comes first, then one with a time
 * of day, then the one whose source is trusted more.
 */
static bool
tells_more(const DateCandidate *a, const DateCandidate *b)
{
	if ((a->trust == DATE_TRUST_NONE) != (b->trust == DATE_TRUST_NONE))
		return b->trust == DATE_TRUST_NONE;
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

/* How far the page's zone is ahead of UTC at a candidate without a zone of its own. */
static int64_t
zone_ahead(const DateCandidate *candidate)
{
	DateFields clock = candidate->fields;
	int64_t local;

	clock.zone = 0;
	if (!date_resolve(&clock, NULL, NULL, NULL, &local))
		return 0;
	return local - candidate->instant.seconds;
}

/*
 * Of two times without a zone that differ by what the page's zone is ahead of UTC, one is in UTC.
 * The candidate is the one in UTC if another stands for the local time.
 */
static const DateCandidate *
with_local_time(const DateEvidence *evidence, const DateCandidate *candidate)
{
	int64_t ahead = zone_ahead(candidate);

	for (uint32_t i = 0; i < evidence->count && ahead != 0; i++)
	{
		const DateCandidate *other = &evidence->items[i];

		if (other->fields.zone == DATE_NO_ZONE && other->instant.has_time &&
			other->fields.relative == DATE_ABSOLUTE && other->role == candidate->role &&
			other->instant.seconds - candidate->instant.seconds == ahead)
			return other;
	}
	return candidate;
}

/*
 * Programs write "Z" after a local time. If another mention has the same local time with a real
 * zone, that one is right.
 */
static const DateCandidate *
with_true_zone(const DateEvidence *evidence, const DateCandidate *candidate)
{
	if (!candidate->instant.has_time)
		return candidate;
	if (candidate->fields.zone == DATE_NO_ZONE && candidate->fields.relative == DATE_ABSOLUTE)
		return with_local_time(evidence, candidate);
	if (candidate->fields.zone != 0)
		return candidate;
	for (uint32_t i = 0; i < evidence->count; i++)
		if (same_clock(candidate, &evidence->items[i]))
			return &evidence->items[i];
	return candidate;
}

static bool
is_declared(const DateCandidate *candidate, DateRole role)
{
	return candidate->role == role && candidate->instant.has_time &&
		   candidate->trust > DATE_TRUST_PRINTED;
}

/*
 * Is this declared time of publication that of the last change? It is if a declaration of the
 * change has the same time, and another of publication an earlier one on that day.
 */
static bool
is_change(const DateEvidence *evidence, const DateCandidate *candidate)
{
	bool changed = false;
	bool earlier = false;

	if (!is_declared(candidate, DATE_PUBLISHED))
		return false;
	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *other = &evidence->items[i];

		changed |= is_declared(other, DATE_MODIFIED) &&
				   other->instant.seconds == candidate->instant.seconds;
		earlier |= is_declared(other, DATE_PUBLISHED) && same_day(other, candidate) &&
				   str_find_ascii(str_cstr(other->instant.source), STR("created")) < 0 &&
				   other->fields.zone != DATE_NO_ZONE && !same_clock(other, candidate) &&
				   other->instant.seconds < candidate->instant.seconds;
	}
	return changed && earlier;
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
		if (best == NULL || (tells_more(candidate, best) && !is_change(evidence, candidate)) ||
			(tells_more(best, candidate) && is_change(evidence, best) &&
			 candidate->instant.has_time))
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

	if (day == NULL)
		return;
	reader->article.published =
		best_mention(evidence, &evidence->items[day->first], DATE_MODIFIED)->instant;
	reader->article.confidence_published = day_confidence(evidence, days, count, day);
}

/* How often a rule that finds a date finds the right one. */
#define CONFIDENCE_RULED 0.97f

/*
 * Takes the date that the site's rules find.  If it is a day alone, another mention of that day may
 * tell the time.
 */
static void
obey_rules(Reader *reader, const DateEvidence *evidence)
{
	const DateCandidate *ruled = ruled_date(evidence);
	Instant *published = &reader->article.published;

	if (ruled != NULL)
	{
		*published = ruled->instant.has_time
						 ? ruled_instant(evidence, ruled)
						 : best_mention(evidence, ruled, DATE_MODIFIED)->instant;
		published->source = ruled->instant.source;
		reader->article.confidence_published = CONFIDENCE_RULED;
		reader->ruled |= RULED_DATE;
	}
	else if (ruled_only(reader, RULED_DATE))
	{
		memset(published, 0, sizeof(*published));
		reader->article.confidence_published = 0;
	}
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
							DATE_BIT(TIME_ELSEWHERE) | DATE_BIT(MONTH_ONLY) |
							DATE_BIT(TEASER_NEAR) | DATE_BIT(TEASER_FAR);

	if (candidate->role != DATE_MODIFIED || (candidate->features & others) != 0)
		return false;
	return not_before_published(article, &candidate->instant);
}

/*
 * Is "a" a better date of modification than "b"? One that only repeats the time of publication is
 * the worst. Across days the more trusted source wins, then the later day; within one day the
 * better mention.
 */
static bool
modified_before(const Article *article, const DateCandidate *a, const DateCandidate *b)
{
	bool repeats_a = article->published.known && a->instant.seconds == article->published.seconds;
	bool repeats_b = article->published.known && b->instant.seconds == article->published.seconds;

	if (repeats_a != repeats_b && a->trust > DATE_TRUST_PRINTED && b->trust > DATE_TRUST_PRINTED)
		return repeats_b;
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
			(best == NULL || modified_before(&reader->article, candidate, best)))
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
	const ArticleKnown *known = reader->options->known;
	DateEvidence evidence;

	evidence_read(&evidence, reader, false);
	if (!known->published.known)
	{
		read_published(reader, &evidence);
		if (reader->ruling != NULL)
			obey_rules(reader, &evidence);
	}
	else
	{
		reader->article.published = known->published;
		reader->article.confidence_published = 1;
	}
	if (known->modified.known)
		reader->article.modified = known->modified;
	else
		read_modified(reader, &evidence);
}

ArticleDate *
dates_list(const Reader *reader, uint32_t *count)
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
