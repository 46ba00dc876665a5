/*
 * servertext.c
 *	  Text between the server's encoding and UTF-8, without ever refusing a character.
 *	  The server's own conversions do the work; where one stops, the character is replaced and the
 *	  conversion goes on behind it.  Linear in the text.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "base/utf8.h"
#include "html/encoding.h"
#include "pg/compat.h"
#include "pg/servertext.h"

#define CHUNK 8192 /* bytes converted at a time: a buffer of 32 KB serves any text */

typedef struct Fallback
{
	uint32 code_point;
	const char *ascii;
} Fallback;

static const Fallback fallbacks[] = {
#define FALLBACK(code_point, ascii) {code_point, ascii},
#include "pg/fallback_list.h"
#undef FALLBACK
};

/* What stands in a smaller encoding for this character of UTF-8. */
static const char *
fallback(Str text)
{
	uint32_t i = 0;
	uint32 code_point = utf8_next(text.data, text.len, &i);
	int low = 0;
	int high = lengthof(fallbacks) - 1;

	while (low <= high)
	{
		int middle = (low + high) / 2;

		if (fallbacks[middle].code_point == code_point)
			return fallbacks[middle].ascii;
		if (fallbacks[middle].code_point < code_point)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return "?";
}

static bool
server_speaks_utf8(void)
{
	int encoding = GetDatabaseEncoding();

	return encoding == PG_UTF8 || encoding == PG_SQL_ASCII;
}

static Oid
conversion(int from, int to)
{
	Oid proc = FindDefaultConversionProc(from, to);

	if (!OidIsValid(proc))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot convert text from encoding \"%s\" to \"%s\"",
						pg_encoding_to_char(from), pg_encoding_to_char(to)),
				 errhint("Create the database with ENCODING 'UTF8'.")));
	return proc;
}

static Str
convert(Str text, int from, int to)
{
	Oid proc = conversion(from, to);
	unsigned char *buffer = palloc(CHUNK * MAX_CONVERSION_GROWTH + 1);
	StringInfoData out;

	initStringInfo(&out);
	while (text.len > 0)
	{
		Str chunk;
		uint32_t done;

		CHECK_FOR_INTERRUPTS();
		chunk = str_sub(text, 0, CHUNK);
		done = (uint32_t) pg_do_encoding_conversion_buf(proc, from, to, (unsigned char *) text.data,
														chunk.len, buffer,
														CHUNK * MAX_CONVERSION_GROWTH + 1, true);
		if (done > 0)
			appendStringInfoString(&out, (char *) buffer);
		else
		{
			appendStringInfoString(&out, to == PG_UTF8 ? "\xEF\xBF\xBD" : fallback(text));
			done = Min((uint32_t) pg_encoding_mblen(from, text.data), text.len);
		}
		text = str_sub(text, done, text.len);
	}
	pfree(buffer);
	return str_make(out.data, out.len);
}

Str
servertext_to_core(Str text)
{
	if (server_speaks_utf8())
		return text;
	return convert(text, GetDatabaseEncoding(), PG_UTF8);
}

Str
servertext_from_core(Str text)
{
	if (text.data == NULL || server_speaks_utf8())
		return text;
	return convert(text, PG_UTF8, GetDatabaseEncoding());
}

Str
servertext_argument(Arena *arena, Str text)
{
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return encoding_clean_utf8(arena, text);
	return servertext_to_core(text);
}

Datum
servertext_datum(Str value)
{
	Str own = servertext_from_core(value);
	text *datum;

	if (own.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("result is too long"),
						errdetail("A text holds at most %zu bytes.", MaxAllocSize - VARHDRSZ)));
	datum = cstring_to_text_with_len(own.data, (int) own.len);

	if (own.data != value.data)
		pfree((char *) own.data);
	return PointerGetDatum(datum);
}
