/*
 * author_search.c
 *	  Which part of a page is searched for bylines. Headline and body in; the range of blocks out,
 *	  and the places found in it (author_element.c, author_place.c), compared with each other.
 */
#include "article/author/author_evidence.h"

/* Blocks before the headline, and after the body, where bylines still occur. */
#define BLOCKS_BEFORE 6
#define BLOCKS_AFTER 16

/* Code points of a line that begins the text, not one of a menu. */
#define PARAGRAPH_CHARS 100

/*
 * Returns the block of the headline.  A text without headings begins with the words of <title>; if
 * it has them again further down, the headline is there.
 */
static uint32_t
find_title(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t title = reader->title_block;

	if (title >= blocks->count || blocks->items[title].kind == BLOCK_HEADING)
		return title;
	for (uint32_t i = title + 1; i < reader->body_end; i++)
		if (str_equal(blocks->items[i].text, reader->article.title))
			return i;
	return title;
}

/* Returns the first block of the body: on pages of bare lines, menus are taken for its start. */
static uint32_t
find_start(const Reader *reader, uint32_t title)
{
	const Blocks *blocks = &reader->blocks;

	if (title >= blocks->count || title < reader->body_first)
		return reader->body_first;
	for (uint32_t i = title + 1; i < reader->body_end; i++)
		if (blocks->items[i].chars >= PARAGRAPH_CHARS)
			return i;
	return reader->body_first;
}

void
author_read_places(AuthorEvidence *evidence)
{
	const Reader *reader = evidence->reader;

	if (reader->body_end <= reader->body_first || reader->body_end > reader->blocks.count)
		return; /* no article, no byline */
	evidence->places = arena_array(reader->arena, AuthorPlace, AUTHOR_PLACES_MAX);
	author_starts_init(&evidence->starts);
	evidence->title = find_title(reader);
	evidence->start = find_start(reader, evidence->title);
	evidence->top = evidence->title;
	if (evidence->top == PAGE_NONE || evidence->top > evidence->start)
		evidence->top = evidence->start;
	evidence->first_block = evidence->top > BLOCKS_BEFORE ? evidence->top - BLOCKS_BEFORE : 0;
	evidence->end_block = reader->body_end + BLOCKS_AFTER;
	if (evidence->end_block > reader->blocks.count)
		evidence->end_block = reader->blocks.count;
	author_read_elements(evidence);
	author_read_blocks(evidence);
	author_compare_places(evidence);
}
