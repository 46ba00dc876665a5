/*
 * char_class.h
 *	  Classes of characters for the tokenizer: a position in a text in, its class out.
 *
 * No state, no allocation. Based on the character table (text/char.h) and on what people type
 * instead.
 */
#ifndef ARTICLE_FRENCH_CHAR_CLASS_H
#define ARTICLE_FRENCH_CHAR_CLASS_H

#include "base/str.h"
#include "base/utf8.h"

typedef enum CharClass
{
	CLASS_OTHER, /* punctuation, emoji, unassigned */
	CLASS_SPACE,
	CLASS_LETTER,
	CLASS_DIGIT,
	CLASS_INVISIBLE, /* soft hyphen, zero width, combining mark: no character of its own */
	CLASS_IDEOGRAPH, /* a word by itself */
	CLASS_APOSTROPHE,
	CLASS_HYPHEN,
	CLASS_MIDDLE_DOT,
	CLASS_SYMBOL, /* % € ° */
	CLASS_MARKUP  /* < & # @: may open a token */
} CharClass;

typedef struct TextChar
{
	uint32_t code; /* 0 at the end of the text */
	uint32_t end;  /* byte after it */
	CharClass class;
} TextChar;

extern const uint8_t char_class_ascii[128];

/* Returns the class of a character that is not ASCII. */
extern CharClass char_class_wide(uint32_t code);

/*
 * Is this the second byte of a letter from U+00C0 to U+00FF (the first is 0xC3)? Not for × and ÷.
 */
static inline bool
char_class_is_latin1_tail(char second)
{
	return ((unsigned char) second & 0xDF) != 0x97;
}

/* Returns the character at a byte; at the end of the text, a space of length 0. */
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

/* Is this an uppercase letter of any script? */
extern bool char_class_is_capital(uint32_t code);

/* The same as below, for a character that is not ASCII. */
extern TextChar char_class_wide_before(Str text, uint32_t byte);

/* Returns the character before a byte of valid text; at its start, a space. */
static inline TextChar
text_char_before(Str text, uint32_t byte)
{
	if (byte > 0 && (unsigned char) text.data[byte - 1] < 0x80)
		return text_char_at(text, byte - 1);
	return char_class_wide_before(text, byte);
}

/* Returns the longest prefix of whole characters that has at most `most` bytes. */
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

/*
 * No run of letters is longer: what follows begins another one. So a caller that reads a text word
 * by word looks up from it often enough to be cancelled.
 */
#define CHAR_CLASS_WORD_BYTES 65536

/*
 * Returns the end of the letters, digits and invisible characters from a byte on; sets *digits if
 * there are digits.
 */
extern uint32_t char_class_word_end(Str text, uint32_t byte, bool *digits);

/* The same for letters alone. */
extern uint32_t char_class_letters_end(Str text, uint32_t byte);

#endif
