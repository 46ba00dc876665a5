/*
 * explain_fact.c
 *	  The candidates: the dates that a page mentions and the facts that it declares. Those that
 *	  agree with the article are marked.
 */
#include "base/array.h"
#include "article/explain/explain.h"

/* Enough characters to recognize a value. */
#define VALUE_CHARS 200

/* Most rows of a table: hostile pages declare thousands of facts. */
#define ROWS_MAX 300

static void
open_table(Explanation *explanation, ExplainText name, uint32_t count, const ExplainText *columns,
		   size_t ncolumns)
{
	explain_markup(explanation, "<details class=\"facts\"><summary>");
	explain_say(explanation, name);
	explain_markup(explanation, " <span class=\"count\">");
	explain_number(explanation, count);
	explain_markup(explanation, "</span></summary>\n<div class=\"wide\"><table><thead><tr>");
	explain_columns(explanation, columns, ncolumns);
	explain_markup(explanation, "</tr></thead><tbody>\n");
}

static void
close_table(Explanation *explanation, uint32_t count)
{
	explain_markup(explanation, "</tbody></table></div>");
	if (count > ROWS_MAX)
	{
		explain_markup(explanation, "<p>");
		explain_say_number(explanation, SAY_and_more, count - ROWS_MAX);
		explain_markup(explanation, "</p>");
	}
	explain_markup(explanation, "</details>\n");
}

static void
open_row(Explanation *explanation, const char *name, bool chosen)
{
	explain_markup(explanation,
				   chosen ? "<tr class=\"chosen\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
	explain_say_phrase(explanation, name);
	explain_markup(explanation, "</th><td>");
}

static void
close_row(Explanation *explanation, bool chosen)
{
	explain_markup(explanation, "</td><td>");
	if (chosen)
		explain_say(explanation, SAY_agrees);
	explain_markup(explanation, "</td></tr>\n");
}

static void
put_date(Explanation *explanation, const ArticleDate *date)
{
	const Article *article = &explanation->reader->article;
	bool chosen = (date->role != DATE_MODIFIED &&
				   explain_same_date(explanation, &article->published, &date->instant)) ||
				  (date->role != DATE_PUBLISHED &&
				   explain_same_date(explanation, &article->modified, &date->instant));

	open_row(explanation, date_role_name(date->role), chosen);
	explain_instant(explanation, &date->instant);
	explain_markup(explanation, "</td><td>");
	explain_say_phrase(explanation, date->instant.source);
	explain_markup(explanation, "</td><td>");
	explain_open_text(explanation, "span");
	explain_excerpt(explanation, date->instant.raw, VALUE_CHARS);
	explain_markup(explanation, "</span>");
	close_row(explanation, chosen);
}

static void
put_fact(Explanation *explanation, const Fact *fact)
{
	bool chosen = explain_is_chosen(explanation, fact);

	open_row(explanation, fact_kind_name(fact->kind), chosen);
	explain_open_text(explanation, "span");
	explain_excerpt(explanation, fact->text, VALUE_CHARS);
	explain_markup(explanation, "</span></td><td>");
	explain_say_phrase(explanation, explain_fact_place(fact));
	close_row(explanation, chosen);
}

/* Writes that there is nothing to list. */
static void
put_none(Explanation *explanation, ExplainText text)
{
	explain_markup(explanation, "<p class=\"missing\">");
	explain_say(explanation, text);
	explain_markup(explanation, "</p>\n");
}

static void
put_dates(Explanation *explanation)
{
	static const ExplainText columns[] = {SAY_role, SAY_instant, SAY_source, SAY_words, SAY_field};

	if (explanation->ndates == 0)
	{
		put_none(explanation, SAY_no_date);
		return;
	}
	open_table(explanation, SAY_dates, explanation->ndates, columns, lengthof(columns));
	for (uint32_t i = 0; i < explanation->ndates && i < ROWS_MAX; i++)
		put_date(explanation, &explanation->dates[i]);
	close_table(explanation, explanation->ndates);
}

static void
put_facts(Explanation *explanation)
{
	static const ExplainText columns[] = {SAY_kind, SAY_value, SAY_source, SAY_field};
	const Facts *facts = &explanation->reader->facts;

	if (facts->count == 0)
	{
		put_none(explanation, SAY_no_fact);
		return;
	}
	open_table(explanation, SAY_facts, facts->count, columns, lengthof(columns));
	for (uint32_t i = 0; i < facts->count && i < ROWS_MAX; i++)
		put_fact(explanation, &facts->items[i]);
	close_table(explanation, facts->count);
}

void
explain_declared(Explanation *explanation)
{
	explain_open_section(explanation, "evidence", SAY_evidence);
	put_dates(explanation);
	put_facts(explanation);
	explain_markup(explanation, "</section>\n");
}
