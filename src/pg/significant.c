/*
 * significant.c
 *	  SQL: the aggregate article_significant, the words that the documents of a result have more
 *	  often than the rest of a corpus.  tsvectors and a table of statistics in, the most telling
 *	  words out.
 *
 * The measure is the log-likelihood ratio G2 of the four numbers of documents, with or without the
 * word, in the result or in the rest: Dunning 1993, "Accurate methods for the statistics of
 * surprise and coincidence".  It needs no threshold for rare words, which others (chi-square, PMI)
 * overrate.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/corpus_count.h"
#include "pg/row.h"
#include "pg/servertext.h"
#include "pg/sql.h"

/* Words of a result at most. */
#define MAX_WORDS 100

/* Lexemes from which they are taken: several may have one readable form (porte, porter). */
#define MAX_LEXEMES 200

/*
 * Lexemes that are looked up in the corpus at once.  The planner estimates each element of = ANY
 * and is deaf meanwhile, so they are joined; making an array of this many takes a few ms.
 */
#define BATCH 65536

typedef struct SignificantState
{
	CorpusCount *count;
	Oid corpus;
	Oid forms; /* InvalidOid: none */
} SignificantState;

typedef struct Word
{
	Str lexeme;
	Datum word; /* readable, a text; 0: not known */
	int64 documents;
	int64 corpus_documents;
	double score;
} Word;

enum
{
	COLUMN_WORD,
	COLUMN_LEXEME,
	COLUMN_DOCUMENTS,
	COLUMN_CORPUS_DOCUMENTS,
	COLUMN_SCORE,
	COLUMNS
};

static const RowColumn word_columns[COLUMNS] = {{"word", TEXTOID},
												{"lexeme", TEXTOID},
												{"documents", INT8OID},
												{"corpus_documents", INT8OID},
												{"score", FLOAT8OID}};

/* ---------------------------------------------------------------- transition */

static SignificantState *
new_state(FunctionCallInfo fcinfo, MemoryContext context)
{
	SignificantState *state = MemoryContextAllocZero(context, sizeof(SignificantState));

	if (PG_ARGISNULL(2) || (PG_NARGS() == 4 && PG_ARGISNULL(3)))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("\"%s\" must not be null", PG_ARGISNULL(2) ? "corpus" : "forms")));
	state->count = corpus_count_new(context);
	state->corpus = PG_GETARG_OID(2);
	state->forms = PG_NARGS() == 4 ? PG_GETARG_OID(3) : InvalidOid;
	return state;
}

/* (state, words, corpus) and (state, words, corpus, forms): the tables of the first row count. */
SQL_FUNCTION(article_significant_accumulate);
Datum
article_significant_accumulate(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	SignificantState *state;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "article_significant_accumulate called outside of an aggregate");
	state =
		PG_ARGISNULL(0) ? new_state(fcinfo, context) : (SignificantState *) PG_GETARG_POINTER(0);
	if (!PG_ARGISNULL(1))
	{
		TSVector words = PG_GETARG_TSVECTOR(1);

		corpus_count_add(state->count, words, 1);
		PG_FREE_IF_COPY(words, 1);
	}
	PG_RETURN_POINTER(state);
}

/* ---------------------------------------------------------------- scores */

/*
 * One cell of the table: observed number, and the one expected if the word were equally frequent
 * everywhere.
 */
static double
cell(double observed, double expected)
{
	return observed > 0 && expected > 0 ? observed * log(observed / expected) : 0;
}

/*
 * Returns G2; 0 if the word is no more frequent in the result than elsewhere.  The corpus is taken
 * to contain the result: statistics that are older count too little, and are raised to it.
 */
static double
likelihood_ratio(double with, double result, double corpus_with, double corpus)
{
	double rest_with = corpus_with - with;
	double rest = corpus - result;

	if (rest <= 0 || with * rest <= rest_with * result)
		return 0;
	return 2 * (cell(with, corpus_with * result / corpus) +
				cell(rest_with, corpus_with * rest / corpus) +
				cell(result - with, (corpus - corpus_with) * result / corpus) +
				cell(rest - rest_with, (corpus - corpus_with) * rest / corpus));
}

