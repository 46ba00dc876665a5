/*
 * json_ld_tree.c
 *	  See json_ld_tree.h.  Builds a tree from the events of the injected parser; each value links to
 *	  its parent.
 */
#include "article/declared/json_ld_tree.h"

#include "article/declared/json_ld_clean.h"

/* Limits against hostile pages; real ones stay below a tenth of each. */
#define FREE_VALUES 4096 /* value budget of a page: this many … */
#define BYTES_A_VALUE 64 /* … plus one per this many bytes */
#define MAX_NAMED 1024

typedef struct TreeBuilder
{
	Arena *arena;
	JsonLdTrees *trees;
	JsonLdValue *open; /* the innermost open object or array */
	Str key;		   /* of the next value */
	uint32_t room;	   /* remaining budget of values */
	uint32_t skipped;  /* open brackets beyond the budget */
} TreeBuilder;

static JsonLdValue *
add_value(TreeBuilder *builder, JsonLdKind kind, Str text)
{
	JsonLdValue *parent = builder->open;
	JsonLdValue *value;

	if (builder->room == 0)
		return NULL;
	builder->room--;
	value = arena_new(builder->arena, JsonLdValue);
	value->kind = kind;
	value->key = builder->key;
	value->text = text;
	value->parent = parent;
	builder->key = STR_NONE;
	if (parent->last != NULL)
		parent->last->next = value;
	else
		parent->first = value;
	parent->last = value;
	parent->count++;
	return value;
}

static void
open_value(TreeBuilder *builder, JsonLdKind kind)
{
	JsonLdValue *value = builder->skipped > 0 ? NULL : add_value(builder, kind, STR_NONE);

	if (value != NULL)
		builder->open = value;
	else
		builder->skipped++;
}

/* Records an object that others can refer to: one that has members besides @id and @type. */
static void
note_named(TreeBuilder *builder, JsonLdValue *value)
{
	JsonLdTrees *trees = builder->trees;

	if (value->kind == JSON_LD_OBJECT && trees->nnamed < MAX_NAMED &&
		json_member(value, "@id") != NULL &&
		value->count > (json_member(value, "@type") != NULL ? 2u : 1u))
		trees->named[trees->nnamed++] = value;
}

static void
close_value(TreeBuilder *builder)
{
	if (builder->skipped > 0)
	{
		builder->skipped--;
		return;
	}
	note_named(builder, builder->open);
	builder->open = builder->open->parent;
}

static void
take_event(void *context, const JsonEvent *event)
{
	TreeBuilder *builder = context;

	switch (event->kind)
	{
		case JSON_EVENT_OBJECT_START:
			open_value(builder, JSON_LD_OBJECT);
			break;
		case JSON_EVENT_ARRAY_START:
			open_value(builder, JSON_LD_ARRAY);
			break;
		case JSON_EVENT_OBJECT_END:
		case JSON_EVENT_ARRAY_END:
			close_value(builder);
			break;
		case JSON_EVENT_KEY:
			builder->key = str_copy(builder->arena, event->text);
			break;
		case JSON_EVENT_STRING:
			add_value(builder, JSON_LD_TEXT, str_copy(builder->arena, event->text));
			break;
		case JSON_EVENT_OTHER:
			add_value(builder, JSON_LD_ATOM, str_copy(builder->arena, event->text));
			break;
	}
}

static void
read_block(TreeBuilder *builder, Reader *reader, Str block)
{
	uint32_t pos = 0;
	Arena scratch = arena_scratch(builder->arena);

	block = json_ld_unwrap(&scratch, block);
	for (int i = 0; i < JSON_LD_MAX_DOCUMENTS; i++)
	{
		Str json = json_ld_next(&scratch, block, &pos);

		if (json.data == NULL)
			break;
		builder->open = &builder->trees->root;
		builder->key = STR_NONE;
		builder->skipped = 0;
		reader->options->json(json, take_event, builder);
	}
	arena_free(&scratch);
}

void
json_ld_trees(JsonLdTrees *trees, Reader *reader, Arena *arena)
{
	const Page *page = &reader->page;
	TreeBuilder builder = {
		.arena = arena,
		.trees = trees,
		.room = FREE_VALUES + page->source.len / BYTES_A_VALUE,
	};

	memset(trees, 0, sizeof(*trees));
	trees->root.kind = JSON_LD_ARRAY;
	for (uint32_t i = 0; i < page->nscripts; i++)
	{
		if (!page->scripts[i].linked_data || reader->options->json == NULL)
			continue;
		if (trees->named == NULL)
			trees->named = arena_array(arena, JsonLdValue *, MAX_NAMED);
		arena_poll(arena);
		read_block(&builder, reader, page->scripts[i].text);
	}
}

const JsonLdValue *
json_member(const JsonLdValue *value, const char *key)
{
	if (value == NULL || value->kind != JSON_LD_OBJECT)
		return NULL;
	for (const JsonLdValue *child = value->first; child != NULL; child = child->next)
		if (str_equal(child->key, str_cstr(key)))
			return child;
	return NULL;
}

/*
 * Returns the @id that a value refers to: that of a reference object, or a string that looks like
 * an @id.
 */
static Str
reference(const JsonLdValue *value)
{
	const JsonLdValue *id = json_member(value, "@id");

	if (id != NULL)
		return value->count <= (json_member(value, "@type") != NULL ? 2u : 1u) ? id->text
																			   : STR_NONE;
	if (value->kind == JSON_LD_TEXT &&
		(str_starts_ascii(value->text, STR("#")) || str_starts_ascii(value->text, STR("http")) ||
		 str_starts_ascii(value->text, STR("_:"))))
		return value->text;
	return STR_NONE;
}

const JsonLdValue *
json_ld_resolve(const JsonLdTrees *trees, const JsonLdValue *value)
{
	Str id = reference(value);

	if (id.len == 0)
		return value;
	for (uint32_t i = 0; i < trees->nnamed; i++)
		if (str_equal(json_member(trees->named[i], "@id")->text, id))
			return trees->named[i];
	return value;
}

const JsonLdValue *
json_ld_elements(const JsonLdValue *value)
{
	const JsonLdValue *elements = json_member(value, "@list");

	if (elements == NULL)
		elements = json_member(value, "@set");
	return elements != NULL ? elements : value;
}
