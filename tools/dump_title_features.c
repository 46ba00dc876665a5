/*
 * dump_title_features.c
 *	  Writes the headline candidates of many pages with their features, for tools/train_title.py.
 *
 * In: a list of pages (id, URL, time zone, path, separated by tabs). Out, on standard output, one
 * line per candidate, separated by tabs: id, text, features. With --names: the names of the
 * features. With --lines: the lines of pages without headings instead, with the features of
 * title_line.h.
 */
#include <stdio.h>
#include <stdlib.h>

#include "article/title/title.h"
#include "article/title/title_line.h"
#include "html/encoding.h"
#include "pg/json.h"
#include "read_page.h"

static const char *const feature_names[] = {
#define X(name) #name,
	TITLE_FEATURES(X)
#undef X
};

static const char *const line_feature_names[] = {
#define X(name) #name,
	TITLE_LINE_FEATURES(X)
#undef X
};

static void
dump_row(const char *id, Str text, const float *features, int count)
{
	printf("%s\t", id);
	for (uint32_t i = 0; i < text.len; i++)
		putchar((unsigned char) text.data[i] < ' ' ? ' ' : text.data[i]);
	for (int i = 0; i < count; i++)
		printf("\t%g", (double) features[i]);
	putchar('\n');
}

static void
dump_lines(const char *id, const Reader *reader)
{
	TitleLine lines[TITLE_LINES_MAX];
	uint32_t count = title_lines(reader, lines);

	for (uint32_t i = 0; i < count; i++)
		dump_row(id, lines[i].text, lines[i].features, TITLE_LINE_FEATURE_COUNT);
}

static void
dump_candidates(const char *id, Reader *reader)
{
	TitleCandidates candidates;
	Site site;

	site_read(&site, reader);
	title_candidates(&candidates, reader, &site);
	for (uint32_t i = 0; i < candidates.count; i++)
		dump_row(id, candidates.items[i].text, candidates.items[i].features, TITLE_FEATURE_COUNT);
}

static void
dump_page(const char *id, const char *url, const char *path, bool lines)
{
	ArticleOptions options = {
		.url = str_cstr(url), .zone_offset = no_offset, .json = json_parse_events};
	Reader reader;
	Arena arena;

	arena_init(&arena, arena_malloc);
	article_read(&reader, &arena, encoding_decode(&arena, read_file(&arena, path), STR_NONE).text,
				 &options);
	if (lines)
		dump_lines(id, &reader);
	else
		dump_candidates(id, &reader);
	arena_free(&arena);
}

static int
print_names(bool lines)
{
	int count = lines ? TITLE_LINE_FEATURE_COUNT : TITLE_FEATURE_COUNT;

	for (int i = 0; i < count; i++)
		puts(lines ? line_feature_names[i] : feature_names[i]);
	return 0;
}

int
main(int argc, char **argv)
{
	char line[8192];
	FILE *list;
	bool lines = argc > 2 && strcmp(argv[1], "--lines") == 0;

	argv += lines;
	argc -= lines;
	if (argc > 1 && strcmp(argv[1], "--names") == 0)
		return print_names(lines);
	list = argc > 1 ? fopen(argv[1], "r") : NULL;
	if (list == NULL)
	{
		fprintf(stderr, "usage: dump_title_features [--lines] LIST.tsv | --names\n");
		return 2;
	}
	while (fgets(line, sizeof(line), list) != NULL)
	{
		char *rest = line;
		char *id = strsep(&rest, "\t");
		char *url = strsep(&rest, "\t");
		char *path;

		(void) strsep(&rest, "\t");
		path = strsep(&rest, "\t\n");
		if (path != NULL)
			dump_page(id, url, path, lines);
	}
	fclose(list);
	return 0;
}
