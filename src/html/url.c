/*
 * url.c
 *	  See url.h. References as written in pages in, absolute http and https URLs out, in printable
 *	  ASCII only.
 */
#include "html/url.h"

#include <unicode/uidna.h>

#include "base/array.h"

#define LONGEST_HOST 255 /* RFC 1035, section 2.3.4 */

/* RFC 3986, section 3; data NULL if a component is undefined. */
typedef struct UrlParts
{
	Str scheme;
	Str authority;
	Str path;
	Str query;
	Str fragment;
} UrlParts;

/* Cuts s at the first c and returns what follows it; STR_NONE if there is none. */
static Str
cut_at(Str *s, char c)
{
	const char *found = s->len > 0 ? memchr(s->data, c, s->len) : NULL;
	Str after = STR_NONE;

	if (found != NULL)
	{
		after = str_sub(*s, (uint32_t) (found - s->data) + 1, s->len);
		s->len = (uint32_t) (found - s->data);
	}
	return after;
}

/* Length of the scheme of s without its ':'; 0 if it has none. */
static uint32_t
scheme_len(Str s)
{
	uint32_t i = 0;

	if (s.len == 0 || !ascii_alpha(s.data[0]))
		return 0;
	while (i < s.len && (ascii_alpha(s.data[i]) || ascii_digit(s.data[i]) || s.data[i] == '+' ||
						 s.data[i] == '-' || s.data[i] == '.'))
		i++;
	return i < s.len && s.data[i] == ':' ? i : 0;
}

static UrlParts
split(Str s)
{
	UrlParts parts = {STR_NONE, STR_NONE, s, STR_NONE, STR_NONE};
	uint32_t scheme = scheme_len(s);

	if (scheme > 0)
	{
		parts.scheme = str_sub(s, 0, scheme);
		parts.path = str_sub(s, scheme + 1, s.len);
	}
	parts.fragment = cut_at(&parts.path, '#');
	parts.query = cut_at(&parts.path, '?');
	if (parts.path.len >= 2 && memcmp(parts.path.data, "//", 2) == 0)
	{
		parts.authority = str_sub(parts.path, 2, parts.path.len);
		parts.path = parts.authority;
		(void) cut_at(&parts.authority, '/');
		parts.path = str_sub(parts.path, parts.authority.len, parts.path.len);
	}
	return parts;
}

static bool
is_http(Str scheme)
{
	return str_equal_ascii(scheme, STR("http")) || str_equal_ascii(scheme, STR("https"));
}

static Str
trim_controls(Str s)
{
	while (s.len > 0 && (unsigned char) s.data[0] <= ' ')
		s = str_sub(s, 1, s.len);
	while (s.len > 0 && (unsigned char) s.data[s.len - 1] <= ' ')
		s.len--;
	return s;
}

/*
 * Repairs what the WHATWG tolerates: removes surrounding white space and line breaks, and turns '\'
 * into '/' in a path.
 */
static Str
forgive(Arena *arena, Str s)
{
	char *copy;
	uint32_t len = 0;
	bool in_path = true;

	s = trim_controls(s);
	if (s.len == 0 || (!memchr(s.data, '\\', s.len) && !memchr(s.data, '\n', s.len) &&
					   !memchr(s.data, '\r', s.len) && !memchr(s.data, '\t', s.len)))
		return s;
	copy = arena_alloc(arena, s.len);
	for (uint32_t i = 0; i < s.len; i++)
	{
		char c = s.data[i];

		if (c == '\t' || c == '\n' || c == '\r')
			continue;
		in_path = in_path && c != '?' && c != '#';
		copy[len++] = c == '\\' && in_path ? '/' : c;
	}
	return str_make(copy, len);
}

/*
 * Finds the authority. "http:/host", "http:host" and "http:///host" mean "http://host", as in
 * browsers.
 */
static void
find_authority(UrlParts *parts)
{
	while (parts->authority.len == 0 && parts->path.len > 0)
	{
		uint32_t slashes = 0;

		while (slashes < parts->path.len && parts->path.data[slashes] == '/')
			slashes++;
		parts->authority = parts->path = str_sub(parts->path, slashes, parts->path.len);
		(void) cut_at(&parts->authority, '/');
		parts->path = str_sub(parts->path, parts->authority.len, parts->path.len);
	}
}

/*
 * Removes "." and ".." from a path that starts with '/' (RFC 3986, section 5.2.4), in place.
 * Returns its new length.
 */
