/*
 * tei_write.c
 *	  See tei.h: elements, and values of attributes in the forms that XML Schema requires.
 */
#include "article/render/tei.h"

void
tei_element(Markup *out, const char *element, const char *attributes, Str text)
{
	if (text.len == 0)
		return;
	markup_put(out, "<");
	markup_put(out, element);
	markup_put(out, attributes);
	markup_put(out, ">");
	markup_text(out, text);
	markup_close(out, element);
	markup_put(out, "\n");
}

/* ------------------------------------------------------------------ languages */

bool
tei_is_language(Str value)
{
	uint32_t length = 0;
	bool first = true;

	for (uint32_t i = 0; i < value.len; i++)
	{
		if (value.data[i] == '-' && length > 0)
		{
			first = false;
			length = 0;
		}
		else if (length == 8 ||
				 !(ascii_alpha(value.data[i]) || (!first && ascii_digit(value.data[i]))))
			return false;
		else
			length++;
	}
	return length > 0;
}

void
tei_lang(Markup *out, Str language)
{
	size_t most = out->most;

	out->most = SIZE_MAX; /* an element that is written has whole attributes */
	if (tei_is_language(language))
		markup_attribute(out, "xml:lang", language);
	out->most = most;
}

/* ------------------------------------------------------------------ addresses */

/* Characters that browsers allow in an address, and RFC 3986 does not. */
static bool
needs_escape(char c)
{
	return (unsigned char) c <= ' ' || (unsigned char) c >= 0x7F ||
		   strchr("\"<>[]\\^`{|}", c) != NULL;
}

/* The first byte after the host of an address. */
static uint32_t
host_end(Str url)
{
	uint32_t i = (uint32_t) str_find(url, STR("//")) + 2;

	while (i < url.len && strchr("/?#", url.data[i]) == NULL)
		i++;
	return i;
}

/* Must the character at i be escaped? Only the first '#' begins a fragment. */
static bool
is_escaped(Str url, uint32_t i, bool in_fragment)
{
	char c = url.data[i];

	if (c == '%')
		return i + 2 >= url.len || ascii_hex_value(url.data[i + 1]) < 0 ||
			   ascii_hex_value(url.data[i + 2]) < 0;
	return needs_escape(c) || (c == '#' && in_fragment);
}

static void
put_address(Markup *out, Str url)
{
	bool in_fragment = false;
	uint32_t written = 0;

	for (uint32_t i = host_end(url); i < url.len; i++)
	{
		char escape[] = {'%', "0123456789ABCDEF"[(unsigned char) url.data[i] >> 4],
						 "0123456789ABCDEF"[url.data[i] & 0xF], '\0'};

		if (is_escaped(url, i, in_fragment))
		{
			markup_text(out, str_sub(url, written, i - written));
			markup_put(out, escape);
			written = i + 1;
		}
		in_fragment |= url.data[i] == '#';
	}
	markup_text(out, str_sub(url, written, url.len));
}

void
tei_address(Markup *out, const char *attribute, Str url)
{
	size_t most = out->most;

	out->most = SIZE_MAX; /* as in tei_lang: a cut address would be another one */
	markup_put(out, " ");
	markup_put(out, attribute);
	markup_put(out, "=\"");
	out->in_value = true;
	put_address(out, url);
	out->in_value = false;
	markup_put(out, "\"");
	out->most = most;
}
