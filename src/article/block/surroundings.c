/*
 * surroundings.c
 *	  See surroundings.h.
 */
#include "article/block/surroundings.h"

#define NAVIGATION_CUES (CLASS_CUE_BIT(NAV) | CLASS_CUE_BIT(FOOTER))
/*
 * In the same attribute, these take precedence over a word for related articles: "related-tags",
 * "share-more", "next-comments".
 */
#define SERVICE_CUES                                                                               \
	(CLASS_CUE_BIT(AUTHOR) | CLASS_CUE_BIT(COMMENT) | CLASS_CUE_BIT(COOKIE) |                      \
	 CLASS_CUE_BIT(FORM) | CLASS_CUE_BIT(NEWSLETTER) | CLASS_CUE_BIT(SHARE) | CLASS_CUE_BIT(TAGS))
/* These do not: a box of related articles may be called a promotion, or open over the page. */
#define WEAK_SERVICE_CUES (CLASS_CUE_BIT(AD) | CLASS_CUE_BIT(MODAL))

void
surroundings_body(const Reader *reader, uint32_t *first, uint32_t *end)
{
	const Blocks *blocks = &reader->blocks;

	*first = *end = 0;
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		if (*end == 0)
			*first = blocks->items[i].first;
		*end = blocks->items[i].end;
	}
}

void
surroundings_init(Surroundings *surroundings, const Reader *reader)
{
	surroundings->reader = reader;
	surroundings->places = arena_zalloc(reader->arena, reader->page.nnodes);
	surroundings_body(reader, &surroundings->body_first, &surroundings->body_end);
}

static bool
before_body(const Surroundings *surroundings, uint32_t node)
{
	return surroundings->body_end == 0 || node < surroundings->body_first;
}

/* Is the element too large to say anything about its contents? */
static bool
holds_page(const Surroundings *surroundings, uint32_t node)
{
	const Page *page = &surroundings->reader->page;
	uint32_t end = page->nodes[node].end;

	if (surroundings->body_end == 0)
		return end - node > page->nnodes / 2;
	return node < surroundings->body_first && end >= surroundings->body_end;
}

static SurroundingsPlace
place_by_tag(const Surroundings *surroundings, uint32_t node)
{
	switch ((TagId) surroundings->reader->page.nodes[node].tag)
	{
		case TAG_nav:
		case TAG_menu:
			return SURROUNDINGS_NAVIGATION;
		case TAG_header:
			return before_body(surroundings, node) ? SURROUNDINGS_NAVIGATION : SURROUNDINGS_PLAIN;
		case TAG_footer:
			return SURROUNDINGS_NAVIGATION;
		case TAG_address:
		case TAG_button:
		case TAG_dialog:
		case TAG_fieldset:
		case TAG_form:
		case TAG_label:
		case TAG_select:
			return SURROUNDINGS_SERVICE;
		default:
			return SURROUNDINGS_PLAIN;
	}
}

static SurroundingsPlace
place_by_cues(const Surroundings *surroundings, uint32_t node)
{
	uint32_t cues = reader_cues(surroundings->reader, node);

	if (cues & SERVICE_CUES)
		return SURROUNDINGS_SERVICE;
	if (cues & CLASS_CUE_BIT(RELATED))
		return SURROUNDINGS_RELATED;
	if (cues & WEAK_SERVICE_CUES)
		return SURROUNDINGS_SERVICE;
	if ((cues & NAVIGATION_CUES) ||
		((cues & CLASS_CUE_BIT(HEADER)) && before_body(surroundings, node)))
		return SURROUNDINGS_NAVIGATION;
	return SURROUNDINGS_PLAIN;
}

/* Returns what the element itself says, ignoring its ancestors; SURROUNDINGS_PLAIN if nothing. */
static SurroundingsPlace
own_place(const Surroundings *surroundings, uint32_t node)
{
	SurroundingsPlace place;

	if (surroundings->reader->page.nodes[node].tag == TAG_text || holds_page(surroundings, node))
		return SURROUNDINGS_PLAIN;
	place = place_by_cues(surroundings, node);
	return place != SURROUNDINGS_PLAIN ? place : place_by_tag(surroundings, node);
}

SurroundingsPlace
surroundings_place(Surroundings *surroundings, uint32_t node)
{
	const Node *nodes = surroundings->reader->page.nodes;
	uint8_t *places = surroundings->places;
	uint32_t top = node;
	SurroundingsPlace place;

	while (top != 0 && places[top] == SURROUNDINGS_UNREAD &&
		   own_place(surroundings, top) == SURROUNDINGS_PLAIN)
		top = nodes[top].parent;
	if (places[top] != SURROUNDINGS_UNREAD)
		place = (SurroundingsPlace) places[top];
	else
		place = top != 0 ? own_place(surroundings, top) : SURROUNDINGS_PLAIN;
	for (;; node = nodes[node].parent)
	{
		places[node] = (uint8_t) place;
		if (node == top)
			return place;
	}
}
