/*
 * compare.c
 *	  See compare.h.  A text is folded code point by code point: ICU's simple case folding and
 *	  canonical decomposition, of which the marks are dropped.
 */
#include "article/compare.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "article/compare_internal.h"
#include "base/utf8.h"

#define ICU_MEMORY (16 * 1024) /* its tables of normalisation take less than 1 KB */

typedef struct KeyWriter
{
	char *out;
	uint32_t len;
	uint32_t gap; /* spaces before the next letter: 1 where something parts it from the last one */
	bool solid;
} KeyWriter;

void
compare_prepare(const Arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;

	arena_spare(arena, ICU_MEMORY);
	(void) unorm2_getNFDInstance(&status);
	if (U_FAILURE(status))
		arena_exhausted(arena);
}

static void
add_gap(KeyWriter *writer)
{
	writer->gap = writer->len > 0 && !writer->solid;
}

/* The room for a letter of the text is wider than it: a space that is not wanted is written over. */
static void
add_letter(KeyWriter *writer, uint32_t c)
{
	writer->out[writer->len] = ' ';
	writer->len += writer->gap;
	writer->gap = 0;
	writer->len += utf8_encode(c, writer->out + writer->len);
}

/* The ASCII letters and digits from byte "at" on, at most up to "end"; returns the byte behind them. */
static const char *
add_ascii_word(KeyWriter *writer, const char *at, const char *end)
{
	char *out = writer->out + writer->len;
	unsigned char c;

	*out = ' ';
	out += writer->gap;
	for (; at < end && (c = compare_bytes[(unsigned char) *at]) > COMPARE_WIDE; at++)
		*out++ = (char) c;
	writer->len = (uint32_t) (out - writer->out);
	writer->gap = 0;
	return at;
}

