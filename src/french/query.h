/*
 * query.h
 *	  What people type into a search box, taken apart: words, phrases in quotation marks, OU,
 *	  exclusions, prefixes and groups.  Any text in, always a well-formed expression out.
 *
 * Nothing is a mistake: a quotation mark or a group that is not closed ends with the text, an
 * operator that lacks a side is a word, marks that mean nothing are skipped.  Linear in the text.
 */
#ifndef ARTICLE_FRENCH_QUERY_H
#define ARTICLE_FRENCH_QUERY_H

#include "base/str.h"

/*
 * A search box takes this much of the text, whole words; the server walks a query with one level of
 * recursion a word, so this also bounds its stack.
 */
#define SEARCH_MAX_BYTES 4096

/*
 * Groups in groups; deeper ones are read as if they had no parentheses.  A group takes up to two
 * levels of the expression.
 */
#define SEARCH_MAX_DEPTH 16

/* How words hang together: chat noir, chat OU noir, "chat noir". */
typedef enum SearchJoin
{
	JOIN_ALL,
	JOIN_ANY,
	JOIN_PHRASE
} SearchJoin;

/* A stretch of the text that is analysed at once, as it was written. */
typedef struct SearchOperand
{
	Str text;
	SearchJoin join;
	Str prefix; /* "élect" of élect*: how its last word begins; STR_NONE where there is no * */
	Str joined; /* "rendez-v" of rendez-v*, where a word of the lexicon begins so; or STR_NONE */
} SearchOperand;

typedef struct SearchQuery
{
	SearchOperand *operands;
	uint32_t count;
	/* The number of each operand once, with & | ! ( ): "0&!1|(2&3)"; may be empty. */
	Str expression;
} SearchQuery;

/*
 * join: JOIN_ALL as a search box does; JOIN_ANY for candidates of a ranking, where any word
 * will do, quoted or not.  What is excluded is excluded in the same way by both.  Operands are slices
 * of the text, the rest is in the arena.
 */
extern SearchQuery search_read(Arena *arena, Str text, SearchJoin join);

#endif
