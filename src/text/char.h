/*
 * char.h
 *	  Properties of a code point: category, script, lowercase and plain letter.
 *
 * One table, char_gen.c, frozen at one version of Unicode, so that an index or a stored row does
 * not depend on the installed ICU. Characters that this version does not assign are
 * CHAR_UNASSIGNED. Source: The Unicode Standard, chapter 4, and the Unicode Character Database.
 */
#ifndef ARTICLE_TEXT_CHAR_H
#define ARTICLE_TEXT_CHAR_H

#include <stdbool.h>
#include <stdint.h>

/* General_Category, in the order of tools/generate_char.py. */
typedef enum CharCategory
{
	CHAR_UNASSIGNED, /* Cn */
	CHAR_UPPERCASE,	 /* Lu */
	CHAR_LOWERCASE,	 /* Ll */
	CHAR_TITLECASE,	 /* Lt */
	CHAR_MODIFIER_LETTER,
	CHAR_OTHER_LETTER,
	CHAR_NONSPACING_MARK,
	CHAR_SPACING_MARK,
	CHAR_ENCLOSING_MARK,
	CHAR_DECIMAL_DIGIT,
	CHAR_LETTER_NUMBER,
	CHAR_OTHER_NUMBER,
	CHAR_CONNECTOR,
	CHAR_DASH,
	CHAR_OPEN,
	CHAR_CLOSE,
	CHAR_INITIAL_QUOTE,
	CHAR_FINAL_QUOTE,
	CHAR_OTHER_PUNCTUATION,
	CHAR_MATH_SYMBOL,
	CHAR_CURRENCY_SYMBOL,
	CHAR_MODIFIER_SYMBOL,
	CHAR_OTHER_SYMBOL,
	CHAR_SPACE_SEPARATOR,
	CHAR_LINE_SEPARATOR,
	CHAR_PARAGRAPH_SEPARATOR,
	CHAR_CONTROL,
	CHAR_FORMAT,
	CHAR_SURROGATE,
	CHAR_PRIVATE_USE,
	CHAR_CATEGORY_COUNT
} CharCategory;

/* Scripts that determine a language or how words are written, in the order of the generator. */
typedef enum CharScript
{
	SCRIPT_OTHER, /* also Common and Inherited */
	SCRIPT_LATIN,
	SCRIPT_GREEK,
	SCRIPT_CYRILLIC,
	SCRIPT_ARMENIAN,
	SCRIPT_HEBREW,
	SCRIPT_ARABIC,
	SCRIPT_DEVANAGARI,
	SCRIPT_BENGALI,
	SCRIPT_GURMUKHI,
	SCRIPT_GUJARATI,
	SCRIPT_TAMIL,
	SCRIPT_TELUGU,
	SCRIPT_KANNADA,
	SCRIPT_MALAYALAM,
	SCRIPT_SINHALA,
	SCRIPT_THAI,
	SCRIPT_LAO,
	SCRIPT_MYANMAR,
	SCRIPT_GEORGIAN,
	SCRIPT_ETHIOPIC,
	SCRIPT_KHMER,
	SCRIPT_HANGUL,
	SCRIPT_HIRAGANA,
	SCRIPT_KATAKANA,
	SCRIPT_BOPOMOFO,
	SCRIPT_HAN,
	CHAR_SCRIPT_COUNT
} CharScript;

#define CHAR_IS_SPACE 1	  /* White_Space */
#define CHAR_HAS_CASE 2	  /* its simple lowercase and uppercase differ */
#define CHAR_IS_SEVERAL 4 /* its plain form is a sequence in char_several, not one character */

typedef struct CharTraits
{
	int32_t plain; /* difference from the code point, or offset in char_several */
	int32_t lower; /* difference from the code point */
	uint8_t category;
	uint8_t script;
	uint8_t flags;
} CharTraits;

/* char_gen.c */
extern const char char_unicode_version[];
extern const uint16_t char_index[];
extern const uint16_t char_blocks[];
extern const CharTraits char_traits_rows[];
extern const uint32_t char_several[];

/* After this the index continues with U+E0000 to U+E0FFF. */
#define CHAR_INDEX_END 0x34000

static inline const CharTraits *
char_traits(uint32_t c)
{
	uint32_t row;

	if (c < CHAR_INDEX_END)
		row = c >> 6;
	else if (c >> 12 == 0xE0)
		row = (CHAR_INDEX_END >> 6) + (c >> 6 & 0x3F);
	else
		return &char_traits_rows[0];
	return &char_traits_rows[char_blocks[char_index[row] << 6 | (c & 0x3F)]];
}

/* Sets of categories, as bits. */
#define CHAR_IN(category) (1u << (category))
#define CHAR_LETTERS                                                                               \
	(CHAR_IN(CHAR_UPPERCASE) | CHAR_IN(CHAR_LOWERCASE) | CHAR_IN(CHAR_TITLECASE) |                 \
	 CHAR_IN(CHAR_MODIFIER_LETTER) | CHAR_IN(CHAR_OTHER_LETTER))
#define CHAR_MARKS                                                                                 \
	(CHAR_IN(CHAR_NONSPACING_MARK) | CHAR_IN(CHAR_SPACING_MARK) | CHAR_IN(CHAR_ENCLOSING_MARK))
#define CHAR_DIGITS CHAR_IN(CHAR_DECIMAL_DIGIT)

static inline CharCategory
char_category(uint32_t c)
{
	return (CharCategory) char_traits(c)->category;
}

/* Is the category of a character one of these (CHAR_LETTERS | CHAR_DIGITS …)? */
static inline bool
char_is(uint32_t c, uint32_t categories)
{
	return (categories >> char_traits(c)->category & 1) != 0;
}

static inline bool
char_is_space(uint32_t c)
{
	return (char_traits(c)->flags & CHAR_IS_SPACE) != 0;
}

static inline bool
char_has_case(uint32_t c)
{
	return (char_traits(c)->flags & CHAR_HAS_CASE) != 0;
}

static inline CharScript
char_script(uint32_t c)
{
	return (CharScript) char_traits(c)->script;
}

/* Simple lowercase mapping: one character for one. */
static inline uint32_t
char_lower(uint32_t c)
{
	return c + (uint32_t) char_traits(c)->lower;
}

/* The most characters that char_plain writes. */
#define CHAR_PLAIN_MOST 4

/*
 * The letter without case and accents: simple case folding and canonical decomposition, without
 * nonspacing marks, enclosing marks and format characters. "É" gives "e", a Hangul syllable its two
 * or three letters, an accent alone nothing. Returns the number of characters written to out.
 */
extern uint32_t char_plain(uint32_t c, uint32_t out[CHAR_PLAIN_MOST]);

#endif
