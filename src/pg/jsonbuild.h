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
	JsonbValue *result; /* the outermost value, once it is closed */
} JsonBuild;

extern void jsonbuild_object(JsonBuild *build);
extern void jsonbuild_array(JsonBuild *build);
extern void jsonbuild_close(JsonBuild *build); /* the innermost that is open */

/* Strings are referred to, not copied, until the jsonb is made. */
extern void jsonbuild_key(JsonBuild *build, Str key);
/* In an object a member's value, after its key; in an array an element. */
extern void jsonbuild_string(JsonBuild *build, Str text);
extern void jsonbuild_value(JsonBuild *build, JsonbValue *value);

/* A member of an object; nothing where the text or the list is empty. */
extern void jsonbuild_member(JsonBuild *build, const char *key, Str text);
extern void jsonbuild_list(JsonBuild *build, const char *key, const StrList *list);

#endif
