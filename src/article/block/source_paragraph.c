/*
 * source_paragraph.c
 *	  See source_mend.h. The rules are those of WordPress's wpautop and shortcodes (Codex,
 *	  "Shortcode API"), as far as text needs them: a blank line ends a paragraph, "[name
 *	  attribute=…]" and "[name]…[/name]" are markup.
 */
#include "article/block/source_mend.h"

#include "base/array.h"

/* A page says so in its first bytes. */
#define BEGINNING 512
/* Bytes of a shortcode's tag. */
#define LONGEST_CODE 512
/*
 * Most bytes that a shortcode encloses. After this many unclosed ones, the others are read as
 * words.
 */
#define LONGEST_CONTENT 65536
#define MOST_UNCLOSED 256
#define LONGEST_NAME 40

/* ------------------------------------------------------------------ is it such a text? */

/* Does the source hold a tag of this name? */
static bool
holds_tag(Str source, Str name)
{
	const char *at = source.data;
	const char *end = source.data + source.len;

	while ((at = memchr(at, '<', (size_t) (end - at))) != NULL)
	{
		Str rest = str_make(at + 1, (size_t) (end - at - 1));

		if (str_starts_ascii(rest, name) &&
			(rest.len == name.len || !ascii_alpha(rest.data[name.len])))
			return true;
		at++;
	}
	return false;
}

/* The length of the blank lines at i, which is a line feed; 0 if the next line is not blank. */
static uint32_t
blank_lines(Str source, uint32_t i)
{
	uint32_t end = i;
	uint32_t feeds = 0;

	for (; end < source.len && ascii_space(source.data[end]); end++)
		feeds += source.data[end] == '\n';
	return feeds >= 2 ? end - i : 0;
}

static bool
has_blank_lines(Str source)
{
	const char *at = source.data;
	const char *end = source.data + source.len;

	while ((at = memchr(at, '\n', (size_t) (end - at))) != NULL)
	{
		uint32_t i = (uint32_t) (at - source.data);
		uint32_t blank = blank_lines(source, i);

		if (blank > 0 && i > 0 && i + blank < source.len)
			return true;
		at += blank > 0 ? blank : 1;
	}
	return false;
}

static bool
separates_by_lines(Str source)
{
	static const Str others[] = {{"!doctype", 8}, {"html", 4}, {"head", 4},	 {"body", 4},
								 {"p", 1},		  {"div", 3},  {"table", 5}, {"article", 7},
								 {"section", 7},  {"main", 4}, {"br", 2},	 {"?xml", 4}};
	Str start = str_sub(source, 0, BEGINNING);

	if (source.len == 0 || memchr(source.data, '<', source.len) == NULL)
		return false;
	for (size_t i = 0; i < lengthof(others); i++)
		if (holds_tag(start, others[i]))
			return false;
	for (size_t i = 0; i < lengthof(others); i++)
		if (holds_tag(source, others[i]))
			return false;
	return has_blank_lines(source);
}

/* ------------------------------------------------------------------ shortcodes */

typedef struct Paragraphs
{
	Str in;
	uint32_t pos;
	StrBuf out;
	uint32_t unclosed; /* shortcodes without an end, so far */
} Paragraphs;

/* A shortcode's tag: "[embed]", "[caption id="x"]", "[/caption]". */
typedef struct Code
{
	Str name;
	Str attributes;
	uint32_t len;
	bool closes;
} Code;

static bool
read_code(Str text, Code *code)
{
	const char *end = memchr(text.data, ']', text.len < LONGEST_CODE ? text.len : LONGEST_CODE);
	uint32_t i = 1;

	if (end == NULL || text.data[0] != '[')
		return false;
	code->len = (uint32_t) (end - text.data) + 1;
	code->closes = text.data[1] == '/';
	i += code->closes;
	code->name = str_sub(text, i, 0);
	while (code->name.len < LONGEST_NAME &&
		   ((text.data[i] >= 'a' && text.data[i] <= 'z') || ascii_digit(text.data[i]) ||
			text.data[i] == '_' || text.data[i] == '-'))
	{
		i++;
		code->name.len++;
	}
	if (code->name.len < 2 || (text.data[i] != ']' && text.data[i] != '/' && text.data[i] != ' '))
		return false;
	code->attributes = str_sub(text, i, code->len - 1 - i);
	return true;
}

