/*
 * body_signature.c
 *	  The byline and the stamp at the start of the body: once authors and dates are known, the lines
 *	  that say them and little else are dropped.
 */
#include "article/body/body.h"

#include "article/cue/cue.h"
#include "article/cue/headline.h"

/* The byline is among the first blocks, is at most this long, and says little except the names. */
#define SIGNATURE_BLOCKS 4
#define LONGEST_SIGNATURE 140
#define BESIDE_NAMES 40
/* A stamp is seldom longer. */
#define LONGEST_STAMP 100
/* When it was published, and when it was changed. */
#define STAMP_DATES 2

bool
block_is_stamp(const Block *block)
{
	DateHabits habits = {false, {NULL, 0}};
	DateFound found[STAMP_DATES];
	uint32_t count;
	uint32_t dated = 0;

	if (block->chars > LONGEST_STAMP)
		return false;
	count = date_scan(block->text, &habits, found, STAMP_DATES);
	for (uint32_t i = 0; i < count; i++)
		dated += found[i].end - found[i].start;
	return count > 0 && (found[0].cue != DATE_CUE_NONE || dated * 2 > block->text.len);
}

/* Does a class name the element, or the one around it, as a byline? */
static bool
is_in_byline(const Reader *reader, uint32_t node)
{
	uint32_t parent = reader->page.nodes[node].parent;

	return ((reader_cues(reader, node) | reader_cues(reader, parent)) & CLASS_CUE_BIT(AUTHOR)) != 0;
}

/* "par . .": a byline whose name is missing. */
static bool
names_nobody(Str text)
{
	const char *space = memchr(text.data, ' ', text.len);

	for (const char *at = space; at != NULL && at < text.data + text.len; at++)
		if (ascii_alpha(*at) || (*at & 0x80))
			return false;
	return space != NULL;
}

static bool
is_signature(const Reader *reader, const Block *block)
{
	const StrList *authors = &reader->article.authors;
	DateHabits habits = {false, reader->article.language};
	DateFound date;
	uint32_t named = 0;
	uint32_t dated = 0;

	if (block->chars > LONGEST_SIGNATURE)
		return false;
	if ((block->openings & PHRASE_CUE_BIT(BYLINE)) &&
		(is_in_byline(reader, block->node) || names_nobody(block->text)))
		return true;
	for (uint32_t i = 0; i < authors->count; i++)
		if (str_find_ascii(block->text, authors->items[i]) >= 0)
			named += authors->items[i].len;
	if (date_scan(block->text, &habits, &date, 1) > 0)
		dated = date.end - date.start;
	if (named > 0 && (block->openings & PHRASE_CUE_BIT(BYLINE)) &&
		!headline_ends_sentence(block->text))
		return true; /* "Par Anne Dupont, traduit de l'anglais par Luc Martin" */
	return named > 0 && block->text.len <= named + dated + BESIDE_NAMES;
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
			block_drop(block, "tells the date");
		else if (is_signature(reader, block))
			block_drop(block, "tells the author");
	}
}
