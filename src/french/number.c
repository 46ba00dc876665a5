/*
 * number.c
 *	  A text that is one number: what may stand before it, the number, its unit, and nothing else.
 */
#include "french/number_internal.h"

#include "date/date_internal.h"

typedef struct Whole
{
	Str text;
	bool negative;
	bool about;
	bool counts; /* the number is in figures, or ends in a scale: it may count any noun */
} Whole;

static bool
is_word(Str text, uint32_t start, uint32_t end, const char *word)
{
	char folded[NUMBER_FOLD_BYTES];
	uint32_t len = number_fold(str_sub(text, start, end - start), folded);

	return len == strlen(word) && memcmp(folded, word, len) == 0;
}

/* ---------------------------------------------------------------- before the number */

/* A sign, with spaces after it: "- 2 °C", "+ 4 %". */
static uint32_t
sign_read(Whole *whole, uint32_t at)
{
	TextChar ch = text_char_at(whole->text, at);

	if (ch.class != CLASS_HYPHEN && ch.code != '+')
		return at;
	whole->negative = ch.class == CLASS_HYPHEN;
	return number_spaces(whole->text, ch.end);
}

/* "moins dix", but not "moins de dix". */
static uint32_t
minus_read(Whole *whole, uint32_t at)
{
	NumberToken token;

	if (!number_token_read(whole->text, at, &token) || token.class != NUMBER_WORD_MINUS)
		return at;
	whole->negative = true;
	return number_spaces(whole->text, token.end);
}

/* "n° 12", "no 12", "numéro 12". */
static uint32_t
numero_read(Str text, uint32_t at)
{
	TextChar second;
	uint32_t word = char_class_letters_end(text, at);

	if (word > at && is_word(text, at, word, "numero"))
		return number_spaces(text, word);
	if (at >= text.len || ascii_lower(text.data[at]) != 'n')
		return at;
	second = text_char_at(text, at + 1);
	if (second.code != 0xB0 && second.code != 0xBA && second.code != 'o')
		return at;
	at = number_spaces(text, second.end);
	return text_char_at(text, at).class == CLASS_DIGIT ? at : 0;
}

/* "le tiers", "les trois quarts", "la moitié". */
static uint32_t
article_read(Str text, uint32_t at)
{
	NumberToken token;

	if (!number_token_read(text, at, &token) || !number_is_link(&token, NUMBER_LINK_LE))
		return at;
	return number_spaces(text, token.end);
}

static uint32_t
prefix_read(Whole *whole, uint32_t at)
{
	uint32_t next = number_about_read(whole->text, at);

	whole->about = next != 0;
	if (next != 0)
		at = next;
	next = sign_read(whole, at);
	at = next == at ? minus_read(whole, at) : next;
	next = number_currency_read(whole->text, at);
	if (next != 0)
		return number_spaces(whole->text, next);
	next = numero_read(whole->text, at);
	return article_read(whole->text, next != 0 ? next : at);
}

/* ---------------------------------------------------------------- the number */

/* ",08" and ".5". */
static bool
bare_decimals(Str text, uint32_t at, NumberFound *number)
{
	char digits[NUMBER_TEXT_MAX] = ".";
	uint32_t len = 1;

	if (at >= text.len || (text.data[at] != ',' && text.data[at] != '.'))
		return false;
	while (at + len < text.len && ascii_digit(text.data[at + len]) && len < 38)
	{
		digits[len] = text.data[at + len];
		len++;
	}
	digits[len] = '\0';
	number->kind = NUMBER_CARDINAL;
	number->start = at;
	number->end = at + len;
	return len > 1 && number_digits(digits, &number->value);
}

/* "le tiers", "la moitié": a part without a count. */
static bool
part_read(Str text, const NumberToken *token, NumberFound *number)
{
	TextChar before = text_char_before(text, token->start);

	if (token->class != NUMBER_WORD_PART || before.code == 0 || token->value == 4 ||
		(token->flags & NUMBER_IS_DOUBTFUL))
		return false;
	number->value = number_ratio(1, token->value);
	number->kind = NUMBER_FRACTION;
	number->start = token->start;
	number->end = token->end;
	return true;
}

