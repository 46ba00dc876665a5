/*
 * xml_inner.c
 *	  See xml_write.h: the content of an element as HTML that is safe to show, written anew from the
 *	  nodes of the document, never copied from the page.
 */
#include "xml/xml_internal.h"

#include "base/array.h"
#include "html/whole.h"
#include "xml/xml_out.h"

#define NODES_PER_POLL 4096
/* Longest name of an attribute that is looked at. */
#define LONGEST_NAME 128

typedef struct InnerWriter
{
	const Page *page;
	Arena *arena;
	XmlOut out;
} InnerWriter;

static const bool safe_elements[TAG_COUNT] = {
#define SAFE_ELEMENT(tag) [TAG_##tag] = true,
#include "xml/safe_list.h"
};

static const bool dropped[TAG_COUNT] = {
#define DROPPED(tag) [TAG_##tag] = true,
#include "xml/safe_list.h"
};

static bool
is_safe_attr(Str name)
{
	static const Str names[] = {
#define SAFE_ATTR(name) {name, sizeof(name) - 1},
#include "xml/safe_list.h"
	};

	return str_starts_ascii(name, STR("data-")) || str_starts_ascii(name, STR("aria-")) ||
		   str_is_one_of(name, names, lengthof(names));
}

/* Is nothing of this element written? */
static bool
is_dropped(const xmlNode *node)
{
	TagId tag = xml_tag(node);

	return tag != TAG_custom ? dropped[tag] : xml_is_outside(node);
}

/* ---------------------------------------------------------------- attributes */

/* Does an address have no scheme, or a harmless one? Browsers ignore control characters in it. */
static bool
is_safe_address(Str address)
{
	static const Str schemes[] = {{"http", 4}, {"https", 5}, {"mailto", 6}, {"tel", 3}};
	uint32_t end = 0;

	address = str_trim(address);
	while (end < address.len && strchr(":/?#", address.data[end]) == NULL)
		end++;
	return end == address.len || address.data[end] != ':' ||
		   str_is_one_of_ascii(str_sub(address, 0, end), schemes, lengthof(schemes));
}

static bool
are_safe_addresses(Str value)
{
	return str_find(value, STR(":")) < 0 || str_starts_ascii(str_trim(value), STR("http"));
}

static void
write_attr(InnerWriter *writer, const RawAttr *raw)
{
	char spelled[LONGEST_NAME + 1];
	Str name = str_make(spelled, raw->name.text.len);
	XmlAddress kind;
	Str value;

	if (name.len > LONGEST_NAME)
		return;
	whole_spell_attr(spelled, raw->name.text, WHOLE_HTML);
	if (!is_safe_attr(name))
		return;
	kind = xml_address_kind(name);
	value = xml_absolute(&writer->out, kind, whole_value(writer->page, writer->arena, raw));
	if ((kind == XML_OUT_ADDRESS && !is_safe_address(value)) ||
		(kind == XML_OUT_ADDRESSES && !are_safe_addresses(value)))
		return;
	strbuf_add_char(&writer->out.buf, ' ');
	xml_out_name(&writer->out, name);
	xml_out_value(&writer->out, value);
}

static void
write_attrs(InnerWriter *writer, const xmlNode *node)
{
	WholeAttrs attrs;
	RawAttr raw;

	xml_attrs(&attrs, writer->page, node);
	while (whole_next_attr(&attrs, &raw))
		write_attr(writer, &raw);
}

/* ---------------------------------------------------------------- nodes */

static void
write_start(InnerWriter *writer, const xmlNode *node, TagId tag)
{
	StrBuf *buf = &writer->out.buf;

	strbuf_add_char(buf, '<');
	strbuf_add(buf, str_cstr(tag_info[tag].name));
	write_attrs(writer, node);
	strbuf_add(buf, tag_info[tag].flags & TAG_VOID ? STR("/>") : STR(">"));
}

