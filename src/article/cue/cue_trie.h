/*
 * cue_trie.h
 *	  The cue lists as tries: finds the entries that a text begins with, one lookup per byte.
 */
#ifndef ARTICLE_CUE_TRIE_H
#define ARTICLE_CUE_TRIE_H

#include <stddef.h>
#include <stdint.h>

typedef struct CueCell
{
	uint16_t base; /* of the states that follow */
	uint8_t byte;  /* the byte that leads here */
	uint8_t entry; /* index into categories; 0: no entry ends here */
} CueCell;

typedef struct CueTrie
{
	uint16_t root; /* base of the first byte */
	uint16_t dead; /* base that no byte leads on from */
	const CueCell *cells;
	const uint32_t *categories;
} CueTrie;

/* Returns the cell that a byte leads to from the states at a base, or NULL. */
static inline const CueCell *
cue_step(const CueTrie *trie, uint32_t base, unsigned char byte)
{
	const CueCell *cell = &trie->cells[base + byte];

	return cell->byte == byte ? cell : NULL;
}

/* cue_trie_gen.c */
extern const CueTrie class_cue_trie;
extern const CueTrie phrase_cue_trie;

/*
 * One bit for the hash of the first three bytes of each phrase: rules out nearly all other texts.
 */
#define PHRASE_FILTER_BITS 16384
extern const uint64_t phrase_cue_filter[PHRASE_FILTER_BITS / 64];

#endif
