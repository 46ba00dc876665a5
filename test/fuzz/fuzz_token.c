/*
 * fuzz_token.c
 *	  Tokens of any text, valid or not, are the text, in order, none empty, none too long; those of valid
 *	  text are valid.  Their terms are short and have places.  Input: the text.
 */
#include "fuzz.h"

#include "french/term.h"
#include "french/token.h"
#include "html/encoding.h"

static void
check_terms(TermKind kind, Str token, bool valid)
{
	Terms terms;

	term_make(kind, token, &terms);
	fuzz_check(terms.count <= TERMS_MAX && terms.used <= TERM_BYTES_MAX);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		fuzz_check(terms.items[i].len > 0);
		fuzz_check(terms.items[i].start + terms.items[i].len <= terms.used);
		fuzz_check(i > 0 || !terms.items[i].step);
		if (valid)
			fuzz_check_text(term_text(&terms, i));
	}
}

static void
check_tokens(Str text, bool valid)
{
	TokenScanner scanner;
	Token token;
	uint32_t end = 0;

	token_start(&scanner, text);
	while (token_next(&scanner, &token))
	{
		fuzz_check(token.type != TOKEN_END);
		fuzz_check(token.text.data == text.data + end);
		fuzz_check(token.text.len > 0 && token.text.len <= TOKEN_BYTES_MAX);
		end += token.text.len;
		if (valid)
			fuzz_check_text(token.text);
		for (int kind = 0; kind < TERM_KINDS; kind++)
			check_terms((TermKind) kind, token.text, valid);
	}
	fuzz_check(end == text.len && token.type == TOKEN_END);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;
	Str exact;

	/* a copy of the very size: a read beyond it is seen */
	arena_init(&arena, arena_malloc);
	exact = str_make(malloc(size + (size == 0)), size);
	if (size > 0)
		memcpy((char *) exact.data, data, size);
	check_tokens(exact, false);
	free((char *) exact.data);
	check_tokens(encoding_clean_utf8(&arena, fuzz_input(data, size)), true);
	arena_free(&arena);
	return 0;
}
