/*
 * near_copy.c
 *	  See near_copy.h. One pass over the bytes yields the hashes of the shingles; the keys and the
 *	  share are two consumers of it. Takes linear time; polls the arena.
 */
#include "text/near_copy.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "text/char.h"

/* The shingles of a text, one at a time. */
typedef struct Shingles
{
	const Arena *arena;
	Str text;
	uint32_t pos;
	size_t polled;
	uint32_t words;					/* words read so far */
	uint64_t last[NEAR_COPY_WIDTH]; /* hashes of the last words, in a ring */
} Shingles;

#define HASH_BASIS UINT64_C(14695981039346656037) /* FNV-1a, 64 bits */
#define HASH_PRIME UINT64_C(1099511628211)

static inline uint64_t
add_byte(uint64_t hash, char byte)
{
	return (hash ^ (unsigned char) byte) * HASH_PRIME;
}

/* The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of x affects every bit. */
static inline uint64_t
mix(uint64_t x)
{
	x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
	return x ^ x >> 31;
}

/* Scripts written without spaces between words (Unicode Standard, chapters 16 and 18). */
static bool
is_word_alone(uint32_t c)
{
	switch (char_script(c))
	{
		case SCRIPT_HAN:
		case SCRIPT_HIRAGANA:
		case SCRIPT_KATAKANA:
		case SCRIPT_THAI:
		case SCRIPT_LAO:
		case SCRIPT_KHMER:
		case SCRIPT_MYANMAR:
			return true;
		default:
			return false;
	}
}