static bool
is_mark(uint32_t c)
{
	return (U_GET_GC_MASK((UChar32) c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

/* A code point that no table knows: folded, taken apart, its marks dropped. */
static void
add_any(KeyWriter *writer, uint32_t c)
{
	UChar parts[8]; /* no canonical decomposition is longer than four code points */
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfd; /* ICU's own instance: nobody closes it */
	int32_t count;

	if (is_mark(c))
		return;
	if (!u_isalnum((UChar32) c) && !(U_GET_GC_MASK((UChar32) c) & U_GC_MC_MASK))
	{
		add_gap(writer);
		return;
	}
	c = (uint32_t) u_foldCase((UChar32) c, U_FOLD_CASE_DEFAULT);
	nfd = unorm2_getNFDInstance(&status);
	count = unorm2_getDecomposition(nfd, (UChar32) c, parts, 8, &status);
	if (U_FAILURE(status) || count <= 0)
	{
		add_letter(writer, c);
		return;
	}
	for (int32_t i = 0; i < count;)
	{
		UChar32 part;

		U16_NEXT(parts, i, count, part);
		if (!is_mark((uint32_t) part))
			add_letter(writer, (uint32_t) part);
	}
}

/* Dashes, quotation marks, dots; ideographs, which have neither case nor accents; syllables. */
#define PUNCTUATION_FIRST 0x2010
#define PUNCTUATION_LAST 0x2027
#define IDEOGRAPH_FIRST 0x4E00
#define IDEOGRAPH_LAST 0x9FA5
#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7A3

/* An entry of a table. */
static void
add_known(KeyWriter *writer, uint32_t letter)
{
	if (letter == COMPARE_PARTS)
		add_gap(writer);
	else if (letter != COMPARE_LEFT_OUT)
		add_letter(writer, letter);
}

/* A syllable of Hangul: two or three letters, by the arithmetic of The Unicode Standard, 3.12. */
static void
add_hangul(KeyWriter *writer, uint32_t index)
{
	const uint32_t vowels = 21;
	const uint32_t tails = 28; /* of which the first is none */

	add_letter(writer, 0x1100 + index / (vowels * tails));
	add_letter(writer, 0x1161 + index / tails % vowels);
	if (index % tails != 0)
		add_letter(writer, 0x11A7 + index % tails);
}

/* The code point outside ASCII at "at"; returns the byte behind it. */
static const char *
add_wide_char(KeyWriter *writer, const char *at, const char *end)
{
	uint32_t width = 0;
	uint32_t c = utf8_next(at, (uint32_t) (end - at), &width);

	if (c < COMPARE_LATIN_END)
		add_known(writer, compare_latin[c - COMPARE_LATIN_START]);
	else if (c >= COMPARE_CYRILLIC_START && c < COMPARE_CYRILLIC_END)
		add_known(writer, compare_cyrillic[c - COMPARE_CYRILLIC_START]);
	else if (c >= PUNCTUATION_FIRST && c <= PUNCTUATION_LAST)
		add_gap(writer);
	else if (c >= IDEOGRAPH_FIRST && c <= IDEOGRAPH_LAST)
		add_letter(writer, c);
	else if (c >= HANGUL_FIRST && c <= HANGUL_LAST)
		add_hangul(writer, c - HANGUL_FIRST);
	else
		add_any(writer, c);
	return at + width;
}

static Str
make_key(char *out, Str text, bool solid)
{
	KeyWriter writer = {.out = out, .solid = solid};
	const char *at = text.data;
	const char *end = text.len > 0 ? at + text.len : at;

	while (at < end)
	{
		unsigned char c = compare_bytes[(unsigned char) *at];

		if (c > COMPARE_WIDE)
			at = add_ascii_word(&writer, at, end);
		else if (c == COMPARE_WIDE)
			at = add_wide_char(&writer, at, end);
		else
		{
			add_gap(&writer);
			at++;
		}
	}
	return str_make(out, writer.len);
}

Str
compare_key(Arena *arena, Str text)
{
	size_t room = COMPARE_GROWTH * (size_t) text.len;
	char *out = arena_alloc(arena, room);
	Str key = make_key(out, text, false);

	return str_make(arena_shrink(arena, out, room, key.len), key.len);
}

Str
compare_solid_key(Arena *arena, Str text)
{
	return compare_solid_key_to(arena_array(arena, char, COMPARE_GROWTH *(size_t) text.len), text);
}

Str
compare_solid_key_to(char *out, Str text)
{
	return make_key(out, text, true);
}

static uint32_t
pair_bucket(const char *pair)
{
	uint32_t bytes = (uint32_t) (unsigned char) pair[0] << 8 | (unsigned char) pair[1];

	return (bytes * 2654435761u) >> 22; /* Knuth's multiplicative hash, 10 bits */
}

void
compare_pairs_init(ComparePairs *pairs, Str key)
{
	pairs->key = key;
	pairs->counted = false;
}

static void
count_pairs(ComparePairs *pairs)
{
	pairs->counted = true;
	memset(pairs->counts, 0, sizeof(pairs->counts));
	memset(pairs->seen, 0, sizeof(pairs->seen));
	for (uint32_t i = 0; i + 1 < pairs->key.len; i++)
	{
		uint8_t *count = &pairs->counts[pair_bucket(pairs->key.data + i)];

		*count += *count < UINT8_MAX;
	}
}

/* Pairs of a key that the counted one has too; stops where more than "misses" of them are not in it. */
static uint32_t
common_pairs(ComparePairs *pairs, Str key, uint32_t misses)
{
	uint32_t common = 0;
	uint32_t end = 0;

	for (; end + 1 < key.len && end - common <= misses; end++)
	{
		uint32_t bucket = pair_bucket(key.data + end);
		bool has = pairs->seen[bucket] < pairs->counts[bucket];

		pairs->seen[bucket] += has;
		common += has;
	}
	for (uint32_t i = 0; i < end; i++)
		pairs->seen[pair_bucket(key.data + i)] = 0;
	return common;
}

static float
share_of_pairs(uint32_t common, uint32_t all)
{
	return 2.0f * (float) common / (float) all;
}

float
compare_pairs_likeness(ComparePairs *pairs, Str key, float least)
{
	uint32_t shorter = key.len < pairs->key.len ? key.len : pairs->key.len;
	uint32_t all = key.len + pairs->key.len - 2;
	uint32_t needed;

	if (str_equal(pairs->key, key))
		return 1.0f;
	if (shorter < 2 || share_of_pairs(shorter - 1, all) < least)
		return 0.0f;
	if (!pairs->counted)
		count_pairs(pairs);
	needed = (uint32_t) (least * (float) all / 2.0f); /* with fewer in common it is less */
	return share_of_pairs(common_pairs(pairs, key, key.len - 1 - needed), all);
}

float
compare_likeness(Str key_a, Str key_b)
{
	ComparePairs pairs;

	compare_pairs_init(&pairs, key_a);
	return compare_pairs_likeness(&pairs, key_b, 0);
}

bool
compare_contains(Str key, Str words)
{
	uint32_t from = 0;

	if (words.len == 0)
		return false;
	while (from + words.len <= key.len)
	{
		int32_t at = str_find(str_sub(key, from, key.len), words);
		uint32_t start;
		uint32_t end;

		if (at < 0)
			return false;
		start = from + (uint32_t) at;
		end = start + words.len;
		if ((start == 0 || key.data[start - 1] == ' ') && (end == key.len || key.data[end] == ' '))
			return true;
		from = start + 1;
	}
	return false;
}
