/*
 * token_internal.h
 *	  Shared by the files of the tokenizer. Each token_read_* function examines the text from a byte
 *	  on, and either writes the token that starts there and returns true, or changes nothing.
 */
#ifndef ARTICLE_FRENCH_TOKEN_INTERNAL_H
#define ARTICLE_FRENCH_TOKEN_INTERNAL_H

#include "french/char_class.h"
#include "french/token.h"

/* Writes [start, end) as a token of this type, and moves to its end. */
static inline bool
token_write(TokenScanner *scanner, Token *token, TokenType type, uint32_t start, uint32_t end)
{
	token->type = type;
	token->text = str_sub(scanner->text, start, end - start);
	token->word = NULL;
	scanner->next = end;
	return true;
}

/* Returns the type for a word in a text without accents. */
static inline TokenType
token_plain_type(const TokenScanner *scanner, TokenType type)
{
	if (!scanner->plain)
		return type;
	return type == TOKEN_WORD		? TOKEN_PLAIN_WORD
		   : type == TOKEN_COMPOUND ? TOKEN_PLAIN_COMPOUND
									: TOKEN_PLAIN_INCLUSIVE;
}

/*
 * token_word.c: what starts with a letter, or with digits that are not a numeral; always a token.
 */
extern bool token_read_word(TokenScanner *scanner, uint32_t start, Token *token);

/*
 * token_compound.c: elisions, compounds, and verbs with their pronoun; a joining mark follows
 * [start, end).
 */
extern bool token_read_compound(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token);

/* token_short.c: abbreviations, n°, pour cent, Roman ordinals. */
extern bool token_read_short(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token);

/* Can a word be one of these at some place? */
extern bool token_is_short_word(Str word);

/* Returns the number of a Roman ordinal (XXe, Ier, xixe), or 0 if the word is none. */
extern int token_roman_ordinal(Str word);

/* token_address.c: hosts, e-mail addresses, protocols, tags, references, #hashtags and @handles. */
extern bool token_read_address(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token);
extern bool token_read_markup(TokenScanner *scanner, uint32_t start, Token *token);

#endif
