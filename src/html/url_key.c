/*
 * url_key.c
 *	  See url.h. An address is unwrapped, resolved to the form of url_resolve, and its host, path
 *	  and query are written one after the other without what leads to the same page.
 */
#include "html/url.h"

#include <stdlib.h>

#include "base/array.h"
#include "html/punycode.h"

/* Most layers of addresses in addresses that are undone. */
#define WRAPPERS_MOST 4

typedef struct NamedValue
{
	Str name;
	Str value;
} NamedValue;

typedef struct WrapperForm
{
	Str host;
	Str path;
} WrapperForm;

#define ENTRY(text)                                                                                \
	{                                                                                              \
		(text), sizeof(text) - 1                                                                   \
	}

static const Str host_labels[] = {
#define HOST_LABEL(name) ENTRY(name),
#define INDEX_FILE(name)
#define PARAMETER(name, value)
#define WRAPPER(host, path)
#include "html/url_key_list.h"
};

static const Str index_files[] = {
#define HOST_LABEL(name)
#define INDEX_FILE(name) ENTRY(name),
#define PARAMETER(name, value)
#define WRAPPER(host, path)
#include "html/url_key_list.h"
};

static const NamedValue parameters[] = {
#define HOST_LABEL(name)
#define INDEX_FILE(name)
#define PARAMETER(name, value) {ENTRY(name), ENTRY(value)},
#define WRAPPER(host, path)
#include "html/url_key_list.h"
};

static const WrapperForm wrappers[] = {
#define HOST_LABEL(name)
#define INDEX_FILE(name)
#define PARAMETER(name, value)
#define WRAPPER(host, path) {ENTRY(host), ENTRY(path)},
#include "html/url_key_list.h"
};

/*
 * Removes and returns what precedes the first c in *rest, together with it; all if there is none.
 */
static Str
take_until(Str *rest, char c)
{
	const char *found = rest->len > 0 ? memchr(rest->data, c, rest->len) : NULL;
	uint32_t len = found != NULL ? (uint32_t) (found - rest->data) : rest->len;
	Str taken = str_sub(*rest, 0, len);

	*rest = str_sub(*rest, found != NULL ? len + 1 : len, rest->len);
	return taken;
}

/* ------------------------------------------------------------------ escapes */

