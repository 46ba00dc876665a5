/*
 * number_figures.c
 *	  Numbers in figures: a byte offset in; value, kind and end out. 1 500, 5,2 millions, 12 M€,
 *	  3/4, 2½, 21e.
 *
 * The digits themselves are read by numeral.c, which also tells hours, dates and versions.
 */
#include "french/number_internal.h"

#include "base/array.h"
#include "french/numeral.h"

/* What must follow an abbreviated scale, so that it is one. */
typedef enum NumberScaleEvidence
{
	NUMBER_SCALE_ALWAYS,	 /* 40 Mds */
	NUMBER_SCALE_WITH_MONEY, /* 40 M€, 40 M d'euros; alone if nothing follows at all */
	NUMBER_SCALE_GLUED,		 /* 40k; the same after a space */
	NUMBER_SCALE_ALONE
} NumberScaleEvidence;

typedef struct Abbreviation
{
	Str letters;
	uint8_t power;
	uint8_t evidence;
} Abbreviation;

static const Abbreviation abbreviations[] = {
#define NUMBER_ABBREVIATED(letters, power, evidence) {STR(letters), power, evidence},
#include "french/number_unit_list.h"
#undef NUMBER_ABBREVIATED
};

/* ---------------------------------------------------------------- scales */

/* "de", "d'" before a currency or a noun. */
static bool
counts_follow(Str text, uint32_t end)
{
	NumberToken token;
	uint32_t at = number_spaces(text, end);

	return at > end && number_token_read(text, at, &token) &&
		   number_is_link(&token, NUMBER_LINK_DE);
}

/* Returns the end of an abbreviation with its evidence, without the currency; or 0. */
static uint32_t
abbreviation_match(Str text, uint32_t at, uint32_t letters_end, bool whole,
				   const Abbreviation *abbreviation)
{
	uint32_t end = at + abbreviation->letters.len;
	uint32_t money = end;

	if (end > letters_end ||
		memcmp(text.data + at, abbreviation->letters.data, abbreviation->letters.len) != 0)
		return 0;
	if (end == letters_end)
	{
		if (abbreviation->evidence == NUMBER_SCALE_ALWAYS ||
			(whole && number_spaces(text, end) == text.len) ||
			(abbreviation->evidence == NUMBER_SCALE_GLUED && ascii_digit(text.data[at - 1])))
			return end;
		money = number_spaces(text, end);
	}
	if (abbreviation->evidence == NUMBER_SCALE_ALONE)
		return 0;
	if (number_currency_read(text, money) != 0)
		return end;
	return end == letters_end && counts_follow(text, end) ? end : 0;
}

static uint32_t
abbreviation_read(Str text, uint32_t at, bool whole, NumberValue *value)
{
	uint32_t end = char_class_letters_end(text, at);
	uint32_t best = 0;
	uint8_t power = 0;

	for (size_t i = 0; i < lengthof(abbreviations); i++)
	{
		uint32_t match = abbreviation_match(text, at, end, whole, &abbreviations[i]);

		if (match > best)
		{
			best = match;
			power = abbreviations[i].power;
		}
	}
	value->power += power;
	/* "5 mrd. de francs", but not the period of a sentence */
	return best + (whole && best != 0 && best + 1 < text.len && text.data[best] == '.');
}

/* "millions", "mille", "douzaines", "Md": scales the value; returns the end, or 0. */
static uint32_t
scale_read(Str text, uint32_t end, bool whole, NumberFound *number)
{
	uint32_t at = number_gap(text, end);
	NumberToken token;

	if (!number_token_read(text, at, &token))
		return 0;
	if (token.class == NUMBER_WORD_SCALE && !(token.flags & NUMBER_IS_ORDINAL))
	{
		number->value.power += token.value;
		return token.end;
	}
	if ((token.class == NUMBER_WORD_GROUP || token.class == NUMBER_WORD_THOUSAND) &&
		!(token.flags & NUMBER_IS_ORDINAL) && at > end &&
		number_multiply(&number->value, token.value))
	{
		if (token.class == NUMBER_WORD_GROUP)
			number->kind = NUMBER_APPROXIMATE;
		return token.end;
	}
	return at == number_spaces(text, end) ? abbreviation_read(text, at, whole, &number->value) : 0;
}

/* ---------------------------------------------------------------- fractions */

uint32_t
number_vulgar_read(Str text, uint32_t at, NumberValue *value)
{
	static const struct
	{
		uint16_t code;
		uint8_t part;
		uint8_t whole;
	} vulgar[] = {{0xBC, 1, 4},	   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9},
				  {0x2152, 1, 10}, {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5},
				  {0x2157, 3, 5},  {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8},
				  {0x215C, 3, 8},  {0x215D, 5, 8}, {0x215E, 7, 8}};
	TextChar ch = text_char_at(text, at);

	for (size_t i = 0; ch.code >= 0xBC && i < lengthof(vulgar); i++)
		if (vulgar[i].code == ch.code)
		{
			*value = number_ratio(vulgar[i].part, vulgar[i].whole);
			return ch.end;
		}
	return 0;
}

