/*
 * fuzz_name.c
 *	  The names of any text, valid or not, and their mentions are slices of it; mentions come in
 *	  order and are counted right. Input: the text.
 */
#include "fuzz.h"

#include "french/name.h"
#include "html/encoding.h"

static void
check_slice(Str text, Str slice, bool valid)
{
	if (slice.len == 0)
		return;
	fuzz_check(slice.data >= text.data && slice.data + slice.len <= text.data + text.len);
	if (valid)
		fuzz_check_text(slice);
}

static void
check_names(Arena *arena, Str text, bool valid)
{
	uint32_t mentions = 0;
	Names names;

	names_find(&names, arena, text);
	fuzz_check(names.count <= NAMES_MAX);
	for (uint32_t i = 0; i < names.count; i++)
	{
		mentions += names.items[i].mentions;
		check_slice(text, names.items[i].full, valid);
		check_slice(text, names.items[i].role, valid);
	}
	fuzz_check(mentions == names.mention_count);
	for (uint32_t i = 0; i < names.mention_count; i++)
	{
		fuzz_check(names.mentions[i].name < names.count && names.mentions[i].text.len > 0);
		fuzz_check(i == 0 || names.mentions[i].text.data > names.mentions[i - 1].text.data);
		check_slice(text, names.mentions[i].text, valid);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;

	arena_init(&arena, arena_malloc);
	check_names(&arena, str_copy(&arena, fuzz_input(data, size)), false);
	check_names(&arena, str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size))),
				true);
	arena_free(&arena);
	return 0;
}
