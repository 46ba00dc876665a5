/*
 * article.c
 *	  SQL: parse_article, the same with what is known or with the rules of a site, the scalar
 *	  accessors of the fields, and article_stats.  All of them open the page through the memo, so
 *	  that reading many fields of one page costs one parse.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/field.h"
#include "pg/memo.h"

/* State of a parse_article call site, stored in fn_extra. */
typedef struct ArticleSite
{
	MemoryContext context;
	RowMap *article;
	RowMap *link; /* NULL if the type has no attribute "related" */
} ArticleSite;

static Oid
result_type(FunctionCallInfo fcinfo)
{
	Oid type;

	if (get_call_result_type(fcinfo, &type, NULL) != TYPEFUNC_COMPOSITE)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("parse_article must return the composite type parsed_article"),
						errhint("Run ALTER EXTENSION article UPDATE.")));
	return type;
}

/* Returns the row maps of this call site, rebuilt if ALTER TYPE has changed a type. */
static ArticleSite *
article_site(FunctionCallInfo fcinfo)
{
	ArticleSite *site = fcinfo->flinfo->fn_extra;
	MemoryContext context;
	MemoryContext caller;
	Oid link;

	if (site != NULL && !row_map_is_stale(site->article) &&
		(site->link == NULL || !row_map_is_stale(site->link)))
		return site;
	if (site != NULL)
		MemoryContextDelete(site->context);
	fcinfo->flinfo->fn_extra = NULL;
	context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "parse_article row types",
									ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(context);
	site = palloc0(sizeof(ArticleSite));
	site->context = context;
	site->article = row_map_of_type(result_type(fcinfo), article_columns, FIELD_COUNT);
	link = site->article->element_type[FIELD_related];
	if (OidIsValid(link))
		site->link = row_map_of_type(link, link_columns, LINK_COLUMNS);
	MemoryContextSwitchTo(caller);
	fcinfo->flinfo->fn_extra = site;
	return site;
}

static Datum
article_row(FunctionCallInfo fcinfo, const ArgumentPlan *plan)
{
	ArticleSite *site;
	PageRequest request;
	ParsedPage *page;
	const Article *article;
	RowValues row;

	if (!request_read(&request, plan, fcinfo))
		PG_RETURN_NULL();
	site = article_site(fcinfo);
	page = memo_open(&request);
	article = memo_article(page);
	for (int field = 0; field < FIELD_COUNT; field++)
		row.isnull[field] = !field_datum(article, (FieldId) field, &row.value[field]);
	if (site->link != NULL)
		row.isnull[FIELD_related] = !field_links(article->related, article->nrelated, site->link,
												 &row.value[FIELD_related]);
	memo_close(page);
	PG_RETURN_DATUM(row_datum(site->article, &row));
}

SQL_FUNCTION(parse_article);
Datum
parse_article(PG_FUNCTION_ARGS)
{
	return article_row(fcinfo, &args_article);
}

SQL_FUNCTION(parse_article_known);
Datum
parse_article_known(PG_FUNCTION_ARGS)
{
	return article_row(fcinfo, &plan_known);
}

SQL_FUNCTION(parse_article_with_rules);
Datum
parse_article_with_rules(PG_FUNCTION_ARGS)
{
	return article_row(fcinfo, &args_ruled_article);
}

static Datum
one_field(FunctionCallInfo fcinfo, FieldId field)
{
	PageRequest request;
	ParsedPage *page;
	Datum value = (Datum) 0;
	bool found;

	if (!request_read(&request, &args_article, fcinfo))
		PG_RETURN_NULL();
	page = memo_open(&request);
	found = field_datum(memo_article(page), field, &value);
	memo_close(page);
	if (!found)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}

/* clang-format off */

/*
 * Defines one SQL function per field: article_title(html, …) equals (parse_article(html, …)).title.
 */
#define ACCESSOR(field) \
	SQL_FUNCTION(article_##field); \
	Datum \
	article_##field(PG_FUNCTION_ARGS) \
	{ \
		return one_field(fcinfo, FIELD_##field); \
	}

ACCESSOR(title)
ACCESSOR(subtitle)
ACCESSOR(authors)
ACCESSOR(published_at)
ACCESSOR(modified_at)
ACCESSOR(site_name)
ACCESSOR(url)
ACCESSOR(language)
ACCESSOR(section)
ACCESSOR(tags)
ACCESSOR(description)
ACCESSOR(image_url)
ACCESSOR(body)
ACCESSOR(paywalled)
ACCESSOR(confidence)

/* clang-format on */

SQL_FUNCTION(article_stats);
Datum
article_stats(PG_FUNCTION_ARGS)
{
	static const RowColumn columns[] = {{"parses", INT8OID}, {"reuses", INT8OID}};
	TupleDesc desc;
	RowValues row = {0};
	int64 parses;
	int64 reuses;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	memo_counts(&parses, &reuses);
	row.value[0] = Int64GetDatum(parses);
	row.value[1] = Int64GetDatum(reuses);
	PG_RETURN_DATUM(row_datum(row_map(BlessTupleDesc(desc), columns, lengthof(columns)), &row));
}
