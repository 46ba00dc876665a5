/*
 * test_bounds.c
 *	  Whatever the page, reading it and making each view takes memory proportional to its size, and
 *	  polls often enough. Bytes and polls are counted, so that the speed of the machine does not
 *	  matter.
 */
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "article/reader.h"
#include "text/fold.h"
#include "pg/json.h"

#define PAGE_BYTES ((size_t) 2 * 1024 * 1024)
#define MEGABYTE ((size_t) 1024 * 1024)
/*
 * Memory limits in multiples of the page's size, plus a megabyte: for a parse, and for a parse with
 * a view.
 */
#define PARSE_TIMES 4
#define VIEW_TIMES 6
/*
 * Most bytes of the page read between two polls, in the parse and the view together: from this
 * follows the least number of polls.
 */
#define BYTES_A_LOOK ((size_t) 64 * 1024)

#define HEAD                                                                                       \
	"<!DOCTYPE html><title>Le phare</title><h1>Le phare</h1><p>Un paragraphe de la page.</p>"

#define FIFTY "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

/* Around a hostile paragraph, so that it is in the body. */
#define PROSE                                                                                      \
	"<p>La mairie ouvre un nouveau marche sur la place du port, tous les samedis, selon le "       \
	"conseil.</p>"
#define ARTICLE HEAD "<article>" PROSE PROSE PROSE
#define ARTICLE_END PROSE PROSE PROSE "</article>"
#define FIVE_QUOTES "<blockquote><blockquote><blockquote><blockquote><blockquote>"

typedef struct Shape
{
	const char *what;
	const char *head;
	const char *unit;
	const char *tail;
} Shape;

static const Shape shapes[] = {
	{"figures with slashes", HEAD "<p>", "1/", "</p>"},
	{"figures with points", HEAD "<p>", "1.", "</p>"},
	{"figures with points, of two digits", HEAD "<p>", "10.", "</p>"},
	{"figures with colons", HEAD "<p>", "1:", "</p>"},
	{"figures with hyphens", HEAD "<p>", "1-", "</p>"},
	{"figures with commas", HEAD "<p>", "1,", "</p>"},
	{"figures and soft hyphens", HEAD "<p>1", "\xC2\xAD", "1</p>"},
	{"words and no-break spaces", HEAD "<p>", "mer&nbsp;", "</p>"},
	{"references that are none", HEAD "<p>", "R&D&", "</p>"},
	{"references that grow", HEAD, "&nGt;", ""},
	{"references that grow", HEAD "<p>", "&nGt;", "</p>"},
	{"lines in a paragraph", HEAD "<p>", "La mer monte.<br>", "</p>"},
	{"lines in paragraphs", HEAD, "<p>La mer<br>monte.<br>Le vent</p>", ""},
	{"short paragraphs", HEAD, "<p>il y a 3 heures</p>", ""},
	{"headings", HEAD, "<h2>Le phare</h2>", ""},
	{"items", HEAD "<ul>", "<li>a", "</ul>"},
	{"rows", HEAD "<table>", "<tr><td>a<td>b", "</table>"},
	{"preformatted lines", HEAD, "<pre>a\n  b</pre>", ""},
	{"marks of Markdown", HEAD "<p>", "*_`[]<>#", "</p>"},
	{"code", HEAD "<p>", "<code>`a</code>", "</p>"},
	{"bold words", HEAD "<p>", "<b>a</b><i>b</i> ", "</p>"},
	{"links", HEAD "<p>", "<a href=/a/1>Le phare</a> ", "</p>"},
	{"links in paragraphs", HEAD, "<p><a href=/a>Un titre de la page</a></p>", ""},
	{"links without a path below a long base",
	 HEAD "<base href=https://a.example/" FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
		  "/>",
	 "<p>La mer monte, et le gardien <a href=y>note</a> l'heure.</p>", ""},
	{"lines after <plaintext>", HEAD "<plaintext>", "La mer monte.\n", ""},
	{"captions", HEAD, "<figure><img src=/a.jpg><figcaption>Photo A. D.</figcaption></figure>", ""},
	{"ampersands in an article", ARTICLE "<p>Le maire ", "&", "</p>" ARTICLE_END},
	{"e-mail addresses in an article", ARTICLE "<p>", "a@b.c ", "</p>" ARTICLE_END},
	{"marks of Markdown in an article", ARTICLE "<p>Le maire ", "*_", "</p>" ARTICLE_END},
	{"line feeds inside ten quotations", ARTICLE FIVE_QUOTES FIVE_QUOTES "<pre>Le maire a dit oui",
	 "\n", "b</pre>" ARTICLE_END},
	{"declared text with markup",
	 HEAD "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
	 "<p>La mer &amp;amp; le vent</p>", "\"}</script>"},
};

/* ---------------------------------------------------------------- an allocator that counts */

static size_t live;
static size_t peak;
static uint32_t looks;

static void
count(size_t more)
{
	live += more;
	if (live > peak)
		peak = live;
}

