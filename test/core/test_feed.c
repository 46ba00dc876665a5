/*
 * test_feed.c
 *	  The entries of feeds; and whatever the feed, its reading takes bounded memory and polls often.
 *	  test/sql/feed.sql has a feed of each kind.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "feed/feed.h"
#include "feed/xml_scan.h"

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

static void
add_text(StrBuf *lines, Str text)
{
	strbuf_add(lines, text.data != NULL ? text : STR("-"));
	strbuf_add_char(lines, '|');
}

static void
add_entry(void *context, const FeedEntry *entry)
{
	StrBuf *lines = context;

	add_text(lines, entry->url);
	add_text(lines, entry->title);
	add_text(lines, entry->authors.count > 0 ? entry->authors.items[0] : STR_NONE);
	add_text(lines, entry->html);
	strbuf_add_char(lines, '\n');
}

/* Compares the entries, as "url|title|first author|html|" lines. */
static void
check(const char *feed, const char *expected, const char *name)
{
	FeedOptions options = {.url = STR("https://a.example/fil/rss.xml"), .zone_offset = no_offset};
	StrBuf lines;

	strbuf_init(&lines, &tap_arena);
	feed_read(&tap_arena, str_cstr(feed), &options, add_entry, &lines);
	tap_equal_text(strbuf_str(&lines), str_cstr(expected), name);
}

/* ---------------------------------------------------------------- the scanner */

static void
check_tokens(const char *text, const char *expected, const char *name)
{
	static const char kinds[] = "tcseE";
	XmlScan scan;
	XmlToken token;
	StrBuf lines;

	strbuf_init(&lines, &tap_arena);
	xml_scan_init(&scan, &tap_arena, str_cstr(text));
	while (xml_scan_next(&scan, &token))
	{
		strbuf_add_char(&lines, kinds[token.kind]);
		strbuf_add(&lines, token.kind == XML_SCAN_TEXT || token.kind == XML_SCAN_CDATA
							   ? token.text
							   : token.name);
		strbuf_add_char(&lines, ' ');
	}
	tap_equal_text(strbuf_str(&lines), str_cstr(expected), name);
}

static void
test_scanner(void)
{
	check_tokens("<a b='>'>x</a>", "sa tx Ea ", "a '>' in an attribute ends no tag");
	check_tokens("<a b='>x</a><c d='y'>", "sa tx Ea sc ", "a value that is not closed does");
	check_tokens("<a b=\"x<c/>", "sa ec ", "the next tag does, too");
	check_tokens("1 < 2 & <3", "t1 < 2 & <3 ", "a '<' that begins no tag is text");
	check_tokens("<!-- <a> --><?x y?><a/>", "ea ", "comments and instructions are skipped");
	check_tokens("<!-- <a>", "t<!--  sa ", "a comment without an end is text");
	check_tokens("<!DOCTYPE a [<!ENTITY b '<c>'>]><a>", "sa ", "so is the document type");
	check_tokens("<a><![CDATA[<b>]]></a>", "sa c<b> Ea ", "CDATA");
	check_tokens("<a><![CDATA[<b></a></item><item><c><![CDATA[d]]></c>",
				 "sa c<b> Ea Eitem sitem sc cd Ec ", "CDATA without an end ends with its element");
	check_tokens("<a><![CDATA[&lt;![CDATA[b]]></a>", "sa c&lt;![CDATA[b Ea ",
				 "one that has an end does not");
}

/* ---------------------------------------------------------------- bounds */

#define FEED_BYTES ((size_t) 2 * 1024 * 1024)
#define BYTES_A_LOOK ((size_t) 128 * 1024)
/* Memory: this many times the feed's size, and a megabyte. */
#define MOST_TIMES 6