static size_t
remove_dot_segments(char *path, size_t len)
{
	size_t out = 0;
	size_t i = 0;

	while (i < len)
	{
		size_t start = i + 1; /* path[i] is a '/' */
		const char *slash = memchr(path + start, '/', len - start);
		size_t width = slash ? (size_t) (slash - path) - start : len - start;
		bool dot = width == 1 && path[start] == '.';
		bool dots = width == 2 && memcmp(path + start, "..", 2) == 0;

		if (dots)
			while (out > 0 && path[--out] != '/')
				;
		if (!dot && !dots)
		{
			memmove(path + out, path + i, width + 1);
			out += width + 1;
		}
		else if (slash == NULL)
			path[out++] = '/';
		i = start + width;
	}
	return out;
}

/* RFC 3986, section 5.2.3, then 5.2.4. */
static Str
merge_paths(Arena *arena, Str base, Str path)
{
	char *merged = arena_alloc(arena, (size_t) base.len + path.len + 1);
	size_t len = 0;

	if (path.len == 0 || path.data[0] != '/')
	{
		len = base.len;
		while (len > 0 && base.data[len - 1] != '/')
			len--;
		if (len > 0)
			memcpy(merged, base.data, len);
		else
			merged[len++] = '/';
	}
	if (path.len > 0)
		memcpy(merged + len, path.data, path.len);
	return str_make(merged, remove_dot_segments(merged, len + path.len));
}

static Str
plain_path(Arena *arena, Str path)
{
	return str_find(path, STR("/.")) < 0 ? path : merge_paths(arena, STR_NONE, path);
}

/* RFC 3986, section 5.2.2: takes undefined components from the base. */
static void
inherit(Arena *arena, const UrlParts *base, UrlParts *parts)
{
	parts->scheme = base->scheme;
	if (parts->authority.data != NULL)
		return;
	parts->authority = base->authority;
	if (parts->path.len == 0)
	{
		parts->path = base->path;
		if (parts->query.data == NULL)
			parts->query = base->query;
	}
	else if (parts->path.data[0] != '/')
		parts->path = merge_paths(arena, base->path, parts->path);
}

static inline bool
must_escape(unsigned char c)
{
	switch (c)
	{
		case '"':
		case '<':
		case '>':
		case '\\':
		case '^':
		case '`':
		case '{':
		case '}':
			return true;
		default:
			return c <= ' ' || c >= 0x7F;
	}
}

/*
 * Percent-encodes the union of the WHATWG's encode sets, except '%', which may be part of an escape
 * already.
 */
static void
add_escaped(StrBuf *out, Str s)
{
	static const char digits[] = "0123456789ABCDEF";
	uint32_t i = 0;

	while (i < s.len)
	{
		uint32_t start = i;

		while (i < s.len && !must_escape((unsigned char) s.data[i]))
			i++;
		strbuf_add(out, str_sub(s, start, i - start));
		for (; i < s.len && must_escape((unsigned char) s.data[i]); i++)
		{
			char escape[3] = {'%', digits[(unsigned char) s.data[i] >> 4], digits[s.data[i] & 15]};

			strbuf_add(out, str_make(escape, 3));
		}
	}
}

/*
 * Checks for characters forbidden in a host (WHATWG URL, 3.5): IDNA may have mapped a similar
 * character to one of them.
 */
static bool
may_name_host(const char *ascii, int32_t len)
{
	for (int32_t i = 0; i < len; i++)
		if (must_escape((unsigned char) ascii[i]) || strchr("#%/:?@[]|", ascii[i]) != NULL)
			return false;
	return len > 0;
}

/*
 * Writes a non-ASCII host as the DNS knows it (punycode) and returns its length; 0 if it is not a
 * valid name.
 */
static uint32_t
host_to_ascii(const Arena *arena, Str host, char ascii[LONGEST_HOST + 1])
{
	UErrorCode status = U_ZERO_ERROR;
	UIDNAInfo info = UIDNA_INFO_INITIALIZER;
	UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status);
	int32_t len = uidna_nameToASCII_UTF8(idna, host.data, (int32_t) host.len, ascii,
										 LONGEST_HOST + 1, &info, &status);

	uidna_close(idna);
	if (status == U_MEMORY_ALLOCATION_ERROR)
		arena_exhausted(arena);
	return U_SUCCESS(status) && info.errors == 0 && may_name_host(ascii, len) ? (uint32_t) len : 0;
}

