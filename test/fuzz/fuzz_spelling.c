/*
 * fuzz_spelling.c
 *	  Keys of any word are text, and each is there once; a word is as far from another one as that
 *	  from it, unless it is too far, and no distance from itself. Input: two words, one per line.
 */
#include "fuzz.h"

#include "french/spelling.h"
#include "html/encoding.h"

static void
check_keys(Arena *arena, Str word)
{
	StrList keys = {0};

	spelling_keys(arena, STR(""), word, &keys);
	fuzz_check(keys.count > 0);
	for (uint32_t i = 0; i < keys.count; i++)
	{
		fuzz_check_text(keys.items[i]);
		for (uint32_t k = 0; k < i; k++)
			fuzz_check(!str_equal(keys.items[i], keys.items[k]));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Spelling first;
	Spelling second;
	Arena arena;
	Str rest;
	Str word;

	arena_init(&arena, arena_malloc);
	rest = encoding_clean_utf8(&arena, fuzz_input(data, size));
	word = fuzz_take_until(&rest, '\n');
	check_keys(&arena, word);
	check_keys(&arena, rest);
	if (spelling_read(&first, word))
	{
		fuzz_check(spelling_distance(&first, &first) == 0);
		if (spelling_read(&second, rest))
		{
			double there = spelling_distance(&first, &second);
			double back = spelling_distance(&second, &first);

			fuzz_check(there < 0 || back < 0 || there == back);
		}
	}
	arena_free(&arena);
	return 0;
}
