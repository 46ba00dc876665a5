/*
 * walk_run.c
 *	  See walk_path.h: visits a page and moves each path from step to step.
 *
 * A step that may match below the element at some depth has a record of that depth, as long as that
 * element is open; records, counters and candidates are stacks, of which the end of an element takes
 * off what was added since its start. So a step knows its newest record, and whether the path has
 * come so far is one look.
 */
#include "xml/walk_internal.h"

/* Bytes of the first block of texts. */
#define FIRST_TEXT 1024

/* ---------------------------------------------------------------- records */

static void
push_record(Walk *walk, uint32_t step, uint32_t depth, uint32_t candidate)
{
	uint32_t newest = walk->records_of[step];
	const WalkStep *of = &walk->set->steps[step];

	/* one will do, unless each counts its own siblings, or belongs to a candidate */
	if (newest != WALK_NONE && walk->records[newest].depth == depth && !of->inside &&
		!(of->axis == WALK_SIBLING && of->positional))
		return;
	walk->records = arena_fit(&walk->scratch, walk->records, walk->nrecords, &walk->records_size,
							  64, sizeof(WalkRecord));
	walk->records[walk->nrecords] = (WalkRecord){step, depth, newest, 0, candidate};
	walk->records_of[step] = walk->nrecords++;
}

static void
pop_records(Walk *walk, const WalkFrame *frame)
{
	while (walk->nrecords > frame->nrecords)
	{
		const WalkRecord *record = &walk->records[--walk->nrecords];

		walk->records_of[record->step] = record->before;
	}
	while (walk->ncounters > frame->ncounters)
	{
		const WalkCounter *counter = &walk->counters[--walk->ncounters];

		walk->counters_of[counter->step] = counter->before;
	}
}

/*
 * The newest record by which a step may match a child of the element at this depth; WALK_NONE if
 * there is none.
 */
static uint32_t
find_record(const Walk *walk, uint32_t step, uint32_t depth)
{
	const WalkStep *of = &walk->set->steps[step];
	uint32_t record = walk->records_of[step];

	while (record != WALK_NONE && walk->records[record].depth > depth)
		record = walk->records[record].before;
	if (record != WALK_NONE && of->axis != WALK_DESCENDANT && walk->records[record].depth != depth)
		return WALK_NONE;
	return record;
}

/* ---------------------------------------------------------------- from step to step */

static void reach(Walk *walk, uint32_t step, uint32_t depth);

/* Does an element pass the test of a step? */
static bool
passes(const Walk *walk, const WalkStep *step, uint32_t depth)
{
	if (step->test == WALK_NODE)
		return true;
	if (depth == 0 || step->test == WALK_ELEMENT)
		return depth > 0;
	return walk->frames[depth].name != NULL &&
		   str_equal(walk->frames[depth].name->name, step->name);
}

/* Tries a step on an open element; *count: how many on the step's axis have matched so far. */
static void
try_open(Walk *walk, uint32_t step, uint32_t depth, uint32_t *count)
{
	WalkSubject subject = {.frame = &walk->frames[depth], .count = count};

	walk_charge(walk, walk->set->steps[step].query, 1);
	if (passes(walk, &walk->set->steps[step], depth) &&
		walk_predicates(walk, step, &subject) == WALK_TRUE)
		reach(walk, step, depth);
}

static void
try_ancestors(Walk *walk, uint32_t step, uint32_t depth)
{
	uint32_t count = 0;

	while (depth-- > 0 && !walk->found[walk->set->steps[step].query].failed)
		try_open(walk, step, depth, &count);
}

static void
try_attr(Walk *walk, uint32_t number, uint32_t depth)
{
	const WalkStep *step = &walk->set->steps[number];
	const WalkFrame *frame = &walk->frames[depth];
	uint32_t attr;

	walk_charge(walk, step->query, 1);
	attr = depth > 0 ? walk_find_attr(walk, frame, step->name) : WALK_NONE;
	if (attr != WALK_NONE)
		walk_add_attr(walk, step->query, frame, attr, step->name);
}

