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

/* Tenths of the page that the result may have. */
#define MOST_HTML 20

typedef struct HtmlWriter
{
	const Reader *reader;
	Markup out;
	RenderDesk desk;
	StrBuf preformatted;
	const char *cell; /* of a row: the open cell element, or NULL */
} HtmlWriter;

/* ------------------------------------------------------------------ attributes */

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
		markup_attribute(&html->out, "lang", lang);
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
		markup_attribute(&html->out, name, value);
}

/* ------------------------------------------------------------------ inside a block */

static void
put_open(HtmlWriter *html, const InlineToken *token)
{
	const Page *page = &html->reader->page;
	Str datetime = page_attr(page, token->node, ATTR_datetime);

	markup_put(&html->out, "<");
	markup_put(&html->out, tag_info[token->tag].name);
	if (token->tag == TAG_a)
		markup_attribute(&html->out, "href", token->text);
	if (token->tag == TAG_abbr)
		markup_attribute(&html->out, "title", page_attr(page, token->node, ATTR_title));
	if (token->tag == TAG_time && is_code(datetime, "-:+.TZ "))
		markup_attribute(&html->out, "datetime", datetime);
	put_lang(html, token->node);
	markup_put(&html->out, ">");
}

/* Closes the open cell, if any, and opens another. */
static void
put_cell(HtmlWriter *html, TagId tag, uint32_t node)
{
	if (html->cell != NULL)
		markup_close(&html->out, html->cell);
	html->cell = tag == TAG_th ? "th" : "td";
	markup_put(&html->out, "<");
	markup_put(&html->out, html->cell);
	if (node != PAGE_NONE)
		put_number(html, "colspan", node, ATTR_colspan);
	markup_put(&html->out, ">");
}

static void
put_token(HtmlWriter *html, const InlineToken *token)
{
	switch ((InlineKind) token->kind)
	{
		case INLINE_TEXT:
			markup_text(&html->out, token->text);
			break;
		case INLINE_SPACE:
			markup_put(&html->out, " ");
			break;
		case INLINE_BREAK:
			markup_put(&html->out, "<br/>");
			break;
		case INLINE_OPEN:
			put_open(html, token);
			break;
		case INLINE_CLOSE:
			markup_close(&html->out, tag_info[token->tag].name);
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

		arena_poll_at(html->out.buf.arena, i, &polled);
		if (row && html->cell == NULL && token->kind != INLINE_CELL)
			put_cell(html, TAG_td, PAGE_NONE);
		put_token(html, token);
	}
	if (html->cell != NULL)
		markup_close(&html->out, html->cell);
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
		markup_put(&html->out, "<");
		markup_put(&html->out, element);
		put_lang(html, item->block->node);
		markup_put(&html->out, ">");
	}
	inline_read(html->reader, item->block, &html->desk.tokens);
	if (item->block->kind == BLOCK_PREFORMATTED)
		markup_text(&html->out, render_preformatted(&html->preformatted, &html->desk.tokens));
	else
		put_tokens(html, item->block->kind == BLOCK_TABLE_ROW);
	if (element != NULL)
		markup_close(&html->out, element);
	if (!item->fills)
		markup_put(&html->out, "\n");
}

static void
put_picture(HtmlWriter *html, const Picture *picture)
{
	const ArticleImage *image = &picture->image;

	markup_put(&html->out, "<figure><img");
	markup_attribute(&html->out, "src", image->url);
	markup_attribute(&html->out, "alt", image->alt.data != NULL ? image->alt : STR(""));
	markup_put(&html->out, "/>");
	if (image->caption.data != NULL || image->credit.data != NULL)
	{
		markup_put(&html->out, "<figcaption>");
		markup_text(&html->out, image->caption);
		if (image->caption.data != NULL && image->credit.data != NULL)
			markup_put(&html->out, " ");
		if (image->credit.data != NULL)
			markup_put(&html->out, "<small>");
		markup_text(&html->out, image->credit);
		markup_put(&html->out,
				   image->credit.data != NULL ? "</small></figcaption>" : "</figcaption>");
	}
	markup_put(&html->out, "</figure>\n");
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
		markup_close(&html->out, container_element(open->items[--open->count].kind));
		markup_put(&html->out, "\n");
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
		markup_put(&html->out, "<");
		markup_put(&html->out, container_element(container.kind));
		if (container.kind == CONTAINER_NUMBERS)
			put_number(html, "start", container.node, ATTR_start);
		markup_put(&html->out, last && fills ? ">" : ">\n");
	}
}

Str
article_to_html(const Reader *reader)
{
	HtmlWriter html = {.reader = reader};
	ContainerPath open = {.count = 0};
	RenderCursor cursor;
	RenderItem item;

	markup_start(&html.out, reader->arena, render_most(reader, MOST_HTML));
	strbuf_init(&html.preformatted, reader->arena);
	render_desk_open(&html.desk, reader);
	html.desk.tokens.full = put_piece;
	html.desk.tokens.context = &html;
	render_start(&cursor, reader);
	while (!markup_full(&html.out) && render_next(&cursor, &item))
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
	return html.out.buf.len > 0 ? strbuf_str(&html.out.buf) : STR_NONE;
}
