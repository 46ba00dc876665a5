/*
 * fuzz_article.c
 *	  Any bytes become an article whose fields are valid UTF-8, and all its views can be made.
 */
#include "fuzz.h"

#include "article/article.h"
#include "html/encoding.h"
#include "pg/json.h"

static int32_t
one_hour(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 3600;
}

static void
check_list(const StrList *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		fuzz_check_text(list->items[i]);
}

static void
check_article(const Article *article)
{
	const Str texts[] = {article->title,	   article->subtitle, article->site_name,
						 article->url,		   article->language, article->section,
						 article->description, article->body,	  article->image_url,
						 article->next_page,   article->amp_url};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		fuzz_check_text(texts[i]);
	check_list(&article->authors);
	check_list(&article->tags);
	check_list(&article->embeds);
	check_list(&article->breadcrumbs);
	for (uint32_t i = 0; i < article->nrelated; i++)
		fuzz_check_text(article->related[i].text);
	fuzz_check(article->confidence >= 0 && article->confidence <= 1);
}

static void
check_views(Reader *reader)
{
	uint32_t count = 0;

	(void) dates_list(reader, &count);
	(void) links_list(reader, &count);
	fuzz_check_text(article_to_html(reader));
	fuzz_check_text(article_to_markdown(reader));
	fuzz_check_text(page_to_text(reader));
	fuzz_check_text(article_to_explanation(reader));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ArticleOptions options = {0};
	Decoded decoded;
	Reader reader;
	Arena arena;

	arena_init(&arena, arena_malloc);
	options.url = STR("https://journal.example/2017/12/28/article.html");
	options.has_fetched_at = true;
	options.fetched_at = INT64_C(1514505240); /* 2017-12-28 23:54 UTC */
	options.zone_offset = one_hour;
	options.json = json_parse_events;
	decoded = encoding_decode(&arena, fuzz_input(data, size), STR_NONE);
	memset(&reader, 0, sizeof(reader));
	fuzz_check(article_read(&reader, &arena, decoded.text, &options) == PAGE_OK);
	check_article(&reader.article);
	check_views(&reader);
	arena_free(&arena);
	return 0;
}
