/*
 * test_fold.c
 *	  Compares folding with ICU over all of Unicode; checks its promises (idempotent, same result
 *	  for equivalent texts, a stronger strength after a weaker one gives the same) and French usage.
 */
#include "tap.h"

#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "base/array.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/fold_internal.h"

#define LAST_CODE_POINT 0x10FFFF
#define ROOM 512 /* for a text of a few characters in UTF-16 */

typedef enum Strength
{
	NORMALIZE,
	WORD,
	FOLD,
	CLEAN /* text_clean, for the text of a page */
} Strength;

typedef struct Difference
{
	Strength strength;
	uint32_t first;
	uint32_t last;
	const char *why;
} Difference;

static const Difference differences[] = {
#define DIFFERENCE(strength, first, last, why) {strength, first, last, why},
#include "fold_difference_list.h"
#undef DIFFERENCE
};

static Str
apply(Arena *arena, Strength strength, Str text)
{
	char *word;

	if (strength == NORMALIZE)
		return fold_normalize(arena, text);
	if (strength == CLEAN)
		return text_clean(arena, text);
	if (strength == FOLD)
		return fold_text(arena, text);
	word = arena_alloc(arena, ROOM * 4);
	return str_make(word, fold_word(text, word, ROOM * 4));
}

/* Normalizes a text with ICU. */
static Str
icu_normalize(Arena *arena, const UNormalizer2 *form, Str text)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar source[ROOM];
	UChar target[ROOM];
	char *result = arena_alloc(arena, ROOM * 3);
	int32_t len;

	u_strFromUTF8(source, ROOM, &len, text.data, (int32_t) text.len, &error);
	len = unorm2_normalize(form, source, len, target, ROOM, &error);
	u_strToUTF8(result, ROOM * 3, &len, target, len, &error);
	return U_SUCCESS(error) ? str_make(result, (size_t) len) : STR_NONE;
}

/*
 * Is this an accent that fold_text drops: a combining mark of a script that French texts quote and
 * that uses accents? Not hamza and madda, the Japanese voicing marks, the tone marks of Han, or the
 * Vedic accents.
 */
static bool
is_accent(uint32_t c)
{
	static const UScriptCode scripts[] = {USCRIPT_INHERITED, USCRIPT_LATIN,	 USCRIPT_GREEK,
										  USCRIPT_CYRILLIC,	 USCRIPT_HEBREW, USCRIPT_ARABIC,
										  USCRIPT_SYRIAC,	 USCRIPT_COPTIC};
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript((UChar32) c, &error);
	int8_t type = u_charType((UChar32) c);

	if ((type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK) || (c >= 0x653 && c <= 0x655) ||
		c == 0x3099 || c == 0x309A || (c >= 0x302A && c <= 0x302F) || (c >= 0x951 && c <= 0x954) ||
		(c >= 0x1CD0 && c <= 0x1CF9))
		return false;
	for (size_t i = 0; i < lengthof(scripts); i++)
		if (script == scripts[i])
			return true;
	return false;
}

static Str
without_accents(Arena *arena, Str text)
{
	StrBuf kept;

	strbuf_init(&kept, arena);
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (!is_accent(c))
			strbuf_add_code_point(&kept, c);
	}
	return strbuf_str(&kept);
}

/* Is this invisible, and needed by no script? */
static bool
is_dropped(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2064) ||
		   (c >= 0x206A && c <= 0x206F) || c == 0xFEFF;
}

static Str
without_invisible(Arena *arena, Str text)
{
	StrBuf kept;

	strbuf_init(&kept, arena);
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (!is_dropped(c))
			strbuf_add_code_point(&kept, c);
	}
	return strbuf_str(&kept);
}

