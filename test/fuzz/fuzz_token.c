/*
 * fuzz_token.c
 *	  Tokens of any text, valid or not, cover the text in order; none is empty, none is too long;
 *	  those of valid text are valid. Each has terms; a memo of words changes nothing. Input: the
 *	  text.
 */
#include "fuzz.h"

#include "french/term.h"
#include "french/token.h"
#include "html/encoding.h"

static bool
is_type(int type)
{
	static const uint64_t types = 0
#define TOKEN(number, name, alias, description) | UINT64_C(1) << (number)
#include "french/token_list.h"
#undef TOKEN
		;

	return type > 0 && type < 64 && (types >> type & 1) != 0;
}

/* Checks all kinds, since users choose which dictionary handles which token type. */
static void
check_terms(Str text, const Token *token, bool valid)
{
	TermPlace place = {.text = text, .start = (uint32_t) (token->text.data - text.data)};
	WordTerms simple;
	Terms terms;

	for (int kind = TERM_WORD; kind <= TERM_PLAIN; kind++)
		if (term_make_simple((TermKind) kind, token->text, &place, &simple))
			fuzz_check(simple.start[simple.count] <= WORD_TERM_BYTES);
	term_make((TermKind) (token->type % TERM_KINDS), token->text, &place, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		fuzz_check(terms.items[i].len > 0);
		fuzz_check(terms.items[i].start + terms.items[i].len <= terms.used);
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

	token_start(&scanner, text, NULL);
	while (token_next(&scanner, &token))
	{
		fuzz_check(is_type(token.type));
		fuzz_check(token.text.data == text.data + end);
		fuzz_check(token.text.len > 0 && token.text.len <= TOKEN_BYTES_MAX);
		end += token.text.len;
		if (valid)
			fuzz_check_text(token.text);
		check_terms(text, &token, valid);
	}
	fuzz_check(end == text.len && token.type == TOKEN_END);
}

static void
check_same_terms(const Token *token, const TermPlace *place, const TermPlace *place_in_memo)
{
	WordTerms terms;
	WordTerms recalled;

	for (int kind = TERM_WORD; kind <= TERM_PLAIN; kind++)
	{
		bool simple = term_make_simple((TermKind) kind, token->text, place, &terms);

		fuzz_check(term_make_simple((TermKind) kind, token->text, place_in_memo, &recalled) ==
				   simple);
		if (!simple)
			continue;
		fuzz_check(terms.count == recalled.count && terms.stop == recalled.stop);
		for (uint32_t i = 0; i < terms.count; i++)
			fuzz_check(terms.bits[i] == recalled.bits[i] &&
					   str_equal(word_term(&terms, i), word_term(&recalled, i)));
	}
}

/* The words of a second reading come from the memo. */
static void
check_memo(Str text)
{
	static WordMemo memo;
	TokenScanner scanner;
	TokenScanner with_memo;
	Token token;
	Token other;

	memset(&memo, 0, sizeof(memo));
	for (int round = 0; round < 2; round++)
	{
		token_start(&scanner, text, NULL);
		token_start(&with_memo, text, &memo);
		while (token_next(&scanner, &token))
		{
			TermPlace place = {.text = text, .start = (uint32_t) (token.text.data - text.data)};
			TermPlace place_in_memo = place;

			fuzz_check(token_next(&with_memo, &other));
			fuzz_check(other.type == token.type && other.text.data == token.text.data &&
					   other.text.len == token.text.len);
			place_in_memo.word = other.word;
			check_same_terms(&token, &place, &place_in_memo);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena arena;

	/* a copy of exactly this size, in the guarded arena, so that a read past its end is detected */
	arena_init(&arena, arena_malloc);
	check_tokens(str_copy(&arena, fuzz_input(data, size)), false);
	check_tokens(str_copy(&arena, encoding_clean_utf8(&arena, fuzz_input(data, size))), true);
	check_memo(str_copy(&arena, fuzz_input(data, size)));
	arena_free(&arena);
	return 0;
}
