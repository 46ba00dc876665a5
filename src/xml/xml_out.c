/*
 * xml_out.c
 *	  See xml_out.h. Runs of ordinary characters are copied; what is not ordinary is found by a
 *	  table.
 */
#include "xml/xml_out.h"

#include <stdio.h>

#include "base/array.h"
#include "base/swar.h"
#include "base/utf8.h"
#include "html/url.h"

/* A base that is longer is not used: it is written before every link. */
#define LONGEST_BASE 512

/* Escapes of a text that cost more than the marks of a CDATA section. */
#define CDATA_PAYS 4

typedef enum ByteClass
{
	XML_BYTE_PLAIN,
	XML_BYTE_CONTROL,
	XML_BYTE_SPACE, /* a line feed or tab: a space in a value */
	XML_BYTE_RETURN,
	XML_BYTE_MARKUP, /* &, < and > */
	XML_BYTE_QUOTE,
	XML_BYTE_MAYBE_NONE /* may begin U+0080 to U+009F, U+FFFE or U+FFFF */
} ByteClass;

static const uint8_t classes[256] = {
	[0 ... 8] = XML_BYTE_CONTROL,	['\t'] = XML_BYTE_SPACE,   ['\n'] = XML_BYTE_SPACE,
	[11 ... 12] = XML_BYTE_CONTROL, ['\r'] = XML_BYTE_RETURN,  [14 ... 31] = XML_BYTE_CONTROL,
	['"'] = XML_BYTE_QUOTE,			['&'] = XML_BYTE_MARKUP,   ['<'] = XML_BYTE_MARKUP,
	['>'] = XML_BYTE_MARKUP,		[0x7F] = XML_BYTE_CONTROL, [0xC2] = XML_BYTE_MAYBE_NONE,
	[0xEF] = XML_BYTE_MAYBE_NONE,
};

void
xml_out_begin(XmlOut *out, Arena *arena, const XmlWriting *writing, Str base)
{
	Str address = url_resolve(arena, STR_NONE, writing->url);
	Str own = base.len > 0 ? url_resolve(arena, address, base) : STR_NONE;

	strbuf_init(&out->buf, arena);
	out->charset = writing->charset;
	out->base = own.data != NULL ? own : address;
	if (out->base.len > LONGEST_BASE)
		out->base =
			str_sub(out->base, 0, (uint32_t) (url_path(out->base).data - out->base.data) + 1);
}

/* ---------------------------------------------------------------- text */

/* Is the character at i one that may not be written: a control character or none at all? */
static bool
is_none(Str text, uint32_t i)
{
	uint32_t c = utf8_next(text.data, text.len, &i);

	return c < 0xA0 || c == 0xFFFE || c == 0xFFFF;
}

/* What to write for the byte at i, or NULL for itself. */
static const char *
instead(Str text, uint32_t i, bool in_value)
{
	switch (classes[(unsigned char) text.data[i]])
	{
		case XML_BYTE_CONTROL:
			return "";
		case XML_BYTE_SPACE:
			return in_value ? " " : NULL;
		case XML_BYTE_RETURN:
			if (i + 1 < text.len && text.data[i + 1] == '\n')
				return "";
			return in_value ? " " : "\n";
		case XML_BYTE_MARKUP:
			return text.data[i] == '&' ? "&amp;" : text.data[i] == '<' ? "&lt;" : "&gt;";
		case XML_BYTE_QUOTE:
			return in_value ? "&quot;" : NULL;
		case XML_BYTE_MAYBE_NONE:
			return is_none(text, i) ? "" : NULL;
		default:
			return NULL;
	}
}

/* Returns the first byte from i on that is not plain, or the length of the text. */
static uint32_t
skip_plain(Str text, uint32_t i)
{
	for (; i + 8 <= text.len; i += 8)
	{
		uint64_t eight = swar_load(text.data + i);
		uint64_t marks = swar_first_below(eight, ' ') | swar_first_equal(eight, '&') |
						 swar_first_equal(eight, '<') | swar_first_equal(eight, '>') |
						 swar_first_equal(eight, '"') | swar_first_equal(eight, 0x7F) |
						 swar_first_equal(eight, 0xC2) | swar_first_equal(eight, 0xEF);

		if (marks != 0)
			return i + swar_first(marks);
	}
	while (i < text.len && classes[(unsigned char) text.data[i]] == XML_BYTE_PLAIN)
		i++;
	return i;
}

static void
write_escaped(XmlOut *out, Str text, bool in_value)
{
	uint32_t written = 0;
	size_t polled = 0;

	for (uint32_t i = skip_plain(text, 0); i < text.len; i = skip_plain(text, i + 1))
	{
		const char *other;

		arena_poll_at(out->buf.arena, i, &polled);
		other = instead(text, i, in_value);
		if (other == NULL)
			continue;
		strbuf_add(&out->buf, str_sub(text, written, i - written));
		strbuf_add(&out->buf, str_cstr(other));
		i += utf8_width(text.data[i]) - 1;
		written = i + 1;
	}
	strbuf_add(&out->buf, str_sub(text, written, text.len));
}

static bool
is_ascii(Str text)
{
	const char *end = text.data + text.len;

	return swar_skip_ascii(text.data, end) == end;
}

/*
 * Is a CDATA section shorter than escapes? Nothing can be escaped in it, so it is only for text that
 * needs nothing else.
 */
