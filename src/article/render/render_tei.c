/*
 * render_tei.c
 *	  The article as a TEI P5 document: the header from its fields, the text from the kept blocks.
 *
 * Invariant: the result is well-formed and valid against the subset of TEI in test/tei/article.rng,
 * whatever the page contains, and the text of its <div> is the text of the blocks. A heading opens
 * a <div>, since TEI allows <head> only there; inside a list or a quotation it is a <label>.
 */
#include "article/render/render_inline.h"
#include "article/render/render_plan.h"
#include "article/render/tei.h"
#include "base/array.h"

/* Tenths of the page that the result may have. */
#define MOST_TEI 20

/* Levels of headings: h1 to h6. */
#define HEADING_LEVELS 6

typedef struct TeiWriter
{
	const Reader *reader;
	Markup out;
	RenderDesk desk;
	StrBuf preformatted;
	ContainerPath open;
	bool labelled[MOST_CONTAINERS]; /* of an open glossary: its last child is a label */
	uint8_t levels[HEADING_LEVELS]; /* of the open <div>s of sections, ascending */
	uint32_t nlevels;
	bool in_cell;
	uint32_t left_out; /* open inline elements that are not written, since the result is full */
} TeiWriter;

/* ------------------------------------------------------------------ inside a block */

/* TEI's element for an inline element, with its attributes. */
typedef struct TeiInline
{
	uint8_t tag;
	const char *element;
	const char *attributes;
} TeiInline;

static const TeiInline inline_elements[] = {
	{TAG_a, "ref", ""},
	{TAG_abbr, "abbr", ""},
	{TAG_b, "hi", " rend=\"bold\""},
	{TAG_cite, "hi", " rend=\"cite\""},
	{TAG_code, "hi", " rend=\"code\""},
	{TAG_del, "del", ""},
	{TAG_em, "hi", " rend=\"italic\""},
	{TAG_i, "hi", " rend=\"italic\""},
	{TAG_ins, "add", ""},
	{TAG_kbd, "hi", " rend=\"code\""},
	{TAG_mark, "hi", " rend=\"mark\""},
	{TAG_s, "del", ""},
	{TAG_samp, "hi", " rend=\"code\""},
	{TAG_small, "hi", " rend=\"small\""},
	{TAG_strong, "hi", " rend=\"bold\""},
	{TAG_sub, "hi", " rend=\"sub\""},
	{TAG_sup, "hi", " rend=\"sup\""},
	{TAG_time, "date", ""},
	{TAG_u, "hi", " rend=\"underline\""},
	{TAG_var, "hi", " rend=\"italic\""},
};

static const TeiInline *
inline_element(TagId tag)
{
	const TeiInline *element = inline_elements;

	while (element->tag != tag && element + 1 < inline_elements + lengthof(inline_elements))
		element++;
	return element;
}

static void
put_open(TeiWriter *tei, const InlineToken *token)
{
	const Page *page = &tei->reader->page;
	const TeiInline *element = inline_element((TagId) token->tag);
	char when[TEI_WHEN_BYTES];

	if (tei->left_out > 0 || markup_full(&tei->out))
	{
		tei->left_out++;
		return;
	}
	markup_put(&tei->out, "<");
	markup_put(&tei->out, element->element);
	markup_put(&tei->out, element->attributes);
	if (token->tag == TAG_a)
		tei_address(&tei->out, "target", token->text);
	if (token->tag == TAG_time && tei_when_text(page_attr(page, token->node, ATTR_datetime), when))
		markup_attribute(&tei->out, "when", str_cstr(when));
	tei_lang(&tei->out, page_attr(page, token->node, ATTR_lang));
	markup_put(&tei->out, ">");
}

static void
put_close(TeiWriter *tei, const InlineToken *token)
{
	if (tei->left_out > 0)
		tei->left_out--;
	else
		markup_close(&tei->out, inline_element((TagId) token->tag)->element);
}

static void
close_cell(TeiWriter *tei)
{
	if (tei->in_cell)
		markup_close(&tei->out, "cell");
	tei->in_cell = false;
}

static void
put_cell(TeiWriter *tei, TagId tag, uint32_t node)
{
	Str columns = STR_NONE;

	close_cell(tei);
	if (node != PAGE_NONE)
		columns = str_trim(page_attr(&tei->reader->page, node, ATTR_colspan));
	markup_put(&tei->out, tag == TAG_th ? "<cell role=\"label\"" : "<cell");
	if (columns.len == 1 && columns.data[0] > '1' && columns.data[0] <= '9')
		markup_attribute(&tei->out, "cols", columns);
	markup_put(&tei->out, ">");
	tei->in_cell = true;
}

