/*
 * rule_apply.c
 *	  What a site's rules say of a page: evaluates their paths on the page as an XML document, in
 *	  the order of the rules, and collects texts and nodes (ruling.h).  Changes of the tree that
 *	  rules ask for are made last, so that all paths see the page as it came.
 */
#include "rules/rule_apply.h"

/*
 * Operations per node of a page and per 64 bytes of its source, for one of the paths that the walk
 * answers, and for all of them. Over 290 pages of sites that have rules in ftr-site-config the most
 * expensive path took 1.8, the median set 0.35, the most expensive one 4.6.
 */
#define WALKED_A_PATH 32
#define WALKED_A_SET 64

/*
 * The same for the paths of libxml2, which 36 of those pages need: the most expensive path took 22,
 * the most expensive set 50.
 */
#define OPERATIONS_A_PATH 128
#define OPERATIONS_A_SET 256
#define OPERATIONS_FREE 100000

/*
 * Bytes that libxml2's tree may take, per byte of the source, and in any case. That of a page of
 * the benchmark takes 2 to 6; a page of nothing but <meta> could make it 20.
 */
#define TREE_A_BYTE 8
#define TREE_FREE ((size_t) 1024 * 1024)

/* Bytes that the result of one path may hold, per byte of the source, and in any case. */
#define MEMORY_A_BYTE 4
#define MEMORY_FREE ((size_t) 1024 * 1024)

/* A title, byline or date is shorter than this, in bytes. */
#define LONGEST_TEXT 4096

/* Nodes of a title in which a link is looked for. */
#define MOST_LINKED 64

/* ---------------------------------------------------------------- results */

static void
add_text(Applying *applying, RuledTexts *texts, Str text, uint32_t line, bool computed)
{
	text = str_cut(str_trim(text), LONGEST_TEXT);
	if (text.len == 0 || texts->count == RULE_MOST_TEXTS)
		return;
	texts->items =
		arena_fit(applying->arena, texts->items, texts->count, &texts->size, 4, sizeof(RuledText));
	texts->items[texts->count++] =
		(RuledText){str_copy(applying->arena, text), line, computed, STR_NONE, PAGE_NONE};
}

static void
add_edit(Applying *applying, TreeEdit edit)
{
	if (applying->edits == NULL)
		applying->edits = arena_array(&applying->scratch, TreeEdit, RULE_MOST_EDITS);
	if (applying->nedits < RULE_MOST_EDITS && edit.node != 0)
		applying->edits[applying->nedits++] = edit;
}

/* ---------------------------------------------------------------- paths */

/*
 * The page as libxml2's tree, with the attributes that its paths ask for; NULL if it would be too
 * large.
 */
static const XmlDocument *
document_of(Applying *applying)
{
	size_t most = (size_t) applying->page->source.len * TREE_A_BYTE + TREE_FREE;

	if (applying->document == NULL && !applying->too_large)
	{
		applying->document =
			xml_document_build_within(&applying->tree, applying->page, applying->set->compiled,
									  applying->set->ncompiled, most);
		applying->too_large = applying->document == NULL;
		if (applying->too_large)
			arena_free(&applying->tree);
	}
	return applying->document;
}

/* Evaluates a path of libxml2. Returns false if it exceeds a limit, or is not a path. */
static bool
evaluate(Applying *applying, XmlPath *path, const XmlItem *context, XmlResult *result)
{
	XmlLimits limits = applying->limits;
	XmlStatus status;
	XmlError error;

	if (path == NULL || applying->interrupted)
		return false;
	if (applying->operations == 0 || document_of(applying) == NULL)
	{
		applying->exceeded = true;
		return false;
	}
	if (limits.operations > applying->operations)
		limits.operations = applying->operations;
	status = xml_path_evaluate(path, applying->document, context, &limits, &applying->found, result,
							   &error);
	applying->operations -=
		result->operations < limits.operations ? result->operations : limits.operations;
	if (status == XML_STATUS_NO_MEMORY)
		arena_exhausted(applying->arena);
	applying->interrupted = status == XML_STATUS_INTERRUPTED;
	applying->exceeded |= status == XML_STATUS_TOO_COMPLEX || status == XML_STATUS_TOO_LARGE;
	arena_poll(applying->arena);
	return status == XML_STATUS_OK;
}

