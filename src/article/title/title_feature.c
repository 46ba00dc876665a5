/*
 * title_feature.c
 *	  The evidence for each headline candidate other than the places that state it: the other
 *	  candidates, its words, the site, the address of the page.
 */
#include "article/title/title.h"

#include "base/utf8.h"
#include "html/url.h"
#include "text/char.h"

/* A longer address is a query. */
#define ADDRESS_MAX_BYTES 600

typedef struct TitleContext
{
	TitleCandidates *candidates;
	const Reader *reader;
	const Site *site;
	Str html_key;	 /* of <title> */
	Str address_key; /* of the path of the page's address */
	TitleWords text; /* the words of the running text */
	bool no_h1;		 /* none but the last item of a breadcrumb trail */
} TitleContext;

float
title_most_alike(const TitleCandidates *candidates, ComparePairs *pairs, uint32_t sources,
				 float least)
{
	float most = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const TitleCandidate *other = &candidates->items[i];
		float alike;

		if ((other->sources & sources) == 0 || str_equal(other->key, pairs->key))
			continue;
		alike = compare_pairs_likeness(pairs, other->key, most > least ? most : least);
		most = alike > most ? alike : most;
	}
	return most;
}

static uint32_t
count_words(Str key)
{
	uint32_t words = key.len > 0;

	for (uint32_t i = 0; i < key.len; i++)
		words += key.data[i] == ' ';
	return words;
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

/* Returns the words before the last len bytes of a key. */
static Str
words_before(Str key, uint32_t len)
{
	return str_sub(key, 0, key.len - len - 1);
}

static bool
ends_with(Str key, Str words)
{
	return words.len < key.len && key.data[key.len - words.len - 1] == ' ' &&
		   memcmp(key.data + key.len - words.len, words.data, words.len) == 0;
}

/*
 * "Lyon Le vieux pont fermé": nothing separates the kicker from the headline in the text, although
 * it is an element of its own on the page.
 */
static bool
is_glued(Str text, Str kicker)
{
	uint32_t i = 0;
	uint32_t first;
	Str rest;

	if (kicker.len == 0 || kicker.len >= text.len ||
		memcmp(text.data, kicker.data, kicker.len) != 0 ||
		title_separates((unsigned char) kicker.data[kicker.len - 1]))
		return false;
	rest = str_trim(str_sub(text, kicker.len, text.len));
	if (rest.len == 0)
		return false;
	first = utf8_next(rest.data, rest.len, &i);
	/* "Lyon" is no kicker of "ferme un pont" */
	return !title_separates(first) && !char_is(first, CHAR_IN(CHAR_LOWERCASE));
}

/*
 * If the words of a candidate end another one, the words before them may be a kicker that the page
 * shows separately.
 */
static void
compare_ends(const TitleContext *context, TitleCandidate *candidate, TitleCandidate *longer)
{
	const TitleCandidate *kicker;

	if (!ends_with(longer->key, candidate->key))
		return;
	candidate->features[TITLE_FEATURE_ends_other] = 1;
	kicker =
		title_find_candidate(context->candidates, words_before(longer->key, candidate->key.len));
	if (kicker == NULL || (kicker->sources & (1u << TITLE_PART | 1u << TITLE_HEADING)) == 0 ||
		kicker->features[TITLE_FEATURE_is_site] > 0)
		return;
	longer->features[TITLE_FEATURE_kicker_on] = 1;
	if ((kicker->sources & candidate->sources & 1u << TITLE_PART) != 0 &&
		kicker->key.len < candidate->key.len && is_glued(longer->text, kicker->text))
		longer->glued = true;
}

static bool
is_stated(const TitleCandidate *candidate)
{
	return candidate->features[TITLE_FEATURE_html] > 0 ||
		   candidate->features[TITLE_FEATURE_html_segment] > 0 ||
		   (candidate->sources & (1u << TITLE_OPEN_GRAPH | 1u << TITLE_JSON_LD)) != 0;
}

/* Is a text a date and little else: "Publié le 14 mars 2023"? */
static bool
is_dated(Str text)
{
	DateHabits habits = {false, STR_NONE};
	DateFound found;

	return date_scan(text, &habits, &found, 1) > 0 && (found.end - found.start) * 2 > text.len;
}

/*
 * "Le vieux pont fermé Abonnés": what the page states begins the text of a heading, and an element
 * of its own ends it, which is a label. So is a date there, whatever is stated.
 */
static void
compare_starts(const TitleContext *context, const TitleCandidate *candidate, TitleCandidate *longer)
{
	const uint32_t part = 1u << TITLE_PART;
	uint32_t start = candidate->key.len + 1;
	const TitleCandidate *label;

	if (start >= longer->key.len || longer->key.data[start - 1] != ' ' ||
		(candidate->sources & part) == 0 || is_stated(longer) ||
		memcmp(longer->key.data, candidate->key.data, candidate->key.len) != 0)
		return;
	label = title_find_candidate(context->candidates, str_sub(longer->key, start, longer->key.len));
	if (label != NULL && (label->sources & part) != 0 && label->key.len < candidate->key.len &&
		(is_stated(candidate) || is_dated(label->text)))
		longer->glued = true;
}

static void
fill_likeness(const TitleContext *context, TitleCandidate *candidate)
{
	const uint32_t declared = 1u << TITLE_OPEN_GRAPH | 1u << TITLE_JSON_LD | 1u << TITLE_TWITTER |
							  1u << TITLE_MICRODATA | 1u << TITLE_META;
	TitleCandidates *all = context->candidates;
	float *features = candidate->features;
	ComparePairs pairs;

	compare_pairs_init(&pairs, candidate->key);
	features[TITLE_FEATURE_like_h1] = title_most_alike(all, &pairs, 1u << TITLE_H1, 0);
	features[TITLE_FEATURE_like_declared] = title_most_alike(all, &pairs, declared, 0);
	features[TITLE_FEATURE_like_html] = compare_pairs_likeness(&pairs, context->html_key, 0);
	for (uint32_t i = 0; i < all->count; i++)
	{
		TitleCandidate *other = &all->items[i];

		if (other == candidate)
			continue;
		if (compare_contains(candidate->key, other->key))
			features[TITLE_FEATURE_holds_other] = 1;
		if (!compare_contains(other->key, candidate->key))
			continue;
		features[TITLE_FEATURE_part_of_other] = 1;
		if (other->features[TITLE_FEATURE_heading] > 0)
			features[TITLE_FEATURE_part_of_heading] = 1;
		if (is_cut_short(candidate->text))
			features[TITLE_FEATURE_cut_short] = 1;
		compare_ends(context, candidate, other);
		compare_starts(context, candidate, other);
	}
}

/* Where a heading and metadata differ, how much they do tells which of them is the headline. */
static void
fill_wording(float *features)
{
	if (features[TITLE_FEATURE_h1] > 0)
		features[TITLE_FEATURE_h1_like] = features[TITLE_FEATURE_like_declared];
	if (features[TITLE_FEATURE_open_graph] > 0)
		features[TITLE_FEATURE_open_graph_like] = features[TITLE_FEATURE_like_h1];
	if (features[TITLE_FEATURE_json_ld] > 0)
		features[TITLE_FEATURE_json_ld_like] = features[TITLE_FEATURE_like_h1];
}

/*
 * What sources that agree add, if what is stated with the site's name counts like what is stated
 * without it.
 */
static void
fill_cut_agreement(TitleCandidate *candidate, bool printed, bool no_h1)
{
	float *features = candidate->features;
	bool h1 = features[TITLE_FEATURE_h1] > 0;
	bool heading = features[TITLE_FEATURE_heading] > 0;
	bool json_ld = features[TITLE_FEATURE_json_ld] > 0;
	bool twitter = features[TITLE_FEATURE_twitter] > 0;
	bool open_graph = features[TITLE_FEATURE_open_graph] > 0;
	bool cut = open_graph || features[TITLE_FEATURE_cut_declared] > 0;
	bool html = features[TITLE_FEATURE_html] > 0 || features[TITLE_FEATURE_cut_html] > 0 ||
				features[TITLE_FEATURE_html_segment] > 0;

	features[TITLE_FEATURE_cut_printed] = printed && cut;
	features[TITLE_FEATURE_cut_and_json_ld] = cut && json_ld;
	features[TITLE_FEATURE_open_graph_and_twitter] = open_graph && twitter;
	features[TITLE_FEATURE_json_ld_and_html] = json_ld && html;
	features[TITLE_FEATURE_only_part] = printed && !h1 && !heading;
	features[TITLE_FEATURE_heading_for_h1] = heading && no_h1;
	if (h1 && !cut && !json_ld && !twitter && !html)
		features[TITLE_FEATURE_only_h1_like] = features[TITLE_FEATURE_like_declared];
}

/* Sources that agree are worth more, or less, than their sum. */
static void
fill_agreement(const TitleContext *context, TitleCandidate *candidate)
{
	const uint32_t declared = 1u << TITLE_OPEN_GRAPH | 1u << TITLE_JSON_LD | 1u << TITLE_TWITTER |
							  1u << TITLE_MICRODATA | 1u << TITLE_META;
	float *features = candidate->features;
	bool h1 = features[TITLE_FEATURE_h1] > 0;
	bool open_graph = features[TITLE_FEATURE_open_graph] > 0;
	bool json_ld = features[TITLE_FEATURE_json_ld] > 0;
	bool html = features[TITLE_FEATURE_html] > 0 || features[TITLE_FEATURE_cut_html] > 0;
	bool heading = features[TITLE_FEATURE_heading] > 0;
	bool printed = h1 || heading || (candidate->sources & 1u << TITLE_PART) != 0;
	bool stated = (candidate->sources & declared) != 0 || features[TITLE_FEATURE_cut_declared] > 0;

	features[TITLE_FEATURE_unprinted] = !printed;
	features[TITLE_FEATURE_declared_printed] = printed && stated;
	features[TITLE_FEATURE_declared_unprinted] = (open_graph || json_ld) && !h1 && !heading;
	features[TITLE_FEATURE_open_graph_printed] = printed && open_graph;
	features[TITLE_FEATURE_only_json_ld] = json_ld && !open_graph && !h1;
	features[TITLE_FEATURE_only_h1] = h1 && !stated;
	features[TITLE_FEATURE_three_sources] = h1 + open_graph + json_ld + html >= 3;
	fill_cut_agreement(candidate, printed, context->no_h1);
	fill_wording(features);
}

/*
 * Does a dash or a bar separate two segments?  A colon may also follow a kicker, and "/" and "+"
 * join words.
 */
static bool
is_in_segments(Str text, const TitleCut *cuts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
	{
		Str separator = str_trim(str_sub(text, cuts[i].start, cuts[i].end - cuts[i].start));

		if (separator.len > 0 && strchr(":/+*~", separator.data[0]) == NULL)
			return true;
	}
	return false;
}

static void
fill_words(const TitleContext *context, TitleCandidate *candidate)
{
	Arena *arena = context->reader->arena;
	float *features = candidate->features;
	TitleCut cuts[TITLE_MAX_CUTS];
	uint32_t count = title_cuts(candidate->text, cuts);
	uint32_t words = count_words(candidate->key);
	bool spaced = (unsigned char) candidate->key.data[0] < 0xE0; /* no spaces in Chinese */
	uint32_t telling;

	features[TITLE_FEATURE_is_site] = site_is(context->site, arena, candidate->text);
	features[TITLE_FEATURE_holds_site] =
		(count > 0 || candidate->text.data[0] == '[') &&
		title_without_site(candidate->text, context->site, arena).len < candidate->text.len;
	features[TITLE_FEATURE_in_segments] = is_in_segments(candidate->text, cuts, count);
	features[TITLE_FEATURE_few_words] = spaced && words <= 2;
	features[TITLE_FEATURE_some_words] = spaced && (words == 3 || words == 4);
	features[TITLE_FEATURE_in_address] =
		title_share_of_words(candidate->key, context->address_key, &telling);
	features[TITLE_FEATURE_in_text] = title_share_in_text(candidate->key, &context->text, &telling);
	features[TITLE_FEATURE_sources] =
		(float) count_bits(candidate->sources) / (float) TITLE_SOURCE_COUNT;
}

static void
fill_length(TitleCandidates *candidates)
{
	uint32_t longest = 1;

	for (uint32_t i = 0; i < candidates->count; i++)
		if (candidates->items[i].key.len > longest)
			longest = candidates->items[i].key.len;
	for (uint32_t i = 0; i < candidates->count; i++)
		candidates->items[i].features[TITLE_FEATURE_length] =
			(float) candidates->items[i].key.len / (float) longest;
}

void
title_fill_features(TitleCandidates *candidates, const Reader *reader, const Site *site,
					Str html_key)
{
	Str url = reader->options->url.data != NULL ? reader->options->url : reader->base_url;
	TitleContext context = {
		.candidates = candidates, .reader = reader, .site = site, .html_key = html_key};

	context.address_key = compare_key(reader->arena, str_sub(url_path(url), 0, ADDRESS_MAX_BYTES));
	title_text_words(&context.text, reader, title_text_start(&reader->blocks));
	context.no_h1 = true;
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		fill_words(&context, &candidates->items[i]);
		context.no_h1 &= candidates->items[i].features[TITLE_FEATURE_h1] == 0;
	}
	for (uint32_t i = 0; i < candidates->count; i++)
		fill_likeness(&context, &candidates->items[i]);
	for (uint32_t i = 0; i < candidates->count; i++)
		fill_agreement(&context, &candidates->items[i]);
	fill_length(candidates);
}
