/*
 * expression_scan.c
 *	  The dates of a text in order, and a text that is one date. A text in, resolved ranges out.
 *
 * At each word or figure that may start a date the forms are tried, the longest first.
 */
#include "french/expression_internal.h"

#include "base/array.h"
#include "french/number.h"

/* Letters of a Roman ordinal of centuries: XVIIIème. */
#define MOST_ROMAN 12
/* Tokens, or bytes, without a date after which the caller gets a chance to be cancelled. */
#define PAUSE_TOKENS 16384
#define PAUSE_BYTES (256 * 1024)

static void
start(DateExpressions *expressions, Str text, const DateContext *context)
{
	static const DateHabits french = {false, {"fr", 2}};

	scanner_init(&expressions->tokens, text, &french);
	expressions->context = *context;
	expressions->alone = false;
	expressions->next = expressions->sentence = 0;
	expressions->today = expressions->now = 0;
	if (context->reference != NULL)
	{
		int64_t now = *context->reference;

		if (context->offset != NULL)
		{
			int64_t guess = now + context->offset(context->zone, now);

			now += context->offset(context->zone, guess);
		}
		expressions->now = now;
		expressions->today = date_day_of(now);
	}
}

void
expression_start(DateExpressions *expressions, Str text, const DateContext *context)
{
	start(expressions, text, context);
}

/* ---------------------------------------------------------------- one expression */

static bool
read_expression(DateScanner *tokens, uint32_t i, bool whole, Expression *expression)
{
	Moment *moment = &expression->first;
	uint32_t single;

	expression->start = i;
	expression->range = expression->night = false;
	/* alone, "sept" is a month too: les sept derniers jours */
	expression->end = whole ? span_read(tokens, i, true, moment) : 0;
	if (expression->end != 0)
		return true;
	expression->end =
		range_read(tokens, i, whole, moment, &expression->last, &expression->night, &single);
	expression->range = expression->end != 0;
	if (expression->range)
		return true;
	/* a number alone may yet start a period: 1er trimestre */
	if (single != 0 && moment->bare && moment->precision == PRECISION_DAY && moment->weekday < 0)
		single = period_read(tokens, i, whole, moment);
	if (single == 0)
		single = relative_read(tokens, i, whole, moment);
	if (single == 0)
		single = span_read(tokens, i, whole, moment);
	expression->end = single;
	return single != 0;
}

static bool
resolve(const DateExpressions *expressions, Expression *expression, ExpressionTense tense,
		DateMeant *meant)
{
	int64_t from;
	int64_t to;
	int32_t zone = expression->first.zone;

	if (expression->range ? !range_resolve(expressions, &expression->first, &expression->last,
										   expression->night, tense, &from, &to)
						  : !moment_resolve(expressions, &expression->first, tense, &from, &to))
		return false;
	meant->from = expression_instant(expressions, from, zone);
	meant->to = expression_instant(expressions, to, zone);
	meant->precision = expression->night ? PRECISION_PART
					   : expression->first.edge == EXPRESSION_EDGE_UNITS
						   ? (DatePrecision) expression->first.unit
						   : expression->first.precision;
	return meant->from < meant->to;
}

/* ---------------------------------------------------------------- a text that is a date */

/* Is this a preposition that leaves the date what it is: depuis, avant, à partir de? */
static bool
is_preposition(DateScanner *tokens, uint32_t i)
{
	static const char *const words[] = {"dater",	"tout",	   "toute",	  "pont",	"apres",
										"avant",	"courant", "depuis",  "durant", "horizon",
										"ici",		"partir",  "pendant", "vers",	"tot",
										"compter",	"sur",	   "pour",	  "date",	"cours",
										"exercice", "saison",  "journee", "lors",	"ces"};

	for (size_t k = 0; k < lengthof(words); k++)
		if (expression_text(tokens, i, words[k]))
			return true;
	return false;
}

/* Do "semaine", "week-end" before "du", "des" leave the days what they are? */
static uint32_t
skip_week(DateScanner *tokens, uint32_t i)
{
	uint32_t at = i + 1;
	int unit;

	if (expression_is(tokens, i, EXPRESSION_WEEKEND, NULL))
		while (token_mark(tokens, at, '-') || expression_text(tokens, at, "end"))
			at++;
	else if (!expression_is(tokens, i, EXPRESSION_UNIT, &unit) || unit != PRECISION_WEEK)
		return i;
	return expression_link(tokens, at, EXPRESSION_LINK_DU) ||
				   expression_link(tokens, at, EXPRESSION_LINK_DES)
			   ? at
			   : i;
}

