/*
 * char_class.h
 *	  What a character is to the tokenizer: a position in a text in, its class out.
 *	  No state, no allocation; by the character table (text/char.h) and what people type for it.
 */
#ifndef ARTICLE_FRENCH_CHAR_CLASS_H
#define ARTICLE_FRENCH_CHAR_CLASS_H

#include "base/str.h"
#include "base/utf8.h"

typedef enum CharClass
{
	CLASS_OTHER, /* punctuation, emoji, what is not assigned */
	CLASS_SPACE,
	CLASS_LETTER,
	CLASS_DIGIT,
	CLASS_INVISIBLE, /* soft hyphen, zero width, combining mark: no character of its own */
	CLASS_IDEOGRAPH, /* a word of its own */
	CLASS_APOSTROPHE,
	CLASS_HYPHEN,
	CLASS_MIDDLE_DOT,
	CLASS_SYMBOL, /* % € ° */
	CLASS_MARKUP  /* < & # @: may open a token */
} CharClass;

typedef struct TextChar
{
	uint32_t code; /* 0 at the end of the text */
	uint32_t end;  /* byte behind it */
	CharClass class;
} TextChar;

extern const uint8_t char_class_ascii[128];

/* The class of a character that is not ASCII. */
extern CharClass char_class_wide(uint32_t code);

/* The second byte of a letter of U+00C0 to U+00FF, whose first is 0xC3; not × and ÷. */
static inline bool
char_class_is_latin1_tail(char second)
{
	return ((unsigned char) second & 0xDF) != 0x97;
}

/* The character at a byte; the end of the text is a space of no width. */
static inline TextChar
text_char_at(Str text, uint32_t byte)
{
	TextChar ch = {0, byte, CLASS_SPACE};

	if (byte >= text.len)
		return ch;
	ch.code = (unsigned char) text.data[byte];
	if (ch.code < 0x80)
	{
		ch.end = byte + 1;
		ch.class = (CharClass) char_class_ascii[ch.code];
	}
	else
	{
		ch.code = utf8_next(text.data, text.len, &ch.end);
		ch.class = char_class_wide(ch.code);
	}
	return ch;
}

static inline bool
char_class_in_word(TextChar ch)
{
	return ch.class == CLASS_LETTER || ch.class == CLASS_DIGIT;
}

/* An uppercase letter of any script. */
extern bool char_class_is_capital(uint32_t code);

/* The character before a byte of valid text; a space at its start. */
extern TextChar text_char_before(Str text, uint32_t byte);

/* The first bytes of a text, whole characters, at most so many. */
static inline Str
char_class_cut(Str text, uint32_t most)
{
	uint32_t len = most;

	if (text.len <= most)
		return text;
	while (len > 0 && most - len < 3 && ((unsigned char) text.data[len] & 0xC0) == 0x80)
		len--;
	return str_make(text.data, len);
}

/* Behind the letters, digits and what is invisible from a byte on; *digits where there are some. */
extern uint32_t char_class_word_end(Str text, uint32_t byte, bool *digits);

/* Behind the letters alone. */
extern uint32_t char_class_letters_end(Str text, uint32_t byte);

#endif