/* Reads up to four digits; returns their end. */
static uint32_t
few_digits(Str text, uint32_t at, uint32_t *value)
{
	uint32_t count = 0;

	*value = 0;
	for (; at < text.len && count < 4 && ascii_digit(text.data[at]); at++, count++)
		*value = *value * 10 + (uint32_t) (text.data[at] - '0');
	return at;
}

/*
 * 3/4 and 3⁄4. In a text most others are scores, marks or shares of the day: 8/10, 24/7; only
 * halves, thirds, quarters, fifths and eighths below one are taken, and no round of a cup.
 */
static uint32_t
slash_read(Str text, uint32_t end, bool whole, NumberFound *number)
{
	TextChar slash = text_char_at(text, end);
	uint32_t denominator;
	uint32_t after = few_digits(text, slash.end, &denominator);
	uint32_t part = (uint32_t) number->value.digits;
	TextChar next = text_char_at(text, after);
	bool usual = denominator == 2 || denominator == 3 || denominator == 4 || denominator == 5 ||
				 denominator == 8;

	if (after == slash.end || denominator == 0 || number->value.power != 0 ||
		number->value.digits > 9999 || next.class == CLASS_DIGIT || next.class == CLASS_LETTER ||
		next.code == '/')
		return 0;
	if (!whole && (!usual || part >= denominator || counts_follow(text, after)))
		return 0;
	number->value = number_ratio(part, denominator);
	number->kind = NUMBER_FRACTION;
	return after;
}

/* ---------------------------------------------------------------- the digits */

/* Does a mark join these digits to others: 10-15, 3:2, 1,2,3? */
static bool
chain_follows(Str text, uint32_t end)
{
	TextChar mark = text_char_at(text, end);

	if (mark.class != CLASS_HYPHEN && mark.code != '/' && mark.code != 0x2044 && mark.code != ':' &&
		mark.code != ',' && mark.code != '.' && mark.code != '_')
		return false;
	return text_char_at(text, mark.end).class == CLASS_DIGIT;
}

/* Returns the end of the digits and of the marks that join them. */
static uint32_t
chain_end(Str text, uint32_t at)
{
	for (;;)
	{
		while (text_char_at(text, at).class == CLASS_DIGIT)
			at = text_char_at(text, at).end;
		if (!chain_follows(text, at))
			return at;
		at = text_char_at(text, at).end;
	}
}

/* A unit written without a space: 10km, 50kg, 20ans. */
static bool
is_unit_glued(Str text, uint32_t end)
{
	uint32_t after = char_class_letters_end(text, end);
	char first = end < text.len ? text.data[end] : ' ';

	if ((first < 'a' || first > 'z') && (unsigned char) first != 0xC2)
		return false;
	return after - end <= 3 && text_char_at(text, after).class != CLASS_DIGIT;
}

/* Takes the value of the digits; 2.067 is grouped, unless a scale follows: 2.067 milliards. */
static bool
take_digits(Str text, const Numeral *numeral, uint32_t end, NumberValue *value)
{
	NumberFound scaled = {.end = 0};
	bool decimal = numeral->grouped[0] == '\0' || scale_read(text, end, false, &scaled) != 0;

	return number_digits(decimal ? numeral->number : numeral->grouped, value);
}

/* "2 millions et demi", "3 millions deux cent mille": words after a scale; false if none are. */
static bool
words_after_scale(Str text, int32_t power, NumberFound *number)
{
	NumberToken token;
	NumberInteger integer;
	NumberValue more;
	uint32_t end = number_fraction_read(text, number->end, &more);

	if (end != 0)
		more.power += power;
	else if (number_token_next(text, number->end, &token) && token.class != NUMBER_WORD_ZERO &&
			 number_integer_read(text, &token, &integer) &&
			 !(integer.flags & (NUMBER_IS_ORDINAL | NUMBER_IS_ONE)) && integer.value >= 1000 &&
			 integer.value < 1000000 && power >= 6)
	{
		more = number_of(integer.value, 0);
		end = integer.end;
	}
	if (end == 0 || !number_add(&number->value, more))
		return false;
	number->end = end;
	return true;
}

