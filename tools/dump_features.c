/*
 * dump_features.c
 *	  Writes the body model's features of each block of many pages, for tools/train_body.py.
 *
 * In: a list of pages (id, URL, time zone, path, separated by tabs). Out, on standard output, in
 * native byte order: for each page the id, the number of blocks and of features, then for each
 * block its text, its length, whether it is excluded (1) and running text (2), its group, its
 * parent, its grandparent, its features, and whom it speaks to (speech.h): its words, then those
 * that address the reader, speak of the publisher, or begin a sentence with an imperative. A string
 * is its length and its bytes.
 */
#include <stdio.h>
#include <stdlib.h>

#include "article/body/feature.h"
#include "article/body/speech.h"
#include "html/encoding.h"
#include "pg/json.h"
#include "read_page.h"

static void
put_number(uint32_t n)
{
	fwrite(&n, sizeof(n), 1, stdout);
}

static void
put_str(Str s)
{
	put_number(s.len);
	fwrite(s.data, 1, s.len, stdout);
}

static void
dump_block(Reader *reader, const Features *features, uint32_t from, uint32_t i, uint32_t groups)
{
	const Block *block = &reader->blocks.items[from + i];
	uint32_t parent = reader->page.nodes[block->node].parent;
	float row[FEATURE_COUNT];
	Speech speech;

	put_str(block->text);
	put_number(block->chars);
	put_number((features_excluded(features, i) != NULL ? 1 : 0) +
			   (features_prose(features, i) ? 2 : 0));
	put_number(groups + features_group(features, i));
	put_number(parent);
	put_number(reader->page.nodes[parent].parent);
	features_row(features, i, row);
	fwrite(row, sizeof(float), FEATURE_COUNT, stdout);
	speech = speech_read(reader->arena, block->text);
	put_number(speech.words);
	put_number(speech.address);
	put_number(speech.own);
	put_number(speech.imperative);
}

/* The blocks of a page, one window after the other; groups are numbered over the whole page. */
static void
dump_blocks(Reader *reader)
{
	const FeatureBase *base = features_base(reader, reader->arena);
	uint32_t groups = 0;

	for (uint32_t from = 0; from < reader->blocks.count; from += FEATURES_WINDOW)
	{
		Features *features = features_open(reader, reader->arena, base, from);

		for (uint32_t i = 0; i < features_count(features); i++)
			dump_block(reader, features, from, i, groups);
		groups += features_group_count(features);
		features_close(features);
	}
}

static void
dump_page(const char *id, const char *url, const char *path)
{
	Arena arena;
	Reader reader;
	ArticleOptions options;

	memset(&options, 0, sizeof(options));
	options.url = str_cstr(url);
	options.zone_offset = no_offset;
	options.json = json_parse_events;
	arena_init(&arena, arena_malloc);
	article_read(&reader, &arena, encoding_decode(&arena, read_file(&arena, path), STR_NONE).text,
				 &options);
	put_str(str_cstr(id));
	put_number(reader.blocks.count);
	put_number(FEATURE_COUNT);
	dump_blocks(&reader);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	char line[8192];
	FILE *list = argc > 1 ? fopen(argv[1], "r") : NULL;

	if (argc > 1 && strcmp(argv[1], "--names") == 0)
	{
		for (int i = 0; i < FEATURE_COUNT; i++)
		{
			feature_name(i, line, sizeof(line));
			puts(line);
		}
		return 0;
	}
	if (list == NULL)
	{
		fprintf(stderr, "usage: dump_features LIST.tsv | --names\n");
		return 2;
	}
	while (fgets(line, sizeof(line), list) != NULL)
	{
		char *rest = line;
		char *id = strsep(&rest, "\t");
		char *url = strsep(&rest, "\t");
		char *path;

		strsep(&rest, "\t");
		path = strsep(&rest, "\n");
		if (path != NULL)
			dump_page(id, url, path);
	}
	fclose(list);
	return 0;
}
