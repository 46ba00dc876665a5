/*
 * article.c
 *	  From a page to struct Article: the stages, in order.
 */
#include "article/reader.h"

#include "article/block/source_mend.h"
#include "article/known.h"
#include "base/array.h"
#include "text/compare.h"
#include "html/encoding.h"

/* In this order: each stage may read what the earlier ones found. */
static void (*const stages[])(Reader *) = {
	facts_read, language_read, title_read,	 body_locate, dates_read,	authors_read,
	card_read,	body_read,	   entries_read, media_read,  related_read, rules_missed,
};

/* Asks the site's rules about the page.  Returns false if the caller interrupted. */
static bool
apply_rules(Reader *reader)
{
	const ArticleRules *rules = reader->options->rules;
	Ruling *ruling;

	if (rules == NULL)
		return true;
	ruling = arena_new(reader->arena, Ruling);
	reader->ruling = ruling;
	return rules->apply(rules->context, reader->arena, &reader->page, &reader->options->page,
						ruling);
}

/* Parses a source and cuts it into blocks. */
static PageStatus
parse(Reader *reader, Str source, const PageOptions *options)
{
	PageStatus status = page_parse(&reader->page, reader->arena, source, options);

	if (status != PAGE_OK)
		return status;
	if (!apply_rules(reader))
		return PAGE_INTERRUPTED;
	blocks_read(reader);
	return reader_interrupted(reader) ? PAGE_INTERRUPTED : PAGE_OK;
}

/* The same for a source that may not be the HTML that it is stored as. */
static PageStatus
parse_mended(Reader *reader, Str source, const PageOptions *options)
{
	Str mended = source_with_paragraphs(reader->arena, source);
	PageOptions unknown = *options;
	PageStatus status;

	unknown.clean = false;
	status = mended.data != NULL ? parse(reader, mended, &unknown) : parse(reader, source, options);
	if (status != PAGE_OK)
		return status;
	mended = source_unescaped(reader);
	return mended.data != NULL ? parse(reader, mended, &unknown) : PAGE_OK;
}

/* Lets the site's rules replace strings. */
static Str
rewritten(const ArticleOptions *options, Arena *arena, Str source)
{
	const ArticleRules *rules = options->rules;

	return rules != NULL ? rules->rewrite(rules->context, arena, source) : source;
}

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
	if (copy->known == NULL)
		copy->known = arena_new(arena, ArticleKnown);
	reader->article.known = copy->known;
	text = rewritten(options, arena, encoding_undo_mojibake(arena, source));
	copy->page.clean &= text.data == source.data;
	copy->page.whole |= options->rules != NULL;
	status = parse_mended(reader, text, &copy->page);
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
