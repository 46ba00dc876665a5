/*
 * row.h
 *	  Rows of our composite types, whatever ALTER TYPE has changed in them.
 *
 * A RowMap maps the attributes of a row type to the columns that a function produces, by name and
 * type: an attribute that we do not produce is NULL, and a column that the type lacks is ignored.
 */
#ifndef ARTICLE_PG_ROW_H
#define ARTICLE_PG_ROW_H

#include "access/htup.h"
#include "access/tupdesc.h"
#include "fmgr.h"
#include "utils/tuplestore.h"

#define ROW_ARRAY_OF_ROWS InvalidOid /* stands for the type of any array of composite values */
#define ROW_MAX_COLUMNS 17			 /* parsed_article has the most */

typedef struct RowColumn
{
	const char *name;
	Oid type;
} RowColumn;

typedef struct RowMap
{
	TupleDesc desc;
	uint64 identifier; /* of desc in the type cache; changes with ALTER TYPE */
	int16 *column_of;  /* for each attribute of desc: index of its column, or -1 */
	Oid *element_type; /* for each column that is ROW_ARRAY_OF_ROWS: type of its elements */
} RowMap;

/* The values of a row: one entry per column. */
typedef struct RowValues
{
	Datum value[ROW_MAX_COLUMNS];
	bool isnull[ROW_MAX_COLUMNS];
} RowValues;

/*
 * Builds a map in the current memory context.  Raises an error if an attribute has the name of one
 * of our columns and another type.
 */
extern RowMap *row_map(TupleDesc desc, const RowColumn *columns, int ncolumns);
extern RowMap *row_map_of_type(Oid type, const RowColumn *columns, int ncolumns);

/*
 * Returns the map for a row argument, kept in fn_extra of the call site and rebuilt if the row's
 * type is another one or ALTER TYPE has changed it.
 */
extern const RowMap *row_map_at_site(FunctionCallInfo fcinfo, HeapTupleHeader row,
									 const RowColumn *columns, int ncolumns);

/* Returns whether ALTER TYPE has changed the type since the map was built. */
extern bool row_map_is_stale(const RowMap *map);

/* Reads the columns of a row of the map's type; a column that the type lacks is NULL. */
extern void row_read(const RowMap *map, HeapTupleHeader row, int ncolumns, RowValues *values);

/*
 * Starts the result of a set-returning function of a page or feed, its first argument.  The result
 * may take twice the memory of the page before it is written to a file: the page itself is in
 * memory, and writing a row of 64 MB is deaf for 100 ms.
 */
extern void row_result(FunctionCallInfo fcinfo);

/* Puts a row into the result of a set-returning function. */
extern void row_put(const RowMap *map, Tuplestorestate *store, const RowValues *values);
extern Datum row_datum(const RowMap *map, const RowValues *values);

#endif