static Datum
lexeme_array(const Word *words, int count)
{
	Datum *values = MemoryContextAllocHuge(CurrentMemoryContext, sizeof(Datum) * Max(count, 1));

	for (int i = 0; i < count; i++)
		values[i] = PointerGetDatum(
			cstring_to_text_with_len(words[i].lexeme.data, (int) words[i].lexeme.len));
	return PointerGetDatum(construct_array(values, count, TEXTOID, -1, false, TYPALIGN_INT));
}

static int
compare_lexemes(const void *a, const void *b)
{
	Str left = ((const Word *) a)->lexeme;
	Str right = ((const Word *) b)->lexeme;
	int order = memcmp(left.data, right.data, Min(left.len, right.len));

	return order != 0 ? order : (int) left.len - (int) right.len;
}

/* Returns the word of the lexeme in the first column of a row; the words are sorted by lexeme. */
static Word *
word_of_row(Word *words, int count, uint64 row)
{
	bool isnull;
	text *lexeme =
		DatumGetTextPP(SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, 1, &isnull));
	Word wanted = {.lexeme = str_make(VARDATA_ANY(lexeme), VARSIZE_ANY_EXHDR(lexeme))};

	CHECK_FOR_INTERRUPTS();
	return bsearch(&wanted, words, (size_t) count, sizeof(Word), compare_lexemes);
}

static int64
number_of_row(uint64 row, int column)
{
	bool isnull;

	return DatumGetInt64(
		SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, &isnull));
}

/* Reads the number of documents with each word; the words are sorted by lexeme. */
static void
read_batch(const char *corpus, Word *words, int count)
{
	Oid types[] = {TEXTARRAYOID};
	Datum values[] = {lexeme_array(words, count)};

	sql_query(psprintf("SELECT c.lexeme::text, sum(c.documents)::bigint FROM %s c "
					   "WHERE c.lexeme IN (SELECT unnest($1)) GROUP BY c.lexeme",
					   corpus),
			  1, types, values);
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		Word *word = word_of_row(words, count, row);

		if (word != NULL)
			word->corpus_documents = number_of_row(row, 2);
	}
	SPI_freetuptable(SPI_tuptable);
}

/* Reads the number of documents of the corpus, and of those with each word. */
static int64
read_corpus(Oid corpus, Word *words, int count)
{
	char *name = corpus_name(corpus);
	int64 documents;

	sql_query(psprintf("SELECT coalesce(sum(c.documents), 0)::bigint FROM %s c "
					   "WHERE c.lexeme IS NULL",
					   name),
			  0, NULL, NULL);
	documents = number_of_row(0, 1);
	for (int from = 0; from < count; from += BATCH)
		read_batch(name, words + from, Min(BATCH, count - from));
	return documents;
}

static int
compare_scores(const void *a, const void *b)
{
	const Word *left = a;
	const Word *right = b;

	CHECK_FOR_INTERRUPTS();
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return compare_lexemes(a, b);
}

/* Sets the scores, and sorts the words by them.  Returns the number of those above 0. */
static int
score_words(Word *words, int count, int64 result, int64 corpus)
{
	int telling = 0;

	for (int i = 0; i < count; i++)
	{
		Word *word = &words[i];

		CHECK_FOR_INTERRUPTS();
		word->corpus_documents = Max(word->corpus_documents, word->documents);
		word->score = likelihood_ratio((double) word->documents, (double) result,
									   (double) word->corpus_documents, (double) corpus);
	}
	qsort(words, (size_t) count, sizeof(Word), compare_scores);
	while (telling < count && words[telling].score > 0)
		telling++;
	return telling;
}

/* ---------------------------------------------------------------- readable words */

/* Reads the most frequent form of each lexeme; of equally frequent ones, the lowercase one. */
static void
read_forms(Oid forms, Word *words, int count)
{
	Oid types[] = {TEXTARRAYOID};
	Datum values[] = {lexeme_array(words, count)};

	qsort(words, (size_t) count, sizeof(Word), compare_lexemes);
	sql_query(
		psprintf("SELECT DISTINCT ON (f.lexeme) f.lexeme::text, f.form::text FROM %s f "
				 "WHERE f.lexeme = ANY ($1) ORDER BY f.lexeme, f.occurrences DESC, f.form DESC",
				 corpus_forms_name(forms)),
		1, types, values);
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		Word *word = word_of_row(words, count, row);
		bool isnull;
		Datum form = SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, 2, &isnull);

		if (word != NULL && !isnull)
			word->word = SPI_datumTransfer(form, false, -1);
	}
	qsort(words, (size_t) count, sizeof(Word), compare_scores);
}

