/*
 * json_ld.c
 *	  The linked data of a page: finds the entity that is the article, and reads the facts that the
 *	  entities state.
 *
 * Facts of the article itself come first, as FACT_SOURCE_JSON_LD; those of related entities (the
 * page, the site, other articles) follow as FACT_SOURCE_JSON_LD_OTHER.  List items, comments and
 * parts yield no facts.
 */
#include "base/array.h"
#include "article/declared/facts.h"

#include "text/compare.h"
#include "article/declared/json_ld_live.h"
#include "article/declared/json_ld_tree.h"
#include "article/declared/schema.h"
#include "html/url.h"

#define MAX_ENTITIES 256
#define MAX_PARTIES 32 /* authors of one work, at most */
#define MAX_ADDRESSES 4
#define MIN_HEADLINE_KEY 12 /* a shorter key occurs in other titles by chance */

/* Evidence that an entity is the article, strongest first. */
#define SCORE_ARTICLE 30 /* its type */
#define SCORE_WORK 10
#define SCORE_AGREES 20	   /* its address is the page's, or its headline is the page's title */
#define SCORE_DISAGREES -6 /* each of them that differs */

typedef struct Entity
{
	const JsonLdValue *object;
	SchemaClass class;
	int score;
	bool agrees;	/* in address or headline */
	bool disagrees; /* in both */
	Str headline;	/* as a compare_key */
} Entity;

typedef struct LinkedData
{
	Reader *reader;
	JsonLdTrees trees;
	Entity *entities;
	uint32_t count;
	Str titles[2]; /* of the page, as compare_keys */
	Str addresses[MAX_ADDRESSES];
	uint32_t naddresses;
	uint32_t stated; /* kinds, as bits, that are skipped: the article itself states them */
} LinkedData;

/* ---------------------------------------------------------------- values */

/* An object may give a value under one of this many keys, the best first. */
#define VALUE_KEYS 3

/* Levels of arrays and objects that are followed to a value. */
#define VALUE_LEVELS 4

/*
 * Returns the text that a value is, or that its first element or one of these members is; atoms:
 * numbers, true and false, too.
 */
static Str
value_of(const JsonLdValue *value, const char *const *keys, bool atoms)
{
	for (int level = 0; value != NULL && level < VALUE_LEVELS; level++)
	{
		const JsonLdValue *inner = NULL;

		if (value->kind == JSON_LD_TEXT || (atoms && value->kind == JSON_LD_ATOM))
			return value->text;
		if (value->kind == JSON_LD_ARRAY)
			inner = value->first;
		for (int i = 0; value->kind == JSON_LD_OBJECT && inner == NULL && i < VALUE_KEYS; i++)
			inner = json_member(value, keys[i]);
		value = inner;
	}
	return STR_NONE;
}

/* Returns the text of a value: its own, or that of its @value or name, or of its first element. */
static Str
text_of(const JsonLdValue *value)
{
	static const char *const keys[VALUE_KEYS] = {"@value", "name", "headline"};

	return value_of(value, keys, true);
}

/*
 * Returns the address of a value: its own text, or its url, contentUrl or @id, or that of its first
 * element.
 */
static Str
address_of(const JsonLdValue *value)
{
	static const char *const keys[VALUE_KEYS] = {"url", "contentUrl", "@id"};

	return value_of(value, keys, false);
}

/*
 * Returns the class of an object that has one or several types; an article type takes precedence.
 */
static SchemaClass
class_of(const JsonLdValue *object)
{
	const JsonLdValue *type = json_member(object, "@type");
	SchemaClass found = SCHEMA_NONE;

	if (type == NULL)
		return SCHEMA_NONE;
	if (type->kind != JSON_LD_ARRAY)
		return schema_class(type->text);
	for (type = type->first; type != NULL; type = type->next)
	{
		SchemaClass class = schema_class(type->text);

		if (class == SCHEMA_ARTICLE)
			return class;
		if (found == SCHEMA_NONE)
			found = class;
	}
	return found;
}

