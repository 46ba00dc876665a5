/*
 * scan_attr.c
 *	  See scan_state.h. The attributes of a start tag: those that something reads are stored with
 *	  their values decoded; what they say about the display of the element is applied to its node.
 */
#include "html/scan_state.h"

#include "html/scan_shown.h"
#include "html/scan_text.h"
#include "html/url.h"

static void
add_attr(Scanner *scanner, Node *node, AttrId name, Str value)
{
	Page *page = scanner->page;

	if (page->nattrs >= scanner->attrs_budget.most &&
		!room_add(&scanner->attrs_budget, page, (void **) &page->attrs, page->nattrs,
				  scan_budget_for(scanner), sizeof(PageAttr)))
		return;
	page->attrs[page->nattrs++] = (PageAttr){value.data, value.len, name};
	node->nattrs++;
}

/*
 * The attribute that an unknown one of an image counts as: scripts that load images late store the
 * address in data-* attributes of all names.
 */
static AttrId
name_late_source(const Node *node, const RawAttr *attr)
{
	if ((node->tag == TAG_img || node->tag == TAG_source) && attr->value.len > 4 &&
		str_starts_ascii(attr->name.text, STR("data-")) && url_is_picture(str_trim(attr->value)))
		return ATTR_data_picture;
	return ATTR_none;
}

bool
scan_read_attrs(Scanner *scanner, Node *node)
{
	RawAttr attr;
	bool self_closing = false;
	uint32_t seen = 0;
	Str style = STR_NONE;

	if (node != NULL)
		node->attr = scanner->page->nattrs;
	while (tag_next_attr(&scanner->cursor, &attr, &self_closing))
	{
		AttrId name;

		if (node == NULL || ++seen > SCAN_MAX_ATTRS || attr.value.len > SCAN_MAX_VALUE)
			continue;
		name = name_attr(&attr.name);
		if (name == ATTR_none)
			name = name_late_source(node, &attr);
		if (name == ATTR_none)
			continue;
		if (attr.value.data == NULL)
			attr.value = str_make("", 0);
		if (name == ATTR_hidden)
			node_hide(node, attr.value);
		if (name == ATTR_style)
			style = attr.value;
		else if (scan_is_shown(name))
			add_attr(scanner, node, name, scan_value(scanner->page, attr.value));
		else
			add_attr(scanner, node, name, entity_decode(scanner->page->arena, attr.value, true));
	}
	if (style.len > 0)
		node_style(node, style);
	return self_closing;
}