static bool
cdata_pays(const XmlOut *out, Str text)
{
	uint32_t escapes = 0;
	size_t polled = 0;

	for (uint32_t i = skip_plain(text, 0); i < text.len; i = skip_plain(text, i + 1))
	{
		ByteClass class = (ByteClass) classes[(unsigned char) text.data[i]];

		if (class == XML_BYTE_CONTROL || class == XML_BYTE_RETURN || class == XML_BYTE_MAYBE_NONE)
			return false;
		if (class == XML_BYTE_MARKUP && text.data[i] == '>' && i >= 2 && text.data[i - 1] == ']' &&
			text.data[i - 2] == ']')
			return false;
		escapes += class == XML_BYTE_MARKUP;
		arena_poll_at(out->buf.arena, i, &polled);
	}
	return escapes >= CDATA_PAYS && (out->charset.has == NULL || is_ascii(text));
}

void
xml_out_text(XmlOut *out, Str text, bool cdata)
{
	if (!cdata || text.len < CDATA_PAYS || !cdata_pays(out, text))
	{
		write_escaped(out, text, false);
		return;
	}
	strbuf_add(&out->buf, STR("<![CDATA["));
	strbuf_add(&out->buf, text);
	strbuf_add(&out->buf, STR("]]>"));
}

void
xml_out_value(XmlOut *out, Str value)
{
	strbuf_add(&out->buf, STR("=\""));
	write_escaped(out, value, true);
	strbuf_add_char(&out->buf, '"');
}

void
xml_out_attr(XmlOut *out, const char *name, Str value)
{
	strbuf_add_char(&out->buf, ' ');
	strbuf_add(&out->buf, str_cstr(name));
	xml_out_value(out, value);
}

/* ---------------------------------------------------------------- names */

typedef struct NameRange
{
	uint32_t first;
	uint32_t last;
} NameRange;

/* XML 1.0 (fifth edition) 2.3, NameStartChar beyond ASCII, without the colon. */
static const NameRange name_start[] = {
	{0xC0, 0xD6},	  {0xD8, 0xF6},		{0xF8, 0x2FF},	  {0x370, 0x37D},
	{0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
	{0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
};

/* NameChar: these in addition. */
static const NameRange name_more[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

static bool
in_ranges(uint32_t c, const NameRange *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

static bool
may_be_in_name(const XmlOut *out, uint32_t c, bool first)
{
	if (c < 0x80)
		return ascii_alpha((char) c) || c == '_' ||
			   (!first && (ascii_digit((char) c) || c == '-' || c == '.'));
	return charset_has(&out->charset, c) &&
		   (in_ranges(c, name_start, lengthof(name_start)) ||
			(!first && in_ranges(c, name_more, lengthof(name_more))));
}

void
xml_out_name(XmlOut *out, Str name)
{
	uint32_t i = 0;

	while (i < name.len)
	{
		uint32_t start = i;
		uint32_t c = utf8_next(name.data, name.len, &i);
		char escaped[16];

		if (may_be_in_name(out, c, start == 0))
			strbuf_add(&out->buf, str_sub(name, start, i - start));
		else
		{
			snprintf(escaped, sizeof(escaped), "U%06X", (unsigned int) c);
			strbuf_add(&out->buf, str_cstr(escaped));
		}
	}
}

/* ---------------------------------------------------------------- addresses */

XmlAddress
xml_address_kind(Str name)
{
	static const struct
	{
		Str name;
		XmlAddress kind;
	} list[] = {
#define ADDRESS(name, kind) {{name, sizeof(name) - 1}, kind},
#include "xml/address_list.h"
#undef ADDRESS
	};

	for (size_t i = 0; i < lengthof(list); i++)
		if (str_equal(list[i].name, name))
			return list[i].kind;
	return XML_OUT_NO_ADDRESS;
}

static Str
absolute(const XmlOut *out, Str address)
{
	Str url = url_resolve(out->buf.arena, out->base, address);

	return url.data != NULL ? url : address;
}

/* Removes the next candidate of a srcset, up to its comma, from the front of rest. */
static Str
next_candidate(Str *rest)
{
	Str candidate;
	uint32_t end = 0;

	while (rest->len > 0 && (ascii_space(rest->data[0]) || rest->data[0] == ','))
		*rest = str_sub(*rest, 1, rest->len);
	while (end < rest->len && !ascii_space(rest->data[end]))
		end++;
	if (end == 0 || rest->data[end - 1] != ',')
		while (end < rest->len && rest->data[end] != ',')
			end++;
	candidate = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, end, rest->len);
	while (candidate.len > 0 && candidate.data[candidate.len - 1] == ',')
		candidate.len--;
	return candidate;
}

static Str
absolute_set(const XmlOut *out, Str value)
{
	StrBuf set;
	Str candidate;

	strbuf_init(&set, out->buf.arena);
	while ((candidate = next_candidate(&value)).len > 0)
	{
		uint32_t end = 0;

		while (end < candidate.len && !ascii_space(candidate.data[end]))
			end++;
		if (set.len > 0)
			strbuf_add(&set, STR(", "));
		strbuf_add(&set, absolute(out, str_sub(candidate, 0, end)));
		strbuf_add(&set, str_sub(candidate, end, candidate.len));
	}
	return strbuf_take(&set);
}

Str
xml_absolute(const XmlOut *out, XmlAddress kind, Str value)
{
	if (kind == XML_OUT_NO_ADDRESS || out->base.data == NULL)
		return value;
	return kind == XML_OUT_ADDRESS ? absolute(out, value) : absolute_set(out, value);
}
