/*
 * class_hides.h
 *	  Class names by which style sheets that are not on the page hide an element. The words of a class
 *	  attribute.
 */
#ifndef ARTICLE_CLASS_HIDES_H
#define ARTICLE_CLASS_HIDES_H

#include "base/str.h"

/*
 * The next word of a class attribute from byte *i on, without the given separators; moves *i to its
 * end. Returns an empty text at the end.
 */
extern Str class_word(Str class, uint32_t *i, const char *separators);

/* Does a class attribute hide its element on screens of any width? */
extern bool class_hides(Str class);

#endif
