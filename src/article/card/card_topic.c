/*
 * card_topic.c
 *	  What the article is about, as its publisher files it: breadcrumbs, section, keywords.
 */
#include "article/card/card.h"

#include "article/known.h"
#include "base/array.h"
#include "text/compare.h"

#define MAX_TAGS 32			/* more are the site's vocabulary, not this article's */
#define MAX_TOPIC_BYTES 120 /* longer ones are sentences */
#define MIN_CUT_TITLE 20	/* bytes of a key; no section is as long */

static bool
is_address(Str text)
{
	return str_find(text, STR("://")) >= 0 || str_starts_ascii(text, STR("www."));
}

static bool
has_letter(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_alpha(text.data[i]) || (unsigned char) text.data[i] >= 0x80)
			return true;
	return false;
}

/* ---------------------------------------------------------------- breadcrumbs */

/*
 * Is this text the headline, as worded by any source on the page? A trail may cut it short; a
 * section may be its first word.
 */
static bool
is_title(const Reader *reader, Str text)
{
	Str key = compare_key(reader->arena, text);
	const Fact *fact;
	uint32_t i = 0;

	if (key.len < MIN_CUT_TITLE)
		return str_equal_ascii(text, reader->article.title);
	if (str_starts_ascii(compare_key(reader->arena, reader->article.title), key))
		return true;
	while ((fact = facts_next(&reader->facts, FACT_TITLE, &i)) != NULL)
		if (compare_contains(compare_key(reader->arena, fact->text), key))
			return true;
	return false;
}

static void
add_crumb(Reader *reader, Str text)
{
	StrList *crumbs = &reader->article.breadcrumbs;

	if (text.len > 0 && text.len <= MAX_TOPIC_BYTES && has_letter(text) &&
		!is_title(reader, text) && !strlist_has(crumbs, text))
		strlist_add(crumbs, reader->arena, text);
}

static void
read_breadcrumbs(Reader *reader)
{
	static const FactSource sources[] = {FACT_SOURCE_JSON_LD_OTHER, FACT_SOURCE_MICRODATA};
	StrList trail = {NULL, 0, 0};

	for (size_t s = 0; s < lengthof(sources) && reader->article.breadcrumbs.count == 0; s++)
	{
		const Fact *fact;
		uint32_t i = 0;

		while ((fact = facts_next(&reader->facts, FACT_BREADCRUMB, &i)) != NULL)
			if (fact->source == sources[s])
				add_crumb(reader, fact->text);
	}
	if (reader->article.breadcrumbs.count > 0)
		return;
	trail_read(reader, &trail);
	for (uint32_t i = 0; i < trail.count; i++)
		add_crumb(reader, trail.items[i]);
}

/* ---------------------------------------------------------------- section */

static bool
is_section(const Reader *reader, const Site *site, Str text)
{
	return text.len > 0 && text.len <= MAX_TOPIC_BYTES && has_letter(text) && !is_address(text) &&
		   !is_no_topic(text) && !is_title(reader, text) && !site_is(site, reader->arena, text);
}

/* The first item of a list such as "news,world". */
static Str
first_of_list(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (text.data[i] == ',' || text.data[i] == ';' || text.data[i] == '|')
			return str_trim(str_sub(text, 0, i));
	return text;
}

static Str
declared_section(const Reader *reader, const Site *site)
{
	static const FactSource sources[] = {
		FACT_SOURCE_OPEN_GRAPH, FACT_SOURCE_JSON_LD,	 FACT_SOURCE_PARSELY,	   FACT_SOURCE_META,
		FACT_SOURCE_MICRODATA,	FACT_SOURCE_DUBLIN_CORE, FACT_SOURCE_JSON_LD_OTHER};

	for (size_t s = 0; s < lengthof(sources); s++)
	{
		const Fact *fact;
		uint32_t i = 0;

		while ((fact = facts_next(&reader->facts, FACT_SECTION, &i)) != NULL)
		{
			Str text = first_of_list(fact->text);

			if (fact->source == sources[s] && is_section(reader, site, text))
				return text;
		}
	}
	return STR_NONE;
}

/* The last breadcrumb that is a section; else the first link that is marked as one. */
static Str
printed_section(const Reader *reader, const Site *site)
{
	const StrList *crumbs = &reader->article.breadcrumbs;
	const Fact *fact = facts_from(&reader->facts, FACT_SECTION, FACT_SOURCE_LINK);

	for (uint32_t i = crumbs->count; i > 0; i--)
		if (is_section(reader, site, crumbs->items[i - 1]))
			return crumbs->items[i - 1];
	return fact != NULL && is_section(reader, site, fact->text) ? fact->text : STR_NONE;
}

/* ---------------------------------------------------------------- tags */

/*
 * How closely a source of keywords is about this article: 0 is the closest. Plain keywords come
 * last, because many sites print the same ones on every page.
 */
static int
tag_rank(const Fact *fact)
{
	switch (fact->source)
	{
		case FACT_SOURCE_JSON_LD:
		case FACT_SOURCE_OPEN_GRAPH:
		case FACT_SOURCE_PARSELY:
			return 0;
		case FACT_SOURCE_LINK:
		case FACT_SOURCE_MICRODATA:
			return 1;
		case FACT_SOURCE_META:
			return str_equal(str_cstr(fact->key), STR("news_keywords")) ? 0 : 2;
		default:
			return 2;
	}
}

/* "section:politics" is a label for machines. */
static bool
is_machine_label(Str tag)
{
	for (uint32_t i = 0; i < tag.len; i++)
	{
		char c = tag.data[i];

		if (c == ':')
			return i > 0 && i + 1 < tag.len && !ascii_space(tag.data[i + 1]);
		if (!(c >= 'a' && c <= 'z') && c != '-' && c != '_')
			return false;
	}
	return false;
}

/* Adds a tag unless an earlier one equals it, ignoring case and accents. */
static void
add_tag(Reader *reader, StrList *keys, Str tag)
{
	Str key;

	while (tag.len > 0 && tag.data[0] == '#')
		tag = str_trim(str_sub(tag, 1, tag.len));
	if (tag.len == 0 || tag.len > MAX_TOPIC_BYTES || is_address(tag) || is_machine_label(tag) ||
		is_no_topic(tag) || is_title(reader, tag))
		return;
	key = compare_key(reader->arena, tag);
	if (key.len == 0 || strlist_has(keys, key) || keys->count >= MAX_TAGS)
		return;
	strlist_add(keys, reader->arena, key);
	strlist_add(&reader->article.tags, reader->arena, tag);
}

static void
read_tags(Reader *reader)
{
	StrList keys = {NULL, 0, 0};

	for (int rank = 0; rank <= 2 && keys.count == 0; rank++)
	{
		const Fact *fact;
		uint32_t i = 0;

		while ((fact = facts_next(&reader->facts, FACT_TAG, &i)) != NULL)
			if (tag_rank(fact) == rank)
				add_tag(reader, &keys, fact->text);
	}
}

void
topic_read(Reader *reader, const Site *site)
{
	const ArticleKnown *known = reader->options->known;
	Article *article = &reader->article;

	read_breadcrumbs(reader);
	article->section = known->section;
	if (article->section.data == NULL)
		article->section = declared_section(reader, site);
	if (article->section.data == NULL)
		article->section = printed_section(reader, site);
	article->tags = known->tags;
	if (article->tags.count == 0)
		read_tags(reader);
}
