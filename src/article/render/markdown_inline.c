/*
 * markdown_inline.c
 *	  See markdown_inline.h.  Section numbers are those of the CommonMark specification 0.30.
 *
 * Two passes over the tokens: the first concatenates their cleaned text, the second writes it and
 * looks at what surrounds each place.  After the first pass the fields of a token mean:
 *
 *	TEXT, SPACE, BREAK	node, text.len: offset in the cleaned text, and length
 *	TEXT				tag: TAG_a for an address that is the text of a link
 *	OPEN and CLOSE		node: the other one; tag: TAG_none if nothing will be written
 *	  of emphasis, code	text.len: offset in the cleaned text
 */
#include "article/render/markdown_inline.h"

#include "base/utf8.h"

static bool
is_emphasis(TagId tag)
{
	return tag == TAG_b || tag == TAG_strong || tag == TAG_em || tag == TAG_i;
}

static bool
is_code(TagId tag)
{
	return tag == TAG_code || tag == TAG_kbd || tag == TAG_samp;
}

static bool
is_script(TagId tag)
{
	return tag == TAG_sub || tag == TAG_sup;
}

static bool
keeps_lines(const MarkdownWriter *md)
{
	return md->lines == MARKDOWN_PARAGRAPH;
}

/* ------------------------------------------------------------------ first pass */

static bool
begins_with_letter(Str text)
{
	uint32_t i = 0;
	uint32_t c = text.len > 0 ? utf8_next(text.data, text.len, &i) : ' ';

	return c >= 0x80 || ascii_alpha((char) c);
}

/*
 * Drops <sub> and <sup> before a letter: raised and lowered digits mean something; "1er" and "XIXe"
 * read well without.
 */
static void
drop_scripts(InlineList *tokens)
{
	bool letter = false;

	for (uint32_t i = tokens->count; i-- > 0;)
	{
		InlineToken *token = &tokens->items[i];

		if (token->kind == INLINE_TEXT)
			letter = begins_with_letter(token->text);
		else if (token->kind == INLINE_OPEN && is_script((TagId) token->tag) && letter)
			token->tag = TAG_none;
	}
}

/* The mark for an element in the cleaned text where it opens; '\0' if it needs none. */
static char
open_mark(TagId tag)
{
	if (is_code(tag))
		return MARK_CODE;
	if (tag == TAG_a)
		return MARK_LINK;
	return is_script(tag) ? MARK_OTHER : '\0';
}

/* Is the whole text of the link at token i an address? */
static bool
shows_address(const MarkdownWriter *md, uint32_t i)
{
	const InlineToken *text = &md->tokens->items[i + 1];

	return i + 2 < md->tokens->count && text->kind == INLINE_TEXT && text[1].kind == INLINE_CLOSE &&
		   markdown_is_address(text->text);
}

static void
see_open(MarkdownWriter *md, uint32_t i)
{
	InlineToken *token = &md->tokens->items[i];
	char mark = open_mark((TagId) token->tag);

	if (mark != '\0')
		strbuf_add_char(&md->seen, mark);
	if (token->tag == TAG_a)
	{
		md->in_link = true;
		md->whole = shows_address(md, i);
	}
	else
		token->text = str_make("", md->seen.len);
}

/*
 * Can a code span be read back? Some parsers do not see one with backticks when they search for the
 * end of a link; and "]:" in one would turn the start of a paragraph into a definition.
 */
static bool
code_holds(const MarkdownWriter *md, uint32_t start)
{
	const StrBuf *seen = &md->seen;

	return !md->in_link || seen->len == start ||
		   (memchr(seen->data + start, '`', seen->len - start) == NULL &&
			memchr(seen->data + start, ']', seen->len - start) == NULL);
}

