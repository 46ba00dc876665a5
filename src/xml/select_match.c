/*
 * select_match.c
 *	  See xml_select.h. A set has a byte for each element, in document order. A selector is read
 *	  from left to right: the set of the elements that the first compound matches becomes that of
 *	  the elements related to one of them, and so on. :has() is read from right to left.
 */
#include "xml/select_internal.h"
#include "xml/xml_internal.h"

#include "html/whole.h"

#define ELEMENTS_PER_POLL 4096

#define NONE UINT32_MAX

typedef struct Element
{
	const xmlNode *node;
	uint32_t parent;   /* NONE: the root */
	uint32_t previous; /* the element before it, of the same parent, or NONE */
	uint32_t next;
} Element;

typedef struct Matcher
{
	Arena *arena; /* sets live here; freed at the end */
	Element *elements;
	uint32_t count;
} Matcher;

typedef uint8_t *Set;

static Set match_list(Matcher *matcher, const SelectList *list);
static Set match_has(Matcher *matcher, const SelectList *list);

static Set
new_set(Matcher *matcher)
{
	return arena_zalloc(matcher->arena, matcher->count);
}

static void
poll_at(const Matcher *matcher, uint32_t i)
{
	if (i % ELEMENTS_PER_POLL == 0)
		arena_poll(matcher->arena);
}

/* ---------------------------------------------------------------- elements */

/* Lists the elements below a node, whose parent has the number "parent". */
static void
list_elements(Matcher *matcher, const xmlNode *top)
{
	const xmlNode *node = top->children;
	uint32_t parent = NONE;
	uint32_t previous = NONE;

	while (node != NULL)
	{
		if (node->type == XML_ELEMENT_NODE)
		{
			uint32_t i = matcher->count++;

			matcher->elements[i] = (Element){node, parent, previous, NONE};
			if (previous != NONE)
				matcher->elements[previous].next = i;
			poll_at(matcher, i);
			previous = i;
			if (node->children != NULL)
			{
				parent = i;
				previous = NONE;
				node = node->children;
				continue;
			}
		}
		while (node->next == NULL && node->parent != top)
		{
			node = node->parent;
			previous = parent;
			parent = matcher->elements[parent].parent;
		}
		node = node->next;
	}
}

/* ---------------------------------------------------------------- simple selectors */

static Str
attr_of(const xmlNode *node, Str name)
{
	for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
	{
		Str own = xml_str(attr->name);

		if (attr->ns != NULL && str_ends_ascii(name, own) && name.len > own.len &&
			name.data[name.len - own.len - 1] == ':')
			return xml_str(attr->children->content);
		if (attr->ns == NULL && str_equal_ascii(own, name))
			return xml_str(attr->children->content);
	}
	return STR_NONE;
}

static bool
same(Str a, Str b, bool ignore_case)
{
	return ignore_case ? str_equal_ascii(a, b) : str_equal(a, b);
}

static bool
has_word(Str value, Str word, bool ignore_case)
{
	uint32_t i = 0;

	if (word.len == 0)
		return false;
	while (i < value.len)
	{
		uint32_t start;

		i = str_skip_space(value, i);
		start = i;
		while (i < value.len && !ascii_space(value.data[i]))
			i++;
		if (same(str_sub(value, start, i - start), word, ignore_case))
			return true;
	}
	return false;
}

static bool
has_value(Str value, const Simple *simple)
{
	Str want = simple->value;
	bool any_case = simple->ignore_case;

	if (value.data == NULL)
		return false;
	switch (simple->test)
	{
		case SELECT_ATTR_PRESENT:
			return true;
		case SELECT_ATTR_EQUALS:
			return same(value, want, any_case);
		case SELECT_ATTR_WORD:
			return has_word(value, want, any_case);
		case SELECT_ATTR_LANGUAGE:
			return same(value, want, any_case) ||
				   (value.len > want.len && value.data[want.len] == '-' &&
					same(str_sub(value, 0, want.len), want, any_case));
		case SELECT_ATTR_STARTS:
			return want.len > 0 && value.len >= want.len &&
				   same(str_sub(value, 0, want.len), want, any_case);
		case SELECT_ATTR_ENDS:
			return want.len > 0 && value.len >= want.len &&
				   same(str_sub(value, value.len - want.len, want.len), want, any_case);
		case SELECT_ATTR_CONTAINS:
			return want.len > 0 &&
				   (any_case ? str_find_ascii(value, want) : str_find(value, want)) >= 0;
	}
	return false;
}

