/*
 * scan_head.c
 *	  See scan_head.h. Lists grow by doubling and end at 4096 entries: no real page has half as
 *	  many.
 */
#include "html/scan_head.h"

#include "html/entity.h"
#include "html/scan_raw.h"
#include "html/scan_text.h"
#include "html/scanner.h"
#include "html/sheet.h"

#define MAX_ENTRIES 4096
/* Most scripts that are kept; linked data is always kept. */
#define MAX_SCRIPTS 512

/*
 * Adds an entry to a list whose capacity is the next power of two. Returns NULL if the list is
 * full.
 */
static void *
add_entry(Page *page, void **list, uint32_t *count, size_t width)
{
	if (*count >= MAX_ENTRIES)
	{
		page->truncated = true;
		return NULL;
	}
	if (*count == 0)
		*list = arena_alloc(page->arena, width * 16);
	else if (*count >= 16 && (*count & (*count - 1)) == 0)
		*list = arena_grow(page->arena, *list, width * *count, width * *count * 2);
	return memset((char *) *list + width * (*count)++, 0, width);
}

static Str
decoded(Page *page, Str value)
{
	if (value.data == NULL || value.len > SCAN_MAX_VALUE)
		return STR_NONE;
	return entity_decode(page->arena, value, true);
}

/* Compares names that are not in attr_list.h. */
static bool
named(const RawAttr *attr, const char *name)
{
	return str_equal_ascii(attr->name.text, str_cstr(name));
}

static void
add_meta(Page *page, MetaKind kind, Str key, Str content)
{
	PageMeta *meta;

	if (key.data == NULL)
		return;
	meta = add_entry(page, (void **) &page->metas, &page->nmetas, sizeof(PageMeta));
	if (meta != NULL)
		*meta = (PageMeta){kind, str_trim(decoded(page, key)), content, page->nnodes};
}

static void
read_meta(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;
	Str keys[4] = {{NULL, 0}};
	Str content = STR_NONE;

	while (tag_next_attr(cursor, &attr, &self_closing))
	{
		AttrId name = name_attr(&attr.name);

		if (name == ATTR_name)
			keys[META_NAME] = attr.value;
		else if (name == ATTR_property)
			keys[META_PROPERTY] = attr.value;
		else if (name == ATTR_itemprop)
			keys[META_ITEMPROP] = attr.value;
		else if (name == ATTR_content)
			content = attr.value;
		else if (named(&attr, "http-equiv"))
			keys[META_HTTP_EQUIV] = attr.value;
	}
	if (content.data == NULL || content.len > SCAN_MAX_VALUE)
		return;
	content = scan_value(page, content);
	for (int kind = META_NAME; kind <= META_HTTP_EQUIV; kind++)
		add_meta(page, (MetaKind) kind, keys[kind], content);
}

static void
read_link(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;
	PageLink link = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, page->nnodes};
	PageLink *kept;

	while (tag_next_attr(cursor, &attr, &self_closing))
	{
		AttrId name = name_attr(&attr.name);

		if (name == ATTR_rel)
			link.rel = decoded(page, attr.value);
		else if (name == ATTR_href)
			link.href = str_trim(decoded(page, attr.value));
		else if (name == ATTR_type)
			link.type = attr.value;
		else if (name == ATTR_itemprop)
			link.itemprop = attr.value;
		else if (named(&attr, "hreflang"))
			link.hreflang = attr.value;
	}
	if (link.href.data == NULL || (link.rel.data == NULL && link.itemprop.data == NULL))
		return;
	kept = add_entry(page, (void **) &page->links, &page->nlinks, sizeof(PageLink));
	if (kept != NULL)
		*kept = link;
}

