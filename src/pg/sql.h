/*
 * sql.h
 *	  SQL that the extension runs itself: names, the search path, the call.
 */
#ifndef ARTICLE_PG_SQL_H
#define ARTICLE_PG_SQL_H

#include "postgres_ext.h"

/* A type of the extension by its name, from one of its functions; InvalidOid where there is none. */
extern Oid sql_own_type(Oid function, const char *name);

/* schema.name, quoted: of an object of the extension, likewise; of a relation, which must exist. */
extern char *sql_own_name(Oid function, const char *name);
extern char *sql_relation_name(Oid relation);

/*
 * From here on, and until sql_path_restore, only pg_catalog is in the search path.  No setting that is changed in between outlasts it:
 * a trigger of a table's owner must not choose the caller's search path.
 */
extern int sql_path_restrict(void);
extern void sql_path_restore(int level);

/*
 * Runs SQL; the rows, if it gives any, are in SPI_tuptable.  SPI is connected.  It leaves a memory
 * context behind that lives as long as the connection: here the caller's stays the current one.
 */
extern void sql_execute(const char *sql, int arguments, Oid *types, Datum *values, long limit);

#endif