/* Returns false if a path exceeds a limit, or is not a path. */
static bool
find(Applying *applying, const RulePath *path, XmlResult *result)
{
	if (path->walked != WALK_NONE)
	{
		bool within = walk_result(applying->walk, path->walked, &applying->found, result);

		applying->exceeded |= !within;
		return within;
	}
	return evaluate(applying, path->compiled, NULL, result);
}

/* Does a condition hold: is it a node, a text, a number other than zero, or true? */
static bool
holds(Applying *applying, const RulePath *path)
{
	XmlResult result;

	if (!find(applying, path, &result))
		return false;
	switch (result.kind)
	{
		case XML_RESULT_ITEMS:
			return result.count > 0;
		case XML_RESULT_STRING:
			return str_trim(result.string).len > 0;
		case XML_RESULT_NUMBER:
			return result.number != 0;
		case XML_RESULT_BOOLEAN:
			return result.boolean;
	}
	return false;
}

/* The text of an item, with spaces where a browser shows a break. */
static Str
item_text(Applying *applying, const XmlItem *item)
{
	XmlResult result;

	if (item->kind == XML_ITEM_ELEMENT && item->node != PAGE_NONE)
		return page_text_limited(applying->page, &applying->found, item->node, LONGEST_TEXT);
	if (item->value.data != NULL)
		return item->value;
	if (item->inner == NULL || item->kind != XML_ITEM_ELEMENT ||
		!evaluate(applying, applying->set->string, item, &result))
		return STR_NONE;
	return result.string;
}

/* The link around an element, or the first inside of it. */
static uint32_t
find_link(const Page *page, uint32_t node)
{
	for (uint32_t up = node; up != 0 && up != PAGE_NONE; up = page->nodes[up].parent)
		if (page->nodes[up].tag == TAG_a)
			return up;
	for (uint32_t in = node; in < page->nodes[node].end && in < node + MOST_LINKED; in++)
		if (page->nodes[in].tag == TAG_a)
			return in;
	return PAGE_NONE;
}

/* The address that the whole text of an item links to; data is NULL if none. */
static Str
item_link(Applying *applying, const XmlItem *item, Str text)
{
	uint32_t link;

	if (item->kind == XML_ITEM_ATTRIBUTE || item->node == PAGE_NONE)
		return STR_NONE;
	link = find_link(applying->page, item->node);
	if (link == PAGE_NONE ||
		(link > item->node &&
		 page_text_limited(applying->page, &applying->found, link, LONGEST_TEXT).len < text.len))
		return STR_NONE;
	return page_attr(applying->page, link, ATTR_href);
}

/* Adds the title that a path finds. */
static void
add_title(Applying *applying, uint32_t rule)
{
	RuledTexts *titles = &applying->ruling->titles;
	uint32_t before = titles->count;
	XmlResult result;
	Str text;

	if (!find(applying, &applying->set->paths[rule].value, &result))
		return;
	if (result.kind == XML_RESULT_STRING)
		add_text(applying, titles, result.string, applying->set->file.rules[rule].line, true);
	if (result.count == 0)
		return;
	text = item_text(applying, &result.items[0]);
	add_text(applying, titles, text, applying->set->file.rules[rule].line, false);
	if (titles->count > before)
		titles->items[before].link =
			str_copy(applying->arena, item_link(applying, &result.items[0], str_trim(text)));
}

/* Adds the texts that a path finds. */
static void
add_texts(Applying *applying, uint32_t rule, RuledTexts *texts)
{
	uint32_t line = applying->set->file.rules[rule].line;
	XmlResult result;

	if (!find(applying, &applying->set->paths[rule].value, &result))
		return;
	if (result.kind == XML_RESULT_STRING)
		add_text(applying, texts, result.string, line, true);
	for (uint32_t i = 0; i < result.count && i < RULE_MOST_TEXTS; i++)
		add_text(applying, texts, item_text(applying, &result.items[i]), line, false);
}

