/*
 * vector.h
 *	  A tsvector under construction: lexemes with their positions in, in the order of the text; the
 *	  tsvector out that the server's own functions would make of them.
 *
 * Memory is that of the different lexemes, whatever the length of the text.  What no tsvector can
 * hold (1 MB of lexemes and positions) is refused, so a vector never fails for lack of room.
 */
#ifndef ARTICLE_PG_VECTOR_H
#define ARTICLE_PG_VECTOR_H

#include "tsearch/ts_type.h"

#include "base/str.h"

typedef struct VectorLexeme VectorLexeme;
typedef struct VectorPosition VectorPosition;

typedef struct Vector
{
	VectorLexeme *lexemes;
	uint32 count;
	uint32 size;
	uint32 *slots; /* hash table: number of a lexeme plus one, 0 for a free slot */
	uint32 mask;
	VectorPosition *positions;
	uint32 position_count;
	uint32 position_size;
	char *text; /* the lexemes, one after the other */
	uint32 text_used;
	uint32 text_size;
	uint32 room; /* bytes that the lexemes and positions take in a tsvector */
	int last;	 /* the largest position */
	bool full;	 /* something did not fit: nothing more is added */
} Vector;

extern void vector_init(Vector *vector);

/*
 * Adds a lexeme at a position, which must not be less than the one before; weight: 0 for D to 3 for
 * A. STR_SLACK bytes after the lexeme are read, too, but do not matter.
 */
extern void vector_add(Vector *vector, Str lexeme, int position, int weight);

/* Returns the tsvector, in the current memory context. */
extern TSVector vector_finish(Vector *vector);

extern void vector_free(Vector *vector);

#endif
