/*
 * term_number.c
 *	  The terms of numbers: one normal form for all spellings of a number, an hour, a date or an
 *	  ordinal.
 */
#include "french/term_internal.h"

#include "base/array.h"
#include "french/numeral.h"
#include "french/token_internal.h"
#include "text/fold.h"

/* 2e and deuxième match each other. Above twenty, texts use digits. */
static const Str ordinal_words[] = {{NULL, 0},			 STR("premier"),	  STR("deuxième"),
									STR("troisième"),	 STR("quatrième"),	  STR("cinquième"),
									STR("sixième"),		 STR("septième"),	  STR("huitième"),
									STR("neuvième"),	 STR("dixième"),	  STR("onzième"),
									STR("douzième"),	 STR("treizième"),	  STR("quatorzième"),
									STR("quinzième"),	 STR("seizième"),	  STR("dix-septième"),
									STR("dix-huitième"), STR("dix-neuvième"), STR("vingtième")};

static const Str months[] = {{NULL, 0},		 STR("janvier"),   STR("février"), STR("mars"),
							 STR("avril"),	 STR("mai"),	   STR("juin"),	   STR("juillet"),
							 STR("août"),	 STR("septembre"), STR("octobre"), STR("novembre"),
							 STR("décembre")};

_Static_assert(lengthof(ordinal_words) == TERM_ORDINAL_WORD_MAX + 1, "one word each");

#define VALUE_BYTES 16

/* Adds a whole number with its suffix, 21 and "e", and a rest of two digits unless it is -1. */
static void
add_value(Terms *terms, int value, const char *unit, int rest)
{
	char text[VALUE_BYTES * 2];
	char digits[VALUE_BYTES];
	uint32_t count = 0;
	uint32_t len = 0;

	do
		digits[count++] = (char) ('0' + value % 10);
	while ((value /= 10) > 0);
	while (count > 0)
		text[len++] = digits[--count];
	while (*unit)
		text[len++] = *unit++;
	if (rest >= 0)
	{
		text[len++] = (char) ('0' + rest / 10);
		text[len++] = (char) ('0' + rest % 10);
	}
	terms_add(terms, str_make(text, len));
}

void
term_add_value(Terms *terms, int value)
{
	add_value(terms, value, "", -1);
}

void
term_add_ordinal(Terms *terms, int value)
{
	if (value == 1)
		term_add_value(terms, 1);
	else
		add_value(terms, value, "e", -1);
	if (value == 2)
		terms_add_word(terms, STR("second"), LEXICON_AS_WRITTEN, true);
	if (value > 0 && value <= TERM_ORDINAL_WORD_MAX)
		terms_add_word(terms, ordinal_words[value], LEXICON_AS_WRITTEN, true);
}

void
term_add_part(Terms *terms, int value)
{
	static const Str parts[] = {STR("demi"), STR("tiers"), STR("quart")};

	if (value >= 2 && value < 2 + (int) lengthof(parts))
		terms_add_word(terms, parts[value - 2], LEXICON_AS_WRITTEN, true);
	else if (value > 4 && value <= TERM_ORDINAL_WORD_MAX)
		terms_add_word(terms, ordinal_words[value], LEXICON_AS_WRITTEN, true);
}

/* 13h54; 20h also becomes 20 heures. */
static void
add_hour(Terms *terms, const Numeral *numeral)
{
	if (numeral->minute > 0)
	{
		add_value(terms, numeral->hour, "h", numeral->minute);
		return;
	}
	add_value(terms, numeral->hour, "h", -1);
	term_add_value(terms, numeral->hour);
	terms_step(terms);
	add_value(terms, numeral->hour, "h", -1);
	terms_add_word(terms, STR("heure"), LEXICON_AS_WRITTEN, true);
}

static void
add_year(Terms *terms, int year)
{
	terms_step(terms);
	term_add_value(terms, year);
	if (year < 100) /* two digits as in POSIX */
		term_add_value(terms, year + (year < 69 ? 2000 : 1900));
}

/* 29/12/2017 becomes the words 29 décembre 2017. */
static void
add_date(Terms *terms, const Numeral *numeral)
{
	if (numeral->day == 1)
		term_add_ordinal(terms, 1);
	else if (numeral->day > 0)
		term_add_value(terms, numeral->day);
	terms_step(terms);
	terms_add_word(terms, months[numeral->month], LEXICON_AS_WRITTEN, true);
	if (numeral->year > 0)
		add_year(terms, numeral->year);
}

/* 25.00 is 25; 49.30 stays, which may be a paragraph. */
static Str
without_zeros(Str number)
{
	uint32_t len = number.len;

	while (len > 0 && number.data[len - 1] == '0')
		len--;
	return len > 0 && number.data[len - 1] == '.' ? str_sub(number, 0, len - 1) : number;
}

/* ½ is 1/2: two numbers, as that is written. */
static bool
add_fraction(Terms *terms, Str token)
{
	char folded[32];
	Str written;
	uint32_t slash = 0;

	if (ascii_digit(token.data[0]) || token.data[0] == '-' || token.len > 4)
		return false;
	written = str_make(folded, fold_plain(token, folded, sizeof(folded)));
	slash = str_skip_digits(written, slash);
	if (slash == 0 || slash + 1 >= written.len)
		return false;
	terms_add(terms, str_sub(written, 0, slash));
	if (written.data[0] == '1')
		term_add_part(terms, written.data[slash + 1] - '0');
	terms_step(terms);
	terms_add(terms, str_sub(written, slash + 1, written.len));
	term_add_part(terms, written.data[slash + 1] - '0');
	return true;
}

/* -5 is found by 5, but 5 is not found by -5; 05 is 5; 2.067 is also 2067. */
static void
add_number(Terms *terms, const Numeral *numeral)
{
	char negative[NUMERAL_WINDOW + 2] = "-";
	Str number = without_zeros(str_cstr(numeral->number));

	terms_add(terms, number);
	if (numeral->negative)
	{
		memcpy(negative + 1, number.data, number.len);
		terms_add_beside(terms, str_make(negative, number.len + 1));
		terms_add_bits(terms, STR("moins"), 0);
	}
	if (number.len == 2 && number.data[0] == '0')
		terms_add(terms, str_sub(number, 1, 1));
	terms_add(terms, str_cstr(numeral->grouped));
}

static int
ordinal_value(const Numeral *numeral)
{
	int value = 0;

	for (const char *digit = numeral->number; *digit; digit++)
		if (value < 100000000)
			value = value * 10 + (*digit - '0');
	return value;
}

bool
term_make_number(Str token, Terms *terms)
{
	Numeral numeral;
	int roman = token_roman_ordinal(token);

	if (roman > 0)
	{
		term_add_ordinal(terms, roman);
		return true;
	}
	if (add_fraction(terms, token))
		return true;
	numeral_read(token, false, &numeral);
	if (numeral.end != token.len)
		return false;
	switch (numeral.kind)
	{
		case NUMERAL_NUMBER:
			add_number(terms, &numeral);
			return true;
		case NUMERAL_ORDINAL:
			term_add_ordinal(terms, ordinal_value(&numeral));
			if (token.len == 2 && token.data[1] == 'd') /* « en 2d » is also 2D */
				terms_add(terms, token);
			return true;
		case NUMERAL_HOUR:
			add_hour(terms, &numeral);
			return true;
		case NUMERAL_DATE:
			add_date(terms, &numeral);
			return true;
		case NUMERAL_VERSION:
			terms_add(terms, str_cstr(numeral.number));
			return true;
		case NUMERAL_NONE:
			break;
	}
	return false;
}
