/*
 * token_word.c
 *	  Tokens that start with a letter, or with digits that are not a numeral: a word in, its type
 *	  and end out. The character after the word decides what else it may be.
 */
#include "french/inclusive.h"
#include "french/token_internal.h"

/*
 * A.F.P., u.r.s.s, but not É.-U.: single letters separated by periods. Returns its end, or 0 if
 * there is none.
 */
static uint32_t
acronym_end(Str text, uint32_t start)
{
	uint32_t byte = start;
	uint32_t end = 0;
	uint32_t letters = 0;

	while (byte - start < TOKEN_WORD_BYTES_MAX - 8 && text_char_at(text, byte).class == CLASS_LETTER)
	{
		uint32_t behind = text_char_at(text, byte).end;

		while (text_char_at(text, behind).class == CLASS_INVISIBLE && behind < text.len)
			behind = text_char_at(text, behind).end;
		if (char_class_in_word(text_char_at(text, behind)))
			break; /* the first word of the next sentence */
		letters++;
		end = behind;
		if (text_char_at(text, behind).code != '.')
			break;
		byte = behind + 1;
		end = byte;
	}
	return letters >= 2 && end - start <= TOKEN_WORD_BYTES_MAX ? end : 0;
}

static bool
read_acronym(TokenScanner *scanner, uint32_t start, Token *token)
{
	uint32_t end = acronym_end(scanner->text, start);

	return end > 0 && token_write(scanner, token, TOKEN_ACRONYM, start, end);
}

static bool
read_inclusive(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	uint32_t behind = inclusive_end(scanner->text, start, end);

	return behind > 0 &&
		   token_write(scanner, token, token_plain_type(scanner, TOKEN_INCLUSIVE), start, behind);
}

/* A run of letters that is too long for any dictionary. */
static bool
read_long(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str piece = char_class_cut(str_sub(scanner->text, start, end - start), TOKEN_BYTES_MAX);

	scanner->rest = TOKEN_LONG;
	scanner->rest_end = end;
	return token_write(scanner, token, TOKEN_LONG, start, start + piece.len);
}

/* Reads what the word and the character after it form together. */
static bool
read_extended(TokenScanner *scanner, uint32_t start, uint32_t end, TextChar next, Token *token)
{
	switch (next.class)
	{
		case CLASS_APOSTROPHE:
			return token_read_compound(scanner, start, end, token);
		case CLASS_HYPHEN:
			return token_read_address(scanner, start, end, token) ||
				   read_inclusive(scanner, start, end, token) ||
				   token_read_compound(scanner, start, end, token);
		case CLASS_MIDDLE_DOT:
			return read_inclusive(scanner, start, end, token);
		case CLASS_MARKUP:
			return next.code == '@' ? token_read_address(scanner, start, end, token)
									: token_read_compound(scanner, start, end, token);
		default:
			break;
	}
	if (next.code == '.')
		return read_inclusive(scanner, start, end, token) ||
			   token_read_address(scanner, start, end, token) ||
			   (text_char_at(scanner->text, start).end == end && read_acronym(scanner, start, token));
	if (next.code == '(' || next.code == '/')
		return read_inclusive(scanner, start, end, token);
	return (next.code == ':' || next.code == '+') && token_read_address(scanner, start, end, token);
}

/* Is a word that ends here, before a space or a comma as most do, certainly complete? */
static inline bool
stands_alone(Str text, uint32_t end)
{
	return end == text.len || text.data[end] == ' ' || text.data[end] == ',';
}

bool
token_read_word(TokenScanner *scanner, uint32_t start, Token *token)
{
	bool digits;
	uint32_t end = char_class_word_end(scanner->text, start, &digits);

	if (end - start > TOKEN_WORD_BYTES_MAX)
		return read_long(scanner, start, end, token);
	if (!stands_alone(scanner->text, end) &&
		read_extended(scanner, start, end, text_char_at(scanner->text, end), token))
		return true;
	if (digits)
		return token_write(scanner, token, TOKEN_CODE, start, end);
	return token_read_short(scanner, start, end, token) ||
		   token_write(scanner, token, token_plain_type(scanner, TOKEN_WORD), start, end);
}
