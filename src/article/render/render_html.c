/*
 * render_html.c
 *	  The body as clean, safe HTML: written anew from the tree, never copied.
 *
 * Only elements and attributes named in this file are written; addresses are absolute http and
 * https URLs; all text and all values are escaped; every element is closed. So the result is
 * well-formed XML content and executes nothing, whatever the page contains, and an HTML parser
 * builds the same tree from it (except for the <tbody> that it adds). Links have no rel: the
 * publisher of the result knows what they are worth.
 */
#include "article/render/markup.h"
#include "article/render/render_inline.h"
#include "article/render/render_plan.h"
#include "base/utf8.h"

/* Tenths of the page that the result may have. */
#define MOST_HTML 20

typedef struct HtmlWriter
{
	const Reader *reader;
	StrBuf out;
	size_t most; /* bytes of out beyond which text is left out */
	RenderDesk desk;
	StrBuf preformatted;
	const char *cell; /* of a row: the open cell element, or NULL */
	bool in_value;	  /* writing an attribute's value */
} HtmlWriter;

/* ------------------------------------------------------------------ text and attributes */

static void
put(HtmlWriter *html, const char *markup)
{
	strbuf_add(&html->out, str_cstr(markup));
}

/* What to write for the character at i; NULL for the character itself. */
static const char *
replacement(const HtmlWriter *html, Str text, uint32_t i)
{
	switch (text.data[i])
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return html->in_value ? "&quot;" : NULL;
		case '\n':
		case '\t':
			return html->in_value ? " " : NULL; /* as XML normalizes it */
		case '\r':
			if (html->in_value)
				return " ";
			return i + 1 < text.len && text.data[i + 1] == '\n' ? "" : "\n";
		case '\v':
		case '\f':
			return " ";
		default:
			return markup_knows(utf8_next(text.data, text.len, &i)) ? NULL : "";
	}
}

/* Writes text, escaped for an element or for a value in double quotes. */
static void
put_text(HtmlWriter *html, Str text)
{
	size_t polled = 0;
	uint32_t written = 0;

	if (html->out.len > html->most)
		return;
	for (uint32_t i = 0; i < text.len; i += utf8_width(text.data[i]))
	{
		const char *instead = replacement(html, text, i);

		arena_poll_at(html->out.arena, i, &polled);
		if (instead == NULL)
			continue;
		strbuf_add(&html->out, str_sub(text, written, i - written));
		put(html, instead);
		written = i + utf8_width(text.data[i]);
		if (html->out.len > html->most)
			return;
	}
	strbuf_add(&html->out, str_sub(text, written, text.len));
}

static void
put_attribute(HtmlWriter *html, const char *name, Str value)
{
	if (value.data == NULL)
		return;
	put(html, " ");
	put(html, name);
	put(html, "=\"");
	html->in_value = true;
	put_text(html, value);
	html->in_value = false;
	put(html, "\"");
}

/* Is this a language tag or a timestamp? It must consist of letters, digits and these marks. */
static bool
is_code(Str value, const char *marks)
{
	for (uint32_t i = 0; i < value.len; i++)
		if (!ascii_alpha(value.data[i]) && !ascii_digit(value.data[i]) &&
			strchr(marks, value.data[i]) == NULL)
			return false;
	return value.len > 0 && value.len <= 40;
}

static void
put_lang(HtmlWriter *html, uint32_t node)
{
	Str lang = page_attr(&html->reader->page, node, ATTR_lang);

	if (is_code(lang, "-"))
		put_attribute(html, "lang", lang);
}

/* Writes an attribute with a number, such as a column span or the start of a list. */
static void
put_number(HtmlWriter *html, const char *name, uint32_t node, AttrId attr)
{
	Str value = str_trim(page_attr(&html->reader->page, node, attr));

	for (uint32_t i = 0; i < value.len; i++)
		if (!ascii_digit(value.data[i]))
			return;
	if (value.len > 0 && value.len <= 4)
		put_attribute(html, name, value);
}

/* ------------------------------------------------------------------ inside a block */

static void
put_open(HtmlWriter *html, const InlineToken *token)
{
	const Page *page = &html->reader->page;
	Str datetime = page_attr(page, token->node, ATTR_datetime);

	put(html, "<");
	put(html, tag_info[token->tag].name);
	if (token->tag == TAG_a)
		put_attribute(html, "href", token->text);
	if (token->tag == TAG_abbr)
		put_attribute(html, "title", page_attr(page, token->node, ATTR_title));
	if (token->tag == TAG_time && is_code(datetime, "-:+.TZ "))
		put_attribute(html, "datetime", datetime);
	put_lang(html, token->node);
	put(html, ">");
}

static void
put_close(HtmlWriter *html, const char *name)
{
	put(html, "</");
	put(html, name);
	put(html, ">");
}

/* Closes the open cell, if any, and opens another. */
static void
put_cell(HtmlWriter *html, TagId tag, uint32_t node)
{
	if (html->cell != NULL)
		put_close(html, html->cell);
	html->cell = tag == TAG_th ? "th" : "td";
	put(html, "<");
	put(html, html->cell);
	if (node != PAGE_NONE)
		put_number(html, "colspan", node, ATTR_colspan);
	put(html, ">");
}

