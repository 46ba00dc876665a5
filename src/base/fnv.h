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

/* The first slot to look into, of a number of them that is a power of two. */
static inline uint32_t
fnv_slot(uint32_t hash, uint32_t slots)
{
	return (hash ^ hash >> 15) % slots;
}

#endif
