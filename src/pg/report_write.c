/*
 * report_write.c
 *	  A report as one self-contained document of HTML: figures, small plots in SVG, and the
 *	  explanations of the least certain pages. No script; nothing is loaded. All text of pages is
 *	  escaped, and explanations are in sandboxed frames of their own.
 */
#include "postgres.h"

#include "article/render/markup.h"
#include "base/version.h"
#include "pg/report.h"
#include "pg/report_plot.h"

/* Nothing is left out of a report: its length is bounded by the number of groups and pages. */
#define NO_LIMIT SIZE_MAX

static void
put_heading(ReportWriter *writer, ReportLabel title, ReportLabel note)
{
	markup_put(&writer->out, "<h2>");
	report_put_label(writer, title);
	markup_put(&writer->out, "</h2>\n");
	if (note == LABEL_none)
		return;
	markup_put(&writer->out, "<p class=\"note\">");
	report_put_label(writer, note);
	markup_put(&writer->out, "</p>\n");
}

/* ---------------------------------------------------------------- the summary */

static void
put_term(ReportWriter *writer, ReportLabel label, int64_t value)
{
	markup_put(&writer->out, "<div><dt>");
	report_put_label(writer, label);
	markup_put(&writer->out, "</dt><dd>");
	report_put_number(writer, value);
	markup_put(&writer->out, "</dd></div>\n");
}

static void
put_summary(ReportWriter *writer, const Report *report, const ReportGroup *all)
{
	markup_put(&writer->out, "<dl class=\"summary\">\n");
	put_term(writer, LABEL_pages, all->pages);
	put_term(writer, LABEL_sites, report->groups[REPORT_SITES].total);
	put_term(writer, LABEL_languages, report->groups[REPORT_LANGUAGES].total);
	markup_put(&writer->out, "<div><dt>");
	report_put_label(writer, LABEL_confidence);
	markup_put(&writer->out, "</dt><dd>");
	report_put_decimal(writer, all->confidence);
	markup_put(&writer->out, "</dd></div>\n");
	put_term(writer, LABEL_unsure, all->unsure);
	put_term(writer, LABEL_paywalled, report->paywalled);
	put_term(writer, LABEL_not_pages, report->parsed - all->pages);
	put_term(writer, LABEL_not_parsed, report->rows - report->parsed);
	markup_put(&writer->out, "</dl>\n");
}

/* ---------------------------------------------------------------- tables */

static const char *const field_names[REPORT_FIELDS] = {
#define REPORT_FIELD(name) #name,
#include "pg/report_field_list.h"
#undef REPORT_FIELD
};

static void
put_missing(ReportWriter *writer, const ReportGroup *all)
{
	markup_put(&writer->out, "<table><tbody>\n");
	for (int i = 0; i < REPORT_FIELDS; i++)
	{
		markup_put(&writer->out, "<tr><th scope=\"row\">");
		markup_put(&writer->out, field_names[i]);
		markup_put(&writer->out, "</th><td>");
		report_put_number(writer, all->missing[i]);
		markup_put(&writer->out, "</td><td>");
		report_put_share(writer, all->missing[i], all->pages);
		report_put_bar(writer, all->missing[i], all->pages, "gap");
		markup_put(&writer->out, "</td></tr>\n");
	}
	markup_put(&writer->out, "</tbody></table>\n");
}

static void
put_header_cell(ReportWriter *writer, ReportLabel label)
{
	markup_put(&writer->out, "<th scope=\"col\">");
	report_put_label(writer, label);
	markup_put(&writer->out, "</th>");
}

static void
put_group(ReportWriter *writer, const ReportGroup *group, int fields)
{
	markup_put(&writer->out, "<tr><th scope=\"row\">");
	if (group->key.data != NULL)
		markup_text(&writer->out, group->key);
	else
		report_put_label(writer, LABEL_nothing);
	markup_put(&writer->out, "</th><td>");
	report_put_number(writer, group->pages);
	markup_put(&writer->out, "</td><td>");
	report_put_decimal(writer, group->confidence);
	report_put_bar(writer, (int64_t) (group->confidence * 100), 100, "bar");
	markup_put(&writer->out, "</td><td>");
	report_put_number(writer, group->unsure);
	for (int i = 0; i < fields; i++)
	{
		markup_put(&writer->out, "</td><td>");
		report_put_share(writer, group->missing[i], group->pages);
	}
	markup_put(&writer->out, "</td></tr>\n");
}

/* Rows of a table; what comes after them is counted. */
#define MOST_ROWS 30

/* A table of groups, with columns for the first fields. */
static void
put_groups(ReportWriter *writer, const ReportGroups *groups, ReportLabel what, int fields)
{
	uint32_t shown = Min(groups->count, MOST_ROWS);

	markup_put(&writer->out, "<div class=\"scroll\"><table><thead><tr>");
	put_header_cell(writer, what);
	put_header_cell(writer, LABEL_pages);
	put_header_cell(writer, LABEL_confidence);
	put_header_cell(writer, LABEL_unsure);
	for (int i = 0; i < fields; i++)
	{
		markup_put(&writer->out, "<th scope=\"col\">");
		markup_put(&writer->out, field_names[i]);
		markup_put(&writer->out, "</th>");
	}
	markup_put(&writer->out, "</tr></thead><tbody>\n");
	for (uint32_t i = 0; i < shown; i++)
		put_group(writer, &groups->items[i], fields);
	markup_put(&writer->out, "</tbody></table></div>\n");
	if (groups->total > shown)
	{
		markup_put(&writer->out, "<p class=\"note\">");
		report_put_number(writer, groups->total - shown);
		markup_put(&writer->out, " ");
		report_put_label(writer, LABEL_more);
		markup_put(&writer->out, "</p>\n");
	}
}

