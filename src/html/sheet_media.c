/*
 * sheet_media.c
 *	  See sheet.h. Media queries as used on news sites: types, widths, and a few features of any
 *	  desktop.
 */
#include "base/array.h"
#include "html/sheet.h"

/* Returns the text before the first "mark" outside brackets; *rest is the text after it. */
static Str
cut_at(Str text, char mark, Str *rest)
{
	uint32_t depth = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		if (text.data[i] == '(')
			depth++;
		else if (text.data[i] == ')' && depth > 0)
			depth--;
		else if (text.data[i] == mark && depth == 0)
		{
			*rest = str_sub(text, i + 1, text.len);
			return str_sub(text, 0, i);
		}
	}
	*rest = STR_NONE;
	return text;
}

/* A length in pixels; an em is 16 pixels. */
static double
pixels(Str value)
{
	double number = 0;
	double digit = 1;
	uint32_t i = 0;

	for (; i < value.len && ascii_digit(value.data[i]); i++)
		number = number * 10 + (value.data[i] - '0');
	if (i < value.len && value.data[i] == '.')
		for (i++; i < value.len && ascii_digit(value.data[i]); i++)
			number += (value.data[i] - '0') * (digit /= 10);
	if (str_find_ascii(str_sub(value, i, value.len), STR("em")) >= 0)
		number *= 16;
	return number;
}

/* Does a feature like "min-width: 600px" hold? Unknown ones do not. */
static bool
feature_holds(Str feature)
{
	static const char *const holding[][2] = {
		{"orientation", "landscape"}, {"hover", "hover"},	   {"any-hover", "hover"},
		{"pointer", "fine"},		  {"any-pointer", "fine"}, {"prefers-color-scheme", "light"},
	};
	Str value;
	Str name = str_trim(cut_at(feature, ':', &value));

	value = str_trim(value);
	if (str_equal_ascii(name, STR("min-width")) || str_equal_ascii(name, STR("min-device-width")))
		return pixels(value) <= SHEET_WIDTH;
	if (str_equal_ascii(name, STR("max-width")) || str_equal_ascii(name, STR("max-device-width")))
		return pixels(value) >= SHEET_WIDTH;
	if (str_find_ascii(name, STR("width")) == 0 && name.len > 6)
	{
		value = str_trim(str_sub(name, 5, name.len));
		if (value.data[0] != '<' && value.data[0] != '>')
			return false;
		name = str_sub(value, value.len > 1 && value.data[1] == '=' ? 2 : 1, value.len);
		return (value.data[0] == '>') == (pixels(str_trim(name)) <= SHEET_WIDTH);
	}
	for (size_t i = 0; i < lengthof(holding); i++)
		if (str_equal_ascii(name, str_cstr(holding[i][0])))
			return value.len == 0 || str_equal_ascii(value, str_cstr(holding[i][1]));
	return false;
}

/* Do all terms of "screen and (min-width: 600px) and (hover)" hold? */
static bool
terms_hold(Str query)
{
	while ((query = str_trim(query)).len > 0)
	{
		Str rest;
		Str word = cut_at(query, ' ', &rest);

		if (word.data[0] == '(')
		{
			uint32_t end = word.len - (word.data[word.len - 1] == ')' && word.len > 1);

			if (!feature_holds(str_sub(word, 1, end - 1)))
				return false;
		}
		else if (str_equal_ascii(word, STR("not")))
			return !terms_hold(rest);
		else if (!str_equal_ascii(word, STR("and")) && !str_equal_ascii(word, STR("only")) &&
				 !str_equal_ascii(word, STR("screen")) && !str_equal_ascii(word, STR("all")))
			return false;
		query = rest;
	}
	return true;
}

bool
sheet_media(Str query)
{
	bool any = str_trim(query).len == 0;

	for (Str rest; query.len > 0 && !any; query = rest)
	{
		Str term = str_trim(cut_at(query, ',', &rest));

		any = term.len > 0 && terms_hold(term);
	}
	return any;
}