static int
hex_value(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
is_unreserved(int c)
{
	return ascii_alpha((char) c) || ascii_digit((char) c) || (c > 0 && strchr("-._~", c) != NULL);
}

/* Writes text with its escapes decoded where that changes nothing, and in uppercase elsewhere. */
static void
add_unescaped(StrBuf *out, Str text)
{
	static const char digits[] = "0123456789ABCDEF";

	for (uint32_t i = 0; i < text.len; i++)
	{
		int high = text.data[i] == '%' && i + 2 < text.len ? hex_value(text.data[i + 1]) : -1;
		int low = high >= 0 ? hex_value(text.data[i + 2]) : -1;

		strbuf_add_char(out, text.data[i]);
		if (low < 0)
			continue;
		i += 2;
		if (is_unreserved(high * 16 + low))
			out->data[out->len - 1] = (char) (high * 16 + low);
		else
		{
			strbuf_add_char(out, digits[high]);
			strbuf_add_char(out, digits[low]);
		}
	}
}

static Str
unescape(Arena *arena, Str text)
{
	StrBuf out;

	strbuf_init(&out, arena);
	add_unescaped(&out, text);
	return strbuf_str(&out);
}

/* ------------------------------------------------------------------ the host */

static uint32_t
count_labels(Str host)
{
	uint32_t count = 1;

	for (uint32_t i = 0; i < host.len; i++)
		count += host.data[i] == '.';
	return count;
}

/* Is it a suffix under which anybody registers names, co.uk or com.br? Then it is not a site. */
static bool
is_registry(Str host)
{
	Str first = take_until(&host, '.');

	return count_labels(host) == 1 && host.len == 2 && first.len <= 3;
}

static bool
is_other_form(Str label)
{
	if (str_starts_ascii(label, STR("www")) &&
		(label.len == 3 || (label.len == 4 && ascii_digit(label.data[3]))))
		return true;
	return str_is_one_of_ascii(label, host_labels, lengthof(host_labels));
}

/* Writes a host without its labels for other forms of the site; its last two labels always stay. */
static void
add_host(StrBuf *out, Str host)
{
	if (host.len > 0 && host.data[host.len - 1] == '.')
		host.len--;
	while (host.len > 0)
	{
		Str rest = host;
		Str label = take_until(&rest, '.');

		if (rest.len == 0 || count_labels(rest) < 2 || is_registry(rest) || !is_other_form(label))
		{
			strbuf_add(out, label);
			if (rest.len > 0)
				strbuf_add_char(out, '.');
		}
		host = rest;
	}
}

/* The port with its colon, unless it is the default one of either scheme. */
static Str
port_of(Str url, Str host)
{
	const char *end = host.data + host.len;
	uint32_t left = url.len - (uint32_t) (end - url.data);
	uint32_t len = 1;

	if (left == 0 || *end != ':')
		return STR("");
	while (len < left && ascii_digit(end[len]))
		len++;
	if (str_equal(str_make(end, len), STR(":80")) || str_equal(str_make(end, len), STR(":443")))
		return STR("");
	return str_make(end, len);
}

/* ------------------------------------------------------------------ the path */

/* Shortens a segment by what its AMP form or a session adds. */
static Str
plain_segment(Str segment)
{
	int32_t session = str_find_ascii(segment, STR(";jsessionid="));

	if (session >= 0)
		segment.len = (uint32_t) session;
	if (str_ends_ascii(segment, STR(".amp")))
		segment.len -= 4;
	return segment;
}

static bool
is_left_out(Str segment, bool first, bool last)
{
	if (segment.len == 0)
		return true;
	if (last && str_is_one_of_ascii(segment, index_files, lengthof(index_files)))
		return true;
	return (first || last) && str_equal_ascii(segment, STR("amp"));
}

static void
add_path(StrBuf *out, Str path)
{
	bool first = true;

	while (path.len > 0 && path.data[path.len - 1] == '/')
		path.len--;
	path = str_sub(path, 1, path.len);
	while (path.len > 0)
	{
		Str segment = plain_segment(take_until(&path, '/'));
		bool last = path.len == 0;

		if (!is_left_out(segment, first, last))
		{
			strbuf_add_char(out, '/');
			if (last && str_ends_ascii(segment, STR(".amp.html")))
			{
				strbuf_add(out, str_sub(segment, 0, segment.len - 9));
				segment = STR(".html");
			}
			strbuf_add(out, segment);
		}
		first = false;
	}
}

/* ------------------------------------------------------------------ the query */

static bool
is_dropped(Str parameter)
{
	Str value = parameter;
	Str name = take_until(&value, '=');

	if (name.len == 0 || url_is_tracking(parameter))
		return true;
	for (uint32_t i = 0; i < lengthof(parameters); i++)
		if (str_equal_ascii(name, parameters[i].name) &&
			(parameters[i].value.len == 0 || str_equal_ascii(value, parameters[i].value)))
			return true;
	return false;
}

static int
compare_parameters(const void *a, const void *b)
{
	const Str *left = a;
	const Str *right = b;
	uint32_t shorter = left->len < right->len ? left->len : right->len;
	int order = memcmp(left->data, right->data, shorter);

	return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

/* "a=" is "a", '+' is a space; "&amp;" was escaped once too often. */
static Str
plain_parameter(Arena *arena, Str parameter)
{
	StrBuf out;

	if (str_starts_ascii(parameter, STR("amp;")))
		parameter = str_sub(parameter, 4, parameter.len);
	if (parameter.len > 0 && parameter.data[parameter.len - 1] == '=')
		parameter.len--;
	strbuf_init(&out, arena);
	while (parameter.len > 0)
	{
		Str part = take_until(&parameter, '+');

		add_unescaped(&out, part);
		if (parameter.data == part.data + part.len + 1)
			strbuf_add(&out, STR("%20"));
	}
	return strbuf_str(&out);
}

static void
add_query(StrBuf *out, Str query)
{
	Str *sorted = arena_array(out->arena, Str, query.len / 2 + 1);
	uint32_t count = 0;

	while (query.len > 0)
	{
		Str parameter = take_until(&query, '&');

		parameter = parameter.len > 0 ? plain_parameter(out->arena, parameter) : parameter;
		if (!is_dropped(parameter))
			sorted[count++] = parameter;
	}
	qsort(sorted, count, sizeof(Str), compare_parameters);
	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || !str_equal(sorted[i], sorted[i - 1]))
		{
			strbuf_add_char(out, i == 0 ? '?' : '&');
			strbuf_add(out, sorted[i]);
		}
}

/* ------------------------------------------------------------------ the whole */

/* Does path begin with a form of url_key_list.h? Returns what follows it, or STR_NONE. */
static Str
after_form(Str path, Str form)
{
	while (form.len > 0)
	{
		Str wanted;
		Str segment;

		if (path.len == 0 || path.data[0] != '/')
			return STR_NONE;
		path = str_sub(path, 1, path.len);
		form = str_sub(form, 1, form.len);
		if (form.len == 0)
			return path;
		wanted = str_sub(form, 0, (uint32_t) str_find(form, STR("/")));
		segment = str_sub(path, 0, path.len);
		segment = take_until(&segment, '/');
		if (segment.len == 0 || segment.len == path.len ||
			!(str_equal(wanted, STR("*")) || str_equal_ascii(segment, wanted)))
			return STR_NONE;
		path = str_sub(path, segment.len, path.len);
		form = str_sub(form, wanted.len, form.len);
	}
	return STR_NONE;
}

static bool
is_host_of(Str host, Str site)
{
	return str_equal_ascii(host, site) ||
		   (str_ends_ascii(host, site) && host.data[host.len - site.len - 1] == '.');
}

/* Returns the address that a cache or an archive wraps, with its query; STR_NONE if it is none. */
static Str
wrapped(Str url)
{
	Str host = url_host(url);
	Str path = url_path(url);

	if (path.data == NULL)
		return STR_NONE;
	path.len = url.len - (uint32_t) (path.data - url.data);
	for (uint32_t i = 0; i < lengthof(wrappers); i++)
	{
		Str rest =
			is_host_of(host, wrappers[i].host) ? after_form(path, wrappers[i].path) : STR_NONE;

		if (rest.len > 0)
			return rest;
	}
	return STR_NONE;
}

/* Writes the host of an address in ASCII, by the tables of punycode.h, not by those of ICU. */
static Str
with_ascii_host(Arena *arena, Str url)
{
	Str host = url_host(url);
	Str ascii;
	StrBuf out;

	if (host.data == NULL || punycode_is_ascii(host))
		return url;
	ascii = punycode_host(arena, host);
	if (ascii.data == NULL)
		return STR_NONE;
	strbuf_init(&out, arena);
	strbuf_add(&out, str_make(url.data, (size_t) (host.data - url.data)));
	strbuf_add(&out, ascii);
	strbuf_add(
		&out, str_make(host.data + host.len, (size_t) (url.data + url.len - host.data - host.len)));
	return strbuf_str(&out);
}

/* Does a host have several labels? "example." has one. */
static bool
has_dot(Str host)
{
	int32_t dot = str_find(host, STR("."));

	return dot > 0 && (uint32_t) dot + 1 < host.len;
}

/* Is it "example.org" rather than text with a full stop? */
static bool
may_be_host(Str host)
{
	for (uint32_t i = 0; i < host.len; i++)
		if ((unsigned char) host.data[i] <= ' ')
			return false;
	return has_dot(host) && str_find(host, STR("@")) < 0;
}

/* Resolves an address that may lack its scheme. */
static Str
resolve(Arena *arena, Str url)
{
	Str rest;
	Str host;

	url = str_trim(url);
	if (str_starts_ascii(url, STR("//")))
		url = str_concat(arena, STR("https:"), url);
	else if (str_find(str_sub(url, 0, 12), STR(":/")) < 0)
	{
		rest = url;
		host = take_until(&rest, '/');
		if (!may_be_host(host))
			return STR_NONE; /* a word, a path, an e-mail address, a sentence */
		url = str_concat(arena, STR("https://"), url);
	}
	url = with_ascii_host(arena, url);
	return url.data != NULL ? url_resolve(arena, STR_NONE, url) : url;
}

static Str
unwrap(Arena *arena, Str url)
{
	for (int i = 0; i < WRAPPERS_MOST && url.data != NULL; i++)
	{
		Str inner = wrapped(url);

		inner = inner.data != NULL ? resolve(arena, inner) : inner;
		if (inner.data == NULL)
			break;
		url = inner;
	}
	return url;
}

/* The fragment if it names a page ("#!/article/12"), else nothing. */
static Str
page_fragment(Str url)
{
	int32_t at = str_find(url, STR("#"));
	Str fragment = at < 0 ? STR("") : str_sub(url, (uint32_t) at, url.len);

	return str_starts_ascii(fragment, STR("#!")) ? fragment : STR("");
}

Str
url_key(Arena *arena, Str url)
{
	Str rest;
	StrBuf out;

	if (url.len == 0 || url.len > URL_KEY_LONGEST)
		return STR_NONE;
	url = unwrap(arena, resolve(arena, url));
	if (url.data == NULL || !has_dot(url_host(url)))
		return STR_NONE;
	/* Decoded first, because "%2E%2E/" is a step up. */
	rest = url_resolve(arena, STR_NONE, unescape(arena, url));
	url = rest.data != NULL ? rest : url;
	rest = url;
	(void) take_until(&rest, '#');
	rest = str_sub(url, 0, url.len - rest.len - (rest.len > 0));
	(void) take_until(&rest, '?');
	strbuf_init(&out, arena);
	add_host(&out, url_host(url));
	strbuf_add(&out, port_of(url, url_host(url)));
	add_path(&out, url_path(url));
	add_query(&out, rest);
	add_unescaped(&out, page_fragment(url));
	return strbuf_str(&out);
}
