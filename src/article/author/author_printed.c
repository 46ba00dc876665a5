/*
 * author_printed.c
 *	  The byline that a page shows.  It may be in an element marked as such, in a block that reads
 *	  like a byline, or a name alone next to a date or below the body.  Each place is weighed by its
 *	  marks and its position; the best one is taken, with its neighbors.
 */
#include "article/author/author.h"

#include <stddef.h>

#include "date/date.h"

/* A marked element with more text, or more nodes, than this contains a biography. */
#define MARKED_MAX_BYTES 300
#define MARKED_MAX_NODES 200

/* Limit on the elements read, for pages that mark everything. */
#define ELEMENTS_MAX 500

/* Limit on the blocks read. */
#define BLOCKS_MAX 100

/* A byline in a block of its own is at most this long: two lines. */
#define BLOCK_MAX_BYTES 240

/* Maximum length of a block that consists of names only. */
#define BARE_MAX_BYTES 100

/*
 * From this length on, a marked element contains more than names, and a block more than a byline.
 */
#define BIOGRAPHY_BYTES 120
#define RUNNING_TEXT_BYTES 100

/* Bytes of other text per name in a block that is nothing but a byline: "Propos recueillis par". */
#define WHOLE_BYTES 24

/* Words in a byline that are neither names nor known words: with more of them, it is a sentence. */
#define UNREAD_MAX 4

/* This many single words in a row are not authors but keywords. */
#define KEYWORDS_MIN 3

/* Nodes, and blocks, between two elements of one byline: a comma, a portrait, a button. */
#define SAME_BYLINE_NODES 40
#define SAME_BYLINE_BLOCKS 8

/* Blocks before the headline, and after the body, where bylines still occur. */
#define BLOCKS_BEFORE 4
#define BLOCKS_BEHIND 25

/* Blocks at the start of the body after which a byline may still occur: deck, lead. */
#define LEAD_BLOCKS 2

/* Blocks at the end of the body in which the byline, notes and calls occur in any order. */
#define TAIL_BLOCKS 6

/* A name without a mark is at most this many blocks after the body. */
#define BARE_BEHIND 2

#define PLACES_MAX 64

/*
 * Weights, set by hand on the development pages of the benchmark.  A place with at least ACCEPTED
 * is a byline; neighbors join it if their weight is at most JOINING lower.
 */
#define WEIGHT_MARKED 3.0f
#define WEIGHT_LINK 3.0f
#define WEIGHT_BOTH 1.0f
#define WEIGHT_MARKED_CUED 1.0f
#define WEIGHT_BIOGRAPHY -1.0f
#define WEIGHT_CUED 2.0f
#define WEIGHT_WHOLE 1.0f
#define WEIGHT_BARE -1.0f
#define WEIGHT_SIGNATURE 2.0f
#define WEIGHT_OVER_SITE 1.5f
#define WEIGHT_UNDER_TITLE 2.0f
#define WEIGHT_UNDER_LEAD 1.0f
#define WEIGHT_OVER_TITLE 1.0f
#define WEIGHT_TAIL 1.0f
#define WEIGHT_IN_BODY -2.0f
#define WEIGHT_FULL_NAME 1.0f
#define WEIGHT_DATED 1.5f
#define WEIGHT_BESIDE_DATE 0.5f
#define WEIGHT_UNREAD -0.5f
#define WEIGHT_ELSEWHERE -4.0f
#define ACCEPTED 2.5f
#define JOINING 1.0f

typedef struct Place
{
	uint32_t block; /* the block that contains it, or in which it begins */
	uint32_t node;	/* the nodes of its text: [node, end) */
	uint32_t end;
	float weight;
	Byline byline;
} Place;

typedef struct Places
{
	uint32_t count;
	Reader *reader;
	const Site *site;
	uint32_t first_block; /* the range of blocks that is searched */
	uint32_t end_block;
	uint32_t top; /* the block of the headline, or the first of the body */
	AuthorStarts starts;
	Place items[PLACES_MAX]; /* last, and not initialized beyond count */
} Places;