/* "le", "en", "à la", "depuis", "à partir du", before a date. */
static uint32_t
skip_lead(DateScanner *tokens, uint32_t i)
{
	for (int words = 0; words < 7; words++)
	{
		uint32_t next = skip_week(tokens, i + is_preposition(tokens, i));

		for (int link = EXPRESSION_LINK_A; link <= EXPRESSION_LINK_LES && next == i; link++)
			if (link != EXPRESSION_LINK_APRES && link != EXPRESSION_LINK_AVANT &&
				link != EXPRESSION_LINK_ET)
				next = expression_skip(tokens, i, (ExpressionLink) link);
		if (next == i)
			break;
		i = next;
	}
	return i;
}

/* A time stamp of ISO 8601. */
static bool
machine_read(Str text, Expression *expression)
{
	DateFields fields;

	if (text.len < 11 || !ascii_digit(text.data[0]) || text.data[4] != '-' ||
		!date_parse(text, NULL, &fields) || fields.month == 0 || fields.day == 0)
		return false;
	*expression = (Expression){.start = 0};
	moment_clear(&expression->first);
	expression->first.year = fields.year;
	expression->first.month = fields.month;
	expression->first.day = fields.day;
	expression->first.hour = fields.hour;
	expression->first.minute = fields.minute;
	expression->first.zone = fields.zone;
	expression->first.precision = fields.hour < 0 ? PRECISION_DAY : PRECISION_MINUTE;
	return true;
}

/* Says of a date without a year after "depuis" that it has begun: "depuis la mi-novembre". */
static void
mark_since(DateScanner *tokens, Expression *expression)
{
	Moment *moment = &expression->first;
	uint32_t i = expression->start;

	i -= i > 0 && token_mark(tokens, i - 1, '\'');
	i -= i > 0 && expression_link(tokens, i - 1, EXPRESSION_LINK_LE);
	if (i == 0 || !expression_text(tokens, i - 1, "depuis") || expression->range ||
		moment->relative || moment->year != 0 || moment->pick != EXPRESSION_PICK_NONE)
		return;
	moment->pick = EXPRESSION_PICK_SINCE;
}

/* Does "avant", "d'ici", "jusqu'à" before a text that is a date say that it is to come? */
static ExpressionTense
lead_tense(DateScanner *tokens, uint32_t i)
{
	for (uint32_t k = 0; k < i; k++)
		if (expression_link(tokens, k, EXPRESSION_LINK_AVANT) ||
			expression_link(tokens, k, EXPRESSION_LINK_JUSQUE) || expression_text(tokens, k, "ici"))
			return EXPRESSION_TENSE_FUTURE;
	return EXPRESSION_TENSE_NONE;
}

static bool
ends_here(DateScanner *tokens, uint32_t i)
{
	i += expression_text(tokens, i, "inclus") || expression_text(tokens, i, "compris");
	i += token_mark(tokens, i, '.');
	return token_at(tokens, i)->kind == DATE_TOKEN_END;
}

bool
expression_parse(Str text, const DateContext *context, DateMeant *meant)
{
	DateExpressions expressions;
	DateScanner *tokens = &expressions.tokens;
	Expression expression;
	uint32_t lead;

	if (text.len > EXPRESSION_PARSED_BYTES)
		return false;
	start(&expressions, text, context);
	expressions.alone = true;
	if (machine_read(text, &expression) &&
		resolve(&expressions, &expression, EXPRESSION_TENSE_NONE, meant))
	{
		meant->start = 0;
		meant->end = text.len;
		return true;
	}
	lead = skip_lead(tokens, 0);
	for (uint32_t i = 0; i <= lead; i++)
	{
		if (!read_expression(tokens, i, true, &expression) || !ends_here(tokens, expression.end))
			continue;
		mark_since(tokens, &expression);
		if (!resolve(&expressions, &expression, lead_tense(tokens, i), meant))
			continue;
		meant->start = token_at(tokens, i)->start;
		meant->end = token_at(tokens, expression.end - 1)->end;
		return true;
	}
	return false;
}

