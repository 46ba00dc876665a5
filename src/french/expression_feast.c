/*
 * expression_feast.c
 *	  Feasts: their names in, as tokens, an unresolved moment out; and a feast and a year in, the
 *	  day out. Easter by the Gregorian computus.
 */
#include "french/expression_internal.h"

#include "base/array.h"

/* ---------------------------------------------------------------- names */

/* The new years of other calendars. */
static bool
is_other_year(DateScanner *tokens, uint32_t i)
{
	static const char *const others[] = {"berbere", "chinois",	"copte", "iranien",	  "juif",
										 "lunaire", "musulman", "perse", "orthodoxe", "vietnamien"};

	for (size_t k = 0; k < lengthof(others); k++)
		if (expression_text(tokens, i, others[k]))
			return true;
	return false;
}

/* lundi de Pâques, jeudi de l'Ascension, mardi gras, vendredi saint, mercredi des Cendres. */
static uint32_t
feast_weekday(DateScanner *tokens, uint32_t i, int *feast)
{
	uint32_t at = expression_skip(tokens, i + 1, EXPRESSION_LINK_DES);
	int weekday;

	if (expression_weekday(tokens, i, true, &weekday) == 0)
		return 0;
	*feast =
		weekday == 2 && expression_text(tokens, i + 1, "gras")	  ? EXPRESSION_FEAST_SHROVE_TUESDAY
		: weekday == 3 && expression_text(tokens, at, "cendres")  ? EXPRESSION_FEAST_ASH_WEDNESDAY
		: weekday == 4 && expression_text(tokens, i + 1, "saint") ? EXPRESSION_FEAST_MAUNDY_THURSDAY
		: weekday == 5 && expression_text(tokens, i + 1, "saint") ? EXPRESSION_FEAST_GOOD_FRIDAY
																  : EXPRESSION_FEAST_NONE;
	if (*feast != EXPRESSION_FEAST_NONE)
		return *feast == EXPRESSION_FEAST_ASH_WEDNESDAY ? at + 1 : i + 2;
	if (at == i + 1)
		at = expression_article(tokens, expression_skip(tokens, i + 1, EXPRESSION_LINK_DE));
	if (at == i + 1 || !expression_is(tokens, at, EXPRESSION_FEAST, feast))
		return 0;
	if (weekday == 1 && (*feast == EXPRESSION_FEAST_EASTER || *feast == EXPRESSION_FEAST_PENTECOST))
		(*feast)++;
	return at + 1;
}

/* "fête du Travail", "fête nationale belge"; without its country a national day has no date. */
static uint32_t
fete_word(DateScanner *tokens, uint32_t i, int *feast)
{
	if (expression_link(tokens, i + 1, EXPRESSION_LINK_DU) &&
		expression_text(tokens, i + 2, "travail"))
		return i + 3;
	if (!expression_text(tokens, i + 1, "nationale"))
		return 0;
	*feast = expression_text(tokens, i + 2, "belge")	   ? EXPRESSION_FEAST_BELGIAN
			 : expression_text(tokens, i + 2, "suisse")	   ? EXPRESSION_FEAST_SWISS
			 : expression_text(tokens, i + 2, "francaise") ? EXPRESSION_FEAST_NATIONAL
														   : EXPRESSION_FEAST_NONE;
	return *feast != EXPRESSION_FEAST_NONE ? i + 3 : 0;
}

/* The saint at token i, whose name is places' too: "la Saint-Jean", not "Saint-Jean-de-Luz". */
static uint32_t
saint_word(DateScanner *tokens, uint32_t i, int *feast)
{
	uint32_t at = i + 1 + token_mark(tokens, i + 1, '-');

	if (!expression_is(tokens, at, EXPRESSION_SAINT, feast) || *feast == EXPRESSION_FEAST_NONE)
		return 0;
	if (*feast != EXPRESSION_FEAST_SAINT_JOHN && *feast != EXPRESSION_FEAST_SAINT_NICHOLAS)
		return at + 1;
	if (i == 0 || !expression_link(tokens, i - 1, EXPRESSION_LINK_LE) ||
		token_at(tokens, i - 1)->end - token_at(tokens, i - 1)->start != 2)
		return 0;
	if (!token_mark(tokens, at + 1, '-') || token_at(tokens, at + 1)->spaced)
		return at + 1;
	return expression_text(tokens, at + 2, "baptiste") ? at + 3 : 0;
}

