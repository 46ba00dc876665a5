/*
 * quote_mark.c
 *	  See quote_mark.h. A straight mark opens or closes by the spaces beside it; where both or
 *	  neither side has one, by turns.
 */
#include "french/quote_mark.h"

#include "french/char_class.h"

/*
 * The longest quotation in bytes. Newspapers quote some sentences at a time; what is longer has
 * lost its closing mark.
 */
#define MARK_BYTES_MAX 4096

#define GUILLEMET_OPEN 0xAB
#define GUILLEMET_CLOSE 0xBB
#define LOW_QUOTE 0x201E
#define QUOTE_OPEN 0x201C
#define QUOTE_CLOSE 0x201D

static bool
is_blank(TextChar ch)
{
	return ch.class == CLASS_SPACE;
}

/* Does a straight mark open: a space or an opening sign before it, and a letter after it? */
static bool
straight_opens(Str text, uint32_t at)
{
	TextChar before = text_char_before(text, at);
	TextChar after = text_char_at(text, at + 1);

	if (!char_class_in_word(after) && !is_blank(before))
		return false;
	return !is_blank(after) &&
		   (is_blank(before) || before.code == '(' || before.class == CLASS_APOSTROPHE ||
			before.code == ':' || before.class == CLASS_HYPHEN);
}

static bool
straight_closes(Str text, uint32_t at)
{
	TextChar after = text_char_at(text, at + 1);

	return !is_blank(text_char_before(text, at)) && !char_class_in_word(after);
}

static bool
opens(Str text, uint32_t at, uint32_t c)
{
	if (c == GUILLEMET_OPEN || c == QUOTE_OPEN || c == LOW_QUOTE)
		return true;
	return c == '"' && !(straight_closes(text, at) && !straight_opens(text, at));
}

static bool
closes(Str text, uint32_t at, uint32_t open, uint32_t c)
{
	switch (open)
	{
		case GUILLEMET_OPEN:
			return c == GUILLEMET_CLOSE;
		case QUOTE_OPEN:
		case LOW_QUOTE:
			return c == QUOTE_CLOSE || (open == LOW_QUOTE && c == QUOTE_OPEN);
		default:
			return c == '"' && !straight_opens(text, at);
	}
}

/* Does a word follow a mark that ends before byte `at`, after blanks? */
static bool
opens_paragraph(Str text, uint32_t at)
{
	TextChar ch = text_char_at(text, at);

	while (at < text.len && ch.class == CLASS_SPACE && ch.code != '\n')
	{
		at = ch.end;
		ch = text_char_at(text, at);
	}
	return ch.class == CLASS_LETTER || ch.class == CLASS_DIGIT;
}

/*
 * Is the quotation that `open` opened taken up at byte `at`, the start of a line? French papers
 * repeat its opening or its closing mark, English ones its opening mark.
 */
static bool
reopens(Str text, uint32_t at, uint32_t open)
{
	TextChar ch = text_char_at(text, at);

	while (at < text.len && ch.class == CLASS_SPACE && ch.code != '\n')
	{
		at = ch.end;
		ch = text_char_at(text, at);
	}
	return (ch.code == open || (open == GUILLEMET_OPEN && ch.code == GUILLEMET_CLOSE)) &&
		   opens_paragraph(text, ch.end);
}

/*
 * Finds the mark that closes the one before byte `from`: returns its byte, or 0. *next is then the
 * byte to go on from.
 */
static uint32_t
find_close(Str text, uint32_t from, uint32_t open, uint32_t *next)
{
	uint32_t end = char_class_cut(text, from + MARK_BYTES_MAX).len;
	bool broken = false; /* after a line break */
	bool blank = false;	 /* since that line break only blanks */

	for (uint32_t at = from; at < end;)
	{
		TextChar ch = text_char_at(text, at);

		*next = at;
		if (closes(text, at, open, ch.code) &&
			!(open == GUILLEMET_OPEN && broken && blank && opens_paragraph(text, ch.end)))
			return at;
		if (ch.code == open && open != '"' && !(broken && blank))
			return 0;
		if (ch.code == '"' && open == '"')
			return 0;
		if (ch.code == '\n')
		{
			if (broken && (open == '"' || (blank && !reopens(text, ch.end, open))))
				return 0;
			broken = blank = true;
		}
		else if (!is_blank(ch))
			blank = false;
		at = ch.end;
	}
	*next = end;
	return 0;
}

static void
add_mark(QuoteMarks *marks, Arena *arena, QuoteMark mark)
{
	marks->items =
		arena_fit(arena, marks->items, marks->count, &marks->size, 32, sizeof(QuoteMark));
	marks->items[marks->count++] = mark;
}

/* The kinds of opening marks, as an index. */
static int
kind_of(uint32_t open)
{
	return open == GUILLEMET_OPEN ? 0 : open == '"' ? 1 : 2;
}

/*
 * Adds the pair that the character ch at byte `at` opens, if it does; returns the byte to go on
 * from. hopeless[kind] is the byte before which marks of a kind have been found to close nowhere.
 */
static uint32_t
read_mark(QuoteMarks *marks, Arena *arena, Str text, uint32_t at, uint32_t hopeless[3])
{
	TextChar ch = text_char_at(text, at);
	uint32_t next = ch.end;
	uint32_t close;
	Str inside;

	if (!opens(text, at, ch.code) || at < hopeless[kind_of(ch.code)])
		return ch.end;
	close = find_close(text, ch.end, ch.code, &next);
	if (close == 0)
	{
		hopeless[kind_of(ch.code)] = next;
		return ch.end;
	}
	inside = str_trim(str_sub(text, ch.end, close - ch.end));
	next = text_char_at(text, close).end;
	if (inside.len > 0)
		add_mark(marks, arena, (QuoteMark){at, next, inside});
	return next;
}

void
quote_marks_find(QuoteMarks *marks, Arena *arena, Str text)
{
	uint32_t hopeless[3] = {0, 0, 0};
	size_t polled = 0;

	*marks = (QuoteMarks){NULL, 0, 0};
	for (uint32_t at = 0; at < text.len;)
	{
		unsigned char byte = (unsigned char) text.data[at];

		arena_poll_at(arena, at, &polled);
		if (byte == '"' || byte == 0xC2 || byte == 0xE2)
			at = read_mark(marks, arena, text, at, hopeless);
		else
			at++;
	}
}
