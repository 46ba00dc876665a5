/*
 * language_tag.c
 *	  Converts language tags as found on pages to the form of BCP 47 (RFC 5646, section 2.1.1):
 *	  language in lowercase, Script in title case, REGION in uppercase.  Variants and extensions are
 *	  dropped.
 */
#include "base/array.h"
#include "article/language/language.h"

typedef struct TagAlias
{
	const char *wrong;
	const char *right;
} TagAlias;

/*
 * Deprecated codes of the IANA language subtag registry; and country codes that are not language
 * codes in ISO 639-1 but are used as such on real pages.
 */
static const TagAlias aliases[] = {
	{"cn", "zh"},  {"cz", "cs"},  {"deu", "de"}, {"dk", "da"}, {"eng", "en"},
	{"fra", "fr"}, {"fre", "fr"}, {"ger", "de"}, {"gr", "el"}, {"in", "id"},
	{"ita", "it"}, {"iw", "he"},  {"ji", "yi"},	 {"jp", "ja"}, {"jw", "jv"},
	{"mo", "ro"},  {"por", "pt"}, {"spa", "es"}, {"ua", "uk"}, {"vn", "vi"},
};

/* Names of languages that are used in place of a tag. */
static const TagAlias names[] = {
	{"arabic", "ar"},	  {"deutsch", "de"},   {"dutch", "nl"},	   {"english", "en"},
	{"español", "es"},	  {"espanol", "es"},   {"francais", "fr"}, {"français", "fr"},
	{"french", "fr"},	  {"german", "de"},	   {"italian", "it"},  {"italiano", "it"},
	{"portuguese", "pt"}, {"português", "pt"}, {"russian", "ru"},  {"spanish", "es"},
};

static const char *
find_alias(const TagAlias *table, size_t count, Str text)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_ascii(text, str_cstr(table[i].wrong)))
			return table[i].right;
	return NULL;
}

static bool
all_alpha(Str s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (!ascii_alpha(s.data[i]))
			return false;
	return true;
}

/* Returns the subtag from *at to the next '-' or '_', and moves *at after it. */
static Str
next_subtag(Str text, uint32_t *at)
{
	uint32_t start = *at;

	while (*at < text.len && text.data[*at] != '-' && text.data[*at] != '_')
		(*at)++;
	return str_sub(text, start, (*at)++ - start);
}

static void
add_cased(StrBuf *out, Str subtag, bool first_capital, bool rest_capital)
{
	for (uint32_t i = 0; i < subtag.len; i++)
	{
		char c = ascii_lower(subtag.data[i]);

		if ((i == 0 ? first_capital : rest_capital) && ascii_alpha(c))
			c = (char) (c - 32);
		strbuf_add_char(out, c);
	}
}

static bool
is_region(Str subtag)
{
	if (subtag.len == 2)
		return all_alpha(subtag);
	return subtag.len == 3 && ascii_digit(subtag.data[0]) && ascii_digit(subtag.data[1]) &&
		   ascii_digit(subtag.data[2]);
}

Str
language_tag(Arena *arena, Str text)
{
	uint32_t at = 0;
	StrBuf out;
	Str subtag;
	const char *right;

	for (uint32_t i = 0; i < text.len; i++) /* in a list, the first tag counts */
		if (strchr(",; ", text.data[i]) != NULL && i > 0)
			text = str_sub(text, 0, i);
	text = str_trim(text);
	right = find_alias(names, lengthof(names), text);
	if (right != NULL)
		return str_cstr(right);
	subtag = next_subtag(text, &at);
	if (subtag.len < 2 || subtag.len > 3 || !all_alpha(subtag) ||
		str_equal_ascii(subtag, STR("und")) || str_equal_ascii(subtag, STR("mul")))
		return STR_NONE;
	strbuf_init(&out, arena);
	right = find_alias(aliases, lengthof(aliases), subtag);
	add_cased(&out, right ? str_cstr(right) : subtag, false, false);
	subtag = next_subtag(text, &at);
	if (subtag.len == 4 && all_alpha(subtag))
	{
		strbuf_add_char(&out, '-');
		add_cased(&out, subtag, true, false);
		subtag = next_subtag(text, &at);
	}
	if (is_region(subtag))
	{
		strbuf_add_char(&out, '-');
		add_cased(&out, subtag, true, true);
	}
	return strbuf_str(&out);
}
