/*
 * lexicon_compound.c
 *	  Words that the lexicon has as one, with a hyphen or apostrophe between them. Two words in,
 *	  whether it has them out.
 */
#include "french/lexicon.h"
#include "french/lexicon_internal.h"

/*
 * Returns the letter at a byte of a word, in lowercase, and moves to the next; 0 if it is not a
 * letter of the lexicon.
 */
static inline unsigned char
next_small(Str word, uint32_t *i)
{
	unsigned char c = (unsigned char) ascii_lower(word.data[(*i)++]);

	if (c == 0xC3 && *i < word.len)
		return 0xE0 | ((unsigned char) word.data[(*i)++] & 0x1F);
	return c < 0x80 ? c : 0;
}

/*
 * Returns where the letters of a word lead from a place, in lowercase; NOWHERE if the lexicon lacks
 * them.
 */
static uint32_t
follow_word(uint32_t place, Str word)
{
	for (uint32_t i = 0; i < word.len && place != LEXICON_NOWHERE;)
	{
		unsigned char c = next_small(word, &i);

		place = lexicon_label[c] == LEXICON_END ? LEXICON_NOWHERE
												: lexicon_follow(place, lexicon_label[c]);
	}
	return place;
}

uint32_t
lexicon_place(Str word)
{
	return follow_word(0, word);
}

bool
lexicon_opens_compound(uint32_t place)
{
	return place != LEXICON_NOWHERE &&
		   (lexicon_follow(place, lexicon_label['-']) != LEXICON_NOWHERE ||
			lexicon_follow(place, lexicon_label['\'']) != LEXICON_NOWHERE);
}

/* The same for a word that has no accents but may lack some; `then` continues where each one ends. */
static bool
follow_bare(uint32_t place, Str word, uint32_t at, bool (*then)(uint32_t place, Str rest), Str rest)
{
	uint8_t letter;

	if (at == word.len)
		return then(place, rest);
	letter = lexicon_label[(unsigned char) ascii_lower(word.data[at])];
	for (uint8_t label = letter; label != LEXICON_END; label = lexicon_next_variant(letter, label))
	{
		uint32_t next = lexicon_follow(place, label);

		if (next != LEXICON_NOWHERE && follow_bare(next, word, at + 1, then, rest))
			return true;
	}
	return false;
}

static bool
ends_form(uint32_t place, Str rest)
{
	(void) rest;
	return lexicon_follow(place, LEXICON_END) != LEXICON_NOWHERE;
}

static bool
continues_compound(uint32_t place, Str rest)
{
	for (const char *mark = "-'"; *mark; mark++)
	{
		uint32_t next = lexicon_follow(place, lexicon_label[(unsigned char) *mark]);

		if (next != LEXICON_NOWHERE && follow_bare(next, rest, 0, ends_form, STR_NONE))
			return true;
	}
	return false;
}

bool
lexicon_joins_bare(Str first, Str second)
{
	return follow_bare(0, first, 0, continues_compound, second);
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
