/*
 * request.h
 *	  The request of a SQL function: which bytes, and what the caller knows about the page.
 */
#ifndef ARTICLE_PG_REQUEST_H
#define ARTICLE_PG_REQUEST_H

#include "fmgr.h"

#include "base/str.h"
#include "html/document.h"

/*
 * Positions of a SQL function's arguments; -1 if it has no such argument.  The form for bytea has
 * one more argument than the form for text, the content type, which is the last one.
 */
typedef struct ArgumentPlan
{
	int8 rules; /* 0 if it has no such argument: the page is argument 0 */
	int8 url;
	int8 fetched_at;
	int8 time_zone;
	int8 content_type;
	int8 known;
} ArgumentPlan;

extern const ArgumentPlan args_article;		  /* html, url, fetched_at, time_zone */
extern const ArgumentPlan args_ruled_article; /* html, rules, url, fetched_at, time_zone */
extern const ArgumentPlan args_explain_in; /* html, language, url, fetched_at, time_zone, rules */
extern const ArgumentPlan plan_url;		   /* html, url */
extern const ArgumentPlan plan_ruled_url;  /* html, rules, url */
extern const ArgumentPlan plan_dates;	   /* html, fetched_at, time_zone */
extern const ArgumentPlan plan_page;	   /* html */
extern const ArgumentPlan plan_known;	   /* html, known, url, fetched_at, time_zone */
extern const ArgumentPlan plan_path;	   /* html, a path or selector, url */
extern const ArgumentPlan plan_feed;	   /* feed, url, time_zone */

/* Strings are as given by the caller, in the server's encoding; data is NULL for a NULL. */
typedef struct PageRequest
{
	bool is_bytea;
	Datum html; /* possibly toasted */
	Str rules;	/* of the site */
	Str url;
	Str time_zone; /* never NULL: the default replaces it */
	Str content_type;
	bool has_fetched_at;
	int64_t fetched_at; /* seconds since 1970 */
	Str known;			/* the contents of a jsonb */
} PageRequest;

/* Reads the arguments and checks the size of the page.  Returns false if html is NULL. */
extern bool request_read(PageRequest *request, const ArgumentPlan *plan, FunctionCallInfo fcinfo);

/* Returns article.max_html_size in bytes; raises the error for a page that decompresses to more. */
extern Size request_size_limit(void);
extern void request_raise_too_large(void) __attribute__((noreturn));

/*
 * Decodes the bytes of html: bytea by what the bytes declare, text by the server's encoding.
 * any_text: keeps text that is not a page, for functions that take other documents.
 */
extern Document request_open(const PageRequest *request, Str bytes, bool any_text, Arena *arena);

/*
 * Is a document asked for in French? The argument is "en", "fr", or NULL for English; raises an
 * error for other languages.
 */
extern bool request_french(FunctionCallInfo fcinfo, int argument);

/* Raises an error for rules that are too long. */
extern void request_check_rules(Str rules);

extern void request_define_settings(void);

#endif
