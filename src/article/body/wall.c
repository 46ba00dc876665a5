/*
 * wall.c
 *	  See body.h: pages that stand before an article or in its place: consent walls, challenges,
 *	  errors, logins, empty searches, parked domains.
 *
 * Their texts are short and speak of little but themselves, so they are told by the weight of their
 * words of one kind.  How much weight it takes depends on what the page has of an article: a date,
 * an author, a declared type.
 */
#include "base/array.h"
#include "article/body/body.h"

#include "text/compare.h"

typedef enum WallKind
{
	CONSENT,
	CHALLENGE,
	ERROR,
	LOGIN,
	EMPTY,
	PARKED,
	WALL_KINDS,
	READER = WALL_KINDS, /* addresses the reader */
	WORD_KINDS
} WallKind;

typedef struct WallWord
{
	Str words;
	uint8_t kind;
	uint8_t weight;
} WallWord;

#define WALL(kind, weight, words) {{words, sizeof(words) - 1}, kind, weight},
static const WallWord wall_words[] = {
#include "article/body/wall_word_list.h"
};
#undef WALL

#define WORD_COUNT lengthof(wall_words)

/* Words from this length on stand for what is longer by a few letters. */
#define SHORTEST_STEM 5
#define LONGEST_ENDING 3

/* A word says no more the fourth time: catalogues repeat theirs. */
#define MOST_REPEATS 3

/* What a text says, by kind: the weights of its words together. */
typedef struct WallCount
{
	uint32_t words;
	uint32_t weight[WORD_KINDS];
	uint8_t said[WORD_COUNT]; /* how often each was said */
} WallCount;

/* Scripts that put no space between words are written in three bytes. */
static bool
is_spaceless(const char *at)
{
	return (unsigned char) *at >= 0xE1;
}

/* Do a text's next words begin with these, or what they stand for? */
static bool
begins_with(Str text, Str words)
{
	uint32_t end = words.len;

	if (text.len < words.len || memcmp(text.data, words.data, words.len) != 0)
		return false;
	if (is_spaceless(words.data))
		return true;
	while (end < text.len && text.data[end] != ' ' && end <= words.len + LONGEST_ENDING)
		end++;
	return end == words.len || (words.len >= SHORTEST_STEM && end <= words.len + LONGEST_ENDING);
}

/* Where the words that begin with a byte begin in the list; and their second bytes, as bits. */
typedef struct WordIndex
{
	uint16_t from[257];
	uint32_t second[256];
} WordIndex;

static void
index_words(WordIndex *index)
{
	uint32_t i = 0;

	memset(index->second, 0, sizeof(index->second));
	for (uint32_t byte = 0; byte <= 256; byte++)
	{
		for (; i < WORD_COUNT && (unsigned char) wall_words[i].words.data[0] < byte; i++)
			index->second[byte - 1] |= UINT32_C(1) << (wall_words[i].words.data[1] & 31);
		index->from[byte] = (uint16_t) i;
	}
}

static void
count_word(WallCount *count, const WordIndex *index, Str text)
{
	uint8_t weight[WORD_KINDS] = {0};
	unsigned char first = (unsigned char) text.data[0];

	if (text.len < 2 || (index->second[first] >> (text.data[1] & 31) & 1) == 0)
		return;
	for (uint32_t i = index->from[first]; i < index->from[first + 1]; i++)
		if (wall_words[i].weight > weight[wall_words[i].kind] && count->said[i] < MOST_REPEATS &&
			begins_with(text, wall_words[i].words))
		{
			weight[wall_words[i].kind] = wall_words[i].weight;
			count->said[i]++;
		}
	for (uint32_t kind = 0; kind < WORD_KINDS; kind++)
		count->weight[kind] += weight[kind];
}

/* Adds a text; its key goes into the arena. */
static void
count_text(Arena *arena, WallCount *count, const WordIndex *index, Str text)
{
	Str key = compare_key(arena, text);
	uint32_t letters = 0;

	for (uint32_t i = 0; i < key.len; i++)
	{
		bool starts = i == 0 || key.data[i - 1] == ' ';

		letters += is_spaceless(key.data + i);
		if (starts || is_spaceless(key.data + i))
			count_word(count, index, str_sub(key, i, key.len));
		count->words += starts;
	}
	count->words += letters / 2; /* two characters a word */
}

/* ------------------------------------------------------------------ what articles have */

static bool
is_article_type(Str type)
{
	return str_find_ascii(type, STR("article")) >= 0 || str_find_ascii(type, STR("posting")) >= 0 ||
		   str_find_ascii(type, STR("report")) >= 0;
}

/* A date, an author, a declared type: how many of them the page has. */
static int
evidence_of_article(const Reader *reader)
{
	uint32_t i = 0;
	bool declared = false;
	const Fact *fact;

	while (!declared && (fact = facts_next(&reader->facts, FACT_TYPE, &i)) != NULL)
		declared = is_article_type(fact->text);
	return reader->article.published.known + (reader->article.authors.count > 0) + declared;
}

