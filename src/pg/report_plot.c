/*
 * report_plot.c
 *	  See report_plot.h.  Plots are SVG elements in the document; their numbers are text in it.
 */
#include "postgres.h"

#include "pg/report_plot.h"

/* ---------------------------------------------------------------- words and numbers */

static const char *const labels[REPORT_LABELS][2] = {
#define REPORT_LABEL(name, english, french) {english, french},
#include "pg/report_label_list.h"
#undef REPORT_LABEL
};

void
report_put_label(ReportWriter *writer, ReportLabel label)
{
	markup_text(&writer->out, str_cstr(labels[label][writer->french]));
}

void
report_put_number(ReportWriter *writer, int64_t number)
{
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%lld", (long long) number);

	for (int i = 0; i < length; i++)
	{
		if (i > 0 && (length - i) % 3 == 0)
			markup_put(&writer->out, writer->french ? "&#8239;" : ",");
		strbuf_add_char(&writer->out.buf, digits[i]);
	}
}

void
report_put_decimal(ReportWriter *writer, double number)
{
	int hundredths = (int) (number * 100 + 0.5);
	char text[16];

	snprintf(text, sizeof(text), "%d%c%02d", hundredths / 100, writer->french ? ',' : '.',
			 hundredths % 100);
	markup_put(&writer->out, text);
}

void
report_put_share(ReportWriter *writer, int64_t part, int64_t whole)
{
	int percent = whole > 0 ? (int) ((part * 200 + whole) / (whole * 2)) : 0;
	char text[24];

	if (percent == 0 && part > 0)
		snprintf(text, sizeof(text), "&lt;&#8239;1");
	else
		snprintf(text, sizeof(text), "%d", percent);
	markup_put(&writer->out, part == 0 ? "<span class=\"zero\">" : "<span>");
	markup_put(&writer->out, text);
	markup_put(&writer->out, writer->french ? "&#8239;%</span>" : "%</span>");
}

/* ---------------------------------------------------------------- plots */

#define BAR_WIDTH 64

void
report_put_bar(ReportWriter *writer, int64_t part, int64_t whole, const char *class)
{
	char text[240];
	int width = whole > 0 ? (int) (part * BAR_WIDTH / whole) : 0;

	snprintf(text, sizeof(text),
			 "<svg width=\"%d\" height=\"8\" viewBox=\"0 0 %d 8\" aria-hidden=\"true\">"
			 "<rect class=\"back\" width=\"%d\" height=\"8\"/><rect class=\"%s\" width=\"%d\" "
			 "height=\"8\"/></svg>",
			 BAR_WIDTH, BAR_WIDTH, BAR_WIDTH, class, Min(width, BAR_WIDTH));
	markup_put(&writer->out, text);
}

/* A column of a plot. */
typedef struct PlotColumn
{
	char label[24]; /* below it; empty: none */
	char name[48];	/* in its tool tip */
	int64_t pages;
} PlotColumn;

#define PLOT_WIDTH 440
#define PLOT_SIDE 12 /* room for the half of a label beyond the columns */
#define PLOT_HEIGHT 100
#define PLOT_TOP 16 /* room for the number over a column */
#define PLOT_FOOT 18

static void
put_column(ReportWriter *writer, const PlotColumn *column, double x, double width, int64_t most)
{
	double height = most > 0 ? (double) column->pages * PLOT_HEIGHT / (double) most : 0;
	char text[320];

	snprintf(text, sizeof(text),
			 "<g><title>%s: %lld</title><rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
			 "height=\"%.1f\"/>",
			 column->name, (long long) column->pages, x + width * 0.1,
			 PLOT_TOP + PLOT_HEIGHT - height, width * 0.8, height);
	markup_put(&writer->out, text);
	if (width >= 20 && column->pages > 0 && column->pages < 100000)
	{
		snprintf(text, sizeof(text),
				 "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%lld</text>", x + width / 2,
				 PLOT_TOP + PLOT_HEIGHT - height - 4, (long long) column->pages);
		markup_put(&writer->out, text);
	}
	if (column->label[0] != '\0')
	{
		snprintf(text, sizeof(text), "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
				 x + width / 2, PLOT_TOP + PLOT_HEIGHT + 14, column->label);
		markup_put(&writer->out, text);
	}
	markup_put(&writer->out, "</g>\n");
}

