/*
 * char_class.c
 *	  See char_class.h.
 */
#include "french/char_class.h"

#include "text/char.h"

/* clang-format off */
#define O CLASS_OTHER
#define S CLASS_SPACE
#define L CLASS_LETTER
#define D CLASS_DIGIT
#define A CLASS_APOSTROPHE
#define H CLASS_HYPHEN
#define Y CLASS_SYMBOL
#define M CLASS_MARKUP

const uint8_t char_class_ascii[128] = {
	O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	S, O, O, M, Y, Y, M, A, O, O, O, O, O, H, O, O,
	D, D, D, D, D, D, D, D, D, D, O, O, M, O, O, O,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
	A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
};

#undef O
#undef S
#undef L
#undef D
#undef A
#undef H
#undef Y
#undef M
/* clang-format on */

/* U+0080 to U+00BF: signs of Latin-1. */
static CharClass
latin1_sign_class(uint32_t code)
{
	switch (code)
	{
		case 0xA0:
			return CLASS_SPACE;
		case 0xA3: /* £ */
		case 0xA5: /* ¥ */
		case 0xB0: /* ° */
		case 0xBA: /* º */
		case 0xBC: /* ¼ */
		case 0xBD: /* ½ */
		case 0xBE: /* ¾ */
			return CLASS_SYMBOL;
		case 0xAA: /* ª */
		case 0xB2: /* ² */
		case 0xB3: /* ³ */
		case 0xB5: /* µ */
		case 0xB9: /* ¹ */
			return CLASS_LETTER;
		case 0xAD:
			return CLASS_INVISIBLE;
		case 0xB4: /* ´ */
			return CLASS_APOSTROPHE;
		case 0xB7:
			return CLASS_MIDDLE_DOT;
	}
	return CLASS_OTHER;
}

/* Letters, marks and numbers of scripts without spaces between words: each is a word by itself. */
static bool
is_ideographic(CharScript script)
{
	switch (script)
	{
		case SCRIPT_HAN:
		case SCRIPT_HIRAGANA:
		case SCRIPT_BOPOMOFO:
		case SCRIPT_THAI:
		case SCRIPT_LAO:
		case SCRIPT_MYANMAR:
		case SCRIPT_KHMER:
			return true;
		default:
			return false;
	}
}

/* Returns the class according to the character table. */
static CharClass
table_class(uint32_t code)
{
	const uint32_t invisible =
		CHAR_IN(CHAR_NONSPACING_MARK) | CHAR_IN(CHAR_ENCLOSING_MARK) | CHAR_IN(CHAR_FORMAT);
	const uint32_t letters =
		CHAR_LETTERS | CHAR_DIGITS | CHAR_IN(CHAR_SPACING_MARK) | CHAR_IN(CHAR_LETTER_NUMBER);

	if (char_is_space(code))
		return CLASS_SPACE;
	if (char_is(code, letters | CHAR_MARKS) && is_ideographic(char_script(code)))
		return CLASS_IDEOGRAPH;
	if (char_is(code, invisible))
		return CLASS_INVISIBLE;
	if (char_is(code, CHAR_IN(CHAR_CURRENCY_SYMBOL)))
		return CLASS_SYMBOL;
	return char_is(code, letters) ? CLASS_LETTER : CLASS_OTHER;
}

/*
 * Returns the class that French readers and typists would give a character, if it differs from
 * Unicode's.
 */
static CharClass
typed_class(uint32_t code)
{
	switch (code)
	{
		case 0x2B9:
		case 0x2BB:
		case 0x2BC:
		case 0x2BD:
		case 0x2C8:
		case 0x2CA:
		case 0x2CB:
		case 0x2018:
		case 0x2019:
		case 0x201B:
		case 0x2032:
		case 0x2035:
			return CLASS_APOSTROPHE;
		case 0x58A:
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013: /* but not the em dash, which separates sentences */
		case 0x2043:
		case 0x2212:
		case 0xFE63:
			return CLASS_HYPHEN;
		case 0x387:
		case 0x2022:
		case 0x2027:
		case 0x2219:
		case 0x22C5:
		case 0x25CF:
		case 0x2E31:
			return CLASS_MIDDLE_DOT;
		case 0x2103: /* ℃ */
		case 0x2109: /* ℉ */
		case 0x2116: /* № */
			return CLASS_SYMBOL;
		case 0x2120: /* ℠ */
		case 0x2122: /* ™ */
			return CLASS_OTHER;
		case 0x640: /* the Arabic letter that only stretches others */
		case 0x180E:
			return CLASS_INVISIBLE;
	}
	/* Fullwidth forms of ASCII. */
	if (code >= 0xFF01 && code <= 0xFF5E)
		return (CharClass) char_class_ascii[code - 0xFEE0];
	if (code >= 0x1F3FB && code <= 0x1F3FF) /* colours of skin */
		return CLASS_INVISIBLE;
	if ((code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x26FF) ||
		(code >= 0x1F1E6 && code <= 0x1F1FF) || code == 0x2705 || code == 0x2728 ||
		code == 0x274C || code == 0x2764 || code == 0x2B50)
		return CLASS_IDEOGRAPH; /* emoji and the letters of flags: each a word by itself */
	if (code >= 0x2150 && code <= 0x215E) /* fractions: ⅔ */
		return CLASS_SYMBOL;
	if (code >= 0x1D2C && code <= 0x1D42) /* raised capitals: the trade mark of Canada, ᴹᴰ */
		return CLASS_OTHER;
	/* Superscripts and subscripts, and letterlike symbols. */
	if ((code >= 0x2070 && code < 0x20A0) || (code >= 0x2100 && code < 0x2190))
		return CLASS_LETTER;
	return table_class(code);
}