/* ---------------------------------------------------------------- entities */

/*
 * Members whose objects are about the page as a whole; objects in other members are parts of
 * something.
 */
static bool
leads_to_entities(Str key)
{
	static const char *const keys[] = {"@graph", "blogPost", "breadcrumb", "mainEntity",
									   "mainEntityOfPage"};

	for (size_t i = 0; i < lengthof(keys); i++)
		if (str_equal(key, str_cstr(keys[i])))
			return true;
	return false;
}

static void
collect(LinkedData *data, const JsonLdValue *value)
{
	for (const JsonLdValue *child = value->first; child != NULL; child = child->next)
	{
		if (value->kind == JSON_LD_OBJECT && !leads_to_entities(child->key))
			continue;
		if (child->kind == JSON_LD_OBJECT && data->count < MAX_ENTITIES)
		{
			SchemaClass class = class_of(child);

			if (class != SCHEMA_NONE)
				data->entities[data->count++] = (Entity){.object = child, .class = class};
		}
		if (child->kind == JSON_LD_OBJECT || child->kind == JSON_LD_ARRAY)
			collect(data, child);
	}
}

/* ------------------------------------------------------------ the page's own title and address */

static void
add_address(LinkedData *data, Str reference)
{
	Arena *arena = data->reader->arena;
	Str address = url_resolve(arena, data->reader->base_url, reference);

	if (address.data != NULL && data->naddresses < MAX_ADDRESSES)
		data->addresses[data->naddresses++] = url_comparable(arena, address);
}

static void
learn_page(LinkedData *data)
{
	Reader *reader = data->reader;
	static const FactSource title_sources[] = {FACT_SOURCE_HTML, FACT_SOURCE_OPEN_GRAPH};
	const Fact *fact;
	uint32_t i = 0;

	for (int s = 0; s < 2; s++)
	{
		fact = facts_from(&reader->facts, FACT_TITLE, title_sources[s]);
		data->titles[s] = fact != NULL ? compare_key(reader->arena, fact->text) : STR_NONE;
	}
	add_address(data, reader->options->url);
	while ((fact = facts_next(&reader->facts, FACT_URL, &i)) != NULL)
		add_address(data, fact->text);
}

/* ---------------------------------------------------------------- which one is the article */

static bool
headline_agrees(const LinkedData *data, Str headline)
{
	if (headline.len == 0)
		return false;
	for (int i = 0; i < 2; i++)
	{
		Str title = data->titles[i];

		if (str_equal(headline, title))
			return true;
		if (headline.len >= MIN_HEADLINE_KEY && title.len >= MIN_HEADLINE_KEY &&
			(compare_contains(title, headline) || compare_contains(headline, title)))
			return true;
	}
	return false;
}

/*
 * Returns 1 if the entity gives an address of the page, -1 if it gives other addresses only, 0 if
 * it gives none.
 */
static int
address_agrees(const LinkedData *data, const JsonLdValue *object)
{
	static const char *const keys[] = {"mainEntityOfPage", "url", "@id"};
	Arena *arena = data->reader->arena;
	bool seen = false;

	for (int k = 0; k < 3; k++)
	{
		Str address = address_of(json_member(object, keys[k]));

		if (address.len > 0)
			address = url_resolve(arena, data->reader->base_url, address);
		if (address.len == 0)
			continue;
		address = url_comparable(arena, address);
		seen = true;
		for (uint32_t i = 0; i < data->naddresses; i++)
			if (str_equal(address, data->addresses[i]))
				return 1;
	}
	return seen && data->naddresses > 0 ? -1 : 0;
}

static int
richness(const JsonLdValue *object)
{
	static const struct
	{
		const char *key;
		int worth;
	} members[] = {{"headline", 3},
				   {"articleBody", 3},
				   {"author", 2},
				   {"datePublished", 2},
				   {"description", 1}};
	int sum = 0;

	for (size_t i = 0; i < lengthof(members); i++)
		if (json_member(object, members[i].key) != NULL)
			sum += members[i].worth;
	return sum;
}

