/*
 * scan_head.c
 *	  See scan_head.h.  Lists grow by doubling, and are cut at 4096 entries: no real page has half
 * of that.
 */
#include "html/scan_head.h"

#include "html/entity.h"
#include "html/scanner.h"

#define MAX_ENTRIES 4096
/* So many scripts are kept, and all linked data. */
#define MAX_SCRIPTS 512

static const struct
{
	const char *name;
	HeadTag tag;
} head_tags[] = {
	{"base", HEAD_BASE},	 {"body", HEAD_BODY},	{"head", HEAD_HEAD},
	{"html", HEAD_HTML},	 {"link", HEAD_LINK},	{"meta", HEAD_META},
	{"script", HEAD_SCRIPT}, {"style", HEAD_STYLE}, {"title", HEAD_TITLE},
};

HeadTag
head_tag(Str name)
{
	for (size_t i = 0; i < sizeof(head_tags) / sizeof(head_tags[0]); i++)
		if (str_equal_ascii(name, str_cstr(head_tags[i].name)))
			return head_tags[i].tag;
	return HEAD_NONE;
}

/* Room for one more entry in a list whose sizes are powers of two; NULL where the list is full. */
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

static bool
named(const RawAttr *attr, const char *name)
{
	return str_equal_ascii(attr->name, str_cstr(name));
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
		if (named(&attr, "name"))
			keys[META_NAME] = attr.value;
		else if (named(&attr, "property"))
			keys[META_PROPERTY] = attr.value;
		else if (named(&attr, "itemprop"))
			keys[META_ITEMPROP] = attr.value;
		else if (named(&attr, "http-equiv"))
			keys[META_HTTP_EQUIV] = attr.value;
		else if (named(&attr, "content"))
			content = attr.value;
	}
	content = decoded(page, content);
	if (content.data == NULL)
		return;
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
		if (named(&attr, "rel"))
			link.rel = decoded(page, attr.value);
		else if (named(&attr, "href"))
			link.href = str_trim(decoded(page, attr.value));
		else if (named(&attr, "type"))
			link.type = attr.value;
		else if (named(&attr, "hreflang"))
			link.hreflang = attr.value;
		else if (named(&attr, "itemprop"))
			link.itemprop = attr.value;
	}
	if (link.href.data == NULL || (link.rel.data == NULL && link.itemprop.data == NULL))
		return;
	kept = add_entry(page, (void **) &page->links, &page->nlinks, sizeof(PageLink));
	if (kept != NULL)
		*kept = link;
}

/* <html> and <body>: several of each are merged, the first to say something wins. */
static void
read_root(Page *page, HeadTag tag, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
	{
		Str value = decoded(page, attr.value);

		if ((named(&attr, "lang") || named(&attr, "xml:lang")) && page->html_lang.len == 0)
			page->html_lang = str_trim(value);
		else if (named(&attr, "itemtype") && page->html_itemtype.data == NULL)
			page->html_itemtype = value;
		else if (named(&attr, "class") && tag == HEAD_BODY && page->body_class.data == NULL)
			page->body_class = value;
	}
}

static void
read_base(Page *page, TagCursor *cursor)
{
	RawAttr attr;
	bool self_closing = false;

	while (tag_next_attr(cursor, &attr, &self_closing))
		if (named(&attr, "href") && page->base.data == NULL)
			page->base = str_trim(decoded(page, attr.value));
}

const char *
raw_content_end(const char *pos, const char *end, Str name)
{
	while (pos < end)
	{
		const char *found = memmem(pos, (size_t) (end - pos), "</", 2);

		if (found == NULL)
			return NULL;
		if (str_starts_ascii(str_make(found + 2, (size_t) (end - found - 2)), name))
			return found;
		pos = found + 2;
	}
	return NULL;
}

/* The raw content behind a start tag; an unclosed one is all the rest of the page. */
static Str
raw_content(TagCursor *cursor, Str name)
{
	const char *start = cursor->pos;
	const char *close = raw_content_end(start, cursor->end, name);

	if (close == NULL)
	{
		cursor->pos = cursor->end;
		return str_make(start, (size_t) (cursor->end - start));
	}
	cursor->pos = close + 2;
	tag_skip(cursor);
	return str_make(start, (size_t) (close - start));
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
		if (named(&attr, "id"))
			script.id = attr.value;
		if (named(&attr, "type") && attr.value.data != NULL)
			script.linked_data = str_find_ascii(attr.value, STR("ld+json")) >= 0;
	}
	script.text = raw_content(cursor, STR("script"));
	if (script.text.len == 0 || (!script.linked_data && page->nscripts >= MAX_SCRIPTS))
		return;
	kept = add_entry(page, (void **) &page->scripts, &page->nscripts, sizeof(PageScript));
	if (kept != NULL)
		*kept = script;
}

/* An unclosed title ends where markup begins: a page must not vanish into it. */
static void
read_title(Page *page, TagCursor *cursor)
{
	const char *start;
	const char *close;

	tag_skip(cursor);
	start = cursor->pos;
	close = cursor->no_title_end ? NULL : raw_content_end(start, cursor->end, STR("title"));
	if (close == NULL)
	{
		cursor->no_title_end = true;
		close = memchr(start, '<', (size_t) (cursor->end - start));
		cursor->pos = close ? close : cursor->end;
	}
	else
	{
		cursor->pos = close + 2;
		tag_skip(cursor);
	}
	if (close != NULL && page->title.data == NULL && close - start <= SCAN_MAX_VALUE)
		page->title = entity_decode(page->arena, str_make(start, (size_t) (close - start)), false);
}

void
head_read(Page *page, HeadTag tag, TagCursor *cursor)
{
	switch (tag)
	{
		case HEAD_META:
			read_meta(page, cursor);
			break;
		case HEAD_LINK:
			read_link(page, cursor);
			break;
		case HEAD_BASE:
			read_base(page, cursor);
			break;
		case HEAD_HTML:
		case HEAD_BODY:
			read_root(page, tag, cursor);
			break;
		case HEAD_SCRIPT:
			read_script(page, cursor);
			break;
		case HEAD_STYLE:
			tag_skip(cursor);
			raw_content(cursor, STR("style"));
			break;
		case HEAD_TITLE:
			read_title(page, cursor);
			break;
		case HEAD_HEAD:
		case HEAD_NONE:
			tag_skip(cursor);
			break;
	}
}
