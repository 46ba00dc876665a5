/*
 * render_text.c
 *	  All visible text of a page as lines: one block per line, "- " before list items, tabs between
 *	  the cells of a row, a blank line before headings; preformatted text unchanged.
 */
#include "article/render/render_inline.h"
#include "article/render/render_plan.h"
#include "html/sheet.h"

/* Adds the cells of a row, each on one line. */
static void
add_row(StrBuf *out, const InlineList *tokens)
{
	size_t start = out->len;
	bool any = false;

	for (uint32_t i = 0; i < tokens->count; i++)
	{
		const InlineToken *token = &tokens->items[i];

		if (token->kind == INLINE_CELL && any)
			strbuf_add_char(out, '\t');
		else if (token->kind == INLINE_TEXT)
			strbuf_add(out, token->text);
		else if ((token->kind == INLINE_SPACE || token->kind == INLINE_BREAK) && out->len > start)
			strbuf_add_char(out, ' ');
		any |= token->kind == INLINE_CELL;
	}
}

static void
add_block(const Reader *reader, const Block *block, InlineList *tokens, StrBuf *scratch,
		  StrBuf *out)
{
	switch ((BlockKind) block->kind)
	{
		case BLOCK_LIST_ITEM:
			strbuf_add(out, STR("- "));
			strbuf_add(out, block->text);
			break;
		case BLOCK_TABLE_ROW:
			inline_read(reader, block, tokens);
			add_row(out, tokens);
			break;
		case BLOCK_PREFORMATTED:
			inline_read(reader, block, tokens);
			strbuf_add(out, render_preformatted(scratch, tokens));
			break;
		default:
			strbuf_add(out, block->text);
			break;
	}
}

static bool
has_choices(const Page *page)
{
	for (uint32_t i = 1; i < page->nnodes; i++)
		if (page->nodes[i].tag == TAG_select)
			return true;
	return false;
}

/*
 * Cuts the blocks anew if a browser shows other words than those from which the article was chosen.
 */
static void
read_shown(Reader *shown)
{
	Node *nodes = sheet_hide(&shown->page, shown->arena);

	if (nodes == shown->page.nodes && !shown->blocks.mostly_hidden && !has_choices(&shown->page))
		return;
	shown->page.nodes = nodes;
	blocks_read_shown(shown);
}

Str
page_to_text(const Reader *page)
{
	Reader shown = *page; /* with other nodes and blocks, which are this view's alone */
	const Reader *reader = &shown;
	const Blocks *blocks = &shown.blocks;
	InlineList tokens = {.arena = page->arena};
	uint8_t last = BLOCK_HEADING;
	StrBuf scratch;
	StrBuf out;

	read_shown(&shown);
	strbuf_init(&scratch, reader->arena);
	strbuf_init(&out, reader->arena);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];

		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(reader->arena);
		if (reader->page.nodes[block->first].flags & NODE_HIDDEN)
			continue;
		if (out.len > 0)
			strbuf_add_char(&out, '\n');
		if (block->kind == BLOCK_HEADING && last != BLOCK_HEADING)
			strbuf_add_char(&out, '\n');
		add_block(reader, block, &tokens, &scratch, &out);
		last = block->kind;
	}
	return strbuf_str(&out);
}
