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
	SEARCH_AND, /* ET AND: a word where it stands at an end */
	SEARCH_OR,	/* OU OR: likewise */
	SEARCH_NOT	/* SAUF NOT: likewise */
} SearchTokenKind;

typedef struct SearchToken
{
	SearchTokenKind kind;
	Str text;	   /* of words, operators, and phrases without their quotation marks and star */
	bool prefix;   /* a star stood behind it */
	uint32_t next; /* where the text goes on */
} SearchToken;

/* The token at this place or behind it.  Only inside a group does ')' end anything. */
extern SearchToken search_token(Str text, uint32_t at, bool in_group, bool may_open);

#endif
