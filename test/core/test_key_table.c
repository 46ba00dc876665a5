/*
 * test_key_table.c
 *	  Numbers for keys: the same for the same key, and not for ever searched where a page has made its keys for that.
 */
#include "tap.h"

#include "text/key_table.h"

#define KEYS 20000

/* The number by which any odd number has to be multiplied to get one. */
static uint64_t
inverse(uint64_t odd)
{
	uint64_t result = odd;

	for (int bits = 3; bits < 64; bits *= 2) /* Newton's method doubles the bits that are right */
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

/* All of these want the first slot. */
static void
test_flood(void)
{
	const uint64_t back = inverse(UINT64_C(0x9E3779B97F4A7C15));
	KeyTable table = key_table_make(&tap_arena, KEYS + 1);

	for (uint64_t i = 0; i < KEYS; i++)
		key_table_number(&table, i * back);
	tap_equal_int(key_table_number(&table, 1 * back), 1, "the first of many that collide is found");
	tap_equal_int(key_table_number(&table, (KEYS - 1) * back), KEYS,
				  "the last is not searched for through all the others");
}

void
test_key_table(void)
{
	test_numbers();
	test_flood();
}
