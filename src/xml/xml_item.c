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
