/*
 * glyph.c
 *	  See glyph.h.
 */
#include "french/glyph.h"

/* clang-format off */
#define O GLYPH_OTHER
#define S GLYPH_SPACE
#define L GLYPH_LETTER
#define D GLYPH_DIGIT
#define A GLYPH_APOSTROPHE
#define H GLYPH_HYPHEN
#define Y GLYPH_SYMBOL
#define M GLYPH_MARKUP

const uint8_t glyph_ascii_class[128] = {
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
static GlyphClass
latin1_sign_class(uint32_t code)
{
	switch (code)
	{
		case 0xA0:
			return GLYPH_SPACE;
		case 0xA3: /* £ */
		case 0xA5: /* ¥ */
		case 0xB0: /* ° */
		case 0xBA: /* º */
			return GLYPH_SYMBOL;
		case 0xAA: /* ª */
		case 0xB2: /* ² */
		case 0xB3: /* ³ */
		case 0xB5: /* µ */
		case 0xB9: /* ¹ */
			return GLYPH_LETTER;
		case 0xAD:
			return GLYPH_INVISIBLE;
		case 0xB4: /* ´ */
			return GLYPH_APOSTROPHE;
		case 0xB7:
			return GLYPH_MIDDLE_DOT;
	}
	return GLYPH_OTHER;
}

/* U+02B0 to U+036F: modifiers, of which some are typed for an apostrophe, and combining marks. */
static GlyphClass
modifier_class(uint32_t code)
{
	if (code >= 0x300)
		return GLYPH_INVISIBLE;
	if (code == 0x2B9 || (code >= 0x2BB && code <= 0x2BD) || code == 0x2C8 || code == 0x2CA ||
		code == 0x2CB)
		return GLYPH_APOSTROPHE;
	return code < 0x2C2 || (code >= 0x2E0 && code <= 0x2E4) ? GLYPH_LETTER : GLYPH_OTHER;
}

/* U+2000 to U+206F. */
static GlyphClass
punctuation_class(uint32_t code)
{
	if (code <= 0x200A || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F)
		return GLYPH_SPACE;
	if (code <= 0x200F || (code >= 0x202A && code <= 0x202E) || code >= 0x2060)
		return GLYPH_INVISIBLE;
	if (code <= 0x2013 || code == 0x2043)
		return GLYPH_HYPHEN; /* not the em dash, which parts sentences */
	if (code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0x2032 || code == 0x2035)
		return GLYPH_APOSTROPHE;
	return code == 0x2022 || code == 0x2027 ? GLYPH_MIDDLE_DOT : GLYPH_OTHER;
}

/* U+2070 to U+2FFF: super- and subscripts, currencies, letterlike and other symbols. */
static GlyphClass
symbol_class(uint32_t code)
{
	if (code >= 0x20A0 && code <= 0x20CF)
		return GLYPH_SYMBOL;
	if (code >= 0x20D0 && code <= 0x20FF)
		return GLYPH_INVISIBLE;
	if (code == 0x2116 || code == 0x2103 || code == 0x2109) /* № ℃ ℉ */
		return GLYPH_SYMBOL;
	if (code == 0x2212)
		return GLYPH_HYPHEN;
	if (code == 0x2219 || code == 0x22C5 || code == 0x25CF || code == 0x2E31)
		return GLYPH_MIDDLE_DOT;
	if (code >= 0x2C00 && code <= 0x2DFF)
		return code >= 0x2DE0 ? GLYPH_INVISIBLE : GLYPH_LETTER;
	if (code >= 0x2E80)
		return code < 0x2FE0 ? GLYPH_IDEOGRAPH : GLYPH_OTHER; /* radicals */
	/* superscripts; letterlike symbols, Roman numerals and fractions, as far as they are letters */
	return code <= 0x209C || (code >= 0x2100 && code < 0x2190) ? GLYPH_LETTER : GLYPH_OTHER;
}

/* U+3000 to U+FAFF: East Asia. */
static GlyphClass
east_asian_class(uint32_t code)
{
	if (code == 0x3000)
		return GLYPH_SPACE;
	if (code < 0x3005 || (code >= 0x3008 && code <= 0x3020) || code == 0x3030 ||
		(code >= 0x303D && code < 0x3041) || code == 0x30A0 || code == 0x30FB)
		return GLYPH_OTHER;
	if (code < 0x30A0 || (code >= 0x3100 && code < 0x3130))
		return GLYPH_IDEOGRAPH; /* Hiragana, Bopomofo */
	if (code >= 0x3400 && code <= 0x9FFF)
		return code >= 0x4DC0 && code < 0x4E00 ? GLYPH_OTHER : GLYPH_IDEOGRAPH;
	if (code >= 0xD800 && code < 0xF900)
		return GLYPH_OTHER; /* surrogates, private use */
	if (code >= 0xF900)
		return GLYPH_IDEOGRAPH;
	/* Katakana, Hangul and others that are written in words */
	return code < 0x3190 || code >= 0xA000 ? GLYPH_LETTER : GLYPH_OTHER;
}

/* U+FB00 to U+FFFF: presentation forms, full and half width. */
static GlyphClass
form_class(uint32_t code)
{
	if ((code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xFE20 && code <= 0xFE2F) || code == 0xFEFF)
		return GLYPH_INVISIBLE;
	if (code >= 0xFF01 && code <= 0xFF5E)
		return (GlyphClass) glyph_ascii_class[code - 0xFEE0];
	if (code >= 0xFF66 && code <= 0xFFDC)
		return GLYPH_LETTER;
	if (code == 0xFE63)
		return GLYPH_HYPHEN;
	if (code == 0xFFE1 || code == 0xFFE5)
		return GLYPH_SYMBOL;
	return code < 0xFE10 || (code >= 0xFE70 && code < 0xFEFF) ? GLYPH_LETTER : GLYPH_OTHER;
}

/* U+0370 to U+1FFF: alphabets, with the punctuation that is written among them. */
static GlyphClass
alphabet_class(uint32_t code)
{
	switch (code)
	{
		case 0x37E:
		case 0x55A:
		case 0x55B:
		case 0x55C:
		case 0x55D:
		case 0x55E:
		case 0x55F:
		case 0x589:
		case 0x5BE:
		case 0x5C0:
		case 0x5C3:
		case 0x60C:
		case 0x60D:
		case 0x61B:
		case 0x61F:
		case 0x66A:
		case 0x66D:
		case 0x6D4:
		case 0x964:
		case 0x965:
		case 0xE3F:
		case 0xE4F:
		case 0xE5A:
		case 0xE5B:
		case 0x10FB:
			return GLYPH_OTHER;
		case 0x387:
			return GLYPH_MIDDLE_DOT;
		case 0x58A:
			return GLYPH_HYPHEN;
		case 0x1680:
			return GLYPH_SPACE;
		case 0x180E:
		case 0x61C:
		case 0x640: /* the Arabic letter that only stretches others */
			return GLYPH_INVISIBLE;
	}
	if ((code >= 0x483 && code <= 0x489) || (code >= 0x591 && code <= 0x5C7) ||
		(code >= 0x610 && code <= 0x61A) || (code >= 0x64B && code <= 0x65F) || code == 0x670 ||
		(code >= 0x1AB0 && code <= 0x1AFF) || (code >= 0x1DC0 && code <= 0x1DFF))
		return GLYPH_INVISIBLE;
	/* Thai, Lao, Burmese, Khmer: no spaces between words */
	if ((code >= 0xE00 && code < 0xF00) || (code >= 0x1000 && code < 0x10A0) ||
		(code >= 0x1780 && code < 0x1800))
		return GLYPH_IDEOGRAPH;
	return GLYPH_LETTER;
}

GlyphClass
glyph_wide_class(uint32_t code)
{
	if (code < 0xC0)
		return latin1_sign_class(code);
	if (code < 0x2B0)
		return code == 0xD7 || code == 0xF7 ? GLYPH_OTHER : GLYPH_LETTER;
	if (code < 0x370)
		return modifier_class(code);
	if (code < 0x2000)
		return alphabet_class(code);
	if (code < 0x2070)
		return punctuation_class(code);
	if (code < 0x3000)
		return symbol_class(code);
	if (code < 0xFB00)
		return east_asian_class(code);
	if (code < 0x10000)
		return form_class(code);
	if (code >= 0x20000 && code < 0x32000)
		return GLYPH_IDEOGRAPH;
	if (code >= 0xE0000)
		return code < 0xE0200 ? GLYPH_INVISIBLE : GLYPH_OTHER; /* tags of emoji; private use */
	/* old scripts and the alphabets of mathematics are letters; music, games and emoji are not */
	return code < 0x1D000 || (code >= 0x1D400 && code < 0x1D800) ||
				   (code >= 0x1DF00 && code < 0x1F000)
			   ? GLYPH_LETTER
			   : GLYPH_OTHER;
}

bool
glyph_is_capital(uint32_t code)
{
	if (code < 0x80)
		return code >= 'A' && code <= 'Z';
	if (code < 0x100)
		return code >= 0xC0 && code <= 0xDE && code != 0xD7;
	if (code < 0x138 || (code >= 0x14A && code < 0x178))
		return code % 2 == 0;
	if (code < 0x17F)
		return code == 0x178 || code % 2 == 1;
	return (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F) ||
		   (code >= 0xFF21 && code <= 0xFF3A);
}

Glyph
glyph_before(Str text, uint32_t byte)
{
	uint32_t start = byte;

	while (start > 0 && byte - start < 4)
	{
		start--;
		if (((unsigned char) text.data[start] & 0xC0) != 0x80)
			return glyph_at(text, start);
	}
	return (Glyph){0, byte, GLYPH_SPACE};
}

/* Whether an underscore at this byte stands between letters or digits. */
static bool
joins_code(Str text, uint32_t byte)
{
	return text.data[byte] == '_' && glyph_in_word(glyph_at(text, byte + 1));
}

#define EACH(byte) (0x0101010101010101ULL * (byte)) /* in all bytes of a number */

/* The first bytes of eight that are letters of ASCII, without a branch for each. */
static inline uint32_t
count_letters(const char *bytes)
{
	uint64_t chunk;
	uint64_t small;
	uint64_t others;

	memcpy(&chunk, bytes, sizeof(chunk));
	/* the high bit of a byte: small - 'a' is negative, or greater than 'z' - 'a', or no ASCII */
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

/* Behind the letters of ASCII. */
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

uint32_t
glyph_word_end(Str text, uint32_t byte, bool *digits)
{
	*digits = false;
	for (;;)
	{
		Glyph glyph;

		byte = ascii_letters_end(text, byte);
		if (byte + 1 < text.len && text.data[byte] == '\xC3' &&
			glyph_is_latin1_tail(text.data[byte + 1]))
		{
			byte += 2;
			continue;
		}
		if (byte >= text.len)
			return byte;
		glyph = glyph_at(text, byte);
		if (glyph.class == GLYPH_DIGIT || (glyph.code == '_' && joins_code(text, byte)))
			*digits = true;
		else if (glyph.class != GLYPH_LETTER && glyph.class != GLYPH_INVISIBLE)
			return byte;
		byte = glyph.end;
	}
}

uint32_t
glyph_letters_end(Str text, uint32_t byte)
{
	for (;;)
	{
		Glyph glyph = glyph_at(text, byte);

		if (glyph.class != GLYPH_LETTER && glyph.class != GLYPH_INVISIBLE)
			return byte;
		byte = glyph.end;
	}
}
