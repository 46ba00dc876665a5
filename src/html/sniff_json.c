/*
 * sniff_json.c
 *	  See sniff.h: a document that is JSON (RFC 8259) from its first byte as far as examined, or up
 *	  to where it is truncated.
 */
#include "base/array.h"
#include "html/sniff.h"

/* Deeper nesting is not followed: a document that gets this far is JSON. */
#define DEEPEST 64
/* A truncated document must have at least this many values; a key counts as one. */
#define FEWEST_VALUES 2
#define FEED_LOOK 1024

typedef enum JsonFit
{
	FIT_NONE,
	FIT_CUT, /* valid, but truncated */
	FIT_WHOLE
} JsonFit;

typedef struct JsonCursor
{
	Str text;
	uint32_t at;
	uint32_t values;
	uint32_t depth;
	char closing[DEEPEST]; /* closing brackets of the open objects and arrays */
	bool cut;			   /* the text is truncated */
} JsonCursor;

static void
skip_space(JsonCursor *cursor)
{
	while (cursor->at < cursor->text.len && ascii_space(cursor->text.data[cursor->at]))
		cursor->at++;
	cursor->cut = cursor->at == cursor->text.len;
}

static bool
take_char(JsonCursor *cursor, char c)
{
	skip_space(cursor);
	if (cursor->cut || cursor->text.data[cursor->at] != c)
		return false;
	cursor->at++;
	return true;
}

static bool
take_string(JsonCursor *cursor)
{
	if (!take_char(cursor, '"'))
		return false;
	for (; cursor->at < cursor->text.len; cursor->at++)
	{
		unsigned char c = (unsigned char) cursor->text.data[cursor->at];

		if (c == '"')
		{
			cursor->at++;
			return true;
		}
		if (c < ' ')
			return false;
		cursor->at += c == '\\';
	}
	cursor->cut = true;
	return false;
}

/* Reads a number, true, false or null; does not check which words its letters form. */
static bool
take_word(JsonCursor *cursor)
{
	uint32_t from;

	skip_space(cursor);
	from = cursor->at;
	while (cursor->at < cursor->text.len &&
		   (ascii_digit(cursor->text.data[cursor->at]) ||
			strchr("truefalsn+-.E", cursor->text.data[cursor->at]) != NULL))
		cursor->at++;
	cursor->cut = cursor->at == cursor->text.len;
	return cursor->at > from && !cursor->cut;
}

/* Reads the key of a member after a bracket or a comma, if an object is open. */
static bool
take_key(JsonCursor *cursor)
{
	if (cursor->closing[cursor->depth - 1] == ']')
		return true;
	if (!take_string(cursor) || !take_char(cursor, ':'))
		return false;
	cursor->values++;
	return true;
}

/* Opens an object or an array and reads its first key. Returns false if it is empty or invalid. */
static bool
open_value(JsonCursor *cursor)
{
	char closing = take_char(cursor, '{') ? '}' : take_char(cursor, '[') ? ']' : '\0';

	if (closing == '\0' || cursor->depth == DEEPEST)
		return false;
	cursor->closing[cursor->depth++] = closing;
	return true;
}

/* Closes the objects and arrays that end here. Returns true if a comma and another value follow. */
static bool
close_values(JsonCursor *cursor)
{
	while (cursor->depth > 0 && take_char(cursor, cursor->closing[cursor->depth - 1]))
		cursor->depth--;
	return cursor->depth > 0 && take_char(cursor, ',');
}

static JsonFit
fit(JsonCursor *cursor)
{
	bool more = open_value(cursor);

	while (more)
	{
		bool opened;

		skip_space(cursor);
		if (cursor->cut)
			break;
		if (cursor->text.data[cursor->at] != cursor->closing[cursor->depth - 1])
		{
			if (!take_key(cursor))
				break;
			opened = open_value(cursor);
			if (opened)
				continue;
			if (cursor->depth == DEEPEST)
				return FIT_WHOLE;
			if (!take_string(cursor) && (cursor->cut || !take_word(cursor)))
				break;
			cursor->values++;
		}
		more = close_values(cursor);
	}
	if (cursor->depth == 0 && cursor->at > 0)
		return FIT_WHOLE;
	return cursor->cut && cursor->values >= FEWEST_VALUES ? FIT_CUT : FIT_NONE;
}

/* Skips a prefix that keeps JSON from being run as a script. */
static Str
without_guard(Str text)
{
	static const Str guards[] = {{")]}'", 4}, {")]}',", 5}, {"while(1);", 9}, {"for(;;);", 8}};

	for (size_t i = 0; i < lengthof(guards); i++)
		if (str_starts_ascii(text, guards[i]))
			return str_trim(str_sub(text, guards[i].len, text.len));
	return text;
}

Str
sniff_json(Str text)
{
	JsonCursor cursor = {.text = without_guard(str_trim(str_sub(text, 0, SNIFF_LOOK)))};
	JsonFit found = fit(&cursor);

	if (found == FIT_WHOLE)
	{
		skip_space(&cursor); /* JSON Lines: another value may follow */
		found = cursor.cut || cursor.text.data[cursor.at] == '{' ||
						cursor.text.data[cursor.at] == '[' || cursor.depth > 0
					? FIT_WHOLE
					: FIT_NONE;
	}
	if (found == FIT_NONE)
		return STR_NONE;
	return str_find(str_sub(text, 0, FEED_LOOK), STR("jsonfeed.org/version/")) >= 0 ||
				   str_find(str_sub(text, 0, FEED_LOOK), STR("jsonfeed.org\\/version\\/")) >= 0
			   ? STR("feed")
			   : STR("json");
}
