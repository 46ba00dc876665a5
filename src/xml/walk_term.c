/*
 * walk_term.c
 *	  See walk_path.h: reads conditions and strings.
 */
#include "xml/walk_reading.h"

#include "base/array.h"

/* Terms of all paths of a set. */
#define MOST_TERMS 200000

/* Steps in the predicates of one step: bits of WalkCandidate.found. */
#define MOST_INSIDE 64

/* ---------------------------------------------------------------- terms */

bool
walk_add_term(WalkReading *reading, WalkTerm term, uint32_t *number)
{
	WalkSet *set = reading->set;

	if (set->nterms == MOST_TERMS)
		return false;
	set->terms = arena_fit(set->arena, set->terms, set->nterms, &set->terms_size, 16, sizeof(term));
	*number = set->nterms;
	set->terms[set->nterms++] = term;
	return true;
}

static bool
is_literal(const WalkSet *set, uint32_t term, Str text)
{
	return set->terms[term].kind == WALK_LITERAL && str_equal(set->terms[term].text, text);
}

/*
 * The attribute whose words a string lists, each between spaces, as
 * concat(' ', normalize-space(@class), ' ') does; data NULL if it is another string.
 */
static Str
listed_attr(const WalkSet *set, uint32_t term)
{
	const WalkTerm *outer = &set->terms[term];
	const WalkTerm *inner;
	const WalkTerm *spaced;

	if (outer->kind != WALK_CONCAT || !is_literal(set, outer->b, STR(" ")))
		return STR_NONE;
	inner = &set->terms[outer->a];
	if (inner->kind != WALK_CONCAT || !is_literal(set, inner->a, STR(" ")))
		return STR_NONE;
	spaced = &set->terms[inner->b];
	if (spaced->kind != WALK_SPACED || set->terms[spaced->a].kind != WALK_ATTR_VALUE)
		return STR_NONE;
	return set->terms[spaced->a].text;
}

/* The word of a literal of a word between two spaces; empty if it is another. */
static Str
lone_word(const WalkSet *set, uint32_t term)
{
	Str text = set->terms[term].text;
	Str word = str_sub(text, 1, text.len > 2 ? text.len - 2 : 0);

	if (set->terms[term].kind != WALK_LITERAL || word.len == 0 || text.data[0] != ' ' ||
		text.data[text.len - 1] != ' ')
		return STR("");
	for (uint32_t i = 0; i < word.len; i++)
		if (strchr(" \t\r\n", word.data[i]) != NULL)
			return STR("");
	return word;
}

/* Reads the two strings of a function and its parenthesis. */
static bool
read_pair(WalkReading *reading, WalkTermKind kind, uint32_t *term)
{
	WalkTerm pair = {.kind = kind};
	Str attr;
	Str word;

	if (!walk_read_string(reading, &pair.a) || !walk_take(reading, ",") ||
		!walk_read_string(reading, &pair.b) || !walk_take(reading, ")"))
		return false;
	attr = listed_attr(reading->set, pair.a);
	word = lone_word(reading->set, pair.b);
	if (kind == WALK_CONTAINS && attr.data != NULL && word.len > 0)
	{
		pair = (WalkTerm){.kind = WALK_WORD, .text = attr, .b = pair.b};
		reading->set->terms[pair.b].text = word;
	}
	return walk_add_term(reading, pair, term);
}

/* ---------------------------------------------------------------- strings */

static bool
read_concat(WalkReading *reading, uint32_t *term)
{
	uint32_t next;

	if (!walk_read_string(reading, term) || !walk_take(reading, ","))
		return false;
	do
	{
		if (!walk_read_string(reading, &next) ||
			!walk_add_term(reading, (WalkTerm){.kind = WALK_CONCAT, .a = *term, .b = next}, term))
			return false;
	} while (walk_take(reading, ","));
	return walk_take(reading, ")");
}

