/*
 * number_words.c
 *	  Numbers in words: the first word in; the value, its kind and where it ends out.
 *
 * The grammar is the one that France, Belgium, Switzerland and Québec share: words below a hundred,
 * hundreds, thousands, then millions and more in falling order. What it cannot join it leaves to
 * the next number, so that "deux trois" are two.
 */
#include "french/number_internal.h"

#define MOST_DECIMALS 12

/* A number below a million. */
typedef struct Part
{
	uint32_t value;
	uint32_t end;
	uint8_t flags; /* of its last word */
} Part;

static void
part_extend(Part *part, const NumberToken *token, uint32_t value)
{
	part->value = value;
	part->end = token->end;
	part->flags = token->flags;
}

static bool
is_ordinal(const Part *part)
{
	return part->flags & NUMBER_IS_ORDINAL;
}

/* Is this word the denominator of a fraction: quart, cinquième, but not deuxième? */
static bool
is_denominator(const NumberToken *token)
{
	if (token->class == NUMBER_WORD_PART)
		return true;
	return (token->flags & NUMBER_IS_ORDINAL) && token->class != NUMBER_WORD_FIRST &&
		   token->value > 2;
}

/* Does a fraction start after "et": the "un quart" of "vingt et un quart"? */
static bool
fraction_follows(Str text, const NumberToken *count)
{
	NumberToken next;

	return number_token_next(text, count->end, &next) && is_denominator(&next);
}

/* Is "et" the next word? "vingt et trois et un quart" has three parts. */
static bool
and_follows(Str text, const NumberToken *token)
{
	NumberToken next;

	return number_token_next(text, token->end, &next) && number_is_link(&next, NUMBER_LINK_ET);
}

/* "et un", "et onze" after tens. */
static bool
join_and(Str text, const NumberToken *et, Part *part)
{
	NumberToken next;
	bool sixty = part->value == 60;

	if (!number_token_next(text, et->end, &next))
		return false;
	if (next.class == NUMBER_WORD_UNIT
			? next.value != 1 && !and_follows(text, &next)
			: !sixty || (next.class != NUMBER_WORD_TEEN && next.class != NUMBER_WORD_TEN))
		return false;
	if ((next.flags & NUMBER_IS_ONE) && fraction_follows(text, &next))
		return false;
	part_extend(part, &next, part->value + next.value);
	return true;
}

static bool under_hundred(Str text, const NumberToken *first, Part *part);

/* Adds units to tens; to 60 and 80 up to 19. */
static void
join_units(Str text, Part *part)
{
	NumberToken next;
	Part more;

	if (is_ordinal(part) || !number_token_next(text, part->end, &next))
		return;
	if (number_is_link(&next, NUMBER_LINK_ET))
	{
		join_and(text, &next, part);
		return;
	}
	if (next.class == NUMBER_WORD_UNIT)
		part_extend(part, &next, part->value + next.value);
	else if ((next.class == NUMBER_WORD_TEN || next.class == NUMBER_WORD_TEEN) &&
			 (part->value == 60 || part->value == 80) && under_hundred(text, &next, &more))
	{
		more.value += part->value;
		*part = more;
	}
}

/* 1 to 99, and zero. */
static bool
under_hundred(Str text, const NumberToken *first, Part *part)
{
	NumberToken next;
	bool more;

	part_extend(part, first, first->value);
	more = !is_ordinal(part) && number_token_next(text, part->end, &next);
	switch (first->class)
	{
		case NUMBER_WORD_ZERO:
		case NUMBER_WORD_TEEN:
			return true;
		case NUMBER_WORD_TENS:
			join_units(text, part);
			return true;
		case NUMBER_WORD_TEN:
			if (more && next.class == NUMBER_WORD_UNIT && next.value >= 7)
				part_extend(part, &next, 10 + next.value);
			return true;
		case NUMBER_WORD_UNIT:
			if (more && part->value == 4 && next.class == NUMBER_WORD_TENS && next.value == 20)
			{
				part_extend(part, &next, 80);
				join_units(text, part);
			}
			return true;
		default:
			return false;
	}
}

/* Does an ordinal name parts of a whole: the centièmes of "trois centièmes"? */
static bool
is_parts(const NumberToken *token)
{
	return (token->flags & NUMBER_IS_ORDINAL) && (token->flags & NUMBER_IS_PLURAL);
}

