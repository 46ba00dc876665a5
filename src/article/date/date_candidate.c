/*
 * date_candidate.c
 *	  Collects the dates that a page mentions and resolves them to instants. Leaves out what cannot
 *	  be the date of a page: before the web existed, or after the page was fetched.
 */
#include "article/date/date_evidence.h"
#include "base/array.h"
#include "html/url.h"

/* Clocks differ: a page may be ahead of the crawler by at most this, in seconds. */
#define AHEAD (DATE_DAY_SECONDS / 2)
#define FIRST_YEAR 1990
/* A block that prints the title among other text is shorter than this, in bytes. */
#define TITLE_BLOCK_MAX 400
/*
 * Pages are corrected for some weeks: the page's own date may be this much earlier than a date
 * without a year.
 */
#define CORRECTED_WITHIN (30 * DATE_DAY_SECONDS)
/* Dates of a list are at most this many blocks apart: headline, section, byline, excerpt. */
#define CROWD_BLOCKS 4

/* Regions where English is written with the day first. */
static const char *const day_first_regions[] = {"GB", "AU", "NZ", "IE", "IN", "ZA", "SG",
												"MY", "HK", "NG", "KE", "PK", "MT"};
/* Their domains, for pages whose language is only "en". */
static const char *const day_first_domains[] = {".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg",
												".my", ".hk", ".ng", ".ke", ".pk", ".mt", ".eu"};

/*
 * Does the page write 12/29/2017? American English does, and we assume it of English without a
 * region.
 */
static bool
writes_month_first(const Reader *reader, Str language)
{
	Str host = url_host(reader->options->url);

	if (!str_starts_ascii(language, STR("en")) ||
		(language.len > 2 && ascii_alpha(language.data[2])))
		return false;
	if (language.len >= 5)
	{
		for (size_t i = 0; i < lengthof(day_first_regions); i++)
			if (str_ends_ascii(language, str_cstr(day_first_regions[i])))
				return false;
		return true;
	}
	for (size_t i = 0; i < lengthof(day_first_domains); i++)
		if (str_ends_ascii(host, str_cstr(day_first_domains[i])))
			return false;
	return true;
}

static void
read_habits(DateEvidence *evidence, const Reader *reader)
{
	Str language = reader->article.language;
	Str declared = str_trim(reader->page.html_lang);

	/* The page's own tag knows the region; the article's language is the more reliable language. */
	if (language.data == NULL ||
		(declared.len >= 2 && str_starts_ascii(language, str_sub(declared, 0, 2))))
		language = declared;
	evidence->habits.language = language;
	evidence->habits.month_first = writes_month_first(reader, language);
}

static int64_t
local_seconds(const ArticleOptions *options, int64_t instant)
{
	int64_t guess;

	if (options->zone_offset == NULL)
		return instant;
	guess = instant + options->zone_offset(options->zone_context, instant);
	return instant + options->zone_offset(options->zone_context, guess);
}

/* Programs turn a day without a time into midnight, to the second. */
static bool
is_bare_day(const DateCandidate *candidate)
{
	const DateFields *fields = &candidate->fields;

	return fields->relative == DATE_ABSOLUTE && fields->hour == 0 && fields->minute == 0 &&
		   fields->second == 0 && candidate->trust > DATE_TRUST_PRINTED;
}

/*
 * The day of an instant by the page's clock. Uses the day of an earlier candidate with the same
 * instant, because pages repeat their dates and zone lookups are slow.
 */
static int64_t
local_day(const DateEvidence *evidence, const DateCandidate *candidate)
{
	int64_t seconds = candidate->instant.seconds;

	for (const DateCandidate *other = evidence->items; other < candidate; other++)
		if (other->instant.known && other->instant.seconds == seconds)
			return other->local_day;
	return date_day_of(local_seconds(evidence->reader->options, seconds));
}

/* Sets both days of an instant: as written, and by the page's clock. */
static void
set_days(const DateEvidence *evidence, DateCandidate *candidate)
{
	int64_t seconds = candidate->instant.seconds;
	int32_t zone = candidate->fields.zone;

	candidate->local_day = local_day(evidence, candidate);
	candidate->written_day =
		zone == DATE_NO_ZONE ? candidate->local_day : date_day_of(seconds + zone);
}

/* Sets the instant and its days. Returns false if there is none, or none that a page can have. */
static bool
resolve(DateEvidence *evidence, DateCandidate *candidate, const int64_t *reference)
{
	const ArticleOptions *options = evidence->reader->options;
	const DateFields *fields = &candidate->fields;
	Instant *instant = &candidate->instant;

	if (!date_resolve(fields, options->zone_offset, options->zone_context, reference,
					  &instant->seconds))
		return false;
	if (options->has_fetched_at && instant->seconds > options->fetched_at + AHEAD)
		return false;
	set_days(evidence, candidate);
	if (candidate->local_day < date_to_days(FIRST_YEAR, 1, 1))
		return false;
	instant->has_time =
		(fields->hour >= 0 || fields->relative == DATE_SECONDS_AGO) && !is_bare_day(candidate);
	if (fields->relative == DATE_ABSOLUTE && fields->day == 0)
		candidate->features |= DATE_BIT(MONTH_ONLY);
	instant->known = true;
	return true;
}

/*
 * The latest known instant among the mentions that have one of these features; false if there is
 * none.
 */
