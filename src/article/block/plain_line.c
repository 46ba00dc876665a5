/*
 * plain_line.c
 *	  See plain_line.h.
 *
 * A program that wraps text breaks a line only where the next word does not fit. So lines were
 * wrapped if most of them have no space for the first word of the next line; a line that has ends a
 * paragraph.
 */
#include "article/block/plain_line.h"

#include "base/swar.h"
#include "base/utf8.h"
#include "text/char.h"

/* Programs wrap lines at a width between these two, in characters. */
#define NARROWEST 40
#define WIDEST 100
/* One line in this many may be longer than the width: an address that cannot be broken. */
#define OVERLONG_SHARE 50
/*
 * A line is full if it and the next word reach this share of the width, in percent: people and
 * proportional fonts break a little earlier.
 */
#define FULL 80
/* Least share of full lines, in percent, of those that are followed by another one. */
#define MOSTLY_FULL 70
/* Bytes of a text that show how its lines were broken: far more than an article has. */
#define LAYOUT_SHOWN 65536

bool
line_next(LineCursor *cursor, Str *line)
{
	Str rest;
	const char *end;

	if (cursor->pos >= cursor->text.len)
		return false;
	rest = str_make(cursor->text.data + cursor->pos, cursor->text.len - cursor->pos);
	end = swar_find(rest.data, rest.data + rest.len, '\n');
	rest.len = end != NULL ? (uint32_t) (end - rest.data) : rest.len;
	cursor->pos += rest.len + 1;
	*line = str_trim(rest);
	arena_poll_at(cursor->arena, cursor->pos, &cursor->polled);
	return true;
}

/* Characters of a text, counted up to WIDEST + 1. */
static uint32_t
count_chars(Str text)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < text.len && chars <= WIDEST; i++)
		chars += ((unsigned char) text.data[i] & 0xC0) != 0x80;
	return chars;
}

static bool
is_full(Str before, Str line, uint32_t width)
{
	return (count_chars(before) + 1 + count_chars(str_first_word(line))) * 100 >= width * FULL;
}

/* ------------------------------------------------------------------ the page */

/* A text has at most one tag in this many lines, and at least this many lines. */
#define LINES_A_TAG 4
#define LEAST_LINES 6

static uint32_t
count_breaks(Str text)
{
	uint32_t breaks = 0;
	const char *end = text.data + text.len;

	for (const char *at = text.data; at < end && (at = memchr(at, '\n', (size_t) (end - at))); at++)
		breaks++;
	return breaks;
}

bool
page_is_lines(const Page *page)
{
	uint32_t lines = 0;

	if (page->ntags == 0)
		return true;
	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (tag == TAG_text)
			lines += count_breaks(node_str(&page->nodes[i]));
		else if (tag == TAG_br || tag_is_block(tag))
			return false;
	}
	return lines >= LEAST_LINES && lines / LINES_A_TAG >= page->ntags;
}

/* ------------------------------------------------------------------ layout */

/*
 * The length that hardly any line exceeds; 0 if there is none up to WIDEST. Lengths below NARROWEST
 * are all one to the caller, so lines of fewer bytes count as one character.
 */
static uint32_t
width_of(const Arena *arena, Str text)
{
	LineCursor cursor = {arena, text, 0, 0};
	uint32_t lines[WIDEST + 2] = {0};
	uint32_t all = 0;
	uint32_t longer;
	uint32_t width = WIDEST + 1;
	Str line;

	while (line_next(&cursor, &line))
	{
		all += line.len > 0;
		lines[line.len < NARROWEST ? 1 : count_chars(line)] += line.len > 0;
	}
	for (longer = 0; width > 0 && (longer + lines[width]) * OVERLONG_SHARE <= all; width--)
		longer += lines[width];
	return width <= WIDEST ? width : 0;
}