/* Ends an element. One without words after cleaning is not written. */
static void
see_close(MarkdownWriter *md, InlineToken *open, InlineToken *close, uint32_t start)
{
	char mark = open_mark((TagId) open->tag);
	StrBuf *seen = &md->seen;

	if (open->tag == TAG_a)
		md->in_link = md->whole = false;
	if (mark == MARK_CODE && !code_holds(md, start))
		open->tag = TAG_none;
	else if (mark == MARK_CODE && seen->len > start && seen->data[seen->len - 1] == ' ')
		seen->len--;
	close->text = str_make("", seen->len);
	if (seen->len > start && mark != '\0')
		strbuf_add_char(seen, MARK_OTHER);
	else if (seen->len == start)
	{
		open->tag = TAG_none;
		seen->len -= mark != '\0';
	}
	close->tag = open->tag;
}

static void
see_text(MarkdownWriter *md, InlineToken *token, bool in_code)
{
	uint32_t start = (uint32_t) md->seen.len;

	markdown_clean(&md->seen, token->text);
	if (!md->whole && !in_code)
		markdown_mark_addresses(&md->seen, start);
	token->node = start;
	token->text = str_make("", md->seen.len - start);
	if (md->whole)
		token->tag = TAG_a;
}

/* White space; a line break after no words does not end a line. */
static void
see_space(MarkdownWriter *md, InlineToken *token, bool in_code)
{
	StrBuf *seen = &md->seen;
	uint32_t start = (uint32_t) seen->len;

	if (token->kind != INLINE_BREAK || !keeps_lines(md) || in_code)
		markdown_clean(seen, STR(" "));
	else if (seen->len > 0 && seen->data[seen->len - 1] != '\n')
		strbuf_add_char(seen, '\n');
	token->node = start;
	token->text = str_make("", seen->len - start);
}

typedef struct OpenMarkup
{
	uint32_t token;
	uint32_t start; /* of its words in the cleaned text */
} OpenMarkup;

static void
see_tokens(MarkdownWriter *md)
{
	OpenMarkup open[INLINE_MOST_OPEN];
	uint32_t depth = 0;
	uint32_t code = 0; /* depth of the code span around these tokens; 0: none */
	InlineToken *items = md->tokens->items;
	size_t polled = 0;

	for (uint32_t i = 0; i < md->tokens->count; i++)
	{
		InlineToken *token = &items[i];

		arena_poll_at(md->seen.arena, i, &polled);
		if (token->kind == INLINE_TEXT)
			see_text(md, token, code > 0);
		else if (token->kind == INLINE_OPEN)
		{
			if (code > 0)
				token->tag = TAG_none;
			see_open(md, i);
			open[depth++] = (OpenMarkup){i, (uint32_t) md->seen.len};
			if (code == 0 && is_code((TagId) token->tag))
				code = depth;
		}
		else if (token->kind == INLINE_CLOSE)
		{
			if (depth-- == code)
				code = 0;
			see_close(md, &items[open[depth].token], token, open[depth].start);
			items[open[depth].token].node = i;
			token->node = open[depth].token;
		}
		else
			see_space(md, token, code > 0);
	}
}

/* ------------------------------------------------------------------ code */

/*
 * Writes a code span: its text unchanged, between more backticks than it contains in a row (section
 * 6.1).
 */
static void
flush_code(MarkdownWriter *md)
{
	Str code = strbuf_str(&md->code);
	uint32_t fence;
	bool padded;

	if (code.len == 0)
		return;
	arena_poll_at(md->out.arena, md->out.len, &md->polled);
	fence = markdown_fence(code, 1);
	padded = code.data[0] == '`' || code.data[code.len - 1] == '`';
	strbuf_add_repeated(&md->out, '`', fence);
	strbuf_add_repeated(&md->out, ' ', padded);
	strbuf_add(&md->out, code);
	strbuf_add_repeated(&md->out, ' ', padded);
	strbuf_add_repeated(&md->out, '`', fence);
	md->code.len = 0;
	md->line_start = false;
}

static void
add_code(MarkdownWriter *md, uint32_t from, uint32_t to)
{
	strbuf_add(&md->code, str_sub(strbuf_str(&md->seen), from, to - from));
}

/* ------------------------------------------------------------------ second pass */

static void
add(MarkdownWriter *md, const char *markup)
{
	flush_code(md);
	strbuf_add(&md->out, str_cstr(markup));
	md->line_start = false;
}

