/*
 * date_evidence.c
 *	  The list of the dates that a page mentions: the readers of declared, printed and other dates
 *	  add to it, date_candidate.c calls them.
 */
#include "article/date/date_evidence.h"

DateCandidate *
evidence_add(DateEvidence *evidence, const DateFields *fields, DateRole role, uint64_t features,
			 const char *source, Str raw)
{
	DateCandidate *candidate;

	if (evidence->count == DATE_CANDIDATES_MAX)
		return NULL;
	candidate = &evidence->items[evidence->count++];
	*candidate = (DateCandidate){.fields = *fields,
								 .role = role,
								 .features = features,
								 .node = PAGE_NONE,
								 .stamp = PAGE_NONE};
	candidate->instant.source = source;
	candidate->instant.raw = raw;
	return candidate;
}

bool
evidence_declared(const DateEvidence *evidence)
{
	for (uint32_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].features & DATE_DECLARED)
			return true;
	return false;
}

bool
evidence_flat(const DateEvidence *evidence)
{
	return evidence->reader->facts.count == 0;
}

static bool
holds_block(const DateEvidence *evidence, uint32_t node, uint32_t block)
{
	const Reader *reader = evidence->reader;

	if (block >= reader->blocks.count)
		return false;
	return node <= reader->blocks.items[block].first &&
		   reader->blocks.items[block].end <= reader->page.nodes[node].end;
}

bool
holds_article(const DateEvidence *evidence, uint32_t element, uint32_t node)
{
	const Reader *reader = evidence->reader;

	return holds_block(evidence, element, evidence->title) ||
		   (element != node && reader->body_end > 0 &&
			holds_block(evidence, element, reader->body_first));
}
