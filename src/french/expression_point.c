/*
 * expression_point.c
 *	  One day with what is said of it: tokens in, an unresolved moment out. mardi, lundi prochain,
 *	  3 juin à 18 heures, le dernier jour d'octobre, hier soir, Noël 2018.
 */
#include "french/expression_internal.h"

#include "base/array.h"

/* ---------------------------------------------------------------- days of the calendar */

/* "mars", "mars 2019", "mars dernier" after a day. */
static uint32_t
month_after(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int month;
	uint32_t next = expression_month(tokens, i, false, &month);

	if (next == 0)
		return 0;
	moment->month = (int8_t) month;
	return moment_pick_read(tokens, moment_year_read(tokens, next, moment), moment);
}

/* Does a date in figures have its month first: 12/13/2019? No French one does. */
static bool
is_month_first(DateScanner *tokens, uint32_t i, const DateFields *fields)
{
	return token_number(tokens, i, 1, 2) && token_at(tokens, i + 1)->kind == DATE_TOKEN_MARK &&
		   token_number(tokens, i + 2, 1, 2) &&
		   token_at(tokens, i + 2)->value != (uint64_t) fields->month;
}

/* 29/12/2017, 2017-12-29, 28 décembre 2017: as src/date reads them. */
static uint32_t
calendar_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	DateFields fields;
	DateForm form;
	uint32_t next = 0;

	/* what has no mark is for numbered_day, which knows French months only */
	if (token_at(tokens, i)->digits == 4 || token_at(tokens, i + 1)->kind == DATE_TOKEN_MARK)
		next = day_parse(tokens, i, &fields, &form);
	if (next == 0 || (form.weak && form.ambiguous && !whole) || fields.month == 0)
		return 0;
	if (is_month_first(tokens, i, &fields))
		return 0;
	/* 12/10 may be a mark or a share; two digits each are a date more often. */
	if (form.weak && !whole && !expression_link(tokens, i > 0 ? i - 1 : 0, EXPRESSION_LINK_LE))
		return 0;
	moment->year = fields.year;
	moment->month = fields.month;
	moment->day = fields.day;
	moment->weekday = fields.weekday;
	moment->precision = fields.day > 0 ? PRECISION_DAY : PRECISION_MONTH;
	if (moment->year == 0)
		next = moment_year_read(tokens, next, moment);
	return moment_pick_read(tokens, next, moment);
}

/* Do decimals or thousands follow the number at token i: "lundi 1.055 cas"? */
static bool
is_amount(DateScanner *tokens, uint32_t i)
{
	const DateToken *mark = token_at(tokens, i + 1);

	return (token_mark(tokens, i + 1, '.') || token_mark(tokens, i + 1, ',')) && !mark->spaced &&
		   token_at(tokens, i + 2)->kind == DATE_TOKEN_NUMBER && !token_at(tokens, i + 2)->spaced;
}

/* The number of a day: 5, 1er, premier, quatorze. */
static uint32_t
day_number(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	if (token_at(tokens, i)->kind == DATE_TOKEN_NUMBER &&
		(token_at(tokens, i)->digits > 2 ||
		 (chained_before(tokens, i, false) && !token_mark(tokens, i - 1, '-')))) /* 11-13 avril */
		return 0;
	if (is_amount(tokens, i))
		return 0;
	next = expression_number(tokens, i, &value, &ordinal);
	/* the first is 1er or premier; un is the article */
	if (next == 0 || value < 1 || value > 31 || (ordinal && value != 1) ||
		(value == 1 && !ordinal && token_at(tokens, i)->kind == DATE_TOKEN_WORD))
		return 0;
	moment->day = (int8_t) value;
	moment->precision = PRECISION_DAY;
	return next;
}

