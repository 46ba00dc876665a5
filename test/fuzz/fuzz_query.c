/*
 * fuzz_query.c
 *	  Any text of a search box gives a well-formed expression: operators between operands, balanced
 *	  parentheses, each operand used and a slice of the text, several times only beside a distance.
 *	  Input: the text.
 */
#include "fuzz.h"

#include "french/query.h"
#include "html/encoding.h"

typedef struct Expression
{
	Str text;
	uint32_t at;
	uint32_t operands; /* named so far, each once */
	uint32_t repeated; /* named again */
	bool distances;	   /* PRES/n has become phrases */
	uint32_t excluded; /* negations so far */
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
	fuzz_check(number < SEARCH_MAX_BYTES);
	if (expression->named[number])
		expression->repeated++;
	else
		expression->operands++;
	expression->named[number] = true;
}

/* " <12> " between two sides. */
static bool
check_distance(Expression *expression)
{
	uint32_t distance = 0;

	if (next_mark(expression) != ' ')
		return false;
	fuzz_check(str_equal(str_sub(expression->text, expression->at, 2), STR(" <")));
	for (expression->at += 2; ascii_digit(next_mark(expression)); expression->at++)
		distance = distance * 10 + (uint32_t) (next_mark(expression) - '0');
	fuzz_check(distance > 0 && distance <= SEARCH_MAX_DISTANCE);
	fuzz_check(str_equal(str_sub(expression->text, expression->at, 2), STR("> ")));
	expression->at += 2;
	expression->distances = true;
	return true;
}

/* operand { operator operand }: an operand is a number or a group, possibly negated. */
static void
check_group(Expression *expression, uint32_t depth)
{
	fuzz_check(depth <= 4 * SEARCH_MAX_DEPTH + 3);
	for (;;)
	{
		if (next_mark(expression) == '!')
		{
			expression->excluded++;
			expression->at++;
		}
		if (next_mark(expression) == '(')
		{
			expression->at++;
			check_group(expression, depth + 1);
			fuzz_check(next_mark(expression) == ')');
			expression->at++;
		}
		else
			check_number(expression);
		if (check_distance(expression))
			continue;
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

/* Reads the text, checks the result, and returns the number of excluded operands. */
static uint32_t
check_search(const SearchQuery *query, Str text)
{
	Expression expression = {.text = query->expression};

	if (expression.text.len > 0)
		check_group(&expression, 0);
	fuzz_check(expression.at == expression.text.len && expression.operands == query->count);
	fuzz_check(expression.distances || expression.repeated == 0);
	fuzz_check(expression.repeated <= SEARCH_MAX_NEAR + query->count);
	for (uint32_t i = 0; i < query->count; i++)
	{
		const SearchOperand *operand = &query->operands[i];

		fuzz_check(operand->text.len > 0 && is_slice(operand->text, text));
		fuzz_check_text(operand->text);
		fuzz_check(!operand->exact || operand->join != JOIN_ALL);
		if (operand->prefix.data != NULL)
			fuzz_check(is_slice(operand->prefix, operand->text));
		if (operand->joined.data != NULL)
			fuzz_check(operand->prefix.data != NULL && is_slice(operand->joined, operand->text));
	}
	return expression.excluded;
}

/* A search for any of the words looks for the same words, and excludes the same. */
static void
check_join(const SearchQuery *all, const SearchQuery *any)
{
	fuzz_check(all->count == any->count);
	for (uint32_t i = 0; i < all->count; i++)
		fuzz_check(str_equal(all->operands[i].text, any->operands[i].text) &&
				   str_equal(all->operands[i].prefix, any->operands[i].prefix));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SearchQuery all;
	SearchQuery any;
	Arena arena;
	Str input;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	all = search_read(&arena, input, JOIN_ALL);
	any = search_read(&arena, input, JOIN_ANY);
	fuzz_check(check_search(&all, input) == check_search(&any, input));
	check_join(&all, &any);
	arena_free(&arena);
	return 0;
}
