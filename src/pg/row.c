/*
 * row.c
 *	  Rows of our composite types, sized and ordered by the current definition of the type.  ALTER
 *	  TYPE … ADD ATTRIBUTE is allowed on a type that tables use; hence nothing here relies on the
 *	  number or the order of attributes.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "pg/row.h"

static int16
find_column(const char *name, const RowColumn *columns, int ncolumns)
{
	for (int i = 0; i < ncolumns; i++)
	{
		if (strcmp(columns[i].name, name) == 0)
			return (int16) i;
	}
	return -1;
}

static Oid
composite_element(Oid type)
{
	Oid element = get_element_type(type);

	return OidIsValid(element) && type_is_rowtype(element) ? element : InvalidOid;
}

static void
check_type(Form_pg_attribute attribute, const RowColumn *column, Oid element)
{
	if (column->type == ROW_ARRAY_OF_ROWS ? OidIsValid(element)
										  : attribute->atttypid == column->type)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("attribute \"%s\" has type %s, which this version of article does not produce",
					NameStr(attribute->attname), format_type_be(attribute->atttypid)),
			 errhint("Run ALTER EXTENSION article UPDATE.")));
}

RowMap *
row_map(TupleDesc desc, const RowColumn *columns, int ncolumns)
{
	RowMap *map = palloc0(sizeof(RowMap));

	map->desc = desc;
	map->column_of = palloc(sizeof(int16) * desc->natts);
	map->element_type = palloc0(sizeof(Oid) * ncolumns);
	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);
		int16 column = -1;

		if (!attribute->attisdropped)
			column = find_column(NameStr(attribute->attname), columns, ncolumns);
		map->column_of[i] = column;
		if (column < 0)
			continue;
		map->element_type[column] = composite_element(attribute->atttypid);
		check_type(attribute, &columns[column], map->element_type[column]);
	}
	return map;
}

RowMap *
row_map_of_type(Oid type, const RowColumn *columns, int ncolumns)
{
	RowMap *map = row_map(lookup_rowtype_tupdesc_copy(type, -1), columns, ncolumns);

	map->identifier = lookup_type_cache(type, TYPECACHE_TUPDESC)->tupDesc_identifier;
	return map;
}

const RowMap *
row_map_at_site(FunctionCallInfo fcinfo, HeapTupleHeader row, const RowColumn *columns,
				int ncolumns)
{
	RowMap *map = fcinfo->flinfo->fn_extra;
	MemoryContext caller;

	if (map != NULL && map->desc->tdtypeid == HeapTupleHeaderGetTypeId(row) &&
		!row_map_is_stale(map))
		return map;
	caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	map = row_map_of_type(HeapTupleHeaderGetTypeId(row), columns, ncolumns);
	MemoryContextSwitchTo(caller);
	fcinfo->flinfo->fn_extra = map;
	return map;
}

bool
row_map_is_stale(const RowMap *map)
{
	TypeCacheEntry *entry = lookup_type_cache(map->desc->tdtypeid, TYPECACHE_TUPDESC);

	return entry->tupDesc_identifier != map->identifier;
}

void
row_read(const RowMap *map, HeapTupleHeader row, int ncolumns, RowValues *values)
{
	int natts = map->desc->natts;
	Datum *attributes = palloc(sizeof(Datum) * natts);
	bool *isnull = palloc(sizeof(bool) * natts);
	HeapTupleData tuple = {.t_len = HeapTupleHeaderGetDatumLength(row), .t_data = row};

	heap_deform_tuple(&tuple, map->desc, attributes, isnull);
	for (int i = 0; i < ncolumns; i++)
		values->isnull[i] = true;
	for (int i = 0; i < natts; i++)
	{
		int16 column = map->column_of[i];

		if (column < 0 || isnull[i])
			continue;
		values->value[column] = attributes[i];
		values->isnull[column] = false;
	}
	pfree(attributes);
	pfree(isnull);
}

/* The attributes of a row: an array of values and one of flags, to be freed. */
static Datum *
attributes_of(const RowMap *map, const RowValues *values, bool **isnull)
{
	int natts = map->desc->natts;
	Datum *attributes = palloc0(sizeof(Datum) * natts);

	*isnull = palloc(sizeof(bool) * natts);
	for (int i = 0; i < natts; i++)
	{
		int16 column = map->column_of[i];

		(*isnull)[i] = column < 0 || values->isnull[column];
		if (!(*isnull)[i])
			attributes[i] = values->value[column];
	}
	return attributes;
}

void
row_result(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext caller;
	Size kilobytes;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return;
	kilobytes = toast_raw_datum_size(PG_GETARG_DATUM(0)) / 512;
	if (kilobytes <= (Size) work_mem)
		return;
	caller = MemoryContextSwitchTo(result->econtext->ecxt_per_query_memory);
	tuplestore_end(result->setResult);
	result->setResult = tuplestore_begin_heap((result->allowedModes & SFRM_Materialize_Random) != 0,
											  false, (int) kilobytes);
	MemoryContextSwitchTo(caller);
}

/*
 * The server copies a row, may write it to a file, and does not check for interrupts on the way:
 * hence a check before and after.
 */
void
row_put(const RowMap *map, Tuplestorestate *store, const RowValues *values)
{
	bool *isnull;
	Datum *attributes = attributes_of(map, values, &isnull);

	CHECK_FOR_INTERRUPTS();
	tuplestore_putvalues(store, map->desc, attributes, isnull);
	CHECK_FOR_INTERRUPTS();
	pfree(attributes);
	pfree(isnull);
}

Datum
row_datum(const RowMap *map, const RowValues *values)
{
	bool *isnull;
	Datum *attributes = attributes_of(map, values, &isnull);
	HeapTuple tuple = heap_form_tuple(map->desc, attributes, isnull);

	pfree(attributes);
	pfree(isnull);
	return HeapTupleGetDatum(tuple);
}
