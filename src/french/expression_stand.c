/*
 * expression_stand.c
 *	  Is an expression that reads like a date one in its place? Not "le Journal du Dimanche", "tous
 *	  les lundis", "rue du 4 septembre", nor an amount like 2000.
 */
#include "french/expression_internal.h"

#include "base/array.h"

static bool
starts_sentence(const DateExpressions *expressions, uint32_t i)
{
	return i <= expressions->sentence + 1;
}

/* Is token i the second part of a compound or after an apostrophe that no article has? */
static bool
joined_before(DateScanner *tokens, uint32_t i)
{
	const DateToken *mark = i > 0 ? token_at(tokens, i - 1) : NULL;

	return mark != NULL && mark->kind == DATE_TOKEN_MARK && mark->mark == '-' && !mark->spaced &&
		   !token_at(tokens, i)->spaced;
}

/* Is a name with a capital within a sentence a title: Journal du Dimanche, Mars? */
static bool
is_title(const DateExpressions *expressions, DateScanner *tokens, const Expression *expression)
{
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	if (expression->range || moment->day != 0 || moment->year != 0 ||
		moment->feast != EXPRESSION_FEAST_NONE)
		return false;
	if ((moment->weekday < 0 && moment->month == 0) || !token_at(tokens, i)->capital)
		return false;
	return !starts_sentence(expressions, i) ||
		   (moment->month != 0 && moment->edge == EXPRESSION_EDGE_NONE &&
			token_at(tokens, expression->end)->capital); /* Avril Martin */
}

/* Is the word before token i an ordinal: premier, troisième? */
static bool
follows_ordinal(DateScanner *tokens, uint32_t i)
{
	uint32_t value;
	bool ordinal;

	return token_at(tokens, i - 1)->kind == DATE_TOKEN_WORD &&
		   expression_number(tokens, i - 1, &value, &ordinal) != 0 && ordinal;
}

/* "le dimanche", "chaque mardi", "tous les jeudis": every week. */
static bool
is_habit(DateScanner *tokens, const Expression *expression)
{
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	/* "du lundi au vendredi", "le samedi et dimanche", but "de lundi à vendredi" */
	if (expression->range)
		return !expression->night && moment->weekday >= 0 && moment->day == 0 &&
			   moment->month == 0 &&
			   (expression_link(tokens, i, EXPRESSION_LINK_DU) ||
				(i > 0 && (expression_link(tokens, i - 1, EXPRESSION_LINK_LE) ||
						   expression_link(tokens, i - 1, EXPRESSION_LINK_LES))));
	/* "la matinée de lundi", "fin de journée lundi" */
	if (expression_is(tokens, i, EXPRESSION_PART, NULL) ||
		expression_is(tokens, i, EXPRESSION_EDGE, NULL))
		return false;
	if (moment->weekday < 0 || moment->day != 0 || moment->month != 0 ||
		moment->feast != EXPRESSION_FEAST_NONE || moment->pick != EXPRESSION_PICK_NONE ||
		moment->of_week || i == 0)
		return false;
	/* "le premier dimanche du mois", "le dernier lundi de mai" */
	if (expression_is(tokens, i - 1, EXPRESSION_LAST, NULL) ||
		expression_is(tokens, i - 1, EXPRESSION_NEXT, NULL) || follows_ordinal(tokens, i))
		return true;
	return expression_link(tokens, i - 1, EXPRESSION_LINK_LE) ||
		   expression_link(tokens, i - 1, EXPRESSION_LINK_LES) ||
		   expression_link(tokens, i - 1, EXPRESSION_LINK_DU) ||
		   expression_text(tokens, i - 1, "chaque") || expression_text(tokens, i - 1, "un") ||
		   expression_text(tokens, i - 1, "dit");
}

/* Is this a quotation mark? The scanner knows «, » and curly ones as '?'. */
static bool
is_quote(DateScanner *tokens, uint32_t i)
{
	return token_mark(tokens, i, '"') || token_mark(tokens, i, '?');
}

