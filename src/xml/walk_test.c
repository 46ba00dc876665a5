/*
 * walk_test.c
 *	  See walk_path.h: do the predicates of a step hold? An element is asked when it begins, and if
 *	  that does not decide, again at its end.
 */
#include "xml/walk_internal.h"

/* Bytes of compared strings after which their memory is given back. */
#define MOST_VALUES ((size_t) 64 * 1024)

#define OPERATIONS_A_POLL 4096

static Str string_of(Walk *walk, uint32_t query, uint32_t term, const WalkSubject *subject);

void
walk_charge(Walk *walk, uint32_t query, uint64_t operations)
{
	WalkFound *found = &walk->found[query];

	found->operations += operations;
	walk->operations += operations;
	if (found->operations > walk->limits.path_operations ||
		walk->operations > walk->limits.operations)
		found->failed = true;
	if (walk->operations - walk->polled >= OPERATIONS_A_POLL)
	{
		walk->polled = walk->operations;
		arena_poll(walk->arena);
	}
}

void
walk_drop_values(Walk *walk)
{
	if (walk->values.total <= MOST_VALUES)
		return;
	arena_free(&walk->values);
	walk->values = arena_scratch(walk->arena);
	walk->attrs_order = 0;
}

/* ---------------------------------------------------------------- attributes */

/* Reads the attributes of an element, unless they are those that were read last. */
static void
read_attrs(Walk *walk, const WalkFrame *frame)
{
	if (walk->attrs_order == frame->order)
		return;
	walk->attrs_order = frame->order;
	walk->nattrs = 0;
	if (frame->element.attrs == NULL)
		return;
	whole_attrs(&walk->reading, walk->page, frame->element.attrs, frame->element.root);
	while (whole_next_attr(&walk->reading, &walk->attrs[walk->nattrs].raw))
		walk->attrs[walk->nattrs++].value = STR_NONE;
}

static bool
is_named(const WalkFrame *frame, Str raw, Str name)
{
	char spelled[256];

	if (!str_equal_ascii(raw, name) || raw.len > sizeof(spelled))
		return false;
	whole_spell_attr(spelled, raw, frame->element.space);
	return memcmp(spelled, name.data, name.len) == 0;
}

uint32_t
walk_find_attr(Walk *walk, const WalkFrame *frame, Str name)
{
	read_attrs(walk, frame);
	for (uint32_t i = 0; i < walk->nattrs; i++)
		if (is_named(frame, walk->attrs[i].raw.name.text, name))
			return i;
	return WALK_NONE;
}

Str
walk_attr_value(Walk *walk, uint32_t attr)
{
	WalkAttr *found = &walk->attrs[attr];

	if (found->value.data == NULL)
		found->value = whole_value(walk->page, &walk->values, &found->raw);
	return found->value;
}

/* The value of an attribute of the subject; data NULL if it has none. */
static Str
attr_of(Walk *walk, const WalkSubject *subject, Str name)
{
	uint32_t attr = subject->frame != NULL ? walk_find_attr(walk, subject->frame, name) : WALK_NONE;

	return attr != WALK_NONE ? walk_attr_value(walk, attr) : STR_NONE;
}

/* ---------------------------------------------------------------- strings */

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Str
walk_spaced(Arena *arena, Str text, uint32_t most)
{
	char *out = arena_alloc(arena, (size_t) (text.len < most ? text.len : most) + 2);
	bool spaced = false;
	uint32_t len = 0;

	for (uint32_t i = 0; i < text.len && len < most; i++)
	{
		if (is_space(text.data[i]))
			spaced = len > 0;
		else
		{
			if (spaced)
				out[len++] = ' ';
			spaced = false;
			out[len++] = text.data[i];
		}
	}
	return str_make(out, len);
}

Str
walk_part(Arena *arena, WalkTermKind kind, Str text, Str other)
{
	int32_t at = kind == WALK_CONCAT ? 0 : str_find(text, other);

	if (kind == WALK_CONCAT)
		return str_concat(arena, text, other);
	if (at < 0)
		return STR("");
	return kind == WALK_BEFORE ? str_sub(text, 0, (uint32_t) at)
							   : str_sub(text, (uint32_t) at + other.len, text.len);
}

/* The children of an element that are texts. */
static WalkRange *
child_texts(const Walk *walk, const WalkSubject *subject, uint32_t *count)
{
	*count = subject->frame != NULL ? walk->ntexts - subject->frame->ntexts : 0;
	return *count > 0 ? walk->texts + subject->frame->ntexts : NULL;
}

