/*
 * walk_internal.h
 *	  A set of paths as walk_read.c compiles it, for the files that walk over a page.
 */
#ifndef ARTICLE_WALK_INTERNAL_H
#define ARTICLE_WALK_INTERNAL_H

#include "html/tag.h"
#include "html/whole.h"
#include "xml/walk_path.h"

typedef enum WalkAxis
{
	WALK_CHILD, /* of an attribute: its element is the context */
	WALK_DESCENDANT,
	WALK_SELF,
	WALK_PARENT,
	WALK_ANCESTOR,
	WALK_SIBLING
} WalkAxis;

typedef enum WalkTest
{
	WALK_NAME,
	WALK_ELEMENT, /* any */
	WALK_NODE,	  /* any element, or the document */
	WALK_TEXT,
	WALK_ATTR
} WalkTest;

typedef enum WalkTermKind
{
	/* conditions */
	WALK_OR,
	WALK_AND,
	WALK_NOT,
	WALK_EQUAL,
	WALK_UNEQUAL,
	WALK_CONTAINS,
	WALK_STARTS,
	WALK_WORD, /* attribute "text" has the word of literal b */
	WALK_HAS_ATTR,
	WALK_HAS_STEP, /* something that step "number" matches */
	WALK_POSITION, /* compared with number in the way of "text" */
	WALK_FILLED,   /* string a is not empty */
	/* strings */
	WALK_LITERAL,
	WALK_ATTR_VALUE,
	WALK_OWN,		  /* the string value of the node */
	WALK_CHILD_TEXTS, /* text() */
	WALK_STRING,
	WALK_SPACED, /* normalize-space() */
	WALK_CONCAT,
	WALK_BEFORE, /* substring-before() */
	WALK_AFTER,
	WALK_QUERY /* the string value of the first node that query "number" finds */
} WalkTermKind;

/* A condition or a string; a and b are the numbers of its operands. */
typedef struct WalkTerm
{
	WalkTermKind kind;
	uint32_t a;
	uint32_t b;
	Str text; /* of a literal, its value; of an attribute, its name */
	uint32_t number;
} WalkTerm;

typedef struct WalkPredicate
{
	uint32_t term;
	bool positional;
} WalkPredicate;

typedef struct WalkStep
{
	uint8_t axis;	  /* WalkAxis */
	uint8_t test;	  /* WalkTest */
	uint8_t bit;	  /* of a step in a predicate: its number among those of one step */
	bool inside;	  /* belongs to a predicate */
	bool positional;  /* has a predicate that asks for a position */
	bool looks_ahead; /* has one that asks for what the element contains */
	bool asks_text;	  /* has one that asks for its text */
	uint32_t next;	  /* WALK_NONE: it is the last one */
	uint32_t query;
	uint32_t predicate; /* the first */
	uint32_t npredicates;
	Str name;
} WalkStep;

/* Paths joined by "|". */
typedef struct WalkQuery
{
	uint32_t most;
	uint32_t wanted;
	uint32_t nth;  /* of all in document order; 0: all */
	bool ordered;  /* are items found in document order? */
	bool asks_all; /* the string of its first element is wanted */
} WalkQuery;

/* One path: the query that finds its items, or the term that is its string. */
typedef struct WalkPath
{
	uint32_t query; /* WALK_NONE: a string */
	uint32_t term;
} WalkPath;

typedef struct WalkNumbers
{
	uint32_t *items;
	uint32_t count;
	uint32_t size;
} WalkNumbers;

/* The steps to elements of one name. */
typedef struct WalkName
{
	Str name;
	WalkNumbers steps;
} WalkName;

struct WalkSet
{
	Arena *arena;
	WalkStep *steps;
	uint32_t nsteps, steps_size;
	WalkTerm *terms;
	uint32_t nterms, terms_size;
	WalkPredicate *predicates;
	uint32_t npredicates, predicates_size;
	WalkQuery *queries;
	uint32_t nqueries, queries_size;
	WalkPath *paths;
	uint32_t npaths, paths_size;
	WalkNumbers firsts; /* first steps */
	/* set by walk_set_close: steps by what they test */
	WalkName *names; /* that steps test; open addressing, data NULL is free */
	uint32_t names_mask;
	const WalkName *by_tag[TAG_COUNT];
	uint32_t longest_name;
	WalkNumbers elements; /* to any element */
	WalkNumbers texts;
	WalkNumbers attrs; /* of descendants */
	bool asks_texts;   /* a predicate asks for text() */
};

/* Of an arena of numbers that grows. */
extern void walk_numbers_add(WalkNumbers *numbers, Arena *arena, uint32_t number);

/* walk_set.c: the steps to elements of this name, as spelled; NULL: none. */
extern const WalkName *walk_find_name(const WalkSet *set, Str name);

/* ---------------------------------------------------------------- a walk */

/* What waits for the end of an element. */
typedef struct WalkLater
{
	uint32_t step;	/* whose siblings come next; WALK_NONE: the string of the element is wanted */
	uint32_t query; /* by this one */
	uint32_t other; /* for this item */
	uint32_t next;
} WalkLater;

typedef struct WalkFrame
{
	WholeElement element;
	const WalkName *name; /* NULL: no step tests it */
	uint32_t order;		  /* in the document, from 1 */
	uint32_t nrecords;
	uint32_t ncounters;
	uint32_t ncandidates;
	uint32_t ntexts;
	uint32_t later; /* the first that waits for its end, or WALK_NONE */
	uint32_t from;	/* where its text begins, if it is kept */
	bool keeps_text;
} WalkFrame;

