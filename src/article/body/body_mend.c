/*
 * body_mend.c
 *	  The few rules that overrule the body model because they hold on every page: a paragraph occurs
 *	  once, the title is not repeated.
 *
 * Reads the blocks with their scores, as the model chose them; keeps or drops some, each with a
 * reason.
 */
#include "base/array.h"
#include "article/body/body.h"

#include "article/cue/cue.h"

/* A text of at least this many bytes occurs only once in a body. */
#define SHORTEST_REPEAT 40

/* ------------------------------------------------------------------ copies */

/*
 * Has this text been seen before? Adds it if not. seen: an open-addressed table of "size" hashes, a
 * power of 2, at most half full.
 */
static bool
seen_before(uint64_t *seen, uint32_t size, Str text)
{
	uint64_t hash = str_hash(text) | 1;
	uint32_t at = (uint32_t) (hash >> 32) & (size - 1);

	for (int probes = 0; seen[at] != 0 && seen[at] != hash; at = (at + 1) & (size - 1))
		if (++probes == HASH_MOST_PROBES)
			return false;
	if (seen[at] == hash)
		return true;
	seen[at] = hash;
	return false;
}

/* For each block: is it kept, and does it repeat an earlier kept one? */
static bool *
find_copies(const Blocks *blocks, Arena *arena)
{
	bool *copy = arena_zalloc(arena, sizeof(bool) * (blocks->count + 1));
	uint32_t size = 16;
	uint64_t *seen;

	while (size < blocks->count * 2)
		size *= 2;
	seen = arena_zalloc(arena, sizeof(uint64_t) * size);
	for (uint32_t i = 0; i < blocks->count; i++)
		copy[i] = blocks->items[i].kept && seen_before(seen, size, blocks->items[i].text);
	return copy;
}

/* Items and rows may say the same about two things: only whole lists and tables are copies. */
static bool
repeats_alone(const Blocks *blocks, const bool *copy, uint32_t i)
{
	uint8_t kind = blocks->items[i].kind;

	return (kind == BLOCK_LIST_ITEM || kind == BLOCK_TABLE_ROW) && !(i > 0 && copy[i - 1]) &&
		   !copy[i + 1];
}

static void
drop_copies(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	Arena scratch = arena_scratch(reader->arena);
	bool *copy = find_copies(blocks, &scratch);

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];

		if (!copy[i] || block->chars < SHORTEST_REPEAT || repeats_alone(blocks, copy, i))
			continue;
		block_drop_surely(block, "repeats a paragraph of the body");
	}
	arena_free(&scratch);
}

/* ------------------------------------------------------------------ the title */

/* A longer block above the title is the beginning of the text. */
#define LONGEST_LABEL 80

/*
 * A title printed a second time, with its kicker, is the first block of the body; later headings
 * may repeat part of it.
 */
static void
drop_second_title(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	Arena scratch = arena_scratch(reader->arena);
	uint32_t i = 0;

	while (i < blocks->count && !blocks->items[i].kept)
		i++;
	if (i < blocks->count && blocks->items[i].kind == BLOCK_HEADING &&
		body_holds_title(reader, &scratch, blocks->items[i].text))
		block_drop(&blocks->items[i], "repeats the title");
	arena_free(&scratch);
}

/* Drops the title and short lines above it. */
static void
drop_title(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	if (reader->title_block == PAGE_NONE)
		return;
	if (blocks->items[reader->title_block].kept)
		block_drop(&blocks->items[reader->title_block], "repeats the title");
	/*
	 * A kept long block above it shows that the text begins there, and that the title is repeated
	 * in a list below.
	 */
	for (uint32_t i = 0; i < reader->title_block &&
						 !(blocks->items[i].kept && blocks->items[i].chars >= LONGEST_LABEL);
		 i++)
		if (blocks->items[i].kept)
			block_drop(&blocks->items[i], "a short line above the title");
}

/* ------------------------------------------------------------------ captions */

/*
 * A caption is a sentence or two; an element with such a class may also hold the text of a whole
 * gallery.
 */
#define LONGEST_CAPTION 300

static bool
is_caption_class(Str class)
{
	return str_find_ascii(class, STR("caption")) >= 0 || str_find_ascii(class, STR("legend")) >= 0;
}

/* Is block i alone in the parent of its element? */
static bool
is_only_child(const Reader *reader, uint32_t i)
{
	const Block *blocks = reader->blocks.items;
	uint32_t parent = reader->page.nodes[blocks[i].node].parent;

	return (i == 0 || blocks[i - 1].end <= parent) &&
		   (i + 1 == reader->blocks.count || blocks[i + 1].first >= reader->page.nodes[parent].end);
}

/* Nodes of an element that holds a picture and what is printed below it. */
#define MOST_PICTURE_NODES 16

/* Is there a sign that sets a credit off: "Photo : …", "(Reuters)", "Getty Images / …"? */
static bool
sets_credit_off(Str text)
{
	return memchr(text.data, ':', text.len) || memchr(text.data, '(', text.len) ||
		   memchr(text.data, '/', text.len) || str_find(text, STR("\xC2\xA9")) >= 0;
}

