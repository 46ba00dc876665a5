/*
 * fuzz_article.c
 *	  Any bytes become an article whose fields are valid UTF-8, trimmed and collapsed, whose
 *	  addresses are http or https, and all of whose views can be made: the HTML has no element that
 *	  runs, the explanation is ASCII. The caller may interrupt it anywhere.
 */
#include "article_checks.h"

#include "html/encoding.h"
#include "pg/json.h"

/* Returns true after it has been called this many times. */
static bool
patience_is_over(void *context)
{
	uint32_t *left = context;

	return (*left)-- == 0;
}

static void
check_interruption(Arena *arena, Str text, ArticleOptions *options, uint32_t patience)
{
	PageStatus status;
	Reader reader;

	options->page = (PageOptions){.interrupted = patience_is_over, .interrupt_context = &patience};
	status = article_read(&reader, arena, text, options);
	fuzz_check(status == PAGE_OK || status == PAGE_INTERRUPTED);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ArticleOptions options = {0};
	Reader reader;
	Arena arena;
	Str text;

	arena_init(&arena, arena_malloc);
	options.url = STR("https://journal.example/2017/12/28/article.html");
	options.has_fetched_at = true;
	options.fetched_at = INT64_C(1514505240); /* 2017-12-28 23:54 UTC */
	options.zone_offset = fuzz_one_hour;
	options.json = json_parse_events;
	text = encoding_decode(&arena, str_copy(&arena, fuzz_input(data, size)), STR_NONE).text;
	fuzz_check(article_read(&reader, &arena, text, &options) == PAGE_OK);
	fuzz_check_article(&reader.article);
	if (size % 4 == 0) /* the views take as long as the reading */
		fuzz_check_views(&reader);
	if (size % 16 == 1)
		check_interruption(&arena, text, &options, (uint32_t) size / 16 % 64);
	arena_free(&arena);
	return 0;
}
