/*
 * test_date.c
 *	  Dates: what the scanner finds in a text, how a value is parsed, and which instant it is.
 */
#include "tap.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/utf8.h"
#include "date/date_internal.h"

static const struct
{
	const char *language;
	const char *text;
	const char *expected;
} texts[] = {
#define DATE_TEXT(language, text, expected) {language, text, expected},
#include "date_text_list.h"
#undef DATE_TEXT
};

static DateHabits
habits_of(const char *language)
{
	return (DateHabits){strcmp(language, "en-US") == 0, str_cstr(language)};
}

static int
print_day(const DateFields *fields, char *out, size_t size)
{
	if (fields->relative == DATE_DAYS_AGO)
		return snprintf(out, size, "-%dd", (int) fields->amount);
	if (fields->relative == DATE_SECONDS_AGO)
		return snprintf(out, size, "-%ds", (int) fields->amount);
	if (fields->relative == DATE_WEEKDAY)
		return snprintf(out, size, "w%d", (int) fields->amount);
	if (fields->day == 0)
		return snprintf(out, size, "%04d-%02d", fields->year, fields->month);
	if (fields->year == 0)
		return snprintf(out, size, "----%02d-%02d", fields->month, fields->day);
	return snprintf(out, size, "%04d-%02d-%02d", fields->year, fields->month, fields->day);
}

/* Prints the fields as in date_text_list.h. */
static void
print_fields(const DateFields *fields, char *out, size_t size)
{
	int n = print_day(fields, out, size);

	if (fields->hour >= 0)
		n += snprintf(out + n, size - (size_t) n, " %02d:%02d", fields->hour, fields->minute);
	if (fields->zone != DATE_NO_ZONE)
		snprintf(out + n, size - (size_t) n, "%c%02d:%02d", fields->zone < 0 ? '-' : '+',
				 abs(fields->zone) / 3600, abs(fields->zone) / 60 % 60);
}

static Str
print_found(const DateFound *found, uint32_t count)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	for (uint32_t i = 0; i < count; i++)
	{
		char text[64];

		print_fields(&found[i].fields, text, sizeof(text));
		if (i > 0)
			strbuf_add(&buf, STR("; "));
		if (found[i].cue != DATE_CUE_NONE)
			strbuf_add(&buf, found[i].cue == DATE_CUE_PUBLISHED ? STR("P ") : STR("M "));
		strbuf_add(&buf, str_cstr(text));
	}
	return buf.len > 0 ? strbuf_str(&buf) : STR("");
}

static void
test_texts(void)
{
	for (size_t i = 0; i < lengthof(texts); i++)
	{
		DateFound found[8];
		DateHabits habits = habits_of(texts[i].language);
		uint32_t count = date_scan(str_cstr(texts[i].text), &habits, found, 8);

		tap_equal_text(print_found(found, count), str_cstr(texts[i].expected), texts[i].text);
	}
}

static void
test_values(void)
{
	static const char *const values[][2] = {
		{"1514465640", "2017-12-28 12:54+00:00"},
		{"1514465640000", "2017-12-28 12:54+00:00"},
		{"/Date(1514465640000)/", "2017-12-28 12:54+00:00"},
		{"20171228", "2017-12-28"},
		{"20171228T135400Z", "2017-12-28 13:54+00:00"},
		{"20171228T1354+0100", "2017-12-28 13:54+01:00"},
		{"20171228135400", "2017-12-28 13:54"},
		{"2017-12", "2017-12"},
		{" 2017-12-28T13:54:00+01:00 ", "2017-12-28 13:54+01:00"},
		{"28/12/2017", "2017-12-28"},
		{"December 28, 2017", "2017-12-28"},
		{"Mar 28, 2017 1:54 PM", "2017-03-28 13:54"},
		{"Thu, 28 Dec 2017 13:54:00 Z", "2017-12-28 13:54+00:00"},
		{"jeu, 28/12/2017 - 13:54", "2017-12-28 13:54"},
		{"Thu, 28 Dec 2017 13:54:00 +0100", "2017-12-28 13:54+01:00"},
		{"2017", ""},
		{"20171332", ""},
		{"12345678", ""},
		{"en direct", ""},
		{"", ""},
		{"2017-12-28T25:54:00Z", "2017-12-28"},
	};

	for (size_t i = 0; i < lengthof(values); i++)
	{
		char text[64] = "";
		DateHabits habits = habits_of("fr");
		DateFields fields;

		if (date_parse(str_cstr(values[i][0]), &habits, &fields))
			print_fields(&fields, text, sizeof(text));
		tap_equal_text(str_cstr(text), str_cstr(values[i][1]), values[i][0]);
	}
}

