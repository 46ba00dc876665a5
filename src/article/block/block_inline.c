/*
 * block_inline.c
 *	  What markup inside a paragraph does to the block being built; block_markup.c changes the
 *	  page's tree likewise, so that views agree.
 */
#include "article/block/block_builder.h"

#include "article/block/block_markup.h"

void
builder_take_initial(BlockBuilder *builder, uint32_t i)
{
	Blocks *blocks = builder->blocks;
	Block *last = blocks->count > 0 ? &blocks->items[blocks->count - 1] : NULL;

	if (last == NULL || last->chars > 1 || last->kind != BLOCK_PARAGRAPH ||
		builder->last_text != last->first || !markup_take_initial(builder->reader, last->first, i))
		return;
	blocks->count--;
}

static bool
text_ends_sentence(Str text)
{
	text = str_trim(text);
	return text.len == 0 || (text.data[text.len - 1] & 0x80) != 0 ||
		   strchr(".!?:)\"](", text.data[text.len - 1]) != NULL;
}

/* Does the text before the last text node end a sentence or a line? */
static bool
sentence_ended(const BlockBuilder *builder)
{
	return builder->text.data[builder->last_from] == '\n' ||
		   text_ends_sentence(
			   str_sub(strbuf_str(&builder->text), 0, (uint32_t) builder->last_from));
}

/* Where the last sentence of a text ends that is followed by another one. */
static size_t
last_sentence(Str text)
{
	uint32_t end = text.len;

	while (end > 1 && !(ascii_space(text.data[end - 1]) && strchr(".!?", text.data[end - 2])))
		end--;
	return end > 1 ? end - 1 : text.len;
}

/* Cuts a text, and the bracket before what was left out. */
static void
cut_text(BlockBuilder *builder, size_t len)
{
	StrBuf *text = &builder->text;
	const Page *page = &builder->reader->page;

	text->len = len;
	while (text->len > 0 && ascii_space(text->data[text->len - 1]))
		text->len--;
	if (text->len > 0 && text->data[text->len - 1] == '(' && builder->before_last != PAGE_NONE &&
		!str_ends_ascii(str_trim(node_str(&page->nodes[builder->before_last])), STR("(")))
		text->len--;
	builder->space = true;
	builder->breaks = 0;
	if (text->len == 0)
		builder->block.first = PAGE_NONE;
}

/*
 * Is link i, perhaps with words before it, a pointer to another article inside a paragraph? Then
 * the block has neither.
 */
static bool
drop_pointer(BlockBuilder *builder, uint32_t i)
{
	Reader *reader = builder->reader;
	size_t last = builder->text.len - builder->last_from;
	uint32_t length;

	if (builder->block.first == PAGE_NONE || last == 0 || i < builder->row_end ||
		i < builder->pre_end)
		return false;
	if (last <= MARKUP_POINTER && sentence_ended(builder) &&
		markup_pointer(reader, builder->container, builder->last_text, i, builder->last_from == 0))
	{
		cut_text(builder, builder->last_from);
		return true;
	}
	if ((text_ends_sentence(strbuf_str(&builder->text)) || builder->breaks > 0) &&
		markup_link_points(reader, builder->container, i))
	{
		builder->space = true;
		return true;
	}
	if (builder->text.data[builder->text.len - 1] == ':' || builder->space)
	{
		length = reader->page.nodes[builder->last_text].text_len;
		length -= markup_cut_pointer(reader, builder->container, builder->last_text, i);
		if (length > 0)
			cut_text(builder, last_sentence(strbuf_str(&builder->text)));
		return length > 0;
	}
	return false;
}

/* Nested elements are examined more than once; this bounds the cost. */
#define JOIN_SWEEPS 4

/* Reads the <br>s of an element at its first one: some are the line ends of print. */
static void
join_lines(BlockBuilder *builder, uint32_t i)
{
	const Page *page = &builder->reader->page;
	StrBuf *text = &builder->text;

	if (builder->container == builder->joined || i < builder->pre_end || text->len == 0 ||
		builder->join_steps > JOIN_SWEEPS * page->nnodes)
		return;
	builder->join_steps += page->nodes[builder->container].end - i;
	builder->joined = builder->container;
	markup_join_lines(builder->reader, builder->container, i);
	if (page->nodes[i].tag == TAG_text && text->data[text->len - 1] == '-' &&
		!str_ends_ascii(str_trim(node_str(&page->nodes[builder->last_text])), STR("-")))
		text->len--;
}

bool
builder_read_markup(BlockBuilder *builder, uint32_t i)
{
	bool begun;

	switch ((TagId) builder->reader->page.nodes[i].tag)
	{
		case TAG_a:
			return drop_pointer(builder, i);
		case TAG_br:
			join_lines(builder, i);
			return false;
		case TAG_q:
			markup_quote(builder->reader, i);
			return false;
		case TAG_span:
			begun = builder->block.first != PAGE_NONE;
			return markup_unseen(builder->reader, builder->container, i, begun) ||
				   (begun && markup_card(builder->reader, builder->container, i));
		default:
			return false;
	}
}
