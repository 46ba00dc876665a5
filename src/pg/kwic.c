/*
 * kwic.c
 *	  SQL: article_kwic, a concordance (key word in context): a text and a tsquery in, each match
 *	  with the text to its left and right out, one row each, in the order of the text.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "tsearch/ts_type.h"

#include "base/utf8.h"
#include "french/char_class.h"
#include "french/word_scan.h"
#include "pg/compat.h"
#include "pg/kwic.h"
#include "pg/memory.h"
#include "pg/passage.h"
#include "pg/servertext.h"
#include "pg/tsearch.h"

/* Widest context in characters, so that the rows of a text are at most as long as this allows. */
#define MAX_WIDTH 1000

/* The columns of a row. */
enum
{
	COLUMN_START,
	COLUMN_LEFT,
	COLUMN_MATCH,
	COLUMN_RIGHT
};

static void
add_occurrences(SpanSearch *search, const Arena *arena, Str text)
{
	WordScan *scan = palloc(sizeof(WordScan));

	word_scan_start(scan, arena, text);
	while (word_scan_next(scan))
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32_t i = 0; i < scan->count; i++)
		{
			uint32_t position;
			Str term = word_scan_term(scan, i, &position);
			Span span;
			Str place;

			if (!span_search_wants(search, term))
				continue;
			place = word_scan_place(scan, i);
			span.first = span.last = (int32) position;
			span.start = (uint32) (place.data - text.data);
			span.end = span.start + place.len;
			span_search_add(search, term, &span);
		}
	}
	pfree(scan);
}

static bool
is_space_at(Str text, uint32 byte)
{
	return text_char_at(text, byte).class == CLASS_SPACE;
}

/* Is this byte inside a word: is there no space on either side? */
static bool
cuts_word(Str text, uint32 byte)
{
	return byte > 0 && byte < text.len && !is_space_at(text, byte) &&
		   text_char_before(text, byte).class != CLASS_SPACE;
}

static uint32
before(Str text, uint32 byte)
{
	do
		byte--;
	while (byte > 0 && ((unsigned char) text.data[byte] & 0xC0) == 0x80);
	return byte;
}

/* Returns the text of at most width characters before a byte, from the start of a word on. */
static Str
left_of(Str text, uint32 byte, int width)
{
	uint32 edge = byte;

	for (; width > 0 && edge > 0; width--)
		edge = before(text, edge);
	if (cuts_word(text, edge))
	{
		while (edge < byte && !is_space_at(text, edge))
			edge = text_char_at(text, edge).end;
	}
	while (edge < byte && is_space_at(text, edge))
		edge = text_char_at(text, edge).end;
	return str_sub(text, edge, byte - edge);
}

/* Returns the text of at most width characters after a byte, up to the end of a word. */
static Str
right_of(Str text, uint32 byte, int width)
{
	uint32 edge = byte;

	for (; width > 0 && edge < text.len; width--)
		edge = text_char_at(text, edge).end;
	if (cuts_word(text, edge))
	{
		while (edge > byte && text_char_before(text, edge).class != CLASS_SPACE)
			edge = before(text, edge);
	}
	while (edge > byte && text_char_before(text, edge).class == CLASS_SPACE)
		edge = before(text, edge);
	return str_sub(text, byte, edge - byte);
}

/* Returns a slice of the text on one line: each run of white space is one space. */
static Datum
one_line(Str slice)
{
	char *line = palloc((Size) slice.len + 1);
	uint32 len = 0;
	Datum result;

	for (uint32 at = 0; at < slice.len;)
	{
		TextChar ch = text_char_at(slice, at);

		if (ch.class != CLASS_SPACE)
		{
			memcpy(line + len, slice.data + at, ch.end - at);
			len += ch.end - at;
		}
		else if (len == 0 || line[len - 1] != ' ')
			line[len++] = ' ';
		at = ch.end;
	}
	result = servertext_datum(str_make(line, len));
	pfree(line);
	return result;
}

static void
put_match(PassageList *list, const Span *match, int width)
{
	RowValues row = {0};

	passage_place(list, &row, str_sub(list->text, match->start, match->end - match->start));
	row.value[COLUMN_LEFT] = one_line(left_of(list->text, match->start, width));
	row.value[COLUMN_MATCH] =
		one_line(str_sub(list->text, match->start, match->end - match->start));
	row.value[COLUMN_RIGHT] = one_line(right_of(list->text, match->end, width));
	passage_put(list, &row);
	for (int i = COLUMN_LEFT; i <= COLUMN_RIGHT; i++)
		pfree(DatumGetPointer(row.value[i]));
}

SQL_FUNCTION(article_kwic);
Datum
article_kwic(PG_FUNCTION_ARGS)
{
	int width = PG_GETARG_INT32(2);
	SpanSearch *search;
	SpanList matches;
	PassageList list;
	Arena arena;

	tsearch_check_encoding();
	if (width < 0 || width > MAX_WIDTH)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"width\" must be between 0 and %d: %d", MAX_WIDTH, width)));
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	passage_open(&list, fcinfo, passage_argument(&arena, PG_GETARG_TEXT_PP(0)));
	search = span_search(PG_GETARG_TSQUERY(1));
	add_occurrences(search, &arena, list.text);
	matches = span_search_matches(search);
	for (int i = 0; i < matches.count; i++)
		put_match(&list, &matches.spans[i], width);
	arena_free(&arena);
	return (Datum) 0;
}
