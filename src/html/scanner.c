/*
 * scanner.c
 *	  See scanner.h.  One loop over the source; the only backward look is the stack of open
 * elements, which is bounded.  Each node gets its parent when it is added, and its end when it is popped.
 */
#include "html/scanner.h"

#include "html/entity.h"
#include "html/scan_head.h"
#include "html/scan_room.h"
#include "html/scan_scope.h"
#include "html/scan_spill.h"
#include "html/scan_tag.h"

/* How many tags go by between two looks at the caller's interrupt flag: some 100 microseconds. */
#define TAGS_PER_POLL 512
/* A longer text is more than one node, so that nothing works on more than this between two looks. */
#define LONGEST_TEXT (1024 * 1024)

typedef struct Scanner
{
	Page *page;
	const PageOptions *options;
	TagCursor cursor;
	Room nodes_room;
	Room attrs_room;
	bool space;					  /* white space is pending in front of the next node */
	bool parted;				  /* a block has begun or ended since the last text */
	const char *text_start;		  /* text not yet made a node starts here */
	const char *no_comment_end;	  /* no "-->" from here on */
	bool no_raw_end[TAG_COUNT];	  /* no end tag of this raw element any more */
	uint32_t last_text;			  /* the last node that is a text; 0: none yet */
	Spill spill;				  /* of texts that found no room */
	uint32_t current;			  /* the innermost open element: the parent of the next node */
	uint8_t open[SCAN_MAX_DEPTH]; /* what elements are open, outermost first */
	uint32_t depth;
	uint32_t open_count[TAG_COUNT];
	uint32_t dropped[TAG_COUNT]; /* start tags that found no room, whose end tags must go too */
	bool interrupted;
} Scanner;

/* ------------------------------------------------------------------ nodes */

/* Nodes, or attributes, that the page has earned with what has been read of it. */
static uint32_t
earned_so_far(const Scanner *scanner)
{
	uint32_t read = (uint32_t) (scanner->cursor.pos - scanner->page->source.data);

	return SCAN_FREE_NODES + read / SCAN_BYTES_A_NODE;
}

/* An element leaves the last room to a text; and there is always some for a text that could not run on into another. */
static bool
node_room(Scanner *scanner, TagId tag)
{
	Page *page = scanner->page;
	uint32_t earned = earned_so_far(scanner);
	const Node *last = &page->nodes[scanner->last_text];

	if (tag != TAG_text)
		earned--;
	else if (node_str(last).len == 0 || node_str(last).len > LONGEST_TEXT)
		earned = page->nnodes + 1;
	return room_add(&scanner->nodes_room, page, (void **) &page->nodes, page->nnodes, earned,
					sizeof(Node));
}

/* A new node in its place, and so far without descendants; NULL where the page has its fill of them. */
static Node *
add_node(Scanner *scanner, TagId tag)
{
	Page *page = scanner->page;
	const Node *parent;
	Node *node;

	if (page->nnodes >= scanner->nodes_room.most && !node_room(scanner, tag))
		return NULL;
	node = &page->nodes[page->nnodes++];
	parent = &page->nodes[scanner->current];
	*node = (Node){
		.tag = (uint8_t) tag,
		.flags =
			(uint8_t) ((parent->flags & NODE_HIDDEN) | (scanner->space ? NODE_SPACE_BEFORE : 0)),
		.depth = (uint16_t) (parent->depth + 1),
		.parent = scanner->current,
		.end = page->nnodes,
	};
	scanner->space = false;
	return node;
}

/* What stands between tags is indented, mostly by blanks. */
static bool
all_space(Str text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		if (i + 8 <= text.len && eight_load(text.data + i) == EIGHT_EACH(' '))
			i += 8;
		else if (!ascii_space(text.data[i++]))
			return false;
	}
	return true;
}

static void
poll(Scanner *scanner)
{
	const PageOptions *options = scanner->options;

	if (options->interrupted != NULL && options->interrupted(options->interrupt_context))
		scanner->interrupted = true;
}

