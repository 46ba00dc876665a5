/*
 * title_candidate.c
 *	  Collects the texts that may be the headline, from headings and metadata, with their features.
 */
#include "article/title/title.h"

#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "base/utf8.h"
#include "html/url.h"
#include "text/char.h"

/* A page with more <h1> than this uses them for teasers. */
#define H1_MAX 12

/* <h1> read at most, including those without a headline: an icon, a whole page. */
#define H1_MAX_READ 100

/* An <h1> with more nodes was never closed. */
#define H1_MAX_NODES 200

/* Headlines are shorter; a longer text is a paragraph in the wrong element. */
#define TITLE_MAX_BYTES 600

/* Only the first headings and blocks marked as titles are read: those farther down are teasers. */
#define HEADINGS_MAX 200

/* Number of elements of a heading that are read as parts of it. */
#define PARTS_MAX 4

/* Levels above an <h1> at which a breadcrumb trail is recognized. */
#define TRAIL_LEVELS 5

/* A section has at most this many words in <title>: "Faits divers", "Sports d'hiver". */
#define SECTION_WORDS 2

/* Levels above a heading at which a dialog is recognized. */
#define DIALOG_LEVELS 6

/* Two texts this similar are versions of one headline. */
#define ALIKE 0.6f

typedef struct TitleGatherer
{
	TitleCandidates *candidates;
	Reader *reader;
	Site *site;
	Str html; /* <title>, collapsed */
	Str html_key;
	uint32_t nh1;
} TitleGatherer;

/* ---------------------------------------------------------------- gathering */

/*
 * Returns the candidate with this text, adding it if needed; NULL if the text cannot be a headline.
 */
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
	candidate = title_find_candidate(candidates, key);
	if (candidate != NULL || candidates->count == TITLE_MAX_CANDIDATES)
		return candidate;
	candidate = &candidates->items[candidates->count++];
	memset(candidate, 0, sizeof(*candidate));
	candidate->text = text;
	candidate->key = key;
	candidate->node = PAGE_NONE;
	return candidate;
}

/* Does a text have capitals and no lowercase letter? */
static bool
is_capitals(Str text)
{
	bool capitals = false;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (char_is(c, CHAR_IN(CHAR_LOWERCASE)))
			return false;
		capitals |= char_is(c, CHAR_IN(CHAR_UPPERCASE));
	}
	return capitals;
}

