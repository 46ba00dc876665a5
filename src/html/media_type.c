/*
 * media_type.c
 *	  See media_type.h.
 */
#include "html/media_type.h"

#include "base/array.h"

/* RFC 6838, 4.2: each half of a type has at most 127 characters. */
#define LONGEST_TYPE 255

/*
 * Types that are read as pages, or that say nothing about their content. Sources: WHATWG MIME
 * Sniffing 3 and 7.1 for XML and for the defaults of servers; RFC 2557 for mail.
 */
static const char *const readable[] = {
	"*/*",
	"application/binary",
	"application/download",
	"application/force-download",
	"application/gzip",
	"application/http",
	"application/octet-stream",
	"application/unknown",
	"application/vnd.wap.xhtml+xml",
	"application/x-download",
	"application/x-gzip",
	"application/x-mimearchive",
	"application/x-unknown-content-type",
	"application/xhtml+xml",
	"application/xml",
	"binary/octet-stream",
	"message/rfc822",
	"multipart/alternative",
	"multipart/mixed",
	"multipart/related",
	"text/html",
	"text/markdown",
	"text/plain",
	"text/x-markdown",
	"text/xml",
	"unknown/unknown",
};

/* WHATWG MIME Sniffing 4.4 and 4.6: JavaScript and JSON types, with their names in article. */
static const struct
{
	const char *type;
	const char *name;
} known[] = {
	{"application/ecmascript", "javascript"},
	{"application/feed+json", "feed"},
	{"application/javascript", "javascript"},
	{"application/json", "json"},
	{"application/x-ecmascript", "javascript"},
	{"application/x-javascript", "javascript"},
	{"text/css", "css"},
	{"text/ecmascript", "javascript"},
	{"text/javascript", "javascript"},
	{"text/json", "json"},
	{"text/x-javascript", "javascript"},
};

/* RFC 9110, 5.6.2: the characters of a token. */
static bool
is_token(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

/* Returns "text/html" for "Text/HTML; charset=utf-8"; data NULL if it is not a media type. */
static Str
essence(Arena *arena, Str content_type)
{
	Str type = str_trim(content_type);
	uint32_t slashes = 0;
	uint32_t len = 0;
	char *lower;

	while (len < type.len && (is_token(type.data[len]) || type.data[len] == '/'))
		slashes += type.data[len++] == '/';
	if (slashes != 1 || len < 3 || len > LONGEST_TYPE || type.data[0] == '/' ||
		type.data[len - 1] == '/')
		return STR_NONE;
	lower = arena_alloc(arena, len);
	for (uint32_t i = 0; i < len; i++)
		lower[i] = ascii_lower(type.data[i]);
	return str_make(lower, len);
}

static bool
is_readable(Str type)
{
	for (size_t i = 0; i < lengthof(readable); i++)
		if (str_equal(type, str_cstr(readable[i])))
			return true;
	return str_ends_ascii(type, STR("+xml")) && !str_starts_ascii(type, STR("image/"));
}

Str
media_type_foreign(Arena *arena, Str content_type)
{
	Str type = essence(arena, content_type);

	if (type.data == NULL || is_readable(type))
		return STR_NONE;
	for (size_t i = 0; i < lengthof(known); i++)
		if (str_equal(type, str_cstr(known[i].type)))
			return str_cstr(known[i].name);
	return str_ends_ascii(type, STR("+json")) ? STR("json") : type;
}
