/*
 * date_fold.c
 *	  Folds a code point for lookups in the date lexicon: a code point in, its lowercase form
 *	  without accent out. The tables are frozen, so the result does not depend on the ICU version.
 */
#include "date/date_internal.h"

#include "text/char.h"

/* Replaces letters whose stroke or ligature no decomposition removes. */
static uint32_t
without_stroke(uint32_t c)
{
	switch (c)
	{
#define LETTER(code, ascii)                                                                        \
	case code:                                                                                     \
		return ascii;
#include "date/date_letter_list.h"
#undef LETTER
	}
	return c;
}

/*
 * Accents that any letter may carry, Arabic vowel signs, soft hyphen, zero-width characters,
 * direction marks.
 */
static bool
is_left_out(uint32_t c)
{
	return (c >= 0x300 && c < 0x370) || (c >= 0x64B && c <= 0x652) || c == 0xAD ||
		   (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* Alef with a hamza or madda, which papers often leave out: اغسطس for أغسطس. */
static bool
is_alef(uint32_t c)
{
	return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671;
}

uint32_t
date_fold(uint32_t c)
{
	uint32_t plain[CHAR_PLAIN_MOST];
	CharScript script;

	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (is_left_out(c))
		return 0;
	if (is_alef(c))
		return 0x627;
	script = char_script(c);
	if (script != SCRIPT_LATIN && script != SCRIPT_GREEK && script != SCRIPT_CYRILLIC)
		return c;
	return char_plain(c, plain) == 0 ? 0 : without_stroke(plain[0]);
}
