/*
 * report_plot.h
 *	  The words, numbers and plots of a report, in its language.
 */
#ifndef ARTICLE_PG_REPORT_PLOT_H
#define ARTICLE_PG_REPORT_PLOT_H

#include "article/render/markup.h"
#include "pg/report.h"

typedef enum ReportLabel
{
#define REPORT_LABEL(name, english, french) LABEL_##name,
#include "pg/report_label_list.h"
#undef REPORT_LABEL
	REPORT_LABELS
} ReportLabel;

typedef struct ReportWriter
{
	Markup out;
	bool french;
} ReportWriter;

extern void report_put_label(ReportWriter *writer, ReportLabel label);

/* A whole number, a number from 0 to 1 with two decimals, a share in per cent. */
extern void report_put_number(ReportWriter *writer, int64_t number);
extern void report_put_decimal(ReportWriter *writer, double number);
extern void report_put_share(ReportWriter *writer, int64_t part, int64_t whole);

/* A small horizontal bar; class is "bar" or "gap". */
extern void report_put_bar(ReportWriter *writer, int64_t part, int64_t whole, const char *class);

/* Pages by tenths of confidence, and by year. */
extern void report_put_levels(ReportWriter *writer, const ReportGroups *levels);
extern void report_put_years(ReportWriter *writer, const ReportGroups *years);

#endif
