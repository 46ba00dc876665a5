/*
 * author_element.c
 *	  The elements that say that they hold an author, by a class, a relation or a link to a profile.
 *	  Adds each as a place, with the features of how it was found.
 */
#include "article/author/author_evidence.h"

#include "base/search.h"
#include "article/cue/cue.h"

/* A marked element with more text, or more nodes, than this contains a biography. */
#define MARKED_MAX_BYTES 300
#define MARKED_MAX_NODES 200

/* A longer link is not a button. */
#define CALL_MAX_BYTES 40

/* Limit on the elements read, for pages that mark everything. */
#define ELEMENTS_MAX 500

/* From this length on, a block contains more than a byline. */
#define RUNNING_TEXT_BYTES 100

/* Returns the block that contains a node, or the last one before it. */
static uint32_t
block_of(const Blocks *blocks, uint32_t node)
{
	uint32_t low = 0;
	uint32_t high = blocks->count;

	SEARCH_FIRST(low, high, blocks->items[middle].first <= node)
	return low > 0 ? low - 1 : 0;
}

/* Returns the block in which an element begins. */
static uint32_t
block_of_element(const Blocks *blocks, uint32_t node, uint32_t end)
{
	uint32_t block = block_of(blocks, node);

	if (block + 1 < blocks->count && blocks->items[block].end <= node &&
		blocks->items[block + 1].first < end)
		block++;
	return block;
}

/* ---------------------------------------------------------------- elements that say so */

static void
add_line(StrBuf *text, Str line)
{
	for (uint32_t i = 0; i < line.len && text->len <= MARKED_MAX_BYTES; i++)
		strbuf_add_char(text, ascii_space(line.data[i]) ? ' ' : line.data[i]);
}

/*
 * Does the last line have more than one word? Then text that a style sheet separates from it is
 * another line.
 */
static bool
last_line_is_full(const StrBuf *text)
{
	for (size_t i = text->len; i > 0 && text->data[i - 1] != '\n'; i--)
		if (text->data[i - 1] == ' ')
			return true;
	return false;
}

/* Adds the space or the line end that a reader sees between two texts. */
static void
add_gap(StrBuf *text, const Page *page, uint32_t before, uint32_t after)
{
	if (page->nodes[after].flags & NODE_SPACE_BEFORE)
		strbuf_add_char(text, ' ');
	else if (before != PAGE_NONE && block_parts_texts(page, before, after))
		strbuf_add_char(text, last_line_is_full(text) ? '\n' : ' ');
}

/* Is it a link that calls the reader to act: "Suivre", "Share"? */
static bool
is_call(const Reader *reader, uint32_t node)
{
	const uint32_t calls =
		PHRASE_CUE_BIT(FOLLOW) | PHRASE_CUE_BIT(SHARE) | PHRASE_CUE_BIT(NEWSLETTER);
	uint32_t opening;

	if (reader->page.nodes[node].tag != TAG_a)
		return false;
	phrase_cues(page_text_limited(&reader->page, reader->arena, node, CALL_MAX_BYTES), &opening);
	return (opening & calls) != 0;
}

/*
 * Returns the text of an element with a line for each of its blocks: text in different blocks is
 * unrelated.  Buttons are left out.
 */
static Str
element_text(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	uint32_t before = PAGE_NONE;
	StrBuf text;

	strbuf_init(&text, reader->arena);
	if (page->nodes[node].end - node > MARKED_MAX_NODES)
		return STR_NONE;
	for (uint32_t i = node; i < page->nodes[node].end && text.len <= MARKED_MAX_BYTES; i++)
	{
		const Node *child = &page->nodes[i];

		if (child->tag == TAG_button || block_skipped(page, i) || is_call(reader, i))
		{
			strbuf_add_char(&text, '\n');
			i = child->end - 1;
			continue;
		}
		if (tag_is_block((TagId) child->tag) || child->tag == TAG_br)
			strbuf_add_char(&text, '\n');
		else
			add_gap(&text, page, child->tag == TAG_text ? before : PAGE_NONE, i);
		if (child->tag != TAG_text)
			continue;
		add_line(&text, node_str(child));
		before = i;
	}
	return str_trim(strbuf_str(&text));
}