/* Noël, lundi de Pâques, la Saint-Valentin, le jour de l'an, Nouvel An. */
static uint32_t
feast_word(DateScanner *tokens, uint32_t i, int *feast)
{
	uint32_t at;
	uint32_t weekday = feast_weekday(tokens, i, feast);

	if (weekday != 0)
		return weekday;
	if (expression_is(tokens, i, EXPRESSION_SAINT, feast))
		return saint_word(tokens, i, feast);
	if (expression_text(tokens, i, "jour") && expression_link(tokens, i + 1, EXPRESSION_LINK_DE))
	{
		at = expression_article(tokens, i + 2);
		*feast = EXPRESSION_FEAST_NEW_YEAR;
		if (at > i + 2 && expression_text(tokens, at, "an"))
			return at + 1;
		i = at; /* le jour de Noël */
	}
	if (!expression_is(tokens, i, EXPRESSION_FEAST, feast))
		return 0;
	if (*feast == EXPRESSION_FEAST_LABOUR)
		return fete_word(tokens, i, feast);
	if (*feast == EXPRESSION_FEAST_BLACK_FRIDAY)
		return expression_text(tokens, i + 1, "friday") ? i + 2 : 0;
	if (*feast == EXPRESSION_FEAST_THANKSGIVING)
		return expression_link(tokens, i + 1, EXPRESSION_LINK_DE) &&
					   (expression_text(tokens, i + 2, "grace") ||
						expression_text(tokens, i + 2, "graces"))
				   ? i + 3
				   : 0;
	if (*feast == EXPRESSION_FEAST_NEW_YEAR)
		return expression_text(tokens, i + 1, "an") && !is_other_year(tokens, i + 2) ? i + 2 : 0;
	/* "le réveillon du Nouvel An" is that of the Saint-Sylvestre */
	if (*feast == EXPRESSION_FEAST_CHRISTMAS_EVE &&
		expression_link(tokens, i + 1, EXPRESSION_LINK_DU) &&
		expression_text(tokens, i + 2, "nouvel") && expression_text(tokens, i + 3, "an"))
	{
		*feast = EXPRESSION_FEAST_NEW_YEAR_EVE;
		return i + 4;
	}
	if (*feast == EXPRESSION_FEAST_CHRISTMAS_EVE &&
		expression_link(tokens, i + 1, EXPRESSION_LINK_DU))
		return 0; /* "le réveillon du 31 décembre" */
	/* the ascension of a mountain, an armistice: these feasts have a capital */
	if (*feast == EXPRESSION_FEAST_ASCENSION || *feast == EXPRESSION_FEAST_ARMISTICE ||
		*feast == EXPRESSION_FEAST_PALM_SUNDAY)
		return token_at(tokens, i)->capital ? i + 1 : 0;
	return i + 1;
}

uint32_t
feast_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i;
	int feast;
	int part = EXPRESSION_PART_NONE;
	uint32_t next;

	/* "le soir de Noël" */
	next = moment_part_read(tokens, i, &part);
	if (next != 0)
		at = next;
	if (at > i)
		at = expression_of(tokens, at);
	next = feast_word(tokens, at, &feast);
	if (next == 0)
		return 0;
	moment->feast = (uint8_t) feast;
	moment->precision = at > i && part != EXPRESSION_PART_NONE ? PRECISION_PART : PRECISION_DAY;
	moment->part = (uint8_t) part;
	/* the evening of Christmas is the one before it */
	if (feast == EXPRESSION_FEAST_CHRISTMAS && part >= EXPRESSION_PART_EVENING)
		moment->feast = EXPRESSION_FEAST_CHRISTMAS_EVE;
	next = moment_pick_read(tokens, next, moment);
	return moment_year_read(tokens, next, moment);
}

