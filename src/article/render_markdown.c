/*
 * render_markdown.c
 *	  The body as CommonMark: paragraphs, headings, nested lists and quotations, code, links,
 *	  pictures.
 *
 * CommonMark has no tables: the rows of one are the lines of a paragraph, their cells parted by
 * "|" as in the body's text.
 */
#include "article/markdown_inline.h"
#include "article/render_plan.h"

typedef struct ContainerState
{
	char marker;	 /* of a list: one that differs from the list before it */
	uint32_t number; /* of a list: of its next item */
	uint32_t width;	 /* of an item: bytes of its marker */
	bool begun;		 /* of an item: its marker is written */
} ContainerState;

typedef struct MarkdownPage
{
	Reader *reader; /* the desk's */
	StrBuf out;
	RenderDesk desk;
	StrBuf text; /* of one block, in the desk's arena */
	bool lines;	 /* its line breaks are kept */
	ContainerPath open;
	ContainerState states[MOST_CONTAINERS];
	bool in_row; /* the last thing written was a table row */
} MarkdownPage;

/* ------------------------------------------------------------------ lines inside containers */

static void
add_repeated(StrBuf *out, char c, uint32_t count)
{
	while (count-- > 0)
		strbuf_add_char(out, c);
}

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
 * What stands at the start of a line inside the first "depth" containers; items that begin get
 * their marker.
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
			add_repeated(&md->out, ' ', md->states[i].width);
		else
			add_marker(md, i);
	}
}

/* A line without words inside the first "depth" containers. */
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
	while (text.len > 0)
	{
		const char *feed = memchr(text.data, '\n', text.len);
		uint32_t len = feed != NULL ? (uint32_t) (feed - text.data) : text.len;

		add_prefix(md, md->open.count);
		strbuf_add(&md->out, str_sub(text, 0, len));
		while (len == 0 && md->out.len > 0 && md->out.data[md->out.len - 1] == ' ')
			md->out.len--;
		strbuf_add_char(&md->out, '\n');
		text = str_sub(text, len + 1, text.len);
	}
}

/* ------------------------------------------------------------------ from one thing to the next */

static bool
is_list(ContainerKind kind)
{
	return kind == CONTAINER_BULLETS || kind == CONTAINER_NUMBERS;
}

/* Items of one list, and a list within an item, follow each other without a blank line. */
static bool
is_tight(const MarkdownPage *md, const ContainerPath *path, uint32_t common)
{
	return common < path->count && common > 0 &&
		   (path->items[common].kind == CONTAINER_ITEM ||
			(is_list(path->items[common].kind) &&
			 md->open.items[common - 1].kind == CONTAINER_ITEM && md->open.count == common));
}

static uint32_t
first_number(const MarkdownPage *md, uint32_t list)
{
	Str value = page_attr(&md->reader->page, list, ATTR_start);
	uint32_t number = 0;

	for (uint32_t i = 0; i < value.len && i < 6 && ascii_digit(value.data[i]); i++)
		number = number * 10 + (uint32_t) (value.data[i] - '0');
	return value.len > 0 ? number : 1;
}

/* A list that follows another one needs a marker of its own, or the two become one. */
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

/* Ends what was written before, and opens the containers of the next thing. */
static void
go_on(MarkdownPage *md, const ContainerPath *path)
{
	uint32_t common = render_common(&md->open, path);

	if (md->out.len > 0 && !is_tight(md, path, common))
		add_blank_line(md, common);
	enter(md, path, common);
}

/* ------------------------------------------------------------------ blocks and pictures */

/* '#' at the end of a heading would be taken for its closing mark. */
static Str
heading(Arena *arena, Str text, uint8_t level)
{
	StrBuf out;

	strbuf_init(&out, arena);
	add_repeated(&out, '#', level < 2 ? 2 : level);
	strbuf_add_char(&out, ' ');
	strbuf_add(&out, text);
	if (text.len > 0 && text.data[text.len - 1] == '#')
	{
		out.len--;
		strbuf_add(&out, STR("\\#"));
	}
	return strbuf_str(&out);
}

