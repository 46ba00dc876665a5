/*
 * microdata.c
 *	  Reads how elements of the page are marked: itemprop (HTML microdata), property (RDFa), hAtom
 *	  and microformats2 classes, rel=author and rel=tag.  Each fact refers to the node that states
 *	  it.
 *
 * One pass in page order with a stack of open items.  If a page has several articles, only one is
 * its own (microdata_main.c); the contents of the others are skipped.
 */
#include "article/declared/microdata.h"

#define MAX_OPEN_ITEMS 32

/* An item whose element is open. */
typedef struct Item
{
	uint32_t node;
	uint32_t end;
	SchemaClass class;
	const SchemaProperty *property; /* of the enclosing item, if this item is its value */
	bool named;
	bool foreign; /* it, or an enclosing item, does not belong to the page's article */
} Item;

typedef struct Microdata
{
	Reader *reader;
	const Page *page;
	Item items[MAX_OPEN_ITEMS];
	uint32_t open;
	uint32_t main; /* node of the page's article, or PAGE_NONE */
	bool entries;  /* may classes name entries? */
	uint32_t meta; /* the next <meta> to read */
} Microdata;

/* ---------------------------------------------------------------- values */

static Str
value_of(const Microdata *data, uint32_t node, const Marks *marks, FactForm form)
{
	if (marks->content.len > 0)
		return marks->content;
	if (marks->datetime.len > 0)
		return marks->datetime;
	if (form == FACT_FORM_URL)
		return marks->src.len > 0 ? marks->src : marks->href;
	return short_text(data->reader, node);
}

/* ---------------------------------------------------------------- the stack of items */

static Item *
innermost(Microdata *data)
{
	return data->open > 0 ? &data->items[data->open - 1] : NULL;
}

/*
 * An item that ends without a name has its own text as name: <span itemprop="author" itemscope>Anne
 * Dupont</span>.
 */
static void
close_item(Microdata *data)
{
	const Item *item = innermost(data);

	if (!item->named && !item->foreign && item->property != NULL &&
		item->property->shape == SCHEMA_SHAPE_PARTY)
		facts_add(data->reader, &item->property->itemprop, short_text(data->reader, item->node),
				  item->node);
	data->open--;
}

static void
close_items(Microdata *data, uint32_t position)
{
	while (data->open > 0 && innermost(data)->end <= position)
		close_item(data);
}

/* Does an item, or what it states, belong to something other than the page's article? */
static bool
is_foreign(const Microdata *data, uint32_t node, SchemaClass class)
{
	const Page *page = data->page;

	if (class == SCHEMA_FOREIGN)
		return true;
	if (class != SCHEMA_ARTICLE || data->main == PAGE_NONE)
		return false;
	/* around the article, or the article itself: teasers are inside it */
	return !(node <= data->main && page->nodes[node].end >= page->nodes[data->main].end);
}

static void
open_item(Microdata *data, uint32_t node, SchemaClass class, const SchemaProperty *property)
{
	const Item *around = innermost(data);

	if (data->open == MAX_OPEN_ITEMS)
		return;
	data->items[data->open++] = (Item){
		.node = node,
		.end = data->page->nodes[node].end,
		.class = class,
		.property = property,
		.foreign = (around != NULL && around->foreign && node != data->main) ||
				   is_foreign(data, node, class),
	};
}

/* ---------------------------------------------------------------- properties */

/*
 * Returns the fact that a property of an item states, which depends on the property that the item
 * is a value of.
 */
static FactRule
rule_in_item(const Item *item, const SchemaProperty *property)
{
	FactRule rule = property->itemprop;
	bool name = str_equal(str_cstr(rule.name), STR("name"));
	bool address = rule.form == FACT_FORM_URL;

	if (item == NULL)
		rule.kind = name ? FACT_COUNT : rule.kind;
	else if (item->property != NULL && item->property->shape == SCHEMA_SHAPE_PARTY)
	{
		FactKind kind = name ? FACT_AUTHOR : rule.kind == FACT_URL ? FACT_AUTHOR_URL : FACT_COUNT;

		rule = item->property->itemprop;
		rule.kind = kind;
	}
	else if (item->property != NULL && item->property->itemprop.kind == FACT_PUBLISHER)
	{
		rule = item->property->itemprop;
		rule.kind = name ? FACT_PUBLISHER : FACT_COUNT;
	}
	else if (item->class == SCHEMA_IMAGE ||
			 (item->property != NULL && item->property->shape == SCHEMA_SHAPE_IMAGE))
	{
		bool of_article = item->property != NULL && item->property->shape == SCHEMA_SHAPE_IMAGE;

		rule.kind = address && of_article ? FACT_IMAGE : FACT_COUNT;
	}
	else if (item->class == SCHEMA_CRUMB || item->class == SCHEMA_BREADCRUMBS)
		rule = (FactRule){"name", name ? FACT_BREADCRUMB : FACT_COUNT, FACT_FORM_TEXT,
						  FACT_SOURCE_MICRODATA, "itemprop name"};
	else if (item->class == SCHEMA_PERSON || item->class == SCHEMA_ORGANIZATION ||
			 item->class == SCHEMA_WORK)
		rule.kind = FACT_COUNT;
	else if (item->class == SCHEMA_SITE)
		rule.kind = name ? FACT_SITE_NAME : FACT_COUNT;
	return rule;
}

