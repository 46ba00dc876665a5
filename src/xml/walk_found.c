/*
 * walk_found.c
 *	  See walk_path.h: the items that a walk finds, and in the end the result of a path.
 */
#include "xml/walk_internal.h"

#include "base/sort.h"

/* ---------------------------------------------------------------- the end of elements */

void
walk_add_later(Walk *walk, WalkFrame *frame, WalkLater later)
{
	uint32_t number = walk->free_later;

	if (later.step != WALK_NONE && frame->later != WALK_NONE &&
		walk->laters[frame->later].step == later.step)
		return;
	if (number != WALK_NONE)
		walk->free_later = walk->laters[number].next;
	else
	{
		walk->laters = arena_fit(&walk->scratch, walk->laters, walk->nlaters, &walk->laters_size,
								 16, sizeof(WalkLater));
		number = walk->nlaters++;
	}
	later.next = frame->later;
	walk->laters[number] = later;
	frame->later = number;
}

void
walk_keep_text(Walk *walk, WalkFrame *frame)
{
	if (frame->keeps_text)
		return;
	frame->keeps_text = true;
	frame->from = (uint32_t) walk->text.len;
	walk->keepers++;
}

/* ---------------------------------------------------------------- items */

static uint32_t
minor_of(const Walk *walk, const WalkItem *item)
{
	return item->node & WALK_OTHER ? walk->others[item->node & ~WALK_OTHER].minor : 0;
}

/* Is an item wanted? Of one that comes first and is not known to be first, the earliest is kept. */
static bool
takes_item(Walk *walk, uint32_t query, uint32_t order)
{
	const WalkQuery *wanted = &walk->set->queries[query];
	WalkFound *found = &walk->found[query];

	if (found->failed || found->done)
		return false;
	if (wanted->most == 1 && !wanted->ordered && found->count > 0)
	{
		if (found->items[0].order < order)
			return false;
		if (found->items[0].order > order)
		{
			walk->found_items -= found->count;
			found->count = 0;
		}
	}
	/* what is found at one element may come in any order */
	if (wanted->ordered && found->count >= wanted->most &&
		found->items[found->count - 1].order != order)
		found->done = true;
	return !found->done;
}

static void
add_item(Walk *walk, uint32_t query, WalkItem item)
{
	WalkFound *found = &walk->found[query];

	/* what a failed query has found is not given back, so it counts on */
	if (walk->found_items == walk->limits.items)
	{
		found->failed = true;
		return;
	}
	walk->found_items++;
	found->items =
		arena_fit(walk->arena, found->items, found->count, &found->size, 4, sizeof(WalkItem));
	found->items[found->count++] = item;
}

static void
add_other(Walk *walk, uint32_t query, uint32_t order, WalkOther other)
{
	walk->others = arena_fit(walk->arena, walk->others, walk->nothers, &walk->others_size, 16,
							 sizeof(WalkOther));
	walk->others[walk->nothers] = other;
	add_item(walk, query, (WalkItem){order, WALK_OTHER | walk->nothers++});
}

/* A copy of a value that a query has found. */
static Str
keep_value(Walk *walk, uint32_t query, Str value)
{
	walk->found_bytes += value.len;
	walk_charge(walk, query, value.len / XML_BYTES_AN_OPERATION);
	if (walk->found_bytes > walk->limits.bytes)
		walk->found[query].failed = true;
	return walk->found[query].failed ? STR("") : str_copy(walk->arena, value);
}

/* The attribute href of an element; data NULL if it has none. */
static Str
href_of(Walk *walk, uint32_t query, const WalkFrame *frame)
{
	uint32_t attr = walk_find_attr(walk, frame, STR("href"));

	return attr != WALK_NONE ? keep_value(walk, query, walk_attr_value(walk, attr)) : STR_NONE;
}

/* Adds an element of which more than its node is wanted. */
static void
add_whole_element(Walk *walk, uint32_t query, uint32_t depth)
{
	const WalkQuery *wanted = &walk->set->queries[query];
	WalkFrame *frame = &walk->frames[depth];
	WalkOther other = {.item = {.kind = depth > 0 ? XML_ITEM_ELEMENT : XML_ITEM_DOCUMENT,
								.node = frame->element.node}};
	bool asks_string =
		wanted->asks_all || ((wanted->wanted & WALK_VALUES) && other.item.node == PAGE_NONE);

	if (depth > 0)
		other.item.name = frame->name != NULL ? frame->name->name : frame->element.name;
	if (wanted->wanted & WALK_HREF)
		other.item.value = href_of(walk, query, frame);
	add_other(walk, query, frame->order, other);
	if (!asks_string || depth < walk->depth || walk->found[query].failed)
		return;
	if (walk->at_end)
		walk_set_string(walk, query, walk->nothers - 1, frame);
	else
	{
		walk_keep_text(walk, frame);
		walk_add_later(walk, frame,
					   (WalkLater){.step = WALK_NONE, .query = query, .other = walk->nothers - 1});
	}
}

void
walk_add_element(Walk *walk, uint32_t query, uint32_t depth)
{
	const WalkQuery *wanted = &walk->set->queries[query];
	const WalkFound *found = &walk->found[query];
	const WalkFrame *frame = &walk->frames[depth];

	if (found->count > 0 && found->items[found->count - 1].order == frame->order &&
		minor_of(walk, &found->items[found->count - 1]) == 0)
		return;
	if (!takes_item(walk, query, frame->order))
		return;
	if (frame->element.node != PAGE_NONE && !wanted->asks_all && !(wanted->wanted & WALK_HREF))
		add_item(walk, query, (WalkItem){frame->order, frame->element.node});
	else
		add_whole_element(walk, query, depth);
}

