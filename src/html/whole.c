/*
 * whole.c
 *	  See whole.h. Walks over the nodes and the marks at once, with a stack of the open elements:
 *	  those of the tree, those between them that only the marks know, and those that browsers add.
 */
#include "html/whole.h"

#include "html/scan_text.h"

/* The depth of the tree, and as much again for what the marks and browsers add. */
#define MAX_OPEN (2 * SCAN_MAX_DEPTH)
#define NODES_PER_POLL 4096

typedef enum OpenKind
{
	OPEN_NODE,
	OPEN_MARK,	 /* known from a mark; its end tag is a mark too */
	OPEN_IMPLIED /* added as browsers do */
} OpenKind;

typedef struct Open
{
	OpenKind kind;
	TagId tag;
	WholeSpace space;
	uint32_t node; /* OPEN_NODE */
	Str name;	   /* OPEN_MARK */
} Open;

typedef struct Walk
{
	const Page *page;
	Arena *arena;
	const WholeVisitor *visitor;
	uint32_t mark; /* the next one */
	bool in_head;
	uint32_t depth;
	Open open[MAX_OPEN];
} Walk;

static const Open root = {OPEN_NODE, TAG_none, WHOLE_HTML, 0, {NULL, 0}};

static const Open *
innermost(const Walk *walk)
{
	return walk->depth > 0 ? &walk->open[walk->depth - 1] : &root;
}

/* The innermost open node of the tree. */
static uint32_t
current_node(const Walk *walk)
{
	uint32_t depth = walk->depth;

	while (depth > 0 && walk->open[depth - 1].kind != OPEN_NODE)
		depth--;
	return depth > 0 ? walk->open[depth - 1].node : 0;
}

static void
close_one(Walk *walk)
{
	walk->depth--;
	walk->visitor->end(walk->visitor->context);
}

/* Opens an element. Returns false, and leaves it out, if too many are open. */
static bool
open_one(Walk *walk, Open open, const WholeElement *element)
{
	if (walk->depth == MAX_OPEN)
		return false;
	walk->visitor->start(walk->visitor->context, element);
	walk->open[walk->depth++] = open;
	return true;
}

static void
imply(Walk *walk, TagId tag)
{
	WholeElement element = {
		.name = str_cstr(tag_info[tag].name), .node = PAGE_NONE, .tag = tag, .space = WHOLE_HTML};

	open_one(walk, (Open){.kind = OPEN_IMPLIED, .tag = tag}, &element);
}

/* ---------------------------------------------------------------- the root */

/* Returns the first mark of a tag of this name from mark on, or NULL. */
static const PageMark *
find_root(const Page *page, const PageMark *mark, Str name)
{
	for (; mark < page->marks + page->nmarks; mark++)
		if (mark->kind == MARK_ROOT && str_equal_ascii(str_make(mark->start, mark->len), name))
			return mark;
	return NULL;
}

const PageMark *
whole_root(const Page *page, Str name)
{
	return find_root(page, page->marks, name);
}

static void
start_root(Walk *walk, Str name)
{
	const PageMark *mark = whole_root(walk->page, name);
	WholeElement element = {.name = name, .node = PAGE_NONE, .tag = TAG_custom, .root = mark};

	element.attrs = mark != NULL ? mark->start + mark->len : NULL;
	walk->visitor->start(walk->visitor->context, &element);
}

/* The head ends with the first thing that is not part of one. */
static void
leave_head(Walk *walk)
{
	while (walk->depth > 0)
		close_one(walk);
	walk->visitor->end(walk->visitor->context);
	walk->in_head = false;
	start_root(walk, STR("body"));
}

static bool
belongs_to_head(TagId tag)
{
	return tag == TAG_noscript || tag == TAG_template || tag == TAG_noframes;
}

/* ---------------------------------------------------------------- tables */

/* May an element that browsers add contain this one? */
static bool
implied_holds(TagId implied, TagId tag)
{
	if (implied == TAG_colgroup)
		return tag == TAG_col || tag == TAG_template;
	if (implied == TAG_tr)
		return tag == TAG_td || tag == TAG_th || tag == TAG_template;
	return tag == TAG_tr || tag == TAG_td || tag == TAG_th || tag == TAG_template;
}

