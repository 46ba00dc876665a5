/*
 * sentence_word.c
 *	  See sentence_word.h.
 */
#include "french/sentence_word.h"

#include "base/array.h"
#include "base/search.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "french/number.h"
#include "text/fold.h"

#define WORD_BYTES_MAX 48	/* longest word that is looked at before a period */
#define COMMON_BYTES_MIN 7	/* a word of at least this many bytes is not an abbreviation */
#define LISTED_BYTES_MAX 8	/* longest spelling of the list */
#define MARKER_DIGITS_MAX 3 /* a year at the start of a sentence numbers no item */

typedef struct ListedWord
{
	char written[LISTED_BYTES_MAX];
	SentenceWord kind;
} ListedWord;

static const ListedWord listed[] = {
#define SENTENCE_WORD(written, kind) {written, SENTENCE_##kind},
#include "french/sentence_list.h"
#undef SENTENCE_WORD
};

static bool
is_word_char(TextChar ch)
{
	return char_class_in_word(ch) || ch.class == CLASS_INVISIBLE || ch.class == CLASS_HYPHEN ||
		   ch.code == '.';
}

/* Returns the letters, digits, hyphens and periods before a byte; empty if there are too many. */
static Str
word_before(Str text, uint32_t start, uint32_t end)
{
	uint32_t at = end;

	while (at > start)
	{
		TextChar ch = text_char_before(text, at);

		if (ch.end != at || !is_word_char(ch))
			break;
		do
			at--;
		while (at > start && ((unsigned char) text.data[at] & 0xC0) == 0x80);
		if (end - at > WORD_BYTES_MAX)
			return str_sub(text, end, 0);
	}
	return str_sub(text, at, end - at);
}

static SentenceWord
find_listed(Str word)
{
	const ListedWord *found =
		search_word(listed, lengthof(listed), sizeof(*listed), sizeof(listed->written), word);

	return found ? found->kind : SENTENCE_ORDINARY;
}

/* J, É, J.-P, U.S.A: capitals, each alone between periods and hyphens. */
static bool
is_initials(Str word)
{
	bool letter = false;

	for (uint32_t at = 0; at < word.len;)
	{
		TextChar ch = text_char_at(word, at);

		if (ch.code == '.' || ch.class == CLASS_HYPHEN)
			letter = false;
		else if (letter || !char_class_is_capital(ch.code))
			return false;
		else
			letter = true;
		at = ch.end;
	}
	return word.len > 0;
}

static bool
is_marker(Str word)
{
	uint32_t digits = 0;

	digits = str_skip_digits(word, digits);
	if (digits > 0)
		return digits == word.len && digits <= MARKER_DIGITS_MAX;
	return (word.len == 1 && ascii_alpha(word.data[0])) || number_is_roman(word);
}

/* M. J. Le Goff: an initial after another, or after a title, is one of a name. */
static bool
follows_period(Str text, uint32_t start, Str word)
{
	uint32_t at = (uint32_t) (word.data - text.data);

	return at >= start + 2 && text.data[at - 1] == ' ' && text.data[at - 2] == '.';
}

SentenceWord
sentence_word_before(Str text, uint32_t start, uint32_t period)
{
	Str word = word_before(text, start, period);
	SentenceWord kind;

	if (word.len == 0)
		return SENTENCE_ORDINARY;
	if (word.data == text.data + start && is_marker(word))
		return SENTENCE_MARKER;
	kind = find_listed(word);
	if (kind != SENTENCE_ORDINARY)
		return kind;
	if (!is_initials(word))
		return SENTENCE_ORDINARY;
	return follows_period(text, start, word) ? SENTENCE_OPENS : SENTENCE_INITIAL;
}

/* 1992, UNC: several characters, all digits or all capitals. */
static bool
is_figure_or_acronym(Str word)
{
	uint32_t count = 0;
	uint32_t capitals = 0;

	for (uint32_t at = 0; at < word.len; count++)
	{
		TextChar ch = text_char_at(word, at);

		if (char_class_is_capital(ch.code))
			capitals++;
		else if (ch.class != CLASS_DIGIT)
			return false;
		at = ch.end;
	}
	return count > 1 && (capitals == 0 || capitals == count);
}

bool
sentence_word_is_common(Str text, uint32_t start, uint32_t period)
{
	Str word = word_before(text, start, period);
	char form[FOLD_WORD_ROOM];

	if (word.len == 0)
		return period > start && text_char_before(text, period).class != CLASS_SPACE; /* ) or " */
	if (memchr(word.data, '.', word.len) != NULL || find_listed(word) != SENTENCE_ORDINARY)
		return false;
	return word.len >= COMMON_BYTES_MIN || is_figure_or_acronym(word) ||
		   (word.len >= 3 && lexicon_has(str_make(form, fold_word(word, form, sizeof(form)))));
}

bool
sentence_word_is_number(Str text, uint32_t byte)
{
	uint32_t end = char_class_letters_end(char_class_cut(text, byte + WORD_BYTES_MAX), byte);

	if (byte < text.len && ascii_digit(text.data[byte]))
		return true;
	return end > byte && number_is_roman(str_sub(text, byte, end - byte));
}

bool
sentence_word_opens(Str text, uint32_t byte)
{
	uint32_t end = char_class_letters_end(char_class_cut(text, byte + WORD_BYTES_MAX), byte);
	char form[FOLD_WORD_ROOM];
	WordTerms terms;

	if (end == byte || end - byte > WORD_BYTES_MAX)
		return false;
	if (end - byte == 1) /* L'été, À Paris; but the initial of a name */
		return text_char_at(text, end).class == CLASS_APOSTROPHE || text.data[byte] == 'A';
	lexicon_terms(str_make(form, fold_word(str_sub(text, byte, end - byte), form, sizeof(form))),
				  LEXICON_CAPITAL_BARE, &terms);
	return terms.stop;
}
