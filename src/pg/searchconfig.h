/*
 * searchconfig.h
 *	  Which text search configuration a SQL function uses.
 */
#ifndef ARTICLE_PG_SEARCHCONFIG_H
#define ARTICLE_PG_SEARCHCONFIG_H

#include "fmgr.h"

/*
 * Returns the first argument if the function was declared with (regconfig, …), which has nargs
 * arguments; else the extension's own article_french, whatever the search path.
 */
extern Oid searchconfig(FunctionCallInfo fcinfo, int nargs);

/* Returns the extension's own article_french. */
extern Oid searchconfig_own(FunctionCallInfo fcinfo);

#endif
