/*
 * fnv.h
 *	  The hash for words of fixed tables: 32-bit FNV-1a (Fowler, Noll, Vo).
 *
 * tools/generate_word_index.py computes the same hash: change both.
 */
#ifndef ARTICLE_FNV_H
#define ARTICLE_FNV_H

#include <stdint.h>

#define FNV_START 2166136261u

static inline uint32_t
fnv_add(uint32_t hash, char byte)
{
	return (hash ^ (unsigned char) byte) * 16777619u;
}

static inline uint32_t
fnv_hash(const char *text, uint32_t len)
{
	uint32_t hash = FNV_START;

	for (uint32_t i = 0; i < len; i++)
		hash = fnv_add(hash, text[i]);
	return hash;
}

/*
 * A slot of a hash table holds the number of a word, counted from 1, and above it the top 4 bits of
 * its hash, so that few words with other hashes are compared; 0 is an empty slot. fnv_slot returns
 * the first slot to probe; `slots` is a power of two.
 */
static inline uint32_t
fnv_slot(uint32_t hash, uint32_t slots)
{
	return (hash ^ hash >> 15) % slots;
}

#define FNV_NUMBER_BITS 12

/* The word number in a non-empty slot; 0 if the slot's hash bits differ. */
static inline uint32_t
fnv_number(uint16_t slot, uint32_t hash)
{
	return slot >> FNV_NUMBER_BITS == hash >> 28 ? slot & ((1u << FNV_NUMBER_BITS) - 1) : 0;
}

#endif
