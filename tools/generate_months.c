/*
 * generate_months.c
 *	  Writes src/date/month_gen.h from the CLDR data in ICU: month and weekday names of many
 *	  languages.
 *
 * Run it by hand when languages are added; its output is committed:
 *   cc -Isrc tools/generate_months.c src/date/date_fold.c src/text/char.c src/text/char_gen.c \
 *     $(pkg-config --cflags --libs icu-i18n)
 *   ./a.out > src/date/month_gen.h
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/array.h"
#include "base/utf8.h"
#include "date/date_internal.h"
#include "text/char.h"

/* Languages, and the regions that write months differently. */
static const char *const locales[] = {"fr",	   "fr_CA",
									  "en",	   "en_GB",
									  "en_AU", "de",
									  "de_AT", "es",
									  "es_MX", "es_AR",
									  "it",	   "pt",
									  "pt_PT", "nl",
									  "da",	   "sv",
									  "nb",	   "nn",
									  "fi",	   "is",
									  "pl",	   "cs",
									  "sk",	   "hu",
									  "ro",	   "bg",
									  "mk",	   "ru",
									  "uk",	   "be",
									  "el",	   "tr",
									  "az",	   "hr",
									  "sl",	   "bs",
									  "sr",	   "sr_Latn",
									  "sq",	   "lt",
									  "lv",	   "et",
									  "ca",	   "gl",
									  "eu",	   "br",
									  "cy",	   "ga",
									  "lb",	   "fy",
									  "af",	   "sw",
									  "ar",	   "ar_LB",
									  "ar_DZ", "ar_MA",
									  "he",	   "fa@calendar=gregorian",
									  "ur",	   "hi",
									  "bn",	   "mr",
									  "ta",	   "te",
									  "ml",	   "gu",
									  "pa",	   "ja",
									  "zh",	   "ko",
									  "id",	   "ms",
									  "vi",	   "th@calendar=gregorian",
									  "fil",   "ka",
									  "hy",	   "kk"};

#define MAX_ENTRIES 8192
#define MAX_LANGUAGES 512

typedef struct Entry
{
	char text[DATE_WORD_MAX];
	int class;
	int value;
	char languages[MAX_LANGUAGES];
} Entry;

static Entry entries[MAX_ENTRIES];
static int nentries;

static int
is_letter(uint32_t c)
{
	return char_is(c, CHAR_LETTERS | CHAR_MARKS);
}

/* Writes the folded words of a name, separated by one space, without digits and punctuation. */
static void
fold_name(const UChar *name, int32_t len, char *out, size_t size)
{
	size_t n = 0;
	int gap = 0;

	for (int32_t i = 0; i < len;)
	{
		UChar32 c;
		uint32_t folded;

		U16_NEXT(name, i, len, c);
		folded = date_fold((uint32_t) c);
		if (folded == 0 || c == '.')
			continue; /* "ธ.ค." is the word ธค, as the scanner joins it */
		if (!is_letter(folded))
		{
			gap = 1;
			continue;
		}
		if (n + 6 >= size)
			break;
		if (gap && n > 0)
			out[n++] = ' ';
		gap = 0;
		n += utf8_encode(folded, out + n);
	}
	out[n] = '\0';
}

static int
has_word(const char *text, const char *word, size_t len)
{
	for (const char *p = text; *p; p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == len && memcmp(p, word, len) == 0)
			return 1;
	return 0;
}

/*
 * Finds the distinctive word of a name of several words ("mí na Nollag"): the longest that no other
 * name of the list has.
 */
static void
telling_word(char names[][256], int count, int which, char *out, size_t size)
{
	const char *best = NULL;
	size_t best_len = 0;

	for (const char *p = names[which]; *p; p += strcspn(p, " "), p += *p == ' ')
	{
		size_t len = strcspn(p, " ");
		int elsewhere = 0;

		for (int i = 0; i < count; i++)
			elsewhere |= i != which && has_word(names[i], p, len);
		if (!elsewhere && len > best_len)
		{
			best = p;
			best_len = len;
		}
	}
	if (best_len >= size)
		best_len = 0;
	if (best_len > 0)
		memcpy(out, best, best_len);
	out[best_len] = '\0';
}

