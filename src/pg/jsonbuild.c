/*
 * jsonbuild.c
 *	  A thin layer over pushJsonbValue: strings of the core in, jsonb out, in the server's encoding.
 */
#include "postgres.h"

#include "pg/jsonbuild.h"
#include "pg/servertext.h"

static bool
in_array(const JsonBuild *build)
{
	return build->state->contVal.type == jbvArray;
}

void
jsonbuild_object(JsonBuild *build)
{
	pushJsonbValue(&build->state, WJB_BEGIN_OBJECT, NULL);
}

void
jsonbuild_array(JsonBuild *build)
{
	pushJsonbValue(&build->state, WJB_BEGIN_ARRAY, NULL);
}

void
jsonbuild_close(JsonBuild *build)
{
	build->result =
		pushJsonbValue(&build->state, in_array(build) ? WJB_END_ARRAY : WJB_END_OBJECT, NULL);
}

static JsonbValue
string_value(Str text)
{
	Str own = servertext_from_core(text);
	JsonbValue value = {.type = jbvString};

	value.val.string.len = (int) own.len;
	value.val.string.val = (char *) own.data;
	return value;
}

void
jsonbuild_key(JsonBuild *build, Str key)
{
	JsonbValue value = string_value(key);

	pushJsonbValue(&build->state, WJB_KEY, &value);
}

void
jsonbuild_value(JsonBuild *build, JsonbValue *value)
{
	pushJsonbValue(&build->state, in_array(build) ? WJB_ELEM : WJB_VALUE, value);
}

void
jsonbuild_string(JsonBuild *build, Str text)
{
	JsonbValue value = string_value(text);

	jsonbuild_value(build, &value);
}

void
jsonbuild_member(JsonBuild *build, const char *key, Str text)
{
	if (text.data == NULL || text.len == 0)
		return;
	jsonbuild_key(build, str_cstr(key));
	jsonbuild_string(build, text);
}

void
jsonbuild_list(JsonBuild *build, const char *key, const StrList *list)
{
	if (list->count == 0)
		return;
	jsonbuild_key(build, str_cstr(key));
	jsonbuild_array(build);
	for (uint32_t i = 0; i < list->count; i++)
		jsonbuild_string(build, list->items[i]);
	jsonbuild_close(build);
}
