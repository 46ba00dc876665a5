/*
 * sheet_match.c
 *	  See sheet.h. Each element is looked up by its id, its classes and its tag; the matching rule
 *	  with the highest weight wins.
 */
#include "html/sheet.h"

/*
 * Step budget per node, and per page; a step is the comparison of a part of a selector, or the
 * marking of a node.
 */
#define STEPS_A_NODE 64
#define FREE_STEPS 65536
/* Bytes of a class attribute that are read. */
#define LONGEST_CLASS 1024

typedef struct Matcher
{
	const Page *page;
	Arena *arena;
	Sheet sheet;
	Node *nodes;
	uint64_t steps; /* remaining budget */
	size_t polled;
} Matcher;

typedef struct Verdict
{
	const SheetRule *display;
	const SheetRule *visibility;
} Verdict;

/* ------------------------------------------------------------------ selectors */

static bool
has_class(Str classes, Str name)
{
	for (uint32_t i = 0; i < classes.len;)
	{
		uint32_t start = i;

		while (i < classes.len && !ascii_space(classes.data[i]))
			i++;
		if (str_equal(str_sub(classes, start, i - start), name))
			return true;
		i++;
	}
	return false;
}

static Str
classes_of(const Page *page, uint32_t node)
{
	Str classes = node == 0 ? page->body_class : page_attr(page, node, ATTR_class);

	return str_sub(classes, 0, LONGEST_CLASS);
}

static bool
part_matches(Matcher *matcher, const SheetPart *part, uint32_t node)
{
	const Page *page = matcher->page;
	Str classes;

	matcher->steps -= matcher->steps > 0;
	if (part->root != (node == 0) || (part->tag != TAG_none && part->tag != page->nodes[node].tag))
		return false;
	if (part->id.len > 0 && !str_equal(page_attr(page, node, ATTR_id), part->id))
		return false;
	if (part->nclasses == 0)
		return true;
	classes = classes_of(page, node);
	matcher->steps -= matcher->steps > classes.len / 32 ? classes.len / 32 : matcher->steps;
	for (uint32_t i = 0; i < part->nclasses; i++)
		if (!has_class(classes, part->classes[i]))
			return false;
	return true;
}

/*
 * Does a rule match a node? For every part before the last one, the nearest ancestor that fits is
 * taken.
 */
static bool
rule_matches(Matcher *matcher, const SheetRule *rule, uint32_t node)
{
	uint32_t i = rule->nparts - 1;

	if (!part_matches(matcher, &rule->parts[i], node))
		return false;
	while (i > 0)
	{
		bool child = rule->parts[i].child;
		const SheetPart *part = &rule->parts[--i];
		bool matched;

		do
		{
			node = matcher->page->nodes[node].parent; /* <html> and <body> are both the root */
			matched = part_matches(matcher, part, node);
		} while (!matched && !child && node != 0 && matcher->steps > 0);
		if (!matched)
			return false;
	}
	return true;
}

/* ------------------------------------------------------------------ the cascade */

static bool
outweighs(const SheetRule *rule, bool important, const SheetRule *other, bool other_important)
{
	if (other == NULL || important != other_important)
		return other == NULL || important;
	return rule->weight > other->weight ||
		   (rule->weight == other->weight && rule->number > other->number);
}

static void
consider(Verdict *verdict, const SheetRule *rule)
{
	const SheetRule *other = verdict->display;

	if (rule->style.display != DISPLAY_UNSAID &&
		outweighs(rule, rule->style.display_important, other,
				  other != NULL && other->style.display_important))
		verdict->display = rule;
	other = verdict->visibility;
	if (rule->style.visibility != VISIBILITY_UNSAID &&
		outweighs(rule, rule->style.visibility_important, other,
				  other != NULL && other->style.visibility_important))
		verdict->visibility = rule;
}

static void
consider_name(Matcher *matcher, uint32_t node, Str name, Verdict *verdict)
{
	const SheetRule *rule = matcher->sheet.slots[sheet_slot(name)];

	for (; rule != NULL && matcher->steps > 0; rule = rule->next)
		if (rule_matches(matcher, rule, node))
			consider(verdict, rule);
}

static Verdict
judge(Matcher *matcher, uint32_t node)
{
	const Page *page = matcher->page;
	Str classes = classes_of(page, node);
	Verdict verdict = {NULL, NULL};

	for (uint32_t i = 0; i < classes.len;)
	{
		uint32_t start = i;

		while (i < classes.len && !ascii_space(classes.data[i]))
			i++;
		if (i > start)
			consider_name(matcher, node, str_sub(classes, start, i - start), &verdict);
		i++;
	}
	consider_name(matcher, node, page_attr(page, node, ATTR_id), &verdict);
	consider_name(matcher, node, str_cstr(tag_info[page->nodes[node].tag].name), &verdict);
	return verdict;
}

/* ------------------------------------------------------------------ marks */

/* Marks a whole subtree. */
static void
mark(Matcher *matcher, uint32_t node, uint8_t flags, uint8_t no_flags)
{
	uint32_t end = matcher->nodes[node].end;

	matcher->steps -= matcher->steps > end - node ? end - node : matcher->steps;
	for (uint32_t i = node; i < end; i++)
		matcher->nodes[i].flags = (uint8_t) ((matcher->nodes[i].flags | flags) & ~no_flags);
}

static void
apply(Matcher *matcher, uint32_t node, const Verdict *verdict)
{
	Node *n = &matcher->nodes[node];
	bool hidden = n->flags & NODE_HIDDEN;

	if (verdict->display != NULL && verdict->display->style.display == DISPLAY_NONE &&
		(!(n->flags & NODE_DISPLAYED) || verdict->display->style.display_important))
		mark(matcher, node, NODE_HIDDEN, NODE_INVISIBLE);
	else if (verdict->visibility == NULL)
		return;
	else if (verdict->visibility->style.visibility == VISIBILITY_HIDDEN && !hidden)
		mark(matcher, node, NODE_HIDDEN | NODE_INVISIBLE, 0);
	else if (verdict->visibility->style.visibility == VISIBILITY_VISIBLE &&
			 (n->flags & NODE_INVISIBLE))
		mark(matcher, node, 0, NODE_HIDDEN | NODE_INVISIBLE);
}

static void
match_nodes(Matcher *matcher)
{
	const Page *page = matcher->page;

	for (uint32_t i = 1; i < page->nnodes && matcher->steps > 0;)
	{
		Node *node = &matcher->nodes[i];
		Verdict verdict;

		arena_poll_at(matcher->arena, i, &matcher->polled);
		if ((node->flags & NODE_HIDDEN) && !(node->flags & (NODE_INVISIBLE | NODE_CLOSED)))
		{
			i = node->end;
			continue;
		}
		if (node->tag != TAG_text)
		{
			verdict = judge(matcher, i);
			apply(matcher, i, &verdict);
		}
		i++;
	}
}

Node *
sheet_hide(const Page *page, Arena *arena)
{
	Matcher matcher = {.page = page, .arena = arena, .nodes = page->nodes};

	matcher.sheet.arena = arena;
	for (uint32_t i = 0; i < page->nstyles; i++)
		sheet_read(&matcher.sheet, page->styles[i]);
	if (matcher.sheet.hiding == 0)
		return page->nodes;
	matcher.steps = FREE_STEPS + (uint64_t) page->nnodes * STEPS_A_NODE;
	matcher.nodes = arena_array(arena, Node, page->nnodes);
	memcpy(matcher.nodes, page->nodes, sizeof(Node) * page->nnodes);
	match_nodes(&matcher);
	return matcher.nodes;
}
