/*
 * query.h
 *	  Parses what people type into a search box: words, phrases in quotation marks, OU, exclusions,
 *	  prefixes and groups. Any text in, always a well-formed expression out.
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
 * to two levels of the expression.
 */
#define SEARCH_MAX_DEPTH 16

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
} SearchOperand;

typedef struct SearchQuery
{
	SearchOperand *operands;
	uint32_t count;
	/* The number of each operand once, with & | ! ( ): "0&!1|(2&3)"; may be empty. */
	Str expression;
} SearchQuery;

/*
 * join: JOIN_ALL, as in a search box; JOIN_ANY, to find candidates for a ranking, where any word
 * will do, quoted or not. Both exclude in the same way. Operands are slices of the text; the rest
 * is allocated in the arena.
 */
extern SearchQuery search_read(Arena *arena, Str text, SearchJoin join);

#endif
