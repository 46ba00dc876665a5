/*
 * json_ld_clean.c
 *	  See json_ld_clean.h.  A tokenizer that never rejects its input: it writes whatever makes the
 *	  next token valid at its position, so that the output is valid JSON at every closing bracket.
 *	  One pass with bounded look-ahead.
 */
#include "article/declared/json_ld_clean.h"

#include "base/array.h"
#include "base/utf8.h"
#include "html/entity.h"

#define MAX_NUMBER_LENGTH 40 /* longer numbers, or exponents over two digits, become strings */
#define MAX_KEY_LENGTH                                                                             \
	64 /* limit when looking for a key after a doubtful quote; schema.org's longest is 35 */

/* What the innermost open bracket expects next. */
typedef enum Expect
{
	EXPECT_KEY,	  /* in an object, after '{' or ',' */
	EXPECT_COLON, /* after a key */
	EXPECT_VALUE, /* after ':', '[' or ',' */
	EXPECT_COMMA  /* after a value */
} Expect;

typedef struct Cleaner
{
	Str in;
	uint32_t pos;
	uint32_t room; /* remaining budget of values */
	StrBuf out;
	uint32_t depth;
	uint32_t open_objects;
	char brackets[JSON_LD_MAX_DEPTH]; /* '{' or '[' */
	bool filled[JSON_LD_MAX_DEPTH];	  /* has an element already? */
	Expect expect;
} Cleaner;

static bool
in_object(const Cleaner *cleaner)
{
	return cleaner->brackets[cleaner->depth - 1] == '{';
}

/* Returns the length of a comment at pos, or 0.  An unclosed one extends to the end. */
static uint32_t
comment_length(Str in, uint32_t pos)
{
	Str rest = str_sub(in, pos, in.len);
	int32_t end;

	if (str_starts_ascii(rest, STR("//")))
	{
		const char *newline = memchr(rest.data, '\n', rest.len);

		return newline ? (uint32_t) (newline - rest.data) : rest.len;
	}
	if (!str_starts_ascii(rest, STR("/*")))
		return 0;
	end = str_find(rest, STR("*/"));
	return end < 0 ? rest.len : (uint32_t) end + 2;
}

/* ---------------------------------------------------------------- places */

/* Writes the separator that must precede a key. */
static void
place_key(Cleaner *cleaner)
{
	if (cleaner->filled[cleaner->depth - 1])
		strbuf_add_char(&cleaner->out, ',');
	cleaner->filled[cleaner->depth - 1] = true;
}

/* Writes what must precede a value.  In an object, a value without a key gets an empty key. */
static void
place_value(Cleaner *cleaner)
{
	if (cleaner->depth == 0)
		return;
	cleaner->room--;
	if (!in_object(cleaner))
		place_key(cleaner);
	else if (cleaner->expect == EXPECT_KEY || cleaner->expect == EXPECT_COMMA)
	{
		place_key(cleaner);
		strbuf_add(&cleaner->out, STR("\"\":"));
	}
	cleaner->expect = EXPECT_COMMA;
}

static void
open_bracket(Cleaner *cleaner, char bracket)
{
	place_value(cleaner);
	strbuf_add_char(&cleaner->out, bracket);
	cleaner->brackets[cleaner->depth] = bracket;
	cleaner->filled[cleaner->depth] = false;
	cleaner->depth++;
	cleaner->open_objects += bracket == '{';
	cleaner->expect = bracket == '{' ? EXPECT_KEY : EXPECT_VALUE;
}

static void
close_innermost(Cleaner *cleaner)
{
	bool object = in_object(cleaner);

	if (object && (cleaner->expect == EXPECT_COLON || cleaner->expect == EXPECT_VALUE))
		strbuf_add(&cleaner->out, STR("null"));
	strbuf_add_char(&cleaner->out, object ? '}' : ']');
	cleaner->open_objects -= object;
	cleaner->depth--;
	cleaner->expect = EXPECT_COMMA;
}

/* Closes brackets up to the one that this bracket matches; a bracket without a match is dropped. */
static void
close_bracket(Cleaner *cleaner, char bracket)
{
	char opening = bracket == '}' ? '{' : '[';
	uint32_t pairs =
		opening == '{' ? cleaner->open_objects : cleaner->depth - cleaner->open_objects;

	if (pairs == 0)
		return;
	while (cleaner->brackets[cleaner->depth - 1] != opening)
		close_innermost(cleaner);
	close_innermost(cleaner);
}

