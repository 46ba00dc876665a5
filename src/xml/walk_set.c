/*
 * walk_set.c
 *	  See walk_path.h: a set of paths, and its steps by the names that they test.
 */
#include "xml/walk_internal.h"

void
walk_numbers_add(WalkNumbers *numbers, Arena *arena, uint32_t number)
{
	numbers->items =
		arena_fit(arena, numbers->items, numbers->count, &numbers->size, 4, sizeof(uint32_t));
	numbers->items[numbers->count++] = number;
}

WalkSet *
walk_set_new(Arena *arena)
{
	WalkSet *set = arena_new(arena, WalkSet);

	set->arena = arena;
	return set;
}

uint32_t
walk_set_count(const WalkSet *set)
{
	return set->npaths;
}

/* ---------------------------------------------------------------- names */

/* The place of a name in the table, or a free one. */
static WalkName *
find_slot(const WalkSet *set, Str name)
{
	uint32_t slot = (uint32_t) str_hash(name) & set->names_mask;

	for (uint32_t probes = 0; probes < HASH_MOST_PROBES; probes++)
	{
		WalkName *found = &set->names[slot];

		if (found->name.data == NULL || str_equal(found->name, name))
			return found;
		slot = (slot + 1) & set->names_mask;
	}
	return NULL;
}

const WalkName *
walk_find_name(const WalkSet *set, Str name)
{
	const WalkName *found = name.len <= set->longest_name ? find_slot(set, name) : NULL;

	return found != NULL && found->name.data != NULL ? found : NULL;
}

/* Does a step test elements when they begin? The others are reached from the element before. */
static bool
tests_starts(const WalkStep *step)
{
	return step->axis == WALK_CHILD || step->axis == WALK_DESCENDANT || step->axis == WALK_SIBLING;
}

/*
 * The name that a step tests, which is added if it is new. NULL if there is no place: only a set
 * that was made to collide fills all probes, and its last names match nothing.
 */
static WalkName *
add_name(WalkSet *set, Str text)
{
	WalkName *name = find_slot(set, text);

	if (name != NULL)
		name->name = text;
	if (text.len > set->longest_name)
		set->longest_name = text.len;
	return name;
}

static void
list_step(WalkSet *set, uint32_t i)
{
	const WalkStep *step = &set->steps[i];
	WalkName *name = step->test == WALK_NAME ? add_name(set, step->name) : NULL;

	if (!tests_starts(step))
		return;
	if (name != NULL)
		walk_numbers_add(&name->steps, set->arena, i);
	else if (step->test == WALK_ELEMENT)
		walk_numbers_add(&set->elements, set->arena, i);
	else if (step->test == WALK_TEXT)
		walk_numbers_add(&set->texts, set->arena, i);
	else if (step->test == WALK_ATTR && step->axis == WALK_DESCENDANT)
		walk_numbers_add(&set->attrs, set->arena, i);
}

void
walk_set_close(WalkSet *set)
{
	set->names_mask = 15;
	while (set->names_mask < set->nsteps * 2)
		set->names_mask = set->names_mask * 2 + 1;
	set->names = arena_zalloc(set->arena, sizeof(WalkName) * ((size_t) set->names_mask + 1));
	for (uint32_t i = 0; i < set->nsteps; i++)
		list_step(set, i);
	for (int tag = 1; tag < TAG_COUNT; tag++)
		set->by_tag[tag] = walk_find_name(set, str_cstr(tag_info[tag].name));
}