/* Adds the dates of an item: the datetime attribute of an element comes before its text. */
static void
add_date(Applying *applying, const XmlItem *item, uint32_t line)
{
	RuledTexts *dates = &applying->ruling->dates;
	uint32_t before = dates->count;

	if (item->kind == XML_ITEM_ELEMENT && item->node != PAGE_NONE)
		add_text(applying, dates, page_attr(applying->page, item->node, ATTR_datetime), line,
				 false);
	add_text(applying, dates, item_text(applying, item), line, false);
	for (uint32_t i = before; i < dates->count; i++)
		dates->items[i].node = item->node;
}

/* Adds the first dates that a path finds: teasers may come before the article. */
static void
add_dates(Applying *applying, uint32_t rule)
{
	uint32_t line = applying->set->file.rules[rule].line;
	XmlResult result;

	if (!find(applying, &applying->set->paths[rule].value, &result))
		return;
	if (result.kind == XML_RESULT_STRING)
		add_text(applying, &applying->ruling->dates, result.string, line, true);
	for (uint32_t i = 0; i < result.count && i < RULE_MOST_DATES; i++)
		add_date(applying, &result.items[i], line);
}

/* The node of an element or text that a path finds; the whole page for <html> and <body>. */
static uint32_t
item_node(const XmlItem *item)
{
	if (item->kind != XML_ITEM_ELEMENT && item->kind != XML_ITEM_TEXT)
		return PAGE_NONE;
	if (item->node == PAGE_NONE && item->kind == XML_ITEM_ELEMENT &&
		(str_equal(item->name, STR("body")) || str_equal(item->name, STR("html"))))
		return 0;
	return item->node;
}

static void
add_nodes(Applying *applying, uint32_t rule, RuledNodes *nodes)
{
	XmlResult result;

	if (!find(applying, &applying->set->paths[rule].value, &result))
		return;
	for (uint32_t i = 0; i < result.count; i++)
	{
		uint32_t node = item_node(&result.items[i]);

		if (node != PAGE_NONE)
			rule_add_node(applying, nodes, node, applying->set->file.rules[rule].line);
	}
}

/* Strips elements and texts; an attribute is removed from its element. */
static void
strip(Applying *applying, uint32_t rule)
{
	XmlResult result;

	if (!find(applying, &applying->set->paths[rule].value, &result))
		return;
	for (uint32_t i = 0; i < result.count; i++)
	{
		const XmlItem *item = &result.items[i];

		if (item->kind == XML_ITEM_ATTRIBUTE)
			rules_remove_attr(applying, item);
		else if (item->node != PAGE_NONE &&
				 applying->set->file.rules[rule].directive == DIRECTIVE_strip)
			rule_add_node(applying, &applying->ruling->stripped, item->node,
						  applying->set->file.rules[rule].line);
	}
}

/* Takes the address that a path finds: of a link, of an attribute, or computed. */
static void
take_address(Applying *applying, uint32_t rule, Str *address)
{
	const RulePaths *paths = &applying->set->paths[rule];
	XmlResult result;
	XmlResult href;

	if (address->data != NULL ||
		(applying->set->file.rules[rule].condition.data != NULL &&
		 !holds(applying, &paths->condition)) ||
		!find(applying, &paths->value, &result))
		return;
	if (result.kind == XML_RESULT_STRING && str_trim(result.string).len > 0)
		*address = str_copy(applying->arena, str_trim(result.string));
	if (result.count == 0)
		return;
	if (result.items[0].value.data != NULL)
		*address = str_copy(applying->arena, str_trim(result.items[0].value));
	else if (result.items[0].inner != NULL &&
			 evaluate(applying, applying->set->href, &result.items[0], &href) && href.count > 0)
		*address = str_copy(applying->arena, str_trim(href.items[0].value));
}

