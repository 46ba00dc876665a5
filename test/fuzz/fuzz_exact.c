/*
 * fuzz_exact.c
 *	  A text contains itself, in any case, and each of its lines, but no phrase with one word more.
 *	  Input: the text.
 */
#include "fuzz.h"

#include "french/exact.h"
#include "html/encoding.h"
#include "text/fold.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	StrBuf longer;
	Arena arena;
	Str input;
	Str rest;

	arena_init(&arena, arena_malloc);
	input = encoding_clean_utf8(&arena, fuzz_input(data, size));
	fuzz_check(exact_has(&arena, input, input));
	fuzz_check(exact_has(&arena, input, fold_normalize(&arena, input)));
	fuzz_check(exact_has(&arena, input, STR("")));
	rest = input;
	for (int i = 0; i < 20 && rest.len > 0; i++)
		fuzz_check(exact_has(&arena, input, fuzz_take_until(&rest, '\n')));
	strbuf_init(&longer, &arena);
	strbuf_add(&longer, input);
	strbuf_add(&longer, STR(" mot"));
	fuzz_check(!exact_has(&arena, input, strbuf_str(&longer)));
	arena_free(&arena);
	return 0;
}
