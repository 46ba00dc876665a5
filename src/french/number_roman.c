/*
 * number_roman.c
 *	  Roman numerals up to 3999, with the ending of an ordinal or without: XXI, XXIe, Ier.
 */
#include "french/number_internal.h"

#include "base/array.h"

/* MMMDCCCLXXXVIII, the longest, has 15 letters. */
#define MOST_LETTERS 15

static uint32_t
letter_value(char c)
{
	switch (c)
	{
		case 'I':
			return 1;
		case 'V':
			return 5;
		case 'X':
			return 10;
		case 'L':
			return 50;
		case 'C':
			return 100;
		case 'D':
			return 500;
		case 'M':
			return 1000;
	}
	return 0;
}

/* Matches the letters of one decimal place: at most one 9 or 4, or a 5 and up to three ones. */
static uint32_t
place_read(const char *letters, uint32_t len, uint32_t *at, const char *digits, uint32_t unit)
{
	uint32_t i = *at;
	uint32_t value = 0;

	if (i + 1 < len && letters[i] == digits[0] && digits[1] != '\0' &&
		(letters[i + 1] == digits[2] || letters[i + 1] == digits[1]))
	{
		*at = i + 2;
		return (letters[i + 1] == digits[2] ? 9 : 4) * unit;
	}
	if (i < len && digits[1] != '\0' && letters[i] == digits[1])
	{
		value = 5;
		i++;
	}
	for (int ones = 0; ones < 3 && i < len && letters[i] == digits[0]; ones++, i++)
		value++;
	*at = i;
	return value * unit;
}

uint32_t
number_roman_value(const char *letters, uint32_t len)
{
	uint32_t at = 0;
	uint32_t value = place_read(letters, len, &at, "M\0", 1000);

	value += place_read(letters, len, &at, "CDM", 100);
	value += place_read(letters, len, &at, "XLC", 10);
	value += place_read(letters, len, &at, "IVX", 1);
	return at == len ? value : 0;
}

bool
number_is_roman(Str word)
{
	uint32_t value = number_roman_value(word.data, word.len);

	return value > 0 && value < 400;
}

/* Matches e, è, er, re, ème, eme, ᵉ with an optional plural s. */
static bool
is_ending(Str ending, uint32_t value)
{
	static const Str any[] = {STR("e"), STR("è"), STR("ème"), STR("eme"), STR("ième"), STR("ᵉ")};
	static const Str first[] = {STR("er"), STR("re"), STR("ère"), STR("ᵉʳ"), STR("ʳᵉ")};
	const Str *endings = value == 1 ? first : any;
	size_t count = value == 1 ? lengthof(first) : lengthof(any);

	if (ending.len > 1 && ending.data[ending.len - 1] == 's')
		ending.len--;
	return str_is_one_of(ending, endings, count);
}

uint32_t
number_roman_read(Str text, uint32_t at, bool *ordinal, uint32_t *value)
{
	uint32_t len = 0;
	uint32_t end = char_class_letters_end(text, at);

	while (len <= MOST_LETTERS && at + len < end && letter_value(text.data[at + len]) > 0)
		len++;
	if (len == 0 || len > MOST_LETTERS)
		return 0;
	/* "Le", "Ce", "De", "Me", "D", "C" are words. */
	if (len == 1 && letter_value(text.data[at]) > 10)
		return 0;
	*value = number_roman_value(text.data + at, len);
	*ordinal = at + len < end;
	if (*value == 0 || (*ordinal && !is_ending(str_sub(text, at + len, end - at - len), *value)))
		return 0;
	return end;
}

uint32_t
number_roman_at(Str text, uint32_t at, uint32_t *value)
{
	bool ordinal;
	uint32_t end = number_roman_read(text, at, &ordinal, value);

	return end != 0 && ordinal ? end : 0;
}
