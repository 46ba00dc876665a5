/*
 * char.c
 *	  See char.h.
 */
#include "text/char.h"

#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7A3

/* The letters (jamo) of a syllable, computed as in The Unicode Standard, 3.12. Returns 2 or 3. */
static uint32_t
hangul_letters(uint32_t index, uint32_t *out)
{
	const uint32_t vowels = 21;
	const uint32_t tails = 28; /* index 0 means no trailing consonant */

	out[0] = 0x1100 + index / (vowels * tails);
	out[1] = 0x1161 + index / tails % vowels;
	if (index % tails == 0)
		return 2;
	out[2] = 0x11A7 + index % tails;
	return 3;
}

uint32_t
char_plain(uint32_t c, uint32_t out[CHAR_PLAIN_MOST])
{
	const CharTraits *traits = char_traits(c);
	const uint32_t *text;

	if (c >= HANGUL_FIRST && c <= HANGUL_LAST)
		return hangul_letters(c - HANGUL_FIRST, out);
	if ((traits->flags & CHAR_IS_SEVERAL) == 0)
	{
		out[0] = c + (uint32_t) traits->plain;
		return 1;
	}
	text = char_several + traits->plain;
	for (uint32_t i = 0; i < text[0]; i++)
		out[i] = text[i + 1];
	return text[0];
}
