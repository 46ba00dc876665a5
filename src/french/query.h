/*
 * query.h
 *	  Parses what people type into a search box: words, phrases in quotation marks, OU, exclusions,
 *	  prefixes, groups and words near each other. Any text in, always a well-formed expression out.
 *
 * Nothing is an error: an unclosed quotation mark or group ends with the text, an operator that
 * lacks a side is a word, marks without a meaning are skipped. Linear in the text.
 */
#ifndef ARTICLE_FRENCH_QUERY_H
#define ARTICLE_FRENCH_QUERY_H

#include "base/str.h"

/*
 * Only this much of the text is used, cut at a word. The server walks a query with one level of
 * recursion per word, so this also bounds its stack.
 */
#define SEARCH_MAX_BYTES 4096

/*
 * Maximum nesting of groups; deeper ones are read as if they had no parentheses. A group takes up
 * to four levels of the expression.
 */
#define SEARCH_MAX_DEPTH 16

/*
 * Largest distance of PRES/n, in words; a larger one counts as this. An index of words finds each
 * distance and order by a phrase of its own.
 */
#define SEARCH_MAX_DISTANCE 30

/*
 * Maximum number of operands that all PRES/n of a query become; the others only ask for both sides.
 */
#define SEARCH_MAX_NEAR 1024

/* How words are joined: chat noir, chat OU noir, "chat noir". */
typedef enum SearchJoin
{
	JOIN_ALL,
	JOIN_ANY,
	JOIN_PHRASE
} SearchJoin;

/* A slice of the text that is analysed as one piece, as written. */
typedef struct SearchOperand
{
	Str text;
	SearchJoin join;
	Str prefix; /* "élect" of élect*: the start of its last word; STR_NONE if there is no * */
	Str joined; /* "rendez-v" of rendez-v*, if a word of the lexicon begins so; or STR_NONE */
	bool exact; /* marked with =, and every match has it: neither an alternative nor excluded */
} SearchOperand;

typedef struct SearchQuery
{
	SearchOperand *operands;
	uint32_t count;
	/*
	 * The number of each operand, with & | ! ( ) and <n>: "0&!1|(2&3)"; may be empty. Operands of
	 * PRES/n occur several times: "(0 <1> 1|1 <1> 0)".
	 */
	Str expression;
} SearchQuery;

/*
 * join: JOIN_ALL, as in a search box; JOIN_ANY, to find candidates for a ranking, where any word
 * will do, quoted or not. Both exclude in the same way. Operands are slices of the text; the rest
 * is allocated in the arena.
 */
extern SearchQuery search_read(Arena *arena, Str text, SearchJoin join);

#endif
