/*
 * valuetext.c
 *	  See valuetext.h.
 */
#include "postgres.h"

#include "pg/compat.h"
#include "pg/servertext.h"
#include "pg/valuetext.h"

ValueText
valuetext_read(text *argument)
{
	Str given = str_make(VARDATA_ANY(argument), VARSIZE_ANY_EXHDR(argument));

	return (ValueText){.text = servertext_to_core(given)};
}

/* Returns how many characters precede a byte, which is not before the last one asked for. */
static int32
characters_before(ValueText *text, uint32_t byte)
{
	text->characters += servertext_characters(text->text.data + text->byte, byte - text->byte);
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