static void
add_property(Microdata *data, Item *item, const SchemaProperty *property, Str value, uint32_t node)
{
	FactRule rule = rule_in_item(item, property);

	if (item != NULL && str_equal(str_cstr(property->itemprop.name), STR("name")))
		item->named = true;
	if (item == NULL || !item->foreign)
		facts_add(data->reader, &rule, value, node);
}

/* The text of the article is where the node is, so the fact only refers to the node. */
static void
add_body(Microdata *data, uint32_t node)
{
	fact_add_node(data->reader, FACT_BODY, FACT_SOURCE_MICRODATA, "itemprop articleBody", node);
}

static const SchemaProperty *
first_property(Str names)
{
	const SchemaProperty *property = NULL;
	uint32_t pos = 0;
	Str name;

	while (property == NULL && (name = next_word(names, &pos)).len > 0)
		property = schema_property(name);
	return property;
}

/*
 * In RDFa, <span property="name" typeof="Person"> can be a name; in microdata it would be an item.
 */
static bool
is_item(const Microdata *data, const Marks *marks, const SchemaProperty *property)
{
	return (marks->scope || (data->entries && is_entry_class(marks->class))) &&
		   !(property != NULL && str_equal(str_cstr(property->itemprop.name), STR("name")));
}

static void
read_property(Microdata *data, uint32_t node, const Marks *marks)
{
	const SchemaProperty *property = first_property(marks->property);
	Item *item = innermost(data);

	if (property == NULL && marks->rel.data != NULL && marks->property.data == NULL &&
		!marks->href.data)
		property = first_property(marks->rel); /* RDFa: rel="schema:author" */
	if (is_item(data, marks, property))
		open_item(data, node, marks_class(marks), property);
	else if (property == NULL)
		return;
	else if (property->itemprop.kind == FACT_BODY && marks->content.len == 0)
	{
		if (item == NULL || !item->foreign)
			add_body(data, node);
	}
	else if (property->shape == SCHEMA_SHAPE_PARTY && marks->property.data == NULL)
		open_item(data, node, SCHEMA_NONE, property);
	else
		add_property(data, item, property, value_of(data, node, marks, property->itemprop.form),
					 node);
}

/* ---------------------------------------------------------------- <meta itemprop> */

/*
 * Can an item have this property?  A person, an organization or an image has few; the others belong
 * to the enclosing article.
 */
static bool
accepts(const Item *item, const SchemaProperty *property)
{
	bool name = str_equal(str_cstr(property->itemprop.name), STR("name"));

	if (item->class == SCHEMA_ARTICLE || item->class == SCHEMA_PAGE)
		return true;
	return property->itemprop.form == FACT_FORM_URL ||
		   (name && !item->named && item->class != SCHEMA_IMAGE);
}

/*
 * A <meta> is not a node, so if an item has just ended, the <meta> may be inside it or after it. It
 * belongs to the innermost item that can have such a property.
 */
static void
read_meta(Microdata *data, const PageMeta *meta)
{
	const SchemaProperty *property = first_property(meta->key);
	Item *item = NULL;

	if (property == NULL)
		return;
	for (uint32_t i = data->open; i > 0 && item == NULL; i--)
		if (data->items[i - 1].end > meta->node || accepts(&data->items[i - 1], property))
			item = &data->items[i - 1];
	add_property(data, item, property, meta->content, meta->node);
}

