/*
 * title.c
 *	  The headline of a page, the block that shows it, and the name of the site.  The headline is
 *	  the candidate with the highest score, spelled as on the page.
 */
#include "article/title/title.h"
#include "article/title/title_line.h"
#include "article/cue/headline.h"
#include "article/declared/facts.h"
#include "article/known.h"
#include "html/url.h"

/* A block this similar to the title shows it, apart from a kicker or typographic changes. */
#define BLOCK_LIKE_TITLE 0.8f

/*
 * Two wordings of one headline are this similar; of 60,000 pairs of headlines of different
 * articles,
 * 0.4 % are.
 */
#define KNOWN_LIKE_TITLE 0.4f

/*
 * Other text, in bytes, that a block showing the title may contain beyond twice the title's length.
 */
#define KICKER_BYTES 60

static float
score(const TitleCandidate *candidate)
{
	float sum = 0;

	for (int i = 0; i < TITLE_FEATURE_COUNT; i++)
		sum += title_weights[i] * candidate->features[i];
	return sum;
}

/* Is it stated outside <title> as well, where it appears next to the site's name? */
static bool
is_beside_site(const TitleCandidate *candidate)
{
	return candidate->features[TITLE_FEATURE_is_site] == 0 &&
		   candidate->features[TITLE_FEATURE_html_segment] > 0 &&
		   (candidate->sources & ~(1u << TITLE_HTML)) != 0;
}

/* A headline has at least this many words, and twice those of the section beside it in <title>. */
#define HEADLINE_WORDS 5

/*
 * Does a heading of the page say another part of <title>, so much longer that it is the headline and
 * this one the section or the site: "Sport" above "Two towns share a stadium", "… - Sport - Site"?
 */
static bool
is_beside_headline(const TitleCandidates *candidates, const TitleCandidate *candidate, Str html)
{
	const uint32_t headings = 1u << TITLE_H1 | 1u << TITLE_HEADING;
	uint32_t words;

	if ((candidate->sources & ~headings) != 0 || candidate->key.len * 2 > html.len ||
		!compare_contains(html, candidate->key))
		return false;
	words = headline_words(candidate->text);
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *other = &candidates->items[i];
		uint32_t others;

		if ((other->sources & headings) == 0 || other->node == PAGE_NONE ||
			other->node <= candidate->node || !compare_contains(html, other->key) ||
			compare_contains(other->key, candidate->key))
			continue;
		others = headline_words(other->text);
		if (others >= HEADLINE_WORDS && others >= 2 * words)
			return true;
	}
	return false;
}

/*
 * The site that <title> names next to a headline is not a headline, even if the <h1> of the page
 * says it.
 */
static const TitleCandidate *
best_candidate(const TitleCandidates *candidates)
{
	const TitleCandidate *best = NULL;
	float most = 0;
	bool beside_site = false;
	Str html = STR_NONE;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		beside_site |= is_beside_site(&candidates->items[i]);
		if (candidates->items[i].sources & 1u << TITLE_HTML)
			html = candidates->items[i].key;
	}
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *candidate = &candidates->items[i];
		float own;

		if (beside_site && candidate->features[TITLE_FEATURE_is_site] > 0 &&
			candidate->features[TITLE_FEATURE_html_segment] > 0)
			continue;
		if (is_beside_headline(candidates, candidate, html))
			continue;
		own = score(candidate);
		if (best != NULL && own <= most)
			continue;
		best = candidate;
		most = own;
	}
	return best;
}

/*
 * On the home page, whose address has no path, the site's name is the title if Open Graph states it;
 * or if an <h1> and a segment of <title> do, and nothing but <title> states the best candidate.
 */
static const TitleCandidate *
home_title(const TitleCandidates *candidates, const TitleCandidate *best, const Reader *reader)
{
	Str url = reader->options->url;

	if (url.data == NULL || url_path(url).len > 1)
		return best;
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *candidate = &candidates->items[i];

		if (candidate->features[TITLE_FEATURE_is_site] > 0 &&
			(candidate->features[TITLE_FEATURE_open_graph] > 0 ||
			 (candidate->features[TITLE_FEATURE_h1] > 0 &&
			  candidate->features[TITLE_FEATURE_html_segment] > 0 &&
			  (best->sources & ~(1u << TITLE_HTML)) == 0)))
			return candidate;
	}
	return best;
}

/* How probable it is that the best candidate is right. */
static float
title_confidence_of(const TitleCandidates *candidates, const TitleCandidate *best)
{
	float others = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
		if (&candidates->items[i] != best)
			others += expf(score(&candidates->items[i]));
	return confidence_of(&title_confidence, score(best), others);
}

static const char *const source_names[TITLE_SOURCE_COUNT] = {
	[TITLE_H1] = "h1",
	[TITLE_PART] = "heading",
	[TITLE_HEADING] = "heading",
	[TITLE_OPEN_GRAPH] = "og:title",
	[TITLE_JSON_LD] = "JSON-LD headline",
	[TITLE_JSON_LD_OTHER] = "JSON-LD",
	[TITLE_TWITTER] = "twitter:title",
	[TITLE_MICRODATA] = "microdata",
	[TITLE_META] = "meta",
	[TITLE_HTML] = "<title>",
};

