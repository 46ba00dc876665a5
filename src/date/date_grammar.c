/*
 * date_grammar.c
 *	  Calendar days: tokens in, year, month, day and weekday out. 28 décembre 2017, 1er mai,
 *	  December 28th, 2017, 29/12/2017, 29.12.17, 2017-12-28, 2017. december 28., 2017年12月28日.
 *
 * What could be something else (12/10) is reported as weak. Chains of digits (IP addresses,
 * telephone numbers, versions) and days that do not exist are not dates.
 */
#include "base/array.h"
#include "date/date_internal.h"

/*
 * Accepted years of a date in digits only; next to the name of a month, earlier years are accepted
 * too.
 */
#define YEAR_FIRST 1900
#define YEAR_LAST 2199
#define YEAR_FIRST_NAMED 1000
/* The Buddhist calendar of Thailand is 543 years ahead. */
#define BUDDHIST_AHEAD 543
/* Two-digit years from this one on belong to the 20th century (POSIX strptime). */
#define PIVOT 69

void
fields_clear(DateFields *fields)
{
	*fields = (DateFields){.weekday = -1, .hour = -1, .zone = DATE_NO_ZONE};
}

static bool
set_day(DateFields *fields, uint64_t year, uint64_t month, uint64_t day)
{
	if (month < 1 || month > 12 || day < 1 || day > 31 || year > YEAR_LAST)
		return false;
	fields->year = (int16_t) year;
	fields->month = (int8_t) month;
	fields->day = (int8_t) day;
	return fields_exist(fields);
}

static bool
glued(DateScanner *scanner, uint32_t i)
{
	const DateToken *token = token_at(scanner, i);

	return token->kind != DATE_TOKEN_END && !token->spaced;
}

/*
 * Pages glue the text of separate elements together: in "28.09.1912:44" and "August 06, 20194:14" a
 * year of `digits` digits runs into a time. Splits the token after the year.
 */
static void
unglue_year(DateScanner *scanner, uint32_t i, uint32_t digits)
{
	const DateToken *token = token_at(scanner, i);

	if (token->kind == DATE_TOKEN_NUMBER && token->digits > digits && token->digits <= digits + 2 &&
		token_mark(scanner, i + 1, ':') && glued(scanner, i + 1) && glued(scanner, i + 2) &&
		token_number(scanner, i + 2, 2, 2))
		token_split(scanner, i, digits);
}

/* Returns the four-digit year at token i, or 0 if there is none. */
static uint64_t
year_at(DateScanner *scanner, uint32_t i, uint64_t first)
{
	uint64_t year;

	unglue_year(scanner, i, 4);
	if (!token_number(scanner, i, 4, 4))
		return 0;
	year = token_at(scanner, i)->value;
	if (year > YEAR_LAST + 200 && year < YEAR_LAST + BUDDHIST_AHEAD)
		year -= BUDDHIST_AHEAD;
	return year >= first && year <= YEAR_LAST ? year : 0;
}

static uint64_t
century(uint64_t short_year)
{
	return short_year + (short_year < PIVOT ? 2000 : 1900);
}

/* Does the chain continue after token i with the same separator? */
static bool
chained_after(DateScanner *scanner, uint32_t i, char separator)
{
	return token_mark(scanner, i, separator) && glued(scanner, i) && glued(scanner, i + 1) &&
		   token_at(scanner, i + 1)->kind == DATE_TOKEN_NUMBER;
}

/*
 * Returns the separator between the numbers of a date in digits, '/', '.' or '-', if it is at token
 * i; else 0.
 */
static char
separator_at(DateScanner *scanner, uint32_t i)
{
	const DateToken *mark = token_at(scanner, i);

	if (mark->kind != DATE_TOKEN_MARK || token_at(scanner, i + 1)->kind != DATE_TOKEN_NUMBER)
		return 0;
	if (mark->mark == '/' && mark->spaced == token_at(scanner, i + 1)->spaced)
		return '/';
	if (mark->mark == '.' && !mark->spaced)
		return '.';
	if (mark->mark == '-' && !mark->spaced && !token_at(scanner, i + 1)->spaced)
		return '-';
	return 0;
}