/* Does it consist of names and little else?  Three or more single words are keywords. */
static bool
is_clean(const Byline *byline)
{
	bool full = byline->count < KEYWORDS_MIN;

	for (uint32_t i = 0; i < byline->count; i++)
		full |= byline_is_full_name(byline->names[i].name);
	return full && byline->count > 0 && byline->unread <= UNREAD_MAX;
}

static bool
names(const Byline *byline, BylineKind kind)
{
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == kind)
			return true;
	return false;
}

/* Does it name a person or, after a cue, an agency: "Par AFP"? */
static bool
names_author(const Byline *byline)
{
	return names(byline, BYLINE_IS_PERSON) || (byline->cued && names(byline, BYLINE_IS_AGENCY));
}

/* ---------------------------------------------------------------- weighing */

/* Returns the block that contains a node, or the last one before it. */
static uint32_t
block_of(const Blocks *blocks, uint32_t node)
{
	uint32_t low = 0;
	uint32_t high = blocks->count;

	while (low + 1 < high)
	{
		uint32_t middle = (low + high) / 2;

		if (blocks->items[middle].first <= node)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static bool
is_dated(const Reader *reader, uint32_t block)
{
	DateHabits habits = {.language = reader->article.language};
	DateFound found;

	if (block >= reader->blocks.count || reader->blocks.items[block].text.len > BLOCK_MAX_BYTES)
		return false;
	return date_scan(reader->blocks.items[block].text, &habits, &found, 1) > 0;
}

static float
weigh_position(const Places *places, uint32_t block)
{
	const Reader *reader = places->reader;

	if (block + 2 >= reader->body_end)
		return block <= reader->body_end ? WEIGHT_TAIL : 0;
	if (block + TAIL_BLOCKS >= reader->body_end && block > reader->body_first + LEAD_BLOCKS)
		return 0;
	if (block < places->top)
		return WEIGHT_OVER_TITLE;
	if (block <= reader->body_first)
		return WEIGHT_UNDER_TITLE;
	return block <= reader->body_first + LEAD_BLOCKS ? WEIGHT_UNDER_LEAD : WEIGHT_IN_BODY;
}

static bool
has_full_name(const Byline *byline)
{
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == BYLINE_IS_PERSON && byline_is_full_name(byline->names[i].name))
			return true;
	return false;
}

/* Adds a place.  weight is that of its marks; its position and contents are added here. */
static void
add_place(Places *places, uint32_t block, uint32_t node, uint32_t end, const Byline *byline,
		  float weight)
{
	Reader *reader = places->reader;
	Place *place;

	weight += weigh_position(places, block) + WEIGHT_UNREAD * (float) byline->unread;
	if (has_full_name(byline))
		weight += WEIGHT_FULL_NAME;
	if (weight + WEIGHT_DATED < ACCEPTED || places->count == PLACES_MAX)
		return;
	if (is_dated(reader, block))
		weight += WEIGHT_DATED;
	else if (is_dated(reader, block + 1) || (block > 0 && is_dated(reader, block - 1)))
		weight += WEIGHT_BESIDE_DATE;
	if (author_is_elsewhere(&reader->page, node))
		weight += WEIGHT_ELSEWHERE;
	place = &places->items[places->count++];
	place->block = block;
	place->node = node;
	place->end = end;
	place->byline = *byline;
	place->weight = weight;
}

/* ---------------------------------------------------------------- elements that say so */

static void
add_line(StrBuf *text, Str line)
{
	for (uint32_t i = 0; i < line.len && text->len <= MARKED_MAX_BYTES; i++)
		strbuf_add_char(text, ascii_space(line.data[i]) ? ' ' : line.data[i]);
}

/*
 * Returns the text of an element with a line for each of its blocks: text in different blocks is
 * unrelated.
 */
static Str
element_text(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	StrBuf text;

	strbuf_init(&text, reader->arena);
	if (page->nodes[node].end - node > MARKED_MAX_NODES)
		return STR_NONE;
	for (uint32_t i = node; i < page->nodes[node].end && text.len <= MARKED_MAX_BYTES; i++)
	{
		const Node *child = &page->nodes[i];

		if (tag_is_block((TagId) child->tag) || child->tag == TAG_br)
			strbuf_add_char(&text, '\n');
		else if (child->flags & NODE_SPACE_BEFORE)
			strbuf_add_char(&text, ' ');
		if (child->tag == TAG_text)
			add_line(&text, node_str(child));
	}
	return str_trim(strbuf_str(&text));
}

/* Reads the names of the profile links inside an element; its other text is not read as names. */
static bool
read_links(const Places *places, uint32_t node, Byline *byline)
{
	const Reader *reader = places->reader;
	const Page *page = &reader->page;
	Byline one;

	memset(byline, 0, sizeof(*byline));
	for (uint32_t i = node; i < page->nodes[node].end; i++)
	{
		if (page->nodes[i].tag != TAG_a ||
			(!author_is_link(page, places->site, &places->starts, i) &&
			 str_find(page_attr(page, i, ATTR_rel), STR("author")) < 0))
			continue;
		byline_read(&one, page_text_limited(page, reader->arena, i, MARKED_MAX_BYTES),
					BYLINE_MARKED);
		if (one.unread > 0)
			continue;
		for (uint32_t k = 0; k < one.count && byline->count < BYLINE_MAX_NAMES; k++)
			byline->names[byline->count++] = one.names[k];
	}
	return names(byline, BYLINE_IS_PERSON);
}

static bool
holds_title(const Reader *reader, uint32_t node)
{
	uint32_t title = reader->title_block;

	return title != PAGE_NONE && node <= reader->blocks.items[title].first &&
		   reader->page.nodes[node].end > reader->blocks.items[title].first;
}

/* Is the link in the middle of running text?  Then it leads to what the text is about. */
static bool
is_in_running_text(const Reader *reader, uint32_t node, Str text)
{
	const Block *block = &reader->blocks.items[block_of(&reader->blocks, node)];

	return block->node < node && block->text.len > text.len + RUNNING_TEXT_BYTES;
}

/* Returns the weight of a marked element. */
static float
weigh_element(const Reader *reader, uint32_t node, const Byline *byline, Str text, bool marked,
			  bool link)
{
	float weight = marked ? WEIGHT_MARKED : WEIGHT_LINK;

	if (marked && link)
		weight += WEIGHT_BOTH;
	if (byline->cued)
		weight += WEIGHT_MARKED_CUED;
	if (text.len > BIOGRAPHY_BYTES)
		weight += WEIGHT_BIOGRAPHY;
	if (!marked && is_in_running_text(reader, node, text))
		weight += WEIGHT_ELSEWHERE;
	return weight;
}

/* Returns the node to continue with. */
static uint32_t
read_element(Places *places, uint32_t node, bool marked, bool link)
{
	const Reader *reader = places->reader;
	const Page *page = &reader->page;
	uint32_t end = page->nodes[node].end;
	Str text = element_text(reader, node);
	Byline byline;

	if (text.len == 0 || text.len > MARKED_MAX_BYTES || holds_title(reader, node))
		return node + 1;
	if (!link && read_links(places, node, &byline))
		link = true;
	else
		byline_read(&byline, text, BYLINE_MARKED);
	if (!is_clean(&byline) || !names_author(&byline))
		return node + 1;
	add_place(places, block_of(&reader->blocks, node), node, end, &byline,
			  weigh_element(reader, node, &byline, text, marked, link));
	return end;
}

static void
read_elements(Places *places)
{
	const Page *page = &places->reader->page;
	const Blocks *blocks = &places->reader->blocks;
	uint32_t end =
		places->end_block < blocks->count ? blocks->items[places->end_block].first : page->nnodes;
	uint32_t read = 0;

	for (uint32_t i = blocks->items[places->first_block].node; i < end && read < ELEMENTS_MAX;)
	{
		bool marked;
		bool link;

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(places->reader))
			return;
		marked = page->nodes[i].tag != TAG_text && author_is_marked(page, &places->starts, i);
		link = author_is_link(page, places->site, &places->starts, i);
		read += marked || link;
		i = marked || link ? read_element(places, i, marked, link) : i + 1;
	}
}

