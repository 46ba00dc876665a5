/*
 * body_mend.c
 *	  The few rules that stand above the body model, because they hold on every page: a paragraph stands once, the rows of a table stay together, a pointer to another article is not the article.
 */
#include "article/body.h"

#include "article/cue.h"

/* A text as long as this stands once in a body. */
#define SHORTEST_REPEAT 40
/* "Lire aussi : …" is one line. */
#define LONGEST_POINTER 220
/* Rows come along where the model gives all of them together this much. */
#define COMPANY 0.4f

static void
drop(Block *block, const char *reason)
{
	block->kept = false;
	block->reason = reason;
}

/* ------------------------------------------------------------------ copies */

static void
drop_copies(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t size = 16;
	uint64_t *seen;

	while (size < blocks->count * 2)
		size *= 2;
	seen = arena_zalloc(reader->arena, sizeof(uint64_t) * size);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];
		uint64_t hash;
		uint32_t at;

		if (!block->kept || block->chars < SHORTEST_REPEAT)
			continue;
		hash = str_hash(block->text) | 1;
		at = (uint32_t) (hash >> 32) & (size - 1);
		while (seen[at] != 0 && seen[at] != hash)
			at = (at + 1) & (size - 1);
		if (seen[at] == hash)
			drop(block, "repeats a paragraph of the body");
		seen[at] = hash;
	}
}

/* ------------------------------------------------------------------ pointers to other articles */

static bool
is_pointer(const Block *block)
{
	uint32_t opening;

	if (block->chars > LONGEST_POINTER || block->link_chars == 0)
		return false;
	phrase_cues(block->text, &opening);
	return (opening & (UINT32_C(1) << PHRASE_CUE_RELATED)) && block->link_chars * 3 > block->chars;
}

static void
drop_pointers(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept && is_pointer(&blocks->items[i]))
			drop(&blocks->items[i], "points to another article");
}

/* ------------------------------------------------------------------ rows of tables */

/* The table of a row that is one block, or PAGE_NONE. */
static uint32_t
table_of(const Reader *reader, const Block *block)
{
	if (block->kind != BLOCK_TABLE_ROW)
		return PAGE_NONE;
	return page_ancestor(&reader->page, block->node, TAG_table);
}

/* Keeps the rows first .. end-1 of one table, if some were kept and the others are not unlikely. */
static void
keep_together(Blocks *blocks, uint32_t first, uint32_t end)
{
	double sum = 0;
	bool any = false;

	for (uint32_t i = first; i < end; i++)
	{
		sum += (double) blocks->items[i].score;
		any |= blocks->items[i].kept;
	}
	if (!any || sum < (double) COMPANY * (end - first))
		return;
	for (uint32_t i = first; i < end; i++)
		if (!blocks->items[i].kept)
		{
			blocks->items[i].kept = true;
			blocks->items[i].reason = "row of a table inside the article";
		}
}

static void
keep_rows(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i < blocks->count;)
	{
		uint32_t table = table_of(reader, &blocks->items[i]);
		uint32_t end = i + 1;

		while (table != PAGE_NONE && end < blocks->count &&
			   table_of(reader, &blocks->items[end]) == table)
			end++;
		if (table != PAGE_NONE)
			keep_together(blocks, i, end);
		i = end;
	}
}

/* ------------------------------------------------------------------ byline and stamp */

/* The byline stands among the first blocks, is no longer than this, and says little beside the names. */
#define SIGNATURE_BLOCKS 4
#define LONGEST_SIGNATURE 140
#define BESIDE_NAMES 40

static bool
is_signature(const Reader *reader, const Block *block)
{
	const StrList *authors = &reader->article.authors;
	uint32_t named = 0;

	if (block->chars > LONGEST_SIGNATURE)
		return false;
	for (uint32_t i = 0; i < authors->count; i++)
		if (str_find_ascii(block->text, authors->items[i]) >= 0)
			named += authors->items[i].len;
	return named > 0 && block->text.len <= named + BESIDE_NAMES;
}

void
body_drop_signature(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t seen = 0;

	for (uint32_t i = 0; i < blocks->count && seen < SIGNATURE_BLOCKS; i++)
	{
		Block *block = &blocks->items[i];

		if (!block->kept)
			continue;
		seen++;
		if (block_is_stamp(block))
			drop(block, "tells the date");
		else if (is_signature(reader, block))
			drop(block, "tells the author");
	}
}

void
body_mend(Reader *reader)
{
	keep_rows(reader);
	drop_pointers(reader);
	drop_copies(reader);
}