/* The element at this depth matches a step of a path: on to the next one. */
static void
reach(Walk *walk, uint32_t number, uint32_t depth)
{
	const WalkStep *step = &walk->set->steps[number];
	uint32_t next = step->next;
	uint32_t count = 0;

	if (next == WALK_NONE)
	{
		walk_add_element(walk, step->query, depth);
		return;
	}
	switch ((WalkAxis) walk->set->steps[next].axis)
	{
		case WALK_CHILD:
			if (walk->set->steps[next].test == WALK_ATTR)
			{
				try_attr(walk, next, depth);
				break;
			}
			push_record(walk, next, depth, WALK_NONE);
			break;
		case WALK_DESCENDANT:
			push_record(walk, next, depth, WALK_NONE);
			break;
		case WALK_SELF:
			try_open(walk, next, depth, &count);
			break;
		case WALK_PARENT:
			if (depth > 0)
				try_open(walk, next, depth - 1, &count);
			break;
		case WALK_ANCESTOR:
			try_ancestors(walk, next, depth);
			break;
		case WALK_SIBLING:
			if (depth > 0)
				walk_add_later(walk, &walk->frames[depth], (WalkLater){.step = next});
			break;
	}
}

/* ---------------------------------------------------------------- candidates */

/* Notes that a step in a predicate has matched something, with its records from this one on. */
static void
note_inside(Walk *walk, uint32_t number, uint32_t record)
{
	const WalkStep *step = &walk->set->steps[number];
	uint64_t bit = UINT64_C(1) << step->bit;
	uint32_t depth = walk->records[record].depth;

	for (; record != WALK_NONE; record = walk->records[record].before)
	{
		WalkCandidate *candidate = &walk->candidates[walk->records[record].candidate];

		/* whatever is around it was noted with it */
		if ((candidate->found & bit) ||
			(step->axis == WALK_CHILD && walk->records[record].depth != depth))
			return;
		candidate->found |= bit;
		walk_charge(walk, step->query, 1);
	}
}

/* Lets the steps in a term match from the innermost element on. */
static void
start_inside(Walk *walk, uint32_t number, uint32_t candidate)
{
	const WalkTerm *term = &walk->set->terms[number];

	if (term->kind == WALK_HAS_STEP)
		push_record(walk, term->number, walk->depth, candidate);
	if (term->kind > WALK_NOT)
		return;
	start_inside(walk, term->a, candidate);
	if (term->kind != WALK_NOT)
		start_inside(walk, term->b, candidate);
}

/* What the predicates of a step ask for is known at the end of the innermost element. */
static void
postpone(Walk *walk, uint32_t number)
{
	const WalkStep *step = &walk->set->steps[number];
	const WalkQuery *query = &walk->set->queries[step->query];
	WalkFrame *frame = &walk->frames[walk->depth];

	walk->candidates = arena_fit(&walk->scratch, walk->candidates, walk->ncandidates,
								 &walk->candidates_size, 16, sizeof(WalkCandidate));
	walk->candidates[walk->ncandidates++] = (WalkCandidate){number, 0};
	for (uint32_t i = 0; i < step->npredicates; i++)
		start_inside(walk, walk->set->predicates[step->predicate + i].term, walk->ncandidates - 1);
	if (step->asks_text || query->asks_all ||
		((query->wanted & WALK_VALUES) && frame->element.node == PAGE_NONE))
		walk_keep_text(walk, frame);
}

static void
decide(Walk *walk, const WalkCandidate *candidate)
{
	WalkSubject subject = {.frame = &walk->frames[walk->depth],
						   .known = true,
						   .depth = walk->depth - 1,
						   .found = candidate->found};
	uint32_t step = candidate->step;
	uint32_t query = walk->set->steps[step].query;

	walk_charge(walk, query, 1);
	if (!walk->found[query].failed && walk_predicates(walk, step, &subject) == WALK_TRUE)
		reach(walk, step, walk->depth);
}

/* ---------------------------------------------------------------- elements */

/* Asks the predicates of a step about the element that begins, by this record. */
static void
try_record(Walk *walk, uint32_t number, uint32_t record)
{
	const WalkStep *step = &walk->set->steps[number];
	WalkSubject subject = {.frame = &walk->frames[walk->depth],
						   .count =
							   step->axis == WALK_SIBLING ? &walk->records[record].count : NULL,
						   .depth = walk->depth - 1};
	WalkTruth holds = walk_predicates(walk, number, &subject);

	if (holds == WALK_UNKNOWN)
		postpone(walk, number);
	else if (holds == WALK_TRUE && step->inside)
		note_inside(walk, number, record);
	else if (holds == WALK_TRUE)
		reach(walk, number, walk->depth);
}

