/*
 * language.c
 *	  SQL: article_search_config, the text search configuration of a language;
 *	  article_tsvector_by_language and article_query_by_language, documents of several languages and
 *	  a search box over them.  French has article_french; the others have the server's, by a list
 *	  that never changes.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_ts_config.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "base/str.h"
#include "pg/compat.h"
#include "pg/passage.h"
#include "pg/query.h"
#include "pg/searchconfig.h"

/* For a language without a configuration: words as they are written. */
#define OTHER_LANGUAGES "simple"

static const struct
{
	char code[3];
	const char *config;
} languages[] = {
#define LANGUAGE(code, config) {code, config},
#include "pg/language_list.h"
#undef LANGUAGE
};

/* Returns the primary language of a tag of BCP 47: pt of pt-BR. */
static Str
primary_language(const text *tag)
{
	Str language = str_make(VARDATA_ANY(tag), VARSIZE_ANY_EXHDR(tag));

	for (uint32_t i = 0; i < language.len; i++)
	{
		if (language.data[i] == '-' || language.data[i] == '_')
			return str_sub(language, 0, i);
	}
	return language;
}

static Oid
server_configuration(Str language)
{
	const char *name = OTHER_LANGUAGES;
	Oid config;

	for (int i = 0; i < (int) lengthof(languages); i++)
	{
		if (str_equal_ascii(language, str_cstr(languages[i].code)))
			name = languages[i].config;
	}
	config = GetSysCacheOid2(TSCONFIGNAMENSP, Anum_pg_ts_config_oid, CStringGetDatum(name),
							 ObjectIdGetDatum(PG_CATALOG_NAMESPACE));
	if (!OidIsValid(config))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("text search configuration \"%s\" does not exist in schema \"%s\"",
							   name, "pg_catalog")));
	return config;
}

/* tag: NULL if the language is not known, which is taken for French. */
static Oid
configuration(FunctionCallInfo fcinfo, const text *tag)
{
	Str language = tag != NULL ? primary_language(tag) : STR("fr");

	return str_equal_ascii(language, STR("fr")) ? searchconfig_own(fcinfo)
												: server_configuration(language);
}

SQL_FUNCTION(article_search_config);
Datum
article_search_config(PG_FUNCTION_ARGS)
{
	PG_RETURN_OID(configuration(fcinfo, PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0)));
}

/* Finds article_tsvector(regconfig, parsed_article), for the calls of this call site. */
static FmgrInfo *
tsvector_function(FunctionCallInfo fcinfo, Oid article)
{
	Oid types[] = {REGCONFIGOID, article};
	Oid schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	FmgrInfo *function = fcinfo->flinfo->fn_extra;

	if (function == NULL)
	{
		Oid found =
			GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum("article_tsvector"),
							PointerGetDatum(buildoidvector(types, 2)), ObjectIdGetDatum(schema));

		if (!OidIsValid(found))
			ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION),
							errmsg("function article_tsvector(regconfig, parsed_article) does not "
								   "exist in schema \"%s\"",
								   get_namespace_name(schema)),
							errhint("Run ALTER EXTENSION article UPDATE.")));
		function = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(FmgrInfo));
		fmgr_info_cxt(found, function, fcinfo->flinfo->fn_mcxt);
		fcinfo->flinfo->fn_extra = function;
	}
	return function;
}

SQL_FUNCTION(article_tsvector_by_language);
Datum
article_tsvector_by_language(PG_FUNCTION_ARGS)
{
	HeapTupleHeader article = PG_GETARG_HEAPTUPLEHEADER(0);
	Oid config = configuration(fcinfo, passage_article_text(article, "language"));

	return FunctionCall2(tsvector_function(fcinfo, HeapTupleHeaderGetTypeId(article)),
						 ObjectIdGetDatum(config), PG_GETARG_DATUM(0));
}

/* (query, languages): what any of the languages finds. */
SQL_FUNCTION(article_query_by_language);
Datum
article_query_by_language(PG_FUNCTION_ARGS)
{
	text *typed = PG_GETARG_TEXT_PP(0);
	TSQuery result = NULL;
	List *configs = NIL;
	Datum *tags;
	bool *isnull;
	int count;

	deconstruct_array(PG_GETARG_ARRAYTYPE_P(1), TEXTOID, -1, false, TYPALIGN_INT, &tags, &isnull,
					  &count);
	if (count == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"languages\" must not be empty")));
	for (int i = 0; i < count; i++)
	{
		Oid config = configuration(fcinfo, isnull[i] ? NULL : DatumGetTextPP(tags[i]));
		TSQuery query;

		CHECK_FOR_INTERRUPTS();
		if (list_member_oid(configs, config))
			continue;
		configs = lappend_oid(configs, config);
		query = query_from_box(config, typed, JOIN_ALL);
		result = result == NULL ? query
								: DatumGetTSQuery(DirectFunctionCall2(
									  tsquery_or, TSQueryGetDatum(result), TSQueryGetDatum(query)));
	}
	PG_RETURN_TSQUERY(result);
}