/* A step that elements below, or after, the element at this depth may match. */
typedef struct WalkRecord
{
	uint32_t step;
	uint32_t depth;
	uint32_t before; /* the record of the step before this one */
	uint32_t count;	 /* of siblings that matched */
	uint32_t candidate;
} WalkRecord;

/* How many children of the element at this depth a step has matched. */
typedef struct WalkCounter
{
	uint32_t step;
	uint32_t depth;
	uint32_t before;
	uint32_t count;
} WalkCounter;

/* A step that matches an open element if its predicates hold at the end. */
typedef struct WalkCandidate
{
	uint32_t step;
	uint64_t found; /* the steps in its predicates that matched something */
} WalkCandidate;

typedef struct WalkRange
{
	uint32_t from;
	uint32_t end;
} WalkRange;

/* An item: a node of the tree, or WALK_OTHER and the number of another one. */
typedef struct WalkItem
{
	uint32_t order;
	uint32_t node;
} WalkItem;

#define WALK_OTHER (UINT32_C(1) << 31)

typedef struct WalkOther
{
	XmlItem item;
	uint32_t minor; /* order within its element */
} WalkOther;

typedef struct WalkFound
{
	WalkItem *items;
	uint32_t count;
	uint32_t size;
	uint64_t operations;
	bool failed;
	bool done; /* no more items are wanted */
} WalkFound;

typedef struct WalkAttr
{
	RawAttr raw;
	Str value; /* data NULL: not decoded yet */
} WalkAttr;

struct Walk
{
	const WalkSet *set;
	const Page *page;
	WalkLimits limits;
	Arena *arena;
	Arena scratch; /* of the walk */
	Arena values;  /* strings that are compared; emptied now and then */
	uint64_t operations;
	uint64_t polled;
	uint32_t found_items;
	uint64_t found_bytes;
	WalkFound *found; /* by query */
	WalkOther *others;
	uint32_t nothers, others_size;
	WalkFrame *frames; /* the document, and the open elements */
	uint32_t depth, frames_size;
	uint32_t *records_of; /* by step, its newest record */
	WalkRecord *records;
	uint32_t nrecords, records_size;
	uint32_t *counters_of;
	WalkCounter *counters;
	uint32_t ncounters, counters_size;
	WalkCandidate *candidates;
	uint32_t ncandidates, candidates_size;
	WalkLater *laters;
	uint32_t nlaters, laters_size, free_later;
	WalkRange *texts; /* children of elements that keep their text */
	uint32_t ntexts, texts_size;
	StrBuf text;
	uint32_t run; /* where the text since the last tag begins in it */
	uint32_t run_node;
	uint32_t keepers; /* elements that keep their text */
	uint32_t order;
	bool at_end;		  /* of the innermost element */
	uint32_t attrs_order; /* of the element whose attributes are read; 0: none */
	uint32_t nattrs;
	WholeAttrs reading;
	WalkAttr attrs[SCAN_MAX_ATTRS];
};

typedef enum WalkTruth
{
	WALK_FALSE,
	WALK_TRUE,
	WALK_UNKNOWN /* before the end of the element */
} WalkTruth;

/* What predicates are asked of: the innermost or another open element, or a text. */
typedef struct WalkSubject
{
	const WalkFrame *frame; /* NULL: a text */
	Str text;
	bool known;		   /* is what it contains known? */
	uint32_t *count;   /* of what has matched on the same axis; NULL: counted for each parent */
	uint32_t depth;	   /* of the parent */
	uint64_t found;	   /* see WalkCandidate */
	uint32_t position; /* for the predicate that is asked */
} WalkSubject;

/* walk_test.c */
extern WalkTruth walk_predicates(Walk *walk, uint32_t step, WalkSubject *subject);
extern uint32_t walk_find_attr(Walk *walk, const WalkFrame *frame, Str name); /* or WALK_NONE */
extern Str walk_attr_value(Walk *walk, uint32_t attr);

/* Gives back what the strings that were compared take, if it is much. */
extern void walk_drop_values(Walk *walk);

/* The functions of strings, for predicates and for paths that are a string. */
extern Str walk_spaced(Arena *arena, Str text, uint32_t most); /* "most" bytes, or one more */
extern Str walk_part(Arena *arena, WalkTermKind kind, Str text, Str other);

/* Counts operations of a query. */
extern void walk_charge(Walk *walk, uint32_t query, uint64_t operations);

/* walk_found.c: adds what the last step of a query has found. */
extern void walk_add_element(Walk *walk, uint32_t query, uint32_t depth);
extern void walk_add_attr(Walk *walk, uint32_t query, const WalkFrame *frame, uint32_t attr,
						  Str name);
extern void walk_add_text(Walk *walk, uint32_t query, Str text);

/* Sets the string of an element that was found, at its end. */
extern void walk_set_string(Walk *walk, uint32_t query, uint32_t other, const WalkFrame *frame);

/* What is to happen at the end of an open element. */
extern void walk_add_later(Walk *walk, WalkFrame *frame, WalkLater later);

/* From here on the text of an element is kept, from its beginning. */
extern void walk_keep_text(Walk *walk, WalkFrame *frame);

#endif
