/*
 * title_candidate.c
 *	  What may be the headline: headings and metadata in, candidates with their features out.
 */
#include "article/title.h"

#include "article/compare.h"
#include "article/cue.h"

/* A page with more <h1> than this uses them for teasers. */
#define H1_MAX 12

/* Read at most, those included that hold no headline: an icon, a whole page. */
#define H1_MAX_READ 100

/* One that holds more was never closed. */
#define H1_MAX_NODES 200

/* Headlines are shorter; what is longer is a paragraph in the wrong element. */
#define TITLE_MAX_BYTES 600

/* Other headings and blocks marked as titles, the first of a page: those farther down are teasers. */
#define HEADINGS_MAX 200

/* Sections and crumbs that a page states of itself. */
#define SECTIONS_MAX 16

/* Elements above an <h1> in which a trail shows. */
#define TRAIL_LEVELS 5

/* Two texts this alike are versions of one headline. */
#define ALIKE 0.6f

typedef struct TitleGatherer
{
	TitleCandidates *candidates;
	Reader *reader;
	const Site *site;
	Str html; /* <title>, collapsed */
	Str html_key;
	uint32_t nh1;
} TitleGatherer;

/* ---------------------------------------------------------------- gathering */

static TitleCandidate *
find_candidate(TitleCandidates *candidates, Str key)
{
	for (uint32_t i = 0; i < candidates->count; i++)
		if (str_equal(candidates->items[i].key, key))
			return &candidates->items[i];
	return NULL;
}

/* The candidate with this text; a new one where there is none yet. NULL where it can be no headline. */
static TitleCandidate *
add_text(TitleGatherer *gatherer, Str text)
{
	TitleCandidates *candidates = gatherer->candidates;
	TitleCandidate *candidate;
	Str key;

	if (text.len == 0 || text.len > TITLE_MAX_BYTES)
		return NULL;
	key = compare_key(gatherer->reader->arena, text);
	if (key.len == 0)
		return NULL;
	candidate = find_candidate(candidates, key);
	if (candidate != NULL || candidates->count == TITLE_MAX_CANDIDATES)
		return candidate;
	candidate = &candidates->items[candidates->count++];
	memset(candidate, 0, sizeof(*candidate));
	candidate->text = text;
	candidate->key = key;
	candidate->node = PAGE_NONE;
	return candidate;
}

static TitleCandidate *
add_source(TitleGatherer *gatherer, Str text, TitleSource source, TitleFeature feature)
{
	TitleCandidate *candidate = add_text(gatherer, text);

	if (candidate != NULL)
	{
		candidate->sources |= 1u << source;
		candidate->features[feature] = 1;
	}
	return candidate;
}

static bool
is_marked(const Reader *reader, uint32_t node)
{
	Str itemprop = page_attr(&reader->page, node, ATTR_itemprop);

	return str_find(itemprop, STR("headline")) >= 0 ||
		   (reader_cues(reader, node) & 1u << CLASS_CUE_TITLE) != 0;
}

/* Inside a link, or holding one around all its text. */
static bool
is_linked(const Page *page, uint32_t node)
{
	uint32_t child = node + 1;

	if (page_ancestor(page, node, TAG_a) != PAGE_NONE)
		return true;
	return child < page->nodes[node].end && page->nodes[child].tag == TAG_a &&
		   page->nodes[child].end == page->nodes[node].end;
}

/* In a list or a navigation: the last crumb of a trail, or a teaser. */
static bool
is_on_trail(const Page *page, uint32_t node)
{
	uint32_t up = page->nodes[node].parent;

	for (int level = 0; level < TRAIL_LEVELS && up != 0; level++, up = page->nodes[up].parent)
	{
		TagId tag = (TagId) page->nodes[up].tag;
		uint32_t cues = class_cues(page_attr(page, up, ATTR_class));

		if (tag == TAG_li || tag == TAG_nav || (cues & 1u << CLASS_CUE_NAV) != 0)
			return true;
		if (tag == TAG_article || tag == TAG_main)
			return false;
	}
	return false;
}

static Str
node_text(const TitleGatherer *gatherer, uint32_t node)
{
	return page_text_limited(&gatherer->reader->page, gatherer->reader->arena, node,
							 TITLE_MAX_SOURCE_BYTES);
}

