/*
 * servertext.c
 *	  Converts text between the server's encoding and UTF-8 without ever rejecting a character.  The
 *	  server's own conversions do the work; where one stops, the character is replaced and the
 *	  conversion continues after it.  Linear in the length of the text.
 *
 * None of the server's conversions maps a non-ASCII character to ASCII (test/t/charsets.pl), so
 * markup in the result was markup before.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "base/search.h"
#include "base/utf8.h"
#include "html/encoding.h"
#include "pg/compat.h"
#include "pg/servertext.h"

#define CHUNK 8192	/* bytes converted at a time: a buffer of 32 KB serves any text */
#define MOST_UTF8 4 /* bytes of a character in UTF-8 */
/* Buffer size for len bytes converted to another encoding, and a NUL. */
#define CONVERTED_SIZE(len) ((int) (len) *MAX_CONVERSION_GROWTH + 1)

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
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("cannot convert text from encoding \"%s\" to \"%s\"",
							   pg_encoding_to_char(from), pg_encoding_to_char(to)),
						errhint("Create the database with ENCODING 'UTF8'.")));
	return proc;
}

/*
 * Converts as much of the beginning of text as possible into out, which has CONVERTED_SIZE bytes.
 * Returns the number of bytes of text that were converted.  Some conversions turn control bytes
 * into invalid text (U+0085 in EUC_JIS_2004); then it returns 0.
 */
static uint32_t
convert_some(Oid proc, Str text, int from, int to, unsigned char *out)
{
	int done = pg_do_encoding_conversion_buf(proc, from, to, (unsigned char *) text.data,
											 (int) text.len, out, CONVERTED_SIZE(text.len), true);
	int len = done > 0 ? (int) strlen((char *) out) : 0;

	return pg_encoding_verifymbstr(to, (char *) out, len) == len ? (uint32_t) done : 0;
}

/* Writes the substitute for the first character of the text. */
typedef void (*Substitute)(StringInfo out, Str text);

static Str
convert(Str text, int from, int to, Substitute substitute)
{
	Oid proc = conversion(from, to);
	unsigned char *buffer = palloc(CONVERTED_SIZE(CHUNK));
	uint32_t size = CHUNK;
	StringInfoData out;

	initStringInfo(&out);
	while (text.len > 0)
	{
		uint32_t width = Min((uint32_t) pg_encoding_mblen(from, text.data), text.len);
		uint32_t done;

		CHECK_FOR_INTERRUPTS();
		size = Max(size, width);
		done = convert_some(proc, str_sub(text, 0, size), from, to, buffer);
		if (done > 0)
			appendStringInfoString(&out, (char *) buffer);
		else if (size > width)
		{
			size /= 2;
			continue;
		}
		else
		{
			substitute(&out, text);
			done = width;
		}
		text = str_sub(text, done, text.len);
		size = Min(size * 2, CHUNK);
	}
	pfree(buffer);
	return str_make(out.data, out.len);
}

/* ---------------------------------------------------------------- into the core */

static void
substitute_unknown(StringInfo out, Str text)
{
	(void) text;
	appendStringInfoString(out, "\xEF\xBF\xBD");
}

Str
servertext_to_core(Str text)
{
	if (server_speaks_utf8())
		return text;
	return convert(text, GetDatabaseEncoding(), PG_UTF8, substitute_unknown);
}

Str
servertext_argument(Arena *arena, Str text)
{
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return encoding_clean_utf8(arena, text);
	return servertext_to_core(text);
}

Str
servertext_value(Arena *arena, const text *value)
{
	return servertext_argument(arena, str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)));
}

StrList
servertext_list(Arena *arena, Datum array)
{
	StrList list = {NULL, 0, 0};
	Datum *elements;
	bool *isnull;
	int count;

	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &elements,
					  &isnull, &count);
	for (int i = 0; i < count; i++)
	{
		if (!isnull[i] && VARSIZE_ANY_EXHDR(DatumGetPointer(elements[i])) > 0)
			strlist_add(&list, arena, servertext_value(arena, DatumGetTextPP(elements[i])));
	}
	return list;
}

/* ---------------------------------------------------------------- the server's characters */

/*
 * Converts one character into a buffer of CONVERTED_SIZE(MOST_UTF8); returns whether the server's
 * encoding has it.
 */
