/*
 * json_ld_tree.h
 *	  All JSON-LD of a page as small trees in an arena.
 */
#ifndef ARTICLE_JSON_LD_TREE_H
#define ARTICLE_JSON_LD_TREE_H

#include "article/reader.h"

typedef enum JsonLdKind
{
	JSON_LD_OBJECT,
	JSON_LD_ARRAY,
	JSON_LD_TEXT,
	JSON_LD_ATOM /* a number, true, false or null, as written */
} JsonLdKind;

typedef struct JsonLdValue JsonLdValue;

struct JsonLdValue
{
	JsonLdKind kind;
	Str key;  /* of a member of an object */
	Str text; /* of a string or an atom */
	JsonLdValue *parent;
	JsonLdValue *first; /* children, in order */
	JsonLdValue *last;
	JsonLdValue *next;
	uint32_t count; /* of children */
};

typedef struct JsonLdTrees
{
	JsonLdValue root;	 /* an array with one child per object or array in the blocks */
	JsonLdValue **named; /* objects that have an @id and other members, in order */
	uint32_t nnamed;
} JsonLdTrees;

/*
 * Reads every JSON-LD block of the page into trees of bounded size.  Of a broken block, the
 * readable part is kept.
 */
extern void json_ld_trees(JsonLdTrees *trees, Reader *reader, Arena *arena);

/* Returns a member of an object, or NULL if it has none or the value is not an object. */
extern const JsonLdValue *json_member(const JsonLdValue *value, const char *key);

/*
 * Returns the object that a value refers to by @id; if it is not a reference, or the page lacks
 * that object, the value itself.
 */
extern const JsonLdValue *json_ld_resolve(const JsonLdTrees *trees, const JsonLdValue *value);

/* Returns the elements of {"@list": […]} or {"@set": […]}, else the value itself. */
extern const JsonLdValue *json_ld_elements(const JsonLdValue *value);

#endif
