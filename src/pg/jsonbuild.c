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

/* Compares by key, then by position. */
static int
compare_members(const void *a, const void *b)
{
	const JsonMember *left = *(const JsonMember *const *) a;
	const JsonMember *right = *(const JsonMember *const *) b;
	int order = memcmp(left->key.data, right->key.data, Min(left->key.len, right->key.len));

	if (order == 0 && left->key.len != right->key.len)
		return left->key.len < right->key.len ? -1 : 1;
	return order != 0 ? order : (left > right) - (left < right);
}

/* Adds all members of one key: the text, or an array of the texts. */
static void
add_alike(JsonBuild *build, const JsonMember **members, uint32_t count)
{
	jsonbuild_key(build, members[0]->key);
	if (count > 1)
		jsonbuild_array(build);
	for (uint32_t i = 0; i < count; i++)
		jsonbuild_string(build, members[i]->text);
	if (count > 1)
		jsonbuild_close(build);
}

void
jsonbuild_members(JsonBuild *build, const JsonMember *members, uint32_t count)
{
	const JsonMember **sorted = palloc(sizeof(JsonMember *) * (count + 1));

	for (uint32_t i = 0; i < count; i++)
		sorted[i] = &members[i];
	qsort(sorted, count, sizeof(JsonMember *), compare_members);
	for (uint32_t i = 0, next; i < count; i = next)
	{
		for (next = i + 1; next < count && str_equal(sorted[next]->key, sorted[i]->key);)
			next++;
		add_alike(build, sorted + i, next - i);
	}
	pfree(sorted);
}
