/*
 * name_same.h
 *	  Are two names those of one person or place? Two names with a key in common in (name_key.h), the
 *	  given names decide.
 */
#ifndef ARTICLE_FRENCH_NAME_SAME_H
#define ARTICLE_FRENCH_NAME_SAME_H

#include "base/str.h"

/*
 * May both be names of one? Their family names must be spellings of one, and so must their given
 * names, unless one name has none (Petit, Mme Petit), an initial or a short form of the other's
 * (J. Petit, Joe Petit). Titles do not count, and a family name may stand first. Symmetric.
 */
extern bool name_same(Str a, Str b);

#endif