/* cent, deux cents, dix-huit cent. */
static bool
read_hundreds(Str text, const NumberToken *first, Part *part)
{
	NumberToken next;

	if (first->class == NUMBER_WORD_HUNDRED)
	{
		part_extend(part, first, 100);
		return true;
	}
	if (!under_hundred(text, first, part))
		return false;
	if (!is_ordinal(part) && number_token_next(text, part->end, &next) &&
		next.class == NUMBER_WORD_HUNDRED && !is_parts(&next) &&
		((part->value >= 2 && part->value <= 9) || (part->value >= 11 && part->value <= 19)))
		part_extend(part, &next, part->value * 100);
	return true;
}

/* "mille et une nuits", "cent et un". */
static void
join_one(Str text, const NumberToken *et, Part *part)
{
	NumberToken next;

	if (number_token_next(text, et->end, &next) && next.class == NUMBER_WORD_UNIT &&
		next.value == 1 && !fraction_follows(text, &next))
		part_extend(part, &next, part->value + 1);
}

/* 1 to 999, and dix-neuf cent. */
static bool
under_thousand(Str text, const NumberToken *first, Part *part)
{
	NumberToken next;
	Part rest;

	if (!read_hundreds(text, first, part))
		return false;
	if (part->value < 100 || is_ordinal(part) || !number_token_next(text, part->end, &next))
		return true;
	if (number_is_link(&next, NUMBER_LINK_ET))
		join_one(text, &next, part);
	else if (next.class != NUMBER_WORD_ZERO && under_hundred(text, &next, &rest))
	{
		rest.value += part->value;
		*part = rest;
	}
	return true;
}

/* mille, deux mille. */
static bool
read_thousands(Str text, const NumberToken *first, Part *part)
{
	NumberToken next;

	if (first->class == NUMBER_WORD_THOUSAND)
	{
		part_extend(part, first, 1000);
		return true;
	}
	if (!under_thousand(text, first, part))
		return false;
	if (!is_ordinal(part) && part->value >= 2 && part->value <= 999 &&
		number_token_next(text, part->end, &next) && next.class == NUMBER_WORD_THOUSAND &&
		!is_parts(&next))
		part_extend(part, &next, part->value * 1000);
	return true;
}

/* 1 to 999 999. */
static bool
under_million(Str text, const NumberToken *first, Part *part)
{
	NumberToken next;
	Part rest;

	if (!read_thousands(text, first, part))
		return false;
	if (part->value < 1000 || part->value % 1000 != 0 || is_ordinal(part) ||
		!number_token_next(text, part->end, &next))
		return true;
	if (number_is_link(&next, NUMBER_LINK_ET))
		join_one(text, &next, part);
	else if (next.class != NUMBER_WORD_ZERO && under_thousand(text, &next, &rest) &&
			 rest.value < 1000)
	{
		rest.value += part->value;
		*part = rest;
	}
	return true;
}

static unsigned __int128
scaled(uint32_t value, int scale)
{
	unsigned __int128 result = value;

	for (; scale > 0; scale--)
		result *= 10;
	return result;
}

/* "trois millions": the scale after a count, smaller than the one before. */
static bool
scale_follows(Str text, const Part *part, int below, NumberToken *scale)
{
	if (is_ordinal(part) || !number_token_next(text, part->end, scale) ||
		scale->class != NUMBER_WORD_SCALE || scale->value >= below)
		return false;
	return !(scale->flags & NUMBER_IS_ORDINAL) || (part->value > 1 && !is_parts(scale));
}

bool
number_integer_read(Str text, const NumberToken *first, NumberInteger *integer)
{
	int below = UINT8_MAX;
	NumberToken token = *first;
	Part part;

	*integer = (NumberInteger){.end = 0};
	while (under_million(text, &token, &part))
	{
		NumberToken scale;
		bool more = scale_follows(text, &part, below, &scale);

		integer->lone = integer->end == 0 && part.end == token.end && !more;
		integer->value += scaled(part.value, more ? scale.value : 0);
		integer->flags = more ? scale.flags : part.flags;
		integer->scale = (uint8_t) (more && integer->end == 0 ? scale.value : 0);
		integer->end = more ? scale.end : part.end;
		if (!more || (scale.flags & NUMBER_IS_ORDINAL) ||
			!number_token_next(text, integer->end, &token) || token.class == NUMBER_WORD_ZERO)
			break;
		below = scale.value;
	}
	return integer->end != 0;
}

bool
number_below_million_read(Str text, const NumberToken *first, NumberInteger *integer)
{
	Part part;

	if (!under_million(text, first, &part))
		return false;
	*integer = (NumberInteger){
		.value = part.value, .end = part.end, .flags = part.flags, .lone = part.end == first->end};
	return true;
}

