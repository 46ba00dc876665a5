/*
 * walk_read.c
 *	  See walk_path.h: reads the text of a path into steps, predicates and terms. Whatever the
 *	  reader does not know ends the reading; the path is then one for libxml2.
 */
#include "xml/walk_reading.h"

#include "base/array.h"

/* Steps of all paths of a set. */
#define MOST_STEPS 100000

/* ---------------------------------------------------------------- steps */

static bool
read_predicate(WalkReading *reading, WalkPredicate *predicate)
{
	bool outer = reading->in_predicate;
	WalkTerm position = {.kind = WALK_POSITION, .text = STR("=")};
	uint32_t before = reading->at;
	bool known;

	*predicate = (WalkPredicate){0};
	reading->in_predicate = true;
	reading->positional = false;
	known = walk_take_number(reading, &position.number) && walk_take(reading, "]") &&
			walk_add_term(reading, position, &predicate->term);
	reading->positional = known;
	if (!known)
	{
		reading->at = before;
		known = walk_read_condition(reading, &predicate->term) && walk_take(reading, "]");
	}
	predicate->positional = reading->positional;
	reading->in_predicate = outer;
	return known;
}

/* Reads the predicates of a step; of several only one may ask for a position. */
static bool
read_predicates(WalkReading *reading, WalkStep *step)
{
	WalkPredicate read[8];
	WalkSet *set = reading->set;
	uint32_t count = 0;

	while (walk_take(reading, "["))
	{
		if (count == lengthof(read) || !read_predicate(reading, &read[count]))
			return false;
		if (read[count].positional && step->positional)
			return false;
		step->positional |= read[count++].positional;
	}
	step->predicate = set->npredicates;
	step->npredicates = count;
	for (uint32_t i = 0; i < count; i++)
	{
		set->predicates = arena_fit(set->arena, set->predicates, set->npredicates,
									&set->predicates_size, 16, sizeof(WalkPredicate));
		set->predicates[set->npredicates++] = read[i];
	}
	return true;
}

/*
 * Takes the name of an axis, or leaves *axis as it is. Returns false if it is not known.
 * *counts_all: positions count among all descendants, not among siblings as after "//".
 */
static bool
take_axis(WalkReading *reading, uint8_t *axis, bool *counts_all)
{
	static const struct
	{
		Str name;
		WalkAxis axis;
	} axes[] = {
		{{"child", 5}, WALK_CHILD},		  {{"descendant", 10}, WALK_DESCENDANT},
		{{"self", 4}, WALK_SELF},		  {{"parent", 6}, WALK_PARENT},
		{{"ancestor", 8}, WALK_ANCESTOR}, {{"following-sibling", 17}, WALK_SIBLING},
	};
	uint32_t before = reading->at;
	Str name = walk_peek_name(reading);

	reading->at += name.len;
	if (!walk_take(reading, "::"))
	{
		reading->at = before;
		return true;
	}
	for (size_t i = 0; i < lengthof(axes); i++)
		if (str_equal(name, axes[i].name))
		{
			*counts_all = axes[i].axis == WALK_DESCENDANT;
			if (*axis == WALK_DESCENDANT)
				return axes[i].axis <= WALK_DESCENDANT;
			*axis = (uint8_t) axes[i].axis;
			return true;
		}
	return false;
}

/* Takes what a step tests. */
static bool
take_test(WalkReading *reading, WalkStep *step)
{
	if (step->axis != WALK_CHILD && step->axis != WALK_DESCENDANT &&
		walk_take_call(reading, STR("node")))
	{
		step->test = WALK_NODE;
		return step->axis != WALK_SIBLING && walk_take(reading, ")");
	}
	if (walk_take_call(reading, STR("text")))
	{
		step->test = WALK_TEXT;
		return (step->axis == WALK_CHILD || step->axis == WALK_DESCENDANT ||
				step->axis == WALK_SIBLING) &&
			   walk_take(reading, ")");
	}
	step->test = WALK_ELEMENT;
	if (walk_take(reading, "*"))
		return true;
	step->test = WALK_NAME;
	step->name = walk_peek_name(reading);
	reading->at += step->name.len;
	return step->name.len > 0 && !walk_take(reading, "(") && !walk_take(reading, "::");
}