/* ---------------------------------------------------------------- strings */

/* Is the string that starts at pos followed by a colon, or too long to tell? */
static bool
looks_like_key(Str in, uint32_t pos)
{
	uint32_t limit = pos + 1 + MAX_KEY_LENGTH;

	for (uint32_t i = pos + 1; i < in.len && i < limit; i++)
	{
		if (in.data[i] == '\\')
			i++;
		else if (in.data[i] == in.data[pos])
		{
			i = str_skip_space(in, i + 1);
			return i >= in.len || in.data[i] == ':';
		}
	}
	return true;
}

/* Can the text at pos follow a comma? */
static bool
follows_comma(const Cleaner *cleaner, uint32_t pos)
{
	const Str in = cleaner->in;
	char c;

	pos = str_skip_space(in, pos);
	if (pos >= in.len)
		return true;
	c = in.data[pos];
	if (c == '}' || c == ']' || c == ',' || c == '/')
		return true;
	if (in_object(cleaner))
		return (c == '"' || c == '\'') && looks_like_key(in, pos);
	return strchr("\"'{[-0123456789tfnu", c) != NULL;
}

/* Does the quote before pos end a value?  Only if the text at pos can follow a value. */
static bool
ends_value(const Cleaner *cleaner, uint32_t pos)
{
	const Str in = cleaner->in;
	uint32_t next = str_skip_space(in, pos);

	if (next >= in.len)
		return true;
	switch (in.data[next])
	{
		case '}':
		case ']':
			return true;
		case '/':
			return comment_length(in, next) > 0;
		case ',':
			return follows_comma(cleaner, next + 1);
		case '"':
			/* a comma is missing between two lines */
			return memchr(in.data + pos, '\n', next - pos) != NULL && follows_comma(cleaner, next);
		default:
			return false;
	}
}

/* Returns the value of the four hexadecimal digits at pos, or -1. */
static int32_t
hex4(Str in, uint32_t pos)
{
	int32_t value = 0;

	if (pos + 4 > in.len)
		return -1;
	for (uint32_t i = pos; i < pos + 4; i++)
	{
		int digit = ascii_hex_value(in.data[i]);

		if (digit < 0)
			return -1;
		value = value << 4 | digit;
	}
	return value;
}

/* Writes a code point, using the short escape if JSON requires one. */
static void
add_code_point(StrBuf *out, uint32_t c)
{
	if (c == '"' || c == '\\')
	{
		strbuf_add_char(out, '\\');
		strbuf_add_char(out, (char) c);
	}
	else if (c == '\n' || c == '\r')
		strbuf_add(out, STR("\\n"));
	else if (c == 0)
		strbuf_add_code_point(out, UTF8_REPLACEMENT);
	else if (c < ' ')
		strbuf_add_char(out, ' ');
	else
		strbuf_add_code_point(out, c);
}

/*
 * Copies the \uXXXX escape whose digits start at pos, joining surrogate pairs.  Returns the
 * position after it.
 */
static uint32_t
add_unicode_escape(Cleaner *cleaner, uint32_t pos)
{
	Str in = cleaner->in;
	int32_t unit = hex4(in, pos);
	int32_t low = -1;

	if (unit < 0)
	{
		strbuf_add_char(&cleaner->out, 'u');
		return pos;
	}
	pos += 4;
	if (unit >= 0xD800 && unit <= 0xDBFF && pos + 1 < in.len && in.data[pos] == '\\' &&
		in.data[pos + 1] == 'u')
		low = hex4(in, pos + 2);
	if (low >= 0xDC00 && low <= 0xDFFF)
	{
		unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
		pos += 6;
	}
	add_code_point(&cleaner->out, (uint32_t) unit);
	return pos;
}

/* Copies the escape whose backslash precedes pos.  Returns the position after it. */
static uint32_t
add_escape(Cleaner *cleaner, uint32_t pos)
{
	char c;

	if (pos >= cleaner->in.len)
		return pos;
	c = cleaner->in.data[pos];
	switch (c)
	{
		case 'u':
			return add_unicode_escape(cleaner, pos + 1);
		case 'n':
		case 'r':
			strbuf_add(&cleaner->out, STR("\\n"));
			return pos + 1;
		case 'b':
		case 'f':
		case 't':
			strbuf_add_char(&cleaner->out, ' ');
			return pos + 1;
		default:
			if ((unsigned char) c >= 0x80)
				return pos;
			add_code_point(&cleaner->out, (unsigned char) c);
			return pos + 1;
	}
}

