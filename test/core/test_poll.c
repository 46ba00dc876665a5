/*
 * test_poll.c
 *	  Whatever the page, its caller is polled often enough: polls are counted, not timed.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "article/reader.h"
#include "html/encoding.h"

#define PAGE_BYTES ((size_t) 4 * 1024 * 1024)
/*
 * Most bytes read between two polls, over all stages: from this follows the least number of polls.
 */
#define BYTES_A_LOOK ((size_t) 64 * 1024)

static const struct
{
	const char *what;
	const char *head;
	const char *unit;
} shapes[] = {
	{"short blocks", "<h1>Le phare</h1>", "<p>a"},
	{"links", "<h1>Le phare</h1>", "<p><a href=/a/1>Le phare</a>"},
	{"one long paragraph", "<h1>Le phare</h1><p>", "la mer monte "},
	{"short lines without a tag", "", "a\n"},
	{"one line without a tag", "", "\xC3\xA9"},
	{"a name without an end", "<p>x<", "a"},
	{"a value without an end", "<p>x<a b=", "c"},
	{"items", "",
	 "<div itemscope itemtype=http://schema.org/Article><b itemprop=headline>a</b></div>"},
	{"text encoded twice", "<p>", "d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0 "},
};

static uint32_t looks;

static bool
count_look(void *context)
{
	(void) context;
	looks++;
	return false;
}

static void
poll(void *context)
{
	(void) count_look(context);
}

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

static void
check_shape(size_t i)
{
	ArticleOptions options = {.zone_offset = no_offset, .page = {.interrupted = count_look}};
	ArenaAllocator allocator = arena_malloc;
	Arena arena;
	StrBuf page;
	Reader reader;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, str_cstr(shapes[i].head));
	while (page.len < PAGE_BYTES)
		strbuf_add(&page, str_cstr(shapes[i].unit));
	allocator.poll = poll;
	arena_init(&arena, allocator);
	looks = 0;
	tap_equal_int(article_read(&reader, &arena, strbuf_str(&page), &options), PAGE_OK,
				  shapes[i].what);
	tap_ok(looks >= PAGE_BYTES / BYTES_A_LOOK, shapes[i].what);
	if (looks < PAGE_BYTES / BYTES_A_LOOK)
		printf("# %u looks\n", looks);
	arena_free(&arena);
}

void
test_poll(void)
{
	for (size_t i = 0; i < lengthof(shapes); i++)
		check_shape(i);
}
