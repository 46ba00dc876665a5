/*
 * encoding.h
 *	  From the bytes of a page to valid UTF-8 without NUL.
 *
 * Order of evidence (WHATWG encoding sniffing, bounded): byte order mark, the NULs of UTF-16, the
 * charset of the content type, <meta charset> or http-equiv in the first 1024 bytes (a UTF-16 label
 * there means UTF-8), validity as UTF-8, a <meta> in the first 64 KB, then ICU's detector over at
 * most 2 KB of the text. A declaration that the bytes contradict is ignored: UTF-8 if most high
 * bytes are invalid, another encoding if a good number of sequences are all valid UTF-8. Labels as
 * in the WHATWG Encoding Standard: latin1 is windows-1252. Broken sequences become U+FFFD; no input
 * is rejected.
 */
#ifndef ARTICLE_ENCODING_H
#define ARTICLE_ENCODING_H

#include "base/arena.h"
#include "base/str.h"

typedef struct Decoded
{
	/* valid UTF-8 without NUL and BOM; the input itself if nothing had to change */
	Str text;
	const char *encoding; /* WHATWG name of the source encoding, e.g. "windows-1252" */
	bool clean;			  /* known to be clean (text/clean.h) */
} Decoded;

/*
 * Decodes bytes as crawled. content_type: the HTTP header's value ("text/html; charset=…"), or
 * STR_NONE.
 */
extern Decoded encoding_decode(Arena *arena, Str bytes, Str content_type);

/*
 * The same for callers that may be interrupted: calls interrupted(context) every few milliseconds,
 * and stops when it returns true. The text's data is NULL then.
 */
extern Decoded encoding_decode_until(Arena *arena, Str bytes, Str content_type,
									 bool (*interrupted)(void *context), void *context);

/* For text that is known to be UTF-8: the charset that the page declares is ignored. */
extern Decoded encoding_check_utf8(Arena *arena, Str text);
extern Str encoding_clean_utf8(Arena *arena, Str text); /* returns only the text */

/*
 * Repairs text that was encoded as UTF-8 twice ("dÃ©jÃ "); any other text is returned as it is. For
 * nearly every page, the first non-ASCII character decides.
 */
extern Str encoding_undo_mojibake(Arena *arena, Str text);

/* Returns the charset of a content type, as written; data NULL if there is none. */
extern Str encoding_from_content_type(Str content_type);

#endif
