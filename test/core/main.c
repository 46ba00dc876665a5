/*
 * main.c
 *	  Runs the unit tests of the core: those named on the command line, or all. Writes TAP to
 *	  standard output; exits with status 1 if a check failed.
 */
#include "tap.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/array.h"

Arena tap_arena;

static int checks;
static int failures;

#define TEST(name) extern void test_##name(void);
#include "test_list.h"
#undef TEST

static const struct
{
	const char *name;
	void (*run)(void);
} tests[] = {
#define TEST(name) {#name, test_##name},
#include "test_list.h"
#undef TEST
};

void
tap_ok(bool passed, const char *name)
{
	checks++;
	failures += !passed;
	printf("%s %d - %s\n", passed ? "ok" : "not ok", checks, name);
}

/* Text as one line of printable ASCII. */
static void
print_text(const char *label, Str text)
{
	printf("#   %s: ", label);
	if (text.data == NULL)
		printf("(none)");
	for (uint32_t i = 0; i < text.len; i++)
		printf(text.data[i] >= ' ' && text.data[i] <= '~' ? "%c" : "\\x%02X",
			   (unsigned char) text.data[i]);
	printf("\n");
}

void
tap_equal_text(Str got, Str expected, const char *name)
{
	bool same = str_equal(got, expected) && (got.data == NULL) == (expected.data == NULL);

	tap_ok(same, name);
	if (!same)
	{
		print_text("got", got);
		print_text("expected", expected);
	}
}

void
tap_equal_int(int64_t got, int64_t expected, const char *name)
{
	tap_ok(got == expected, name);
	if (got != expected)
		printf("#   got: %" PRId64 "\n#   expected: %" PRId64 "\n", got, expected);
}

static bool
wanted(const char *name, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], name) == 0)
			return true;
	return argc < 2;
}

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < lengthof(tests); i++)
	{
		if (!wanted(tests[i].name, argc, argv))
			continue;
		arena_init(&tap_arena, arena_malloc);
		tests[i].run();
		arena_free(&tap_arena);
	}
	printf("1..%d\n", checks);
	return failures > 0;
}
