/*
 * searchconfig.h
 *	  Which text search configuration a SQL function works with.
 */
#ifndef ARTICLE_PG_SEARCHCONFIG_H
#define ARTICLE_PG_SEARCHCONFIG_H

#include "fmgr.h"

/*
 * The first argument where the function was declared with (regconfig, …), nargs in all; else the
 * extension's own article_french, wherever the search path points.
 */
extern Oid searchconfig(FunctionCallInfo fcinfo, int nargs);

#endif