static Str
range_text(const Walk *walk, WalkRange range)
{
	return str_make(walk->text.data + range.from, range.end - range.from);
}

/* The string value of the subject. */
static Str
own_text(const Walk *walk, const WalkSubject *subject)
{
	if (subject->frame == NULL)
		return subject->text;
	return str_make(walk->text.data + subject->frame->from, walk->text.len - subject->frame->from);
}

static Str
plain_string(Walk *walk, const WalkTerm *term, const WalkSubject *subject)
{
	uint32_t count;
	const WalkRange *texts;
	Str value;

	switch (term->kind)
	{
		case WALK_LITERAL:
			return term->text;
		case WALK_ATTR_VALUE:
			value = attr_of(walk, subject, term->text);
			return value.data != NULL ? value : STR("");
		case WALK_OWN:
			return own_text(walk, subject);
		default:
			texts = child_texts(walk, subject, &count);
			return count > 0 ? range_text(walk, texts[0]) : STR("");
	}
}

static Str
string_of(Walk *walk, uint32_t query, uint32_t number, const WalkSubject *subject)
{
	const WalkTerm *term = &walk->set->terms[number];
	Str text;

	if (term->kind <= WALK_CHILD_TEXTS)
		text = plain_string(walk, term, subject);
	else
	{
		text = string_of(walk, query, term->a, subject);
		if (term->kind == WALK_SPACED)
			text = walk_spaced(&walk->values, text, text.len);
		else if (term->kind != WALK_STRING)
			text = walk_part(&walk->values, term->kind, text,
							 string_of(walk, query, term->b, subject));
	}
	walk_charge(walk, query, text.len / XML_BYTES_AN_OPERATION);
	return text;
}

/* At least the first "len" bytes of a string: a paragraph may be the whole page. */
static Str
string_start(Walk *walk, uint32_t query, uint32_t number, const WalkSubject *subject, uint32_t len)
{
	const WalkTerm *term = &walk->set->terms[number];

	if (term->kind != WALK_SPACED)
		return string_of(walk, query, number, subject);
	return walk_spaced(&walk->values, string_of(walk, query, term->a, subject), len);
}

/* ---------------------------------------------------------------- comparisons */

/* Does a term depend on what the element contains? */
static bool
asks_inside(const WalkSet *set, uint32_t number)
{
	const WalkTerm *term = &set->terms[number];

	if (term->kind == WALK_OWN || term->kind == WALK_CHILD_TEXTS)
		return true;
	if (term->kind < WALK_STRING)
		return false;
	if (asks_inside(set, term->a))
		return true;
	return term->kind != WALK_STRING && term->kind != WALK_SPACED && asks_inside(set, term->b);
}

/* Is one of the values of a term equal, or unequal, to a text? A set without nodes has none. */
static bool
compares_with(Walk *walk, uint32_t query, uint32_t number, const WalkSubject *subject, Str text,
			  bool equal)
{
	const WalkTerm *term = &walk->set->terms[number];
	uint32_t count;
	const WalkRange *texts;

	if (term->kind == WALK_ATTR_VALUE && attr_of(walk, subject, term->text).data == NULL)
		return false;
	if (term->kind != WALK_CHILD_TEXTS)
		return str_equal(string_of(walk, query, number, subject), text) == equal;
	texts = child_texts(walk, subject, &count);
	for (uint32_t i = 0; i < count; i++)
	{
		walk_charge(walk, query, 1);
		if (str_equal(range_text(walk, texts[i]), text) == equal)
			return true;
	}
	return false;
}

static bool
compare(Walk *walk, uint32_t query, const WalkTerm *term, const WalkSubject *subject)
{
	const WalkTerm *second = &walk->set->terms[term->b];
	bool equal = term->kind == WALK_EQUAL;
	uint32_t count;
	const WalkRange *texts;

	if (second->kind == WALK_ATTR_VALUE && attr_of(walk, subject, second->text).data == NULL)
		return false;
	if (second->kind != WALK_CHILD_TEXTS)
		return compares_with(walk, query, term->a, subject,
							 string_of(walk, query, term->b, subject), equal);
	texts = child_texts(walk, subject, &count);
	for (uint32_t i = 0; i < count && !walk->found[query].failed; i++)
		if (compares_with(walk, query, term->a, subject, range_text(walk, texts[i]), equal))
			return true;
	return false;
}

