/*
 * markdown_inline.c
 *	  See markdown_inline.h.  Section numbers are those of the CommonMark specification 0.30.
 */
#include "article/markdown_inline.h"

#include "base/utf8.h"

#define SPACE_CHAR ' '
#define MARK_CHAR '[' /* stands for any markup that is punctuation */

typedef struct MarkdownWriter
{
	InlineList *tokens;
	uint32_t *partner; /* a token OPEN or CLOSE: the other one */
	StrBuf out;
	bool line_start;
	bool lines;
} MarkdownWriter;

/* ------------------------------------------------------------------ escaping */

static bool
ascii_word(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/* Does an entity or a numeric reference begin at i (section 6.2)? */
static bool
reference_at(Str text, uint32_t i)
{
	uint32_t start = ++i;

	if (i < text.len && text.data[i] == '#')
		start = ++i;
	while (i < text.len && i - start < 32 && ascii_word(text.data[i]))
		i++;
	return i > start && i < text.len && text.data[i] == ';';
}

static bool
must_escape(Str text, uint32_t i)
{
	switch (text.data[i])
	{
		case '\\':
		case '`':
		case '*':
		case '[':
		case ']':
		case '<':
		case '~':
			return true;
		case '_':
			/* inside a word it is no delimiter (section 6.4) */
			return i == 0 || i + 1 == text.len || !ascii_word(text.data[i - 1]) ||
				   !ascii_word(text.data[i + 1]);
		case '&':
			return reference_at(text, i);
		default:
			return false;
	}
}

/*
 * What would make a line something else than a paragraph (section 4 and 5): the byte to escape,
 * or the length.
 */
static uint32_t
block_mark(Str text)
{
	uint32_t i = 0;

	if (text.len == 0)
		return 0;
	if (strchr("#+-=>", text.data[0]) != NULL)
		return 0;
	while (i < text.len && ascii_digit(text.data[i]))
		i++;
	if (i > 0 && i < text.len && (text.data[i] == '.' || text.data[i] == ')'))
		return i;
	return text.len;
}

static void
add_text(StrBuf *out, Str text, bool line_start)
{
	uint32_t mark = line_start ? block_mark(text) : text.len;
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		arena_poll_at(out->arena, i, &polled);
		if (i == mark || must_escape(text, i))
			strbuf_add_char(out, '\\');
		if ((unsigned char) text.data[i] >= ' ')
			strbuf_add_char(out, text.data[i]);
	}
}

Str
markdown_text(Arena *arena, Str text)
{
	StrBuf out;

	strbuf_init(&out, arena);
	add_text(&out, text, false);
	return strbuf_str(&out);
}

void
markdown_add_url(StrBuf *out, Str url)
{
	for (uint32_t i = 0; i < url.len; i++)
	{
		char c = url.data[i];

		if (c == '(' || c == ')' || c == '\\' || c == '<' || c == '>' || c == '*' || c == '_' ||
			(c == '&' && reference_at(url, i)))
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, c);
	}
}

/* ------------------------------------------------------------------ emphasis */

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

/*
 * Punctuation, and letters, in every version of CommonMark. What is neither for sure is neither
 * here.
 */
static bool
surely_punctuation(uint32_t c)
{
	if (c < 0x80)
		return c > ' ' && !ascii_word((char) c);
	return c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3003) ||
		   (c >= 0x3008 && c <= 0x3011);
}