/* Returns a lexeme without the mark of its reading: pouvoir of pouvoir/n. */
static Datum
bare_lexeme(Str lexeme)
{
	if (lexeme.len > 2 && lexeme.data[lexeme.len - 2] == '/')
		lexeme.len -= 2;
	return PointerGetDatum(cstring_to_text_with_len(lexeme.data, (int) lexeme.len));
}

/* Is the readable form of a word that of a more telling one? */
static bool
is_repeated(const Word *words, int i)
{
	text *form = DatumGetTextPP(words[i].word);

	for (int k = 0; k < i; k++)
	{
		text *other = DatumGetTextPP(words[k].word);

		if (VARSIZE_ANY_EXHDR(form) == VARSIZE_ANY_EXHDR(other) &&
			memcmp(VARDATA_ANY(form), VARDATA_ANY(other), VARSIZE_ANY_EXHDR(form)) == 0)
			return true;
	}
	return false;
}

/* ---------------------------------------------------------------- the result */

static Word *
counted_words(const SignificantState *state, int *count)
{
	LexemeCount **sorted = corpus_count_sorted(state->count, count);
	Word *words =
		MemoryContextAllocHuge(CurrentMemoryContext, sizeof(Word) * (Size) Max(*count, 1));

	for (int i = 0; i < *count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		words[i] = (Word){.lexeme = sorted[i]->lexeme, .documents = sorted[i]->documents};
	}
	pfree(sorted);
	return words;
}

/* Finds the most telling words of the result.  Returns their number. */
static int
find_words(const SignificantState *state, Word *words, int count)
{
	int64 corpus;
	int telling;
	int level;

	SPI_connect();
	level = sql_path_restrict();
	corpus = read_corpus(state->corpus, words, count);
	telling = score_words(words, count, state->count->documents, corpus);
	telling = Min(telling, MAX_LEXEMES);
	if (OidIsValid(state->forms) && telling > 0)
		read_forms(state->forms, words, telling);
	sql_path_restore(level);
	SPI_finish();
	if (corpus == 0)
		corpus_tell_empty(state->corpus);
	return telling;
}

static Datum
word_row(const RowMap *map, const Word *word)
{
	RowValues row = {0};

	row.value[COLUMN_WORD] = word->word;
	row.value[COLUMN_LEXEME] =
		PointerGetDatum(cstring_to_text_with_len(word->lexeme.data, (int) word->lexeme.len));
	row.value[COLUMN_DOCUMENTS] = Int64GetDatum(word->documents);
	row.value[COLUMN_CORPUS_DOCUMENTS] = Int64GetDatum(word->corpus_documents);
	row.value[COLUMN_SCORE] = Float8GetDatum(word->score);
	return row_datum(map, &row);
}

/* Returns article_significant_word[], the most telling first. */
SQL_FUNCTION(article_significant_final);
Datum
article_significant_final(PG_FUNCTION_ARGS)
{
	Oid type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	Datum rows[MAX_WORDS];
	const SignificantState *state;
	RowMap *map;
	Word *words;
	int nrows = 0;
	int count;

	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "article_significant_final called outside of an aggregate");
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = (SignificantState *) PG_GETARG_POINTER(0);
	map = row_map_of_type(type, word_columns, COLUMNS);
	words = counted_words(state, &count);
	count = find_words(state, words, count);
	for (int i = 0; i < count && nrows < MAX_WORDS; i++)
	{
		if (words[i].word == (Datum) 0)
			words[i].word = bare_lexeme(words[i].lexeme);
		if (!is_repeated(words, i))
			rows[nrows++] = word_row(map, &words[i]);
	}
	PG_RETURN_ARRAYTYPE_P(construct_array(rows, nrows, type, -1, false, TYPALIGN_DOUBLE));
}
