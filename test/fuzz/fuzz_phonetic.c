/*
 * fuzz_phonetic.c
 *	  The key of a text has no more than some sounds a byte; a word has the key that it has in a
 *	  text; the keys of a name are few, short and distinct; a name is the same as itself, and as
 *	  another whichever comes first. Input: the text.
 */
#include "fuzz.h"

#include "french/name_key.h"
#include "french/name_same.h"
#include "french/phonetic.h"
#include "html/encoding.h"

/* The most sounds that a rule writes for a letter, and a space or # for each word. */
#define MOST_GROWTH 12

static void
check_names(Str name)
{
	NameKeys keys;

	name_keys(name, &keys);
	fuzz_check(keys.count <= NAME_KEYS_MAX);
	for (uint32_t i = 0; i < keys.count; i++)
	{
		fuzz_check(keys.len[i] > 0 && keys.len[i] <= NAME_KEY_BYTES);
		for (uint32_t k = 0; k < i; k++)
			fuzz_check(!str_equal(name_key_text(&keys, i), name_key_text(&keys, k)));
	}
	fuzz_check(keys.count == 0 || name_same(name, name));
	fuzz_check(name_same(str_sub(name, 0, name.len / 2), str_sub(name, name.len / 2, name.len)) ==
			   name_same(str_sub(name, name.len / 2, name.len), str_sub(name, 0, name.len / 2)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;
	Str text;
	Str key;

	arena_init(&arena, arena_malloc);
	text = str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	key = phonetic_text(&arena, text);
	fuzz_check(key.len <= text.len * MOST_GROWTH);
	fuzz_check(str_equal(phonetic_text(&arena, text), key));
	check_names(text);
	text = str_copy(&arena, fuzz_input(data, size));
	phonetic_text(&arena, text);
	check_names(text);
	arena_free(&arena);
	return 0;
}
