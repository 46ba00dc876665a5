/*
 * test_expression.c
 *	  French dates as ranges of time: single expressions, and the dates of sentences.
 */
#include <stdio.h>

#include "base/array.h"
#include "french/expression.h"
#include "tap.h"

/* 2020-07-02 09:30; local time is UTC here. */
#define REFERENCE INT64_C(1593682200)

static const int64_t reference = REFERENCE;
static const DateContext now = {NULL, NULL, &reference};
static const DateContext unknown = {NULL, NULL, NULL};

/* Writes an instant, without its time if that is midnight and `brief`. */
static size_t
write_instant(char *out, size_t size, int64_t seconds, bool brief)
{
	int64_t days = (seconds - (seconds % 86400 + 86400) % 86400) / 86400;
	int minutes = (int) ((seconds - days * 86400) / 60);
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(days, &year, &month, &day);
	if (brief && minutes == 0)
		return (size_t) snprintf(out, size, "%04d-%02d-%02d", year, month, day);
	return (size_t) snprintf(out, size, "%04d-%02d-%02dT%02d:%02d", year, month, day, minutes / 60,
							 minutes % 60);
}

typedef struct ExpressionCase
{
	const char *text;
	const char *from; /* NULL: no date */
	const char *to;
} ExpressionCase;

static const ExpressionCase cases[] = {
#define EXPRESSION(text, from, to) {text, from, to},
#define NO_DATE(text) {text, NULL, NULL},
#include "expression_list.h"
#undef EXPRESSION
#undef NO_DATE
};

static void
test_one(void)
{
	for (size_t i = 0; i < lengthof(cases); i++)
	{
		char got[64] = "none";
		char wanted[64] = "none";
		DateMeant meant;

		if (expression_parse(str_cstr(cases[i].text), &now, &meant))
		{
			size_t len = write_instant(got, sizeof(got), meant.from, false);

			got[len++] = ' ';
			write_instant(got + len, sizeof(got) - len, meant.to, false);
		}
		if (cases[i].from != NULL)
			snprintf(wanted, sizeof(wanted), "%s %s", cases[i].from, cases[i].to);
		tap_equal_text(str_cstr(got), str_cstr(wanted), cases[i].text);
	}
}

/* Writes the dates of a text as expression_text_list.h shows them. */
static Str
describe(Str text, char *out, size_t size)
{
	DateExpressions expressions;
	DateMeant meant;
	ExpressionStep step;
	size_t len = 0;

	expression_start(&expressions, text, &now);
	while ((step = expression_next(&expressions, &meant)) != EXPRESSION_END)
	{
		if (step == EXPRESSION_PAUSED)
			continue;
		len += (size_t) snprintf(out + len, size - len, "%s%.*s ", len > 0 ? "; " : "",
								 (int) (meant.end - meant.start), text.data + meant.start);
		len += write_instant(out + len, size - len, meant.from, true);
		out[len++] = ' ';
		len += write_instant(out + len, size - len, meant.to, true);
	}
	return str_make(out, len);
}

static void
test_texts(void)
{
	static const struct
	{
		const char *text;
		const char *dates;
	} texts[] = {
#define TEXT(text, dates) {text, dates},
#include "expression_text_list.h"
#undef TEXT
	};
	char out[1024];

	for (size_t i = 0; i < lengthof(texts); i++)
		tap_equal_text(describe(str_cstr(texts[i].text), out, sizeof(out)),
					   str_cstr(texts[i].dates), texts[i].text);
}

/* Without the moment of publication only what needs none has a value. */
static void
test_unknown(void)
{
	DateMeant meant;

	tap_ok(expression_parse(STR("21 décembre 2016"), &unknown, &meant),
		   "a whole date needs no reference");
	tap_ok(expression_parse(STR("les années 1990"), &unknown, &meant), "nor does a decade");
	tap_ok(!expression_parse(STR("mardi"), &unknown, &meant), "a weekday does");
	tap_ok(!expression_parse(STR("le 21 décembre"), &unknown, &meant), "and a day without a year");
	tap_ok(!expression_parse(STR("du 3 au 5 mars"), &unknown, &meant), "and a range without one");
	tap_ok(!expression_parse(STR("il y a deux ans"), &unknown, &meant), "and a distance");
	tap_ok(!expression_parse(STR("à la Toussaint"), &unknown, &meant), "and a feast");
}

/* Easter Sundays, from the tables of the Bureau des longitudes. */
static void
test_easter(void)
{
	static const ExpressionCase easters[] = {
		{"Pâques 1818", "1818-03-22", NULL}, {"Pâques 1943", "1943-04-25", NULL},
		{"Pâques 1954", "1954-04-18", NULL}, {"Pâques 1981", "1981-04-19", NULL},
		{"Pâques 2008", "2008-03-23", NULL}, {"Pâques 2038", "2038-04-25", NULL}};

	for (size_t i = 0; i < lengthof(easters); i++)
	{
		char got[32] = "none";
		DateMeant meant;

		if (expression_parse(str_cstr(easters[i].text), &unknown, &meant))
			write_instant(got, sizeof(got), meant.from, true);
		tap_equal_text(str_cstr(got), str_cstr(easters[i].from), easters[i].text);
	}
}

/* Words, joiners and spaces without an end: the caller is given a chance to be cancelled. */
static void
test_pause(void)
{
	static const char *const units[] = {"a", "é", "\xE2\x80\x8D", "e\xCC\x81", " "};

	for (size_t i = 0; i < lengthof(units); i++)
	{
		StrBuf text;
		DateExpressions expressions;
		DateMeant meant;
		int pauses = 0;

		strbuf_init(&text, &tap_arena);
		while (text.len < 2000000)
			strbuf_add(&text, str_cstr(units[i]));
		expression_start(&expressions, strbuf_str(&text), &now);
		while (expression_next(&expressions, &meant) == EXPRESSION_PAUSED)
			pauses++;
		tap_ok(pauses > 3, "an endless word pauses");
		tap_ok(!expression_parse(strbuf_str(&text), &now, &meant), "and is no date");
	}
}

void
test_expression(void)
{
	test_one();
	test_texts();
	test_unknown();
	test_easter();
	test_pause();
}
