/*
 * scanner.c
 *	  See scanner.h. One loop over the source; the only backward look is the stack of open elements,
 *	  which is bounded. Each node gets its parent when it is added, and its end when it is popped.
 */
#include "html/scanner.h"

#include "base/swar.h"
#include "html/scan_head.h"
#include "html/scan_raw.h"
#include "html/scan_shown.h"
#include "html/scan_state.h"
#include "html/scan_text.h"

/* Tags between two calls of interrupted(): about 100 microseconds. */
#define TAGS_PER_POLL 512

/* ------------------------------------------------------------------ tags */

/*
 * Skips the content of an element that contains no markup, and returns it. An unclosed element has
 * no content, so that it does not swallow the page.
 */
static Str
skip_raw(Scanner *scanner, Str name, bool *no_end)
{
	const char *start = scanner->cursor.pos;
	const char *close = NULL;

	if (!*no_end)
		close = raw_content_end(&scanner->cursor, name);
	*no_end = close == NULL;
	if (close == NULL)
		return STR_NONE;
	raw_content_leave(&scanner->cursor, close);
	return str_make(start, (size_t) (close - start));
}

/* Skips the raw content of the element that was added last (not added: NULL). */
static void
skip_content(Scanner *scanner, TagId tag, const Node *node)
{
	Str content = skip_raw(scanner, str_cstr(tag_info[tag].name), &scanner->no_raw_end[tag]);

	if (scanner->options->whole && node != NULL && content.len > 0)
		scan_mark(scanner, tag == TAG_textarea ? MARK_TEXT : MARK_RAW, content,
				  scanner->page->nnodes - 1);
}

/* Does an end tag of <noscript> follow? Without one, the rest of the page would be hidden. */
static bool
noscript_ends(Scanner *scanner)
{
	TagCursor *cursor = &scanner->cursor;

	if (!scanner->no_raw_end[TAG_noscript] && scanner->noscript_end < cursor->pos)
	{
		scanner->noscript_end = raw_content_end(cursor, STR("noscript"));
		scanner->no_raw_end[TAG_noscript] = scanner->noscript_end == NULL;
	}
	return !scanner->no_raw_end[TAG_noscript];
}

/* Skips a line feed at the start of <pre>, which is not part of its text. */
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
start_drawing(Scanner *scanner)
{
	Node *node = scanner->depth < SCAN_MAX_DEPTH ? scan_add_node(scanner, TAG_svg) : NULL;

	if (scanner->options->whole && node != NULL)
		scan_mark_node(scanner);
	if (scan_read_attrs(scanner, node))
		return;
	if (node != NULL)
	{
		scan_push(scanner, TAG_svg);
		scan_drawing(scanner);
	}
	else
		skip_raw(scanner, STR("svg"), &scanner->no_raw_end[TAG_svg]);
}

/* Handles start tags with rules of their own. Returns whether the tag is done. */
static bool
start_special(Scanner *scanner, TagId tag)
{
	bool ignored = false;

	if (tag == TAG_svg)
	{
		start_drawing(scanner);
		return true;
	}
	if (tag == TAG_select && scanner->open_count[TAG_select] > 0)
		ignored = scan_close_if_open(scanner, TAG_select);
	else if (tag == TAG_noscript)
		ignored = !noscript_ends(scanner);
	if (ignored)
		tag_skip(&scanner->cursor);
	return ignored;
}

static inline void
start_element(Scanner *scanner, TagId tag)
{
	uint16_t flags = tag_info[tag].flags;
	bool element = !(flags & (TAG_VOID | TAG_RAW_SKIPPED));
	Node *node = NULL;
	bool self_closing;

	if ((flags & TAG_SPECIAL) && start_special(scanner, tag))
		return;
	if ((flags & TAG_CLOSES_P) && scanner->open_count[TAG_p] > 0)
		scan_close_if_open(scanner, TAG_p);
	if (flags & TAG_CLOSES)
		scan_close_implied(scanner, tag);
	if (!element || scanner->depth < SCAN_MAX_DEPTH)
		node = scan_add_node(scanner, tag);
	if (scanner->options->whole && node != NULL)
		scan_mark_node(scanner);
	self_closing = scan_read_attrs(scanner, node);
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
			skip_content(scanner, tag, node);
	}
}

/*
 * Adds the element that an end tag creates: </br>, and </p> without an open paragraph. The latter
 * only if it separates text.
 */
static void
empty_element(Scanner *scanner, TagId tag)
{
	if (scanner->separated && tag == TAG_p)
		return;
	if (scan_add_node(scanner, tag) == NULL)
		scanner->space = true;
	scanner->separated |= tag == TAG_p;
}

static void
end_outer(Scanner *scanner, TagId tag)
{
	uint32_t depth = SCAN_MAX_DEPTH;

	if (tag_is_heading(tag) || scanner->open_count[tag] > 0)
		depth = scan_find_open(scanner, tag);
	if (depth < SCAN_MAX_DEPTH)
		scan_pop_to(scanner, depth);
	else if (tag == TAG_p || tag == TAG_br)
		empty_element(scanner, tag);
}

