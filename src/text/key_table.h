/*
 * key_table.h
 *	  Numbers 64-bit keys (hashes) in the order in which they first appear.
 */
#ifndef ARTICLE_KEY_TABLE_H
#define ARTICLE_KEY_TABLE_H

#include "base/str.h"

typedef struct KeyTable
{
	uint64_t *keys; /* by number */
	uint32_t count;
	uint32_t *slots; /* open addressing: number plus 1; 0 is free */
	uint32_t mask;
} KeyTable;

/* Returns a table for at most `most` keys, allocated in the arena. */
extern KeyTable key_table_make(Arena *arena, uint32_t most);

/*
 * Returns the number of a key, from 0 on; a new one if the key is new, or if it is not found within
 * HASH_MOST_PROBES.
 */
extern uint32_t key_table_number(KeyTable *table, uint64_t key);

#endif
