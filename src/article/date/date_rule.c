/*
 * date_rule.c
 *	  The date that a site's rules find, among the other mentions of the page: texts of rules in, a
 *	  mention out.
 */
#include "article/date/date_evidence.h"

/*
 * Gets the date of a text: all of it, or the first in it, preferably one that it calls the
 * publication.
 */
static bool
read_date(const DateEvidence *evidence, Str text, DateFields *fields, DateRole *role)
{
	DateFound found[8];
	uint32_t count;
	uint32_t best = 0;

	*role = DATE_PUBLISHED;
	text = str_collapse(evidence->reader->arena, text);
	if (date_parse(text, &evidence->habits, fields))
		return true;
	count = date_scan(text, &evidence->habits, found, 8);
	if (count == 0)
		return false;
	for (uint32_t i = count; i > 0; i--)
		if (found[i - 1].cue == DATE_CUE_PUBLISHED)
			best = i - 1;
	*role = found[best].cue == DATE_CUE_MODIFIED ? DATE_MODIFIED : DATE_PUBLISHED;
	*fields = found[best].fields;
	return true;
}

/* Does the rule of item i find dates of several elements? */
static bool
finds_several(const RuledTexts *dates, uint32_t i)
{
	const RuledText *ruled = &dates->items[i];

	for (uint32_t k = 0; k < dates->count; k++)
		if (dates->items[k].line == ruled->line && dates->items[k].node != ruled->node)
			return true;
	return false;
}

/*
 * Is it, among others, the date of another article's teaser, as "//time" finds once the article's
 * own has no such element?  A path that finds one element is believed.
 */
static bool
dates_other(const DateEvidence *evidence, uint32_t i)
{
	const Ruling *ruling = evidence->reader->ruling;
	uint32_t node = ruling->dates.items[i].node;

	return !ruling->only_rules && node != PAGE_NONE && finds_several(&ruling->dates, i) &&
		   in_teaser(evidence, node);
}

/* Has another item of the same rule told the publication? */
static bool
is_settled(const RuledText *taken, const RuledText *ruled)
{
	return taken != NULL && taken->line == ruled->line && taken->node != ruled->node;
}

void
ruled_read(DateEvidence *evidence)
{
	const Reader *reader = evidence->reader;
	const RuledText *taken = NULL;

	for (uint32_t i = 0; reader->ruling != NULL && i < reader->ruling->dates.count; i++)
	{
		const RuledText *ruled = &reader->ruling->dates.items[i];
		DateCandidate *candidate;
		DateFields fields;
		DateRole role;

		if (is_settled(taken, ruled) || dates_other(evidence, i) ||
			!read_date(evidence, ruled->text, &fields, &role))
			continue;
		if (role == DATE_PUBLISHED)
			taken = ruled;
		candidate = evidence_add(evidence, &fields, role, 0, ruled_source(reader, ruled->line),
								 ruled->text);
		if (candidate == NULL)
			return;
		candidate->trust =
			DATE_TRUST_LD_OTHER; /* other mentions of the day may say more of its time */
		candidate->ruled = true;
	}
}

/* Does the page declare this time as that of the last change, and an earlier one of publication? */
static bool
is_declared_change(const DateEvidence *evidence, const DateCandidate *ruled)
{
	bool changed = false;
	bool earlier = false;

	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *other = &evidence->items[i];
		int64_t seconds = other->instant.seconds;

		if (other->ruled || other->trust <= DATE_TRUST_PRINTED)
			continue;
		changed |= other->role == DATE_MODIFIED && seconds / 60 == ruled->instant.seconds / 60;
		earlier |= other->role == DATE_PUBLISHED && seconds / 60 < ruled->instant.seconds / 60;
	}
	return changed && earlier;
}

/* Does another mention tell a zone, and mean the same minute as this one in the zone of the page? */
static bool
confirms_zone(const DateCandidate *ruled, const DateCandidate *other)
{
	return other->fields.zone != DATE_NO_ZONE && other->fields.relative == DATE_ABSOLUTE &&
		   other->instant.has_time && other->instant.seconds / 60 == ruled->instant.seconds / 60;
}

/* Does another mention of the publication write the same time, and tell its zone? */
static bool
tells_zone(const DateCandidate *ruled, const DateCandidate *other)
{
	const DateFields *a = &ruled->fields;
	const DateFields *b = &other->fields;

	return other->role == DATE_PUBLISHED && b->relative == DATE_ABSOLUTE &&
		   b->zone != DATE_NO_ZONE && b->year == a->year && b->month == a->month &&
		   b->day == a->day && b->hour == a->hour && b->minute == a->minute;
}

Instant
ruled_instant(const DateEvidence *evidence, const DateCandidate *ruled)
{
	const DateCandidate *told = NULL;

	if (ruled->fields.zone != DATE_NO_ZONE || ruled->fields.relative != DATE_ABSOLUTE)
		return ruled->instant;
	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *other = &evidence->items[i];

		if (confirms_zone(ruled, other))
			return ruled->instant.seconds % 60 == 0 ? other->instant : ruled->instant;
		if (told == NULL && tells_zone(ruled, other))
			told = other;
	}
	return told != NULL ? told->instant : ruled->instant;
}

const DateCandidate *
ruled_date(const DateEvidence *evidence)
{
	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *candidate = &evidence->items[i];

		if (candidate->ruled && candidate->role == DATE_PUBLISHED &&
			!is_declared_change(evidence, candidate))
			return candidate;
	}
	return NULL;
}
