/*
 * page_cost.c
 *	  The cost of one call of the core, page by page: CPU time, the peak of the memory that it
 *	  holds, and the longest time between two checks for cancellation.
 *
 *   page-cost [--rounds N] [--rules FILE] [--view VIEW | --text FUNCTION] PATH ...
 *
 * Prints for each page a line "path, bytes, nanoseconds, peak, bytes as UTF-8, nanoseconds without
 * a check". The pages take turns, round by round, and the best round counts, so that a busy machine
 * slows all of them alike. With --rules, pages are read by the rules of a file, which are compiled
 * anew for each. With --text, the files are texts and are read by a function for French text, or as
 * feeds.
 *
 * The peak includes every byte that malloc returns during the call, also to ICU, and the page
 * itself, because the server holds it detoasted. glibc only: malloc and its relatives are defined
 * here, before those of the library.
 */
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "page_dates.h"
#include "base/array.h"
#include "article/reader.h"
#include "article/declared/json_ld_clean.h"
#include "text/fold.h"
#include "text/near_copy.h"
#include "french/name.h"
#include "french/number.h"
#include "french/phonetic.h"
#include "french/query.h"
#include "french/quote.h"
#include "french/sentence.h"
#include "french/term.h"
#include "french/token.h"
#include "feed/feed.h"
#include "html/encoding.h"
#include "pg/json.h"
#include "rules/rule_set.h"

/* ---------------------------------------------------------------- counting malloc */

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void __libc_free(void *memory);

static size_t live;
static size_t peak;

static void *
counted(void *memory)
{
	live += memory ? malloc_usable_size(memory) : 0;
	if (live > peak)
		peak = live;
	return memory;
}

void *
malloc(size_t size)
{
	return counted(__libc_malloc(size));
}

void *
calloc(size_t count, size_t size)
{
	return counted(__libc_calloc(count, size));
}

void *
realloc(void *memory, size_t size)
{
	live -= memory ? malloc_usable_size(memory) : 0;
	return counted(__libc_realloc(memory, size));
}

void
free(void *memory)
{
	live -= memory ? malloc_usable_size(memory) : 0;
	__libc_free(memory);
}

/* ---------------------------------------------------------------- pages */

typedef struct PageCost
{
	const char *path;
	Str bytes;
	double seconds; /* in the best round; 0: none yet */
	size_t peak;
	uint32_t as_utf8; /* its bytes, decoded */
	double deaf;	  /* longest seconds between two checks, smallest of all rounds; 0: none yet */
} PageCost;

static void
fail(const char *what, const char *name)
{
	fprintf(stderr, "page-cost: %s %s: %s\n", what, name, strerror(errno));
	exit(2);
}

static Str
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *data;
	long size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
		fail("cannot read", path);
	rewind(file);
	data = malloc((size_t) size + 1);
	if (data == NULL || fread(data, 1, (size_t) size, file) != (size_t) size)
		fail("cannot read", path);
	fclose(file);
	return str_make(data, (size_t) size);
}

static double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* The time of the last check for cancellation, and the longest time between two checks. */
static double last_look;
static double longest_wait;

/* Does a signal end what runs, without a check? */
static bool hears_signals;

static void
look(void *context)
{
	double now = cpu_seconds();

	(void) context;
	if (!hears_signals && now - last_look > longest_wait)
		longest_wait = now - last_look;
	last_look = now;
}

static bool
never_interrupted(void *context)
{
	look(context);
	return false;
}

/*
 * The server ends libxml2 in the handler of a signal (pg/interrupt.c), which test/t/cancel.pl
 * shows.
 */
static void
run_interruptible(void (*work)(void *context), void *context)
{
	look(NULL);
	hears_signals = true;
	work(context);
	look(NULL);
	hears_signals = false;
}

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

/* ---------------------------------------------------------------- views of a page */

static void
view_html(Reader *reader)
{
	(void) article_to_html(reader);
}

static void
view_markdown(Reader *reader)
{
	(void) article_to_markdown(reader);
}

static void
view_tei(Reader *reader)
{
	(void) article_to_tei(reader);
}

static void
view_text(Reader *reader)
{
	(void) page_to_text(reader);
}

