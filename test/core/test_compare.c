/*
 * test_compare.c
 *	  Keys are lowercase without accents in every script, and the likeness does not depend on how it
 *	  is computed.
 */
#include "tap.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "text/compare.h"
#include "base/utf8.h"

static bool
is_mark(UChar32 c)
{
	return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

/*
 * The key of a character between two letters, computed slowly: folded, decomposed, its marks
 * dropped.
 */
static Str
key_by_unicode(UChar32 c)
{
	const UNormalizer2 *nfd;
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[8];
	int32_t count;
	StrBuf key;

	strbuf_init(&key, &tap_arena);
	strbuf_add_char(&key, 'a');
	if (!is_mark(c) && !u_isalnum(c) && u_charType(c) != U_COMBINING_SPACING_MARK)
		strbuf_add_char(&key, ' ');
	else if (!is_mark(c))
	{
		c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
		nfd = unorm2_getNFDInstance(&status);
		count = unorm2_getDecomposition(nfd, c, parts, 8, &status);
		if (count < 0)
			strbuf_add_code_point(&key, (uint32_t) c);
		for (int32_t i = 0; i < count;)
		{
			U16_NEXT(parts, i, count, c);
			if (!is_mark(c))
				strbuf_add_code_point(&key, (uint32_t) u_foldCase(c, U_FOLD_CASE_DEFAULT));
		}
	}
	strbuf_add_char(&key, 'b');
	return strbuf_str(&key);
}

/* Returns the first character in a range whose key differs from Unicode's, or 0. */
static uint32_t
first_difference(uint32_t first, uint32_t last)
{
	for (uint32_t c = first; c <= last; c++)
	{
		StrBuf text;

		strbuf_init(&text, &tap_arena);
		strbuf_add_char(&text, 'A');
		strbuf_add_code_point(&text, c);
		strbuf_add_char(&text, 'B');
		if (!str_equal(compare_key(&tap_arena, strbuf_str(&text)), key_by_unicode((UChar32) c)))
			return c;
	}
	return 0;
}

static void
check_likeness(const char *a, const char *b)
{
	Str other = str_cstr(b);
	float likeness = compare_likeness(str_cstr(a), other);
	ComparePairs pairs;

	compare_pairs_init(&pairs, str_cstr(a));
	tap_ok(compare_pairs_likeness(&pairs, other, 0.9f) < 0.9f,
		   "texts less alike than asked for get a smaller number");
	tap_ok(compare_pairs_likeness(&pairs, other, likeness) == likeness &&
			   compare_pairs_likeness(&pairs, other, 0) == likeness,
		   "likeness does not depend on what was compared before");
}

void
test_compare(void)
{
	tap_equal_int(first_difference(1, 0x24F), 0, "keys of Latin letters follow Unicode");
	tap_equal_int(first_difference(0x370, 0x52F), 0, "so do those of Greek and Cyrillic");
	tap_equal_int(first_difference(0x2000, 0x206F), 0, "and those of punctuation");
	tap_equal_int(first_difference(0x4E00, 0x9FA5), 0, "and those of ideographs");
	tap_equal_int(first_difference(0xAC00, 0xD7A3), 0, "and of Hangul");
	tap_equal(compare_key(&tap_arena, STR("  L’Été à « Évian-les-Bains » ! ")),
			  "l ete a evian les bains", "a key has lowercase letters, no accents, no punctuation");
	tap_equal(compare_solid_key(&tap_arena, STR("Le Courrier.fr")), "lecourrierfr",
			  "a solid key has no spaces");
	tap_ok(compare_contains(STR("le vieux pont"), STR("vieux pont")), "a key contains whole words");
	tap_ok(!compare_contains(STR("le vieux pontet"), STR("vieux pont")), "but not parts of words");
	tap_ok(compare_likeness(STR("le vieux pont ferme"), STR("le vieux pont est ferme")) > 0.8f,
		   "versions of a headline are alike");
	tap_ok(compare_likeness(STR("le vieux pont ferme"), STR("meteo du jour")) < 0.3f,
		   "different headlines are not");
	check_likeness("le vieux pont ferme", "le vieux four rouvre");
	check_likeness("aaaaaaaa", "aabaabaab");
	check_likeness("meteo", "le vieux pont ferme");
}
