/*
 * block.c
 *	  The page as a reader sees it: its text cut into blocks, in page order.
 *
 * A block ends where a block element begins or ends, and at two consecutive <br>.  White space is
 * collapsed, inline markup leaves no trace, and <br> is a line break.  A table row without blocks
 * inside is one block.  A page without a single tag is cut at its line breaks, or at its blank
 * lines if the lines are wrapped.
 */
#include "article/reader.h"

#include "article/cue/cue.h"
#include "article/block/block_builder.h"
#include "article/block/plain_line.h"

static uint32_t
count_chars(Str text)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < text.len; i++)
		chars += ((unsigned char) text.data[i] & 0xC0) != 0x80;
	return chars;
}

/*
 * Block budget of a page: FREE_BLOCKS, plus one per BYTES_A_BLOCK bytes of the page.  Beyond the
 * budget, blocks are merged, so that memory and time per block stay proportional to the size of the
 * page.  Of 1533 news pages, none has more than one block per 270 bytes after the first thousand.
 */
#define FREE_BLOCKS 2048
#define BYTES_A_BLOCK 256

static Block *
add_block(BlockBuilder *builder)
{
	Blocks *blocks = builder->blocks;

	if (blocks->count == builder->size)
	{
		uint32_t all = FREE_BLOCKS + builder->reader->page.source.len / BYTES_A_BLOCK + 1;
		uint32_t size = builder->size * 2 < all ? builder->size * 2
						: builder->size < all	? all
												: builder->size + 1;

		blocks->items = arena_grow(builder->reader->arena, blocks->items,
								   sizeof(Block) * builder->size, sizeof(Block) * size);
		builder->size = size;
	}
	return &blocks->items[blocks->count++];
}

static void
end_link(BlockBuilder *builder)
{
	Str linked = strbuf_str(&builder->text);

	linked = str_sub(linked, builder->link_bytes_from, linked.len);
	builder->block.link_chars += count_chars(linked);
	builder->link_bytes_from = (uint32_t) builder->text.len;
}

/* Is the block being built inside <pre>? */
static bool
in_pre(const BlockBuilder *builder)
{
	return builder->block.first < builder->pre_end;
}

/*
 * White space at the ends of a text may be longer than the text itself; no more than this is
 * scanned.
 */
#define LONGEST_INDENT 4096

/*
 * Returns the text of the block being built: a slice of the page if the page has exactly that text,
 * else a copy.  A large text keeps its buffer instead of being copied.
 */
static Str
block_text(BlockBuilder *builder)
{
	Str text = strbuf_str(&builder->text);
	Str origin = builder->origin;

	if (in_pre(builder))
	{
		if (text.len >= STRBUF_LARGE)
			return block_trim_lines(strbuf_take(&builder->text));
		return str_copy(builder->reader->arena, block_trim_lines(text));
	}
	text = str_trim(text);
	if (origin.len - text.len <= LONGEST_INDENT)
		origin = str_trim(origin);
	if (str_equal(text, origin))
		return origin;
	if (text.len >= STRBUF_LARGE)
		return str_trim(strbuf_take(&builder->text));
	return str_copy(builder->reader->arena, text);
}

static bool
has_room(BlockBuilder *builder)
{
	uint32_t count = builder->blocks->count;
	double a_block;

	if (count < builder->most || builder->at == builder->whole)
		return true;
	if (builder->at < builder->room_at)
		return false;
	a_block = (double) builder->whole * BYTES_A_BLOCK / builder->reader->page.source.len;
	builder->most = FREE_BLOCKS + (uint32_t) (builder->at / a_block);
	builder->room_at = (builder->most - FREE_BLOCKS + 1) * a_block;
	return count < builder->most;
}

/* Polls the caller between two passes over a text that may be the whole page. */
static void
poll_long(const BlockBuilder *builder)
{
	if (builder->text.len >= STRBUF_LARGE || builder->block.text.len >= STRBUF_LARGE)
		arena_poll(builder->reader->arena);
}

