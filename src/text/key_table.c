/*
 * key_table.c
 *	  See key_table.h.  At least one slot in three is free, so that probes stay short.
 */
#include "text/key_table.h"

KeyTable
key_table_make(Arena *arena, uint32_t most)
{
	KeyTable table = {NULL, 0, NULL, 0};
	uint32_t size = 16;

	while (size < most + most / 2)
		size *= 2;
	table.keys = arena_array(arena, uint64_t, most);
	table.slots = arena_zalloc(arena, sizeof(uint32_t) * size);
	table.mask = size - 1;
	return table;
}

uint32_t
key_table_number(KeyTable *table, uint64_t key)
{
	/* The high bits of the product depend on all bits of the key (Knuth, TAOCP 6.4). */
	uint32_t i = (uint32_t) (key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & table->mask;

	for (int probes = 0; probes < HASH_MOST_PROBES; probes++, i = (i + 1) & table->mask)
	{
		if (table->slots[i] == 0)
		{
			table->keys[table->count++] = key;
			table->slots[i] = table->count;
		}
		if (table->keys[table->slots[i] - 1] == key)
			return table->slots[i] - 1;
	}
	table->keys[table->count] = key;
	return table->count++;
}
