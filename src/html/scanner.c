/*
 * scanner.c
 *	  See scanner.h.  One loop over the source; the only backward look is the stack of open
 * elements, which is bounded.  Each node gets its parent when it is added, and its end when it is popped.
 */
#include "html/scanner.h"

#include "html/entity.h"
#include "html/scan_head.h"
#include "html/scan_shown.h"
#include "html/scan_state.h"

/* How many tags go by between two looks at the caller's interrupt flag: some 100 microseconds. */
#define TAGS_PER_POLL 512

/* Ends the text that started at text_start. */
static inline void
flush_text(Scanner *scanner, const char *end)
{
	if (end != scanner->text_start)
		scan_add_text(scanner, str_make(scanner->text_start, (size_t) (end - scanner->text_start)));
}

static void
add_attr(Scanner *scanner, Node *node, AttrId name, Str value)
{
	Page *page = scanner->page;

	if (page->nattrs >= scanner->attrs_room.most &&
		!room_add(&scanner->attrs_room, page, (void **) &page->attrs, page->nattrs,
				  scan_earned(scanner), sizeof(PageAttr)))
		return;
	page->attrs[page->nattrs++] = (PageAttr){value.data, value.len, name};
	node->nattrs++;
}

/* Reads the attributes of a start tag into node (NULL: over them). Returns whether the tag closes
 * itself. */
static bool
read_attrs(Scanner *scanner, Node *node)
{
	RawAttr attr;
	bool self_closing = false;
	uint32_t seen = 0;
	Str style = STR_NONE;

	if (node != NULL)
		node->attr = scanner->page->nattrs;
	while (tag_next_attr(&scanner->cursor, &attr, &self_closing))
	{
		AttrId name;

		if (node == NULL || ++seen > SCAN_MAX_ATTRS || attr.value.len > SCAN_MAX_VALUE)
			continue;
		name = name_attr(&attr.name);
		if (name == ATTR_none)
			continue;
		if (attr.value.data == NULL)
			attr.value = str_make("", 0);
		if (name == ATTR_hidden)
			node_hide(node, attr.value);
		if (name == ATTR_style)
			style = attr.value;
		else
			add_attr(scanner, node, name, entity_decode(scanner->page->arena, attr.value, true));
	}
	if (style.len > 0)
		node_style(node, style);
	return self_closing;
}

/* ------------------------------------------------------------------ tags */

/* Skips the content of an element whose content is not markup. */
static void
skip_raw(Scanner *scanner, TagId tag)
{
	TagCursor *cursor = &scanner->cursor;
	const char *close;

	if (scanner->no_raw_end[tag])
		return;
	close = raw_content_end(cursor, str_cstr(tag_info[tag].name));
	if (close == NULL)
	{
		scanner->no_raw_end[tag] = true;
		return;
	}
	cursor->pos = close + 2;
	tag_skip(cursor);
}

/* The line feed that <pre> begins with is none of its text. */
static void
skip_line_feed(TagCursor *cursor)
{
	if (cursor->end - cursor->pos >= 2 && cursor->pos[0] == '\r' && cursor->pos[1] == '\n')
		cursor->pos++;
	if (cursor->pos < cursor->end && *cursor->pos == '\n')
		cursor->pos++;
}

static void
drop_element(Scanner *scanner, TagId tag)
{
	scanner->dropped[tag]++;
	scanner->space |= tag_is_block(tag);
	scanner->page->truncated = true;
}

static void
start_element(Scanner *scanner, TagId tag)
{
	uint8_t flags = tag_info[tag].flags;
	bool element = !(flags & (TAG_VOID | TAG_RAW_SKIPPED));
	Node *node = NULL;
	bool self_closing;

	scan_close_implied(scanner, tag);
	if (!element || scanner->depth < SCAN_MAX_DEPTH)
		node = scan_add_node(scanner, tag);
	self_closing = read_attrs(scanner, node);
	if (element && node != NULL)
	{
		if (tag_folds(tag))
			node_fold(scanner->page, node);
		scanner->space |= (node->flags & NODE_LINES) != 0;
		scan_push(scanner, tag);
		if (tag == TAG_pre)
			skip_line_feed(&scanner->cursor);
	}
	else if (element)
		drop_element(scanner, tag);
	else
	{
		scanner->space |= node == NULL;
		if ((flags & TAG_RAW_SKIPPED) && !self_closing)
			skip_raw(scanner, tag);
	}
}

static void
end_element(Scanner *scanner, TagId tag)
{
	if (scanner->dropped[tag] > 0)
	{
		scanner->dropped[tag]--;
		scanner->space |= tag_is_block(tag);
	}
	else if (tag == TAG_br || (tag == TAG_p && scanner->open_count[TAG_p] == 0))
		scanner->space = true;
	else if (tag_is_heading(tag) || scanner->open_count[tag] > 0)
	{
		uint32_t depth = scan_find_open(scanner, tag);

		if (depth < SCAN_MAX_DEPTH)
			scan_pop_to(scanner, depth);
	}
}

static void
start_tag(Scanner *scanner)
{
	Name name = tag_name(&scanner->cursor);
	uint32_t tag = name_tag(&name);

	scanner->page->ntags++;
	if (tag < TAG_COUNT)
		start_element(scanner, (TagId) tag);
	else
	{
		uint32_t nstyles = scanner->page->nstyles;

		head_read(scanner->page, (HeadTag) (tag - HEAD_NUMBER(0)), &scanner->cursor);
		if (scanner->open_count[TAG_noscript] > 0)
			scanner->page->nstyles = nstyles; /* it is for browsers without scripts */
	}
}

