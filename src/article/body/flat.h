/*
 * flat.h
 *	  What the blocks of a page say, as numbers: on pages whose markup says little, they are told
 *	  apart by their wording and that of the blocks around them.
 */
#ifndef ARTICLE_FLAT_H
#define ARTICLE_FLAT_H

#include "article/body/body_context.h"

/* Values of a row after those of body_context.h. tools/train_kinds.py computes the same. */
enum FlatId
{
	FLAT_text = CONTEXT_COUNT, /* text_score.h */
	FLAT_text_before2,
	FLAT_text_before1,
	FLAT_text_after1,
	FLAT_text_after2,
	FLAT_text_around, /* mean of the block and four on either side */
	FLAT_flow,		  /* characters before and after that count less the farther they are */
	FLAT_density = FLAT_flow + 12, /* such characters on both sides, as a share of the page's best */
	FLAT_before,				   /* share of the page's likely characters that come before */
	FLAT_address,				   /* per word: speech.h */
	FLAT_own,
	FLAT_imperative,
	FLAT_COUNT
};

typedef struct Flat Flat;

/*
 * Computes what the rows of a window need; "from" is its first block. Allocates in the reader's
 * arena. Returns NULL if the caller interrupted.
 */
extern Flat *flat_open(const Reader *reader, Arena *arena, const Features *features, uint32_t from);

/* Fills the values from FLAT_text on in a block's row of FLAT_COUNT values. */
extern void flat_row(const Flat *flat, uint32_t i, float *row);

#endif
