/*
 * word_family.c
 *	  SQL: french_word_family.  A word in, the root of its family out, or NULL: what the server's
 *	  stemmer of French (Snowball, dictionary french_stem) makes of it, without endings of derived
 *	  words.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "nodes/pg_list.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"

#include "french/word_family.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "text/fold.h"

static Oid
stemmer(void)
{
	return get_ts_dict_oid(list_make2(makeString("pg_catalog"), makeString("french_stem")), true);
}

/* Returns the stem of a word, in the server's encoding; data is NULL for a stop word. */
static Str
stem_of(const TSDictionaryCacheEntry *dictionary, Str word)
{
	const TSLexeme *lexemes = (const TSLexeme *) DatumGetPointer(FunctionCall4(
		unconstify(FmgrInfo *, &dictionary->lexize), PointerGetDatum(dictionary->dictData),
		PointerGetDatum(word.data), Int32GetDatum((int32) word.len), PointerGetDatum(NULL)));

	return lexemes == NULL || lexemes->lexeme == NULL ? STR_NONE : str_cstr(lexemes->lexeme);
}

SQL_FUNCTION(french_word_family);
Datum
french_word_family(PG_FUNCTION_ARGS)
{
	const text *value = PG_GETARG_TEXT_PP(0);
	Str word = str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
	Oid dictionary = stemmer();
	char root[FOLD_WORD_ROOM];
	uint32 length;
	Arena arena;
	Str stem;

	if (!OidIsValid(dictionary) || !word_family_has(word))
		PG_RETURN_NULL();
	stem = stem_of(lookup_ts_dictionary_cache(dictionary), word);
	if (stem.data == NULL)
		PG_RETURN_NULL();
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	length = word_family_root(servertext_argument(&arena, stem), root);
	arena_free(&arena);
	if (length == 0)
		PG_RETURN_NULL();
	return servertext_datum(str_make(root, length));
}
