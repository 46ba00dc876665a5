/*
 * select_text.c
 *	  See select_text.h.
 */
#include "xml/select_text.h"

#include "base/utf8.h"

bool
select_fail(SelectParser *parser, uint32_t where, const char *message)
{
	if (parser->message == NULL)
	{
		parser->message = message;
		parser->where = where;
	}
	return false;
}

bool
select_skip_spaces(SelectParser *parser)
{
	bool spaces = false;

	for (;;)
	{
		Str rest = str_sub(parser->text, parser->at, parser->text.len);
		int32_t end;

		if (rest.len > 0 && ascii_space(rest.data[0]))
		{
			parser->at++;
			spaces = true;
		}
		else if (str_starts_ascii(rest, STR("/*")) &&
				 (end = str_find(str_sub(rest, 2, rest.len), STR("*/"))) >= 0)
			parser->at += (uint32_t) end + 4;
		else
			return spaces;
	}
}

/* ---------------------------------------------------------------- names and strings */

static bool
is_name_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '-' || (c & 0x80) != 0;
}

/* Reads an escape after its backslash: up to six hexadecimal digits, or any character. */
static void
add_escape(SelectParser *parser, StrBuf *buf)
{
	uint32_t code = 0;
	uint32_t digits = 0;

	while (digits < 6 && ascii_hex_value(select_peek(parser)) >= 0)
	{
		code = code * 16 + (uint32_t) ascii_hex_value(parser->text.data[parser->at++]);
		digits++;
	}
	if (digits > 0)
	{
		strbuf_add_code_point(buf, code == 0 ? UTF8_REPLACEMENT : code);
		if (ascii_space(select_peek(parser)))
			parser->at++;
	}
	else if (parser->at < parser->text.len)
		strbuf_add_char(buf, parser->text.data[parser->at++]);
}

bool
select_begins_name(const SelectParser *parser, uint32_t i)
{
	Str rest = str_sub(parser->text, i, parser->text.len);

	if (rest.len == 0)
		return false;
	if (rest.data[0] == '-' && rest.len > 1)
		return (is_name_char(rest.data[1]) && !ascii_digit(rest.data[1])) || rest.data[1] == '\\';
	return (is_name_char(rest.data[0]) && !ascii_digit(rest.data[0]) && rest.data[0] != '-') ||
		   (rest.data[0] == '\\' && rest.len > 1 && rest.data[1] != '\n');
}

Str
select_name(SelectParser *parser)
{
	StrBuf buf;

	strbuf_init(&buf, parser->arena);
	for (;;)
	{
		if (is_name_char(select_peek(parser)))
			strbuf_add_char(&buf, parser->text.data[parser->at++]);
		else if (select_take(parser, '\\'))
			add_escape(parser, &buf);
		else
			return strbuf_take(&buf);
	}
}

bool
select_identifier(SelectParser *parser, Str *name, const char *message)
{
	if (!select_begins_name(parser, parser->at))
		return select_fail(parser, parser->at, message);
	*name = select_name(parser);
	return true;
}

bool
select_string(SelectParser *parser, Str *value)
{
	uint32_t start = parser->at;
	char quote = parser->text.data[parser->at++];
	StrBuf buf;

	strbuf_init(&buf, parser->arena);
	while (parser->at < parser->text.len)
	{
		char c = parser->text.data[parser->at++];

		if (c == quote)
		{
			*value = strbuf_take(&buf);
			return true;
		}
		if (c == '\\' && select_peek(parser) == '\n')
			parser->at++;
		else if (c == '\\')
			add_escape(parser, &buf);
		else
			strbuf_add_char(&buf, c);
	}
	return select_fail(parser, start, "a string has no closing quote");
}

Str
select_lowered(SelectParser *parser, Str name)
{
	char *lower = arena_alloc(parser->arena, name.len);

	for (uint32_t i = 0; i < name.len; i++)
		lower[i] = ascii_lower(name.data[i]);
	return str_make(lower, name.len);
}