static inline void
end_element(Scanner *scanner, TagId tag)
{
	if (scanner->dropped[tag] > 0)
	{
		scanner->dropped[tag]--;
		scanner->space |= tag_is_block(tag);
	}
	else if (scanner->depth > 0 && scanner->open[scanner->depth - 1] == tag)
		scan_pop(scanner);
	else
		end_outer(scanner, tag);
}

/* Handles a start tag whose element has another name in the tree. */
static void
start_alias(Scanner *scanner, TagId tag)
{
	start_element(scanner, tag);
}

/* Adds an <xmp> or <plaintext>: preformatted text up to end, without markup. */
static void
literal_element(Scanner *scanner, const char *end)
{
	TagCursor *cursor = &scanner->cursor;

	start_alias(scanner, TAG_pre);
	if (cursor->pos < end)
		scan_add_literal(scanner, str_make(cursor->pos, (size_t) (end - cursor->pos)));
	cursor->pos = end;
	scan_close_if_open(scanner, TAG_pre);
}

static void
start_xmp(Scanner *scanner)
{
	const char *close = NULL;

	if (!scanner->no_xmp_end)
		close = raw_content_end(&scanner->cursor, STR("xmp"));
	scanner->no_xmp_end = close == NULL;
	if (close == NULL)
		start_alias(scanner, TAG_pre);
	else
	{
		literal_element(scanner, close);
		raw_content_leave(&scanner->cursor, close);
	}
}

static void
start_noembed(Scanner *scanner)
{
	Str name = str_make(scanner->tag_start, strlen("noembed"));
	Str content;

	tag_skip(&scanner->cursor);
	content = skip_raw(scanner, STR("noembed"), &scanner->no_noembed_end);
	if (scanner->options->whole)
		scan_mark_element(scanner, MARK_RAW, name, content);
}

/* Handles a declaration of the page; it may be anywhere. */
static void
start_head(Scanner *scanner, HeadTag tag)
{
	Str name = str_make(scanner->tag_start, 0);

	name.len = (uint32_t) (scanner->cursor.pos - name.data);
	scanner->cursor.raw = STR_NONE;
	head_read(scanner->page, tag, &scanner->cursor);
	if (!scanner->options->whole)
		return;
	if (tag == HEAD_html || tag == HEAD_head || tag == HEAD_body)
		scan_mark(scanner, MARK_ROOT, name, scanner->current);
	else
		scan_mark_element(scanner, tag == HEAD_title ? MARK_TEXT : MARK_RAW, name,
						  scanner->cursor.raw);
}

/* Handles a start tag whose element does not reach the tree, or only under another name. */
static void
start_other(Scanner *scanner, HeadTag tag)
{
	switch (tag)
	{
		case HEAD_image:
			start_alias(scanner, TAG_img);
			break;
		case HEAD_listing:
			start_alias(scanner, TAG_pre);
			break;
		case HEAD_noembed:
			start_noembed(scanner);
			break;
		case HEAD_plaintext:
			literal_element(scanner, scanner->cursor.end);
			break;
		case HEAD_xmp:
			start_xmp(scanner);
			break;
		default:
			start_head(scanner, tag);
			break;
	}
}

