/*
 * article_core.c
 *	  The core as a program, for benchmarks and for people; needs no server.
 *
 * In: LIST.tsv (id, URL, time zone, path of the HTML; one page per line). Out: one JSON object per
 * page. --text prints all visible text of each page, as html_text; --explain prints how the core
 * judges one page, --explain-html the same as article_explain; --views prints article_html,
 * article_markdown and article_tei of each page, --whole those of the whole page; --time compares
 * the time with that of libxml2's tree. --rules FOLDER reads each page with the rules of its site,
 * from a folder of ftr-site-config; --check-rules FILE prints which of its lines have no effect.
 * The output is what the SQL functions return for the same bytes.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <libxml/HTMLparser.h>

#include "article/reader.h"
#include "french/lexicon.h"
#include "html/document.h"
#include "pg/json.h"
#include "rules/rule_host.h"
#include "rules/rule_set.h"

#define DEFAULT_ZONE "Europe/Paris"

typedef struct Bytes
{
	char *data;
	size_t len;
} Bytes;

typedef struct ListLine
{
	char *id;
	char *url;
	char *zone;
	char *path;
} ListLine;

typedef struct Settings
{
	bool has_fetched_at;
	int64_t fetched_at;
	const char *only; /* --time: "article", "tree" or NULL for both */
	int rounds;
	bool views;
	bool whole;
	bool french;	   /* --explain-html */
	const char *rules; /* a folder of rules, or NULL */
} Settings;

static void
fail(const char *what, const char *name)
{
	fprintf(stderr, "article-core: %s %s: %s\n", what, name, strerror(errno));
	exit(2);
}

static Bytes
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	Bytes bytes = {NULL, 0};
	size_t size = 0;
	size_t got;

	if (file == NULL)
		fail("cannot open", path);
	do
	{
		if (size - bytes.len < 65536)
		{
			size = size * 2 + 65536;
			bytes.data = realloc(bytes.data, size);
			if (bytes.data == NULL)
				fail("no memory for", path);
		}
		got = fread(bytes.data + bytes.len, 1, size - bytes.len, file);
		bytes.len += got;
	} while (got > 0);
	fclose(file);
	return bytes;
}

/* ---------------------------------------------------------------- time zones of the C library */

static void
use_zone(const char *zone)
{
	static char current[128];

	if (strcmp(current, zone) == 0)
		return;
	snprintf(current, sizeof(current), "%s", zone);
	setenv("TZ", zone, 1);
	tzset();
}

static int32_t
zone_offset(void *context, int64_t local_seconds)
{
	time_t as_utc = (time_t) local_seconds;
	struct tm fields;
	time_t instant;

	(void) context;
	gmtime_r(&as_utc, &fields);
	fields.tm_isdst = -1;
	instant = mktime(&fields);
	return (int32_t) (local_seconds - (int64_t) instant);
}

/* Formats an instant as ISO 8601, local time with its offset; a day alone as a day. */
static void
format_instant(const Instant *instant, char *out, size_t size)
{
	time_t seconds = (time_t) instant->seconds;
	struct tm fields;
	char zone[8];

	localtime_r(&seconds, &fields);
	strftime(zone, sizeof(zone), "%z", &fields);
	strftime(out, size, "%Y-%m-%dT%H:%M:%S", &fields);
	snprintf(out + strlen(out), size - strlen(out), "%.3s:%s", zone, zone + 3);
}

/* ---------------------------------------------------------------- one page */

/* Opens the rules of an address's site; NULL if there are none. */
static RuleSet *
open_rules(Arena *arena, const char *folder, Str url)
{
	StrList names = {0};

	rule_host_names(&names, arena, url);
	for (uint32_t i = 0; i < names.count; i++)
	{
		char path[4096];
		RuleSet *set;
		Bytes bytes;

		snprintf(path, sizeof(path), "%s/%.*s.txt", folder, (int) names.items[i].len,
				 names.items[i].data);
		if (access(path, R_OK) != 0)
			continue;
		bytes = read_file(path);
		set = rule_set_read(arena, str_copy(arena, str_make(bytes.data, bytes.len)));
		free(bytes.data);
		rule_set_compile(set, arena);
		return set;
	}
	return NULL;
}