static TitleCandidate *
add_source(TitleGatherer *gatherer, Str text, TitleSource source, TitleFeature feature)
{
	TitleCandidate *candidate = add_text(gatherer, text);

	if (candidate != NULL)
	{
		if (is_capitals(candidate->text) && !is_capitals(text))
			candidate->text = text; /* a heading in capitals is a matter of style */
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

/* Does an element that holds all of a block's text say headline? */
static bool
is_marked_block(const Reader *reader, const Block *block)
{
	const Node *nodes = reader->page.nodes;

	for (uint32_t i = nodes[block->first].parent; i > block->node && nodes[i].end >= block->end;
		 i = nodes[i].parent)
		if (is_marked(reader, i))
			return true;
	return is_marked(reader, block->node);
}

/* Is the node in a dialog or a notice of cookies? */
static bool
in_dialog(const Reader *reader, uint32_t node)
{
	const uint32_t cues = CLASS_CUE_BIT(MODAL) | CLASS_CUE_BIT(COOKIE);
	uint32_t i = node;

	for (int level = 0; level < DIALOG_LEVELS && i != 0; level++, i = reader->page.nodes[i].parent)
		if (reader->page.nodes[i].tag == TAG_dialog || (reader_cues(reader, i) & cues) != 0)
			return true;
	return false;
}

/*
 * Does another heading of the same level have the same class?  The heads of boxes do, and those of
 * teasers.
 */
static bool
has_twin(const Reader *reader, const Block *heading)
{
	const Blocks *blocks = &reader->blocks;
	Str class = page_attr(&reader->page, heading->node, ATTR_class);
	uint32_t read = 0;

	for (uint32_t i = 0; class.len > 0 && i < blocks->count && read < HEADINGS_MAX; i++)
	{
		const Block *other = &blocks->items[i];

		if (other->kind != BLOCK_HEADING)
			continue;
		read++;
		if (other->node != heading->node && other->level == heading->level &&
			str_equal(page_attr(&reader->page, other->node, ATTR_class), class))
			return true;
	}
	return false;
}

/* Is the node inside a link, or does it contain one around all its text? */
static bool
is_linked(const Page *page, uint32_t node)
{
	uint32_t child = node + 1;

	if (page_ancestor(page, node, TAG_a) != PAGE_NONE)
		return true;
	return child < page->nodes[node].end && page->nodes[child].tag == TAG_a &&
		   page->nodes[child].end == page->nodes[node].end;
}

/* Returns the link inside or around an <h1>, or PAGE_NONE. */
static uint32_t
link_of(const Page *page, uint32_t node)
{
	uint32_t link = page_ancestor(page, node, TAG_a);

	for (uint32_t i = node + 1; i < page->nodes[node].end && link == PAGE_NONE; i++)
		if (page->nodes[i].tag == TAG_a)
			link = i;
	return link;
}

/* Does the link lead to the home page?  The name of the site does so on every page. */
static bool
leads_home(const Reader *reader, uint32_t link)
{
	Str url;
	Str path;

	if (link == PAGE_NONE)
		return false;
	if (str_find(page_attr(&reader->page, link, ATTR_rel), STR("home")) >= 0)
		return true;
	if (str_equal(str_trim(page_attr(&reader->page, link, ATTR_href)), STR("/")) &&
		reader->base_url.data == NULL)
		return true;
	url = url_resolve(reader->arena, reader->base_url, page_attr(&reader->page, link, ATTR_href));
	path = url_path(url);
	return url.data != NULL && path.len <= 1 && !str_equal(url, reader->base_url);
}

/* Is the node in a list or navigation: the last item of a breadcrumb trail, or a teaser? */
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

/*
 * Part of a word, such as its initial, is not a kicker; several words are, even without a space
 * after them.
 */
static bool
ends_in_word(Str text, uint32_t at, Str part)
{
	char before = text.data[at - 1];
	char after = text.data[at];

	return str_find(part, STR(" ")) < 0 && (ascii_alpha(before) || ascii_digit(before)) &&
		   (ascii_alpha(after) || ascii_digit(after));
}

/* Removes a mark that separates the text from what preceded it. */
static Str
without_separator(Str text)
{
	uint32_t i = 0;

	if (text.len > 0 && title_separates(utf8_next(text.data, text.len, &i)))
		return str_trim(str_sub(text, i, text.len));
	return text;
}

/*
 * After a kicker, a headline begins with an uppercase letter; after a word set in another size, it
 * continues: "Rome dit non".
 */
static bool
begins_small(Str text)
{
	uint32_t i = 0;

	return text.len > 0 && char_is(utf8_next(text.data, text.len, &i), CHAR_IN(CHAR_LOWERCASE));
}

/* Returns the text of a heading without the element that opens or ends it. */
static Str
rest_of_heading(Str text, Str part)
{
	uint32_t left = text.len - part.len;
	Str rest;

	if (part.len == 0 || part.len >= text.len)
		return STR_NONE;
	if (memcmp(text.data, part.data, part.len) == 0 && !ends_in_word(text, part.len, part))
	{
		rest = without_separator(str_trim(str_sub(text, part.len, text.len)));
		return begins_small(rest) ? STR_NONE : rest;
	}
	if (memcmp(text.data + left, part.data, part.len) == 0 && !ends_in_word(text, left, part) &&
		!begins_small(part))
		return str_trim(str_sub(text, 0, left));
	return STR_NONE;
}

/* Elements that emphasize words within a sentence. */
static bool
is_emphasis(TagId tag)
{
	return tag == TAG_em || tag == TAG_i || tag == TAG_b || tag == TAG_strong || tag == TAG_mark ||
		   tag == TAG_q || tag == TAG_cite || tag == TAG_u || tag == TAG_sub || tag == TAG_sup;
}

static void
add_part(TitleGatherer *gatherer, uint32_t node, Str text, TitleFeature feature)
{
	TitleCandidate *part = add_source(gatherer, text, TITLE_PART, feature);

	if (part != NULL && part->node == PAGE_NONE)
		part->node = node;
}

/*
 * Adds the elements inside a heading that separate a kicker from the headline, and the rest of the
 * heading.
 */
static void
add_parts(TitleGatherer *gatherer, uint32_t node, TitleFeature part, TitleFeature rest)
{
	const Page *page = &gatherer->reader->page;
	Str text = title_heading_text(gatherer->reader, node);
	uint32_t parts = 0;

	for (uint32_t i = node + 1; i < page->nodes[node].end && parts < PARTS_MAX; i++)
	{
		Str inside;

		if (page->nodes[i].tag == TAG_text || page->nodes[i].tag == TAG_br)
			continue;
		parts++;
		inside = title_node_text(gatherer->reader, i);
		add_part(gatherer, node, inside, part);
		if (!is_emphasis((TagId) page->nodes[i].tag))
			add_part(gatherer, node, rest_of_heading(text, inside), rest);
	}
}

/* Is the node in the <article> or <main> of the page? */
static bool
is_in_article(const Page *page, uint32_t node)
{
	return page_ancestor(page, node, TAG_article) != PAGE_NONE ||
		   page_ancestor(page, node, TAG_main) != PAGE_NONE;
}

/* Sets the features that follow from the place of an <h1>. */
static void
fill_h1(TitleGatherer *gatherer, TitleCandidate *candidate, uint32_t node)
{
	const Page *page = &gatherer->reader->page;
	float *features = candidate->features;

	if (gatherer->nh1++ == 0)
		features[TITLE_FEATURE_h1_first] = 1;
	if (is_marked(gatherer->reader, node))
		features[TITLE_FEATURE_h1_marked] = 1;
	if (is_linked(page, node))
		features[TITLE_FEATURE_h1_linked] = 1;
	if (leads_home(gatherer->reader, link_of(page, node)))
		site_add(gatherer->site, gatherer->reader->arena, candidate->text);
	if (is_in_article(page, node))
		features[TITLE_FEATURE_h1_in_article] = 1;
}

static void
add_h1(TitleGatherer *gatherer, uint32_t node)
{
	bool trail = is_on_trail(&gatherer->reader->page, node);
	TitleCandidate *candidate =
		add_source(gatherer, title_heading_text(gatherer->reader, node), TITLE_H1,
				   trail ? TITLE_FEATURE_h1_trail : TITLE_FEATURE_h1);

	if (candidate == NULL)
		return;
	if (candidate->node == PAGE_NONE)
		candidate->node = node;
	if (trail)
		return;
	fill_h1(gatherer, candidate, node);
	add_parts(gatherer, node, TITLE_FEATURE_h1_part, TITLE_FEATURE_h1_rest);
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
}

/* Adds the metadata as stated, and without the site's name if they contain it. */
static void
add_fact(TitleGatherer *gatherer, const Fact *fact)
{
	static const struct
	{
		TitleSource source;
		TitleFeature feature;
	} of[FACT_SOURCE_COUNT] = {
		[FACT_SOURCE_JSON_LD] = {TITLE_JSON_LD, TITLE_FEATURE_json_ld},
		[FACT_SOURCE_JSON_LD_OTHER] = {TITLE_JSON_LD_OTHER, TITLE_FEATURE_json_ld_other},
		[FACT_SOURCE_OPEN_GRAPH] = {TITLE_OPEN_GRAPH, TITLE_FEATURE_open_graph},
		[FACT_SOURCE_TWITTER] = {TITLE_TWITTER, TITLE_FEATURE_twitter},
		[FACT_SOURCE_DUBLIN_CORE] = {TITLE_META, TITLE_FEATURE_meta},
		[FACT_SOURCE_PARSELY] = {TITLE_META, TITLE_FEATURE_meta},
		[FACT_SOURCE_META] = {TITLE_META, TITLE_FEATURE_meta},
		[FACT_SOURCE_MICRODATA] = {TITLE_MICRODATA, TITLE_FEATURE_microdata},
		[FACT_SOURCE_LINK] = {TITLE_META, TITLE_FEATURE_meta},
		[FACT_SOURCE_HTML] = {TITLE_HTML, TITLE_FEATURE_html},
	};
	TitleSource source = of[fact->source].source;
	TitleCandidate *candidate = add_source(gatherer, fact->text, source, of[fact->source].feature);
	Str rest;

	if (candidate == NULL)
		return;
	if (fact->source != FACT_SOURCE_HTML && str_find(candidate->text, STR(":")) < 0 &&
		str_find(fact->text, STR(": ")) > 0)
		candidate->text = fact->text; /* in the <h1>, the kicker is on a line of its own */
	rest = title_without_site(fact->text, gatherer->site, gatherer->reader->arena);
	if (candidate->node == PAGE_NONE && fact->source == FACT_SOURCE_MICRODATA &&
		fact->node < gatherer->reader->page.nnodes) /* else it is the node of a <meta> */
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
		if (fact->source != FACT_SOURCE_HTML)
			add_fact(gatherer, fact);
}

/* Adds <title> without the short segments at its end: "Headline | Section | Site". */
static void
add_cut_section(TitleGatherer *gatherer, const TitleCut *cuts, uint32_t count)
{
	TitleCandidate *candidate;
	uint32_t last = count;

	while (last > 1)
	{
		Str before = str_sub(gatherer->html, cuts[last - 2].end, gatherer->html.len);

		before.len -= gatherer->html.len - cuts[last - 1].start;
		if (headline_words(before) > SECTION_WORDS)
			break;
		last--;
	}
	if (last == count)
		return;
	candidate = add_text(gatherer, str_sub(gatherer->html, 0, cuts[last - 1].start));
	if (candidate != NULL)
		candidate->features[TITLE_FEATURE_cut_section] = 1;
}

/*
 * Marks the candidates that are segments of <title>, and adds <title> without its last segment as a
 * candidate.
 */
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

			candidate = title_find_candidate(gatherer->candidates, key);
			if (candidate != NULL && to - from < html.len)
				candidate->features[TITLE_FEATURE_html_segment] = 1;
		}
	if (count == 0)
		return;
	/* the last segment may be the site, even if nothing else names it */
	add_text(gatherer, str_sub(html, 0, cuts[count - 1].start));
	add_cut_section(gatherer, cuts, count);
}