/* Writes a host in lowercase. Returns false if it is not a valid host. */
static bool
add_host(StrBuf *out, Str host)
{
	char name[LONGEST_HOST + 1];
	bool ascii = true;

	if (host.len == 0 || host.len > LONGEST_HOST)
		return false;
	for (uint32_t i = 0; i < host.len; i++)
	{
		name[i] = ascii_lower(host.data[i]);
		if ((host.data[i] & 0x80) != 0)
			ascii = false;
		else if (must_escape((unsigned char) name[i]))
			return false;
	}
	if (!ascii)
		host.len = host_to_ascii(out->arena, host, name);
	strbuf_add(out, str_make(name, host.len));
	return host.len > 0;
}

/* Splits an authority into the text before its host, the host, and ":port". */
static void
split_authority(Str authority, Str *user, Str *host, Str *port)
{
	uint32_t at = authority.len;
	uint32_t colon;

	*user = *host = *port = STR_NONE;
	if (authority.len == 0)
		return;
	while (at > 0 && authority.data[at - 1] != '@')
		at--;
	*user = str_sub(authority, 0, at);
	*host = str_sub(authority, at, authority.len);
	colon = host->len;
	while (colon > 0 && ascii_digit(host->data[colon - 1]))
		colon--;
	*port = str_sub(*host, host->len, 0);
	if (colon > 0 && host->data[colon - 1] == ':')
	{
		*port = str_sub(*host, colon - 1, host->len);
		host->len = colon - 1;
	}
}

static bool
add_authority(StrBuf *out, Str authority, bool secure)
{
	Str user;
	Str host;
	Str port;

	split_authority(authority, &user, &host, &port);
	add_escaped(out, user);
	if (!add_host(out, host) || (host.data[0] == '[' ? host.data[host.len - 1] != ']'
													 : memchr(host.data, ':', host.len) != NULL))
		return false;
	if (port.len > 1 && !str_equal(port, secure ? STR(":443") : STR(":80")))
		strbuf_add(out, port);
	return true;
}

/* Days of an archive's time stamp, at least: "20230407101500", "2023.04.07-101500". */
#define SHORTEST_STAMP 8

/*
 * The address after an archive's time stamp, within a path: "/web/20230407101500im_/http://…"; data
 * NULL if there is none. Two letters and '_' say in which form the archive serves the page.
 */
static Str
archived_in(Str path)
{
	const char *colon = path.len > 0 ? memchr(path.data, ':', path.len) : NULL;
	uint32_t end = colon ? (uint32_t) (colon - path.data) : 0;
	uint32_t digits = 0;
	uint32_t scheme;

	while (end > 0 && ascii_alpha(path.data[end - 1]))
		end--;
	scheme = end;
	if (end < 2 || path.data[end - 1] != '/' ||
		!is_http(str_sub(path, scheme, (uint32_t) (colon - path.data) - scheme)) ||
		!str_starts_ascii(str_sub(path, (uint32_t) (colon - path.data), path.len), STR(":/")))
		return STR_NONE;
	end--;
	if (end > 3 && path.data[end - 1] == '_' && ascii_alpha(path.data[end - 2]) &&
		ascii_alpha(path.data[end - 3]))
		end -= 3;
	while (end > 0 && (ascii_digit(path.data[end - 1]) || path.data[end - 1] == '.' ||
					   path.data[end - 1] == '-'))
		digits += ascii_digit(path.data[--end]);
	if (digits < SHORTEST_STAMP || end == 0 || path.data[end - 1] != '/')
		return STR_NONE;
	return str_sub(path, scheme, path.len);
}

/* Replaces the address of an archive's copy by the address of the page that it is a copy of. */
static void
leave_archive(UrlParts *parts)
{
	Str original = archived_in(parts->path);
	Str query = parts->query;
	Str fragment = parts->fragment;

	if (original.data == NULL)
		return;
	*parts = split(original);
	find_authority(parts);
	parts->query = query;
	parts->fragment = fragment;
}