/* The elements inside an <h1> that part a kicker from the headline. */
static void
add_h1_parts(TitleGatherer *gatherer, uint32_t node)
{
	const Page *page = &gatherer->reader->page;
	uint32_t parts = 0;

	for (uint32_t i = node + 1; i < page->nodes[node].end && parts < 4; i++)
	{
		TitleCandidate *part;

		if (page->nodes[i].tag == TAG_text || page->nodes[i].tag == TAG_br)
			continue;
		parts++;
		part = add_source(gatherer, node_text(gatherer, i), TITLE_H1_PART, TITLE_FEATURE_h1_part);
		if (part != NULL && part->node == PAGE_NONE)
			part->node = node;
	}
}

static void
add_h1(TitleGatherer *gatherer, uint32_t node)
{
	const Page *page = &gatherer->reader->page;
	TitleCandidate *candidate =
		add_source(gatherer, node_text(gatherer, node), TITLE_H1, TITLE_FEATURE_h1);

	if (candidate == NULL)
		return;
	if (candidate->node == PAGE_NONE)
		candidate->node = node;
	if (gatherer->nh1++ == 0)
		candidate->features[TITLE_FEATURE_h1_first] = 1;
	if (is_marked(gatherer->reader, node))
		candidate->features[TITLE_FEATURE_h1_marked] = 1;
	if (is_linked(page, node))
		candidate->features[TITLE_FEATURE_h1_linked] = 1;
	if (is_on_trail(page, node))
		candidate->features[TITLE_FEATURE_h1_trail] = 1;
	add_h1_parts(gatherer, node);
}

static void
add_h1s(TitleGatherer *gatherer)
{
	const Page *page = &gatherer->reader->page;
	uint32_t read = 0;

	for (uint32_t i = 1; i < page->nnodes && gatherer->nh1 < H1_MAX && read < H1_MAX_READ; i++)
		if (page->nodes[i].tag == TAG_h1 && page->nodes[i].end - i <= H1_MAX_NODES)
		{
			add_h1(gatherer, i);
			read++;
		}
	if (gatherer->nh1 == 1)
		for (uint32_t i = 0; i < gatherer->candidates->count; i++)
			gatherer->candidates->items[i].features[TITLE_FEATURE_h1_only] =
				gatherer->candidates->items[i].features[TITLE_FEATURE_h1];
}

/* Metadata as stated, and without the site's name where they carry it. */
static void
add_fact(TitleGatherer *gatherer, const Fact *fact)
{
	static const struct
	{
		TitleSource source;
		TitleFeature feature;
	} of[SOURCE_COUNT] = {
		[SOURCE_JSON_LD] = {TITLE_JSON_LD, TITLE_FEATURE_json_ld},
		[SOURCE_JSON_LD_OTHER] = {TITLE_JSON_LD_OTHER, TITLE_FEATURE_json_ld_other},
		[SOURCE_OPEN_GRAPH] = {TITLE_OPEN_GRAPH, TITLE_FEATURE_open_graph},
		[SOURCE_TWITTER] = {TITLE_TWITTER, TITLE_FEATURE_twitter},
		[SOURCE_DUBLIN_CORE] = {TITLE_META, TITLE_FEATURE_meta},
		[SOURCE_PARSELY] = {TITLE_META, TITLE_FEATURE_meta},
		[SOURCE_META] = {TITLE_META, TITLE_FEATURE_meta},
		[SOURCE_MICRODATA] = {TITLE_MICRODATA, TITLE_FEATURE_microdata},
		[SOURCE_LINK] = {TITLE_META, TITLE_FEATURE_meta},
		[SOURCE_HTML] = {TITLE_HTML, TITLE_FEATURE_html},
	};
	TitleSource source = of[fact->source].source;
	TitleCandidate *candidate = add_source(gatherer, fact->text, source, of[fact->source].feature);
	Str rest;

	if (candidate == NULL)
		return;
	if (fact->source != SOURCE_HTML && str_find(candidate->text, STR(":")) < 0 &&
		str_find(fact->text, STR(": ")) > 0)
		candidate->text = fact->text; /* an <h1> sets the kicker on a line of its own */
	rest = title_without_site(fact->text, gatherer->site, gatherer->reader->arena);
	if (candidate->node == PAGE_NONE && fact->source == SOURCE_MICRODATA &&
		fact->node < gatherer->reader->page.nnodes) /* else the node of a <meta> */
		candidate->node = fact->node;
	if (rest.len == fact->text.len)
		return;
	candidate = add_text(gatherer, rest);
	if (candidate != NULL)
		candidate
			->features[source == TITLE_HTML ? TITLE_FEATURE_cut_html : TITLE_FEATURE_cut_declared] =
			1;
}