static void
write_end(InnerWriter *writer, TagId tag)
{
	StrBuf *buf = &writer->out.buf;

	if (tag_info[tag].flags & TAG_VOID)
		return;
	strbuf_add(buf, STR("</"));
	strbuf_add(buf, str_cstr(tag_info[tag].name));
	strbuf_add_char(buf, '>');
}

/* Writes a node before its content. Returns whether the content is written. */
static bool
enter(InnerWriter *writer, const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE)
		xml_out_text(&writer->out, xml_str(node->content), false);
	if (node->type != XML_ELEMENT_NODE || is_dropped(node))
		return false;
	if (safe_elements[xml_tag(node)])
		write_start(writer, node, xml_tag(node));
	return true;
}

/* Leaves a node whose content has been written. */
static void
leave(InnerWriter *writer, const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && !is_dropped(node) && safe_elements[xml_tag(node)])
		write_end(writer, xml_tag(node));
}

static void
write_content(InnerWriter *writer, const xmlNode *top)
{
	const xmlNode *node = top->children;
	uint32_t count = 0;

	while (node != NULL)
	{
		if (++count % NODES_PER_POLL == 0)
			arena_poll(writer->arena);
		if (enter(writer, node) && node->children != NULL)
		{
			node = node->children;
			continue;
		}
		leave(writer, node);
		while (node->next == NULL && node->parent != top)
		{
			node = node->parent;
			leave(writer, node);
		}
		node = node->next;
	}
}

Str
xml_write_inner(const XmlItem *item, const Page *page, Arena *arena, const XmlWriting *writing)
{
	InnerWriter writer = {.page = page, .arena = arena};
	const xmlNode *node = item->inner;

	xml_out_begin(&writer.out, arena, writing, page->base);
	if (item->kind == XML_ITEM_ATTRIBUTE)
		xml_out_text(&writer.out, xml_item_value(item, page, arena, writing), false);
	else if (item->value.data != NULL)
		xml_out_text(&writer.out, item->value, false);
	else if (item->kind == XML_ITEM_DOCUMENT || !is_dropped(node))
		write_content(&writer, node);
	return strbuf_take(&writer.out.buf);
}

/* ---------------------------------------------------------------- attributes as values */

static void
add_value(XmlAttrValue *value, const InnerWriter *writer, const RawAttr *raw, WholeSpace space)
{
	char *name = arena_alloc(writer->arena, raw->name.text.len);

	whole_spell_attr(name, raw->name.text, space);
	value->name = str_make(name, raw->name.text.len);
	value->value = xml_absolute(&writer->out, xml_address_kind(value->name),
								whole_value(writer->page, writer->arena, raw));
}

XmlAttrValue *
xml_item_attrs(const XmlItem *item, const Page *page, Arena *arena, const XmlWriting *writing,
			   uint32_t *count)
{
	InnerWriter writer = {.page = page, .arena = arena};
	const xmlNode *node = item->inner;
	WholeSpace space = (WholeSpace) node->extra;
	XmlAttrValue *values;
	WholeAttrs attrs;
	RawAttr raw;

	*count = 0;
	if (item->kind != XML_ITEM_ELEMENT)
		return NULL;
	xml_out_begin(&writer.out, arena, writing, page->base);
	values = arena_array(arena, XmlAttrValue, SCAN_MAX_ATTRS);
	xml_attrs(&attrs, page, node);
	while (whole_next_attr(&attrs, &raw))
		add_value(&values[(*count)++], &writer, &raw, space);
	return arena_shrink(arena, values, sizeof(XmlAttrValue) * SCAN_MAX_ATTRS,
						sizeof(XmlAttrValue) * *count);
}

Str
xml_item_value(const XmlItem *item, const Page *page, Arena *arena, const XmlWriting *writing)
{
	XmlOut out;

	xml_out_begin(&out, arena, writing, page->base);
	return xml_absolute(&out, xml_address_kind(item->name), item->value);
}