static void
start_tag(Scanner *scanner)
{
	Name name = tag_name(&scanner->cursor);
	uint32_t tag = name_tag(&name);

	scanner->page->ntags++;
	scanner->tag_start = name.text.data;
	if (tag < TAG_COUNT)
		start_element(scanner, (TagId) tag);
	else
	{
		uint32_t nstyles = scanner->page->nstyles;

		start_other(scanner, (HeadTag) (tag - HEAD_NUMBER(0)));
		if (scanner->open_count[TAG_noscript] > 0)
			scanner->page->nstyles = nstyles; /* it applies only without scripts */
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
	{
		end_element(scanner, (TagId) tag);
		if (tag_info[tag].flags & TAG_SPECIAL)
			scan_drawing(scanner); /* </foreignObject> */
	}
	else if (tag == HEAD_NUMBER(HEAD_listing) || tag == HEAD_NUMBER(HEAD_xmp))
		scan_close_if_open(scanner, TAG_pre);
}

/* ------------------------------------------------------------------ what is not a tag */

/*
 * A <![CDATA[ ]]> is a comment in HTML, and text in XML elements. A section with markup is a
 * fragment of a feed that was stored with its CDATA marks: its content is read, without the marks.
 */
static void
cdata_section(Scanner *scanner, const char *body)
{
	TagCursor *cursor = &scanner->cursor;
	TagId parent = (TagId) scanner->page->nodes[scanner->current].tag;
	const char *end;

	if (scanner->cdata_gt <= body)
		scanner->cdata_gt = after_gt(cursor, body);
	end = scanner->cdata_gt;
	if (end - body < 3 || memcmp(end - 3, "]]>", 3) != 0)
	{
		cursor->pos = body;
		scanner->in_cdata = true;
		return;
	}
	if (parent == TAG_custom || parent == TAG_math)
		scan_add_text(scanner, str_make(body, (size_t) (end - 3 - body)));
	cursor->pos = end;
}

/* Adds text up to end in a CDATA section with markup, without its end mark. */
static void
add_cdata_text(Scanner *scanner, const char *end)
{
	const char *start = scanner->text_start;
	const char *gt = start;

	while ((gt = memchr(gt, '>', (size_t) (end - gt))) != NULL)
	{
		if (gt - start >= 2 && gt[-1] == ']' && gt[-2] == ']')
		{
			scan_add_text(scanner, str_make(start, (size_t) (gt - 2 - start)));
			scanner->in_cdata = false;
			start = gt + 1;
			break;
		}
		tag_poll(&scanner->cursor, gt++);
	}
	if (start < end)
		scan_add_text(scanner, str_make(start, (size_t) (end - start)));
}

/* <!-- -->, <!DOCTYPE >, <![CDATA[ ]]>, <? >, and end tags without a name. */
static void
declaration(Scanner *scanner, const char *lt)
{
	TagCursor *cursor = &scanner->cursor;
	Str rest = str_make(lt, (size_t) (cursor->end - lt));

	if (str_starts_ascii(rest, STR("<!--")))
		cursor->pos = comment_end(cursor, lt + 4);
	else if (str_starts_ascii(rest, STR("<![CDATA[")))
		cdata_section(scanner, lt + 9);
	else
		cursor->pos = after_gt(cursor, lt);
}

/* Ends the text that started at text_start. */
static inline void
flush_text(Scanner *scanner, const char *end)
{
	if (end == scanner->text_start)
		return;
	if (scanner->in_cdata)
		add_cdata_text(scanner, end);
	else
		scan_add_text(scanner, str_make(scanner->text_start, (size_t) (end - scanner->text_start)));
}

/* Handles the markup at lt. Returns false if the '<' is just a character. */
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
	else if (next == '!' || next == '?' || (next == '/' && lt + 2 < end))
	{
		flush_text(scanner, lt);
		declaration(scanner, lt);
	}
	else
		return false;
	scanner->text_start = scanner->cursor.pos;
	return true;
}

/*
 * Initial capacity, enough for the nodes of half of all pages (one per 119 bytes of source); it
 * doubles from there.
 */
static uint32_t
first_size(uint32_t bytes)
{
	const uint32_t least = 64;
	const uint32_t most =
		2048; /* 80 KB of nodes and attributes: larger arrays grow without a copy */
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
	scanner->nodes_budget.size = scanner->nodes_budget.most = first_size(page->source.len);
	scanner->attrs_budget = scanner->nodes_budget;
	page->nodes = arena_array(page->arena, Node, scanner->nodes_budget.size);
	page->attrs = arena_array(page->arena, PageAttr, scanner->attrs_budget.size);
	memset(&page->nodes[0], 0, sizeof(Node)); /* the root */
	page->nnodes = 1;
	if (options->whole)
		scan_mark_begin(scanner);
}

static void
fit_arrays(Scanner *scanner)
{
	Page *page = scanner->page;

	page->nodes = arena_shrink(page->arena, page->nodes, sizeof(Node) * scanner->nodes_budget.size,
							   sizeof(Node) * page->nnodes);
	page->attrs =
		arena_shrink(page->arena, page->attrs, sizeof(PageAttr) * scanner->attrs_budget.size,
					 sizeof(PageAttr) * page->nattrs);
	if (page->marks == NULL)
		return;
	page->marks =
		arena_shrink(page->arena, page->marks, sizeof(PageMark) * scanner->marks_budget.size,
					 sizeof(PageMark) * page->nmarks);
	page->starts = arena_shrink(page->arena, page->starts, sizeof(uint32_t) * scanner->nstarts,
								sizeof(uint32_t) * page->nnodes);
}

void
page_drop_marks(Page *page)
{
	if (page->marks == NULL)
		return;
	(void) arena_shrink(page->arena, page->marks, sizeof(PageMark) * page->nmarks, 0);
	(void) arena_shrink(page->arena, page->starts, sizeof(uint32_t) * page->nnodes, 0);
	page->marks = NULL;
	page->starts = NULL;
	page->nmarks = 0;
}

/* Gives back the unused memory of the text that grew last. */
static void
fit_overflow(Scanner *scanner)
{
	Node *node = &scanner->page->nodes[scanner->last_text];

	if (node->tag == TAG_text)
		node->text_data =
			overflow_fit(&scanner->overflow, scanner->page->arena, node_str(node)).data;
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
		const char *lt = swar_find(cursor->pos, cursor->end, '<');

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
	fit_overflow(&scanner);
	if (options->whole)
		scan_mark_fit(&scanner);
	if (scanner.misplaced && !scanner.interrupted)
		foster_misplaced(page);
	fit_arrays(&scanner);
	return !scanner.interrupted;
}