static Str
compose(Arena *arena, UrlParts *parts)
{
	bool secure;
	StrBuf out;

	leave_archive(parts);
	secure = parts->scheme.len == 5;
	strbuf_init(&out, arena);
	strbuf_reserve(&out, (size_t) parts->authority.len + parts->path.len + parts->query.len +
							 parts->fragment.len + 16);
	strbuf_add(&out, secure ? STR("https://") : STR("http://"));
	if (!add_authority(&out, parts->authority, secure))
		return STR_NONE;
	add_escaped(&out, plain_path(arena, parts->path));
	if (parts->query.data != NULL)
	{
		strbuf_add_char(&out, '?');
		add_escaped(&out, parts->query);
	}
	if (parts->fragment.data != NULL)
	{
		strbuf_add_char(&out, '#');
		add_escaped(&out, parts->fragment);
	}
	return strbuf_str(&out);
}

Str
url_resolve(Arena *arena, Str base, Str reference)
{
	UrlParts parts;
	UrlParts base_parts;
	bool same_scheme;
	bool absolute;

	if (reference.data == NULL)
		return STR_NONE;
	reference = forgive(arena, reference);
	parts = split(reference);
	if (parts.scheme.data != NULL && !is_http(parts.scheme))
		return STR_NONE;
	base_parts = split(forgive(arena, base));
	find_authority(&base_parts);
	same_scheme = str_equal_ascii(parts.scheme, base_parts.scheme) && parts.authority.data == NULL;
	absolute = parts.scheme.data != NULL && !same_scheme;
	if (absolute || parts.authority.data != NULL)
		find_authority(&parts);
	if (absolute)
		return compose(arena, &parts);
	if (!is_http(base_parts.scheme) || (reference.len > 0 && reference.data[0] == '#'))
		return STR_NONE;
	inherit(arena, &base_parts, &parts);
	return compose(arena, &parts);
}

static Str
authority_of(Str url)
{
	int32_t start = str_find(url, STR("://"));
	uint32_t len = 0;

	if (start < 0)
		return STR_NONE;
	url = str_sub(url, (uint32_t) start + 3, url.len);
	while (len < url.len && url.data[len] != '/' && url.data[len] != '?' && url.data[len] != '#')
		len++;
	return str_sub(url, 0, len);
}

Str
url_host(Str url)
{
	Str user;
	Str host;
	Str port;

	split_authority(authority_of(url), &user, &host, &port);
	return host.len > 0 ? host : STR_NONE;
}

Str
url_path(Str url)
{
	Str authority = authority_of(url);
	Str path;

	if (authority.data == NULL)
		return STR_NONE;
	path = str_sub(url, (uint32_t) (authority.data - url.data) + authority.len, url.len);
	(void) cut_at(&path, '#');
	(void) cut_at(&path, '?');
	return path.len > 0 ? path : STR_NONE;
}

bool
url_is_picture(Str url)
{
	static const Str endings[] = {{".avif", 5}, {".gif", 4}, {".jpeg", 5},
								  {".jpg", 4},	{".png", 4}, {".webp", 5}};

	for (uint32_t i = 0; i < url.len; i++)
		if (url.data[i] == '?' || url.data[i] == '#')
			url.len = i;
	for (size_t i = 0; i < lengthof(endings); i++)
		if (str_ends_ascii(url, endings[i]))
			return true;
	return false;
}

bool
url_is_tracking(Str parameter)
{
	static const Str names[] = {
#define TRACKING(name) {name, sizeof(name) - 1},
#include "html/tracking_list.h"
#undef TRACKING
	};

	(void) cut_at(&parameter, '=');
	for (uint32_t i = 0; i < lengthof(names); i++)
	{
		bool prefix = names[i].data[names[i].len - 1] == '_';

		if (prefix ? str_starts_ascii(parameter, names[i]) : str_equal_ascii(parameter, names[i]))
			return true;
	}
	return false;
}

Str
url_comparable(Arena *arena, Str url)
{
	StrBuf out;
	Str query;
	char mark = '?';

	if (url.data == NULL)
		return url;
	(void) cut_at(&url, '#');
	query = cut_at(&url, '?');
	if (str_starts_ascii(url, STR("http://")))
		url = str_concat(arena, STR("https"), str_sub(url, 4, url.len));
	while (url.len > 0 && url.data[url.len - 1] == '/')
		url.len--;
	strbuf_init(&out, arena);
	strbuf_add(&out, url);
	while (query.len > 0)
	{
		Str parameter = query;

		query = cut_at(&parameter, '&');
		if (parameter.len == 0 || url_is_tracking(parameter))
			continue;
		strbuf_add_char(&out, mark);
		strbuf_add(&out, parameter);
		mark = '&';
	}
	return strbuf_str(&out);
}