/* ---------------------------------------------------------------- the dates of a text */

/* Bit of the words of the date lexicon with which an expression may start. */
#define STARTING (UINT32_C(1) << DATE_WORD_FRENCH_NAME)

/*
 * Is this what a number before it may count to a date: trimestre, siècle, the jour of "premier jour
 * de mai", "derniers mois", "jours à venir"?
 */
static bool
is_numbered_unit(DateScanner *tokens, uint32_t i)
{
	int unit;

	if (expression_is(tokens, i, EXPRESSION_WEEKEND, NULL) ||
		expression_is(tokens, i, EXPRESSION_LAST, NULL) ||
		expression_is(tokens, i, EXPRESSION_NEXT, NULL))
		return true;
	return expression_is(tokens, i, EXPRESSION_UNIT, &unit) &&
		   (unit == PRECISION_QUARTER || unit == PRECISION_HALF || unit == PRECISION_FORTNIGHT ||
			unit == PRECISION_CENTURY || unit == PRECISION_DAY ||
			expression_link(tokens, i + 1, EXPRESSION_LINK_DE) ||
			expression_link(tokens, i + 1, EXPRESSION_LINK_A) ||
			expression_text(tokens, i + 1, "qui"));
}

/* May a number word start a date: premier mars, dix-neuvième siècle? The article un does not. */
static bool
may_count(DateScanner *tokens, uint32_t i)
{
	uint32_t next = i + 1;
	const DateToken *token;

	if (!number_may_be_word(token_at(tokens, i)->hash, false))
		return false;
	next += token_mark(tokens, next, '-');
	token = token_at(tokens, next);
	return token->kind == DATE_TOKEN_WORD &&
		   ((token_classes(token) & STARTING) || number_may_be_word(token->hash, true) ||
			is_numbered_unit(tokens, next) || expression_text(tokens, next, "moitie") ||
			expression_text(tokens, next, "premiers") ||
			expression_text(tokens, next, "premieres"));
}

/* May token i be the number, month, weekday or edge after "du", "entre", "dans"? */
static bool
may_be_point(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);

	if (token->kind != DATE_TOKEN_WORD)
		return token->kind == DATE_TOKEN_NUMBER;
	return (token_classes(token) & STARTING) || may_count(tokens, i) ||
		   expression_is(tokens, i, EXPRESSION_EDGE, NULL);
}

/* May a link open a range: "du 5 au 6", "entre", "dans deux ans"? */
static bool
may_open(DateScanner *tokens, uint32_t i, ExpressionLink link)
{
	switch (link)
	{
		case EXPRESSION_LINK_DE:
		{
			uint32_t at = expression_skip(tokens, i, EXPRESSION_LINK_DE);

			return may_be_point(tokens, at) || expression_text(tokens, at, "ici");
		}
		case EXPRESSION_LINK_ENTRE:
			return may_be_point(tokens, expression_article(tokens, i + 1));
		case EXPRESSION_LINK_DANS:
			return token_at(tokens, i + 1)->kind == DATE_TOKEN_NUMBER ||
				   number_may_be_word(token_at(tokens, i + 1)->hash, true);
		case EXPRESSION_LINK_DU:
		case EXPRESSION_LINK_LES:
			return may_be_point(tokens, i + 1);
		case EXPRESSION_LINK_APRES:
		case EXPRESSION_LINK_AVANT:
			return token_mark(tokens, i + 1, '-') ||
				   expression_is(tokens, i + 1, EXPRESSION_TODAY, NULL);
		default:
			return false;
	}
}

/* May a word of the list start a date, given the word after it? */
static bool
may_lead(DateScanner *tokens, uint32_t i, const ExpressionWord *word)
{
	const ExpressionWord *next = expression_word(tokens, i + 1);

	switch ((ExpressionClass) word->class)
	{
		case EXPRESSION_LINK:
			return may_open(tokens, i, (ExpressionLink) word->value);
		case EXPRESSION_UNIT:
			if (next == NULL)
				return token_at(tokens, i + 1)->kind == DATE_TOKEN_NUMBER;
			return next->class == EXPRESSION_LAST || next->class == EXPRESSION_NEXT ||
				   (next->class == EXPRESSION_LINK &&
					(next->value == EXPRESSION_LINK_DE ||
					 (next->value == EXPRESSION_LINK_DU && word->value == PRECISION_WEEK)));
		case EXPRESSION_THIS:
			return next != NULL || may_be_point(tokens, i + 1);
		case EXPRESSION_NEXT:
			return next != NULL || may_be_point(tokens, i + 1);
		case EXPRESSION_ABOUT:
		case EXPRESSION_NONE:
			return false;
		default:
			return true;
	}
}

