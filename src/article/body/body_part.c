/*
 * body_part.c
 *	  Parts of a page whose text is as good as the article's but not part of it: readers' comments,
 *	  another article below the first, text hidden by a class.
 *
 * Reads the blocks as the model chose them; drops those in such parts. A part is dropped only if
 * text of the article remains without it, because class names can be wrong.
 */
#include "article/body/body.h"

#include "article/cue/class_hides.h"
#include "base/array.h"

typedef enum Part
{
	PART_ARTICLE,
	PART_COMMENTS,
	PART_OTHER_ARTICLE,
	PART_HIDDEN,
	PART_COUNT
} Part;

static const char *const part_reasons[PART_COUNT] = {
	[PART_COMMENTS] = "inside the comments",
	[PART_OTHER_ARTICLE] = "inside another article",
	[PART_HIDDEN] = BODY_HIDDEN_BY_CLASS,
};

/* At least this many characters of the article come before comments or another article. */
#define TEXT_BEFORE 150

/* Words in the class of a comment thread, or of a comment. */
static const Str threads[] = {
	{"comentario", 10},	  {"comentarios", 11}, {"comment", 7},	 {"commentaire", 11},
	{"commentaires", 12}, {"commentlist", 11}, {"comments", 8},	 {"disqus", 6},
	{"kommentare", 10},	  {"reacties", 8},	   {"reactions", 9}, {"talkback", 8},
};

static bool
is_thread(Str class)
{
	Str word;

	for (uint32_t i = 0; (word = class_word(class, &i, " \t\r\n\f-_")).len > 0;)
		for (size_t k = 0; k < lengthof(threads); k++)
			if (str_equal_ascii(word, threads[k]))
				return true;
	return false;
}

/* ------------------------------------------------------------------ which part */

typedef struct Parts
{
	const Reader *reader;
	uint32_t title;		   /* the node of the title, or 0 */
	uint32_t main_article; /* the <article> around it, or 0 */
	uint32_t headless_end; /* end of the last other <article> in which no headline was found */
	uint8_t *known;		   /* Part of each node; PART_COUNT if not yet computed */
} Parts;

static uint32_t
article_around(const Page *page, uint32_t node)
{
	while (node != 0 && page->nodes[node].tag != TAG_article)
		node = page->nodes[node].parent;
	return node;
}

/* Does an element hold a level-1 heading? */
static bool
holds_headline(const Page *page, uint32_t element)
{
	for (uint32_t i = element + 1; i < page->nodes[element].end; i++)
		if (page->nodes[i].tag == TAG_h1)
			return true;
	return false;
}

/* Called for outer articles before inner ones, so that no node is searched twice. */
static bool
is_other_article(Parts *parts, uint32_t node)
{
	const Page *page = &parts->reader->page;

	if (page->nodes[node].tag != TAG_article || parts->main_article == 0 ||
		node < page->nodes[parts->main_article].end || node < parts->headless_end)
		return false;
	if (holds_headline(page, node))
		return true;
	parts->headless_end = page->nodes[node].end;
	return false;
}

/* Does microdata say that an element is a reader's comment? */
static bool
is_marked_comment(const Page *page, uint32_t node)
{
	return page->nodes[node].nattrs > 1 &&
		   str_equal_ascii(page_attr(page, node, ATTR_itemprop), STR("comment"));
}

/* The part that an element is by itself, or else the part that surrounds it. */
static Part
part_inside(Parts *parts, uint32_t node, Part around)
{
	Str class = reader_class(&parts->reader->page, node);

	if ((class.len > 0 && is_thread(class)) || is_marked_comment(&parts->reader->page, node))
		return PART_COMMENTS;
	if (class.len > 0 && class_hides(class))
		return PART_HIDDEN;
	if (around != PART_OTHER_ARTICLE && is_other_article(parts, node))
		return PART_OTHER_ARTICLE;
	return around;
}

/* Recurses as deep as elements nest, which the scanner limits. */
static Part
part_of(Parts *parts, uint32_t node)
{
	uint8_t *known = &parts->known[node];

	if (node <= parts->title)
		return PART_ARTICLE;
	if (*known == PART_COUNT)
		*known = (uint8_t) part_inside(parts, node,
									   part_of(parts, parts->reader->page.nodes[node].parent));
	return (Part) *known;
}

/* The part of each kept block, in the arena; NULL if the caller interrupted. */
static uint8_t *
find_parts(const Reader *reader, Arena *arena)
{
	const Blocks *blocks = &reader->blocks;
	uint8_t *part = arena_zalloc(arena, blocks->count);
	Parts parts = {.reader = reader};

	parts.title = blocks->items[reader->title_block].node;
	parts.main_article = article_around(&reader->page, parts.title);
	parts.known = arena_alloc(arena, reader->page.nnodes);
	memset(parts.known, PART_COUNT, reader->page.nnodes);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (i % BLOCKS_PER_POLL == 0 && reader_interrupted(reader))
			return NULL;
		if (blocks->items[i].kept)
			part[i] = (uint8_t) part_of(&parts, blocks->items[i].node);
	}
	return part;
}

/* ------------------------------------------------------------------ what goes */

/*
 * Sums the characters of kept text in each part. Sets *before to those of the article before the
 * first block of comments or of another article.
 */
static void
measure(const Blocks *blocks, const uint8_t *part, uint32_t *sums, uint32_t *before)
{
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		sums[part[i]] += blocks->items[i].chars;
		if (sums[PART_COMMENTS] + sums[PART_OTHER_ARTICLE] == 0)
			*before = sums[PART_ARTICLE];
	}
}

static void
drop_parts(Blocks *blocks, const uint8_t *part)
{
	uint32_t sums[PART_COUNT] = {0};
	uint32_t before = 0;

	measure(blocks, part, sums, &before);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];

		if (!block->kept || part[i] == PART_ARTICLE ||
			(part[i] == PART_HIDDEN ? sums[PART_HIDDEN] > sums[PART_ARTICLE]
									: before < TEXT_BEFORE))
			continue;
		block_drop_surely(block, part_reasons[part[i]]);
	}
}

void
body_drop_parts(Reader *reader)
{
	Arena scratch = arena_scratch(reader->arena);
	uint8_t *part = reader->title_block != PAGE_NONE ? find_parts(reader, &scratch) : NULL;

	if (part != NULL)
		drop_parts(&reader->blocks, part);
	arena_free(&scratch);
}