/* Reads the <meta> elements before a node.  Items that end at the node are still open. */
static void
read_metas(Microdata *data, uint32_t before)
{
	const Page *page = data->page;

	for (; data->meta < page->nmetas && page->metas[data->meta].node <= before; data->meta++)
	{
		const PageMeta *meta = &page->metas[data->meta];
		bool rdfa = meta->kind == META_PROPERTY && str_starts_ascii(meta->key, STR("schema:"));

		while (data->open > 0 && innermost(data)->end < meta->node)
			close_item(data);
		if (meta->kind == META_ITEMPROP || rdfa)
			read_meta(data, meta);
	}
}

/* ---------------------------------------------------------------- classes and rel */

/* Is the node in the page's own article, where classes may be properties? */
static bool
states_entry(const Microdata *data, uint32_t node)
{
	const Item *item = data->open > 0 ? &data->items[data->open - 1] : NULL;

	return item != NULL && !item->foreign && item->class == SCHEMA_ARTICLE && item->node != node;
}

static void
read_rel(Microdata *data, uint32_t node, const Marks *marks)
{
	const Item *item = innermost(data);

	if (marks->href.data == NULL || (item != NULL && item->foreign))
		return;
	if (has_word(marks->rel, STR("author")))
	{
		fact_add(data->reader, FACT_AUTHOR, FACT_SOURCE_LINK, "rel=author",
				 short_text(data->reader, node), node);
		fact_add(data->reader, FACT_AUTHOR_URL, FACT_SOURCE_LINK, "rel=author", marks->href, node);
	}
	if (has_word(marks->rel, STR("category")))
		fact_add(data->reader, FACT_SECTION, FACT_SOURCE_LINK, "rel=category",
				 short_text(data->reader, node), node);
	else if (has_word(marks->rel, STR("tag")))
		fact_add(data->reader, FACT_TAG, FACT_SOURCE_LINK, "rel=tag",
				 short_text(data->reader, node), node);
}

/* ---------------------------------------------------------------- the pass */

/* Opens an item that has no element: <html itemscope itemtype=…>. */
static void
open_root(Microdata *data)
{
	if (data->page->html_itemtype.len > 0)
		open_item(data, 0, schema_class(data->page->html_itemtype), NULL);
}

#define MARK(name) (UINT64_C(1) << ATTR_##name)
_Static_assert(ATTR_COUNT <= 64, "attributes fit into a mask");

/* Attributes that mark an element anywhere. */
#define MARKS                                                                                      \
	(MARK(itemprop) | MARK(property) | MARK(itemscope) | MARK(itemtype) | MARK(typeof) | MARK(rel))

/*
 * Can the attributes of a node say anything?  Classes do if the page has entries, and inside
 * articles.
 */
static bool
may_tell(const Microdata *data, uint32_t node)
{
	const Node *element = &data->page->nodes[node];
	const PageAttr *attr = &data->page->attrs[element->attr];
	uint64_t telling = MARKS;

	if (data->entries || states_entry(data, node))
		telling |= MARK(class);
	for (uint32_t i = 0; i < element->nattrs; i++)
		if (telling >> attr[i].name & 1)
			return true;
	return false;
}

/* Returns the next node before which a <meta> occurs or an item ends. */
static uint32_t
next_stop(const Microdata *data)
{
	const Page *page = data->page;
	uint32_t stop = data->meta < page->nmetas ? page->metas[data->meta].node : PAGE_NONE;

	if (data->open > 0 && data->items[data->open - 1].end < stop)
		stop = data->items[data->open - 1].end;
	return stop;
}

static void
read_element(Microdata *data, uint32_t node)
{
	Marks marks;

	if (!marks_read(&marks, data->page, &data->page->nodes[node]))
		return;
	read_property(data, node, &marks);
	if (marks.class.data != NULL && states_entry(data, node))
		entry_read(data->reader, node, &marks);
	if (marks.rel.data != NULL)
		read_rel(data, node, &marks);
}

void
microdata_read(Reader *reader)
{
	Microdata data = {.reader = reader, .page = &reader->page};
	const Page *page = &reader->page;
	uint32_t stop = 0;

	data.main = marked_article(reader, &data.entries);
	open_root(&data);
	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		bool tells = page->nodes[i].nattrs > 0 && page->nodes[i].tag != TAG_text;

		if (i % NODES_PER_POLL == 0)
			arena_poll(reader->arena);
		if (i >= stop)
		{
			read_metas(&data, i);
			close_items(&data, i);
		}
		if (tells && may_tell(&data, i))
			read_element(&data, i);
		else if (i < stop)
			continue;
		stop = next_stop(&data);
	}
	read_metas(&data, page->nnodes);
	close_items(&data, page->nnodes);
}
