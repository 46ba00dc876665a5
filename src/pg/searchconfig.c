/*
 * searchconfig.c
 *	  Finds article_french in the extension's schema, given the calling function, so that the answer
 *	  does not depend on the search_path.
 */
#include "postgres.h"

#include "catalog/pg_ts_config.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/searchconfig.h"

#define OWN_CONFIGURATION "article_french"

Oid
searchconfig_own(FunctionCallInfo fcinfo)
{
	Oid schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	Oid config = GetSysCacheOid2(TSCONFIGNAMENSP, Anum_pg_ts_config_oid,
								 CStringGetDatum(OWN_CONFIGURATION), ObjectIdGetDatum(schema));

	if (!OidIsValid(config))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("text search configuration \"%s\" does not exist in schema \"%s\"",
						OWN_CONFIGURATION, get_namespace_name(schema)),
				 errhint("The extension installs it; another one can be the first argument.")));
	return config;
}

Oid
searchconfig(FunctionCallInfo fcinfo, int nargs)
{
	return PG_NARGS() == nargs ? PG_GETARG_OID(0) : searchconfig_own(fcinfo);
}
