/*
 * author_printed.c
 *	  The authors of a printed byline: the names of the chosen place, and of the places near it that
 *	  are almost as probable.
 */
#include "article/author/author_evidence.h"

/* Nodes, and blocks, between two elements of one byline: a comma, a portrait, a button. */
#define SAME_BYLINE_NODES 40
#define SAME_BYLINE_BLOCKS 8

/* Neighbors join a byline if their score is at most this much lower. */
#define JOINING 1.5f

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

void
author_take_place(AuthorList *list, const AuthorEvidence *evidence, uint32_t best, StrList *urls)
{
	const AuthorPlace *chosen = &evidence->places[best];
	uint32_t from = chosen->node;
	uint32_t to = chosen->end;

	author_list_init(list, "byline", false);
	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		const AuthorPlace *place = &evidence->places[i];

		if (i != best &&
			(place->score < chosen->score - JOINING ||
			 place->block > chosen->block + SAME_BYLINE_BLOCKS ||
			 place->block + SAME_BYLINE_BLOCKS < chosen->block ||
			 place->end + SAME_BYLINE_NODES < from || place->node > to + SAME_BYLINE_NODES))
			continue;
		if (i != best && has_full_name(chosen) && !has_full_name(place))
			continue;
		author_list_add(list, evidence->reader->arena, &evidence->site, &place->byline);
		add_links(evidence, place, urls);
		to = place->end > to ? place->end : to;
	}
}
