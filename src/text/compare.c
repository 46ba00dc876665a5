/*
 * compare.c
 *	  See compare.h. Keys are written character by character, each in its plain form (text/char.h);
 *	  ASCII, which is most of the text, has a table of its own.
 */
#include "text/compare.h"

#include "base/utf8.h"
#include "text/char.h"

/*
 * A byte of a key: a lowercase ASCII letter or a digit, 0 if it separates words, or BEYOND_ASCII.
 */
#define BEYOND_ASCII 1

#define W BEYOND_ASCII
/* clang-format off */
static const unsigned char key_bytes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	'0', '1', '2', '3', '4', '5', '6', '7',
	'8', '9', 0, 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
	'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
	'x', 'y', 'z', 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
	'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
	'x', 'y', 'z', 0, 0, 0, 0, 0,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
};
/* clang-format on */
#undef W

typedef struct KeyWriter
{
	char *out;
	uint32_t len;
	uint32_t gap; /* spaces before the next letter: 1 if a separator came before it */
	bool solid;
} KeyWriter;

static void
add_gap(KeyWriter *writer)
{
	writer->gap = writer->len > 0 && !writer->solid;
}

/*
 * A text always has more space than its key needs, so the space is written first and overwritten if
 * it is not wanted.
 */
static void
add_letter(KeyWriter *writer, uint32_t c)
{
	writer->out[writer->len] = ' ';
	writer->len += writer->gap;
	writer->gap = 0;
	writer->len += utf8_encode(c, writer->out + writer->len);
}

/* Adds the ASCII letters and digits from "at" to "end" at most. Returns the byte after them. */
static const char *
add_ascii_word(KeyWriter *writer, const char *at, const char *end)
{
	char *out = writer->out + writer->len;
	unsigned char c;

	*out = ' ';
	out += writer->gap;
	for (; at < end && (c = key_bytes[(unsigned char) *at]) > BEYOND_ASCII; at++)
		*out++ = (char) c;
	writer->len = (uint32_t) (out - writer->out);
	writer->gap = 0;
	return at;
}

/* Characters that a key skips, as if the text did not contain them. */
#define LEFT_OUT                                                                                   \
	(CHAR_IN(CHAR_NONSPACING_MARK) | CHAR_IN(CHAR_ENCLOSING_MARK) | CHAR_IN(CHAR_FORMAT))
/* Characters that a key keeps; all others separate words. */
#define KEPT (CHAR_LETTERS | CHAR_DIGITS | CHAR_IN(CHAR_SPACING_MARK))

static void
add_char(KeyWriter *writer, uint32_t c)
{
	uint32_t plain[CHAR_PLAIN_MOST];
	uint32_t count;

	if (char_is(c, LEFT_OUT))
		return;
	if (!char_is(c, KEPT))
	{
		add_gap(writer);
		return;
	}
	count = char_plain(c, plain);
	for (uint32_t i = 0; i < count; i++)
		add_letter(writer, plain[i]);
}

static Str
make_key(char *out, Str text, bool solid)
{
	KeyWriter writer = {.out = out, .solid = solid};
	const char *at = text.data;
	const char *end = text.len > 0 ? at + text.len : at;

	while (at < end)
	{
		unsigned char c = key_bytes[(unsigned char) *at];

		if (c > BEYOND_ASCII)
			at = add_ascii_word(&writer, at, end);
		else if (c == BEYOND_ASCII)
		{
			uint32_t width = 0;

			add_char(&writer, utf8_next(at, (uint32_t) (end - at), &width));
			at += width;
		}
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

/*
 * Counts the letter pairs that a key shares with the counted key. Stops early once more than
 * "misses" pairs are not shared.
 */
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
	needed = (uint32_t) (least * (float) all / 2.0f); /* fewer: too unlike */
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
