/*
 * markdown_text.c
 *	  See markdown_text.h. Section numbers are those of the CommonMark specification 0.30.
 */
#include "article/render/markdown_text.h"

#include "base/utf8.h"

/* ------------------------------------------------------------------ classes of characters */

static bool
ascii_word(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/* Punctuation in every version of CommonMark, markup included. */
static bool
surely_punctuation(uint32_t c)
{
	if (c < 0x80)
		return (c > ' ' && c < 0x7F && !ascii_word((char) c)) ||
			   (c >= MARK_OTHER && c <= MARK_LINK);
	return c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3003) ||
		   (c >= 0x3008 && c <= 0x3011);
}

bool
markdown_word(uint32_t c)
{
	if (c < 0x80)
		return ascii_word((char) c);
	return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||		   /* Latin */
		   (c >= 0x388 && c <= 0x52F) ||								   /* Greek, Cyrillic */
		   (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || /* kana */
		   (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool
markdown_edge(uint32_t c)
{
	return c == ' ' || c == '\n' || surely_punctuation(c);
}

bool
markdown_space(uint32_t c)
{
	return c == ' ' || c == '\n' || c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x180E ||
		   (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
		   c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

uint32_t
markdown_char_at(const StrBuf *seen, uint32_t at)
{
	return at < seen->len ? utf8_next(seen->data, (uint32_t) seen->len, &at) : ' ';
}

uint32_t
markdown_char_before(const StrBuf *seen, uint32_t at)
{
	if (at == 0)
		return ' ';
	do
		at--;
	while (at > 0 && (seen->data[at] & 0xC0) == 0x80);
	return utf8_next(seen->data, (uint32_t) seen->len, &at);
}

/* ------------------------------------------------------------------ cleaning */

static bool
is_blank(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x2028 ||
		   c == 0x2029;
}

/* Is nothing written on the line yet? */
static bool
at_line_start(const StrBuf *seen)
{
	return seen->len == 0 || seen->data[seen->len - 1] == '\n';
}

/*
 * Is this a control character, or the byte order mark, which parsers remove from the start of a
 * document?
 */
static bool
is_dropped(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

static void
add_blank(StrBuf *seen)
{
	char last = seen->len > 0 ? seen->data[seen->len - 1] : ' ';

	if (last != ' ' && last != '\n' && last != MARK_CODE)
		strbuf_add_char(seen, ' ');
}

/* The characters of a text, one after another. */
typedef struct CharWalk
{
	Str text;
	uint32_t next;
	size_t polled;
	uint32_t c; /* the current character */
	Str bytes;	/* the same as text */
} CharWalk;

static bool
next_char(CharWalk *walk, const Arena *arena)
{
	uint32_t start = walk->next;

	if (start >= walk->text.len)
		return false;
	walk->c = utf8_next(walk->text.data, walk->text.len, &walk->next);
	walk->bytes = str_sub(walk->text, start, walk->next - start);
	arena_poll_at(arena, walk->next, &walk->polled);
	return true;
}

/* Moves over visible ASCII; returns it, empty if there is none. */
static Str
plain_run(CharWalk *walk)
{
	uint32_t start = walk->next;
	uint32_t limit =
		walk->text.len - start > ARENA_POLL_STEPS ? start + ARENA_POLL_STEPS : walk->text.len;

	while (walk->next < limit && walk->text.data[walk->next] > ' ' &&
		   walk->text.data[walk->next] < 0x7F)
		walk->next++;
	return str_sub(walk->text, start, walk->next - start);
}

void
markdown_clean(StrBuf *seen, Str text)
{
	CharWalk walk = {.text = text};

	strbuf_reserve(seen, text.len);
	while (strbuf_add(seen, plain_run(&walk)), next_char(&walk, seen->arena))
		if (is_blank(walk.c))
			add_blank(seen);
		else if (!is_dropped(walk.c) && !(markdown_space(walk.c) && at_line_start(seen)))
			strbuf_add(seen, walk.bytes);
}

bool
markdown_is_address(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (!ascii_word(text.data[i]) && memchr("-._/:?=&#%@+,;", text.data[i], 14) == NULL)
			return false;
	return text.len > 0;
}

void
markdown_clean_code(StrBuf *seen, Str text)
{
	CharWalk walk = {.text = text};

	strbuf_reserve(seen, text.len);
	while (next_char(&walk, seen->arena))
	{
		uint32_t c = walk.c;

		if (c == '\r' && walk.next < text.len && text.data[walk.next] == '\n')
			continue;
		if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
			strbuf_add_char(seen, '\n');
		else if (c == '\v' || c == '\f')
			strbuf_add_char(seen, ' ');
		else if (c == '\t' || !is_dropped(c))
			strbuf_add(seen, walk.bytes);
	}
}

/* ------------------------------------------------------------------ e-mail addresses */

static bool
is_local(char c)
{
	return ascii_word(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

/* The length in bytes of the character at i if it may be part of a domain name; else 0. */
static uint32_t
label_width(Str text, uint32_t i)
{
	uint32_t start = i;
	uint32_t c = i < text.len ? utf8_next(text.data, text.len, &i) : ' ';

	return markdown_word(c) || c == '-' || c == '_' ? i - start : 0;
}

/* A domain has at most 255 bytes; of a longer one its beginning is enough. */
#define MOST_DOMAIN 256

/*
 * Does a name with a dot follow the '@' at "at"? Some parsers take anything except blanks for part
 * of it. Text that follows may continue a domain, so a domain at the end of the text counts.
 */
static bool
domain_follows(Str text, uint32_t at)
{
	uint32_t i = at + 1;

	text = str_sub(text, 0, at + MOST_DOMAIN);
	while (i < text.len && text.data[i] != ' ' && text.data[i] != '@' &&
		   (text.data[i] != '.' || i == at + 1))
		i++;
	return i == text.len || text.data[i] == '.';
}

/* Where the address around the '@' at "at" ends, as people write them. */
static uint32_t
address_end(Str text, uint32_t at)
{
	uint32_t end = at + 1;

	text = str_sub(text, 0, at + MOST_DOMAIN);
	while (end < text.len)
	{
		char c = text.data[end];
		uint32_t width = ascii_word(c) || c == '.' ? 1 : label_width(text, end);

		if (width == 0)
			break;
		end += width;
	}
	while (end > at + 1 && strchr(".-_", text.data[end - 1]) != NULL)
		end--;
	return end;
}

/* The start of the address around the '@' at "at", at least "from". */
static uint32_t
address_start(Str text, uint32_t at, uint32_t from)
{
	while (at > from && is_local(text.data[at - 1]))
		at--;
	return at;
}

/* May a name before the '@' end in it (RFC 5322, atext)? Not all parsers let it. */
static bool
is_atom(char c)
{
	return ascii_word(c) || (c > ' ' && strchr("!#$%&'*+-./=?^_`{|}~", c) != NULL);
}

/*
 * Finds the first address from "from" on; returns false if there is none. If "joined", the text
 * before it may be the local part of an address that begins with its '@'.
 */
static bool
next_address(Str text, uint32_t from, bool joined, uint32_t *start, uint32_t *end)
{
	const char *found;
	uint32_t at = from;

	while (at < text.len && (found = memchr(text.data + at, '@', text.len - at)) != NULL)
	{
		at = (uint32_t) (found - text.data);
		*start = address_start(text, at, from);
		*end = address_end(text, at);
		if ((at > 0 ? is_atom(text.data[at - 1]) : joined) && domain_follows(text, at))
			return true;
		at++;
	}
	return false;
}

void
markdown_mark_addresses(StrBuf *seen, uint32_t from)
{
	bool joined = from > 0 && is_atom(seen->data[from - 1]); /* with the text before it */
	Str text = str_sub(strbuf_str(seen), from, (uint32_t) seen->len);
	uint32_t room = 0; /* for the marks: the text moves up by this much, and back as they are set */
	uint32_t copied = 0;
	size_t polled = 0;
	uint32_t start;
	uint32_t end;

	for (uint32_t i = 0; next_address(text, i, joined, &start, &end); i = end)
	{
		arena_poll_at(seen->arena, i, &polled);
		room += 2;
	}
	polled = 0;
	if (room == 0)
		return;
	strbuf_reserve(seen, room);
	memmove(seen->data + from + room, seen->data + from, text.len);
	text.data = seen->data + from + room;
	for (seen->len = from; next_address(text, copied, joined, &start, &end); copied = end)
	{
		arena_poll_at(seen->arena, copied, &polled);
		memmove(seen->data + seen->len, text.data + copied, start - copied);
		seen->len += start - copied;
		seen->data[seen->len++] = MARK_CODE;
		memmove(seen->data + seen->len, text.data + start, end - start);
		seen->len += end - start;
		seen->data[seen->len++] = MARK_OTHER;
	}
	memmove(seen->data + seen->len, text.data + copied, text.len - copied);
	seen->len += text.len - copied;
}

/* ------------------------------------------------------------------ what a parser acts on */

/* Would an entity or a numeric reference of any length begin at i (section 6.2)? */
static bool
reference_at(Str text, uint32_t i)
{
	uint32_t start = ++i;

	if (i < text.len && text.data[i] == '#')
		start = ++i;
	while (i < text.len && (ascii_word(text.data[i]) || text.data[i] == '_'))
		i++;
	return i > start && i < text.len && text.data[i] == ';';
}

/* Is the '*' at i between spaces of one text? Such a '*' is not a delimiter. */
static bool
stands_free(Str text, uint32_t i, uint32_t from, uint32_t to)
{
	return i > from && i + 1 < to && text.data[i - 1] == ' ' && text.data[i + 1] == ' ';
}

/*
 * Does the '.' at i make an address of the words around it: "www.a", "gazette.fr"? Parsers that
 * recognize addresses without http:// require at least two letters in the last label.
 */
static bool
dot_joins(const StrBuf *seen, uint32_t i)
{
	uint32_t next = markdown_char_at(seen, i + 1);
	uint32_t width = i + 1 < seen->len ? utf8_width(seen->data[i + 1]) : 1;

	if (i >= 3 && str_equal_ascii(str_make(seen->data + i - 3, 3), STR("www")))
		return true;
	return markdown_word(markdown_char_before(seen, i)) && markdown_word(next) &&
		   !(next < 0x80 && ascii_digit((char) next)) &&
		   markdown_word(markdown_char_at(seen, i + 1 + width));
}

/* Is the '/' at i the second one of "//" before an address? */
static bool
slash_joins(const StrBuf *seen, uint32_t i)
{
	return i > 0 && seen->data[i - 1] == '/' && !markdown_space(markdown_char_at(seen, i + 1));
}

static bool
must_escape(const StrBuf *seen, uint32_t i, uint32_t from, uint32_t to, bool whole)
{
	Str text = strbuf_str(seen);

	switch (text.data[i])
	{
		case '\\':
		case '[':
		case ']':
		case '~':
			return true;
		case '*':
			return !stands_free(text, i, from, to);
		case '_':
			/* inside a word it is not a delimiter (section 6.4) */
			return !markdown_word(markdown_char_before(seen, i)) ||
				   !markdown_word(markdown_char_at(seen, i + 1));
		case '!':
			return i + 1 < text.len && (text.data[i + 1] == '[' || text.data[i + 1] == MARK_LINK);
		case '.':
			return !whole && dot_joins(seen, i);
		case '/':
			return !whole && slash_joins(seen, i);
		default:
			return false;
	}
}

/* The '.' or ')' after a number, which begins a list item. */
static uint32_t
number_mark(const StrBuf *seen, uint32_t at)
{
	uint32_t i = at;

	while (i < seen->len && ascii_digit(seen->data[i]))
		i++;
	if (i == at || i == seen->len || (seen->data[i] != '.' && seen->data[i] != ')'))
		return NO_MARK;
	return markdown_word(markdown_char_at(seen, i + 1)) ? NO_MARK : i;
}

uint32_t
markdown_line_mark(const StrBuf *seen, uint32_t at)
{
	uint32_t i = at;

	if (at >= seen->len)
		return NO_MARK;
	switch (seen->data[at])
	{
		case '>':
			return at;
		case ':':
			/* of a row of ":--:" after a row of cells, which GFM reads as a table */
			return markdown_char_at(seen, at + 1) == '-' ? at : NO_MARK;
		case '#':
			while (i < seen->len && seen->data[i] == '#')
				i++;
			return markdown_word(markdown_char_at(seen, i)) ? NO_MARK : at;
		case '+':
		case '-':
		case '=':
		case '|':
			return markdown_word(markdown_char_at(seen, at + 1)) ? NO_MARK : at;
		default:
			return number_mark(seen, at);
	}
}

/* What must_escape() and markdown_escape() look at; all else is copied. */
static const bool acted_on[256] = {
	['!'] = true, ['&'] = true, ['*'] = true,  ['.'] = true, ['/'] = true, ['<'] = true,
	['['] = true, [']'] = true, ['\\'] = true, ['_'] = true, ['`'] = true, ['~'] = true,
};

/* The byte from i on, before `to`, at which a parser may act. */
static uint32_t
next_acted_on(Str text, uint32_t i, uint32_t to)
{
	uint32_t limit = to - i > ARENA_POLL_STEPS ? i + ARENA_POLL_STEPS : to;

	while (i < limit && !acted_on[(unsigned char) text.data[i]])
		i++;
	return i;
}

/*
 * Escapes are backslashes, as people write them, or references where a parser does not see the
 * backslash: at a mark when it searches for the end of a link, always for backticks.
 */
void
markdown_escape(StrBuf *out, size_t most, const StrBuf *seen, uint32_t from, uint32_t to,
				uint32_t mark, bool whole)
{
	Str text = strbuf_str(seen);
	size_t polled = from;

	strbuf_reserve(out, to - from);
	for (uint32_t i = from; i < to && out->len <= most; i++)
	{
		uint32_t end = next_acted_on(text, i, mark >= i && mark < to ? mark : to);
		char c = text.data[i];

		arena_poll_at(out->arena, i, &polled);
		if (end > i)
		{
			Str run = str_sub(text, i, end - i);

			if (run.len > most + 1 - out->len)
				run.len = (uint32_t) (most + 1 - out->len);
			strbuf_add(out, run);
			i += run.len - 1;
		}
		else if (c == '<')
			strbuf_add(out, STR("&lt;"));
		else if (c == '`')
			strbuf_add(out, STR("&#96;"));
		else if (c == ']' && i + 1 < text.len && text.data[i + 1] == '(')
			strbuf_add(out, STR("&#93;"));
		else if (c == '&' && reference_at(text, i))
			strbuf_add(out, STR("&amp;"));
		else if (c == '&' && i != mark)
			strbuf_add_char(out, c);
		else
		{
			if (i == mark || must_escape(seen, i, from, to, whole))
				strbuf_add_char(out, '\\');
			strbuf_add_char(out, c);
		}
	}
}

/* ------------------------------------------------------------------ addresses and fences */

static void
add_percent(StrBuf *out, Str bytes)
{
	static const char digits[] = "0123456789ABCDEF";

	for (uint32_t i = 0; i < bytes.len; i++)
	{
		strbuf_add_char(out, '%');
		strbuf_add_char(out, digits[(unsigned char) bytes.data[i] >> 4]);
		strbuf_add_char(out, digits[(unsigned char) bytes.data[i] & 15]);
	}
}

/*
 * Must this character be escaped in an address, because some parser would act on it? Percent signs
 * are used, because not all parsers see backslashes when they search for the end of a link.
 */
static bool
url_escape(Str url, uint32_t i, uint32_t c)
{
	if (c >= 0x80)
		return is_blank(c) || is_dropped(c) || markdown_space(c);
	if (c == '_')
		return i == 0 || i + 1 == url.len || !ascii_word(url.data[i - 1]) ||
			   !ascii_word(url.data[i + 1]);
	return c <= ' ' || c == 0x7F || memchr("\\()[]*~<>\"`", (int) c, 11) != NULL;
}

void
markdown_add_url(StrBuf *out, Str url)
{
	for (uint32_t i = 0; i < url.len;)
	{
		uint32_t start = i;
		uint32_t c = utf8_next(url.data, url.len, &i);

		if (url_escape(url, start, c))
			add_percent(out, str_sub(url, start, i - start));
		else if (c == '&' && reference_at(url, start))
			strbuf_add(out, STR("&amp;"));
		else
			strbuf_add(out, str_sub(url, start, i - start));
	}
}

uint32_t
markdown_fence(Str text, uint32_t least)
{
	uint32_t run = 0;
	uint32_t fence = least;

	for (uint32_t i = 0; i < text.len; i++)
	{
		run = text.data[i] == '`' ? run + 1 : 0;
		fence = run >= fence ? run + 1 : fence;
	}
	return fence;
}