static bool
words_read(Whole *whole, uint32_t at, NumberFound *number)
{
	NumberToken token;
	bool doubtful = false;

	if (!number_token_read(whole->text, at, &token))
		return false;
	if (token.class == NUMBER_WORD_PART)
		return part_read(whole->text, &token, number);
	return number_words_read(whole->text, &token, number, &doubtful);
}

/* The "-heure" of "une demi-heure", whose "une demi" is the number: its end, or 0. */
static uint32_t
half_unit_read(Str text, const NumberFound *number)
{
	TextChar mark = text_char_at(text, number->end);

	return number->kind == NUMBER_FRACTION && mark.class == CLASS_HYPHEN
			   ? number_measure_read(text, mark.end)
			   : 0;
}

/* Does a number in words end in "millions", "milliers" or "et demi", so that "de" may follow? */
static bool
ends_in_scale(Str text, uint32_t end)
{
	NumberToken token;
	uint32_t start = end;

	while (start > 0 && text_char_before(str_sub(text, 0, start), start).class == CLASS_LETTER)
		start--;
	return number_token_read(text, start, &token) &&
		   (token.class == NUMBER_WORD_SCALE || token.class == NUMBER_WORD_GROUP ||
			token.class == NUMBER_WORD_PART);
}

static bool
value_read(Whole *whole, uint32_t at, NumberFound *number)
{
	Str text = whole->text;
	bool ordinal;
	uint32_t roman;
	uint32_t end;

	if (bare_decimals(text, at, number))
		return true;
	if (text_char_at(text, at).class == CLASS_DIGIT)
	{
		whole->counts = true;
		return number_figures_read(text, at, true, number);
	}
	number->start = at;
	number->kind = NUMBER_FRACTION;
	end = number_vulgar_read(text, at, &number->value);
	if (end != 0)
	{
		NumberToken token;

		number->end = end;
		if (number_token_next(text, end, &token) && token.class == NUMBER_WORD_SCALE)
		{
			number->value.power += token.value;
			number->end = token.end;
		}
		return whole->counts = true;
	}
	if (words_read(whole, at, number))
	{
		whole->counts = ends_in_scale(text, number->end);
		return true;
	}
	number->end = number_roman_read(text, at, &ordinal, &roman);
	if (number->end == 0)
		return false;
	number->kind = ordinal ? NUMBER_ORDINAL : NUMBER_CARDINAL;
	number->value = number_of(roman, 0);
	return true;
}

/* ---------------------------------------------------------------- after the number */

/* Is this the name of a month: "5 juillet" is a date? */
static bool
is_month(Str text, uint32_t start, uint32_t end)
{
	char folded[NUMBER_FOLD_BYTES];
	uint32_t len = number_fold(str_sub(text, start, end - start), folded);
	const DateFirstWord *found = first_word_find(folded, len, fnv_hash(folded, len));

	return found != NULL && (found->classes >> DATE_WORD_MONTH & 1);
}

/* One noun: not a number word, a link or a month. */
static uint32_t
noun_read(Str text, uint32_t at)
{
	NumberToken token;

	if (text_char_at(text, at).code == 0xB0) /* °C */
		return char_class_letters_end(text, at + 2);
	if (!number_token_read(text, at, &token) || token.class != NUMBER_WORD_NONE ||
		is_month(text, token.start, token.end) || token.end - at < 2)
		return 0;
	/* CO2, m2 */
	return text_char_at(text, token.end).class == CLASS_DIGIT
			   ? char_class_word_end(text, token.end, &(bool){false})
			   : token.end;
}

/* "/h", "/kg" after a unit: stays at its end if there is none. */
static uint32_t
rate_read(Str text, uint32_t end)
{
	uint32_t after = char_class_letters_end(text, end + 1);

	return end != 0 && end < text.len && text.data[end] == '/' && after > end + 1 ? after : end;
}