/* "du mois prochain", "du mois dernier", "de ce mois" after the number of a day. */
static uint32_t
of_month(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool this = expression_link(tokens, i, EXPRESSION_LINK_DE) &&
				expression_is(tokens, i + 1, EXPRESSION_THIS, NULL);
	uint32_t unit = i + 1 + this;

	if ((!this && !expression_link(tokens, i, EXPRESSION_LINK_DU)) ||
		!expression_text(tokens, unit, "mois"))
		return 0;
	if (expression_is(tokens, unit + 1, EXPRESSION_NEXT, NULL))
		moment->amount = 1;
	else if (expression_is(tokens, unit + 1, EXPRESSION_LAST, NULL))
		moment->amount = -1;
	else if (!this)
		return 0;
	moment->of_month = true;
	return unit + 1 + !this;
}

/* 5 mars, quatorze juillet 1789, 7 du mois prochain; a number alone is `bare`. */
static uint32_t
numbered_day(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t next = day_number(tokens, i, moment);
	uint32_t after;

	if (next == 0)
		return 0;
	if (token_mark(tokens, next, '-') && !token_at(tokens, next)->spaced) /* 1er-Mai */
		after = month_after(tokens, next + 1, moment);
	else
		after = month_after(tokens, expression_skip(tokens, next, EXPRESSION_LINK_DE), moment);
	if (after == 0)
		after = month_after(tokens, next, moment);
	if (after == 0)
		after = of_month(tokens, next, moment);
	moment->bare = after == 0;
	return after != 0 ? after : next;
}

/* 12/2019 */
static uint32_t
month_figures(DateScanner *tokens, uint32_t i, Moment *moment)
{
	const DateToken *month = token_at(tokens, i);
	const DateToken *year = token_at(tokens, i + 2);

	if (!token_number(tokens, i, 1, 2) || !token_mark(tokens, i + 1, '/') ||
		token_at(tokens, i + 1)->spaced || !token_number(tokens, i + 2, 4, 4) || year->spaced ||
		month->value < 1 || month->value > 12 || year->value < 1900 || year->value > 2100 ||
		chained_before(tokens, i, false) || token_mark(tokens, i + 3, '/'))
		return 0;
	moment->month = (int8_t) month->value;
	moment->year = (int32_t) year->value;
	moment->precision = PRECISION_MONTH;
	return i + 3;
}

/* ---------------------------------------------------------------- weekdays */

/* "en huit", "en quinze" after a weekday. */
static uint32_t
weeks_ahead(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	if (!expression_link(tokens, i, EXPRESSION_LINK_EN))
		return i;
	next = expression_number(tokens, i + 1, &value, &ordinal);
	if (next == 0 || ordinal || (value != 8 && value != 15))
		return i;
	moment->amount = (int32_t) value / 7 * 7;
	return next;
}

/* "la semaine prochaine", "de la semaine dernière", "cette semaine" after a weekday. */
static uint32_t
of_week(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = expression_article(tokens, expression_skip(tokens, i, EXPRESSION_LINK_DE));
	bool this = expression_is(tokens, at, EXPRESSION_THIS, NULL);
	int unit;

	at += this;
	if (!expression_is(tokens, at, EXPRESSION_UNIT, &unit) || unit != PRECISION_WEEK)
		return i;
	if (expression_is(tokens, at + 1, EXPRESSION_NEXT, NULL))
		moment->amount = 1;
	else if (expression_is(tokens, at + 1, EXPRESSION_LAST, NULL))
		moment->amount = -1;
	else if (!this)
		return i;
	moment->of_week = true;
	return at + 1 + !this;
}

/* mardi, mardi 5, mardi 5 février, dimanche matin 2 septembre, lundi prochain. */
static uint32_t
weekday_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	int weekday;
	uint32_t next = expression_weekday(tokens, i, !whole, &weekday);
	uint32_t day;
	uint32_t at;

	if (next == 0)
	{
		/* "mer. 10 juin", "ven 3 mai" */
		at = expression_weekday(tokens, i, false, &weekday);
		if (at == 0 || !token_number(tokens, at, 1, 2))
			return 0;
		next = at;
	}
	moment->weekday = (int8_t) weekday;
	moment->precision = PRECISION_DAY;
	at = moment_when_read(tokens, next, moment);
	day = expression_article(tokens, token_mark(tokens, at ? at : next, ',') ? next + 1
									 : at									 ? at
																			 : next);
	day = numbered_day(tokens, day, moment);
	if (day != 0 && (!moment->bare || (!expression_is(tokens, day, EXPRESSION_UNIT, NULL) &&
									   !expression_counted(tokens, day))))
		return day;
	moment->day = 0;
	moment->bare = false;
	next = at ? at : next;
	at = moment_pick_read(tokens, next, moment);
	if (at != next)
		return at;
	at = weeks_ahead(tokens, next, moment);
	return at != next ? at : of_week(tokens, next, moment);
}

