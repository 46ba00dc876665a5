/*
 * encoding.h
 *	  From the bytes of a page to valid UTF-8 without NUL.
 *
 * Order of evidence (WHATWG encoding sniffing, bounded): byte order mark, the NULs of UTF-16, the
 * charset of the content type, <meta charset> or http-equiv in the first 1024 bytes (an UTF-16
 * label there means UTF-8), validity as UTF-8, a <meta> in the first 64 KB, then ICU's detector over
 * at most 2 KB of the text.  A claim that the bytes contradict is passed over: UTF-8 where most high
 * bytes are not, another encoding where all of a good many are UTF-8.  Labels as in the WHATWG
 * Encoding Standard: latin1 is windows-1252.  Broken sequences become U+FFFD; nothing is refused.
 */
#ifndef ARTICLE_ENCODING_H
#define ARTICLE_ENCODING_H

#include "base/arena.h"
#include "base/str.h"

typedef struct Decoded
{
	/* valid UTF-8 without NUL and without BOM; the input itself where nothing had to change */
	Str text;
	const char *encoding; /* WHATWG name of the encoding it was read as, e.g. "windows-1252" */
	bool clean;			  /* known to be: see text/clean.h */
} Decoded;

/* Bytes as crawled.  content_type: the HTTP header's value ("text/html; charset=…"), or STR_NONE.
 */
extern Decoded encoding_decode(Arena *arena, Str bytes, Str content_type);

/*
 * The same for callers that may be interrupted: asks interrupted(context) every few milliseconds,
 * and gives up when it says so. The text's data is NULL then.
 */
extern Decoded encoding_decode_until(Arena *arena, Str bytes, Str content_type,
									 bool (*interrupted)(void *context), void *context);

/* Text that the caller says is UTF-8: whatever the page claims of its charset is ignored. */
extern Decoded encoding_check_utf8(Arena *arena, Str text);
extern Str encoding_clean_utf8(Arena *arena, Str text); /* the text alone */

/*
 * Text that was encoded as UTF-8 twice ("dÃ©jÃ ") as it was meant; any other text as it is.  One look at the first character outside
 * ASCII decides for nearly every page.
 */
extern Str encoding_undo_mojibake(Arena *arena, Str text);

/* The charset that a content type names, as written; data NULL where it names none. */
extern Str encoding_from_content_type(Str content_type);

#endif