static bool
has_attr_word(Walk *walk, uint32_t query, const WalkTerm *term, const WalkSubject *subject)
{
	Str value = attr_of(walk, subject, term->text);

	walk_charge(walk, query, value.len / XML_BYTES_AN_OPERATION);
	return str_has_word(value, walk->set->terms[term->b].text, STR_XML_SPACES);
}

static bool
compare_position(const WalkTerm *term, uint32_t position)
{
	bool equal = position == term->number;

	switch (term->text.data[0])
	{
		case '<':
			return position < term->number || (equal && term->text.len > 1);
		case '>':
			return position > term->number || (equal && term->text.len > 1);
		case '!':
			return !equal;
		default:
			return equal;
	}
}

/* ---------------------------------------------------------------- conditions */

static WalkTruth
truth(bool value)
{
	return value ? WALK_TRUE : WALK_FALSE;
}

/* A condition other than "and", "or", "not". */
static WalkTruth
simple_condition(Walk *walk, uint32_t query, const WalkTerm *term, const WalkSubject *subject)
{
	Str text;
	Str second;

	switch (term->kind)
	{
		case WALK_WORD:
			return truth(has_attr_word(walk, query, term, subject));
		case WALK_HAS_ATTR:
			return truth(attr_of(walk, subject, term->text).data != NULL);
		case WALK_POSITION:
			return truth(compare_position(term, subject->position));
		case WALK_HAS_STEP:
			if (subject->found >> walk->set->steps[term->number].bit & 1)
				return WALK_TRUE;
			return subject->known ? WALK_FALSE : WALK_UNKNOWN;
		case WALK_FILLED:
			if (!subject->known && asks_inside(walk->set, term->a))
				return WALK_UNKNOWN;
			return truth(string_of(walk, query, term->a, subject).len > 0);
		default:
			break;
	}
	if (!subject->known && (asks_inside(walk->set, term->a) || asks_inside(walk->set, term->b)))
		return WALK_UNKNOWN;
	if (term->kind == WALK_EQUAL || term->kind == WALK_UNEQUAL)
		return truth(compare(walk, query, term, subject));
	second = string_of(walk, query, term->b, subject);
	if (term->kind == WALK_CONTAINS)
		return truth(
			str_find_polled(walk->arena, string_of(walk, query, term->a, subject), second) >= 0);
	text = string_start(walk, query, term->a, subject, second.len);
	return truth(str_equal(str_sub(text, 0, second.len), second));
}

static WalkTruth
condition(Walk *walk, uint32_t query, uint32_t number, const WalkSubject *subject)
{
	const WalkTerm *term = &walk->set->terms[number];
	WalkTruth first;
	WalkTruth second;

	if (term->kind > WALK_NOT)
		return simple_condition(walk, query, term, subject);
	first = condition(walk, query, term->a, subject);
	if (term->kind == WALK_NOT)
		return first == WALK_UNKNOWN ? first : truth(first == WALK_FALSE);
	if (first == (term->kind == WALK_AND ? WALK_FALSE : WALK_TRUE))
		return first;
	second = condition(walk, query, term->b, subject);
	if (first == WALK_UNKNOWN && second == (term->kind == WALK_AND ? WALK_TRUE : WALK_FALSE))
		return WALK_UNKNOWN;
	return second;
}

/* Counts one more match of a step among its siblings; returns its position. */
static uint32_t
count_match(Walk *walk, uint32_t step, const WalkSubject *subject)
{
	uint32_t newest = walk->counters_of[step];

	if (subject->count != NULL)
		return ++*subject->count;
	if (newest == WALK_NONE || walk->counters[newest].depth != subject->depth)
	{
		walk->counters = arena_fit(&walk->scratch, walk->counters, walk->ncounters,
								   &walk->counters_size, 16, sizeof(WalkCounter));
		walk->counters[walk->ncounters] = (WalkCounter){step, subject->depth, newest, 0};
		newest = walk->counters_of[step] = walk->ncounters++;
	}
	return ++walk->counters[newest].count;
}

WalkTruth
walk_predicates(Walk *walk, uint32_t number, WalkSubject *subject)
{
	const WalkStep *step = &walk->set->steps[number];

	if (!subject->known && step->looks_ahead && step->positional)
		return WALK_UNKNOWN;
	for (uint32_t i = 0; i < step->npredicates; i++)
	{
		const WalkPredicate *predicate = &walk->set->predicates[step->predicate + i];
		WalkTruth holds;

		if (predicate->positional)
			subject->position = count_match(walk, number, subject);
		holds = condition(walk, step->query, predicate->term, subject);
		if (holds != WALK_TRUE)
			return holds;
	}
	return WALK_TRUE;
}
