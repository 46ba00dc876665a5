/*
 * fuzz_dictionary.c
 *	  Any token gives terms that are short, distinct and in their positions; the fast path for
 *	  simple words gives the same terms. Input: a byte of choice, the token.
 */
#include "fuzz.h"

#include "french/inclusive.h"
#include "french/lexicon_prefix.h"
#include "french/term.h"
#include "french/token.h"
#include "html/encoding.h"
#include "text/fold.h"

/* Each is unique, none is empty, none contains a ligature. */
static void
check_word_terms(const WordTerms *terms, bool valid)
{
	fuzz_check(terms->count <= WORD_TERMS_MAX && terms->start[0] == 0);
	for (uint32_t i = 0; i < terms->count; i++)
	{
		fuzz_check(terms->start[i] < terms->start[i + 1]);
		fuzz_check(terms->start[i + 1] <= WORD_TERM_BYTES);
		if (valid)
			fuzz_check_text(word_term(terms, i));
		for (uint32_t j = 0; j < i; j++)
			fuzz_check(!str_equal(word_term(terms, i), word_term(terms, j)));
	}
}

static void
check_lexicon(Str word, bool valid)
{
	WordTerms found;

	for (int accents = LEXICON_AS_WRITTEN; accents <= LEXICON_RESTORE; accents++)
	{
		lexicon_terms(word, (LexiconAccents) accents, &found);
		check_word_terms(&found, valid);
		fuzz_check(!found.stop || found.count == 0);
		fuzz_check(found.known || !lexicon_has(word));
	}
	lexicon_prefixes(word, &found);
	check_word_terms(&found, valid);
}

static void
check_terms(const Terms *terms, bool valid)
{
	fuzz_check(terms->count <= TERMS_MAX && terms->used <= TERM_BYTES_MAX);
	for (uint32_t i = 0; i < terms->count; i++)
	{
		const Term *term = &terms->items[i];

		fuzz_check(term->len > 0 && term->start + term->len <= terms->used);
		fuzz_check(i > 0 || !term->step);
		fuzz_check(i == 0 || term->variant >= terms->items[i - 1].variant);
		if (valid)
			fuzz_check_text(term_text(terms, i));
	}
}

/* The fast path and the slow path give the same terms for a simple word. */
static void
check_simple(TermKind kind, Str token, const Terms *terms)
{
	WordTerms simple;

	if (!term_make_simple(kind, token, NULL, &simple))
		return;
	check_word_terms(&simple, true);
	fuzz_check(simple.count == terms->count);
	for (uint32_t i = 0; i < simple.count; i++)
	{
		fuzz_check(str_equal(word_term(&simple, i), term_text(terms, i)));
		fuzz_check(!terms->items[i].step && terms->items[i].variant == i + 1);
	}
}

static void
check_inclusive(Str word, bool valid)
{
	InclusiveForms forms;

	if (!inclusive_forms(word, &forms))
		return;
	fuzz_check(forms.masculine_len > 0 && forms.masculine_len <= INCLUSIVE_FORM_BYTES);
	fuzz_check(forms.feminine_len <= INCLUSIVE_FORM_BYTES);
	if (!valid)
		return;
	fuzz_check_text(str_make(forms.masculine, forms.masculine_len));
	fuzz_check_text(str_make(forms.feminine, forms.feminine_len));
}

static void
check_token(TermKind kind, Str token, bool valid)
{
	Terms terms;

	term_make(kind, token, NULL, &terms);
	check_terms(&terms, valid);
	check_simple(kind, token, &terms);
	check_lexicon(token, valid);
	check_inclusive(token, valid);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	TermKind kind = (TermKind) (fuzz_take_byte(&input) % TERM_KINDS);
	char folded[FOLD_WORD_ROOM];
	Arena arena;
	Str word;

	/* a copy of exactly this size, in the guarded arena, so that a read past its end is detected */
	arena_init(&arena, arena_malloc);
	input = str_sub(input, 0, TOKEN_BYTES_MAX);
	if (input.len > 0)
		check_token(kind, str_copy(&arena, input), false);
	input = encoding_clean_utf8(&arena, input);
	if (input.len > 0)
		check_token(kind, str_copy(&arena, input), true);
	word = str_sub(input, 0, FOLD_WORD_MAX);
	word = encoding_clean_utf8(&arena, word);
	if (word.len > 0 && word.len <= FOLD_WORD_MAX)
	{
		word = str_make(folded, fold_word(word, folded, sizeof(folded)));
		check_lexicon(str_copy(&arena, word), true);
	}
	arena_free(&arena);
	return 0;
}