/* HTML's names are compared in lowercase, those of other vocabularies as written. */
static bool
has_type(const xmlNode *node, const Simple *simple)
{
	return str_equal(xml_str(node->name), node->extra == WHOLE_HTML ? simple->lower : simple->name);
}

static bool
is_empty(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child != NULL; child = child->next)
		if (child->type == XML_ELEMENT_NODE || str_trim(xml_str(child->content)).len > 0)
			return false;
	return true;
}

static bool
is_link(const xmlNode *node)
{
	Str name = xml_str(node->name);

	return (str_equal(name, STR("a")) || str_equal(name, STR("area"))) &&
		   attr_of(node, STR("href")).data != NULL;
}

/* Does an element match a simple selector that needs no set? */
static bool
matches(const Element *element, const Simple *simple)
{
	const xmlNode *node = element->node;

	switch (simple->kind)
	{
		case SELECT_TYPE:
			return has_type(node, simple);
		case SELECT_CLASS:
			return has_word(attr_of(node, STR("class")), simple->value, false);
		case SELECT_ID:
			return str_equal(attr_of(node, STR("id")), simple->value) && simple->value.len > 0;
		case SELECT_ATTR:
			return has_value(attr_of(node, simple->name), simple);
		case SELECT_ROOT:
			return element->parent == NONE;
		case SELECT_EMPTY:
			return is_empty(node);
		case SELECT_LINK:
			return is_link(node);
		default:
			return false;
	}
}

/* ---------------------------------------------------------------- positions */

/* The last element of each type and parent, by a hash of both. */
typedef struct TypeTable
{
	uint32_t *last;
	uint32_t mask;
} TypeTable;

static TypeTable
make_types(Matcher *matcher)
{
	TypeTable types = {NULL, 15};

	while (types.mask < matcher->count * 2)
		types.mask = types.mask * 2 + 1;
	types.last = arena_array(matcher->arena, uint32_t, types.mask + 1);
	memset(types.last, 0xFF, sizeof(uint32_t) * (types.mask + 1));
	return types;
}

/* The place of the last element of the same type and parent, or of none yet. */
static uint32_t *
find_type(const Matcher *matcher, const TypeTable *types, uint32_t i)
{
	const Element *element = &matcher->elements[i];
	Str name = xml_str(element->node->name);
	uint64_t hash = (str_hash(name) + element->parent) * UINT64_C(0x9E3779B97F4A7C15);
	uint32_t slot = (uint32_t) (hash >> 32);

	for (uint32_t probes = 0; probes < HASH_MOST_PROBES; probes++, slot++)
	{
		uint32_t *last = &types->last[slot & types->mask];

		if (*last == NONE || (matcher->elements[*last].parent == element->parent &&
							  str_equal(xml_str(matcher->elements[*last].node->name), name)))
			return last;
	}
	return &types->last[slot & types->mask];
}

/* Is a position, from 1 on, a * n + b for some n from 0 on? */
static bool
is_nth(const SelectNth *nth, int64_t position)
{
	int64_t distance = position - nth->b;

	if (nth->a == 0)
		return distance == 0;
	return distance % nth->a == 0 && distance / nth->a >= 0;
}

/*
 * The set of the elements at a position among their siblings: of all, of one type, or of those in
 * the set "of".
 */
static Set
match_nth(Matcher *matcher, const SelectNth *nth, Set of)
{
	Set set = new_set(matcher);
	uint32_t *positions = arena_array(matcher->arena, uint32_t, matcher->count);
	TypeTable types = nth->of_type ? make_types(matcher) : (TypeTable){NULL, 0};

	for (uint32_t k = 0; k < matcher->count; k++)
	{
		uint32_t i = nth->from_end ? matcher->count - 1 - k : k;
		const Element *element = &matcher->elements[i];
		uint32_t before = nth->from_end ? element->next : element->previous;
		bool counts = of == NULL || of[i];

		poll_at(matcher, k);
		if (nth->of_type)
		{
			uint32_t *last = find_type(matcher, &types, i);

			before = *last;
			*last = i;
		}
		positions[i] = (before != NONE ? positions[before] : 0) + counts;
		set[i] = counts && is_nth(nth, positions[i]);
	}
	return set;
}

/* ---------------------------------------------------------------- compounds */

/* The set of a simple selector that needs one; NULL for others. */
static Set
set_of(Matcher *matcher, const Simple *simple)
{
	switch (simple->kind)
	{
		case SELECT_IS:
		case SELECT_NOT:
			return match_list(matcher, simple->list);
		case SELECT_HAS:
			return match_has(matcher, simple->list);
		case SELECT_NTH:
			return match_nth(matcher, &simple->nth,
							 simple->list != NULL ? match_list(matcher, simple->list) : NULL);
		default:
			return NULL;
	}
}

