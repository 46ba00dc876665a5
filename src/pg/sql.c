/*
 * sql.c
 *	  Building blocks for the SQL that the extension runs: names that mean the same whatever the
 *	  search path, and a search path without any schema of the caller.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "parser/parse_coerce.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "pg/sql.h"

Oid
sql_own_type(Oid function, const char *name)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name),
						   ObjectIdGetDatum(get_func_namespace(function)));
}

void
sql_refuse_nulls(FunctionCallInfo fcinfo, const char *const *names)
{
	for (int i = 0; i < PG_NARGS(); i++)
	{
		if (PG_ARGISNULL(i))
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
							errmsg("\"%s\" must not be null", names[i])));
	}
}

char *
sql_own_name(Oid function, const char *name)
{
	return quote_qualified_identifier(get_namespace_name(get_func_namespace(function)), name);
}

char *
sql_relation_name(Oid relation)
{
	char *name = get_rel_name(relation);

	if (name == NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("relation with OID %u does not exist", relation)));
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)), name);
}

Form_pg_attribute
sql_column(Relation relation, const char *name)
{
	AttrNumber number = get_attnum(RelationGetRelid(relation), name);

	if (number <= 0)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_COLUMN),
						errmsg("column \"%s\" of %s does not exist", name,
							   sql_relation_name(RelationGetRelid(relation)))));
	return TupleDescAttr(RelationGetDescr(relation), number - 1);
}

void
sql_wrong_type(Relation relation, Form_pg_attribute column, const char *wanted, const char *hint)
{
	ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
					errmsg("column \"%s\" of %s is of type %s, not %s", NameStr(column->attname),
						   sql_relation_name(RelationGetRelid(relation)),
						   format_type_be(column->atttypid), wanted),
					hint ? errhint("%s", hint) : 0));
}

char *
sql_column_argument(Relation relation, const char *name, Oid type)
{
	const char *wanted = format_type_be_qualified(type);
	Form_pg_attribute column;

	if (name == NULL)
		return psprintf("NULL::%s", wanted);
	column = sql_column(relation, name);
	if (!can_coerce_type(1, &column->atttypid, &type, COERCION_IMPLICIT))
		sql_wrong_type(relation, column, format_type_be(type), NULL);
	return psprintf("t.%s::%s", quote_identifier(name), wanted);
}

int
sql_path_restrict(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	return level;
}

void
sql_path_restore(int level)
{
	AtEOXact_GUC(false, level);
}

static void
run(const char *sql, int arguments, Oid *types, Datum *values, bool read_only, long limit)
{
	MemoryContext caller = CurrentMemoryContext;
	int result = SPI_execute_with_args(sql, arguments, types, values, NULL, read_only, limit);

	MemoryContextSwitchTo(caller);
	if (result < 0)
		elog(ERROR, "could not run \"%s\": %s", sql, SPI_result_code_string(result));
}

void
sql_execute(const char *sql, int arguments, Oid *types, Datum *values, long limit)
{
	run(sql, arguments, types, values, false, limit);
}

void
sql_query(const char *sql, int arguments, Oid *types, Datum *values)
{
	run(sql, arguments, types, values, true, 0);
}
