/*
 * fold.h
 *	  The error of the functions that fold a text.
 */
#ifndef ARTICLE_PG_FOLD_H
#define ARTICLE_PG_FOLD_H

#include "base/str.h"

/*
 * Returns a folded text, or raises an error if it is STR_NONE or longer than a value of type text.
 */
extern Str fold_check(Str folded);

#endif