/* Copies characters that need no treatment; returns the position of the first one that does. */
static uint32_t
copy_plain(Cleaner *cleaner, uint32_t pos)
{
	Str in = cleaner->in;
	uint32_t start = pos;

	while (pos < in.len && in.data[pos] != '"' && in.data[pos] != '\\' && in.data[pos] != '\'' &&
		   (unsigned char) in.data[pos] >= ' ')
		pos++;
	strbuf_add(&cleaner->out, str_sub(in, start, pos - start));
	return pos;
}

/*
 * Copies the string whose opening quote is at pos.  A key ends at the next quote, whatever follows
 * it.
 */
static void
add_string(Cleaner *cleaner, bool key)
{
	Str in = cleaner->in;
	char quote = in.data[cleaner->pos];
	uint32_t pos = cleaner->pos + 1;

	strbuf_add_char(&cleaner->out, '"');
	for (;;)
	{
		pos = copy_plain(cleaner, pos);
		if (pos >= in.len)
			break;
		if (in.data[pos] == '\\')
			pos = add_escape(cleaner, pos + 1);
		else if (in.data[pos] == quote && (key || ends_value(cleaner, pos + 1)))
		{
			pos++;
			break;
		}
		else
			add_code_point(&cleaner->out, (unsigned char) in.data[pos++]);
	}
	strbuf_add_char(&cleaner->out, '"');
	cleaner->pos = pos;
}

static void
string_token(Cleaner *cleaner)
{
	bool key =
		in_object(cleaner) && (cleaner->expect == EXPECT_KEY || cleaner->expect == EXPECT_COMMA);

	if (!key)
	{
		place_value(cleaner);
		add_string(cleaner, false);
		return;
	}
	place_key(cleaner);
	add_string(cleaner, true);
	strbuf_add_char(&cleaner->out, ':');
	cleaner->expect = EXPECT_COLON;
}

/* ---------------------------------------------------------------- words */

static bool
word_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '$' || c == '@' || c == '+' ||
		   c == '-' || c == '.';
}

/* Is it a number by the grammar of RFC 8259, and short enough for numeric? */
static bool
is_number(Str word)
{
	uint32_t start = word.len > 0 && word.data[0] == '-' ? 1 : 0;
	uint32_t pos = str_skip_digits(word, start);

	if (word.len > MAX_NUMBER_LENGTH || pos == start ||
		(word.data[start] == '0' && pos > start + 1))
		return false;
	if (pos < word.len && word.data[pos] == '.')
	{
		start = pos + 1;
		pos = str_skip_digits(word, start);
		if (pos == start)
			return false;
	}
	if (pos < word.len && ascii_lower(word.data[pos]) == 'e')
	{
		pos++;
		if (pos < word.len && (word.data[pos] == '+' || word.data[pos] == '-'))
			pos++;
		start = pos;
		pos = str_skip_digits(word, start);
		if (pos == start || pos - start > 2)
			return false;
	}
	return pos == word.len;
}

static void
add_quoted(StrBuf *out, Str word)
{
	strbuf_add_char(out, '"');
	strbuf_add(out, word);
	strbuf_add_char(out, '"');
}

static void
add_word_value(StrBuf *out, Str word)
{
	static const Str names[] = {{"true", 4}, {"false", 5}, {"null", 4}};

	for (size_t i = 0; i < lengthof(names); i++)
		if (str_equal_ascii(word, names[i]))
		{
			strbuf_add(out, names[i]);
			return;
		}
	if (is_number(word))
		strbuf_add(out, word);
	else if (ascii_digit(word.data[0]))
		add_quoted(out, word);
	else
		strbuf_add(out, STR("null"));
}

static void
word_token(Cleaner *cleaner)
{
	uint32_t start = cleaner->pos;
	Str word;

	while (cleaner->pos < cleaner->in.len && word_char(cleaner->in.data[cleaner->pos]))
		cleaner->pos++;
	word = str_sub(cleaner->in, start, cleaner->pos - start);
	if (!in_object(cleaner) || cleaner->expect == EXPECT_VALUE || cleaner->expect == EXPECT_COLON)
	{
		place_value(cleaner);
		add_word_value(&cleaner->out, word);
		return;
	}
	if (cleaner->expect == EXPECT_COMMA)
		return;
	place_key(cleaner);
	add_quoted(&cleaner->out, word);
	strbuf_add_char(&cleaner->out, ':');
	cleaner->expect = EXPECT_COLON;
}

