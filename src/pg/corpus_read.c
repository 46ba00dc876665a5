/*
 * corpus_read.c
 *	  SQL: article_corpus_lookup returns the statistics for the terms of a query, as jsonb
 *	  (pg/bm25.h).  It runs one SQL statement under the caller's snapshot and with the caller's
 *	  privileges.
 */
#include "postgres.h"

#include "access/parallel.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"

#include "pg/bm25.h"
#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/sql.h"

/*
 * $1: lexemes, $2: prefixes, $3: the last character of the encoding, which ends the range of a
 * prefix, $4: the families of the lexemes.  A prefix occurs in at most as many documents as its
 * lexemes together, and in no more than there are.
 */
#define LOOKUP                                                                                     \
	"WITH total AS (SELECT coalesce(sum(documents), 0) AS documents, "                             \
	"  jsonb_build_array(coalesce(sum(lengths[1]), 0), coalesce(sum(lengths[2]), 0), "             \
	"  coalesce(sum(lengths[3]), 0), coalesce(sum(lengths[4]), 0)) AS lengths "                    \
	"  FROM %s WHERE lexeme IS NULL), "                                                            \
	"exact AS (SELECT jsonb_object_agg(t.lexeme, t.n) AS counts FROM (SELECT lexeme, "             \
	"  sum(documents) AS n FROM %s WHERE lexeme = ANY ($1) GROUP BY lexeme) t), "                  \
	"begun AS (SELECT jsonb_object_agg(p.prefix, least(total.documents, (SELECT "                  \
	"  coalesce(sum(c.documents), 0) FROM %s c WHERE c.lexeme >= p.prefix COLLATE \"C\" "          \
	"  AND c.lexeme < (p.prefix || $3) COLLATE \"C\"))) AS counts "                                \
	"  FROM unnest($2) AS p (prefix), total) "                                                     \
	"SELECT jsonb_build_object('documents', total.documents, 'lengths', total.lengths, "           \
	"  'lexemes', coalesce(exact.counts, '{}'), 'prefixes', coalesce(begun.counts, '{}'), "        \
	"  'families', $4) FROM total, exact, begun"

/*
 * $1: lexemes, $2: the last character; the function french_word_family and the table are filled in.
 * The root of a word differs from how it begins in its last letters at most. OFFSET 0 keeps the
 * planner from taking the roots of all lexemes of the table, to join by them. Few families have
 * more than four members, and rare ones change no score.
 */
#define FAMILIES                                                                                   \
	"WITH word AS (SELECT DISTINCT t.lexeme, r.root, left(t.lexeme, greatest(4, "                  \
	"  length(r.root) - 2)) AS prefix FROM unnest($1) AS t (lexeme), %s(t.lexeme) AS r (root) "    \
	"  WHERE r.root IS NOT NULL), "                                                                \
	"member AS (SELECT word.lexeme, c.lexeme AS other, sum(c.documents) AS n FROM word, LATERAL "  \
	"  (SELECT lexeme, documents FROM %s WHERE lexeme >= word.prefix COLLATE \"C\" "               \
	"  AND lexeme < (word.prefix || $2) COLLATE \"C\" OFFSET 0) AS c "                             \
	"  WHERE c.lexeme <> word.lexeme AND %s(c.lexeme) = word.root GROUP BY 1, 2) "                 \
	"SELECT coalesce(jsonb_object_agg(f.lexeme, f.others), '{}') FROM (SELECT lexeme, "            \
	"  to_jsonb((array_agg(other ORDER BY n DESC, other COLLATE \"C\"))[:8]) AS others "           \
	"  FROM member GROUP BY lexeme) f"

static Datum
text_array(const QueryTerm *terms, int count, bool prefix)
{
	Datum *values = palloc(sizeof(Datum) * Max(count, 1));
	int chosen = 0;

	for (int i = 0; i < count; i++)
	{
		if (terms[i].prefix == prefix)
			values[chosen++] =
				PointerGetDatum(cstring_to_text_with_len(terms[i].lexeme, terms[i].length));
	}
	return PointerGetDatum(construct_array(values, chosen, TEXTOID, -1, false, TYPALIGN_INT));
}

