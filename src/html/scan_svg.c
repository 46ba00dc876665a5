/*
 * scan_svg.c
 *	  Drawings: of an <svg> a reader sees the text of <text> and the HTML in <foreignObject>; the
 *	  rest is skipped.
 *
 * Each <svg> is an element of the tree, and so are its <text> (as TAG_custom) and <foreignObject>
 * with their content. A drawing ends with its end tag, or where HTML begins that it cannot contain
 * (WHATWG 13.2.6.5).
 */
#include "html/scan_state.h"

#include "html/scan_raw.h"

/*
 * HTML elements that end a drawing; elements with other HTML names, like <a> and <title>, may be
 * part of it.
 */
static const bool breaks_out[TAG_COUNT + HEAD_COUNT] = {
	[TAG_b] = true,
	[TAG_big] = true,
	[TAG_blockquote] = true,
	[TAG_br] = true,
	[TAG_center] = true,
	[TAG_code] = true,
	[TAG_dd] = true,
	[TAG_div] = true,
	[TAG_dl] = true,
	[TAG_dt] = true,
	[TAG_em] = true,
	[TAG_embed] = true,
	[TAG_h1] = true,
	[TAG_h2] = true,
	[TAG_h3] = true,
	[TAG_h4] = true,
	[TAG_h5] = true,
	[TAG_h6] = true,
	[TAG_hr] = true,
	[TAG_i] = true,
	[TAG_img] = true,
	[TAG_li] = true,
	[TAG_menu] = true,
	[TAG_ol] = true,
	[TAG_p] = true,
	[TAG_pre] = true,
	[TAG_ruby] = true,
	[TAG_s] = true,
	[TAG_small] = true,
	[TAG_span] = true,
	[TAG_strike] = true,
	[TAG_strong] = true,
	[TAG_sub] = true,
	[TAG_sup] = true,
	[TAG_table] = true,
	[TAG_tt] = true,
	[TAG_u] = true,
	[TAG_ul] = true,
	[TAG_var] = true,
	[HEAD_NUMBER(HEAD_body)] = true,
	[HEAD_NUMBER(HEAD_head)] = true,
	[HEAD_NUMBER(HEAD_listing)] = true,
	[HEAD_NUMBER(HEAD_meta)] = true,
};

/* Is the innermost open element a text of a drawing? */
static bool
in_text(const Scanner *scanner)
{
	uint32_t depth = scanner->depth;

	return depth >= 2 && scanner->open[depth - 1] == TAG_custom &&
		   scanner->open[depth - 2] == TAG_svg;
}

static bool
in_drawing(const Scanner *scanner)
{
	return scanner->depth > 0 && (scanner->open[scanner->depth - 1] == TAG_svg || in_text(scanner));
}

static void
leave_drawing(Scanner *scanner)
{
	while (in_drawing(scanner))
		scan_pop(scanner);
}

static void
add_drawn_text(Scanner *scanner, const char *start, const char *end)
{
	Str text = str_make(start, (size_t) (end - start));

	if (text.len > 0 && in_text(scanner))
		scan_add_text(scanner, text);
	else if (scanner->options->whole && str_trim(text).len > 0)
		scan_mark(scanner, MARK_TEXT, text, scanner->current);
}

/* Opens an element of a drawing, unless the budget is exhausted. */
static void
open_element(Scanner *scanner, TagId tag)
{
	if (scanner->depth < SCAN_MAX_DEPTH && scan_add_node(scanner, tag) != NULL)
	{
		if (scanner->options->whole)
			scan_mark_node(scanner);
		scan_push(scanner, tag);
	}
	else if (tag == TAG_svg)
		scanner->dropped[TAG_svg]++;
}

static bool
is_description(uint32_t tag, const Name *name)
{
	return tag == HEAD_NUMBER(HEAD_title) || str_equal_ascii(name->text, STR("desc"));
}

/* Is an element of a drawing a node of the tree? */
static bool
has_node(const Scanner *scanner, uint32_t tag, const Name *name)
{
	return tag == TAG_svg || tag == TAG_foreignobject ||
		   (str_equal_ascii(name->text, STR("text")) && !in_text(scanner));
}

/* Handles the start tag whose name the cursor has passed. Returns false if it ends the drawing. */
static bool
start_drawn(Scanner *scanner, const Name *name)
{
	RawAttr attr;
	bool self_closing = false;
	uint32_t tag = name_tag(name);

	if (breaks_out[tag] && !scanner->describing)
		return false;
	scanner->tag_start = name->text.data;
	while (tag_next_attr(&scanner->cursor, &attr, &self_closing))
		;
	if (scanner->options->whole && !scanner->describing &&
		(self_closing || !has_node(scanner, tag, name)))
		scan_mark(scanner, self_closing ? MARK_EMPTY : MARK_START, name->text, scanner->current);
	if (self_closing || scanner->describing)
		return true;
	if (tag == TAG_svg || tag == TAG_foreignobject)
		open_element(scanner, (TagId) tag);
	else if (has_node(scanner, tag, name))
	{
		scanner->space = true;
		open_element(scanner, TAG_custom);
	}
	else if (tag == TAG_a)
		scanner->drawn_links++;
	else
		scanner->describing = is_description(tag, name);
	return true;
}

