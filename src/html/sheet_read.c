/*
 * sheet_read.c
 *	  See sheet.h. Follows CSS Syntax Level 3 as far as needed to separate the rules.
 */
#include "html/sheet.h"

/* Deepest nesting: @media in @supports in @layer … */
#define MOST_NESTED 8

typedef struct SheetCursor
{
	const Arena *arena;
	Str text;
	uint32_t pos;
	size_t polled;
} SheetCursor;

/* Returns the end of a comment or quoted string that begins at i, or i if there is none. */
static uint32_t
skip_opaque(Str text, uint32_t i)
{
	if (text.data[i] == '/' && i + 1 < text.len && text.data[i + 1] == '*')
	{
		for (i += 2; i < text.len; i++)
			if (text.data[i] == '/' && text.data[i - 1] == '*')
				return i + 1;
		return text.len;
	}
	if (text.data[i] == '"' || text.data[i] == '\'')
	{
		char quote = text.data[i];

		for (i++; i < text.len && text.data[i] != quote && text.data[i] != '\n'; i++)
			i += text.data[i] == '\\';
		return i + 1 < text.len ? i + 1 : text.len;
	}
	return i;
}

/* Reads up to the next of three characters; the cursor stops at that character, or at the end. */
static Str
read_until(SheetCursor *cursor, char a, char b, char c)
{
	uint32_t start = cursor->pos;

	while (cursor->pos < cursor->text.len)
	{
		char here = cursor->text.data[cursor->pos];
		uint32_t next = skip_opaque(cursor->text, cursor->pos);

		arena_poll_at(cursor->arena, cursor->pos, &cursor->polled);
		if (next == cursor->pos && (here == a || here == b || here == c))
			break;
		if (next == cursor->pos)
			next += 1 + (here == '\\');
		cursor->pos = next < cursor->text.len ? next : cursor->text.len;
	}
	return str_sub(cursor->text, start, cursor->pos - start);
}

/*
 * Reads the content of a block. The cursor is after its '{' before, and after its '}' afterwards.
 */
static Str
read_block(SheetCursor *cursor, bool *nested)
{
	uint32_t start = cursor->pos;
	uint32_t depth = 1;
	Str block;

	*nested = false;
	while (cursor->pos < cursor->text.len)
	{
		read_until(cursor, '{', '}', '}');
		if (cursor->pos >= cursor->text.len)
			break;
		*nested |= cursor->text.data[cursor->pos] == '{';
		depth = cursor->text.data[cursor->pos] == '{' ? depth + 1 : depth - 1;
		if (depth == 0)
			break;
		cursor->pos++;
	}
	block = str_sub(cursor->text, start, cursor->pos - start);
	if (cursor->pos < cursor->text.len)
		cursor->pos++;
	return block;
}

/* Returns text without leading comments and white space. */
static Str
without_comments(Str text)
{
	text = str_trim(text);
	while (text.len >= 2 && text.data[0] == '/' && text.data[1] == '*')
		text = str_trim(str_sub(text, skip_opaque(text, 0), text.len));
	if (str_starts_ascii(text, STR("<!--")))
		text = str_trim(str_sub(text, 4, text.len));
	return text;
}

/* Does the block after "@name condition" contain rules that apply? */
static bool
at_rule_applies(Str prelude)
{
	if (str_starts_ascii(prelude, STR("@media")))
		return sheet_media(str_sub(prelude, 6, prelude.len));
	if (str_starts_ascii(prelude, STR("@supports")))
		return !str_starts_ascii(str_trim(str_sub(prelude, 9, prelude.len)), STR("not"));
	return str_starts_ascii(prelude, STR("@layer"));
}

/* Adds a rule for each of the comma-separated selectors. */
static void
read_rule(Sheet *sheet, Str selectors, Str block)
{
	Style style = style_read(block);
	SheetCursor cursor = {sheet->arena, selectors, 0, 0};

	if (style.display == DISPLAY_UNSAID && style.visibility == VISIBILITY_UNSAID)
		return;
	while (cursor.pos < selectors.len)
	{
		Str selector = read_until(&cursor, ',', '(', ',');

		while (cursor.pos < selectors.len && selectors.data[cursor.pos] == '(')
		{
			uint32_t start = cursor.pos - selector.len;

			read_until(&cursor, ')', ')', ')');
			read_until(&cursor, ',', '(', ',');
			selector = str_sub(selectors, start, cursor.pos - start);
		}
		cursor.pos++;
		sheet_add_rule(sheet, without_comments(selector), &style);
	}
}

static void
read_rules(Sheet *sheet, Str text, int level)
{
	SheetCursor cursor = {sheet->arena, text, 0, 0};

	while (cursor.pos < text.len)
	{
		Str prelude = without_comments(read_until(&cursor, '{', ';', '}'));
		bool nested;
		Str block;

		if (cursor.pos >= text.len || text.data[cursor.pos++] != '{')
			continue;
		block = read_block(&cursor, &nested);
		if (prelude.len > 0 && prelude.data[0] == '@')
		{
			if (level < MOST_NESTED && at_rule_applies(prelude))
				read_rules(sheet, block, level + 1);
		}
		else if (!nested)
			read_rule(sheet, prelude, block);
	}
}

void
sheet_read(Sheet *sheet, Str text)
{
	read_rules(sheet, text, 0);
}