static bool
convert_char(uint32_t code_point, unsigned char *own)
{
	char utf8[MOST_UTF8];
	Str character = str_make(utf8, utf8_encode(code_point, utf8));
	int encoding = GetDatabaseEncoding();

	return convert_some(conversion(PG_UTF8, encoding), character, PG_UTF8, encoding, own) > 0;
}

/*
 * Returns whether the server's encoding has a character.  Cached: a conversion costs a microsecond,
 * and a page may ask for each of its letters.
 */
static bool
server_has(void *context, uint32_t code_point)
{
	static struct
	{
		uint32 code_point; /* 0: none yet */
		bool has;
	} known[256], *slot;
	unsigned char own[CONVERTED_SIZE(MOST_UTF8)];

	(void) context;
	slot = &known[code_point % lengthof(known)];
	if (slot->code_point != code_point)
	{
		slot->has = convert_char(code_point, own);
		slot->code_point = code_point;
	}
	return slot->has;
}

Charset
servertext_charset(void)
{
	return server_speaks_utf8() ? (Charset){NULL, NULL} : (Charset){server_has, NULL};
}

/* ---------------------------------------------------------------- plain text out of the core */

typedef struct Fallback
{
	uint32 code_point;
	uint32 like;
	const char *ascii;
} Fallback;

static const Fallback fallbacks[] = {
#define FALLBACK(code_point, like, ascii) {code_point, like, ascii},
#include "pg/fallback_list.h"
#undef FALLBACK
};

static const Fallback *
find_fallback(uint32 code_point)
{
	size_t low = 0;
	size_t high = lengthof(fallbacks);

	SEARCH_FIRST(low, high, fallbacks[middle].code_point < code_point)
	return low < lengthof(fallbacks) && fallbacks[low].code_point == code_point ? &fallbacks[low]
																				: NULL;
}

static void
substitute_fallback(StringInfo out, Str text)
{
	uint32_t i = 0;
	const Fallback *fallback = find_fallback(utf8_next(text.data, text.len, &i));
	unsigned char like[CONVERTED_SIZE(MOST_UTF8)];

	if (fallback == NULL)
		appendStringInfoChar(out, '?');
	else if (fallback->like != 0 && convert_char(fallback->like, like))
		appendStringInfoString(out, (char *) like);
	else
		appendStringInfoString(out, fallback->ascii);
}

Str
servertext_from_core(Str text)
{
	if (text.data == NULL || server_speaks_utf8())
		return text;
	return convert(text, PG_UTF8, GetDatabaseEncoding(), substitute_fallback);
}

/* Returns a new text datum of `own`, the converted form of `value`. */
static Datum
own_datum(Str value, Str own)
{
	text *datum;

	if (own.len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("result is too long"),
						errdetail("A text holds at most %zu bytes.", MaxAllocSize - VARHDRSZ)));
	datum = cstring_to_text_with_len(own.data, (int) own.len);

	if (own.data != value.data)
		pfree((char *) own.data);
	return PointerGetDatum(datum);
}

Datum
servertext_datum(Str value)
{
	return own_datum(value, servertext_from_core(value));
}

/* Bytes between two checks for interrupts. */
#define COUNTED_BYTES (1024 * 1024)

int32_t
servertext_characters(const char *data, uint32_t len)
{
	int32_t count = 0;

	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return (int32_t) len;
	for (uint32_t i = 0; i < len;)
	{
		uint32_t end = len - i > COUNTED_BYTES ? i + COUNTED_BYTES : len;

		CHECK_FOR_INTERRUPTS();
		for (; i < end; i++)
			count += ((unsigned char) data[i] & 0xC0) != 0x80;
	}
	return count;
}

/* ---------------------------------------------------------------- markup out of the core */

static void
substitute_reference(StringInfo out, Str text)
{
	uint32_t i = 0;

	appendStringInfo(out, "&#x%X;", utf8_next(text.data, text.len, &i));
}

Datum
servertext_markup_datum(Str value)
{
	if (server_speaks_utf8())
		return own_datum(value, value);
	return own_datum(value, convert(value, PG_UTF8, GetDatabaseEncoding(), substitute_reference));
}
