/*
 * render_inline.c
 *	  See render_inline.h. White space is read as in block.c.
 */
#include "article/render/render_inline.h"

#include "html/url.h"

/* From this many tokens on, a list grows by a quarter. */
#define LARGE_LIST 4096
/* Most levels above a block at which a link around it is searched for. */
#define LINK_LEVELS 16

typedef struct OpenElement
{
	uint8_t tag;
	bool written; /* its token is in the list; else it waits for text */
	uint32_t node;
	uint32_t end;
	Str url;
} OpenElement;

typedef struct InlineReader
{
	const Reader *reader;
	const Block *block;
	InlineList *list;
	OpenElement open[INLINE_MOST_OPEN];
	uint32_t count;
	bool space;
	uint32_t breaks;
	bool started; /* this block, or cell, has text already */
} InlineReader;

bool
inline_allowed(TagId tag)
{
	switch (tag)
	{
		case TAG_a:
		case TAG_abbr:
		case TAG_b:
		case TAG_cite:
		case TAG_code:
		case TAG_del:
		case TAG_em:
		case TAG_i:
		case TAG_ins:
		case TAG_kbd:
		case TAG_mark:
		case TAG_s:
		case TAG_samp:
		case TAG_small:
		case TAG_strong:
		case TAG_sub:
		case TAG_sup:
		case TAG_time:
		case TAG_u:
		case TAG_var:
			return true;
		default:
			return false;
	}
}

/* ------------------------------------------------------------------ tokens out */

void
inline_add(InlineList *list, InlineKind kind, TagId tag, Str text)
{
	if (list->count == list->size)
	{
		/* A large list has an arena block to itself, which need not double. */
		uint32_t size = list->size == 0			  ? 64
						: list->size < LARGE_LIST ? list->size * 2
												  : list->size + list->size / 4;

		list->items = arena_grow(list->arena, list->items, sizeof(InlineToken) * list->size,
								 sizeof(InlineToken) * size);
		list->size = size;
	}
	list->items[list->count++] = (InlineToken){(uint8_t) kind, (uint8_t) tag, 0, text};
}

static void
add_token(InlineReader *in, InlineKind kind, TagId tag, uint32_t node, Str text)
{
	inline_add(in->list, kind, tag, text);
	in->list->items[in->list->count - 1].node = node;
}

/* Do two elements look the same? */
static bool
same_look(TagId a, TagId b)
{
	return a == b || (a == TAG_b && b == TAG_strong) || (a == TAG_strong && b == TAG_b) ||
		   (a == TAG_i && b == TAG_em) || (a == TAG_em && b == TAG_i);
}

/* Reopens an element that has just closed, with nothing after it, instead of opening another. */
static bool
resume(InlineReader *in, OpenElement *element)
{
	InlineList *list = in->list;
	const InlineToken *last = list->count > 0 ? &list->items[list->count - 1] : NULL;

	if (element->tag == TAG_a || last == NULL || last->kind != INLINE_CLOSE ||
		!same_look((TagId) last->tag, (TagId) element->tag))
		return false;
	element->tag = last->tag;
	list->count--;
	return true;
}

/* Adds what is due before more text: white space, then the elements that wait. */
static void
add_pending(InlineReader *in)
{
	if (in->started && in->breaks > 0)
		add_token(in, INLINE_BREAK, TAG_none, 0, STR_NONE);
	else if (in->started && in->space)
		add_token(in, INLINE_SPACE, TAG_none, 0, STR_NONE);
	in->space = false;
	in->breaks = 0;
	in->started = true;
	for (uint32_t i = 0; i < in->count; i++)
	{
		OpenElement *element = &in->open[i];

		if (!element->written && !resume(in, element))
			add_token(in, INLINE_OPEN, (TagId) element->tag, element->node, element->url);
		element->written = true;
	}
}

static void
close_last(InlineReader *in)
{
	OpenElement *element = &in->open[--in->count];

	if (element->written)
		add_token(in, INLINE_CLOSE, (TagId) element->tag, element->node, STR_NONE);
}

static void
close_ended(InlineReader *in, uint32_t node)
{
	while (in->count > 0 && in->open[in->count - 1].end <= node)
		close_last(in);
}

/* ------------------------------------------------------------------ text */