static PageStatus
read_page(Reader *reader, Arena *arena, const ListLine *line, Bytes bytes, const Settings *settings)
{
	ArticleOptions options = {
		.zone_offset = zone_offset, .json = json_parse_events, .known_word = lexicon_has};
	DocumentOptions opening = {.size_limit = UINT32_MAX};
	Document document;
	RuleSet *rules = NULL;
	PageStatus status;

	(void) document_open(&document, arena, str_make(bytes.data, bytes.len), &opening);
	use_zone(line->zone[0] != '\0' ? line->zone : DEFAULT_ZONE);
	if (line->url[0] != '\0')
		options.url = str_cstr(line->url);
	options.has_fetched_at = settings->has_fetched_at;
	options.fetched_at = settings->fetched_at;
	options.not_a_page = document.not_a_page;
	options.page.clean = document.clean;
	if (settings->rules != NULL)
		rules = open_rules(arena, settings->rules, options.url);
	options.rules = rules != NULL ? &rules->rules : NULL;
	status = article_read(reader, arena, document.text, &options);
	if (rules != NULL)
		rule_set_free(rules);
	return status;
}

static bool
split_line(char *text, ListLine *line)
{
	char **fields[] = {&line->id, &line->url, &line->zone, &line->path};

	text[strcspn(text, "\r\n")] = '\0';
	for (int i = 0; i < 4; i++)
	{
		char *tab = strchr(text, '\t');

		if (tab == NULL && i < 3)
			return false;
		*fields[i] = text;
		if (tab != NULL)
			*tab = '\0';
		text = tab != NULL ? tab + 1 : text;
	}
	return true;
}

/* ---------------------------------------------------------------- JSON output */

