/*
 * request.c
 *	  The arguments of a SQL function that takes a page, and the limit on the page's size.  Only the
 *	  short arguments are detoasted here: html may be the last page parsed, which the memo still
 *	  holds.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"

#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/request.h"
#include "pg/servertext.h"
#include "pg/zone.h"

const ArgumentPlan args_article = {
	.url = 1, .fetched_at = 2, .time_zone = 3, .content_type = 4, .known = -1};
const ArgumentPlan args_ruled_article = {
	.rules = 1, .url = 2, .fetched_at = 3, .time_zone = 4, .content_type = 5, .known = -1};
const ArgumentPlan args_explain_in = {
	.url = 2, .fetched_at = 3, .time_zone = 4, .rules = 5, .content_type = 6, .known = -1};
const ArgumentPlan plan_url = {
	.url = 1, .fetched_at = -1, .time_zone = -1, .content_type = 2, .known = -1};
const ArgumentPlan plan_ruled_url = {
	.rules = 1, .url = 2, .fetched_at = -1, .time_zone = -1, .content_type = 3, .known = -1};
const ArgumentPlan plan_dates = {
	.url = -1, .fetched_at = 1, .time_zone = 2, .content_type = 3, .known = -1};
const ArgumentPlan plan_path = {
	.url = 2, .fetched_at = -1, .time_zone = -1, .content_type = 3, .known = -1};
const ArgumentPlan plan_page = {
	.url = -1, .fetched_at = -1, .time_zone = -1, .content_type = 1, .known = -1};
const ArgumentPlan plan_feed = {
	.url = 1, .fetched_at = -1, .time_zone = 2, .content_type = 3, .known = -1};
const ArgumentPlan plan_known = {
	.url = 2, .fetched_at = 3, .time_zone = 4, .content_type = 5, .known = 1};

/* article.max_html_size, in kilobytes.  Its maximum is 1 GB, the largest size of a datum. */
static int max_html_size = 65536;

void
request_define_settings(void)
{
	DefineCustomIntVariable("article.max_html_size", "The largest page that article parses.",
							"A larger one is an error.", &max_html_size, 65536, 1, 1048576,
							PGC_USERSET, GUC_UNIT_KB, NULL, NULL, NULL);
	MarkGUCPrefixReserved("article");
}

Size
request_size_limit(void)
{
	return (Size) max_html_size * 1024;
}

void
request_raise_too_large(void)
{
	ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("page is too large to parse"),
					errdetail("It decompresses to more than article.max_html_size, which is %d kB.",
							  max_html_size),
					errhint("Increase article.max_html_size, or exclude such pages.")));
}

static void
check_size(Datum html)
{
	Size size = toast_raw_datum_size(html) - VARHDRSZ;

	if (size > request_size_limit())
		ereport(
			ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("page is too large to parse"),
			 errdetail("It has %zu bytes; article.max_html_size is %d kB.", size, max_html_size),
			 errhint("Increase article.max_html_size, or exclude longer pages.")));
}

/* Maximum size of the rules of a site: the longest of 2041 files has 6 KB. */
#define LONGEST_RULES ((uint32_t) 256 * 1024)

void
request_check_rules(Str rules)
{
	if (rules.len > LONGEST_RULES)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("\"rules\" must not be longer than %u kB", LONGEST_RULES / 1024),
						errhint("Give the rules of one site, not those of all.")));
}

static bool
is_given(FunctionCallInfo fcinfo, int8 argument)
{
	return argument >= 0 && argument < PG_NARGS() && !PG_ARGISNULL(argument);
}

bool
request_french(FunctionCallInfo fcinfo, int argument)
{
	char *language;
	bool french;

	if (PG_ARGISNULL(argument))
		return false;
	language = text_to_cstring(PG_GETARG_TEXT_PP(argument));
	french = pg_strcasecmp(language, "fr") == 0;
	if (!french && pg_strcasecmp(language, "en") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"language\" must be \"en\" or \"fr\", not \"%s\"", language),
				 errhint("It is the language of the document; pages may be in any language.")));
	return french;
}

/* Returns the contents of an argument of type text or jsonb. */
static Str
bytes_argument(FunctionCallInfo fcinfo, int8 argument)
{
	struct varlena *value;

	if (!is_given(fcinfo, argument))
		return STR_NONE;
	value = PG_GETARG_VARLENA_PP(argument);
	return str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
}

bool
request_read(PageRequest *request, const ArgumentPlan *plan, FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return false;
	request->is_bytea = plan->content_type < PG_NARGS();
	request->html = PG_GETARG_DATUM(0);
	check_size(request->html);
	request->rules = plan->rules > 0 ? bytes_argument(fcinfo, plan->rules) : STR_NONE;
	request_check_rules(request->rules);
	request->url = bytes_argument(fcinfo, plan->url);
	request->content_type = bytes_argument(fcinfo, plan->content_type);
	request->time_zone = bytes_argument(fcinfo, plan->time_zone);
	if (request->time_zone.data == NULL)
		request->time_zone = STR(ZONE_DEFAULT);
	request->fetched_at = 0;
	request->has_fetched_at = is_given(fcinfo, plan->fetched_at) &&
							  zone_seconds(PG_GETARG_DATUM(plan->fetched_at), &request->fetched_at);
	request->known = bytes_argument(fcinfo, plan->known);
	return true;
}

Document
request_open(const PageRequest *request, Str bytes, bool any_text, Arena *arena)
{
	DocumentOptions options = {.is_text = !request->is_bytea,
							   .content_type = request->content_type,
							   .any_text = any_text,
							   .size_limit = request_size_limit(),
							   .interrupted = memory_interrupted};
	Document document;
	DocumentStatus status;

	if (options.is_text)
		bytes = servertext_to_core(bytes);
	while ((status = document_open(&document, arena, bytes, &options)) != DOCUMENT_OPEN)
	{
		if (status == DOCUMENT_TOO_LARGE)
			request_raise_too_large();
		CHECK_FOR_INTERRUPTS();
	}
	return document;
}
