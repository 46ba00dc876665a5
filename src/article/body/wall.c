/*
 * wall.c
 *	  See body.h. Pages that are shown before an article or in its place: consent walls, challenges,
 *	  errors, logins, empty searches, parked domains.
 *
 * Their texts are short and are about little but themselves, so they are recognized by the weight
 * of their words of one kind. The weight required depends on how much the page has of an article: a
 * date, an author, a declared type.
 */
#include "base/array.h"
#include "article/body/body.h"

#include "text/compare.h"

const char wall_reason[] = "inside a cookie notice";

typedef enum WallKind
{
	WALL_CONSENT,
	WALL_CHALLENGE,
	WALL_ERROR,
	WALL_LOGIN,
	WALL_EMPTY,
	WALL_PARKED,
	WALL_KINDS,
	WALL_READER = WALL_KINDS, /* words that address the reader */
	WALL_WORD_KINDS
} WallKind;

typedef struct WallWord
{
	Str words;
	uint8_t kind;
	uint8_t weight;
} WallWord;

#define WALL(kind, weight, words) {{words, sizeof(words) - 1}, WALL_##kind, weight},
static const WallWord wall_words[] = {
#include "article/body/wall_word_list.h"
};
#undef WALL

#define WALL_WORD_COUNT lengthof(wall_words)

/*
 * Words of at least SHORTEST_STEM letters also match words that are at most LONGEST_ENDING letters
 * longer.
 */
#define SHORTEST_STEM 5
#define LONGEST_ENDING 3

/* A word counts at most this often: catalogues repeat theirs. */
#define MOST_REPEATS 3

/* The words of a text, and the sum of their weights for each kind. */
typedef struct WallCount
{
	uint32_t words;
	uint32_t weight[WALL_WORD_KINDS];
	uint8_t said[WALL_WORD_COUNT]; /* occurrences of each word */
} WallCount;

/* Letters of scripts without spaces between words take 3 bytes. */
static bool
is_spaceless(const char *at)
{
	return (unsigned char) *at >= 0xE1;
}

/* Does a text begin with these words, or with a longer word that they match? */
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

/*
 * Where the words with each first byte begin in the list, and the set of their second bytes as
 * bits.
 */
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
		for (; i < WALL_WORD_COUNT && (unsigned char) wall_words[i].words.data[0] < byte; i++)
			index->second[byte - 1] |= UINT32_C(1) << (wall_words[i].words.data[1] & 31);
		index->from[byte] = (uint16_t) i;
	}
}

static void
count_word(WallCount *count, const WordIndex *index, Str text)
{
	uint8_t weight[WALL_WORD_KINDS] = {0};
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
	for (uint32_t kind = 0; kind < WALL_WORD_KINDS; kind++)
		count->weight[kind] += weight[kind];
}

/* Adds the words of a text. Allocates its key in the arena. */
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
	count->words += letters / 2; /* a word has about 2 characters */
}

/* ------------------------------------------------------------------ what articles have */

static bool
is_article_type(Str type)
{
	return str_find_ascii(type, STR("article")) >= 0 || str_find_ascii(type, STR("posting")) >= 0 ||
		   str_find_ascii(type, STR("report")) >= 0;
}

bool
article_declared(const Reader *reader)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_TYPE, &i)) != NULL)
		if (is_article_type(fact->text))
			return true;
	return false;
}

/* How many of the three the page has: a date, an author, a declared type. */
static int
evidence_of_article(const Reader *reader)
{
	return reader->article.published.known + (reader->article.authors.count > 0) +
		   article_declared(reader);
}

/* ------------------------------------------------------------------ is it a wall? */

/*
 * By the number of such pieces of evidence: the length of the longest wall, in characters, and the
 * least weight per word of one kind. Of 1533 news pages as short as that, all have at most 0.07
 * without any evidence, and 0.15 with two of the three; of 204 walls in 12 languages, 9 in 10 have
 * 0.25 and more.
 */
static const struct
{
	uint32_t longest;
	float least;
} walls[] = {{6000, 0.14f}, {3000, 0.22f}, {1000, 0.35f}, {1000, 0.35f}};

/*
 * The least weight if the text does not address its reader: news about stolen passwords has as much
 * as a wall.
 */
#define LEAST_UNADDRESSED 0.3f

#define LEAST_WEIGHT 4
/*
 * A text that begins with ENOUGH_WORDS and less weight than this is an article's: the rest is not
 * counted.
 */
#define ENOUGH_WORDS 30
#define HOPELESS 0.05f
/* A consent wall begins with what it is about; lists of partners may follow. */
#define ENOUGH_OF_WALL 80
/* A title that says nothing else: "Page introuvable". */
#define LEAST_TITLE 1.0f
#define LONGEST_TITLE 300
#define LONGEST_UNDER_TITLE 1500
/*
 * The least share of the text in blocks with words of the kind: other paragraphs may be the page's
 * own, after a dialog.
 */
#define LEAST_SHARE 0.6f
/* A longer text is only doubted: it may be about the subject of walls. */
#define LONGEST_DROPPED 800
#define LEAST_DROPPED 0.3f
/*
 * The longest text that has no evidence of an article; and the longest that also addresses the
 * reader.
 */
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

/* The kept blocks of a page, with their words counted. */
typedef struct WallText
{
	uint32_t chars;
	uint32_t spoken[WALL_KINDS]; /* of these, in blocks with words of a kind */
	WallCount count;
	float title; /* the greatest weight per word of the page's titles */
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

/* Is the title that of a dialog, which is shown before an article? */
static bool
title_excluded(const Reader *reader)
{
	return reader->title_block != PAGE_NONE &&
		   reader->blocks.items[reader->title_block].reason == wall_reason;
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
		uint32_t before[WALL_WORD_KINDS];

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
	if (evidence == 0 && !title_excluded(reader))
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
	if (text->count.weight[WALL_READER] == 0 && least < LEAST_UNADDRESSED)
		least = LEAST_UNADDRESSED;
	return text->count.weight[kind] >= LEAST_WEIGHT && density(&text->count, kind) >= least &&
		   (float) text->spoken[kind] >= LEAST_SHARE * (float) text->chars;
}

static void
drop_kept(Blocks *blocks)
{
	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->items[i].kept)
			block_drop(&blocks->items[i], "stands before an article or in its place");
}

float
wall_consent(const Reader *reader, uint32_t first, uint32_t end)
{
	Arena scratch = arena_scratch(reader->arena);
	WallCount count = {0};
	WordIndex index;

	index_words(&index);
	for (uint32_t i = first; i < end && count.words < ENOUGH_OF_WALL; i++)
		count_text(&scratch, &count, &index, reader->blocks.items[i].text);
	arena_free(&scratch);
	return density(&count, WALL_CONSENT);
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
			   text.chars <
				   (text.count.weight[WALL_READER] > 0 ? LONGEST_BARE_ADDRESSED : LONGEST_BARE);
	if (text.chars <= LONGEST_DROPPED ||
		density(&text.count, heaviest(&text.count)) >= LEAST_DROPPED)
		drop_kept(&reader->blocks);
	return true;
}