static void
wrap(Applying *applying, uint32_t rule)
{
	const RulePaths *paths = &applying->set->paths[rule];
	XmlResult result;

	if (paths->wrap == TAG_none || !find(applying, &paths->value, &result))
		return;
	for (uint32_t i = 0; i < result.count; i++)
	{
		uint32_t node = item_node(&result.items[i]);

		if (node != PAGE_NONE)
			add_edit(applying, (TreeEdit){node, paths->wrap, PAGE_NONE});
	}
}

static void
move(Applying *applying, uint32_t rule)
{
	const RulePaths *paths = &applying->set->paths[rule];
	uint32_t into = PAGE_NONE;
	XmlResult result;

	if (find(applying, &paths->argument, &result) && result.count > 0)
		into = item_node(&result.items[0]);
	if (into == PAGE_NONE || applying->page->nodes[into].tag == TAG_text ||
		!find(applying, &paths->value, &result))
		return;
	for (uint32_t i = 0; i < result.count; i++)
	{
		uint32_t node = item_node(&result.items[i]);

		if (node != PAGE_NONE)
			add_edit(applying, (TreeEdit){node, TAG_none, into});
	}
}

/* ---------------------------------------------------------------- rules */

static void
apply_rule(Applying *applying, uint32_t i)
{
	const Rule *rule = &applying->set->file.rules[i];
	Ruling *ruling = applying->ruling;

	switch ((DirectiveId) rule->directive)
	{
		case DIRECTIVE_title:
			ruling->named |= RULED_TITLE;
			add_title(applying, i);
			break;
		case DIRECTIVE_author:
			ruling->named |= RULED_AUTHORS;
			add_texts(applying, i, &ruling->authors);
			break;
		case DIRECTIVE_date:
			ruling->named |= RULED_DATE;
			add_dates(applying, i);
			break;
		case DIRECTIVE_body:
			ruling->named |= RULED_BODY;
			add_nodes(applying, i, &ruling->bodies);
			break;
		case DIRECTIVE_strip:
		case DIRECTIVE_strip_attr:
			strip(applying, i);
			break;
		case DIRECTIVE_dissolve:
			add_nodes(applying, i, &applying->dissolved);
			break;
		case DIRECTIVE_wrap_in:
			wrap(applying, i);
			break;
		case DIRECTIVE_move_into:
			move(applying, i);
			break;
		case DIRECTIVE_next_page_link:
			take_address(applying, i, &ruling->next_page);
			break;
		case DIRECTIVE_single_page_link:
			take_address(applying, i, &ruling->single_page);
			break;
		case DIRECTIVE_native_ad_clue:
			ruling->native_ad |= holds(applying, &applying->set->paths[i].value);
			break;
		case DIRECTIVE_skip_json_ld:
			ruling->skip_json_ld = rule->flag;
			break;
		case DIRECTIVE_prune:
			ruling->keep_all = !rule->flag;
			break;
		case DIRECTIVE_autodetect_on_failure:
			ruling->only_rules = !rule->flag;
			break;
		default:
			break;
	}
}

/* Notes a rule whose path exceeded a limit: what it did not find may well be on the page. */
static void
add_exceeded(Applying *applying, uint32_t line)
{
	RuledLines *over = &applying->ruling->over;

	over->items =
		arena_fit(applying->arena, over->items, over->count, &over->size, 4, sizeof(uint32_t));
	over->items[over->count++] = line;
}

/* ---------------------------------------------------------------- changes of the tree */

/* An element that is dissolved becomes one without a meaning. */
static void
dissolve(Applying *applying)
{
	Node *nodes = applying->page->nodes;

	for (uint32_t i = 0; i < applying->dissolved.count; i++)
	{
		Node *node = &nodes[applying->dissolved.items[i].node];

		if (node != nodes && node->tag != TAG_text &&
			!(tag_info[node->tag].flags & (TAG_VOID | TAG_RAW_SKIPPED)))
			node->tag = TAG_span;
	}
}

