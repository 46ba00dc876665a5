/*
 * exact.h
 *	  Finds words in a text exactly as somebody typed them: with their accents, number and person. A
 *	  text and a phrase in, whether the text has the phrase out.
 *
 * Case does not count, nor which kind of apostrophe, quotation mark, dash or space was used, nor
 * how much space there is. All else does, punctuation and hyphens included. A phrase begins and
 * ends where a word does: tout is not in toutes, but été is in l'été.
 */
#ifndef ARTICLE_FRENCH_EXACT_H
#define ARTICLE_FRENCH_EXACT_H

#include "base/str.h"

/* True also for a phrase without a visible character. Linear in the text and the phrase. */
extern bool exact_has(Arena *arena, Str text, Str phrase);

#endif
