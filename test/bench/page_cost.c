/*
 * page_cost.c
 *	  What one call of the core costs, page by page: CPU time, the peak of the memory it holds, and how long it works at most without
 *	  looking whether it is called off.  Paths of pages in; a line "path, bytes, nanoseconds, peak, bytes as UTF-8, nanoseconds without a
 *	  look" out for each.  The pages take turns, round by round, and the best round counts, so that a busy machine slows all of them.
 *
 * The peak counts every byte that malloc gives out during the call, ICU's own too, and the page itself: the
 * server holds it detoasted.  glibc only: malloc and its kin are defined here, before the library's.
 */
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "article/article.h"
#include "html/encoding.h"
#include "pg/json.h"

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
	double seconds; /* of the best round; 0: none yet */
	size_t peak;
	uint32_t as_utf8; /* its bytes, decoded */
	double
		deaf; /* longest seconds between two looks, in the round where they were fewest; 0: none yet */
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

/* When it was last looked whether to go on, and the longest time between two looks. */
static double last_look;
static double longest_wait;

static void
look(void *context)
{
	double now = cpu_seconds();

	(void) context;
	if (now - last_look > longest_wait)
		longest_wait = now - last_look;
	last_look = now;
}

static bool
never_interrupted(void *context)
{
	look(context);
	return false;
}

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

/* One call, as parse_article makes it. */
static void
run(PageCost *page, Str (*view)(Reader *))
{
	ArticleOptions options = {.zone_offset = no_offset, .json = json_parse_events};
	ArenaAllocator allocator = arena_malloc;
	double start = cpu_seconds();
	size_t before = live;
	Arena arena;
	Reader reader;
	double seconds;
	Str text;

	options.url = STR("https://www.exemple.example/vie/page.html");
	options.page.interrupted = never_interrupted;
	allocator.poll = look;
	last_look = start;
	longest_wait = 0;
	peak = live;
	arena_init(&arena, allocator);
	text = encoding_decode_until(&arena, page->bytes, STR_NONE, never_interrupted, NULL).text;
	(void) article_read(&reader, &arena, text, &options);
	if (view != NULL)
		(void) view(&reader);
	look(NULL);
	arena_free(&arena);
	seconds = cpu_seconds() - start;
	if (page->seconds == 0 || seconds < page->seconds)
		page->seconds = seconds;
	if (page->deaf == 0 || longest_wait < page->deaf)
		page->deaf = longest_wait;
	page->as_utf8 = text.len;
	page->peak = peak - before + page->bytes.len;
}

static const struct
{
	const char *name;
	Str (*render)(Reader *);
} views[] = {
	{"html", article_to_html},
	{"markdown", article_to_markdown},
	{"text", page_to_text},
	{"explain", article_to_explanation},
};

int
main(int argc, char **argv)
{
	PageCost *pages = calloc((size_t) argc, sizeof(PageCost));
	Str (*view)(Reader *) = NULL;
	int rounds = 1;
	int count = 0;

	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
			rounds = atoi(argv[++i]);
		else if (strcmp(argv[i], "--view") == 0 && i + 1 < argc)
		{
			i++;
			for (size_t k = 0; k < sizeof(views) / sizeof(views[0]); k++)
				if (strcmp(argv[i], views[k].name) == 0)
					view = views[k].render;
		}
		else
			pages[count++] = (PageCost){.path = argv[i], .bytes = read_file(argv[i])};
	}
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < count; i++)
			run(&pages[i], view);
	for (int i = 0; i < count; i++)
		printf("%s\t%u\t%.0f\t%zu\t%u\t%.0f\n", pages[i].path, pages[i].bytes.len,
			   pages[i].seconds * 1e9, pages[i].peak, pages[i].as_utf8, pages[i].deaf * 1e9);
	return 0;
}