static void
add_html_title(TitleGatherer *gatherer)
{
	Fact fact = {.kind = FACT_TITLE, .source = FACT_SOURCE_HTML, .node = PAGE_NONE};

	gatherer->html = str_collapse(gatherer->reader->arena, gatherer->reader->page.title);
	gatherer->html_key = compare_key(gatherer->reader->arena, gatherer->html);
	if (gatherer->html.len == 0 || gatherer->html.len > TITLE_MAX_BYTES)
		return;
	fact.text = gatherer->html;
	add_fact(gatherer, &fact);
	add_segments(gatherer);
}

static bool
resembles_candidate(const TitleGatherer *gatherer, Str text)
{
	Str key = compare_key(gatherer->reader->arena, text);
	ComparePairs pairs;

	if (title_find_candidate(gatherer->candidates, key) != NULL)
		return true;
	compare_pairs_init(&pairs, key);
	return title_most_alike(gatherer->candidates, &pairs, ~0u, ALIKE) >= ALIKE;
}

/*
 * Adds headings below <h1>, and blocks whose class says title, if they resemble what is stated or
 * come first on the page.  Returns whether it added any.
 */
static bool
add_headings(TitleGatherer *gatherer)
{
	const Blocks *blocks = &gatherer->reader->blocks;
	bool first = gatherer->nh1 == 0;
	uint32_t text = title_text_start(blocks);
	uint32_t added = 0;
	uint32_t read = 0;

	for (uint32_t i = 0; i < blocks->count && added < 6 && read < HEADINGS_MAX; i++)
	{
		const Block *block = &blocks->items[i];
		bool marked;
		TitleCandidate *candidate;

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(gatherer->reader))
			return true;
		if (block->text.len > TITLE_MAX_BYTES ||
			(block->kind == BLOCK_HEADING && block->level == 1))
			continue;
		marked = is_marked_block(gatherer->reader, block);
		if (block->kind != BLOCK_HEADING && !marked)
			continue;
		read++;
		if (!(first && i < text && !in_dialog(gatherer->reader, block->node)) &&
			!resembles_candidate(gatherer, block->text))
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
		if (block->kind == BLOCK_HEADING && block->level >= 4)
			candidate->features[TITLE_FEATURE_heading_low] = 1;
		if (block->kind == BLOCK_HEADING && has_twin(gatherer->reader, block))
			candidate->features[TITLE_FEATURE_heading_twin] = 1;
		if (block->kind == BLOCK_HEADING)
			add_parts(gatherer, block->node, TITLE_FEATURE_heading_part,
					  TITLE_FEATURE_heading_rest);
	}
	return added > 0;
}