/* Closes and opens what browsers add around a part of a table. */
static void
enter_table_part(Walk *walk, TagId tag)
{
	bool cell = tag == TAG_td || tag == TAG_th;
	TagId parent;

	while (innermost(walk)->kind == OPEN_IMPLIED && !implied_holds(innermost(walk)->tag, tag))
		close_one(walk);
	parent = innermost(walk)->tag;
	if (parent == TAG_table && tag == TAG_col)
		imply(walk, TAG_colgroup);
	if (parent == TAG_table && (cell || tag == TAG_tr))
		imply(walk, TAG_tbody);
	parent = innermost(walk)->tag;
	if (cell && (parent == TAG_tbody || parent == TAG_thead || parent == TAG_tfoot))
		imply(walk, TAG_tr);
}

/* ---------------------------------------------------------------- nodes */

/* The vocabulary of an element, by that of the element around it. */
static WholeSpace
space_of(const Walk *walk, TagId tag)
{
	const Open *around = innermost(walk);

	if (tag == TAG_svg)
		return WHOLE_SVG;
	if (tag == TAG_math)
		return WHOLE_MATHML;
	if (around->space == WHOLE_SVG)
		return around->tag == TAG_foreignobject ? WHOLE_HTML : WHOLE_SVG;
	return around->space == WHOLE_MATHML && tag == TAG_custom ? WHOLE_MATHML : WHOLE_HTML;
}

static uint32_t
name_length(const Page *page, const char *name)
{
	TagCursor cursor = {.arena = page->arena,
						.start = page->source.data,
						.pos = name,
						.end = page->source.data + page->source.len};

	return tag_name(&cursor).text.len;
}

static void
visit_element(Walk *walk, uint32_t i)
{
	const Page *page = walk->page;
	const Node *node = &page->nodes[i];
	TagId tag = (TagId) node->tag;
	WholeElement element = {.name = str_cstr(tag_info[tag].name), .node = i, .tag = tag};
	Open open = {.kind = OPEN_NODE, .tag = tag, .node = i};

	enter_table_part(walk, tag);
	if (page->starts[i] > 0)
	{
		const char *name = page->source.data + page->starts[i];
		uint32_t len = name_length(page, name);

		element.attrs = name + len;
		if (tag == TAG_custom || tag == TAG_pre)
			element.name = str_make(name, len);
	}
	element.space = open.space = space_of(walk, tag);
	open_one(walk, open, &element);
}

static void
visit_text(Walk *walk, Str text, uint32_t node)
{
	walk->visitor->text(walk->visitor->context, text, node);
}

static void
visit_node(Walk *walk, uint32_t i)
{
	const Node *node = &walk->page->nodes[i];

	if (walk->in_head && node->parent == 0 && !belongs_to_head((TagId) node->tag))
		leave_head(walk);
	if (node->flags & NODE_SPACE_BEFORE)
		visit_text(walk, STR(" "), PAGE_NONE);
	if (node->tag == TAG_text)
		visit_text(walk, node_str(node), i);
	else
		visit_element(walk, i);
}

/* ---------------------------------------------------------------- marks */

static void
visit_start(Walk *walk, const PageMark *mark)
{
	Str name = str_make(mark->start, mark->len);
	WholeElement element = {.name = name,
							.node = PAGE_NONE,
							.tag = TAG_custom,
							.space = space_of(walk, TAG_custom),
							.attrs = mark->start + mark->len};
	Open open = {OPEN_MARK, TAG_custom, element.space, 0, name};

	if (open_one(walk, open, &element) && mark->kind == MARK_EMPTY)
		close_one(walk);
}

/* Closes the element that an end tag names, if it is open and known only from a mark. */
static void
visit_end(Walk *walk, const PageMark *mark)
{
	uint32_t depth = walk->depth;

	for (; depth > 0 && walk->open[depth - 1].kind == OPEN_MARK; depth--)
		if (str_equal_ascii(walk->open[depth - 1].name, str_make(mark->start, mark->len)))
		{
			while (walk->depth >= depth)
				close_one(walk);
			return;
		}
}