static void
judge(LinkedData *data, Entity *entity)
{
	const JsonLdValue *headline = json_member(entity->object, "headline");
	int address = address_agrees(data, entity->object);
	int title = 0;

	if (headline == NULL)
		headline = json_member(entity->object, "name");
	entity->headline =
		compare_key(data->reader->arena, fact_clean(data->reader->arena, text_of(headline)));
	if (entity->headline.len > 0)
		title = headline_agrees(data, entity->headline) ? 1 : -1;
	entity->agrees = address > 0 || title > 0;
	entity->disagrees = address < 0 && title < 0;
	entity->score =
		(entity->class == SCHEMA_ARTICLE ? SCORE_ARTICLE : SCORE_WORK) + richness(entity->object);
	entity->score += address > 0 ? SCORE_AGREES : address * -SCORE_DISAGREES;
	entity->score += title > 0 ? SCORE_AGREES : title * -SCORE_DISAGREES;
}

/* Can it be what the page is about: an article of the page, or another work? */
static bool
can_be_main(const Entity *entity)
{
	if (entity->class == SCHEMA_ARTICLE)
		return !entity->disagrees;
	return entity->class == SCHEMA_WORK && entity->agrees;
}

static Entity *
find_main(LinkedData *data)
{
	Entity *best = NULL;

	for (uint32_t i = 0; i < data->count; i++)
	{
		Entity *entity = &data->entities[i];

		if (entity->class != SCHEMA_ARTICLE && entity->class != SCHEMA_WORK)
			continue;
		judge(data, entity);
		if (can_be_main(entity) && (best == NULL || entity->score > best->score))
			best = entity;
	}
	return best;
}

/* ---------------------------------------------------------------- facts of one entity */

/* Joins familyName "Dupont" and givenName "Anne" if there is no name. */
static Str
full_name(Arena *arena, const JsonLdValue *party)
{
	Str given = text_of(json_member(party, "givenName"));
	Str family = text_of(json_member(party, "familyName"));

	if (given.len == 0 || family.len == 0)
		return family.len > 0 ? family : given;
	return str_concat(arena, str_concat(arena, given, STR(" ")), family);
}

static void
add_person_or_organization(LinkedData *data, const FactRule *rule, FactSource source,
						   const JsonLdValue *party)
{
	FactRule named = *rule;
	Str name = text_of(json_member(party, "name"));

	if (name.len == 0)
		name = full_name(data->reader->arena, party);
	if (class_of(party) == SCHEMA_ORGANIZATION)
		named.label = "JSON-LD author (Organization)";
	facts_add_from(data->reader, &named, source, name, PAGE_NONE);
	fact_add(data->reader, FACT_AUTHOR_URL, source, "JSON-LD author url",
			 address_of(json_member(party, "url")), PAGE_NONE);
}

/*
 * The party after this one among the descendants of a value, or NULL: lists of authors contain
 * others.  party is NULL for the first one.
 */
static const JsonLdValue *
next_party(const JsonLdValue *value, const JsonLdValue *party)
{
	if (party == NULL)
		party = value;
	else
	{
		while (party != value && party->next == NULL)
			party = party->parent;
		party = party == value ? NULL : party->next;
	}
	while (party != NULL && party->kind == JSON_LD_ARRAY)
		party = party->first != NULL ? party->first : next_party(value, party);
	return party;
}

static void
add_parties(LinkedData *data, const FactRule *rule, FactSource source, const JsonLdValue *value)
{
	const JsonLdValue *party = NULL;

	for (int i = 0; i < MAX_PARTIES && (party = next_party(value, party)) != NULL; i++)
	{
		const JsonLdValue *resolved = json_ld_resolve(&data->trees, party);

		if (resolved->kind == JSON_LD_TEXT)
			facts_add_from(data->reader, rule, source, resolved->text, PAGE_NONE);
		else if (resolved->kind == JSON_LD_OBJECT)
			add_person_or_organization(data, rule, source, resolved);
	}
}