/* ---------------------------------------------------------------- decimals and fractions */

/* "virgule zéro cinq", "virgule trois un deux": appends the digits; returns their end, or 0. */
static uint32_t
decimals_read(Str text, uint32_t end, NumberValue *value)
{
	NumberToken token;
	uint32_t last = 0;

	if (!number_token_next(text, end, &token) || token.class != NUMBER_WORD_POINT)
		return 0;
	end = token.end;
	while (value->power > -MOST_DECIMALS && number_token_next(text, end, &token))
	{
		Part part;
		int digits = 1;

		if (!under_thousand(text, &token, &part) || is_ordinal(&part))
			break;
		for (uint32_t rest = part.value; rest >= 10; rest /= 10)
			digits++;
		value->digits = value->digits * scaled(1, digits) + part.value;
		value->power -= digits;
		last = end = part.end;
	}
	return last;
}

/*
 * Reads the denominator after a count: "quarts", "vingt-cinquième". In the singular after one, else
 * in the plural. Returns its end and its value.
 */
static uint32_t
denominator_read(Str text, uint32_t end, uint32_t count, uint32_t *denominator)
{
	NumberToken token;
	Part part;
	bool plural;

	if (!number_token_next(text, end, &token))
		return 0;
	if (token.class == NUMBER_WORD_PART)
	{
		*denominator = token.value;
		plural = token.flags & NUMBER_IS_PLURAL;
		return plural || count == 1 ? token.end : 0;
	}
	if (token.class == NUMBER_WORD_SCALE && token.value == 6 && (token.flags & NUMBER_IS_ORDINAL))
		part_extend(&part, &token, 1000000);
	else if (token.class == NUMBER_WORD_FIRST || !under_million(text, &token, &part))
		return 0;
	*denominator = part.value;
	plural = part.flags & NUMBER_IS_PLURAL;
	return is_ordinal(&part) && part.value > 2 && plural == (count > 1) ? part.end : 0;
}

uint32_t
number_fraction_read(Str text, uint32_t end, NumberValue *fraction)
{
	NumberToken token;
	uint32_t count = 1;
	uint32_t denominator;

	if (!number_token_next(text, end, &token) || !number_is_link(&token, NUMBER_LINK_ET))
		return 0;
	end = token.end;
	if (number_token_next(text, end, &token) && token.class == NUMBER_WORD_UNIT &&
		!(token.flags & NUMBER_IS_ORDINAL))
	{
		count = token.value;
		end = token.end;
	}
	else if (token.class != NUMBER_WORD_PART || token.value == 3)
		return 0;
	end = denominator_read(text, end, count, &denominator);
	if (end != 0)
		*fraction = number_ratio(count, denominator);
	return end;
}

uint32_t
number_half_read(Str text, uint32_t end)
{
	NumberToken unit;
	NumberToken token;
	uint32_t at = number_spaces(text, end);

	if (at == end || !number_token_read(text, at, &unit) || unit.class != NUMBER_WORD_NONE ||
		!number_token_next(text, unit.end, &token) || !number_is_link(&token, NUMBER_LINK_ET) ||
		!number_token_next(text, token.end, &token) || token.class != NUMBER_WORD_PART ||
		!(token.flags & NUMBER_IS_DOUBTFUL) || text_char_at(text, token.end).class == CLASS_HYPHEN)
		return 0;
	return token.end;
}

/* "de millions", "de milliers" after dizaines, centaines. */
static uint32_t
group_scale(Str text, uint32_t end, NumberValue *value)
{
	NumberToken token;

	if (!number_token_next(text, end, &token) || !number_is_link(&token, NUMBER_LINK_DE) ||
		!number_token_next(text, token.end, &token))
		return end;
	if (token.class == NUMBER_WORD_SCALE)
		value->power += token.value;
	else if (token.class != NUMBER_WORD_GROUP || !(token.flags & NUMBER_IS_PLURAL) ||
			 !number_multiply(value, token.value))
		return end;
	return token.end;
}

/*
 * Is a word before "de" and a number something other than a count: "une quarantaine de 14 jours"?
 */