static void
view_explain(Reader *reader)
{
	(void) article_to_explanation(reader);
}

/* The server checks once per row. */
static void
view_blocks(Reader *reader)
{
	BodyWindow *window = NULL;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		(void) block_explain(reader, &window, i);
		look(NULL);
	}
}

static void
view_dates(Reader *reader)
{
	uint32_t count;

	(void) dates_list(reader, &count);
}

static void
ignore_link(void *context, const ArticleLink *link)
{
	(void) context;
	(void) link;
}

static void
view_links(Reader *reader)
{
	links_each(reader, ignore_link, NULL);
}

static void
ignore_event(void *context, const JsonEvent *event)
{
	(void) context;
	(void) event;
}

/* Reads what article_metadata adds to the facts; the server builds a jsonb of it. */
static void
view_metadata(Reader *reader)
{
	for (uint32_t i = 0; i < reader->page.nscripts; i++)
	{
		uint32_t position = 0;
		Str json;
		Str text;

		if (!reader->page.scripts[i].linked_data)
			continue;
		text = json_ld_unwrap(reader->arena, reader->page.scripts[i].text);
		for (int documents = 0; documents < JSON_LD_MAX_DOCUMENTS &&
								(json = json_ld_next(reader->arena, text, &position)).data != NULL;
			 documents++)
			(void) json_parse_events(json, ignore_event, NULL);
	}
}

static const struct
{
	const char *name;
	void (*run)(Reader *);
} views[] = {
	{"html", view_html},   {"markdown", view_markdown}, {"TEI", view_tei},
	{"text", view_text},   {"explain", view_explain},	{"blocks", view_blocks},
	{"dates", view_dates}, {"links", view_links},		{"metadata", view_metadata},
};

/* ---------------------------------------------------------------- functions for French text */

static void
text_normalize(Arena *arena, Str text)
{
	(void) fold_normalize(arena, text);
}

static void
text_fold(Arena *arena, Str text)
{
	(void) fold_text(arena, text);
}

static void
text_slug(Arena *arena, Str text)
{
	(void) fold_slug(arena, text);
}

/*
 * The part of to_tsvector('article_french') before the server's own, which checks once per token.
 */
static void
text_terms(Arena *arena, Str text)
{
	TokenScanner scanner;
	Token token;
	Terms terms;

	(void) arena;
	token_start(&scanner, text, NULL);
	while (token_next(&scanner, &token))
	{
		term_make(TERM_PLAIN, token.text, NULL, &terms);
		look(NULL);
	}
}

static void
text_query(Arena *arena, Str text)
{
	(void) search_read(arena, text, JOIN_ALL);
}

static void
text_keys(Arena *arena, Str text)
{
	(void) near_copy_keys(arena, fold_text(arena, text));
}

/* The server checks whenever a search for numbers or dates returns. */
static void
text_numbers(Arena *arena, Str text)
{
	NumberScanner scanner;
	NumberFound number;

	(void) arena;
	number_start(&scanner, text);
	while (number_next(&scanner, &number) != NUMBER_END)
		look(NULL);
}

static void
text_expressions(Arena *arena, Str text)
{
	(void) arena;
	page_dates(text, look);
}

static void
text_sentences(Arena *arena, Str text)
{
	SentenceScanner scanner;
	Str sentence;

	sentence_start(&scanner, arena, text);
	while (sentence_next(&scanner, &sentence))
		look(NULL);
}

static void
text_sounds(Arena *arena, Str text)
{
	(void) phonetic_text(arena, text);
}

static void
text_names(Arena *arena, Str text)
{
	Names names;

	names_find(&names, arena, text);
}

static void
text_quotes(Arena *arena, Str text)
{
	Quotes quotes;

	quotes_find(&quotes, arena, text);
}

static void
ignore_entry(void *context, const FeedEntry *entry)
{
	(void) context;
	(void) entry;
	look(NULL);
}

static void
text_feed(Arena *arena, Str text)
{
	FeedOptions options = {.url = STR("https://www.exemple.example/fil.xml"),
						   .zone_offset = no_offset};

	feed_read(arena, text, &options, ignore_entry, NULL);
}

