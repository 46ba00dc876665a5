/*
 * dump_title_features.c
 *	  Writes the headline candidates of many pages with their features, for tools/train_title.py.
 *
 * In: a list of pages (id, URL, time zone, path, separated by tabs). Out, on standard output, one
 * line per candidate, separated by tabs: id, text, features. With --names: the names of the
 * features.
 */
#include <stdio.h>
#include <stdlib.h>

#include "article/title/title.h"
#include "html/encoding.h"
#include "pg/json.h"
#include "read_page.h"

static const char *const feature_names[] = {
#define X(name) #name,
	TITLE_FEATURES(X)
#undef X
};

static void
dump_candidate(const char *id, const TitleCandidate *candidate)
{
	printf("%s\t", id);
	for (uint32_t i = 0; i < candidate->text.len; i++)
		putchar((unsigned char) candidate->text.data[i] < ' ' ? ' ' : candidate->text.data[i]);
	for (int i = 0; i < TITLE_FEATURE_COUNT; i++)
		printf("\t%g", (double) candidate->features[i]);
	putchar('\n');
}

static void
dump_page(const char *id, const char *url, const char *path)
{
	ArticleOptions options = {
		.url = str_cstr(url), .zone_offset = no_offset, .json = json_parse_events};
	TitleCandidates candidates;
	Reader reader;
	Arena arena;
	Site site;

	arena_init(&arena, arena_malloc);
	article_read(&reader, &arena, encoding_decode(&arena, read_file(&arena, path), STR_NONE).text,
				 &options);
	site_read(&site, &reader);
	title_candidates(&candidates, &reader, &site);
	for (uint32_t i = 0; i < candidates.count; i++)
		dump_candidate(id, &candidates.items[i]);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	char line[8192];
	FILE *list;

	if (argc > 1 && strcmp(argv[1], "--names") == 0)
	{
		for (int i = 0; i < TITLE_FEATURE_COUNT; i++)
			puts(feature_names[i]);
		return 0;
	}
	list = argc > 1 ? fopen(argv[1], "r") : NULL;
	if (list == NULL)
	{
		fprintf(stderr, "usage: dump_title_features LIST.tsv | --names\n");
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
			dump_page(id, url, path);
	}
	fclose(list);
	return 0;
}
