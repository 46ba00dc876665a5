/*
 * fuzz_query.c
 *	  Any text of a search box gives an expression that is well-formed: operators between operands,
 *	  parentheses closed, each operand named once, and a slice of the text.  Input: a byte of choice,
 *	  the text.
 */
#include "fuzz.h"

#include "french/query.h"
#include "html/encoding.h"

typedef struct Expression
{
	Str text;
	uint32_t at;
	uint32_t operands; /* named so far */
	bool named[SEARCH_MAX_BYTES];
} Expression;

static char
next_mark(const Expression *expression)
{
	return expression->at < expression->text.len ? expression->text.data[expression->at] : '\0';
}

static void
check_number(Expression *expression)
{
	uint32_t number = 0;

	fuzz_check(ascii_digit(next_mark(expression)));
	while (ascii_digit(next_mark(expression)))
		number = number * 10 + (uint32_t) (expression->text.data[expression->at++] - '0');
	fuzz_check(number < SEARCH_MAX_BYTES && !expression->named[number]);
	expression->named[number] = true;
	expression->operands++;
}

/* operand { operator operand }, an operand being a number or a group, after any negation. */
static void
check_group(Expression *expression, uint32_t depth)
{
	fuzz_check(depth <= 2 * SEARCH_MAX_DEPTH + 1);
	for (;;)
	{
		if (next_mark(expression) == '!')
			expression->at++;
		if (next_mark(expression) == '(')
		{
			expression->at++;
			check_group(expression, depth + 1);
			fuzz_check(next_mark(expression) == ')');
			expression->at++;
		}
		else
			check_number(expression);
		if (next_mark(expression) != '&' && next_mark(expression) != '|')
			return;
		expression->at++;
	}
}

static bool
is_slice(Str part, Str whole)
{
	return part.data >= whole.data && part.data + part.len <= whole.data + whole.len;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	SearchJoin join = fuzz_take_byte(&input) & 1 ? JOIN_ANY : JOIN_ALL;
	SearchQuery query;
	Expression expression = {0};
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = encoding_clean_utf8(&arena, input);
	query = search_read(&arena, input, join);
	expression.text = query.expression;
	if (expression.text.len > 0)
		check_group(&expression, 0);
	fuzz_check(expression.at == expression.text.len && expression.operands == query.count);
	for (uint32_t i = 0; i < query.count; i++)
	{
		fuzz_check(query.operands[i].text.len > 0 && is_slice(query.operands[i].text, input));
		if (query.operands[i].prefix.data != NULL)
			fuzz_check(is_slice(query.operands[i].prefix, query.operands[i].text));
	}
	arena_free(&arena);
	return 0;
}
