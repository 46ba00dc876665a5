/*
 * render_markdown.c
 *	  The body as CommonMark: paragraphs, headings, nested lists and quotations, code, links,
 *	  images.
 *
 * CommonMark has no tables: a table's rows become the lines of a paragraph, with cells separated by
 * "|" as in the body's text.
 */
#include "article/render/markdown_inline.h"
#include "article/render/render_plan.h"

/*
 * Tenths of the page that the result may have, and so may a block before its lines are put into
 * containers: both are in memory at once.
 */
#define MOST_MARKDOWN 14

typedef struct ContainerState
{
	char marker;	 /* of a list: differs from the list before it */
	uint32_t number; /* of a list: of its next item */
	uint32_t width;	 /* of an item: bytes of its marker */
	bool begun;		 /* of an item: its marker is written */
} ContainerState;

typedef struct MarkdownPage
{
	const Reader *reader;
	StrBuf out;
	RenderDesk desk;
	MarkdownWriter writer; /* of the desk's tokens */
	StrBuf text;		   /* the item to write, before its lines are put into containers */
	StrBuf preformatted;
	ContainerPath open;
	ContainerState states[MOST_CONTAINERS];
	bool in_row; /* the last item written was a table row */
} MarkdownPage;

/* ------------------------------------------------------------------ lines inside containers */

static void
add_marker(MarkdownPage *md, uint32_t item)
{
	ContainerState *state = &md->states[item];
	ContainerState *list = &md->states[item - 1];
	size_t start = md->out.len;
	char digits[12];
	uint32_t count = 0;
	uint32_t number = list->number;

	if (md->open.items[item - 1].kind == CONTAINER_NUMBERS)
	{
		do
			digits[count++] = (char) ('0' + number % 10);
		while ((number /= 10) > 0);
		while (count > 0)
			strbuf_add_char(&md->out, digits[--count]);
		list->number++;
	}
	strbuf_add_char(&md->out, list->marker);
	strbuf_add_char(&md->out, ' ');
	state->width = (uint32_t) (md->out.len - start);
	state->begun = true;
}

/*
 * Writes the prefix of a line inside the first "depth" containers; items that begin get their
 * marker.
 */
static void
add_prefix(MarkdownPage *md, uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++)
	{
		if (md->open.items[i].kind == CONTAINER_QUOTE)
			strbuf_add(&md->out, STR("> "));
		else if (md->open.items[i].kind != CONTAINER_ITEM)
			continue;
		else if (md->states[i].begun)
			strbuf_add_repeated(&md->out, ' ', md->states[i].width);
		else
			add_marker(md, i);
	}
}

/* Writes a line without words inside the first "depth" containers. */
static void
add_blank_line(MarkdownPage *md, uint32_t depth)
{
	uint32_t quotes = depth;

	while (quotes > 0 && md->open.items[quotes - 1].kind != CONTAINER_QUOTE)
		quotes--;
	add_prefix(md, quotes);
	while (md->out.len > 0 && md->out.data[md->out.len - 1] == ' ')
		md->out.len--;
	strbuf_add_char(&md->out, '\n');
}

static void
add_lines(MarkdownPage *md, Str text)
{
	size_t polled = md->out.len;

	strbuf_reserve(&md->out, (size_t) text.len + 1);
	while (text.len > 0 && md->out.len <= md->writer.most)
	{
		const char *feed = memchr(text.data, '\n', text.len);
		uint32_t len = feed != NULL ? (uint32_t) (feed - text.data) : text.len;

		add_prefix(md, md->open.count);
		strbuf_add(&md->out, str_sub(text, 0, len));
		while (len == 0 && md->out.len > 0 && md->out.data[md->out.len - 1] == ' ')
			md->out.len--;
		strbuf_add_char(&md->out, '\n');
		arena_poll_at(md->out.arena, md->out.len, &polled);
		text = str_sub(text, len + 1, text.len);
	}
}

/* ------------------------------------------------------------------ from one item to the next */

/* The number at which a list begins: at most 6 digits, because CommonMark accepts at most 9. */
static uint32_t
first_number(const MarkdownPage *md, uint32_t list)
{
	Str value = str_trim(page_attr(&md->reader->page, list, ATTR_start));
	uint32_t number = 0;
	uint32_t i = 0;

	for (; i < value.len && i < 6 && ascii_digit(value.data[i]); i++)
		number = number * 10 + (uint32_t) (value.data[i] - '0');
	return i > 0 ? number : 1;
}

