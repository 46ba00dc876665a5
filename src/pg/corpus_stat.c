/*
 * corpus_stat.c
 *	  SQL: the aggregate article_corpus_stat turns tsvectors into rows of corpus statistics.  Its
 *	  state is a hash table of lexemes in one arena; each document costs one lookup per lexeme.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/row.h"
#include "pg/servertext.h"

#define FIELDS 4		   /* D, C, B, A */
#define FIRST_LEXEMES 1024 /* the table doubles when it is full */

typedef struct LexemeCount
{
	Str lexeme;
	uint32 hash;
	char status; /* used by simplehash */
	int64 documents;
} LexemeCount;

#define SH_PREFIX lexemes
#define SH_ELEMENT_TYPE LexemeCount
#define SH_KEY_TYPE Str
#define SH_KEY lexeme
#define SH_HASH_KEY(table, key) hash_bytes((const unsigned char *) (key).data, (int) (key).len)
#define SH_EQUAL(table, a, b) str_equal((a), (b))
#define SH_STORE_HASH
#define SH_GET_HASH(table, element) ((element)->hash)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

typedef struct CorpusCount
{
	Arena arena; /* the bytes of the lexemes */
	lexemes_hash *lexemes;
	int64 documents;
	int64 lengths[FIELDS];
} CorpusCount;

enum
{
	COLUMN_LEXEME,
	COLUMN_DOCUMENTS,
	COLUMN_LENGTHS,
	COLUMNS
};

static const RowColumn term_columns[COLUMNS] = {
	{"lexeme", TEXTOID}, {"documents", INT8OID}, {"lengths", INT8ARRAYOID}};

static CorpusCount *
new_count(MemoryContext context)
{
	MemoryContext caller = MemoryContextSwitchTo(context);
	CorpusCount *count = palloc0(sizeof(CorpusCount));

	arena_init(&count->arena, memory_allocator(context));
	count->lexemes = lexemes_create(context, FIRST_LEXEMES, NULL);
	MemoryContextSwitchTo(caller);
	return count;
}

static void
count_lexeme(CorpusCount *count, Str lexeme, int32 times)
{
	bool found;
	LexemeCount *entry = lexemes_insert(count->lexemes, lexeme, &found);

	if (!found)
	{
		entry->lexeme = str_copy(&count->arena, lexeme);
		entry->documents = 0;
	}
	entry->documents += times;
}

/*
 * Counts the positions of a lexeme by weight.  A lexeme without positions counts as one of weight
 * D.
 */
static void
count_positions(CorpusCount *count, TSVector words, const WordEntry *entry, int32 times)
{
	int npositions = POSDATALEN(words, entry);
	WordEntryPos *positions = POSDATAPTR(words, entry);

	if (!entry->haspos)
		count->lengths[0] += times;
	for (int i = 0; i < npositions; i++)
		count->lengths[WEP_GETWEIGHT(positions[i])] += times;
}

static void
count_document(CorpusCount *count, TSVector words, int32 times)
{
	const WordEntry *entries = ARRPTR(words);

	count->documents += times;
	for (int i = 0; i < words->size; i++)
	{
		count_lexeme(count, str_make(STRPTR(words) + entries[i].pos, entries[i].len), times);
		count_positions(count, words, &entries[i], times);
	}
}

/* (state, tsvector) and (state, tsvector, times): times = -1 removes a document. */
SQL_FUNCTION(article_corpus_accumulate);
Datum
article_corpus_accumulate(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	CorpusCount *count;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "article_corpus_accumulate called outside of an aggregate");
	count = PG_ARGISNULL(0) ? new_count(context) : (CorpusCount *) PG_GETARG_POINTER(0);
	if (!PG_ARGISNULL(1) && (PG_NARGS() == 2 || !PG_ARGISNULL(2)))
	{
		TSVector words = PG_GETARG_TSVECTOR(1);

		count_document(count, words, PG_NARGS() == 2 ? 1 : PG_GETARG_INT32(2));
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

static int
compare_counts(const void *a, const void *b)
{
	Str left = (*(LexemeCount *const *) a)->lexeme;
	Str right = (*(LexemeCount *const *) b)->lexeme;
	int order = memcmp(left.data, right.data, Min(left.len, right.len));

	CHECK_FOR_INTERRUPTS(); /* there may be millions; sorting holds no resource */
	return order != 0 ? order : (int) left.len - (int) right.len;
}

/*
 * Returns the lexemes whose count is not 0, sorted by their bytes, and stores their number in
 * *kept.
 */
static LexemeCount **
sorted_counts(const CorpusCount *count, int *kept)
{
	LexemeCount **sorted = MemoryContextAllocHuge(
		CurrentMemoryContext, sizeof(LexemeCount *) * Max(count->lexemes->members, 1));
	lexemes_iterator iterator;
	LexemeCount *entry;

	*kept = 0;
	lexemes_start_iterate(count->lexemes, &iterator);
	while ((entry = lexemes_iterate(count->lexemes, &iterator)) != NULL)
	{
		if (entry->documents != 0)
			sorted[(*kept)++] = entry;
	}
	qsort(sorted, (size_t) *kept, sizeof(LexemeCount *), compare_counts);
	return sorted;
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
	sorted = sorted_counts(count, &kept);
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
