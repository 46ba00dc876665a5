/*
 * glyph.h
 *	  What a character is to the tokenizer: a position in a text in, its class out.
 *	  No state, no allocation; by the character table (text/char.h) and what people type for it.
 */
#ifndef ARTICLE_FRENCH_GLYPH_H
#define ARTICLE_FRENCH_GLYPH_H

#include "base/str.h"
#include "base/utf8.h"

typedef enum GlyphClass
{
	GLYPH_OTHER, /* punctuation, emoji, what is not assigned */
	GLYPH_SPACE,
	GLYPH_LETTER,
	GLYPH_DIGIT,
	GLYPH_INVISIBLE, /* soft hyphen, zero width, combining mark: no character of its own */
	GLYPH_IDEOGRAPH, /* a word of its own */
	GLYPH_APOSTROPHE,
	GLYPH_HYPHEN,
	GLYPH_MIDDLE_DOT,
	GLYPH_SYMBOL, /* % € ° */
	GLYPH_MARKUP  /* < & # @: may open a token */
} GlyphClass;

typedef struct Glyph
{
	uint32_t code; /* 0 at the end of the text */
	uint32_t end;  /* byte behind it */
	GlyphClass class;
} Glyph;

extern const uint8_t glyph_ascii_class[128];

/* The class of a character that is not ASCII. */
extern GlyphClass glyph_wide_class(uint32_t code);

/* The second byte of a letter of U+00C0 to U+00FF, whose first is 0xC3; not × and ÷. */
static inline bool
glyph_is_latin1_tail(char second)
{
	return ((unsigned char) second & 0xDF) != 0x97;
}

/* The character at a byte; the end of the text is a space of no width. */
static inline Glyph
glyph_at(Str text, uint32_t byte)
{
	Glyph glyph = {0, byte, GLYPH_SPACE};

	if (byte >= text.len)
		return glyph;
	glyph.code = (unsigned char) text.data[byte];
	if (glyph.code < 0x80)
	{
		glyph.end = byte + 1;
		glyph.class = (GlyphClass) glyph_ascii_class[glyph.code];
	}
	else
	{
		glyph.code = utf8_next(text.data, text.len, &glyph.end);
		glyph.class = glyph_wide_class(glyph.code);
	}
	return glyph;
}

static inline bool
glyph_in_word(Glyph glyph)
{
	return glyph.class == GLYPH_LETTER || glyph.class == GLYPH_DIGIT;
}

/* An uppercase letter of any script. */
extern bool glyph_is_capital(uint32_t code);

/* The character before a byte of valid text; a space at its start. */
extern Glyph glyph_before(Str text, uint32_t byte);

/* The first bytes of a text, whole characters, at most so many. */
static inline Str
glyph_cut(Str text, uint32_t most)
{
	uint32_t len = most;

	if (text.len <= most)
		return text;
	while (len > 0 && most - len < 3 && ((unsigned char) text.data[len] & 0xC0) == 0x80)
		len--;
	return str_make(text.data, len);
}

/* Behind the letters, digits and what is invisible from a byte on; *digits where there are some. */
extern uint32_t glyph_word_end(Str text, uint32_t byte, bool *digits);

/* Behind the letters alone. */
extern uint32_t glyph_letters_end(Str text, uint32_t byte);

#endif
