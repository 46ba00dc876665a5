/*
 * explain_mark.c
 *	  Finds which words of which blocks are the title, the subtitle, an author or a date of the
 *	  article.
 */
#include "article/explain/explain.h"

/* In a block with more characters, a name or a date is part of a sentence, not a byline. */
#define STAMP_CHARS 200

/* More than the names of any byline, and more than the ways to write one date. */
#define NAMES_MAX 16
#define WORDS_MAX 32

/* What to search the blocks for. */
typedef struct Sought
{
	Str subtitle; /* no data once it is found */
	const StrList *authors;
	struct
	{
		Str text; /* a slice of a block's text */
		ExplainRole role;
		bool told; /* the page itself says what the date is of */
	} words[WORDS_MAX];
	uint32_t nwords;
} Sought;

static const struct
{
	const char *class;
	ExplainText name;
} roles[EXPLAIN_ROLE_COUNT] = {
	[EXPLAIN_TITLE] = {"title", SAY_role_title},
	[EXPLAIN_SUBTITLE] = {"subtitle", SAY_role_subtitle},
	[EXPLAIN_AUTHOR] = {"author", SAY_role_author},
	[EXPLAIN_PUBLISHED] = {"published", SAY_role_published},
	[EXPLAIN_MODIFIED] = {"modified", SAY_role_modified},
};

const char *
explain_role_class(ExplainRole role)
{
	return roles[role].class;
}

void
explain_badge(Explanation *explanation, ExplainRole role)
{
	explain_markup(explanation, " <b class=\"badge hue ");
	explain_markup(explanation, roles[role].class);
	explain_markup(explanation, "\">");
	explain_say(explanation, roles[role].name);
	explain_markup(explanation, "</b>");
}

/* ---------------------------------------------------------------- what to look for */

/* Adds a date if it is one of the article's instants. */
static void
seek_date(Sought *sought, const Explanation *explanation, const ArticleDate *date)
{
	const Article *article = &explanation->reader->article;
	ExplainRole role;

	if (date->role != DATE_MODIFIED &&
		explain_same_date(explanation, &article->published, &date->instant))
		role = EXPLAIN_PUBLISHED;
	else if (date->role != DATE_PUBLISHED &&
			 explain_same_date(explanation, &article->modified, &date->instant))
		role = EXPLAIN_MODIFIED;
	else
		return;
	sought->words[sought->nwords].text = date->instant.raw;
	sought->words[sought->nwords].role = role;
	sought->words[sought->nwords++].told = date->role != DATE_OTHER;
}

static void
seek(Sought *sought, const Explanation *explanation)
{
	const Article *article = &explanation->reader->article;

	memset(sought, 0, sizeof(*sought));
	sought->subtitle = article->subtitle;
	sought->authors = &article->authors;
	for (uint32_t i = 0; i < explanation->ndates && sought->nwords < WORDS_MAX; i++)
		if (explanation->dates[i].instant.raw.len > 0)
			seek_date(sought, explanation, &explanation->dates[i]);
}

/* ---------------------------------------------------------------- what a block prints */

/*
 * Inserts a mark into those of its block, sorted by start; it is dropped if it overlaps another
 * one.
 */
static void
add_mark(Explanation *explanation, uint32_t block, uint32_t start, uint32_t len, ExplainRole role)
{
	ExplainMarks *marks = &explanation->marks;
	uint32_t at = marks->count;

	while (at > 0 && marks->items[at - 1].block == block && marks->items[at - 1].start > start)
		at--;
	if ((at > 0 && marks->items[at - 1].block == block && marks->items[at - 1].end > start) ||
		(at < marks->count && marks->items[at].start < start + len))
		return;
	if (marks->count == marks->size)
	{
		uint32_t size = marks->size * 2 + 16;

		marks->items = arena_grow(explanation->reader->arena, marks->items,
								  sizeof(ExplainMark) * marks->size, sizeof(ExplainMark) * size);
		marks->size = size;
	}
	memmove(&marks->items[at + 1], &marks->items[at], sizeof(ExplainMark) * (marks->count - at));
	marks->items[at] = (ExplainMark){block, start, start + len, role};
	marks->count++;
}

/* Is the byte at i not a letter, so that a name may begin after it or end before it? */
static bool
parts_words(Str text, uint32_t i)
{
	return i >= text.len || !ascii_alpha(text.data[i]);
}

static void
mark_author(Explanation *explanation, uint32_t block, Str name)
{
	Str text = explanation->reader->blocks.items[block].text;
	int32_t at = str_find_ascii(text, name);
	uint32_t start = (uint32_t) at;

	if (at >= 0 && (start == 0 || parts_words(text, start - 1)) &&
		parts_words(text, start + name.len))
		add_mark(explanation, block, start, name.len, EXPLAIN_AUTHOR);
}

/*
 * May an unlabelled date in this block be the article's? In the body it is a day that the article
 * mentions.
 */
static bool
is_stamp(const Block *block)
{
	return !block->kept && block->chars <= STAMP_CHARS;
}

static void
mark_dates(Explanation *explanation, const Sought *sought, uint32_t i)
{
	const Block *block = &explanation->reader->blocks.items[i];
	uintptr_t text = (uintptr_t) block->text.data;

	for (uint32_t k = 0; k < sought->nwords; k++)
	{
		Str words = sought->words[k].text;
		uintptr_t at = (uintptr_t) words.data;

		if (at >= text && at + words.len <= text + block->text.len &&
			(sought->words[k].told || is_stamp(block)))
			add_mark(explanation, i, (uint32_t) (at - text), words.len, sought->words[k].role);
	}
}

static void
mark_block(Explanation *explanation, Sought *sought, uint32_t i)
{
	const Block *block = &explanation->reader->blocks.items[i];

	if (i == explanation->reader->title_block)
		add_mark(explanation, i, 0, block->text.len, EXPLAIN_TITLE);
	else if (sought->subtitle.len > 0 && str_equal(block->text, sought->subtitle))
	{
		add_mark(explanation, i, 0, block->text.len, EXPLAIN_SUBTITLE);
		sought->subtitle = STR_NONE;
	}
	if (block->chars <= STAMP_CHARS)
		for (uint32_t k = 0; k < sought->authors->count && k < NAMES_MAX; k++)
			mark_author(explanation, i, sought->authors->items[k]);
	mark_dates(explanation, sought, i);
}

void
explain_find_marks(Explanation *explanation)
{
	Sought sought;

	seek(&sought, explanation);
	for (uint32_t i = 0; i < explanation->reader->blocks.count; i++)
	{
		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(explanation->reader->arena);
		mark_block(explanation, &sought, i);
	}
}
