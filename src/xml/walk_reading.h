/*
 * walk_reading.h
 *	  The reading of one path: what the files that read paths share.
 */
#ifndef ARTICLE_WALK_READING_H
#define ARTICLE_WALK_READING_H

#include "xml/walk_internal.h"

/* Parentheses and brackets inside each other. */
#define WALK_DEEPEST 32

typedef struct WalkReading WalkReading;

struct WalkReading
{
	WalkSet *set;
	Str text;
	uint32_t at;
	uint32_t depth;
	uint32_t query;
	bool in_predicate;
	bool positional; /* has the predicate asked for a position? */
	bool looks_ahead;
	bool asks_text;
	uint32_t ninside; /* steps in the predicates of the step that is read */
	/* of walk_read.c, for the steps and paths in terms */
	bool (*read_step)(WalkReading *reading, WalkAxis axis);
	bool (*read_query)(WalkReading *reading, uint32_t *term);
};

/*
 * walk_token.c: what comes next, after white space. Each takes it and returns true, or leaves it.
 */
extern char walk_byte_at(const WalkReading *reading, uint32_t at); /* NUL at the end */
extern void walk_skip_space(WalkReading *reading);
extern bool walk_take(WalkReading *reading, const char *token); /* of one or more characters */
extern bool walk_take_word(WalkReading *reading, Str word);		/* a whole name */
extern bool walk_take_call(WalkReading *reading, Str name);		/* of a function, with "(" */
extern bool walk_take_literal(WalkReading *reading, Str *literal);
extern bool walk_take_number(WalkReading *reading, uint32_t *number); /* may take a part of it */

/* The name that comes next; empty if none does, or one with a prefix or beyond ASCII. */
extern Str walk_peek_name(WalkReading *reading);

/*
 * walk_term.c: each reads what its name says, or returns false if that is not what comes next, or is
 * not known to a walk.
 */
extern bool walk_read_condition(WalkReading *reading, uint32_t *term);
extern bool walk_read_string(WalkReading *reading, uint32_t *term);

/* Adds a term; returns false if there are too many. */
extern bool walk_add_term(WalkReading *reading, WalkTerm term, uint32_t *number);

#endif