static bool
counts_things(Str text, const NumberToken *group)
{
	NumberToken token;
	uint32_t at = number_spaces(text, group->end);

	if (!(group->flags & NUMBER_IS_DOUBTFUL))
		return true;
	if (at == group->end || !number_token_read(text, at, &token) ||
		!number_is_link(&token, NUMBER_LINK_DE))
		return false;
	at = text_char_at(text, token.end).class == CLASS_APOSTROPHE ? text_char_at(text, token.end).end
																 : number_spaces(text, token.end);
	if (text_char_at(text, at).class == CLASS_DIGIT)
		return false;
	return number_token_read(text, at, &token) &&
		   (token.class == NUMBER_WORD_NONE || token.class == NUMBER_WORD_SCALE ||
			token.class == NUMBER_WORD_GROUP);
}

/* "dizaine", "bonnes douzaines", "demi-milliard" after a count. */
static uint32_t
group_read(Str text, uint32_t end, NumberFound *number, bool *doubtful)
{
	NumberToken token;
	NumberValue count = number->value;
	bool half;

	if (!number_token_next(text, end, &token))
		return 0;
	half = token.class == NUMBER_WORD_PART && (token.flags & NUMBER_IS_DOUBTFUL);
	if ((half || token.class == NUMBER_WORD_ROUGH) && !number_token_next(text, token.end, &token))
		return 0;
	if (half && !number_multiply(&number->value, 5))
		return 0;
	number->value.power -= half;
	if (token.class == NUMBER_WORD_SCALE && half)
	{
		number->value.power += token.value;
		return token.end;
	}
	if (token.class != NUMBER_WORD_GROUP || !number_multiply(&number->value, token.value))
	{
		number->value = count;
		return 0;
	}
	number->kind = NUMBER_APPROXIMATE;
	*doubtful = !counts_things(text, &token);
	return group_scale(text, token.end, &number->value);
}

/* The fraction that a count and a denominator make: "trois quarts", "un cinquième". */
static uint32_t
parts_read(Str text, const NumberInteger *integer, NumberFound *number)
{
	uint32_t denominator;
	uint32_t end;

	if ((integer->flags & NUMBER_IS_ORDINAL) || integer->value == 0 || integer->value > 999)
		return 0;
	end = denominator_read(text, integer->end, (uint32_t) integer->value, &denominator);
	if (end == 0 || denominator == 0)
		return 0;
	number->value = number_ratio((uint32_t) integer->value, denominator);
	number->kind = NUMBER_FRACTION;
	return end;
}

/* Adds "et demi", "virgule cinq" and the scale after decimals. */
static uint32_t
tail_read(Str text, const NumberInteger *integer, NumberFound *number)
{
	NumberValue fraction;
	NumberToken token;
	uint32_t end = decimals_read(text, integer->end, &number->value);

	if (end != 0)
	{
		if (number_token_next(text, end, &token) && token.class == NUMBER_WORD_SCALE &&
			!(token.flags & NUMBER_IS_ORDINAL))
		{
			number->value.power += token.value;
			end = token.end;
		}
		return end;
	}
	end = number_fraction_read(text, integer->end, &fraction);
	if (end != 0)
		fraction.power += integer->scale;
	else if ((end = number_half_read(text, integer->end)) != 0)
		fraction = number_of(5, -1);
	return end != 0 && number_add(&number->value, fraction) ? end : integer->end;
}

static bool
first_read(const NumberToken *first, NumberFound *number, bool *doubtful)
{
	number->value = number_of(first->value, 0);
	number->kind = NUMBER_ORDINAL;
	number->end = first->end;
	*doubtful = first->flags & NUMBER_IS_DOUBTFUL;
	return true;
}

bool
number_words_read(Str text, const NumberToken *first, NumberFound *number, bool *doubtful)
{
	NumberInteger integer;
	uint32_t end;

	number->start = first->start;
	if (first->class == NUMBER_WORD_FIRST)
		return first_read(first, number, doubtful);
	if (!number_integer_read(text, first, &integer))
		return false;
	number->value = number_of(integer.value, 0);
	number->kind = integer.flags & NUMBER_IS_ORDINAL ? NUMBER_ORDINAL : NUMBER_CARDINAL;
	number->end = integer.end;
	*doubtful = integer.lone && (integer.flags & (NUMBER_IS_ONE | NUMBER_IS_DOUBTFUL));
	if (number->kind == NUMBER_ORDINAL)
		return true;
	end = group_read(text, integer.end, number, doubtful);
	if (end == 0)
		end = parts_read(text, &integer, number);
	if (end == 0)
		end = tail_read(text, &integer, number);
	else if (number->kind != NUMBER_APPROXIMATE)
		*doubtful = false;
	if (end != integer.end && number->kind == NUMBER_CARDINAL)
		*doubtful = false;
	number->end = end;
	return true;
}
