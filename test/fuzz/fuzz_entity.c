/*
 * fuzz_entity.c
 *	  Decoding references leaves text valid UTF-8, within the documented length.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "html/entity.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	bool in_attribute = fuzz_take_byte(&input) & 1;
	Str decoded;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, input));
	decoded = entity_decode(&arena, input, in_attribute);
	fuzz_check_text(decoded);
	fuzz_check(decoded.len <= input.len + input.len / 5);
	fuzz_check(decoded.data == input.data || str_find(input, STR("&")) >= 0);
	arena_free(&arena);
	return 0;
}