/* 2017-12-28, 2017/12/28, 2017.12.28 */
static uint32_t
year_figures_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint64_t year = year_at(scanner, i, YEAR_FIRST);
	char separator = year ? separator_at(scanner, i + 1) : 0;

	if (separator == 0 || separator != separator_at(scanner, i + 3) ||
		!token_number(scanner, i + 2, 1, 2) || !token_number(scanner, i + 4, 1, 2) ||
		chained_before(scanner, i, false) || chained_after(scanner, i + 5, separator) ||
		!set_day(fields, year, token_at(scanner, i + 2)->value, token_at(scanner, i + 4)->value))
		return 0;
	if (separator == '.' && token_mark(scanner, i + 5, '.') && glued(scanner, i + 5))
		return i + 6; /* 2017. 12. 28. */
	return i + 5;
}

/*
 * Sets day and month in the order of the text's habits, or in the other order if only that date
 * exists.
 */
static bool
set_figures(const DateScanner *scanner, DateFields *fields, uint64_t year, uint64_t a, uint64_t b,
			char separator)
{
	bool month_first = scanner->habits && scanner->habits->month_first && separator != '.';

	if (month_first)
		return set_day(fields, year, a, b) || set_day(fields, year, b, a);
	return set_day(fields, year, b, a) || (separator != '.' && set_day(fields, year, a, b));
}

/* Are tokens i to end the last entry of a comma-separated line: "Anne Dupont, 8.5.12"? */
static bool
is_last_entry(DateScanner *scanner, uint32_t i, uint32_t end)
{
	const DateToken *before = i > 0 ? token_at(scanner, i - 1) : NULL;

	return before != NULL && before->kind == DATE_TOKEN_MARK && before->mark != '\0' &&
		   strchr(",|", before->mark) != NULL && token_at(scanner, i)->spaced &&
		   token_at(scanner, end)->kind == DATE_TOKEN_END;
}

/* Is token i a bar or a comma before a time of day: "8.5.12 | 10:32"? */
static bool
before_time(DateScanner *scanner, uint32_t i)
{
	return (token_mark(scanner, i, '|') || token_mark(scanner, i, ',')) &&
		   token_number(scanner, i + 1, 2, 2) && token_mark(scanner, i + 2, ':') &&
		   token_number(scanner, i + 3, 2, 2);
}

/* 29/12/2017, 29.12.17, 29-12-2017 */
static uint32_t
figures_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	char separator = separator_at(scanner, i + 1);
	bool short_year;
	uint64_t year;

	if (separator != 0 && separator == separator_at(scanner, i + 3))
		unglue_year(scanner, i + 4, 2 + 2 * !token_number(scanner, i + 4, 3, 4));
	short_year = token_number(scanner, i + 4, 2, 2);
	if (separator == 0 || separator != separator_at(scanner, i + 3) ||
		!token_number(scanner, i, 1, 2) || !token_number(scanner, i + 2, 1, 2))
		return 0;
	year =
		short_year ? century(token_at(scanner, i + 4)->value) : year_at(scanner, i + 4, YEAR_FIRST);
	if (year == 0 || chained_before(scanner, i, short_year) ||
		chained_after(scanner, i + 5, separator))
		return 0;
	/*
	 * Require two digits each, because 1.2.17 could be a version and 6-3-10 a score; 1/2/17 is
	 * usual.
	 */
	if (short_year && separator != '/' &&
		!(separator == '.' && (is_last_entry(scanner, i, i + 5) || before_time(scanner, i + 5))) &&
		(token_at(scanner, i)->digits != 2 || token_at(scanner, i + 2)->digits != 2 ||
		 token_at(scanner, i + 4)->spaced))
		return 0;
	if (!set_figures(scanner, fields, year, token_at(scanner, i)->value,
					 token_at(scanner, i + 2)->value, separator))
		return 0;
	return i + 5;
}

/* 29/12, 28.12.: weak, because fractions and scores look the same. */
static uint32_t
short_figures_parse(DateScanner *scanner, uint32_t i, DateFields *fields, DateForm *form)
{
	char separator = separator_at(scanner, i + 1);
	uint64_t a;
	uint64_t b;

	if ((separator != '/' && separator != '.') || !token_number(scanner, i, 1, 2) ||
		!token_number(scanner, i + 2, 1, 2) || token_at(scanner, i + 2)->spaced ||
		chained_before(scanner, i, true) || chained_after(scanner, i + 3, separator) ||
		(token_mark(scanner, i + 3, '/') && glued(scanner, i + 3)))
		return 0;
	a = token_at(scanner, i)->value;
	b = token_at(scanner, i + 2)->value;
	if (!set_figures(scanner, fields, 0, a, b, separator))
		return 0;
	form->weak = true;
	form->ambiguous = (a == 24 && b == 7 && token_at(scanner, i + 2)->digits == 1) ||
					  (token_at(scanner, i)->digits == 1 && token_at(scanner, i + 2)->digits == 1);
	if (separator == '.')
	{
		bool closed = token_mark(scanner, i + 3, '.') && glued(scanner, i + 3);

		form->ambiguous = !closed;
		return i + 3 + closed;
	}
	return i + 3;
}