/* "1 million 200 000", "3 milliards 500 millions": adds what follows a scale. */
static void
rest_read(Str text, int32_t power, NumberFound *number)
{
	uint32_t at = number_spaces(text, number->end);
	NumberFound rest = {.end = 0};
	Numeral numeral;
	uint32_t end;

	if (words_after_scale(text, power, number) || at == number->end ||
		text_char_at(text, at).class != CLASS_DIGIT)
		return;
	numeral_read(str_sub(text, at, text.len), false, &numeral);
	if (numeral.kind != NUMERAL_NUMBER || !number_digits(numeral.number, &rest.value) ||
		rest.value.power != 0 || rest.value.digits >= 1000000)
		return;
	rest.end = at + numeral.end;
	end = scale_read(text, rest.end, false, &rest);
	/* a year, or a number of its own: the rest has a scale too, or spaces */
	if ((end == 0 && numeral.end == strlen(numeral.number)) || rest.value.power >= power ||
		!number_add(&number->value, rest.value))
		return;
	number->end = end != 0 ? end : rest.end;
}

/* Is this a code, a telephone number, a year of two digits: 01, 06 12 34? */
static bool
is_code(Str text, uint32_t at, uint32_t end, bool whole)
{
	if (end - at < 2 || text.data[at] != '0' || !ascii_digit(text.data[at + 1]))
		return false;
	/* by itself 007 is a number, 04 75 00 00 00 is none */
	for (uint32_t i = at; whole && i < end; i++)
		if (!ascii_digit(text.data[i]))
			return true;
	return !whole;
}

/* Returns the end of the pairs of digits that follow a code: 01 42 33 44 55. */
static uint32_t
pairs_end(Str text, uint32_t end)
{
	uint32_t pair;

	for (;;)
	{
		uint32_t at = number_spaces(text, end);
		uint32_t after = few_digits(text, at, &pair);

		if (at == end || after != at + 2 || text_char_at(text, after).class == CLASS_DIGIT)
			return end;
		end = after;
	}
}

/* The letters of an ordinal after spaced thousands: 1 000e, 12 500ème; their end, or 0. */
static uint32_t
ordinal_letters(Str text, const NumberFound *number)
{
	uint32_t end = char_class_letters_end(text, number->end);
	char folded[NUMBER_FOLD_BYTES];
	Str letters;

	if (number->value.power < 0 || number->value.digits == 0 || end == number->end ||
		text_char_at(text, end).class == CLASS_DIGIT)
		return 0;
	letters = str_sub(text, number->end, end - number->end);
	letters = str_make(folded, number_fold(letters, folded));
	if (letters.len > 1 && letters.data[letters.len - 1] == 's')
		letters.len--;
	return str_equal(letters, STR("e")) || str_equal(letters, STR("eme")) ||
				   str_equal(letters, STR("ieme"))
			   ? end
			   : 0;
}

/* Adds the scale, or "ans et demi"; false if letters make the digits something else: 5G. */
static bool
scale_tail(Str text, bool whole, NumberFound *number)
{
	int32_t power = number->value.power;
	uint32_t end = ordinal_letters(text, number);

	if (end != 0)
	{
		number->end = end;
		number->kind = NUMBER_ORDINAL;
		return true;
	}
	end = scale_read(text, number->end, whole, number);
	if (end != 0)
	{
		number->end = end;
		rest_read(text, number->value.power - power, number);
		return true;
	}
	end = number_half_read(text, number->end);
	if (end != 0 && number_add(&number->value, number_of(5, -1)))
		number->end = end;
	else if (text_char_at(text, number->end).class == CLASS_LETTER &&
			 !is_unit_glued(text, number->end))
	{
		number->end = char_class_word_end(text, number->end, &(bool){false});
		return false;
	}
	return true;
}

static bool
number_tail(Str text, uint32_t at, bool whole, NumberFound *number)
{
	NumberValue vulgar;
	TextChar next = text_char_at(text, number->end);
	uint32_t end = number_vulgar_read(text, number_spaces(text, number->end), &vulgar);

	if (end != 0 && number_add(&number->value, vulgar))
		number->end = end;
	else if ((next.code == '/' || next.code == 0x2044) &&
			 (end = slash_read(text, number->end, whole, number)) != 0)
	{
		number->end = end;
		return true;
	}
	if (chain_follows(text, number->end) || is_code(text, at, number->end, whole))
	{
		number->end = pairs_end(text, chain_end(text, number->end));
		return false;
	}
	return scale_tail(text, whole, number);
}

bool
number_figures_read(Str text, uint32_t at, bool whole, NumberFound *number)
{
	Numeral numeral;

	numeral_read(str_sub(text, at, text.len), false, &numeral);
	number->start = at;
	number->end = at + numeral.end;
	number->kind = numeral.kind == NUMERAL_ORDINAL ? NUMBER_ORDINAL : NUMBER_CARDINAL;
	if (numeral.kind == NUMERAL_ORDINAL)
		return number_digits(numeral.number, &number->value);
	if (numeral.kind == NUMERAL_NUMBER && take_digits(text, &numeral, number->end, &number->value))
		return number_tail(text, at, whole, number);
	number->end = chain_end(text, number->end > at ? number->end : at);
	return false;
}