/* Where the code that closes this one begins, from the end of its tag; -1 if there is none. */
static int32_t
closing(Paragraphs *text, Str rest, const Code *code)
{
	char tag[LONGEST_NAME + 4] = "[/";
	int32_t end;

	if (text->unclosed >= MOST_UNCLOSED)
		return -1;
	memcpy(tag + 2, code->name.data, code->name.len);
	tag[code->name.len + 2] = ']';
	end = str_find(str_sub(rest, 0, LONGEST_CONTENT), str_make(tag, code->name.len + 3));
	text->unclosed += end < 0;
	return end;
}

/* Is it a shortcode, rather than words in brackets? */
static bool
is_code(Paragraphs *text, Str rest, const Code *code)
{
	return code->closes || memchr(code->attributes.data, '=', code->attributes.len) != NULL ||
		   str_equal(code->name, STR("gallery")) || str_equal(code->name, STR("playlist")) ||
		   closing(text, rest, code) >= 0;
}

/* "<img …> La passerelle" */
static void
put_caption(Paragraphs *text, Str inside)
{
	uint32_t tag = inside.len;

	while (tag > 0 && inside.data[tag - 1] != '>')
		tag--;
	strbuf_add(&text->out, STR("<figure>"));
	strbuf_add(&text->out, str_sub(inside, 0, tag));
	strbuf_add(&text->out, STR("<figcaption>"));
	strbuf_add(&text->out, str_sub(inside, tag, inside.len));
	strbuf_add(&text->out, STR("</figcaption></figure>"));
}

static void
put_embed(Paragraphs *text, Str url)
{
	if (memchr(url.data, '"', url.len) != NULL || memchr(url.data, '<', url.len) != NULL)
		return;
	strbuf_add(&text->out, STR("<iframe src=\""));
	strbuf_add(&text->out, str_trim(url));
	strbuf_add(&text->out, STR("\"></iframe>"));
}

/* Reads a shortcode. Returns false if there is none here. */
static bool
take_code(Paragraphs *text)
{
	Str rest = str_sub(text->in, text->pos, text->in.len);
	Code code;
	int32_t end;

	if (!read_code(rest, &code))
		return false;
	rest = str_sub(rest, code.len, rest.len);
	if (!is_code(text, rest, &code))
		return false;
	text->pos += code.len;
	if (code.closes)
		return true;
	end = closing(text, rest, &code);
	if (end < 0)
		return true;
	if (str_equal(code.name, STR("caption")) || str_equal(code.name, STR("embed")))
	{
		Str inside = str_sub(rest, 0, (uint32_t) end);

		if (code.name.data[0] == 'c')
			put_caption(text, inside);
		else
			put_embed(text, inside);
		text->pos += (uint32_t) end + code.name.len + 3;
	}
	return true;
}

/* ------------------------------------------------------------------ paragraphs */

/* Copies <pre> with its blank lines. */
static bool
copy_pre(Paragraphs *text)
{
	Str rest = str_sub(text->in, text->pos, text->in.len);
	int32_t end;

	if (!str_starts_ascii(rest, STR("<pre")))
		return false;
	end = str_find_ascii(rest, STR("</pre"));
	strbuf_add(&text->out, end < 0 ? rest : str_sub(rest, 0, (uint32_t) end));
	text->pos += end < 0 ? rest.len : (uint32_t) end;
	return true;
}

Str
source_with_paragraphs(Arena *arena, Str source)
{
	Paragraphs text = {.in = source};

	if (!separates_by_lines(source))
		return STR_NONE;
	strbuf_init(&text.out, arena);
	strbuf_reserve(&text.out, source.len + source.len / 8);
	strbuf_add(&text.out, STR("<p>"));
	for (uint32_t steps = 0; text.pos < source.len; steps++)
	{
		char c = source.data[text.pos];
		uint32_t blank = c == '\n' ? blank_lines(source, text.pos) : 0;

		if (steps % NODES_PER_POLL == 0)
			arena_poll(arena);
		if ((c == '[' && take_code(&text)) || (c == '<' && copy_pre(&text)))
			continue;
		if (blank > 0)
			strbuf_add(&text.out, STR("\n<p>"));
		else
			strbuf_add_char(&text.out, c);
		text.pos += blank > 0 ? blank : 1;
	}
	return strbuf_take(&text.out);
}
