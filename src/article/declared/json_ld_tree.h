/*
 * json_ld_tree.h
 *	  All JSON-LD of a page as small trees in an arena.
 */
#ifndef ARTICLE_JSON_LD_TREE_H
#define ARTICLE_JSON_LD_TREE_H

#include "article/reader.h"

typedef enum JsonKind
{
	JSON_OBJECT,
	JSON_ARRAY,
	JSON_TEXT,
	JSON_ATOM /* a number, true, false or null, as written */
} JsonKind;

typedef struct JsonValue JsonValue;

struct JsonValue
{
	JsonKind kind;
	Str key;  /* of a member of an object */
	Str text; /* of a string or an atom */
	JsonValue *parent;
	JsonValue *first; /* children, in order */
	JsonValue *last;
	JsonValue *next;
	uint32_t count; /* of children */
};

typedef struct JsonTrees
{
	JsonValue root;	   /* an array with one child per object or array in the blocks */
	JsonValue **named; /* objects that have an @id and other members, in order */
	uint32_t nnamed;
} JsonTrees;

/*
 * Reads every JSON-LD block of the page into trees of bounded size.  Of a broken block, the
 * readable part is kept.
 */
extern void json_ld_trees(JsonTrees *trees, Reader *reader, Arena *arena);

/* Returns a member of an object, or NULL if it has none or the value is not an object. */
extern const JsonValue *json_member(const JsonValue *value, const char *key);

/*
 * Returns the object that a value refers to by @id; if it is no reference, or the page lacks that
 * object, the value itself.
 */
extern const JsonValue *json_ld_resolve(const JsonTrees *trees, const JsonValue *value);

/* Returns the elements of {"@list": […]} or {"@set": […]}, else the value itself. */
extern const JsonValue *json_ld_elements(const JsonValue *value);

#endif
