/*
 * key_table.h
 *	  Numbers for keys of 64 bits, in the order in which they come: hashes of what looks alike.
 */
#ifndef ARTICLE_KEY_TABLE_H
#define ARTICLE_KEY_TABLE_H

#include "base/str.h"

typedef struct KeyTable
{
	uint64_t *keys; /* by number */
	uint32_t count;
	uint32_t *slots; /* open addressing: numbers plus 1; 0: free */
	uint32_t mask;
} KeyTable;

/* A table for at most so many keys, in arena. */
extern KeyTable key_table_make(Arena *arena, uint32_t most);

/* The number of a key, from 0 on; a new one where it has not come yet, or where HASH_MOST_PROBES are not enough to find it. */
extern uint32_t key_table_number(KeyTable *table, uint64_t key);

#endif
