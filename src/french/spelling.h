/*
 * spelling.h
 *	  How likely one word is meant by another that somebody typed: by letters, trigrams and sound.
 *	  And keys by which the words that may be meant are found in an index.
 *
 * Case and accents do not count: a search finds words without them anyway.
 */
#ifndef ARTICLE_FRENCH_SPELLING_H
#define ARTICLE_FRENCH_SPELLING_H

#include "base/str.h"
#include "french/phonetic.h"

/* Words in the form of fold_plain that are compared: no shorter, and no longer in bytes. */
#define SPELLING_LEAST 3
#define SPELLING_MOST 48

/* A word as it is compared. */
typedef struct Spelling
{
	uint32_t len;
	char folded[SPELLING_MOST];
	Str form; /* as written; must outlive this */
} Spelling;

/* Returns false for a word that is too short or too long, or that has no letter. */
extern bool spelling_read(Spelling *spelling, Str form);

static inline Str
spelling_folded(const Spelling *spelling)
{
	return str_make(spelling->folded, spelling->len);
}

/*
 * Adds the keys of a form: "=" and the folded word, ":" and its lexeme if there is one, and for a
 * word that can be compared "~" and its sound, "^" and its keys as a name, and its trigrams. Words
 * that are alike share keys; those that are the same in all but case and accents share the first.
 */
extern void spelling_keys(Arena *arena, Str lexeme, Str form, StrList *keys);

/*
 * Returns how far a form is from what was typed, in single edits: a letter more, less, or another
 * one, or two letters exchanged. A form that sounds the same, or is a spelling of the same name, is
 * half an edit nearer. Returns a negative number if it is too far to be what was meant.
 */
extern double spelling_distance(const Spelling *typed, const Spelling *form);

#endif