static void
put_string(Str s)
{
	putchar('"');
	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.data[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static void
put_field(const char *name, Str value)
{
	printf(", \"%s\": ", name);
	if (value.data == NULL)
		fputs("null", stdout);
	else
		put_string(value);
}

static void
put_list(const char *name, const StrList *list)
{
	printf(", \"%s\": [", name);
	for (uint32_t i = 0; i < list->count; i++)
	{
		if (i > 0)
			fputs(", ", stdout);
		put_string(list->items[i]);
	}
	putchar(']');
}

static void
put_instant(const char *name, const Instant *instant)
{
	char text[64];

	if (!instant->known)
	{
		put_field(name, STR_NONE);
		return;
	}
	format_instant(instant, text, sizeof(text));
	put_field(name, str_cstr(text));
}

static void
put_links(const ArticleLink *links, uint32_t count)
{
	fputs(", \"related\": [", stdout);
	for (uint32_t i = 0; i < count; i++)
	{
		fputs(i > 0 ? ", {\"url\": " : "{\"url\": ", stdout);
		put_string(links[i].url);
		put_field("text", links[i].text);
		putchar('}');
	}
	putchar(']');
}

/* Which fields the rules of the site name: those that they find, and those that they do not. */
static void
put_ruled(const Reader *reader)
{
	static const char *const names[] = {"title", "authors", "published", "body"};

	fputs(", \"rules\": {", stdout);
	for (uint32_t i = 0, count = 0; i < 4; i++)
		if (reader->ruling->named >> i & 1)
			printf("%s\"%s\": %s", count++ > 0 ? ", " : "", names[i],
				   reader->ruled >> i & 1 ? "true" : "false");
	putchar('}');
}

static void
put_article(const char *id, const Reader *reader)
{
	const Article *article = &reader->article;

	fputs("{\"id\": ", stdout);
	put_string(str_cstr(id));
	put_field("title", article->title);
	put_list("authors", &article->authors);
	put_field("body", article->body);
	put_instant("published", &article->published);
	put_instant("modified", &article->modified);
	put_field("subtitle", article->subtitle);
	put_field("site_name", article->site_name);
	put_field("url", article->url);
	put_field("language", article->language);
	put_field("section", article->section);
	put_list("tags", &article->tags);
	put_field("description", article->description);
	put_field("image_url", article->image_url);
	put_links(article->related, article->nrelated);
	if (article->not_a_page.data != NULL)
		put_field("not_a_page", article->not_a_page);
	if (reader->ruling != NULL)
		put_ruled(reader);
	printf(", \"paywalled\": %s, \"confidence\": %.3f}\n", article->paywalled ? "true" : "false",
		   (double) article->confidence);
}

static void
put_text(const char *id, Reader *reader)
{
	fputs("{\"id\": ", stdout);
	put_string(str_cstr(id));
	put_field("text", page_to_text(reader));
	puts("}");
}

/* Prints the body as HTML, as Markdown and as TEI; whole: the whole page as if it were the body. */
static void
put_views(const char *id, Reader *reader, bool whole)
{
	for (uint32_t i = 0; whole && i < reader->blocks.count; i++)
		reader->blocks.items[i].kept = true;
	fputs("{\"id\": ", stdout);
	put_string(str_cstr(id));
	put_field("html", article_to_html(reader));
	put_field("markdown", article_to_markdown(reader));
	put_field("tei", article_to_tei(reader));
	puts("}");
}

static int
run_list(const char *path, bool as_text, const Settings *settings)
{
	FILE *file = fopen(path, "r");
	char text[8192];

	if (file == NULL)
		fail("cannot open", path);
	while (fgets(text, sizeof(text), file) != NULL)
	{
		ListLine line;
		Arena arena;
		Reader reader;
		Bytes bytes;

		if (!split_line(text, &line))
			continue;
		bytes = read_file(line.path);
		arena_init(&arena, arena_malloc);
		if (read_page(&reader, &arena, &line, bytes, settings) != PAGE_OK)
			fprintf(stderr, "article-core: %s: page_parse failed\n", line.id);
		if (as_text)
			put_text(line.id, &reader);
		else if (settings->views)
			put_views(line.id, &reader, settings->whole);
		else
			put_article(line.id, &reader);
		arena_free(&arena);
		free(bytes.data);
	}
	fclose(file);
	return 0;
}

/* ---------------------------------------------------------------- --explain */

static void
explain_facts(const Facts *facts)
{
	printf("FACTS (%u)\n", facts->count);
	for (uint32_t i = 0; i < facts->count; i++)
	{
		const Fact *fact = &facts->items[i];

		printf("  %-11s %-14s %-26s node %-6d %.*s\n", fact_kind_name(fact->kind),
			   fact_source_name(fact->source), fact->key != NULL ? fact->key : "",
			   fact->node == PAGE_NONE ? -1 : (int) fact->node,
			   (int) (fact->text.len < 200 ? fact->text.len : 200), fact->text.data);
	}
}

static void
explain_blocks(Reader *reader)
{
	BodyWindow *window = NULL;

	printf("BLOCKS (%u; title block %d, body %u to %u)\n", reader->blocks.count,
		   (int) reader->title_block, reader->body_first, reader->body_end);
	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];
		const char *reason = block_explain(reader, &window, i);

		printf("  %4u %c %-12s %4u/%-4u %.2f %-28s %.*s\n", i, block->kept ? '+' : '-',
			   block_kind_name(block->kind), block->link_chars, block->chars, (double) block->score,
			   reason != NULL ? reason : "", (int) (block->text.len < 160 ? block->text.len : 160),
			   block->text.data);
	}
}

static void
explain_dates(Reader *reader)
{
	uint32_t count;
	ArticleDate *dates = dates_list(reader, &count);

	printf("DATES (%u)\n", count);
	for (uint32_t i = 0; i < count; i++)
	{
		char text[64];

		format_instant(&dates[i].instant, text, sizeof(text));
		printf("  %-10s %s %-4s %-26s %.*s\n", date_role_name(dates[i].role), text,
			   dates[i].instant.has_time ? "time" : "day",
			   dates[i].instant.source != NULL ? dates[i].instant.source : "",
			   (int) dates[i].instant.raw.len, dates[i].instant.raw.data);
	}
}