static void
put_token(TeiWriter *tei, const InlineToken *token, bool row)
{
	switch ((InlineKind) token->kind)
	{
		case INLINE_TEXT:
			markup_text(&tei->out, token->text);
			break;
		case INLINE_SPACE:
			markup_text(&tei->out, STR(" "));
			break;
		case INLINE_BREAK:
			if (!markup_full(&tei->out))
				markup_put(&tei->out, "<lb/>");
			break;
		case INLINE_OPEN:
			put_open(tei, token);
			break;
		case INLINE_CLOSE:
			put_close(tei, token);
			break;
		case INLINE_CELL:
			if (!row)
				markup_text(&tei->out, STR(" "));
			else if (!tei->in_cell || !markup_full(&tei->out))
				put_cell(tei, (TagId) token->tag, token->node);
			break;
	}
}

/* Writes the tokens; in a table row, text before the first cell gets one. */
static void
put_tokens(TeiWriter *tei, bool row)
{
	const InlineList *tokens = &tei->desk.tokens;
	size_t polled = 0;

	for (uint32_t i = 0; i < tokens->count; i++)
	{
		const InlineToken *token = &tokens->items[i];

		arena_poll_at(tei->out.buf.arena, i, &polled);
		if (row && !tei->in_cell && token->kind != INLINE_CELL)
			put_cell(tei, TAG_td, PAGE_NONE);
		put_token(tei, token, row);
	}
	if (row && !tei->in_cell && tokens->count == 0)
		put_cell(tei, TAG_td, PAGE_NONE); /* a row needs one */
	close_cell(tei);
}

/* Writes a piece of a large block, which is not a row. */
static void
put_piece(void *context)
{
	put_tokens(context, false);
}

/* ------------------------------------------------------------------ blocks and pictures */

/* Closes the sections that a heading of this level ends. */
static void
end_sections(TeiWriter *tei, uint8_t level)
{
	while (tei->nlevels > 0 && tei->levels[tei->nlevels - 1] >= level)
	{
		tei->nlevels--;
		markup_put(&tei->out, "</div>\n");
	}
}

static uint8_t
heading_level(const Block *block)
{
	return block->level < 1 ? 1 : block->level > HEADING_LEVELS ? HEADING_LEVELS : block->level;
}

/* The element of a block and its attributes; NULL if its container's is enough. */
static const char *
block_element(TeiWriter *tei, const RenderItem *item, const char **attributes)
{
	*attributes = "";
	switch ((BlockKind) item->block->kind)
	{
		case BLOCK_HEADING:
			if (tei->open.count == 0)
				return "head";
			*attributes = " type=\"heading\"";
			return "label";
		case BLOCK_PREFORMATTED:
			*attributes = " type=\"preformatted\" xml:space=\"preserve\"";
			return "ab";
		case BLOCK_TABLE_ROW:
			return "row";
		default:
			return item->fills ? NULL : "p";
	}
}

static void
put_words(TeiWriter *tei, const RenderItem *item)
{
	bool row = item->block->kind == BLOCK_TABLE_ROW;

	inline_read(tei->reader, item->block, &tei->desk.tokens);
	if (item->block->kind == BLOCK_PREFORMATTED)
		markup_text(&tei->out, render_preformatted(&tei->preformatted, &tei->desk.tokens));
	else
		put_tokens(tei, row && tei->open.count > 0 &&
							tei->open.items[tei->open.count - 1].kind == CONTAINER_TABLE);
}

static void
put_block(TeiWriter *tei, const RenderItem *item)
{
	const char *attributes;
	const char *element = block_element(tei, item, &attributes);

	if (item->block->kind == BLOCK_HEADING && tei->open.count == 0)
	{
		uint8_t level = heading_level(item->block);

		end_sections(tei, level);
		tei->levels[tei->nlevels++] = level;
		markup_put(&tei->out, "<div type=\"section\">\n");
	}
	if (element != NULL)
	{
		markup_put(&tei->out, "<");
		markup_put(&tei->out, element);
		markup_put(&tei->out, attributes);
		tei_lang(&tei->out, page_attr(&tei->reader->page, item->block->node, ATTR_lang));
		markup_put(&tei->out, ">");
	}
	put_words(tei, item);
	if (element != NULL)
		markup_close(&tei->out, element);
	if (!item->fills)
		markup_put(&tei->out, "\n");
}

/* Writes a term of a glossary, in which terms and definitions alternate. */
static void
put_term(TeiWriter *tei, const RenderItem *item)
{
	bool *labelled = &tei->labelled[tei->open.count - 1];

	markup_put(&tei->out, *labelled ? "<item/>\n<label>" : "<label>");
	*labelled = true;
	put_words(tei, item);
	markup_put(&tei->out, "</label>\n");
}

