/*
 * scan_tag.c
 *	  See scan_tag.h.  Follows WHATWG HTML 13.2.5 (before attribute name … after attribute value).
 */
#include "html/scan_tag.h"

static inline bool
ends_name(char c, bool attribute)
{
	return ascii_space(c) || c == '/' || c == '>' || (attribute && c == '=');
}

/* Marks the bytes of a word that may end a name; control characters are false positives. */
static inline uint64_t
name_ends(uint64_t word, bool attribute)
{
	uint64_t ends =
		swar_first_below(word, ' ' + 1) | swar_first_equal(word, '/') | swar_first_equal(word, '>');

	return attribute ? ends | swar_first_equal(word, '=') : ends;
}

/*
 * Reads the rest of a name that is long, has unusual bytes, or is at the end of the page. The first
 * byte belongs to the name, whatever it is.
 */
static Name
long_name(TagCursor *cursor, bool attribute, Name name)
{
	uint32_t len = name.text.len;

	for (; cursor->pos + len < cursor->end && (len == 0 || !ends_name(cursor->pos[len], attribute));
		 len++)
	{
		tag_poll(cursor, cursor->pos + len);
		if (len < 8)
			name.word |= (uint64_t) (uint8_t) ascii_lower(cursor->pos[len]) << len * 8;
	}
	name.text.len = len;
	cursor->pos += len;
	return name;
}

/* Reads a name. Most have fewer than 8 bytes: one word shows where they end. */
static inline Name
read_name(TagCursor *cursor, bool attribute)
{
	Name name = {str_make(cursor->pos, 0), 0};

	if (cursor->end - cursor->pos >= 8)
	{
		uint64_t word = swar_load(cursor->pos);
		uint64_t ends = name_ends(word, attribute);
		uint32_t len = swar_first(ends);

		/* A false positive: a control character. */
		if (len == 8 || (len > 0 && (cursor->pos[len] >= ' ' || ascii_space(cursor->pos[len]))))
		{
			name.text.len = len;
			name.word = swar_lower(word & swar_before(ends));
		}
		if (name.text.len > 0 && len < 8)
		{
			cursor->pos += len;
			return name;
		}
	}
	return long_name(cursor, attribute, name);
}

Name
tag_name(TagCursor *cursor)
{
	return read_name(cursor, false);
}

/*
 * Reads a value up to its closing quote. Returns false if the rest of the source has no such quote.
 */
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

	for (; cursor->pos < cursor->end && !ascii_space(*cursor->pos) && *cursor->pos != '>';
		 cursor->pos++)
		tag_poll(cursor, cursor->pos);
	return str_make(start, (size_t) (cursor->pos - start));
}

static void
skip_spaces(TagCursor *cursor)
{
	for (; cursor->pos < cursor->end && ascii_space(*cursor->pos); cursor->pos++)
		tag_poll(cursor, cursor->pos);
}

static Str
attr_value(TagCursor *cursor)
{
	Str value;
	char first = cursor->pos < cursor->end ? *cursor->pos : ' ';

	if (ascii_space(first))
	{
		skip_spaces(cursor);
		if (cursor->pos >= cursor->end)
			return str_make(cursor->end, 0);
		first = *cursor->pos;
	}
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
	const char *pos = cursor->pos;

	tag_poll(cursor, pos);
	for (; pos < cursor->end && (ascii_space(*pos) || *pos == '/'); pos++)
		*self_closing = *pos == '/';
	if (pos >= cursor->end || *pos == '>')
	{
		cursor->pos = pos < cursor->end ? pos + 1 : pos;
		return false;
	}
	cursor->pos = pos;
	*self_closing = false;
	attr->name = read_name(cursor, true);
	attr->value = STR_NONE;
	if (cursor->pos < cursor->end && *cursor->pos != '=')
		skip_spaces(cursor);
	if (cursor->pos < cursor->end && *cursor->pos == '=')
	{
		cursor->pos++;
		attr->value = attr_value(cursor);
	}
	return true;
}

void
tag_skip_attrs(TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
		;
}
