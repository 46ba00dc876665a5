/*
 * row.h
 *	  Rows of our composite types, whatever ALTER TYPE has made of them since.
 *
 * A RowMap ties the attributes of a row type to the columns a function makes, by name and type:
 * an attribute that we do not make is NULL, a column that the type lacks is left out.
 */
#ifndef ARTICLE_PG_ROW_H
#define ARTICLE_PG_ROW_H

#include "access/htup.h"
#include "access/tupdesc.h"
#include "fmgr.h"

#define ROW_ARRAY_OF_ROWS InvalidOid /* as a type: an array of some composite type */
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

/* What a row is made from: one entry a column. */
typedef struct RowValues
{
	Datum value[ROW_MAX_COLUMNS];
	bool isnull[ROW_MAX_COLUMNS];
} RowValues;

/*
 * In the current memory context.  Raises where an attribute of that name has another type than
 * ours.
 */
extern RowMap *row_map(TupleDesc desc, const RowColumn *columns, int ncolumns);
extern RowMap *row_map_of_type(Oid type, const RowColumn *columns, int ncolumns);

/* Has ALTER TYPE changed the type since the map was made? */
extern bool row_map_is_stale(const RowMap *map);

/* The columns of a row of the map's type; what the type lacks is NULL. */
extern void row_read(const RowMap *map, HeapTupleHeader row, int ncolumns, RowValues *values);

extern HeapTuple row_form(const RowMap *map, const RowValues *values);
extern Datum row_datum(const RowMap *map, const RowValues *values);

#endif
