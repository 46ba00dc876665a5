/*
 * scan_tag.c
 *	  See scan_tag.h.  Follows WHATWG HTML 13.2.5 (before attribute name … after attribute value).
 */
#include "html/scan_tag.h"

static bool
ends_name(char c)
{
	return ascii_space(c) || c == '/' || c == '>';
}

Str
tag_name(TagCursor *cursor)
{
	const char *start = cursor->pos;

	while (cursor->pos < cursor->end && !ends_name(*cursor->pos))
		cursor->pos++;
	return str_make(start, (size_t) (cursor->pos - start));
}

/* A value up to its closing quote; false where the source has no such quote any more. */
static bool
quoted_value(TagCursor *cursor, char quote, Str *value)
{
	const char **none = &cursor->no_quote[quote == '"'];
	const char *close = NULL;

	if (*none == NULL || cursor->pos < *none)
		close = memchr(cursor->pos, quote, (size_t) (cursor->end - cursor->pos));
	if (close == NULL)
	{
		*none = cursor->pos;
		return false;
	}
	*value = str_make(cursor->pos, (size_t) (close - cursor->pos));
	cursor->pos = close + 1;
	return true;
}

static Str
unquoted_value(TagCursor *cursor)
{
	const char *start = cursor->pos;

	while (cursor->pos < cursor->end && !ascii_space(*cursor->pos) && *cursor->pos != '>')
		cursor->pos++;
	return str_make(start, (size_t) (cursor->pos - start));
}

static void
skip_spaces(TagCursor *cursor)
{
	while (cursor->pos < cursor->end && ascii_space(*cursor->pos))
		cursor->pos++;
}

static Str
attr_value(TagCursor *cursor)
{
	Str value;
	char first;

	skip_spaces(cursor);
	if (cursor->pos >= cursor->end)
		return str_make(cursor->end, 0);
	first = *cursor->pos;
	if (first == '"' || first == '\'')
	{
		cursor->pos++;
		if (quoted_value(cursor, first, &value))
			return value;
	}
	return unquoted_value(cursor);
}

bool
tag_next_attr(TagCursor *cursor, RawAttr *attr, bool *self_closing)
{
	const char *start;

	while (cursor->pos < cursor->end && (ascii_space(*cursor->pos) || *cursor->pos == '/'))
	{
		*self_closing = *cursor->pos == '/';
		cursor->pos++;
	}
	if (cursor->pos >= cursor->end)
		return false;
	if (*cursor->pos == '>')
	{
		cursor->pos++;
		return false;
	}
	*self_closing = false;
	start = cursor->pos++;
	while (cursor->pos < cursor->end && !ends_name(*cursor->pos) && *cursor->pos != '=')
		cursor->pos++;
	attr->name = str_make(start, (size_t) (cursor->pos - start));
	attr->value = STR_NONE;
	skip_spaces(cursor);
	if (cursor->pos < cursor->end && *cursor->pos == '=')
	{
		cursor->pos++;
		attr->value = attr_value(cursor);
	}
	return true;
}

void
tag_skip(TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
		;
}
