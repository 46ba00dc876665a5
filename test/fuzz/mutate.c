/*
 * mutate.c
 *	  Truncates and mutates whole pages, and checks the properties of fuzz_article on them. Pages
 *	  in; counts and the slowest input out.
 *
 * mutate [--cuts N] [--mutations N] [--seed N] FILE... (@LIST: a file with one file name per line)
 *
 * A page is cut at N places a prime apart ("every": at every byte), then mutated N times: bytes
 * changed, spans deleted, repeated or inserted from the previous page, tags repeated by the
 * hundred, references broken, encodings mixed. The same seed gives the same inputs. An input that
 * breaks a property is left in mutate.crash.
 */
#include "fuzz.h"

#include "base/array.h"

#include <errno.h>
#include <sanitizer/common_interface_defs.h>
#include <time.h>

#define LARGEST_PAGE ((size_t) 16 * 1024 * 1024)
#define LONGEST_SPAN 4096
#define MOST_REPEATS 500
#define MOST_STEPS 8

typedef struct Input
{
	unsigned char *data;
	size_t len;
	size_t room;
} Input;

typedef struct Settings
{
	uint64_t cuts; /* UINT64_MAX: every byte */
	uint64_t mutations;
	uint64_t seed;
} Settings;

typedef struct Counts
{
	uint64_t pages;
	uint64_t cuts;
	uint64_t mutations;
	double slowest; /* seconds per megabyte, of inputs large enough to be measured */
	char slowest_name[256];
} Counts;

static const unsigned char *current;
static size_t current_len;

static void
fail(const char *what, const char *name)
{
	fprintf(stderr, "mutate: %s %s: %s\n", what, name, strerror(errno));
	exit(2);
}

const char *
__asan_default_options(void)
{
	return "handle_abort=1:malloc_context_size=2:quarantine_size_mb=16";
}

static void
save_crash(void)
{
	FILE *file = fopen("mutate.crash", "wb");

	if (file == NULL)
		return;
	fwrite(current, 1, current_len, file);
	fclose(file);
	fputs("mutate: the input is in mutate.crash\n", stderr);
}

/* ---------------------------------------------------------------- chance */

static uint64_t state;

/* Vigna's splitmix64. */
static uint64_t
chance(uint64_t below)
{
	uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	z ^= z >> 31;
	return below > 0 ? z % below : 0;
}

/* ---------------------------------------------------------------- inputs */

static void
make_room(Input *input, size_t room)
{
	if (room <= input->room)
		return;
	input->data = realloc(input->data, room * 2);
	input->room = room * 2;
	if (input->data == NULL)
		fail("no memory for", "a page");
}

static void
set_input(Input *input, const Input *from)
{
	make_room(input, from->len + 1);
	if (from->len > 0)
		memcpy(input->data, from->data, from->len);
	input->len = from->len;
}

/* Inserts bytes, which must not be part of the input. */
static void
insert(Input *input, size_t at, const void *bytes, size_t len)
{
	if (input->len + len > LARGEST_PAGE)
		return;
	make_room(input, input->len + len + 1);
	memmove(input->data + at + len, input->data + at, input->len - at);
	memcpy(input->data + at, bytes, len);
	input->len += len;
}

static void
cut_out(Input *input, size_t at, size_t len)
{
	memmove(input->data + at, input->data + at + len, input->len - at - len);
	input->len -= len;
}

static void
insert_times(Input *input, size_t at, const void *bytes, size_t len, uint64_t times)
{
	char *many = malloc(len * times + 1);

	for (uint64_t i = 0; i < times; i++)
		memcpy(many + i * len, bytes, len);
	insert(input, at, many, len * times);
	free(many);
}

static bool
read_file(const char *path, Input *input)
{
	FILE *file = fopen(path, "rb");
	size_t got;

	if (file == NULL)
		fail("cannot open", path);
	input->len = 0;
	do
	{
		make_room(input, input->len + 65536);
		got = fread(input->data + input->len, 1, 65536, file);
		input->len += got;
	} while (got > 0);
	fclose(file);
	return input->len > 0 && input->len <= LARGEST_PAGE;
}

/* ---------------------------------------------------------------- what is done to them */

/* Returns the start of a random span; *len may be 0. */
static size_t
choose_span(const Input *input, size_t *len)
{
	size_t at = (size_t) chance(input->len + 1);
	size_t most = input->len - at < LONGEST_SPAN ? input->len - at : LONGEST_SPAN;

	*len = (size_t) chance(most + 1);
	return at;
}