static bool
surely_word(uint32_t c)
{
	if (c < 0x80)
		return ascii_word((char) c);
	return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||		   /* Latin */
		   (c >= 0x388 && c <= 0x52F) ||								   /* Greek, Cyrillic */
		   (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || /* kana */
		   (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

static bool
surely_edge(uint32_t c)
{
	return c == SPACE_CHAR || surely_punctuation(c);
}

/* The first character of what stands behind token i: delimiters of emphasis are looked through. */
static uint32_t
char_behind(const MarkdownWriter *md, uint32_t i)
{
	while (++i < md->tokens->count)
	{
		const InlineToken *token = &md->tokens->items[i];
		uint32_t at = 0;

		if (token->kind == INLINE_TEXT)
			return utf8_next(token->text.data, token->text.len, &at);
		if (token->kind == INLINE_SPACE || token->kind == INLINE_BREAK ||
			token->kind == INLINE_CELL)
			return SPACE_CHAR;
		if (token->tag == TAG_a || token->tag == TAG_sub || token->tag == TAG_sup ||
			is_code((TagId) token->tag))
			return MARK_CHAR;
	}
	return SPACE_CHAR;
}

/* The last character of what stands before token i. */
static uint32_t
char_before(const MarkdownWriter *md, uint32_t i)
{
	while (i-- > 0)
	{
		const InlineToken *token = &md->tokens->items[i];
		uint32_t at = token->text.len;

		if (token->kind == INLINE_TEXT)
		{
			do
				at--;
			while (at > 0 && (token->text.data[at] & 0xC0) == 0x80);
			return utf8_next(token->text.data, token->text.len, &at);
		}
		if (token->kind == INLINE_SPACE || token->kind == INLINE_BREAK ||
			token->kind == INLINE_CELL)
			return SPACE_CHAR;
		if (token->tag == TAG_a || token->tag == TAG_sub || token->tag == TAG_sup ||
			is_code((TagId) token->tag))
			return MARK_CHAR;
	}
	return SPACE_CHAR;
}

/*
 * Can the delimiters around tokens [open, close] be read back (section 6.4, left- and
 * right-flanking)?
 */
static bool
emphasis_holds(const MarkdownWriter *md, uint32_t open, uint32_t close)
{
	bool opens = surely_word(char_behind(md, open)) || surely_edge(char_before(md, open));
	bool closes = surely_word(char_before(md, close)) || surely_edge(char_behind(md, close));

	return opens && closes;
}

/* ------------------------------------------------------------------ links, code, scripts */

static void
add(MarkdownWriter *md, const char *markup)
{
	strbuf_add(&md->out, str_cstr(markup));
	md->line_start = false;
}

static void
open_link(MarkdownWriter *md)
{
	/* "!" in front of a link would make an image of it */
	if (md->out.len > 0 && md->out.data[md->out.len - 1] == '!')
	{
		md->out.len--;
		strbuf_add(&md->out, STR("\\!"));
	}
	add(md, "[");
}

static void
close_link(MarkdownWriter *md, Str url)
{
	add(md, "](");
	markdown_add_url(&md->out, url);
	add(md, ")");
}

/* A code span: its text as it is, between more backticks than it holds in a row (section 6.1). */
static void
add_code(MarkdownWriter *md, uint32_t open, uint32_t close)
{
	StrBuf code;
	uint32_t run = 0;
	uint32_t longest = 0;
	bool padded;

	strbuf_init(&code, md->out.arena);
	for (uint32_t i = open + 1; i < close; i++)
	{
		const InlineToken *token = &md->tokens->items[i];

		if (token->kind == INLINE_TEXT)
			strbuf_add(&code, token->text);
		else if (token->kind == INLINE_SPACE || token->kind == INLINE_BREAK)
			strbuf_add_char(&code, ' ');
	}
	for (size_t i = 0; i < code.len; i++)
	{
		run = code.data[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	padded = code.len > 0 && (code.data[0] == '`' || code.data[code.len - 1] == '`');
	for (uint32_t i = 0; i <= longest; i++)
		add(md, "`");
	add(md, padded ? " " : "");
	strbuf_add(&md->out, strbuf_str(&code));
	add(md, padded ? " " : "");
	for (uint32_t i = 0; i <= longest; i++)
		add(md, "`");
}

/* Raised and lowered digits mean something; "1er" and "XIXe" read well as they are. */
static bool
script_matters(const MarkdownWriter *md, uint32_t open)
{
	uint32_t c = char_behind(md, open);

	return c < 0x80 && !ascii_alpha((char) c);
}

/* ------------------------------------------------------------------ tokens */

static void
find_partners(MarkdownWriter *md)
{
	const InlineList *tokens = md->tokens;
	uint32_t open[INLINE_MOST_OPEN];
	uint32_t depth = 0;

	for (uint32_t i = 0; i < tokens->count; i++)
	{
		if (tokens->items[i].kind == INLINE_OPEN)
			open[depth++] = i;
		else if (tokens->items[i].kind == INLINE_CLOSE && depth > 0)
		{
			md->partner[i] = open[--depth];
			md->partner[open[depth]] = i;
		}
	}
}

static void
add_markup(MarkdownWriter *md, uint32_t i)
{
	const InlineToken *token = &md->tokens->items[i];
	bool opens = token->kind == INLINE_OPEN;
	uint32_t open = opens ? i : md->partner[i];
	uint32_t close = opens ? md->partner[i] : i;
	TagId tag = (TagId) token->tag;

	if (is_emphasis(tag) && emphasis_holds(md, open, close))
		add(md, tag == TAG_b || tag == TAG_strong ? "**" : "*");
	else if (tag == TAG_a && opens)
		open_link(md);
	else if (tag == TAG_a)
		close_link(md, md->tokens->items[open].text);
	else if (tag == TAG_sub && script_matters(md, open))
		add(md, opens ? "<sub>" : "</sub>");
	else if (tag == TAG_sup && script_matters(md, open))
		add(md, opens ? "<sup>" : "</sup>");
}

static void
add_token(MarkdownWriter *md, const InlineToken *token)
{
	switch ((InlineKind) token->kind)
	{
		case INLINE_TEXT:
			add_text(&md->out, token->text, md->line_start);
			md->line_start = false;
			break;
		case INLINE_SPACE:
			add(md, " ");
			break;
		case INLINE_BREAK:
			add(md, md->lines ? "\\\n" : " ");
			md->line_start = md->lines;
			break;
		case INLINE_CELL:
			if (md->out.len > 0)
				add(md, " | ");
			break;
		default:
			break;
	}
}

Str
markdown_inline(Arena *arena, InlineList *tokens, bool lines)
{
	MarkdownWriter md = {.tokens = tokens, .line_start = true, .lines = lines};
	size_t polled = 0;

	strbuf_init(&md.out, arena);
	md.partner = arena_zalloc(arena, sizeof(uint32_t) * (tokens->count + 1));
	find_partners(&md);
	for (uint32_t i = 0; i < tokens->count; i++)
	{
		const InlineToken *token = &tokens->items[i];

		arena_poll_at(arena, i, &polled);
		if (token->kind == INLINE_OPEN && is_code((TagId) token->tag))
		{
			add_code(&md, i, md.partner[i]);
			i = md.partner[i];
		}
		else if (token->kind == INLINE_OPEN || token->kind == INLINE_CLOSE)
			add_markup(&md, i);
		else
			add_token(&md, token);
	}
	return strbuf_take(&md.out);
}
