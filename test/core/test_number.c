/*
 * test_number.c
 *	  French numbers as values: texts that are one number, texts that are none, and the numbers of
 *	  sentences.
 */
#include <stdio.h>

#include "base/array.h"
#include "french/number_internal.h"
#include "tap.h"

typedef struct NumberCase
{
	const char *text;
	const char *value; /* NULL: no number */
} NumberCase;

static const NumberCase cases[] = {
#define NUMBER(text, value) {text, value},
#define NO_NUMBER(text) {text, NULL},
#include "number_list.h"
#undef NUMBER
#undef NO_NUMBER
};

static void
test_one(void)
{
	for (size_t i = 0; i < lengthof(cases); i++)
	{
		char written[NUMBER_TEXT_MAX];
		NumberFound number;
		Str got = STR("none");

		if (number_parse(str_cstr(cases[i].text), &number))
			got = str_make(written, number_write(&number.value, written));
		tap_equal_text(got, str_cstr(cases[i].value ? cases[i].value : "none"), cases[i].text);
	}
}

/* The first letters that number_may_start() knows are those of the list. */
static void
test_starts(void)
{
	static const char *const starts[] = {
#define NUMBER_WORD(word, class, value, flags)                                                     \
	NUMBER_WORD_##class <= NUMBER_WORD_THOUSAND ? (word) : NULL,
#include "french/number_word_list.h"
#undef NUMBER_WORD
		"zéro",
		"ZÉRO",
		"Cent",
	};

	for (size_t i = 0; i < lengthof(starts); i++)
		if (starts[i] != NULL)
			tap_ok(number_may_start(str_cstr(starts[i]), 0), starts[i]);
	tap_ok(!number_may_start(STR("premier"), 0), "premier is left to the words");
	tap_ok(!number_may_start(STR("c"), 0), "one letter");
	tap_ok(!number_may_start(STR(""), 0), "no letter");
}

/* Writes the numbers of a text as number_text_list.h shows them. */
static Str
describe(Str text, char *out, size_t size)
{
	NumberScanner scanner;
	NumberFound number;
	NumberStep step;
	size_t len = 0;

	number_start(&scanner, text);
	while ((step = number_next(&scanner, &number)) != NUMBER_END)
	{
		char written[NUMBER_TEXT_MAX];

		if (step == NUMBER_PAUSED)
			continue;
		number_write(&number.value, written);
		len += (size_t) snprintf(out + len, size - len, "%s%.*s=%s %s", len > 0 ? "; " : "",
								 (int) (number.end - number.start), text.data + number.start,
								 written, number_kind_name(number.kind));
	}
	return str_make(out, len);
}

static void
test_texts(void)
{
	static const struct
	{
		const char *text;
		const char *numbers;
	} texts[] = {
#define TEXT(text, numbers) {text, numbers},
#include "number_text_list.h"
#undef TEXT
	};
	char out[1024];

	for (size_t i = 0; i < lengthof(texts); i++)
		tap_equal_text(describe(str_cstr(texts[i].text), out, sizeof(out)),
					   str_cstr(texts[i].numbers), texts[i].text);
}

/* A text without a number ends in steps, so that a caller can be cancelled between them. */
static void
test_pause(void)
{
	const uint32_t len = 1000000;
	char *blank = arena_alloc(&tap_arena, len);
	NumberScanner scanner;
	NumberFound number;
	int pauses = 0;

	memset(blank, '-', len);
	number_start(&scanner, str_make(blank, len));
	while (number_next(&scanner, &number) == NUMBER_PAUSED)
		pauses++;
	tap_ok(pauses > 10, "a long text without numbers pauses");
	memset(blank, 'a', len);
	number_start(&scanner, str_make(blank, len));
	for (pauses = 0; number_next(&scanner, &number) == NUMBER_PAUSED;)
		pauses++;
	tap_ok(pauses > 5, "so does one endless word");
	tap_ok(!number_parse(str_make(blank, len), &number), "which is no number");
	memset(blank, '7', len);
	number_start(&scanner, str_make(blank, len));
	tap_ok(number_next(&scanner, &number) == NUMBER_PAUSED &&
			   number_next(&scanner, &number) == NUMBER_END,
		   "an endless run of digits is no number");
}

void
test_number(void)
{
	test_one();
	test_starts();
	test_texts();
	test_pause();
}
