/*
 * test_memory.c
 *	  Out of memory at every allocation of a parse: the allocator leaves by longjmp, like an error
 *	  in the server, and the memory of the arenas is then freed with its memory context, here a
 *	  list. Anything else still held, like an ICU converter or a set of them, is a leak, which the
 *	  sanitizers report.
 */
#include "tap.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "article/reader.h"
#include "html/encoding.h"
#include "pg/json.h"

/* The header of each block of memory; blocks are linked, so that all of them can be freed. */
typedef struct Given
{
	struct Given *next;
	struct Given *before;
} Given;

typedef struct Budget
{
	Given given; /* the head of the list */
	uint32_t calls;
	uint32_t most; /* the call after this one fails */
	jmp_buf failure;
} Budget;

static void
spend(Budget *budget)
{
	if (budget->calls++ >= budget->most)
		longjmp(budget->failure, 1);
}

static void
hang(Budget *budget, Given *given)
{
	given->before = &budget->given;
	given->next = budget->given.next;
	budget->given.next = given;
	if (given->next != NULL)
		given->next->before = given;
}

static void
unhang(Given *given)
{
	given->before->next = given->next;
	if (given->next != NULL)
		given->next->before = given->before;
}

static void *
give(void *context, size_t size)
{
	Given *given;

	spend(context);
	given = malloc(sizeof(Given) + size);
	if (given == NULL)
		abort();
	hang(context, given);
	return given + 1;
}

static void
take_back(void *context, void *memory)
{
	Given *given = (Given *) memory - 1;

	(void) context;
	unhang(given);
	free(given);
}

static void *
give_more(void *context, void *memory, size_t size)
{
	Given *given = (Given *) memory - 1;

	spend(context);
	unhang(given);
	given = realloc(given, sizeof(Given) + size);
	if (given == NULL)
		abort();
	hang(context, given);
	return given + 1;
}

static void
exhausted(void *context)
{
	longjmp(((Budget *) context)->failure, 1);
}

/* Frees all that a parse has left, like the end of a memory context. */
static void
drop_all(Budget *budget)
{
	while (budget->given.next != NULL)
		take_back(budget, budget->given.next + 1);
}

/*
 * PostgreSQL's JSON parser allocates in the memory context that an error in the server frees; here
 * it uses malloc, where nobody would free it. So its events are recorded first, and replayed
 * afterwards.
 */
#define EVENTS_MAX 64
#define EVENT_BYTES 128

typedef struct Events
{
	uint32_t count;
	JsonEventKind kind[EVENTS_MAX];
	uint32_t length[EVENTS_MAX];
	char text[EVENTS_MAX][EVENT_BYTES];
} Events;

static void
write_down(void *context, const JsonEvent *event)
{
	Events *events = context;
	uint32_t at = events->count++;

	if (at >= EVENTS_MAX || event->text.len > EVENT_BYTES)
		abort();
	events->kind[at] = event->kind;
	events->length[at] = event->text.len;
	if (event->text.len > 0)
		memcpy(events->text[at], event->text.data, event->text.len);
}

static bool
tell_events(Str json, JsonSink sink, void *context)
{
	Events events = {.count = 0};
	bool parsed = json_parse_events(json, write_down, &events);

	for (uint32_t i = 0; i < events.count; i++)
		sink(context, &(JsonEvent){events.kind[i], str_make(events.text[i], events.length[i])});
	return parsed;
}

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

/*
 * Parses a page and makes every view of it. Returns false if memory ran out at the call after
 * budget->most.
 */
static bool
parse(Budget *budget, Str bytes)
{
	ArticleOptions options = {.zone_offset = no_offset, .json = tell_events};
	Reader *volatile reader = malloc(sizeof(Reader));
	volatile bool done = false;
	Arena arena;

	budget->calls = 0;
	options.url = STR("https://www.gazette.example/vie/2017/12/28/le-phare");
	if (reader != NULL && setjmp(budget->failure) == 0)
	{
		arena_init(&arena, (ArenaAllocator){.allocate = give,
											.release = take_back,
											.context = budget,
											.resize = give_more,
											.exhausted = exhausted});
		(void) article_read(reader, &arena, encoding_decode(&arena, bytes, STR_NONE).text,
							&options);
		(void) article_to_html(reader);
		(void) article_to_markdown(reader);
		(void) article_to_tei(reader);
		(void) article_to_explanation(reader);
		done = true;
	}
	free(reader);
	drop_all(budget);
	return done;
}

#define DIV(n)                                                                                     \
	"<div class=\"teaser\"><a href=\"/2017/article-" #n                                            \
	".html\"><h3>Un titre de la liste</h3></a></div>"

static const char *const pages[] = {
	"<title>Le phare</title><h1>Le phare de la pointe</h1><p>Par <a rel=author>Anne Dupont</a>, le "
	"28 d\xC3\xA9"
	"cembre 2017 \xC3\xA0 13h54</p><p>La mer monte sur la digue du port, et le gardien note "
	"l'heure dans son "
	"cahier.</p><ul><li>Le vent</li><li>La houle &amp; la brume</li></ul><img src=/a.jpg "
	"alt=Phare>" DIV(1) DIV(2),
	/* JSON-LD, with an escape that ends a buffer of the parser */
	"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Le "
	"phare de la pointe\","
	"\"author\":[{\"@type\":\"Person\",\"name\":\"Anne "
	"Dupont\"}],\"datePublished\":\"2017-12-28T13:54:00+01:00\","
	"\"articleBody\":\"La mer monte.\\nLe gardien note l'heure.\"}]}</script><h1>Le phare de la "
	"pointe</h1>",
	/* a single-byte encoding, one that ICU converts, and one that must be detected */
	"<meta charset=windows-1252><p>L'\xE9t\xE9 est pass\xE9, la mer est \xE0 nous.</p>",
	"<meta charset=shift_jis><p>\x8A\x43\x82\xAA\x8F\xE3\x82\xAA\x82\xE9\x81\x42</p>",
	"<p>L'\xE9t\xE9 est pass\xE9, la mer est \xE0 nous, et le phare \xE9"
	"claire.</p>",
	"Le phare de la pointe\n\nPar Anne Dupont\n\nLa mer monte sur la digue du port, et le gardien "
	"note l'heure.\n",
};

/* More than one chunk of an arena, so that lists grow. */
static Str
long_page(const char *unit)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	for (int i = 0; i < 1200; i++)
		strbuf_add(&buf, str_cstr(unit));
	return strbuf_str(&buf);
}

/* Fails the first allocation, the second, and so on, every step-th, until memory suffices. */
static void
starve(Str page, uint32_t step, const char *name)
{
	Budget budget = {.most = 0};
	uint32_t failures = 0;

	while (!parse(&budget, page))
	{
		failures++;
		budget.most += step;
	}
	tap_ok(failures > 2 && budget.given.next == NULL, name);
}

void
test_memory(void)
{
	char name[64];

	for (size_t i = 0; i < lengthof(pages); i++)
	{
		snprintf(name, sizeof(name), "page %zu: memory runs out at every allocation", i + 1);
		starve(str_cstr(pages[i]), 1, name);
	}
	starve(long_page("<div class=a><p itemprop=author>Par Anne Dupont</p><h2>Le phare</h2></div>"),
		   1, "a page of many elements");
	starve(long_page(
			   "<p><a href=/2017/12/28/le-phare.html>Le phare de la pointe &eacute;claire</a></p>"),
		   1, "a page of many links");
}
