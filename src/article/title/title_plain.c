/*
 * title_plain.c
 *	  The headline of a page without a single tag: a short line before the first paragraph that is
 *	  neither a timestamp, nor a byline, nor a sentence.
 */
#include "article/title/title.h"

#include "article/author/byline.h"
#include "base/utf8.h"
#include "date/date.h"

/* Headlines have at least 3 words, and seldom more than 200 characters. */
#define HEADLINE_CHARS_MAX 200
#define HEADLINE_WORDS_MIN 3

/* Section, timestamp, byline and headline are within this many lines. */
#define LINES_MAX 6

/*
 * A line with a date and fewer bytes than this besides is a timestamp: "Publié le …", "Dernière
 * mise à jour à …".
 */
#define STAMP_WORDS_BYTES 40

static bool
is_stamp(const Reader *reader, Str text)
{
	DateHabits habits = {.language = reader->article.language};
	DateFound found[2];
	uint32_t count = date_scan(text, &habits, found, 2);
	uint32_t dated = 0;

	for (uint32_t i = 0; i < count; i++)
		dated += found[i].end - found[i].start;
	return count > 0 && text.len - dated < STAMP_WORDS_BYTES;
}

static bool
is_byline(Str text)
{
	Byline byline;

	byline_read(&byline, text, BYLINE_PRINTED);
	return byline.cued && byline.count > 0 && byline.unread == 0;
}

static uint32_t
count_words(Str text)
{
	uint32_t words = text.len > 0;

	for (uint32_t i = 0; i < text.len; i++)
		words += text.data[i] == ' ';
	return words;
}

/* Does the text end like a sentence?  A headline may end in a question mark or an ellipsis. */
static bool
ends_sentence(Str text)
{
	return str_ends_ascii(text, STR(".")) && !str_ends_ascii(text, STR("..."));
}

Str
title_of_plain_text(const Reader *reader, uint32_t *block)
{
	const Blocks *blocks = &reader->blocks;

	for (uint32_t i = 0; i + 1 < blocks->count && i < LINES_MAX; i++)
	{
		Str text = blocks->items[i].text;
		bool spaced = (unsigned char) text.data[0] < 0xE0; /* Chinese has no spaces between words */

		if (is_stamp(reader, text) || is_byline(text))
			continue;
		if (blocks->items[i].chars > HEADLINE_CHARS_MAX || ends_sentence(text))
			break;
		if (spaced && count_words(text) < HEADLINE_WORDS_MIN)
			continue;
		*block = i;
		return str_collapse(reader->arena, text);
	}
	return STR_NONE;
}
