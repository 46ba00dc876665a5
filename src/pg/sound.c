/*
 * sound.c
 *	  SQL: french_phonetic, french_name_key, french_same_name.  A text in, its key or keys out, in
 *	  the server's encoding; or two names in, whether they are those of one person out.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "french/name_key.h"
#include "french/name_same.h"
#include "french/phonetic.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"

/* Reads the text argument of a function. */
static Str
argument(FunctionCallInfo fcinfo, Arena *arena)
{
	arena_init(arena, memory_allocator(CurrentMemoryContext));
	return servertext_value(arena, PG_GETARG_TEXT_PP(0));
}

SQL_FUNCTION(french_phonetic);
Datum
french_phonetic(PG_FUNCTION_ARGS)
{
	Arena arena;
	Datum result = servertext_datum(phonetic_text(&arena, argument(fcinfo, &arena)));

	arena_free(&arena);
	return result;
}

SQL_FUNCTION(french_name_key);
Datum
french_name_key(PG_FUNCTION_ARGS)
{
	Datum elements[NAME_KEYS_MAX];
	NameKeys keys;
	Arena arena;

	name_keys(argument(fcinfo, &arena), &keys);
	for (uint32_t i = 0; i < keys.count; i++)
		elements[i] = servertext_datum(name_key_text(&keys, i));
	arena_free(&arena);
	PG_RETURN_ARRAYTYPE_P(
		construct_array(elements, (int) keys.count, TEXTOID, -1, false, TYPALIGN_INT));
}

SQL_FUNCTION(french_same_name);
Datum
french_same_name(PG_FUNCTION_ARGS)
{
	Arena arena;
	bool same;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	same = name_same(servertext_value(&arena, PG_GETARG_TEXT_PP(0)),
					 servertext_value(&arena, PG_GETARG_TEXT_PP(1)));
	arena_free(&arena);
	PG_RETURN_BOOL(same);
}
