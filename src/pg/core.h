/*
 * core.h
 *	  The core's headers together with the server's.  Three types have the same name in both, so the
 *	  core's types get a prefix here, which only the files of pg/ see.  Include it after postgres.h
 *	  and instead of article/article.h.
 */
#ifndef ARTICLE_PG_CORE_H
#define ARTICLE_PG_CORE_H

#include "pg/core_names.h"

#include "article/article.h"
#include "article/known.h"

#include "pg/core_names.h"

#endif
