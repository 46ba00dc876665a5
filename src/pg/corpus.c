/*
 * corpus.c
 *	  SQL: article_corpus_refresh recounts a table of corpus statistics, article_corpus_merge
 *	  compacts it.  Both run as the caller; they wait for each other and for nothing else.
 */
#include "postgres.h"

#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/sql.h"

/* ---------------------------------------------------------------- shared */

bool
corpus_is_of(Oid table, Oid type, Oid *owner)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	Oid of = InvalidOid;

	*owner = InvalidOid;
	if (HeapTupleIsValid(tuple))
	{
		of = ((Form_pg_class) GETSTRUCT(tuple))->reloftype;
		*owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
		ReleaseSysCache(tuple);
	}
	return OidIsValid(of) && of == type;
}

Oid
corpus_check(Oid table, Oid type)
{
	Oid owner;

	if (!corpus_is_of(table, type, &owner))
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s is not a table of corpus statistics", sql_relation_name(table)),
						errhint("Create one with CREATE TABLE ... OF article_corpus_term.")));
	return owner;
}

void
corpus_check_words(Oid relation, const char *column)
{
	char *name = sql_relation_name(relation);
	AttrNumber number = get_attnum(relation, column);

	if (number == InvalidAttrNumber)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_COLUMN),
						errmsg("column \"%s\" of %s does not exist", column, name)));
	if (getBaseType(get_atttype(relation, number)) != TSVECTOROID)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("column \"%s\" of %s is not a tsvector", column, name),
						errhint("Name a column that to_tsvector or article_tsvector fills.")));
}

void
corpus_tell_empty(Oid corpus)
{
	ereport(NOTICE, (errmsg("corpus statistics %s contain no documents", sql_relation_name(corpus)),
					 errhint("Fill them with CALL article_corpus_refresh.")));
}

char *
corpus_rows(Oid table)
{
	char *name = sql_relation_name(table);

	return get_rel_relkind(table) == RELKIND_PARTITIONED_TABLE ? name : psprintf("ONLY %s", name);
}

void
corpus_run(const char *sql)
{
	int level = sql_path_restrict();

	sql_execute(sql, 0, NULL, NULL, 0);
	sql_path_restore(level);
}

/* ---------------------------------------------------------------- procedures */

void
corpus_lock(const char *table)
{
	corpus_run(psprintf("LOCK TABLE ONLY %s IN SHARE UPDATE EXCLUSIVE MODE", table));
}

/* The arguments of both procedures. */
static const char *const argument_names[] = {"corpus", "source", "words"};

/*
 * One statement uses one snapshot: rows that another transaction has not committed yet are neither
 * counted nor deleted, so the rows that its trigger adds are correct once it commits.
 */
SQL_FUNCTION(article_corpus_refresh);
Datum
article_corpus_refresh(PG_FUNCTION_ARGS)
{
	Oid function = fcinfo->flinfo->fn_oid;
	Oid corpus = PG_GETARG_OID(0);
	const char *column;
	char *table;

	sql_refuse_nulls(fcinfo, argument_names);
	column = quote_identifier(NameStr(*PG_GETARG_NAME(2)));
	(void) corpus_check(corpus, sql_own_type(function, "article_corpus_term"));
	corpus_check_words(PG_GETARG_OID(1), NameStr(*PG_GETARG_NAME(2)));
	SPI_connect();
	table = sql_relation_name(corpus);
	corpus_lock(table);
	corpus_run(psprintf(
		"WITH gone AS (DELETE FROM %s) "
		"INSERT INTO %s (lexeme, documents, lengths) SELECT t.lexeme, t.documents, t.lengths "
		"FROM (SELECT %s(s.%s::tsvector) AS terms FROM %s s) a, unnest(a.terms) t",
		corpus_rows(corpus), table, sql_own_name(function, "article_corpus_stat"), column,
		sql_relation_name(PG_GETARG_OID(1))));
	SPI_finish();
	PG_RETURN_VOID();
}

SQL_FUNCTION(article_corpus_merge);
Datum
article_corpus_merge(PG_FUNCTION_ARGS)
{
	Oid corpus = PG_GETARG_OID(0);
	char *table;
	char *rows;

	sql_refuse_nulls(fcinfo, argument_names);
	(void) corpus_check(corpus, sql_own_type(fcinfo->flinfo->fn_oid, "article_corpus_term"));
	SPI_connect();
	table = sql_relation_name(corpus);
	rows = corpus_rows(corpus);
	corpus_lock(table);
	corpus_run(psprintf(
		"WITH gone AS (DELETE FROM %s WHERE lexeme IS NULL OR lexeme IN "
		"(SELECT lexeme FROM %s GROUP BY lexeme HAVING count(*) > 1) "
		"RETURNING lexeme, documents, lengths) "
		"INSERT INTO %s (lexeme, documents, lengths) SELECT lexeme, sum(documents)::bigint, "
		"CASE WHEN lexeme IS NULL THEN ARRAY[sum(lengths[1]), sum(lengths[2]), sum(lengths[3]), "
		"sum(lengths[4])]::bigint[] END "
		"FROM gone GROUP BY lexeme HAVING lexeme IS NULL OR sum(documents) <> 0",
		rows, rows, table));
	SPI_finish();
	PG_RETURN_VOID();
}
