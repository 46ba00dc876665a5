/*
 * term_neighbour.c
 *	  The words before and after a place in a text, and what they say of the word there. Reads at most
 *	  one word for each call.
 */
#include "french/term_neighbour.h"

#include "french/char_class.h"

const ReadingWord reading_words[] = {
#define C(name) NEIGHBOUR_##name
#define READING_WORD(word, class) {word, class},
#include "french/reading_word_list.h"
#undef READING_WORD
#undef C
};

/* The letter without accent, by the second byte of its UTF-8 less 0xA0 (the first is 0xC3). */
static const char bare_latin1[] = "aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";

/*
 * Writes the word in lowercase and without accents; returns its length, or 0 if it is not French.
 */
static uint32_t
fold_short(Str word, char *out)
{
	uint32_t len = 0;

	for (uint32_t i = 0; i < word.len; i++)
	{
		unsigned char c = (unsigned char) word.data[i];

		if (c < 0x80)
			out[len++] = ascii_lower((char) c);
		else if (c == 0xC3 && i + 1 < word.len)
			out[len++] = bare_latin1[(unsigned char) word.data[++i] & 0x1F];
		else
			return 0;
	}
	return len;
}

/* Returns the class of a folded word in the list, or 0. */
static unsigned int
class_of(const char *folded, uint32_t len)
{
	uint32_t hash = fnv_hash(folded, len);

	for (uint32_t slot = fnv_slot(hash, READING_SLOTS); reading_slots[slot] != 0;
		 slot = (slot + 1) % READING_SLOTS)
	{
		uint32_t number = fnv_number(reading_slots[slot], hash);
		const ReadingWord *entry = &reading_words[number > 0 ? number - 1 : 0];

		if (number > 0 && entry->word[len] == '\0' && memcmp(entry->word, folded, len) == 0)
			return entry->class;
	}
	return 0;
}

static unsigned int
neighbour_class(Str word)
{
	char folded[READING_WORD_BYTES];
	uint32_t len;

	if (word.len == 0 || word.len >= READING_WORD_BYTES)
		return 0;
	if (ascii_digit(word.data[0]))
		return NEIGHBOUR_DETERMINER;
	len = fold_short(word, folded);
	if (word.len == 2 && len == 1 && folded[0] == 'a')
		return NEIGHBOUR_PREPOSITION; /* à, which is not a */
	return len > 0 ? class_of(folded, len) : 0;
}

uint32_t
neighbour_step_back(Str text, uint32_t byte)
{
	while (byte > 0 && ((unsigned char) text.data[--byte] & 0xC0) == 0x80)
		;
	return byte;
}

/* Returns where the word starts that ends at a byte, or has a part of such length there. */
static uint32_t
word_start(Str text, uint32_t end)
{
	uint32_t start = end;

	while (start > 0 && end - start < READING_WORD_BYTES * 2)
	{
		if (ascii_alpha(text.data[start - 1]))
			start--;
		else if (char_class_in_word(text_char_before(text, start)))
			start = neighbour_step_back(text, start);
		else
			break;
	}
	return start;
}

Neighbour
neighbour_before(Str text, uint32_t byte)
{
	Neighbour found = {byte, byte, 0};
	TextChar ch = text_char_before(text, byte);

	if (byte == 0 || ch.code == '\n' || (ch.class != CLASS_SPACE && ch.class != CLASS_APOSTROPHE))
		return found;
	found.end = neighbour_step_back(text, byte);
	found.start = word_start(text, found.end);
	found.class = neighbour_class(str_sub(text, found.start, found.end - found.start));
	return found;
}

Neighbour
neighbour_after(Str text, uint32_t byte)
{
	Neighbour found = {byte, byte, 0};
	TextChar ch = text_char_at(text, byte);

	if (byte == text.len || ch.code == '\n' || ch.class != CLASS_SPACE)
		return found;
	found.start = found.end = ch.end;
	while (found.end - found.start < READING_WORD_BYTES * 2 &&
		   char_class_in_word(text_char_at(text, found.end)))
		found.end = text_char_at(text, found.end).end;
	found.class = neighbour_class(str_sub(text, found.start, found.end - found.start));
	return found;
}
