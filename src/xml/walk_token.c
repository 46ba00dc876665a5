/*
 * walk_token.c
 *	  See walk_reading.h: the tokens of a path.
 */
#include "xml/walk_reading.h"

/* A position of more digits is of no use. */
#define MOST_DIGITS 6

static bool
is_name_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '-' || c == '.';
}

char
walk_byte_at(const WalkReading *reading, uint32_t at)
{
	return at < reading->text.len ? reading->text.data[at] : '\0';
}

void
walk_skip_space(WalkReading *reading)
{
	while (strchr(" \t\r\n", walk_byte_at(reading, reading->at)) != NULL &&
		   reading->at < reading->text.len)
		reading->at++;
}

/* Takes a token of one or two characters if it comes next. */
bool
walk_take(WalkReading *reading, const char *token)
{
	walk_skip_space(reading);
	for (uint32_t i = 0; token[i] != '\0'; i++)
		if (walk_byte_at(reading, reading->at + i) != token[i])
			return false;
	reading->at += (uint32_t) strlen(token);
	return true;
}

/* The name that comes next; empty if none does, or one with a prefix. */
Str
walk_peek_name(WalkReading *reading)
{
	uint32_t end;

	walk_skip_space(reading);
	end = reading->at;
	if (!ascii_alpha(walk_byte_at(reading, end)) && walk_byte_at(reading, end) != '_')
		return STR("");
	while (is_name_char(walk_byte_at(reading, end)))
		end++;
	if ((walk_byte_at(reading, end) == ':' && walk_byte_at(reading, end + 1) != ':') ||
		(walk_byte_at(reading, end) & 0x80) != 0)
		return STR("");
	return str_sub(reading->text, reading->at, end - reading->at);
}

/* Takes a word if it comes next as a whole name. */
bool
walk_take_word(WalkReading *reading, Str word)
{
	if (!str_equal(walk_peek_name(reading), word))
		return false;
	reading->at += word.len;
	return true;
}

/* Takes the name of a function and its parenthesis. */
bool
walk_take_call(WalkReading *reading, Str name)
{
	uint32_t before = reading->at;

	if (walk_take_word(reading, name) && walk_take(reading, "("))
		return true;
	reading->at = before;
	return false;
}

bool
walk_take_literal(WalkReading *reading, Str *literal)
{
	char quote;
	uint32_t from;

	walk_skip_space(reading);
	quote = walk_byte_at(reading, reading->at);
	if (quote != '"' && quote != '\'')
		return false;
	from = reading->at + 1;
	for (uint32_t end = from; end < reading->text.len; end++)
		if (reading->text.data[end] == quote)
		{
			*literal = str_sub(reading->text, from, end - from);
			reading->at = end + 1;
			return true;
		}
	return false;
}

bool
walk_take_number(WalkReading *reading, uint32_t *number)
{
	uint32_t from;

	walk_skip_space(reading);
	from = reading->at;
	*number = 0;
	while (ascii_digit(walk_byte_at(reading, reading->at)))
		*number = *number * 10 + (uint32_t) (reading->text.data[reading->at++] - '0');
	return reading->at > from && reading->at - from <= MOST_DIGITS &&
		   walk_byte_at(reading, reading->at) != '.';
}
