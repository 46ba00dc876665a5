/*
 * sniff_xml.c
 *	  See sniff.h: the root of an XML document, and how many entries a feed has.
 */
#include "base/array.h"
#include "html/sniff.h"

/* The name at the start of a tag. */
static Str
tag_name(Str rest)
{
	uint32_t len = 1;

	while (len < rest.len && (ascii_alpha(rest.data[len]) || rest.data[len] == ':'))
		len++;
	if (len < rest.len && !ascii_space(rest.data[len]) && rest.data[len] != '>' &&
		rest.data[len] != '/')
		return STR_NONE;
	return str_sub(rest, 1, len - 1);
}

/* Returns the length of a declaration or comment at the start of rest, or 0. */
static uint32_t
skip_declaration(Str rest)
{
	static const struct
	{
		Str start;
		Str end;
	} kinds[] = {{{"<![CDATA[", 9}, {"]]>", 3}},
				 {{"<!--", 4}, {"-->", 3}},
				 {{"<?", 2}, {"?>", 2}},
				 {{"<!", 2}, {">", 1}}};

	for (size_t i = 0; i < lengthof(kinds); i++)
	{
		int32_t end;

		if (!str_starts_ascii(rest, kinds[i].start))
			continue;
		end = str_find(rest, kinds[i].end);
		return end < 0 ? rest.len : (uint32_t) end + kinds[i].end.len;
	}
	return 0;
}

/* Returns the text from its first element on. */
static Str
root_of(Str text)
{
	uint32_t i = 0;

	while (i < text.len)
	{
		const char *next = memchr(text.data + i, '<', text.len - i);
		uint32_t skipped;

		if (next == NULL)
			return STR_NONE;
		i = (uint32_t) (next - text.data);
		skipped = skip_declaration(str_sub(text, i, text.len));
		if (skipped == 0)
			break;
		i += skipped;
	}
	return str_sub(text, i, text.len);
}

#define IS_ONE_OF(name, names) str_is_listed_ascii(name, names, lengthof(names))

/* Root elements of RSS, Atom, RSS 1.0; and of a single entry. */
static const char *const feeds[] = {"rss", "feed", "rdf:RDF", "channel"};
static const char *const entries[] = {"item", "entry"};
static const char *const sitemaps[] = {"urlset", "sitemapindex"};

/* Counts entries, up to 2. Sets *first to the text from the first one on. */
static uint32_t
count_entries(const Arena *arena, Str text, Str *first)
{
	uint32_t count = 0;
	size_t polled = 0;
	uint32_t i = 0;

	while (i < text.len && count < 2)
	{
		const char *next = memchr(text.data + i, '<', text.len - i);
		uint32_t skipped;
		Str rest;

		if (next == NULL)
			break;
		i = (uint32_t) (next - text.data);
		arena_poll_at(arena, i, &polled);
		rest = str_sub(text, i, text.len);
		skipped = rest.len > 1 && (rest.data[1] == '!' || rest.data[1] == '?')
					  ? skip_declaration(rest)
					  : 0;
		if (skipped == 0 && IS_ONE_OF(tag_name(str_sub(rest, 0, 16)), entries) && count++ == 0)
			*first = rest;
		i += skipped > 0 ? skipped : 1;
	}
	return count;
}

Str
sniff_xml(const Arena *arena, Str text, Str *entry)
{
	Str root = root_of(text);
	Str name = root.len > 1 ? tag_name(str_sub(root, 0, 64)) : STR_NONE;
	uint32_t count;

	*entry = STR_NONE;
	if (str_equal_ascii(name, STR("svg")))
		return STR("image/svg+xml");
	if (IS_ONE_OF(name, sitemaps))
		return STR("feed");
	if (!IS_ONE_OF(name, feeds) && !IS_ONE_OF(name, entries))
		return STR_NONE;
	count = count_entries(arena, root, entry);
	return count == 1 ? STR_NONE : STR("feed");
}
