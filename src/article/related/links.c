/*
 * links.c
 *	  Every link of a page: its address, its text, and its place.
 */
#include "article/related/links.h"

#include "article/cue/headline.h"
#include "article/block/seen_text.h"
#include "article/block/surroundings.h"
#include "html/url.h"

void
links_start(LinkCursor *cursor, const Reader *reader)
{
	*cursor = (LinkCursor){reader, 0, 0};
}

bool
links_next(LinkCursor *cursor, LinkSpot *spot)
{
	const Page *page = &cursor->reader->page;
	const Blocks *blocks = &cursor->reader->blocks;

	while (++cursor->node < page->nnodes)
	{
		uint32_t node = cursor->node;

		if (page->nodes[node].tag != TAG_a || page_attr(page, node, ATTR_href).data == NULL)
			continue;
		while (cursor->block < blocks->count && blocks->items[cursor->block].end <= node)
			cursor->block++;
		spot->node = node;
		spot->first_block = spot->end_block = cursor->block;
		while (spot->end_block < blocks->count &&
			   blocks->items[spot->end_block].first < page->nodes[node].end)
			spot->end_block++;
		return true;
	}
	return false;
}

/* The label of a link that contains an image. */
static Str
label(const Reader *reader, Arena *arena, uint32_t node)
{
	const Page *page = &reader->page;
	Str text = page_attr(page, node, ATTR_aria_label);

	if (text.len == 0)
		text = page_attr(page, node, ATTR_title);
	for (uint32_t i = node + 1; i < page->nodes[node].end && text.len == 0; i++)
		if (page->nodes[i].tag == TAG_img)
			text = page_attr(page, i, ATTR_alt);
	return text.len > 0 ? str_collapse(arena, text) : STR_NONE;
}

Str
link_text(const Reader *reader, Arena *arena, uint32_t node)
{
	Str text = seen_text(reader, arena, node, PAGE_NONE);

	return text.len > 0 ? text : label(reader, arena, node);
}

Str
link_url(const Reader *reader, Arena *arena, uint32_t node)
{
	return url_resolve(arena, reader->base_url, page_attr(&reader->page, node, ATTR_href));
}

/* ------------------------------------------------------------------ all links */

static bool
in_body(const Reader *reader, const LinkSpot *spot)
{
	for (uint32_t i = spot->first_block; i < spot->end_block; i++)
		if (reader->blocks.items[i].kept)
			return true;
	return false;
}

/* What tells one link from another: its address, or its text if it has none. */
static uint64_t
identity(Arena *arena, const ArticleLink *link)
{
	return str_hash(link->url.data != NULL ? url_comparable(arena, link->url) : link->text);
}

static uint64_t *
related_identities(const Reader *reader)
{
	const Article *article = &reader->article;
	uint64_t *identities = arena_array(reader->arena, uint64_t, article->nrelated + 1);

	for (uint32_t i = 0; i < article->nrelated; i++)
		identities[i] = identity(reader->arena, &article->related[i]);
	return identities;
}

static bool
is_related(const Reader *reader, Arena *arena, const uint64_t *identities, const ArticleLink *link)
{
	uint64_t own = identity(arena, link);

	for (uint32_t i = 0; i < reader->article.nrelated; i++)
		if (identities[i] == own)
			return true;
	return false;
}

/* Is this a relative reference on a page without a known base? Its text is kept. */
static bool
lacks_base(const Reader *reader, uint32_t node)
{
	return reader->base_url.data == NULL &&
		   headline_relative(page_attr(&reader->page, node, ATTR_href));
}

/*
 * Reads the link at a spot. Returns false if it has no absolute URL, unless only the base is
 * missing.
 */
static bool
read_link(const Reader *reader, Arena *arena, const uint64_t *related, Surroundings *surroundings,
		  const LinkSpot *spot, ArticleLink *link)
{
	*link = (ArticleLink){link_url(reader, arena, spot->node), link_text(reader, arena, spot->node),
						  "other"};
	if (link->url.data == NULL && !lacks_base(reader, spot->node))
		return false;
	if (in_body(reader, spot))
		link->place = "body";
	else if (is_related(reader, arena, related, link))
		link->place = "related";
	else if (surroundings_place(surroundings, spot->node) == SURROUNDINGS_NAVIGATION)
		link->place = "navigation";
	return true;
}

/* Links may take this many bytes before their memory is freed. */
#define LINKS_BYTES ((size_t) 128 * 1024)

void
links_each(const Reader *reader, void (*take)(void *context, const ArticleLink *link),
		   void *context)
{
	uint64_t *related = related_identities(reader);
	Arena arena = arena_scratch(reader->arena);
	Surroundings surroundings;
	LinkCursor cursor;
	LinkSpot spot;

	surroundings_init(&surroundings, reader);
	links_start(&cursor, reader);
	while (links_next(&cursor, &spot))
	{
		ArticleLink link;

		if (read_link(reader, &arena, related, &surroundings, &spot, &link))
			take(context, &link);
		arena_poll(&arena);
		if (arena.total > LINKS_BYTES)
		{
			arena_free(&arena);
			arena = arena_scratch(reader->arena);
		}
	}
	arena_free(&arena);
}