/* Where to cut a text that is too long for one node: behind white space, or else between two characters. */
static uint32_t
piece_length(Str text)
{
	uint32_t length = LONGEST_TEXT;

	if (text.len <= LONGEST_TEXT)
		return text.len;
	while (length > LONGEST_TEXT / 2 && !ascii_space(text.data[length - 1]))
		length--;
	if (length == LONGEST_TEXT / 2)
		while (((unsigned char) text.data[length] & 0xC0) == 0x80)
			length--;
	return length;
}

/* A text becomes a node, or runs on into the last one that is a text: nothing of it is left out. */
static void
add_piece(Scanner *scanner, Str text)
{
	Page *page = scanner->page;
	Node *node = add_node(scanner, TAG_text);

	if (node != NULL)
		scanner->last_text = page->nnodes - 1;
	else
	{
		node = &page->nodes[scanner->last_text];
		text = spill_add(&scanner->spill, page->arena, node_str(node),
						 scanner->space || scanner->parted, text);
		scanner->space = false;
	}
	scanner->parted = false;
	node->text_data = text.data;
	node->text_len = text.len;
}

/* Gives back what decoding a long text left over, which may move the text of the nodes from first on. */
static void
fit_decoded(Scanner *scanner, uint32_t first, char *decoded, size_t room, size_t length)
{
	Page *page = scanner->page;
	char *moved = arena_shrink(page->arena, decoded, room, length);

	for (uint32_t i = first; i < page->nnodes; i++)
		page->nodes[i].text_data = moved + (page->nodes[i].text_data - decoded);
}

/* Makes a long text several nodes.  What is decoded of it stays in one piece, so that a block of it needs no copy. */
static void
add_long_text(Scanner *scanner, Str text)
{
	Page *page = scanner->page;
	bool encoded = memchr(text.data, '&', text.len) != NULL;
	size_t room = encoded ? entity_room(text) : 0;
	char *decoded = encoded ? arena_alloc(page->arena, room) : NULL;
	uint32_t first = page->nnodes;
	size_t length = 0;

	while (text.len > 0 && !scanner->interrupted)
	{
		Str piece = str_sub(text, 0, piece_length(text));

		text = str_sub(text, piece.len, text.len);
		if (encoded)
		{
			uint32_t len = entity_decode_to(decoded + length, piece,
											memchr(piece.data, '&', piece.len), false);

			piece = str_make(decoded + length, len);
			length += len;
		}
		add_piece(scanner, piece);
		poll(scanner);
	}
	if (encoded)
		fit_decoded(scanner, first, decoded, room, length);
}

/* Makes text a node, or several. Blank text only parts its neighbours. */
static void
add_text(Scanner *scanner, Str text)
{
	if (all_space(text))
		scanner->space = true;
	else if (text.len > LONGEST_TEXT)
		add_long_text(scanner, text);
	else
		add_piece(scanner, entity_decode(scanner->page->arena, text, false));
}

/* Ends the text that started at text_start. */
static inline void
flush_text(Scanner *scanner, const char *end)
{
	if (end != scanner->text_start)
		add_text(scanner, str_make(scanner->text_start, (size_t) (end - scanner->text_start)));
}

static void
add_attr(Scanner *scanner, Node *node, AttrId name, Str value)
{
	Page *page = scanner->page;

	if (page->nattrs >= scanner->attrs_room.most &&
		!room_add(&scanner->attrs_room, page, (void **) &page->attrs, page->nattrs,
				  earned_so_far(scanner), sizeof(PageAttr)))
		return;
	page->attrs[page->nattrs++] = (PageAttr){value.data, value.len, name};
	node->nattrs++;
}

static bool
hides(AttrId name, Str value)
{
	if (name == ATTR_hidden)
		return !str_equal_ascii(value, STR("until-found"));
	if (name != ATTR_style || value.len > 512)
		return false;
	return str_find_ascii(value, STR("display:none")) >= 0 ||
		   str_find_ascii(value, STR("display: none")) >= 0;
}

/* Reads the attributes of a start tag into node (NULL: over them). Returns whether the tag closes
 * itself. */
static bool
read_attrs(Scanner *scanner, Node *node)
{
	RawAttr attr;
	bool self_closing = false;
	uint32_t seen = 0;

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
		if (hides(name, attr.value))
			node->flags |= NODE_HIDDEN;
		if (name != ATTR_style)
			add_attr(scanner, node, name, entity_decode(scanner->page->arena, attr.value, true));
	}
	return self_closing;
}

