/*
 * body_signature.c
 *	  The byline and the stamp at the start of the body: once authors and dates are known, the lines
 *	  that say them and little else are dropped.
 */
#include "article/body/body.h"

#include "article/author/agency.h"
#include "article/author/byline.h"
#include "article/author/byline_word.h"
#include "article/cue/cue.h"
#include "article/cue/headline.h"

/* The byline is among the first blocks, is at most this long, and says little except the names. */
#define SIGNATURE_BLOCKS 4
#define LONGEST_SIGNATURE 140
#define BESIDE_NAMES 40
/* Words beside the names that are no words of bylines: "étudiante". */
#define UNREAD_MOST 2
/* A stamp is seldom longer. */
#define LONGEST_STAMP 100
/* A line with a date and few words: "N° 1234 du 14 mars 2023", "14 mars 2023 | 12 commentaires". */
#define SHORTEST_DATED 60
#define WORDS_BESIDE 6
/* Lines below the text that sign it: how many, how long, and the characters of text above them. */
#define CLOSING_BLOCKS 3
#define LONGEST_CLOSING 60
#define TEXT_ABOVE 300
#define LONGEST_LABEL 12
/* Letters of the initials of one person. */
#define INITIALS 4
/* When it was published, and when it was changed. */
#define STAMP_DATES 2

/* Is it a short line that gives a day or an age, and says little else? */
static bool
is_dated_line(const Block *block, const DateFound *found, uint32_t count, uint32_t dated)
{
	uint32_t words = 0;
	bool inside = false;

	if (block->chars > SHORTEST_DATED ||
		!(block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST_ITEM) ||
		headline_ends_sentence(block->text) ||
		!(found[0].fields.year > 0 && found[0].fields.day > 0) || dated * 3 < block->text.len)
		return false;
	for (uint32_t i = 0; i < block->text.len && words <= WORDS_BESIDE; i++)
	{
		bool letter = (block->text.data[i] & 0x80) || ascii_alpha(block->text.data[i]);

		for (uint32_t k = 0; k < count; k++)
			letter &= !(i >= found[k].start && i < found[k].end);
		words += letter && !inside;
		inside = letter;
	}
	return words <= WORDS_BESIDE;
}

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
	if (count > 0 && is_dated_line(block, found, count, dated))
		return true;
	return count > 0 && (found[0].cue != DATE_CUE_NONE || dated * 2 > block->text.len);
}

/* Does a short line hold an element with a date for programs: "Posted <abbr title=2024-…>"? */
static bool
holds_time(const Page *page, const Block *block)
{
	if (block->chars > SHORTEST_DATED || block->kind == BLOCK_HEADING ||
		headline_ends_sentence(block->text))
		return false;
	for (uint32_t i = block->node; i < block->end; i++)
	{
		Str title;

		if (page->nodes[i].tag == TAG_time)
			return true;
		if (page->nodes[i].tag != TAG_abbr)
			continue;
		title = page_attr(page, i, ATTR_title);
		if (title.len >= 10 && title.data[4] == '-' && ascii_digit(title.data[0]))
			return true;
	}
	return false;
}

/*
 * Is it read as a byline that names whoever signs the article: "Récit d'Anne Dupont | Dessins de
 * Luc Martin", "Signé Anne Dupont, 27 ans, étudiante"?
 */
static bool
reads_as_byline(const Reader *reader, const Block *block)
{
	const StrList *authors = &reader->article.authors;
	Byline byline;

	if (headline_ends_sentence(block->text))
		return false;
	byline_read(&byline, block->text, BYLINE_PRINTED);
	if (authors->count == 0)
		return byline.cued && !byline.cued_weakly && byline.unread == 0 && byline.count > 0 &&
			   byline.names[0].kind != BYLINE_IS_PERSON; /* "La rédaction avec AFP" */
	for (uint32_t i = 0; i < authors->count && byline.cued && byline.unread <= UNREAD_MOST; i++)
		for (uint32_t k = 0; k < byline.count; k++)
			if (str_equal_ascii(byline.names[k].name, authors->items[i]))
				return true;
	return false;
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
	return named > 0 &&
		   (block->text.len <= named + dated + BESIDE_NAMES || reads_as_byline(reader, block));
}

/* "lma/bdx/tq": the initials of those who wrote and edited a dispatch. */
static bool
is_initials(Str text)
{
	uint32_t letters = 0;
	uint32_t slashes = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		bool slash = text.data[i] == '/';

		letters = slash ? 0 : letters + 1;
		slashes += slash;
		if ((!slash && !ascii_alpha(text.data[i])) || letters > INITIALS)
			return false;
	}
	return slashes > 0;
}

/* "Source : Le Courrier", "Source: VN": whence the text comes, and nothing else. */
static bool
tells_source(Str text)
{
	int32_t colon = str_find(text, STR(":"));
	Str word = str_trim(str_sub(text, 0, colon > 0 ? (uint32_t) colon : 0));

	return word.len > 0 && word.len <= LONGEST_LABEL &&
		   (byline_classes(word) & BYLINE_WORD_SOURCE) != 0;
}