#define SOURCE_LINE "first line"

static const char *
source_name(const TitleCandidate *candidate)
{
	for (int i = 0; i < TITLE_SOURCE_COUNT; i++)
		if (candidate->sources & 1u << i)
			return source_names[i];
	return source_names[TITLE_HTML]; /* a segment of it */
}

/* Headings, and the title's own node, rank above other blocks with the same text. */
static float
rank_of_place(const Reader *reader, const Block *block, uint32_t node)
{
	float rank = 0;

	if (node != PAGE_NONE && block->node >= node && block->node < reader->page.nodes[node].end)
		rank += 1;
	if (block->kind == BLOCK_HEADING)
		rank += block->level == 1 ? 0.5f : 0.25f;
	return rank;
}

/* Returns how well a block shows the title; 0 if it does not. */
static float
prints_title(const Reader *reader, const Block *block, ComparePairs *title, float rank)
{
	Str key = title->key;
	bool may_hold_more = block->kind == BLOCK_HEADING && (block->level == 1 || rank >= 1);
	Str own;
	float alike;

	if (2 * block->text.len < key.len || block->text.len > 2 * key.len + KICKER_BYTES)
		return 0;
	own = compare_key(reader->arena, block->text);
	alike = compare_pairs_likeness(title, own, may_hold_more ? 0 : BLOCK_LIKE_TITLE);
	if (alike < BLOCK_LIKE_TITLE && !(may_hold_more && compare_contains(own, key)))
		return 0;
	return alike + rank;
}

/*
 * Finds the first of the blocks that show the title best.  Blocks in better places are read first,
 * because few others can then be as good.
 */
static uint32_t
find_block(const Reader *reader, Str title, uint32_t node)
{
	ComparePairs pairs;
	uint32_t best = PAGE_NONE;
	float best_alike = 0;

	compare_pairs_init(&pairs, compare_key(reader->arena, title));
	for (int round = 0; round < 2; round++)
		for (uint32_t i = 0; i < reader->blocks.count; i++)
		{
			const Block *block = &reader->blocks.items[i];
			float rank = rank_of_place(reader, block, node);
			float alike;

			if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
				return best;
			if ((rank > 0) != (round == 0) || 1 + rank < best_alike)
				continue;
			alike = prints_title(reader, block, &pairs, rank);
			if (alike > best_alike || (alike > 0 && alike == best_alike && i < best))
			{
				best = i;
				best_alike = alike;
			}
		}
	return best;
}

/* A page without headings and metadata. */
static void
read_line(Reader *reader)
{
	Article *article = &reader->article;

	article->title = title_of_lines(reader, &reader->title_block, &article->confidence_title);
	article->title_source = article->title.data != NULL ? SOURCE_LINE : NULL;
}

/*
 * Is the page's own title another wording of the known one? One that only a heading or a line says
 * must be similar: in a text without its headline, which feeds bring, it is a heading of a section.
 */
static bool
is_same_headline(const Reader *reader, Str own, const char *source)
{
	ComparePairs known;

	if (strcmp(source, source_names[TITLE_HEADING]) != 0 && strcmp(source, SOURCE_LINE) != 0)
		return true;
	compare_pairs_init(&known, compare_key(reader->arena, reader->options->known->title));
	return compare_pairs_likeness(&known, compare_key(reader->arena, own), KNOWN_LIKE_TITLE) >=
		   KNOWN_LIKE_TITLE;
}

/*
 * Takes the title that the caller knows. If the page prints it in other words, the block of those
 * remains the title's block, because the body begins after it.
 */
static void
take_known(Reader *reader)
{
	Article *article = &reader->article;
	uint32_t block = find_block(reader, reader->options->known->title, PAGE_NONE);

	if (block != PAGE_NONE || article->title.data == NULL ||
		!is_same_headline(reader, article->title, article->title_source))
		reader->title_block = block;
	article->title = reader->options->known->title;
	article->title_source = ARTICLE_KNOWN_SOURCE;
	article->confidence_title = 1;
}

/* A <title> of at most this many words may be that of a tool: "Print", "Press review". */
#define TOOL_WORDS 4
/* The least confidence in the line that is believed instead. */
#define LINE_CONFIDENCE 0.7f

/*
 * Is the best candidate a short <title> that the page does not print, although one of its lines
 * reads like a headline?  Then takes the line.
 */
static bool
take_line(Reader *reader, const TitleCandidate *best)
{
	Article *article = &reader->article;
	float confidence;
	uint32_t block;
	Str line;

	if ((best->sources & ~(1u << TITLE_HTML)) != 0 || headline_words(best->text) > TOOL_WORDS ||
		(reader->title_block != PAGE_NONE && best->features[TITLE_FEATURE_is_site] == 0))
		return false;
	line = title_of_lines(reader, &block, &confidence);
	if (line.data == NULL || confidence < LINE_CONFIDENCE ||
		compare_contains(compare_key(reader->arena, line), best->key))
		return false;
	article->title = line;
	article->title_source = SOURCE_LINE;
	article->confidence_title = confidence;
	reader->title_block = block;
	return true;
}