/* Could a list begin on the line after a paragraph (section 5.2)? */
static bool
interrupts(const MarkdownPage *md, Container list)
{
	return list.kind == CONTAINER_BULLETS ||
		   (list.kind == CONTAINER_NUMBERS && first_number(md, list.node) == 1);
}

/* Items of one list, and a list within an item, follow each other without a blank line. */
static bool
is_tight(const MarkdownPage *md, const ContainerPath *path, uint32_t common)
{
	return common < path->count && common > 0 &&
		   (path->items[common].kind == CONTAINER_ITEM ||
			(interrupts(md, path->items[common]) &&
			 md->open.items[common - 1].kind == CONTAINER_ITEM && md->open.count == common));
}

/* A list that follows another one needs a different marker, or the two become one. */
static char
list_marker(const MarkdownPage *md, const ContainerPath *path, uint32_t depth)
{
	bool numbers = path->items[depth].kind == CONTAINER_NUMBERS;
	bool follows = depth < md->open.count && md->open.items[depth].kind == path->items[depth].kind;
	char usual = numbers ? '.' : '-';
	char other = numbers ? ')' : '*';

	return follows && md->states[depth].marker == usual ? other : usual;
}

static void
enter(MarkdownPage *md, const ContainerPath *path, uint32_t common)
{
	for (uint32_t i = common; i < path->count; i++)
	{
		char marker = list_marker(md, path, i);

		md->states[i] = (ContainerState){marker, 0, 0, false};
		if (path->items[i].kind == CONTAINER_NUMBERS)
			md->states[i].number = first_number(md, path->items[i].node);
	}
	md->open = *path;
}

/* Ends what was written before, and opens the containers of the next item. */
static void
go_on(MarkdownPage *md, const ContainerPath *path)
{
	uint32_t common = render_common(&md->open, path);

	if (md->out.len > 0 && !is_tight(md, path, common))
		add_blank_line(md, common);
	enter(md, path, common);
}

/* ------------------------------------------------------------------ blocks and images */

/* Frees the memory of written text if it is large. */
static void
drop_large(StrBuf *written)
{
	if (written->size >= STRBUF_LARGE)
		strbuf_drop(written);
}

static void
add_heading(MarkdownPage *md, uint8_t level)
{
	markdown_inline(&md->writer, MARKDOWN_HEADING);
	if (md->writer.out.len == 0)
		return;
	strbuf_add_repeated(&md->text, '#', level < 2 ? 2 : level);
	strbuf_add_char(&md->text, ' ');
	strbuf_add(&md->text, strbuf_str(&md->writer.out));
}

/* Writes fenced code, with a fence longer than any run of backticks inside. */
static void
add_code(MarkdownPage *md)
{
	StrBuf *seen = &md->writer.seen;
	uint32_t fence;

	seen->len = 0;
	markdown_clean_code(seen, render_preformatted(&md->preformatted, &md->desk.tokens));
	drop_large(&md->preformatted);
	if (seen->len == 0)
		return;
	fence = markdown_fence(strbuf_str(seen), 3);
	strbuf_add_repeated(&md->text, '`', fence);
	strbuf_add_char(&md->text, '\n');
	strbuf_add(&md->text, strbuf_str(seen));
	strbuf_add_char(&md->text, '\n');
	strbuf_add_repeated(&md->text, '`', fence);
}

static void
add_piece(void *context)
{
	markdown_add(context);
}

/* Reads a paragraph; a large one in pieces. */
static void
read_paragraph(MarkdownPage *md, const Block *block)
{
	markdown_begin(&md->writer, MARKDOWN_PARAGRAPH);
	md->desk.tokens.full = add_piece;
	md->desk.tokens.context = &md->writer;
	inline_read(md->reader, block, &md->desk.tokens);
	md->desk.tokens.full = NULL;
	markdown_add(&md->writer);
	markdown_end(&md->writer);
}

static StrBuf *
read_block(MarkdownPage *md, const Block *block)
{
	if (block->kind != BLOCK_HEADING && block->kind != BLOCK_PREFORMATTED &&
		block->kind != BLOCK_TABLE_ROW)
	{
		read_paragraph(md, block);
		return &md->writer.out;
	}
	inline_read(md->reader, block, &md->desk.tokens);
	if (block->kind == BLOCK_HEADING)
		add_heading(md, block->level);
	else if (block->kind == BLOCK_PREFORMATTED)
		add_code(md);
	else
	{
		markdown_inline(&md->writer, MARKDOWN_ROW);
		return &md->writer.out;
	}
	return &md->text;
}