/* Fenced code, with a fence longer than any run of backticks inside. */
static Str
code(Arena *arena, Str text)
{
	StrBuf out;
	uint32_t run = 0;
	uint32_t fence = 3;

	for (uint32_t i = 0; i < text.len; i++)
	{
		run = text.data[i] == '`' ? run + 1 : 0;
		fence = run >= fence ? run + 1 : fence;
	}
	strbuf_init(&out, arena);
	add_repeated(&out, '`', fence);
	strbuf_add_char(&out, '\n');
	strbuf_add(&out, text);
	strbuf_add_char(&out, '\n');
	add_repeated(&out, '`', fence);
	return strbuf_str(&out);
}

/* Adds a piece of a large block to its text. */
static void
add_piece(void *context)
{
	MarkdownPage *md = context;
	Arena arena = arena_scratch(md->reader->arena);

	strbuf_add(&md->text, markdown_inline(&arena, &md->desk.tokens, md->lines));
	arena_free(&arena);
}

static Str
block_text(MarkdownPage *md, const Block *block)
{
	Arena *arena = md->reader->arena;
	InlineList *tokens = &md->desk.tokens;
	Str text;

	strbuf_init(&md->text, arena);
	md->lines = block->kind != BLOCK_HEADING && block->kind != BLOCK_TABLE_ROW;
	inline_read(md->reader, block, tokens);
	if (block->kind == BLOCK_PREFORMATTED)
		return code(arena, render_preformatted(arena, tokens));
	if (md->text.len > 0)
		add_piece(md);
	text = md->text.len > 0 ? strbuf_take(&md->text) : markdown_inline(arena, tokens, md->lines);
	inline_drop(md->reader, tokens);
	return block->kind == BLOCK_HEADING ? heading(arena, text, block->level) : text;
}

static Str
picture_text(MarkdownPage *md, const ArticleImage *image)
{
	Arena *arena = md->reader->arena;
	StrBuf out;

	strbuf_init(&out, arena);
	strbuf_add(&out, STR("!["));
	strbuf_add(&out, markdown_text(arena, image->alt));
	strbuf_add(&out, STR("]("));
	markdown_add_url(&out, image->url);
	strbuf_add_char(&out, ')');
	if (image->caption.data != NULL || image->credit.data != NULL)
	{
		strbuf_add(&out, STR("\\\n*"));
		strbuf_add(&out, markdown_text(arena, image->caption));
		if (image->credit.data != NULL)
		{
			strbuf_add(&out, image->caption.data != NULL ? STR(" (") : STR("("));
			strbuf_add(&out, markdown_text(arena, image->credit));
			strbuf_add_char(&out, ')');
		}
		strbuf_add_char(&out, '*');
	}
	return strbuf_str(&out);
}

/* The rows of one table are lines of one paragraph: the line before gets its line break. */
static bool
add_row(MarkdownPage *md, const RenderItem *item)
{
	bool row = item->block != NULL && item->block->kind == BLOCK_TABLE_ROW;
	bool follows = row && md->in_row && item->path.count == md->open.count &&
				   render_common(&md->open, &item->path) == md->open.count;

	md->in_row = row;
	if (!follows)
		return false;
	md->out.len--;
	strbuf_add(&md->out, STR("\\\n"));
	add_lines(md, block_text(md, item->block));
	return true;
}

Str
article_to_markdown(Reader *reader)
{
	MarkdownPage md = {.reader = &md.desk.reader};
	RenderCursor cursor;
	RenderItem item;

	strbuf_init(&md.out, reader->arena);
	render_desk_open(&md.desk, reader);
	md.desk.tokens.full = add_piece;
	md.desk.tokens.context = &md;
	render_start(&cursor, reader);
	while (render_next(&cursor, &item))
	{
		if (!add_row(&md, &item))
		{
			go_on(&md, &item.path);
			add_lines(&md, item.picture != NULL ? picture_text(&md, &item.picture->image)
												: block_text(&md, item.block));
		}
		render_desk_clear(&md.desk);
	}
	arena_free(&md.desk.arena);
	return md.out.len > 0 ? strbuf_str(&md.out) : STR_NONE;
}
