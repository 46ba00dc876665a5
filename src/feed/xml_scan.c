/*
 * xml_scan.c
 *	  See xml_scan.h.
 */
#include "feed/xml_scan.h"

#include "base/array.h"
#include "html/entity.h"

static const Str cdata_start = {"<![CDATA[", 9};
static const Str cdata_end = {"]]>", 3};

void
xml_scan_init(XmlScan *scan, const Arena *arena, Str text)
{
	*scan = (XmlScan){.arena = arena, .text = text};
}

static uint32_t
find_char(Str text, uint32_t from, char c)
{
	const char *found = from < text.len ? memchr(text.data + from, c, text.len - from) : NULL;

	return found != NULL ? (uint32_t) (found - text.data) : text.len;
}

/*
 * Returns the offset of a mark in [from, end), or end. Polls, because a feed may consist of one
 * text.
 */
static uint32_t
find_mark_before(XmlScan *scan, uint32_t from, uint32_t end, Str mark)
{
	int32_t found;

	if (from >= end)
		return end;
	arena_poll_at(scan->arena, from, &scan->polled);
	found = str_find_polled(scan->arena, str_sub(scan->text, from, end - from), mark);
	return found < 0 ? end : from + (uint32_t) found;
}

static uint32_t
find_mark(XmlScan *scan, uint32_t from, Str mark)
{
	return find_mark_before(scan, from, scan->text.len, mark);
}

static bool
begins(Str text, uint32_t at, Str mark)
{
	return text.len - at >= mark.len && memcmp(text.data + at, mark.data, mark.len) == 0;
}

/* Can a name begin with this character? All that is not ASCII can. */
static bool
begins_name(char c)
{
	return ascii_alpha(c) || c == '_' || (c & 0x80) != 0;
}

/* ---------------------------------------------------------------- tags */

/*
 * Returns where the value ends that begins after the quotation mark at i, or 0 if the mark opens no
 * value: it is never closed, or its closing mark belongs to another tag.
 */
static uint32_t
quoted_end(XmlScan *scan, uint32_t i)
{
	char quote = scan->text.data[i];
	bool *no_end = &scan->no_quote_end[quote == '\''];
	uint32_t end = *no_end ? scan->text.len : find_char(scan->text, i + 1, quote);
	Str value;

	if (end == scan->text.len)
	{
		*no_end = true;
		return 0;
	}
	value = str_sub(scan->text, i + 1, end - i - 1);
	if (find_char(value, 0, '<') < value.len && find_char(value, 0, '>') < value.len)
		return 0;
	return end;
}

/* Returns where the tag ends whose name ends at i: its '>', or the '<' of the next tag. */
static uint32_t
tag_end(XmlScan *scan, uint32_t i)
{
	Str text = scan->text;
	bool value = false; /* after a '=' */

	for (; i < text.len && text.data[i] != '>' && text.data[i] != '<'; i++)
	{
		char c = text.data[i];

		arena_poll_at(scan->arena, i, &scan->polled);
		if (value && (c == '"' || c == '\''))
		{
			uint32_t end = quoted_end(scan, i);

			i = end > 0 ? end : i;
		}
		if (!ascii_space(c))
			value = c == '=';
	}
	return i;
}

static void
read_tag(XmlScan *scan, XmlToken *token)
{
	Str text = scan->text;
	bool close = text.data[scan->at + 1] == '/';
	uint32_t name = scan->at + 1 + close;
	uint32_t i = name;
	uint32_t end;

	while (i < text.len && !ascii_space(text.data[i]) && text.data[i] != '/' &&
		   text.data[i] != '>' && text.data[i] != '<')
		i++;
	end = tag_end(scan, i);
	token->kind = close ? XML_SCAN_CLOSE : XML_SCAN_START;
	token->name = str_sub(text, name, i - name);
	token->attributes = str_sub(text, i, end - i);
	if (!close && end > i && text.data[end - 1] == '/')
	{
		token->kind = XML_SCAN_EMPTY;
		token->attributes.len--;
	}
	if (!close)
		scan->last_name = token->name;
	scan->at = end < text.len && text.data[end] == '>' ? end + 1 : end;
}

/* ---------------------------------------------------------------- what is not a tag */

/*
 * Returns where an unclosed CDATA section ends: at the end tag of its element, or of its entry. A
 * section is unclosed if no "]]>" follows, or if an entry ends and another section begins before
 * the "]]>". Otherwise returns "end".
 */
static uint32_t
unclosed_cdata(XmlScan *scan, uint32_t start, uint32_t end)
{
	static const Str outer[] = {{"</item>", 7}, {"</entry>", 8}};
	bool closed = end < scan->text.len;
	uint32_t next = closed ? find_mark_before(scan, start, end, cdata_start) : end;
	uint32_t close = next;

	if (next == end && closed)
		return end;
	for (size_t i = 0; i < lengthof(outer); i++)
	{
		if (scan->no_outer_end[i])
			continue;
		close = find_mark_before(scan, start, close, outer[i]);
		scan->no_outer_end[i] = close == end && !closed;
	}
	if (close == next && closed)
		return end;
	for (uint32_t i = start; (i = find_mark_before(scan, i, close, STR("</"))) < close; i++)
		if (scan->last_name.len > 0 && begins(scan->text, i + 2, scan->last_name))
			return i;
	return close < next ? close : end;
}