/* <html> and <body>: several of each are merged; the first value of an attribute wins. */
static void
read_root(Page *page, HeadTag tag, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
	{
		AttrId name = name_attr(&attr.name);

		if ((name == ATTR_lang || name == ATTR_xml_lang) && page->html_lang.len == 0)
			page->html_lang = str_trim(decoded(page, attr.value));
		else if (name == ATTR_itemtype && page->html_itemtype.data == NULL)
			page->html_itemtype = decoded(page, attr.value);
		else if (name == ATTR_class && tag == HEAD_body && page->body_class.data == NULL)
			page->body_class = decoded(page, attr.value);
	}
}

static void
read_base(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
		if (name_attr(&attr.name) == ATTR_href && page->base.data == NULL)
			page->base = str_trim(decoded(page, attr.value));
}

/* The raw content after a start tag, up to close; without an end tag, the rest of the page. */
static Str
raw_content(TagCursor *cursor, const char *close)
{
	const char *start = cursor->pos;
	const char *end = close != NULL ? close : cursor->end;

	if (close == NULL)
		cursor->pos = end;
	else
		raw_content_leave(cursor, close);
	cursor->raw = str_make(start, (size_t) (end - start));
	return cursor->raw;
}

static void
read_script(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;
	PageScript script = {false, {NULL, 0}, {NULL, 0}, page->nnodes};
	PageScript *kept;

	while (tag_next_attr(cursor, &attr, &self_closing))
	{
		AttrId name = name_attr(&attr.name);

		if (name == ATTR_id)
			script.id = attr.value;
		if (name == ATTR_type && attr.value.data != NULL)
			script.linked_data = str_find_ascii(attr.value, STR("ld+json")) >= 0;
	}
	script.text = raw_content(cursor, script_content_end(cursor));
	if (script.text.len == 0 || (!script.linked_data && page->nscripts >= MAX_SCRIPTS))
		return;
	kept = add_entry(page, (void **) &page->scripts, &page->nscripts, sizeof(PageScript));
	if (kept != NULL)
		*kept = script;
}

static void
read_style(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;
	bool applies = true;
	Str text;
	Str *kept;

	while (tag_next_attr(cursor, &attr, &self_closing))
		if (named(&attr, "media"))
			applies = sheet_media(attr.value);
	text = raw_content(cursor, raw_content_end(cursor, STR("style")));
	if (text.len == 0 || !applies)
		return;
	kept = add_entry(page, (void **) &page->styles, &page->nstyles, sizeof(Str));
	if (kept != NULL)
		*kept = text;
}

/* An unclosed title ends where markup begins, so that it does not swallow the page. */
static void
read_title(Page *page, TagCursor *cursor)
{
	const char *start;
	const char *close;

	tag_skip(cursor);
	start = cursor->pos;
	close = cursor->no_title_end ? NULL : raw_content_end(cursor, STR("title"));
	if (close == NULL)
	{
		cursor->no_title_end = true;
		close = memchr(start, '<', (size_t) (cursor->end - start));
		cursor->pos = close ? close : cursor->end;
	}
	else
		raw_content_leave(cursor, close);
	cursor->raw = str_make(start, close != NULL ? (size_t) (close - start) : 0);
	if (close != NULL && page->title.data == NULL && close - start <= SCAN_MAX_VALUE)
	{
		Str title = str_make(start, (size_t) (close - start));

		page->title = scan_clean(page, title, entity_decode(page->arena, title, false));
	}
}

void
head_read(Page *page, HeadTag tag, TagCursor *cursor)
{
	switch (tag)
	{
		case HEAD_meta:
			read_meta(page, cursor);
			break;
		case HEAD_link:
			read_link(page, cursor);
			break;
		case HEAD_base:
			read_base(page, cursor);
			break;
		case HEAD_html:
		case HEAD_body:
			read_root(page, tag, cursor);
			break;
		case HEAD_script:
			read_script(page, cursor);
			break;
		case HEAD_style:
			read_style(page, cursor);
			break;
		case HEAD_title:
			read_title(page, cursor);
			break;
		default:
			tag_skip(cursor);
			break;
	}
}
