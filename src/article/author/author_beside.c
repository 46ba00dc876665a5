/*
 * author_beside.c
 *	  How a place that reads like a byline is written, and what is before it: words around the
 *	  names, a quotation. Adds features; judges none.
 */
#include "article/author/author_evidence.h"

#include "base/array.h"
#include "base/utf8.h"

/* A shorter text in quotation marks is a title or a word. */
#define QUOTATION_CHARS 20

/* A shorter word is an article, or an abbreviation. */
#define WORD_LETTERS 3

/* Words of a name that is probably none: "Anne Dupont Estate Agents". */
#define LONG_NAME_WORDS 4

/* Does the text consist of a quotation? */
static bool
is_quotation(const Block *block)
{
	static const uint32_t opening[] = {0xAB, 0x201C, 0x201E, '"'};
	Str text = block->text;
	uint32_t at = 0;
	uint32_t first;
	bool opens = false;

	if (block->chars < QUOTATION_CHARS)
		return false;
	first = utf8_next(text.data, text.len, &at);
	for (size_t i = 0; i < lengthof(opening); i++)
		opens |= first == opening[i];
	if (text.data[text.len - 1] == '.')
		text.len--;
	return opens &&
		   (str_ends_ascii(text, STR("\xC2\xBB")) || str_ends_ascii(text, STR("\"")) ||
			str_ends_ascii(text, STR("\xE2\x80\x9D")) || str_ends_ascii(text, STR("\xE2\x80\x9C")));
}

/* Does the name have more words than people's names, all with a capital? */
static bool
is_long(Str name)
{
	uint32_t words = 1;

	for (uint32_t i = 0; i + 1 < name.len; i++)
	{
		if (name.data[i] != ' ')
			continue;
		if (ascii_lower(name.data[i + 1]) == name.data[i + 1] && ascii_alpha(name.data[i + 1]))
			return false;
		words++;
	}
	return words >= LONG_NAME_WORDS;
}

/* Does a text have three letters in a row, and no digit: "With", "on Monday", but not a date? */
static bool
has_word(Str text)
{
	uint32_t letters = 0;
	bool word = false;

	for (uint32_t i = 0; i < text.len; i++)
	{
		if (ascii_digit(text.data[i]))
			return false;
		letters = ascii_alpha(text.data[i]) || (text.data[i] & 0x80) != 0 ? letters + 1 : 0;
		word |= letters >= WORD_LETTERS;
	}
	return word;
}

/* Notes the words around names without a cue: "With Anne Dupont", "Anne Dupont on Monday". */
static void
note_rest(AuthorPlace *place)
{
	const Byline *byline = &place->byline;
	Str text = place->text;
	Str first = byline->names[0].name;
	Str last = byline->names[byline->count - 1].name;
	uint32_t start = (uint32_t) (first.data - text.data);
	uint32_t end = (uint32_t) (last.data + last.len - text.data);

	author_note_if(&place->features, AUTHOR_BARE_LATE, has_word(str_sub(text, 0, start)));
	author_note_if(&place->features, AUTHOR_BARE_MORE, has_word(str_sub(text, end, text.len)));
}

void
author_note_beside(const AuthorEvidence *evidence, AuthorPlace *place)
{
	AuthorFeatures *features = &place->features;

	if (author_noted(features, AUTHOR_BARE) || author_noted(features, AUTHOR_SIGNATURE))
		note_rest(place);
	author_note_if(features, AUTHOR_AFTER_QUOTATION,
				   place->block > 0 &&
					   is_quotation(&evidence->reader->blocks.items[place->block - 1]));
	author_note_if(features, AUTHOR_LONG_NAME, is_long(place->byline.names[0].name));
}
