/*
 * number.c
 *	  SQL: french_number, the value of a text that is one number, and french_numbers, every number
 *	  of a text.
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "french/number.h"
#include "pg/compat.h"
#include "pg/valuetext.h"

static Datum
numeric_datum(const NumberValue *value)
{
	char written[NUMBER_TEXT_MAX];

	number_write(value, written);
	return DirectFunctionCall3(numeric_in, CStringGetDatum(written), ObjectIdGetDatum(InvalidOid),
							   Int32GetDatum(-1));
}

SQL_FUNCTION(french_number);
Datum
french_number(PG_FUNCTION_ARGS)
{
	ValueText source = valuetext_read(PG_GETARG_TEXT_PP(0));
	NumberFound number;

	if (!number_parse(source.text, &number))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(numeric_datum(&number.value));
}

#define NUMBERS_COLUMNS 5

static void
put_number(ReturnSetInfo *result, ValueText *source, const NumberFound *number)
{
	Datum values[NUMBERS_COLUMNS];
	bool isnull[NUMBERS_COLUMNS] = {false};

	valuetext_place(source, number->start, number->end, values);
	values[3] = numeric_datum(&number->value);
	values[4] = CStringGetTextDatum(number_kind_name(number->kind));
	tuplestore_putvalues(result->setResult, result->setDesc, values, isnull);
	pfree(DatumGetPointer(values[2]));
	pfree(DatumGetPointer(values[3]));
	pfree(DatumGetPointer(values[4]));
}

SQL_FUNCTION(french_numbers);
Datum
french_numbers(PG_FUNCTION_ARGS)
{
	ValueText source = valuetext_read(PG_GETARG_TEXT_PP(0));
	NumberScanner scanner;
	NumberFound number;
	NumberStep step;

	InitMaterializedSRF(fcinfo, 0);
	number_start(&scanner, source.text);
	while ((step = number_next(&scanner, &number)) != NUMBER_END)
	{
		CHECK_FOR_INTERRUPTS();
		if (step == NUMBER_FOUND)
			put_number((ReturnSetInfo *) fcinfo->resultinfo, &source, &number);
	}
	return (Datum) 0;
}
