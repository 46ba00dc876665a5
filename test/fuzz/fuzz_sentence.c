/*
 * fuzz_sentence.c
 *	  The sentences of any text, valid or not, lie in it in order, with only white space between
 *	  them; none is empty; those of valid text are valid. Input: the text.
 */
#include "fuzz.h"

#include "french/char_class.h"
#include "french/sentence.h"
#include "html/encoding.h"

/* Only spaces, and what str_trim removes. */
static bool
is_blank(Str text)
{
	for (uint32_t at = 0; at < text.len;)
	{
		TextChar ch = text_char_at(text, at);

		if (ch.class != CLASS_SPACE && ch.code != 0xFEFF && ch.code != 0xA0)
			return false;
		at = ch.end;
	}
	return true;
}

static void
check_sentences(Arena *arena, Str text, bool valid)
{
	SentenceScanner scanner;
	Str sentence;
	uint32_t end = 0;

	sentence_start(&scanner, arena, text);
	while (sentence_next(&scanner, &sentence))
	{
		uint32_t start = (uint32_t) (sentence.data - text.data);

		fuzz_check(sentence.len > 0 && start >= end && start + sentence.len <= text.len);
		if (valid)
		{
			fuzz_check(is_blank(str_sub(text, end, start - end)));
			fuzz_check_text(sentence);
		}
		end = start + sentence.len;
	}
	fuzz_check(!valid || is_blank(str_sub(text, end, text.len)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;

	arena_init(&arena, arena_malloc);
	check_sentences(&arena, str_copy(&arena, fuzz_input(data, size)), false);
	check_sentences(&arena, str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size))),
					true);
	arena_free(&arena);
	return 0;
}