/* ------------------------------------------------------------------ is it a wall? */

/*
 * By how much evidence there is of an article: the longest wall, in characters, and the least weight
 * of one kind a word.  Of 1533 news pages those that short have at most 0.07 without any evidence,
 * and 0.15 with two of the three; of 204 walls in twelve languages nine in ten have 0.25 and more.
 */
static const struct
{
	uint32_t longest;
	float least;
} walls[] = {{6000, 0.14f}, {3000, 0.22f}, {1000, 0.35f}, {1000, 0.35f}};

/* Where the text does not address its reader: news of stolen passwords has as much weight. */
#define LEAST_UNADDRESSED 0.3f

#define LEAST_WEIGHT 4
/* A text that begins like this is an article's: the rest need not be counted. */
#define ENOUGH_WORDS 30
#define HOPELESS 0.05f
/* A title that says nothing else: "Page introuvable". */
#define LEAST_TITLE 1.0f
#define LONGEST_TITLE 300
#define LONGEST_UNDER_TITLE 1500
/* Paragraphs that are no wall's may be a page's, behind a dialog. */
#define LEAST_SHARE 0.6f
/* A longer one is only doubted: it may be about what walls speak of. */
#define LONGEST_DROPPED 800
#define LEAST_DROPPED 0.3f
/* With nothing that articles have, and with a word to the reader. */
#define LONGEST_BARE 200
#define LONGEST_BARE_ADDRESSED 300

static float
density(const WallCount *count, uint32_t kind)
{
	return count->words > 0 ? (float) count->weight[kind] / (float) count->words : 0;
}

static uint32_t
heaviest(const WallCount *count)
{
	uint32_t best = 0;

	for (uint32_t kind = 1; kind < WALL_KINDS; kind++)
		if (count->weight[kind] > count->weight[best])
			best = kind;
	return best;
}

/* The kept blocks of a page, counted. */
typedef struct WallText
{
	uint32_t chars;
	uint32_t spoken[WALL_KINDS]; /* of these, in blocks that say words of a kind */
	WallCount count;
	float title; /* the greatest weight a word of what names the page */
} WallText;

static uint32_t
kept_chars(const Blocks *blocks)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
		chars += blocks->items[i].kept ? blocks->items[i].chars : 0;
	return chars;
}

static float
title_density(Arena *arena, const WordIndex *index, Str title)
{
	WallCount count = {0};

	count_text(arena, &count, index, title);
	return density(&count, heaviest(&count));
}

static void
count_page(Reader *reader, int evidence, WallText *text)
{
	Arena scratch = arena_scratch(reader->arena);
	WordIndex index;

	index_words(&index);
	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];
		uint32_t before[WORD_KINDS];

		if (!block->kept)
			continue;
		if (text->count.words >= ENOUGH_WORDS &&
			density(&text->count, heaviest(&text->count)) < HOPELESS)
			break;
		memcpy(before, text->count.weight, sizeof(before));
		count_text(&scratch, &text->count, &index, block->text);
		for (uint32_t kind = 0; kind < WALL_KINDS; kind++)
			if (text->count.weight[kind] > before[kind])
				text->spoken[kind] += block->chars;
	}
	if (evidence == 0)
	{
		float declared =
			title_density(&scratch, &index, str_sub(reader->page.title, 0, LONGEST_TITLE));

		text->title = title_density(&scratch, &index, reader->article.title);
		if (declared > text->title)
			text->title = declared;
	}
	arena_free(&scratch);
}

static bool
is_wall(const WallText *text, int evidence)
{
	uint32_t kind = heaviest(&text->count);
	float least = walls[evidence].least;

	if (evidence == 0 && text->title >= LEAST_TITLE && text->chars <= LONGEST_UNDER_TITLE)
		return true;
	if (text->count.weight[READER] == 0 && least < LEAST_UNADDRESSED)
		least = LEAST_UNADDRESSED;
	return text->count.weight[kind] >= LEAST_WEIGHT && density(&text->count, kind) >= least &&
		   (float) text->spoken[kind] >= LEAST_SHARE * (float) text->chars;
}

static void
drop_kept(Blocks *blocks)
{
	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
		{
			blocks->items[i].kept = false;
			blocks->items[i].reason = "stands before an article or in its place";
		}
}

bool
wall_found(Reader *reader)
{
	WallText text = {.chars = kept_chars(&reader->blocks)};
	int evidence = evidence_of_article(reader);

	if (text.chars == 0 || text.chars > walls[evidence].longest)
		return false;
	count_page(reader, evidence, &text);
	if (!is_wall(&text, evidence))
		return evidence == 0 &&
			   text.chars < (text.count.weight[READER] > 0 ? LONGEST_BARE_ADDRESSED : LONGEST_BARE);
	if (text.chars <= LONGEST_DROPPED ||
		density(&text.count, heaviest(&text.count)) >= LEAST_DROPPED)
		drop_kept(&reader->blocks);
	return true;
}
