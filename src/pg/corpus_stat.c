/*
 * corpus_stat.c
 *	  SQL: the aggregate article_corpus_stat turns tsvectors into rows of corpus statistics
 *	  (pg/corpus_count.h counts).
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "pg/compat.h"
#include "pg/corpus_count.h"
#include "pg/row.h"

enum
{
	COLUMN_LEXEME,
	COLUMN_DOCUMENTS,
	COLUMN_LENGTHS,
	COLUMNS
};

static const RowColumn term_columns[COLUMNS] = {
	{"lexeme", TEXTOID}, {"documents", INT8OID}, {"lengths", INT8ARRAYOID}};

/* (state, tsvector) and (state, tsvector, times): times = -1 removes a document. */
SQL_FUNCTION(article_corpus_accumulate);
Datum
article_corpus_accumulate(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	CorpusCount *count;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "article_corpus_accumulate called outside of an aggregate");
	count = PG_ARGISNULL(0) ? corpus_count_new(context) : (CorpusCount *) PG_GETARG_POINTER(0);
	if (!PG_ARGISNULL(1) && (PG_NARGS() == 2 || !PG_ARGISNULL(2)))
	{
		TSVector words = PG_GETARG_TSVECTOR(1);

		corpus_count_add(count, words, PG_NARGS() == 2 ? 1 : PG_GETARG_INT32(2));
		PG_FREE_IF_COPY(words, 1);
	}
	PG_RETURN_POINTER(count);
}

/* ---------------------------------------------------------------- rows */

static Datum
lengths_datum(const int64 *lengths)
{
	Datum values[FIELDS];

	for (int field = 0; field < FIELDS; field++)
		values[field] = Int64GetDatum(lengths[field]);
	return PointerGetDatum(construct_array(values, FIELDS, INT8OID, 8, true, TYPALIGN_DOUBLE));
}

static Datum
total_row(const RowMap *map, const CorpusCount *count)
{
	RowValues row = {0};

	row.isnull[COLUMN_LEXEME] = true;
	row.value[COLUMN_DOCUMENTS] = Int64GetDatum(count->documents);
	row.value[COLUMN_LENGTHS] = lengths_datum(count->lengths);
	return row_datum(map, &row);
}

static Datum
lexeme_row(const RowMap *map, const LexemeCount *entry)
{
	RowValues row = {0};
	Datum result;

	row.value[COLUMN_LEXEME] =
		PointerGetDatum(cstring_to_text_with_len(entry->lexeme.data, (int) entry->lexeme.len));
	row.value[COLUMN_DOCUMENTS] = Int64GetDatum(entry->documents);
	row.isnull[COLUMN_LENGTHS] = true;
	result = row_datum(map, &row);
	pfree(DatumGetPointer(row.value[COLUMN_LEXEME]));
	return result;
}

static bool
is_nothing(const CorpusCount *count)
{
	bool nothing = count->documents == 0;

	for (int field = 0; field < FIELDS; field++)
		nothing = nothing && count->lengths[field] == 0;
	return nothing;
}

/* Returns article_corpus_term[]: the totals, then the lexemes. */
SQL_FUNCTION(article_corpus_final);
Datum
article_corpus_final(PG_FUNCTION_ARGS)
{
	Oid type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	CorpusCount *count;
	LexemeCount **sorted;
	RowMap *map;
	Datum *rows;
	int nrows = 0;
	int kept;

	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "article_corpus_final called outside of an aggregate");
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	count = (CorpusCount *) PG_GETARG_POINTER(0);
	map = row_map_of_type(type, term_columns, COLUMNS);
	sorted = corpus_count_sorted(count, &kept);
	rows = MemoryContextAllocHuge(CurrentMemoryContext, sizeof(Datum) * ((Size) kept + 1));
	if (!is_nothing(count))
		rows[nrows++] = total_row(map, count);
	for (int i = 0; i < kept; i++)
	{
		CHECK_FOR_INTERRUPTS();
		rows[nrows++] = lexeme_row(map, sorted[i]);
	}
	PG_RETURN_ARRAYTYPE_P(construct_array(rows, nrows, type, -1, false, TYPALIGN_DOUBLE));
}
