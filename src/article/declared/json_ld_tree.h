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
	JsonValue root;	   /* an array: one child for each object or array that the blocks hold */
	JsonValue **named; /* objects that have an @id and say more than that, in order */
	uint32_t nnamed;
} JsonTrees;

/* Reads every JSON-LD block of the page. Broken blocks give what could be read of them; sizes are bounded. */
extern void json_ld_trees(JsonTrees *trees, Reader *reader, Arena *arena);

/* The member of an object, or NULL; of any other value NULL. */
extern const JsonValue *json_member(const JsonValue *value, const char *key);

/* The object that a value refers to by @id, where it is such a reference and the page holds the object; else itself. */
extern const JsonValue *json_ld_resolve(const JsonTrees *trees, const JsonValue *value);

#endif