/* ---------------------------------------------------------------- the loop */

static void
comma_or_colon(Cleaner *cleaner, char c)
{
	if (c == ':' && cleaner->expect == EXPECT_COLON)
		cleaner->expect = EXPECT_VALUE;
	else if (c == ',' && cleaner->expect == EXPECT_COMMA)
		cleaner->expect = in_object(cleaner) ? EXPECT_KEY : EXPECT_VALUE;
	else if (c == ',' && in_object(cleaner) && cleaner->expect != EXPECT_KEY)
	{
		place_value(cleaner);
		strbuf_add(&cleaner->out, STR("null"));
		cleaner->expect = EXPECT_KEY;
	}
}

/*
 * Processes one token.  Returns false if the nesting is too deep or there are too many values: the
 * rest is dropped.
 */
static bool
step(Cleaner *cleaner)
{
	char c = cleaner->in.data[cleaner->pos];
	uint32_t comment;

	if (cleaner->room == 0)
		return false;
	switch (c)
	{
		case '{':
		case '[':
			if (cleaner->depth == JSON_LD_MAX_DEPTH)
				return false;
			open_bracket(cleaner, c);
			break;
		case '}':
		case ']':
			close_bracket(cleaner, c);
			break;
		case '"':
		case '\'':
			string_token(cleaner);
			return true;
		case '/':
			comment = comment_length(cleaner->in, cleaner->pos);
			cleaner->pos += comment > 0 ? comment : 1;
			return true;
		case ',':
		case ':':
			comma_or_colon(cleaner, c);
			break;
		default:
			if (word_char(c))
			{
				word_token(cleaner);
				return true;
			}
			break;
	}
	cleaner->pos++;
	return true;
}

/*
 * Returns the position of the next object or array; the bracket of a CDATA section does not count.
 */
static uint32_t
find_opening(Str block, uint32_t pos)
{
	for (; pos < block.len; pos++)
	{
		if (block.data[pos] == '{')
			break;
		if (block.data[pos] != '[')
			continue;
		if (!str_starts_ascii(str_sub(block, pos, 7), STR("[CDATA[")))
			break;
		pos += 6;
	}
	return pos;
}

Str
json_ld_next(Arena *arena, Str block, uint32_t *pos)
{
	Cleaner cleaner;

	memset(&cleaner, 0, sizeof(cleaner));
	cleaner.in = block;
	cleaner.pos = find_opening(block, *pos);
	if (cleaner.pos >= block.len)
	{
		*pos = block.len;
		return STR_NONE;
	}
	cleaner.room = JSON_LD_FREE_VALUES + (block.len - cleaner.pos) / JSON_LD_BYTES_A_VALUE;
	strbuf_init(&cleaner.out, arena);
	strbuf_reserve(&cleaner.out, block.len - cleaner.pos);
	do
	{
		if (!step(&cleaner))
			cleaner.pos = block.len;
	} while (cleaner.depth > 0 && cleaner.pos < block.len);
	while (cleaner.depth > 0)
		close_innermost(&cleaner);
	*pos = cleaner.pos;
	cleaner.out.data = arena_shrink(arena, cleaner.out.data, cleaner.out.size, cleaner.out.len);
	return strbuf_str(&cleaner.out);
}

/* A block whose quotes are entities was encoded as a whole. */
static bool
quotes_are_entities(Str block)
{
	static const Str quotes[] = {{"&quot;", 6}, {"&#34;", 5}, {"&#x22;", 6}, {"&#039;", 6}};
	uint32_t pos = find_opening(block, 0);

	while (pos < block.len &&
		   (ascii_space(block.data[pos]) || block.data[pos] == '{' || block.data[pos] == '['))
		pos++;
	for (size_t i = 0; i < lengthof(quotes); i++)
		if (str_starts_ascii(str_sub(block, pos, block.len), quotes[i]))
			return true;
	return false;
}

Str
json_ld_unwrap(Arena *arena, Str block)
{
	block = str_cut(block, JSON_LD_MAX_BYTES);
	if (quotes_are_entities(block))
		block = entity_decode(arena, block, false);
	return block;
}
