/*
 * shingle.c
 *	  See shingle.h. Words are represented by hashes; a false match needs a 64-bit collision.
 */
#include "text/shingle.h"

/* The hash of a shingle, from the hashes of its words, oldest first; never 0. */
static inline uint64_t
join(const uint64_t *words, int width)
{
	uint64_t shingle = 1;

	for (int i = 0; i < width; i++)
		shingle = (shingle ^ words[i]) * UINT64_C(0x9E3779B97F4A7C15) + 1;
	return shingle | 1;
}

static inline void
shift_in(uint64_t *last, uint64_t word)
{
	for (int i = 0; i + 1 < SHINGLE_WIDEST; i++)
		last[i] = last[i + 1];
	last[SHINGLE_WIDEST - 1] = word;
}

static void
insert(ShingleSet *set, uint64_t shingle)
{
	uint32_t i = (uint32_t) (shingle >> 20) & set->mask;
	int probes = 0;

	while (set->slots[i] != 0 && set->slots[i] != shingle)
	{
		if (++probes == HASH_MOST_PROBES)
			return;
		i = (i + 1) & set->mask;
	}
	set->count += set->slots[i] == 0;
	set->slots[i] = shingle;
}

static bool
contains(const ShingleSet *set, uint64_t shingle)
{
	uint32_t i = (uint32_t) (shingle >> 20) & set->mask;

	for (int probes = 0; set->slots[i] != 0 && probes < HASH_MOST_PROBES; probes++)
	{
		if (set->slots[i] == shingle)
			return true;
		i = (i + 1) & set->mask;
	}
	return false;
}

/* The bit of a word, from the middle of its hash: the shingle slots use other bits. */
static inline uint32_t
word_bit(const ShingleSet *set, uint64_t word)
{
	return (uint32_t) (word >> 8) & set->word_mask;
}

static void
allocate(ShingleSet *set, Arena *arena, uint32_t bytes)
{
	uint32_t size = 32;

	/*
	 * A text of n bytes has at most n/2 + 1 words, or n/3 wide ones; twice that many slots keep
	 * probes short.
	 */
	while (size < bytes)
		size *= 2;
	set->slots = arena_zalloc(arena, sizeof(uint64_t) * size);
	set->mask = size - 1;
	/* One word per 6 bytes on average: a sixth of the bits is set. */
	set->words = arena_zalloc(arena, sizeof(uint64_t) * ((size + 63) / 64));
	set->word_mask = size - 1;
}

ShingleSet
shingles_of(Arena *arena, Str text, int width)
{
	ShingleSet set = {.width = width};
	TextReader words;
	uint64_t last[SHINGLE_WIDEST];
	int filled = 0;
	bool more = text.len > 0;

	if (more)
		allocate(&set, arena, text.len);
	text_open(&words, text);
	while (more)
	{
		more = text_read(&words);
		for (uint32_t i = 0; i < words.count; i++)
		{
			uint32_t bit = word_bit(&set, words.hashes[i]);

			set.words[bit / 64] |= UINT64_C(1) << (bit % 64);
			shift_in(last, words.hashes[i]);
			if (++filled >= width)
				insert(&set, join(last + SHINGLE_WIDEST - width, width));
		}
	}
	return set;
}

ShingleCount
shingles_count(const ShingleSet *set)
{
	return (ShingleCount){.set = set};
}

void
shingles_add(ShingleCount *count, const TextReader *words)
{
	const ShingleSet *set = count->set;
	uint32_t width = (uint32_t) set->width;

	count->words += words->count;
	if (set->count == 0)
		return;
	for (uint32_t i = 0; i < words->count; i++)
	{
		uint32_t bit = word_bit(set, words->hashes[i]);

		if (!(set->words[bit / 64] >> (bit % 64) & 1))
		{
			count->known = 0;
			continue;
		}
		shift_in(count->last, words->hashes[i]);
		if (++count->known >= width)
			count->shared += contains(set, join(count->last + SHINGLE_WIDEST - width, set->width));
	}
}

float
shingles_share(const ShingleCount *count)
{
	uint32_t width = (uint32_t) count->set->width;

	if (count->set->count == 0 || count->words < width)
		return 0;
	return (float) count->shared / (float) (count->words - width + 1);
}
