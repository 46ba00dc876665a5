/*
 * fold.c
 *	  SQL: french_normalize, french_fold, french_slug.  Text in, text out, in the server's encoding.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"

#include "french/fold.h"
#include "html/encoding.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"

typedef Str (*TextFunction)(Arena *arena, Str text);

/* The argument as valid UTF-8: SQL_ASCII promises nothing about its bytes. */
static Str
argument(Arena *arena, const text *source)
{
	Str given = str_make(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source));

	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return encoding_clean_utf8(arena, given);
	return servertext_to_core(given);
}

static Datum
apply(FunctionCallInfo fcinfo, TextFunction function)
{
	text *source = PG_GETARG_TEXT_PP(0);
	Arena arena;
	Str result;
	Datum datum;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	result = function(&arena, argument(&arena, source));
	if (result.data == NULL || result.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("text is too long once its ligatures and fractions are spelt out"),
						errdetail("A text holds at most %zu bytes.", MaxAllocSize - VARHDRSZ)));
	datum = servertext_datum(result);
	arena_free(&arena);
	PG_FREE_IF_COPY(source, 0);
	return datum;
}

SQL_FUNCTION(french_normalize);
Datum
french_normalize(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_normalize);
}

SQL_FUNCTION(french_fold);
Datum
french_fold(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_text);
}

SQL_FUNCTION(french_slug);
Datum
french_slug(PG_FUNCTION_ARGS)
{
	return apply(fcinfo, fold_slug);
}