static void
explain_page(Reader *reader, const char *path)
{
	explain_facts(&reader->facts);
	explain_blocks(reader);
	explain_dates(reader);
	printf("SOURCES title %s, authors %s, published %s, modified %s\n",
		   reader->article.title_source != NULL ? reader->article.title_source : "-",
		   reader->article.authors_source != NULL ? reader->article.authors_source : "-",
		   reader->article.published.source != NULL ? reader->article.published.source : "-",
		   reader->article.modified.source != NULL ? reader->article.modified.source : "-");
	puts("ARTICLE");
	put_article(path, reader);
}

static int
run_explain(const char *path, const char *url, bool as_html, const Settings *settings)
{
	const char *zone = getenv("TZ") != NULL ? getenv("TZ") : DEFAULT_ZONE;
	ListLine line = {(char *) path, (char *) url, (char *) zone, (char *) path};
	Bytes bytes = read_file(path);
	Arena arena;
	Reader reader;

	arena_init(&arena, arena_malloc);
	if (read_page(&reader, &arena, &line, bytes, settings) != PAGE_OK)
		fprintf(stderr, "article-core: %s: page_parse failed\n", path);
	if (as_html)
	{
		Str html = settings->french ? article_to_french_explanation(&reader)
									: article_to_explanation(&reader);

		fwrite(html.data, 1, html.len, stdout);
	}
	else
		explain_page(&reader, path);
	arena_free(&arena);
	free(bytes.data);
	return 0;
}

/* ---------------------------------------------------------------- --check-rules */

static int
run_check(const char *path)
{
	Bytes bytes = read_file(path);
	RuleSet *set;
	Arena arena;

	arena_init(&arena, arena_malloc);
	set = rule_set_read(&arena, str_make(bytes.data, bytes.len));
	rule_set_compile(set, &arena);
	for (uint32_t i = 0; i < set->file.nnotes; i++)
	{
		const RuleNote *note = &set->file.notes[i];

		printf("%s:%u: %s %.*s: %s\n", path, note->line,
			   note->level == RULE_NOTE_ERROR ? "error" : "ignored", (int) note->directive.len,
			   note->directive.data, note->message);
	}
	rule_set_free(set);
	arena_free(&arena);
	free(bytes.data);
	return 0;
}

/* ---------------------------------------------------------------- --time */

typedef struct LoadedPage
{
	ListLine line;
	char *text; /* what `line` points into */
	Bytes bytes;
} LoadedPage;

static double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static LoadedPage *
load_pages(const char *path, uint32_t *count)
{
	FILE *file = fopen(path, "r");
	LoadedPage *pages = NULL;
	char text[8192];

	*count = 0;
	if (file == NULL)
		fail("cannot open", path);
	while (fgets(text, sizeof(text), file) != NULL)
	{
		LoadedPage page = {.text = strdup(text)};

		if (page.text == NULL || !split_line(page.text, &page.line))
			continue;
		page.bytes = read_file(page.line.path);
		pages = realloc(pages, sizeof(LoadedPage) * (*count + 1));
		if (pages == NULL)
			fail("no memory for", path);
		pages[(*count)++] = page;
	}
	fclose(file);
	return pages;
}

static double
time_article(const LoadedPage *page, const Settings *settings)
{
	double start = cpu_seconds();
	Arena arena;
	Reader reader;

	arena_init(&arena, arena_malloc);
	(void) read_page(&reader, &arena, &page->line, page->bytes, settings);
	arena_free(&arena);
	return cpu_seconds() - start;
}

