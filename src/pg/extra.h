/*
 * extra.h
 *	  parsed_article.extra: the only field to which later versions add.
 */
#ifndef ARTICLE_PG_EXTRA_H
#define ARTICLE_PG_EXTRA_H

#include "pg/core.h"

/* Returns a jsonb object: the version, and each key that has a value. */
extern Datum extra_datum(const Article *article);

#endif