/* Stores the block being built, which contains text. */
static void
store_block(BlockBuilder *builder, uint32_t end)
{
	Block *block = &builder->block;
	bool in_link = builder->link_end > block->first;

	if (in_link && builder->link_bytes_from < builder->text.len)
		end_link(builder);
	block->end = end;
	poll_long(builder);
	block->text = block_text(builder);
	poll_long(builder);
	block->chars = block_text_unseen(block->text) ? 0 : count_chars(block->text);
	block->node = builder->row_end > block->first ? builder->row : builder->container;
	block_set_kind(&builder->reader->page, block);
	if (builder->row_end > block->first)
		block->kind = BLOCK_TABLE_ROW;
	else if (in_pre(builder) && block->kind == BLOCK_PARAGRAPH)
		block->kind = BLOCK_PREFORMATTED;
	poll_long(builder);
	block->phrases = phrase_cues(block->text, &block->openings);
	poll_long(builder);
	if (block->chars > 0)
		*add_block(builder) = *block;
}

static void
end_block(BlockBuilder *builder, uint32_t end)
{
	Block *block = &builder->block;

	if (block->first != PAGE_NONE && builder->text.len > 0)
		store_block(builder, end);
	memset(block, 0, sizeof(*block));
	block->first = PAGE_NONE;
	builder->text.len = 0;
	builder->link_bytes_from = 0;
	builder->space = false;
	builder->breaks = 0;
}

/* Ends the block being built, and stores it if it contains text; beyond the budget it goes on. */
static inline void
flush(BlockBuilder *builder, uint32_t end)
{
	if (builder->block.first != PAGE_NONE && builder->text.len > 0 && !has_room(builder))
		builder->breaks = 1;
	else
		end_block(builder, end);
}

/* ------------------------------------------------------------------ text */

/* Adds the white space and line breaks that are pending before more text. */
static void
add_pending(BlockBuilder *builder)
{
	if (builder->text.len > 0 && builder->breaks > 0)
		strbuf_add_char(&builder->text, '\n');
	else if (builder->text.len > 0 && builder->space)
		strbuf_add_char(&builder->text, ' ');
	builder->space = false;
	builder->breaks = 0;
}

static void
add_text(BlockBuilder *builder, Str text)
{
	uint32_t i = 0;

	if (builder->text.len == 0)
		builder->origin = text;
	else if (builder->origin.data + builder->origin.len == text.data)
		builder->origin.len += text.len; /* a long text is split into several nodes */
	while (i < text.len)
	{
		uint32_t width = block_space_width(text, i);

		if (width > 0)
		{
			builder->space = true;
			i += width;
			continue;
		}
		add_pending(builder);
		i += block_add_words(&builder->text, str_make(text.data + i, text.len - i));
	}
}

static bool
ends_blank(const StrBuf *text)
{
	return text->len == 0 || ascii_space(text->data[text->len - 1]);
}

static bool
hidden_left_out(BlockBuilder *builder, uint32_t i)
{
	const Node *nodes = builder->reader->page.nodes;
	Blocks *blocks = builder->blocks;
	uint32_t around = i < builder->row_end ? builder->row : builder->block.first;

	if (around == PAGE_NONE || (nodes[around].flags & NODE_HIDDEN))
		return false;
	if (!builder->hidden_counted)
		blocks->mostly_hidden = blocks_mostly_hidden(builder->reader);
	builder->hidden_counted = true;
	return !blocks->mostly_hidden;
}

/* Is a hidden node inside a block, or row, that is not hidden?  Then it is skipped. */
static inline bool
is_left_out(BlockBuilder *builder, uint32_t i)
{
	return (builder->reader->page.nodes[i].flags & NODE_HIDDEN) && hidden_left_out(builder, i);
}