static const struct
{
	const char *what;
	const char *head;
	const char *unit;
} shapes[] = {
	{"entries", "<rss>", "<item><title>a</title></item>"},
	{"entries without an end", "<rss>", "<item><title>a"},
	{"entries that say nothing", "<rss>", "<item>"},
	{"unknown elements without an end", "<rss><item><title>a</title>", "<b>"},
	{"summaries without an end", "<rss><item><title>a</title>", "<description>"},
	{"links without an end", "<rss><item><title>a</title>", "<link>"},
	{"end tags", "<rss><item><title>a</title>", "</description>"},
	{"attributes", "<rss><item><title>a</title><link ", "href='a' "},
	{"a long attribute", "<rss><item><title>a</title><link href='", "a"},
	{"references in an attribute", "<rss><item><title>a</title><link href='", "&amp;"},
	{"references in an address", "<rss><item><description><![CDATA[<a href='", "&amp;"},
	{"declarations of vocabularies", "<rss ", "xmlns:a='b' "},
	{"CDATA without an end", "<rss><item><title>a</title>", "<![CDATA["},
	{"CDATA in entries without an end", "<rss>", "<item><title><![CDATA["},
	{"CDATA in entries of Atom without an end", "<feed>", "<entry><title><![CDATA["},
	{"comments without an end", "<rss><item><title>a</title>", "<!--"},
	{"document types without an end", "<rss><item><title>a</title>", "<!a["},
	{"references", "<rss><item><title>a</title><description>", "&amp;"},
	{"ampersands", "<rss><item><title>a</title><description>", "&"},
	{"escaped markup", "<rss><item><title>a</title><description>", "&lt;p>"},
	{"markup", "<feed><entry><title>a</title><content type='xhtml'>", "<p>"},
	{"relative addresses", "<rss><item><description><![CDATA[", "<a href='b'>"},
	{"widths of pictures", "<rss><item><description><![CDATA[<img srcset='", "a 1x, "},
	{"one long title", "<rss><item><title>", "a "},
	{"lines of text", "<feed><entry><title>a</title><content>", "a\n"},
	{"tags", "<rss><item><title>a</title><category>", "a,"},
	{"files", "<rss><item><title>a</title>", "<enclosure url='a'/>"},
	{"authors", "<rss><item><title>a</title>", "<author>Anne Vidal</author>"},
	{"what has no column", "<rss><item><title>a</title>", "<a>b</a>"},
	{"words", "", "mer "},
	{"brackets of JSON", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", "{\"a\":["},
	{"strings of JSON", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"",
	 "\\u00e9"},
	{"entries of JSON", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[",
	 "{\"id\":\"a\"},"},
};

static uint32_t looks;

static void
count_look(void *context)
{
	(void) context;
	looks++;
}

static void
count_entry(void *context, const FeedEntry *entry)
{
	(void) entry;
	(*(uint32_t *) context)++;
}

static void
check_shape(size_t i)
{
	FeedOptions options = {.url = STR("https://a.example/"), .zone_offset = no_offset};
	ArenaAllocator allocator = arena_malloc;
	uint32_t count = 0;
	Arena arena;
	StrBuf feed;

	strbuf_init(&feed, &tap_arena);
	strbuf_add(&feed, str_cstr(shapes[i].head));
	while (feed.len < FEED_BYTES)
		strbuf_add(&feed, str_cstr(shapes[i].unit));
	allocator.poll = count_look;
	arena_init(&arena, allocator);
	looks = 0;
	feed_read(&arena, strbuf_str(&feed), &options, count_entry, &count);
	tap_ok(looks >= FEED_BYTES / BYTES_A_LOOK &&
			   arena.total < MOST_TIMES * FEED_BYTES + 1024 * 1024,
		   shapes[i].what);
	if (looks < FEED_BYTES / BYTES_A_LOOK)
		printf("# %u polls, %u entries\n", looks, count);
	arena_free(&arena);
}

/* ---------------------------------------------------------------- entries */

void
test_feed(void)
{
	test_scanner();
	check("<rss><item><title>Un</title><link>un</link></item></rss>",
		  "https://a.example/fil/un|Un|-|-|\n", "RSS");
	check("<rss><item><title>Un</title></item><title>Fil</title><entry><title>Deux</title></"
		  "entry></rss>",
		  "-|Un|-|-|\n-|Deux|-|-|\n", "what a feed says after an entry is not the entry's");
	check("<feed><entry><author><email>a@b.example</email><name>Anne Vidal</name></author>"
		  "<title>Un</title></entry><author><name>Luc Roy</name></author><entry><title>Deux</title>"
		  "</entry></feed>",
		  "-|Un|Anne Vidal|-|\n-|Deux|Luc Roy|-|\n", "an entry has its own author, or the feed's");
	check("<rss><item><title>Un</title><description>a "
		  "&lt;b&gt;c&lt;/b&gt;</description></item></rss>",
		  "-|Un|-|a <b>c</b>|\n", "markup that is escaped");
	check("<rss><item><title>Un</title><description>&lt;p&gt;a&lt;/p&gt;<br/>&lt;b&gt;c</"
		  "description></item></rss>",
		  "-|Un|-|<p>a</p><br><b>c|\n", "markup of which a tag is not escaped");
	check("<rss><item><title>Un</title><description><p>a &lt;b&gt;</p></description></item></rss>",
		  "-|Un|-|<p>a &lt;b&gt;</p>|\n", "markup that is not escaped, and shows a tag");
	check("<feed><entry><title>Un</title><content>a &lt;b&gt;</content></entry></feed>",
		  "-|Un|-|<p>a &lt;b&gt;</p>|\n", "text is escaped to be markup");
	check("<rss xmlns:x='http://purl.org/dc/elements/1.1/'><item><title>Un</title>"
		  "<x:creator>Anne Vidal</x:creator></item></rss>",
		  "-|Un|Anne Vidal|-|\n", "a vocabulary is known by its URI, not by its prefix");
	check("<rss><item><title>Un</title><y:source "
		  "xmlns:y='z'><title>x</title></y:source></item></rss>",
		  "-|Un|-|-|\n", "an element inside an unknown one is not the entry's");
	check("<rss><item><title>Un</title><description>La mer "
		  "<pubDate>x</pubDate><link>un</link></item></rss>",
		  "https://a.example/fil/un|Un|-|La mer|\n", "an element without an end ends at the next");
	check("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"Un "
		  "\\ud83d\\ude00 \\u0000\",",
		  "-|Un \xF0\x9F\x98\x80 \xEF\xBF\xBD|-|-|\n", "JSON that is cut off");
	check("<rss><item><title>Un\x01 titre\x0B net</title><link>/\x02un</link></item></rss>",
		  "https://a.example/un|Un titre net|-|-|\n", "control characters are left out");
	check("<rss><item><title>Un</title><author>av@b.example (Anne Vidal (AFP)), lr@b.example (Luc "
		  "Roy)</author></item><item><title>Deux</title><author>Luc Roy "
		  "(lr@b.example)</author></item>"
		  "</rss>",
		  "-|Un|Anne Vidal|-|\n-|Deux|Luc Roy|-|\n", "names in parentheses beside addresses");
	check("<html><item><title>Un</title></item></html>", "", "a page is no feed");
	for (size_t i = 0; i < lengthof(shapes); i++)
		check_shape(i);
}
