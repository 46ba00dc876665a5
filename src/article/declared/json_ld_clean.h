/*
 * json_ld_clean.h
 *	  JSON as pages have it in, JSON as the standard has it out.
 */
#ifndef ARTICLE_JSON_LD_CLEAN_H
#define ARTICLE_JSON_LD_CLEAN_H

#include "base/arena.h"
#include "base/str.h"

#define JSON_LD_MAX_BYTES                                                                          \
	(512 * 1024) /* of one block: the longest among 1533 real pages has a seventh of it */
#define JSON_LD_MAX_DEPTH 128	 /* PostgreSQL's parser raises where it runs out of stack */
#define JSON_LD_MAX_DOCUMENTS 64 /* read of one block: callers of json_ld_next stop there */

/*
 * Values of one document: so many, and one more in so many bytes of what is left of its block.  Of 1346 real documents none has more
 * than 708, nor more than one in 21 bytes.
 */
#define JSON_LD_FREE_VALUES 1024
#define JSON_LD_BYTES_A_VALUE 64

/* The text of a block, bounded and ready for json_ld_next: wrappers and an outer layer of entities taken off. */
extern Str json_ld_unwrap(Arena *arena, Str block);

/*
 * The next object or array of a block from *pos on, as valid JSON (RFC 8259) that has no \u escapes, no control
 * characters, no number that numeric could not hold, at most JSON_LD_MAX_DEPTH levels, and a bounded number of values; data NULL where there is
 * none left. Valid JSON keeps its meaning. What is broken is mended: comments, CDATA, raw control characters, invalid
 * escapes, stray quotes, missing and superfluous commas, bare words, brackets that are not closed.
 */
extern Str json_ld_next(Arena *arena, Str block, uint32_t *pos);

#endif