static void
add_text_node(BlockBuilder *builder, uint32_t i)
{
	const Node *nodes = builder->reader->page.nodes;
	const Node *node = &nodes[i];

	if (is_left_out(builder, i))
		return;
	/* shown text must not continue a hidden block */
	if (builder->block.first != PAGE_NONE && i >= builder->row_end &&
		(nodes[builder->block.first].flags & ~node->flags & NODE_HIDDEN))
		flush(builder, i);
	if (builder->block.first == PAGE_NONE)
	{
		builder_take_initial(builder, i);
		builder->block.first = i;
	}
	else if (i >= builder->pre_end &&
			 block_parts_texts(&builder->reader->page, builder->last_text, i) &&
			 !ends_blank(&builder->text))
		builder->space = true;
	builder->before_last = builder->text.len > 0 ? builder->last_text : PAGE_NONE;
	builder->last_text = i;
	builder->last_from = builder->text.len;
	if (node->flags & NODE_SPACE_BEFORE)
		builder->space = true;
	if (i >= builder->pre_end)
		add_text(builder, node_str(node));
	else
	{
		add_pending(builder);
		strbuf_add(&builder->text, node_str(node));
	}
}

/* ------------------------------------------------------------------ elements */

static void
start_block(BlockBuilder *builder, uint32_t i)
{
	const Page *page = &builder->reader->page;
	TagId tag = (TagId) page->nodes[i].tag;

	if (i < builder->row_end)
	{
		if (is_left_out(builder, i))
			return;
		if ((tag == TAG_td || tag == TAG_th) && builder->text.len > 0)
			strbuf_add(&builder->text, STR(" |"));
		builder->space = true;
		return;
	}
	flush(builder, i);
	builder->container = i;
	if (tag == TAG_pre)
		builder->pre_end = page->nodes[i].end;
	if (tag == TAG_tr && i >= builder->pre_end && block_row_is_simple(page, i))
	{
		builder->row = i;
		builder->row_end = page->nodes[i].end;
	}
}

/*
 * Old pages set a title or a byline as a separate line in another font.  Bold lines stay with what
 * follows them: they are questions of an interview, or the first words of an item.
 */
static bool
sets_line_apart(TagId tag)
{
	return tag == TAG_font || tag == TAG_big;
}

static void
start_inline(BlockBuilder *builder, uint32_t i)
{
	const Node *node = &builder->reader->page.nodes[i];

	if (is_left_out(builder, i))
		return;
	if (node->flags & NODE_SPACE_BEFORE)
		builder->space = true;
	if (sets_line_apart((TagId) node->tag) && i >= builder->whole_line_end &&
		(builder->text.len == 0 || builder->breaks > 0))
		builder->whole_line_end = node->end;
	if (node->tag == TAG_a)
	{
		add_pending(builder);
		builder->link_bytes_from = (uint32_t) builder->text.len;
		builder->link_end = node->end;
	}
	if (node->tag == TAG_br && i < builder->pre_end)
		strbuf_add_char(&builder->text, '\n');
	else if (node->tag == TAG_br && i < builder->row_end)
		builder->space = true;
	else if (node->tag == TAG_br && (++builder->breaks >= 2 || i == builder->whole_line_end))
	{
		bool in_link = builder->link_end > i;

		flush(builder, i);
		if (!in_link)
			builder->link_end = 0;
	}
}

/* Leaves the elements that end before node i. */
static void
leave(BlockBuilder *builder, uint32_t i)
{
	const Page *page = &builder->reader->page;

	if (builder->link_end != 0 && i >= builder->link_end)
	{
		if (builder->block.first != PAGE_NONE && builder->link_end > builder->block.first)
			end_link(builder);
		builder->link_end = 0;
	}
	if (builder->container == 0 || i < page->nodes[builder->container].end)
		return;
	if (builder->row_end == 0 || i >= builder->row_end)
		flush(builder, i);
	while (builder->container != 0 && i >= page->nodes[builder->container].end)
	{
		do
			builder->container = page->nodes[builder->container].parent;
		while (builder->container != 0 &&
			   !tag_is_block((TagId) page->nodes[builder->container].tag));
	}
}

/*
 * Steps between two polls of the caller's interrupt flag; a step is one node, or this many bytes of
 * text.
 */
#define STEPS_PER_POLL 2048
#define BYTES_A_STEP 128

/* Counts a node, and returns true if the caller wants to stop. */
static bool
called_off(BlockBuilder *builder, const Node *node)
{
	builder->steps += 1 + (node->tag == TAG_text ? node->text_len / BYTES_A_STEP : 0);
	if (builder->steps < STEPS_PER_POLL)
		return false;
	builder->steps = 0;
	return reader_interrupted(builder->reader);
}