/* ------------------------------------------------------------------ open elements */

/* What comes next stands inside the node that was added last. */
static void
push(Scanner *scanner, TagId tag)
{
	scanner->current = scanner->page->nnodes - 1;
	scanner->open[scanner->depth++] = (uint8_t) tag;
	scanner->open_count[tag]++;
	scanner->parted |= tag_is_block(tag);
}

static void
pop(Scanner *scanner)
{
	Node *node = &scanner->page->nodes[scanner->current];
	TagId tag = (TagId) scanner->open[--scanner->depth];

	node->end = scanner->page->nnodes;
	scanner->current = node->parent;
	scanner->open_count[tag]--;
	scanner->parted |= tag_is_block(tag);
}

static void
pop_to(Scanner *scanner, uint32_t depth)
{
	while (scanner->depth > depth)
		pop(scanner);
}

/* The depth at which the element that closing names is open and in scope, or SCAN_MAX_DEPTH. */
static uint32_t
find_open(const Scanner *scanner, TagId closing)
{
	for (uint32_t i = scanner->depth; i > 0; i--)
	{
		TagId open = scanner->open[i - 1];

		if (same_element(open, closing))
			return i - 1;
		if (bounds_scope(open, closing))
			break;
	}
	return SCAN_MAX_DEPTH;
}

static void
close_if_open(Scanner *scanner, TagId tag)
{
	uint32_t depth;

	if (scanner->open_count[tag] == 0)
		return;
	depth = find_open(scanner, tag);
	if (depth < SCAN_MAX_DEPTH)
		pop_to(scanner, depth);
}

/* Ends the parts of the innermost table, up to this rank. */
static void
close_table_parts(Scanner *scanner, uint8_t rank)
{
	uint32_t depth = scanner->depth;

	for (uint32_t i = scanner->depth; i > 0 && scanner->open[i - 1] != TAG_table; i--)
	{
		uint8_t open = table_rank[scanner->open[i - 1]];

		if (open > 0 && open <= rank)
			depth = i - 1;
	}
	pop_to(scanner, depth);
}

/* Ends what a start tag ends by itself (WHATWG 13.2.6.4.7 and the table modes). */
static void
close_implied(Scanner *scanner, TagId tag)
{
	if (tag_info[tag].flags & TAG_CLOSES_P)
		close_if_open(scanner, TAG_p);
	if (table_rank[tag] > 0)
		close_table_parts(scanner, table_rank[tag]);
	switch (tag)
	{
		case TAG_dd:
		case TAG_dt:
			close_if_open(scanner, TAG_dd);
			close_if_open(scanner, TAG_dt);
			break;
		case TAG_a:
		case TAG_li:
		case TAG_option:
			close_if_open(scanner, tag);
			break;
		default:
			break;
	}
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

	close_implied(scanner, tag);
	if (!element || scanner->depth < SCAN_MAX_DEPTH)
		node = add_node(scanner, tag);
	self_closing = read_attrs(scanner, node);
	if (element && node != NULL)
		push(scanner, tag);
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
		uint32_t depth = find_open(scanner, tag);

		if (depth < SCAN_MAX_DEPTH)
			pop_to(scanner, depth);
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
		head_read(scanner->page, (HeadTag) (tag - HEAD_NUMBER(0)), &scanner->cursor);
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

/* Gives back what the text that has grown last left over. */
static void
fit_spill(Scanner *scanner)
{
	Node *node = &scanner->page->nodes[scanner->last_text];

	if (node->tag == TAG_text)
		node->text_data = spill_fit(&scanner->spill, scanner->page->arena, node_str(node)).data;
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
			poll(&scanner);
		if (!markup(&scanner, lt))
			cursor->pos = lt + 1;
	}
	if (!scanner.interrupted)
		flush_text(&scanner, cursor->end);
	pop_to(&scanner, 0);
	page->nodes[0].end = page->nnodes;
	fit_spill(&scanner);
	fit_arrays(&scanner);
	return !scanner.interrupted;
}