/* The reference for each strength: NFC, NFKC_Casefold, and the latter without accents. */
static Str
icu_apply(Arena *arena, Strength strength, Str text)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
	Str folded;

	if (strength == NORMALIZE)
		return icu_normalize(arena, nfc, text);
	if (strength == CLEAN)
		return icu_normalize(arena, nfc, without_invisible(arena, text));
	folded = icu_normalize(arena, unorm2_getNFKCCasefoldInstance(&error), text);
	if (strength == WORD)
		return folded;
	folded = without_accents(arena, icu_normalize(arena, nfd, folded));
	return icu_normalize(arena, nfc, folded);
}

static bool
is_listed(Strength strength, uint32_t c)
{
	for (size_t i = 0; i < lengthof(differences); i++)
		if (differences[i].strength == strength && c >= differences[i].first &&
			c <= differences[i].last)
			return true;
	return false;
}

/* Is c in the version of Unicode that the table was made from? ICU may know later characters. */
static bool
in_our_unicode(uint32_t c)
{
	UVersionInfo age;

	u_charAge((UChar32) c, age);
	return !(c >= 0xD800 && c <= 0xDFFF) && (age[0] < 15 || (age[0] == 15 && age[1] == 0));
}

static Str
one_character(Arena *arena, uint32_t c)
{
	char *text = arena_alloc(arena, 4);

	return str_make(text, utf8_encode(c, text));
}

/* Checks one code point; returns true if it passes. */
typedef bool (*Check)(Arena *arena, Strength strength, uint32_t c);

static void
check_everywhere(Strength strength, Check check, const char *name)
{
	uint32_t wrong = 0;

	for (uint32_t c = 1; c <= LAST_CODE_POINT; c++)
	{
		Arena arena;

		if (!in_our_unicode(c))
			continue;
		arena_init(&arena, arena_malloc);
		if (!check(&arena, strength, c) && wrong++ < 20)
			printf("#   U+%04X\n", (unsigned) c);
		arena_free(&arena);
	}
	tap_equal_int(wrong, 0, name);
}

static bool
as_listed(Arena *arena, Strength strength, uint32_t c)
{
	Str text = one_character(arena, c);

	return str_equal(apply(arena, strength, text), icu_apply(arena, strength, text)) !=
		   is_listed(strength, c);
}

/* Applying it twice changes nothing more, nor does decomposing the text first. */
static bool
is_stable(Arena *arena, Strength strength, uint32_t c)
{
	UErrorCode error = U_ZERO_ERROR;
	Str text = one_character(arena, c);
	Str once = apply(arena, strength, text);
	Str decomposed = icu_normalize(arena, unorm2_getNFDInstance(&error), text);

	return str_equal(apply(arena, strength, once), once) &&
		   str_equal(apply(arena, strength, decomposed), once);
}

/* A stronger strength gives the same after a weaker one; fold_plain equals fold_text. */
static bool
undoes_weaker(Arena *arena, Strength strength, uint32_t c)
{
	Str text = one_character(arena, c);
	Str once = apply(arena, strength, text);
	char plain[ROOM];

	if (strength == FOLD &&
		!str_equal(str_make(plain, fold_plain(text, plain, sizeof(plain))), once))
		return false;
	if (!str_equal(apply(arena, strength, text_clean(arena, text)), once))
		return false;
	for (Strength weaker = NORMALIZE; weaker < strength; weaker++)
		if (!str_equal(apply(arena, strength, apply(arena, weaker, text)), once))
			return false;
	return true;
}

