/*
 * fuzz_number.c
 *	  Numbers found in any bytes are within them and in order, and their notation is a decimal
 *	  number. Input: the text.
 */
#include "fuzz.h"

#include "french/number.h"

static void
check_value(const NumberValue *value)
{
	char written[NUMBER_TEXT_MAX];
	uint32_t len = number_write(value, written);
	uint32_t digits = 0;

	fuzz_check(len > 0 && len < NUMBER_TEXT_MAX && written[len] == '\0');
	for (uint32_t i = 0; i < len; i++)
	{
		digits += ascii_digit(written[i]);
		fuzz_check(ascii_digit(written[i]) || (i == 0 && written[i] == '-') ||
				   (written[i] == '.' && digits > 0));
	}
	fuzz_check(digits > 0);
}

static void
check_scan(Str text)
{
	NumberScanner scanner;
	NumberFound number;
	NumberStep step;
	uint32_t end = 0;
	uint32_t next = 0;

	number_start(&scanner, text);
	while ((step = number_next(&scanner, &number)) != NUMBER_END)
	{
		fuzz_check(scanner.next > next);
		next = scanner.next;
		if (step == NUMBER_PAUSED)
			continue;
		fuzz_check(number.start >= end && number.start < number.end && number.end <= text.len);
		end = number.end;
		check_value(&number.value);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	NumberFound number;
	Arena arena;
	Str input;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, fuzz_input(data, size));
	check_scan(input);
	if (number_parse(input, &number))
	{
		fuzz_check(number.start < number.end && number.end <= input.len);
		check_value(&number.value);
	}
	arena_free(&arena);
	return 0;
}
