/*
 * test_char.c
 *	  The character table compared with ICU, over all of Unicode. The table is frozen, ICU is the
 *	  installed one: characters that the table's version does not assign are skipped, and what later
 *	  versions of Unicode have changed is listed in char_change_list.h.
 */
#include "tap.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "base/array.h"
#include "text/char.h"

#define LAST 0x10FFFF

/* Private-use characters and surrogates are not in the table. */
static bool
is_assigned(uint32_t c)
{
	return char_category(c) != CHAR_UNASSIGNED;
}

static bool
same_category(uint32_t c)
{
	static const uint8_t ours[U_CHAR_CATEGORY_COUNT] = {
		[U_UPPERCASE_LETTER] = CHAR_UPPERCASE,
		[U_LOWERCASE_LETTER] = CHAR_LOWERCASE,
		[U_TITLECASE_LETTER] = CHAR_TITLECASE,
		[U_MODIFIER_LETTER] = CHAR_MODIFIER_LETTER,
		[U_OTHER_LETTER] = CHAR_OTHER_LETTER,
		[U_NON_SPACING_MARK] = CHAR_NONSPACING_MARK,
		[U_COMBINING_SPACING_MARK] = CHAR_SPACING_MARK,
		[U_ENCLOSING_MARK] = CHAR_ENCLOSING_MARK,
		[U_DECIMAL_DIGIT_NUMBER] = CHAR_DECIMAL_DIGIT,
		[U_LETTER_NUMBER] = CHAR_LETTER_NUMBER,
		[U_OTHER_NUMBER] = CHAR_OTHER_NUMBER,
		[U_CONNECTOR_PUNCTUATION] = CHAR_CONNECTOR,
		[U_DASH_PUNCTUATION] = CHAR_DASH,
		[U_START_PUNCTUATION] = CHAR_OPEN,
		[U_END_PUNCTUATION] = CHAR_CLOSE,
		[U_INITIAL_PUNCTUATION] = CHAR_INITIAL_QUOTE,
		[U_FINAL_PUNCTUATION] = CHAR_FINAL_QUOTE,
		[U_OTHER_PUNCTUATION] = CHAR_OTHER_PUNCTUATION,
		[U_MATH_SYMBOL] = CHAR_MATH_SYMBOL,
		[U_CURRENCY_SYMBOL] = CHAR_CURRENCY_SYMBOL,
		[U_MODIFIER_SYMBOL] = CHAR_MODIFIER_SYMBOL,
		[U_OTHER_SYMBOL] = CHAR_OTHER_SYMBOL,
		[U_SPACE_SEPARATOR] = CHAR_SPACE_SEPARATOR,
		[U_LINE_SEPARATOR] = CHAR_LINE_SEPARATOR,
		[U_PARAGRAPH_SEPARATOR] = CHAR_PARAGRAPH_SEPARATOR,
		[U_CONTROL_CHAR] = CHAR_CONTROL,
		[U_FORMAT_CHAR] = CHAR_FORMAT,
		[U_SURROGATE] = CHAR_SURROGATE,
		[U_PRIVATE_USE_CHAR] = CHAR_PRIVATE_USE,
	};

	return ours[u_charType((UChar32) c)] == char_category(c);
}

static bool
same_case(uint32_t c)
{
	UChar32 code = (UChar32) c;

	return (uint32_t) u_tolower(code) == char_lower(c) &&
		   (u_tolower(code) != u_toupper(code)) == char_has_case(c);
}

static bool
same_space(uint32_t c)
{
	return (u_isUWhiteSpace((UChar32) c) != 0) == char_is_space(c);
}

