/*
 * fuzz_document.c
 *	  Any bytes with any content type either open within the limit as valid UTF-8 without NUL, or
 *	  are named. Input: the content type, a line feed, the bytes.
 */
#include "fuzz.h"

#include "html/document.h"

#define LIMIT ((size_t) 1024 * 1024)

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	DocumentOptions options = {.size_limit = LIMIT, .content_type = fuzz_take_until(&input, '\n')};
	Document document;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, input);
	for (int is_text = 0; is_text < 2; is_text++)
	{
		options.is_text = is_text;
		if (document_open(&document, &arena, input, &options) != DOCUMENT_OPEN)
			continue;
		fuzz_check_text(document.text);
		fuzz_check(document.not_a_page.data == NULL || document.text.len == 0);
		fuzz_check(document.not_a_page.data == NULL || document.encoding == NULL);
	}
	arena_free(&arena);
	return 0;
}