/* Removes the elements from a set that a compound does not match. */
static void
keep_matches(Matcher *matcher, const Compound *compound, Set set)
{
	for (const Simple *simple = compound->simples; simple != NULL; simple = simple->next)
	{
		Set own = set_of(matcher, simple);

		for (uint32_t i = 0; i < matcher->count; i++)
		{
			poll_at(matcher, i);
			if (!set[i])
				continue;
			if (own == NULL)
				set[i] = matches(&matcher->elements[i], simple);
			else
				set[i] = (own[i] != 0) != (simple->kind == SELECT_NOT);
		}
	}
}

/* ---------------------------------------------------------------- combinators */

/* The elements that stand to one of the set as the second operand of a combinator to the first. */
static Set
related(Matcher *matcher, Set set, char combinator)
{
	Set result = new_set(matcher);

	for (uint32_t i = 0; i < matcher->count; i++)
	{
		uint32_t parent = matcher->elements[i].parent;
		uint32_t previous = matcher->elements[i].previous;

		poll_at(matcher, i);
		if (combinator == ' ')
			result[i] = parent != NONE && (set[parent] || result[parent]);
		else if (combinator == '>')
			result[i] = parent != NONE && set[parent];
		else if (combinator == '+')
			result[i] = previous != NONE && set[previous];
		else
			result[i] = previous != NONE && (set[previous] || result[previous]);
	}
	return result;
}

/* The elements that stand to one of the set as the first operand of a combinator to the second. */
static Set
related_back(Matcher *matcher, Set set, char combinator)
{
	Set result = new_set(matcher);

	for (uint32_t i = matcher->count; i-- > 0;)
	{
		uint32_t parent = matcher->elements[i].parent;
		uint32_t next = matcher->elements[i].next;

		poll_at(matcher, i);
		if (combinator == '+')
			result[i] = next != NONE && set[next];
		else if (combinator == '~')
			result[i] = next != NONE && (set[next] || result[next]);
		else if (parent != NONE)
			result[parent] |= set[i] || (combinator == ' ' && result[i]);
	}
	return result;
}

static Set
match_complex(Matcher *matcher, const Complex *complex)
{
	Set set = new_set(matcher);

	memset(set, 1, matcher->count);
	for (const Compound *compound = complex->first; compound != NULL; compound = compound->next)
	{
		if (compound->before != NULL)
			set = related(matcher, set, compound->combinator);
		keep_matches(matcher, compound, set);
	}
	return set;
}

static void
add_set(const Matcher *matcher, Set set, Set more)
{
	for (uint32_t i = 0; i < matcher->count; i++)
		set[i] |= more[i];
}

static Set
match_list(Matcher *matcher, const SelectList *list)
{
	Set set = new_set(matcher);

	for (const Complex *complex = list->first; complex != NULL; complex = complex->next)
		add_set(matcher, set, match_complex(matcher, complex));
	return set;
}

/* The elements of which something matches, read from the last compound of each selector. */
static Set
match_has(Matcher *matcher, const SelectList *list)
{
	Set result = new_set(matcher);

	for (const Complex *complex = list->first; complex != NULL; complex = complex->next)
	{
		Set set = new_set(matcher);

		memset(set, 1, matcher->count);
		for (const Compound *compound = complex->last; compound != NULL;
			 compound = compound->before)
		{
			keep_matches(matcher, compound, set);
			set = related_back(matcher, set, compound->combinator);
		}
		add_set(matcher, result, set);
	}
	return result;
}

XmlItem *
xml_select(const XmlSelector *selector, const XmlDocument *document, Arena *arena, uint32_t *count)
{
	Arena scratch = arena_scratch(arena);
	Matcher matcher = {.arena = &scratch};
	uint32_t found = 0;
	XmlItem *items;
	Set set;

	matcher.elements = arena_array(&scratch, Element, document->count);
	list_elements(&matcher, (const xmlNode *) &document->doc);
	set = match_list(&matcher, selector->list);
	for (uint32_t i = 0; i < matcher.count; i++)
		found += set[i];
	items = arena_array(arena, XmlItem, found);
	*count = 0;
	for (uint32_t i = 0; i < matcher.count; i++)
		if (set[i])
			items[(*count)++] = xml_item(document, matcher.elements[i].node);
	arena_free(&scratch);
	return items;
}