/* Central Europe, simplified for these tests: summer time from April to October. */
static int32_t
paris(void *context, int64_t local)
{
	int32_t year;
	int32_t month;
	int32_t day;

	(void) context;
	date_from_days(local / 86400, &year, &month, &day);
	return month >= 4 && month <= 10 ? 7200 : 3600;
}

static int64_t
utc(int year, int month, int day, int hour, int minute)
{
	return date_to_days(year, month, day) * 86400 + hour * 3600 + minute * 60;
}

static void
check_instant(const char *text, int64_t reference, int64_t expected)
{
	DateFound found[1];
	DateHabits habits = habits_of("fr");
	int64_t got = -1;

	if (date_scan(str_cstr(text), &habits, found, 1) == 1 &&
		!date_resolve(&found[0].fields, paris, NULL, &reference, &got))
		got = -2;
	tap_equal_int(got, expected, text);
}

static void
test_instants(void)
{
	int64_t now = utc(2017, 12, 29, 16, 0); /* a Friday, 17:00 in Paris */

	check_instant("28 décembre 2017 à 13h54", now, utc(2017, 12, 28, 12, 54));
	check_instant("14 juillet 2017 à 13h54", now, utc(2017, 7, 14, 11, 54));
	check_instant("2017-12-28T13:54:00-05:00", now, utc(2017, 12, 28, 18, 54));
	check_instant("28 décembre 2017", now, utc(2017, 12, 27, 23, 0));
	check_instant("13h54 le 29/12", now, utc(2017, 12, 29, 12, 54));
	check_instant("18h54 le 29/12", now, utc(2016, 12, 29, 17, 54));
	check_instant("30 décembre", now, utc(2016, 12, 29, 23, 0));
	check_instant("2 janvier", now, utc(2017, 1, 1, 23, 0));
	check_instant("29 février", now, utc(2016, 2, 28, 23, 0));
	check_instant("jeudi 28 décembre", now, utc(2017, 12, 27, 23, 0));
	check_instant("mercredi 28 décembre", now, utc(2016, 12, 27, 23, 0));
	check_instant("décembre 2017", now, utc(2017, 11, 30, 23, 0));
	check_instant("hier à 18 h", now, utc(2017, 12, 28, 17, 0));
	check_instant("aujourd'hui à 8h", now, utc(2017, 12, 29, 7, 0));
	check_instant("avant-hier", now, utc(2017, 12, 26, 23, 0));
	check_instant("il y a 2 heures", now, now - 7200);
	check_instant("il y a 3 jours", now, utc(2017, 12, 25, 23, 0));
	check_instant("jeudi à 18h", now, utc(2017, 12, 28, 17, 0));
	check_instant("vendredi à 18h", now, utc(2017, 12, 22, 17, 0));
	check_instant("vendredi à 10h", now, utc(2017, 12, 29, 9, 0));
}

static void
test_without_reference(void)
{
	DateFields fields;
	int64_t seconds;

	date_parse(STR("28 décembre à 13h54"), NULL, &fields);
	tap_ok(!date_resolve(&fields, NULL, NULL, NULL, &seconds), "no year, no reference: no instant");
	date_parse(STR("il y a 2 heures"), NULL, &fields);
	tap_ok(!date_resolve(&fields, NULL, NULL, NULL, &seconds),
		   "relative, no reference: no instant");
	date_parse(STR("2017-12-28"), NULL, &fields);
	tap_ok(date_resolve(&fields, NULL, NULL, NULL, &seconds) &&
			   seconds == date_to_days(2017, 12, 28) * 86400,
		   "without a zone function, a day is in UTC");
}