static void
check_unicode(void)
{
	check_everywhere(NORMALIZE, as_listed, "fold_normalize is NFC, with the listed exceptions");
	check_everywhere(WORD, as_listed, "fold_word is NFKC_Casefold, with the listed exceptions");
	check_everywhere(FOLD, as_listed,
					 "fold_text is the same without accents, with the listed exceptions");
	check_everywhere(NORMALIZE, is_stable, "fold_normalize is idempotent; NFD and NFC agree");
	check_everywhere(WORD, is_stable, "fold_word is idempotent; NFD and NFC agree");
	check_everywhere(FOLD, is_stable, "fold_text is idempotent; NFD and NFC agree");
	check_everywhere(WORD, undoes_weaker, "fold_word after fold_normalize is fold_word");
	check_everywhere(FOLD, undoes_weaker,
					 "fold_text after fold_normalize or fold_word is fold_text");
	check_everywhere(CLEAN, as_listed, "text_clean is NFC without invisible characters");
	check_everywhere(CLEAN, is_stable, "text_clean is idempotent; NFD and NFC agree");
	check_everywhere(NORMALIZE, undoes_weaker, "fold_normalize after text_clean is fold_normalize");
	tap_equal(str_cstr(fold_version.unicode), "15.0.0", "the Unicode of the table");
}

/* Draws a text of n characters so that every kind of mapping meets every other. */
static Str
draw_text(Arena *arena, uint32_t *seed, const uint32_t *alphabet, uint32_t count, uint32_t n)
{
	StrBuf text;

	strbuf_init(&text, arena);
	for (uint32_t i = 0; i < n; i++)
	{
		*seed = *seed * 1664525 + 1013904223; /* Numerical Recipes, chapter 7 */
		strbuf_add_code_point(&text, alphabet[(*seed >> 8) % count]);
	}
	return strbuf_str(&text);
}

static uint32_t
count_broken(const uint32_t *alphabet, uint32_t count, bool as_icu)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
	uint32_t broken = 0;
	uint32_t seed = 1;

	for (uint32_t round = 0; round < 20000; round++)
	{
		Strength strength = as_icu ? NORMALIZE : (Strength) (round % 3);
		bool holds;
		Str text;
		Str once;
		Arena arena;

		arena_init(&arena, arena_malloc);
		text = draw_text(&arena, &seed, alphabet, count, 2 + round % 23);
		once = apply(&arena, strength, text);
		holds = str_equal(apply(&arena, strength, once), once) &&
				str_equal(apply(&arena, strength, icu_normalize(&arena, nfd, text)), once) &&
				str_equal(apply(&arena, FOLD, once), apply(&arena, FOLD, text));
		if (as_icu)
			holds = holds && str_equal(once, icu_apply(&arena, NORMALIZE, text)) &&
					str_equal(text_clean(&arena, text), once) &&
					(!text_is_clean(text) || str_equal(text, once));
		broken += !holds;
		arena_free(&arena);
	}
	return broken;
}

static void
check_sequences(void)
{
	/* letters and marks of several scripts and canonical orders; none that our tables change */
	static const uint32_t letters[] = {
		'a',   'e',	   0xE9,   0xEA,   0x300,  0x301,  0x302,  0x323,  0x327,  0x328,	0x345,
		0x3B1, 0x1FB3, 0x418,  0x438,  0x439,  0x306,  0x338,  '=',	   0x2260, 0x627,	0x623,
		0x653, 0x654,  0x655,  0x64B,  0x651,  0x915,  0x93C,  0x94D,  0x958,  0x9C7,	0x9BE,
		0x9D7, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x304B, 0x304C, 0x3099, 0x1D157, 0x1D165,
		0xF73, 0xF71,  0xF72,  0x344,  0x1EAD, 0x1E69, 0x212B, 0x2126, 0x110BA};
	/* the same, and characters that are dropped, unified, or depend on their neighbours */
	static const uint32_t all[] = {
		' ',	'\t',	 '\n',	  '\r',	   'n',	   '1',	   'A',	   '\'',	'"',	 '-',
		'`',	'a',	 0xA0,	  0xAB,	   0xAD,   0xB0,   0xB4,   0xBB,	0xBD,	 0x153,
		0x131,	0x130,	 0xDF,	  0x300,   0x301,  0x306,  0x323,  0x338,	0x34F,	 '=',
		0x438,	0x419,	 0x3C2,	  0x1FB3,  0x345,  0x640,  0x64B,  0x627,	0x654,	 0x200B,
		0x200C, 0x200D,	 0x200E,  0x2019,  0x2014, 0x2011, 0x202F, 0x2028,	0x2116,	 0x212A,
		0xFB01, 0xFDFA,	 0xFF21,  0xFF9E,  0xFF76, 0xFE0F, 0x92,   0x85,	0x1F469, 0x1F3FD,
		0x2764, 0x1F3F4, 0xE0067, 0xE007F, 0x915,  0x94D,  0x937,  0x93F,	0x1100,	 0x1161,
		0x11A8, 0x2044,	 0x2033,  0x2103,  0x309B, 0x37A,  0x149,  0x10FFFF};

	tap_equal_int(count_broken(letters, lengthof(letters), true), 0,
				  "texts of letters and marks: NFC equals ICU's");
	tap_equal_int(count_broken(all, lengthof(all), false), 0,
				  "any text: idempotent, NFD and NFC agree, strengths combine");
}

