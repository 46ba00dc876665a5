/*
 * servertext.h
 *	  Text between the server's encoding and the core's UTF-8.
 */
#ifndef ARTICLE_PG_SERVERTEXT_H
#define ARTICLE_PG_SERVERTEXT_H

#include "base/charset.h"
#include "base/str.h"

/*
 * Converts text in the server's encoding to UTF-8.  Returns the text itself if the server uses
 * UTF-8 or SQL_ASCII (the core validates it), else palloc'd text.  What has no Unicode character
 * becomes U+FFFD.
 */
extern Str servertext_to_core(Str text);

/* The same for an argument, which in SQL_ASCII may hold any bytes: returns valid UTF-8. */
extern Str servertext_argument(Arena *arena, Str text);

/* The same for a detoasted value of type text, which must outlive the result. */
extern Str servertext_value(Arena *arena, const text *value);

/* The same for an array of texts, in the arena; nulls and empty texts are left out. */
extern StrList servertext_list(Arena *arena, Datum array);

/*
 * There are two ways out of the core; which one is right depends on the kind of text.
 *
 * Converts plain text to the server's encoding.  Returns the text itself or palloc'd text.
 * Characters that the encoding lacks are written in the usual ASCII form (fallback_list.h:
 * typographic quotes, dashes, ligatures), else as '?'.  Never use it for markup, which was escaped
 * before, and where a '"' ends an attribute.
 */
extern Str servertext_from_core(Str text);

/* The same as a new text datum. */
extern Datum servertext_datum(Str value);

/*
 * Converts HTML, XML or Markdown to a new text datum.  A character that the encoding lacks becomes
 * a numeric reference, "&#x2019;", which ends no element, no attribute and no code span.
 */
extern Datum servertext_markup_datum(Str value);

/*
 * Returns how many characters a slice of the core's text has; in SQL_ASCII, how many bytes. Checks
 * for interrupts.
 */
extern int32_t servertext_characters(const char *data, uint32_t len);

/* Returns the set of characters that servertext_markup_datum writes unchanged. */
extern Charset servertext_charset(void);

#endif
