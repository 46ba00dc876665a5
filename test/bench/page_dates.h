/*
 * page_dates.h
 *	  The dates of a text, for page_cost.c, which cannot see expression.h: the tokens of dates and
 *	  those of French text have names in common.
 */
#ifndef ARTICLE_TEST_BENCH_PAGE_DATES_H
#define ARTICLE_TEST_BENCH_PAGE_DATES_H

#include "base/str.h"

/*
 * Finds every date of a text; calls "look" whenever the search returns, because the server checks
 * then.
 */
extern void page_dates(Str text, void (*look)(void *context));

#endif