static void
test_calendar(void)
{
	bool same = true;

	for (int64_t days = -800000; days < 800000; days += 13)
	{
		int32_t year;
		int32_t month;
		int32_t day;

		date_from_days(days, &year, &month, &day);
		same = same && date_to_days(year, month, day) == days && day >= 1 && day <= 31;
	}
	tap_ok(same, "converting days to dates and back changes nothing");
	tap_equal_int(date_to_days(1970, 1, 1), 0, "the epoch");
	tap_equal_int(date_to_days(2000, 2, 29), 11016, "a leap day");
}

/* Is a word of a table spelt as date_fold() would write it? */
static bool
is_folded(const char *text)
{
	uint32_t len = (uint32_t) strlen(text);

	for (uint32_t i = 0; i < len;)
	{
		uint32_t c = utf8_next(text, len, &i);

		if (date_fold(c) != c)
			return false;
	}
	return len < DATE_WORD_MAX;
}

static void
test_table(const DateWord *words, uint32_t count, const char *name)
{
	const char *wrong = NULL;

	for (uint32_t i = 0; i < count; i++)
		if (!is_folded(words[i].text) || (i > 0 && strcmp(words[i - 1].text, words[i].text) > 0))
			wrong = words[i].text;
	tap_ok(wrong == NULL, name);
	if (wrong)
		printf("#   at: %s\n", wrong);
}

/*
 * Each entry is found by its first word, with its class; a prefix of the word finds only its own
 * entries.
 */
static void
test_index(const DateWord *words, uint32_t count, bool names, const char *name)
{
	const char *wrong = NULL;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t len = (uint32_t) strcspn(words[i].text, " ");
		const DateFirstWord *found =
			first_word_find(words[i].text, len, fnv_hash(words[i].text, len));
		uint32_t first = found == NULL ? DATE_NO_ENTRY : names ? found->name : found->word;

		if (first > i || strncmp(words[first].text, words[i].text, len) != 0 ||
			(found->classes >> words[i].class & 1) == 0)
			wrong = words[i].text;
	}
	tap_ok(wrong == NULL, name);
	if (wrong)
		printf("#   at: %s\n", wrong);
}

/* Long texts are read only near digits, and the offsets of what is found are right. */
static void
test_long_text(void)
{
	StrBuf buf;
	DateFound found[64];
	uint32_t count;
	uint32_t right = 0;

	strbuf_init(&buf, &tap_arena);
	for (int i = 0; i < 40; i++)
	{
		for (int k = 0; k < i * 5; k++)
			strbuf_add(&buf, STR("une phrase sans chiffre, "));
		strbuf_add(&buf, STR("Publié le 28 décembre 2017 à 13h54. "));
	}
	count = date_scan(strbuf_str(&buf), NULL, found, 64);
	for (uint32_t i = 0; i < count; i++)
		right += str_equal(str_sub(strbuf_str(&buf), found[i].start, found[i].end - found[i].start),
						   STR("28 décembre 2017 à 13h54")) &&
				 found[i].cue == DATE_CUE_PUBLISHED;
	tap_equal_int(count, 40, "finds all dates of a long text");
	tap_equal_int(right, 40, "with the right offsets and cues");
	tap_equal_int(date_scan(strbuf_str(&buf), NULL, found, 7), 7, "at most max dates");
}

void
test_date(void)
{
	test_texts();
	test_values();
	test_instants();
	test_without_reference();
	test_calendar();
	test_table(date_names, date_names_count, "month_gen.h is sorted and folded");
	test_table(date_words, date_words_count, "date_word_list.h is sorted and folded");
	test_index(date_names, date_names_count, true, "names are found by their first words");
	test_index(date_words, date_words_count, false, "words are found by their first words");
	test_long_text();
}