/* Reads the one string of a function, by default that of the node. */
static bool
read_one(WalkReading *reading, WalkTermKind kind, uint32_t *term)
{
	uint32_t of;

	if (reading->in_predicate && walk_take(reading, ")"))
	{
		reading->looks_ahead = reading->asks_text = true;
		return walk_add_term(reading, (WalkTerm){.kind = WALK_OWN}, &of) &&
			   walk_add_term(reading, (WalkTerm){.kind = kind, .a = of}, term);
	}
	return walk_read_string(reading, &of) && walk_take(reading, ")") &&
		   walk_add_term(reading, (WalkTerm){.kind = kind, .a = of}, term);
}

/* Reads the nodes of which a predicate compares strings: @name, text() and the node itself. */
static bool
read_nodes(WalkReading *reading, uint32_t *term)
{
	Str name;

	if (walk_take(reading, "@"))
	{
		name = walk_peek_name(reading);
		reading->at += name.len;
		return name.len > 0 &&
			   walk_add_term(reading, (WalkTerm){.kind = WALK_ATTR_VALUE, .text = name}, term);
	}
	reading->looks_ahead = reading->asks_text = true;
	if (walk_take_call(reading, STR("text")))
		return walk_take(reading, ")") &&
			   walk_add_term(reading, (WalkTerm){.kind = WALK_CHILD_TEXTS}, term);
	return walk_take(reading, ".") && strchr("./", walk_byte_at(reading, reading->at)) == NULL &&
		   !ascii_digit(walk_byte_at(reading, reading->at)) &&
		   walk_add_term(reading, (WalkTerm){.kind = WALK_OWN}, term);
}

bool
walk_read_string(WalkReading *reading, uint32_t *term)
{
	bool known;
	Str literal;

	if (++reading->depth > WALK_DEEPEST)
		return false;
	if (walk_take_literal(reading, &literal))
		known = walk_add_term(reading, (WalkTerm){.kind = WALK_LITERAL, .text = literal}, term);
	else if (walk_take_call(reading, STR("normalize-space")))
		known = read_one(reading, WALK_SPACED, term);
	else if (walk_take_call(reading, STR("string")))
		known = read_one(reading, WALK_STRING, term);
	else if (walk_take_call(reading, STR("concat")))
		known = read_concat(reading, term);
	else if (walk_take_call(reading, STR("substring-before")))
		known = read_pair(reading, WALK_BEFORE, term);
	else if (walk_take_call(reading, STR("substring-after")))
		known = read_pair(reading, WALK_AFTER, term);
	else
		known =
			reading->in_predicate ? read_nodes(reading, term) : reading->read_query(reading, term);
	reading->depth--;
	return known;
}

/* ---------------------------------------------------------------- conditions */

/* Reads the operator of a comparison: "=", "!=", and between numbers "<", ">", "<=", ">=". */
static Str
take_operator(WalkReading *reading)
{
	static const char *const operators[] = {"!=", "<=", ">=", "=", "<", ">"};

	for (size_t i = 0; i < lengthof(operators); i++)
		if (walk_take(reading, operators[i]))
			return str_cstr(operators[i]);
	return STR_NONE;
}

static bool
read_position(WalkReading *reading, uint32_t *term)
{
	WalkTerm position = {.kind = WALK_POSITION};

	reading->positional = true;
	if (!walk_take(reading, ")"))
		return false;
	position.text = take_operator(reading);
	return position.text.data != NULL && walk_take_number(reading, &position.number) &&
		   walk_add_term(reading, position, term);
}

/* Can a step be looked for inside an element, in whose predicate it is? */
static bool
is_inside_step(const WalkStep *step)
{
	if (step->test == WALK_ATTR)
		return step->axis == WALK_DESCENDANT;
	return step->axis <= WALK_DESCENDANT && !step->looks_ahead && !step->positional;
}

