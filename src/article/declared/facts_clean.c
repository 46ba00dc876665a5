/*
 * facts_clean.c
 *	  Cleans declared values, which may be doubly encoded, contain markup, or be leftovers of a
 *	  template.
 */
#include "base/array.h"
#include "article/declared/facts.h"

#include "html/entity.h"
#include "text/clean.h"

/*
 * A value passes through at most this many encoders: the page's, the CMS's and an editing tool's.
 */
#define MAX_DECODING_ROUNDS 3

static bool
holds_reference(Str text)
{
	for (uint32_t i = 0; i + 2 < text.len; i++)
		if (text.data[i] == '&' && (ascii_alpha(text.data[i + 1]) || text.data[i + 1] == '#'))
			return true;
	return false;
}

/* Decodes its character references, and cleans the result unless it is an address. */
static Str
decode(Arena *arena, Str text)
{
	for (int round = 0; round < MAX_DECODING_ROUNDS && holds_reference(text); round++)
	{
		Str decoded = entity_decode(arena, text, true);

		if (str_equal(decoded, text))
			break;
		text = decoded;
	}
	return text_is_clean(text) || str_is_address(text) ? text : text_clean(arena, text);
}

/*
 * Returns the length of the tag or comment at i, or 0.  *no_end is the offset from which no '>'
 * is known to follow, initially the end of the text.
 */
static uint32_t
markup_length(Str text, uint32_t i, uint32_t *no_end)
{
	uint32_t name = i + 1;
	const char *close;

	if (text.data[i] != '<' || i >= *no_end)
		return 0;
	if (name < text.len && (text.data[name] == '/' || text.data[name] == '!'))
		name++;
	if (name >= text.len || (!ascii_alpha(text.data[name]) && text.data[name] != '-'))
		return 0;
	close = memchr(text.data + i, '>', text.len - i);
	if (close == NULL)
	{
		*no_end = i;
		return 0;
	}
	return (uint32_t) (close - (text.data + i)) + 1;
}

static bool
parts_words(Str markup)
{
	uint32_t start = 1;
	uint32_t end;
	TagId tag;

	if (start < markup.len && markup.data[start] == '/')
		start++;
	for (end = start;
		 end < markup.len && (ascii_alpha(markup.data[end]) || ascii_digit(markup.data[end]));
		 end++)
		;
	tag = tag_lookup(str_sub(markup, start, end - start));
	return tag == TAG_br || tag_is_block(tag);
}

/* Removes the tags; a block element or a line break becomes a separator. */
static Str
strip_markup(Arena *arena, Str text, char separator)
{
	StrBuf buf;
	uint32_t no_end = text.len;

	if (text.len == 0 || memchr(text.data, '<', text.len) == NULL)
		return text;
	strbuf_init(&buf, arena);
	strbuf_reserve(&buf, text.len);
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t length = markup_length(text, i, &no_end);

		if (length == 0)
		{
			strbuf_add_char(&buf, text.data[i++]);
			continue;
		}
		if (parts_words(str_sub(text, i, length)))
			strbuf_add_char(&buf, separator);
		i += length;
	}
	return strbuf_str(&buf);
}

/* Does a text have a letter, a digit or a character of another script? */
static bool
says_anything(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_alpha(text.data[i]) || ascii_digit(text.data[i]) || (text.data[i] & 0x80))
			return true;
	return text.len == 0;
}

/* A longer text was written by a person. */
#define PLACEHOLDER_MAX_BYTES 200

/* "[description]", "%title%": the name of a value in the marks of a template. */
static bool
is_marked_name(Str text)
{
	uint32_t i = 1;

	if (text.len < 3 || !((text.data[0] == '[' && text.data[text.len - 1] == ']') ||
						  (text.data[0] == '%' && text.data[text.len - 1] == '%')))
		return false;
	while (i + 1 < text.len &&
		   ((text.data[i] >= 'a' && text.data[i] <= 'z') || strchr("_-:.", text.data[i]) != NULL))
		i++;
	return i + 1 == text.len;
}

/* Is the text what templates and scripts print if they have no value? */
bool
fact_is_placeholder(Str text)
{
	static const Str whole[] = {
		{"null", 4},  {"(null)", 6}, {"undefined", 9}, {"nan", 3},	 {"[object object]", 15},
		{"[]", 2},	  {"{}", 2},	 {"\"\"", 2},	   {"''", 2},	 {"-", 1},
		{"array", 5}, {"n/a", 3},	 {"not set", 7},   {"false", 5}, {"#n/a", 4}};

	if (str_is_one_of_ascii(text, whole, lengthof(whole)) || !says_anything(text) ||
		is_marked_name(text))
		return true;
	if (text.len == 0 || text.len > PLACEHOLDER_MAX_BYTES)
		return false;
	if (memchr(text.data, '{', text.len) != NULL &&
		(str_find(text, STR("{{")) >= 0 || str_find(text, STR("${")) >= 0))
		return true;
	return str_find(text, STR("<%")) >= 0 || str_find(text, STR("[object Object]")) >= 0;
}

Str
fact_clean(Arena *arena, Str value)
{
	return str_collapse(arena, strip_markup(arena, decode(arena, value), ' '));
}

Str
fact_clean_lines(Arena *arena, Str value)
{
	Arena scratch = arena_scratch(arena);
	Str text = strip_markup(&scratch, decode(&scratch, value), '\n');
	StrBuf buf;

	strbuf_init(&buf, arena);
	strbuf_reserve(&buf, text.len);
	for (uint32_t start = 0; start < text.len;)
	{
		const char *newline = memchr(text.data + start, '\n', text.len - start);
		uint32_t end = newline ? (uint32_t) (newline - text.data) : text.len;
		Str line = str_collapse(&scratch, str_sub(text, start, end - start));

		if (line.len > 0 && buf.len > 0)
			strbuf_add_char(&buf, '\n');
		strbuf_add(&buf, line);
		start = end + 1;
	}
	arena_free(&scratch);
	return strbuf_str(&buf);
}