/* Returns the next such byte after a random position, or the end. */
static size_t
choose_byte(const Input *input, int byte)
{
	size_t at = (size_t) chance(input->len + 1);
	const unsigned char *found =
		at < input->len ? memchr(input->data + at, byte, input->len - at) : NULL;

	return found != NULL ? (size_t) (found - input->data) : input->len;
}

static void
change_bytes(Input *input, const Input *other)
{
	(void) other;
	for (uint64_t i = chance(16) + 1; i > 0 && input->len > 0; i--)
		input->data[chance(input->len)] = (unsigned char) chance(256);
}

static void
delete_span(Input *input, const Input *other)
{
	size_t len;
	size_t at = choose_span(input, &len);

	(void) other;
	cut_out(input, at, len);
}

static void
repeat_span(Input *input, const Input *other)
{
	unsigned char span[LONGEST_SPAN];
	size_t len;
	size_t at = choose_span(input, &len);

	(void) other;
	memcpy(span, input->data + at, len);
	insert_times(input, (size_t) chance(input->len + 1), span, len, chance(20) + 1);
}

static void
move_span(Input *input, const Input *other)
{
	size_t len;
	size_t at = choose_span(other, &len);

	if (len > 0)
		insert(input, (size_t) chance(input->len + 1), other->data + at, len);
}

static void
repeat_tag(Input *input, const Input *other)
{
	unsigned char tag[64];
	size_t at = choose_byte(input, '<');
	size_t len = input->len - at < sizeof(tag) ? input->len - at : sizeof(tag);
	const unsigned char *end;

	(void) other;
	memcpy(tag, input->data + at, len);
	end = memchr(tag, '>', len);
	if (end != NULL)
		len = (size_t) (end - tag) + 1;
	insert_times(input, at, tag, len, chance(MOST_REPEATS));
}

static void
break_reference(Input *input, const Input *other)
{
	static const char *const references[] = {
		"&",	  "&#",	  "&#x",  "&#1114112;", "&#xD800",		  "&lt",
		"&notin", "&#0;", "&amp", "&&&&",		"&#99999999999;", "&CounterClockwise"};
	size_t at = choose_byte(input, '&');
	size_t cut = input->len - at < 4 ? input->len - at : 4;

	(void) other;
	if (chance(2) == 0)
		cut_out(input, at, (size_t) chance(cut + 1));
	else
	{
		const char *reference = references[chance(lengthof(references))];

		insert(input, at, reference, strlen(reference));
	}
}

/*
 * Re-encodes a span as UTF-16, or as Latin-1 read as UTF-8, or drops the first bytes of its
 * characters.
 */
static void
mix_encodings(Input *input, const Input *other)
{
	unsigned char mixed[2 * LONGEST_SPAN];
	size_t len;
	size_t at = choose_span(input, &len);
	uint64_t way = chance(3);
	size_t out = 0;

	(void) other;
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = input->data[at + i];

		if (way == 0 || (way == 1 && c >= 0x80))
			mixed[out++] = way == 0 ? c : (unsigned char) (0xC0 | c >> 6);
		if (way == 0)
			mixed[out++] = '\0';
		else if (way == 1)
			mixed[out++] = c >= 0x80 ? (unsigned char) (0x80 | (c & 0x3F)) : c;
		else if (c < 0xC0)
			mixed[out++] = c;
	}
	cut_out(input, at, len);
	insert(input, at, mixed, out);
}

static void
add_markup(Input *input, const Input *other)
{
	static const char *const markup[] = {"<!--",
										 "-->",
										 "<script>",
										 "</script",
										 "<title>",
										 "<![CDATA[",
										 "<style ",
										 "</",
										 "<a href='",
										 "\"",
										 "'>",
										 "<table>",
										 "<td colspan=0",
										 "<textarea>",
										 "<plaintext>",
										 "<svg>",
										 "<",
										 "\xFF\xFE",
										 "\xEF\xBB\xBF",
										 "</body></html>",
										 "<p hidden",
										 "<br/>",
										 "{\"@type\":[",
										 "\\u0000",
										 "<script type=application/ld+json>"};
	const char *words = markup[chance(lengthof(markup))];

	(void) other;
	insert_times(input, (size_t) chance(input->len + 1), words, strlen(words),
				 chance(4) == 0 ? chance(MOST_REPEATS) : 1);
}

