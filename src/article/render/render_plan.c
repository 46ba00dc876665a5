/*
 * render_plan.c
 *	  See render_plan.h.
 */
#include "article/render/render_plan.h"

#include "article/block/surroundings.h"

/* Most levels above a block at which lists and quotations are searched for. */
#define LEVELS 64

/*
 * Does an element hold all of the body? Then it gives the page its layout, not the text its
 * structure.
 */
static bool
is_layout(const RenderCursor *cursor, uint32_t node)
{
	return node < cursor->body_first && cursor->reader->page.nodes[node].end >= cursor->body_end;
}

static ContainerKind
list_kind(const Page *page, uint32_t list)
{
	return page->nodes[list].tag == TAG_ol ? CONTAINER_NUMBERS : CONTAINER_BULLETS;
}

/* Appends the containers that an element is for the text in it, innermost first. */
static void
add_containers(const RenderCursor *cursor, uint32_t node, ContainerPath *path)
{
	const Page *page = &cursor->reader->page;
	uint32_t parent = page->nodes[node].parent;

	switch ((TagId) page->nodes[node].tag)
	{
		case TAG_blockquote:
			path->items[path->count++] = (Container){CONTAINER_QUOTE, node};
			break;
		case TAG_li:
			path->items[path->count++] = (Container){CONTAINER_ITEM, node};
			path->items[path->count++] = (Container){list_kind(page, parent), parent};
			break;
		case TAG_dt:
			path->items[path->count++] = (Container){CONTAINER_TERM, node};
			path->items[path->count++] = (Container){CONTAINER_TERMS, parent};
			break;
		case TAG_dd:
			path->items[path->count++] = (Container){CONTAINER_DEFINITION, node};
			path->items[path->count++] = (Container){CONTAINER_TERMS, parent};
			break;
		default:
			break;
	}
}

static void
find_path(const RenderCursor *cursor, uint32_t node, bool row, ContainerPath *path)
{
	const Page *page = &cursor->reader->page;
	uint32_t table = row ? page_ancestor(page, node, TAG_table) : PAGE_NONE;

	path->count = 0;
	if (row) /* a row outside a table is put into one, as an item outside a list is */
		path->items[path->count++] =
			(Container){CONTAINER_TABLE, table != PAGE_NONE ? table : page->nodes[node].parent};
	for (int level = 0; node != 0 && level < LEVELS && path->count + 2 <= MOST_CONTAINERS; level++)
	{
		if (is_layout(cursor, node))
			break;
		add_containers(cursor, node, path);
		node = page->nodes[node].parent;
	}
	for (uint32_t i = 0; i < path->count / 2; i++)
	{
		Container swapped = path->items[i];

		path->items[i] = path->items[path->count - 1 - i];
		path->items[path->count - 1 - i] = swapped;
	}
}

uint32_t
render_common(const ContainerPath *a, const ContainerPath *b)
{
	uint32_t common = 0;

	while (common < a->count && common < b->count &&
		   a->items[common].kind == b->items[common].kind &&
		   a->items[common].node == b->items[common].node)
		common++;
	return common;
}

/* In bytes: more than most pages need for all items. */
#define DESK_BYTES ((size_t) 128 * 1024)

void
render_desk_open(RenderDesk *desk, const Reader *reader)
{
	desk->arena = arena_scratch(reader->arena);
	memset(&desk->tokens, 0, sizeof(desk->tokens));
	desk->tokens.arena = &desk->arena;
}

void
render_desk_clear(RenderDesk *desk)
{
	arena_poll(&desk->arena);
	if (desk->arena.total <= DESK_BYTES)
		return;
	arena_free(&desk->arena);
	desk->arena.total = 0;
	desk->tokens.items = NULL;
	desk->tokens.count = desk->tokens.size = 0;
}

void
render_start(RenderCursor *cursor, const Reader *reader)
{
	memset(cursor, 0, sizeof(*cursor));
	cursor->reader = reader;
	cursor->pictures = media_pictures(reader, &cursor->npictures);
	surroundings_body(reader, &cursor->body_first, &cursor->body_end);
}

/* Is the block the caption of the last image shown? */
static bool
is_shown_caption(const RenderCursor *cursor, const Block *block)
{
	uint32_t caption;

	if (cursor->picture == 0)
		return false;
	caption = cursor->pictures[cursor->picture - 1].caption;
	return caption != PAGE_NONE && block->first >= caption &&
		   block->first < cursor->reader->page.nodes[caption].end;
}

static bool
same_element(const Block *block, const Block *other)
{
	return other->kept && other->node == block->node;
}

/* Is block i the only one of its element? A block cut at line breaks has neighbours in it. */
static bool
stands_alone(const Blocks *blocks, uint32_t i)
{
	const Block *block = &blocks->items[i];

	return !(i > 0 && same_element(block, block - 1)) &&
		   !(i + 1 < blocks->count && same_element(block, block + 1));
}

static void
show_block(RenderCursor *cursor, RenderItem *item)
{
	const Blocks *blocks = &cursor->reader->blocks;
	uint32_t i = cursor->block++;

	item->block = &blocks->items[i];
	item->picture = NULL;
	find_path(cursor, item->block->node, item->block->kind == BLOCK_TABLE_ROW, &item->path);
	item->fills = item->path.count > 0 && stands_alone(blocks, i) &&
				  item->path.items[item->path.count - 1].node == item->block->node;
}

static void
show_picture(RenderCursor *cursor, RenderItem *item)
{
	item->block = NULL;
	item->picture = &cursor->pictures[cursor->picture++];
	item->fills = false;
	find_path(cursor, item->picture->node, false, &item->path);
}

/*
 * Returns the next paragraph of a declared body: it has no place among the images, which come
 * first.
 */
static bool
show_declared(RenderCursor *cursor, RenderItem *item)
{
	if (!block_next_declared(cursor->reader, &cursor->declared_at, &cursor->declared))
		return false;
	item->block = &cursor->declared;
	item->picture = NULL;
	item->path.count = 0;
	item->fills = false;
	return true;
}

bool
render_next(RenderCursor *cursor, RenderItem *item)
{
	const Blocks *blocks = &cursor->reader->blocks;
	bool block_left;

	while (cursor->block < blocks->count &&
		   (!block_in_body(cursor->reader, &blocks->items[cursor->block]) ||
			is_shown_caption(cursor, &blocks->items[cursor->block])))
		cursor->block++;
	block_left = cursor->block < blocks->count;
	if (cursor->picture < cursor->npictures &&
		(!block_left ||
		 cursor->pictures[cursor->picture].node < blocks->items[cursor->block].first))
		show_picture(cursor, item);
	else if (block_left)
		show_block(cursor, item);
	else
		return show_declared(cursor, item);
	return true;
}

Str
render_preformatted(StrBuf *text, const InlineList *list)
{

	text->len = 0;
	for (uint32_t i = 0; i < list->count; i++)
		strbuf_add(text, list->items[i].kind == INLINE_TEXT ? list->items[i].text : STR_NONE);
	return block_trim_lines(strbuf_str(text));
}