/* Does an amount precede: "plus de 2000", "les 2000"? */
static bool
is_amount(DateScanner *tokens, uint32_t i)
{
	static const char *const before[] = {
		"quelque", "environ", "les", "ses", "leurs", "quelques", "article", "boeing",
		"pres",	   "quasi",	  "mes", "nos", "page",	 "pages",	 "alinea",	"code"};

	if (i == 0)
		return false;
	if (token_mark(tokens, i - 1, '$') || token_mark(tokens, i - 1, '+') ||
		(token_classes(token_at(tokens, i - 1)) >> DATE_WORD_NO_DATE & 1))
		return true;
	if (is_quote(tokens, i - 1) && is_quote(tokens, i + 1)) /* the film "1917" */
		return true;
	for (size_t k = 0; k < lengthof(before); k++)
		if (expression_text(tokens, i - 1, before[k]))
			return true;
	return i > 1 && expression_link(tokens, i - 1, EXPRESSION_LINK_DE) &&
		   (expression_text(tokens, i - 2, "plus") || expression_text(tokens, i - 2, "moins") ||
			expression_text(tokens, i - 2, "pres") || expression_text(tokens, i - 2, "loin"));
}

/* A year without a word that says so is one near our time. */
static bool
is_bare_year(DateScanner *tokens, const Expression *expression)
{
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	if (expression->range || moment->precision != PRECISION_YEAR || !moment->bare)
		return true;
	if (is_amount(tokens, i))
		return false;
	if (moment->year >= 1900 && moment->year < 2050)
		return true;
	return i > 0 &&
		   (expression_link(tokens, i - 1, EXPRESSION_LINK_EN) ||
			expression_text(tokens, i - 1, "depuis") || expression_text(tokens, i - 1, "avant") ||
			expression_text(tokens, i - 1, "apres"));
}

/* A season without a year needs its article: "l'été", not "a été". */
static bool
is_bare_season(DateScanner *tokens, const Expression *expression)
{
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	if (expression->range || moment->precision != PRECISION_SEASON || !moment->bare)
		return false;
	/* "au printemps", "à l'automne", "avant l'été" are certain ones, "l'automne" any */
	if (i > 0 && expression_link(tokens, i - 1, EXPRESSION_LINK_AU))
		return false;
	i -= i > 0 && token_mark(tokens, i - 1, '\'');
	if (i < 2 || !expression_link(tokens, i - 1, EXPRESSION_LINK_LE))
		return true;
	return !expression_link(tokens, i - 2, EXPRESSION_LINK_A) &&
		   !expression_link(tokens, i - 2, EXPRESSION_LINK_AVANT) &&
		   !expression_link(tokens, i - 2, EXPRESSION_LINK_DES) &&
		   !expression_text(tokens, i - 2, "ici") && !expression_text(tokens, i - 2, "depuis");
}

/* Is a month without a year and a day one: "en mars", not "il mars"? */
static bool
is_bare_month(DateScanner *tokens, const Expression *expression)
{
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	return !expression->range && moment->precision == PRECISION_MONTH && moment->year == 0 &&
		   moment->edge == EXPRESSION_EDGE_NONE && i > 0 &&
		   (token_at(tokens, i - 1)->kind == DATE_TOKEN_NUMBER ||
			expression_text(tokens, i - 1, "un"));
}

/* Is it the name of a street or a station: rue du 4 septembre, place du 8 Mai? */
static bool
is_street(DateScanner *tokens, const Expression *expression)
{
	static const char *const streets[] = {"rue",	 "avenue",	  "place", "boulevard", "quai",
										  "allee",	 "square",	  "cours", "esplanade", "pont",
										  "impasse", "chaussee",  "metro", "station",	"lycee",
										  "college", "promenade", "parvis"};
	const Moment *moment = &expression->first;
	uint32_t i = expression->start;

	if (i < 2 || expression->range || moment->day == 0 || moment->month == 0 ||
		!expression_link(tokens, i - 1, EXPRESSION_LINK_DU))
		return false;
	for (size_t k = 0; k < lengthof(streets); k++)
		if (expression_text(tokens, i - 2, streets[k]))
			return true;
	return false;
}

bool
expression_stands(const DateExpressions *expressions, DateScanner *tokens,
				  const Expression *expression)
{
	return !joined_before(tokens, expression->start) &&
		   !is_title(expressions, tokens, expression) && !is_habit(tokens, expression) &&
		   !is_street(tokens, expression) && is_bare_year(tokens, expression) &&
		   !is_bare_season(tokens, expression) && !is_bare_month(tokens, expression);
}
