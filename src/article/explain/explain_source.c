/*
 * explain_source.c
 *	  Where a field's value was declared: the facts and the dates that agree with the article. The
 *	  choice was made elsewhere; here its result is compared with the candidates.
 */
#include "article/explain/explain.h"

#include "text/compare.h"
#include "html/url.h"

/* More places than this that agree on a value add nothing for a reader. */
#define SOURCES_MAX 6

/*
 * Do two texts consist of the same words? Texts of very different lengths are not compared: a page
 * may declare thousands of them next to a long one.
 */
static bool
same_words(Arena *arena, Str value, Str declared)
{
	Str key;

	if (value.data == NULL || value.len / 2 > declared.len + 16)
		return false;
	key = compare_key(arena, value);
	return key.len > 0 && str_equal(key, compare_key(arena, declared));
}

static bool
same_url(const Explanation *explanation, Str url, Str declared)
{
	const Reader *reader = explanation->reader;

	return url.data != NULL &&
		   str_equal(url, url_resolve(reader->arena, reader->base_url, declared));
}

/* Does a text name an author? A whole byline does too. */
static bool
names_author(const Explanation *explanation, Str text)
{
	const StrList *authors = &explanation->author_keys;
	Str key = compare_key(explanation->reader->arena, text);

	for (uint32_t i = 0; i < authors->count; i++)
		if (compare_contains(key, authors->items[i]))
			return true;
	return false;
}

static bool
gives_date(const Explanation *explanation, const Instant *instant, const Fact *fact)
{
	for (uint32_t i = 0; i < explanation->ndates; i++)
		if (str_equal(explanation->dates[i].instant.raw, fact->text) &&
			explain_same_date(explanation, instant, &explanation->dates[i].instant))
			return true;
	return false;
}

bool
explain_is_chosen(const Explanation *explanation, const Fact *fact)
{
	const Article *article = &explanation->reader->article;
	Arena *arena = explanation->reader->arena;

	switch (fact->kind)
	{
		case FACT_TITLE:
			return same_words(arena, article->title, fact->text);
		case FACT_SUBTITLE:
			return same_words(arena, article->subtitle, fact->text);
		case FACT_AUTHOR:
			return names_author(explanation, fact->text);
		case FACT_PUBLISHED:
			return gives_date(explanation, &article->published, fact);
		case FACT_MODIFIED:
			return gives_date(explanation, &article->modified, fact);
		case FACT_SITE_NAME:
		case FACT_PUBLISHER:
			return same_words(arena, article->site_name, fact->text);
		case FACT_URL:
			return same_url(explanation, article->url, fact->text);
		case FACT_LANGUAGE:
			return same_words(arena, article->language, fact->text);
		case FACT_SECTION:
			return same_words(arena, article->section, fact->text);
		case FACT_TAG:
			return strlist_has(&article->tags, fact->text);
		case FACT_DESCRIPTION:
			return same_words(arena, article->description, fact->text);
		case FACT_IMAGE:
			return same_url(explanation, article->image_url, fact->text);
		case FACT_BODY:
			return explanation->body_fact.data != NULL && fact->source == FACT_SOURCE_JSON_LD;
		case FACT_PAID:
			return article->paywalled && str_equal(fact->text, STR("true"));
		default:
			return false;
	}
}

static int64_t
day_of(const Explanation *explanation, const Instant *instant)
{
	const ArticleOptions *options = explanation->reader->options;
	int64_t local =
		instant->seconds + options->zone_offset(options->zone_context, instant->seconds);

	return date_day_of(local);
}

bool
explain_same_date(const Explanation *explanation, const Instant *instant, const Instant *date)
{
	if (!instant->known)
		return false;
	if (instant->has_time && date->has_time)
		return instant->seconds / 60 == date->seconds / 60;
	return day_of(explanation, instant) == day_of(explanation, date);
}

static bool
is_named(const char *const *named, uint32_t count, const char *place)
{
	for (uint32_t i = 0; i < count; i++)
		if (strcmp(named[i], place) == 0)
			return true;
	return false;
}

const char *
explain_fact_place(const Fact *fact)
{
	return fact->key != NULL ? fact->key : fact_source_name(fact->source);
}

/*
 * The place from which a field was chosen, as precisely as it is known: if "first" is a kind of
 * source, its fact that agrees.
 */
static const char *
chosen_place(const Explanation *explanation, FactKind kind, const char *first)
{
	const Fact *fact;
	uint32_t i = 0;

	while (first != NULL && (fact = facts_next(&explanation->reader->facts, kind, &i)))
		if (strcmp(fact_source_name(fact->source), first) == 0 &&
			explain_is_chosen(explanation, fact))
			return explain_fact_place(fact);
	return first;
}

uint32_t
explain_sources(Explanation *explanation, FactKind kind, const char *first)
{
	const char *named[SOURCES_MAX];
	uint32_t count = 0;
	uint32_t i = 0;
	const Fact *fact;

	first = chosen_place(explanation, kind, first);
	if (first != NULL)
	{
		explain_markup(explanation, "<b>");
		explain_say_phrase(explanation, first);
		explain_markup(explanation, "</b>");
		named[count++] = first;
	}
	while (count < SOURCES_MAX && (fact = facts_next(&explanation->reader->facts, kind, &i)))
		if (explain_is_chosen(explanation, fact) &&
			!is_named(named, count, explain_fact_place(fact)))
		{
			explain_markup(explanation, count > 0 ? ", " : "");
			explain_say_phrase(explanation, explain_fact_place(fact));
			named[count++] = explain_fact_place(fact);
		}
	return count;
}
