/*
 * punycode.h
 *	  Host names with letters beyond ASCII in the form of the DNS (RFC 3492), by frozen tables: for
 *	  keys in indexes. url_resolve asks ICU, which also checks names.
 */
#ifndef ARTICLE_PUNYCODE_H
#define ARTICLE_PUNYCODE_H

#include "base/str.h"

extern bool punycode_is_ascii(Str host);

/*
 * Returns a host in ASCII: composed (NFC), lowercase, every label that needs it as "xn--…". Returns
 * STR_NONE if a label has more than 63 bytes (RFC 1035, section 2.3.4) or an ASCII character other
 * than letters, digits, '-' and '_'.
 */
extern Str punycode_host(Arena *arena, Str host);

#endif
