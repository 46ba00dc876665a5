/*
 * report.h
 *	  What a report on a table of articles says: counts by site, language, year and confidence, and
 *	  the pages that were read least well.
 */
#ifndef ARTICLE_PG_REPORT_H
#define ARTICLE_PG_REPORT_H

#include "base/arena.h"
#include "base/str.h"

typedef enum ReportField
{
#define REPORT_FIELD(name) REPORT_##name,
#include "pg/report_field_list.h"
#undef REPORT_FIELD
	REPORT_FIELDS
} ReportField;

/* The fields that the table of sites has columns for. */
#define REPORT_SITE_FIELDS 4

/* Pages that have a site, a language, a year, or a level of confidence in common. */
typedef struct ReportGroup
{
	Str key; /* data NULL: those that have none */
	int64_t pages;
	double confidence; /* average */
	int64_t unsure;	   /* pages whose confidence is below 0.3 */
	int64_t missing[REPORT_FIELDS];
} ReportGroup;

/* The largest groups of a kind, largest first. */
typedef struct ReportGroups
{
	ReportGroup *items;
	uint32_t count;
	int64_t total; /* groups of this kind, also those not in items */
} ReportGroups;

typedef enum ReportKind
{
	REPORT_ALL, /* one group */
	REPORT_SITES,
	REPORT_LANGUAGES,
	REPORT_YEARS,
	REPORT_LEVELS, /* keys "0" to "9": tenths of confidence */
	REPORT_KINDS
} ReportKind;

typedef struct ReportPage
{
	Str url;
	Str title;
	double confidence;
	Str explanation; /* of article_explain; data NULL: not asked for */
} ReportPage;

typedef struct Report
{
	Str table;
	int64_t rows;
	int64_t parsed; /* rows that have an article */
	int64_t paywalled;
	ReportGroups groups[REPORT_KINDS]; /* of pages, not counting other documents */
	ReportPage *worst;
	uint32_t nworst;
} Report;

/* What to report on; names are in the server's encoding. */
typedef struct ReportRequest
{
	Oid table;
	const char *article; /* a column; NULL: the only one of its type */
	const char *html;	 /* columns for the explanations, or NULL */
	const char *url;
	const char *fetched_at;
	int worst;	 /* number of pages listed */
	bool french; /* the language of the explanations */
} ReportRequest;

/*
 * Reads a report by SQL, with the caller's privileges; texts are copied into the arena.  Function
 * is an object of the extension.  (report_read.c)
 */
extern void report_read(Report *report, Arena *arena, Oid function, const ReportRequest *request);

/* The report as a document of HTML, in English or French.  (report_write.c) */
extern Str report_write(const Report *report, Arena *arena, bool french);

/* Its style sheet.  (report_style.c) */
extern const char report_style[];

#endif
