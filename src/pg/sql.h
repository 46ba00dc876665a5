/*
 * sql.h
 *	  SQL that the extension runs itself: names, the search path, the call.
 */
#ifndef ARTICLE_PG_SQL_H
#define ARTICLE_PG_SQL_H

#include "catalog/pg_attribute.h"
#include "fmgr.h"
#include "utils/relcache.h"

/*
 * Returns a type of the extension by its name, given one of its functions; InvalidOid if there is
 * none.
 */
extern Oid sql_own_type(Oid function, const char *name);

/* Raises an error if an argument is NULL, by its name: a procedure cannot be STRICT. */
extern void sql_refuse_nulls(FunctionCallInfo fcinfo, const char *const *names);

/*
 * Return a quoted schema.name: of an object of the extension (given one of its functions), or of a
 * relation, which must exist.
 */
extern char *sql_own_name(Oid function, const char *name);
extern char *sql_relation_name(Oid relation);

/* Returns a column of the user's, which must exist. */
extern Form_pg_attribute sql_column(Relation relation, const char *name);

/* Raises the error that a column has another type than the wanted ones; hint may be NULL. */
extern void sql_wrong_type(Relation relation, Form_pg_attribute column, const char *wanted,
						   const char *hint) __attribute__((noreturn));

/*
 * Returns SQL for a column of the table "t", or for NULL if the name is NULL, as an argument of that
 * type.  Raises an error unless the column converts implicitly, as in a function call.
 */
extern char *sql_column_argument(Relation relation, const char *name, Oid type);

/*
 * Restricts the search path to pg_catalog until sql_path_restore is called with the result.  That
 * also undoes every setting changed in between: a trigger of the table's owner must not choose the
 * caller's search path.
 */
extern int sql_path_restrict(void);
extern void sql_path_restore(int level);

/*
 * Runs SQL; any resulting rows are in SPI_tuptable.  SPI must be connected.  SPI leaves its own
 * memory context current, which lives as long as the connection; this function restores the
 * caller's.
 */
extern void sql_execute(const char *sql, int arguments, Oid *types, Datum *values, long limit);

/* The same for a query of a STABLE function: it sees what the calling statement sees. */
extern void sql_query(const char *sql, int arguments, Oid *types, Datum *values);

#endif