static inline bool
is_ascii_word(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/* Hashes the character at pos, which is not ASCII. Returns false if it is not part of a word. */
static bool
add_wide(Shingles *shingles, uint32_t *pos, uint64_t *hash, bool *alone)
{
	uint32_t next = *pos;
	uint32_t c = utf8_next(shingles->text.data, shingles->text.len, &next);

	if (!char_is(c, CHAR_LETTERS | CHAR_MARKS | CHAR_DIGITS))
		return false;
	*alone = is_word_alone(c);
	if (*alone && *hash != HASH_BASIS)
		return false; /* it begins the next word */
	while (*pos < next)
		*hash = add_byte(*hash, shingles->text.data[(*pos)++]);
	return true;
}

/* Reads the next word. Returns false at the end of the text. */
static bool
read_word(Shingles *shingles, uint64_t *word)
{
	const char *data = shingles->text.data;
	uint32_t len = shingles->text.len;
	uint32_t pos = shingles->pos;
	uint64_t hash = HASH_BASIS;
	bool alone = false;

	while (pos < len && hash == HASH_BASIS)
	{
		arena_poll_at(shingles->arena, pos, &shingles->polled);
		if (is_ascii_word(data[pos]))
			hash = add_byte(hash, data[pos++]);
		else if ((data[pos] & 0x80) == 0)
			pos++;
		else if (!add_wide(shingles, &pos, &hash, &alone))
			pos += utf8_width(data[pos]);
	}
	while (pos < len && !alone)
	{
		arena_poll_at(shingles->arena, pos, &shingles->polled);
		if (is_ascii_word(data[pos]))
			hash = add_byte(hash, data[pos++]);
		else if ((data[pos] & 0x80) == 0 || !add_wide(shingles, &pos, &hash, &alone))
			break;
	}
	shingles->pos = pos < len ? pos : len;
	arena_poll_at(shingles->arena, shingles->pos, &shingles->polled);
	*word = hash;
	return hash != HASH_BASIS;
}

/* The hash of the last `width` words. */
static uint64_t
join_words(const Shingles *shingles, uint32_t width)
{
	uint64_t hash = width;

	for (uint32_t i = shingles->words - width; i != shingles->words; i++)
		hash = mix(hash + shingles->last[i % NEAR_COPY_WIDTH]);
	return hash;
}

static Shingles
shingles_open(const Arena *arena, Str text)
{
	return (Shingles){.arena = arena, .text = text};
}

/* Reads the next shingle. Returns false if there is none. */
static bool
shingles_next(Shingles *shingles, uint64_t *shingle)
{
	uint64_t word;

	while (read_word(shingles, &word))
	{
		shingles->last[shingles->words++ % NEAR_COPY_WIDTH] = word;
		if (shingles->words >= NEAR_COPY_WIDTH)
		{
			*shingle = join_words(shingles, NEAR_COPY_WIDTH);
			return true;
		}
	}
	if (shingles->words == 0 || shingles->words >= NEAR_COPY_WIDTH)
		return false;
	*shingle = join_words(shingles, shingles->words);
	shingles->words = NEAR_COPY_WIDTH; /* the only one */
	return true;
}

/* ------------------------------------------------------------------ keys */

#define WINDOW (2 * NEAR_COPY_REACH + 1)

/*
 * Is the shingle at `at` the smallest of those within reach? Ties count, so that each end has one.
 */
static bool
is_smallest(const uint64_t *window, uint32_t at, uint32_t read)
{
	uint64_t hash = window[at % WINDOW];

	for (uint32_t distance = 1; distance <= NEAR_COPY_REACH; distance++)
	{
		if (distance <= at && window[(at - distance) % WINDOW] < hash)
			return false;
		if (at + distance < read && window[(at + distance) % WINDOW] < hash)
			return false;
	}
	return true;
}

static void
add_key(Arena *arena, NearCopyKeys *keys, uint32_t *size, uint64_t shingle)
{
	/* Keys are small hashes by selection, so the key comes from a second mix. */
	int32_t key = (int32_t) (uint32_t) mix(shingle + 1);

	if (keys->count > 0 && keys->keys[keys->count - 1] == key)
		return; /* a repetitive text */
	if (keys->count == *size)
	{
		keys->keys =
			arena_grow(arena, keys->keys, sizeof(int32_t) * *size, sizeof(int32_t) * *size * 2);
		*size *= 2;
	}
	keys->keys[keys->count++] = key;
}

static int
compare_keys(const void *a, const void *b)
{
	int32_t left = *(const int32_t *) a;
	int32_t right = *(const int32_t *) b;

	return (left > right) - (left < right);
}

static bool
is_ascending(const NearCopyKeys *keys)
{
	for (uint32_t i = 1; i < keys->count; i++)
		if (keys->keys[i - 1] >= keys->keys[i])
			return false;
	return true;
}

void
near_copy_sort(NearCopyKeys *keys)
{
	uint32_t kept = 0;

	if (is_ascending(keys))
		return;
	qsort(keys->keys, keys->count, sizeof(int32_t), compare_keys);
	for (uint32_t i = 0; i < keys->count; i++)
		if (kept == 0 || keys->keys[kept - 1] != keys->keys[i])
			keys->keys[kept++] = keys->keys[i];
	keys->count = kept;
}

NearCopyKeys
near_copy_keys(Arena *arena, Str folded)
{
	uint64_t window[WINDOW];
	Shingles shingles = shingles_open(arena, folded);
	uint32_t size = 32;
	NearCopyKeys keys = {arena_array(arena, int32_t, size), 0};
	uint32_t read = 0;
	uint32_t next = 0; /* the shingle to decide about */
	uint64_t shingle;

	while (shingles_next(&shingles, &shingle))
	{
		window[read++ % WINDOW] = shingle;
		if (read > NEAR_COPY_REACH && is_smallest(window, next++, read))
			add_key(arena, &keys, &size, window[(next - 1) % WINDOW]);
	}
	for (; next < read; next++)
		if (is_smallest(window, next, read))
			add_key(arena, &keys, &size, window[next % WINDOW]);
	near_copy_sort(&keys);
	return keys;
}

float
near_copy_keys_share(const NearCopyKeys *a, const NearCopyKeys *b)
{
	uint32_t fewest = a->count < b->count ? a->count : b->count;
	uint32_t shared = 0;
	uint32_t i = 0;
	uint32_t j = 0;

	while (i < a->count && j < b->count)
	{
		int32_t left = a->keys[i];
		int32_t right = b->keys[j];

		shared += left == right;
		i += left <= right;
		j += right <= left;
	}
	return fewest == 0 ? 0 : (float) shared / (float) fewest;
}

/* ------------------------------------------------------------------ share */

/* A slot holds a shingle's hash with, in its lowest bits, the texts that contain it; 0 is free. */
#define IN_A 1u
#define IN_B 2u
#define IN_BOTH (IN_A | IN_B)

typedef struct ShingleTable
{
	uint64_t *slots;
	uint64_t mask;				  /* the number of slots, a power of two, minus 1 */
	uint32_t counts[IN_BOTH + 1]; /* distinct shingles of each text, and of both */
} ShingleTable;

static uint32_t
count_words(const Arena *arena, Str text)
{
	Shingles shingles = shingles_open(arena, text);
	uint32_t words = 0;
	uint64_t word;

	while (read_word(&shingles, &word))
		words++;
	return words;
}

static ShingleTable
table_make(Arena *arena, uint64_t words)
{
	ShingleTable table = {.mask = 63};

	while (table.mask + 1 < words + words / 2) /* at most two thirds are taken */
		table.mask = table.mask * 2 + 1;
	table.slots = arena_zalloc(arena, sizeof(uint64_t) * (size_t) (table.mask + 1));
	return table;
}

static void
table_add(ShingleTable *table, uint64_t shingle, unsigned text)
{
	uint64_t *slots = table->slots;
	uint64_t i = shingle >> 8 & table->mask;

	for (int probes = 0; probes < HASH_MOST_PROBES; probes++, i = (i + 1) & table->mask)
	{
		if (slots[i] == 0)
			slots[i] = shingle & ~(uint64_t) IN_BOTH;
		if ((slots[i] ^ shingle) > IN_BOTH)
			continue;
		if ((slots[i] & text) == 0)
		{
			slots[i] |= text;
			table->counts[text]++;
			table->counts[IN_BOTH] += (slots[i] & IN_BOTH) == IN_BOTH;
		}
		return;
	}
}

static void
add_text(const Arena *arena, ShingleTable *table, Str text, unsigned which)
{
	Shingles shingles = shingles_open(arena, text);
	uint64_t shingle;

	while (shingles_next(&shingles, &shingle))
		table_add(table, shingle, which);
}

float
near_copy_share(Arena *arena, Str a, Str b)
{
	ShingleTable table =
		table_make(arena, (uint64_t) count_words(arena, a) + count_words(arena, b));
	uint32_t fewest;

	add_text(arena, &table, a, IN_A);
	add_text(arena, &table, b, IN_B);
	fewest = table.counts[IN_A] < table.counts[IN_B] ? table.counts[IN_A] : table.counts[IN_B];
	return fewest == 0 ? 0 : (float) table.counts[IN_BOTH] / (float) fewest;
}
