/*
 * date_printed.c
 *	  The dates that a page prints: blocks in, candidates out, each with where it stands and how the
 *	  text around it reads.
 */
#include "article/date_evidence.h"

/* Dates of one block that are looked at. */
#define BLOCK_DATES 16
/* A block of at most so many characters around its date is a stamp, not a sentence. */
#define STAMP_CHARS 120
#define WHOLE_SLACK 24
/* Longer blocks than this, in bytes, are paragraphs: only so much of their beginning is read. */
#define WHOLE_BLOCK 320
#define OPENING 160
/* The greatest byte that begins a letter of Latin, Greek or Cyrillic script, or general punctuation. */
#define LATIN_LEAD 0xE2

/* What stands in such places may be of the same day by chance. */
#define BESIDE                                                                                     \
	(DATE_BIT(PRINTED_FAR) | DATE_BIT(PRINTED_ABOVE) | DATE_BIT(PRINTED_BODY) |                    \
	 DATE_BIT(PRINTED_LONG) | DATE_BIT(ASIDE_FAR) | DATE_BIT(LINK_FAR) | DATE_BIT(IN_COMMENT) |    \
	 DATE_BIT(IN_FOOTER))

/* What is read of a block: all of a stamp, only the opening of a paragraph ("Paris, 28 December. -"). */
static Str
telling_part(const DateEvidence *evidence, const Block *block)
{
	uint32_t end = OPENING;

	if (evidence->thorough || block->text.len <= WHOLE_BLOCK)
		return block->text;
	while (end < block->text.len && !ascii_space(block->text.data[end]))
		end++;
	return str_sub(block->text, 0, end);
}

/* Dates in words alone ("hier à midi") mean nothing where nobody knows when the page was fetched. */
static bool
worth_reading(const DateEvidence *evidence, Str text)
{
	if (evidence->reader->options->has_fetched_at)
		return true;
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_digit(text.data[i]) || (unsigned char) text.data[i] > LATIN_LEAD)
			return true;
	return false;
}

/* The role that words or class names give it. */
static DateRole
printed_role(const DateEvidence *evidence, const Block *block, const DateFound *found)
{
	DateRole role = DATE_OTHER;

	if (found->cue == CUE_MODIFIED)
		return DATE_MODIFIED;
	if (found->cue == CUE_PUBLISHED)
		return DATE_PUBLISHED;
	if (block->chars <= STAMP_CHARS)
		role = place_role(evidence, block->first, 4);
	return role;
}

static uint64_t
text_features(const Block *block, const DateFound *found, DateRole role)
{
	uint64_t features = 0;

	if (block->chars > STAMP_CHARS)
		features |= DATE_BIT(PRINTED_LONG);
	else if (block->text.len - (found->end - found->start) <= WHOLE_SLACK)
		features |= DATE_BIT(PRINTED_WHOLE);
	if (found->fields.hour >= 0)
		features |= DATE_BIT(PRINTED_TIMED);
	if (found->fields.weekday >= 0)
		features |= DATE_BIT(PRINTED_NAMED);
	if (role == DATE_PUBLISHED)
		features |= DATE_BIT(PRINTED_PUBLISHED);
	if (role == DATE_MODIFIED)
		features |= DATE_BIT(PRINTED_MODIFIED);
	return features;
}

static void
read_block(DateEvidence *evidence, uint32_t i, bool *first)
{
	const Block *block = &evidence->reader->blocks.items[i];
	DateFound found[BLOCK_DATES];
	uint32_t count =
		date_scan(telling_part(evidence, block), &evidence->habits, found, BLOCK_DATES);
	uint32_t place;
	uint64_t outside;

	if (count == 0)
		return;
	place = place_of_node(evidence, block->first);
	outside = elsewhere(place, near_title(evidence, i));
	for (uint32_t k = 0; k < count; k++)
	{
		DateRole role = printed_role(evidence, block, &found[k]);
		uint64_t features = outside;
		DateCandidate *candidate;

		if (outside == 0)
			features = block_position(evidence, i) | text_features(block, &found[k], role) |
					   (place & PLACE_DATE_CLASS ? DATE_BIT(PRINTED_CLASS) : 0);
		if (*first && outside == 0 && block->chars <= STAMP_CHARS && i > evidence->title)
		{
			features |= DATE_BIT(PRINTED_FIRST);
			*first = false;
		}
		candidate =
			evidence_add(evidence, &found[k].fields, role, features, "printed",
						 str_sub(block->text, found[k].start, found[k].end - found[k].start));
		if (candidate)
		{
			candidate->node = block->first;
			candidate->trust = (features & BESIDE) ? TRUST_NONE : TRUST_PRINTED;
		}
	}
}

/* Does the page declare when it was published, so that what it prints elsewhere adds nothing? */
static bool
is_declared(const DateEvidence *evidence)
{
	for (uint32_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].features & DATE_DECLARED)
			return true;
	return false;
}

void
printed_read(DateEvidence *evidence)
{
	const Blocks *blocks = &evidence->reader->blocks;
	const uint64_t far = DATE_BIT(PRINTED_FAR) | DATE_BIT(PRINTED_ABOVE) | DATE_BIT(PRINTED_BODY);
	bool everywhere = evidence->thorough || !is_declared(evidence);
	bool first = true;

	for (uint32_t i = 0; i < blocks->count && evidence->count < DATE_CANDIDATES_MAX; i++)
		if ((everywhere || (block_position(evidence, i) & far) == 0) &&
			worth_reading(evidence, blocks->items[i].text))
			read_block(evidence, i, &first);
}