/*
 * On a page without headings, adds the longest line above the text that is a segment of <title>, and
 * not the site's.
 */
static void
add_printed_segment(TitleGatherer *gatherer)
{
	const Blocks *blocks = &gatherer->reader->blocks;
	uint32_t end = title_text_start(blocks);
	Str best = STR_NONE;

	for (uint32_t i = 0; i < end && i < HEADINGS_MAX; i++)
	{
		Str text = blocks->items[i].text;

		if (text.len > best.len && text.len <= TITLE_MAX_BYTES &&
			headline_words(text) > SECTION_WORDS &&
			title_has_segment(gatherer->html, text, gatherer->reader->arena) &&
			!site_is_called(gatherer->site, gatherer->reader->arena, text))
			best = text;
	}
	(void) add_source(gatherer, str_collapse(gatherer->reader->arena, best), TITLE_HEADING,
					  TITLE_FEATURE_heading);
}

/*
 * Drops the candidates that join a kicker and a headline: a reader sees the two as separate, and
 * the headline alone is a candidate, too.
 */
static void
drop_glued(TitleCandidates *candidates)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
		if (!candidates->items[i].glued)
			candidates->items[kept++] = candidates->items[i];
	candidates->count = kept;
}

void
title_candidates(TitleCandidates *candidates, Reader *reader, Site *site)
{
	TitleGatherer gatherer = {.candidates = candidates, .reader = reader, .site = site};

	candidates->count = 0;
	add_h1s(&gatherer);
	add_facts(&gatherer);
	add_html_title(&gatherer);
	if (!add_headings(&gatherer) && gatherer.nh1 == 0)
		add_printed_segment(&gatherer);
	title_fill_features(candidates, reader, site, gatherer.html_key);
	drop_glued(candidates);
}