/* --------------------------------------------------------------- blocks that read like a byline */

/* Is the block set apart like a signature: right-aligned, or in bold or italics? */
static bool
is_signature(const Places *places, uint32_t i)
{
	const Reader *reader = places->reader;
	const Page *page = &reader->page;
	const Block *block = &reader->blocks.items[i];
	uint32_t child = block->node + 1;

	if (i + 2 < reader->body_end || i > reader->body_end || block->text.len > BARE_MAX_BYTES / 2)
		return false;
	if (str_find_ascii(page_attr(page, block->node, ATTR_style), STR("right")) >= 0)
		return true;
	if (child >= page->nnodes || page->nodes[child].end < block->end)
		return false;
	switch (page->nodes[child].tag)
	{
		case TAG_b:
		case TAG_em:
		case TAG_i:
		case TAG_strong:
			return true;
		default:
			return false;
	}
}

/* Does the block consist of full names only, in a script that shows where names begin? */
static bool
is_bare(const Block *block, const Byline *byline)
{
	if (byline->unread > 0 || block->text.len > BARE_MAX_BYTES || block->kind == BLOCK_HEADING)
		return false;
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == BYLINE_IS_PERSON &&
			((unsigned char) byline->names[i].name.data[0] >= 0xE0 ||
			 str_find(byline->names[i].name, STR(" ")) < 0))
			return false;
	return true;
}

