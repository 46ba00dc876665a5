/*
 * sentence.c
 *	  See sentence.h. A scan for the few bytes that may matter: a mark that ends a sentence is
 *	  judged by the word before it and the character after it; a pair of quotation marks or
 *	  parentheses is crossed in one step.
 */
#include "french/sentence.h"

#include "french/char_class.h"
#include "french/sentence_word.h"
#include "text/char.h"

#define GUILLEMET_OPEN 0xAB
#define GUILLEMET_CLOSE 0xBB
#define QUOTE_OPEN 0x201C
#define QUOTE_CLOSE 0x201D
#define ELLIPSIS 0x2026

/*
 * The longest quotation, in bytes, that is crossed in one step. Quotations of a newspaper have at
 * most a few sentences; a mark whose partner is further away has lost it.
 */
#define PAIR_BYTES_MAX 4096

/*
 * No sentence is longer; the rest of it is another. As rows, longer ones would take their time in
 * the server, which does not look for interrupts within a value.
 */
#define SENTENCE_BYTES_MAX (1024 * 1024)

/*
 * Bytes in a line from which on it may be one that was broken to fit a column: then a word in
 * lowercase on the next line continues its sentence.
 */
#define WRAPPED_LINE_MIN 40

/* Bytes that may begin something that matters. The lead bytes are those of « » U+0085 and “ ” …. */
static const bool matters[256] = {
	['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, ['!'] = true,
	['"'] = true,  ['('] = true,  ['.'] = true,	 [';'] = true,	['?'] = true,
	['['] = true,  [0xC2] = true, [0xE2] = true,
};

typedef enum Stop
{
	STOP_NONE,
	STOP_PERIOD,
	STOP_MARK,	  /* ! ? */
	STOP_ELLIPSIS /* ... … */
} Stop;

static bool
is_line_break(uint32_t c)
{
	return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static Stop
stop_of(uint32_t c)
{
	if (c == '.')
		return STOP_PERIOD;
	if (c == ELLIPSIS)
		return STOP_ELLIPSIS;
	return c == '!' || c == '?' || c == 0x203C || (c >= 0x2047 && c <= 0x2049) ? STOP_MARK
																			   : STOP_NONE;
}

/* Moves over spaces other than line breaks. */
static uint32_t
skip_blanks(Str text, uint32_t at)
{
	while (at < text.len)
	{
		TextChar ch = text_char_at(text, at);

		if (ch.class != CLASS_SPACE || is_line_break(ch.code))
			break;
		at = ch.end;
	}
	return at;
}

/* ---------------------------------------------------------------- pairs */

static uint32_t
partner_of(uint32_t c)
{
	switch (c)
	{
		case '"':
			return '"';
		case '(':
			return ')';
		case '[':
			return ']';
		case GUILLEMET_OPEN:
			return GUILLEMET_CLOSE;
		case QUOTE_OPEN:
			return QUOTE_CLOSE;
		default:
			return 0;
	}
}

/*
 * Returns the byte of the mark that closes what `open` opens before byte `at`, or 0: on the same
 * line, not too far away, and before another mark like it opens. So each byte is searched at most
 * once for each kind of mark.
 */
static uint32_t
find_partner(Str text, uint32_t at, uint32_t open)
{
	uint32_t close = partner_of(open);
	uint32_t end = char_class_cut(text, at + PAIR_BYTES_MAX).len;

	while (at < end)
	{
		TextChar ch = text_char_at(text, at);

		if (ch.code == close)
			return at;
		if (ch.code == open || is_line_break(ch.code))
			return 0;
		at = ch.end;
	}
	return 0;
}

/* What ends the text between two bytes; nothing if that is only an omission: (...) */
static Stop
stop_before(Str text, uint32_t start, uint32_t end)
{
	TextChar ch;
	Stop stop = STOP_NONE;

	for (uint32_t at = end; at > start; at--)
	{
		if (((unsigned char) text.data[at - 1] & 0xC0) == 0x80)
			continue;
		ch = text_char_at(text, at - 1);
		if (stop == STOP_NONE)
			stop = stop_of(ch.code);
		if (ch.class == CLASS_SPACE || stop_of(ch.code) != STOP_NONE)
			continue;
		return stop;
	}
	return STOP_NONE;
}

/* ---------------------------------------------------------------- after a stop */

/*
 * Does the straight quotation mark at byte `mark`, after a stop that ended at byte `at`, close a
 * quotation whose opening mark is lost or too far away? It does if it touches the stop but not what
 * follows. Between two spaces it does if no mark of its line closes what it would open.
 */
static bool
closes_here(Str text, uint32_t at, uint32_t mark, uint32_t after)
{
	uint32_t partner;

	if (text_char_at(text, after).class != CLASS_SPACE)
		return false;
	if (mark == at)
		return true;
	partner = find_partner(text, after, '"');
	return partner == 0 || (text_char_before(text, partner).class == CLASS_SPACE &&
							text_char_at(text, partner + 1).class != CLASS_SPACE);
}

/* Moves over marks that belong to a stop: ?! ... ." ») and notes [3]. */
static uint32_t
skip_tail(Str text, uint32_t at, Stop *stop)
{
	uint32_t dots = *stop == STOP_PERIOD;

	while (at < text.len)
	{
		uint32_t next = skip_blanks(text, at);
		TextChar ch = text_char_at(text, next);
		Stop more = stop_of(ch.code);

		if (more == STOP_PERIOD && next == at && *stop == STOP_PERIOD)
			*stop = ++dots > 1 ? STOP_ELLIPSIS : STOP_PERIOD;
		else if (ch.code == '"' && closes_here(text, at, next, ch.end))
			;
		else if (more == STOP_NONE && ch.code != GUILLEMET_CLOSE &&
				 (next > at || (ch.code != ')' && ch.code != ']' && ch.code != QUOTE_CLOSE)))
			break;
		else if (more == STOP_PERIOD && next > at)
			break;
		else if (more == STOP_MARK)
			*stop = STOP_MARK;
		at = ch.end;
	}
	return at;
}

/* The first character from a byte on that is not a space, an opening mark or a dash. */
static TextChar
first_of_next(Str text, uint32_t *at)
{
	for (int i = 0; i < 8; i++)
	{
		TextChar ch;

		*at = skip_blanks(text, *at);
		ch = text_char_at(text, *at);
		if (ch.code != '"' && ch.code != '(' && ch.code != '[' && ch.code != GUILLEMET_OPEN &&
			ch.code != QUOTE_OPEN && ch.class != CLASS_HYPHEN && ch.class != CLASS_APOSTROPHE &&
			ch.code != 0x2013 && ch.code != 0x2014)
			return ch;
		*at = ch.end;
	}
	return text_char_at(text, *at);
}

/* Is this a character that no sentence begins with? */
static bool
goes_on(uint32_t c)
{
	return c == ',' || c == ';' || c == ':' || c == ')' || c == '/' || c == '%';
}

static bool
is_small_letter(TextChar ch)
{
	return ch.class == CLASS_LETTER && char_has_case(ch.code) && char_lower(ch.code) == ch.code;
}

/* Does a period without a space after it end a sentence: fin.Le? */
static bool
is_glued_end(Str text, uint32_t start, uint32_t period, uint32_t next)
{
	return char_class_is_capital(text_char_at(text, next).code) &&
		   sentence_word_is_common(text, start, period) && sentence_word_opens(text, next);
}

/* Does a period end a sentence, given the word before it and what follows? */
static bool
period_ends(Str text, uint32_t start, uint32_t period, uint32_t next, TextChar first)
{
	bool figure = first.class == CLASS_DIGIT;
	bool capital = char_class_is_capital(first.code);

	switch (sentence_word_before(text, start, period))
	{
		case SENTENCE_MARKER:
		case SENTENCE_OPENS:
			return false;
		case SENTENCE_NUMBERS:
			return capital && !sentence_word_is_number(text, next) &&
				   text_char_at(text, first.end).code != '.';
		case SENTENCE_CLOSES:
			return capital || (!figure && !is_small_letter(first));
		case SENTENCE_INITIAL:
			return capital && sentence_word_opens(text, next);
		default:
			return !is_small_letter(first) || sentence_word_is_common(text, start, period);
	}
}

/*
 * Judges the stop at byte `at`, in a sentence from `start`: returns the byte after the sentence, or
 * 0 if it goes on. *past is set to the byte from which to go on.
 */
static uint32_t
judge(Str text, uint32_t start, uint32_t at, uint32_t after, Stop stop, uint32_t *past)
{
	uint32_t end = skip_tail(text, after, &stop);
	uint32_t next = skip_blanks(text, end);
	bool spaced = next > end;
	TextChar first;

	*past = end;
	if (next >= text.len || is_line_break(text_char_at(text, next).code))
		return stop == STOP_PERIOD && next < text.len &&
					   sentence_word_before(text, start, at) == SENTENCE_MARKER
				   ? 0
				   : end;
	first = first_of_next(text, &next);
	if (!spaced && first.class == CLASS_LETTER)
		return stop == STOP_PERIOD && is_glued_end(text, start, at, next) ? end : 0;
	if (!spaced || first.class == CLASS_SPACE || goes_on(first.code))
		return 0;
	if (stop == STOP_PERIOD)
		return period_ends(text, start, at, next, first) ? end : 0;
	return is_small_letter(first) ? 0 : end;
}

/*
 * Does an item of a list that was run into one line follow a semicolon: "; 2. La maternité", "; -
 * le programme", "; Il convient"?
 */
static bool
item_follows(Str text, uint32_t at)
{
	uint32_t next = skip_blanks(text, at);
	TextChar first = text_char_at(text, next);
	uint32_t end = next;

	if (next == at)
		return false;
	if (char_class_is_capital(first.code))
		return sentence_word_opens(text, next);
	if (first.class == CLASS_HYPHEN || first.code == 0x2013)
		return text_char_at(text, first.end).class == CLASS_SPACE;
	while (end < text.len && end - next < 3 && ascii_digit(text.data[end]))
		end++;
	return end > next &&
		   (text_char_at(text, end).code == '.' || text_char_at(text, end).code == ')');
}

/* ---------------------------------------------------------------- line breaks */

/* Does the line from `start` to the line break at `at` go on in the next one? */
static bool
is_wrapped(Str text, uint32_t start, uint32_t at)
{
	TextChar ch = text_char_at(text, at);
	uint32_t next = skip_blanks(
		text, ch.end + (ch.code == '\r' && ch.end < text.len && text.data[ch.end] == '\n'));
	Str line = str_trim(str_sub(text, start, at - start));

	if (line.len < WRAPPED_LINE_MIN || !is_small_letter(text_char_at(text, next)))
		return false;
	return strchr(".!?:;", line.data[line.len - 1]) == NULL;
}

/* ---------------------------------------------------------------- the scan */

/*
 * Handles the character ch at byte `at` of the sentence from `start`: returns the end of the
 * sentence, or 0 and in *past the byte from which to go on.
 */
static uint32_t
step(Str text, uint32_t start, uint32_t at, TextChar ch, uint32_t *past)
{
	Stop stop = stop_of(ch.code);
	uint32_t close;

	*past = ch.end;
	if (is_line_break(ch.code))
		return is_wrapped(text, start, at) ? 0 : at;
	if (ch.code == ';')
		return item_follows(text, ch.end) ? ch.end : 0;
	if (stop != STOP_NONE)
		return judge(text, start, at, ch.end, stop, past);
	close = partner_of(ch.code) != 0 ? find_partner(text, ch.end, ch.code) : 0;
	if (close == 0)
		return 0;
	stop = stop_before(text, ch.end, close);
	*past = text_char_at(text, close).end;
	if (stop == STOP_NONE || ((ch.code == '(' || ch.code == '[') && at != start))
		return 0;
	if (stop == STOP_PERIOD)
		stop = STOP_MARK; /* no abbreviation ends a quotation */
	return judge(text, start, at, *past, stop, past);
}

static uint32_t
find_end(const SentenceScanner *scanner, uint32_t start)
{
	Str text = char_class_cut(scanner->text, start + SENTENCE_BYTES_MAX);
	size_t polled = start;

	for (uint32_t at = start; at < text.len;)
	{
		uint32_t limit = text.len - at > ARENA_POLL_STEPS ? at + ARENA_POLL_STEPS : text.len;
		TextChar ch;
		uint32_t end;

		while (at < limit && !matters[(unsigned char) text.data[at]])
			at++;
		arena_poll_at(scanner->arena, at, &polled);
		if (at == limit)
			continue;
		ch = text_char_at(text, at);
		end = step(text, start, at, ch, &at);
		if (end > 0)
			return end;
	}
	return text.len;
}

void
sentence_start(SentenceScanner *scanner, const Arena *arena, Str text)
{
	*scanner = (SentenceScanner){arena, text, 0};
}

static uint32_t
skip_white(const Arena *arena, Str text, uint32_t at)
{
	size_t polled = at;

	while (at < text.len)
	{
		TextChar ch = text_char_at(text, at);

		arena_poll_at(arena, at, &polled);
		if (ch.class != CLASS_SPACE)
			break;
		at = ch.end;
	}
	return at;
}

bool
sentence_next(SentenceScanner *scanner, Str *sentence)
{
	Str text = scanner->text;

	for (;;)
	{
		uint32_t start = skip_white(scanner->arena, text, scanner->next);
		uint32_t end;

		if (start >= text.len)
		{
			scanner->next = text.len;
			return false;
		}
		end = find_end(scanner, start);
		scanner->next = end > start ? end : start + 1; /* in bytes that are not UTF-8 */
		*sentence = str_trim(str_sub(text, start, scanner->next - start));
		if (sentence->len > 0)
			return true;
	}
}
