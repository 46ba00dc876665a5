/*
 * facts.c
 *	  What a page declares about itself: reads its head and its linked data into a flat list of
 *	  facts.
 *
 * Nothing is judged here.  The same statement made twice gives two facts; a consumer that needs a
 * single value weighs them by kind and source.
 */
#include "article/declared/facts.h"

#include "base/array.h"
#include "text/compare.h"
#include "article/declared/microdata.h"
#include "html/url.h"

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
	if (facts->count == facts->size)
	{
		uint32_t size = facts->size ? facts->size * 2 : 64;

		facts->items = arena_grow(reader->arena, facts->items, sizeof(Fact) * facts->count,
								  sizeof(Fact) * size);
		facts->size = size;
	}
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

static bool
is_one_of(Str value, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_ascii(value, str_cstr(words[i])))
			return true;
	return false;
}

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
	if (is_one_of(value, no, lengthof(no)))
		return STR("true");
	return is_one_of(value, yes, lengthof(yes)) ? STR("false") : STR_NONE;
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
	return is_one_of(value, paid, lengthof(paid)) ? STR("true") : STR_NONE;
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
compare_key_name(const char *name, Str key)
{
	for (uint32_t i = 0; i < key.len; i++)
	{
		int order = (unsigned char) name[i] - (unsigned char) fold_key_char(key.data[i]);

		if (order != 0)
			return order;
	}
	return name[key.len] == '\0' ? 0 : 1;
}