/* A text, and the result of each strength. */
static const struct
{
	const char *text;
	const char *normalized;
	const char *folded;
} cases[] = {
	{"L’Élysée à NOËL", "L'Élysée à NOËL", "l'elysee a noel"},
	{"e\xCC\x81te\xCC\x81", "été", "ete"},
	{"bœuf Œuvre ex æquo Straße", "bœuf Œuvre ex æquo Straße", "boeuf oeuvre ex aequo strasse"},
	{"ﬁn, m², n° 5, nº 5, № 5", "ﬁn, m², n° 5, nº 5, № 5", "fin, m2, no 5, no 5, no 5"},
	{"2½ et ½", "2½ et ½", "2 1/2 et 1/2"},
	{"ＡＢＣ　１２", "ＡＢＣ １２", "abc 12"},
	{"« oui », “oui”, „oui“, \"oui\"", "« oui », “oui”, „oui“, \"oui\"",
	 "\"oui\", \"oui\", \"oui\", \"oui\""},
	{"1\xC2\xA0"
	 "000\xE2\x80\xAFkm\xE2\x80\x89!",
	 "1 000 km !", "1 000 km !"},
	{"cons\xC2\xADti\xE2\x80\x8Btu\xE2\x80\x8Ction\xEF\xBB\xBF", "constitution", "constitution"},
	{"l′eau, l´eau, lʼeau, l'eau", "l'eau, l'eau, l'eau, l'eau", "l'eau, l'eau, l'eau, l'eau"},
	{"porte‑avions – 10 − 2 — fin", "porte-avions – 10 − 2 — fin", "porte-avions - 10 - 2 - fin"},
	{"  deux  mots\t\n", "  deux  mots\t\n", "deux mots"},
	{"un\r\ndeux\rtrois\xE2\x80\xA8quatre", "un\ndeux\ntrois\nquatre", "un deux trois quatre"},
	{"l\xC2\x92\xC2\x9Cuf\xC2\x85", "l'œuf…", "l'oeuf..."},
	{"İstanbul, ISTANBUL, ısparta", "İstanbul, ISTANBUL, ısparta", "istanbul, istanbul, isparta"},
	{"Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ"},
	{"Толстой, Королёв", "Толстой, Королёв", "толстой, королев"},
	{"и\xCC\x86", "й", "й"},
	{"مُحَمَّد أحمد", "مُحَمَّد أحمد", "محمد أحمد"},
	{"हिन्दी", "हिन्दी", "हिन्दी"},
	{"中文 ｶﾞ 가", "中文 ｶﾞ 가", "中文 ガ 가"},
	{"Lech Wałęsa, Søren, Đà Nẵng", "Lech Wałęsa, Søren, Đà Nẵng", "lech walesa, soren, da nang"},
	{"x ≠ y, x = y", "x ≠ y, x = y", "x ≠ y, x = y"},
	{"👩\xE2\x80\x8D🚀, \xE2\x80\x8Dmot", "👩\xE2\x80\x8D🚀, mot", "👩🚀, mot"},
	{"می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم", "میخواهم"},
	{"", "", ""}};