/* ---------------------------------------------------------------- the worst pages */

/* Writes a document into an attribute. Line feeds stay: the hash of its styles counts them. */
static void
put_document(Markup *out, Str document)
{
	uint32_t written = 0;

	for (uint32_t i = 0; i < document.len; i++)
	{
		if (document.data[i] != '&' && document.data[i] != '"')
			continue;
		strbuf_add(&out->buf, str_sub(document, written, i - written));
		markup_put(out, document.data[i] == '&' ? "&amp;" : "&quot;");
		written = i + 1;
	}
	strbuf_add(&out->buf, str_sub(document, written, document.len));
}

static void
put_address(Markup *out, Str url)
{
	bool link = str_starts_ascii(url, STR("http://")) || str_starts_ascii(url, STR("https://"));

	markup_put(out, "<div class=\"where\">");
	if (link)
	{
		markup_put(out, "<a rel=\"noreferrer\"");
		markup_attribute(out, "href", url);
		markup_put(out, ">");
	}
	markup_text(out, url);
	markup_put(out, link ? "</a></div>\n" : "</div>\n");
}

static void
put_page(ReportWriter *writer, const ReportPage *page)
{
	Markup *out = &writer->out;

	markup_put(out, "<li><b>");
	if (page->title.len > 0)
		markup_text(out, page->title);
	else
		report_put_label(writer, LABEL_untitled);
	markup_put(out, "</b> <small>");
	report_put_label(writer, LABEL_confidence);
	markup_put(out, " ");
	report_put_decimal(writer, page->confidence);
	markup_put(out, "</small>\n");
	put_address(out, page->url);
	if (page->explanation.len > 0)
	{
		markup_put(out, "<details><summary>");
		report_put_label(writer, LABEL_explanation);
		markup_put(out, "</summary><iframe sandbox loading=\"lazy\"");
		markup_attribute(out, "title", page->title.len > 0 ? page->title : page->url);
		markup_put(out, " srcdoc=\"");
		put_document(out, page->explanation);
		markup_put(out, "\"></iframe></details>\n");
	}
	markup_put(out, "</li>\n");
}

static void
put_worst(ReportWriter *writer, const Report *report)
{
	bool explained = report->nworst > 0 && report->worst[0].explanation.len > 0;

	if (report->nworst == 0)
		return;
	put_heading(writer, LABEL_worst_title, explained ? LABEL_none : LABEL_no_html);
	markup_put(&writer->out, "<ol class=\"worst\">\n");
	for (uint32_t i = 0; i < report->nworst; i++)
		put_page(writer, &report->worst[i]);
	markup_put(&writer->out, "</ol>\n");
}

/* ---------------------------------------------------------------- the document */

static void
put_head(ReportWriter *writer, Str table)
{
	Markup *out = &writer->out;

	markup_put(out, writer->french ? "<!DOCTYPE html>\n<html lang=\"fr\">"
								   : "<!DOCTYPE html>\n<html lang=\"en\">");
	markup_put(out, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
					"content=\"width=device-width, initial-scale=1\">\n"
					"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
					"style-src 'unsafe-inline'; "
					"base-uri 'none'; form-action 'none'\">\n<meta name=\"generator\" "
					"content=\"article " ARTICLE_VERSION "\">\n<title>");
	markup_text(out, table);
	markup_put(out, " - article_report</title>\n<style>");
	markup_put(out, report_style);
	markup_put(out, "</style></head>\n<body>\n<p class=\"kicker\">");
	report_put_label(writer, LABEL_kicker);
	markup_put(out, "</p>\n<h1>");
	markup_text(out, table);
	markup_put(out, "</h1>\n");
}

static void
put_figures(ReportWriter *writer, const Report *report, const ReportGroup *all)
{
	markup_put(&writer->out, "<div class=\"pair\"><section>\n");
	put_heading(writer, LABEL_confidence_title, LABEL_confidence_note);
	report_put_levels(writer, &report->groups[REPORT_LEVELS]);
	put_heading(writer, LABEL_years_title, LABEL_years_note);
	report_put_years(writer, &report->groups[REPORT_YEARS]);
	markup_put(&writer->out, "</section><section>\n");
	put_heading(writer, LABEL_missing_title, LABEL_missing_note);
	put_missing(writer, all);
	markup_put(&writer->out, "</section></div>\n");
	put_heading(writer, LABEL_sites_title, LABEL_sites_note);
	put_groups(writer, &report->groups[REPORT_SITES], LABEL_sites, REPORT_SITE_FIELDS);
	put_heading(writer, LABEL_languages_title, LABEL_none);
	put_groups(writer, &report->groups[REPORT_LANGUAGES], LABEL_languages, REPORT_SITE_FIELDS);
}

Str
report_write(const Report *report, Arena *arena, bool french)
{
	ReportWriter writer = {.french = french};
	const ReportGroup *all = report->groups[REPORT_ALL].items;

	markup_start(&writer.out, arena, NO_LIMIT);
	put_head(&writer, report->table);
	put_summary(&writer, report, all);
	if (all->pages > 0)
	{
		put_figures(&writer, report, all);
		put_worst(&writer, report);
	}
	else
	{
		markup_put(&writer.out, "<p>");
		report_put_label(&writer, LABEL_empty);
		markup_put(&writer.out, "</p>\n");
	}
	markup_put(&writer.out, "</body></html>\n");
	return strbuf_str(&writer.out.buf);
}
