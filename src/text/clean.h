/*
 * clean.h
 *	  The text of a page as it is stored and shown: text in; the same, composed (NFC) and without soft hyphens and zero-width
 *	  characters, out.
 *
 * Nearly all text is clean already and costs one look.  What has to change goes through fold_clean, with its frozen tables.
 */
#ifndef ARTICLE_CLEAN_H
#define ARTICLE_CLEAN_H

#include "base/arena.h"
#include "base/str.h"

/* Is the character at p clean whatever stands before it? */
extern bool text_is_clean_character(const char *p);

/* Is a text as text_clean would return it?  May say no of a text that is. */
extern bool text_is_clean(Str text);

/* The text itself where it is clean, else a copy. */
extern Str text_clean(Arena *arena, Str text);

#endif
