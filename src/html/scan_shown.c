/*
 * scan_shown.c
 *	  See scan_shown.h.
 */
#include "html/scan_shown.h"

#include "html/style.h"

/* Longer style attributes are ignored. */
#define LONGEST_STYLE 1024

static void
hide(Node *node)
{
	node->flags = (uint8_t) ((node->flags | NODE_HIDDEN) & ~NODE_INVISIBLE);
}

void
node_hide(Node *node, Str value)
{
	if (!str_equal_ascii(value, STR("until-found")))
		hide(node);
}

static void
set_visibility(Node *node, Visibility visibility)
{
	if (visibility == VISIBILITY_HIDDEN && !(node->flags & NODE_HIDDEN))
		node->flags |= NODE_HIDDEN | NODE_INVISIBLE;
	else if (visibility == VISIBILITY_VISIBLE && (node->flags & NODE_INVISIBLE))
		node->flags = (uint8_t) (node->flags & ~(NODE_HIDDEN | NODE_INVISIBLE));
}

void
node_style(Node *node, Str value)
{
	Style style;

	if (value.len > LONGEST_STYLE)
		return;
	style = style_read(value);
	if (style.display == DISPLAY_NONE)
		hide(node);
	else if (style.visibility != VISIBILITY_UNSAID)
		set_visibility(node, style.visibility);
	if (style.display > DISPLAY_NONE)
		node->flags |= NODE_DISPLAYED;
	if (style.display == DISPLAY_LINES && !style.floats && !tag_is_block((TagId) node->tag))
		node->flags |= NODE_LINES | NODE_SPACE_BEFORE;
}

/* Are the node and its attributes still the last ones? */
static bool
is_open(const Page *page, const Node *node)
{
	for (uint32_t i = node->attr; i < node_attrs_end(node); i++)
		if (page->attrs[i].name == ATTR_open)
			return true;
	return false;
}

void
node_fold(const Page *page, Node *node)
{
	const Node *parent = &page->nodes[node->parent];

	if (node->tag == TAG_summary)
	{
		if (parent->flags & NODE_CLOSED)
			node->flags = (uint8_t) (node->flags & ~NODE_HIDDEN);
	}
	else if (!(node->flags & NODE_HIDDEN) && !is_open(page, node))
		node->flags |= node->tag == TAG_details ? NODE_HIDDEN | NODE_CLOSED : NODE_HIDDEN;
}
