/*
 * article.c
 *	  From a page to struct Article: the stages, in order.
 */
#include "article/reader.h"

#include "base/array.h"
#include "text/compare.h"
#include "html/encoding.h"

/* In this order: each stage may read what the earlier ones found. */
static void (*const stages[])(Reader *) = {
	blocks_read,  facts_read,	language_read, title_read, body_locate,	 dates_read,
	authors_read, card_read, body_read,	   entries_read, media_read, related_read,
};

PageStatus
article_read(Reader *reader, Arena *arena, Str source, const ArticleOptions *options)
{
	ArticleOptions *copy = arena_new(arena, ArticleOptions);
	PageStatus status;
	Str text;

	*copy = *options;
	memset(reader, 0, sizeof(*reader));
	reader->arena = arena;
	reader->options = copy;
	reader->title_block = PAGE_NONE;
	reader->article.not_a_page = options->not_a_page;
	text = encoding_undo_mojibake(arena, source);
	copy->page.clean &= text.data == source.data;
	status = page_parse(&reader->page, arena, text, &copy->page);
	if (status != PAGE_OK)
		return status;
	reader->node_cues = arena_zalloc(arena, sizeof(uint32_t) * reader->page.nnodes);
	reader->name_cues = arena_zalloc(arena, sizeof(NameCues) * READER_NAMES);
	for (size_t i = 0; i < lengthof(stages); i++)
	{
		stages[i](reader);
		if (reader_interrupted(reader))
			return PAGE_INTERRUPTED;
	}
	return PAGE_OK;
}