static const struct
{
	const char *name;
	void (*run)(Arena *, Str);
} texts[] = {
	{"normalize", text_normalize}, {"fold", text_fold},
	{"slug", text_slug},		   {"terms", text_terms},
	{"query", text_query},		   {"keys", text_keys},
	{"numbers", text_numbers},	   {"expressions", text_expressions},
	{"sentences", text_sentences}, {"sounds", text_sounds},
	{"names", text_names},		   {"quotes", text_quotes},
	{"feed", text_feed},
};

/* ---------------------------------------------------------------- one call */

/* What is measured: parse_article and optionally a view, or a function for texts. */
typedef struct Call
{
	void (*view)(Reader *);
	void (*text)(Arena *, Str);
	Str rules;
	int rounds;
} Call;

static uint32_t
read_page(Arena *arena, Str bytes, const Call *call)
{
	ArticleOptions options = {.zone_offset = no_offset, .json = json_parse_events};
	RuleSet *rules = NULL;
	Reader reader;
	Str text;

	if (call->rules.data != NULL)
	{
		rules = rule_set_read(arena, call->rules);
		rules->interrupted = never_interrupted;
		rules->interruptible = run_interruptible;
		rule_set_compile(rules, arena);
		options.rules = &rules->rules;
	}
	options.url = STR("https://www.exemple.example/vie/page.html");
	options.page.interrupted = never_interrupted;
	text = encoding_decode_until(arena, bytes, STR_NONE, never_interrupted, NULL).text;
	(void) article_read(&reader, arena, text, &options);
	if (call->view != NULL)
		call->view(&reader);
	if (rules != NULL)
		rule_set_free(rules);
	return text.len;
}

static void
run(const Call *call, PageCost *page)
{
	ArenaAllocator allocator = arena_malloc;
	double start = cpu_seconds();
	size_t before = live;
	Arena arena;
	double seconds;

	allocator.poll = look;
	last_look = start;
	longest_wait = 0;
	peak = live;
	arena_init(&arena, allocator);
	page->as_utf8 = page->bytes.len;
	if (call->text != NULL)
		call->text(&arena, page->bytes);
	else
		page->as_utf8 = read_page(&arena, page->bytes, call);
	look(NULL);
	arena_free(&arena);
	seconds = cpu_seconds() - start;
	if (page->seconds == 0 || seconds < page->seconds)
		page->seconds = seconds;
	if (page->deaf == 0 || longest_wait < page->deaf)
		page->deaf = longest_wait;
	page->peak = peak - before + page->bytes.len;
}

/* Reads the option at argv[i]; returns how many arguments it takes, or 0 if it is unknown. */
static int
read_option(Call *call, const char *name, const char *value)
{
	if (value == NULL)
		return 0;
	if (strcmp(name, "--rounds") == 0)
		return call->rounds = atoi(value), 2;
	if (strcmp(name, "--rules") == 0)
		return call->rules = read_file(value), 2;
	for (size_t k = 0; strcmp(name, "--view") == 0 && k < lengthof(views); k++)
		if (strcmp(value, views[k].name) == 0)
			return call->view = views[k].run, 2;
	for (size_t k = 0; strcmp(name, "--text") == 0 && k < lengthof(texts); k++)
		if (strcmp(value, texts[k].name) == 0)
			return call->text = texts[k].run, 2;
	return 0;
}

int
main(int argc, char **argv)
{
	PageCost *pages = calloc((size_t) argc, sizeof(PageCost));
	Call call = {.rounds = 1};
	int count = 0;

	for (int i = 1, taken; i < argc; i += taken)
	{
		taken = read_option(&call, argv[i], argv[i + 1]);
		if (taken == 0)
		{
			pages[count++] = (PageCost){.path = argv[i], .bytes = read_file(argv[i])};
			taken = 1;
		}
	}
	for (int round = 0; round < call.rounds; round++)
		for (int i = 0; i < count; i++)
			run(&call, &pages[i]);
	for (int i = 0; i < count; i++)
		printf("%s\t%u\t%.0f\t%zu\t%u\t%.0f\n", pages[i].path, pages[i].bytes.len,
			   pages[i].seconds * 1e9, pages[i].peak, pages[i].as_utf8, pages[i].deaf * 1e9);
	return 0;
}