CharClass
char_class_wide(uint32_t code)
{
	if (code < 0xC0)
		return latin1_sign_class(code);
	if (code < 0x2B0)
		return code == 0xD7 || code == 0xF7 ? CLASS_OTHER : CLASS_LETTER;
	return typed_class(code);
}

bool
char_class_is_capital(uint32_t code)
{
	if (code < 0x80)
		return code >= 'A' && code <= 'Z';
	return char_is(code, CHAR_IN(CHAR_UPPERCASE));
}

TextChar
char_class_wide_before(Str text, uint32_t byte)
{
	uint32_t start = byte;

	while (start > 0 && byte - start < 4)
	{
		start--;
		if (((unsigned char) text.data[start] & 0xC0) != 0x80)
			return text_char_at(text, start);
	}
	return (TextChar){0, byte, CLASS_SPACE};
}

#define EACH(byte) (0x0101010101010101ULL * (byte)) /* in all bytes of a number */

/* Returns how many of the first eight bytes are ASCII letters, without a branch for each. */
static inline uint32_t
count_letters(const char *bytes)
{
	uint64_t chunk;
	uint64_t small;
	uint64_t others;

	memcpy(&chunk, bytes, sizeof(chunk));
	/*
	 * sets the high bit of a byte if lowercase - 'a' is negative, or greater than 'z' - 'a', or not
	 * ASCII
	 */
	small = (chunk | EACH(0x20)) & EACH(0x7F);
	others = (~(small + EACH(0x80 - 'a')) | (small + EACH(0x7F - 'z')) | chunk) & EACH(0x80);
	if (others == 0)
		return sizeof(chunk);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (uint32_t) __builtin_clzll(others) / 8;
#else
	return (uint32_t) __builtin_ctzll(others) / 8;
#endif
}

/* Returns the end of the ASCII letters from this byte on. */
static inline uint32_t
ascii_letters_end(Str text, uint32_t byte)
{
	while (text.len - byte >= sizeof(uint64_t))
	{
		uint32_t count = count_letters(text.data + byte);

		byte += count;
		if (count < sizeof(uint64_t))
			return byte;
	}
	while (byte < text.len && ascii_alpha(text.data[byte]))
		byte++;
	return byte;
}

/* Is this a character of ASCII that is neither a letter nor a digit, as at the end of most words? */
static inline bool
is_ascii_mark(char c)
{
	return (unsigned char) c < '0' ||
		   ((unsigned char) c < 0x80 && !ascii_digit(c) && !ascii_alpha(c));
}

uint32_t
char_class_word_end(Str text, uint32_t byte, bool *digits)
{
	text = char_class_cut(text, byte + CHAR_CLASS_WORD_BYTES);
	*digits = false;
	for (;;)
	{
		TextChar ch;

		byte = ascii_letters_end(text, byte);
		if (byte + 1 < text.len && text.data[byte] == '\xC3' &&
			char_class_is_latin1_tail(text.data[byte + 1]))
		{
			byte += 2;
			continue;
		}
		if (byte >= text.len || is_ascii_mark(text.data[byte]))
			return byte;
		ch = text_char_at(text, byte);
		if (ch.class == CLASS_DIGIT)
			*digits = true;
		else if (ch.class != CLASS_LETTER && ch.class != CLASS_INVISIBLE)
			return byte;
		byte = ch.end;
	}
}

uint32_t
char_class_letters_end(Str text, uint32_t byte)
{
	text = char_class_cut(text, byte + CHAR_CLASS_WORD_BYTES);
	for (;;)
	{
		TextChar ch = text_char_at(text, byte);

		if (ch.class != CLASS_LETTER && ch.class != CLASS_INVISIBLE)
			return byte;
		byte = ch.end;
	}
}
