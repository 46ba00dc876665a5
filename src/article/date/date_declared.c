/*
 * date_declared.c
 *	  The dates that a page declares. Reads facts, <time> elements and the text of the head, adds
 *	  candidates.
 */
#include "article/date/date_evidence.h"

#include "article/cue/cue.h"

typedef struct SourceRule
{
	uint64_t published;
	uint64_t modified;
	DateTrust trust;
	const char *name;
} SourceRule;

static const SourceRule source_rules[FACT_SOURCE_COUNT] = {
	[FACT_SOURCE_JSON_LD] = {DATE_BIT(LD_PUBLISHED), DATE_BIT(LD_MODIFIED), DATE_TRUST_LD,
							 "JSON-LD"},
	[FACT_SOURCE_JSON_LD_OTHER] = {DATE_BIT(LD_OTHER), DATE_BIT(LD_OTHER_MODIFIED),
								   DATE_TRUST_LD_OTHER, "JSON-LD"},
	[FACT_SOURCE_OPEN_GRAPH] = {DATE_BIT(OG_PUBLISHED), DATE_BIT(OG_MODIFIED),
								DATE_TRUST_OPEN_GRAPH, "Open Graph"},
	[FACT_SOURCE_TWITTER] = {DATE_BIT(META_PUBLISHED), DATE_BIT(META_MODIFIED), DATE_TRUST_META,
							 "meta"},
	[FACT_SOURCE_DUBLIN_CORE] = {DATE_BIT(META_PUBLISHED), DATE_BIT(META_MODIFIED), DATE_TRUST_META,
								 "Dublin Core"},
	[FACT_SOURCE_PARSELY] = {DATE_BIT(META_PUBLISHED), DATE_BIT(META_MODIFIED), DATE_TRUST_META,
							 "meta"},
	[FACT_SOURCE_META] = {DATE_BIT(META_PUBLISHED), DATE_BIT(META_MODIFIED), DATE_TRUST_META,
						  "meta"},
	[FACT_SOURCE_MICRODATA] = {DATE_BIT(ITEMPROP_FAR), DATE_BIT(ITEMPROP_MODIFIED),
							   DATE_TRUST_ITEMPROP, "microdata"},
	[FACT_SOURCE_LINK] = {0, 0, DATE_TRUST_NONE, "link"},
	[FACT_SOURCE_HTML] = {DATE_BIT(META_PUBLISHED), DATE_BIT(META_MODIFIED), DATE_TRUST_META,
						  "HTML"}};

/* Does this fact declare the day of creation, which is not always the day of publication? */
static bool
is_creation(const Fact *fact)
{
	return fact->key != NULL && (str_find_ascii(str_cstr(fact->key), STR("created")) >= 0 ||
								 str_find_ascii(str_cstr(fact->key), STR("upload")) >= 0);
}

/* Is a declaration at this place on the page the article's own? */
static bool
is_own(const DateEvidence *evidence, uint32_t node)
{
	const uint32_t others =
		DATE_PLACE_ASIDE | DATE_PLACE_COMMENT | DATE_PLACE_LINK | DATE_PLACE_TEASER;

	return (place_of_node(evidence, node) & others) == 0 &&
		   near_title(evidence, block_of_node(&evidence->reader->blocks, node));
}

static void
read_fact(DateEvidence *evidence, const Fact *fact)
{
	const SourceRule *rule = &source_rules[fact->source];
	bool modified = fact->kind == FACT_MODIFIED;
	uint64_t features = modified ? rule->modified : rule->published;
	DateCandidate *candidate;
	DateFields fields;

	if (!date_parse(fact->text, &evidence->habits, &fields))
		return;
	if (!modified && fact->source == FACT_SOURCE_JSON_LD && is_creation(fact))
		features = DATE_BIT(LD_CREATED);
	if (!modified && fact->source == FACT_SOURCE_MICRODATA && fact->node != PAGE_NONE &&
		is_own(evidence, fact->node))
		features = DATE_BIT(ITEMPROP_NEAR);
	candidate = evidence_add(evidence, &fields, modified ? DATE_MODIFIED : DATE_PUBLISHED, features,
							 fact->key ? fact->key : rule->name, fact->text);
	if (candidate)
	{
		candidate->node = fact->node;
		candidate->trust = rule->trust;
	}
}

static void
read_facts(DateEvidence *evidence)
{
	const Facts *facts = &evidence->reader->facts;

	for (uint32_t i = 0; i < facts->count; i++)
		if (facts->items[i].kind == FACT_PUBLISHED || facts->items[i].kind == FACT_MODIFIED)
			read_fact(evidence, &facts->items[i]);
}

