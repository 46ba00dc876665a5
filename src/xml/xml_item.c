/*
 * xml_item.c
 *	  See xml_document.h: what is known of one item.
 */
#include "xml/xml_internal.h"

#include "base/array.h"

/* The next node in document order, inside top; NULL at its end. */
static const xmlNode *
next_inside(const xmlNode *node, const xmlNode *top)
{
	if (node->children != NULL)
		return node->children;
	while (node != top && node->next == NULL)
		node = node->parent;
	return node == top ? NULL : node->next;
}

void
xml_attrs(WholeAttrs *attrs, const Page *page, const xmlNode *node)
{
	static const Str roots[] = {{"html", 4}, {"head", 4}, {"body", 4}};
	const PageMark *root = NULL;

	if (str_is_one_of(xml_str(node->name), roots, lengthof(roots)))
		root = whole_root(page, xml_str(node->name));
	whole_attrs(attrs, page, node->psvi, root);
}

TagId
xml_tag(const xmlNode *node)
{
	if (node->_private != NULL)
		return (TagId) ((const Node *) node->_private)->tag;
	return node->psvi == NULL ? tag_lookup(xml_str(node->name)) : TAG_custom;
}

/* <html> and <body>, of which there is one each. */
static bool
is_root(const xmlNode *node)
{
	return node->_private == NULL && (str_equal(xml_str(node->name), STR("html")) ||
									  str_equal(xml_str(node->name), STR("body")));
}

bool
xml_is_outside(const xmlNode *node)
{
	return node->_private == NULL && xml_tag(node) == TAG_custom && !is_root(node);
}

XmlItem
xml_item_parent(const XmlItem *item)
{
	const xmlNode *node = item->inner;

	if (node->parent == NULL)
		return *item;
	return xml_item((const XmlDocument *) node->doc->_private, node->parent);
}

Str
xml_item_string(const XmlItem *item, Arena *arena)
{
	const xmlNode *top = item->inner;
	StrBuf buf;

	if (item->value.data != NULL)
		return item->value;
	strbuf_init(&buf, arena);
	for (const xmlNode *node = top; node != NULL; node = next_inside(node, top))
		if (node->type == XML_TEXT_NODE)
			strbuf_add(&buf, xml_str(node->content));
	return strbuf_take(&buf);
}

/*
 * The words of a part of a table that browsers add, from those of the nodes in it; such parts are
 * nested two deep at most.
 */
static Str
gathered_text(const XmlItem *item, const Page *page, Arena *arena)
{
	StrBuf buf;

	strbuf_init(&buf, arena);
	for (const xmlNode *node = ((const xmlNode *) item->inner)->children; node != NULL;
		 node = node->next)
	{
		XmlItem child = {.kind = XML_ITEM_ELEMENT, .node = PAGE_NONE, .inner = node};
		const Node *own = node->_private;

		if (node->type == XML_TEXT_NODE)
			strbuf_add(&buf, xml_str(node->content));
		else if (own != NULL)
		{
			strbuf_add_char(&buf, ' ');
			strbuf_add(&buf, page_text(page, arena, (uint32_t) (own - page->nodes)));
			strbuf_add_char(&buf, ' ');
		}
		else if (!xml_is_outside(node))
			strbuf_add(&buf, gathered_text(&child, page, arena));
	}
	return strbuf_collapse(&buf);
}

Str
xml_item_text(const XmlItem *item, const Page *page, Arena *arena)
{
	if (item->kind == XML_ITEM_ATTRIBUTE)
		return item->value;
	if (item->kind == XML_ITEM_TEXT)
		return str_collapse(arena, item->value);
	if (item->node != PAGE_NONE)
		return page_text(page, arena, item->node);
	if (item->kind == XML_ITEM_DOCUMENT || is_root(item->inner))
		return page_text(page, arena, 0);
	if (!xml_is_outside(item->inner))
		return gathered_text(item, page, arena);
	return str_collapse(arena, xml_item_string(item, arena));
}
