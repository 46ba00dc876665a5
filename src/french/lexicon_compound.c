/*
 * lexicon_compound.c
 *	  Does a word open a compound of the lexicon, and do two words make one? Looked up in lowercase,
 *	  with the accents as written: porte, and porte with avion.
 */
#include "french/lexicon.h"

#include "french/lexicon_internal.h"

/*
 * Returns where the letters of a word lead from a place, in lowercase; NOWHERE if the lexicon lacks
 * them.
 */
static uint32_t
follow_word(uint32_t place, Str word)
{
	for (uint32_t i = 0; i < word.len && place != LEXICON_NOWHERE; i++)
	{
		unsigned char c = (unsigned char) ascii_lower(word.data[i]);

		if (c == 0xC3 && i + 1 < word.len)
			c = 0xE0 | ((unsigned char) word.data[++i] & 0x1F); /* in lowercase */
		else if (c >= 0x80)
			return LEXICON_NOWHERE;
		place = lexicon_label[c] == LEXICON_END ? LEXICON_NOWHERE
												: lexicon_follow(place, lexicon_label[c]);
	}
	return place;
}

bool
lexicon_opens_compound(Str word)
{
	uint32_t place = follow_word(0, word);

	return place != LEXICON_NOWHERE &&
		   (lexicon_follow(place, lexicon_label['-']) != LEXICON_NOWHERE ||
			lexicon_follow(place, lexicon_label['\'']) != LEXICON_NOWHERE);
}

bool
lexicon_joins(Str first, Str second)
{
	uint32_t place = follow_word(0, first);

	if (place == LEXICON_NOWHERE)
		return false;
	for (const char *mark = "-'"; *mark; mark++)
	{
		uint32_t next = lexicon_follow(place, lexicon_label[(unsigned char) *mark]);

		if (next != LEXICON_NOWHERE && (next = follow_word(next, second)) != LEXICON_NOWHERE &&
			lexicon_follow(next, LEXICON_END) != LEXICON_NOWHERE)
			return true;
	}
	return false;
}
