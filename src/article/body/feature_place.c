/*
 * feature_place.c
 *	  Where a block is: the elements above it. Blocks come in page order and share most of these, so
 *	  the values of each element are kept while the blocks inside it are asked for.
 */
#include "article/body/feature_internal.h"

/* Most bytes of an itemprop, which names a few properties. */
#define LONGEST_ITEMPROP 128

/* Longer distances count as these. */
#define FARTHEST_MAIN 20
#define FARTHEST_ARTICLE_BODY 20

/* The feature that holds the distance to an ancestor with this tag, or -1. */
static int
ancestor_feature(TagId tag)
{
	switch (tag)
	{
		case TAG_article:
			return FEATURE_in_article;
		case TAG_main:
			return FEATURE_in_main;
		case TAG_nav:
			return FEATURE_in_nav;
		case TAG_header:
			return FEATURE_in_header;
		case TAG_footer:
			return FEATURE_in_footer;
		case TAG_aside:
			return FEATURE_in_aside;
		case TAG_form:
			return FEATURE_in_form;
		case TAG_figure:
		case TAG_figcaption:
			return FEATURE_in_figure;
		case TAG_ul:
		case TAG_ol:
			return FEATURE_in_list;
		case TAG_table:
			return FEATURE_in_table;
		case TAG_blockquote:
			return FEATURE_in_quote;
		case TAG_section:
			return FEATURE_in_section;
		case TAG_button:
		case TAG_label:
			return FEATURE_in_button;
		case TAG_a:
			return FEATURE_in_link;
		case TAG_p:
			return FEATURE_in_paragraph;
		default:
			return -1;
	}
}

/*
 * Class cues that mark a box next to an article. On an element that holds the headline they
 * describe the whole page (an opinion piece has the class "comment", a subscriber's article
 * "paywall"), not a box.
 */
static const uint32_t box_cues =
	CLASS_CUE_BIT(AD) | CLASS_CUE_BIT(AUTHOR) | CLASS_CUE_BIT(BUTTON) | CLASS_CUE_BIT(CAPTION) |
	CLASS_CUE_BIT(COMMENT) | CLASS_CUE_BIT(COOKIE) | CLASS_CUE_BIT(DATE) | CLASS_CUE_BIT(EMBED) |
	CLASS_CUE_BIT(FOOTER) | CLASS_CUE_BIT(FORM) | CLASS_CUE_BIT(HIDDEN) | CLASS_CUE_BIT(MODAL) |
	CLASS_CUE_BIT(NAV) | CLASS_CUE_BIT(NEWSLETTER) | CLASS_CUE_BIT(PAYWALL) |
	CLASS_CUE_BIT(RELATED) | CLASS_CUE_BIT(SHARE) | CLASS_CUE_BIT(SIDE) | CLASS_CUE_BIT(TAGS);

static bool
holds_title(const Features *features, uint32_t node)
{
	return node <= features->title_node && features->title_node < features->page->nodes[node].end;
}

static bool
is_article_body(Str itemprop)
{
	return str_find_ascii(str_sub(itemprop, 0, LONGEST_ITEMPROP), STR("articleBody")) >= 0;
}

/* ------------------------------------------------------------------ one element */

/* Adds 1 to the distances of the parent. */
static void
move_away(Place *place, const Place *parent)
{
	for (int i = 0; i < PLACE_UP_COUNT; i++)
		place->up[i] = (uint8_t) (parent->up[i] < PLACE_FAR ? parent->up[i] + 1 : PLACE_FAR);
	place->main = (uint8_t) (parent->main < FARTHEST_MAIN ? parent->main + 1 : FARTHEST_MAIN);
	place->article_body =
		(uint8_t) (parent->article_body < FARTHEST_ARTICLE_BODY ? parent->article_body + 1
																: FARTHEST_ARTICLE_BODY);
}