/* ---------------------------------------------------------------- days */

/* Easter Sunday: the anonymous Gregorian algorithm (Nature, 20 April 1876). */
static int64_t
easter(int32_t year)
{
	int32_t golden = year % 19;
	int32_t century = year / 100;
	int32_t rest = year % 100;
	int32_t moon = (century - (century + 8) / 25 + 1) / 3;
	int32_t epact = (19 * golden + century - century / 4 - moon + 15) % 30;
	int32_t sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
	int32_t shift = (golden + 11 * epact + 22 * sunday) / 451;
	int32_t day = epact + sunday - 7 * shift + 114;

	return date_to_days(year, day / 31, day % 31 + 1);
}

/* Feasts of a day of the calendar: month and day; or of a distance from Easter, month 0. */
static const int8_t feast_days[][2] = {
	[EXPRESSION_FEAST_NONE] = {1, 1},
	[EXPRESSION_FEAST_NEW_YEAR] = {1, 1},
	[EXPRESSION_FEAST_EPIPHANY] = {1, 6},
	[EXPRESSION_FEAST_CANDLEMAS] = {2, 2},
	[EXPRESSION_FEAST_VALENTINE] = {2, 14},
	[EXPRESSION_FEAST_SHROVE_TUESDAY] = {0, -47},
	[EXPRESSION_FEAST_ASH_WEDNESDAY] = {0, -46},
	[EXPRESSION_FEAST_PALM_SUNDAY] = {0, -7},
	[EXPRESSION_FEAST_MAUNDY_THURSDAY] = {0, -3},
	[EXPRESSION_FEAST_GOOD_FRIDAY] = {0, -2},
	[EXPRESSION_FEAST_EASTER] = {0, 0},
	[EXPRESSION_FEAST_EASTER_MONDAY] = {0, 1},
	[EXPRESSION_FEAST_ASCENSION] = {0, 39},
	[EXPRESSION_FEAST_PENTECOST] = {0, 49},
	[EXPRESSION_FEAST_PENTECOST_MONDAY] = {0, 50},
	[EXPRESSION_FEAST_LABOUR] = {5, 1},
	[EXPRESSION_FEAST_SAINT_JOHN] = {6, 24},
	[EXPRESSION_FEAST_NATIONAL] = {7, 14},
	[EXPRESSION_FEAST_BELGIAN] = {7, 21},
	[EXPRESSION_FEAST_SWISS] = {8, 1},
	[EXPRESSION_FEAST_ASSUMPTION] = {8, 15},
	[EXPRESSION_FEAST_THANKSGIVING] = {10, 14},
	[EXPRESSION_FEAST_HALLOWEEN] = {10, 31},
	[EXPRESSION_FEAST_ALL_SAINTS] = {11, 1},
	[EXPRESSION_FEAST_ARMISTICE] = {11, 11},
	[EXPRESSION_FEAST_BLACK_FRIDAY] = {11, 29},
	[EXPRESSION_FEAST_SAINT_NICHOLAS] = {12, 6},
	[EXPRESSION_FEAST_CHRISTMAS_EVE] = {12, 24},
	[EXPRESSION_FEAST_CHRISTMAS] = {12, 25},
	[EXPRESSION_FEAST_NEW_YEAR_EVE] = {12, 31},
};

int64_t
feast_day(ExpressionFeast feast, int32_t year)
{
	int month = feast_days[feast][0];
	int day = feast_days[feast][1];
	int64_t last; /* the latest day that the feast may fall on */

	if (month == 0)
		return easter(year) + day;
	last = date_to_days(year, month, day);
	if (feast == EXPRESSION_FEAST_THANKSGIVING) /* Canada's: the second Monday of October */
		return last - (date_weekday(last) + 6) % 7;
	if (feast == EXPRESSION_FEAST_BLACK_FRIDAY) /* after the fourth Thursday of November */
		return last - (date_weekday(last) + 2) % 7;
	return last;
}
