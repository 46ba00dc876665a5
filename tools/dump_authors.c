/*
 * dump_authors.c
 *	  Writes the lists of authors that pages declare and print, for training the weights of
 *	  author_feature_list.h (tools/train_authors.py) and for looking at mistakes.  In: LIST.tsv (id,
 *	  URL, time zone, path).  Out, one line per list, separated by tabs: id, source, score, names
 *	  separated by "|", names of its features; the source of the features of the page is "nobody".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/author/author_evidence.h"
#include "html/encoding.h"
#include "pg/json.h"
#include "read_page.h"

static const char *const feature_names[] = {
#define AUTHOR_FEATURE(name, weight, flat) #name,
#include "article/author/author_feature_list.h"
#undef AUTHOR_FEATURE
};

static void
print_start(const char *id, const char *source, float score)
{
	printf("%s\t%s\t%.2f\t", id, source, (double) score);
}

static void
print_name(Str name)
{
	for (uint32_t i = 0; i < name.len; i++)
		putchar((unsigned char) name.data[i] < ' ' ? ' ' : name.data[i]);
	putchar('|');
}

static void
print_features(const AuthorFeatures *features)
{
	putchar('\t');
	for (int i = 0; i < AUTHOR_FEATURE_COUNT; i++)
		if (author_noted(features, (AuthorFeature) i))
			printf("%s ", feature_names[i]);
	putchar('\n');
}

/* The source of a place tells where it is: its block and the range of its nodes. */
static void
print_place(const char *id, const AuthorPlace *place)
{
	char source[64];

	snprintf(source, sizeof(source), "byline %u %u %u", place->block, place->node, place->end);
	print_start(id, source, place->score);
}

static void
dump_lists(const char *id, const AuthorEvidence *evidence)
{
	print_start(id, evidence->flat ? "nobody flat" : "nobody", evidence->nobody_score);
	print_features(&evidence->nobody);
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
	{
		const AuthorDeclared *declared = &evidence->declared[i];

		print_start(id, declared->list.source, declared->score);
		for (uint32_t k = 0; k < declared->list.count; k++)
			if (declared->list.people == 0 || !declared->list.items[k].is_site)
				print_name(declared->list.items[k].name);
		print_features(&declared->features);
	}
	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		const AuthorPlace *place = &evidence->places[i];

		print_place(id, place);
		for (uint32_t k = 0; k < place->byline.count; k++)
			if (place->byline.names[k].kind == BYLINE_IS_PERSON ||
				author_noted(&place->features, AUTHOR_PRINTED_AGENCY) ||
				author_noted(&place->features, AUTHOR_PRINTED_NEWSROOM))
				print_name(place->byline.names[k].name);
		print_features(&place->features);
	}
}

static void
dump_page(const char *id, const char *url, const char *path)
{
	ArticleOptions options = {
		.url = str_cstr(url), .zone_offset = no_offset, .json = json_parse_events};
	AuthorEvidence evidence;
	Reader reader;
	Arena arena;

	arena_init(&arena, arena_malloc);
	if (article_read(&reader, &arena,
					 encoding_decode(&arena, read_file(&arena, path), STR_NONE).text,
					 &options) == PAGE_OK)
	{
		author_collect(&evidence, &reader, true);
		dump_lists(id, &evidence);
	}
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	char line[8192];
	FILE *list = argc > 1 ? fopen(argv[1], "r") : NULL;

	if (list == NULL)
	{
		fprintf(stderr, "usage: dump-authors LIST.tsv\n");
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
