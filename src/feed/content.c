/*
 * content.c
 *	  See content.h.
 */
#include "feed/content.h"

#include "base/array.h"
#include "feed/markup.h"
#include "feed/xml_scan.h"
#include "html/base64.h"
#include "html/encoding.h"
#include "html/tag.h"

/* Longer values are not titles, dates or addresses. */
#define LONGEST_VALUE 65536

ContentType
content_type(Arena *arena, Str attributes, ContentType otherwise)
{
	Str type = xml_attribute(arena, attributes, STR("type"));
	const char *end = type.len > 0 ? memchr(type.data, ';', type.len) : NULL;

	if (end != NULL)
		type = str_trim(str_sub(type, 0, (uint32_t) (end - type.data)));
	if (type.len == 0)
		return otherwise;
	if (str_equal_ascii(type, STR("html")) || str_equal_ascii(type, STR("text/html")))
		return CONTENT_HTML;
	if (str_equal_ascii(type, STR("xhtml")) || str_equal_ascii(type, STR("application/xhtml+xml")))
		return CONTENT_XHTML;
	if (str_equal_ascii(type, STR("text")) || str_starts_ascii(type, STR("text/")) ||
		str_equal_ascii(type, STR("plain")))
		return CONTENT_TEXT;
	return CONTENT_OTHER;
}

/* ---------------------------------------------------------------- elements */

static uint32_t
count_tags(const Arena *arena, Str source)
{
	XmlScan scan;
	XmlToken token;
	uint32_t count = 0;

	xml_scan_init(&scan, arena, source);
	while (xml_scan_next(&scan, &token))
		count += token.kind != XML_SCAN_TEXT && token.kind != XML_SCAN_CDATA;
	return count;
}

/* The name of an element of XHTML without its prefix. */
static Str
local_name(Str name)
{
	const char *colon = name.len > 0 ? memchr(name.data, ':', name.len) : NULL;
	uint32_t from = colon != NULL ? (uint32_t) (colon - name.data) + 1 : 0;

	return str_sub(name, from, name.len);
}

/* Writes a tag as HTML has it: no prefix, and an end tag for what is not void. */
static void
write_tag(StrBuf *buf, const XmlToken *token)
{
	Str name = local_name(token->name);

	strbuf_add(buf, token->kind == XML_SCAN_CLOSE ? STR("</") : STR("<"));
	strbuf_add(buf, name);
	strbuf_add(buf, token->attributes);
	strbuf_add_char(buf, '>');
	if (token->kind != XML_SCAN_EMPTY || (tag_info[tag_lookup(name)].flags & TAG_VOID) != 0)
		return;
	strbuf_add(buf, STR("</"));
	strbuf_add(buf, name);
	strbuf_add_char(buf, '>');
}

/* What becomes of the text between elements, and of the elements. */
typedef enum ContentForm
{
	CONTENT_FORM_VALUE,	 /* a value: references decoded, CDATA as it is, no elements */
	CONTENT_FORM_XHTML,	 /* text as it is; CDATA is text */
	CONTENT_FORM_MARKUP, /* text as it is; CDATA is markup, too */
	CONTENT_FORM_ESCAPED /* text is markup that is escaped; CDATA is markup, too */
} ContentForm;

static void
write_token(StrBuf *buf, const XmlToken *token, ContentForm form)
{
	bool text = token->kind == XML_SCAN_TEXT;

	if (text && (form == CONTENT_FORM_VALUE || form == CONTENT_FORM_ESCAPED))
		markup_decode(buf, token->text);
	else if (text || (token->kind == XML_SCAN_CDATA && form != CONTENT_FORM_XHTML))
		strbuf_add(buf, token->text);
	else if (token->kind == XML_SCAN_CDATA)
		markup_escape(buf, token->text);
	else if (form != CONTENT_FORM_VALUE)
		write_tag(buf, token);
}

static Str
written(Arena *arena, Str source, ContentForm form)
{
	XmlScan scan;
	XmlToken token;
	StrBuf buf;

	strbuf_init(&buf, arena);
	xml_scan_init(&scan, arena, source);
	while (xml_scan_next(&scan, &token))
		write_token(&buf, &token, form);
	return str_trim(strbuf_str(&buf));
}

Str
content_value(Arena *arena, Str source)
{
	return written(arena, str_cut(source, LONGEST_VALUE), CONTENT_FORM_VALUE);
}

/* RFC 4287, 3.1.1.3: the <div> around XHTML is not part of it. */
static Str
without_div(Str markup)
{
	static const Str end = {"</div>", 6};
	const char *close;

	if (!str_starts_ascii(markup, STR("<div")) || !str_ends_ascii(markup, end))
		return markup;
	close = memchr(markup.data, '>', markup.len);
	if (close == NULL || markup.len < 12 ||
		str_find_ascii(str_sub(markup, 4, markup.len), STR("<div")) >= 0)
		return markup;
	markup = str_sub(markup, (uint32_t) (close - markup.data) + 1, markup.len);
	return markup.len >= end.len ? str_trim(str_sub(markup, 0, markup.len - end.len)) : markup;
}

Str
content_markup(Arena *arena, Str source, ContentType type, bool base64)
{
	uint32_t tags;
	Str text;

	if (type == CONTENT_OTHER)
		return STR("");
	if (type == CONTENT_XHTML)
		return without_div(written(arena, source, CONTENT_FORM_XHTML));
	tags = type == CONTENT_HTML && !base64 ? count_tags(arena, source) : 0;
	if (tags > 0)
		return written(arena, source,
					   markup_escaped_tags(arena, source) > tags ? CONTENT_FORM_ESCAPED
																 : CONTENT_FORM_MARKUP);
	text = written(arena, source, CONTENT_FORM_VALUE);
	if (base64)
		text = encoding_clean_utf8(arena, base64_decode(arena, text));
	return type == CONTENT_TEXT ? markup_of_text(arena, text) : markup_unescaped(arena, text);
}
