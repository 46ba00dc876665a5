/*
 * shingle.c
 *	  See shingle.h.  Hashes stand for the words; a false match needs a collision of 64 bits.
 */
#include "article/shingle.h"

#include "base/utf8.h"

#define WIDEST 4

typedef struct ShingleReader
{
	Str text;
	uint32_t pos;
	int width;
	int filled;
	uint64_t last[WIDEST]; /* hashes of the last words, newest last */
} ShingleReader;

static bool
is_word_char(uint32_t c)
{
	if (c < 0x80)
		return ascii_alpha((char) c) || ascii_digit((char) c);
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) &&
		   !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F);
}

/* Chinese characters and kana: written without spaces. */
static bool
is_wide(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
		   (c >= 0x20000 && c < 0x30000);
}

static uint64_t
mix(uint64_t hash, uint32_t c)
{
	return (hash ^ c) * UINT64_C(1099511628211);
}

/* The hash of the next word; false at the end of the text. */
static bool
next_word(ShingleReader *reader, uint64_t *hash)
{
	bool any = false;

	*hash = UINT64_C(14695981039346656037);
	while (reader->pos < reader->text.len)
	{
		uint32_t before = reader->pos;
		uint32_t c = utf8_next(reader->text.data, reader->text.len, &reader->pos);

		if (!is_word_char(c) || (any && is_wide(c)))
		{
			if (!any)
				continue;
			if (is_wide(c))
				reader->pos = before;
			return true;
		}
		*hash = mix(*hash, c < 0x80 ? (uint32_t) ascii_lower((char) c) : c);
		any = true;
		if (is_wide(c))
			return true;
	}
	return any;
}

/* The hash of the next shingle, never 0; false at the end. */
static bool
next_shingle(ShingleReader *reader, uint64_t *shingle)
{
	uint64_t word;

	while (next_word(reader, &word))
	{
		memmove(reader->last, reader->last + 1, sizeof(reader->last[0]) * (WIDEST - 1));
		reader->last[WIDEST - 1] = word;
		if (++reader->filled < reader->width)
			continue;
		*shingle = 1;
		for (int i = WIDEST - reader->width; i < WIDEST; i++)
			*shingle = (*shingle ^ reader->last[i]) * UINT64_C(0x9E3779B97F4A7C15) + 1;
		*shingle |= 1;
		return true;
	}
	return false;
}

static void
insert(ShingleSet *set, uint64_t shingle)
{
	uint32_t i = (uint32_t) (shingle >> 20) & set->mask;

	while (set->slots[i] != 0 && set->slots[i] != shingle)
		i = (i + 1) & set->mask;
	set->count += set->slots[i] == 0;
	set->slots[i] = shingle;
}

static bool
contains(const ShingleSet *set, uint64_t shingle)
{
	for (uint32_t i = (uint32_t) (shingle >> 20) & set->mask; set->slots[i] != 0;
		 i = (i + 1) & set->mask)
		if (set->slots[i] == shingle)
			return true;
	return false;
}

ShingleSet
shingles_of(Arena *arena, Str text, int width)
{
	ShingleSet set = {NULL, 0, 0, width};
	ShingleReader reader = {text, 0, width, 0, {0}};
	uint32_t size = 16;
	uint64_t shingle;

	if (text.len == 0)
		return set;
	while (size < text.len / 2)
		size *= 2;
	/* A text of n bytes has n/2 + 1 words at most, or n/3 wide ones; twice that keeps probes short. */
	size *= 2;
	set.slots = arena_zalloc(arena, sizeof(uint64_t) * size);
	set.mask = size - 1;
	while (next_shingle(&reader, &shingle))
		insert(&set, shingle);
	return set;
}

float
shingles_shared(const ShingleSet *set, Str text)
{
	ShingleReader reader = {text, 0, set->width, 0, {0}};
	uint32_t all = 0;
	uint32_t shared = 0;
	uint64_t shingle;

	if (set->count == 0)
		return 0;
	while (next_shingle(&reader, &shingle))
	{
		all++;
		shared += contains(set, shingle);
	}
	return all ? (float) shared / (float) all : 0;
}