static void
put_token(HtmlWriter *html, const InlineToken *token)
{
	switch ((InlineKind) token->kind)
	{
		case INLINE_TEXT:
			put_text(html, token->text);
			break;
		case INLINE_SPACE:
			put(html, " ");
			break;
		case INLINE_BREAK:
			put(html, "<br/>");
			break;
		case INLINE_OPEN:
			put_open(html, token);
			break;
		case INLINE_CLOSE:
			put_close(html, tag_info[token->tag].name);
			break;
		case INLINE_CELL:
			put_cell(html, (TagId) token->tag, token->node);
			break;
	}
}

/*
 * Writes the tokens. In a table row, text before the first cell gets one: an HTML parser would move
 * it out of the table.
 */
static void
put_tokens(HtmlWriter *html, bool row)
{
	const InlineList *tokens = &html->desk.tokens;
	size_t polled = 0;

	html->cell = NULL;
	for (uint32_t i = 0; i < tokens->count; i++)
	{
		const InlineToken *token = &tokens->items[i];

		arena_poll_at(html->out.arena, i, &polled);
		if (row && html->cell == NULL && token->kind != INLINE_CELL)
			put_cell(html, TAG_td, PAGE_NONE);
		put_token(html, token);
	}
	if (html->cell != NULL)
		put_close(html, html->cell);
}

/* Writes a piece of a large block, which is not a row. */
static void
put_piece(void *context)
{
	put_tokens(context, false);
}

/* ------------------------------------------------------------------ blocks and pictures */

/* The element for a block; NULL if its container's is enough. The title is the only <h1>. */
static const char *
block_element(const RenderItem *item)
{
	static const char *const headings[] = {"h2", "h2", "h2", "h3", "h4", "h5", "h6"};

	switch ((BlockKind) item->block->kind)
	{
		case BLOCK_HEADING:
			return headings[item->block->level <= 6 ? item->block->level : 6];
		case BLOCK_PREFORMATTED:
			return "pre";
		case BLOCK_TABLE_ROW:
			return "tr";
		default:
			return item->fills ? NULL : "p";
	}
}

static void
put_block(HtmlWriter *html, const RenderItem *item)
{
	const char *element = block_element(item);

	if (element != NULL)
	{
		put(html, "<");
		put(html, element);
		put_lang(html, item->block->node);
		put(html, ">");
	}
	inline_read(html->reader, item->block, &html->desk.tokens);
	if (item->block->kind == BLOCK_PREFORMATTED)
		put_text(html, render_preformatted(&html->preformatted, &html->desk.tokens));
	else
		put_tokens(html, item->block->kind == BLOCK_TABLE_ROW);
	if (element != NULL)
		put_close(html, element);
	if (!item->fills)
		put(html, "\n");
}

static void
put_picture(HtmlWriter *html, const Picture *picture)
{
	const ArticleImage *image = &picture->image;

	put(html, "<figure><img");
	put_attribute(html, "src", image->url);
	put_attribute(html, "alt", image->alt.data != NULL ? image->alt : STR(""));
	put(html, "/>");
	if (image->caption.data != NULL || image->credit.data != NULL)
	{
		put(html, "<figcaption>");
		put_text(html, image->caption);
		if (image->caption.data != NULL && image->credit.data != NULL)
			put(html, " ");
		if (image->credit.data != NULL)
			put(html, "<small>");
		put_text(html, image->credit);
		put(html, image->credit.data != NULL ? "</small></figcaption>" : "</figcaption>");
	}
	put(html, "</figure>\n");
}

/* ------------------------------------------------------------------ containers */

static const char *
container_element(ContainerKind kind)
{
	static const char *const elements[] = {
		[CONTAINER_QUOTE] = "blockquote", [CONTAINER_BULLETS] = "ul", [CONTAINER_NUMBERS] = "ol",
		[CONTAINER_ITEM] = "li",		  [CONTAINER_TERMS] = "dl",	  [CONTAINER_TERM] = "dt",
		[CONTAINER_DEFINITION] = "dd",	  [CONTAINER_TABLE] = "table"};

	return elements[kind];
}

static void
leave(HtmlWriter *html, ContainerPath *open, uint32_t count)
{
	while (open->count > count)
	{
		put_close(html, container_element(open->items[--open->count].kind));
		put(html, "\n");
	}
}

static void
enter(HtmlWriter *html, ContainerPath *open, const ContainerPath *path, bool fills)
{
	while (open->count < path->count)
	{
		Container container = path->items[open->count];
		bool last = open->count + 1 == path->count;

		open->items[open->count++] = container;
		put(html, "<");
		put(html, container_element(container.kind));
		if (container.kind == CONTAINER_NUMBERS)
			put_number(html, "start", container.node, ATTR_start);
		put(html, last && fills ? ">" : ">\n");
	}
}

Str
article_to_html(Reader *reader)
{
	HtmlWriter html = {.reader = reader};
	ContainerPath open = {.count = 0};
	RenderCursor cursor;
	RenderItem item;

	strbuf_init(&html.out, reader->arena);
	strbuf_init(&html.preformatted, reader->arena);
	render_desk_open(&html.desk, reader);
	html.most = render_most(reader, MOST_HTML);
	html.desk.tokens.full = put_piece;
	html.desk.tokens.context = &html;
	render_start(&cursor, reader);
	while (html.out.len <= html.most && render_next(&cursor, &item))
	{
		leave(&html, &open, render_common(&open, &item.path));
		enter(&html, &open, &item.path, item.fills);
		if (item.picture != NULL)
			put_picture(&html, item.picture);
		else
			put_block(&html, &item);
		render_desk_clear(&html.desk);
	}
	leave(&html, &open, 0);
	arena_free(&html.desk.arena);
	return html.out.len > 0 ? strbuf_str(&html.out) : STR_NONE;
}