static void
visit_mark(Walk *walk, const PageMark *mark)
{
	const Page *page = walk->page;
	Str text = str_make(mark->start, mark->len);

	switch (mark->kind)
	{
		case MARK_ROOT:
			if (walk->in_head && str_equal_ascii(text, STR("body")))
				leave_head(walk);
			break;
		case MARK_START:
		case MARK_EMPTY:
			visit_start(walk, mark);
			break;
		case MARK_END:
			visit_end(walk, mark);
			break;
		case MARK_RAW:
			visit_text(walk, text, PAGE_NONE);
			break;
		case MARK_TEXT:
			visit_text(walk, scan_clean(page, text, entity_decode(walk->arena, text, false)),
					   PAGE_NONE);
			break;
	}
}

/*
 * Visits the marks before node i, and closes the elements that end there. The marks of an element
 * come before its end; a mark whose element was closed already goes into the one that is open.
 */
static void
advance(Walk *walk, uint32_t i)
{
	const Page *page = walk->page;

	for (;;)
	{
		uint32_t current = current_node(walk);
		bool ends = current != 0 && page->nodes[current].end <= i;
		bool waits = walk->mark < page->nmarks && page->marks[walk->mark].node <= i;

		if (waits && (!ends || page->marks[walk->mark].parent == current))
		{
			visit_mark(walk, &page->marks[walk->mark++]);
			if (walk->mark % NODES_PER_POLL == 0)
				arena_poll(walk->arena);
		}
		else if (ends)
		{
			while (innermost(walk)->kind != OPEN_NODE)
				close_one(walk);
			close_one(walk);
		}
		else
			return;
	}
}

void
whole_walk(const Page *page, Arena *arena, const WholeVisitor *visitor)
{
	Walk walk;

	walk.page = page;
	walk.arena = arena;
	walk.visitor = visitor;
	walk.mark = 0;
	walk.depth = 0;
	walk.in_head = true;
	start_root(&walk, STR("html"));
	start_root(&walk, STR("head"));
	for (uint32_t i = 1; i <= page->nnodes; i++)
	{
		advance(&walk, i);
		if (i < page->nnodes)
			visit_node(&walk, i);
		if (i % NODES_PER_POLL == 0)
			arena_poll(arena);
	}
	while (walk.depth > 0)
		close_one(&walk);
	if (walk.in_head)
		leave_head(&walk);
	visitor->end(visitor->context);
	visitor->end(visitor->context);
}

/* ---------------------------------------------------------------- attributes of an element */

static void
read_from(WholeAttrs *attrs, const char *start)
{
	const Page *page = attrs->page;

	attrs->cursor = (TagCursor){.arena = page->arena,
								.start = page->source.data,
								.pos = start,
								.end = page->source.data + page->source.len};
}

void
whole_attrs(WholeAttrs *attrs, const Page *page, const char *start, const PageMark *first)
{
	attrs->page = page;
	attrs->root = first;
	attrs->count = 0;
	read_from(attrs, start != NULL ? start : page->source.data + page->source.len);
}

/* Goes on with the next tag of the same root element. */
static bool
next_root(WholeAttrs *attrs)
{
	if (attrs->root != NULL)
		attrs->root =
			find_root(attrs->page, attrs->root + 1, str_make(attrs->root->start, attrs->root->len));
	if (attrs->root == NULL)
		return false;
	read_from(attrs, attrs->root->start + attrs->root->len);
	return true;
}

static bool
is_seen(const WholeAttrs *attrs, Str name)
{
	for (uint32_t i = 0; i < attrs->count; i++)
		if (str_equal_ascii(attrs->seen[i], name))
			return true;
	return false;
}

bool
whole_next_attr(WholeAttrs *attrs, RawAttr *attr)
{
	bool self_closing = false;

	while (attrs->count < SCAN_MAX_ATTRS)
	{
		if (!tag_next_attr(&attrs->cursor, attr, &self_closing))
		{
			if (!next_root(attrs))
				return false;
			continue;
		}
		if (attr->value.len > SCAN_MAX_VALUE || is_seen(attrs, attr->name.text))
			continue;
		attrs->seen[attrs->count++] = attr->name.text;
		return true;
	}
	return false;
}

Str
whole_value(const Page *page, Arena *arena, const RawAttr *attr)
{
	Str value;

	if (attr->value.len == 0)
		return str_make("", 0);
	value = entity_decode(arena, attr->value, true);
	if (value.data == attr->value.data && page->clean)
		return value;
	return scan_is_shown(name_attr(&attr->name)) && !str_is_address(value)
			   ? text_clean(arena, value)
			   : value;
}
