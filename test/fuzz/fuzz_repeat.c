/*
 * fuzz_repeat.c
 *	  A page of four times the size takes about four times as long: searches for quadratic time.
 *	  Input: three pieces separated by line feeds; the second is repeated between the first and the
 *	  third.
 */
#include "fuzz.h"

#include <time.h>

#include "article/reader.h"
#include "html/encoding.h"
#include "pg/json.h"

#define SHORT_PAGE (32 * 1024)
#define GROWTH 4
#define TOLERATED (3 * GROWTH)
#define WORTH_A_LOOK 0.3 /* seconds: below it, the clock and the caches dominate */

/*
 * Most memory per byte of the page, in addition to a first megabyte: "<p>a" takes 660, for its
 * nodes and block.
 */
#define MOST_MEMORY 1000
#define LEAST_MEMORY (1024 * 1024)

static Str
repeat(Arena *arena, Str head, Str unit, Str tail, size_t size)
{
	StrBuf page;

	strbuf_init(&page, arena);
	strbuf_add(&page, head);
	while (page.len < size)
		strbuf_add(&page, unit);
	strbuf_add(&page, tail);
	return encoding_clean_utf8(arena, strbuf_str(&page));
}

/* CPU seconds for reading the page. */
static double
read_page(Str head, Str unit, Str tail, size_t size)
{
	ArticleOptions options = {.url = STR("https://journal.example/"), .json = json_parse_events};
	clock_t start;
	Reader reader;
	Arena arena;
	Str page;

	arena_init(&arena, arena_malloc);
	page = repeat(&arena, head, unit, tail, size);
	memset(&reader, 0, sizeof(reader));
	start = clock();
	fuzz_check(article_read(&reader, &arena, page, &options) == PAGE_OK);
	fuzz_check(arena.total <= LEAST_MEMORY + size * MOST_MEMORY);
	start = clock() - start;
	arena_free(&arena);
	return (double) start / CLOCKS_PER_SEC;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	Str head = fuzz_take_until(&input, '\n');
	Str unit = fuzz_take_until(&input, '\n');
	double once;

	if (unit.len == 0)
		return 0;
	once = read_page(head, unit, input, SHORT_PAGE);
	if (once > WORTH_A_LOOK / TOLERATED)
	{
		double longer = read_page(head, unit, input, GROWTH * SHORT_PAGE);

		fuzz_check(longer < WORTH_A_LOOK || longer < once * TOLERATED);
	}
	return 0;
}
