/*
 * token.h
 *	  Splits a text into tokens: words, numbers, and what is between them. Text in, typed slices of
 *	  it out, one per call. Concatenated, they are the text, unless the caller wants no spaces.
 *
 * Linear in the text, with no memory except the scanner and the memo. No token is longer than
 * TOKEN_BYTES_MAX, none is empty, none splits a character. Invalid UTF-8 gives odd tokens, but
 * never a read outside the text.
 */
#ifndef ARTICLE_FRENCH_TOKEN_H
#define ARTICLE_FRENCH_TOKEN_H

#include "base/str.h"
#include "french/word_memo.h"

/* Limit for all tokens: the server drops tokens from 2047 bytes on. For words, 255 bytes. */
#define TOKEN_BYTES_MAX 1024
#define TOKEN_WORD_BYTES_MAX 255

typedef enum TokenType
{
	TOKEN_END = 0,
#define TOKEN(number, name, alias, description) TOKEN_##name = number,
#include "french/token_list.h"
#undef TOKEN
} TokenType;

typedef struct Token
{
	TokenType type;
	Str text;		/* a slice of the text */
	MemoWord *word; /* what the memo knows of a token that is one word; or NULL */
} Token;

typedef struct TokenScanner
{
	Str text;
	uint32_t next;		 /* byte offset of the next token */
	bool plain;			 /* the text has no accents: they may have been omitted */
	bool after_number;	 /* the last token that is not blank was a number */
	TokenType rest;		 /* type of the token to be returned first ... */
	uint32_t rest_end;	 /* ... up to this byte; 0: there is none */
	uint32_t no_address; /* no host and no e-mail address starts before this byte */
	WordMemo *memo;		 /* NULL: none */
	bool skips_spaces;	 /* a space between two words is no token */
} TokenScanner;

/*
 * Checks whether the text has accents, and moves before its first token. The memo may be the one of
 * other texts, or NULL: the tokens are the same.
 */
extern void token_start(TokenScanner *scanner, Str text, WordMemo *memo);

/* The same, if the caller knows whether the text lacks accents. */
extern void token_start_as(TokenScanner *scanner, Str text, WordMemo *memo, bool plain);

/*
 * Reads the next token. Returns false, and TOKEN_END, after the last one. What is known of its word
 * is so until the next token is read.
 */
extern bool token_next(TokenScanner *scanner, Token *token);

/* Is there a letter with an accent: é, Ç, e with a combining acute? Not œ, nor the æ of Latin. */
extern bool token_text_has_accents(Str text);

/*
 * The same for a slice of a text from *start on, which moves to its end: between two slices, look
 * whether the call is to end.
 */
extern bool token_slice_has_accents(Str text, uint32_t *start);

#endif
