/*
 * rule_strip.c
 *	  What rules strip without a path: elements by their class, id or picture, and attributes.
 */
#include "rules/rule_apply.h"

#include <stdlib.h>

#include "base/array.h"

/* Bytes of a class or an address that are searched: some hold a whole style sheet or picture. */
#define LONGEST_NAME 1024

void
rule_add_node(Applying *applying, RuledNodes *nodes, uint32_t node, uint32_t line)
{
	if (nodes->count == RULE_MOST_NODES)
		return;
	nodes->items =
		arena_fit(applying->arena, nodes->items, nodes->count, &nodes->size, 16, sizeof(RuledNode));
	nodes->items[nodes->count++] = (RuledNode){node, line};
}

/* ---------------------------------------------------------------- classes and ids */

/* The name that strip_id_or_class means, without quotes around it. */
static Str
bare_name(Str value)
{
	while (value.len > 0 && (value.data[0] == '\'' || value.data[0] == '"'))
		value = str_sub(value, 1, value.len);
	while (value.len > 0 && (value.data[value.len - 1] == '\'' || value.data[value.len - 1] == '"'))
		value.len--;
	return str_trim(value);
}

static void
strip_names(Applying *applying, const Rule *rule)
{
	const Page *page = applying->page;
	Str name = bare_name(rule->value);

	if (name.len == 0)
		return;
	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		const Node *node = &page->nodes[i];

		if (i % 4096 == 0)
			arena_poll(applying->arena);
		for (uint32_t k = node->attr; k < node_attrs_end(node); k++)
			if ((page->attrs[k].name == ATTR_class || page->attrs[k].name == ATTR_id) &&
				str_has_word(str_sub(attr_str(&page->attrs[k]), 0, LONGEST_NAME), name, STR_SPACES))
			{
				rule_add_node(applying, &applying->ruling->stripped, i, rule->line);
				break;
			}
	}
}

static void
strip_images(Applying *applying, const Rule *rule)
{
	static const AttrId sources[] = {ATTR_src, ATTR_data_src, ATTR_srcset, ATTR_data_srcset};
	const Page *page = applying->page;

	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		if (i % 4096 == 0)
			arena_poll(applying->arena);
		for (size_t k = 0; page->nodes[i].tag == TAG_img && k < lengthof(sources); k++)
			if (str_find(str_sub(page_attr(page, i, sources[k]), 0, LONGEST_NAME), rule->value) >=
				0)
			{
				rule_add_node(applying, &applying->ruling->stripped, i, rule->line);
				break;
			}
	}
}

void
rules_strip_names(Applying *applying)
{
	const RuleFile *file = &applying->set->file;

	for (uint32_t i = 0; i < file->count; i++)
	{
		if (file->rules[i].directive == DIRECTIVE_strip_id_or_class ||
			file->rules[i].directive == DIRECTIVE_skip_id_or_class)
			strip_names(applying, &file->rules[i]);
		else if (file->rules[i].directive == DIRECTIVE_strip_image_src)
			strip_images(applying, &file->rules[i]);
	}
}

/* ---------------------------------------------------------------- attributes */

static AttrId
attr_by_name(Str name)
{
	static const char *const names[ATTR_COUNT] = {
		"",
#define ATTR(id, name) name,
#include "html/attr_list.h"
#undef ATTR
	};

	for (int i = 1; i < ATTR_COUNT; i++)
		if (str_equal(name, str_cstr(names[i])))
			return (AttrId) i;
	return ATTR_none;
}

void
rules_remove_attr(Applying *applying, const XmlItem *attr)
{
	AttrId id = attr_by_name(attr->name);
	const Node *node;

	if (attr->node == PAGE_NONE || id == ATTR_none)
		return;
	node = &applying->page->nodes[attr->node];
	for (uint32_t i = node->attr; i < node_attrs_end(node); i++)
		if (applying->page->attrs[i].name == (uint32_t) id)
			applying->page->attrs[i].name = ATTR_none;
}

/* ---------------------------------------------------------------- order */

static int
compare_nodes(const void *a, const void *b)
{
	uint32_t one = ((const RuledNode *) a)->node;
	uint32_t other = ((const RuledNode *) b)->node;

	if (one != other)
		return one < other ? -1 : 1;
	return ((const RuledNode *) a)->line < ((const RuledNode *) b)->line ? -1 : 1;
}

void
rules_order(const Page *page, RuledNodes *nodes)
{
	uint32_t end = 0;
	uint32_t kept = 0;

	if (nodes->count > 1)
		qsort(nodes->items, nodes->count, sizeof(RuledNode), compare_nodes);
	for (uint32_t i = 0; i < nodes->count; i++)
	{
		if (kept > 0 && nodes->items[i].node < end)
			continue;
		nodes->items[kept++] = nodes->items[i];
		end = page->nodes[nodes->items[i].node].end;
	}
	nodes->count = kept;
}