/* Is it "Par Anne Dupont" and not a word more?  Such a byline can be anywhere. */
static bool
is_whole(Str text, const Byline *byline)
{
	uint32_t bytes = 0;

	for (uint32_t i = 0; i < byline->count; i++)
		bytes += byline->names[i].name.len + WHOLE_BYTES;
	return byline->unread == 0 && text.len <= bytes;
}

/*
 * Returns the weight of names without a cue: set apart, or above the name of the site, which the
 * text omits.
 */
static float
weigh_bare(const Places *places, uint32_t i, Str text)
{
	if (text.len < places->reader->blocks.items[i].text.len)
		return WEIGHT_BARE + WEIGHT_OVER_SITE;
	return WEIGHT_BARE + (is_signature(places, i) ? WEIGHT_SIGNATURE : 0);
}

/*
 * Reads a text of block i.  Returns false if it is not a byline or, with only_cued, if it has no
 * cue.
 */
static bool
read_text(Places *places, uint32_t i, Str text, bool labelled, bool only_cued)
{
	const Block *block = &places->reader->blocks.items[i];
	Byline byline;
	float weight = WEIGHT_CUED;

	byline_read(&byline, text, labelled ? BYLINE_MARKED : BYLINE_PRINTED);
	if (!is_clean(&byline) || !names_author(&byline))
		return false;
	if (byline.cued || labelled)
		weight += is_whole(text, &byline) ? WEIGHT_WHOLE : 0;
	else if (only_cued || i > places->reader->body_end + BARE_BEHIND || !is_bare(block, &byline))
		return false;
	else
		weight = weigh_bare(places, i, text);
	add_place(places, i, block->first, block->end, &byline, weight);
	return true;
}

static Str
next_line(Str text, uint32_t *at)
{
	uint32_t start = *at;
	uint32_t end = start;

	while (end < text.len && text.data[end] != '\n')
		end++;
	*at = end + 1;
	return str_sub(text, start, end - start);
}

/*
 * Returns the lines of a block except those that name the site, as in "Anne Dupont" above "Le
 * Courrier".
 */
static Str
lines_without_site(const Places *places, Str text)
{
	Arena *arena = places->reader->arena;
	StrBuf lines;

	strbuf_init(&lines, arena);
	for (uint32_t at = 0; at < text.len;)
	{
		Str line = next_line(text, &at);

		if (site_is(places->site, arena, line))
			continue;
		strbuf_add(&lines, line);
		strbuf_add_char(&lines, '\n');
	}
	return str_trim(strbuf_str(&lines));
}