static uint32_t
space_width(Str text, uint32_t i)
{
	if (ascii_space(text.data[i]))
		return 1;
	return text.data[i] == '\xC2' && i + 1 < text.len && text.data[i + 1] == '\xA0' ? 2 : 0;
}

/* The end of the words from i on that are separated by single spaces: they go into one token. */
static uint32_t
words_end(Str text, uint32_t i)
{
	while (i < text.len)
	{
		if (space_width(text, i) == 0)
			i++;
		else if (text.data[i] == ' ' && i + 1 < text.len && space_width(text, i + 1) == 0)
			i += 2;
		else
			break;
	}
	return i;
}

/* The end of the white space from i on. */
static uint32_t
spaces_end(Str text, uint32_t i)
{
	uint32_t width;

	while (i < text.len && (width = space_width(text, i)) > 0)
		i += width;
	return i;
}

/*
 * The words of a text that begins with one, separated by single spaces. If there is other white
 * space between them, returns a copy without it: a token for each run would take more memory than a
 * page of them. Sets *spaced if white space ends the text.
 */
static Str
spaced_words(Arena *arena, Str text, bool *spaced)
{
	uint32_t end = words_end(text, 0);
	uint32_t next = spaces_end(text, end);
	uint32_t len = 0;
	uint32_t start = 0;
	char *copy;

	*spaced = next > end;
	if (next == text.len)
		return str_sub(text, 0, end);
	copy = arena_alloc(arena, text.len);
	for (;;)
	{
		memcpy(copy + len, text.data + start, end - start);
		len += end - start;
		start = spaces_end(text, end);
		*spaced = start > end;
		if (start == text.len)
			return str_make(copy, len);
		copy[len++] = ' ';
		end = words_end(text, start);
	}
}

static void
add_text(InlineReader *in, uint32_t node, Str text)
{
	uint32_t start = spaces_end(text, 0);
	bool spaced;

	in->space |= start > 0;
	if (start == text.len)
		return;
	text = spaced_words(in->list->arena, str_sub(text, start, text.len), &spaced);
	add_pending(in);
	add_token(in, INLINE_TEXT, TAG_text, node, text);
	in->space = spaced;
}

static void
add_text_node(InlineReader *in, uint32_t node)
{
	const Node *n = &in->reader->page.nodes[node];

	if (n->flags & NODE_SPACE_BEFORE)
		in->space = true;
	if (in->block->kind != BLOCK_PREFORMATTED)
		add_text(in, node, node_str(n));
	else
	{
		add_pending(in);
		add_token(in, INLINE_TEXT, TAG_text, node, node_str(n));
	}
}

/* ------------------------------------------------------------------ elements */

static bool
is_open(const InlineReader *in, TagId tag)
{
	for (uint32_t i = 0; i < in->count; i++)
		if (same_look((TagId) in->open[i].tag, tag))
			return true;
	return false;
}

/*
 * Resolved addresses repeat their base: beyond the page's own length plus this many bytes, they are
 * dropped.
 */
#define FREE_URL_BYTES ((size_t) 64 * 1024)

static bool
url_has_room(InlineReader *in, Str url)
{
	if (in->list->url_bytes + url.len > in->reader->page.source.len + FREE_URL_BYTES)
		return false;
	in->list->url_bytes += url.len;
	return true;
}

static void
open_element(InlineReader *in, uint32_t node)
{
	const Page *page = &in->reader->page;
	TagId tag = (TagId) page->nodes[node].tag;
	OpenElement element = {(uint8_t) tag, false, node, page->nodes[node].end, STR_NONE};

	if (!inline_allowed(tag) || is_open(in, tag) || in->count == INLINE_MOST_OPEN)
		return;
	if (tag == TAG_a)
	{
		element.url =
			url_resolve(in->list->arena, in->reader->base_url, page_attr(page, node, ATTR_href));
		if (element.url.data == NULL || !url_has_room(in, element.url))
			return;
	}
	in->open[in->count++] = element;
}

/*
 * Opens the elements that are open where a block begins: those inside its own element, and a link
 * around it.
 */
