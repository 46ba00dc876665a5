/*
 * query_internal.h
 *	  The text of a search box as tokens; for query.c and query_token.c only.
 */
#ifndef ARTICLE_FRENCH_QUERY_INTERNAL_H
#define ARTICLE_FRENCH_QUERY_INTERNAL_H

#include "base/str.h"

typedef enum SearchTokenKind
{
	SEARCH_END,
	SEARCH_WORD,
	SEARCH_PHRASE,
	SEARCH_OPEN,
	SEARCH_CLOSE,
	SEARCH_MINUS,
	SEARCH_AND, /* ET AND: a word at an end of the text */
	SEARCH_OR,	/* OU OR: likewise */
	SEARCH_NOT, /* SAUF NOT: likewise */
	SEARCH_NEAR /* PRES/5 NEAR/5: likewise */
} SearchTokenKind;

typedef struct SearchToken
{
	SearchTokenKind kind;
	Str text;		   /* of words, operators, and of phrases without quotation marks and star */
	bool prefix;	   /* followed by a star */
	bool exact;		   /* a phrase after = */
	uint32_t distance; /* of SEARCH_NEAR: from 1 to SEARCH_MAX_DISTANCE */
	uint32_t next;	   /* offset at which the text continues */
} SearchToken;

/* Returns the token at or after this offset. Only inside a group does ')' end anything. */
extern SearchToken search_token(Str text, uint32_t at, bool in_group, bool may_open);

#endif