static void
mutate(Input *input, const Input *other)
{
	static void (*const ways[])(Input *, const Input *) = {
		change_bytes, delete_span,	   repeat_span,	  move_span,
		repeat_tag,	  break_reference, mix_encodings, add_markup,
	};

	for (uint64_t steps = chance(MOST_STEPS) + 1; steps > 0; steps--)
		ways[chance(lengthof(ways))](input, other);
}

/* ---------------------------------------------------------------- runs */

static void
run(Counts *counts, const char *name, const unsigned char *data, size_t len)
{
	clock_t start = clock();
	double seconds;

	current = data;
	current_len = len;
	LLVMFuzzerTestOneInput(data, len);
	seconds = (double) (clock() - start) / CLOCKS_PER_SEC;
	if (seconds > 0.05 && seconds / (double) len * 1e6 > counts->slowest)
	{
		counts->slowest = seconds / (double) len * 1e6;
		snprintf(counts->slowest_name, sizeof(counts->slowest_name),
				 "%s, %zu bytes, cut %llu, mutation %llu", name, len,
				 (unsigned long long) counts->cuts, (unsigned long long) counts->mutations);
	}
}

static bool
is_prime(uint64_t n)
{
	for (uint64_t i = 2; i * i <= n; i++)
		if (n % i == 0)
			return false;
	return true;
}

/* A prime, so that two pages are cut at different places. */
static uint64_t
stride_of(uint64_t len, uint64_t cuts)
{
	uint64_t stride = len / cuts + 1;

	while (!is_prime(stride))
		stride++;
	return stride;
}

static void
cut_page(const Settings *settings, Counts *counts, const char *name, const Input *page)
{
	uint64_t stride = settings->cuts == UINT64_MAX ? 1 : stride_of(page->len, settings->cuts);

	for (uint64_t len = counts->pages % stride; len < page->len; len += stride)
	{
		run(counts, name, page->data, (size_t) len);
		counts->cuts++;
	}
}

static void
run_page(const Settings *settings, Counts *counts, const char *name, const Input *page,
		 const Input *other)
{
	static Input mutated;

	state = settings->seed ^ (counts->pages << 32);
	if (settings->cuts > 0)
		cut_page(settings, counts, name, page);
	for (uint64_t i = 0; i < settings->mutations; i++)
	{
		set_input(&mutated, page);
		mutate(&mutated, other);
		run(counts, name, mutated.data, mutated.len);
		counts->mutations++;
	}
	counts->pages++;
}

static void
run_file(const Settings *settings, Counts *counts, const char *name)
{
	static Input pages[2];
	Input *page = &pages[counts->pages % 2];
	const Input *other = &pages[1 - counts->pages % 2];

	if (read_file(name, page))
		run_page(settings, counts, name, page, other->len > 0 ? other : page);
}

static void
run_list(const Settings *settings, Counts *counts, const char *path)
{
	FILE *file = fopen(path, "r");
	char name[4096];

	if (file == NULL)
		fail("cannot open", path);
	while (fgets(name, sizeof(name), file) != NULL)
	{
		name[strcspn(name, "\r\n")] = '\0';
		run_file(settings, counts, name);
	}
	fclose(file);
}

int
main(int argc, char **argv)
{
	Settings settings = {.cuts = 16, .mutations = 16, .seed = 1};
	Counts counts = {0};

	__sanitizer_set_death_callback(save_crash);
	for (int i = 1; i < argc; i++)
	{
		uint64_t *setting = strcmp(argv[i], "--cuts") == 0		  ? &settings.cuts
							: strcmp(argv[i], "--mutations") == 0 ? &settings.mutations
							: strcmp(argv[i], "--seed") == 0	  ? &settings.seed
																  : NULL;

		if (setting != NULL && i + 1 < argc)
			*setting = strcmp(argv[++i], "every") == 0 ? UINT64_MAX : strtoull(argv[i], NULL, 10);
		else if (argv[i][0] == '@')
			run_list(&settings, &counts, argv[i] + 1);
		else
			run_file(&settings, &counts, argv[i]);
	}
	printf("%llu pages, cut %llu times, mutated %llu times: no promise broken\n",
		   (unsigned long long) counts.pages, (unsigned long long) counts.cuts,
		   (unsigned long long) counts.mutations);
	if (counts.slowest > 0)
		printf("slowest: %.1f s a megabyte, %s\n", counts.slowest, counts.slowest_name);
	return 0;
}
