/*
 * facts.c
 *	  The list of what a page declares about itself: raw values in, facts out.
 *
 * Nothing is judged here.  The same statement made twice gives two facts; a consumer that needs a
 * single value weighs them by kind and source.
 */
#include "article/declared/facts.h"

#include <stdlib.h>

#include "base/array.h"

/* More of one kind than any page needs; the limit keeps later stages linear. */
#define MAX_FACTS_OF_A_KIND 128

/* ---------------------------------------------------------------- the list */

const char *
fact_source_name(FactSource source)
{
	static const char *const names[FACT_SOURCE_COUNT] = {
		[FACT_SOURCE_JSON_LD] = "JSON-LD",
		[FACT_SOURCE_JSON_LD_OTHER] = "JSON-LD (other)",
		[FACT_SOURCE_OPEN_GRAPH] = "Open Graph",
		[FACT_SOURCE_TWITTER] = "Twitter",
		[FACT_SOURCE_DUBLIN_CORE] = "Dublin Core",
		[FACT_SOURCE_PARSELY] = "analytics meta",
		[FACT_SOURCE_META] = "meta",
		[FACT_SOURCE_MICRODATA] = "microdata",
		[FACT_SOURCE_LINK] = "link",
		[FACT_SOURCE_HTML] = "HTML",
	};

	return source < FACT_SOURCE_COUNT ? names[source] : "";
}

const Fact *
facts_next(const Facts *facts, FactKind kind, uint32_t *i)
{
	while (*i < facts->count)
	{
		const Fact *fact = &facts->items[(*i)++];

		if (fact->kind == kind)
			return fact;
	}
	return NULL;
}

const Fact *
facts_from(const Facts *facts, FactKind kind, FactSource source)
{
	const Fact *fact;
	uint32_t i = 0;

	while ((fact = facts_next(facts, kind, &i)) != NULL)
		if (fact->source == source)
			return fact;
	return NULL;
}

static bool
has_room(const Reader *reader, FactKind kind)
{
	return kind < FACT_COUNT && reader->facts.of_kind[kind] < MAX_FACTS_OF_A_KIND;
}

/* A <meta> or <link> after the last node of the page is assigned to that node. */
static uint32_t
within_page(const Page *page, uint32_t node)
{
	return node != PAGE_NONE && node >= page->nnodes ? page->nnodes - 1 : node;
}

static void
append(Reader *reader, Fact fact)
{
	Facts *facts = &reader->facts;

	fact.node = within_page(&reader->page, fact.node);
	facts->items =
		arena_fit(reader->arena, facts->items, facts->count, &facts->size, 64, sizeof(Fact));
	facts->of_kind[fact.kind]++;
	facts->items[facts->count++] = fact;
}

void
fact_add(Reader *reader, FactKind kind, FactSource source, const char *key, Str text, uint32_t node)
{
	if (text.len == 0 || !has_room(reader, kind))
		return;
	text =
		kind == FACT_BODY ? fact_clean_lines(reader->arena, text) : fact_clean(reader->arena, text);
	if (text.len > 0 && !fact_is_placeholder(text))
		append(reader, (Fact){kind, source, text, key, node});
}

void
fact_add_node(Reader *reader, FactKind kind, FactSource source, const char *key, uint32_t node)
{
	if (has_room(reader, kind))
		append(reader, (Fact){kind, source, STR_NONE, key, node});
}

/* ---------------------------------------------------------------- values by form */

static void
add_keywords(Reader *reader, const FactRule *rule, FactSource source, Str value, uint32_t node)
{
	uint32_t start = 0;

	value = fact_clean(reader->arena, value);
	for (uint32_t i = 0; i <= value.len && has_room(reader, rule->kind); i++)
	{
		if (i < value.len && value.data[i] != ',' && value.data[i] != ';')
			continue;
		fact_add(reader, rule->kind, source, rule->label, str_sub(value, start, i - start), node);
		start = i + 1;
	}
}

/* FACT_PAID is the negation of isAccessibleForFree. */
static Str
paid_by_free(Str value)
{
	static const char *const yes[] = {"true", "1", "yes", "free", "schema:true"};
	static const char *const no[] = {"false", "0", "no", "schema:false"};

	value = str_trim(value);
	if (str_is_listed_ascii(value, no, lengthof(no)))
		return STR("true");
	return str_is_listed_ascii(value, yes, lengthof(yes)) ? STR("false") : STR_NONE;
}

/* A metered page is shown in full to most of its readers, so "metered" says nothing. */
static Str
paid_by_tier(Str value)
{
	static const char *const paid[] = {"locked",	 "paid",		"premium",
									   "subscriber", "subscribers", "abo"};

	value = str_trim(value);
	if (str_equal_ascii(value, STR("free")))
		return STR("false");
	return str_is_listed_ascii(value, paid, lengthof(paid)) ? STR("true") : STR_NONE;
}

void
facts_add_from(Reader *reader, const FactRule *rule, FactSource source, Str value, uint32_t node)
{
	FactKind kind = rule->kind;

	value = str_trim(value);
	switch (rule->form)
	{
		case FACT_FORM_KEYWORDS:
			add_keywords(reader, rule, source, value, node);
			return;
		case FACT_FORM_FREE:
			value = paid_by_free(value);
			break;
		case FACT_FORM_TIER:
			value = paid_by_tier(value);
			break;
		case FACT_FORM_AUTHOR:
			if (str_is_address(value))
				kind = FACT_AUTHOR_URL;
			break;
		case FACT_FORM_TEXT:
		case FACT_FORM_URL:
		case FACT_FORM_BODY:
			break;
	}
	fact_add(reader, kind, source, rule->label, value, node);
}

void
facts_add(Reader *reader, const FactRule *rule, Str value, uint32_t node)
{
	facts_add_from(reader, rule, rule->source, value, node);
}

/* ---------------------------------------------------------------- look-up of keys */

static char
fold_key_char(char c)
{
	return c == ':' || c == '_' || c == '-' ? '.' : ascii_lower(c);
}

static int
compare_key_name(const void *wanted, const void *rule)
{
	Str key = *(const Str *) wanted;
	const char *name = ((const FactRule *) rule)->name;

	for (uint32_t i = 0; i < key.len; i++)
	{
		int order = (unsigned char) fold_key_char(key.data[i]) - (unsigned char) name[i];

		if (order != 0)
			return order;
	}
	return name[key.len] == '\0' ? 0 : -1;
}

const FactRule *
fact_rule_find(const FactRule *rules, size_t count, Str key)
{
	return bsearch(&key, rules, count, sizeof(FactRule), compare_key_name);
}