static void
add_facts(TitleGatherer *gatherer)
{
	const Fact *fact;
	uint32_t i = 0;

	while ((fact = facts_next(&gatherer->reader->facts, FACT_TITLE, &i)) != NULL)
		if (fact->source != SOURCE_HTML)
			add_fact(gatherer, fact);
}

/* Segments of <title>: those that another source states too; and all but the last one. */
static void
add_segments(TitleGatherer *gatherer)
{
	TitleCut cuts[TITLE_MAX_CUTS];
	Str html = gatherer->html;
	uint32_t count = title_cuts(html, cuts);
	TitleCandidate *candidate;

	for (uint32_t first = 0; first <= count; first++)
		for (uint32_t last = first; last <= count; last++)
		{
			uint32_t from = first == 0 ? 0 : cuts[first - 1].end;
			uint32_t to = last == count ? html.len : cuts[last].start;
			Str key = compare_key(gatherer->reader->arena, str_sub(html, from, to - from));

			candidate = find_candidate(gatherer->candidates, key);
			if (candidate != NULL && to - from < html.len)
				candidate->features[TITLE_FEATURE_html_segment] = 1;
		}
	if (count == 0)
		return;
	candidate = add_text(gatherer, str_sub(html, 0, cuts[count - 1].start));
	if (candidate != NULL)
		candidate->features[TITLE_FEATURE_cut_blind] = 1;
}

static void
add_html_title(TitleGatherer *gatherer)
{
	Fact fact = {.kind = FACT_TITLE, .source = SOURCE_HTML, .node = PAGE_NONE};

	gatherer->html = str_collapse(gatherer->reader->arena, gatherer->reader->page.title);
	gatherer->html_key = compare_key(gatherer->reader->arena, gatherer->html);
	if (gatherer->html.len == 0 || gatherer->html.len > TITLE_MAX_BYTES)
		return;
	fact.text = gatherer->html;
	add_fact(gatherer, &fact);
	add_segments(gatherer);
}

/* How alike a key is to the candidate of these sources that is most alike, itself left out. */
static float
most_alike(const TitleCandidates *candidates, Str key, uint32_t sources)
{
	float most = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *other = &candidates->items[i];
		float alike;

		if ((other->sources & sources) == 0 || str_equal(other->key, key))
			continue;
		alike = compare_likeness(key, other->key);
		most = alike > most ? alike : most;
	}
	return most;
}

/* Headings below <h1>, and blocks whose class says title: where they resemble what is stated, or lead the page. */
static void
add_headings(TitleGatherer *gatherer)
{
	const Blocks *blocks = &gatherer->reader->blocks;
	bool first = gatherer->nh1 == 0;
	uint32_t added = 0;
	uint32_t read = 0;

	for (uint32_t i = 0; i < blocks->count && added < 6 && read < HEADINGS_MAX; i++)
	{
		const Block *block = &blocks->items[i];
		bool marked;
		TitleCandidate *candidate;
		Str key;

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(gatherer->reader))
			return;
		if (block->text.len > TITLE_MAX_BYTES ||
			(block->kind == BLOCK_HEADING && block->level == 1))
			continue;
		marked = is_marked(gatherer->reader, block->node);
		if (block->kind != BLOCK_HEADING && !marked)
			continue;
		read++;
		key = compare_key(gatherer->reader->arena, block->text);
		if (!first && find_candidate(gatherer->candidates, key) == NULL &&
			most_alike(gatherer->candidates, key, ~0u) < ALIKE)
			continue;
		candidate = add_source(gatherer, str_collapse(gatherer->reader->arena, block->text),
							   TITLE_HEADING, TITLE_FEATURE_heading);
		if (candidate == NULL)
			continue;
		first = false;
		added++;
		if (candidate->node == PAGE_NONE)
			candidate->node = block->node;
		if (marked)
			candidate->features[TITLE_FEATURE_heading_marked] = 1;
	}
}