/* Gives nodes their new numbers, and leaves out those that are lost. */
static void
renumber(RuledNodes *nodes, const uint32_t *map)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < nodes->count; i++)
	{
		nodes->items[i].node = map[nodes->items[i].node];
		if (nodes->items[i].node != PAGE_NONE)
			nodes->items[kept++] = nodes->items[i];
	}
	nodes->count = kept;
}

static void
change_tree(Applying *applying)
{
	const uint32_t *map;

	dissolve(applying);
	if (applying->nedits == 0)
		return;
	map = tree_edit(applying->page, applying->arena, applying->edits, applying->nedits);
	renumber(&applying->ruling->bodies, map);
	renumber(&applying->ruling->stripped, map);
	for (uint32_t i = 0; i < applying->ruling->dates.count; i++)
		if (applying->ruling->dates.items[i].node != PAGE_NONE)
			applying->ruling->dates.items[i].node = map[applying->ruling->dates.items[i].node];
}

/* ---------------------------------------------------------------- a page */

/* Puts the nodes of each rule that takes a body in order; the rules keep theirs. */
static void
order_bodies(Applying *applying)
{
	RuledNodes *bodies = &applying->ruling->bodies;
	uint32_t kept = 0;

	for (uint32_t from = 0, end; from < bodies->count; from = end)
	{
		RuledNodes of_rule = {bodies->items + from, 0, 0};

		end = from + 1;
		while (end < bodies->count && bodies->items[end].line == bodies->items[from].line)
			end++;
		of_rule.count = end - from;
		rules_order(applying->page, &of_rule);
		memmove(bodies->items + kept, of_rule.items, sizeof(RuledNode) * of_rule.count);
		kept += of_rule.count;
	}
	bodies->count = kept;
}

static void
set_limits(Applying *applying)
{
	uint64_t size = applying->page->nnodes + applying->page->source.len / 64;

	applying->limits =
		(XmlLimits){.operations = size * OPERATIONS_A_PATH + OPERATIONS_FREE,
					.memory = (size_t) applying->page->source.len * MEMORY_A_BYTE + MEMORY_FREE,
					.interrupted = applying->set->interrupted,
					.interruptible = applying->set->interruptible};
	applying->operations = size * OPERATIONS_A_SET + OPERATIONS_FREE * 10;
}

/*
 * Walks over the page for all paths that a walk answers. An item takes 8 bytes; with the values they
 * come to less than the page and 2 MB.
 */
static void
walk(Applying *applying)
{
	const Page *page = applying->page;
	uint64_t size = page->nnodes + page->nmarks + page->source.len / 64;
	const WalkLimits limits = {.operations = size * WALKED_A_SET + OPERATIONS_FREE,
							   .path_operations = size * WALKED_A_PATH + OPERATIONS_FREE,
							   .items = page->nnodes * 2 + RULE_MOST_NODES,
							   .bytes = (uint64_t) page->source.len / 2 + MEMORY_FREE};

	if (walk_set_count(applying->set->walk) > 0)
		applying->walk = walk_run(applying->set->walk, page, &limits, &applying->scratch);
}

bool
rules_apply(const void *set, Arena *arena, Page *page, const PageOptions *options, Ruling *ruling)
{
	Applying applying = {.set = set,
						 .arena = arena,
						 .scratch = arena_scratch(arena),
						 .tree = arena_scratch(arena),
						 .page = page,
						 .ruling = ruling};

	(void) options;
	set_limits(&applying);
	walk(&applying);
	for (uint32_t i = 0; i < applying.set->file.count && !applying.interrupted; i++)
	{
		applying.found = arena_scratch(arena);
		applying.exceeded = false;
		apply_rule(&applying, i);
		if (applying.exceeded)
			add_exceeded(&applying, applying.set->file.rules[i].line);
		arena_free(&applying.found);
	}
	arena_free(&applying.tree);
	rules_strip_names(&applying);
	page_drop_marks(page);
	change_tree(&applying);
	rules_order(page, &ruling->stripped);
	order_bodies(&applying);
	arena_free(&applying.scratch);
	return !applying.interrupted;
}
