/*
 * quote.c
 *	  SQL: french_quotes, article_quotes.  A text or an article in, its quotations out as rows.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"

#include "french/quote.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/passage.h"
#include "pg/servertext.h"

/* Sets a column to a text, or to NULL if there is none. */
static void
set_text(RowValues *row, int column, Str text)
{
	row->isnull[column] = text.len == 0;
	if (text.len > 0)
		row->value[column] = servertext_datum(text);
}

/* Adds a quotation to the result; with its role in an extra column. */
static void
put_quote(PassageList *list, const Quote *quote, bool with_role)
{
	RowValues row = {0};
	int column = 2;

	passage_place(list, &row, quote->text);
	set_text(&row, column++, quote->text);
	set_text(&row, column++, quote->speaker);
	if (with_role)
		set_text(&row, column++, quote->role);
	set_text(&row, column++, quote->cue);
	set_text(&row, column, str_cstr(quote_kind_name(quote->kind)));
	passage_put(list, &row);
}

/* Finds the quotations of a text; the second argument of the function says whether of all kinds. */
static void
list_quotes(FunctionCallInfo fcinfo, text *source, bool with_role)
{
	bool every = PG_GETARG_BOOL(1);
	PassageList list;
	Quotes quotes;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	passage_open(&list, fcinfo, passage_argument(&arena, source));
	quotes_find(&quotes, &arena, list.text);
	for (uint32_t i = 0; i < quotes.count; i++)
	{
		if (every || quotes.items[i].kind == QUOTE_DIRECT || quotes.items[i].kind == QUOTE_MIXED)
			put_quote(&list, &quotes.items[i], with_role);
	}
	arena_free(&arena);
}

SQL_FUNCTION(french_quotes);
Datum
french_quotes(PG_FUNCTION_ARGS)
{
	list_quotes(fcinfo, PG_GETARG_TEXT_PP(0), false);
	return (Datum) 0;
}

SQL_FUNCTION(article_quotes);
Datum
article_quotes(PG_FUNCTION_ARGS)
{
	text *body = passage_article_text(PG_GETARG_HEAPTUPLEHEADER(0), "body");

	if (body != NULL)
		list_quotes(fcinfo, body, true);
	else
		InitMaterializedSRF(fcinfo, 0);
	return (Datum) 0;
}