static void
put_plot(ReportWriter *writer, const PlotColumn *columns, int count)
{
	int64_t most = 0;
	char text[240];

	for (int i = 0; i < count; i++)
		most = Max(most, columns[i].pages);
	snprintf(text, sizeof(text), "<svg class=\"plot\" viewBox=\"%d 0 %d %d\" role=\"img\">\n",
			 -PLOT_SIDE, PLOT_WIDTH + 2 * PLOT_SIDE, PLOT_TOP + PLOT_HEIGHT + PLOT_FOOT);
	markup_put(&writer->out, text);
	for (int i = 0; i < count; i++)
		put_column(writer, &columns[i], (double) PLOT_WIDTH * i / count,
				   (double) PLOT_WIDTH / count, most);
	snprintf(text, sizeof(text), "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/></svg>\n",
			 PLOT_WIDTH, PLOT_TOP + PLOT_HEIGHT, PLOT_TOP + PLOT_HEIGHT);
	markup_put(&writer->out, text);
}

void
report_put_levels(ReportWriter *writer, const ReportGroups *levels)
{
	PlotColumn columns[10] = {{"", "", 0}};
	char mark = writer->french ? ',' : '.';

	for (int i = 0; i < 10; i++)
	{
		snprintf(columns[i].label, sizeof(columns[i].label), "0%c%d", mark, i);
		snprintf(columns[i].name, sizeof(columns[i].name), "0%c%d-%d%c%d", mark, i, (i + 1) / 10,
				 mark, (i + 1) % 10);
	}
	for (uint32_t i = 0; i < levels->count; i++)
	{
		Str key = levels->items[i].key;

		if (key.len == 1 && ascii_digit(key.data[0]))
			columns[key.data[0] - '0'].pages = levels->items[i].pages;
	}
	put_plot(writer, columns, 10);
}

#define MOST_YEARS 60

static int
year_of(const ReportGroup *group)
{
	char digits[16] = "";

	memcpy(digits, group->key.data, Min(group->key.len, sizeof(digits) - 1));
	return atoi(digits);
}

/* The last year with pages, and the first, not more than MOST_YEARS apart. */
static bool
find_years(const ReportGroups *years, int *first, int *last)
{
	*last = PG_INT32_MIN;
	for (uint32_t i = 0; i < years->count; i++)
		if (years->items[i].key.data != NULL)
			*last = Max(*last, year_of(&years->items[i]));
	*first = *last;
	for (uint32_t i = 0; i < years->count; i++)
		if (years->items[i].key.data != NULL && year_of(&years->items[i]) > *last - MOST_YEARS)
			*first = Min(*first, year_of(&years->items[i]));
	return *last != PG_INT32_MIN;
}

void
report_put_years(ReportWriter *writer, const ReportGroups *years)
{
	PlotColumn columns[MOST_YEARS] = {{"", "", 0}};
	int first;
	int last;
	int step;

	if (!find_years(years, &first, &last))
		return;
	step = (last - first) / 8 + 1; /* labels beside one another are no wider than this */
	for (int year = first; year <= last; year++)
	{
		PlotColumn *column = &columns[year - first];

		snprintf(column->name, sizeof(column->name), "%d", year);
		if ((last - year) % step == 0)
			snprintf(column->label, sizeof(column->label), "%d", year);
	}
	for (uint32_t i = 0; i < years->count; i++)
	{
		const ReportGroup *group = &years->items[i];

		if (group->key.data != NULL && year_of(group) >= first)
			columns[year_of(group) - first].pages += group->pages;
	}
	put_plot(writer, columns, last - first + 1);
}