/* Reads the names of the profile links inside an element; its other text is not read as names. */
static bool
read_links(const AuthorEvidence *evidence, uint32_t node, Byline *byline)
{
	const Reader *reader = evidence->reader;
	const Page *page = &reader->page;
	Byline one;

	Str last = STR_NONE;

	memset(byline, 0, sizeof(*byline));
	for (uint32_t i = node; i < page->nodes[node].end; i++)
	{
		if (page->nodes[i].tag != TAG_a ||
			(!author_is_link(page, &evidence->site, &evidence->starts, i) &&
			 str_find(page_attr(page, i, ATTR_rel), STR("author")) < 0) ||
			str_equal(page_attr(page, i, ATTR_href), last))
			continue; /* "Anne Dupont", "View all" */
		last = page_attr(page, i, ATTR_href);
		byline_read(&one, page_text_limited(page, reader->arena, i, MARKED_MAX_BYTES),
					BYLINE_MARKED);
		if (one.unread > 0)
			continue;
		for (uint32_t k = 0; k < one.count && byline->count < BYLINE_MAX_NAMES; k++)
			byline->names[byline->count++] = one.names[k];
	}
	byline_drop_places(byline);
	return author_names(byline, BYLINE_IS_PERSON);
}

static bool
holds_title(const Reader *reader, uint32_t node)
{
	uint32_t title = reader->title_block;

	return title != PAGE_NONE && node <= reader->blocks.items[title].first &&
		   reader->page.nodes[node].end > reader->blocks.items[title].first;
}

/* Is the element in the middle of running text?  Then it names what the text is about. */
static bool
is_in_running_text(const Reader *reader, uint32_t node, Str text)
{
	const Block *block = &reader->blocks.items[block_of(&reader->blocks, node)];

	return block->node < node && block->text.len > text.len + RUNNING_TEXT_BYTES;
}

static void
note_mark(const AuthorEvidence *evidence, AuthorPlace *place, bool marked, bool link)
{
	const Reader *reader = evidence->reader;
	AuthorFeatures *features = &place->features;

	author_note_if(features, AUTHOR_MARKED, marked);
	author_note_if(features, AUTHOR_MARKED_REL,
				   marked && author_is_declared(&reader->page, place->node));
	author_note_if(features, AUTHOR_PROFILE, link);
	author_note_if(features, AUTHOR_MARKED_PROFILE, marked && link);
	author_note_if(features, AUTHOR_MARKED_CUED, place->byline.cued);
	author_note_if(features, AUTHOR_LONG, place->text.len > AUTHOR_BIOGRAPHY_BYTES);
	author_note_if(features, AUTHOR_RUNNING, is_in_running_text(reader, place->node, place->text));
}

/* Does a marked element hold a full name, a cue, or nothing but a pseudonym? */
static bool
is_signed(const AuthorPlace *place)
{
	return place->byline.cued || author_has_full_name(&place->byline) ||
		   (place->byline.unread == 0 &&
			place->text.len <= place->byline.names[0].name.len + AUTHOR_WHOLE_BYTES);
}

/* Returns the node to continue with. */
static uint32_t
read_element(AuthorEvidence *evidence, uint32_t node, bool marked, bool link)
{
	const Reader *reader = evidence->reader;
	AuthorPlace place = {.node = node, .end = reader->page.nodes[node].end};

	place.text = element_text(reader, node);
	if (place.text.len == 0 || place.text.len > MARKED_MAX_BYTES || holds_title(reader, node))
		return node + 1;
	if (!link && read_links(evidence, node, &place.byline))
		link = true;
	else
		byline_read(&place.byline, place.text, BYLINE_MARKED);
	place.block = block_of_element(&reader->blocks, node, place.end);
	if (!author_is_clean(&place.byline) ||
		!(author_is_named(&place.byline) || (link && author_names(&place.byline, BYLINE_IS_DESK)) ||
		  (marked && author_is_house_line(evidence, place.block, &place.byline, true))) ||
		(!link && !is_signed(&place)))
		return node + 1;
	note_mark(evidence, &place, marked, link);
	author_add_place(evidence, &place);
	return place.end;
}

void
author_read_elements(AuthorEvidence *evidence)
{
	const Page *page = &evidence->reader->page;
	const Blocks *blocks = &evidence->reader->blocks;
	uint32_t end = evidence->end_block < blocks->count ? blocks->items[evidence->end_block].first
													   : page->nnodes;
	uint32_t read = 0;

	for (uint32_t i = blocks->items[evidence->first_block].node; i < end && read < ELEMENTS_MAX;)
	{
		TagId tag = (TagId) page->nodes[i].tag;
		bool marked;
		bool link;

		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(evidence->reader))
			return;
		if (tag == TAG_text || block_never_shown(tag))
		{
			i = page->nodes[i].end;
			continue;
		}
		marked = author_is_marked(page, &evidence->starts, i);
		link = tag == TAG_a && author_is_link(page, &evidence->site, &evidence->starts, i);
		read += marked || link;
		i = marked || link ? read_element(evidence, i, marked, link) : i + 1;
	}
}
