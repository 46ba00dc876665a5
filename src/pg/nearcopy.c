/*
 * nearcopy.c
 *	  SQL: article_minhash, and article_similarity of two texts or of two arrays of keys.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"

#include "pg/compat.h"
#include "pg/fold.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "text/fold.h"
#include "text/near_copy.h"

/* The argument as near_copy.h wants it. */
static Str
folded_argument(FunctionCallInfo fcinfo, int argument, Arena *arena)
{
	return fold_check(fold_text(arena, servertext_value(arena, PG_GETARG_TEXT_PP(argument))));
}

static ArrayType *
keys_array(const NearCopyKeys *keys)
{
	Size size = sizeof(int32) * keys->count;
	ArrayType *array;

	if (keys->count == 0)
		return construct_empty_array(INT4OID);
	array = palloc0(ARR_OVERHEAD_NONULLS(1) + size);
	SET_VARSIZE(array, ARR_OVERHEAD_NONULLS(1) + size);
	array->ndim = 1;
	array->elemtype = INT4OID;
	ARR_DIMS(array)[0] = (int) keys->count;
	ARR_LBOUND(array)[0] = 1;
	memcpy(ARR_DATA_PTR(array), keys->keys, size);
	return array;
}

SQL_FUNCTION(article_minhash);
Datum
article_minhash(PG_FUNCTION_ARGS)
{
	Arena arena;
	NearCopyKeys keys;
	ArrayType *array;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	keys = near_copy_keys(&arena, folded_argument(fcinfo, 0, &arena));
	array = keys_array(&keys);
	arena_free(&arena);
	PG_RETURN_ARRAYTYPE_P(array);
}

SQL_FUNCTION(article_similarity);
Datum
article_similarity(PG_FUNCTION_ARGS)
{
	Arena arena;
	Str a;
	Str b;
	float share;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	a = folded_argument(fcinfo, 0, &arena);
	b = folded_argument(fcinfo, 1, &arena);
	share = near_copy_share(&arena, a, b);
	arena_free(&arena);
	PG_RETURN_FLOAT4(share);
}

/* The keys in an array, which a user may have put together: in any order, repeated. */
static NearCopyKeys
keys_argument(FunctionCallInfo fcinfo, int argument)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P_COPY(argument);
	NearCopyKeys keys;

	if (ARR_NDIM(array) > 1)
		ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
						errmsg("array of keys must be one-dimensional")));
	if (array_contains_nulls(array))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("array of keys must not contain nulls"),
						errhint("article_minhash returns an array of keys.")));
	keys.keys = (int32_t *) ARR_DATA_PTR(array);
	keys.count = (uint32_t) ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	near_copy_sort(&keys);
	return keys;
}

SQL_FUNCTION(article_similarity_keys);
Datum
article_similarity_keys(PG_FUNCTION_ARGS)
{
	NearCopyKeys a = keys_argument(fcinfo, 0);
	NearCopyKeys b = keys_argument(fcinfo, 1);

	PG_RETURN_FLOAT4(near_copy_keys_share(&a, &b));
}
