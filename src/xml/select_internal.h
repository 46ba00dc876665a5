/*
 * select_internal.h
 *	  A compiled selector, for the files that read and match one.
 */
#ifndef ARTICLE_SELECT_INTERNAL_H
#define ARTICLE_SELECT_INTERNAL_H

#include "xml/xml_select.h"

typedef struct SelectList SelectList;

typedef enum SelectSimpleKind
{
	SELECT_TYPE,
	SELECT_CLASS,
	SELECT_ID,
	SELECT_ATTR,
	SELECT_IS,	/* of "list" */
	SELECT_NOT, /* likewise */
	SELECT_HAS, /* likewise; its first combinators are relative to the element */
	SELECT_NTH,
	SELECT_ROOT,
	SELECT_EMPTY,
	SELECT_LINK
} SelectSimpleKind;

typedef enum SelectAttrTest
{
	SELECT_ATTR_PRESENT,
	SELECT_ATTR_EQUALS,	  /* = */
	SELECT_ATTR_WORD,	  /* ~= */
	SELECT_ATTR_LANGUAGE, /* |= */
	SELECT_ATTR_STARTS,	  /* ^= */
	SELECT_ATTR_ENDS,	  /* $= */
	SELECT_ATTR_CONTAINS  /* *= */
} SelectAttrTest;

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
	SelectSimpleKind kind;
	Str name; /* of a type as written, and in "lower" as HTML has it; of an attribute lowercase */
	Str lower;
	Str value; /* of a class, an id, an attribute */
	SelectAttrTest test;
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