/* Is the text of an element all in one that sets it smaller or aslant: "<img><br><small>…</small>"? */
static bool
is_set_off(const Page *page, uint32_t node)
{
	uint32_t set = 0;

	for (uint32_t i = node + 1; i < page->nodes[node].end; i = page->nodes[i].end)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (tag == TAG_small || tag == TAG_em || tag == TAG_i || tag == TAG_cite)
			set++;
		else if (tag != TAG_br && tag != TAG_img && tag != TAG_a &&
				 !(tag == TAG_text && str_trim(node_str(&page->nodes[i])).len == 0))
			return false;
	}
	return set == 1;
}

/* What is set off beside a picture and shorter than this, in characters, is a label: "Expert tip". */
#define SHORTEST_SET_OFF 15

/* May what is set off beside a picture be its caption, and not words said or a line that leads on? */
static bool
reads_as_caption(const Page *page, const Block *block)
{
	Str text = block->text;

	return block->chars >= SHORTEST_SET_OFF && block->link_chars == 0 && text.data[0] != '"' &&
		   !str_starts_ascii(text, STR("\xC2\xAB")) && !str_starts_ascii(text, STR("\xE2\x80")) &&
		   text.data[text.len - 1] != ':' &&
		   page->nodes[block->node].end - block->node <= MOST_PICTURE_NODES &&
		   is_set_off(page, block->node);
}

/*
 * Does block i stand with a picture and nothing else in one element, and name who took it, or is it
 * set off there?
 */
static bool
is_credited(const Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	const Block *block = &reader->blocks.items[i];
	uint32_t around = block->node;
	bool credits = (block->phrases & PHRASE_CUE_BIT(CREDIT)) != 0 &&
				   ((block->openings & PHRASE_CUE_BIT(CREDIT)) || sets_credit_off(block->text));

	if (block->kind != BLOCK_PARAGRAPH || !(credits || reads_as_caption(page, block)))
		return false;
	if (is_only_child(reader, i) && page->nodes[around].parent != 0)
		around = page->nodes[around].parent;
	if (page->nodes[around].end - around > MOST_PICTURE_NODES)
		return false;
	for (uint32_t k = around + 1; k < page->nodes[around].end; k++)
		if (page->nodes[k].tag == TAG_img)
			return true;
	return false;
}

static bool
is_caption(const Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	const Block *block = &reader->blocks.items[i];

	if (block->chars > LONGEST_CAPTION)
		return false;
	if (block->kind == BLOCK_CAPTION || page->nodes[block->node].tag == TAG_figure ||
		is_credited(reader, i))
		return true;
	return is_caption_class(reader_class(page, block->node)) ||
		   (is_only_child(reader, i) &&
			is_caption_class(reader_class(page, page->nodes[block->node].parent)));
}

static void
drop_captions(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept && is_caption(reader, i))
			block_drop(&blocks->items[i], "a caption");
}

/* ------------------------------------------------------------------ pull quotes */

#define LONGEST_PULL_QUOTE 300
/* A pull quote repeats a block at most this many blocks away. */
#define PULL_QUOTE_REACH 12

static bool
is_set_apart(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;

	for (int up = 0; node != 0 && up < 3; up++, node = page->nodes[node].parent)
		if (page->nodes[node].tag == TAG_aside || page->nodes[node].tag == TAG_blockquote ||
			(reader_cues(reader, node) & CLASS_CUE_BIT(QUOTE)))
			return true;
	return false;
}

/* The words of a quotation without quotation marks and final period. */
static Str
quoted_words(Str text)
{
	while (text.len > 0 && !ascii_alpha(text.data[0]) && (unsigned char) text.data[0] != 0xC3)
		text = str_sub(text, 1, text.len);
	while (text.len > 0 && !ascii_alpha(text.data[text.len - 1]))
		text.len--;
	return text;
}

static bool
stands_near(const Blocks *blocks, uint32_t i, Str words)
{
	uint32_t from = i > PULL_QUOTE_REACH ? i - PULL_QUOTE_REACH : 0;

	for (uint32_t k = from; k < blocks->count && k <= i + PULL_QUOTE_REACH; k++)
		if (k != i && blocks->items[k].kept && blocks->items[k].chars > blocks->items[i].chars &&
			str_find(blocks->items[k].text, words) >= 0)
			return true;
	return false;
}

static void
drop_pull_quotes(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];
		Str words;

		if (!block->kept || block->chars > LONGEST_PULL_QUOTE || !is_set_apart(reader, block->node))
			continue;
		words = quoted_words(block->text);
		if (words.len >= 20 && stands_near(blocks, i, words))
			block_drop(block, "repeats a sentence of the body");
	}
}

static void
apply(Reader *reader, void (*const mends[])(Reader *), size_t count)
{
	for (size_t i = 0; i < count && !reader_interrupted(reader); i++)
		mends[i](reader);
}

void
body_mend_ruled(Reader *reader)
{
	static void (*const mends[])(Reader *) = {
		body_drop_foreign, drop_title,		 drop_second_title,
		drop_captions,	   drop_pull_quotes, drop_copies,
	};

	apply(reader, mends, lengthof(mends));
}

void
body_mend(Reader *reader)
{
	static void (*const mends[])(Reader *) = {
		body_drop_parts, body_drop_threads, body_keep_reserved, body_drop_next,
		body_fill_gaps,	 body_drop_teasers, body_drop_foreign,	body_drop_forms,
		drop_title,		 drop_second_title, drop_captions,		drop_pull_quotes,
		drop_copies,	 body_drop_offers,	body_drop_last,		body_drop_tail,
		body_keep_brief,
	};

	apply(reader, mends, lengthof(mends));
}