static uint64_t
time_features(const DateEvidence *evidence, uint32_t node, DateRole role, bool first)
{
	uint32_t place = place_of_node(evidence, node);
	uint64_t features = 0;

	if (is_own(evidence, node))
		features |= DATE_BIT(TIME_NEAR);
	else if (place & DATE_PLACE_COMMENT)
		return DATE_BIT(IN_COMMENT);
	else if (place & ~(uint32_t) DATE_PLACE_DATE_CLASS)
		return DATE_BIT(TIME_ELSEWHERE);
	else
		features |= DATE_BIT(TIME_FAR);
	if (first)
		features |= DATE_BIT(TIME_FIRST);
	if (role == DATE_PUBLISHED)
		features |= DATE_BIT(TIME_PUBLISHED);
	if (role == DATE_MODIFIED)
		features |= DATE_BIT(TIME_MODIFIED);
	return features;
}

/*
 * The title of an element classed as a date, if it begins like a date for programs: "2013-11-20T…"
 */
static Str
classed_date(const DateEvidence *evidence, uint32_t node)
{
	Str title = page_attr(&evidence->reader->page, node, ATTR_title);

	if (title.len < 10 || title.data[4] != '-' || !ascii_digit(title.data[0]) ||
		!(reader_cues(evidence->reader, node) & CLASS_CUE_BIT(DATE)))
		return STR_NONE;
	return title;
}

/*
 * The date for programs of an element: <time>, a custom element as <relative-time>, <abbr>, others
 */
static Str
machine_date(const DateEvidence *evidence, uint32_t node)
{
	const Page *page = &evidence->reader->page;
	Str value;

	switch (page->nodes[node].tag)
	{
		case TAG_ins: /* dated by the change of the text */
		case TAG_del:
			return STR_NONE;
		case TAG_abbr: /* hAtom's pattern: the reader sees an abbreviation of the title */
			return page_attr(page, node, ATTR_title);
		default:
			value = page_attr(page, node, ATTR_datetime);
			return value.data != NULL ? value : classed_date(evidence, node);
	}
}

/* A <time> of a comment, of a teaser or in a box far from the title is of that day by chance. */
static bool
is_of_others(const DateEvidence *evidence, const DateCandidate *candidate)
{
	if ((candidate->features & DATE_BIT(TIME_ELSEWHERE)) == 0)
		return (candidate->features & DATE_BIT(IN_COMMENT)) != 0;
	return in_teaser(evidence, candidate->node) ||
		   !near_title(evidence, block_of_node(&evidence->reader->blocks, candidate->node));
}

/*
 * Reads an element with a date for programs. The text of a <time> without one is read as part of
 * its block.
 */
static bool
read_time(DateEvidence *evidence, uint32_t node, bool first)
{
	const Page *page = &evidence->reader->page;
	Str value = machine_date(evidence, node);
	DateCandidate *candidate;
	DateFields fields;
	DateRole role;

	if (value.data == NULL || !date_parse(value, &evidence->habits, &fields))
		return false;
	role = place_role(evidence, node, 2);
	if (page_attr(page, node, ATTR_pubdate).data != NULL)
		role = DATE_PUBLISHED;
	candidate = evidence_add(evidence, &fields, role, time_features(evidence, node, role, first),
							 "<time>", value);
	if (candidate)
	{
		candidate->node = node;
		candidate->trust = is_of_others(evidence, candidate) ? DATE_TRUST_NONE : DATE_TRUST_TIME;
	}
	return true;
}

static void
read_times(DateEvidence *evidence)
{
	const Page *page = &evidence->reader->page;
	bool first = true;

	for (uint32_t i = 1; i < page->nnodes && evidence->count < DATE_CANDIDATES_MAX; i++)
		if (page->nodes[i].tag != TAG_text && page->nodes[i].nattrs > 0 &&
			read_time(evidence, i, first))
			first = false;
}

/* Reads dates in the text of the head: "… (notice of 14 January 2020)". */
static void
read_head_text(DateEvidence *evidence, Str text)
{
	DateFound found[2];
	uint32_t count = date_scan(text, &evidence->habits, found, 2);

	for (uint32_t i = 0; i < count; i++)
		if (found[i].fields.relative == DATE_ABSOLUTE && found[i].fields.day > 0)
			evidence_add(evidence, &found[i].fields, DATE_OTHER, DATE_BIT(HEAD_TEXT), "head",
						 str_sub(text, found[i].start, found[i].end - found[i].start));
}

static void
read_head(DateEvidence *evidence)
{
	const Facts *facts = &evidence->reader->facts;
	uint32_t i = 0;
	const Fact *fact;

	read_head_text(evidence, evidence->reader->page.title);
	fact = facts_next(facts, FACT_DESCRIPTION, &i);
	if (fact)
		read_head_text(evidence, fact->text);
}

void
declared_read(DateEvidence *evidence)
{
	read_facts(evidence);
	read_times(evidence);
	read_head(evidence);
}