/* The script, compared by an example character: the numbers of ICU and ours differ. */
static bool
same_script(uint32_t c)
{
	static const UScriptCode theirs[CHAR_SCRIPT_COUNT] = {
		[SCRIPT_LATIN] = USCRIPT_LATIN,
		[SCRIPT_GREEK] = USCRIPT_GREEK,
		[SCRIPT_CYRILLIC] = USCRIPT_CYRILLIC,
		[SCRIPT_ARMENIAN] = USCRIPT_ARMENIAN,
		[SCRIPT_HEBREW] = USCRIPT_HEBREW,
		[SCRIPT_ARABIC] = USCRIPT_ARABIC,
		[SCRIPT_DEVANAGARI] = USCRIPT_DEVANAGARI,
		[SCRIPT_BENGALI] = USCRIPT_BENGALI,
		[SCRIPT_GURMUKHI] = USCRIPT_GURMUKHI,
		[SCRIPT_GUJARATI] = USCRIPT_GUJARATI,
		[SCRIPT_TAMIL] = USCRIPT_TAMIL,
		[SCRIPT_TELUGU] = USCRIPT_TELUGU,
		[SCRIPT_KANNADA] = USCRIPT_KANNADA,
		[SCRIPT_MALAYALAM] = USCRIPT_MALAYALAM,
		[SCRIPT_SINHALA] = USCRIPT_SINHALA,
		[SCRIPT_THAI] = USCRIPT_THAI,
		[SCRIPT_LAO] = USCRIPT_LAO,
		[SCRIPT_MYANMAR] = USCRIPT_MYANMAR,
		[SCRIPT_GEORGIAN] = USCRIPT_GEORGIAN,
		[SCRIPT_ETHIOPIC] = USCRIPT_ETHIOPIC,
		[SCRIPT_KHMER] = USCRIPT_KHMER,
		[SCRIPT_HANGUL] = USCRIPT_HANGUL,
		[SCRIPT_HIRAGANA] = USCRIPT_HIRAGANA,
		[SCRIPT_KATAKANA] = USCRIPT_KATAKANA,
		[SCRIPT_BOPOMOFO] = USCRIPT_BOPOMOFO,
		[SCRIPT_HAN] = USCRIPT_HAN,
	};
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript((UChar32) c, &status);

	if (char_script(c) != SCRIPT_OTHER)
		return theirs[char_script(c)] == script;
	for (int i = 1; i < CHAR_SCRIPT_COUNT; i++)
		if (theirs[i] == script)
			return false;
	return true;
}

/* The plain form, computed slowly: folded, decomposed, marks dropped, folded again (U+0130). */
static bool
same_plain(uint32_t c)
{
	const uint32_t dropped = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[8];
	UChar32 folded = u_foldCase((UChar32) c, U_FOLD_CASE_DEFAULT);
	uint32_t plain[CHAR_PLAIN_MOST];
	uint32_t count = char_plain(c, plain);
	uint32_t written = 0;
	int32_t nparts =
		unorm2_getDecomposition(unorm2_getNFDInstance(&status), folded, parts, 8, &status);

	if (nparts < 0)
	{
		nparts = 0;
		U16_APPEND_UNSAFE(parts, nparts, folded);
	}
	for (int32_t i = 0; i < nparts;)
	{
		UChar32 part;

		U16_NEXT(parts, i, nparts, part);
		if ((U_GET_GC_MASK(part) & dropped) != 0)
			continue;
		if (written >= count ||
			plain[written++] != (uint32_t) u_foldCase(part, U_FOLD_CASE_DEFAULT))
			return false;
	}
	return written == count;
}

typedef struct Property
{
	const char *name;
	bool (*same)(uint32_t c);
} Property;

#define CATEGORY "categories"
#define CASE "case"
#define SPACE "white space"
#define SCRIPT "scripts"
#define PLAIN "plain letters"

static const struct
{
	const char *property;
	uint32_t c;
	uint8_t major;
	uint8_t minor;
} changes[] = {
#define CHANGE(property, c, major, minor, what) {property, c, major, minor},
#include "char_change_list.h"
#undef CHANGE
};

/* Has Unicode changed this property of a character, by the version of ICU? */
static bool
has_changed(const char *property, uint32_t c)
{
	UVersionInfo unicode;

	u_getUnicodeVersion(unicode);
	for (size_t i = 0; i < lengthof(changes); i++)
		if (changes[i].c == c && strcmp(changes[i].property, property) == 0)
			return unicode[0] > changes[i].major ||
				   (unicode[0] == changes[i].major && unicode[1] >= changes[i].minor);
	return false;
}

/*
 * Returns the first assigned character of which a property equals ICU's although it has changed, or
 * differs although it has not; 0 if there is none.
 */
static uint32_t
first_surprise(const Property *property)
{
	for (uint32_t c = 1; c <= LAST; c++)
		if (is_assigned(c) && property->same(c) == has_changed(property->name, c))
			return c;
	return 0;
}

void
test_char(void)
{
	static const Property properties[] = {{CATEGORY, same_category},
										  {CASE, same_case},
										  {SPACE, same_space},
										  {SCRIPT, same_script},
										  {PLAIN, same_plain}};
	uint32_t plain[CHAR_PLAIN_MOST];

	for (size_t i = 0; i < lengthof(properties); i++)
		tap_equal_int(first_surprise(&properties[i]), 0, properties[i].name);
	tap_ok(!is_assigned(0x110000) && !is_assigned(UINT32_MAX),
		   "nothing is assigned beyond Unicode");
	tap_equal_int(char_plain(0xC9, plain), 1, "an accented uppercase letter is one letter");
	tap_equal_int(plain[0], 'e', "without case and accent");
	tap_equal_int(char_plain(0x301, plain), 0, "an accent alone gives nothing");
	tap_equal_int(char_plain(0xD55C, plain), 3, "a Hangul syllable is three letters");
}
