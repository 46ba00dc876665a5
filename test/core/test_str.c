/*
 * test_str.c
 *	  Functions that read 8 bytes at a time give the same results as simple loops over single bytes,
 *	  at any alignment.
 */
#include "tap.h"

#include "base/array.h"

/*
 * Texts of these bytes, of every length up to LONGEST: the needle is at every position, and so are
 * near misses.
 */
#define LONGEST 40
#define ROUNDS 20000

static uint32_t seed = 1;

/* The linear congruential generator of Numerical Recipes: the same texts in every run. */
static uint32_t
draw(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 16) % below;
}

static Str
draw_text(const char *const *pieces, uint32_t npieces, char *out)
{
	uint32_t wanted = draw(LONGEST);
	uint32_t len = 0;

	while (len < wanted)
	{
		const char *piece = pieces[draw(npieces)];

		memcpy(out + len, piece, strlen(piece));
		len += (uint32_t) strlen(piece);
	}
	return str_make(out, len);
}

static int32_t
find_slowly(Str s, Str needle, bool any_case)
{
	for (uint32_t i = 0; i + needle.len <= s.len; i++)
	{
		uint32_t same = 0;

		while (same < needle.len &&
			   (any_case ? ascii_lower(s.data[i + same]) == ascii_lower(needle.data[same])
						 : s.data[i + same] == needle.data[same]))
			same++;
		if (same == needle.len)
			return (int32_t) i;
	}
	return -1;
}

static void
test_find(void)
{
	static const char *const pieces[] = {"e", "n", "t", "E", "N", "T", "`", "\xC3\xA9", "ent", "@"};
	static const char *const needles[] = {"",  "e",	  "en",		  "ent", "entent",
										  "E", "eNT", "\xC3\xA9", "@n",	 "`e"};
	char text[LONGEST + 8];
	uint32_t wrong = 0;

	for (int round = 0; round < ROUNDS; round++)
	{
		Str s = draw_text(pieces, lengthof(pieces), text);
		Str needle = str_cstr(needles[draw(lengthof(needles))]);

		wrong += str_find(s, needle) != find_slowly(s, needle, false);
		wrong += str_find_ascii(s, needle) != find_slowly(s, needle, true);
		wrong += str_starts_ascii(s, needle) !=
				 (find_slowly(str_sub(s, 0, needle.len), needle, true) == 0);
	}
	tap_equal_int(wrong, 0, "a search finds the first occurrence, with and without case");
}

/* Collapses runs of white space, NBSP and BOM included, to one space, and trims. */
static Str
collapse_slowly(Str s, char *out)
{
	static const char *const spaces[] = {" ",  "\t", "\n",		 "\v",
										 "\f", "\r", "\xC2\xA0", "\xEF\xBB\xBF"};
	uint32_t len = 0;
	bool pending = false;

	for (uint32_t i = 0; i < s.len;)
	{
		uint32_t width = 0;

		for (size_t k = 0; k < lengthof(spaces); k++)
			if (find_slowly(str_sub(s, i, (uint32_t) strlen(spaces[k])), str_cstr(spaces[k]),
							false) == 0)
				width = (uint32_t) strlen(spaces[k]);
		pending = width > 0 ? len > 0 : pending;
		if (width == 0 && pending)
			out[len++] = ' ';
		if (width == 0)
		{
			pending = false;
			out[len++] = s.data[i++];
		}
		i += width;
	}
	return str_make(out, len);
}

static void
test_spaces(void)
{
	static const char *const pieces[] = {
		" ",		"a",		"b ",			"!",  "\xC2\xA0", "\xEF\xBB\xBF", "\x01",
		"\xC2\xAB", "\xC3\xA0", "\xE2\x80\xBF", "\n", "cde "};
	char text[LONGEST + 8];
	char collapsed[LONGEST + 8];
	uint32_t wrong = 0;

	for (int round = 0; round < ROUNDS; round++)
	{
		Str s = draw_text(pieces, lengthof(pieces), text);
		Str expected = collapse_slowly(s, collapsed);

		wrong += !str_equal(str_collapse(&tap_arena, s), expected);
		wrong += !str_equal(str_collapse(&tap_arena, str_trim(s)), expected);
		wrong += str_trim(s).len < expected.len;
	}
	tap_equal_int(wrong, 0, "white space collapses, and only white space");
	tap_equal(str_trim(STR("\xC2\xA0 \xEF\xBB\xBF"
						   "a b\xC3\xA0\n\xC2\xA0")),
			  "a b\xC3\xA0", "both ends are trimmed");
}

static void
test_arena(void)
{
	Arena arena;
	char *block;
	char *grown;

	arena_init(&arena, arena_malloc);
	arena_reserve(&arena, 100 * 1000);
	block = arena_alloc(&arena, 1000);
	block[999] = 'x';
	tap_ok(arena_grow(&arena, block, 1000, 50 * 1000) == block, "the last block grows in place");
	arena_alloc(&arena, 1);
	grown = arena_grow(&arena, block, 50 * 1000, 60 * 1000);
	tap_ok(grown != block && grown[999] == 'x', "… and otherwise moves with its contents");
	tap_ok(arena.total < 300 * 1000, "reserved memory is used");
	arena_free(&arena);
}

/*
 * A text of a few bytes, and one with a block of its own: both are complete, and the next text does
 * not overlap them.
 */
static void
test_take(void)
{
	static const uint32_t sizes[] = {3, 900 * 1000};

	for (int i = 0; i < 2; i++)
	{
		Arena arena;
		StrBuf buf;
		Str taken;

		arena_init(&arena, arena_malloc);
		strbuf_init(&buf, &arena);
		tap_equal_int(strbuf_take(&buf).len, 0, "nothing was built");
		while (buf.len < sizes[i])
			strbuf_add_char(&buf, (char) ('a' + buf.len % 26));
		taken = strbuf_take(&buf);
		strbuf_add(&buf, STR("zzz"));
		tap_equal_int(taken.len, sizes[i], "the text is taken");
		tap_ok(taken.data[2] == 'c' &&
				   taken.data[taken.len - 1] == (char) ('a' + (taken.len - 1) % 26),
			   "… from end to end");
		tap_ok(arena.total < 2 * sizes[i] + 20 * 1000, "unused memory is given back");
		arena_free(&arena);
	}
}

/* A long text is searched in pieces: what is sought may lie across two of them. */
static void
test_find_polled(void)
{
	static char text[3 * ARENA_POLL_STEPS];
	Str needle = STR("]]>");
	Str s = str_make(text, sizeof(text));

	memset(text, ']', sizeof(text));
	tap_equal_int(str_find_polled(&tap_arena, s, needle), -1, "nowhere in a long text");
	tap_equal_int(str_find_polled(&tap_arena, STR_NONE, needle), -1, "nor in none");
	for (uint32_t at = ARENA_POLL_STEPS - 4; at < ARENA_POLL_STEPS + 8; at++)
	{
		text[at] = '>';
		tap_equal_int(str_find_polled(&tap_arena, s, needle), at - 2, "across two pieces");
		text[at] = ']';
	}
	text[sizeof(text) - 1] = '>';
	tap_equal_int(str_find_polled(&tap_arena, s, needle), sizeof(text) - 3, "at the end");
}

void
test_str(void)
{
	test_take();
	test_find();
	test_find_polled();
	test_spaces();
	test_arena();
}