static void
read_cdata(XmlScan *scan, XmlToken *token)
{
	uint32_t start = scan->at + cdata_start.len;
	uint32_t end = scan->cdata_end;
	uint32_t stop;

	if (end < start)
		end = scan->cdata_end = find_mark(scan, start, cdata_end);
	stop = unclosed_cdata(scan, start, end);
	token->kind = XML_SCAN_CDATA;
	token->text = str_sub(scan->text, start, stop - start);
	scan->at = stop < end || end == scan->text.len ? stop : end + cdata_end.len;
}

/* Returns the end of the document type at i: that of its "[ … ]", if it has one that is closed. */
static uint32_t
skip_doctype(XmlScan *scan, uint32_t i)
{
	Str text = scan->text;
	uint32_t end = find_char(text, i, '>');
	Str head = str_sub(text, i, end - i);

	if (find_char(head, 0, '[') < head.len && !scan->no_subset_end)
	{
		uint32_t subset = find_mark(scan, i, STR("]>"));

		scan->no_subset_end = subset == text.len;
		if (!scan->no_subset_end)
			return subset + 2;
	}
	return end < text.len ? end + 1 : text.len;
}

/*
 * Skips a comment, an instruction or a declaration. Returns false if there is none, or if it does
 * not end.
 */
static bool
skip_other(XmlScan *scan)
{
	Str text = scan->text;
	uint32_t at = scan->at;
	uint32_t end = at;

	if (begins(text, at, STR("<!--")))
	{
		end = scan->no_comment_end ? text.len : find_mark(scan, at + 4, STR("-->"));
		scan->no_comment_end = end == text.len;
		end = end < text.len ? end + 3 : at;
	}
	else if (begins(text, at, STR("<?")))
	{
		end = find_char(text, at, '>');
		end = end < text.len ? end + 1 : at;
	}
	else if (begins(text, at, STR("<!")) && at + 2 < text.len && ascii_alpha(text.data[at + 2]))
		end = skip_doctype(scan, at);
	scan->at = end;
	return end > at;
}

static void
read_text(XmlScan *scan, XmlToken *token)
{
	uint32_t end = scan->at;

	do
	{
		end = find_mark(scan, end + 1, STR("<"));
	} while (end + 1 < scan->text.len && !begins_name(scan->text.data[end + 1]) &&
			 strchr("/!?", scan->text.data[end + 1]) == NULL);
	token->kind = XML_SCAN_TEXT;
	token->text = str_sub(scan->text, scan->at, end - scan->at);
	scan->at = end;
}

/* Is there a tag at this '<'? */
static bool
is_tag(Str text, uint32_t at)
{
	uint32_t name = at + 1 < text.len && text.data[at + 1] == '/' ? at + 2 : at + 1;

	return name < text.len && begins_name(text.data[name]);
}

bool
xml_scan_next(XmlScan *scan, XmlToken *token)
{
	Str text = scan->text;

	while (scan->at < text.len)
	{
		arena_poll_at(scan->arena, scan->at, &scan->polled);
		*token = (XmlToken){.start = scan->at, .name = STR(""), .attributes = STR("")};
		if (text.data[scan->at] == '<' && is_tag(text, scan->at))
			read_tag(scan, token);
		else if (begins(text, scan->at, cdata_start))
			read_cdata(scan, token);
		else if (text.data[scan->at] == '<' && skip_other(scan))
			continue;
		else
			read_text(scan, token);
		return true;
	}
	return false;
}

/* ---------------------------------------------------------------- attributes */

bool
xml_next_attribute(Str attributes, uint32_t *at, Str *name, Str *value)
{
	Str s = attributes;
	uint32_t i = str_skip_space(s, *at);
	uint32_t from = i;

	while (i < s.len && !ascii_space(s.data[i]) && s.data[i] != '=')
		i++;
	*name = str_sub(s, from, i - from);
	*value = STR("");
	if (from > XML_ATTRIBUTES_LOOK)
		return false;
	i = str_skip_space(s, i);
	if (i < s.len && s.data[i] == '=')
	{
		uint32_t end;

		i = str_skip_space(s, i + 1);
		from = i;
		if (i < s.len && (s.data[i] == '"' || s.data[i] == '\''))
			end = find_char(s, ++from, s.data[i]);
		else
			for (end = i; end < s.len && !ascii_space(s.data[end]);)
				end++;
		*value = str_sub(s, from, end - from);
		i = end + (from > i);
	}
	*at = i;
	return name->len > 0 || value->len > 0;
}

Str
xml_attribute(Arena *arena, Str attributes, Str name)
{
	uint32_t at = 0;
	Str found;
	Str value;

	while (xml_next_attribute(attributes, &at, &found, &value))
		if (str_equal_ascii(found, name))
			return value.len <= XML_LONGEST_VALUE ? str_trim(entity_decode(arena, value, true))
												  : STR_NONE;
	return STR_NONE;
}
