/*
 * passage.c
 *	  See passage.h.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/tuplestore.h"

#include "pg/compat.h"
#include "pg/passage.h"
#include "pg/servertext.h"

static Str
replace_invalid(Arena *arena, Str text)
{
	Str copy = str_copy(arena, text);
	char *data = unconstify(char *, copy.data);
	uint32_t valid = 0;

	for (;;)
	{
		int len = pg_encoding_verifymbstr(PG_UTF8, data + valid, (int) (copy.len - valid));

		CHECK_FOR_INTERRUPTS();
		valid += (uint32_t) len;
		if (valid >= copy.len)
			return copy;
		data[valid++] = '?';
	}
}

Str
passage_argument(Arena *arena, text *source)
{
	Str given = str_make(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source));

	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return replace_invalid(arena, given);
	return servertext_to_core(given);
}

text *
passage_article_text(HeapTupleHeader article, const char *field)
{
	RowColumn column = {field, TEXTOID};
	RowMap *map = row_map_of_type(HeapTupleHeaderGetTypeId(article), &column, 1);
	RowValues row;

	row_read(map, article, 1, &row);
	return row.isnull[0] ? NULL : DatumGetTextPP(row.value[0]);
}

void
passage_open(PassageList *list, FunctionCallInfo fcinfo, Str text)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	*list = (PassageList){.store = result->setResult, .desc = result->setDesc, .text = text};
}

void
passage_place(PassageList *list, RowValues *row, Str passage)
{
	uint32_t byte = (uint32_t) (passage.data - list->text.data);

	if (byte < list->byte)
		list->byte = list->character = 0;
	list->character += servertext_characters(list->text.data + list->byte, byte - list->byte);
	list->byte = byte;
	row->value[0] = Int32GetDatum(list->character + 1);
	row->value[1] = Int32GetDatum(servertext_characters(passage.data, passage.len));
	row->isnull[0] = row->isnull[1] = false;
}

void
passage_put(PassageList *list, RowValues *row)
{
	CHECK_FOR_INTERRUPTS();
	tuplestore_putvalues(list->store, list->desc, row->value, row->isnull);
}