static void
add_plain(MarkdownWriter *md, uint32_t from, uint32_t to)
{
	if (from == to)
		return;
	flush_code(md);
	if (md->line_start)
		md->mark = markdown_line_mark(&md->seen, from);
	markdown_escape(&md->out, md->most, &md->seen, from, to, md->mark, md->whole);
	md->line_start = false;
}

/* Writes words; addresses among them are written as code. */
static void
add_text(MarkdownWriter *md, uint32_t from, uint32_t to)
{
	const char *text = md->seen.data;

	while (from < to)
	{
		const char *mark = memchr(text + from, MARK_CODE, to - from);
		uint32_t start = mark != NULL ? (uint32_t) (mark - text) : to;

		add_plain(md, from, start);
		from = start;
		if (mark == NULL)
			break;
		mark = memchr(mark, MARK_OTHER, to - from);
		add_code(md, from + 1, (uint32_t) (mark - text));
		from = (uint32_t) (mark - text) + 1;
	}
}

/*
 * A character as a parser sees it: for a character that is written as a reference, the mark
 * MARK_OTHER.
 */
static uint32_t
written_char(const MarkdownWriter *md, uint32_t c)
{
	return charset_has(&md->tokens->charset, c) ? c : MARK_OTHER;
}

/*
 * Can a delimiter between these two characters open (or, mirrored, close) emphasis (section 6.4)?
 */
static bool
flanks(uint32_t outside, uint32_t inside)
{
	return markdown_word(inside) || (!markdown_space(inside) && markdown_edge(outside));
}

/*
 * Can the delimiters of an element be read back (section 6.4, left- and right-flanking), whatever a
 * renderer takes for punctuation, and whether or not a character is written as a reference?
 * Delimiters adjacent to those of the previous element could be read as one run.
 */
static bool
emphasis_holds(const MarkdownWriter *md, const InlineToken *open, const InlineToken *close)
{
	const StrBuf *seen = &md->seen;
	uint32_t before = markdown_char_before(seen, open->text.len);
	uint32_t first = markdown_char_at(seen, open->text.len);
	uint32_t last = markdown_char_before(seen, close->text.len);
	uint32_t after = markdown_char_at(seen, close->text.len);
	bool opens = flanks(before, first) && flanks(written_char(md, before), written_char(md, first));
	bool closes = flanks(after, last) && flanks(written_char(md, after), written_char(md, last));

	return opens && closes && (md->code.len > 0 || md->emphasis_end != md->out.len);
}

static void
add_emphasis(MarkdownWriter *md, InlineToken *token, InlineToken *other)
{
	bool opens = token->kind == INLINE_OPEN;

	if (opens && !emphasis_holds(md, token, other))
	{
		token->tag = other->tag = TAG_none;
		return;
	}
	add(md, token->tag == TAG_b || token->tag == TAG_strong ? "**" : "*");
	if (!opens)
		md->emphasis_end = md->out.len;
}

static void
add_markup(MarkdownWriter *md, InlineToken *token)
{
	InlineToken *other = &md->tokens->items[token->node];
	TagId tag = (TagId) token->tag;
	bool opens = token->kind == INLINE_OPEN;

	if (is_emphasis(tag))
		add_emphasis(md, token, other);
	else if (tag == TAG_sub)
		add(md, opens ? "<sub>" : "</sub>");
	else if (tag == TAG_sup)
		add(md, opens ? "<sup>" : "</sup>");
	else if (tag == TAG_a && opens)
		add(md, "[");
	else if (tag == TAG_a)
	{
		add(md, "](");
		markdown_add_url(&md->out, other->text);
		add(md, ")");
	}
}

static void
add_token(MarkdownWriter *md, const InlineToken *token)
{
	uint32_t from = token->node;
	uint32_t to = from + token->text.len;

	switch ((InlineKind) token->kind)
	{
		case INLINE_TEXT:
			md->whole = token->tag == TAG_a;
			add_text(md, from, to);
			break;
		case INLINE_CELL:
			if (md->out.len > 0 || md->code.len > 0)
				add(md, " | ");
			break;
		case INLINE_BREAK:
			if (keeps_lines(md) && to > from && to < md->seen.len)
			{
				add(md, "\\\n");
				md->line_start = true;
			}
			if (keeps_lines(md))
				break;
			/* FALLTHROUGH */
		case INLINE_SPACE:
			if (to > from)
				add(md, " ");
			break;
		default:
			break;
	}
}

