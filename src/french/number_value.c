/*
 * number_value.c
 *	  Decimal values of at most 38 digits: sums, products, ratios, and their notation.
 */
#include "french/number_internal.h"

/* 10^38 is the largest power of ten below 2^127. */
#define MOST_DIGITS 38
/* Decimals of a fraction; those of a third have no end. */
#define RATIO_DIGITS 9

static unsigned __int128
ten_to(int32_t power)
{
	unsigned __int128 result = 1;

	for (; power > 0; power--)
		result *= 10;
	return result;
}

NumberValue
number_of(unsigned __int128 digits, int32_t power)
{
	return (NumberValue){digits, power, false};
}

/* Drops zeros at the end of the decimals. */
static void
shorten(NumberValue *value)
{
	while (value->power < 0 && value->digits % 10 == 0)
	{
		value->digits /= 10;
		value->power++;
	}
}

/* Writes the value with a smaller power of ten. */
static bool
extend(NumberValue *value, int32_t power)
{
	if (value->power <= power || value->digits == 0)
		return true;
	if (value->power - power > MOST_DIGITS ||
		value->digits > ten_to(MOST_DIGITS) / ten_to(value->power - power))
		return false;
	value->digits *= ten_to(value->power - power);
	value->power = power;
	return true;
}

bool
number_add(NumberValue *value, NumberValue more)
{
	if (!extend(value, more.power) || !extend(&more, value->power) ||
		value->digits + more.digits > ten_to(MOST_DIGITS))
		return false;
	if (value->digits == 0)
		value->power = more.power;
	value->digits += more.digits;
	shorten(value);
	return true;
}

bool
number_multiply(NumberValue *value, uint32_t factor)
{
	if (factor != 0 && value->digits > ten_to(MOST_DIGITS) / factor)
		return false;
	value->digits *= factor;
	shorten(value);
	return true;
}

NumberValue
number_ratio(uint32_t part, uint32_t whole)
{
	NumberValue value = {(part * ten_to(RATIO_DIGITS) + whole / 2) / whole, -RATIO_DIGITS, false};

	shorten(&value);
	return value;
}

bool
number_digits(const char *text, NumberValue *value)
{
	bool decimals = false;
	int count = 0;

	*value = number_of(0, 0);
	for (; *text != '\0'; text++)
	{
		if (*text == '.')
		{
			decimals = true;
			continue;
		}
		if (count == MOST_DIGITS)
		{
			if (decimals)
				break;
			return false;
		}
		value->digits = value->digits * 10 + (unsigned) (*text - '0');
		value->power -= decimals;
		count += value->digits > 0;
	}
	shorten(value);
	return true;
}

uint32_t
number_write(const NumberValue *value, char *out)
{
	char digits[MOST_DIGITS + 2];
	int32_t count = 0;
	uint32_t len = 0;
	unsigned __int128 rest = value->digits;

	do
		digits[count++] = (char) ('0' + (int) (rest % 10));
	while ((rest /= 10) > 0);
	if (value->negative && value->digits > 0)
		out[len++] = '-';
	if (count + value->power <= 0)
		out[len++] = '0';
	for (int32_t place = count - 1; place >= 0; place--)
	{
		if (place == -value->power - 1 || (place == count - 1 && count + value->power <= 0))
		{
			out[len++] = '.';
			for (int32_t zero = count + value->power; zero < 0; zero++)
				out[len++] = '0';
		}
		out[len++] = digits[place];
	}
	for (int32_t zero = 0; zero < value->power && value->digits > 0; zero++)
		out[len++] = '0';
	out[len] = '\0';
	return len;
}

const char *
number_kind_name(NumberKind kind)
{
	static const char *const names[] = {"cardinal", "ordinal", "fraction", "percent",
										"approximate"};

	return names[kind];
}
