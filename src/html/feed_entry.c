/*
 * feed_entry.c
 *	  See feed_entry.h. One pass over the elements of the entry, one over the output. In this room
 *	  because document.c opens a stored entry as one of the forms that a page comes in; src/feed,
 *	  which reads whole feeds, is above it.
 */
#include "html/feed_entry.h"

#include "base/array.h"
#include "html/entity.h"

/* An element of the entry, as in the source. */
typedef struct EntryField
{
	Str name;
	Str attributes;
	Str content;
} EntryField;

static const char cdata[] = "<![CDATA[";

#define CDATA_LENGTH ((uint32_t) sizeof(cdata) - 1)

/* The position after the CDATA section at i. */
static uint32_t
after_cdata(Str text, uint32_t i)
{
	int32_t end = str_find(str_sub(text, i, text.len), STR("]]>"));

	return end < 0 ? text.len : i + (uint32_t) end + 3;
}

static bool
is_cdata(Str text, uint32_t i)
{
	return text.len - i >= CDATA_LENGTH && memcmp(text.data + i, cdata, CDATA_LENGTH) == 0;
}

static uint32_t
find_char(Str text, uint32_t i, char c)
{
	const char *found = i < text.len ? memchr(text.data + i, c, text.len - i) : NULL;

	return found != NULL ? (uint32_t) (found - text.data) : text.len;
}

/* Returns where the end tag begins of an element whose content begins at i. */
static uint32_t
find_end_tag(const Arena *arena, Str text, uint32_t i, Str name)
{
	size_t polled = i;

	while ((i = find_char(text, i, '<')) < text.len)
	{
		arena_poll_at(arena, i, &polled);
		if (is_cdata(text, i))
			i = after_cdata(text, i);
		else if (i + 1 < text.len && text.data[i + 1] == '/' &&
				 str_starts_ascii(str_sub(text, i + 2, text.len), name))
			return i;
		else
			i++;
	}
	return text.len;
}

/*
 * Reads the next element from *at on, and moves *at past it. Returns false at the end of the entry.
 */
static bool
next_field(const Arena *arena, Str text, uint32_t *at, EntryField *field)
{
	uint32_t start = find_char(text, *at, '<') + 1;
	uint32_t end = find_char(text, start, '>');
	uint32_t i = start;

	if (end >= text.len || text.data[start] == '/')
		return false;
	while (i < end && !ascii_space(text.data[i]) && text.data[i] != '/')
		i++;
	field->name = str_sub(text, start, i - start);
	field->attributes = str_sub(text, i, end - i);
	field->content = STR("");
	*at = end + 1;
	if (text.data[end - 1] == '/' || field->name.len == 0 || text.data[start] == '!')
		return true;
	i = find_end_tag(arena, text, *at, field->name);
	field->content = str_sub(text, *at, i - *at);
	i = find_char(text, i, '>');
	*at = i < text.len ? i + 1 : text.len;
	return true;
}

/*
 * The content of an element: the text of CDATA, markup as it is, or text with its references
 * decoded.
 */
static Str
field_value(Arena *arena, Str content)
{
	content = str_trim(content);
	if (content.len > 0 && is_cdata(content, 0))
	{
		uint32_t end = after_cdata(content, 0);

		return str_trim(
			str_sub(content, CDATA_LENGTH,
					end - CDATA_LENGTH -
						(end < content.len || str_ends_ascii(content, STR("]]>")) ? 3 : 0)));
	}
	if (find_char(content, 0, '<') < content.len)
		return content;
	return str_trim(entity_decode(arena, content, false));
}

/* The value of an attribute in quotation marks. */
static Str
attribute(Str attributes, Str name)
{
	int32_t at = str_find_ascii(attributes, name);
	uint32_t from = at < 0 ? attributes.len : (uint32_t) at + name.len;

	if (from + 1 >= attributes.len || attributes.data[from] != '=' ||
		(attributes.data[from + 1] != '"' && attributes.data[from + 1] != '\''))
		return STR_NONE;
	return str_sub(attributes, from + 2,
				   find_char(attributes, from + 2, attributes.data[from + 1]) - from - 2);
}

/* ---------------------------------------------------------------- what becomes of each element */

typedef enum FieldUse
{
	USE_TITLE,
	USE_LINK,
	USE_META, /* <meta property="name"> */
	USE_BODY
} FieldUse;

