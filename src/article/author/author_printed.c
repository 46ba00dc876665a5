/*
 * author_printed.c
 *	  The authors of a printed byline: the names of the chosen place, and of the places near it that
 *	  are almost as probable, in the order of the page.
 */
#include "article/author/author_evidence.h"

#include "base/array.h"

/* Nodes, and blocks, between two elements of one byline: a comma, a portrait, a button. */
#define SAME_BYLINE_NODES 20
#define SAME_BYLINE_BLOCKS 8

/*
 * Neighbors join a byline if their score is at most this much lower: on publishers not seen, 1.5
 * and 40 nodes add as many wrong names as right ones.
 */
#define JOINING 1.0f

static void
add_links(const AuthorEvidence *evidence, const AuthorPlace *place, StrList *urls)
{
	Reader *reader = evidence->reader;
	const Page *page = &reader->page;

	for (uint32_t i = place->node; i < place->end; i++)
		if (page->nodes[i].tag == TAG_a &&
			author_is_link(page, &evidence->site, &evidence->starts, i))
			strlist_add(urls, reader->arena, page_attr(page, i, ATTR_href));
}

static bool
has_full_name(const AuthorPlace *place)
{
	return author_noted(&place->features, AUTHOR_IN_FULL);
}

/* Are both links to the same page: "Anne Dupont", "View all"? */
static bool
is_same_link(const Page *page, const AuthorPlace *a, const AuthorPlace *b)
{
	Str href = page_attr(page, a->node, ATTR_href);

	return href.len > 0 && str_equal(href, page_attr(page, b->node, ATTR_href));
}

/* Was it found in the same way, in the same place, whatever its name looks like? */
static bool
is_like(const AuthorPlace *a, const AuthorPlace *b)
{
	static const AuthorFeature of_names[] = {AUTHOR_PRINTED_GIVEN_NAME,
											 AUTHOR_BARE_GIVEN_NAME,
											 AUTHOR_INITIAL,
											 AUTHOR_IN_CAPITALS,
											 AUTHOR_IN_TEXT,
											 AUTHOR_DECLARED,
											 AUTHOR_REPEATED,
											 AUTHOR_FIRST};
	AuthorFeatures one = a->features;
	AuthorFeatures other = b->features;

	for (size_t i = 0; i < lengthof(of_names); i++)
	{
		author_note(&one, of_names[i]);
		author_note(&other, of_names[i]);
	}
	return a->block == b->block && memcmp(&one, &other, sizeof(one)) == 0;
}

/*
 * May it be of the same byline? Then both were found in a common way, both or neither are in
 * running text, and the metadata do not name other people in place of one of them.
 */
static bool
is_of_same_form(const AuthorPlace *place, const AuthorPlace *chosen)
{
	static const AuthorFeature ways[] = {AUTHOR_MARKED,		 AUTHOR_PROFILE, AUTHOR_CUED,
										 AUTHOR_CUED_WEAKLY, AUTHOR_BARE,	 AUTHOR_LABELLED,
										 AUTHOR_SIGNATURE};
	bool alike = false;

	for (size_t i = 0; i < lengthof(ways); i++)
		alike |=
			author_noted(&place->features, ways[i]) && author_noted(&chosen->features, ways[i]);
	if (author_noted(&place->features, AUTHOR_RUNNING) &&
		!author_noted(&chosen->features, AUTHOR_RUNNING))
		return false;
	return alike && !(author_noted(&chosen->features, AUTHOR_DECLARED) &&
					  author_noted(&place->features, AUTHOR_NOT_DECLARED));
}

/* Are both in one block, and in the metadata? */
static bool
are_declared(const AuthorPlace *place, const AuthorPlace *chosen)
{
	return place->block == chosen->block && author_noted(&place->features, AUTHOR_DECLARED) &&
		   author_noted(&chosen->features, AUTHOR_DECLARED);
}

/* Does the place belong to the byline whose nodes are [from, to)? */
static bool
is_neighbor(const Page *page, const AuthorPlace *place, const AuthorPlace *chosen, uint32_t from,
			uint32_t to)
{
	return (place->score >= chosen->score - JOINING || is_like(place, chosen) ||
			are_declared(place, chosen)) &&
		   is_of_same_form(place, chosen) && place->block <= chosen->block + SAME_BYLINE_BLOCKS &&
		   place->block + SAME_BYLINE_BLOCKS >= chosen->block &&
		   place->end + SAME_BYLINE_NODES >= from && place->node <= to + SAME_BYLINE_NODES &&
		   (!has_full_name(chosen) || has_full_name(place)) && !is_same_link(page, place, chosen);
}

/* Inserts a place into a list that is in the order of the page. */
static void
insert_place(const AuthorPlace **taken, uint32_t count, const AuthorPlace *place)
{
	while (count > 0 && taken[count - 1]->node > place->node)
	{
		taken[count] = taken[count - 1];
		count--;
	}
	taken[count] = place;
}

void
author_take_place(AuthorList *list, const AuthorEvidence *evidence, uint32_t best, StrList *urls)
{
	const Page *page = &evidence->reader->page;
	const AuthorPlace *chosen = &evidence->places[best];
	const AuthorPlace *taken[AUTHOR_PLACES_MAX];
	uint32_t count = 0;
	uint32_t to = chosen->end;

	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		const AuthorPlace *place = &evidence->places[i];

		if (i != best && !is_neighbor(page, place, chosen, chosen->node, to))
			continue;
		insert_place(taken, count++, place);
		to = place->end > to ? place->end : to;
	}
	author_list_init(list, "byline", false);
	for (uint32_t i = 0; i < count; i++)
	{
		author_list_add(list, evidence->reader->arena, &evidence->site, &taken[i]->byline);
		add_links(evidence, taken[i], urls);
	}
}