static void
put_picture(TeiWriter *tei, const ArticleImage *image)
{
	markup_put(&tei->out, "<figure>\n");
	if (image->url.data != NULL)
	{
		markup_put(&tei->out, "<graphic");
		tei_address(&tei->out, "url", image->url);
		markup_put(&tei->out, "/>\n");
	}
	tei_element(&tei->out, "head", "", image->caption);
	tei_element(&tei->out, "figDesc", "", image->alt);
	tei_element(&tei->out, "note", " type=\"credit\"", image->credit);
	markup_put(&tei->out, "</figure>\n");
}

/* ------------------------------------------------------------------ containers */

static const char *
container_element(ContainerKind kind)
{
	switch (kind)
	{
		case CONTAINER_QUOTE:
			return "quote";
		case CONTAINER_ITEM:
		case CONTAINER_TERM:
		case CONTAINER_DEFINITION:
			return "item";
		case CONTAINER_TABLE:
			return "table";
		default:
			return "list";
	}
}

static const char *
container_attributes(ContainerKind kind)
{
	switch (kind)
	{
		case CONTAINER_BULLETS:
			return " rend=\"bulleted\"";
		case CONTAINER_NUMBERS:
			return " rend=\"numbered\"";
		case CONTAINER_TERMS:
			return " type=\"gloss\"";
		default:
			return "";
	}
}

static void
leave(TeiWriter *tei, uint32_t count)
{
	while (tei->open.count > count)
	{
		Container container = tei->open.items[--tei->open.count];

		if (container.kind == CONTAINER_TERMS && tei->labelled[tei->open.count])
			markup_put(&tei->out, "<item/>\n");
		markup_close(&tei->out, container_element(container.kind));
		markup_put(&tei->out, "\n");
	}
}

/* A definition needs a term before it, if only an empty one. */
static void
put_missing_label(TeiWriter *tei)
{
	bool *labelled = &tei->labelled[tei->open.count - 1];

	if (!*labelled)
		markup_put(&tei->out, "<label/>\n");
	*labelled = false;
}

static void
enter(TeiWriter *tei, const ContainerPath *path, bool fills)
{
	while (tei->open.count < path->count)
	{
		Container container = path->items[tei->open.count];
		bool last = tei->open.count + 1 == path->count;

		if (container.kind == CONTAINER_DEFINITION)
			put_missing_label(tei);
		tei->labelled[tei->open.count] = false;
		tei->open.items[tei->open.count++] = container;
		markup_put(&tei->out, "<");
		markup_put(&tei->out, container_element(container.kind));
		markup_put(&tei->out, container_attributes(container.kind));
		markup_put(&tei->out, last && fills ? ">" : ">\n");
	}
}

/*
 * TEI's <label> holds no lists or paragraphs: each block of a term becomes a label of the glossary
 * itself. A picture in a term is shown in an item. Returns whether the item is a term.
 */
static bool
flatten_term(RenderItem *item)
{
	for (uint32_t i = 0; i < item->path.count; i++)
	{
		if (item->path.items[i].kind != CONTAINER_TERM)
			continue;
		if (item->picture != NULL)
		{
			item->path.items[i].kind = CONTAINER_DEFINITION;
			continue;
		}
		item->path.count = i;
		item->fills = false;
		return true;
	}
	return false;
}

static void
put_item(TeiWriter *tei, RenderItem *item)
{
	bool term = flatten_term(item);

	leave(tei, render_common(&tei->open, &item->path));
	enter(tei, &item->path, item->fills);
	if (item->picture != NULL)
		put_picture(tei, &item->picture->image);
	else if (term)
		put_term(tei, item);
	else
		put_block(tei, item);
}

/* ------------------------------------------------------------------ documents */

Str
article_to_tei(const Reader *reader)
{
	TeiWriter tei = {.reader = reader};
	const ArticleOptions *options = reader->options;
	RenderCursor cursor;
	RenderItem item;

	markup_start(&tei.out, reader->arena, render_most(reader, MOST_TEI));
	strbuf_init(&tei.preformatted, reader->arena);
	render_desk_open(&tei.desk, reader);
	tei.desk.tokens.full = put_piece;
	tei.desk.tokens.context = &tei;
	tei_begin(&tei.out, &reader->article, (TeiZone){options->zone_offset, options->zone_context});
	render_start(&cursor, reader);
	while (!markup_full(&tei.out) && render_next(&cursor, &item))
	{
		put_item(&tei, &item);
		render_desk_clear(&tei.desk);
	}
	leave(&tei, 0);
	end_sections(&tei, 0);
	tei_end(&tei.out);
	arena_free(&tei.desk.arena);
	return strbuf_str(&tei.out.buf);
}
