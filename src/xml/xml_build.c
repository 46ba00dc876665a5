/*
 * xml_build.c
 *	  See xml_document.h: from a page to libxml2's nodes, in an arena.
 *
 * The nodes are made by hand, since libxml2's own functions would allocate each of them, and its
 * strings, by itself: this way there is nothing to free, and nothing can fail but the arena.
 */
#include "xml/xml_internal.h"

#include "html/whole.h"

#define NAME_SLOTS 256
#define VALUE_SLOTS 1024

/* A name that was used, with a NUL at its end; a cache, in which a later name replaces another. */
typedef struct NameSlot
{
	Str name;
	WholeSpace space;
	bool attribute;
	const xmlChar *spelled;
} NameSlot;

typedef struct Build
{
	XmlDocument *document;
	const Page *page;
	Arena *arena;
	const Str *wanted; /* see xml_document_build */
	uint32_t nwanted;
	bool all;
	size_t before; /* bytes that the arena held before */
	size_t most;   /* bytes that the document may take */
	bool full;
	xmlNode *parent;
	StrBuf text; /* the text that is not yet a node */
	uint32_t text_node;
	NameSlot names[NAME_SLOTS];
	xmlNode *values[VALUE_SLOTS]; /* texts of attributes; a cache likewise */
} Build;

static xmlNs xml_space = {.type = XML_NAMESPACE_DECL,
						  .href = BAD_CAST "http://www.w3.org/XML/1998/namespace",
						  .prefix = BAD_CAST "xml"};
static xmlNs xlink_space = {.type = XML_NAMESPACE_DECL,
							.href = BAD_CAST "http://www.w3.org/1999/xlink",
							.prefix = BAD_CAST "xlink"};

/* ---------------------------------------------------------------- names */

static const xmlChar *
spell(Build *build, Str name, WholeSpace space, bool attribute)
{
	NameSlot *slot = &build->names[(str_hash(name) + attribute) % NAME_SLOTS];
	char *spelled;

	if (slot->spelled != NULL && slot->space == space && slot->attribute == attribute &&
		str_equal(slot->name, name))
		return slot->spelled;
	spelled = arena_alloc(build->arena, (size_t) name.len + 1);
	if (attribute)
		whole_spell_attr(spelled, name, space);
	else
		whole_spell_element(spelled, name, space);
	spelled[name.len] = '\0';
	*slot = (NameSlot){name, space, attribute, BAD_CAST spelled};
	return slot->spelled;
}

static const xmlChar *
element_name(Build *build, const WholeElement *element)
{
	if (element->tag != TAG_custom && element->tag != TAG_pre && element->space == WHOLE_HTML)
		return BAD_CAST tag_info[element->tag].name;
	return spell(build, element->name, element->space, false);
}

/* ---------------------------------------------------------------- nodes */

static xmlNode *
add_node(Build *build, xmlElementType type)
{
	xmlNode *node = arena_new(build->arena, xmlNode);
	xmlNode *parent = build->parent;

	node->type = type;
	node->doc = &build->document->doc;
	node->parent = parent;
	node->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = node;
	else
		parent->children = node;
	parent->last = node;
	build->document->count++;
	return node;
}

static xmlChar *
copy_text(Build *build, Str text)
{
	char *copy = arena_alloc(build->arena, (size_t) text.len + 1);

	memcpy(copy, text.data, text.len);
	copy[text.len] = '\0';
	return BAD_CAST copy;
}

/* Adjacent texts are one text, as XPath has it. */
static void
flush_text(Build *build)
{
	xmlNode *node;

	if (build->text.len == 0)
		return;
	node = add_node(build, XML_TEXT_NODE);
	node->name = BAD_CAST "text";
	node->content = copy_text(build, strbuf_str(&build->text));
	if (build->text_node != PAGE_NONE)
		node->_private = &build->page->nodes[build->text_node];
	build->text.len = 0;
	build->text_node = PAGE_NONE;
}

static void
visit_text(void *context, Str text, uint32_t node)
{
	Build *build = context;

	if (build->full)
		return;
	strbuf_add(&build->text, text);
	if (build->text_node == PAGE_NONE)
		build->text_node = node;
}

/* ---------------------------------------------------------------- attributes */

static bool
is_wanted(const Build *build, Str name)
{
	for (uint32_t i = 0; i < build->nwanted; i++)
		if (str_find_ascii(build->wanted[i], name) >= 0)
			return true;
	return build->all;
}

/*
 * The text of an attribute, which libxml2 wants as a node. Attributes of the same value share one:
 * no step of a path leads to it, or from it. Short values are not shared: to compare, libxml2
 * hashes the first two bytes, and if there are fewer, goes on after the parent of the text. With
 * another parent than the attribute itself it would read what follows that one, and never end.
 */
#define HASHED_BYTES 2

static xmlNode *
attr_text(Build *build, xmlAttr *attr, Str value)
{
	xmlNode **slot = &build->values[str_hash(value) % VALUE_SLOTS];
	xmlNode *text = *slot;

	if (text != NULL && value.len >= HASHED_BYTES && str_equal(xml_str(text->content), value))
		return text;
	text = *slot = arena_new(build->arena, xmlNode);
	text->type = XML_TEXT_NODE;
	text->name = BAD_CAST "text";
	text->doc = attr->doc;
	text->parent = (xmlNode *) attr;
	text->content = copy_text(build, value);
	return text;
}

