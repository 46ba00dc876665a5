/*
 * core.h
 *	  The core's headers beside the server's.  Three types have the same name in both: here, and
 *	  only for the files of pg/, the core's get a prefix.  Include it after postgres.h and instead of
 *	  article/article.h.
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
