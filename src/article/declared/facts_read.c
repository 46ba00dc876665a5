/*
 * facts_read.c
 *	  Reads what a page declares about itself, into the list of facts.c: its head here, JSON-LD and
 *	  microdata by their own files.  Then the address that references are resolved against.
 */
#include "article/declared/facts.h"

#include "base/array.h"
#include "article/declared/microdata.h"
#include "html/url.h"
#include "text/compare.h"

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

	if (!str_is_listed_ascii(compare_key(reader->arena, page->metas[label].content), words,
							 lengthof(words)))
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