/* "50.- francs", as Swiss prices end: the end of the marks. */
static uint32_t
price_end(Str text, uint32_t end)
{
	TextChar dash = text_char_at(text, end + 1);

	return end < text.len && (text.data[end] == '.' || text.data[end] == ',') &&
				   dash.class == CLASS_HYPHEN && text_char_at(text, dash.end).class != CLASS_DIGIT
			   ? dash.end
			   : end;
}

/* "d'euros", "de francs suisses", "d'€". */
static uint32_t
counted_read(Str text, uint32_t at)
{
	NumberToken token;
	TextChar mark;
	uint32_t end;

	if (!number_token_read(text, at, &token) || !number_is_link(&token, NUMBER_LINK_DE))
		return 0;
	mark = text_char_at(text, token.end);
	at = mark.class == CLASS_APOSTROPHE ? mark.end : number_spaces(text, token.end);
	end = number_currency_read(text, at);
	if (end == 0)
		end = noun_read(text, at);
	at = end != 0 ? number_spaces(text, end) : 0;
	return at > end && noun_read(text, at) != 0 ? noun_read(text, at) : end;
}

static bool
ends_here(const Whole *whole, uint32_t end)
{
	end = number_spaces(whole->text, end);
	if (end + 1 == whole->text.len && whole->text.data[end] == '.')
		end++;
	return end == whole->text.len;
}

static uint32_t
unit_read(const Whole *whole, uint32_t end)
{
	Str text = whole->text;
	uint32_t at;
	uint32_t next;

	end = whole->counts ? price_end(text, end) : end;
	at = number_spaces(text, end);
	if (at == text.len)
		return at;
	next = number_currency_read(text, at);

	if (next == 0 && text_char_at(text, at).code == 0x2030) /* ‰ */
		next = text_char_at(text, at).end;
	if (next == 0 && at > end)
		next = number_measure_read(text, at);
	if (next != 0 && (text_char_at(text, next).code == '2' || text_char_at(text, next).code == '3'))
		next++; /* m2, m3 */
	if (next == 0 && whole->counts)
		next = counted_read(text, at);
	if (next == 0 && whole->counts && !(at > end && ends_in_scale(text, end)))
		next = noun_read(text, at);
	next = rate_read(text, next);
	/* "points de pourcentage", "tonnes de CO2" */
	if (next != 0 && whole->counts && !ends_here(whole, next))
	{
		at = counted_read(text, number_spaces(text, next));
		next = at != 0 ? rate_read(text, at) : next;
	}
	return next;
}

/* "sept." is a month. */
static bool
is_abbreviated_month(Str text)
{
	return text.len == 5 && text.data[4] == '.' && is_word(text, 0, 4, "sept");
}

bool
number_parse(Str text, NumberFound *number)
{
	Whole whole = {.text = str_trim(text)};
	uint32_t lead = (uint32_t) (whole.text.data - text.data);
	uint32_t at;
	uint32_t end;

	if (whole.text.len == 0 || whole.text.len > NUMBER_PARSED_BYTES ||
		is_abbreviated_month(whole.text))
		return false;
	at = prefix_read(&whole, 0);
	if (!value_read(&whole, at, number))
		return false;
	number->value.negative = whole.negative;
	if (whole.about && number->kind == NUMBER_CARDINAL)
		number->kind = NUMBER_APPROXIMATE;
	end = number_percent_read(whole.text, number->end);
	if (end != 0 && number->kind != NUMBER_ORDINAL)
		number->kind = NUMBER_PERCENT;
	else if (end == 0)
		end = half_unit_read(whole.text, number);
	if (end == 0 && number->kind != NUMBER_ORDINAL && !ends_here(&whole, number->end))
		end = unit_read(&whole, number->end);
	number->end = end != 0 ? end : number->end;
	if (!ends_here(&whole, number->end))
		return false;
	number->start += lead;
	number->end += lead;
	return true;
}
