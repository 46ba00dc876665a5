/*
 * name_parts.h
 *	  The words of a name, as keys and comparisons need them: a name in; its letters out, folded and
 *	  without separators, given names first, and where its words begin.
 */
#ifndef ARTICLE_FRENCH_NAME_PARTS_H
#define ARTICLE_FRENCH_NAME_PARTS_H

#include "base/str.h"

#define NAME_BYTES_MAX 120 /* of a longer name, the first ones count */
#define NAME_WORDS_MAX (NAME_BYTES_MAX / 2)

typedef struct NameWord
{
	uint8_t start; /* in the letters */
	uint8_t len;
	/* By a hyphen to the word before, and capitalized: the Belkacem of Vallaud-Belkacem. */
	bool joined;
} NameWord;

typedef struct NameParts
{
	uint32_t count;
	uint32_t len;
	NameWord words[NAME_WORDS_MAX];
	char letters[NAME_BYTES_MAX];
} NameParts;

/*
 * Reads a name. A family name that stands first is told by its capitals (MACRON Emmanuel) or by a
 * comma (Macron, Emmanuel). Invalid UTF-8 does no harm.
 */
extern void name_parts_read(Str name, NameParts *parts);

/*
 * Writes a name to out, which has NAME_BYTES_MAX bytes, with letters that other languages read
 * otherwise than French spelt by their sound: Babiš as Babish, Fayçal as Faysal. Returns its
 * length, or 0 if it has no such letter.
 */
extern uint32_t name_spell_letters(Str name, char *out);

static inline Str
name_letters(const NameParts *parts)
{
	return str_make(parts->letters, parts->len);
}

static inline Str
name_word(const NameParts *parts, uint32_t i)
{
	return str_make(parts->letters + parts->words[i].start, parts->words[i].len);
}

#endif
