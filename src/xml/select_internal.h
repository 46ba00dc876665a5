/*
 * select_internal.h
 *	  A compiled selector, for the files that read and match one.
 */
#ifndef ARTICLE_SELECT_INTERNAL_H
#define ARTICLE_SELECT_INTERNAL_H

#include "xml/xml_select.h"

typedef struct SelectList SelectList;

typedef enum SimpleKind
{
	SIMPLE_TYPE,
	SIMPLE_CLASS,
	SIMPLE_ID,
	SIMPLE_ATTR,
	SIMPLE_IS,	/* of "list" */
	SIMPLE_NOT, /* likewise */
	SIMPLE_HAS, /* likewise; its first combinators are relative to the element */
	SIMPLE_NTH,
	SIMPLE_ROOT,
	SIMPLE_EMPTY,
	SIMPLE_LINK
} SimpleKind;

typedef enum AttrTest
{
	TEST_PRESENT,
	TEST_EQUALS,   /* = */
	TEST_WORD,	   /* ~= */
	TEST_LANGUAGE, /* |= */
	TEST_STARTS,   /* ^= */
	TEST_ENDS,	   /* $= */
	TEST_CONTAINS  /* *= */
} AttrTest;

/* Position a * n + b among the siblings, for some n from 0 on. */
typedef struct SelectNth
{
	int32_t a;
	int32_t b;
	bool from_end;
	bool of_type;
} SelectNth;

typedef struct Simple Simple;

struct Simple
{
	SimpleKind kind;
	Str name; /* of a type as written, and in "lower" as HTML has it; of an attribute lowercase */
	Str lower;
	Str value; /* of a class, an id, an attribute */
	AttrTest test;
	bool ignore_case;
	SelectNth nth;
	SelectList *list; /* NULL: "of" was not given */
	Simple *next;
};

/* A compound selector, and how its element is related to that of the one before it. */
typedef struct Compound Compound;

struct Compound
{
	char combinator; /* ' ', '>', '+', '~'; 0 for the first, unless it is relative */
	Simple *simples; /* all must match; NULL: any element */
	Compound *next;
	Compound *before;
};

typedef struct Complex Complex;

struct Complex
{
	Compound *first;
	Compound *last;
	Complex *next;
};

struct SelectList
{
	Complex *first;
};

struct XmlSelector
{
	SelectList *list;
	StrList attrs;
};

#endif