/* Takes a step without its predicates. */
static bool
take_node(WalkReading *reading, WalkStep *step, bool *counts_all)
{
	uint8_t gap = step->axis;

	if (walk_take(reading, "@"))
	{
		step->test = WALK_ATTR;
		step->name = walk_peek_name(reading);
		reading->at += step->name.len;
		return step->name.len > 0;
	}
	if (walk_take(reading, ".."))
	{
		step->axis = WALK_PARENT;
		step->test = WALK_NODE;
		return gap == WALK_CHILD;
	}
	return take_axis(reading, &step->axis, counts_all) && take_test(reading, step);
}

/* Can the walk answer a step with such predicates? */
static bool
is_possible(const WalkReading *reading, const WalkStep *step, bool counts_all)
{
	bool up = step->axis == WALK_SELF || step->axis == WALK_PARENT || step->axis == WALK_ANCESTOR;

	if (step->test == WALK_ATTR)
		return step->npredicates == 0;
	if (counts_all && step->positional)
		return false;
	if (step->test == WALK_TEXT)
		return reading->ninside == 0;
	return !step->looks_ahead || (!up && !(step->axis == WALK_SIBLING && step->positional));
}

/* Reads a step and adds it to the set. */
static bool
read_step(WalkReading *reading, WalkAxis axis)
{
	WalkSet *set = reading->set;
	WalkStep step = {.axis = (uint8_t) axis, .next = WALK_NONE, .query = reading->query};
	bool counts_all = false;

	if (set->nsteps >= MOST_STEPS || !take_node(reading, &step, &counts_all))
		return false;
	reading->looks_ahead = reading->asks_text = false;
	if (!read_predicates(reading, &step))
		return false;
	step.looks_ahead = reading->looks_ahead && step.test != WALK_TEXT;
	step.asks_text = reading->asks_text;
	if (!is_possible(reading, &step, counts_all))
		return false;
	set->steps = arena_fit(set->arena, set->steps, set->nsteps, &set->steps_size, 16, sizeof(step));
	set->steps[set->nsteps++] = step;
	return true;
}

/*
 * May a step follow this one? What an element contains is known at its end, when it is too late to
 * look inside; the same is true of an element around the one that was found.
 */
static bool
may_follow(const WalkStep *before, const WalkStep *step, bool *too_late)
{
	if (before->test == WALK_ATTR || before->test == WALK_TEXT)
		return false;
	if (before->looks_ahead || before->axis == WALK_PARENT || before->axis == WALK_ANCESTOR)
		*too_late = true;
	if (before->axis == WALK_SIBLING && !before->looks_ahead)
		*too_late = false;
	if (!*too_late || (step->test == WALK_ATTR && step->axis == WALK_CHILD))
		return true;
	return step->axis > WALK_DESCENDANT;
}

/* Reads a path of steps. */
static bool
read_path(WalkReading *reading)
{
	WalkSet *set = reading->set;
	WalkQuery *query = &set->queries[reading->query];
	WalkAxis gap = WALK_CHILD;
	bool too_late = false;
	uint32_t before = WALK_NONE;

	walk_skip_space(reading);
	if (walk_byte_at(reading, reading->at) == '.' && walk_byte_at(reading, reading->at + 1) == '/')
		reading->at++;
	if (walk_take(reading, "//"))
		gap = WALK_DESCENDANT;
	else
		walk_take(reading, "/");
	for (;;)
	{
		WalkStep *step;

		reading->ninside = 0;
		if (!read_step(reading, gap))
			return false;
		step = &set->steps[set->nsteps - 1];
		if (before == WALK_NONE)
		{
			if (step->axis > WALK_DESCENDANT || (step->test == WALK_ATTR && gap == WALK_CHILD))
				return false;
			walk_numbers_add(&set->firsts, set->arena, set->nsteps - 1);
		}
		else if (!may_follow(&set->steps[before], step, &too_late))
			return false;
		else
			set->steps[before].next = set->nsteps - 1;
		if (step->looks_ahead || step->axis == WALK_PARENT || step->axis == WALK_ANCESTOR)
			query->ordered = false;
		before = set->nsteps - 1;
		if (walk_take(reading, "//"))
			gap = WALK_DESCENDANT;
		else if (walk_take(reading, "/"))
			gap = WALK_CHILD;
		else
			return true;
	}
}

