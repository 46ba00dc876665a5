/*
 * json_scan.c
 *	  See json_scan.h.
 */
#include "feed/json_scan.h"

#include "base/utf8.h"

void
json_scan_init(JsonScan *scan, Arena *arena, Str text, uint32_t at)
{
	*scan = (JsonScan){.arena = arena, .text = text, .at = at};
}

/* Skips white space and, if told so, commas. */
static void
skip_space(JsonScan *scan, bool commas)
{
	while (scan->at < scan->text.len &&
		   (ascii_space(scan->text.data[scan->at]) || (commas && scan->text.data[scan->at] == ',')))
	{
		arena_poll_at(scan->arena, scan->at, &scan->polled);
		scan->at++;
	}
}

char
json_peek(JsonScan *scan)
{
	skip_space(scan, false);
	return scan->at < scan->text.len ? scan->text.data[scan->at] : '\0';
}

bool
json_open(JsonScan *scan, char bracket)
{
	if (json_peek(scan) != bracket)
		return false;
	scan->at++;
	return true;
}

/* ---------------------------------------------------------------- strings */

/* Moves past the string at a quotation mark and returns what is between the marks. */
static Str
raw_string(JsonScan *scan)
{
	uint32_t start = scan->at + 1;
	uint32_t i = start;
	Str raw;

	for (; i < scan->text.len && scan->text.data[i] != '"'; i++)
	{
		arena_poll_at(scan->arena, i, &scan->polled);
		i += scan->text.data[i] == '\\';
	}
	if (i > scan->text.len)
		i = scan->text.len;
	raw = str_sub(scan->text, start, i - start);
	scan->at = i < scan->text.len ? i + 1 : i;
	return raw;
}

/* The four hexadecimal digits at i, or -1. */
static int32_t
hex_unit(Str raw, uint32_t i)
{
	int32_t value = 0;

	for (uint32_t k = 0; k < 4; k++)
	{
		int digit = i + k < raw.len ? ascii_hex_value(raw.data[i + k]) : -1;

		if (digit < 0)
			return -1;
		value = value << 4 | digit;
	}
	return value;
}

/* Decodes the \u at i, and the second half of a surrogate pair. Returns the bytes read. */
static uint32_t
add_unit(StrBuf *buf, Str raw, uint32_t i)
{
	int32_t unit = hex_unit(raw, i + 2);
	int32_t second;

	if (unit < 0)
		return 2;
	if (unit >= 0xD800 && unit < 0xDC00 && i + 7 < raw.len && raw.data[i + 6] == '\\' &&
		raw.data[i + 7] == 'u')
	{
		second = hex_unit(raw, i + 8);
		if (second >= 0xDC00 && second < 0xE000)
		{
			strbuf_add_code_point(
				buf, (uint32_t) (0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00)));
			return 12;
		}
	}
	strbuf_add_code_point(buf, unit == 0 ? UTF8_REPLACEMENT : (uint32_t) unit);
	return 6;
}

/* Decodes the escape at i. Returns the bytes read. */
static uint32_t
add_escape(StrBuf *buf, Str raw, uint32_t i)
{
	static const char names[] = "bfnrt";
	static const char values[] = "\b\f\n\r\t";
	const char *name;

	if (i + 1 >= raw.len)
		return 1;
	if (raw.data[i + 1] == 'u')
		return add_unit(buf, raw, i);
	name = strchr(names, raw.data[i + 1]);
	if (name != NULL)
		strbuf_add_char(buf, values[name - names]);
	else if ((raw.data[i + 1] & 0x80) == 0)
		strbuf_add_char(buf, raw.data[i + 1]);
	else
		return 1; /* the character itself follows */
	return 2;
}

static Str
unescaped(JsonScan *scan, Str raw)
{
	size_t polled = 0;
	StrBuf buf;

	if (raw.len == 0 || memchr(raw.data, '\\', raw.len) == NULL)
		return raw;
	strbuf_init(&buf, scan->arena);
	strbuf_reserve(&buf, raw.len);
	for (uint32_t i = 0; i < raw.len;)
	{
		const char *escape = memchr(raw.data + i, '\\', raw.len - i);
		uint32_t end = escape != NULL ? (uint32_t) (escape - raw.data) : raw.len;

		arena_poll_at(scan->arena, i, &polled);
		strbuf_add(&buf, str_sub(raw, i, end - i));
		i = end < raw.len ? end + add_escape(&buf, raw, end) : end;
	}
	return strbuf_str(&buf);
}

/* ---------------------------------------------------------------- values */

bool
json_next_key(JsonScan *scan, Str *key)
{
	for (;;)
	{
		skip_space(scan, true);
		if (scan->at >= scan->text.len)
			return false;
		if (scan->text.data[scan->at] == '}')
		{
			scan->at++;
			return false;
		}
		if (scan->text.data[scan->at] == '"')
			break;
		json_skip(scan); /* no key */
	}
	*key = unescaped(scan, raw_string(scan));
	if (json_peek(scan) == ':')
		scan->at++;
	return true;
}

bool
json_next_item(JsonScan *scan)
{
	skip_space(scan, true);
	if (scan->at >= scan->text.len)
		return false;
	if (scan->text.data[scan->at] != ']')
		return true;
	scan->at++;
	return false;
}

/* Moves past a number or a word, at least past one character. */
static Str
raw_word(JsonScan *scan)
{
	uint32_t start = scan->at;

	while (scan->at < scan->text.len && !ascii_space(scan->text.data[scan->at]) &&
		   strchr(",]}:[{\"", scan->text.data[scan->at]) == NULL)
	{
		arena_poll_at(scan->arena, scan->at, &scan->polled);
		scan->at++;
	}
	if (scan->at == start && scan->at < scan->text.len)
		scan->at++;
	return str_sub(scan->text, start, scan->at - start);
}

Str
json_text(JsonScan *scan)
{
	char c = json_peek(scan);
	Str word;

	if (c == '"')
		return unescaped(scan, raw_string(scan));
	if (c == '{' || c == '[')
	{
		json_skip(scan);
		return STR_NONE;
	}
	word = raw_word(scan);
	return str_equal(word, STR("null")) ? STR_NONE : word;
}

void
json_skip(JsonScan *scan)
{
	uint32_t depth = 0;

	do
	{
		char c = json_peek(scan);

		arena_poll_at(scan->arena, scan->at, &scan->polled);
		if (c == '"')
			(void) raw_string(scan);
		else if (c == '{' || c == '[')
		{
			depth++;
			scan->at++;
		}
		else if ((c == '}' || c == ']') && depth > 0)
		{
			depth--;
			scan->at++;
		}
		else
			(void) raw_word(scan);
	} while (depth > 0 && scan->at < scan->text.len);
}