/* ---------------------------------------------------------------- named days */

/* "demain mardi", "hier lundi 5 mars": a day that is told twice; returns i if it is not. */
static uint32_t
skip_its_name(DateScanner *tokens, uint32_t i)
{
	Moment again;
	uint32_t next;

	moment_clear(&again);
	next = weekday_read(tokens, i, false, &again);
	return next != 0 && again.precision == PRECISION_DAY && again.pick == EXPRESSION_PICK_NONE &&
				   !again.of_week
			   ? next
			   : i;
}

/* aujourd'hui, avant-hier, après-demain. */
static uint32_t
today_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool before = expression_link(tokens, i, EXPRESSION_LINK_AVANT);
	bool after = expression_link(tokens, i, EXPRESSION_LINK_APRES);
	int days;

	if (before || after)
	{
		i++;
		i += token_mark(tokens, i, '-');
	}
	if (!expression_is(tokens, i, EXPRESSION_TODAY, &days) || (before && days != -1) ||
		(after && days != 1))
		return 0;
	if (days == 0)
	{
		i += token_mark(tokens, i + 1, '\'');
		if (!expression_text(tokens, ++i, "hui"))
			return 0;
	}
	moment->relative = true;
	moment->amount = before || after ? 2 * days : days;
	moment->precision = PRECISION_DAY;
	return skip_its_name(tokens, i + 1);
}

/* "nuit dernière", "nuit prochaine". */
static uint32_t
other_night(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int part;

	if (!expression_is(tokens, i, EXPRESSION_PART, &part) || part != EXPRESSION_PART_NIGHT)
		return 0;
	if (expression_is(tokens, i + 1, EXPRESSION_LAST, NULL))
		moment->amount = -1;
	else if (!expression_is(tokens, i + 1, EXPRESSION_NEXT, NULL))
		return 0;
	moment->relative = true;
	moment->part = EXPRESSION_PART_NIGHT;
	moment->precision = PRECISION_PART;
	return i + 2;
}

/* "ce soir", "cet après-midi", "cette nuit", "ce lundi", "ce 17 novembre". */
static uint32_t
this_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	uint32_t next;
	int part;

	if (!expression_is(tokens, i, EXPRESSION_THIS, NULL))
		return 0;
	next = moment_part_read(tokens, i + 1, &part);
	if (next == 0 && expression_text(tokens, i + 1, "midi"))
	{
		part = EXPRESSION_PART_NOON;
		next = i + 2;
	}
	if (next != 0)
	{
		moment->relative = true;
		moment->part = (uint8_t) part;
		moment->precision = PRECISION_PART;
		moment->pick = EXPRESSION_PICK_THIS;
		return next;
	}
	next = weekday_read(tokens, i + 1, whole, moment);
	if (next == 0)
		next = numbered_day(tokens, i + 1, moment);
	if (next == 0 || (moment->bare && moment->weekday < 0))
		return 0;
	if (moment->pick == EXPRESSION_PICK_NONE)
		moment->pick = EXPRESSION_PICK_THIS;
	return next;
}

/*
 * "soirée du 12 mars", "matinée de lundi", "après-midi du 3", "fin de journée lundi": the part
 * before its day.
 */