/* Skips the words and marks that may separate a day, a month and a year: de, of, ".", "-". */
static uint32_t
skip_between(DateScanner *scanner, uint32_t i, const char *marks)
{
	for (uint32_t limit = i + 3; i < limit;)
	{
		const DateToken *token = token_at(scanner, i);
		uint32_t next = word_parse(scanner, i, DATE_WORD_OF, NULL);

		if (next == 0 && token->kind == DATE_TOKEN_MARK && token->mark &&
			strchr(marks, token->mark))
			next = i + 1;
		if (next == 0)
			break;
		i = next;
	}
	return i;
}

/*
 * Does this number after a year or a month belong to something else than the date: 2017: 13:54, 28
 * %?
 */
static bool
begins_other(DateScanner *scanner, uint32_t i)
{
	const DateToken *mark = token_at(scanner, i + 1);

	if (word_parse(scanner, i + 1, DATE_WORD_HOUR_MARK, NULL) && !token_at(scanner, i + 1)->spaced)
		return true;
	if (mark->kind != DATE_TOKEN_MARK || mark->spaced)
		return false;
	return (mark->mark == ':' || mark->mark == '.') && glued(scanner, i + 2) &&
		   token_at(scanner, i + 2)->kind == DATE_TOKEN_NUMBER;
}

/* Skips the word that marks a year or a day, and its period: "2017 г.", "28 d." */
static uint32_t
skip_mark_word(DateScanner *scanner, uint32_t i, DateWordClass class)
{
	uint32_t next = word_parse(scanner, i, class, NULL);

	if (next == 0)
		return i;
	return next + (token_mark(scanner, next, '.') && glued(scanner, next));
}

/*
 * Parses the year after a month: 2017, de 2017, '17, and -17 if a hyphen preceded the month too.
 * Sets the year and returns the token after it, or i if there is none.
 */
static uint32_t
year_behind(DateScanner *scanner, uint32_t i, bool hyphens, DateFields *fields)
{
	uint32_t at = skip_between(scanner, i, ".,-/");
	uint64_t year;
	uint32_t next;

	unglue_year(scanner, at, 4);
	year = begins_other(scanner, at) ? 0 : year_at(scanner, at, YEAR_FIRST_NAMED);

	if (token_mark(scanner, at, '\'') && token_number(scanner, at + 1, 2, 2))
		year = century(token_at(scanner, ++at)->value);
	else if (hyphens && token_mark(scanner, i, '-') && token_number(scanner, i + 1, 2, 2))
		year = century(token_at(scanner, at = i + 1)->value);
	next = year ? 0 : word_parse(scanner, at, DATE_WORD_YEAR_MARK, NULL); /* năm 2017 */
	if (next != 0 && (year = year_at(scanner, next, YEAR_FIRST_NAMED)) != 0)
		at = next;
	if (year == 0)
		return i;
	fields->year = (int16_t) year;
	return skip_mark_word(scanner, at + 1, DATE_WORD_YEAR_MARK);
}

/* A day of the month with its ordinal: 28, 1er, 1 er, 28th, 28., 1º. */
static uint32_t
ordinal_parse(DateScanner *scanner, uint32_t i)
{
	uint32_t next;

	if (!token_number(scanner, i, 1, 2) || token_at(scanner, i)->value < 1 ||
		token_at(scanner, i)->value > 31)
		return 0;
	next = glued(scanner, i + 1) || token_at(scanner, i)->value == 1
			   ? word_parse(scanner, i + 1, DATE_WORD_ORDINAL, NULL)
			   : 0;
	if (next != 0)
		return next;
	i++;
	if (token_mark(scanner, i, '.') && glued(scanner, i))
		i++;
	return i + token_mark(scanner, i, 'o');
}

