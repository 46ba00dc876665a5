/*
 * test_sort.c
 *	  arena_sort against the order itself: every length around a run, numbers that repeat.
 */
#include "tap.h"

#include "base/array.h"
#include "base/sort.h"

typedef struct Item
{
	uint32_t key;
	uint32_t place;
} Item;

static int
compare_keys(const void *a, const void *b)
{
	uint32_t left = ((const Item *) a)->key;
	uint32_t right = ((const Item *) b)->key;

	return (left > right) - (left < right);
}

/* Are the items in order, and each of the numbers from 0 to count - 1 among them once? */
static bool
is_sorted(const Item *items, uint32_t count)
{
	uint64_t places = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		places += items[i].place;
		if (i > 0 && items[i - 1].key > items[i].key)
			return false;
	}
	return count == 0 || places == (uint64_t) count * (count - 1) / 2;
}

void
test_sort(void)
{
	static const uint32_t counts[] = {0, 1, 2, 2047, 2048, 2049, 4096, 4097, 6145, 100000};

	for (size_t k = 0; k < lengthof(counts); k++)
	{
		Item *items = arena_array(&tap_arena, Item, counts[k]);
		uint32_t key = 1;

		for (uint32_t i = 0; i < counts[k]; i++)
		{
			key = key * 1664525 + 1013904223;
			items[i] = (Item){key >> 20, i};
		}
		arena_sort(&tap_arena, items, counts[k], sizeof(Item), compare_keys);
		tap_ok(is_sorted(items, counts[k]), "sorted");
	}
	arena_sort(&tap_arena, NULL, 0, sizeof(Item), compare_keys);
	tap_ok(true, "nothing to sort");
}
