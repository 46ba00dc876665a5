/*
 * compare.c
 *	  See compare.h.  A text is folded code point by code point: ICU's simple case folding and
 *	  canonical decomposition, of which the marks are dropped.
 */
#include "article/compare.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/utf8.h"

/* Buckets of the pair counts: a power of two, wide enough that two headlines seldom collide. */
#define PAIR_BUCKETS 1024

typedef struct KeyWriter
{
	char *out;
	uint32_t len;
	const UNormalizer2 *nfd; /* ICU's own instance: nobody closes it */
	bool solid;
	bool pending; /* something stood between the last letter and the next */
} KeyWriter;

static void
add_letter(KeyWriter *writer, uint32_t c)
{
	if (writer->pending && writer->len > 0 && !writer->solid)
		writer->out[writer->len++] = ' ';
	writer->pending = false;
	writer->len += utf8_encode(c, writer->out + writer->len);
}

/* The run of ASCII that starts at byte i, which most texts are; returns the byte behind it. */
static uint32_t
add_ascii_run(KeyWriter *writer, Str text, uint32_t i)
{
	char *out = writer->out + writer->len;
	bool pending = writer->pending;

	for (; i < text.len && (unsigned char) text.data[i] < 0x80; i++)
	{
		char c = text.data[i];

		if (!ascii_alpha(c) && !ascii_digit(c))
		{
			pending = true;
			continue;
		}
		if (pending && out > writer->out && !writer->solid)
			*out++ = ' ';
		pending = false;
		*out++ = ascii_lower(c);
	}
	writer->len = (uint32_t) (out - writer->out);
	writer->pending = pending;
	return i;
}

static bool
is_mark(uint32_t c)
{
	return (U_GET_GC_MASK((UChar32) c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

/* A code point outside ASCII: folded, taken apart, its marks dropped. */
static void
add_wide(KeyWriter *writer, uint32_t c)
{
	UChar parts[8]; /* no canonical decomposition is longer than four code points */
	UErrorCode status = U_ZERO_ERROR;
	int32_t count;

	if (is_mark(c))
		return;
	if (!u_isalnum((UChar32) c) && !(U_GET_GC_MASK((UChar32) c) & U_GC_MC_MASK))
	{
		writer->pending = true;
		return;
	}
	c = (uint32_t) u_foldCase((UChar32) c, U_FOLD_CASE_DEFAULT);
	count = unorm2_getDecomposition(writer->nfd, (UChar32) c, parts, 8, &status);
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

static Str
make_key(char *out, Str text, bool solid)
{
	KeyWriter writer = {.out = out, .solid = solid};
	UErrorCode status = U_ZERO_ERROR;

	writer.nfd = unorm2_getNFDInstance(&status);
	for (uint32_t i = 0; (i = add_ascii_run(&writer, text, i)) < text.len;)
		add_wide(&writer, utf8_next(text.data, text.len, &i));
	return str_make(out, writer.len);
}

Str
compare_key(Arena *arena, Str text)
{
	return make_key(arena_array(arena, char, COMPARE_GROWTH *(size_t) text.len), text, false);
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
pair_bucket(Str key, uint32_t i)
{
	uint32_t pair = (uint32_t) (unsigned char) key.data[i] << 8 | (unsigned char) key.data[i + 1];

	return (pair * 2654435761u) >> 22; /* Knuth's multiplicative hash, 10 bits */
}

float
compare_likeness(Str key_a, Str key_b)
{
	uint8_t counts[PAIR_BUCKETS] = {0};
	uint32_t common = 0;

	if (str_equal(key_a, key_b))
		return 1.0f;
	if (key_a.len < 2 || key_b.len < 2)
		return 0.0f;
	for (uint32_t i = 0; i + 1 < key_a.len; i++)
		if (counts[pair_bucket(key_a, i)] < UINT8_MAX)
			counts[pair_bucket(key_a, i)]++;
	for (uint32_t i = 0; i + 1 < key_b.len; i++)
		if (counts[pair_bucket(key_b, i)] > 0)
		{
			counts[pair_bucket(key_b, i)]--;
			common++;
		}
	return 2.0f * (float) common / (float) (key_a.len + key_b.len - 2);
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