/* 28 décembre 2017, 28th of December, 28-Dec-17, 28 de diciembre de 2017 */
static uint32_t
day_month_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t behind_day = ordinal_parse(scanner, i);
	uint32_t at;
	uint32_t next;
	int month;
	bool english = false;

	if (behind_day == 0 || chained_before(scanner, i, false))
		return 0;
	at = skip_between(scanner, behind_day, "-/'");
	next = month_parse(scanner, at, &month, &english);
	if (next == 0)
		next = roman_month_parse(scanner, at, &month);
	if (next == 0)
		return 0;
	fields->year = 0;
	fields->month = (int8_t) month;
	fields->day = (int8_t) token_at(scanner, i)->value;
	i = year_behind(scanner, next, token_mark(scanner, behind_day, '-'), fields);
	/* "12 may be": without a year, an English month must be capitalized. */
	if (fields->year == 0 && english && strcmp(scanner->language, "en") == 0 &&
		!token_at(scanner, at)->capital)
		return 0;
	return fields_exist(fields) ? i : 0;
}

/* Without a year, "décembre 28" is a date only where people write the month first. */
static bool
month_leads(DateScanner *scanner, uint32_t i, bool english)
{
	static const char *const leading[] = {"hu", "eu", "lt", "fil"};

	for (size_t k = 0; k < lengthof(leading); k++)
		if (strcmp(scanner->language, leading[k]) == 0)
			return true;
	return english && token_at(scanner, i)->capital;
}

/* December 28, 2017; Dec. 28; December 28th; décembre 2017 */
static uint32_t
month_day_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	int month;
	bool english;
	uint32_t at = month_parse(scanner, i, &month, &english);
	uint32_t next;

	if (at == 0)
		return 0;
	fields->month = (int8_t) month;
	fields->year = 0;
	fields->day = 0;
	next = at + token_mark(scanner, at, '.');
	next = begins_other(scanner, next) ? 0 : ordinal_parse(scanner, next);
	if (next == 0)
	{
		next = year_behind(scanner, at, false, fields);
		/* In "31 février 2017" the day does not exist, but the month alone was not meant either. */
		return next > at && !(i > 0 && token_number(scanner, i - 1, 1, 2)) ? next : 0;
	}
	fields->day = (int8_t) token_at(scanner, at + token_mark(scanner, at, '.'))->value;
	at = next;
	next = year_behind(scanner, at, false, fields);
	if (!fields_exist(fields) || (fields->year == 0 && !month_leads(scanner, i, english)))
		return 0;
	return next;
}

/* 2017. december 28., 2017 m. gruodžio 28 d., 2017. gada 28. decembris, 2017ko abenduaren 28a */
static uint32_t
year_month_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint64_t year = year_at(scanner, i, YEAR_FIRST);
	uint32_t next;
	int month;
	bool english;

	if (year == 0 || chained_before(scanner, i, false))
		return 0;
	next = i + 1 + (token_mark(scanner, i + 1, '.') || token_mark(scanner, i + 1, '-'));
	i = word_parse(scanner, next, DATE_WORD_YEAR_MARK, NULL);
	if (i != 0)
		next = i + token_mark(scanner, i, '.');
	if (token_mark(scanner, next, ','))
		next++;
	i = next;
	next = month_parse(scanner, i, &month, &english);
	if (next == 0)
	{
		next = day_month_parse(scanner, i, fields);
		fields->year = (int16_t) year;
		return next && fields_exist(fields) ? next : 0;
	}
	next += token_mark(scanner, next, '.') || token_mark(scanner, next, '-');
	i = ordinal_parse(scanner, next);
	if (i == 0 || begins_other(scanner, next) ||
		!set_day(fields, year, (uint64_t) month, token_at(scanner, next)->value))
		return 0;
	return skip_mark_word(scanner, i, DATE_WORD_DAY_MARK);
}

/* 2017年12月28日, 2017년 12월 28일, 12月28日 */
static uint32_t
marked_day_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint64_t year = 0;
	uint64_t month;
	uint32_t next;

	if (token_at(scanner, i)->kind != DATE_TOKEN_NUMBER)
		return 0;
	next = word_parse(scanner, i + 1, DATE_WORD_YEAR_MARK, NULL);
	if (next != 0)
	{
		year = token_number(scanner, i, 2, 2) ? century(token_at(scanner, i)->value)
											  : year_at(scanner, i, YEAR_FIRST);
		if (year == 0)
			return 0;
		i = next;
	}
	next = word_parse(scanner, i + 1, DATE_WORD_MONTH_MARK, NULL);
	if (next == 0 || !token_number(scanner, i, 1, 2))
		return 0;
	month = token_at(scanner, i)->value;
	if (!token_number(scanner, next, 1, 2) ||
		(i = word_parse(scanner, next + 1, DATE_WORD_DAY_MARK, NULL)) == 0)
		return 0;
	return set_day(fields, year, month, token_at(scanner, next)->value) ? i : 0;
}

