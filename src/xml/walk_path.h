/*
 * walk_path.h
 *	  The paths that one walk over a page answers, without a tree of libxml2: in go the texts of any
 *	  number of paths, out comes for each what xml_path_evaluate would find.
 *
 * A site's rules are such paths nearly always: 97 of 100 of those in ftr-site-config. Time grows
 * with the page and with the steps whose name an element has; memory holds the open elements and
 * what is found. Known are
 *
 * - steps: child, // and descendant::, self::, parent:: and .., ancestor::, following-sibling::; to
 *	 a name, *, text() and, at the end, to @name;
 * - predicates: a position; and, or, not(); = != contains() starts-with() of attributes, text(), .
 *	 and strings, also through normalize-space(), string(), concat(); an attribute, a child, a
 *	 descendant that exists;
 * - several paths joined by |, or a path in parentheses with a position;
 * - substring-before(), substring-after(), normalize-space(), string() and concat() of such paths.
 *
 * What an element contains is known only at its end; so the step whose predicate asks for it may be
 * followed by steps to attributes, siblings and elements around it, but not into the element.
 */
#ifndef ARTICLE_WALK_PATH_H
#define ARTICLE_WALK_PATH_H

#include "xml/xml_document.h"

typedef struct WalkSet WalkSet;
typedef struct Walk Walk;

#define WALK_NONE UINT32_MAX

/* What is wanted of the items that a path finds, in XmlItem.value; as bits. */
enum WalkWanted
{
	/* of texts and attributes their values, of elements outside of the tree their strings */
	WALK_VALUES = 1 << 0,
	WALK_HREF = 1 << 1 /* of elements the attribute href; data NULL if there is none */
};

/* Returns a set without paths, in an arena, in which the texts of the paths must live as well. */
extern WalkSet *walk_set_new(Arena *arena);

/*
 * Adds a path, of which the first "most" items are wanted. Returns its number, or WALK_NONE if it
 * is none that a walk answers; one that is answered is valid XPath 1.0.
 */
extern uint32_t walk_set_add(WalkSet *set, Str text, uint32_t most, uint32_t wanted);

/* How many paths have been added. */
extern uint32_t walk_set_count(const WalkSet *set);

/* Call after the last path has been added. */
extern void walk_set_close(WalkSet *set);

typedef struct WalkLimits
{
	uint64_t operations; /* tests of a step, and one for each 16 bytes of strings; of all paths */
	uint64_t path_operations; /* of one path */
	uint32_t items;			  /* that all paths may find */
	uint64_t bytes;			  /* of their values */
} WalkLimits;

/*
 * Walks over a page that was parsed with PageOptions.whole; what is found lives in the arena, which
 * is polled. A path that exceeds a limit finds nothing.
 */
extern Walk *walk_run(const WalkSet *set, const Page *page, const WalkLimits *limits, Arena *arena);

/*
 * Fills *result with what a path has found; XmlItem.inner is NULL, and operations is not set.
 * Returns false if the path has exceeded a limit.
 */
extern bool walk_result(const Walk *walk, uint32_t path, Arena *arena, XmlResult *result);

#endif
