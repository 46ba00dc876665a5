/*
 * sentence.c
 *	  SQL: french_sentences.  A text in, its sentences out as rows.
 */
#include "postgres.h"

#include "french/sentence.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/passage.h"
#include "pg/servertext.h"

SQL_FUNCTION(french_sentences);
Datum
french_sentences(PG_FUNCTION_ARGS)
{
	SentenceScanner scanner;
	PassageList list;
	Arena arena;
	Str sentence;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	passage_open(&list, fcinfo, passage_argument(&arena, PG_GETARG_TEXT_PP(0)));
	sentence_start(&scanner, &arena, list.text);
	while (sentence_next(&scanner, &sentence))
	{
		RowValues row = {0};

		passage_place(&list, &row, sentence);
		row.value[2] = servertext_datum(sentence);
		passage_put(&list, &row);
		pfree(DatumGetPointer(row.value[2]));
	}
	arena_free(&arena);
	return (Datum) 0;
}