static text *
last_character(void)
{
	return cstring_to_text(GetDatabaseEncoding() == PG_UTF8 ? "\xF4\x8F\xBF\xBF" : "\xFF");
}

/* Returns the jsonb that a query gives, in the memory context of the SPI connection. */
static Datum
run_lookup(const char *sql, int count, Oid *types, Datum *arguments)
{
	int level = sql_path_restrict();
	bool isnull;

	if (SPI_execute_with_args(sql, count, types, arguments, NULL, true, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not read corpus statistics");
	sql_path_restore(level);
	return SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
}

/*
 * Are there different terms?  Whoever asks for one word gets documents that have it, in which its
 * family says little more.
 */
static bool
several(const QueryTerm *terms, int count)
{
	for (int i = 1; i < count; i++)
		if (terms[i].length != terms[0].length ||
			memcmp(terms[i].lexeme, terms[0].lexeme, terms[i].length) != 0)
			return true;
	return false;
}

/* Returns the families of lexemes as jsonb: an object of arrays. */
static Datum
read_families(Oid function, const char *table, Datum lexemes, Datum last)
{
	Oid types[] = {TEXTARRAYOID, TEXTOID};
	Datum arguments[] = {lexemes, last};
	char *root = sql_own_name(function, "french_word_family");

	return run_lookup(psprintf(FAMILIES, root, table, root), lengthof(types), types, arguments);
}

char *
corpus_name(Oid corpus)
{
	char *name = sql_relation_name(corpus);

	if (get_attnum(corpus, "lexeme") == InvalidAttrNumber ||
		get_attnum(corpus, "documents") == InvalidAttrNumber ||
		get_attnum(corpus, "lengths") == InvalidAttrNumber)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s is not a table of corpus statistics", name),
						errhint("Create one with CREATE TABLE ... OF article_corpus_term.")));
	return name;
}

/*
 * Raises an error in a parallel worker for a temporary table.  article_bm25 is parallel safe, as
 * ranking should be and nearly always is, and the planner does not know which table it will read.
 */
static void
check_worker(Oid corpus)
{
	if (IsParallelWorker() && get_rel_persistence(corpus) == RELPERSISTENCE_TEMP)
		ereport(ERROR, (errcode(ERRCODE_INVALID_TRANSACTION_STATE),
						errmsg("a parallel worker cannot read temporary table %s",
							   sql_relation_name(corpus)),
						errhint("Call article_bm25_score with the result of "
								"article_corpus_lookup in a subquery.")));
}

Jsonb *
corpus_statistics(Oid corpus, TSQuery query, Oid function)
{
	char *table = corpus_name(corpus);
	Oid types[] = {TEXTARRAYOID, TEXTARRAYOID, TEXTOID, JSONBOID};
	QueryTerm *terms;
	int count = query_terms(query, &terms);
	Datum arguments[] = {text_array(terms, count, false), text_array(terms, count, true),
						 PointerGetDatum(last_character()),
						 DirectFunctionCall1(jsonb_in, CStringGetDatum("{}"))};
	Datum found;

	check_worker(corpus);
	SPI_connect();
	if (OidIsValid(function) && several(terms, count))
		arguments[3] = read_families(function, table, arguments[0], arguments[2]);
	found = run_lookup(psprintf(LOOKUP, table, table, table), lengthof(types), types, arguments);
	found = SPI_datumTransfer(found, false, -1);
	SPI_finish();
	return DatumGetJsonbP(found);
}

SQL_FUNCTION(article_corpus_lookup);
Datum
article_corpus_lookup(PG_FUNCTION_ARGS)
{
	PG_RETURN_JSONB_P(
		corpus_statistics(PG_GETARG_OID(0), PG_GETARG_TSQUERY(1), fcinfo->flinfo->fn_oid));
}
