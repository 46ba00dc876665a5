/*
 * valuetext.c
 *	  See valuetext.h.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "pg/compat.h"
#include "pg/servertext.h"
#include "pg/valuetext.h"

ValueText
valuetext_read(text *argument)
{
	Str given = str_make(VARDATA_ANY(argument), VARSIZE_ANY_EXHDR(argument));
	ValueText result = {.bytes = GetDatabaseEncoding() == PG_SQL_ASCII};

	result.text = result.bytes ? given : servertext_to_core(given);
	return result;
}

/* Returns how many characters start in a slice of UTF-8. */
static int32
count_characters(const char *data, uint32_t len)
{
	int32 count = 0;

	for (uint32_t i = 0; i < len; i++)
		count += ((unsigned char) data[i] & 0xC0) != 0x80;
	return count;
}

/* Returns how many characters precede a byte, which is not before the last one asked for. */
static int32
characters_before(ValueText *text, uint32_t byte)
{
	text->characters += text->bytes
							? (int32) (byte - text->byte)
							: count_characters(text->text.data + text->byte, byte - text->byte);
	text->byte = byte;
	return text->characters;
}

void
valuetext_place(ValueText *text, uint32_t start, uint32_t end, Datum *values)
{
	int32 first = characters_before(text, start);

	values[0] = Int32GetDatum(first + 1);
	values[1] = Int32GetDatum(characters_before(text, end) - first);
	values[2] = servertext_datum(str_sub(text->text, start, end - start));
}
