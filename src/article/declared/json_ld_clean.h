/*
 * json_ld_clean.h
 *	  Turns JSON as found on web pages into JSON as the standard defines it.
 */
#ifndef ARTICLE_JSON_LD_CLEAN_H
#define ARTICLE_JSON_LD_CLEAN_H

#include "base/arena.h"
#include "base/str.h"

#define JSON_LD_MAX_BYTES                                                                          \
	(512 * 1024)			  /* of one block: the longest of 1533 real pages has a seventh of it */
#define JSON_LD_MAX_DEPTH 128 /* PostgreSQL's parser raises an error if it runs out of stack */
#define JSON_LD_MAX_DOCUMENTS 64 /* read from one block: callers of json_ld_next stop there */

/*
 * Value budget of one document: a fixed number, plus one per BYTES_A_VALUE bytes of the rest of its
 * block.  Of 1346 real documents, none has more than 708 values, or more than one value per 21
 * bytes.
 */
#define JSON_LD_FREE_VALUES 1024
#define JSON_LD_BYTES_A_VALUE 64

/*
 * Returns the text of a block, bounded and ready for json_ld_next(), without wrappers and without
 * an outer layer of entities.
 */
extern Str json_ld_unwrap(Arena *arena, Str block);

/*
 * Returns the next object or array of a block, starting at *pos, as valid JSON (RFC 8259) without
 * \u escapes, control characters or numbers that numeric cannot hold, with at most
 * JSON_LD_MAX_DEPTH levels and a bounded number of values.  Returns data NULL if there are no more.
 * Valid JSON keeps its meaning.  Broken JSON is repaired: comments, CDATA, raw control characters,
 * invalid escapes, stray quotes, missing and superfluous commas, bare words, unclosed brackets.
 */
extern Str json_ld_next(Arena *arena, Str block, uint32_t *pos);

#endif
