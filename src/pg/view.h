/*
 * view.h
 *	  A page in, one text out: what the SQL functions of view.c and tei.c share.
 */
#ifndef ARTICLE_PG_VIEW_H
#define ARTICLE_PG_VIEW_H

#include "pg/core_reader.h"
#include "pg/request.h"

/*
 * Returns what `render` makes of the page, converted by `datum`, the function for plain text or for
 * markup.  NULL if it is empty.
 */
extern Datum view_rendered(FunctionCallInfo fcinfo, const ArgumentPlan *plan,
						   Str (*render)(const Reader *), Datum (*datum)(Str));

#endif
