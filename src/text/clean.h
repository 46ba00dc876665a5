/*
 * clean.h
 *	  Cleans the text of a page for storage and display: composes it (NFC) and removes soft hyphens
 *	  and zero-width characters.
 *
 * Nearly all text is clean already and is only scanned. Other text goes through fold_clean, with
 * its frozen tables.
 */
#ifndef ARTICLE_CLEAN_H
#define ARTICLE_CLEAN_H

#include "base/arena.h"
#include "base/str.h"

/* Is the character at p clean in any context? */
extern bool text_is_clean_character(const char *p);

/*
 * Would text_clean return this text unchanged? False negatives are possible, false positives are
 * not.
 */
extern bool text_is_clean(Str text);

/* Returns the text itself if it is clean, else a cleaned copy. */
extern Str text_clean(Arena *arena, Str text);

#endif
