/*
 * servertext.h
 *	  Text between the server's encoding and the UTF-8 of the core.
 */
#ifndef ARTICLE_PG_SERVERTEXT_H
#define ARTICLE_PG_SERVERTEXT_H

#include "base/charset.h"
#include "base/str.h"

/*
 * Text in the server's encoding as UTF-8: itself where the server speaks UTF-8 or SQL_ASCII (the
 * core validates), else palloc'd.  What has no Unicode character becomes U+FFFD.
 */
extern Str servertext_to_core(Str text);

/*
 * The same for an argument that may stand in SQL_ASCII, which promises nothing about its bytes:
 * valid UTF-8.
 */
extern Str servertext_argument(Arena *arena, Str text);

/*
 * Out of the core there are two ways, and which one is right depends on what the text is.
 *
 * Plain text in the server's encoding: itself, or palloc'd.  What the encoding lacks is written as
 * people write it in ASCII (fallback_list.h: typographic quotes, dashes, ligatures), else as '?'.
 * Never for markup, which was escaped before and where a '"' ends an attribute.
 */
extern Str servertext_from_core(Str text);

/* The same as a new text datum. */
extern Datum servertext_datum(Str value);

/*
 * HTML, XML or Markdown as a new text datum: what the encoding lacks becomes a numeric reference,
 * "&#x2019;", which ends no element, no attribute and no span of code.
 */
extern Datum servertext_markup_datum(Str value);

/* The characters that servertext_markup_datum writes as themselves. */
extern Charset servertext_charset(void);

#endif
