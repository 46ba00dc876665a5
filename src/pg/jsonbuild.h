/*
 * jsonbuild.h
 *	  Building a jsonb value piece by piece from the core's strings.
 */
#ifndef ARTICLE_PG_JSONBUILD_H
#define ARTICLE_PG_JSONBUILD_H

#include "utils/jsonb.h"

#include "base/str.h"

typedef struct JsonBuild
{
	JsonbParseState *state;
	JsonbValue *result; /* the outermost value, after it is closed */
} JsonBuild;

extern void jsonbuild_object(JsonBuild *build);
extern void jsonbuild_array(JsonBuild *build);
extern void jsonbuild_close(JsonBuild *build); /* closes the innermost open one */

/* Strings are referenced, not copied, until the jsonb is built. */
extern void jsonbuild_key(JsonBuild *build, Str key);
/* Adds a member's value after its key in an object; an element in an array. */
extern void jsonbuild_string(JsonBuild *build, Str text);
extern void jsonbuild_value(JsonBuild *build, JsonbValue *value);

/* Adds a member to an object, or nothing if the text or list is empty. */
extern void jsonbuild_member(JsonBuild *build, const char *key, Str text);

typedef struct JsonMember
{
	Str key;
	Str text;
} JsonMember;

/* Adds members whose keys may repeat: several texts of one key become an array, in their order. */
extern void jsonbuild_members(JsonBuild *build, const JsonMember *members, uint32_t count);

/* Adds a list as an array, or nothing if it is empty. */
extern void jsonbuild_list(JsonBuild *build, const char *key, const StrList *list);

#endif