static void
add_element(Place *place, const Features *features, uint32_t node)
{
	int by_tag = ancestor_feature((TagId) features->page->nodes[node].tag);
	uint32_t cues = reader_cues(features->reader, node);

	if (holds_title(features, node))
		cues &= ~box_cues;
	if (by_tag >= 0)
		place->up[by_tag - FEATURE_in_article] = 0;
	for (; cues != 0; cues &= cues - 1)
		place->up[PLACE_UP_CLASS + __builtin_ctz(cues)] = 0;
	if (features->base->marks_body &&
		is_article_body(page_attr(features->page, node, ATTR_itemprop)))
		place->article_body = 0;
}

static void
measure(Place *place, const Features *features, uint32_t node)
{
	const Holder *holder = holder_at(features, node);
	const Sums *sums = &holder->sums;

	place->prose = features_log(features, sums->prose);
	place->links = features_share(sums->links, sums->chars);
	place->blocks = features_log(features, sums->blocks);
	place->share = features_share(sums->prose, features->total.prose);
	place->twins = node != 0 ? features_log(features, holder->twins) : 0;
}

/*
 * The values of an element. There is one entry for each depth of the page; it holds the element of
 * that depth that was asked for last.
 */
static const Place *
place_of(const Features *features, uint32_t node)
{
	const Node *nodes = features->page->nodes;
	Place *place = &features->places[nodes[node].depth];

	if (place->node == node)
		return place;
	if (node == 0)
	{
		memset(place->up, PLACE_FAR, sizeof(place->up));
		place->main = FARTHEST_MAIN;
		place->article_body = FARTHEST_ARTICLE_BODY;
	}
	else
	{
		move_away(place, place_of(features, nodes[node].parent));
		add_element(place, features, node);
	}
	if (node == features->main)
		place->main = 0;
	measure(place, features, node);
	place->node = node;
	return place;
}

/* ------------------------------------------------------------------ rows */

static void
fill_distances(const Place *place, float *row)
{
	for (int i = 0; i < PLACE_UP_CLASS; i++)
		row[FEATURE_in_article + i] = place->up[i];
	for (int i = 0; i < CLASS_CUE_COUNT; i++)
		row[FEATURE_CLASS + i] = place->up[PLACE_UP_CLASS + i];
	row[FEATURE_main_distance] = place->main;
	row[FEATURE_in_article_body] =
		place->article_body < FARTHEST_ARTICLE_BODY ? place->article_body : FEATURE_FAR;
}

/*
 * The element itself, its parent and its grandparent give four features each; then comes the next
 * ancestor.
 */
void
places_row(const Features *features, uint32_t node, float *row)
{
	const Place *place = place_of(features, node);

	fill_distances(place, row);
	for (int f = FEATURE_own_prose; f <= FEATURE_grand_prose; f += 4)
	{
		row[f] = place->prose;
		row[f + 1] = place->links;
		row[f + 2] = place->blocks;
		row[f + 3] = place->share;
		row[FEATURE_own_twins + (f - FEATURE_own_prose) / 4] = place->twins;
		place = place_of(features, features->page->nodes[place->node].parent);
	}
	row[FEATURE_great_links] = place->links;
	row[FEATURE_great_share] = place->share;
	row[FEATURE_great_twins] = place->twins;
}

bool
places_mark_body(const Page *page)
{
	for (uint32_t i = 0; i < page->nattrs; i++)
		if (page->attrs[i].name == ATTR_itemprop && is_article_body(attr_str(&page->attrs[i])))
			return true;
	return false;
}

void
places_open(Features *features)
{
	const Page *page = features->page;
	const Blocks *blocks = &features->blocks;
	uint32_t deepest = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
		if (page->nodes[blocks->items[i].node].depth > deepest)
			deepest = page->nodes[blocks->items[i].node].depth;
	features->places = arena_array(features->arena, Place, deepest + 1);
	for (uint32_t depth = 0; depth <= deepest; depth++)
		features->places[depth].node = PAGE_NONE;
}
