/*
 * date_fold.c
 *	  Folds a code point for looking it up in the lexicon of dates: a code point in, its small form
 *	  without accent out.  The tables are frozen: the same result whatever the ICU version.
 */
#include "french/date_internal.h"

uint32_t
date_fold(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c < 0x250)
		return date_fold_latin[c - 0xC0];
	if (c >= 0x370 && c < 0x530)
		return date_fold_greek[c - 0x370];
	if (c >= 0x1E00 && c < 0x1F00)
		return date_fold_vietnam[c - 0x1E00];
	if ((c >= 0x300 && c < 0x370) || (c >= 0x64B && c <= 0x652))
		return 0; /* combining accents; Arabic vowel signs */
	if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF)
		return 0; /* soft hyphen, zero-width characters, direction marks */
	return c;
}
