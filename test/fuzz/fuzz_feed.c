/*
 * fuzz_feed.c
 *	  Any text gives entries or none: valid UTF-8 without NUL, absolute addresses, bounded lists, no
 *	  more entries than the text has room for. Input: a byte that chooses the text before the rest,
 *	  so that pages and words reach all readers.
 */
#include "fuzz.h"

#include "base/array.h"
#include "feed/draft.h"
#include "feed/xml_scan.h"
#include "html/encoding.h"

static const char *const heads[] = {
	"",
	"<rss><channel>",
	"<item>",
	"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='a/'>",
	"<entry><content type='xhtml'>",
	"<urlset>",
	"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>",
	"{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{",
};

/* The shortest entry: "<item>a" without an end, or "{}," in JSON. */
#define SHORTEST_ENTRY 3

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 3600;
}

static void
check_address(Str url)
{
	fuzz_check_text(url);
	fuzz_check(url.data == NULL || str_starts_ascii(url, STR("http://")) ||
			   str_starts_ascii(url, STR("https://")));
}

static void
check_list(const StrList *list, uint32_t most)
{
	fuzz_check(list->count <= most);
	for (uint32_t i = 0; i < list->count; i++)
	{
		fuzz_check_text(list->items[i]);
		fuzz_check(list->items[i].len > 0);
	}
}

static void
check_files(const FeedEntry *entry)
{
	fuzz_check(entry->nenclosures <= FEED_ENCLOSURES && entry->nmembers <= FEED_MEMBERS);
	for (uint32_t i = 0; i < entry->nenclosures; i++)
	{
		check_address(entry->enclosures[i].url);
		fuzz_check_text(entry->enclosures[i].type);
		fuzz_check_text(entry->enclosures[i].length);
		fuzz_check_text(entry->enclosures[i].title);
	}
	for (uint32_t i = 0; i < entry->nmembers; i++)
	{
		fuzz_check_text(entry->members[i].name);
		fuzz_check_text(entry->members[i].text);
		fuzz_check(entry->members[i].name.len > 0);
		fuzz_check(entry->members[i].text.len <= FEED_MEMBER_BYTES);
	}
}

static void
check_entry(void *context, const FeedEntry *entry)
{
	uint32_t *count = context;

	(*count)++;
	fuzz_check(entry->kind != NULL);
	fuzz_check_text(entry->guid);
	check_address(entry->url);
	fuzz_check_text(entry->title);
	check_list(&entry->authors, 128);
	check_list(&entry->tags, FEED_TAGS);
	fuzz_check_text(entry->summary);
	fuzz_check_text(entry->html);
	check_address(entry->image_url);
	fuzz_check_text(entry->language);
	fuzz_check_text(entry->site_name);
	check_files(entry);
}

/* The scanner's tokens follow each other, and each moves on. */
static void
check_tokens(const Arena *arena, Str text)
{
	XmlScan scan;
	XmlToken token;
	uint32_t at = 0;

	xml_scan_init(&scan, arena, text);
	while (xml_scan_next(&scan, &token))
	{
		fuzz_check(token.start >= at && scan.at > token.start && scan.at <= text.len);
		fuzz_check_text(token.name);
		fuzz_check_text(token.attributes);
		fuzz_check_text(token.text);
		at = scan.at;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	uint8_t choice = fuzz_take_byte(&input);
	FeedOptions options = {.url = choice & 0x80 ? STR("https://a.example/b/c.xml") : STR_NONE,
						   .zone_offset = no_offset};
	Str head = str_cstr(heads[choice % lengthof(heads)]);
	uint32_t count = 0;
	Arena arena;
	Str text;

	arena_init(&arena, arena_malloc);
	text = str_concat(&arena, head, encoding_clean_utf8(&arena, input));
	text = str_copy(&arena, text);
	check_tokens(&arena, text);
	feed_read(&arena, text, &options, check_entry, &count);
	fuzz_check(count <= text.len / SHORTEST_ENTRY);
	arena_free(&arena);
	return 0;
}