/* Is it the name of a newsroom or an agency, and nothing else? */
static bool
is_house_alone(Str text, const Byline *byline)
{
	return byline->count == 1 && byline->unread == 0 && byline->names[0].kind != BYLINE_IS_PERSON &&
		   byline->names[0].name.len == text.len;
}

/* Is it a line below the text that signs it: "Anne Dupont", "La rédaction", "Source : Le Courrier"? */
static bool
is_closing(const Reader *reader, const Block *block)
{
	const StrList *authors = &reader->article.authors;
	Byline byline;

	if (block->chars > LONGEST_CLOSING || block->kind != BLOCK_PARAGRAPH ||
		headline_ends_sentence(block->text))
		return false;
	if (is_initials(block->text) || tells_source(block->text) ||
		agency_of(NULL, 0, block->text).data != NULL)
		return true;
	for (uint32_t i = 0; i < authors->count; i++)
		if (str_equal_ascii(block->text, authors->items[i]))
			return true;
	byline_read(&byline, block->text, BYLINE_PRINTED);
	for (uint32_t i = 0; i < byline.count && byline.unread == 0; i++)
		for (uint32_t k = 0; k < authors->count; k++)
			if (str_equal_ascii(byline.names[i].name, authors->items[k]))
				return true; /* "Anne Dupont, avec Luc Martin" */
	return is_house_alone(block->text, &byline);
}

/* A line on the author below the text: "Journaliste à Brest depuis 2012." */
#define LONGEST_BIOGRAPHY 300

/*
 * Is block i the last line of a box about an author, whose first line is the name of a person and
 * nothing else? Returns that one; PAGE_NONE if it is not.
 */
static uint32_t
biography_of(const Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;
	uint32_t box = page->nodes[items[i].node].parent;
	uint32_t before = i > 1 ? i - 2 : 0;
	Byline byline;

	if (i < 2 || items[i].kind != BLOCK_PARAGRAPH || items[i].chars > LONGEST_BIOGRAPHY ||
		items[i - 1].chars > LONGEST_CLOSING || page->nodes[items[i - 1].node].parent != box ||
		items[before].first > box)
		return PAGE_NONE;
	byline_read(&byline, items[i].text, BYLINE_PRINTED);
	if (!byline.job && !byline.told && !str_starts_ascii(items[i].text, items[i - 1].text))
		return PAGE_NONE;
	byline_read(&byline, items[i - 1].text, BYLINE_PRINTED);
	return byline.count == 1 && byline.unread == 0 && byline.names[0].kind == BYLINE_IS_PERSON &&
				   byline.names[0].name.len == items[i - 1].text.len
			   ? i - 1
			   : PAGE_NONE;
}

/* Drops the box about the author below the text, if the text goes that far. */
static void
drop_biography(Reader *reader)
{
	Block *items = reader->blocks.items;
	uint32_t last = reader->body_end;
	uint32_t name;

	while (last > 0 && !items[last - 1].kept)
		last--;
	if (last == 0 || (name = biography_of(reader, last - 1)) == PAGE_NONE)
		return;
	block_drop(&items[last - 1], "about the author");
	if (items[name].kept)
		block_drop(&items[name], "tells the author");
}

/* Drops the lines that sign the text below it, if enough of it remains. */
static void
drop_closing(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t chars = 0;
	uint32_t seen = 0;

	for (uint32_t i = 0; i < blocks->count && chars < TEXT_ABOVE + LONGEST_CLOSING; i++)
		chars += blocks->items[i].kept ? blocks->items[i].chars : 0;
	for (uint32_t i = reader->body_end; i > 0 && seen < CLOSING_BLOCKS && chars >= TEXT_ABOVE; i--)
	{
		Block *block = &blocks->items[i - 1];

		if (!block->kept)
			continue;
		if (!is_closing(reader, block))
			break;
		block_drop(block, "tells the author");
		seen++;
	}
}

/*
 * Does a short line above the text credit pictures, "Photos : Luc Martin", or name a newsroom
 * beside a date?
 */
static const char *
credit_reason(const Blocks *blocks, uint32_t i)
{
	const Block *block = &blocks->items[i];
	Byline byline;

	if (block->chars > LONGEST_CLOSING || block->kind != BLOCK_PARAGRAPH ||
		headline_ends_sentence(block->text))
		return NULL;
	byline_read(&byline, block->text, BYLINE_PRINTED);
	if (byline.photos && byline.count == 0 && byline.unread == 0)
		return "tells who made the pictures";
	if (!is_house_alone(block->text, &byline))
		return NULL;
	return (i > 0 && block_is_stamp(block - 1)) ||
				   (i + 1 < blocks->count && block_is_stamp(block + 1))
			   ? "tells the author"
			   : NULL;
}

void
body_drop_signature(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t seen = 0;

	for (uint32_t i = 0; i < blocks->count && seen < SIGNATURE_BLOCKS; i++)
	{
		Block *block = &blocks->items[i];
		const char *credit;

		if (!block->kept)
			continue;
		seen++;
		if (block_is_stamp(block) || holds_time(&reader->page, block))
			block_drop(block, "tells the date");
		else if (is_signature(reader, block))
			block_drop(block, "tells the author");
		else if ((credit = credit_reason(blocks, i)) != NULL)
			block_drop(block, credit);
	}
	drop_biography(reader);
	drop_closing(reader);
}
