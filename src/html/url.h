/*
 * url.h
 *	  Absolute URLs (RFC 3986 section 5, and what the WHATWG URL Standard tolerates: surrounding
 *	  white space, backslashes, raw non-ASCII).
 */
#ifndef ARTICLE_URL_H
#define ARTICLE_URL_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Resolves a reference against base (absolute, or STR_NONE). data is NULL if the result would not
 * be an absolute http or https URL: javascript:, data:, mailto:, a bare fragment, or a relative
 * reference without a base. The host is in lowercase, dots are resolved, everything except
 * printable ASCII is percent-encoded as UTF-8 (a host: punycode). The address of a copy in a web
 * archive becomes that of the original: "https://…/web/20230407101500/http://…".
 */
extern Str url_resolve(Arena *arena, Str base, Str reference);

/* Components of an absolute URL, slices of it; data NULL if there is none. */
extern Str url_host(Str url);
extern Str url_path(Str url);

/*
 * Returns a URL for comparison, not for display: without fragment, tracking parameters
 * (tracking_list.h) and trailing '/', and with https for http. Idempotent.
 */
extern Str url_comparable(Arena *arena, Str url);

/* Is a query parameter, "name=value", one of those in tracking_list.h? */
extern bool url_is_tracking(Str parameter);

/* Does an address, or its path, end like the file name of a picture? */
extern bool url_is_picture(Str url);

/*
 * url_key.c: one key for all addresses of a page, as "example.org/path?id=1", for joins and unique
 * indexes. Takes an absolute URL, or one without its scheme. Returns STR_NONE for anything else,
 * for a host without a dot, which is not on the Internet, and for more than URL_KEY_LONGEST bytes.
 * Idempotent; frozen, as fold.h is.
 *
 * Left out: the scheme, user and default port; www, m, mobile and amp in the host; AMP's and index
 * files' part of a path, repeated and trailing slashes; tracking and session parameters; the
 * fragment, except "#!…", which names a page. What wraps an address (AMP caches, web archives) is
 * undone. Escapes are decoded where RFC 3986 (2.3) calls them equivalent, parameters are sorted.
 */
#define URL_KEY_LONGEST 65536

extern Str url_key(Arena *arena, Str url);

#endif