const FactRule *
fact_rule_find(const FactRule *rules, size_t count, Str key)
{
	size_t low = 0;
	size_t high = count;

	while (low < high)
	{
		size_t middle = (low + high) / 2;
		int order = compare_key_name(rules[middle].name, key);

		if (order == 0)
			return &rules[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* ---------------------------------------------------------------- the head */

/* The key without an unregistered vendor prefix: "vendor:pubdate" → "pubdate". */
static Str
without_vendor(Str key)
{
	for (uint32_t i = 0; i < key.len; i++)
		if (key.data[i] == ':' || key.data[i] == '.')
			return str_sub(key, i + 1, key.len);
	return STR_NONE;
}

static void
read_meta(Reader *reader, const PageMeta *meta)
{
	const FactRule *rule = fact_rule_find(meta_rules, meta_rule_count, meta->key);

	if (rule != NULL)
	{
		facts_add(reader, rule, meta->content, meta->node);
		return;
	}
	rule = fact_rule_find(meta_rules, meta_rule_count, without_vendor(meta->key));
	if (rule != NULL &&
		(rule->kind == FACT_PUBLISHED || rule->kind == FACT_MODIFIED || rule->kind == FACT_AUTHOR))
		facts_add_from(reader, rule, FACT_SOURCE_PARSELY, meta->content, meta->node);
}

/* Twitter's free-form fields: the label, as a compare_key, says whether the value is a name. */
static void
read_twitter_label(Reader *reader, uint32_t label)
{
	static const char *const words[] = {
		"written by", "author",		  "by",		"ecrit par",	   "redige par", "auteur",
		"par",		  "verfasst von", "autor",	"geschrieben von", "von",		 "escrito por",
		"por",		  "scritto da",	  "autore", "geschreven door", "door"};
	const Page *page = &reader->page;
	Str number = str_sub(page->metas[label].key, sizeof("twitter:label") - 1, 2);

	if (!is_one_of(compare_key(reader->arena, page->metas[label].content), words, lengthof(words)))
		return;
	for (uint32_t i = 0; i < page->nmetas; i++)
	{
		const PageMeta *meta = &page->metas[i];

		if (str_starts_ascii(meta->key, STR("twitter:data")) &&
			str_equal(str_sub(meta->key, sizeof("twitter:data") - 1, 2), number))
		{
			fact_add(reader, FACT_AUTHOR, FACT_SOURCE_TWITTER, "twitter:data", meta->content,
					 meta->node);
			return;
		}
	}
}

static void
read_metas(Reader *reader)
{
	const Page *page = &reader->page;
	uint32_t labels = 0;

	for (uint32_t i = 0; i < page->nmetas; i++)
	{
		if (page->metas[i].kind == META_ITEMPROP)
			continue; /* microdata.c reads them: they belong to the enclosing items */
		read_meta(reader, &page->metas[i]);
		if (str_starts_ascii(page->metas[i].key, STR("twitter:label")) && labels++ < 4)
			read_twitter_label(reader, i);
	}
}

static void
read_link(Reader *reader, const PageLink *link)
{
	static const struct
	{
		Str rel;
		FactKind kind;
		const char *label;
	} kinds[] = {
		{{"canonical", 9}, FACT_URL, "rel=canonical"},
		{{"author", 6}, FACT_AUTHOR_URL, "rel=author"},
		{{"amphtml", 7}, FACT_AMP_URL, "rel=amphtml"},
		{{"next", 4}, FACT_NEXT_PAGE, "rel=next"},
		{{"image_src", 9}, FACT_IMAGE, "rel=image_src"},
	};
	uint32_t found = 0;
	uint32_t pos = 0;
	Str word;

	while ((word = next_word(link->rel, &pos)).len > 0)
		for (size_t i = 0; i < lengthof(kinds); i++)
			if (word.len == kinds[i].rel.len && str_equal_ascii(word, kinds[i].rel))
				found |= 1u << i;
	for (size_t i = 0; i < lengthof(kinds); i++)
		if (found >> i & 1)
			fact_add(reader, kinds[i].kind, FACT_SOURCE_LINK, kinds[i].label, link->href,
					 link->node);
}

/* ---------------------------------------------------------------- the base of references */

static Str
declared_address(Reader *reader)
{
	const Fact *fact;
	uint32_t i = 0;

	while ((fact = facts_next(&reader->facts, FACT_URL, &i)) != NULL)
	{
		Str address = STR_NONE;

		if (fact->source == FACT_SOURCE_LINK || fact->source == FACT_SOURCE_OPEN_GRAPH)
			address = url_resolve(reader->arena, STR_NONE, fact->text);
		if (address.data != NULL)
			return address;
	}
	return STR_NONE;
}

/*
 * Limit on the length of a base URL, in bytes.  Each resolved link may be that long, and a page may
 * have a link every 112 bytes. Of 1533 news pages, none has an address longer than 454 bytes.
 */
#define LONGEST_BASE 512

/*
 * Shortens a base URL that is too long: drops its query or, if that is not enough, its whole path.
 */
static Str
bounded_base(Str base)
{
	uint32_t end = 0;

	if (base.len <= LONGEST_BASE)
		return base;
	while (end < LONGEST_BASE && base.data[end] != '?' && base.data[end] != '#')
		end++;
	if (end == LONGEST_BASE)
		end = (uint32_t) (url_path(base).data - base.data) + 1;
	return str_sub(base, 0, end);
}

/*
 * Finds the address of the page, as given by the caller or declared by the page, and resolves
 * <base> against it.
 */
static void
find_base(Reader *reader)
{
	Str address = url_resolve(reader->arena, STR_NONE, reader->options->url);
	Str base = STR_NONE;

	if (address.data == NULL)
		address = declared_address(reader);
	if (reader->page.base.len > 0)
		base = url_resolve(reader->arena, address, reader->page.base);
	reader->base_url = bounded_base(base.data != NULL ? base : address);
}

void
facts_read(Reader *reader)
{
	const Page *page = &reader->page;

	fact_add(reader, FACT_TITLE, FACT_SOURCE_HTML, "<title>", page->title, PAGE_NONE);
	fact_add(reader, FACT_LANGUAGE, FACT_SOURCE_HTML, "<html lang>", page->html_lang, PAGE_NONE);
	read_metas(reader);
	for (uint32_t i = 0; i < page->nlinks; i++)
		read_link(reader, &page->links[i]);
	find_base(reader);
	if (reader->ruling == NULL || !reader->ruling->skip_json_ld)
		json_ld_read(reader);
	microdata_read(reader);
}
