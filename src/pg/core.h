/*
 * core.h
 *	  The core's headers together with the server's.  Three types have the same name in both, so the
 *	  core's types get a prefix here, which only the files of pg/ see.  Include it after postgres.h
 *	  and instead of article/article.h.
 */
#ifndef ARTICLE_PG_CORE_H
#define ARTICLE_PG_CORE_H

#define Node HtmlNode
#define Page HtmlPage
#define Block HtmlBlock

#include "article/article.h"

#undef Node
#undef Page
#undef Block

#endif