/* Adds one fact for each element; objects and references yield their name or their address. */
static void
add_values(LinkedData *data, const FactRule *rule, FactSource source, const JsonLdValue *value,
		   Str (*read)(const JsonLdValue *))
{
	const JsonLdValue *element = value->kind == JSON_LD_ARRAY ? value->first : value;

	while (element != NULL)
	{
		const JsonLdValue *resolved =
			element->kind == JSON_LD_OBJECT ? json_ld_resolve(&data->trees, element) : element;

		facts_add_from(data->reader, rule, source, read(resolved), PAGE_NONE);
		element = value->kind == JSON_LD_ARRAY ? element->next : NULL;
	}
}

/*
 * hasPart: only used to see whether a part is paid for, and which.  isPartOf: the site or
 * the newspaper.
 */
static void
add_part(LinkedData *data, const FactRule *rule, FactSource source, const JsonLdValue *value)
{
	const JsonLdValue *part = value->kind == JSON_LD_ARRAY ? value->first : value;

	for (int i = 0; part != NULL && i < MAX_PARTIES; i++)
	{
		const JsonLdValue *object = json_ld_resolve(&data->trees, part);
		Str free = text_of(json_member(object, "isAccessibleForFree"));

		if (rule->kind == FACT_PAID && str_equal_ascii(str_trim(free), STR("false")))
		{
			facts_add_from(data->reader, rule, source, free, PAGE_NONE);
			fact_add(data->reader, FACT_PAID_PART, source, "JSON-LD cssSelector",
					 text_of(json_member(object, "cssSelector")), PAGE_NONE);
		}
		if (rule->kind == FACT_SITE_NAME && class_of(object) == SCHEMA_SITE)
			facts_add_from(data->reader, rule, source, text_of(json_member(object, "name")),
						   PAGE_NONE);
		part = value->kind == JSON_LD_ARRAY ? part->next : NULL;
	}
}

/* Is this member only a fallback for another one, which the entity has? */
static bool
is_superseded(const JsonLdValue *object, Str key)
{
	static const struct
	{
		const char *key;
		const char *better;
	} pairs[] = {{"name", "headline"},
				 {"dateCreated", "datePublished"},
				 {"uploadDate", "datePublished"},
				 {"text", "articleBody"},
				 {"abstract", "description"}};

	for (size_t i = 0; i < lengthof(pairs); i++)
		if (str_equal(key, str_cstr(pairs[i].key)))
			return text_of(json_member(object, pairs[i].better)).len > 0;
	return false;
}

static void
add_member(LinkedData *data, FactSource source, const JsonLdValue *member)
{
	const SchemaProperty *property = schema_property(member->key);
	const JsonLdValue *value = json_ld_elements(member);
	const FactRule *rule;

	if (property == NULL || (data->stated >> property->json.kind & 1) ||
		is_superseded(member->parent, member->key))
		return;
	rule = &property->json;
	switch (property->shape)
	{
		case SCHEMA_SHAPE_PARTY:
			add_parties(data, rule, source, value);
			break;
		case SCHEMA_SHAPE_IMAGE:
		case SCHEMA_SHAPE_LINK:
			if (member->kind != JSON_LD_ATOM)
				add_values(data, rule, source, value, address_of);
			break;
		case SCHEMA_SHAPE_PART:
			add_part(data, rule, source, member);
			break;
		case SCHEMA_SHAPE_VALUE:
			if (rule->kind == FACT_BODY && member->kind != JSON_LD_TEXT)
				return;
			add_values(data, rule, source, value, text_of);
			break;
	}
}

static void
add_work(LinkedData *data, FactSource source, const JsonLdValue *object)
{
	static const FactRule type_rule = {"@type", FACT_TYPE, FACT_FORM_TEXT, FACT_SOURCE_JSON_LD,
									   "JSON-LD @type"};
	const JsonLdValue *type = json_member(object, "@type");

	if (type != NULL && !(data->stated >> FACT_TYPE & 1))
		add_values(data, &type_rule, source, type, text_of);
	for (const JsonLdValue *member = object->first; member != NULL; member = member->next)
		add_member(data, source, member);
	json_ld_read_entries(data->reader, &data->trees, object);
}