static void
open_around(InlineReader *in)
{
	const Page *page = &in->reader->page;
	uint32_t around[LINK_LEVELS];
	uint32_t count = 0;
	uint32_t node = page->nodes[in->block->first].parent;
	uint32_t levels = 0;

	for (; node > in->block->node; node = page->nodes[node].parent)
		if (inline_allowed((TagId) page->nodes[node].tag) && count < LINK_LEVELS)
			around[count++] = node;
	for (; node != 0 && levels < LINK_LEVELS; node = page->nodes[node].parent, levels++)
		if (page->nodes[node].tag == TAG_a)
		{
			open_element(in, node);
			break;
		}
	while (count > 0)
		open_element(in, around[--count]);
}

static void
add_element(InlineReader *in, uint32_t node)
{
	const Node *n = &in->reader->page.nodes[node];

	if (n->flags & NODE_SPACE_BEFORE)
		in->space = true;
	if (n->tag == TAG_td || n->tag == TAG_th)
	{
		while (in->count > 0)
			close_last(in);
		add_token(in, INLINE_CELL, (TagId) n->tag, node, STR_NONE);
		in->started = in->space = false;
		in->breaks = 0;
	}
	else if (tag_is_block((TagId) n->tag))
		in->space = true;
	else if (n->tag != TAG_br)
		open_element(in, node);
	else if (in->block->kind == BLOCK_PREFORMATTED)
		add_token(in, INLINE_TEXT, TAG_text, node, STR("\n"));
	else
		in->breaks++;
}

/* Approximate number of tokens in a piece. */
#define PIECE_TOKENS 16384

static void
end_piece(InlineReader *in, const Node *next)
{
	InlineList *list = in->list;
	bool separated = in->space || in->breaks > 0 || (next->flags & NODE_SPACE_BEFORE) != 0;

	if (list->count < PIECE_TOKENS || list->full == NULL || in->count > 0 || !separated ||
		in->block->kind == BLOCK_TABLE_ROW || in->block->kind == BLOCK_PREFORMATTED)
		return;
	list->full(list->context);
	list->count = 0;
}

static void
read_nodes(InlineReader *in, uint32_t first, uint32_t end)
{
	const Page *page = &in->reader->page;
	uint32_t steps = 0;
	bool hidden = (page->nodes[in->block->first].flags & NODE_HIDDEN) != 0;

	for (uint32_t i = first; i < end;)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (++steps % NODES_PER_POLL == 0)
			arena_poll(in->list->arena);
		close_ended(in, i);
		end_piece(in, &page->nodes[i]);
		if (block_leaves_out(in->reader, i, hidden))
		{
			in->space |= tag_is_block(tag) || (page->nodes[i].flags & NODE_SPACE_BEFORE);
			i = page->nodes[i].end;
			continue;
		}
		if (tag == TAG_text)
			add_text_node(in, i);
		else
			add_element(in, i);
		i++;
	}
}

/* A page without tags is one node: its blocks are lines of it. */
static void
read_lines(InlineReader *in)
{
	Str rest = in->block->text;

	while (rest.len > 0)
	{
		const char *feed = memchr(rest.data, '\n', rest.len);
		uint32_t len = feed != NULL ? (uint32_t) (feed - rest.data) : rest.len;

		add_text(in, in->block->first, str_sub(rest, 0, len));
		in->breaks = feed != NULL;
		rest = str_sub(rest, len + 1, rest.len);
	}
}

void
inline_read(const Reader *reader, const Block *block, InlineList *list)
{
	InlineReader in;
	uint32_t first = block->first;

	memset(&in, 0, sizeof(in));
	in.reader = reader;
	in.block = block;
	in.list = list;
	list->count = 0;
	list->charset = reader->options->charset;
	if (reader->blocks.lines || block_is_declared(block))
	{
		read_lines(&in);
		return;
	}
	if (block->kind == BLOCK_TABLE_ROW)
		first = block->node + 1; /* empty cells come before the first text */
	else
		open_around(&in);
	read_nodes(&in, first, block->end);
	while (in.count > 0)
		close_last(&in);
}

void
inline_drop(InlineList *list)
{
	if (list->size <= LARGE_LIST)
		return;
	(void) arena_shrink(list->arena, list->items, sizeof(InlineToken) * list->size, 0);
	list->items = NULL;
	list->count = list->size = 0;
}
