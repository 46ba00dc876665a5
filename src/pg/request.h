/*
 * request.h
 *	  What a SQL function was asked: which bytes, and what the caller knows of the page.
 */
#ifndef ARTICLE_PG_REQUEST_H
#define ARTICLE_PG_REQUEST_H

#include "fmgr.h"

#include "base/str.h"

/*
 * Where a SQL function has its arguments; -1 where it has no such one.  The form for bytea has one
 * argument more than the form for text, the content type, and it is the last.
 */
typedef struct ArgumentPlan
{
	int8 url;
	int8 fetched_at;
	int8 time_zone;
	int8 content_type;
} ArgumentPlan;

extern const ArgumentPlan args_article; /* html, url, fetched_at, time_zone */
extern const ArgumentPlan plan_url;		/* html, url */
extern const ArgumentPlan plan_dates;	/* html, fetched_at, time_zone */
extern const ArgumentPlan plan_page;	/* html */

/* Strings are as the caller gave them, in the server's encoding; data NULL for NULL. */
typedef struct PageRequest
{
	bool is_bytea;
	Datum html; /* possibly toasted */
	Str url;
	Str time_zone; /* never NULL: the default stands in */
	Str content_type;
	bool has_fetched_at;
	int64_t fetched_at; /* seconds since 1970 */
} PageRequest;

/* Reads the arguments and checks the size of the page; false where html is NULL. */
extern bool request_read(PageRequest *request, const ArgumentPlan *plan, FunctionCallInfo fcinfo);

/* article.max_html_size in bytes, and the error of a compressed page that is larger once inflated. */
extern Size request_size_limit(void);
extern void request_raise_too_large(void) __attribute__((noreturn));

extern void request_define_settings(void);

#endif
