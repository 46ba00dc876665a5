/*
 * sniff_code.c
 *	  See sniff.h: recognises style sheets and scripts by the share of code.
 *
 * A line is code if it has the punctuation of code and hardly a space between two words. Only if
 * most of a document is such lines, comments excluded, is it searched for words of CSS or
 * JavaScript: an article about style sheets also shows some of them among its sentences.
 */
#include "base/array.h"
#include "html/sniff.h"

/* Code has at least this many bytes per space between letters; sentences have 6. */
#define BYTES_A_GAP 10
/* Least percentage of bytes in lines of code. */
#define LEAST_CODE 60
/* Least percentage of punctuation in code. */
#define LEAST_MARKS 5

typedef struct CodeCount
{
	uint32_t bytes; /* without white space around the lines */
	uint32_t code;
	uint32_t marks;
	uint32_t declarations; /* "color: red;" in braces */
	uint32_t words;		   /* number of different words that only scripts have */
	bool has_tag;		   /* a line begins with a tag: markup after a script */
} CodeCount;

/* ---------------------------------------------------------------- comments */

/*
 * Returns the text without comments: those between slash and star, and lines that begin with two
 * slashes.
 */
static Str
without_comments(Arena *arena, Str text)
{
	StrBuf code;
	bool at_start = true;

	strbuf_init(&code, arena);
	strbuf_reserve(&code, text.len);
	for (uint32_t i = 0; i < text.len;)
	{
		Str rest = str_sub(text, i, text.len);
		int32_t end = -1;

		if (str_starts_ascii(rest, STR("/*")))
			end = str_find(rest, STR("*/"));
		else if (at_start && str_starts_ascii(rest, STR("//")))
			end = str_find(rest, STR("\n"));
		if (end >= 0)
		{
			i += (uint32_t) end + (rest.data[1] == '*' ? 2 : 1);
			continue;
		}
		if (str_starts_ascii(rest, STR("/*"))) /* to the end */
			break;
		at_start = rest.data[0] == '\n' || (at_start && ascii_space(rest.data[0]));
		strbuf_add_char(&code, rest.data[0]);
		i++;
	}
	return strbuf_str(&code);
}

/* ---------------------------------------------------------------- lines */

static bool
is_mark(char c)
{
	return c == '{' || c == '}' || c == ';' || c == '=' || c == '(' || c == ')' || c == '[' ||
		   c == ']';
}

static bool
is_letter(char c)
{
	return ascii_alpha(c) || (c & 0x80) != 0;
}

static void
count_line(CodeCount *count, Str line)
{
	uint32_t marks = 0;
	uint32_t gaps = 0;

	line = str_trim(line);
	if (line.len == 0)
		return;
	for (uint32_t i = 0; i < line.len; i++)
	{
		marks += is_mark(line.data[i]);
		gaps +=
			i > 0 && i + 1 < line.len && line.data[i] == ' ' &&
			(is_letter(line.data[i - 1]) || line.data[i - 1] == ',' || line.data[i - 1] == '.') &&
			is_letter(line.data[i + 1]);
	}
	count->bytes += line.len;
	count->has_tag |=
		line.len > 2 && line.data[0] == '<' && (ascii_alpha(line.data[1]) || line.data[1] == '!');
	if ((marks > 0 || strchr(",:>", line.data[line.len - 1]) != NULL) &&
		(gaps * BYTES_A_GAP < line.len || marks >= gaps * 2))
	{
		count->code += line.len;
		count->marks += marks;
	}
}

static void
count_lines(CodeCount *count, Str text)
{
	while (text.len > 0)
	{
		const char *end = memchr(text.data, '\n', text.len);
		uint32_t len = end != NULL ? (uint32_t) (end - text.data) : text.len;

		count_line(count, str_sub(text, 0, len));
		text = str_sub(text, len + 1, text.len);
	}
}

/* ---------------------------------------------------------------- whose words */

static bool
is_name(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_';
}

/*
 * Is this, after a brace or a semicolon, a name, a colon, and a value up to a semicolon or a brace?
 */
static bool
is_declaration(Str rest)
{
	uint32_t i = 0;

	i = str_skip_space(rest, i);
	if (i == rest.len || !is_name(rest.data[i]) || ascii_digit(rest.data[i]))
		return false;
	while (i < rest.len && is_name(rest.data[i]))
		i++;
	while (i < rest.len && rest.data[i] == ' ')
		i++;
	if (i == rest.len || rest.data[i] != ':')
		return false;
	for (uint32_t from = i; i < rest.len && i - from < 2048; i++)
	{
		if (rest.data[i] == ';' || rest.data[i] == '}')
			return true;
		if (rest.data[i] == '{' || (rest.data[i] == '=' && rest.data[i - 1] != '/'))
			return false;
	}
	return false;
}

static void
count_declarations(CodeCount *count, Str text)
{
	uint32_t depth = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		depth += text.data[i] == '{';
		if (depth > 0 && (text.data[i] == '{' || text.data[i] == ';'))
			count->declarations += is_declaration(str_sub(text, i + 1, text.len));
		depth -= depth > 0 && text.data[i] == '}';
	}
}

/*
 * ECMA-262, 12.7.2, and what browsers add; each with a punctuation mark that does not follow it in
 * sentences.
 */
static const char *const script_words[] = {
	"function(",   "function (", "=>",		"return ", "typeof ",	 "window.", "document.",
	"this.",	   "var ",		 "let ",	"const ",  "===",		 "!==",		"&&",
	"||",		   "null",		 "new ",	"if(",	   "if (",		 "for(",	"for (",
	".prototype.", "require(",	 "export ", "import ", "use strict", "async ",	"catch(",
};

static void
count_words(CodeCount *count, Str text)
{
	for (size_t i = 0; i < lengthof(script_words); i++)
		count->words += str_find(text, str_cstr(script_words[i])) >= 0;
}

/* Is this a call or an assignment around data, like "callback({…})" or "var settings = {…};"? */
static bool
wraps_data(Str text)
{
	uint32_t i = 0;

	text = str_trim(text);
	if (str_starts_ascii(text, STR("var ")))
		i = 4;
	while (i < text.len && (is_name(text.data[i]) || text.data[i] == '.' || text.data[i] == '$'))
		i++;
	if (i == 0)
		return false;
	while (i < text.len && (text.data[i] == ' ' || text.data[i] == '(' || text.data[i] == '='))
		i++;
	return i + 1 < text.len && (text.data[i - 1] == '(' || strchr("= ", text.data[i - 1])) &&
		   (text.data[i] == '{' || text.data[i] == '[') &&
		   (str_ends_ascii(text, STR(")")) || str_ends_ascii(text, STR(";")) ||
			str_ends_ascii(text, STR("}")));
}

Str
sniff_code(Arena *arena, Str text)
{
	Arena scratch = arena_scratch(arena);
	Str code = without_comments(&scratch, str_sub(text, 0, SNIFF_LOOK));
	CodeCount count = {0};
	Str found = STR_NONE;

	count_lines(&count, code);
	if (!count.has_tag && (uint64_t) count.code * 100 > (uint64_t) count.bytes * LEAST_CODE &&
		(uint64_t) count.marks * 100 > (uint64_t) count.code * LEAST_MARKS)
	{
		count_declarations(&count, code);
		count_words(&count, code);
		if (count.declarations > count.words)
			found = STR("css");
		else if (count.words > 1 || wraps_data(code))
			found = STR("javascript");
	}
	arena_free(&scratch);
	return found;
}