/* Tries a step on the element that begins, or on one of its records. */
static void
try_start(Walk *walk, uint32_t number)
{
	const WalkStep *step = &walk->set->steps[number];
	const WalkFound *found = &walk->found[step->query];
	uint32_t depth = walk->depth - 1;
	uint32_t record;

	if (found->failed || found->done)
		return;
	walk_charge(walk, step->query, 1);
	record = find_record(walk, number, depth);
	if (record == WALK_NONE)
		return;
	if (step->axis != WALK_SIBLING || !step->positional)
	{
		try_record(walk, number, record);
		return;
	}
	while (record != WALK_NONE && walk->records[record].depth == depth && !found->failed)
	{
		uint32_t before = walk->records[record].before;

		walk_charge(walk, step->query, 1);
		try_record(walk, number, record);
		record = before;
	}
}

/* An attribute of a descendant: the element whose record it is counts as well. */
static void
try_below(Walk *walk, uint32_t number)
{
	const WalkStep *step = &walk->set->steps[number];
	uint32_t record = walk->records_of[number];

	if (record == WALK_NONE || walk->found[step->query].failed || walk->found[step->query].done)
		return;
	if (!step->inside)
		try_attr(walk, number, walk->depth);
	else if (walk_find_attr(walk, &walk->frames[walk->depth], step->name) != WALK_NONE)
		note_inside(walk, number, record);
}

/* The entry of an element's name, as the standard spells it; NULL: no step tests it. */
static const WalkName *
find_name(const Walk *walk, const WholeElement *element)
{
	char spelled[XML_LONGEST_PATH];

	if (element->tag != TAG_custom && element->tag != TAG_pre && element->space == WHOLE_HTML)
		return walk->set->by_tag[element->tag];
	if (element->name.len > walk->set->longest_name)
		return NULL;
	whole_spell_element(spelled, element->name, element->space);
	return walk_find_name(walk->set, str_make(spelled, element->name.len));
}

static void
try_all(Walk *walk, const WalkNumbers *steps)
{
	for (uint32_t i = 0; i < steps->count; i++)
		try_start(walk, steps->items[i]);
}

/* ---------------------------------------------------------------- texts */

/* Tries a step on the text that has ended. */
static void
try_text(Walk *walk, uint32_t number, Str text)
{
	const WalkStep *step = &walk->set->steps[number];
	const WalkFound *found = &walk->found[step->query];
	uint32_t record = find_record(walk, number, walk->depth);
	WalkSubject subject = {.text = text, .known = true, .depth = walk->depth};

	if (record == WALK_NONE || found->failed || found->done)
		return;
	do
	{
		walk_charge(walk, step->query, 1);
		subject.count = step->axis == WALK_SIBLING ? &walk->records[record].count : NULL;
		if (walk_predicates(walk, number, &subject) == WALK_TRUE)
		{
			if (step->inside)
				note_inside(walk, number, record);
			else
				walk_add_text(walk, step->query, text);
		}
		record = walk->records[record].before;
	} while (step->axis == WALK_SIBLING && record != WALK_NONE && !found->failed &&
			 walk->records[record].depth == walk->depth);
}

/* Ends the text since the last tag, which is a child of the innermost element. */
static void
flush_text(Walk *walk)
{
	uint32_t end = (uint32_t) walk->text.len;
	WalkFrame *frame = &walk->frames[walk->depth];

	if (end > walk->run)
	{
		walk->order++;
		if (frame->keeps_text && walk->set->asks_texts)
		{
			walk->texts = arena_fit(&walk->scratch, walk->texts, walk->ntexts, &walk->texts_size,
									16, sizeof(WalkRange));
			walk->texts[walk->ntexts++] = (WalkRange){walk->run, end};
		}
		for (uint32_t i = 0; i < walk->set->texts.count; i++)
			try_text(walk, walk->set->texts.items[i],
					 str_make(walk->text.data + walk->run, end - walk->run));
	}
	if (walk->keepers == 0)
		walk->text.len = 0;
	walk->run = (uint32_t) walk->text.len;
	walk->run_node = PAGE_NONE;
	walk_drop_values(walk);
}

static void
visit_text(void *context, Str text, uint32_t node)
{
	Walk *walk = context;

	if (walk->keepers == 0 && walk->set->texts.count == 0)
		return;
	strbuf_add(&walk->text, text);
	if (walk->run_node == PAGE_NONE)
		walk->run_node = node;
}