static void
end_tag(Scanner *scanner)
{
	Name name = tag_name(&scanner->cursor);
	uint32_t tag = name_tag(&name);

	tag_skip(&scanner->cursor);
	scanner->page->ntags++;
	if (tag < TAG_COUNT)
		end_element(scanner, (TagId) tag);
}

/* ------------------------------------------------------------------ what is not a tag */

/* The end of a comment whose body starts at pos; an unclosed one ends at the next '>'. */
static const char *
comment_end(Scanner *scanner, const char *pos)
{
	const char *end = scanner->cursor.end;
	const char *close = NULL;

	if (pos < end && *pos == '>')
		return pos + 1;
	if (scanner->no_comment_end == NULL)
		for (close = pos; (close = memchr(close, '>', (size_t) (end - close))) != NULL; close++)
			if (close - pos >= 2 && close[-1] == '-' && close[-2] == '-')
				return close + 1;
	scanner->no_comment_end = pos;
	close = memchr(pos, '>', (size_t) (end - pos));
	return close ? close + 1 : end;
}

/* <!-- -->, <!DOCTYPE >, <![CDATA[ ]]>, <? >. The text of a CDATA section is kept, as in XML. */
static void
declaration(Scanner *scanner, const char *lt)
{
	const char *end = scanner->cursor.end;
	Str rest = str_make(lt, (size_t) (end - lt));
	const char *close;

	if (str_starts_ascii(rest, STR("<!--")))
		scanner->cursor.pos = comment_end(scanner, lt + 4);
	else if (str_starts_ascii(rest, STR("<![CDATA[")))
		scanner->cursor.pos = lt + 9;
	else
	{
		close = memchr(lt, '>', (size_t) (end - lt));
		scanner->cursor.pos = close ? close + 1 : end;
	}
}

/* The markup that starts at lt, if it is any; false where '<' is just a character. */
static bool
markup(Scanner *scanner, const char *lt)
{
	const char *end = scanner->cursor.end;
	char next = lt + 1 < end ? lt[1] : '\0';

	if (ascii_alpha(next))
	{
		flush_text(scanner, lt);
		scanner->cursor.pos = lt + 1;
		start_tag(scanner);
	}
	else if (next == '/' && lt + 2 < end && ascii_alpha(lt[2]))
	{
		flush_text(scanner, lt);
		scanner->cursor.pos = lt + 2;
		end_tag(scanner);
	}
	else if (next == '!' || next == '?' || next == '/')
	{
		flush_text(scanner, lt);
		declaration(scanner, lt);
	}
	else
		return false;
	scanner->text_start = scanner->cursor.pos;
	return true;
}

/* Room for the nodes of half the pages (one in 119 bytes of source); more comes by doubling. */
static uint32_t
first_size(uint32_t bytes)
{
	const uint32_t least = 64;
	const uint32_t most =
		2048; /* 80 KB of nodes and attributes: what is longer grows without a copy */
	uint32_t size = bytes / 119;

	return size < least ? least : size > most ? most : size;
}

static void
scanner_init(Scanner *scanner, Page *page, const PageOptions *options)
{
	memset(scanner, 0, sizeof(*scanner));
	scanner->page = page;
	scanner->options = options;
	scanner->cursor.arena = page->arena;
	scanner->cursor.start = page->source.data;
	scanner->cursor.pos = page->source.data;
	scanner->cursor.end = page->source.data + page->source.len;
	scanner->text_start = page->source.data;
	scanner->nodes_room.size = scanner->nodes_room.most = first_size(page->source.len);
	scanner->attrs_room = scanner->nodes_room;
	page->nodes = arena_array(page->arena, Node, scanner->nodes_room.size);
	page->attrs = arena_array(page->arena, PageAttr, scanner->attrs_room.size);
	memset(&page->nodes[0], 0, sizeof(Node)); /* the root */
	page->nnodes = 1;
}

static void
fit_arrays(Scanner *scanner)
{
	Page *page = scanner->page;

	page->nodes = arena_shrink(page->arena, page->nodes, sizeof(Node) * scanner->nodes_room.size,
							   sizeof(Node) * page->nnodes);
	page->attrs =
		arena_shrink(page->arena, page->attrs, sizeof(PageAttr) * scanner->attrs_room.size,
					 sizeof(PageAttr) * page->nattrs);
}

bool
scan_page(Page *page, const PageOptions *options)
{
	Scanner scanner;
	TagCursor *cursor = &scanner.cursor;
	uint32_t looks = 0;

	scanner_init(&scanner, page, options);
	while (cursor->pos < cursor->end && !scanner.interrupted)
	{
		const char *lt = memchr(cursor->pos, '<', (size_t) (cursor->end - cursor->pos));

		if (lt == NULL)
			break;
		if (++looks % TAGS_PER_POLL == 0)
			scan_poll(&scanner);
		if (!markup(&scanner, lt))
			cursor->pos = lt + 1;
	}
	if (!scanner.interrupted)
		flush_text(&scanner, cursor->end);
	scan_pop_to(&scanner, 0);
	page->nodes[0].end = page->nnodes;
	fit_arrays(&scanner);
	return !scanner.interrupted;
}
