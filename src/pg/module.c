/*
 * module.c
 *	  The library as the server loads it: its magic block, its settings, and SQL: article_version.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "base/version.h"
#include "pg/compat.h"
#include "pg/htmlnode.h"
#include "pg/htmlpath.h"
#include "pg/request.h"
#include "pg/tsearch.h"

PG_MODULE_MAGIC;

PGDLLEXPORT void _PG_init(void);

void
_PG_init(void)
{
	htmlnode_define_settings();
	htmlpath_define_settings();
	request_define_settings();
	tsearch_init();
}

SQL_FUNCTION(article_version);
Datum
article_version(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_TEXT_P(cstring_to_text(ARTICLE_VERSION));
}