/* ---------------------------------------------------------------- entities around the article */

static void
add_breadcrumbs(LinkedData *data, const JsonLdValue *object)
{
	const JsonLdValue *list = json_member(object, "itemListElement");
	const JsonLdValue *crumb = list != NULL && list->kind == JSON_LD_ARRAY ? list->first : list;

	if (facts_from(&data->reader->facts, FACT_BREADCRUMB, FACT_SOURCE_JSON_LD_OTHER) != NULL)
		return;
	for (; crumb != NULL; crumb = crumb->next)
	{
		Str name = text_of(json_member(crumb, "name"));

		if (name.len == 0)
			name = text_of(json_member(json_member(crumb, "item"), "name"));
		fact_add(data->reader, FACT_BREADCRUMB, FACT_SOURCE_JSON_LD_OTHER, "JSON-LD breadcrumb",
				 name, PAGE_NONE);
		if (list->kind != JSON_LD_ARRAY)
			break;
	}
}

static void
add_name(LinkedData *data, FactKind kind, const char *label, const JsonLdValue *object)
{
	fact_add(data->reader, kind, FACT_SOURCE_JSON_LD_OTHER, label,
			 text_of(json_member(object, "name")), PAGE_NONE);
}

static void
add_other(LinkedData *data, const Entity *entity)
{
	switch (entity->class)
	{
		case SCHEMA_ARTICLE:
		case SCHEMA_PAGE:
			add_work(data, FACT_SOURCE_JSON_LD_OTHER, entity->object);
			break;
		case SCHEMA_SITE:
			add_name(data, FACT_SITE_NAME, "JSON-LD WebSite", entity->object);
			break;
		case SCHEMA_ORGANIZATION:
			add_name(data, FACT_PUBLISHER, "JSON-LD Organization", entity->object);
			break;
		case SCHEMA_BREADCRUMBS:
			add_breadcrumbs(data, entity->object);
			break;
		default:
			break;
	}
}

/* Returns the kinds that the article itself states, as bits. */
static uint32_t
stated_kinds(const Facts *facts)
{
	uint32_t kinds = 0;

	for (uint32_t i = 0; i < facts->count; i++)
		if (facts->items[i].source == FACT_SOURCE_JSON_LD)
			kinds |= UINT32_C(1) << facts->items[i].kind;
	return kinds;
}

/*
 * Is it a second description of the same article, written by another program of the site?  It fills
 * gaps.
 */
static bool
is_twin(const Entity *entity, const Entity *main)
{
	return entity->class == SCHEMA_ARTICLE && entity != main && entity->headline.len > 0 &&
		   str_equal(entity->headline, main->headline);
}

static void
read_entities(LinkedData *data)
{
	Entity *main;

	collect(data, &data->trees.root);
	learn_page(data);
	main = find_main(data);
	if (main != NULL)
		add_work(data, FACT_SOURCE_JSON_LD, main->object);
	for (uint32_t i = 0; i < data->count; i++)
	{
		const Entity *entity = &data->entities[i];

		if (entity == main)
			continue;
		data->stated = 0;
		if (main != NULL && is_twin(entity, main))
		{
			data->stated = stated_kinds(&data->reader->facts);
			add_work(data, FACT_SOURCE_JSON_LD, entity->object);
		}
		else
			add_other(data, entity);
	}
}

void
json_ld_read(Reader *reader)
{
	Arena scratch = arena_scratch(reader->arena);
	LinkedData data = {.reader = reader};

	json_ld_trees(&data.trees, reader, &scratch);
	data.entities = arena_array(&scratch, Entity, MAX_ENTITIES);
	if (data.trees.root.count > 0)
		read_entities(&data);
	arena_free(&scratch);
}
