/*
 * encoding_prescan.c
 *	  Reads the encoding that a page declares (WHATWG HTML 13.2.3.2 "prescan a byte stream"): the
 *	  first bytes of a page in, an EncodingId out. Works for any encoding with ASCII markup; never
 *	  reads past the given bytes.
 */
#include "html/encoding_internal.h"

typedef struct Attribute
{
	Str name;
	Str value;
} Attribute;

static bool
tag_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static uint32_t
skip_space(Str s, uint32_t i)
{
	while (i < s.len && tag_space(s.data[i]))
		i++;
	return i;
}

/* Returns the position after the next occurrence of mark, or the end if there is none. */
static uint32_t
skip_past(Str s, uint32_t i, Str mark)
{
	int32_t found = str_find(str_sub(s, i, s.len), mark);

	return found < 0 ? s.len : i + (uint32_t) found + mark.len;
}

static Str
quoted_value(Str s, uint32_t *i)
{
	Str rest = str_sub(s, *i + 1, s.len);
	const char *end = memchr(rest.data, s.data[*i], rest.len);

	if (end == NULL)
	{
		*i = s.len;
		return STR_NONE;
	}
	rest.len = (uint32_t) (end - rest.data);
	*i += rest.len + 2;
	return rest;
}

/* Reads the value, if any, that follows a name at *i. */
static Str
attribute_value(Str s, uint32_t *i)
{
	uint32_t start = skip_space(s, *i);

	if (start >= s.len || s.data[start] != '=')
		return STR_NONE;
	*i = start = skip_space(s, start + 1);
	if (start >= s.len)
		return STR_NONE;
	if (s.data[start] == '"' || s.data[start] == '\'')
		return quoted_value(s, i);
	while (*i < s.len && !tag_space(s.data[*i]) && s.data[*i] != '>')
		(*i)++;
	return str_sub(s, start, *i - start);
}

/*
 * Reads the next attribute of the tag at *i. Returns false at the end of the tag or of the bytes.
 */
static bool
next_attribute(Str s, uint32_t *i, Attribute *attribute)
{
	uint32_t start;

	while (*i < s.len && (tag_space(s.data[*i]) || s.data[*i] == '/'))
		(*i)++;
	if (*i >= s.len || s.data[*i] == '>')
		return false;
	start = (*i)++;
	while (*i < s.len && !tag_space(s.data[*i]) && strchr("=/>", s.data[*i]) == NULL)
		(*i)++;
	attribute->name = str_sub(s, start, *i - start);
	attribute->value = attribute_value(s, i);
	return true;
}

/* Returns the charset of a <meta> whose attributes start at *i; data NULL if it declares none. */
static Str
meta_charset(Str s, uint32_t *i)
{
	Attribute attribute;
	Str charset = STR_NONE;
	Str content = STR_NONE;
	bool pragma = false;

	while (next_attribute(s, i, &attribute))
	{
		if (str_equal_ascii(attribute.name, STR("http-equiv")))
			pragma = str_equal_ascii(attribute.value, STR("content-type"));
		else if (str_equal_ascii(attribute.name, STR("charset")) && charset.data == NULL)
			charset = attribute.value;
		else if (str_equal_ascii(attribute.name, STR("content")) && content.data == NULL)
			content = encoding_from_content_type(attribute.value);
	}
	if (*i >= s.len)
		return STR_NONE; /* truncated */
	return charset.data != NULL ? charset : pragma ? content : STR_NONE;
}

/* The markup could be read as ASCII, so it is not UTF-16, whatever the declaration says. */
static EncodingId
legible(EncodingId encoding)
{
	if (encoding == ENCODING_UTF_16LE || encoding == ENCODING_UTF_16BE)
		return ENCODING_UTF_8;
	return encoding == ENCODING_X_USER_DEFINED ? ENCODING_WINDOWS_1252 : encoding;
}

/* The encoding in an <?xml … encoding="…"?> at the start. */
static EncodingId
xml_declaration(Str s)
{
	Attribute attribute;
	uint32_t i = 5;

	if (!str_starts_ascii(s, STR("<?xml")))
		return ENCODING_UNKNOWN;
	while (next_attribute(s, &i, &attribute))
		if (str_equal(attribute.name, STR("encoding")))
			return legible(encoding_by_label(attribute.value));
	return ENCODING_UNKNOWN;
}

/* Moves past the markup at *i, which starts with '<'. */
static void
skip_markup(Str s, uint32_t *i)
{
	Str rest = str_sub(s, *i, s.len);
	uint32_t name = *i + (rest.len > 1 && rest.data[1] == '/' ? 2 : 1);
	Attribute ignored;

	if (str_starts_ascii(rest, STR("<!--")))
		*i = skip_past(s, *i + 2, STR("-->"));
	else if (name < s.len && ascii_alpha(s.data[name]))
	{
		for (*i = name; *i < s.len && !tag_space(s.data[*i]) && s.data[*i] != '>';)
			(*i)++;
		while (next_attribute(s, i, &ignored))
			;
	}
	else if (rest.len > 1 && strchr("!/?", rest.data[1]) != NULL)
		*i = skip_past(s, *i, STR(">"));
	else
		(*i)++;
}

EncodingId
encoding_prescan(Str bytes)
{
	const char *tag;
	uint32_t i = 0;

	while ((tag = memchr(bytes.data + i, '<', bytes.len - i)) != NULL)
	{
		i = (uint32_t) (tag - bytes.data);
		if (str_starts_ascii(str_sub(bytes, i, 5), STR("<meta")) && i + 5 < bytes.len &&
			(tag_space(tag[5]) || tag[5] == '/'))
		{
			EncodingId encoding;

			i += 5;
			encoding = legible(encoding_by_label(meta_charset(bytes, &i)));
			if (encoding != ENCODING_UNKNOWN)
				return encoding;
		}
		else
			skip_markup(bytes, &i);
	}
	return xml_declaration(bytes);
}