/* May a capital letter start XIXe siècle or T4 2019? */
static bool
may_be_letters(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);

	if (token->end - token->start == 1)
		return token_at(tokens, i + 1)->kind == DATE_TOKEN_NUMBER;
	return strchr("IVXL", tokens->text.data[token->start]) != NULL &&
		   token->end - token->start <= MOST_ROMAN;
}

/* May a date start at token i? Most tokens are excluded here. */
static bool
may_start(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);
	const ExpressionWord *word;

	if (token->kind == DATE_TOKEN_NUMBER)
		return token->digits <= 4 && !chained_before(tokens, i, false);
	if (token->kind != DATE_TOKEN_WORD)
		return false;
	if (token_classes(token) & STARTING)
		return true;
	word = expression_word(tokens, i);
	if (word != NULL)
		return may_lead(tokens, i, word);
	if (may_count(tokens, i))
		return true;
	if (expression_text(tokens, i, "il"))
		return expression_text(tokens, i + 1, "y");
	if (expression_text(tokens, i, "voila") || expression_text(tokens, i, "voici"))
		return true;
	return token->capital && may_be_letters(tokens, i);
}

/* Does the verb near an expression say which year or week it is in? */
static bool
needs_tense(const DateExpressions *expressions, const Expression *expression)
{
	const Moment *moment = expression->range ? &expression->last : &expression->first;

	if (expressions->context.reference == NULL || moment->year != 0)
		return false;
	return !moment->relative || moment->precision == PRECISION_WEEKEND ||
		   moment->pick == EXPRESSION_PICK_THIS;
}

static bool
find_at(DateExpressions *expressions, uint32_t i, DateMeant *meant)
{
	DateScanner *tokens = &expressions->tokens;
	Expression expression;
	ExpressionTense tense;

	if (!may_start(tokens, i) || !read_expression(tokens, i, false, &expression))
		return false;
	if (!expression_stands(expressions, tokens, &expression))
	{
		expressions->next = expression.end;
		return false;
	}
	mark_since(tokens, &expression);
	tense = needs_tense(expressions, &expression) ? tense_around(expressions, i, expression.end)
												  : EXPRESSION_TENSE_NONE;
	/* papers tell of the days before */
	if (tense == EXPRESSION_TENSE_NONE && expression.first.weekday >= 0 &&
		expression.first.day == 0)
		tense = EXPRESSION_TENSE_PAST;
	if (!resolve(expressions, &expression, tense, meant))
		return false;
	meant->start = token_at(tokens, i)->start;
	meant->end = token_at(tokens, expression.end - 1)->end;
	expressions->next = expression.end;
	return true;
}

static bool
ends_sentence(DateScanner *tokens, uint32_t i)
{
	const DateToken *token = token_at(tokens, i);

	return token->kind == DATE_TOKEN_MARK && token->mark != '\0' &&
		   strchr(".!?", token->mark) != NULL;
}

ExpressionStep
expression_next(DateExpressions *expressions, DateMeant *meant)
{
	DateScanner *tokens = &expressions->tokens;
	uint32_t pause = expressions->next + PAUSE_TOKENS;
	uint32_t byte = tokens->byte;

	while (token_at(tokens, expressions->next)->kind != DATE_TOKEN_END)
	{
		uint32_t i = expressions->next++;

		if (find_at(expressions, i, meant))
			return EXPRESSION_FOUND;
		if (ends_sentence(tokens, i))
			expressions->sentence = i + 1;
		if (expressions->next >= pause || tokens->byte - byte > PAUSE_BYTES)
			return EXPRESSION_PAUSED;
	}
	return EXPRESSION_END;
}

const char *
expression_precision_name(DatePrecision precision)
{
	static const char *const names[] = {"minute",	 "hour",	  "daypart", "day",		"weekend",
										"week",		 "fortnight", "month",	 "quarter", "season",
										"half-year", "year",	  "decade",	 "century"};

	return names[precision];
}
