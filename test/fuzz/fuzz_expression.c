/*
 * fuzz_expression.c
 *	  Dates found in any bytes are within them and in order, and each is a range that is not empty.
 *	  Without a reference nothing is found that depends on one. Input: a byte of choices, the text.
 */
#include "fuzz.h"

#include "french/expression.h"

#define REFERENCE INT64_C(1593674000) /* 2020-07-02 */

static int32_t
two_hours(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 7200;
}

static void
check_meant(const DateMeant *meant, uint32_t end, Str text)
{
	fuzz_check(meant->start >= end && meant->start < meant->end && meant->end <= text.len);
	fuzz_check(meant->from < meant->to);
	fuzz_check(expression_precision_name(meant->precision) != NULL);
}

static uint32_t
check_dates(Str text, const DateContext *context)
{
	DateExpressions expressions;
	DateMeant meant;
	ExpressionStep step;
	uint32_t end = 0;
	uint32_t count = 0;

	expression_start(&expressions, text, context);
	while ((step = expression_next(&expressions, &meant)) != EXPRESSION_END)
	{
		if (step == EXPRESSION_PAUSED)
			continue;
		check_meant(&meant, end, text);
		end = meant.end;
		count++;
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	int64_t reference = REFERENCE + (fuzz_take_byte(&input) - 128) * INT64_C(864000);
	DateContext known = {two_hours, NULL, &reference};
	DateContext unknown = {two_hours, NULL, NULL};
	DateMeant meant;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, input);
	check_dates(input, &known);
	check_dates(input, &unknown);
	if (expression_parse(input, &known, &meant))
		check_meant(&meant, 0, input);
	if (expression_parse(input, &unknown, &meant))
		fuzz_check(expression_parse(input, &known, &meant));
	arena_free(&arena);
	return 0;
}
