/*
 * extra.h
 *	  parsed_article.extra: the only field that later versions add to.
 */
#ifndef ARTICLE_PG_EXTRA_H
#define ARTICLE_PG_EXTRA_H

#include "pg/core.h"

/* A jsonb object: the version, and the keys that have something to say. */
extern Datum extra_datum(const Article *article);

#endif