/* ---------------------------------------------------------------- features of the text */

static uint32_t
count_words(Str key)
{
	uint32_t words = key.len > 0;

	for (uint32_t i = 0; i < key.len; i++)
		words += key.data[i] == ' ';
	return words;
}

static bool
is_section(const TitleGatherer *gatherer, Str key)
{
	static const FactKind kinds[] = {FACT_SECTION, FACT_BREADCRUMB};
	const Facts *facts = &gatherer->reader->facts;
	const Fact *fact;

	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		for (uint32_t i = 0, read = 0;
			 read < SECTIONS_MAX && (fact = facts_next(facts, kinds[k], &i)) != NULL; read++)
			if (fact->text.len <= TITLE_MAX_BYTES &&
				str_equal(compare_key(gatherer->reader->arena, fact->text), key))
				return true;
	return false;
}

static bool
is_cut_short(Str text)
{
	return str_ends_ascii(text, STR("…")) || str_ends_ascii(text, STR("..."));
}

static uint32_t
count_bits(uint32_t bits)
{
	uint32_t count = 0;

	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

static void
fill_likeness(TitleGatherer *gatherer, TitleCandidate *candidate)
{
	const uint32_t declared = 1u << TITLE_OPEN_GRAPH | 1u << TITLE_JSON_LD | 1u << TITLE_TWITTER |
							  1u << TITLE_MICRODATA | 1u << TITLE_META;
	const TitleCandidates *all = gatherer->candidates;
	float *features = candidate->features;

	features[TITLE_FEATURE_like_h1] = most_alike(all, candidate->key, 1u << TITLE_H1);
	features[TITLE_FEATURE_like_declared] = most_alike(all, candidate->key, declared);
	features[TITLE_FEATURE_like_html] = compare_likeness(candidate->key, gatherer->html_key);
	for (uint32_t i = 0; i < all->count; i++)
	{
		const TitleCandidate *other = &all->items[i];

		if (other == candidate)
			continue;
		if (compare_contains(candidate->key, other->key))
			features[TITLE_FEATURE_holds_other] = 1;
		if (!compare_contains(other->key, candidate->key))
			continue;
		features[TITLE_FEATURE_part_of_other] = 1;
		if (other->features[TITLE_FEATURE_h1] > 0)
			features[TITLE_FEATURE_part_of_h1] = 1;
		if (other->features[TITLE_FEATURE_heading] > 0)
			features[TITLE_FEATURE_part_of_heading] = 1;
		if (is_cut_short(candidate->text))
			features[TITLE_FEATURE_cut_short] = 1;
	}
}

static void
fill_features(TitleGatherer *gatherer, TitleCandidate *candidate)
{
	Arena *arena = gatherer->reader->arena;
	float *features = candidate->features;
	uint32_t words = count_words(candidate->key);

	fill_likeness(gatherer, candidate);
	features[TITLE_FEATURE_is_site] = site_is(gatherer->site, arena, candidate->text);
	features[TITLE_FEATURE_holds_site] =
		title_without_site(candidate->text, gatherer->site, arena).len < candidate->text.len;
	features[TITLE_FEATURE_is_section] = is_section(gatherer, candidate->key);
	features[TITLE_FEATURE_few_words] =
		words <= 2 && (unsigned char) candidate->key.data[0] < 0xE0; /* no spaces in Chinese */
	features[TITLE_FEATURE_many_words] = words > 25;
	features[TITLE_FEATURE_sources] =
		(float) count_bits(candidate->sources) / (float) TITLE_SOURCE_COUNT;
}

void
title_candidates(TitleCandidates *candidates, Reader *reader, const Site *site)
{
	TitleGatherer gatherer = {.candidates = candidates, .reader = reader, .site = site};

	candidates->count = 0;
	add_h1s(&gatherer);
	add_facts(&gatherer);
	add_html_title(&gatherer);
	add_headings(&gatherer);
	for (uint32_t i = 0; i < candidates->count; i++)
		fill_features(&gatherer, &candidates->items[i]);
}
