/*
 * token.h
 *	  Cuts a text into tokens: words, numbers, what stands between them.  Text in, typed slices of it
 *	  out, one a call; together they are the text.
 *
 * Linear in the text, no memory but the scanner.  No token is longer than TOKEN_BYTES_MAX, none is
 * empty, none cuts a character.  Invalid UTF-8 gives odd tokens, never a read outside the text.
 */
#ifndef ARTICLE_FRENCH_TOKEN_H
#define ARTICLE_FRENCH_TOKEN_H

#include "base/str.h"

/* Of anything: the server drops tokens from 2047 bytes on.  Of words, a quarter of a kilobyte. */
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
	Str text; /* a slice of the text */
} Token;

typedef struct TokenScanner
{
	Str text;
	uint32_t next;		 /* byte at which the next token starts */
	bool plain;			 /* the text has no accent at all: they may have been left out */
	bool after_number;	 /* the last token but blanks was a number */
	TokenType rest;		 /* type of what is to be cut off first ... */
	uint32_t rest_end;	 /* ... up to here; 0 where there is no rest */
	uint32_t no_address; /* no host, no e-mail address starts before this byte */
} TokenScanner;

/* Reads the text for accents, and stands before its first token. */
extern void token_start(TokenScanner *scanner, Str text);

/* The next token; false, and TOKEN_END, behind the last one. */
extern bool token_next(TokenScanner *scanner, Token *token);

/* Whether there is a letter with an accent: é, Ç, e with a combining acute; not œ, not the æ of Latin. */
extern bool token_text_has_accents(Str text);

#endif
