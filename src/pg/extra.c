/*
 * extra.c
 *	  parsed_article.extra as jsonb: the version that parsed the page; the encoding its bytes were
 *	  decoded from; images with captions, embeds, author URLs, breadcrumbs, next page, AMP page; the
 *	  entries of a live blog; the sources of title, authors, dates and what the caller knew, and how
 *	  sure they are; and the kind of a document that is not a page.
 */
#include "postgres.h"

#include "datatype/timestamp.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "base/version.h"
#include "pg/extra.h"
#include "pg/jsonbuild.h"

static void
add_images(JsonBuild *build, const Article *article)
{
	if (article->nimages == 0)
		return;
	jsonbuild_key(build, STR("images"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < article->nimages; i++)
	{
		const ArticleImage *image = &article->images[i];

		jsonbuild_object(build);
		jsonbuild_member(build, "url", image->url);
		jsonbuild_member(build, "caption", image->caption);
		jsonbuild_member(build, "credit", image->credit);
		jsonbuild_member(build, "alt", image->alt);
		jsonbuild_close(build);
	}
	jsonbuild_close(build);
}

/* "2023-03-14T18:30:00Z": the same in every session. */
static Str
instant_text(const Instant *instant)
{
	int64 days = instant->seconds / SECS_PER_DAY - (instant->seconds % SECS_PER_DAY < 0);
	int seconds = (int) (instant->seconds - days * SECS_PER_DAY);
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(days, &year, &month, &day);
	return str_cstr(psprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, seconds / 3600,
							 seconds / 60 % 60, seconds % 60));
}

static void
add_entries(JsonBuild *build, const Article *article)
{
	if (article->nentries == 0)
		return;
	jsonbuild_key(build, STR("entries"));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < article->nentries; i++)
	{
		const ArticleEntry *entry = &article->entries[i];

		jsonbuild_object(build);
		if (entry->instant.known)
			jsonbuild_member(build, "instant", instant_text(&entry->instant));
		jsonbuild_member(build, "title", entry->title);
		jsonbuild_close(build);
	}
	jsonbuild_close(build);
}

static void
add_name(JsonBuild *build, const char *key, const char *name)
{
	if (name != NULL)
		jsonbuild_member(build, key, str_cstr(name));
}

#define KNOWN_MOST 8

/*
 * Lists the fields that the caller knew and that have no source or confidence of their own; returns
 * how many.
 */
static int
list_known(const ArticleKnown *known, const char *names[KNOWN_MOST])
{
	const struct
	{
		bool known;
		const char *name;
	} fields[KNOWN_MOST] = {
		{known->modified.known, "modified_at"},
		{known->site_name.data != NULL, "site_name"},
		{known->url.data != NULL, "url"},
		{known->language.data != NULL, "language"},
		{known->section.data != NULL, "section"},
		{known->tags.count > 0, "tags"},
		{known->description.data != NULL, "description"},
		{known->image_url.data != NULL, "image_url"},
	};
	int count = 0;

	for (int i = 0; i < KNOWN_MOST; i++)
	{
		if (fields[i].known)
			names[count++] = fields[i].name;
	}
	return count;
}

static void
add_true(JsonBuild *build, const char *key)
{
	JsonbValue value = {.type = jbvBool, .val.boolean = true};

	jsonbuild_key(build, str_cstr(key));
	jsonbuild_value(build, &value);
}

static void
add_sources(JsonBuild *build, const Article *article)
{
	const char *known[KNOWN_MOST];
	int count = list_known(article->known, known);

	if (article->title_source == NULL && article->authors_source == NULL &&
		article->body_source == NULL && !article->published.known && !article->modified.known &&
		count == 0)
		return;
	jsonbuild_key(build, STR("sources"));
	jsonbuild_object(build);
	add_name(build, "title", article->title_source);
	add_name(build, "authors", article->authors_source);
	if (article->published.known)
		add_name(build, "published_at", article->published.source);
	if (article->modified.known && !article->known->modified.known)
		add_name(build, "modified_at", article->modified.source);
	for (int i = 0; i < count; i++)
		add_name(build, known[i], ARTICLE_KNOWN_SOURCE);
	add_name(build, "body", article->body_source);
	jsonbuild_close(build);
}

/* Adds a probability to two digits, or nothing if it is 0: nothing was found. */
static void
add_probability(JsonBuild *build, const char *key, float probability)
{
	char digits[16];
	JsonbValue value = {.type = jbvNumeric};

	if (probability <= 0)
		return;
	snprintf(digits, sizeof(digits), "%.2f", (double) probability);
	value.val.numeric = DatumGetNumeric(DirectFunctionCall3(
		numeric_in, CStringGetDatum(digits), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
	jsonbuild_key(build, str_cstr(key));
	jsonbuild_value(build, &value);
}

static void
add_confidence(JsonBuild *build, const Article *article)
{
	const char *known[KNOWN_MOST];
	int count = list_known(article->known, known);

	if (article->confidence_title <= 0 && article->confidence_published <= 0 &&
		article->confidence_authors <= 0 && count == 0)
		return;
	jsonbuild_key(build, STR("confidence"));
	jsonbuild_object(build);
	add_probability(build, "title", article->confidence_title);
	add_probability(build, "published_at", article->confidence_published);
	add_probability(build, "authors", article->confidence_authors);
	for (int i = 0; i < count; i++)
		add_probability(build, known[i], 1);
	jsonbuild_close(build);
}

Datum
extra_datum(const Article *article)
{
	JsonBuild build = {0};

	jsonbuild_object(&build);
	add_name(&build, "version", ARTICLE_VERSION);
	add_name(&build, "encoding", article->encoding);
	add_images(&build, article);
	add_entries(&build, article);
	jsonbuild_list(&build, "embeds", &article->embeds);
	jsonbuild_list(&build, "author_urls", &article->author_urls);
	jsonbuild_list(&build, "breadcrumbs", &article->breadcrumbs);
	jsonbuild_member(&build, "next_page", article->next_page);
	jsonbuild_member(&build, "single_page", article->single_page);
	jsonbuild_member(&build, "amp_url", article->amp_url);
	add_sources(&build, article);
	add_confidence(&build, article);
	jsonbuild_list(&build, "rules_missed", &article->rules_missed);
	jsonbuild_list(&build, "rules_over_limit", &article->rules_over_limit);
	if (article->native_ad)
		add_true(&build, "native_ad");
	jsonbuild_member(&build, "not_a_page", article->not_a_page);
	jsonbuild_close(&build);
	return JsonbPGetDatum(JsonbValueToJsonb(build.result));
}
