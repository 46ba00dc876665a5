/*
 * fuzz_encoding.c
 *	  Any bytes with any content type become valid UTF-8 without NUL. Input: the content type, a
 *	  line feed, the bytes.
 */
#include "fuzz.h"

#include "html/encoding.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	Str content_type = fuzz_take_until(&input, '\n');
	Decoded decoded;
	Str again;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, input);
	decoded = encoding_decode(&arena, input, content_type);
	fuzz_check(decoded.encoding != NULL && decoded.text.data != NULL);
	fuzz_check_text(decoded.text);
	again = encoding_clean_utf8(&arena, decoded.text);
	fuzz_check(again.data == decoded.text.data || again.data == decoded.text.data + 3 ||
			   again.len == 0);
	again = encoding_decode(&arena, decoded.text, STR("text/html; charset=utf-8")).text;
	fuzz_check(again.data == decoded.text.data || again.data == decoded.text.data + 3 ||
			   again.len == 0);
	input = encoding_clean_utf8(&arena, input);
	fuzz_check_text(input);
	again = encoding_undo_mojibake(&arena, input);
	fuzz_check_text(again);
	fuzz_check(again.len <= input.len);
	arena_free(&arena);
	return 0;
}