/* ---------------------------------------------------------------- queries */

/* Reads paths joined by "|", maybe in parentheses with a position. */
static bool
read_query(WalkReading *reading, WalkQuery wanted)
{
	WalkSet *set = reading->set;
	bool group;

	set->queries = arena_fit(set->arena, set->queries, set->nqueries, &set->queries_size, 16,
							 sizeof(WalkQuery));
	wanted.ordered = true;
	reading->query = set->nqueries++;
	set->queries[reading->query] = wanted;
	group = walk_take(reading, "(");
	do
	{
		if (!read_path(reading))
			return false;
	} while (walk_take(reading, "|"));
	if (!group)
		return true;
	if (!walk_take(reading, ")"))
		return false;
	if (walk_take(reading, "["))
	{
		WalkQuery *query = &set->queries[reading->query];

		if (!walk_take_number(reading, &query->nth) || query->nth == 0 || !walk_take(reading, "]"))
			return false;
		query->most = query->nth;
	}
	walk_skip_space(reading);
	return strchr("/[|", walk_byte_at(reading, reading->at)) == NULL ||
		   reading->at == reading->text.len;
}

/* Only a query that goes down keeps the text of its elements from their beginning on. */
static bool
goes_down(const WalkSet *set, uint32_t from)
{
	for (uint32_t i = from; i < set->nsteps; i++)
		if (set->steps[i].axis == WALK_PARENT || set->steps[i].axis == WALK_ANCESTOR)
			return false;
	return true;
}

/* Reads the paths whose first element's string is an argument. */
static bool
read_string_query(WalkReading *reading, uint32_t *term)
{
	uint32_t first = reading->set->nsteps;
	WalkQuery wanted = {.most = 1, .wanted = WALK_VALUES, .asks_all = true};

	return read_query(reading, wanted) && goes_down(reading->set, first) &&
		   walk_add_term(reading, (WalkTerm){.kind = WALK_QUERY, .number = reading->query}, term);
}

/* Is it a string rather than a set of nodes? */
static bool
is_string(WalkReading *reading)
{
	Str name = walk_peek_name(reading);
	char next = walk_byte_at(reading, reading->at);
	uint32_t before = reading->at;
	bool call;

	if (next == '"' || next == '\'')
		return true;
	reading->at += name.len;
	call = name.len > 0 && walk_take(reading, "(");
	reading->at = before;
	return call;
}

/* Are all characters of a path those of XML? It excludes most controls, U+FFFE and U+FFFF. */
static bool
is_xml(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if ((unsigned char) text.data[i] < ' ' && strchr("\t\r\n", text.data[i]) == NULL)
			return false;
	return memchr(text.data, '\0', text.len) == NULL && str_find(text, STR("\xEF\xBF\xBE")) < 0 &&
		   str_find(text, STR("\xEF\xBF\xBF")) < 0;
}

uint32_t
walk_set_add(WalkSet *set, Str text, uint32_t most, uint32_t wanted)
{
	WalkReading reading = {
		.set = set, .text = text, .read_step = read_step, .read_query = read_string_query};
	WalkSet before = *set;
	WalkPath path = {WALK_NONE, WALK_NONE};
	bool known;

	if (text.len > XML_LONGEST_PATH || !is_xml(text))
		return WALK_NONE;
	if (is_string(&reading))
		known = walk_read_string(&reading, &path.term);
	else
	{
		known = read_query(&reading, (WalkQuery){.most = most, .wanted = wanted});
		path.query = reading.query;
	}
	walk_skip_space(&reading);
	if (!known || reading.at < text.len)
	{
		set->nsteps = before.nsteps;
		set->nterms = before.nterms;
		set->npredicates = before.npredicates;
		set->nqueries = before.nqueries;
		set->firsts.count = before.firsts.count;
		return WALK_NONE;
	}
	for (uint32_t i = before.nterms; i < set->nterms; i++)
		set->asks_texts |= set->terms[i].kind == WALK_CHILD_TEXTS;
	set->paths = arena_fit(set->arena, set->paths, set->npaths, &set->paths_size, 16, sizeof(path));
	set->paths[set->npaths] = path;
	return set->npaths++;
}
