/*
 * word_scan.c
 *	  See word_scan.h. The mapping of tokens by the configuration article_french once more, for code
 *	  that reads texts without the server; test/sql/newsroom_kwic.sql compares both.
 */
#include "french/word_scan.h"

#include "french/compound.h"

/* Finds by which terms tokens of a type are indexed. Returns false if by none: elisions, blanks. */
static bool
kind_of(TokenType type, TermKind *kind)
{
	switch (type)
	{
		case TOKEN_WORD:
		case TOKEN_COMPOUND:
		case TOKEN_INCLUSIVE:
		case TOKEN_ACRONYM:
			*kind = TERM_WORD;
			return true;
		case TOKEN_PLAIN_WORD:
		case TOKEN_PLAIN_COMPOUND:
		case TOKEN_PLAIN_INCLUSIVE:
			*kind = TERM_PLAIN;
			return true;
		case TOKEN_NUMBER:
		case TOKEN_ORDINAL:
		case TOKEN_HOUR:
		case TOKEN_DATE:
		case TOKEN_VERSION:
		case TOKEN_CODE:
			*kind = TERM_NUMBER;
			return true;
		case TOKEN_ABBREVIATION:
			*kind = TERM_ABBREVIATION;
			return true;
		case TOKEN_SYMBOL:
			*kind = TERM_SYMBOL;
			return true;
		case TOKEN_EMAIL:
		case TOKEN_HOST:
		case TOKEN_HASHTAG:
		case TOKEN_HANDLE:
		case TOKEN_IDEOGRAPH:
			*kind = TERM_NAME;
			return true;
		default:
			return false;
	}
}

static bool
has_accents(const Arena *arena, Str text)
{
	for (uint32_t start = 0; start < text.len;)
	{
		arena_poll(arena);
		if (token_slice_has_accents(text, &start))
			return true;
	}
	return false;
}

void
word_scan_start(WordScan *scan, const Arena *arena, Str text)
{
	scan->arena = arena;
	scan->polled = 0;
	token_start_as(&scan->tokens, text, NULL, !has_accents(arena, text));
	scan->position = 0;
	scan->count = 0;
}

/* Returns how many positions after its first one a term of the token is. */
static uint32_t
steps_to(const WordScan *scan, uint32_t i)
{
	uint32_t steps = 0;

	if (scan->simple)
		return 0;
	for (uint32_t k = 0; k <= i; k++)
		steps += scan->terms.items[k].step;
	return steps;
}

bool
word_scan_next(WordScan *scan)
{
	TermKind kind;
	TermPlace place = {.phrase = false};

	do
	{
		arena_poll_at(scan->arena, scan->tokens.next, &scan->polled);
		if (!token_next(&scan->tokens, &scan->token))
			return false;
	} while (!kind_of(scan->token.type, &kind));
	place.text = scan->tokens.text;
	place.start = (uint32_t) (scan->token.text.data - place.text.data);
	scan->simple = term_make_simple(kind, scan->token.text, &place, &scan->word);
	if (!scan->simple)
		term_make(kind, scan->token.text, &place, &scan->terms);
	scan->count = scan->simple ? scan->word.count : scan->terms.count;
	scan->first = ++scan->position;
	if (scan->count > 0)
		scan->position += steps_to(scan, scan->count - 1);
	return true;
}

Str
word_scan_term(const WordScan *scan, uint32_t i, uint32_t *position)
{
	*position = scan->first + steps_to(scan, i);
	return scan->simple ? word_term(&scan->word, i) : term_text(&scan->terms, i);
}

bool
word_scan_is_word(const WordScan *scan)
{
	TermKind kind;

	return kind_of(scan->token.type, &kind) && (kind == TERM_WORD || kind == TERM_PLAIN);
}

/* Is a term one of a part of a compound by itself? */
static bool
part_has(const WordScan *scan, Str part, Str term)
{
	TermKind kind = TERM_WORD;
	Terms terms;

	kind_of(scan->token.type, &kind);
	term_make(kind, part, NULL, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
		if (str_equal(term_text(&terms, i), term))
			return true;
	return false;
}

Str
word_scan_place(const WordScan *scan, uint32_t i)
{
	Str token = scan->token.text;
	uint32_t position;
	Str term = word_scan_term(scan, i, &position);
	Compound parts;

	if (scan->simple || !word_scan_is_word(scan) || !compound_read(token, 0, &parts))
		return token;
	for (uint32_t k = 0; k < parts.count; k++)
	{
		Str part = compound_part(token, &parts, k);

		if (part_has(scan, part, term))
			return part;
	}
	return token;
}