static void
add_tokens(MarkdownWriter *md)
{
	size_t polled = 0;

	for (uint32_t i = 0; i < md->tokens->count; i++)
	{
		InlineToken *token = &md->tokens->items[i];

		arena_poll_at(md->out.arena, i, &polled);
		if (token->kind == INLINE_OPEN && is_code((TagId) token->tag))
		{
			i = token->node;
			add_code(md, token->text.len, md->tokens->items[i].text.len);
		}
		else if (token->kind == INLINE_OPEN || token->kind == INLINE_CLOSE)
			add_markup(md, token);
		else
			add_token(md, token);
	}
	flush_code(md);
}

/* ------------------------------------------------------------------ from outside */

void
markdown_start(MarkdownWriter *md, InlineList *tokens, Arena *arena, size_t most)
{
	memset(md, 0, sizeof(*md));
	md->tokens = tokens;
	md->most = most;
	strbuf_init(&md->out, arena);
	strbuf_init(&md->seen, arena);
	strbuf_init(&md->code, arena);
}

/* A '#' at the end of a heading would be read as its closing sequence (section 4.2). */
static void
escape_closing(MarkdownWriter *md)
{
	StrBuf *out = &md->out;
	size_t start = out->len;

	while (start > 0 && out->data[start - 1] == '#')
		start--;
	if (start == out->len || markdown_word(markdown_char_before(out, (uint32_t) start)))
		return;
	out->len--;
	strbuf_add(out, STR("\\#"));
}

void
markdown_begin(MarkdownWriter *md, MarkdownLines lines)
{
	md->seen.len = md->out.len = md->code.len = 0;
	md->lines = lines;
	md->emphasis_end = SIZE_MAX;
	md->polled = 0;
	md->line_start = lines != MARKDOWN_HEADING;
}

/*
 * Keeps the last character of the previous piece, which the white space between pieces follows; a
 * line break with no words after it is dropped.
 */
static void
keep_last(StrBuf *seen)
{
	if (seen->len > 1 && seen->data[seen->len - 1] == '\n')
		seen->len--;
	if (seen->len > 1)
	{
		seen->data[0] = seen->data[seen->len - 1];
		seen->len = 1;
	}
}

/* One character in this many may be escaped before a text needs more room than is reserved. */
#define ESCAPED_SHARE 32

/* Makes room for all texts at once: growing by quarters would leave up to a quarter unused. */
static void
reserve_seen(MarkdownWriter *md)
{
	size_t bytes = 0;

	for (uint32_t i = 0; i < md->tokens->count; i++)
		if (md->tokens->items[i].kind == INLINE_TEXT)
			bytes += md->tokens->items[i].text.len;
	strbuf_reserve(&md->seen, bytes);
}

void
markdown_add(MarkdownWriter *md)
{
	keep_last(&md->seen);
	md->mark = NO_MARK;
	md->in_link = md->whole = false;
	drop_scripts(md->tokens);
	reserve_seen(md);
	see_tokens(md);
	strbuf_reserve(&md->out, md->seen.len + md->seen.len / ESCAPED_SHARE);
	add_tokens(md);
}

void
markdown_end(MarkdownWriter *md)
{
	while (md->out.len > 0 && md->out.data[md->out.len - 1] == ' ')
		md->out.len--;
	if (md->lines == MARKDOWN_HEADING)
		escape_closing(md);
}

void
markdown_inline(MarkdownWriter *md, MarkdownLines lines)
{
	markdown_begin(md, lines);
	markdown_add(md);
	markdown_end(md);
}

void
markdown_text(MarkdownWriter *md, StrBuf *out, Str text)
{
	md->seen.len = 0;
	markdown_clean(&md->seen, text);
	markdown_escape(out, md->most, &md->seen, 0, (uint32_t) md->seen.len, NO_MARK, true);
}