/* 28 tháng 12, 2017; 28 tháng 12 năm 2017 */
static uint32_t
marked_month_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t next;

	if (!token_number(scanner, i, 1, 2))
		return 0;
	next = word_parse(scanner, i + 1, DATE_WORD_MONTH_MARK, NULL);
	if (next == 0 || !token_at(scanner, i + 1)->spaced || !token_number(scanner, next, 1, 2) ||
		!set_day(fields, 0, token_at(scanner, next)->value, token_at(scanner, i)->value))
		return 0;
	return year_behind(scanner, next + 1, false, fields);
}

/* Tries the forms that begin with digits. */
static uint32_t
figure_first_parse(DateScanner *scanner, uint32_t i, DateFields *fields, DateForm *form)
{
	uint32_t next = year_figures_parse(scanner, i, fields);

	if (next == 0)
		next = figures_parse(scanner, i, fields);
	if (next == 0)
		next = marked_day_parse(scanner, i, fields);
	if (next == 0)
		next = marked_month_parse(scanner, i, fields);
	if (next == 0)
		next = year_month_parse(scanner, i, fields);
	if (next == 0)
		next = day_month_parse(scanner, i, fields);
	if (next == 0)
		next = short_figures_parse(scanner, i, fields, form);
	if (next == 0)
		next = solar_day_parse(scanner, i, fields);
	return next;
}

/* The weekday after a date, with or without brackets: (jeudi), 星期四, (木). */
static uint32_t
weekday_behind(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	bool bracket = token_mark(scanner, i, '(');
	uint32_t at = i + (bracket || token_mark(scanner, i, ','));
	int weekday;
	uint32_t next = word_parse(scanner, at, DATE_WORD_WEEKDAY, &weekday);

	if (next != 0)
		fields->weekday = (int8_t) weekday;
	else if (bracket && token_at(scanner, at)->kind == DATE_TOKEN_WORD &&
			 token_at(scanner, at)->end - token_at(scanner, at)->start == 3)
		next = at + 1; /* one ideogram */
	if (next == 0 || (bracket && !token_mark(scanner, next, ')')))
		return i;
	return next + bracket;
}

static bool
weekday_mark(const DateToken *token)
{
	return token->kind == DATE_TOKEN_MARK && token->mark != '\0' &&
		   strchr(".,-|", token->mark) != NULL;
}

/* The weekday before a date, and what may separate them: "jeudi 28", "Donnerstag, den 28." */
static uint32_t
weekday_before(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	int weekday;
	uint32_t next = word_parse(scanner, i, DATE_WORD_WEEKDAY, &weekday);
	uint32_t article;

	if (next == 0)
		return i;
	fields->weekday = (int8_t) weekday;
	i = next;
	for (uint32_t limit = next + 3; i < limit && weekday_mark(token_at(scanner, i)); i++)
		continue;
	article = word_parse(scanner, i, DATE_WORD_ARTICLE, NULL);
	return article != 0 ? article : i;
}

/*
 * "Mar 12, 2024": the abbreviation of a weekday in one language is that of a month in another. The
 * year shows that it is meant.
 */
static uint32_t
month_of_weekday(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	uint32_t next;

	fields_clear(fields);
	next = month_day_parse(scanner, i, fields);
	return fields->year != 0 && fields->day > 0 ? next : 0;
}

/* Parses a calendar day at token i. */
uint32_t
day_parse(DateScanner *scanner, uint32_t i, DateFields *fields, DateForm *form)
{
	uint32_t at;
	uint32_t next = 0;

	fields_clear(fields);
	*form = (DateForm){false, false};
	at = weekday_before(scanner, i, fields);
	if (token_at(scanner, at)->kind == DATE_TOKEN_NUMBER)
		next = figure_first_parse(scanner, at, fields, form);
	else if (token_at(scanner, at)->kind == DATE_TOKEN_WORD)
		next = month_day_parse(scanner, at, fields);
	if (next == 0 && at != i)
		return month_of_weekday(scanner, i, fields);
	if (next == 0)
		return 0;
	if (fields->weekday >= 0)
	{
		form->ambiguous = false;
		return next;
	}
	return fields->day > 0 ? weekday_behind(scanner, next, fields) : next;
}
