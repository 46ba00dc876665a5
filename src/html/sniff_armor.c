/*
 * sniff_armor.c
 *	  See sniff.h: a page that a program has encoded as text: its bytes in hex or base64, or its
 *	  markup with < and > escaped.
 */
#include "base/array.h"
#include "html/sniff.h"

#include "html/tag.h"

/* Shorter sequences may be words. */
#define SHORTEST_HEX 64
#define SHORTEST_BYTEA 8
#define SHORTEST_BASE64 64
/* Shortest full line of base64 (RFC 2045: 76; PEM: 64). */
#define SHORTEST_LINE 60
/* An escaped document has at least this many tags. */
#define FEWEST_TAGS 2

/* ---------------------------------------------------------------- hex */

/* Are all characters hex digits, as far as examined? */
static bool
all_hex(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_hex_value(text.data[i]) < 0)
			return false;
	return true;
}

static bool
is_hex_dump(Str text)
{
	if (str_starts_ascii(text, STR("\\x")) || str_starts_ascii(text, STR("0x")))
		return text.len >= 2 + SHORTEST_BYTEA && all_hex(str_sub(text, 2, text.len));
	return text.len >= SHORTEST_HEX && all_hex(text);
}

/* ---------------------------------------------------------------- base64 */

static bool
is_base64_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '+' || c == '/' || c == '-' || c == '_';
}

/* Returns the length of the base64 text at *at, and moves *at past it and its padding. */
static uint32_t
base64_line(Str text, uint32_t *at)
{
	uint32_t from = *at;

	while (*at < text.len && is_base64_char(text.data[*at]))
		(*at)++;
	while (*at < text.len && text.data[*at] == '=')
		(*at)++;
	return *at - from;
}

/* Is this one line, or lines of the same length except the last? */
static bool
are_base64_lines(Str text)
{
	uint32_t at = 0;
	uint32_t first = base64_line(text, &at);

	while (at < text.len)
	{
		uint32_t length;

		if (text.data[at] == '\r')
			at++;
		if (at == text.len || text.data[at] != '\n' || first < SHORTEST_LINE)
			return false;
		at++;
		length = base64_line(text, &at);
		if (length > first || (length < first && at < text.len))
			return false;
	}
	return true;
}

/* Does it mix uppercase, lowercase and digits, as any 64 characters of base64 do? */
static bool
is_mixed(Str text)
{
	bool upper = false;
	bool lower = false;
	bool digit = false;

	for (uint32_t i = 0; i < text.len; i++)
	{
		upper |= text.data[i] >= 'A' && text.data[i] <= 'Z';
		lower |= text.data[i] >= 'a' && text.data[i] <= 'z';
		digit |= ascii_digit(text.data[i]);
	}
	return upper && lower && digit;
}

/* "data:text/html;base64," */
static bool
is_data_url(Str text)
{
	return str_starts_ascii(text, STR("data:")) &&
		   str_find_ascii(str_sub(text, 0, 128), STR(";base64,")) > 0;
}

static bool
is_base64(Str text)
{
	return is_data_url(text) ||
		   (text.len >= SHORTEST_BASE64 && is_mixed(text) && are_base64_lines(text));
}

/* ---------------------------------------------------------------- escaped markup */

/* Escaped forms of "<": HTML, JSON and JavaScript, URLs. */
static const Str escapes[] = {
	{"&lt;", 4},	{"&#60;", 5}, {"&#x3c;", 6}, {"&amp;lt;", 8},
	{"\\u003c", 6}, {"\\x3c", 4}, {"%3c", 3},
};

/* Does the text after a "<" begin a page: a doctype, a comment, or the name of an element? */
static bool
is_markup_name(Str rest)
{
	uint32_t len = 0;

	if (str_starts_ascii(rest, STR("!doctype")) || str_starts_ascii(rest, STR("!--")) ||
		str_starts_ascii(rest, STR("%21doctype")) || str_starts_ascii(rest, STR("?xml")))
		return true;
	while (len < rest.len && (ascii_alpha(rest.data[len]) || ascii_digit(rest.data[len])))
		len++;
	if (len == 0 || (len < rest.len && strchr("&\\% />", rest.data[len]) == NULL))
		return false;
	return str_equal_ascii(str_sub(rest, 0, len), STR("html")) ||
		   tag_lookup(str_sub(rest, 0, len)) > TAG_custom;
}

/* Does the text have an unescaped tag? */
static bool
has_tag(Str text)
{
	for (uint32_t i = 0; i + 1 < text.len; i++)
		if (text.data[i] == '<' && (ascii_alpha(text.data[i + 1]) || text.data[i + 1] == '/'))
			return true;
	return false;
}

static bool
is_escaped_by(Str text, Str escape)
{
	uint32_t tags = 0;
	Str rest = text;
	int32_t at;

	if (!str_starts_ascii(text, escape) || has_tag(text) ||
		!is_markup_name(str_sub(text, escape.len, text.len)))
		return false;
	while (tags < FEWEST_TAGS && (at = str_find_ascii(rest, escape)) >= 0)
	{
		rest = str_sub(rest, (uint32_t) at + escape.len, rest.len);
		tags++;
	}
	return tags == FEWEST_TAGS;
}

/*
 * Is this a page as a string of JSON or JavaScript: a quotation mark, "<", and an escape as in such
 * strings?
 */
static bool
is_quoted(Str text)
{
	return text.len > 2 && text.data[0] == '"' && text.data[1] == '<' &&
		   (text.data[2] == '!' || ascii_alpha(text.data[2])) &&
		   (str_find(text, STR("\\n")) >= 0 || str_find(text, STR("\\\"")) >= 0 ||
			str_find(text, STR("<\\/")) >= 0);
}

static bool
is_escaped(Str text)
{
	if (is_quoted(text))
		return true;
	if (text.len > 0 && text.data[0] == '"')
		text = str_sub(text, 1, text.len);
	for (size_t i = 0; i < lengthof(escapes); i++)
		if (is_escaped_by(text, escapes[i]))
			return true;
	return false;
}

Str
sniff_armor(Str text)
{
	text = str_trim(str_sub(text, 0, SNIFF_LOOK));
	if (is_hex_dump(text))
		return STR("hex");
	if (is_base64(text))
		return STR("base64");
	return is_escaped(text) ? STR("escaped") : STR_NONE;
}