/* Writes "caption (credit)", either of which may be missing, in italics. */
static void
add_caption(MarkdownPage *md, const ArticleImage *image)
{
	InlineList *tokens = &md->desk.tokens;
	bool both = image->caption.data != NULL && image->credit.data != NULL;

	tokens->count = 0;
	inline_add(tokens, INLINE_OPEN, TAG_em, STR_NONE);
	if (image->caption.data != NULL)
		inline_add(tokens, INLINE_TEXT, TAG_text, image->caption);
	if (both)
		inline_add(tokens, INLINE_SPACE, TAG_none, STR_NONE);
	if (image->credit.data != NULL)
	{
		inline_add(tokens, INLINE_TEXT, TAG_text, STR("("));
		inline_add(tokens, INLINE_TEXT, TAG_text, image->credit);
		inline_add(tokens, INLINE_TEXT, TAG_text, STR(")"));
	}
	inline_add(tokens, INLINE_CLOSE, TAG_em, STR_NONE);
	markdown_inline(&md->writer, MARKDOWN_ROW);
	if (md->writer.out.len == 0)
		return;
	strbuf_add(&md->text, STR("\\\n"));
	strbuf_add(&md->text, strbuf_str(&md->writer.out));
}

static void
read_picture(MarkdownPage *md, const ArticleImage *image)
{
	strbuf_add(&md->text, STR("!["));
	markdown_text(&md->writer, &md->text, image->alt);
	strbuf_add(&md->text, STR("]("));
	markdown_add_url(&md->text, image->url);
	strbuf_add_char(&md->text, ')');
	if (image->caption.data != NULL || image->credit.data != NULL)
		add_caption(md, image);
}

/* The next item in Markdown; empty if it has no words left. */
static StrBuf *
read_item(MarkdownPage *md, const RenderItem *item)
{
	md->text.len = 0;
	if (item->picture == NULL)
		return read_block(md, item->block);
	read_picture(md, &item->picture->image);
	return &md->text;
}

/*
 * Adds a row. The rows of one table are lines of one paragraph: the previous line gets its line
 * break.
 */
static bool
add_row(MarkdownPage *md, const RenderItem *item, Str text)
{
	bool row = item->block != NULL && item->block->kind == BLOCK_TABLE_ROW;
	bool follows = row && md->in_row && item->path.count == md->open.count &&
				   render_common(&md->open, &item->path) == md->open.count;

	md->in_row = row;
	if (!follows)
		return false;
	md->out.len--;
	strbuf_add(&md->out, STR("\\\n"));
	add_lines(md, text);
	return true;
}

/* Gives back what a large text was given beyond its length, and returns where it is now. */
static Str
trim_large(StrBuf *written)
{
	if (written->size >= STRBUF_LARGE)
		strbuf_trim(written);
	return strbuf_str(written);
}

static void
add_item(MarkdownPage *md, const RenderItem *item)
{
	Str text = trim_large(read_item(md, item));

	inline_drop(&md->desk.tokens);
	drop_large(&md->writer.seen);
	if (text.len > 0 && !add_row(md, item, text))
	{
		go_on(md, &item->path);
		add_lines(md, text);
	}
	drop_large(&md->writer.out);
	drop_large(&md->text);
	render_desk_clear(&md->desk);
}

Str
article_to_markdown(const Reader *reader)
{
	MarkdownPage md = {.reader = reader};
	RenderCursor cursor;
	RenderItem item;

	strbuf_init(&md.out, reader->arena);
	strbuf_init(&md.text, reader->arena);
	strbuf_init(&md.preformatted, reader->arena);
	render_desk_open(&md.desk, reader);
	markdown_start(&md.writer, &md.desk.tokens, reader->arena, render_most(reader, MOST_MARKDOWN));
	render_start(&cursor, reader);
	while (md.out.len <= md.writer.most && render_next(&cursor, &item))
		add_item(&md, &item);
	arena_free(&md.desk.arena);
	return md.out.len > 0 ? strbuf_str(&md.out) : STR_NONE;
}