/* Does an end tag close an HTML element around the drawing? */
static bool
ends_html(Scanner *scanner, uint32_t tag)
{
	if (tag == TAG_p || tag == TAG_br)
		return true;
	if (tag >= TAG_COUNT || scanner->open_count[tag] == 0)
		return false;
	if (tag == TAG_a)
		return scanner->drawn_links == 0;
	return breaks_out[tag] || tag_is_block((TagId) tag);
}

/* The same for an end tag. */
static bool
end_drawn(Scanner *scanner, const Name *name)
{
	uint32_t tag = name_tag(name);

	if (!scanner->describing && ends_html(scanner, tag))
		return false;
	tag_skip(&scanner->cursor);
	if (scanner->options->whole && (!scanner->describing || is_description(tag, name)))
		scan_mark(scanner, MARK_END, name->text, scanner->current);
	if (tag == TAG_svg && scanner->dropped[TAG_svg] > 0)
		scanner->dropped[TAG_svg]--;
	else if (tag == TAG_svg)
		scan_close_if_open(scanner, TAG_svg);
	if (tag == TAG_svg || is_description(tag, name))
		scanner->describing = false;
	else if (tag == TAG_a && scanner->drawn_links > 0)
		scanner->drawn_links--;
	else if (str_equal_ascii(name->text, STR("text")) && in_text(scanner))
	{
		scan_pop(scanner);
		scanner->space = true;
	}
	return true;
}

/* A <![CDATA[ ]]> in a drawing is text; an unclosed one is ignored. */
static void
drawn_cdata(Scanner *scanner, const char *body)
{
	TagCursor *cursor = &scanner->cursor;
	const char *gt = body;

	cursor->pos = body;
	if (scanner->no_cdata_end)
		return;
	for (; (gt = memchr(gt, '>', (size_t) (cursor->end - gt))) != NULL; gt++)
	{
		tag_poll(cursor, gt);
		if (gt - body >= 2 && gt[-1] == ']' && gt[-2] == ']')
		{
			if (in_text(scanner) && gt - body > 2)
				scan_add_literal(scanner, str_make(body, (size_t) (gt - 2 - body)));
			cursor->pos = gt + 1;
			return;
		}
	}
	scanner->no_cdata_end = true;
}

/*
 * Handles the markup that starts with the '<' at lt. Returns false if it ends the drawing; the
 * cursor is at it then.
 */
static bool
drawn_markup(Scanner *scanner, const char *lt)
{
	TagCursor *cursor = &scanner->cursor;
	Str rest = str_make(lt, (size_t) (cursor->end - lt));
	bool end = rest.len > 1 && lt[1] == '/';
	bool drawn = true;

	if (rest.len > 1 + (size_t) end && ascii_alpha(lt[1 + end]))
	{
		Name name;

		cursor->pos = lt + 1 + end;
		name = tag_name(cursor);
		drawn = end ? end_drawn(scanner, &name) : start_drawn(scanner, &name);
		if (!drawn)
			cursor->pos = lt;
	}
	else if (str_starts_ascii(rest, STR("<!--")))
		cursor->pos = comment_end(cursor, lt + 4);
	else if (str_starts_ascii(rest, STR("<![CDATA[")))
		drawn_cdata(scanner, lt + 9);
	else if (end || (rest.len > 1 && (lt[1] == '!' || lt[1] == '?')))
		cursor->pos = after_gt(cursor, lt);
	else
	{
		add_drawn_text(scanner, lt, lt + 1);
		cursor->pos = lt + 1;
	}
	return drawn;
}

void
scan_drawing(Scanner *scanner)
{
	TagCursor *cursor = &scanner->cursor;

	while (in_drawing(scanner) && cursor->pos < cursor->end && !scanner->interrupted)
	{
		const char *lt = memchr(cursor->pos, '<', (size_t) (cursor->end - cursor->pos));

		add_drawn_text(scanner, cursor->pos, lt != NULL ? lt : cursor->end);
		cursor->pos = cursor->end;
		if (lt == NULL)
			break;
		tag_poll(cursor, lt);
		if (!drawn_markup(scanner, lt))
			leave_drawing(scanner);
	}
	scanner->describing = false;
	scanner->drawn_links = 0;
}
