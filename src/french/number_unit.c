/*
 * number_unit.c
 *	  What stands around a number: percent, currency, the words that make it approximate. A byte
 *	  offset in, the end of the sign or words out.
 */
#include "french/number_internal.h"

#include "base/array.h"

static const Str currencies[] = {
#define NUMBER_CURRENCY(sign) STR(sign),
#include "french/number_unit_list.h"
#undef NUMBER_CURRENCY
};

static const Str abouts[] = {
#define NUMBER_ABOUT(words) STR(words),
#include "french/number_unit_list.h"
#undef NUMBER_ABOUT
};

static const Str measures[] = {
#define NUMBER_MEASURE(word) STR(word),
#include "french/number_unit_list.h"
#undef NUMBER_MEASURE
};

/* "aux alentours de " in bytes, with room for accents and odd spaces. */
#define ABOUT_BYTES 32

/* Does the text have this string at a byte, and no letter after it if it ends in one? */
static bool
has_at(Str text, uint32_t at, Str sign)
{
	uint32_t end = at + sign.len;

	if (end > text.len || memcmp(text.data + at, sign.data, sign.len) != 0)
		return false;
	return !ascii_alpha(sign.data[sign.len - 1]) || !char_class_in_word(text_char_at(text, end));
}

uint32_t
number_currency_read(Str text, uint32_t at)
{
	for (size_t i = 0; i < lengthof(currencies); i++)
		if (has_at(text, at, currencies[i]))
			return at + currencies[i].len;
	return 0;
}

/* The figure 100, but not that of "10 pour 100 000"; returns its end or 0. */
static uint32_t
hundred_read(Str text, uint32_t at)
{
	if (!has_at(text, at, STR("100")) || text_char_at(text, at + 3).class == CLASS_DIGIT ||
		text_char_at(text, number_spaces(text, at + 3)).class == CLASS_DIGIT)
		return 0;
	return at + 3;
}

/* "p. 100", "p. cent". */
static uint32_t
abbreviated_percent(Str text, uint32_t at)
{
	NumberToken token;
	uint32_t figure;

	if (at + 2 > text.len || memcmp(text.data + at, "p.", 2) != 0)
		return 0;
	at = number_spaces(text, at + 2);
	figure = hundred_read(text, at);
	if (figure != 0)
		return figure;
	return number_token_read(text, at, &token) && token.class == NUMBER_WORD_HUNDRED ? token.end
																					 : 0;
}

uint32_t
number_percent_read(Str text, uint32_t end)
{
	uint32_t at = number_spaces(text, end);
	TextChar ch = text_char_at(text, at);
	NumberToken token;

	if (ch.code == '%' || ch.code == 0xFF05 || ch.code == 0xFE6A)
		return ch.end;
	if (at == end || ch.class != CLASS_LETTER)
		return 0;
	if (!number_token_read(text, at, &token) || token.class == NUMBER_WORD_NONE)
		return abbreviated_percent(text, at);
	if (token.class == NUMBER_WORD_PERCENT)
		return token.end;
	if (!number_is_link(&token, NUMBER_LINK_POUR))
		return 0;
	at = hundred_read(text, number_spaces(text, token.end));
	if (at != 0)
		return at;
	if (!number_token_next(text, token.end, &token) || token.class != NUMBER_WORD_HUNDRED ||
		(token.flags & NUMBER_IS_PLURAL))
		return 0;
	return token.end;
}

/* Is part, folded, one of these words? */
static bool
is_one_of(Str part, const Str *words, size_t count)
{
	char folded[NUMBER_FOLD_BYTES];
	Str own = str_make(folded, number_fold(part, folded));

	return str_is_one_of(own, words, count);
}

uint32_t
number_measure_read(Str text, uint32_t at)
{
	uint32_t end = char_class_letters_end(text, at);

	return end > at && end - at < NUMBER_FOLD_BYTES &&
				   is_one_of(str_sub(text, at, end - at), measures, lengthof(measures))
			   ? end
			   : 0;
}

uint32_t
number_about_read(Str text, uint32_t at)
{
	uint32_t end = at;

	while (end < text.len && end - at < ABOUT_BYTES)
	{
		TextChar ch = text_char_at(text, end);

		if ((ch.class == CLASS_SPACE || ch.class == CLASS_APOSTROPHE) &&
			is_one_of(str_sub(text, at, end - at), abouts, lengthof(abouts)))
			return number_spaces(text, ch.end);
		end = ch.end;
	}
	return 0;
}

/* Does the text end in these words? */
static bool
ends_in(Str text, Str words)
{
	return text.len >= words.len &&
		   memcmp(text.data + text.len - words.len, words.data, words.len) == 0 &&
		   (text.len == words.len || text.data[text.len - words.len - 1] == ' ');
}

bool
number_about_before(Str text, uint32_t start)
{
	char folded[NUMBER_FOLD_BYTES];
	uint32_t from = start < ABOUT_BYTES ? 0 : start - ABOUT_BYTES;
	Str words;

	while (from < start && ((unsigned char) text.data[from] & 0xC0) == 0x80)
		from++;
	words = str_make(folded, number_fold(str_sub(text, from, start - from), folded));
	for (size_t i = 0; i < lengthof(abouts); i++)
		if (ends_in(words, abouts[i]))
			return true;
	return false;
}
