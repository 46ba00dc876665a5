/*
 * body_thread.c
 *	  Drops readers' comments that no class betrays: a series of twin elements that each begin with
 *	  a name or a date and go on with a text.
 *
 * A list inside an article may look the same, so the series must come after the <article> that
 * holds the title, or after a heading that says what it is, or offer to answer each text.
 */
#include "article/body/body.h"

#include "article/cue/cue.h"
#include "base/array.h"
#include "text/compare.h"
#include "text/feature_text.h"

/* Fewest characters of the article before the comments; fewest comments. */
#define TEXT_BEFORE 300
#define LEAST_COMMENTS 3
/* … under a heading that says so. */
#define LEAST_HEADED 2
/* "Anne D., le 3 mars à 12:01"; more lines than that, or longer ones, are not a signature. */
#define LONGEST_SIGNATURE 60
/* Nodes between two comments: white space, a rule, an advertisement. */
#define MOST_BETWEEN 8
/* The offer to answer a comment is before this many blocks. */
#define NEAR_ANSWER 5
/* Levels from a text to the element of its comment. */
#define LEVELS 4
/* "12 commentaires", "Vos réactions" */
#define LONGEST_HEADING 60
#define MOST_WORDS 4

/* What a heading over comments says, in the form of compare_key (written for this project). */
static const Str thread_words[] = {
	{"avis", 4},		 {"comentarios", 11}, {"commentaires", 12}, {"commenti", 8},
	{"comments", 8},	 {"diskussion", 10},  {"discussion", 10},	{"kommentare", 10},
	{"komentarze", 10},	 {"meinungen", 9},	  {"opiniones", 9},		{"reactions", 9},
	{"reacties", 8},	 {"replies", 7},	  {"reponses", 8},		{"responses", 9},
	{"комментарии", 22},
};

static bool
heads_thread(Arena *arena, const Block *block)
{
	Str key;
	uint32_t words = 1;

	if (block->chars > LONGEST_HEADING ||
		(block->kind != BLOCK_HEADING && !(block->phrases & PHRASE_CUE_BIT(COMMENT))))
		return false;
	key = compare_key(arena, block->text);
	for (uint32_t i = 0; i < key.len; i++)
		words += key.data[i] == ' ';
	for (size_t i = 0; i < lengthof(thread_words) && words <= MOST_WORDS; i++)
		if (compare_contains(key, thread_words[i]))
			return true;
	return false;
}

static bool
are_twins(const Page *page, uint32_t a, uint32_t b)
{
	return page->nodes[a].tag == page->nodes[b].tag && page->nodes[a].tag != TAG_text &&
		   page->nodes[a].tag != TAG_p && str_equal(reader_class(page, a), reader_class(page, b));
}

static bool
is_signature(const Block *block)
{
	TextStats stats;

	if (block->chars > LONGEST_SIGNATURE || block->kind == BLOCK_HEADING)
		return false;
	text_stats(block->text, &stats);
	return !stats.ends_sentence && !stats.ends_colon;
}

/* The end of the blocks inside an element that holds block i. */
static uint32_t
end_of(const Reader *reader, uint32_t i, uint32_t element)
{
	const Blocks *blocks = &reader->blocks;

	while (i < blocks->count && blocks->items[i].first < reader->page.nodes[element].end)
		i++;
	return i;
}

/* "Répondre Signaler": does a short block from i to end offer to answer a comment? */
static bool
is_answerable(const Reader *reader, uint32_t i, uint32_t end)
{
	for (; i < end && i < reader->blocks.count; i++)
		if (reader->blocks.items[i].chars <= LONGEST_SIGNATURE &&
			(reader->blocks.items[i].openings & PHRASE_CUE_BIT(COMMENT)))
			return true;
	return false;
}

/*
 * Counts the comments that begin at block i, in elements like this one, which begins there; only
 * those that can be answered if that is asked. Sets *end to the block after the last one.
 */
static uint32_t
count_comments(const Reader *reader, uint32_t i, uint32_t element, bool answerable, uint32_t *end)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;
	uint32_t parent_end = page->nodes[page->nodes[element].parent].end;
	uint32_t count = 0;
	uint32_t others = 0;

	*end = i;
	for (uint32_t twin = element; twin < parent_end && others < MOST_BETWEEN;
		 twin = page->nodes[twin].end)
	{
		uint32_t next;

		others++;
		if (!are_twins(page, element, twin))
			continue;
		others = 0;
		while (i < reader->blocks.count && items[i].first < twin)
			i++;
		next = end_of(reader, i, twin);
		if (next < i + 2 || !is_signature(&items[i]) ||
			(answerable && !is_answerable(reader, i + 1, next)))
			break;
		count++;
		*end = i = next;
	}
	return count;
}

/* Finds a thread of some comments that begins at block i. Returns its end; i if there is none. */
static uint32_t
thread_at(const Reader *reader, uint32_t i, uint32_t least, bool answerable)
{
	const Page *page = &reader->page;
	const Block *items = reader->blocks.items;
	uint32_t element = items[i].node;
	uint32_t end;

	if (!is_signature(&items[i]))
		return i;
	for (int up = 0; up < LEVELS && element > items[i - 1].first;
		 up++, element = page->nodes[element].parent)
		if (count_comments(reader, i, element, answerable, &end) >= least)
			return end;
	return i;
}

/* The end of the <article> around the title; 0 if there is none. */
static uint32_t
article_end(const Reader *reader)
{
	const Page *page = &reader->page;
	uint32_t article =
		page_ancestor(page, reader->blocks.items[reader->title_block].node, TAG_article);

	return article != PAGE_NONE ? page->nodes[article].end : 0;
}

static void
drop_thread(Blocks *blocks, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		blocks->items[i].of_reader = true;
		if (blocks->items[i].kept)
			block_drop_surely(&blocks->items[i], "inside the comments");
	}
}

void
body_drop_threads(Reader *reader)
{
	Arena scratch = arena_scratch(reader->arena);
	Blocks *blocks = &reader->blocks;
	uint32_t chars = 0;
	uint32_t inside = 0; /* of these, in the <article> around the title */
	uint32_t end = 0;
	uint32_t last_kept = 0;

	if (reader->title_block == PAGE_NONE || reader->blocks.lines)
		return;
	end = article_end(reader);
	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
			last_kept = i;
	for (uint32_t i = reader->title_block + 1; i <= last_kept; i++)
	{
		const Block *block = &blocks->items[i];
		bool headed = chars >= TEXT_BEFORE && block->chars <= LONGEST_SIGNATURE &&
					  heads_thread(&scratch, &blocks->items[i - 1]);
		bool after = end > 0 && block->first >= end && inside >= TEXT_BEFORE;
		uint32_t last = i;

		if (chars >= TEXT_BEFORE && block->chars <= LONGEST_SIGNATURE &&
			(headed || after || is_answerable(reader, i + 1, i + NEAR_ANSWER)))
			last = thread_at(reader, i, headed ? LEAST_HEADED : LEAST_COMMENTS, !headed && !after);
		if (last > i)
		{
			drop_thread(blocks, headed ? i - 1 : i, last);
			i = last - 1;
			continue;
		}
		chars += block->kept ? block->chars : 0;
		inside += block->kept && block->first < end ? block->chars : 0;
	}
	arena_free(&scratch);
}
