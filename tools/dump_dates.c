/*
 * dump_dates.c
 *	  Writes the days that the dates of a page amount to, for training the weights of
 *	  date_feature_list.h (tools/train_dates.py) and for looking at mistakes. In: LIST.tsv (id, URL,
 *	  time zone, path and, if known, the time at which the page was fetched, in seconds since 1970).
 *	  Out, one line per day: id, day as written, in the page's zone and in UTC, score, source, raw
 *	  words, names of its features.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "article/date/date_evidence.h"
#include "html/encoding.h"
#include "pg/json.h"

static const char *const feature_names[] = {
#define DATE_FEATURE(name, weight, flat) #name,
#include "article/date/date_feature_list.h"
#undef DATE_FEATURE
};

static int32_t
zone_offset(void *context, int64_t local_seconds)
{
	time_t as_utc = (time_t) local_seconds;
	struct tm fields;

	(void) context;
	gmtime_r(&as_utc, &fields);
	fields.tm_isdst = -1;
	return (int32_t) (local_seconds - (int64_t) mktime(&fields));
}

static Str
read_file(Arena *arena, const char *path)
{
	StrBuf buf;
	char part[65536];
	size_t got;
	FILE *file = fopen(path, "rb");

	strbuf_init(&buf, arena);
	if (file == NULL)
		return STR("");
	while ((got = fread(part, 1, sizeof(part), file)) > 0)
		strbuf_add(&buf, str_make(part, got));
	fclose(file);
	return strbuf_str(&buf);
}

static void
print_date(int64_t days)
{
	int32_t year;
	int32_t month;
	int32_t day;

	date_from_days(days, &year, &month, &day);
	printf("%04d-%02d-%02d", year, month, day);
}

/* Text in one cell of the line. */
static void
print_cell(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		putchar(ascii_space(text.data[i]) ? ' ' : text.data[i]);
}

static void
print_day(const char *id, const DateDay *day, const DateCandidate *candidate)
{
	printf("%s\t", id);
	print_date(candidate->written_day);
	printf(" ");
	print_date(candidate->local_day);
	printf(" ");
	print_date(candidate->instant.seconds / 86400);
	printf("\t%.2f\t%s\t", day->score, candidate->instant.source);
	print_cell(candidate->instant.raw);
	putchar('\t');
	for (int i = 0; i < DATE_FEATURE_COUNT; i++)
		if (day->features >> i & 1)
			printf("%s ", feature_names[i]);
	printf("\n");
}

static void
dump_page(char **fields)
{
	Arena arena;
	Reader reader;
	DateEvidence evidence;
	DateDay *days;
	uint32_t count;
	ArticleOptions options = {.zone_offset = zone_offset, .json = json_parse_events};

	arena_init(&arena, arena_malloc);
	setenv("TZ", fields[2], 1);
	tzset();
	options.url = str_cstr(fields[1]);
	options.has_fetched_at = fields[4] != NULL;
	options.fetched_at = fields[4] != NULL ? strtoll(fields[4], NULL, 10) : 0;
	if (article_read(&reader, &arena,
					 encoding_decode(&arena, read_file(&arena, fields[3]), STR_NONE).text,
					 &options) == PAGE_OK)
	{
		evidence_read(&evidence, &reader, false);
		days = days_read(&evidence, &count);
		for (uint32_t i = 0; i < count; i++)
			print_day(fields[0], &days[i], &evidence.items[days[i].first]);
	}
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	char line[8192];
	FILE *list = argc == 2 ? fopen(argv[1], "r") : NULL;

	if (list == NULL)
	{
		fprintf(stderr, "usage: dump-dates LIST.tsv\n");
		return 2;
	}
	while (fgets(line, sizeof(line), list) != NULL)
	{
		char *fields[5] = {NULL};
		int n = 0;

		line[strcspn(line, "\r\n")] = '\0';
		for (char *p = line; p != NULL && n < 5; n++)
		{
			fields[n] = p;
			p = strchr(p, '\t');
			if (p != NULL)
				*p++ = '\0';
		}
		if (n >= 4)
			dump_page(fields);
	}
	fclose(list);
	return 0;
}
