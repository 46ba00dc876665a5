/*
 * test_poll.c
 *	  Whatever the page, its caller is polled often enough: polls are counted, not timed.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "article/reader.h"
#include "feed/feed.h"
#include "french/exact.h"
#include "french/name.h"
#include "french/word_scan.h"
#include "html/encoding.h"
#include "xml/xml_out.h"

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

/* ---------------------------------------------------------------- functions of texts */

static void
read_words(Arena *arena, Str text)
{
	WordScan scan;

	word_scan_start(&scan, arena, text);
	while (word_scan_next(&scan))
		arena_poll(arena);
}

static void
read_names(Arena *arena, Str text)
{
	Names names;

	names_find(&names, arena, text);
}

/* The text is searched for a phrase of its own length, which a letter more makes another. */
static void
read_phrase(Arena *arena, Str text)
{
	StrBuf other;

	strbuf_init(&other, arena);
	strbuf_add_char(&other, 'a');
	strbuf_add(&other, str_make(text.data, text.len - 1));
	tap_ok(!exact_has(arena, strbuf_str(&other), text), "a long phrase is in no other text");
}

static void
write_xml(Arena *arena, Str text)
{
	static const XmlWriting writing;
	XmlOut out;

	xml_out_begin(&out, arena, &writing, STR_NONE);
	xml_out_text(&out, text, true);
	tap_ok(out.buf.len == text.len, "a plain text is written as it is");
}

static void
ignore_entry(void *context, const FeedEntry *entry)
{
	(void) context;
	(void) entry;
}

static void
read_feed(Arena *arena, Str text)
{
	FeedOptions options = {.zone_offset = no_offset};

	feed_read(arena, text, &options, ignore_entry, NULL);
}

static const struct
{
	const char *what;
	const char *head;
	const char *unit;
	void (*read)(Arena *arena, Str text);
	size_t bytes_a_look;
} texts[] = {
	{"words of blanks", "", " ", read_words, 2 * ARENA_POLL_STEPS},
	{"words of one word", "", "\xC3\xA9", read_words, 2 * ARENA_POLL_STEPS},
	{"names of blanks", "", " ", read_names, 2 * ARENA_POLL_STEPS},
	{"a phrase", "", "la mer monte ", read_phrase, ARENA_POLL_STEPS / 2},
	{"XML of plain text", "", "a", write_xml, 1024 * 1024},
	{"a JSON feed of brackets", "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [",
	 "[", read_feed, 2 * ARENA_POLL_STEPS},
};

static void
check_text(size_t i)
{
	ArenaAllocator allocator = arena_malloc;
	Arena arena;
	StrBuf text;

	strbuf_init(&text, &tap_arena);
	strbuf_add(&text, str_cstr(texts[i].head));
	while (text.len < PAGE_BYTES)
		strbuf_add(&text, str_cstr(texts[i].unit));
	allocator.poll = poll;
	arena_init(&arena, allocator);
	looks = 0;
	texts[i].read(&arena, strbuf_str(&text));
	tap_ok(looks >= PAGE_BYTES / texts[i].bytes_a_look, texts[i].what);
	if (looks < PAGE_BYTES / texts[i].bytes_a_look)
		printf("# %u looks\n", looks);
	arena_free(&arena);
}

void
test_poll(void)
{
	for (size_t i = 0; i < lengthof(shapes); i++)
		check_shape(i);
	for (size_t i = 0; i < lengthof(texts); i++)
		check_text(i);
}