static double
time_tree(const LoadedPage *page)
{
	double start = cpu_seconds();
	htmlDocPtr doc = htmlReadMemory(page->bytes.data, (int) page->bytes.len, NULL, "UTF-8",
									HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
										HTML_PARSE_NONET);

	if (doc != NULL)
		xmlFreeDoc(doc);
	return cpu_seconds() - start;
}

static int
run_time(const char *path, const Settings *settings)
{
	uint32_t count;
	LoadedPage *pages = load_pages(path, &count);
	bool article = settings->only == NULL || strcmp(settings->only, "article") == 0;
	bool tree = settings->only == NULL || strcmp(settings->only, "tree") == 0;
	double article_time = 0;
	double tree_time = 0;
	size_t size = 0;

	for (int round = 0; round < settings->rounds; round++)
		for (uint32_t i = 0; i < count; i++)
		{
			article_time += article ? time_article(&pages[i], settings) : 0;
			tree_time += tree ? time_tree(&pages[i]) : 0;
			size += pages[i].bytes.len;
		}
	printf("%u pages, %d rounds, %.1f MB\n", count, settings->rounds, (double) size / 1e6);
	if (article)
		printf("article  %7.3f ms a page  %7.1f MB/s\n",
			   article_time * 1e3 / (count * (double) settings->rounds),
			   (double) size / 1e6 / article_time);
	if (tree)
		printf("tree     %7.3f ms a page  %7.1f MB/s\n",
			   tree_time * 1e3 / (count * (double) settings->rounds),
			   (double) size / 1e6 / tree_time);
	if (article && tree)
		printf("ratio    %.3f\n", article_time / tree_time);
	for (uint32_t i = 0; i < count; i++)
	{
		free(pages[i].bytes.data);
		free(pages[i].text);
	}
	free(pages);
	return 0;
}

/* ---------------------------------------------------------------- command line */

static int
usage(void)
{
	fputs("usage: article-core [--fetched-at SECONDS] [--rules FOLDER] [--text] LIST.tsv\n"
		  "       article-core [--fetched-at SECONDS] --explain FILE [URL]\n"
		  "       article-core [--fetched-at SECONDS] --explain-html [--french] FILE [URL]\n"
		  "       article-core --views [--whole] LIST.tsv\n"
		  "       article-core --check-rules FILE\n"
		  "       article-core --time LIST.tsv [--only article|tree] [--rounds N]\n"
		  "LIST.tsv: id, URL, time zone, path of the HTML; one page per line.\n",
		  stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	Settings settings = {.rounds = 3};
	const char *mode = "";
	const char *arguments[2] = {NULL, ""};
	int narguments = 0;

	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "--fetched-at") == 0 && i + 1 < argc)
		{
			settings.has_fetched_at = true;
			settings.fetched_at = strtoll(argv[++i], NULL, 10);
		}
		else if (strcmp(argv[i], "--rules") == 0 && i + 1 < argc)
			settings.rules = argv[++i];
		else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc)
			settings.only = argv[++i];
		else if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
			settings.rounds = atoi(argv[++i]);
		else if (strcmp(argv[i], "--views") == 0)
			settings.views = true;
		else if (strcmp(argv[i], "--french") == 0)
			settings.french = true;
		else if (strcmp(argv[i], "--whole") == 0)
			settings.whole = true;
		else if (argv[i][0] == '-')
			mode = argv[i];
		else if (narguments < 2)
			arguments[narguments++] = argv[i];
	}
	if (narguments == 0)
		return usage();
	if (strcmp(mode, "--explain") == 0)
		return run_explain(arguments[0], arguments[1], false, &settings);
	if (strcmp(mode, "--explain-html") == 0)
		return run_explain(arguments[0], arguments[1], true, &settings);
	if (strcmp(mode, "--check-rules") == 0)
		return run_check(arguments[0]);
	if (strcmp(mode, "--time") == 0)
		return run_time(arguments[0], &settings);
	if (strcmp(mode, "--text") == 0)
		return run_list(arguments[0], true, &settings);
	return mode[0] == '\0' ? run_list(arguments[0], false, &settings) : usage();
}
