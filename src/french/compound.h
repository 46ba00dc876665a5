/*
 * compound.h
 *	  The parts of a compound word (porte-avions, Côte-d'Or, R&D), and the short words that are
 *	  joined to others: elisions and pronouns.
 */
#ifndef ARTICLE_FRENCH_COMPOUND_H
#define ARTICLE_FRENCH_COMPOUND_H

#include "base/str.h"

#define COMPOUND_PARTS_MAX 8

typedef enum CompoundMark
{
	COMPOUND_NONE,
	COMPOUND_HYPHEN,
	COMPOUND_APOSTROPHE,
	COMPOUND_AMPERSAND
} CompoundMark;

typedef struct Compound
{
	uint32_t count;
	uint32_t start[COMPOUND_PARTS_MAX]; /* byte offsets in the text */
	uint32_t end[COMPOUND_PARTS_MAX];
	CompoundMark mark[COMPOUND_PARTS_MAX]; /* the mark before each part; none before the first */
} Compound;

typedef enum ElisionKind
{
	ELISION_NONE,
	ELISION_ALWAYS,
	ELISION_SOMETIMES /* presqu'île, entr'ouvert, quelqu'un are words */
} ElisionKind;

/*
 * Reads the parts from a byte on. Returns false if there is only one, or if they are too many or
 * too long for a word.
 */
extern bool compound_read(Str text, uint32_t start, Compound *joined);

static inline Str
compound_part(Str text, const Compound *joined, uint32_t i)
{
	return str_sub(text, joined->start[i], joined->end[i] - joined->start[i]);
}

/*
 * Are two pieces, which a hyphen at the end of a line separates, one word of the lexicon, or a
 * compound of it? Missing accents do not matter.
 */
extern bool compound_divided_is_word(Str first, Str second);

/* Does a word lose its vowel before an apostrophe: l, qu, lorsqu? */
extern ElisionKind compound_elision(Str word);

/*
 * Is a part a pronoun or adverb that follows a verb or noun, including the t of a-t-il, if others
 * follow it?
 */
extern bool compound_is_clitic(Str part, bool others_follow);

#endif
