/*
 * source_mend.h
 *	  Sources that are not the HTML that they are stored as: paragraphs that a content system writes
 *	  as blank lines, and markup or references that were escaped once too often.
 *
 * Each returns a new source, to be parsed in place of the old one; data NULL if the old one is
 * fine.
 */
#ifndef ARTICLE_SOURCE_MEND_H
#define ARTICLE_SOURCE_MEND_H

#include "article/reader.h"

/*
 * The text of an editor that separates paragraphs by blank lines and has other markup in tags and
 * in shortcodes ("[caption …]"). Costs nothing if the source begins like a page. source_paragraph.c
 */
extern Str source_with_paragraphs(Arena *arena, Str source);

/*
 * A page that shows markup ("<p>La …</p>") or references ("l&eacute;ger") as words. The blocks must
 * have been read. source_escape.c
 */
extern Str source_unescaped(Reader *reader);

#endif