static void
add(const char *text, int class, int value, const char *language)
{
	Entry *entry;

	for (int i = 0; i < nentries; i++)
	{
		entry = &entries[i];
		if (strcmp(entry->text, text) != 0 || entry->class != class || entry->value != value)
			continue;
		if (!has_word(entry->languages, language, strlen(language)))
		{
			strcat(entry->languages, " ");
			strcat(entry->languages, language);
		}
		return;
	}
	entry = &entries[nentries++];
	strcpy(entry->text, text);
	strcpy(entry->languages, language);
	entry->class = class;
	entry->value = value;
}

static void
add_names(const UDateFormat *format, UDateFormatSymbolType type, int first, int count, int class,
		  int base, const char *language)
{
	static char names[12][256];

	for (int i = 0; i < count; i++)
	{
		UChar name[128];
		UErrorCode status = U_ZERO_ERROR;
		int32_t len = udat_getSymbols(format, type, first + i, name, 128, &status);

		names[i][0] = '\0';
		if (U_SUCCESS(status))
			fold_name(name, len, names[i], sizeof(names[i]));
	}
	for (int i = 0; i < count; i++)
	{
		char word[DATE_WORD_MAX];

		telling_word(names, count, i, word, sizeof(word));
		/* A single letter or ideogram is too ambiguous. */
		if (utf8_width(word[0]) < strlen(word))
			add(word, class, base + i, language);
	}
}

static void
add_locale(const char *locale)
{
	static const UDateFormatSymbolType months[] = {
		UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS};
	static const UDateFormatSymbolType days[] = {UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS,
												 UDAT_STANDALONE_WEEKDAYS,
												 UDAT_STANDALONE_SHORT_WEEKDAYS};
	char language[8];
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_FULL, UDAT_FULL, locale, NULL, 0, NULL, 0, &status);

	if (U_FAILURE(status))
		exit(1);
	snprintf(language, sizeof(language), "%.*s", (int) strcspn(locale, "_@"), locale);
	for (int i = 0; i < 4; i++)
	{
		add_names(format, months[i], 0, 12, DATE_WORD_MONTH, 1, language);
		add_names(format, days[i], 1, 7, DATE_WORD_WEEKDAY, 0, language);
	}
	udat_close(format);
}

static int
compare(const void *a, const void *b)
{
	const Entry *x = a;
	const Entry *y = b;
	int order = strcmp(x->text, y->text);

	if (order == 0)
		order = x->class - y->class;
	return order != 0 ? order : x->value - y->value;
}

static void
versions(char *out, size_t size)
{
	UVersionInfo cldr;
	UErrorCode status = U_ZERO_ERROR;

	ulocdata_getCLDRVersion(cldr, &status);
	snprintf(out, size, "CLDR %d.%d as in ICU %s", cldr[0], cldr[1], U_ICU_VERSION);
}

static void
write_months(void)
{
	char source[64];

	for (size_t i = 0; i < lengthof(locales); i++)
		add_locale(locales[i]);
	qsort(entries, (size_t) nentries, sizeof(Entry), compare);
	versions(source, sizeof(source));
	printf("/*\n * month_gen.h\n *	  Names of months and weekdays: DATE_WORD(text, class, value, languages), "
		   "folded as\n *	  date_fold() does, sorted bytewise.\n *\n"
		   " * Made by tools/generate_months.c from %s (Unicode-DFS-2016 licence):\n"
		   " * wide and abbreviated, within a date and alone.  Of a name of several words, the most\n"
		   " * distinctive one.  Do not edit; what CLDR lacks is in date_word_list.h.\n"
		   " * No #include guard: this file is a table.\n */\n",
		   source);
	for (int i = 0; i < nentries; i++)
		printf("DATE_WORD(\"%s\", %s, %d, \"%s\")\n", entries[i].text,
			   entries[i].class == DATE_WORD_MONTH ? "MONTH" : "WEEKDAY", entries[i].value,
			   entries[i].languages);
}

int
main(void)
{
	write_months();
	return 0;
}
