/*
 * fold.h
 *	  One spelling for texts that a French reader considers the same. Linear in the length of the
 *	  text; uses tables frozen in fold_gen.c, never the installed ICU.
 *
 * Three strengths: normalise (to store and display), word (to look a word up: lowercase, accents
 * kept), fold (to compare: no accents either). Each is idempotent, gives the same result for all
 * canonically equivalent texts, and subsumes the weaker ones: fold(normalise(t)) = fold(t),
 * fold(word(t)) = fold(t). The result is in NFC. doc/french.md documents each mapping.
 */
#ifndef ARTICLE_TEXT_FOLD_H
#define ARTICLE_TEXT_FOLD_H

#include "base/str.h"

/*
 * Longest result, in bytes: a ligature of 3 bytes may become 33, and PostgreSQL limits a text to
 * just under 1 GB.
 */
#define FOLD_LONGEST 0x3FFFFFFF

/* Longest word, in bytes, that fold_word and fold_plain take; a longer word is truncated. */
#define FOLD_WORD_MAX 255

/* Buffer size that is enough for the result of any such word. */
#define FOLD_WORD_ROOM (FOLD_WORD_MAX * 11)

/*
 * The text of a page in NFC, without soft hyphens and zero-width characters, except those that a
 * script or an emoji needs. Everything visible stays as it is, also white space and control
 * characters.
 */
extern Str fold_clean(Arena *arena, Str text);

/*
 * NFC without invisible characters; one apostrophe ('), one hyphen (-), one kind of space, one line
 * feed. Case, accents, ligatures, quotation marks, dashes and the number of spaces stay. Like the
 * next two functions, returns STR_NONE if the result would be longer than FOLD_LONGEST.
 */
extern Str fold_normalize(Arena *arena, Str text);

/*
 * For comparing: normalised, lowercase, without accents; ligatures and compatibility forms resolved
 * (oe, ae, ss, fi, 1/2); quotes, dashes and white space unified; trimmed.
 */
extern Str fold_text(Arena *arena, Str text);

/* A slug for a URL: the words of fold_text, with & as "et", joined by single hyphens. */
extern Str fold_slug(Arena *arena, Str text);

/*
 * For finding words exactly as they are written: what fold_word makes of each of them, in a text of
 * any length. Like the others, returns STR_NONE if the result would be longer than FOLD_LONGEST.
 */
extern Str fold_words(Arena *arena, Str text);

/*
 * One word for the lexicon: lowercase, NFC, without invisible characters, apostrophe as ', hyphen
 * as -, ligatures and compatibility forms resolved; accents kept. Needs no arena. Writes at most
 * size bytes, whole characters, without a terminator, and returns the number of bytes. Few words
 * grow: U+0149 becomes 'n, an Arabic ligature 18 letters. Guillemets and fractions, which are not
 * words, stay.
 */
extern size_t fold_word(Str word, char *out, size_t size);

/* The same without accents: equals fold_text for any text of at most FOLD_WORD_MAX bytes. */
extern size_t fold_plain(Str word, char *out, size_t size);

/* Equals fold_normalize for a text of at most FOLD_WORD_MAX bytes, but needs no arena. */
extern size_t fold_shown(Str text, char *out, size_t size);

#endif