/* The value of an item, if it is wanted. */
static Str
value_of(Walk *walk, uint32_t query, Str value)
{
	return walk->set->queries[query].wanted & WALK_VALUES ? keep_value(walk, query, value)
														  : STR_NONE;
}

void
walk_add_attr(Walk *walk, uint32_t query, const WalkFrame *frame, uint32_t attr, Str name)
{
	WalkOther other = {
		.item = {.kind = XML_ITEM_ATTRIBUTE, .node = frame->element.node, .name = name},
		.minor = attr + 1};

	if (!takes_item(walk, query, frame->order))
		return;
	other.item.value = value_of(walk, query, walk_attr_value(walk, attr));
	add_other(walk, query, frame->order, other);
}

void
walk_add_text(Walk *walk, uint32_t query, Str text)
{
	WalkOther other = {.item = {.kind = XML_ITEM_TEXT, .node = walk->run_node}};

	if (!takes_item(walk, query, walk->order))
		return;
	other.item.value = value_of(walk, query, text);
	add_other(walk, query, walk->order, other);
}

void
walk_set_string(Walk *walk, uint32_t query, uint32_t other, const WalkFrame *frame)
{
	walk->others[other].item.value = keep_value(
		walk, query, str_make(walk->text.data + frame->from, walk->text.len - frame->from));
}

/* ---------------------------------------------------------------- results */

/* An item as it is sorted. */
typedef struct Sorted
{
	uint32_t order;
	uint32_t minor;
	uint32_t node;
} Sorted;

static int
compare_sorted(const void *a, const void *b)
{
	const Sorted *one = a;
	const Sorted *other = b;

	if (one->order != other->order)
		return one->order < other->order ? -1 : 1;
	return one->minor < other->minor ? -1 : one->minor > other->minor;
}

/* Puts the items of a query in document order, each once. Returns how many there are. */
static uint32_t
sort_items(const Walk *walk, uint32_t query, Sorted *sorted, Arena *arena)
{
	const WalkFound *found = &walk->found[query];
	uint32_t kept = 0;

	for (uint32_t i = 0; i < found->count; i++)
		sorted[i] =
			(Sorted){found->items[i].order, minor_of(walk, &found->items[i]), found->items[i].node};
	arena_sort(arena, sorted, found->count, sizeof(Sorted), compare_sorted);
	for (uint32_t i = 0; i < found->count; i++)
		if (kept == 0 || compare_sorted(&sorted[kept - 1], &sorted[i]) != 0)
			sorted[kept++] = sorted[i];
	return kept;
}

static XmlItem
make_item(const Walk *walk, uint32_t node)
{
	if (node & WALK_OTHER)
		return walk->others[node & ~WALK_OTHER].item;
	return (XmlItem){.kind = XML_ITEM_ELEMENT,
					 .node = node,
					 .name = str_cstr(tag_info[walk->page->nodes[node].tag].name)};
}

static void
take_items(const Walk *walk, uint32_t query, Arena *arena, XmlResult *result)
{
	const WalkQuery *wanted = &walk->set->queries[query];
	Arena scratch = arena_scratch(arena);
	Sorted *sorted = arena_array(&scratch, Sorted, walk->found[query].count + 1);
	uint32_t count = sort_items(walk, query, sorted, &scratch);
	uint32_t from = wanted->nth > 0 ? wanted->nth - 1 : 0;
	uint32_t end = count < wanted->most ? count : wanted->most;

	result->items = arena_array(arena, XmlItem, end + 1);
	for (uint32_t i = from; i < end; i++)
		result->items[result->count++] = make_item(walk, sorted[i].node);
	arena_free(&scratch);
}

/* The string of a term outside of predicates. *failed: a query in it has exceeded a limit. */
static Str
string_of(const Walk *walk, uint32_t number, Arena *arena, bool *failed)
{
	const WalkTerm *term = &walk->set->terms[number];
	XmlResult result = {.count = 0};
	Str text;

	if (term->kind == WALK_LITERAL)
		return term->text;
	if (term->kind == WALK_QUERY)
	{
		*failed |= walk->found[term->number].failed;
		take_items(walk, term->number, arena, &result);
		return result.count > 0 && result.items[0].value.data != NULL ? result.items[0].value
																	  : STR("");
	}
	text = string_of(walk, term->a, arena, failed);
	if (term->kind == WALK_STRING)
		return text;
	if (term->kind == WALK_SPACED)
		return walk_spaced(arena, text, text.len);
	return walk_part(arena, term->kind, text, string_of(walk, term->b, arena, failed));
}

bool
walk_result(const Walk *walk, uint32_t number, Arena *arena, XmlResult *result)
{
	const WalkPath *path = &walk->set->paths[number];
	bool failed = false;

	memset(result, 0, sizeof(*result));
	if (path->query == WALK_NONE)
	{
		result->kind = XML_RESULT_STRING;
		result->string = string_of(walk, path->term, arena, &failed);
		return !failed;
	}
	if (walk->found[path->query].failed)
		return false;
	result->kind = XML_RESULT_ITEMS;
	take_items(walk, path->query, arena, result);
	return true;
}
