/*
 * article_checks.h
 *	  What holds of every article, shared by the targets that read pages: aborts if it does not.
 */
#ifndef ARTICLE_FUZZ_ARTICLE_CHECKS_H
#define ARTICLE_FUZZ_ARTICLE_CHECKS_H

#include "fuzz.h"

#include "article/reader.h"

/* Fields are valid UTF-8, lines trimmed and collapsed, addresses http or https. */
extern void fuzz_check_article(const Article *article);

/* All views can be made; the HTML has no element that runs, the explanation is ASCII. */
extern void fuzz_check_views(Reader *reader);

/* A time zone for ArticleOptions. */
extern int32_t fuzz_one_hour(void *context, int64_t local_seconds);

#endif
