/*
 * fold.h
 *	  One spelling for what a French reader takes for the same text.  Text in, text out, linear in
 *	  its length, from tables frozen in fold_gen.c: never from the ICU of the day.
 *
 * Three strengths: normalise (to store and show), word (to look a word up: small letters, accents
 * kept), fold (to compare: no accents either).  Each is idempotent, gives one result for all
 * canonically equivalent texts, and undoes what a weaker one does: fold(normalise(t)) = fold(t),
 * fold(word(t)) = fold(t).  The result is in NFC.  doc/french.md says what becomes of what.
 */
#ifndef ARTICLE_TEXT_FOLD_H
#define ARTICLE_TEXT_FOLD_H

#include "base/str.h"

/* Longest result, in bytes: a ligature of three bytes may stand for thirty-three, and a text is short
 * of a gigabyte in PostgreSQL. */
#define FOLD_LONGEST 0x3FFFFFFF

/* Longest word that fold_word and fold_plain take; of a longer one they fold the beginning. */
#define FOLD_WORD_MAX 255

/* Room for whatever may become of such a word. */
#define FOLD_WORD_ROOM (FOLD_WORD_MAX * 11)

/*
 * The text of a page: NFC, without soft hyphens and zero-width characters, except those that a script or an emoji is written with.
 * All that a reader sees stays as it is, white space and controls too.
 */
extern Str fold_clean(Arena *arena, Str text);

/*
 * NFC without invisible characters; one apostrophe ('), one hyphen (-), one space, one line feed.
 * Capitals, accents, ligatures, quotation marks, dashes, the number of spaces stay.  Like the next
 * two, STR_NONE where the result would be longer than FOLD_LONGEST.
 */
extern Str fold_normalize(Arena *arena, Str text);

/*
 * For comparing: normalised, small letters, no accents, ligatures and compatibility forms
 * resolved (oe, ae, ss, fi, 1/2), quotes, dashes and white space unified, the ends trimmed.
 */
extern Str fold_text(Arena *arena, Str text);

/* A text for a URL: the words of fold_text, & as "et", joined by single hyphens. */
extern Str fold_slug(Arena *arena, Str text);

/*
 * One word for the lexicon: small letters in NFC, nothing invisible, apostrophe ', hyphen -,
 * ligatures and compatibility forms resolved; accents kept.  Needs no arena.  Writes at most size
 * bytes, whole characters, no terminator; returns how many.  Few words grow: U+0149 to 'n, a
 * ligature of Arabic to eighteen letters.  Guillemets and fractions, which are no words, stay.
 */
extern size_t fold_word(Str word, char *out, size_t size);

/* The same without accents: what fold_text makes of a word, or of any text as short. */
extern size_t fold_plain(Str word, char *out, size_t size);

/* What fold_normalize makes of a text of at most FOLD_WORD_MAX bytes, likewise without an arena. */
extern size_t fold_shown(Str text, char *out, size_t size);

#endif