static uint32_t
part_of_day(DateScanner *tokens, uint32_t i, Moment *moment)
{
	/* "dans la nuit de jeudi à vendredi" is read from "nuit" on */
	bool linked = expression_link(tokens, i, EXPRESSION_LINK_DANS) ||
				  expression_link(tokens, i, EXPRESSION_LINK_EN) ||
				  expression_link(tokens, i, EXPRESSION_LINK_A) ||
				  expression_link(tokens, i, EXPRESSION_LINK_AU) ||
				  expression_link(tokens, i, EXPRESSION_LINK_LE);
	uint32_t next = linked ? 0 : moment_when_read(tokens, i, moment);
	uint8_t part = moment->part;
	uint32_t at;

	if (next == 0 || part == EXPRESSION_PART_NONE)
		return 0;
	moment_clear(moment);
	at = expression_of(tokens, next);
	if (at == next)
	{
		next = today_read(tokens, at, moment);
		if (next == 0)
			next = weekday_read(tokens, at, false, moment);
	}
	else
	{
		next = weekday_read(tokens, at, false, moment);
		if (next == 0)
		{
			moment_clear(moment);
			next = numbered_day(tokens, at, moment);
		}
	}
	if (next == 0 || moment->bare || moment->precision != PRECISION_DAY)
		return 0;
	moment->part = part;
	moment->precision = PRECISION_PART;
	return next;
}

/* "lendemain de Noël", "avant-veille de Pâques", "veille du 14 juillet". */
static uint32_t
beside_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	bool before = expression_link(tokens, i, EXPRESSION_LINK_AVANT) &&
				  token_mark(tokens, i + 1, '-') && expression_text(tokens, i + 2, "veille");
	uint32_t word = i + (before ? 2 : 0);
	uint32_t at;
	uint32_t next;
	int days;

	if (!expression_is(tokens, word, EXPRESSION_BESIDE, &days))
		return 0;
	at = expression_of(tokens, word + 1);
	if (at == word + 1)
		return 0;
	next = feast_read(tokens, at, moment);
	if (next == 0)
	{
		moment_clear(moment);
		next = numbered_day(tokens, at, moment);
	}
	if (next == 0 || moment->bare || moment->precision != PRECISION_DAY)
		return 0;
	moment->beside = (int8_t) (days - before);
	return next;
}

/* "le dernier jour d'octobre 2015", "le premier jour de mai". */
static uint32_t
day_of_month(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int32_t number;
	uint32_t next = expression_place(tokens, i, 28, &number);

	if (next == 0 || !expression_text(tokens, next, "jour"))
		return 0;
	next = month_after(tokens, expression_skip(tokens, next + 1, EXPRESSION_LINK_DE), moment);
	if (next == 0)
		return 0;
	moment->day = (int8_t) number;
	moment->precision = PRECISION_DAY;
	return next;
}

/* "premier lundi de septembre 2022", "dernier samedi de mars". */
static uint32_t
weekday_of_month(DateScanner *tokens, uint32_t i, Moment *moment)
{
	int32_t number;
	int weekday;
	uint32_t next = expression_place(tokens, i, 5, &number);

	if (next == 0)
		return 0;
	next = expression_weekday(tokens, next, true, &weekday);
	if (next == 0 || !expression_link(tokens, next, EXPRESSION_LINK_DE))
		return 0;
	next = month_after(tokens, expression_skip(tokens, next, EXPRESSION_LINK_DE), moment);
	if (next == 0)
		return 0;
	moment->weekday = (int8_t) weekday;
	moment->number = (int8_t) number;
	moment->precision = PRECISION_DAY;
	return next;
}

/* Does a word before token i say that it is the time of something: "à 17 h", "vers 8 h 30"? */
static bool
is_at_time(DateScanner *tokens, uint32_t i)
{
	return i > 0 && (expression_link(tokens, i - 1, EXPRESSION_LINK_A) ||
					 expression_link(tokens, i - 1, EXPRESSION_LINK_DES) ||
					 expression_link(tokens, i - 1, EXPRESSION_LINK_AVANT) ||
					 expression_link(tokens, i - 1, EXPRESSION_LINK_APRES) ||
					 expression_is(tokens, i - 1, EXPRESSION_ABOUT, NULL));
}