/* RSS 2.0, RSS 1.0 with its modules, Atom (RFC 4287).  A body of a higher rank is better. */
static const struct
{
	const char *name;
	uint8_t use;
	uint8_t rank;
	const char *property;
} uses[] = {
	{"title", USE_TITLE, 0, NULL},
	{"link", USE_LINK, 0, NULL},
	{"dc:creator", USE_META, 0, "article:author"},
	{"author", USE_META, 0, "article:author"},
	{"pubDate", USE_META, 0, "article:published_time"},
	{"dc:date", USE_META, 0, "article:published_time"},
	{"published", USE_META, 0, "article:published_time"},
	{"issued", USE_META, 0, "article:published_time"},
	{"updated", USE_META, 0, "article:modified_time"},
	{"modified", USE_META, 0, "article:modified_time"},
	{"category", USE_META, 0, "article:tag"},
	{"summary", USE_BODY, 1, NULL},
	{"description", USE_BODY, 2, NULL},
	{"content", USE_BODY, 3, NULL},
	{"content:encoded", USE_BODY, 4, NULL},
};

typedef struct EntryPage
{
	Arena *arena;
	StrBuf head;
	Str title;
	Str body;
	uint8_t rank; /* rank as a body */
} EntryPage;

static void
add_attribute(StrBuf *buf, Str value)
{
	for (uint32_t i = 0; i < value.len; i++)
		if (value.data[i] == '"')
			strbuf_add(buf, STR("&quot;"));
		else if (value.data[i] == '<')
			strbuf_add(buf, STR("&lt;"));
		else
			strbuf_add_char(buf, value.data[i]);
}

static void
add_tag(StrBuf *buf, const char *before, Str name, const char *between, Str value)
{
	strbuf_add(buf, str_cstr(before));
	strbuf_add(buf, name);
	strbuf_add(buf, str_cstr(between));
	add_attribute(buf, value);
	strbuf_add(buf, STR("\">\n"));
}

/* The name of a person: "<author><name>Anne Vidal</name></author>" in Atom, only a name in RSS. */
static Str
person(Arena *arena, Str content)
{
	EntryField field;
	uint32_t at = 0;

	while (!is_cdata(content, 0) && next_field(arena, content, &at, &field))
		if (str_equal_ascii(field.name, STR("name")))
			return field_value(arena, field.content);
	return field_value(arena, content);
}

static void
use_link(EntryPage *page, const EntryField *field)
{
	Str rel = attribute(field->attributes, STR("rel"));
	Str href = attribute(field->attributes, STR("href"));

	if (href.data == NULL)
		href = field_value(page->arena, field->content);
	if (href.len > 0 && (rel.data == NULL || str_equal_ascii(rel, STR("alternate"))))
		add_tag(&page->head, "<link rel=\"", STR("canonical"), "\" href=\"", href);
}

static void
use_field(EntryPage *page, const EntryField *field, size_t use)
{
	Str property = str_cstr(uses[use].property);
	Str value;

	switch (uses[use].use)
	{
		case USE_TITLE:
			page->title = field_value(page->arena, field->content);
			break;
		case USE_LINK:
			use_link(page, field);
			break;
		case USE_META:
			value = attribute(field->attributes, STR("term"));
			if (value.data == NULL)
				value = person(page->arena, field->content);
			add_tag(&page->head, "<meta property=\"", property, "\" content=\"", value);
			break;
		case USE_BODY:
			if (uses[use].rank > page->rank && field->content.len > 0)
			{
				page->rank = uses[use].rank;
				page->body = field->content;
			}
	}
}

static Str
put_page(EntryPage *page)
{
	Str body = field_value(page->arena, page->body);
	StrBuf out;

	strbuf_init(&out, page->arena);
	strbuf_reserve(&out, (size_t) page->head.len + body.len + 2 * (size_t) page->title.len + 256);
	strbuf_add(&out, STR("<html><head>"));
	strbuf_add(&out, strbuf_str(&page->head));
	add_tag(&out, "<meta property=\"", STR("og:title"), "\" content=\"", page->title);
	strbuf_add(&out, STR("</head><body><article><h1>"));
	add_attribute(&out, page->title);
	strbuf_add(&out, STR("</h1>\n"));
	strbuf_add(&out, body);
	strbuf_add(&out, STR("\n</article></body></html>"));
	return strbuf_str(&out);
}

Str
feed_entry_page(Arena *arena, Str entry)
{
	EntryPage page = {.arena = arena};
	uint32_t at = find_char(entry, 0, '>') + 1;
	EntryField field;

	strbuf_init(&page.head, arena);
	while (at < entry.len && next_field(arena, entry, &at, &field))
		for (size_t i = 0; i < lengthof(uses); i++)
			if (str_equal_ascii(field.name, str_cstr(uses[i].name)))
				use_field(&page, &field, i);
	return page.title.len > 0 || page.body.len > 0 ? put_page(&page) : entry;
}
