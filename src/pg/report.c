/*
 * report.c
 *	  SQL: article_report, a table of articles as a document to look at.
 */
#include "postgres.h"

#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/report.h"
#include "pg/request.h"
#include "pg/servertext.h"

/* The most pages listed: each brings its explanation, which is about as long as the page. */
#define MOST_WORST 1000

static const char *
name_argument(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? NULL : NameStr(*PG_GETARG_NAME(argument));
}

static int
worst_argument(FunctionCallInfo fcinfo, int argument)
{
	int worst = PG_ARGISNULL(argument) ? 10 : PG_GETARG_INT32(argument);

	if (worst < 0 || worst > MOST_WORST)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"worst\" must be between 0 and %d", MOST_WORST)));
	return worst;
}

SQL_FUNCTION(article_report);
Datum
article_report(PG_FUNCTION_ARGS)
{
	ReportRequest request = {.article = NULL};
	Report report;
	Arena arena;
	Datum document;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	request.table = PG_GETARG_OID(0);
	request.article = name_argument(fcinfo, 1);
	request.html = name_argument(fcinfo, 2);
	request.url = name_argument(fcinfo, 3);
	request.fetched_at = name_argument(fcinfo, 4);
	request.worst = worst_argument(fcinfo, 5);
	request.french = request_french(fcinfo, 6);
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	report_read(&report, &arena, fcinfo->flinfo->fn_oid, &request);
	document = servertext_markup_datum(report_write(&report, &arena, request.french));
	arena_free(&arena);
	return document;
}
