/*
 * fuzz_word_scan.c
 *	  The words of any text: positions grow, terms are text and not empty, each stands at a part of
 *	  its token, and tokens come in the order of the text. Input: the text.
 */
#include "fuzz.h"

#include "french/word_scan.h"
#include "html/encoding.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t last_position = 0;
	const char *last_end;
	WordScan scan;
	Arena arena;

	arena_init(&arena, arena_malloc);
	word_scan_start(&scan, &arena, encoding_clean_utf8(&arena, fuzz_input(data, size)));
	last_end = scan.tokens.text.data;
	while (word_scan_next(&scan))
	{
		Str token = scan.token.text;

		fuzz_check(token.data >= last_end);
		last_end = token.data + token.len;
		fuzz_check(scan.first == last_position + 1);
		for (uint32_t i = 0; i < scan.count; i++)
		{
			uint32_t position;
			Str term = word_scan_term(&scan, i, &position);
			Str place = word_scan_place(&scan, i);

			fuzz_check(term.len > 0 && position >= scan.first && position <= scan.position);
			fuzz_check_text(term);
			fuzz_check_text(place);
			fuzz_check(place.len > 0 && place.data >= token.data &&
					   place.data + place.len <= last_end);
		}
		last_position = scan.position;
	}
	arena_free(&arena);
	return 0;
}
