/*
 * test_key_table.c
 *	  Numbers for keys: the same key gets the same number, and a page that forces collisions does
 *	  not make the search endless.
 */
#include "tap.h"

#include "text/key_table.h"

#define KEYS 20000

/* The multiplicative inverse of an odd number. */
static uint64_t
inverse(uint64_t odd)
{
	uint64_t result = odd;

	for (int bits = 3; bits < 64; bits *= 2) /* Newton's method doubles the correct bits */
		result *= 2 - odd * result;
	return result;
}

static void
test_numbers(void)
{
	KeyTable table = key_table_make(&tap_arena, KEYS);
	bool same = true;

	for (uint64_t key = 0; key < KEYS; key++)
		key_table_number(&table, str_hash(str_make((const char *) &key, sizeof(key))));
	for (uint64_t key = 0; key < KEYS; key++)
		same &=
			key_table_number(&table, str_hash(str_make((const char *) &key, sizeof(key)))) == key;
	tap_ok(same, "the same key has the same number");
	tap_equal_int(table.count, KEYS, "… and no key has two");
}

/* All of these keys hash to the first slot. */
static void
test_flood(void)
{
	const uint64_t back = inverse(UINT64_C(0x9E3779B97F4A7C15));
	KeyTable table = key_table_make(&tap_arena, KEYS + 1);

	for (uint64_t i = 0; i < KEYS; i++)
		key_table_number(&table, i * back);
	tap_equal_int(key_table_number(&table, 1 * back), 1,
				  "the first of many colliding keys is found");
	tap_equal_int(key_table_number(&table, (KEYS - 1) * back), KEYS,
				  "the last is not searched for through all the others");
}

void
test_key_table(void)
{
	test_numbers();
	test_flood();
}