static void
read_tree(BlockBuilder *builder)
{
	const Page *page = &builder->reader->page;

	builder->whole = page->nnodes;
	for (uint32_t i = 1; i < page->nnodes;)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		builder->at = i;
		if (called_off(builder, &page->nodes[i]))
			return;
		leave(builder, i);
		if (block_skipped(page, i) && !(builder->all_shown && tag == TAG_select))
		{
			if (tag_is_block(tag) || (page->nodes[i].flags & NODE_SPACE_BEFORE))
				builder->space = true;
			i = page->nodes[i].end;
			continue;
		}
		if (tag == TAG_text)
			add_text_node(builder, i);
		else if (tag_is_block(tag))
			start_block(builder, i);
		else if (builder_read_markup(builder, i))
		{
			i = page->nodes[i].end;
			continue;
		}
		else if (page->nodes[i].tag == TAG_text) /* a <br> that ends no line */
			add_text_node(builder, i);
		else
			start_inline(builder, i);
		i++;
	}
	builder->at = page->nnodes;
	leave(builder, page->nnodes);
	flush(builder, page->nnodes);
}

/* ------------------------------------------------------------------ text without markup */

/* Adds a line to the block being built, or ends that and begins another one. */
static void
add_line(BlockBuilder *builder, const LineLayout *layout, Str before, Str line, uint32_t node)
{
	LineJoin join = layout->width > 0 ? line_join(layout, before, line) : LINE_APART;

	if (join == LINE_APART)
		flush(builder, node + 1);
	if (line.len == 0)
		return;
	if (join == LINE_HYPHENATED && builder->text.len > line_hyphen(before))
		builder->text.len -= line_hyphen(before);
	builder->block.first = node;
	builder->space = join != LINE_GLUED && join != LINE_HYPHENATED;
	add_text(builder, line);
}

static void
read_lines(BlockBuilder *builder, uint32_t node)
{
	const Reader *reader = builder->reader;
	Str text = node_str(&reader->page.nodes[node]);
	LineLayout layout = lines_layout(reader->arena, text, reader->options->known_word);
	LineCursor lines = {reader->arena, text, 0, 0};
	Str before = STR_NONE;
	Str line;

	while (line_next(&lines, &line))
	{
		builder->at = builder->read + lines.pos;
		add_line(builder, &layout, before, line, node);
		before = line;
	}
	builder->read += text.len;
	if (node + 1 == builder->reader->page.nnodes)
		builder->at = builder->whole;
	flush(builder, node + 1);
}

/* A long page is split into several text nodes. */
static void
read_plain(BlockBuilder *builder)
{
	const Page *page = &builder->reader->page;

	builder->whole = page->source.len + 2; /* a line ends at most one byte after a text */
	for (uint32_t i = 1; i < page->nnodes; i++)
		if (page->nodes[i].tag == TAG_text)
			read_lines(builder, i);
}

static void
read_blocks(Reader *reader, Blocks *blocks, bool all_shown)
{
	BlockBuilder builder;

	memset(&builder, 0, sizeof(builder));
	builder.reader = reader;
	builder.blocks = blocks;
	builder.hidden_counted = builder.all_shown = all_shown;
	builder.size = 128;
	*blocks = (Blocks){.items = arena_array(reader->arena, Block, builder.size)};
	strbuf_init(&builder.text, reader->arena);
	builder.block.first = PAGE_NONE;
	builder.most = FREE_BLOCKS;
	blocks->lines = page_is_lines(&reader->page);
	if (blocks->lines)
		read_plain(&builder);
	else
		read_tree(&builder);
	strbuf_drop(&builder.text);
	blocks->items = arena_shrink(reader->arena, blocks->items, sizeof(Block) * builder.size,
								 sizeof(Block) * blocks->count);
}

void
blocks_read(Reader *reader)
{
	read_blocks(reader, &reader->blocks, false);
}

void
blocks_read_anew(Reader *reader, Blocks *blocks)
{
	read_blocks(reader, blocks, false);
}

void
blocks_read_shown(Reader *reader)
{
	read_blocks(reader, &reader->blocks, true);
}
