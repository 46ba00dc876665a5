/*
 * card_trail.c
 *	  The breadcrumb trail that a page prints. It is found by the class names that designers give
 *	  it, or by its label for screen readers (WAI-ARIA authoring practices, "breadcrumb" pattern).
 */
#include "article/card/card.h"

#include "base/array.h"

#define MAX_CRUMBS 10
#define MAX_TRAIL_NODES 120 /* of a trail: ten links, their list items and separators */

bool
is_no_topic(Str text)
{
	static const char *const words[] = {
		"accueil",		  "home",		   "homepage",		  "home page",	   "startseite",
		"inicio",		  "início",		   "uncategorized",	  "non classé",	   "non classe",
		"sans catégorie", "sin categoría", "unkategorisiert", "undefined",	   "article",
		"articles",		  "portada",	   "forside",		  "vous êtes ici", "you are here",
		"retour",		  "a la une",	   "à la une",		  "À la une",
	};

	for (size_t i = 0; i < lengthof(words); i++)
		if (str_equal_ascii(text, str_cstr(words[i])))
			return true;
	return false;
}

/*
 * Letters of "crumb" and "arian", which both have 5: for each, its position counted from 1 at the
 * start; 0 if it is in neither. The low 5 bits of a byte identify a letter in either case.
 */
static const uint8_t nearness[32] = {
	['c' & 31] = 1, ['r' & 31] = 2, ['u' & 31] = 3, ['m' & 31] = 4,
	['b' & 31] = 5, ['i' & 31] = 3, ['a' & 31] = 4, ['n' & 31] = 5,
};

/* May a value contain one of the two? Skips like Horspool's search (1980), for both at once. */
static bool
may_name_trail(Str value)
{
	uint32_t last = 4;

	while (last < value.len)
	{
		uint32_t near = nearness[value.data[last] & 31];

		if (near < 5)
			last += 5 - near;
		else if (nearness[value.data[last - 1] & 31] ==
				 4) /* "mb", "an"; or "ab", "mn", which are rare */
			return true;
		else
			last++;
	}
	return false;
}

static bool
names_trail(Str value)
{
	if (value.len > 200 || !may_name_trail(value))
		return false;
	/* "crumb" alone names a step; most values hold neither, and are searched once for both. */
	if (str_find_ascii(value, STR("crumb")) >= 0 && (str_find_ascii(value, STR("crumbs")) >= 0 ||
													 str_find_ascii(value, STR("breadcrumb")) >= 0))
		return true;
	return str_find_ascii(value, STR("ariane")) >= 0;
}

static bool
is_trail(const Page *page, const Node *node)
{
	for (uint32_t i = node->attr; i < node_attrs_end(node); i++)
		switch (page->attrs[i].name)
		{
			case ATTR_aria_label:
			case ATTR_class:
			case ATTR_id:
				if (names_trail(attr_str(&page->attrs[i])))
					return true;
				break;
			default:
				break;
		}
	return false;
}

/* Is this element one step of the trail: a link, or a list item without one? */
static bool
is_crumb(const Page *page, uint32_t node)
{
	if (page->nodes[node].tag == TAG_a)
		return true;
	if (page->nodes[node].tag != TAG_li)
		return false;
	for (uint32_t i = node + 1; i < page->nodes[node].end; i++)
		if (page->nodes[i].tag == TAG_a || page->nodes[i].tag == TAG_li)
			return false;
	return true;
}

static void
read_crumbs(Reader *reader, uint32_t trail, StrList *crumbs)
{
	const Page *page = &reader->page;

	for (uint32_t i = trail + 1; i < page->nodes[trail].end && crumbs->count < MAX_CRUMBS; i++)
		if (is_crumb(page, i))
			strlist_add(crumbs, reader->arena, page_text(page, reader->arena, i));
}

/* Blocks before the title among which a trail without a class is. */
#define BLOCKS_ABOVE 8

/* "Accueil > Région > …": does a text have a separator of trails between words? */
static bool
has_separator(Str text)
{
	static const Str marks[] = {{" > ", 3}, {" › ", 5}, {" » ", 4}, {" / ", 3}, {" → ", 5}};

	for (size_t i = 0; i < lengthof(marks); i++)
		if (str_find(text, marks[i]) > 0)
			return true;
	return false;
}

/*
 * The links of a trail that only its form betrays: a line above the title that begins with a link
 * to the home page and has separators.
 */
static void
read_plain_trail(Reader *reader, StrList *trail)
{
	const Page *page = &reader->page;
	const Blocks *blocks = &reader->blocks;
	uint32_t title = reader->title_block;
	uint32_t from = title != PAGE_NONE && title > BLOCKS_ABOVE ? title - BLOCKS_ABOVE : 0;

	for (uint32_t i = from; title != PAGE_NONE && i < title && trail->count == 0; i++)
	{
		const Block *block = &blocks->items[i];
		StrList crumbs = {NULL, 0, 0};

		if (block->link_chars == 0 || block->end - block->first > MAX_TRAIL_NODES ||
			!has_separator(block->text))
			continue;
		for (uint32_t k = block->first > 0 ? block->first - 1 : 0; k < block->end; k++)
			if (page->nodes[k].tag == TAG_a && crumbs.count < MAX_CRUMBS)
				strlist_add(&crumbs, reader->arena, page_text(page, reader->arena, k));
		if (crumbs.count >= 2 && is_no_topic(crumbs.items[0]) &&
			str_starts_ascii(block->text, crumbs.items[0]))
			*trail = crumbs;
	}
}

void
trail_read(Reader *reader, StrList *trail)
{
	const Page *page = &reader->page;

	for (uint32_t i = 1; i < page->nnodes && trail->count == 0; i++)
	{
		const Node *node = &page->nodes[i];

		if (node->nattrs > 0 && tag_is_block((TagId) node->tag) &&
			node->end - i <= MAX_TRAIL_NODES && node->end > i + 1 && is_trail(page, node))
			read_crumbs(reader, i, trail);
	}
	if (trail->count == 0)
		read_plain_trail(reader, trail);
}