/* ---------------------------------------------------------------- a page */

static void
visit_start(void *context, const WholeElement *element)
{
	Walk *walk = context;
	WalkFrame *frame;

	flush_text(walk);
	walk->frames = arena_fit(&walk->scratch, walk->frames, walk->depth + 1, &walk->frames_size, 64,
							 sizeof(WalkFrame));
	frame = &walk->frames[++walk->depth];
	*frame = (WalkFrame){.element = *element,
						 .name = find_name(walk, element),
						 .order = ++walk->order,
						 .nrecords = walk->nrecords,
						 .ncandidates = walk->ncandidates,
						 .ntexts = walk->ntexts,
						 .later = WALK_NONE};
	if (frame->name != NULL)
		try_all(walk, &frame->name->steps);
	try_all(walk, &walk->set->elements);
	for (uint32_t i = 0; i < walk->set->attrs.count; i++)
		try_below(walk, walk->set->attrs.items[i]);
	frame->ncounters = walk->ncounters; /* so far they count children of its parent */
}

/* Does what was to happen at the end of an element: strings first, then its siblings. */
static void
do_laters(Walk *walk, WalkFrame *frame, bool siblings)
{
	uint32_t *link = &frame->later;

	while (*link != WALK_NONE)
	{
		uint32_t number = *link;
		WalkLater later = walk->laters[number];

		if ((later.step != WALK_NONE) != siblings)
		{
			link = &walk->laters[number].next;
			continue;
		}
		if (siblings)
			push_record(walk, later.step, walk->depth, WALK_NONE);
		else
			walk_set_string(walk, later.query, later.other, frame);
		*link = later.next;
		walk->laters[number].next = walk->free_later;
		walk->free_later = number;
	}
}

static void
visit_end(void *context)
{
	Walk *walk = context;
	WalkFrame *frame = &walk->frames[walk->depth];

	flush_text(walk);
	pop_records(walk, frame);
	walk->at_end = true;
	for (uint32_t i = frame->ncandidates; i < walk->ncandidates; i++)
		decide(walk, &walk->candidates[i]);
	walk->at_end = false;
	walk->ncandidates = frame->ncandidates;
	do_laters(walk, frame, false);
	walk->ntexts = frame->ntexts;
	walk->keepers -= frame->keeps_text;
	if (walk->keepers == 0)
		walk->text.len = 0;
	walk->run = (uint32_t) walk->text.len;
	walk->depth--;
	do_laters(walk, frame, true);
}

static uint32_t *
none_of_each(Walk *walk, uint32_t count)
{
	uint32_t *numbers = arena_array(&walk->scratch, uint32_t, count + 1);

	memset(numbers, 0xFF, sizeof(uint32_t) * ((size_t) count + 1)); /* WALK_NONE */
	return numbers;
}

static void
start_walk(Walk *walk)
{
	const WalkSet *set = walk->set;

	walk->scratch = arena_scratch(walk->arena);
	walk->values = arena_scratch(walk->arena);
	walk->found = arena_zalloc(walk->arena, sizeof(WalkFound) * ((size_t) set->nqueries + 1));
	walk->records_of = none_of_each(walk, set->nsteps);
	walk->counters_of = none_of_each(walk, set->nsteps);
	walk->free_later = WALK_NONE;
	walk->run_node = PAGE_NONE;
	strbuf_init(&walk->text, &walk->scratch);
	strbuf_reserve(&walk->text, FIRST_TEXT); /* slices of it are made even if it is empty */
	walk->frames = arena_fit(&walk->scratch, NULL, 0, &walk->frames_size, 64, sizeof(WalkFrame));
	walk->frames[0] = (WalkFrame){.element = {.node = PAGE_NONE}, .later = WALK_NONE};
	for (uint32_t i = 0; i < set->firsts.count; i++)
		push_record(walk, set->firsts.items[i], 0, WALK_NONE);
}

Walk *
walk_run(const WalkSet *set, const Page *page, const WalkLimits *limits, Arena *arena)
{
	Walk *walk = arena_new(arena, Walk);
	WholeVisitor visitor = {walk, visit_start, visit_text, visit_end};

	walk->set = set;
	walk->page = page;
	walk->limits = *limits;
	walk->arena = arena;
	start_walk(walk);
	whole_walk(page, &walk->scratch, &visitor);
	arena_free(&walk->values);
	arena_free(&walk->scratch);
	return walk;
}
