/*
 * fuzz_quote.c
 *	  The quotations of any text, valid or not, are slices of it, and so are their speakers; those
 *	  in quotation marks come in order; those of valid text are valid. Input: the text.
 */
#include "fuzz.h"

#include "french/quote.h"
#include "html/encoding.h"

static void
check_slice(Str text, Str slice, bool valid)
{
	if (slice.data == NULL || slice.len == 0)
		return;
	fuzz_check(slice.data >= text.data && slice.data + slice.len <= text.data + text.len);
	if (valid)
		fuzz_check_text(slice);
}

static void
check_quotes(Arena *arena, Str text, bool valid)
{
	const char *last = text.data;
	Quotes quotes;

	quotes_find(&quotes, arena, text);
	for (uint32_t i = 0; i < quotes.count; i++)
	{
		const Quote *quote = &quotes.items[i];

		fuzz_check(quote->text.len > 0);
		check_slice(text, quote->text, valid);
		check_slice(text, quote->speaker, valid);
		check_slice(text, quote->role, valid);
		check_slice(text, quote->cue, valid);
		if (quote->kind == QUOTE_INDIRECT)
			continue;
		fuzz_check(quote->text.data >= last);
		last = quote->text.data + quote->text.len;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;

	arena_init(&arena, arena_malloc);
	check_quotes(&arena, str_copy(&arena, fuzz_input(data, size)), false);
	check_quotes(&arena, str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size))),
				 true);
	arena_free(&arena);
	return 0;
}
