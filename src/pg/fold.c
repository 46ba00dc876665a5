/*
 * fold.c
 *	  SQL: french_normalize, french_fold, french_slug.  Text in, text out, in the server's encoding.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/fold.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "text/fold.h"

typedef Str (*LongFunction)(Arena *arena, Str text);
typedef size_t (*ShortFunction)(Str text, char *out, size_t size);

Str
fold_check(Str folded)
{
	if (folded.data == NULL || folded.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("text is too long once its ligatures and fractions are spelled out"),
						errdetail("A text holds at most %zu bytes.", MaxAllocSize - VARHDRSZ)));
	return folded;
}

/*
 * Applies one of two forms of a function.  Headlines and names need no arena: its first chunk costs
 * more than folding them.
 */
static Datum
apply(FunctionCallInfo fcinfo, LongFunction function, ShortFunction short_function)
{
	text *source = PG_GETARG_TEXT_PP(0);
	char room[FOLD_WORD_ROOM];
	Arena arena;
	Str given;
	Datum result;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	given = servertext_value(&arena, source);
	if (short_function != NULL && given.len <= FOLD_WORD_MAX)
		result = servertext_datum(str_make(room, short_function(given, room, sizeof(room))));
	else
		result = servertext_datum(fold_check(function(&arena, given)));
	arena_free(&arena);
	PG_FREE_IF_COPY(source, 0);
	return result;
}

SQL_FUNCTION(french_normalize);
Datum
french_normalize(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_normalize, fold_shown);
}

SQL_FUNCTION(french_fold);
Datum
french_fold(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_text, fold_plain);
}

SQL_FUNCTION(french_slug);
Datum
french_slug(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_slug, NULL);
}