/* The size of a block is stored before it. */
static void *
allocate(void *context, size_t size)
{
	size_t *block = malloc(2 * sizeof(size_t) + size);

	(void) context;
	if (block == NULL)
		abort();
	*block = size;
	count(size);
	return block + 2;
}

static void
release(void *context, void *memory)
{
	size_t *block = (size_t *) memory - 2;

	(void) context;
	live -= *block;
	free(block);
}

static void *
resize(void *context, void *memory, size_t size)
{
	size_t *block = (size_t *) memory - 2;

	(void) context;
	live -= *block;
	block = realloc(block, 2 * sizeof(size_t) + size);
	if (block == NULL)
		abort();
	*block = size;
	count(size);
	return block + 2;
}

static void
look(void *context)
{
	(void) context;
	looks++;
}

static bool
look_on(void *context)
{
	look(context);
	return false;
}

static Arena
counting_arena(void)
{
	ArenaAllocator allocator = arena_malloc;
	Arena arena;

	allocator.allocate = allocate;
	allocator.release = release;
	allocator.resize = resize;
	allocator.poll = look;
	live = peak = looks = 0;
	arena_init(&arena, allocator);
	return arena;
}

/* ---------------------------------------------------------------- views */

static void
see_nothing(Reader *reader)
{
	(void) reader;
}

static void
see_html(Reader *reader)
{
	(void) article_to_html(reader);
}

static void
see_markdown(Reader *reader)
{
	(void) article_to_markdown(reader);
}

static void
see_tei(Reader *reader)
{
	(void) article_to_tei(reader);
}

static void
see_text(Reader *reader)
{
	(void) page_to_text(reader);
}

static void
see_explanation(Reader *reader)
{
	(void) article_to_explanation(reader);
}

static void
see_dates(Reader *reader)
{
	uint32_t found;

	(void) dates_list(reader, &found);
}

static void
ignore_link(void *context, const ArticleLink *link)
{
	(void) context;
	(void) link;
}

static void
see_links(Reader *reader)
{
	links_each(reader, ignore_link, NULL);
}

static const struct
{
	const char *name;
	void (*see)(Reader *);
	size_t times;
} views[] = {
	{"parse", see_nothing, PARSE_TIMES},	{"html", see_html, VIEW_TIMES},
	{"markdown", see_markdown, VIEW_TIMES}, {"TEI", see_tei, VIEW_TIMES},
	{"text", see_text, VIEW_TIMES},			{"explain", see_explanation, VIEW_TIMES},
	{"dates", see_dates, VIEW_TIMES},		{"links", see_links, VIEW_TIMES},
};

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

static Str
page_of(const Shape *shape)
{
	size_t tail = strlen(shape->tail);
	StrBuf page;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, str_cstr(shape->head));
	while (page.len + tail < PAGE_BYTES)
		strbuf_add(&page, str_cstr(shape->unit));
	strbuf_add(&page, str_cstr(shape->tail));
	return strbuf_take(&page);
}

static void
check_view(const Shape *shape, Str page, size_t i)
{
	ArticleOptions options = {.zone_offset = no_offset,
							  .json = json_parse_events,
							  .url = STR("https://www.gazette.example/vie/2017/12/28/le-phare"),
							  .page = {.interrupted = look_on}};
	Arena arena = counting_arena();
	Reader reader;
	char name[128];

	snprintf(name, sizeof(name), "%s: %s", shape->what, views[i].name);
	(void) article_read(&reader, &arena, page, &options);
	views[i].see(&reader);
	peak += page.len;
	tap_ok(peak <= views[i].times * page.len + MEGABYTE, name);
	if (peak > views[i].times * page.len + MEGABYTE)
		printf("# %.2f times the page\n", (double) (peak - MEGABYTE) / page.len);
	tap_ok(looks >= page.len / BYTES_A_LOOK, name);
	if (looks < page.len / BYTES_A_LOOK)
		printf("# %u looks\n", looks);
	arena_free(&arena);
}

/* Folded in memory that grows in place: a text that becomes longer is not copied as it grows. */
static void
check_fold(const char *what, Str (*fold)(Arena *, Str), const char *unit, double times)
{
	Shape shape = {what, "e", unit, ""};
	Str text = page_of(&shape);
	Arena arena = counting_arena();

	(void) fold(&arena, text);
	tap_ok((double) peak <= times * (double) text.len, what);
	if ((double) peak > times * (double) text.len)
		printf("# %.2f times the text\n", (double) peak / (double) text.len);
	arena_free(&arena);
}

void
test_bounds(void)
{
	/* three bytes become 33, and the buffer may double at the last of them */
	check_fold("a ligature of 18 letters", fold_words, "\xEF\xB7\xBA", 22);
	check_fold("jamo of Hangul", fold_words, "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 4);
	check_fold("marks on one letter are cleaned", fold_clean, "\xCC\x81", 1.1);
	for (size_t i = 0; i < lengthof(shapes); i++)
	{
		Str page = page_of(&shapes[i]);

		for (size_t k = 0; k < lengthof(views); k++)
			check_view(&shapes[i], page, k);
	}
}
