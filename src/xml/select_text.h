/*
 * select_text.h
 *	  The text of a selector under work: its characters, names and strings (CSS Syntax Level 3), and
 *	  the first error in it.
 */
#ifndef ARTICLE_SELECT_TEXT_H
#define ARTICLE_SELECT_TEXT_H

#include "xml/select_internal.h"

typedef struct SelectParser
{
	Arena *arena;
	Str text;
	uint32_t at;
	uint32_t level;
	uint32_t simples;
	StrList attrs;
	const char *message; /* of the first error; NULL: none */
	uint32_t where;
} SelectParser;

/* Records the first error, at an offset in the text; returns false. */
extern bool select_fail(SelectParser *parser, uint32_t where, const char *message);

/* The character at the cursor; NUL at the end. */
static inline char
select_peek(const SelectParser *parser)
{
	return parser->at < parser->text.len ? parser->text.data[parser->at] : '\0';
}

/* Moves past a character if it is at the cursor; returns whether it was. */
static inline bool
select_take(SelectParser *parser, char c)
{
	if (select_peek(parser) != c || parser->at >= parser->text.len)
		return false;
	parser->at++;
	return true;
}

/* Skips white space and comments; returns whether there was white space. */
extern bool select_skip_spaces(SelectParser *parser);

/* May an identifier begin at offset i? */
extern bool select_begins_name(const SelectParser *parser, uint32_t i);

/* Reads the characters of a name, of which there may be none. */
extern Str select_name(SelectParser *parser);

/* Reads an identifier; fails with the message if there is none. */
extern bool select_identifier(SelectParser *parser, Str *name, const char *message);

/* Reads a string from its opening quote on. */
extern bool select_string(SelectParser *parser, Str *value);

/* Returns a copy in lowercase. */
extern Str select_lowered(SelectParser *parser, Str name);

#endif