static void
set_space(xmlAttr *attr, Str name)
{
	if (str_starts_ascii(name, STR("xml:")))
		attr->ns = &xml_space;
	else if (str_starts_ascii(name, STR("xlink:")))
		attr->ns = &xlink_space;
	if (attr->ns != NULL)
		attr->name += strlen((const char *) attr->ns->prefix) + 1;
}

static void
add_attrs(Build *build, xmlNode *node, const WholeElement *element)
{
	WholeAttrs attrs;
	RawAttr raw;
	xmlAttr *last = NULL;

	whole_attrs(&attrs, build->page, element->attrs, element->root);
	while (whole_next_attr(&attrs, &raw))
	{
		xmlAttr *attr;

		if (!is_wanted(build, raw.name.text))
			continue;
		attr = arena_new(build->arena, xmlAttr);
		attr->type = XML_ATTRIBUTE_NODE;
		attr->doc = node->doc;
		attr->parent = node;
		attr->name = spell(build, raw.name.text, element->space, true);
		set_space(attr, raw.name.text);
		attr->children = attr->last =
			attr_text(build, attr, whole_value(build->page, build->arena, &raw));
		attr->prev = last;
		if (last != NULL)
			last->next = attr;
		else
			node->properties = attr;
		last = attr;
	}
}

/* ---------------------------------------------------------------- elements */

/* libxml2 compares the places of two elements by their negative numbers in "content". */
static void
number(Build *build, xmlNode *node)
{
	node->content = (xmlChar *) -(intptr_t) build->document->count;
}

static void
visit_start(void *context, const WholeElement *element)
{
	Build *build = context;
	xmlNode *node;

	build->full |= build->arena->total - build->before > build->most;
	if (build->full)
		return;
	flush_text(build);
	node = add_node(build, XML_ELEMENT_NODE);
	number(build, node);
	node->name = element_name(build, element);
	if (element->node != PAGE_NONE)
		node->_private = &build->page->nodes[element->node];
	node->psvi = (void *) element->attrs;
	node->extra = (unsigned short) element->space;
	if (element->attrs != NULL)
		add_attrs(build, node, element);
	build->parent = node;
}

static void
visit_end(void *context)
{
	Build *build = context;

	if (build->full)
		return;
	flush_text(build);
	build->parent = build->parent->parent;
}

static bool
wants_all(const Str *attrs, uint32_t nattrs)
{
	for (uint32_t i = 0; i < nattrs; i++)
		if (str_find(attrs[i], STR("@*")) >= 0 || str_find(attrs[i], STR("attribute")) >= 0)
			return true;
	return attrs == NULL;
}

XmlDocument *
xml_document_build(Arena *arena, const Page *page, const Str *attrs, uint32_t nattrs)
{
	return xml_document_build_within(arena, page, attrs, nattrs, SIZE_MAX);
}

XmlDocument *
xml_document_build_within(Arena *arena, const Page *page, const Str *attrs, uint32_t nattrs,
						  size_t most)
{
	size_t before = arena->total;
	XmlDocument *document = arena_new(arena, XmlDocument);
	Build *build = arena_new(arena, Build);
	WholeVisitor visitor = {build, visit_start, visit_text, visit_end};

	document->page = page;
	document->doc.type = XML_HTML_DOCUMENT_NODE;
	document->doc.doc = &document->doc;
	document->doc._private = document;
	build->document = document;
	build->page = page;
	build->arena = arena;
	build->wanted = attrs;
	build->nwanted = nattrs;
	build->all = wants_all(attrs, nattrs);
	build->before = before;
	build->most = most;
	build->parent = (xmlNode *) &document->doc;
	build->text_node = PAGE_NONE;
	strbuf_init(&build->text, arena);
	whole_walk(page, arena, &visitor);
	return build->full ? NULL : document;
}

/* ---------------------------------------------------------------- items */

XmlItem
xml_item(const XmlDocument *document, const xmlNode *node)
{
	const xmlNode *element = node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
	const Node *own = node->type == XML_HTML_DOCUMENT_NODE ? NULL : element->_private;
	XmlItem item = {.kind = XML_ITEM_DOCUMENT, .node = PAGE_NONE, .inner = node};

	if (own != NULL)
		item.node = (uint32_t) (own - document->page->nodes);
	if (node->type == XML_ELEMENT_NODE)
	{
		item.kind = XML_ITEM_ELEMENT;
		item.name = xml_str(node->name);
	}
	else if (node->type == XML_ATTRIBUTE_NODE)
	{
		item.kind = XML_ITEM_ATTRIBUTE;
		item.name = xml_str(node->name);
		item.value = xml_str(node->children->content);
	}
	else if (node->type == XML_TEXT_NODE)
	{
		item.kind = XML_ITEM_TEXT;
		item.value = xml_str(node->content);
	}
	return item;
}
