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

void
ruled_read(DateEvidence *evidence)
{
	const Reader *reader = evidence->reader;

	for (uint32_t i = 0; reader->ruling != NULL && i < reader->ruling->dates.count; i++)
	{
		const RuledText *ruled = &reader->ruling->dates.items[i];
		DateCandidate *candidate;
		DateFields fields;
		DateRole role;

		if (!read_date(evidence, ruled->text, &fields, &role))
			continue;
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

/* Does another mention write the same time, and tell its zone? */
static bool
tells_zone(const DateCandidate *ruled, const DateCandidate *other)
{
	const DateFields *a = &ruled->fields;
	const DateFields *b = &other->fields;

	return b->relative == DATE_ABSOLUTE && b->zone != DATE_NO_ZONE && b->year == a->year &&
		   b->month == a->month && b->day == a->day && b->hour == a->hour && b->minute == a->minute;
}

Instant
ruled_instant(const DateEvidence *evidence, const DateCandidate *ruled)
{
	Instant instant = ruled->instant;

	if (ruled->fields.zone != DATE_NO_ZONE || ruled->fields.relative != DATE_ABSOLUTE)
		return instant;
	for (uint32_t i = 0; i < evidence->count; i++)
		if (tells_zone(ruled, &evidence->items[i]))
			return evidence->items[i].instant;
	return instant;
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
