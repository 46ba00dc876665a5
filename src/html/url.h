/*
 * url.h
 *	  Absolute URLs (RFC 3986 section 5, and what the WHATWG URL Standard forgives: white
 *	  space around, backslashes, raw non-ASCII).
 */
#ifndef ARTICLE_URL_H
#define ARTICLE_URL_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The reference resolved against base (absolute, or STR_NONE). data NULL where the result would not
 * be an absolute http or https URL: javascript:, data:, mailto:, a bare fragment, or a relative
 * reference without a base. Host in lower case, dots resolved, what is not printable ASCII
 * percent-encoded as UTF-8 (a host: punycode).
 */
extern Str url_resolve(Arena *arena, Str base, Str reference);

/* Parts of an absolute URL, slices of it; data NULL where there is none. */
extern Str url_host(Str url);
extern Str url_path(Str url);

/*
 * For comparing, not for showing: without fragment, tracking parameters (tracking_list.h) and
 * '/' at the end, and https where it was http.  Twice is once.
 */
extern Str url_comparable(Arena *arena, Str url);

#endif
