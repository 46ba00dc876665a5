/*
 * exact.c
 *	  See exact.h. Text and phrase are brought into one form, in which the phrase is searched for
 *	  byte by byte (Knuth, Morris & Pratt 1977), so that no text makes the search slow.
 *
 * In that form there are spaces only between two words: « oui » is "oui".
 */
#include "french/exact.h"

#include "french/char_class.h"
#include "text/fold.h"

/* Quotation marks that fold_words leaves as they are. */
static bool
is_quote(uint32_t c)
{
	return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033 ||
		   (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

static bool
is_dash(uint32_t c)
{
	return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Does a character belong to a word, as letters, digits and the marks on them do? */
static bool
in_word(TextChar ch)
{
	return char_class_in_word(ch) || ch.class == CLASS_INVISIBLE || ch.class == CLASS_IDEOGRAPH;
}

/* Brings a text into the form in which it is compared. */
static Str
exact_form(Arena *arena, Str text)
{
	Arena scratch = arena_scratch(arena);
	Str folded = fold_words(&scratch, text);
	char *out;
	size_t polled = 0;
	uint32_t len = 0;
	bool space = false;
	bool word = false;

	if (folded.data == NULL)
	{
		arena_free(&scratch);
		return STR_NONE;
	}
	out = arena_alloc(arena, (size_t) folded.len + 1);
	for (uint32_t at = 0; at < folded.len;)
	{
		TextChar ch = text_char_at(folded, at);
		uint32_t from = at;

		arena_poll_at(arena, at, &polled);
		at = ch.end;
		if (ch.class == CLASS_SPACE)
		{
			space = word;
			continue;
		}
		word = in_word(ch);
		if (space && word)
			out[len++] = ' ';
		space = false;
		if (is_quote(ch.code) || is_dash(ch.code))
			out[len++] = is_dash(ch.code) ? '-' : '"';
		else
		{
			memcpy(out + len, folded.data + from, ch.end - from);
			len += ch.end - from;
		}
	}
	arena_free(&scratch);
	return str_make(out, len);
}

/* Does a word begin or end at this byte of a text, or is it outside words? */
static bool
at_border(Str text, uint32_t byte)
{
	return byte == 0 || byte == text.len || !in_word(text_char_before(text, byte)) ||
		   !in_word(text_char_at(text, byte));
}

/*
 * Returns for each prefix of the phrase the length of the longest shorter prefix that it ends with.
 */
static uint32_t *
prefix_table(Arena *arena, Str phrase)
{
	uint32_t *longest = arena_array(arena, uint32_t, phrase.len + 1);
	uint32_t matched = 0;
	size_t polled = 0;

	longest[0] = longest[1] = 0;
	for (uint32_t i = 1; i < phrase.len; i++)
	{
		arena_poll_at(arena, i, &polled);
		while (matched > 0 && phrase.data[i] != phrase.data[matched])
			matched = longest[matched];
		if (phrase.data[i] == phrase.data[matched])
			matched++;
		longest[i + 1] = matched;
	}
	return longest;
}

static bool
search(Arena *arena, Str text, Str phrase)
{
	const uint32_t *longest = prefix_table(arena, phrase);
	size_t polled = 0;
	uint32_t matched = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		arena_poll_at(arena, i, &polled);
		while (matched > 0 && text.data[i] != phrase.data[matched])
			matched = longest[matched];
		if (text.data[i] == phrase.data[matched])
			matched++;
		if (matched < phrase.len)
			continue;
		if (at_border(text, i + 1 - phrase.len) && at_border(text, i + 1))
			return true;
		matched = longest[matched];
	}
	return false;
}

bool
exact_has(Arena *arena, Str text, Str phrase)
{
	Str wanted = exact_form(arena, phrase);
	Str given = exact_form(arena, text);

	if (wanted.data == NULL || given.data == NULL || wanted.len > given.len)
		return false;
	return wanted.len == 0 || search(arena, given, wanted);
}