/*
 * Reads a block as a whole; failing that, its lines: on old pages, section, headline and byline are
 * in one block.
 */
static void
read_block(Places *places, uint32_t i)
{
	const Blocks *blocks = &places->reader->blocks;
	const Block *block = &blocks->items[i];
	bool labelled = i > 0 && byline_is_label(blocks->items[i - 1].text);

	if (block->text.len > BLOCK_MAX_BYTES || block->kind == BLOCK_CAPTION ||
		i == places->reader->title_block)
		return;
	if (read_text(places, i, block->text, labelled, false) ||
		str_find(block->text, STR("\n")) < 0 ||
		read_text(places, i, lines_without_site(places, block->text), labelled, false))
		return;
	for (uint32_t at = 0; at < block->text.len;)
		if (read_text(places, i, next_line(block->text, &at), false, true))
			return;
}

/* Reads all blocks except those in the middle of the body. */
static void
read_blocks(Places *places)
{
	const Reader *reader = places->reader;
	uint32_t read = 0;

	for (uint32_t i = places->first_block; i < places->end_block && read < BLOCKS_MAX; i++)
		if (i <= reader->body_first + LEAD_BLOCKS || i + TAIL_BLOCKS >= reader->body_end)
		{
			read_block(places, i);
			read++;
		}
}

/* ---------------------------------------------------------------- choosing */

static void
add_links(const Places *places, const Place *place)
{
	Reader *reader = places->reader;
	const Page *page = &reader->page;

	for (uint32_t i = place->node; i < place->end; i++)
		if (page->nodes[i].tag == TAG_a && author_is_link(page, places->site, &places->starts, i))
			strlist_add(&reader->article.author_urls, reader->arena, page_attr(page, i, ATTR_href));
}

/* Takes the best place, and those near it that are almost as good. */
static void
take_best(AuthorList *list, const Places *places)
{
	const Place *best = NULL;
	uint32_t from;
	uint32_t to;

	for (uint32_t i = 0; i < places->count; i++)
		if (best == NULL || places->items[i].weight > best->weight)
			best = &places->items[i];
	if (best == NULL || best->weight < ACCEPTED)
		return;
	list->weight = best->weight;
	from = best->node;
	to = best->end;
	for (uint32_t i = 0; i < places->count; i++)
	{
		const Place *place = &places->items[i];

		if (place->weight < best->weight - JOINING ||
			place->block > best->block + SAME_BYLINE_BLOCKS ||
			place->block + SAME_BYLINE_BLOCKS < best->block ||
			place->end + SAME_BYLINE_NODES < from || place->node > to + SAME_BYLINE_NODES)
			continue;
		author_list_add(list, places->reader->arena, places->site, &place->byline);
		add_links(places, place);
		to = place->end > to ? place->end : to;
	}
}

void
author_printed(AuthorList *list, Reader *reader, const Site *site)
{
	const Blocks *blocks = &reader->blocks;
	Places *places;

	list->source = "byline";
	list->weight = 0;
	if (reader->body_end <= reader->body_first || reader->body_end > blocks->count)
		return; /* no article, no byline */
	places = arena_alloc(reader->arena, sizeof(Places));
	memset(places, 0, offsetof(Places, items));
	places->reader = reader;
	places->site = site;
	author_starts_init(&places->starts);
	places->top = reader->title_block;
	if (places->top == PAGE_NONE || places->top > reader->body_first)
		places->top = reader->body_first;
	places->first_block = places->top > BLOCKS_BEFORE ? places->top - BLOCKS_BEFORE : 0;
	places->end_block = reader->body_end + BLOCKS_BEHIND;
	if (places->end_block > blocks->count)
		places->end_block = blocks->count;
	read_elements(places);
	read_blocks(places);
	take_best(list, places);
}
