/*
 * fnv.h
 *	  The hash by which the words of fixed tables are found: FNV-1a (Fowler, Noll, Vo) of 32 bits.
 *
 * tools/generate_word_index.py computes the same: change both.
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
 * A slot of a table: the number of a word, counted from 1, and above it four bits of its hash, so that the words of few
 * other hashes are looked at; 0: it is empty.  The first slot to look into, of a number of them that is a power of two:
 */
static inline uint32_t
fnv_slot(uint32_t hash, uint32_t slots)
{
	return (hash ^ hash >> 15) % slots;
}

#define FNV_NUMBER_BITS 12

/* The number in a slot that is not empty; 0 where it is that of another hash. */
static inline uint32_t
fnv_number(uint16_t slot, uint32_t hash)
{
	return slot >> FNV_NUMBER_BITS == hash >> 28 ? slot & ((1u << FNV_NUMBER_BITS) - 1) : 0;
}

#endif
