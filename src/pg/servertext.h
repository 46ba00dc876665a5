/*
 * servertext.h
 *	  Text between the server's encoding and the UTF-8 of the core.
 */
#ifndef ARTICLE_PG_SERVERTEXT_H
#define ARTICLE_PG_SERVERTEXT_H

#include "base/str.h"

/*
 * Text in the server's encoding as UTF-8: itself where the server speaks UTF-8 or SQL_ASCII (the
 * core validates), else palloc'd.  What has no Unicode character becomes U+FFFD.
 */
extern Str servertext_to_core(Str text);

/* The same for an argument that may stand in SQL_ASCII, which promises nothing about its bytes: valid UTF-8. */
extern Str servertext_argument(Arena *arena, Str text);

/*
 * UTF-8 in the server's encoding: itself, or palloc'd.  What the encoding cannot say is
 * written in ASCII where it can be (typographic quotes, dashes, ligatures), else as '?'.
 */
extern Str servertext_from_core(Str text);

/* The same as a new text datum. */
extern Datum servertext_datum(Str value);

#endif