static bool
mostly_full(const Arena *arena, Str text, uint32_t width)
{
	LineCursor cursor = {arena, text, 0, 0};
	uint64_t followed = 0;
	uint64_t full = 0;
	Str before = STR_NONE;
	Str line;

	while (line_next(&cursor, &line))
	{
		if (line.len > 0 && before.len > 0)
		{
			followed++;
			full += line_hyphen(before) > 0 || is_full(before, line, width);
		}
		before = line;
	}
	return followed > 0 && full * 100 >= followed * MOSTLY_FULL;
}

LineLayout
lines_layout(const Arena *arena, Str text, KnownWord known_word)
{
	Str shown = str_cut(text, LAYOUT_SHOWN);
	LineLayout layout = {width_of(arena, shown), known_word};

	if (layout.width < NARROWEST || !mostly_full(arena, shown, layout.width))
		layout.width = 0;
	return layout;
}

/* ------------------------------------------------------------------ two lines */

#define SOFT_HYPHEN STR("\xC2\xAD")
#define UNICODE_HYPHEN STR("\xE2\x80\x90")

uint32_t
line_hyphen(Str line)
{
	if (str_ends_ascii(line, SOFT_HYPHEN))
		return SOFT_HYPHEN.len;
	if (str_ends_ascii(line, UNICODE_HYPHEN))
		return UNICODE_HYPHEN.len;
	return str_ends_ascii(line, STR("-"));
}

/* Where the word that ends a text begins. */
static uint32_t
word_start(Str text)
{
	uint32_t start = text.len;

	while (start > 0)
	{
		uint32_t at = start - 1;
		uint32_t next;

		while (at > 0 && ((unsigned char) text.data[at] & 0xC0) == 0x80)
			at--;
		next = at;
		if (!char_is(utf8_next(text.data, text.len, &next), CHAR_LETTERS))
			break;
		start = at;
	}
	return start;
}

/* Where the word that begins a text ends. */
static uint32_t
word_end(Str text)
{
	uint32_t end = 0;

	while (end < text.len)
	{
		uint32_t next = end;

		if (!char_is(utf8_next(text.data, text.len, &next), CHAR_LETTERS))
			break;
		end = next;
	}
	return end;
}

/* Longer words are not looked up. */
#define LONGEST_WORD 64

/* Is this a word if the two parts are put together? */
static bool
is_one_word(KnownWord known_word, Str first, Str second)
{
	char word[LONGEST_WORD];
	uint32_t from = word_start(first);
	uint32_t length = first.len - from;
	uint32_t more = word_end(second);

	if (known_word == NULL || length == 0 || more == 0 || length + more > sizeof(word))
		return false;
	memcpy(word, first.data + from, length);
	memcpy(word + length, second.data, more);
	word[0] = ascii_lower(word[0]);
	return known_word(str_make(word, length + more));
}

static LineJoin
join_hyphen(const LineLayout *layout, Str before, Str line)
{
	uint32_t hyphen = line_hyphen(before);
	Str first = str_sub(before, 0, before.len - hyphen);
	uint32_t at = word_start(first);

	if (at == first.len || word_end(line) == 0)
		return LINE_SPACED; /* a dash */
	if (str_ends_ascii(before, SOFT_HYPHEN) || is_one_word(layout->known_word, first, line))
		return LINE_HYPHENATED;
	return LINE_GLUED;
}

/* "- item", "* item", "• item" */
static bool
begins_item(Str line)
{
	return line.len > 1 && (memcmp(line.data, "- ", 2) == 0 || memcmp(line.data, "* ", 2) == 0 ||
							str_starts_ascii(line, STR("\xE2\x80\xA2")));
}

LineJoin
line_join(const LineLayout *layout, Str before, Str line)
{
	if (layout->width == 0 || before.len == 0 || line.len == 0)
		return LINE_APART;
	if (line_hyphen(before) > 0)
		return join_hyphen(layout, before, line);
	return is_full(before, line, layout->width) && !begins_item(line) ? LINE_SPACED : LINE_APART;
}