/* Reads a step of which something has to exist: "img", ".//img", "*", "text()". */
static bool
read_inside(WalkReading *reading, uint32_t *term)
{
	WalkSet *set = reading->set;
	uint32_t count = reading->ninside;
	bool positional = reading->positional;
	bool asks_text = reading->asks_text;
	WalkAxis axis = WALK_CHILD;
	WalkStep *step;

	if (walk_take(reading, ".//"))
		axis = WALK_DESCENDANT;
	else
		walk_take(reading, "./");
	reading->ninside = 0;
	if (!reading->read_step(reading, axis) || count == MOST_INSIDE)
		return false;
	step = &set->steps[set->nsteps - 1];
	step->inside = true;
	step->bit = (uint8_t) count;
	reading->ninside = count + 1;
	reading->positional = positional;
	reading->asks_text = asks_text;
	reading->looks_ahead = true;
	return is_inside_step(step) &&
		   walk_add_term(reading, (WalkTerm){.kind = WALK_HAS_STEP, .number = set->nsteps - 1},
						 term);
}

/* Is what comes next a step that has to exist, rather than a string? */
static bool
is_inside(WalkReading *reading)
{
	Str name = walk_peek_name(reading);
	uint32_t before = reading->at;
	bool call;

	if (name.len == 0)
		return walk_byte_at(reading, before) == '*' ||
			   (walk_byte_at(reading, before) == '.' && walk_byte_at(reading, before + 1) == '/');
	reading->at += name.len;
	call = walk_take(reading, "(");
	reading->at = before;
	return !call;
}

/* Reads a string, and what it is compared with. */
static bool
read_comparison(WalkReading *reading, uint32_t *term)
{
	WalkTerm comparison = {.kind = WALK_EQUAL};
	WalkTerm *first;
	Str operator;

	if (!walk_read_string(reading, &comparison.a))
		return false;
	operator= take_operator(reading);
	if (operator.data != NULL)
	{
		if (str_equal(operator, STR("!=")))
			comparison.kind = WALK_UNEQUAL;
		else if (!str_equal(operator, STR("=")))
			return false;
		return walk_read_string(reading, &comparison.b) && walk_add_term(reading, comparison, term);
	}
	first = &reading->set->terms[comparison.a];
	if (first->kind == WALK_ATTR_VALUE)
		first->kind = WALK_HAS_ATTR;
	else if (first->kind == WALK_OWN || first->kind == WALK_CHILD_TEXTS)
		return false;
	else
		return walk_add_term(reading, (WalkTerm){.kind = WALK_FILLED, .a = comparison.a}, term);
	*term = comparison.a;
	return true;
}

static bool
read_single(WalkReading *reading, uint32_t *term)
{
	uint32_t of;

	if (walk_take_call(reading, STR("not")))
		return walk_read_condition(reading, &of) && walk_take(reading, ")") &&
			   walk_add_term(reading, (WalkTerm){.kind = WALK_NOT, .a = of}, term);
	if (walk_take(reading, "("))
		return walk_read_condition(reading, term) && walk_take(reading, ")");
	if (walk_take_call(reading, STR("contains")))
		return read_pair(reading, WALK_CONTAINS, term);
	if (walk_take_call(reading, STR("starts-with")))
		return read_pair(reading, WALK_STARTS, term);
	if (walk_take_call(reading, STR("position")))
		return read_position(reading, term);
	if (is_inside(reading))
		return read_inside(reading, term);
	return read_comparison(reading, term);
}

/* Reads conditions joined by "and". */
static bool
read_all(WalkReading *reading, uint32_t *term)
{
	uint32_t next;

	if (!read_single(reading, term))
		return false;
	while (walk_take_word(reading, STR("and")))
		if (!read_single(reading, &next) ||
			!walk_add_term(reading, (WalkTerm){.kind = WALK_AND, .a = *term, .b = next}, term))
			return false;
	return true;
}

/* Reads conditions joined by "or". */
bool
walk_read_condition(WalkReading *reading, uint32_t *term)
{
	uint32_t next;

	if (++reading->depth > WALK_DEEPEST || !read_all(reading, term))
		return false;
	while (walk_take_word(reading, STR("or")))
		if (!read_all(reading, &next) ||
			!walk_add_term(reading, (WalkTerm){.kind = WALK_OR, .a = *term, .b = next}, term))
			return false;
	reading->depth--;
	return true;
}
