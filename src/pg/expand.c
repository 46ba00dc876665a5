/*
 * expand.c
 *	  SQL: french_expand, which adds to the parts of a query their synonyms from a table of the
 *	  user's. A part is found as ts_rewrite finds it: also some operands of an AND or an OR. It
 *	  keeps its place, and its synonyms are alternatives to it.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/compat.h"
#include "pg/sql.h"

/* A word or phrase of the table, and all that it may also be called. */
typedef struct Synonym
{
	TSQuery word;
	TSQuery meaning; /* "word | synonym | synonym" */
} Synonym;

#define WORD 0
#define MEANING 1

/* ---------------------------------------------------------------- the table */

/* Finds the two columns of type tsquery, in their order; raises an error if there are not two. */
static void
find_columns(Oid synonyms, const char **columns)
{
	const char *name = sql_relation_name(synonyms); /* raises an error if it does not exist */
	Relation relation = relation_open(synonyms, AccessShareLock);
	int count = 0;

	for (int i = 0; i < relation->rd_att->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(relation->rd_att, i);

		if (attribute->attisdropped || getBaseType(attribute->atttypid) != TSQUERYOID)
			continue;
		if (count < 2)
			columns[count] = quote_identifier(pstrdup(NameStr(attribute->attname)));
		count++;
	}
	relation_close(relation, AccessShareLock);
	if (count != 2)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s has %d columns of type tsquery, not two", name, count),
						errhint("A table of synonyms has a word and what it also means.")));
}

static TSQuery
query_of_row(uint64 row, int column)
{
	bool isnull;
	Datum value =
		SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column + 1, &isnull);

	return DatumGetTSQuery(SPI_datumTransfer(value, false, -1));
}

static TSQuery
either(TSQuery a, TSQuery b)
{
	return DatumGetTSQuery(DirectFunctionCall2(tsquery_or, TSQueryGetDatum(a), TSQueryGetDatum(b)));
}

static bool
same_query(TSQuery a, TSQuery b)
{
	return DatumGetBool(DirectFunctionCall2(tsquery_eq, TSQueryGetDatum(a), TSQueryGetDatum(b)));
}

/*
 * Reads the rows whose word can be a part of the query, those of the longest words first: a phrase
 * comes before the words in it.  Rows of one word become one.  Returns their number; they are
 * allocated in the caller's context, not in that of SPI.
 */
static int
read_synonyms(Oid synonyms, TSQuery query, MemoryContext caller, Synonym **found)
{
	Oid types[] = {TSQUERYOID};
	Datum values[] = {TSQueryGetDatum(query)};
	const char *columns[2];
	int level = sql_path_restrict();
	int count = 0;

	find_columns(synonyms, columns);
	sql_query(psprintf("SELECT s.%s::tsquery, s.%s::tsquery FROM %s s WHERE $1 @> s.%s::tsquery "
					   "AND numnode(s.%s::tsquery) > 0 AND numnode(s.%s::tsquery) > 0 "
					   "ORDER BY numnode(s.%s::tsquery) DESC, 1, 2",
					   columns[WORD], columns[MEANING], sql_relation_name(synonyms), columns[WORD],
					   columns[WORD], columns[MEANING], columns[WORD]),
			  1, types, values);
	MemoryContextSwitchTo(caller);
	*found = palloc(sizeof(Synonym) * Max(SPI_processed, 1));
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		TSQuery word = query_of_row(row, WORD);
		TSQuery meaning = query_of_row(row, MEANING);

		CHECK_FOR_INTERRUPTS();
		if (count == 0 || !same_query((*found)[count - 1].word, word))
			(*found)[count++] = (Synonym){word, either(word, meaning)};
		else
			(*found)[count - 1].meaning = either((*found)[count - 1].meaning, meaning);
	}
	sql_path_restore(level);
	return count;
}

/* ---------------------------------------------------------------- the query */

static QTNode *
query_tree(TSQuery query)
{
	QTNode *tree = QT2QTN(GETQUERY(query), GETOPERAND(query));

	QTNTernary(tree);
	QTNSort(tree);
	return tree;
}

/*
 * Replaces the words by their meanings.  What was put in is marked by findsubquery and not looked
 * at again, so that words which are synonyms of each other do not multiply: ts_rewrite clears the
 * marks.
 */
static TSQuery
rewrite(TSQuery query, const Synonym *synonyms, int count)
{
	QTNode *tree = query_tree(query);

	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		tree =
			findsubquery(tree, query_tree(synonyms[i].word), query_tree(synonyms[i].meaning), NULL);
		QTNSort(tree);
	}
	QTNClearFlags(tree, QTN_NOCHANGE);
	QTNTernary(tree);
	QTNBinary(tree);
	return QTN2QT(tree);
}

SQL_FUNCTION(french_expand);
Datum
french_expand(PG_FUNCTION_ARGS)
{
	TSQuery query = PG_GETARG_TSQUERY(0);
	MemoryContext caller = CurrentMemoryContext;
	Synonym *synonyms;
	int count;

	if (query->size == 0)
		PG_RETURN_TSQUERY(query);
	SPI_connect();
	count = read_synonyms(PG_GETARG_OID(1), query, caller, &synonyms);
	SPI_finish();
	PG_RETURN_TSQUERY(count > 0 ? rewrite(query, synonyms, count) : query);
}