/* The day after a time: "17 h samedi", "13 h, mardi", "20 h hier", "18 h le 12 mars". */
static uint32_t
day_after_time(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = i + token_mark(tokens, i, ',');
	uint32_t next = today_read(tokens, at, moment);

	if (next == 0)
		next = weekday_read(tokens, at, false, moment);
	if (next == 0 && at == i && expression_link(tokens, i, EXPRESSION_LINK_LE))
	{
		moment_clear(moment);
		next = numbered_day(tokens, i + 1, moment);
	}
	return next != 0 && !moment->bare && moment->precision <= PRECISION_DAY ? next : 0;
}

/* "8 heures ce soir", "vers 6 h 45 mercredi", "de 9 h à 18 h samedi": the time first. */
static uint32_t
time_first(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	Moment time;
	uint32_t next;
	uint32_t at;

	moment_clear(&time);
	next = moment_clock_read(tokens, i, &time);
	if (next == 0)
		return 0;
	at = moment_end_read(tokens, i, next, &time);
	next = this_read(tokens, at, whole, moment);
	if (next == 0 && (whole || time.hour_to >= 0 || is_at_time(tokens, i)))
	{
		moment_clear(moment);
		next = day_after_time(tokens, at, moment);
	}
	if (next == 0)
		return 0;
	moment->hour = time.hour;
	moment->minute = time.minute;
	moment->hour_to = time.hour_to;
	moment->minute_to = time.minute_to;
	moment->precision = time.precision;
	if (moment->part >= EXPRESSION_PART_AFTERNOON && moment->hour < 12)
		moment->hour = (int8_t) (moment->hour + 12);
	return next;
}

/* ---------------------------------------------------------------- any of them */

/* Days that start with a figure: 12/2019, 8 heures ce soir, 29/12/2017, 5 mars. */
static uint32_t
figure_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	uint32_t next;

	if (token_at(tokens, i)->digits > 4)
		return 0;
	next = month_figures(tokens, i, moment);
	if (next == 0 && token_at(tokens, i)->digits <= 2)
		next = time_first(tokens, i, whole, moment);
	if (next == 0)
	{
		moment_clear(moment);
		next = calendar_read(tokens, i, whole, moment);
	}
	if (next == 0)
	{
		moment_clear(moment);
		next = numbered_day(tokens, i, moment);
	}
	return next;
}

/* Days that start with a word. */
static uint32_t
word_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	static uint32_t (*const forms[])(DateScanner *, uint32_t, Moment *) = {
		today_read,	  other_night,		feast_read, beside_read,
		day_of_month, weekday_of_month, part_of_day};
	uint32_t next = this_read(tokens, i, whole, moment);

	for (size_t k = 0; next == 0 && k < lengthof(forms); k++)
	{
		moment_clear(moment);
		next = forms[k](tokens, i, moment);
	}
	if (next == 0)
	{
		moment_clear(moment);
		next = weekday_read(tokens, i, whole, moment);
	}
	if (next == 0)
	{
		moment_clear(moment);
		next = numbered_day(tokens, i, moment);
	}
	return next;
}

uint32_t
moment_read(DateScanner *tokens, uint32_t i, bool whole, Moment *moment)
{
	uint32_t next;

	moment_clear(moment);
	if (token_at(tokens, i)->kind == DATE_TOKEN_NUMBER)
		next = figure_read(tokens, i, whole, moment);
	else if (token_at(tokens, i)->kind == DATE_TOKEN_WORD)
		next = word_read(tokens, i, whole, moment);
	else
		next = 0;
	if (next == 0 || (moment->bare && !whole))
		return next;
	/* "le 31 au soir", "le 5 à 10 h" are days, if nothing else is read */
	if (moment->bare)
	{
		Moment timed = *moment;

		if (moment_time_read(tokens, next, &timed) == next)
			return next;
		moment->bare = false;
	}
	if (moment->precision == PRECISION_DAY || moment->precision == PRECISION_PART)
		next = moment_time_read(tokens, next, moment);
	return next;
}