/* Takes the best candidate, or on a page without any, its first line. */
static void
choose(Reader *reader, const TitleCandidates *candidates)
{
	Article *article = &reader->article;
	const TitleCandidate *best = best_candidate(candidates);

	if (best == NULL)
	{
		read_line(reader);
		return;
	}
	best = home_title(candidates, best, reader);
	reader->title_block = find_block(reader, best->text, best->node);
	if (take_line(reader, best))
		return;
	article->title = best->text;
	article->title_source = source_name(best);
	article->confidence_title = title_confidence_of(candidates, best);
}

/* How often a rule that finds a title finds the right one. */
#define CONFIDENCE_RULED 0.95f

/*
 * The headline in a text that a rule finds: the best of the candidates that end it, of which it may
 * be one, so that a kicker is left out; the text without the site's name if there is none.
 */
static Str
ruled_headline(const Reader *reader, const TitleCandidates *candidates, const Site *site,
			   const RuledText *ruled)
{
	const TitleCandidate *best = NULL;
	Str text = fact_clean(reader->arena, ruled->text);
	Str key;

	if (ruled->computed)
		return text;
	text = title_without_site(text, site, reader->arena);
	key = compare_key(reader->arena, text);
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *candidate = &candidates->items[i];

		if (str_ends_ascii(key, candidate->key) && compare_contains(key, candidate->key) &&
			(best == NULL || score(candidate) > score(best)))
			best = candidate;
	}
	return best != NULL ? best->text : text;
}

/* Does the page declare a title that holds this one, or is held in it? */
static bool
is_declared(const Reader *reader, const TitleCandidates *candidates, Str text)
{
	const uint32_t printed = 1u << TITLE_H1 | 1u << TITLE_PART | 1u << TITLE_HEADING;
	Str key = compare_key(reader->arena, text);

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *candidate = &candidates->items[i];

		if ((candidate->sources & ~printed) != 0 &&
			(compare_contains(candidate->key, key) || compare_contains(key, candidate->key)))
			return true;
	}
	return false;
}

/*
 * Is it the headline of another article: a link to an address that is not the page's own, of which
 * nothing that the page declares as its title knows?
 */
static bool
names_other(const Reader *reader, const TitleCandidates *candidates, const RuledText *ruled,
			Str text)
{
	Str own = reader->options->url;
	Str linked;

	if (ruled->link.len == 0 || own.data == NULL || reader->ruling->only_rules)
		return false;
	linked = url_resolve(reader->arena, reader->base_url, ruled->link);
	return linked.data != NULL &&
		   !str_equal(url_comparable(reader->arena, linked), url_comparable(reader->arena, own)) &&
		   !is_declared(reader, candidates, text);
}

/* Takes the first title that the site's rules find. */
static void
obey_rules(Reader *reader, const TitleCandidates *candidates, const Site *site)
{
	const Ruling *ruling = reader->ruling;
	Article *article = &reader->article;

	for (uint32_t i = 0; i < ruling->titles.count; i++)
	{
		const RuledText *ruled = &ruling->titles.items[i];
		Str text = ruled_headline(reader, candidates, site, ruled);

		if (text.len == 0 || text.len > TITLE_MAX_SOURCE_BYTES ||
			names_other(reader, candidates, ruled, text))
			continue;
		article->title = text;
		article->title_source = ruled_source(reader, ruled->line);
		article->confidence_title = CONFIDENCE_RULED;
		reader->title_block = find_block(reader, text, PAGE_NONE);
		reader->ruled |= RULED_TITLE;
		return;
	}
	if (!ruled_only(reader, RULED_TITLE))
		return;
	article->title = STR_NONE;
	article->title_source = NULL;
	article->confidence_title = 0;
}

/* Chooses the headline, and finds the name of the site. */
static void
read_title(Reader *reader)
{
	TitleCandidates candidates;
	Article *article = &reader->article;
	Site site;

	site_read(&site, reader);
	site_add(&site, reader->arena, reader->options->known->site_name);
	article->site_name = reader->options->known->site_name;
	if (article->site_name.data == NULL)
		article->site_name = site_name(&site);
	if (article->site_name.data == NULL && reader->page.title.len <= TITLE_MAX_SOURCE_BYTES)
		article->site_name =
			title_site(str_collapse(reader->arena, reader->page.title), &site, reader->arena);
	title_candidates(&candidates, reader, &site);
	choose(reader, &candidates);
	if (reader->ruling != NULL)
		obey_rules(reader, &candidates, &site);
}

void
title_read(Reader *reader)
{
	read_title(reader);
	if (reader->options->known->title.data != NULL)
		take_known(reader);
}