static bool
latest_with(const DateEvidence *evidence, uint64_t features, int64_t *latest)
{
	bool found = false;

	for (uint32_t i = 0; i < evidence->count; i++)
	{
		const DateCandidate *candidate = &evidence->items[i];

		if (!candidate->instant.known || (candidate->features & features) == 0 ||
			(found && candidate->instant.seconds <= *latest))
			continue;
		*latest = candidate->instant.seconds;
		found = true;
	}
	return found;
}

/* Is there a date that lacks only its year? */
static bool
lacks_year(const DateEvidence *evidence)
{
	for (uint32_t i = 0; i < evidence->count; i++)
		if (!evidence->items[i].instant.known &&
			evidence->items[i].fields.relative == DATE_ABSOLUTE &&
			evidence->items[i].fields.year == 0)
			return true;
	return false;
}

/*
 * The day near which a date without a year is assumed: the latest declared one, else the latest of
 * all, else the latest in any link. Returns false if there is none.
 */
static bool
find_anchor(const DateEvidence *evidence, int64_t *anchor)
{
	const uint64_t declared = DATE_BIT(LD_PUBLISHED) | DATE_BIT(LD_MODIFIED) |
							  DATE_BIT(OG_PUBLISHED) | DATE_BIT(OG_MODIFIED) |
							  DATE_BIT(META_PUBLISHED) | DATE_BIT(META_MODIFIED) |
							  DATE_BIT(URL_DAY) | DATE_BIT(TIME_NEAR) | DATE_BIT(ITEMPROP_NEAR);

	return latest_with(evidence, declared, anchor) || latest_with(evidence, UINT64_MAX, anchor) ||
		   addresses_latest(evidence, anchor);
}

/* Resolves dates without a year on a page whose time of retrieval is unknown. */
static void
resolve_by_anchor(DateEvidence *evidence)
{
	int64_t anchor;

	if (!lacks_year(evidence) || !find_anchor(evidence, &anchor))
		return;
	anchor += CORRECTED_WITHIN;
	for (uint32_t i = 0; i < evidence->count; i++)
	{
		DateCandidate *candidate = &evidence->items[i];

		if (candidate->instant.known || candidate->fields.relative != DATE_ABSOLUTE ||
			candidate->fields.year != 0)
			continue;
		candidate->features |= DATE_BIT(NO_YEAR);
		resolve(evidence, candidate, &anchor);
	}
}

/* Are two dates close to each other, and does neither have a role that the other lacks? */
static bool
crowd(const DateCandidate *a, const DateCandidate *b)
{
	return b->stamp - a->stamp <= CROWD_BLOCKS && a->role == b->role && !same_day(a, b);
}

/*
 * Marks the dates of a list, which follow each other at short distances. An article has one date,
 * or two with words that tell them apart.
 */
static void
mark_crowds(DateEvidence *evidence)
{
	DateCandidate *last = NULL;

	for (uint32_t i = 0; i < evidence->count; i++)
	{
		DateCandidate *candidate = &evidence->items[i];

		if (candidate->stamp == PAGE_NONE)
			continue;
		if (last != NULL && crowd(last, candidate))
		{
			last->features |= DATE_BIT(CROWDED);
			candidate->features |= DATE_BIT(CROWDED);
		}
		last = candidate;
	}
}

/* Resolves the candidates; leaves out those that cannot be resolved. */
static void
resolve_all(DateEvidence *evidence)
{
	const ArticleOptions *options = evidence->reader->options;
	const int64_t *reference = options->has_fetched_at ? &options->fetched_at : NULL;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < evidence->count; i++)
		resolve(evidence, &evidence->items[i], reference);
	if (reference == NULL)
		resolve_by_anchor(evidence);
	for (uint32_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].instant.known)
			evidence->items[kept++] = evidence->items[i];
	evidence->count = kept;
	mark_crowds(evidence);
}

/*
 * The last block from the title's block to the body that prints the title too: menus print it
 * first.
 */
static uint32_t
last_title(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t title = reader->title_block;
	uint32_t last = title;

	for (uint32_t i = title + 1; i <= reader->body_first && i < blocks->count; i++)
		if (blocks->items[i].text.len < TITLE_BLOCK_MAX &&
			str_find(blocks->items[i].text, blocks->items[title].text) >= 0)
			last = i;
	return last;
}

/* The block of the title, else the first level-1 heading, else the start of the body. */
static uint32_t
find_title(const Reader *reader)
{
	if (reader->title_block != PAGE_NONE)
		return last_title(reader);
	for (uint32_t i = 0; i < reader->blocks.count; i++)
		if (reader->blocks.items[i].kind == BLOCK_HEADING && reader->blocks.items[i].level == 1)
			return i;
	return reader->blocks.count > 0 ? reader->body_first : PAGE_NONE;
}

void
evidence_read(DateEvidence *evidence, const Reader *reader, bool thorough)
{
	memset(evidence, 0, sizeof(*evidence));
	evidence->reader = reader;
	evidence->thorough = thorough;
	evidence->items = arena_array(reader->arena, DateCandidate, DATE_CANDIDATES_MAX);
	evidence->title = find_title(reader);
	read_habits(evidence, reader);
	ruled_read(evidence);
	declared_read(evidence);
	addresses_read(evidence);
	scripts_read(evidence);
	printed_read(evidence);
	resolve_all(evidence);
}