static void
check_cases(void)
{
	for (size_t i = 0; i < lengthof(cases); i++)
	{
		Str text = str_cstr(cases[i].text);
		char out[FOLD_WORD_ROOM];

		tap_equal_text(fold_normalize(&tap_arena, text), str_cstr(cases[i].normalized),
					   cases[i].normalized);
		tap_equal_text(fold_text(&tap_arena, text), str_cstr(cases[i].folded), cases[i].folded);
		tap_equal_text(str_make(out, fold_shown(text, out, sizeof(out))),
					   str_cstr(cases[i].normalized), "the same without an arena");
	}
}

static void
check_words(void)
{
	Str late = STR("L’ÉTÉ\xC2\xAD");
	char out[FOLD_WORD_MAX];

	tap_equal_text(str_make(out, fold_word(late, out, sizeof(out))), STR("l'été"), "a word");
	tap_equal_text(str_make(out, fold_plain(late, out, sizeof(out))), STR("l'ete"), "a plain word");
	tap_equal_text(str_make(out, fold_word(STR("Œuvre‑Øst"), out, sizeof(out))), STR("oeuvre-øst"),
				   "letters with a stroke are not accented letters");
	tap_equal_text(str_make(out, fold_word(late, out, 4)), STR("l'é"), "whole characters only");
}

static Str
repeated(Str unit, uint32_t times)
{
	StrBuf text;

	strbuf_init(&text, &tap_arena);
	for (uint32_t i = 0; i < times; i++)
		strbuf_add(&text, unit);
	return strbuf_str(&text);
}

/* Quadratic time would show as a test that does not end. */
static void
check_hostile(void)
{
	Str marks = repeated(STR("\xCC\xA3\xCC\x81"), 250000);
	Str joined = repeated(STR("\xE2\x80\x8D\xCC\x81"), 200000);
	Str phrases = repeated(STR("\xEF\xB7\xBA"), 10000);
	char out[FOLD_WORD_ROOM];

	tap_equal_int(fold_normalize(&tap_arena, marks).len, marks.len,
				  "fold_normalize keeps a megabyte of marks");
	tap_equal_int(fold_text(&tap_arena, marks).len, 0, "fold_text drops them");
	tap_equal_int(fold_normalize(&tap_arena, joined).len, 400000,
				  "joiners between marks are dropped");
	tap_equal_int(fold_text(&tap_arena, phrases).len, 330000,
				  "ligatures of many letters are spelt out");
	tap_equal_int((int64_t) fold_plain(phrases, out, sizeof(out)), 85 * 33, "a long word is cut");
}

static void
check_slugs(void)
{
	tap_equal(fold_slug(&tap_arena, STR("L’été à l’Opéra")), "l-ete-a-l-opera", "elisions");
	tap_equal(fold_slug(&tap_arena, STR("Vin & fromage")), "vin-et-fromage", "&");
	tap_equal(fold_slug(&tap_arena, STR("&")), "et", "& alone");
	tap_equal(fold_slug(&tap_arena, STR("  « Bœuf » : 2½ € !… ")), "boeuf-2-1-2", "punctuation");
	tap_equal(fold_slug(&tap_arena, STR("Война и мир, 戦争")), "война-и-мир-戦争", "other scripts");
	tap_equal(fold_slug(&tap_arena, STR(" – ")), "", "nothing");
	tap_equal(fold_slug(&tap_arena, STR("l-ete-a-l-opera")), "l-ete-a-l-opera", "a slug");
}

void
test_fold(void)
{
	check_cases();
	check_words();
	check_slugs();
	check_hostile();
	check_sequences();
	check_unicode();
}
